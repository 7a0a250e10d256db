"""Structures that several formats share (EXIF, XMP, boxes, …), for readers and writers."""
