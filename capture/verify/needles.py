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
wherever it stands; shorter ones are looked up at every alignment.
"""

from collections.abc import Iterable
from itertools import chain
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from capture.errors import Unverified
from capture.progress import Tick, silent

CHANCE = 1e-6
"""Greatest expected number of false hits in one output."""

SHORTEST = 4
"""Fewest bytes of a needle that can be looked for: one word."""

_PIECE = 4 << 20
_WORD = 4
_LONG = 2 * _WORD - 1
_BITS = 20
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
    while piece := output.read(_PIECE):
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
    """Looks for many needles at once; see the module."""

    def __init__(self, needles: tuple[bytes, ...]) -> None:
        long = [needle for needle in needles if len(needle) >= _LONG]
        short = [needle for needle in needles if len(needle) < _LONG]
        self._aligned = _Table((n, at) for n in long for at in range(_WORD))
        self._anywhere = _Table((n, 0) for n in short) if short else None

    def look(self, block: bytes) -> None:
        self._aligned.look(block, 0)
        if self._anywhere is not None:
            for shift in range(_WORD):
                self._anywhere.look(block, shift)


class _Table:
    """Needles by one of their words; ``at`` is where in the needle the word stands."""

    def __init__(self, pieces: Iterable[tuple[bytes, int]]) -> None:
        self._needles: dict[int, list[tuple[bytes, int]]] = {}
        for needle, at in pieces:
            word = int.from_bytes(needle[at : at + _WORD], "little")
            self._needles.setdefault(word, []).append((needle, at))
        self._marks = np.zeros(1 << _BITS, dtype=bool)
        self._marks[_hashes(np.fromiter(self._needles, dtype=np.uint32))] = True

    def look(self, block: bytes, shift: int) -> None:
        """Compare at every word of the block, counted from ``shift``."""
        count = max(len(block) - shift, 0) // _WORD
        words = np.frombuffer(block, dtype="<u4", count=count, offset=shift if count else 0)
        hits = np.flatnonzero(self._marks[_hashes(words)])
        for index in hits.tolist():
            self._compare(block, shift + index * _WORD, int(words[index]))

    def _compare(self, block: bytes, position: int, word: int) -> None:
        for needle, at in self._needles.get(word, ()):
            start = position - at
            if start >= 0 and block.startswith(needle, start):
                raise Unverified("a value of the source is still in the copy", part="needle")


def _hashes(words: Words) -> Words:
    hashed: Words = (words * _MULTIPLIER) >> _SHIFT
    return hashed


def gathered(groups: Iterable[Iterable[bytes]]) -> tuple[bytes, ...]:
    """Join the needles of many traces, each once."""
    return tuple(dict.fromkeys(chain.from_iterable(groups)))
