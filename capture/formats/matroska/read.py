"""Everything that a Matroska or WebM file says: info, tags, chapters, attachments, tracks.

Source: RFC 9559. An element that stands in none of the lists below is told as
unknown; one that breaks the rules ends its level, and what follows is told as
stray bytes.
"""

from datetime import UTC, datetime, timedelta
from typing import BinaryIO

from capture.blocks import ebml
from capture.blocks.boxes import Budget, read_at, size_of
from capture.blocks.ebml import Element
from capture.errors import CaptureError, Damaged
from capture.formats.matroska.clean import choose
from capture.formats.matroska.frames import Frames, read_frames
from capture.formats.matroska.index import Mkv, read_mkv
from capture.formats.matroska.tracks import read_hidden_track, read_main_track
from capture.formats.movie.pictures import MAX_PADDING
from capture.formats.movie.said import MAX_VALUE_BYTES, Said, harm_of
from capture.formats.movie.userdata import decoded
from capture.kinds import HEAD, MediaKind, sniff
from capture.report import Facts, Harm, MetadataReport, worst_first

_HEADER = 0x1A45DFA3
_MASTERS = {
    ebml.SEGMENT: "Segment", 0x1549A966: "Info", 0x1654AE6B: "Tracks", 0xAE: "TrackEntry",
    0xE0: "Video", 0xE1: "Audio", 0x1254C367: "Tags", 0x7373: "Tag", 0x63C0: "Targets",
    0x67C8: "SimpleTag", 0x1043A770: "Chapters", 0x45B9: "EditionEntry", 0xB6: "ChapterAtom",
    0x80: "ChapterDisplay", 0x1941A469: "Attachments", 0x61A7: "AttachedFile",
    0x6924: "ChapterTranslate", 0x6D80: "ContentEncodings", 0x6240: "ContentEncoding",
    0x5034: "ContentCompression", 0x5035: "ContentEncryption", 0x55B0: "Colour",
    0x55D0: "MasteringMetadata", 0x7670: "Projection", _HEADER: "EBML",
    0x41E4: "BlockAdditionMapping", 0x8F: "ChapterTrack", 0x6944: "ChapProcess",
}  # fmt: skip
_TEXTS = {
    0x7BA9: ("Title", Harm.IDENTITY), 0x4D80: ("MuxingApp", Harm.HISTORY),
    0x5741: ("WritingApp", Harm.HISTORY), 0x7384: ("SegmentFilename", Harm.IDENTITY),
    0x3C83AB: ("PrevFilename", Harm.IDENTITY), 0x3E83BB: ("NextFilename", Harm.IDENTITY),
    0x536E: ("TrackName", Harm.IDENTITY), 0x258688: ("CodecName", Harm.HISTORY),
    0x3A9697: ("CodecSettings", Harm.HISTORY), 0x3B4040: ("CodecInfoURL", Harm.HISTORY),
    0x26B240: ("CodecDownloadURL", Harm.HISTORY), 0x85: ("ChapterTitle", Harm.IDENTITY),
    0x466E: ("AttachmentName", Harm.IDENTITY), 0x467E: ("AttachmentDescription", Harm.IDENTITY),
    0x4660: ("AttachmentType", Harm.TECHNICAL), 0x5654: ("ChapterStringUID", Harm.IDENTITY),
}  # fmt: skip
_IDS = {0x73A4: "SegmentUUID", 0x3CB923: "PrevUUID", 0x3EB923: "NextUUID", 0x4444: "SegmentFamily"}
_LANGUAGES = {0x22B59C: "Language", 0x22B59D: "LanguageBCP47", 0x437C: "ChapLanguage"}
_CROPS = {
    0x54AA: "PixelCropBottom", 0x54BB: "PixelCropTop", 0x54CC: "PixelCropLeft",
    0x54DD: "PixelCropRight",
}  # fmt: skip
_GROUP = 0xA0
_NEUTRAL_LANGUAGES = ("", "und", "eng")
"""``eng`` is what a file says that says nothing."""
_DATE, _TAG_NAME, _TAG_TEXT, _TAG_BINARY, _FILE_DATA, _VOID = (
    0x4461, 0x45A3, 0x4487, 0x4485, 0x465C, 0xEC,
)  # fmt: skip
_SILENT = frozenset(
    (0x114D9B74, 0x1C53BB6B, 0xBF, 0x2AD7B1, 0x4489, 0xD7, 0x73C5, 0x83, 0xB9, 0x88, 0x55AA,
     0x9C, 0x6DE7, 0x6DF8, 0x23E383, 0x234E7A, 0x23314F, 0x55EE, 0x86, 0x63A2, 0xAA, 0x56AA, 0x56BB,
     0xB0, 0xBA, 0x54B0, 0x54BA, 0x54B2, 0x54B3, 0x9A, 0x9D, 0x53B8,
     0x53C0, 0xB5, 0x78B5, 0x9F, 0x6264, 0x4286, 0x42F7, 0x42F2, 0x42F3, 0x4282, 0x4287, 0x4285,
     0x68CA, 0x63C5, 0x63C9, 0x63C4, 0x63C6, 0x447A, 0x447B, 0x4484, 0x45BC, 0x45BD, 0x45DB,
     0x45DD, 0x73C4, 0x91, 0x92, 0x98, 0x4598, 0x46AE, 0x55AB, 0x55AC, 0x55AD, 0x55AE, 0x55AF,
     0x55B1, 0x55B2, 0x55B3, 0x55B4, 0x55B5, 0x55B6, 0x55B7, 0x55B8, 0x55B9, 0x55BA, 0x55BB,
     0x55BC, 0x55BD, 0x55D1, 0x55D2, 0x55D3, 0x55D4, 0x55D5, 0x55D6, 0x55D7, 0x55D8, 0x55D9,
     0x55DA, 0x7671, 0x7673, 0x7674, 0x7675, 0x5031, 0x5032, 0x5033, 0x4254, 0x89, 0x437E,
     0xA1, 0xA3, 0xE7, 0xA7, 0xAB, 0x9B, 0xFB, 0xFA, 0x75A2, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6,
     0x52F1, 0x41F0, 0x41E7, 0x41ED)
)  # fmt: skip
_EPOCH = datetime(2001, 1, 1, tzinfo=UTC)
_LONGEST_TIME = 1 << 62


