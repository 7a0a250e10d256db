"""What stands after the end of a picture: more pictures, a motion clip, a maker's trailer.

Sources: CIPA DC-007 (MPF), Google's motion photo and Ultra HDR formats, ExifTool's notes on
Samsung's trailer ("SEFH"/"SEFT"). Whatever is not recognised is named as data after the end.
"""

import re
from dataclasses import dataclass

from capture.blocks import jpeg_segments, needle
from capture.report import Embedded, Harm, Trace, shorten

MAX_PARTS = 64
"""Parts that are told apart; what follows them is named as one."""

_JPEG = b"\xff\xd8\xff"
_CLIP = re.compile(rb"[\x00-\xff]{4}ftyp")
_NEXT = re.compile(rb"\xff\xd8\xff|\x00\x00\x00[\x08-\xff]ftyp", re.DOTALL)
_SAMSUNG_END = b"SEFT"
_SAMSUNG_NAME = re.compile(rb"[A-Za-z][A-Za-z0-9_]{5,40}")
_PLACE = re.compile(rb"[+-]\d{2}(?:\.\d{2,8})[+-]\d{3}(?:\.\d{2,8})")
_CLIP_STRINGS = 1 << 16


@dataclass(frozen=True, slots=True)
class After:
    """What was found: ``pictures`` are the offsets of further JPEGs, to be read in their turn."""

    traces: tuple[Trace, ...]
    embedded: tuple[Embedded, ...]
    pictures: tuple[int, ...]


def read_after(untrusted: bytes, at: int, where: str) -> After:
    """Name everything from ``at`` to the end of the file; nothing if there is nothing."""
    traces: list[Trace] = []
    embedded: list[Embedded] = []
    pictures: list[int] = []
    end = at
    for _ in range(MAX_PARTS):
        if at >= len(untrusted):
            break
        part = _part(untrusted, at)
        embedded.append(part)
        traces.append(_trace(untrusted, part, where, end))
        if part.kind == "picture":
            pictures.append(part.offset)
        traces += _places(untrusted, part, where)
        at = part.offset + part.size
    if at < len(untrusted):
        rest = Embedded("data-after-end", at, len(untrusted) - at)
        embedded.append(rest)
        traces += (_trace(untrusted, rest, where, end), *_places(untrusted, rest, where))
    return After(tuple(traces), tuple(embedded), tuple(pictures))


def _part(untrusted: bytes, at: int) -> Embedded:
    if untrusted[at : at + 3] == _JPEG:
        end = jpeg_segments.walk(untrusted, at).end or len(untrusted)
        return Embedded("picture", at, end - at)
    if _CLIP.match(untrusted, at):
        return Embedded("motion-clip", at, _clip_end(untrusted, at) - at)
    further = _NEXT.search(untrusted, at + 1)
    end = further.start() if further else len(untrusted)
    kind = "maker-trailer" if untrusted.endswith(_SAMSUNG_END) else "data-after-end"
    return Embedded(kind, at, end - at)


def _clip_end(untrusted: bytes, at: int) -> int:
    """Return where the clip's run of boxes ends."""
    while at + 8 <= len(untrusted):
        size = int.from_bytes(untrusted[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(untrusted[at + 8 : at + 16], "big")
        named = untrusted[at + 4 : at + 8].isalnum()
        if size < 8 or not named or at + size > len(untrusted):  # noqa: PLR2004 - a box's header
            break
        at += size
    return at


def _trace(untrusted: bytes, part: Embedded, where: str, at: int) -> Trace:
    head = untrusted[part.offset : part.offset + min(part.size, needle.MAX_SCANNED)]
    if part.kind == "picture":
        return Trace("picture after the end", f"{part.size} bytes", Harm.IDENTITY, where)
    if part.kind == "motion-clip":
        tail = untrusted[max(part.offset, part.offset + part.size - _CLIP_STRINGS) :][
            :_CLIP_STRINGS
        ]
        needles = needle.string_needles(tail)
        return Trace("motion clip", f"{part.size} bytes", Harm.IDENTITY, where, needles)
    said = f"{part.size} bytes"
    if part.kind == "maker-trailer":
        names = sorted({name.decode() for name in _SAMSUNG_NAME.findall(head) if b"_" in name})
        said += ": " + ", ".join(names[:12])
    harm = Harm.TECHNICAL if not head.strip(b"\0 \r\n") else Harm.IDENTITY
    return Trace(
        "data after the end", shorten(said), harm, where, _own_strings(untrusted, head, at)
    )


def _own_strings(untrusted: bytes, head: bytes, end: int) -> tuple[bytes, ...]:
    """Return the strings that the picture itself does not hold: it may be there twice."""
    return tuple(n for n in needle.string_needles(head) if untrusted.find(n, 0, end) < 0)


def _places(untrusted: bytes, part: Embedded, where: str) -> list[Trace]:
    """Find ISO 6709 coordinates, which clips of phones hold as text."""
    if part.kind == "picture":
        return []
    found = _PLACE.search(untrusted, part.offset, part.offset + part.size)
    if found is None:
        return []
    text = found.group().decode("ascii")
    return [Trace("location", text, Harm.LOCATION, where, needle.text_needles(text))]
