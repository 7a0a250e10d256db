"""A JPEG XL file for every place that can hold text or a picture, with a canary in that place."""

from collections.abc import Callable, Iterator

from tests.capture.samples import jpegs as j
from tests.capture.samples import jxls as x
from tests.capture.samples import tiffs as t
from tests.capture.samples.jpeg_canaries import Place, exif_blocks, jumbf_boxes, xmp_packets

Build = Callable[[bytes], bytes]


def places() -> Iterator[Place]:
    """Yield every place of a JPEG XL file."""
    for name, inner, shown in exif_blocks():
        yield Place(f"JXL {name}", _exif(inner), shown)
    for name, inner, shown in xmp_packets():
        yield Place(f"JXL {name}", _box(b"xml ", inner), shown)
    for name, inner, shown in jumbf_boxes():
        yield Place(f"JXL {name}", _super(inner), shown)
    yield from _boxes()
    yield from _codestream()


def _box(kind: bytes, inner: Build) -> Build:
    return lambda canary: x.boxed(j.box(kind, inner(canary)))


def _exif(block: Build) -> Build:
    return _box(b"Exif", lambda canary: x.exif(block(canary)))


def _super(block: Build) -> Build:
    return _box(b"jumb", lambda canary: block(canary)[8:])


def _artist(canary: bytes) -> bytes:
    return x.exif(t.block({"IFD0": [t.text(0x013B, canary.decode())]}))


def _creator(canary: bytes) -> bytes:
    return j.packet(f"<dc:creator>{canary.decode()}</dc:creator>")


def _boxes() -> Iterator[Place]:
    # A canary in a compressed box is not in the file's own bytes: it is there once more, in a
    # box of an unknown kind, so that the test can see it before and not after.
    yield Place("JXL bytes before the Exif block", _box(b"Exif", _before_exif))
    yield Place("JXL compressed Exif", _squeezed(b"Exif", _artist))
    yield Place("JXL compressed XMP", _squeezed(b"xml ", _creator))
    yield Place("JXL compressed JUMBF", _squeezed(b"jumb", _claim))
    yield Place("JXL compressed box of an unknown kind", _squeezed(b"what", bytes))
    yield Place("JXL compressed box that does not inflate", _box(b"brob", lambda c: b"what" + c))
    yield Place("JXL box of an unknown kind", _box(b"what", bytes))
    yield Place("JXL free box", _box(b"free", bytes))
    yield Place("JXL brand", lambda c: _with_brand(b"jxl \0\0\0\0jxl " + c))
    yield Place("JXL level", _box(b"jxll", bytes))
    yield Place("JXL frame index", _box(b"jxli", bytes))
    yield Place("JXL JPEG that it was made from", _box(b"jbrd", bytes))
    yield Place("JXL text after the end", lambda c: x.boxed() + c)
    yield Place("JXL box after the picture", lambda c: x.boxed() + j.box(b"what", c))
    yield Place("JXL text between parts", _between)


def _codestream() -> Iterator[Place]:
    yield Place("JXL text after the codestream", lambda c: x.plain() + c)
    yield Place("JXL text after the codestream in its box", _after_inside)
    yield Place("JXL name of a frame", lambda c: x.named_frame(c.ljust(20, b".")), refused=True)
    yield Place("JXL name of a channel", lambda c: x.named_channel(c.ljust(20, b".")), refused=True)


def _before_exif(canary: bytes) -> bytes:
    skipped = len(canary).to_bytes(4, "big") + canary
    return skipped + t.block({"IFD0": [t.short(0x0112, 1)]})


def _squeezed(kind: bytes, inner: Build) -> Build:
    return lambda canary: x.boxed(x.squeezed(kind, inner(canary)), j.box(b"what", canary))


def _claim(canary: bytes) -> bytes:
    return j.superbox(b"c2pa", j.box(b"json", b'{"author": "' + canary + b'"}'))[8:]


def _with_brand(brand: bytes) -> bytes:
    return x.MARK + j.box(b"ftyp", brand) + j.box(b"jxlc", x.plain())


def _between(canary: bytes) -> bytes:
    codestream = x.plain()
    first = j.box(b"jxlp", bytes(4) + codestream[:50])
    last = j.box(b"jxlp", b"\x80\0\0\1" + codestream[50:])
    return x.MARK + x.BRAND + first + j.box(b"what", canary) + last


def _after_inside(canary: bytes) -> bytes:
    return x.boxed(codestream=x.plain() + canary)
