"""The editor of photos: what is covered, what may be seen, and what is left of the picture."""
