"""The window, and the only Qt in the house."""
