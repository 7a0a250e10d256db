"""Find text in coded picture data, where a decoder would not mind it.

Evenly spread bytes hold a run of 32 printable ones in five megabytes about once in ten
million files; a flat picture's repeating codes are told apart by how few different bytes
they have. Words of eight bytes are tested at once, so this costs less than reading.
"""

import re

import numpy as np

LONG = 32
"""Printable bytes in a row, anywhere, that are taken for text."""

LONG_AT_END = 24
"""As few as this are text within the last ``TAIL`` bytes, after the last block."""

TAIL = 4096
FEWEST_DIFFERENT = 10

_HIGH = np.uint64(0x8080808080808080)
_SPACES = np.uint64(0x2020202020202020)
_WORD = 8
_RUN = re.compile(rb"[\x20-\x7e]{%d,}" % LONG)
_RUN_AT_END = re.compile(rb"[\x20-\x7e]{%d,}" % LONG_AT_END)


def holds_text(data: bytes, start: int, end: int) -> bool:
    """Whether there is a run of text between two offsets."""
    tail = _RUN_AT_END.findall(data, max(start, end - TAIL), end)
    return any(map(_is_text, tail)) or _anywhere(data, start, end)


def _anywhere(data: bytes, start: int, end: int) -> bool:
    words = np.frombuffer(data, dtype="<u8", count=(end - start) // _WORD, offset=start)
    # No byte with its high bit, and none that borrows when a space is taken from it.
    printable = ((words & _HIGH) == 0) & (((words - _SPACES) & _HIGH) == 0)
    pairs = np.flatnonzero(printable[1:] & printable[:-1])
    for at in pairs.tolist():
        near = start + at * _WORD
        runs = _RUN.findall(data, max(start, near - LONG), min(end, near + 3 * LONG))
        if any(map(_is_text, runs)):
            return True
    return False


def _is_text(run: bytes) -> bool:
    return len(set(run)) >= FEWEST_DIFFERENT
