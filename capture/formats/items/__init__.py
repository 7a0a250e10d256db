"""Pictures that are items of a ``meta`` box: the HEIF family (HEIC, AVIF), read and rewritten."""
