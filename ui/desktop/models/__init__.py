"""Models: what the views show, fetched from the core off the window's thread."""
