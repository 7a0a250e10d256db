"""Everything that a movie says: boxes, tracks, streams, and what lies between them.

Reads on where something is broken: a damaged file still says what it says.
"""

from typing import BinaryIO

from capture.blocks import boxes, needle
from capture.blocks.boxes import Box, Budget, Fields
from capture.errors import CaptureError, Damaged
from capture.formats.movie.index import read_index
from capture.formats.movie.layout import FTYP, UNDETERMINED
from capture.formats.movie.read_tracks import Tracks
from capture.formats.movie.said import MAX_VALUE_BYTES, Said, since_1904
from capture.formats.movie.userdata import UserData, decoded, name_of
from capture.kinds import MediaKind, sniff
from capture.report import Facts, Harm, MetadataReport, worst_first

_CONTAINERS = frozenset(
    (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf", b"mvex", b"moof", b"traf",
     b"gmhd", b"tref", b"tapt")
)  # fmt: skip
_SILENT = frozenset(
    (b"tkhd", b"mvhd", b"mdhd", b"elst", b"stts", b"ctts", b"cslg", b"stss", b"stps",
     b"stsc", b"stsz", b"stz2", b"stco", b"co64", b"sdtp", b"sbgp", b"sgpd", b"subs", b"saiz",
     b"saio", b"stsh", b"padb", b"vmhd", b"smhd", b"nmhd", b"hmhd", b"sthd", b"gmin", b"mehd",
     b"trex", b"mfhd", b"tfhd", b"tfdt", b"trun", b"sidx", b"ssix", b"mfra", b"styp", b"iods",
     b"pdin", b"chap", b"tmcd", b"cdsc", b"cdep", b"sync", b"scpt", b"ssrc", b"hint", b"fall",
     b"folw", b"forc", b"clef", b"prof", b"enof", b"load", b"text", b"gpmd", b"fdsc", b"thmb",
     b"auxl", b"vdep", b"leva", b"trep", b"rvcm", b"mdat", b"ftyp")
)  # fmt: skip
_PADDING = frozenset((b"free", b"skip", b"wide"))
_TIMED = frozenset((b"mvhd", b"tkhd", b"mdhd"))


def read_movie(source: BinaryIO) -> MetadataReport:
    """Return everything that a movie says. Raises Damaged where not one box is whole."""
    head = boxes.read_at(source, 0, min(boxes.size_of(source), 64))
    kind = sniff(head) or MediaKind.MP4
    return _Reading(source).report(kind)


