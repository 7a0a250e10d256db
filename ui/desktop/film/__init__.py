"""Videos and sounds: playing them, and choosing what is covered and heard in their copies."""
