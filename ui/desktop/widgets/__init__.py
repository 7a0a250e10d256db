"""The few widgets that the pages are built from."""
