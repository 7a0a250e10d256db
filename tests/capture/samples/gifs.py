"""GIFs made here, block by block."""

import io
import struct

from tests.capture.samples.jpegs import picture

HEAD = 13


def plain(**settings: object) -> bytes:
    """Encode the picture with Pillow."""
    out = io.BytesIO()
    picture("P").save(out, "GIF", **settings)
    return out.getvalue()


def animated(**settings: object) -> bytes:
    frames = [picture().rotate(40 * i).convert("P") for i in range(3)]
    out = io.BytesIO()
    frames[0].save(
        out, "GIF", save_all=True, append_images=frames[1:], duration=80, loop=2, **settings
    )
    return out.getvalue()


def sub_blocks(data: bytes) -> bytes:
    pieces = (data[at : at + 200] for at in range(0, len(data), 200))
    return b"".join(bytes((len(piece),)) + piece for piece in pieces) + b"\0"


def extension(label: int, *parts: bytes) -> bytes:
    body = b"".join(bytes((len(part),)) + part for part in parts)
    return bytes((0x21, label)) + body + b"\0"


def with_blocks(*blocks: bytes, base: bytes | None = None) -> bytes:
    """Put blocks right after the global table."""
    data = plain() if base is None else base
    at = HEAD + (3 << (data[10] & 7) + 1 if data[10] & 0x80 else 0)
    return data[:at] + b"".join(blocks) + data[at:]


def tiny(table: bytes, coded: bytes, bits: int = 2, pixels: int = 3) -> bytes:
    """Build a one-line GIF from its table and its codes."""
    size = (len(table) // 3).bit_length() - 2
    screen = struct.pack("<HHBBB", pixels, 1, 0xF0 | size, 0, 0)
    image = struct.pack("<BHHHHB", 0x2C, 0, 0, pixels, 1, 0)
    return b"GIF89a" + screen + table + image + bytes((bits,)) + sub_blocks(coded) + b";"


def codes(*values: int, width: int = 3) -> bytes:
    """Pack codes of one width, the lowest bit first."""
    number = sum(value << (width * i) for i, value in enumerate(values))
    return number.to_bytes((width * len(values) + 7) // 8, "little")