def read_matroska(source: BinaryIO) -> MetadataReport:
    """Return everything that a file says. Raises Damaged where there is no segment."""
    head = read_at(source, 0, min(size_of(source), HEAD))
    return _Reading(source).report(sniff(head) or MediaKind.MKV)


class _Reading:
    """One reading of one file."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._said = Said()
        self._budget = Budget(ebml.MAX_ELEMENTS)
        self._size = size_of(source)

    def report(self, kind: MediaKind) -> MetadataReport:
        """Read all of it."""
        end = self._level(0, self._size, 0, "")
        if end == 0:
            raise Damaged("not one element of it is whole")
        self._said.stray(self._source, end, self._size, "after-end")
        facts = self._tracks()
        return MetadataReport(
            kind, self._size, worst_first(self._said.traces), tuple(self._said.embedded), facts
        )

    def _level(self, start: int, end: int, depth: int, where: str) -> int:
        """Read the elements side by side in one place; return where they end."""
        at = start
        for element in ebml.elements(self._source, start, end, self._budget, depth):
            self._element(element, where)
            at = element.end
        return at

    def _data(self, element: Element) -> bytes:
        return read_at(self._source, element.body, min(element.size, MAX_VALUE_BYTES))

    def _element(self, element: Element, where: str) -> None:
        kind = element.kind
        if kind == ebml.CLUSTER:
            self._cluster(element)
        elif kind == 0x67C8:  # noqa: PLR2004 - SimpleTag
            self._tag(element, f"{where}/SimpleTag")
        elif kind in _MASTERS:
            path = f"{where}/{_MASTERS[kind]}".lstrip("/")
            end = self._level(element.body, element.end, element.depth + 1, path)
            self._said.stray(self._source, end, element.end, path)
        elif kind not in _SILENT:
            self._value(element, where)

    def _value(self, element: Element, where: str) -> None:
        """Say what one element holds."""
        kind, data = element.kind, self._data(element)
        if kind in _TEXTS:
            name, harm = _TEXTS[kind]
            self._said.text(f"{where}/{name}", decoded(data), harm, where)
        elif kind in _IDS:
            self._said.identifier(f"{where}/{_IDS[kind]}/uuid", data, where)
        elif kind in _LANGUAGES:
            if decoded(data) not in _NEUTRAL_LANGUAGES:
                self._said.add(f"{where}/language", decoded(data), Harm.PERSON, where)
        elif kind == _DATE:
            self._date(data, where)
        elif kind in _CROPS:
            self._crop(_CROPS[kind], data, where)
        elif kind == _FILE_DATA:
            self._said.hidden("attachment", element.body, element.size)
            self._said.opaque(f"{where}/attachment", data, Harm.IDENTITY, where, element.body)
        else:
            name = "Void" if kind == _VOID else f"{kind:X}"
            self._said.opaque(f"{where}/{name}", data, Harm.HISTORY, where, element.body)

    def _crop(self, name: str, data: bytes, where: str) -> None:
        """Say what a crop leaves in the file, beyond an encoder's padding."""
        count = int.from_bytes(data[:8], "big")
        if count > MAX_PADDING:
            said = f"{count} pixels at an edge, which not every player shows, are in the file"
            self._said.add(f"{where}/{name}", said, Harm.HISTORY, where)

    def _date(self, data: bytes, where: str) -> None:
        nanoseconds = int.from_bytes(data[:8], "big", signed=True)
        if abs(nanoseconds) < _LONGEST_TIME:
            stamp = (_EPOCH + timedelta(microseconds=nanoseconds // 1000)).isoformat()
            self._said.recorded_at = stamp
            self._said.stamped(f"{where}/DateUTC/date", stamp, data, where)

    def _tag(self, tag: Element, where: str) -> None:
        """Read a name and its text; tags stand in tags."""
        name = ""
        for element in ebml.children(self._source, tag, self._budget):
            if element.kind == _TAG_NAME:
                name = decoded(self._data(element))
            elif element.kind == _TAG_TEXT:
                text = decoded(self._data(element))
                self._said.text(f"{where}/{name}", text, harm_of(name), where)
            elif element.kind == _TAG_BINARY:
                data = self._data(element)
                self._said.opaque(f"{where}/{name}", data, harm_of(name), where, element.body)
            elif element.kind == tag.kind:
                self._tag(element, f"{where}/{name}")
            else:
                self._element(element, where)
        if name and harm_of(name) is Harm.DEVICE:
            self._said.text(f"{where}/name", name, Harm.HISTORY, where)

    def _cluster(self, cluster: Element) -> None:
        """Read what is in a cluster beside its blocks."""
        at = cluster.body
        for element in ebml.children(self._source, cluster, self._budget):
            at = element.end
            if element.kind == _GROUP:
                self._level(element.body, element.end, element.depth + 1, "BlockGroup")
            elif element.kind not in _SILENT:
                self._value(element, "Cluster")
        self._said.stray(self._source, at, cluster.end, "Cluster")

    def _tracks(self) -> Facts:
        """Read the tracks; a file without a usable index has no more to say."""
        try:
            mkv = read_mkv(self._source, self._budget)
            found = read_frames(self._source, mkv, self._budget)
        except CaptureError:
            return self._said.facts(None, None, None)
        main = self._main(mkv, found)
        for track in mkv.tracks:
            frames = found[track.number]
            if track.number in main:
                read_main_track(self._source, track, frames, self._said)
            else:
                read_hidden_track(self._source, track, frames, self._said)
        return self._facts(mkv, found, main)

    def _main(self, mkv: Mkv, found: dict[int, Frames]) -> list[int]:
        try:
            return [chosen.track.number for chosen in choose(self._source, mkv, found)]
        except CaptureError:
            kinds = ([t.number for t in mkv.tracks if t.handler == h] for h in (b"vide", b"soun"))
            return [numbers[0] for numbers in kinds if numbers]

    def _facts(self, mkv: Mkv, found: dict[int, Frames], main: list[int]) -> Facts:
        times = [time for number in main for time in found[number].times]
        seconds = (max(times) - min(times)) * mkv.scale / 1e9 if times else 0.0
        duration = f"{seconds:.1f}" if seconds else None
        picture = next((t for t in mkv.tracks if t.number in main and t.handler == b"vide"), None)
        if picture is None:
            return self._said.facts(duration, None, None)
        return self._said.facts(duration, picture.shown[0] or None, picture.shown[1] or None)
