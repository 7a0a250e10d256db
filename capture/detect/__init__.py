"""Finding what identifies people and places in a picture, so that a person can cover it."""
