"""A PNG for every place that can hold text or a picture, with a canary in that place."""

import zlib
from collections.abc import Callable, Iterator

from tests.capture.samples import jpegs as j
from tests.capture.samples import pngs as p
from tests.capture.samples.jpeg_canaries import (
    Place,
    exif_blocks,
    icc_profiles,
    jumbf_boxes,
    photoshop_blocks,
    xmp_packets,
)

KEYWORDS = (
    "Title", "Author", "Description", "Copyright", "Creation Time", "Software", "Disclaimer",
    "Warning", "Source", "Comment", "parameters", "date:create", "exif:Model",
)  # fmt: skip
ANCILLARY = (
    b"prVW", b"vpAg", b"mkBF", b"mkTS", b"gIFx", b"gIFg", b"dSIG", b"sPLT", b"sCAL", b"pCAL",
    b"sBIT", b"bKGD", b"hIST", b"pHYs", b"oFFs", b"sTER", b"mDCV", b"cLLI", b"iDOT", b"zzZZ",
)  # fmt: skip


def places() -> Iterator[Place]:
    """Yield every place of a PNG."""
    yield from _texts()
    for name, inner, shown in exif_blocks():
        yield Place(f"PNG {name}", _chunked(b"eXIf", b"", inner), shown)
    for name, inner, shown in xmp_packets():
        yield Place(f"PNG {name}", _chunked(b"iTXt", b"XML:com.adobe.xmp" + bytes(5), inner), shown)
    for name, inner, shown in icc_profiles():
        yield Place(f"PNG {name}", _profile(inner), shown)
    for name, inner, shown in jumbf_boxes():
        yield Place(f"PNG {name}", _chunked(b"caBX", b"", inner), shown)
    for name, inner, shown in photoshop_blocks():
        yield Place(f"PNG raw profile, {name}", _raw(b"8bim", inner), shown)
    yield from _chunks()
    yield from _around_the_pixels()


def _chunked(kind: bytes, head: bytes, inner: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    return lambda canary: p.with_chunks(p.chunk(kind, head + inner(canary)))


def _texts() -> Iterator[Place]:
    for word in KEYWORDS:
        yield Place(f"PNG tEXt: {word}", _chunked(b"tEXt", word.encode() + b"\0", bytes))
    yield Place("PNG tEXt: the keyword", _chunked(b"tEXt", b"", lambda c: c + b"\0wordy"))
    yield Place("PNG zTXt", _chunked(b"zTXt", b"Comment\0\0", zlib.compress))
    yield Place("PNG zTXt that does not inflate", _chunked(b"zTXt", b"Comment\0\0", bytes))
    yield Place("PNG iTXt", _chunked(b"iTXt", b"Comment\0\0\0\0\0", bytes))
    yield Place("PNG iTXt, compressed", _chunked(b"iTXt", b"Comment\0\1\0\0\0", zlib.compress))
    yield Place(
        "PNG iTXt: language", _chunked(b"iTXt", b"Comment\0\0\0", lambda c: c + b"\0\0wordy")
    )
    yield Place(
        "PNG iTXt: translated keyword",
        _chunked(b"iTXt", b"Comment\0\0\0fa\0", lambda c: c + b"\0wordy"),
    )
    exif = {name: inner for name, inner, _ in exif_blocks()}["Exif IFD0: Artist 0x013b"]
    yield Place("PNG raw profile, Exif", _raw(b"exif", lambda c: j.EXIF + exif(c)))
    yield Place("PNG raw profile, Exif as APP1", _raw(b"APP1", lambda c: j.EXIF + exif(c)))
    packet = {name: inner for name, inner, _ in xmp_packets()}["XMP: an element"]
    yield Place("PNG raw profile, XMP", _raw(b"xmp", packet))
    yield Place("PNG raw profile, IPTC", _raw(b"iptc", lambda c: j.data_set(80, c)))
    yield Place("PNG raw profile of an unknown kind", _raw(b"odd", bytes))
    profiles = {name: inner for name, inner, _ in icc_profiles()}["ICC: desc"]
    yield Place("PNG raw profile, ICC", _raw(b"icc", profiles))


def _raw(kind: bytes, inner: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    def build(canary: bytes) -> bytes:
        data = inner(canary)
        digits = data.hex().encode()
        text = b"\n" + kind + b"\n" + str(len(data)).rjust(8).encode() + b"\n" + digits + b"\n"
        return p.with_chunks(
            p.chunk(b"zTXt", b"Raw profile type " + kind + b"\0\0" + zlib.compress(text))
        )

    return build


def _profile(inner: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    return _chunked(b"iCCP", b"named\0\0", lambda canary: zlib.compress(inner(canary)))


def _chunks() -> Iterator[Place]:
    for kind in ANCILLARY:
        yield Place(f"PNG {kind.decode()}", _chunked(kind, b"", bytes))
    yield Place(
        "PNG iCCP: the profile's name",
        lambda c: p.with_chunks(p.chunk(b"iCCP", c + b"\0\0" + zlib.compress(j.profile()))),
    )
    yield Place(
        "PNG iCCP: bytes after the stream",
        lambda c: p.with_chunks(p.chunk(b"iCCP", b"n\0\0" + zlib.compress(j.profile()) + c)),
        shown=False,
    )
    yield Place("PNG tIME: bytes after the time", _chunked(b"tIME", bytes(7), bytes))
    yield Place("PNG sRGB: bytes after the intent", _chunked(b"sRGB", b"\0", bytes))
    yield Place("PNG gAMA: bytes after the number", _chunked(b"gAMA", bytes(4), bytes))
    yield Place("PNG tRNS: bytes after the colour", _chunked(b"tRNS", bytes(6), bytes), shown=False)
    yield Place("PNG cICP: bytes after the numbers", _chunked(b"cICP", bytes(4), bytes))
    yield Place(
        "PNG suggested palette",
        lambda c: p.with_chunks(p.chunk(b"PLTE", c + bytes(-len(c) % 3))),
        shown=False,
    )
    yield Place(
        "PNG frame data without animation",
        lambda c: p.before_end(p.chunk(b"fdAT", bytes(4) + c)),
        shown=False,
    )
    yield Place(
        "PNG chunk with a wrong checksum",
        lambda c: p.with_chunks(p.chunk(b"teXt", c)[:-4] + bytes(4)),
    )


def _around_the_pixels() -> Iterator[Place]:
    yield Place("PNG text after the end", lambda c: p.plain() + c)
    yield Place(
        "PNG left-over picture after the end",
        lambda c: p.plain() + p.chunk(b"tEXt", b"Author\0" + c) + p.plain()[33:],
    )
    yield Place(
        "PNG picture after the end",
        lambda c: p.plain() + j.with_segments(j.segment(0xFE, c)),
        shown=False,
    )
    yield Place("PNG IEND with content", _full_end)
    yield Place("PNG bytes after the pixels' stream", _after_stream, shown=False)
    yield Place("PNG more pixels than the picture has", _surplus, shown=False)
    yield Place("PNG palette entries of no pixel", p.with_palette_tail, shown=False)


def _full_end(canary: bytes) -> bytes:
    return p.plain()[:-12] + p.chunk(b"IEND", canary)


def _after_stream(canary: bytes) -> bytes:
    base = p.plain()
    return p.with_pixels(p.pixels_of(base) + canary, base)


def _surplus(canary: bytes) -> bytes:
    base = p.plain()
    return p.with_pixels(zlib.compress(zlib.decompress(p.pixels_of(base)) + canary), base)
