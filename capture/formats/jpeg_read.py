"""What a JPEG says about its maker, segment by segment and after its end."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from capture.blocks import exif, icc, iptc, jumbf, needle, tiff, xmp
from capture.blocks.after_image import read_after
from capture.blocks.jpeg_frame import frame_of
from capture.blocks.jpeg_segments import Segment, Structure, walk
from capture.errors import CaptureError
from capture.formats.jpeg_parts import (
    ADOBE,
    ADOBE_SIZE,
    EXTENDED_XMP,
    ICC,
    MPF,
    OWN_JFIF,
    XMP,
    Part,
    joined_boxes,
    joined_profile,
    part_of,
)
from capture.formats.movie.read import read_movie
from capture.formats.still import facts_with, neutral_exif
from capture.kinds import MediaKind
from capture.report import Embedded, Facts, Harm, MetadataReport, Trace, shorten, worst_first
from capture.seeking import window

MAX_NESTED = 2
"""How deep pictures after the end of pictures are read."""

_GUID = 32
_EXTENDED_HEAD = len(EXTENDED_XMP) + _GUID + 8
_MAX_EXTENDED = 64 << 20
_JFXX_HEAD = 6
_MPF_ENTRIES, _MPF_IDS = 0xB002, 0xB003


@dataclass(slots=True)
class Findings:
    """What is gathered while one image is read; ``prefix`` leads every place."""

    data: bytes
    prefix: str
    traces: list[Trace] = field(default_factory=list)
    embedded: list[Embedded] = field(default_factory=list)
    reading: exif.ExifReading | None = None
    profile_parts: list[bytes] = field(default_factory=list)
    extended: dict[bytes, list[tuple[int, bytes]]] = field(default_factory=dict)
    boxes: dict[bytes, list[Segment]] = field(default_factory=dict)
    clip: Facts | None = None

    def say(self, tag: str, value: str, harm: Harm, where: str, strings: bytes = b"") -> None:
        """Add one trace, with the printable strings of ``strings`` as its needles."""
        needles = needle.string_needles(strings) if strings else ()
        self.traces.append(Trace(tag, shorten(value), harm, self.prefix + where, needles))


def report(data: bytes, structure: Structure) -> MetadataReport:
    """Read everything. Raises Damaged where not even a frame header is there, and TooLarge."""
    frame = frame_of(structure.segments)
    found = read_image(data, structure, "", 0)
    reading = found.reading
    orientation = reading.orientation if reading else exif.UPRIGHT
    told = _with_clip(reading.facts if reading else Facts(), found.clip)
    facts = facts_with(found.traces, told, frame.width, frame.height, orientation)
    traces = worst_first(found.traces)
    return MetadataReport(MediaKind.JPEG, len(data), traces, tuple(found.embedded), facts)


def _with_clip(facts: Facts, clip: Facts | None) -> Facts:
    """Take the place and the device from a motion photo's clip where the photo names none."""
    if clip is None:
        return facts
    placed = facts if facts.latitude else clip
    return replace(
        facts,
        latitude=placed.latitude,
        longitude=placed.longitude,
        taken_at=facts.taken_at or clip.taken_at,
        device=facts.device or clip.device,
    )


def read_image(data: bytes, structure: Structure, prefix: str, depth: int) -> Findings:
    """Read one image of a file, every place named with ``prefix`` before it."""
    found = Findings(data, prefix)
    for segment in structure.segments:
        part = part_of(segment)
        if part is not None:
            _READERS[part](found, segment, bytes(segment.body))
    _joined(found)
    for offset, size in structure.strays:
        stray = data[offset : offset + size]
        found.say("bytes between segments", f"{size} bytes", Harm.IDENTITY, "stray", stray)
    if structure.end is None:
        found.say("JPEG", structure.problem, Harm.TECHNICAL, "end")
    elif not prefix:
        _after(found, structure.end, depth)
    return found


def _after(found: Findings, end: int, depth: int) -> None:
    after = read_after(found.data, end, f"{found.prefix}after EOI")
    found.traces += after.traces
    found.embedded += after.embedded
    for part in after.embedded:
        if part.kind == "motion-clip":
            _clip(found, part)
    for number, at in enumerate(after.pictures, 1):
        if depth < MAX_NESTED:
            inner = read_image(
                found.data, walk(found.data, at), f"{found.prefix}picture {number}/", depth + 1
            )
            found.traces += inner.traces
            found.embedded += inner.embedded


def _clip(found: Findings, part: Embedded) -> None:
    """Read a motion photo's clip as the movie that it is: it has its own place, time and device."""
    start, end = part.offset, part.offset + part.size
    try:
        clip = read_movie(window(io.BytesIO(found.data), start, end))
    except CaptureError:
        return  # it is named as a clip, with its strings, in any case
    for trace in clip.traces:
        found.traces.append(replace(trace, where=f"{found.prefix}motion clip/{trace.where}"))
    found.clip = found.clip or clip.facts


def _jfif(found: Findings, segment: Segment, body: bytes) -> None:
    if body == OWN_JFIF:
        return
    picture = body[len(OWN_JFIF) :]
    unit, across, down = body[7:8].hex(), body[8:10].hex(), body[10:12].hex()
    found.say("JFIF", f"density {across}x{down}, unit {unit}", Harm.TECHNICAL, "APP0/JFIF")
    if picture:
        at = segment.offset + 4 + len(OWN_JFIF)
        found.embedded.append(Embedded("thumbnail", at, len(picture)))
        found.say("JFIFThumbnail", f"{len(picture)} bytes", Harm.IDENTITY, "APP0/JFIF", picture)


