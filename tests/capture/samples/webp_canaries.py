"""A WebP for every place that can hold text or a picture, with a canary in that place."""

from collections.abc import Callable, Iterator

from tests.capture.samples import jpegs as j
from tests.capture.samples import webps as w
from tests.capture.samples.jpeg_canaries import Place, exif_blocks, icc_profiles, xmp_packets


def places() -> Iterator[Place]:
    """Yield every place of a WebP."""
    for name, inner, shown in exif_blocks():
        yield Place(f"WebP {name}", _chunked(b"EXIF", inner), shown)
    for name, inner, shown in xmp_packets():
        yield Place(f"WebP {name}", _chunked(b"XMP ", inner), shown)
    for name, inner, shown in icc_profiles():
        yield Place(f"WebP {name}", _chunked(b"ICCP", inner), shown)
    yield Place("WebP chunk of an unknown kind", _chunked(b"zzzz", bytes))
    yield Place(
        "WebP C2PA chunk", _chunked(b"C2PA", lambda c: j.superbox(b"c2pa", j.box(b"json", c)))
    )
    yield Place(
        "WebP chunk in a simple file", lambda c: w.wrapped(w.plain()[12:], w.chunk(b"zzzz", c))
    )
    yield Place("WebP second picture", _second, shown=False)
    yield Place("WebP bytes after the header's numbers", _long_header)
    yield Place("WebP bytes after the animation's numbers", lambda c: _animated(b"ANIM", c))
    yield Place("WebP chunk in a frame", lambda c: _in_frame(w.chunk(b"zzzz", c)))
    yield Place("WebP text after the end", lambda c: w.plain() + c)
    yield Place("WebP text after the coded picture", _after_picture, shown=False, refused=True)


def _chunked(kind: bytes, inner: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    return lambda canary: w.extended(0x2C, w.chunk(kind, inner(canary)))


def _second(canary: bytes) -> bytes:
    coded = w.plain()[12:]
    return w.extended(0, coded[:30] + canary + coded[30 + len(canary) :])


def _long_header(canary: bytes) -> bytes:
    data = w.extended(0)
    return w.wrapped(w.chunk(b"VP8X", data[20:30] + canary), data[30:])


def _animated(kind: bytes, more: bytes) -> bytes:
    data = w.animated()
    at = data.index(kind)
    size = int.from_bytes(data[at + 4 : at + 8], "little")
    changed = w.chunk(kind, data[at + 8 : at + 8 + size] + more)
    return w.wrapped(data[12:at], changed, data[at + 8 + size :])


def _in_frame(inner: bytes) -> bytes:
    return _animated(b"ANMF", inner)


def _after_picture(canary: bytes) -> bytes:
    data = w.plain()
    size = int.from_bytes(data[16:20], "little")
    return w.wrapped(w.chunk(b"VP8 ", data[20 : 20 + size] + canary + canary[::-1]))
