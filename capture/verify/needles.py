"""Search an output for the source's own identifying bytes.

The search covers every byte, coded picture data included, where any short needle turns up
by chance sooner or later. So a needle of L bytes is looked for in N bytes only while the
chance of a false hit stays small: N / 256**L is the expected number of hits in evenly
spread bytes, and the needles are taken longest first until the sum of it over all of them
would pass one in a million. What is left out is short (five bytes and less in a photo of
some megabytes) and is held off by the structural reading, which knows every byte outside of
the picture data.

It is one pass: all needles' four-byte pieces are put into a table of hashes, the output's
aligned words are looked up in it by numpy, and only where one is found are the needles
themselves compared. A needle of seven bytes or more holds an aligned word of the output
wherever it stands; one of five or six bytes holds one of those that begin at even offsets.
"""

from collections.abc import Iterable
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from capture.errors import Unverified
from capture.progress import Tick, silent

CHANCE = 1e-6
"""Greatest expected number of false hits in one output."""

SHORTEST = 5
"""Fewest bytes of a needle that can be looked for: a word wherever it begins."""

_WHOLE, _PIECE = 16 << 20, 1 << 20
"""Bytes up to which an output is searched in one piece, and of each piece of a longer one."""
_AT_ONCE = 1 << 16
"""Words that are looked up at once: what fits a processor's nearest memory is fastest."""
_WORD = 4
_LONG = 2 * _WORD - 1
_BITS = 16
_MULTIPLIER = np.uint32(0x9E3779B1)
_SHIFT = np.uint32(32 - _BITS)

Words = NDArray[np.uint32]


def search(output: BinaryIO, needles: Iterable[bytes], tick: Tick = silent) -> None:
    """Look for every needle in all of ``output``. Raises Unverified at the first that is there.

    ``tick`` counts bytes of the output. Which needle it was is not told: it is evidence.
    """
    size = output.seek(0, 2)
    wanted = worth_searching(needles, size)
    if not wanted:
        return
    finder = _Finder(wanted)
    overlap = max(map(len, wanted)) - 1
    output.seek(0)
    done, kept = 0, b""
    while piece := output.read(size if size <= _WHOLE else _PIECE):
        block = kept + piece
        finder.look(block)
        kept = block[-overlap:] if overlap else b""
        done += len(piece)
        tick(done, size)


def worth_searching(needles: Iterable[bytes], size: int) -> tuple[bytes, ...]:
    """Return the needles whose hits by chance stay within ``CHANCE``, longest first."""
    kept = []
    expected = 0.0
    for needle in sorted({*needles}, key=lambda found: (-len(found), found)):
        expected += size / 256.0 ** min(len(needle), 100)
        if len(needle) < SHORTEST or expected > CHANCE:
            break
        kept.append(needle)
    return tuple(kept)


class _Finder:
    """Looks for many needles at once; see the module.

    With a ``stride`` of 4 only the block's aligned words are looked up, with 2 also those
    between them. A needle is found by whichever of its words falls on one of them.
    """

    def __init__(self, needles: tuple[bytes, ...]) -> None:
        self._stride = _WORD if min(map(len, needles)) >= _LONG else _WORD // 2
        self._needles: dict[int, list[tuple[bytes, int]]] = {}
        for needle in needles:
            for at in range(self._stride):
                word = int.from_bytes(needle[at : at + _WORD], "little")
                self._needles.setdefault(word, []).append((needle, at))
        words = np.fromiter(self._needles, dtype=np.uint32)
        self._marks = np.zeros(1 << _BITS, dtype=bool)
        self._marks[_hashes(words, np.empty_like(words))] = True
        # Room that is used again and again: fresh memory costs as much as what is done in it.
        self._hashed = np.empty(_AT_ONCE, dtype=np.uint32)
        self._places = np.empty(_AT_ONCE, dtype=np.intp)
        self._hits = np.empty(_AT_ONCE, dtype=bool)

    def look(self, block: bytes) -> None:
        """Compare wherever a word of the block begins one of the needles' pieces."""
        for shift in range(0, _WORD, self._stride):
            count = max(len(block) - shift, 0) // _WORD
            words = np.frombuffer(block, dtype="<u4", count=count, offset=shift if count else 0)
            for at in range(0, count, _AT_ONCE):
                self._look_up(block, shift + at * _WORD, words[at : at + _AT_ONCE])

    def _look_up(self, block: bytes, start: int, words: Words) -> None:
        places, hits = self._places[: len(words)], self._hits[: len(words)]
        places[:] = _hashes(words, self._hashed[: len(words)])
        # No hash is beyond the table; "wrap" only spares the look whether one is.
        marked = np.flatnonzero(self._marks.take(places, out=hits, mode="wrap"))
        for index, word in zip(marked.tolist(), words[marked].tolist(), strict=True):
            if word in self._needles:
                self._compare(block, start + index * _WORD, word)

    def _compare(self, block: bytes, position: int, word: int) -> None:
        for needle, at in self._needles[word]:
            start = position - at
            if start >= 0 and block.startswith(needle, start):
                raise Unverified("a value of the source is still in the copy", part="needle")


def _hashes(words: Words, into: Words) -> Words:
    np.multiply(words, _MULTIPLIER, out=into)
    np.right_shift(into, _SHIFT, out=into)
    return into
