"""The index of a movie: which tracks it has and how each is to be shown.

Sources: ISO/IEC 14496-12 (8.2 movie, 8.3 track, 8.4 media, 8.6.6 edit list)
and the QuickTime File Format specification ("Movie atoms"). Both families are
read by the same code; where they differ, the structure itself says which.
"""

from dataclasses import dataclass
from typing import BinaryIO

from capture.blocks import boxes
from capture.blocks.boxes import Box, Budget, Fields
from capture.errors import Damaged, TooLarge, Unsupported

MAX_TRACKS = 64
MAX_ENTRIES = 32
"""Most sample descriptions of one track."""
MAX_ENTRY = 1 << 20
"""Most bytes of one sample description."""
MAX_EDITS = 1024
UNITY = (1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
"""The matrix that changes nothing: a b u, c d v, x y w."""

_ENABLED = 1
_LOOKED_AFTER = 1 << 20


@dataclass(frozen=True, slots=True)
class Edit:
    """One stretch of a track on the movie's clock.

    ``length`` in the movie's timescale, 0 for "to the end"; ``start`` in the track's own, -1 for
    a pause; ``rate`` in 1/65536 of normal speed.
    """

    length: int
    start: int
    rate: int


@dataclass(frozen=True, slots=True)
class Track:
    """One track: what kind, how shown, and where its tables are.

    ``matrix`` has nine numbers as stored (16.16 and 2.30), ``width`` and ``height`` are 16.16,
    ``volume`` 8.8. ``entries`` are the whole boxes of its sample descriptions. ``stbl`` are the
    boxes of its tables.
    """

    number: int
    enabled: bool
    handler: bytes
    timescale: int
    matrix: tuple[int, ...]
    width: int
    height: int
    volume: int
    edits: tuple[Edit, ...]
    entries: tuple[bytes, ...]
    stbl: tuple[Box, ...]
    helpers: frozenset[int]
    """Numbers of the tracks that only help this one: chapters, time codes, thumbnails."""

    @property
    def formats(self) -> tuple[bytes, ...]:
        """The four-letter names of its codecs."""
        return tuple(entry[4:8] for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Movie:
    """The index of one file; ``fragments`` are its ``moof`` boxes in file order."""

    size: int
    top: tuple[Box, ...]
    rest: int
    broken: bool
    moov: Box
    timescale: int
    tracks: tuple[Track, ...]
    fragments: tuple[Box, ...]
    defaults: dict[int, tuple[int, int, int, int]]
    """By track: description, duration, size and flags of a fragment's samples (``trex``)."""


def read_index(source: BinaryIO, budget: Budget) -> Movie:
    """Read the index of a file. Raises Damaged, TooLarge and Unsupported."""
    size = boxes.size_of(source)
    level = boxes.scan(source, 0, size, budget)
    moov = boxes.first(level.boxes, b"moov")
    if moov is None:
        raise Damaged("the video has no index, or ends before it", part="index")
    inside = _inside_moov(source, moov, budget)
    if boxes.first(inside, b"cmov"):
        raise Unsupported("the index is compressed", codec="cmov")
    header = Fields(boxes.body_of(source, boxes.one(inside, b"mvhd"), 4096))
    header.take(16 if header.full()[0] == 1 else 8)
    timescale = header.u32()
    traks = [box for box in inside if box.kind == b"trak"]
    if len(traks) > MAX_TRACKS:
        raise TooLarge("too many tracks", part="tracks")
    tracks = tuple(_read_track(source, trak, budget) for trak in traks)
    return Movie(
        size=size,
        top=level.boxes,
        rest=level.rest,
        broken=level.broken or level.rest < size,
        moov=moov,
        timescale=timescale,
        tracks=tuple(track for track in tracks if track is not None),
        fragments=tuple(box for box in level.boxes if box.kind == b"moof"),
        defaults=_read_defaults(source, inside, budget),
    )


def _inside_moov(source: BinaryIO, moov: Box, budget: Budget) -> tuple[Box, ...]:
    """List the boxes of the index. Raises Damaged where a track may be lost among stray bytes."""
    level = boxes.scan(source, moov.body, moov.end, budget, 1)
    if level.broken:
        left = boxes.read_at(source, level.rest, min(moov.end - level.rest, _LOOKED_AFTER))
        if b"trak" in left or moov.end - level.rest > _LOOKED_AFTER:
            raise Damaged("the index breaks off", part="index")
    return level.boxes


def _inside(source: BinaryIO, holder: Box | None, budget: Budget) -> tuple[Box, ...]:
    """List the boxes of a part of the index. Raises Damaged, so that none is lost in silence."""
    return () if holder is None else boxes.children(source, holder, budget)


def _read_track(source: BinaryIO, trak: Box, budget: Budget) -> Track | None:
    """Read one track; None where it has no media of its own."""
    inside = _inside(source, trak, budget)
    media = _inside(source, boxes.first(inside, b"mdia"), budget)
    if not media:
        return None
    info = _inside(source, boxes.first(media, b"minf"), budget)
    stbl = _inside(source, boxes.first(info, b"stbl"), budget)
    number, enabled, volume, matrix, width, height = _read_header(source, inside)
    return Track(
        number=number,
        enabled=enabled,
        handler=_read_handler(source, media),
        timescale=_read_timescale(source, media),
        matrix=matrix,
        width=width,
        height=height,
        volume=volume,
        edits=_read_edits(source, _inside(source, boxes.first(inside, b"edts"), budget)),
        entries=_read_entries(source, stbl, budget),
        stbl=stbl,
        helpers=_read_helpers(source, _inside(source, boxes.first(inside, b"tref"), budget)),
    )


def _read_header(
    source: BinaryIO, inside: tuple[Box, ...]
) -> tuple[int, bool, int, tuple[int, ...], int, int]:
    fields = Fields(boxes.body_of(source, boxes.one(inside, b"tkhd"), 4096))
    version, flags = fields.full()
    wide = 8 if version == 1 else 4
    fields.take(2 * wide)
    number = fields.u32()
    fields.take(4 + wide + 8 + 4)
    volume = fields.u16()
    fields.take(2)
    matrix = tuple(fields.u32() for _ in range(9))
    return number, bool(flags & _ENABLED), volume, matrix, fields.u32(), fields.u32()


def _read_handler(source: BinaryIO, media: tuple[Box, ...]) -> bytes:
    fields = Fields(boxes.body_of(source, boxes.one(media, b"hdlr")))
    fields.take(8)
    return fields.take(4)


def _read_timescale(source: BinaryIO, media: tuple[Box, ...]) -> int:
    fields = Fields(boxes.body_of(source, boxes.one(media, b"mdhd"), 4096))
    fields.take(16 if fields.full()[0] == 1 else 8)
    return fields.u32()


def _read_edits(source: BinaryIO, inside: tuple[Box, ...]) -> tuple[Edit, ...]:
    box = boxes.first(inside, b"elst")
    if box is None:
        return ()
    fields = Fields(boxes.body_of(source, box))
    wide = 8 if fields.full()[0] == 1 else 4
    count = fields.u32()
    if count > MAX_EDITS:
        raise TooLarge("too many edits", part="edits")
    sign = 1 << 8 * wide - 1
    return tuple(
        Edit(fields.uint(wide), (fields.uint(wide) ^ sign) - sign, fields.u32())
        for _ in range(count)
    )


def _read_entries(source: BinaryIO, stbl: tuple[Box, ...], budget: Budget) -> tuple[bytes, ...]:
    box = boxes.first(stbl, b"stsd")
    if box is None:
        return ()
    if box.size < 8:  # noqa: PLR2004 - version, flags and count
        raise Damaged("a box is too short for its own fields")
    count = int.from_bytes(boxes.read_at(source, box.body + 4, 4), "big")
    found = boxes.scan(source, box.body + 8, box.end, budget, box.depth + 1).boxes[:count]
    if len(found) > MAX_ENTRIES or any(entry.size > MAX_ENTRY for entry in found):
        raise TooLarge("too many sample descriptions", part="entries")
    return tuple(boxes.read_at(source, entry.start, entry.end - entry.start) for entry in found)


def _read_helpers(source: BinaryIO, inside: tuple[Box, ...]) -> frozenset[int]:
    found: set[int] = set()
    for box in inside:
        if box.kind in (b"chap", b"thmb", b"tmcd", b"auxl"):
            data = boxes.body_of(source, box, 4 * MAX_TRACKS)
            found |= {int.from_bytes(data[at : at + 4], "big") for at in range(0, len(data), 4)}
    return frozenset(found)


def _read_defaults(
    source: BinaryIO, inside: tuple[Box, ...], budget: Budget
) -> dict[int, tuple[int, int, int, int]]:
    found: dict[int, tuple[int, int, int, int]] = {}
    for box in _inside(source, boxes.first(inside, b"mvex"), budget)[:MAX_TRACKS]:
        if box.kind == b"trex":
            fields = Fields(boxes.body_of(source, box, 4096))
            fields.take(4)
            number = fields.u32()
            found[number] = (fields.u32(), fields.u32(), fields.u32(), fields.u32())
    return found
