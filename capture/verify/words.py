"""Find text in coded picture data, where a decoder would not mind it.

Evenly spread bytes hold a run of 32 printable ones in five megabytes about once in ten
million files; a flat picture's repeating codes are told apart by how few different bytes
they have. Words of eight bytes are tested at once, and only every second of them, because a
run of 32 bytes holds three in a row wherever it begins: so this costs less than reading.
"""

import re

import numpy as np
from numpy.typing import NDArray

LONG = 32
"""Printable bytes in a row, anywhere, that are taken for text."""

LONG_AT_END = 24
"""As few as this are text within the last ``TAIL`` bytes, after the last block."""

TAIL = 4096
FEWEST_DIFFERENT = 10

_AT_ONCE = 1 << 15
"""Words that are tested at once: what fits a processor's nearest memory is tested fastest."""

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
    for at in range(0, len(words), 2 * _AT_ONCE):
        # A whole word and one beside it: anything less is too short, and hits by chance.
        found = np.flatnonzero(_printable(words[at : at + 2 * _AT_ONCE : 2])) * 2 + at
        before, after = (
            words[np.maximum(found - 1, 0)],
            words[np.minimum(found + 1, len(words) - 1)],
        )
        for word in found[_printable(before) | _printable(after)].tolist():
            near = start + word * _WORD
            runs = _RUN.findall(data, max(start, near - LONG), min(end, near + 3 * LONG))
            if any(map(_is_text, runs)):
                return True
    return False


def _printable(words: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Whether no byte has its high bit, and none borrows when a space is taken from it."""
    printable: NDArray[np.bool_] = ((words | (words - _SPACES)) & _HIGH) == 0
    return printable


def _is_text(run: bytes) -> bool:
    return len(set(run)) >= FEWEST_DIFFERENT
