"""Matroska and WebM: their index, their frames, and what they say."""
