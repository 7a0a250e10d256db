"""English: short sentences, simple words, for people who may be afraid.

Two words are never used of a file or a copy, because no program can promise
them; a test names both and searches these tables for them.
"""

from ui.words.language import assembled

ENGLISH = assembled(
    __name__,
    code="en",
    name="English",
    right_to_left=False,
    more=" and {count} more",
)