def _jfxx(found: Findings, segment: Segment, body: bytes) -> None:
    inner = len(body) - _JFXX_HEAD
    found.say("JFXXThumbnail", f"{max(inner, 0)} bytes", Harm.IDENTITY, "APP0/JFXX", body)
    if inner > 0:
        at = segment.offset + 4 + _JFXX_HEAD
        found.embedded.append(Embedded("thumbnail", at, inner))


def _exif(found: Findings, segment: Segment, body: bytes) -> None:
    reading = exif.read_tiff(body, f"{found.prefix}APP1/Exif", segment.offset + 4)
    found.traces += reading.traces
    found.embedded += reading.embedded
    if not reading.traces and body != neutral_exif(reading.orientation):
        found.say("Exif", f"{len(body)} bytes", Harm.TECHNICAL, "APP1/Exif", body)
    found.reading = found.reading or reading


def _xmp(found: Findings, _segment: Segment, body: bytes) -> None:
    found.traces += xmp.read_xmp(body[len(XMP) :], f"{found.prefix}APP1/XMP")


def _extended_xmp(found: Findings, _segment: Segment, body: bytes) -> None:
    guid = body[len(EXTENDED_XMP) : len(EXTENDED_XMP) + _GUID]
    offset = int.from_bytes(body[_EXTENDED_HEAD - 4 : _EXTENDED_HEAD], "big")
    found.extended.setdefault(guid, []).append((offset, body[_EXTENDED_HEAD:]))


def _icc(found: Findings, _segment: Segment, body: bytes) -> None:
    found.profile_parts.append(body)


def _mpf(found: Findings, _segment: Segment, body: bytes) -> None:
    entries = tiff.walk(body[len(MPF) :]).entries
    count = sum(len(entry.raw) // 16 for entry in entries if entry.tag == _MPF_ENTRIES)
    found.say("MPF", f"{count} pictures in one file", Harm.HISTORY, "APP2/MPF")
    for entry in entries:
        if entry.tag == _MPF_IDS:
            ids = bytes(entry.raw[:4096])
            found.say("MPF:ImageUIDList", ids[:33].hex(), Harm.IDENTITY, "APP2/MPF", ids)


def _gain_map(found: Findings, _segment: Segment, body: bytes) -> None:
    found.say("GainMap", f"{len(body)} bytes", Harm.TECHNICAL, "APP2/gain map", body)


def _jumbf(found: Findings, segment: Segment, body: bytes) -> None:
    found.boxes.setdefault(body[2:4], []).append(segment)


def _photoshop(found: Findings, segment: Segment, body: bytes) -> None:
    skipped = len(iptc.PHOTOSHOP_HEADER)
    where = f"{found.prefix}APP13/Photoshop"
    block = iptc.read_resources(body[skipped:], where, segment.offset + 4 + skipped)
    found.traces += block.traces
    found.embedded += block.embedded


def _adobe(found: Findings, _segment: Segment, body: bytes) -> None:
    rest = body[ADOBE_SIZE:]
    if rest or body[len(ADOBE) : len(ADOBE) + 6] != bytes((0, 100, 0, 0, 0, 0)):
        said = f"version {int.from_bytes(body[5:7], 'big')}, {len(body)} bytes"
        found.say("Adobe", said, Harm.HISTORY, "APP14/Adobe", rest)


def _comment(found: Findings, _segment: Segment, body: bytes) -> None:
    text = tiff.as_text(body)
    needles = (*needle.text_needles(text), *needle.string_needles(body))
    found.traces.append(
        Trace("Comment", shorten(text), Harm.IDENTITY, f"{found.prefix}COM", needles)
    )


def _unknown(found: Findings, segment: Segment, body: bytes) -> None:
    words = body[:32].split(b"\0")[0]
    named = tiff.as_text(words) if words.isascii() and len(words) > 2 else ""  # noqa: PLR2004 - a name
    said = f"{len(body)} bytes" + (f", {named}" if named.isprintable() and named else "")
    found.say(f"{segment.name} of unknown kind", said, Harm.IDENTITY, segment.name, body)


_READERS: dict[Part, Callable[[Findings, Segment, bytes], None]] = {
    Part.JFIF: _jfif,
    Part.JFXX: _jfxx,
    Part.EXIF: _exif,
    Part.XMP: _xmp,
    Part.EXTENDED_XMP: _extended_xmp,
    Part.ICC: _icc,
    Part.MPF: _mpf,
    Part.GAIN_MAP: _gain_map,
    Part.JUMBF: _jumbf,
    Part.PHOTOSHOP: _photoshop,
    Part.ADOBE: _adobe,
    Part.COMMENT: _comment,
    Part.UNKNOWN: _unknown,
}


def _joined(found: Findings) -> None:
    """Read what comes in several segments, once all are there."""
    if found.profile_parts:
        profile = joined_profile(found.profile_parts)
        whole = profile or b"".join(part[len(ICC) :] for part in found.profile_parts)
        found.traces += icc.read_icc(whole, f"{found.prefix}APP2/ICC")
    for guid, parts in found.extended.items():
        packet = b"".join(part for _, part in sorted(parts))[:_MAX_EXTENDED]
        where = f"{found.prefix}APP1/extended XMP"
        found.say("XMP:ExtendedGUID", tiff.as_text(guid), Harm.IDENTITY, "APP1/extended XMP", guid)
        found.traces += xmp.read_xmp(packet, where)
    for segments in found.boxes.values():
        boxes = joined_boxes(segments)
        reading = jumbf.read_jumbf(boxes.data, f"{found.prefix}APP11/JUMBF")
        found.traces += reading.traces
        found.embedded += (replace(p, offset=boxes.place(p.offset)) for p in reading.embedded)
