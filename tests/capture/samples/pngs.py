"""PNGs made here, chunk by chunk."""

import io
import struct
import zlib

from PIL import Image

from tests.capture.samples.jpegs import picture

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def plain(mode: str = "RGB", **settings: object) -> bytes:
    """Encode the picture with Pillow."""
    out = io.BytesIO()
    picture(mode if mode != "I;16" else "L").save(out, "PNG", **settings)
    return out.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def with_chunks(*chunks: bytes, base: bytes | None = None) -> bytes:
    """Put chunks right after the header."""
    data = plain() if base is None else base
    return data[:33] + b"".join(chunks) + data[33:]


def before_end(*chunks: bytes) -> bytes:
    data = plain()
    return data[:-12] + b"".join(chunks) + data[-12:]


def streams(data: bytes) -> bytes:
    """Return a file's chunks one after the other, with every zlib stream in them inflated."""
    out, at, pixels = b"", 8, b""
    while at + 12 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + size]
        at += 12 + size
        out += kind + body
        pixels += body if kind == b"IDAT" else b""
        for skipped in range(min(size, 100)):
            if body[skipped : skipped + 1] == b"\x78" and kind not in {b"IDAT", b"fdAT"}:
                out += _inflated(body[skipped:])
    return out + _inflated(pixels)


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        return b""


def pixels_of(data: bytes) -> bytes:
    """Return the compressed pixels."""
    out, at = b"", 8
    while at + 12 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        out += data[at + 8 : at + 8 + size] if kind == b"IDAT" else b""
        at += 12 + size
    return out


def with_pixels(stream: bytes, base: bytes) -> bytes:
    """Put another zlib stream in place of a file's pixels."""
    at = base.index(b"IDAT") - 4
    return base[:at] + chunk(b"IDAT", stream) + chunk(b"IEND", b"")


def animated(frames: int = 3, **settings: object) -> bytes:
    """Encode an APNG of a moving picture."""
    out = io.BytesIO()
    pictures = [picture().rotate(40 * i) for i in range(frames)]
    pictures[0].save(out, "PNG", save_all=True, append_images=pictures[1:], duration=80, **settings)
    return out.getvalue()


def deep(mode: str) -> bytes:
    """Encode 16 bits a sample, which Pillow does for grey alone; colours are built here."""
    if mode == "I;16":
        out = io.BytesIO()
        tall = picture("L").convert("I").point(lambda value: value * 257)
        tall.convert("I;16").save(out, "PNG")
        return out.getvalue()
    samples = picture("RGB").tobytes()
    width, height = picture().size
    wide = b"".join(bytes((value, value ^ 0x5A)) for value in samples)
    rows = (b"\0" + wide[y * width * 6 : (y + 1) * width * 6] for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 16, 2, 0, 0, 0)
    packed = zlib.compress(b"".join(rows))
    return SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def with_palette_tail(canary: bytes, alphas: bytes = b"", *, frames: bool = False) -> bytes:
    """Build a palette of which most entries are used by no pixel and hold text.

    ``alphas`` say how much light each lets through. With ``frames`` it is two pictures of which
    the second, of half the size, uses the entries 1 and 2 where the first uses 0 and 1.
    """
    entries = bytes(range(9)) + canary.ljust(42, b".")
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 3, 0, 0, 0)) + chunk(b"PLTE", entries)
    head += chunk(b"tRNS", alphas) if alphas else b""
    first = zlib.compress((b"\0" + bytes((0, 1) * 4)) * 8)
    second = zlib.compress((b"\0" + bytes((1, 2) * 2)) * 4)
    pixels = chunk(b"IDAT", first)
    if frames:
        tail = struct.pack(">HHBB", 1, 10, 0, 0)
        pixels = chunk(b"acTL", struct.pack(">II", 2, 0))
        pixels += chunk(b"fcTL", struct.pack(">5I", 0, 8, 8, 0, 0) + tail) + chunk(b"IDAT", first)
        pixels += chunk(b"fcTL", struct.pack(">5I", 1, 4, 4, 2, 2) + tail)
        pixels += chunk(b"fdAT", struct.pack(">I", 2) + second)
    return SIGNATURE + head + pixels + chunk(b"IEND", b"")


def reopened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image