class _Reading:
    """One reading of one file."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._budget = Budget()
        self._said = Said()
        self._userdata = UserData(source, self._budget, self._said)
        self._size = boxes.size_of(source)

    def report(self, kind: MediaKind) -> MetadataReport:
        """Read all of it."""
        level = boxes.scan(self._source, 0, self._size, self._budget)
        if not level.boxes:
            raise Damaged("not one box of it is whole")
        for box in level.boxes:
            self._read_box(box, "", name_of(box.kind))
        self._read_rest(level.rest)
        facts = self._read_tracks()
        return MetadataReport(
            kind=kind,
            size=self._size,
            traces=worst_first(self._said.traces),
            embedded=tuple(self._said.embedded),
            facts=facts,
        )

    def _read_box(self, box: Box, where: str, path: str) -> None:
        if box.kind in _TIMED:
            self._read_times(box, path)
        if box.kind in _CONTAINERS:
            self._read_inside(box, path)
        elif box.kind == b"hdlr":
            self._read_handler(box, path)
        elif box.kind == b"stsd":
            self._read_descriptions(box, path)
        elif box.kind in _PADDING:
            self._read_loose(box.body, box.end, path)
        elif box.kind == b"dref":
            self._read_references(box, path)
        elif box.kind == b"ftyp":
            self._read_brand(box, path)
        elif box.kind not in _SILENT:
            self._userdata.read(box, where)

    def _read_inside(self, box: Box, path: str) -> None:
        """Read the boxes of a container, tracks by their number."""
        level = boxes.scan(self._source, box.body, box.end, self._budget, box.depth + 1)
        traks = 0
        for child in level.boxes:
            name = name_of(child.kind)
            if child.kind == b"trak":
                name, traks = f"trak[{traks}]", traks + 1
            self._read_box(child, path, f"{path}/{name}")
        self._read_loose(level.rest, box.end if level.broken else level.rest, path)

    def _body(self, start: int, end: int) -> bytes:
        return boxes.read_at(self._source, start, min(end - start, MAX_VALUE_BYTES))

    def _read_loose(self, start: int, end: int, where: str) -> None:
        """Read what lies where nothing should: padding that holds something."""
        if end > start:
            self._said.opaque(where, self._body(start, end), Harm.HISTORY, where, start)

    def _read_rest(self, rest: int) -> None:
        """Read what comes after the last box."""
        if rest < self._size:
            data = self._body(rest, self._size)
            if data.strip(b"\0"):
                self._said.opaque("after-end", data, Harm.HISTORY, "end", rest)
                self._said.hidden("trailer", rest, self._size - rest)

    def _read_brand(self, box: Box, path: str) -> None:
        body = self._body(box.start, min(box.end, box.start + 256))
        if body not in FTYP.values():
            brands = [decoded(body[at : at + 4]) for at in range(8, len(body), 4) if at != 12]  # noqa: PLR2004 - the version
            self._said.add(f"{path}/brand", " ".join(brands), Harm.TECHNICAL, path)

    def _read_times(self, box: Box, path: str) -> None:
        """Read the two times of a header, and the language of a track's media."""
        fields = Fields(self._body(box.body, box.end))
        try:
            wide = 8 if fields.full()[0] == 1 else 4
            raw = fields.take(2 * wide)
            fields.take(4 + wide)
            language = fields.u16() if box.kind == b"mdhd" else 0
        except CaptureError:
            return
        times = int.from_bytes(raw[:wide], "big"), int.from_bytes(raw[wide:], "big")
        for name, seconds in zip(("CreationTime", "ModificationTime"), times, strict=True):
            said = since_1904(seconds) or (str(seconds) if seconds else "")
            if said and (name == "CreationTime" or times[0] != times[1]):
                self._said.add(f"{path}/{name}", said, Harm.TIME, path, needle.telling((raw,)))
        if times[0] and self._said.recorded_at is None:
            self._said.recorded_at = since_1904(times[0])
        if language not in (0, UNDETERMINED, 0x7FFF):
            self._said.add(f"{path}/language", _language(language), Harm.PERSON, path)

    def _read_handler(self, box: Box, path: str) -> None:
        """Read the name of a handler, and who made it."""
        body = self._body(box.body, box.end)
        maker, name = body[12:16], body[24:]
        if name and name[0] == len(name.rstrip(b"\0")) - 1:
            name = name[1:]
        self._said.text(f"{path}/encoder", decoded(name), Harm.HISTORY, path)
        if maker.strip(b"\0"):
            self._said.add(f"{path}/manufacturer", name_of(maker), Harm.HISTORY, path)

    def _read_references(self, box: Box, path: str) -> None:
        """Read where the media data is said to lie: names of disks and folders."""
        start = min(box.body + 8, box.end)
        for link in boxes.scan(self._source, start, box.end, self._budget, box.depth + 1).boxes:
            body = self._body(link.body, link.end)[4:]
            self._said.opaque(f"{path}/{name_of(link.kind)}", body, Harm.IDENTITY, path)

    def _read_descriptions(self, box: Box, path: str) -> None:
        """Read what follows the last sample description; the tracks read these themselves."""
        start = min(box.body + 8, box.end)
        level = boxes.scan(self._source, start, box.end, self._budget, box.depth + 1)
        count = int.from_bytes(self._body(box.body, start)[4:], "big")
        for stray in level.boxes[count:]:
            self._read_loose(stray.start, stray.end, path)
        self._read_loose(level.rest, box.end if level.broken else level.rest, path)

    def _read_tracks(self) -> Facts:
        """Read the tracks; a file without a usable index has no more to say."""
        try:
            movie = read_index(self._source, self._budget)
        except CaptureError:
            return self._said.facts(None, None, None)
        return Tracks(self._source, movie, self._budget, self._said).read()


def _language(code: int) -> str:
    """Show a packed language code; below 0x400 it is one of QuickTime's numbers."""
    if code < 0x400:  # noqa: PLR2004 - the first packed code
        return f"QuickTime language {code}"
    return "".join(chr((code >> shift & 31) + 0x60) for shift in (10, 5, 0))
