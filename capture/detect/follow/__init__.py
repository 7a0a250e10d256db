"""Following what was found through a video: between two looks of the detectors, and beyond them."""
