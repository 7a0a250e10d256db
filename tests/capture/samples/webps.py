"""WebP files made here, chunk by chunk."""

import io
import struct

from tests.capture.samples.jpegs import picture


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack("<4sI", kind, len(data)) + data + bytes(len(data) % 2)


def wrapped(*chunks: bytes) -> bytes:
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def plain(mode: str = "RGB", **settings: object) -> bytes:
    """Encode the picture with Pillow."""
    image = picture("RGB").convert(mode)
    if mode == "RGBA":
        image.putalpha(picture("L"))
    out = io.BytesIO()
    image.save(out, "WEBP", **{"quality": 80, **settings})
    return out.getvalue()


def animated(**settings: object) -> bytes:
    frames = [picture().rotate(40 * i) for i in range(3)]
    out = io.BytesIO()
    frames[0].save(
        out, "WEBP", save_all=True, append_images=frames[1:], duration=80, loop=2, **settings
    )
    return out.getvalue()


def extended(flags: int, *chunks: bytes, picture_chunk: bytes | None = None) -> bytes:
    """Build a still with a VP8X header and further chunks behind the picture."""
    coded = plain()[12:] if picture_chunk is None else picture_chunk
    width, height = picture().size
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return wrapped(chunk(b"VP8X", bytes((flags, 0, 0, 0)) + sides), coded, *chunks)
