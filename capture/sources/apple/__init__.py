"""Speaking with an iPhone on a cable, by pymobiledevice3, once there may be one."""
