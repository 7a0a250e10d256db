"""Speaking with an iPhone on a cable: usbmuxd, lockdownd, and AFC, which gives its files."""
