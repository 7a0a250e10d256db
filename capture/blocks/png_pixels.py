"""The compressed pixels of a PNG: whether they are all there, and nothing besides.

Source: ISO/IEC 15948, 10 (zlib) and 9 (filters). The stream is inflated in small steps and
counted, never kept: a bomb costs its time up to the size that the header names and no more.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from capture.blocks.png_chunks import Header
from capture.errors import Damaged

_STEP = 1 << 18
_LAST_FILTER = 4
_LEVEL = 6

Pieces = Sequence[bytes | memoryview]


def exact_stream(
    pieces: Pieces, header: Header, width: int, height: int
) -> list[bytes | memoryview]:
    """Return the zlib stream of exactly the picture's pixels; see ``exact_bytes``.

    Raises Damaged also for a row without a known filter.
    """
    rows = header.passes(width, height)
    expected = sum(count * stride for count, stride in rows)
    return exact_bytes(pieces, expected, lambda block, at: _check_filters(block, at, rows))


def exact_bytes(
    pieces: Pieces, expected: int, check: Callable[[bytes, int], None] | None = None
) -> list[bytes | memoryview]:
    """Return the zlib stream of exactly ``expected`` bytes.

    As a rule that is the stream itself to the bit. Bytes after its end are left out; a stream
    that holds more, or no checksum, is compressed again from what it inflates to. ``check`` sees
    the inflated bytes with their offset. Raises Damaged if bytes are missing.
    """
    inflater = zlib.decompressobj()
    waiting = iter(pieces)
    done = 0
    try:
        for block in _inflated(waiting, inflater):
            if check is not None:
                check(block[: expected - done], done)
            done += len(block)
            if done > expected:
                break
    except zlib.error as error:
        if done < expected:
            raise Damaged("the compressed pixels are broken") from error
        return [_again(pieces, expected)]
    if done < expected:
        raise Damaged("the compressed pixels end too early")
    if done > expected or not inflater.eof:
        return [_again(pieces, expected)]
    return _without_tail(pieces, len(inflater.unused_data) + sum(map(len, waiting)))


def _inflated(
    pieces: Iterable[bytes | memoryview], inflater: "zlib._Decompress"
) -> Iterator[bytes]:
    """Yield the inflated bytes in steps; pieces after the stream's end are not taken."""
    for piece in pieces:
        waiting: bytes | memoryview = piece
        more = True
        while more:
            block = inflater.decompress(waiting, _STEP)
            waiting = inflater.unconsumed_tail
            if block:
                yield block
            more = bool(waiting) or len(block) == _STEP
        if inflater.eof:
            return


def _check_filters(block: bytes, start: int, rows: Iterable[tuple[int, int]]) -> None:
    """Raise Damaged if the first byte of a row in ``block`` names no filter."""
    end = start + len(block)
    at = 0
    for count, stride in rows:
        first = at if at >= start else at - ((at - start) // stride) * stride
        begin = max(first, at) - start
        stop = min(at + count * stride, end) - start
        if begin < stop and max(block[begin:stop:stride], default=0) > _LAST_FILTER:
            raise Damaged("a row of pixels has no known filter")
        at += count * stride


def _again(pieces: Pieces, expected: int) -> bytes:
    deflater = zlib.compressobj(_LEVEL)
    made = []
    left = expected
    for block in _inflated(pieces, zlib.decompressobj()):
        made.append(deflater.compress(block[:left]))
        left -= len(block[:left])
        if not left:
            break
    return b"".join((*made, deflater.flush()))


def _without_tail(pieces: Pieces, tail: int) -> list[bytes | memoryview]:
    total = sum(map(len, pieces)) - tail
    kept = []
    for piece in pieces:
        kept.append(piece[: max(total, 0)])
        total -= len(piece)
    return [piece for piece in kept if len(piece)]


def deflated(data: bytes) -> bytes:
    """Compress something small that is our own, always in the same way."""
    deflater = zlib.compressobj(9)
    return deflater.compress(data) + deflater.flush()
