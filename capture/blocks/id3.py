"""ID3 tags of sound files: ID3v2 at the beginning, ID3v1, APE and Lyrics3 at the end.

Sources: id3.org (ID3v2.2, 2.3, 2.4 structures and frames, ID3v1), the APEv2
description, Lyrics3 v2. Never raises: what cannot be followed ends the reading.
"""

from collections.abc import Iterator
from dataclasses import dataclass

HEADER = 10
V1_SIZE = 128
MAX_FRAMES = 2000

_UNSYNCHRONISED, _EXTENDED = 0x80, 0x40
_FRAME_UNSYNCHRONISED, _FRAME_LENGTH = 0x02, 0x01
_TEXT_ENCODINGS = ("latin-1", "utf-16", "utf-16-be", "utf-8")


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame of an ID3v2 tag: its name, its data, where that lies after the tag's start."""

    name: str
    data: bytes
    at: int


def size_of_tag(head: bytes) -> int:
    """Give the length of an ID3v2 tag by its first ten bytes, with its footer; 0 for none."""
    if len(head) < HEADER or head[:3] != b"ID3" or any(byte & 0x80 for byte in head[6:10]):
        return 0
    footer = HEADER if head[5] & 0x10 else 0
    return HEADER + _seven_bits(head[6:10]) + footer


def frames(tag: bytes) -> Iterator[Frame]:
    """Give the frames of an ID3v2 tag."""
    if len(tag) < HEADER:
        return
    tag = _synchronised(tag)
    short = tag[3] == 2  # noqa: PLR2004 - the version with names of three letters
    name_size, head_size = (3, 6) if short else (4, 10)
    at = HEADER
    newest = tag[3] == 4  # noqa: PLR2004 - the version with sizes of seven bits
    if tag[5] & _EXTENDED and not short:
        raw = tag[at : at + 4]
        at += max(_seven_bits(raw) if newest else int.from_bytes(raw, "big") + 4, 4)
    for _ in range(MAX_FRAMES):
        head = tag[at : at + head_size]
        if len(head) < head_size or not head[:name_size].strip(b"\0"):
            return
        raw = head[name_size : name_size + (3 if short else 4)]
        size = _seven_bits(raw) if newest else int.from_bytes(raw, "big")
        data = tag[at + head_size : at + head_size + size]
        plain = _plain(data, head[9]) if newest else data
        yield Frame(head[:name_size].decode("latin-1"), plain, at + head_size)
        at += head_size + size


def _synchronised(tag: bytes) -> bytes:
    """Take out what keeps a tag of versions 2.2 and 2.3 from looking like sound.

    In 2.4 each frame says it of itself.
    """
    if not tag[5] & _UNSYNCHRONISED or tag[3] == 4:  # noqa: PLR2004 - the version
        return tag
    return tag[:HEADER] + _restored(tag[HEADER:])


def _plain(data: bytes, flags: int) -> bytes:
    """Take a frame of version 2.4 as it was before it was written: without its length again."""
    data = _restored(data) if flags & _FRAME_UNSYNCHRONISED else data
    return data[4:] if flags & _FRAME_LENGTH else data


def _restored(data: bytes) -> bytes:
    return data.replace(b"\xff\x00", b"\xff")


def text_of(frame: Frame) -> str:
    """Decode a text frame (T…, W…, COMM, USLT); several values are set apart by a slash."""
    data = frame.data
    if frame.name.startswith("W") and frame.name not in ("WXXX", "WXX"):
        return data.decode("latin-1")
    if not data or data[0] >= len(_TEXT_ENCODINGS):
        return data.decode("latin-1")
    body = data[4:] if frame.name in ("COMM", "USLT", "COM", "ULT") else data[1:]
    text = body.decode(_TEXT_ENCODINGS[data[0]], "replace")
    return text.replace("\ufeff", "").strip("\0").replace("\0", " / ")


def is_text(frame: Frame) -> bool:
    """Say whether a frame is one of words."""
    return frame.name[:1] in ("T", "W") or frame.name in ("COMM", "USLT", "COM", "ULT")


def v1_fields(tag: bytes) -> list[tuple[str, str]]:
    """Give the fields of an ID3v1 tag of 128 bytes."""
    places = (("title", 3, 33), ("artist", 33, 63), ("album", 63, 93), ("date", 93, 97))
    found = [*places, ("comment", 97, 127)]
    return [(name, tag[low:high].decode("latin-1").strip("\0 ")) for name, low, high in found]


def _seven_bits(data: bytes) -> int:
    value = 0
    for byte in data:
        value = value << 7 | byte & 0x7F
    return value
