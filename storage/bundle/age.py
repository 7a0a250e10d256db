"""What is known of an age file before it is opened.

Apart from ``sealing``, so that a bundle which is not sealed can be verified
where the library that opens sealed ones is missing.
"""

MAGIC = b"age-encryption.org/"
"""The first bytes of what age writes."""

MAX_KEY_TEXT = 64 * 1024
"""Characters of a file of recipients or identities that are looked at."""
