"""Files that break something, made small and on the spot."""

import struct
import zlib
from pathlib import Path

_SIDE = 30_000
_ROWS = 100


def png_bomb(path: Path) -> Path:
    """Write a whole PNG of 30,000 x 30,000 pixels: 2.7 GB of rows in a few megabytes or less."""
    row = b"\0" * (1 + 3 * _SIDE)
    packer = zlib.compressobj(9, wbits=-15)
    block = packer.compress(row * _ROWS) + packer.flush(zlib.Z_FULL_FLUSH)
    end = packer.flush()
    # Adler-32 of n zero bytes: the low half stays 1, the high half counts them.
    count = len(row) * _SIDE
    checksum = struct.pack(">I", (count % 65521) << 16 | 1)
    stream = b"\x78\xda" + block * (_SIDE // _ROWS) + end + checksum
    header = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", stream), (b"IEND", b""))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks))
    return path


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def broken_index(video: Path, path: Path) -> Path:
    """Copy a video whose table of chunks points far beyond its end."""
    data = bytearray(video.read_bytes())
    at = data.index(b"stco")
    count = int.from_bytes(data[at + 8 : at + 12], "big")
    for number in range(count):
        data[at + 12 + 4 * number : at + 16 + 4 * number] = b"\x7f\xff\xff\xf0"
    path.write_bytes(data)
    return path


def cut_in_half(photo: Path, path: Path) -> Path:
    """Copy the first half of a photo."""
    data = photo.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path
