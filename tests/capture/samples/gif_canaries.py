"""A GIF for every place that can hold text or a picture, with a canary in that place."""

from collections.abc import Callable, Iterator

from tests.capture.samples import gifs as g
from tests.capture.samples import jpegs as j
from tests.capture.samples.jpeg_canaries import Place, xmp_packets

_LINE = (4, 0, 6, 5)
"""Clear, one pixel, two pixels, end."""


def places() -> Iterator[Place]:
    """Yield every place of a GIF."""
    for name, inner, shown in xmp_packets():
        yield Place(f"GIF {name}", _xmp(inner), shown)
    yield Place("GIF colour profile", _application(b"ICCRGBG1012", bytes))
    yield Place("GIF comment", lambda c: g.with_blocks(g.extension(0xFE, c)))
    yield Place("GIF plain text", lambda c: g.with_blocks(g.extension(0x01, bytes(12), c)))
    yield Place("GIF application of an unknown kind", _application(b"ODDMAKER1.0", bytes))
    yield Place("GIF application's name", lambda c: g.with_blocks(g.extension(0xFF, c[:11], c)))
    yield Place(
        "GIF loop with more",
        lambda c: g.with_blocks(g.extension(0xFF, b"NETSCAPE2.0", b"\1\0\0", c)),
    )
    yield Place("GIF extension of an unknown kind", lambda c: g.with_blocks(g.extension(0x42, c)))
    yield Place("GIF control that is too long", lambda c: g.with_blocks(g.extension(0xF9, c)))
    yield Place("GIF text after the end", lambda c: g.plain() + c)
    yield Place(
        "GIF picture after the end",
        lambda c: g.plain() + j.with_segments(j.segment(0xFE, c)),
        shown=False,
    )
    yield Place("GIF colours of no pixel", _unused_colours, shown=False)
    yield Place("GIF codes after the end code", lambda c: _coded(g.codes(*_LINE), c), shown=False)
    yield Place(
        "GIF codes after the last pixel", lambda c: _coded(g.codes(*_LINE[:-1]), c), shown=False
    )


def _application(name: bytes, inner: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    return lambda canary: g.with_blocks(
        bytes((0x21, 0xFF, 11)) + name + g.sub_blocks(inner(canary))
    )


def _xmp(inner: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    tail = b"\1" + bytes(range(255, -1, -1)) + b"\0"
    return lambda canary: g.with_blocks(b"\x21\xff\x0bXMP DataXMP" + inner(canary) + tail)


def _unused_colours(canary: bytes) -> bytes:
    table = bytes(6) + canary.ljust(90, b".")
    return g.tiny(table, g.codes(0x20, 0, 1, 0, 1, 0x21, width=6), bits=5, pixels=4)


def _coded(codes: bytes, canary: bytes) -> bytes:
    return g.tiny(bytes(range(12)), codes + canary)
