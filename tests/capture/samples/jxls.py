"""JPEG XL files made here: codestreams by libjxl, boxes and headers by hand."""

import io
from unittest import mock

import brotli
import pillow_jxl  # noqa: F401 - registers the encoder with Pillow

from capture.blocks import jxl_frame
from capture.blocks.jxl_bits import Bits
from capture.blocks.jxl_image import read_image
from tests.capture.samples import jpegs
from tests.capture.samples.jpegs import box

MARK = box(b"JXL ", b"\r\n\x87\n")
BRAND = box(b"ftyp", b"jxl \0\0\0\0jxl ")


def plain(mode: str = "RGB", size: tuple[int, int] = (96, 64), **settings: object) -> bytes:
    """Encode the picture with libjxl: a bare codestream."""
    out = io.BytesIO()
    image = jpegs.picture(size=size).convert(mode if mode not in {"RGBA", "LA"} else "RGB")
    if mode in {"RGBA", "LA"}:
        image = image.convert(mode[:-1])
        image.putalpha(jpegs.picture("L", size))
    image.save(out, "JXL", **{"effort": 3, **settings})
    return out.getvalue()


def boxed(*parts: bytes, codestream: bytes | None = None) -> bytes:
    """Put boxes around a codestream, ``parts`` before it."""
    picture = box(b"jxlc", plain() if codestream is None else codestream)
    return MARK + BRAND + b"".join(parts) + picture


def in_parts(codestream: bytes, cut: int) -> bytes:
    """Spread a codestream over two boxes."""
    first = box(b"jxlp", bytes(4) + codestream[:cut])
    return MARK + BRAND + first + box(b"jxlp", b"\x80\0\0\1" + codestream[cut:])


def squeezed(kind: bytes, body: bytes) -> bytes:
    """Build a compressed box."""
    return box(b"brob", kind + brotli.compress(body))


def exif(block: bytes) -> bytes:
    return bytes(4) + block


class Writer:
    """Writes fields as a codestream has them, the lowest bit first."""

    def __init__(self) -> None:
        self.bits: list[int] = []

    def u(self, *fields: tuple[int, int]) -> "Writer":
        """Add numbers, each with its width."""
        for width, value in fields:
            self.bits += [value >> at & 1 for at in range(width)]
        return self

    def name(self, text: bytes) -> "Writer":
        """Add a name of 16 to 47 bytes."""
        self.u((2, 2), (5, len(text) - 16))
        return self.u(*((8, byte) for byte in text))

    def done(self) -> bytes:
        padded = self.bits + [0] * (-len(self.bits) % 8)
        chunks = (padded[at : at + 8] for at in range(0, len(padded), 8))
        return bytes(sum(bit << at for at, bit in enumerate(chunk)) for chunk in chunks)


SIZE = ((1, 1), (5, 0), (3, 1))
"""Eight by eight pixels."""


def image_header(
    *, orientation: int = 1, preview: bool = False, channel: bytes | None = None, kind: int = 0
) -> Writer:
    """Write the headers up to the frame: 8 bits, sRGB, perhaps one more channel with a name."""
    out = Writer().u((16, 0x0AFF), *SIZE, (1, 0), (1, 1), (3, orientation - 1), (1, 0))
    out.u((1, int(preview)))
    if preview:
        out.u((1, 1), (2, 0), (3, 1))
    out.u((1, 0), (1, 0), (2, 0), (1, 1))
    if channel is None:
        out.u((2, 0))
    else:
        enum = ((2, kind),) if kind < 2 else ((2, 2), (4, kind - 2))
        out.u((2, 1), (1, 0), *enum, (1, 0), (2, 0), (2, 0)).name(channel)
        if kind == 0:
            out.u((1, 0))
    return out.u((1, 0), (1, 1), (1, 1), (2, 0), (1, 1))


def frame_header(name: bytes = b"", *, last: bool = True, extra: bool = False) -> Writer:
    """Write the header of a modular frame, and the table of one section of four bytes."""
    out = Writer().u((1, 0), (2, 0), (1, 1), (2, 0), (1, 0), (2, 0))
    if extra:
        out.u((2, 0))
    out.u((2, 1), (2, 0), (1, 0), (2, 0))
    if extra:
        out.u((2, 0))
    out.u((1, int(last)))
    if not last:
        out.u((2, 0), (1, 0))
    if name:
        out.name(name)
    else:
        out.u((2, 0))
    out.u((1, 1), (2, 0))
    out.u((1, 0), (-len(out.bits) % 8 - 1 if len(out.bits) % 8 else 7, 0))
    return out.u((2, 0), (10, 4))


def written(image: Writer, *frames: Writer, tail: bytes = b"") -> bytes:
    """Join headers and frames, each with four bytes that no decoder is asked to read."""
    return image.done() + b"".join(frame.done() + b"\x90\x91\x92\x93" for frame in frames) + tail


def _bits(data: bytes, start: int, end: int) -> tuple[int, int]:
    """Give the bits from one to another as a field to write."""
    whole = int.from_bytes(data[: (end + 7) // 8], "little")
    return end - start, whole >> start & (1 << end - start) - 1


def oriented(turn: int) -> bytes:
    """Give a picture of libjxl's an image header that says which way is up.

    libjxl writes all defaults as one bit; the longer header says the same and the turn.
    """
    data = plain()
    size_bits = 16 + 9  # the mark, a height in eighths, a ratio
    assert _bits(data, size_bits, size_bits + 2) == (2, 3), "libjxl wrote another header"
    made = Writer().u(_bits(data, 0, size_bits))
    made.u((1, 0), (1, 1), (3, turn - 1), (3, 0), (1, 0), (2, 0), (1, 1), (2, 0), (1, 1))
    made.u((1, 1), (1, 1), (2, 0), (1, 1))
    return made.done() + data[(size_bits + 2 + 7) // 8 :]


def named_frame(name: bytes) -> bytes:
    """Give the frame of a picture of libjxl's a name of 16 to 47 bytes."""
    data = plain()
    bits = Bits(data, 16)
    image = read_image(bits)
    start = 8 * bits.to_byte()
    bits = Bits(data, start)
    places: list[int] = []

    def noted(reader: Bits) -> bytes:
        places.append(reader.at)
        return b""[: reader.u(2)]

    with mock.patch.object(jxl_frame, "read_name", noted):
        jxl_frame.read_frame(bits, image)
    made = Writer().u(_bits(data, start, places[-1])).name(name)
    made.u(_bits(data, places[-1] + 2, bits.at), (1, 0))
    return data[: start // 8] + made.done() + data[(bits.at + 1 + 7) // 8 :]


def named_channel(name: bytes) -> bytes:
    """Give the transparency of a picture of libjxl's a name of 16 to 47 bytes."""
    data = plain("RGBA")
    size_bits = 16 + 9
    # Not all defaults, no more fields, 8 bits, 16 are enough, one channel: all defaults.
    assert _bits(data, size_bits, size_bits + 9)[1] >> 8 == 1, "libjxl wrote another header"
    made = Writer().u(_bits(data, 0, size_bits + 8))
    made.u((1, 0), (2, 0), (1, 0), (2, 0), (2, 0)).name(name).u((1, 0))
    bits = Bits(data, 16)
    read_image(bits)
    return made.u(_bits(data, size_bits + 9, bits.at)).done() + data[(bits.at + 7) // 8 :]
