"""What the chunks of an AVI or WAVE file say.

Source: Microsoft's "AVI RIFF File Reference" and the OpenDML extensions, RIFF
("Multimedia Programming Interface and Data Specifications 1.0"), EBU Tech 3285
(``bext``). Read by streaming: recordings are long.
"""

from dataclasses import dataclass
from typing import BinaryIO

from capture.blocks.boxes import Budget, read_at, size_of
from capture.errors import Damaged, TooLarge
from capture.formats.movie.pictures import MARKUP
from capture.formats.movie.said import MAX_VALUE_BYTES, Said, as_time, harm_of
from capture.formats.movie.userdata import decoded, name_of
from capture.kinds import MediaKind
from capture.report import Harm, MetadataReport, worst_first

MAX_CHUNKS = 4_000_000
MAX_DEPTH = 8
MAX_LOOKED_AT = 300
"""Frames whose beginnings are looked into."""

_HEADER = 8
_LISTS = frozenset((b"RIFF", b"LIST"))
_SILENT = frozenset(
    (b"avih", b"strh", b"strf", b"idx1", b"indx", b"dmlh", b"vprp", b"fmt ", b"data", b"fact")
)
_TEXTS = frozenset((b"INFO", b"exif", b"adtl"))
_TIMES = frozenset((b"IDIT", b"ICRD", b"DTIM"))
_PADDING = frozenset((b"JUNK", b"PAD ", b"FLLR"))
_FRAME = 0x4000
_EXIF = b"Exif\x00\x00"


@dataclass(frozen=True, slots=True)
class Chunk:
    """One chunk: its name, for a list also its form; where its data lies."""

    kind: bytes
    form: bytes
    body: int
    end: int


def read_riff(source: BinaryIO, kind: MediaKind) -> MetadataReport:
    """Return everything that a file says. Raises Damaged where not one chunk is whole."""
    return _Reading(source, kind).report()


def chunk_at(source: BinaryIO, at: int, end: int) -> Chunk | None:
    """Read the header of the chunk that begins here; None where it breaks the rules."""
    head = read_at(source, at, min(_HEADER + 4, end - at))
    kind, size = head[:4], int.from_bytes(head[4:_HEADER], "little")
    left = end - at - _HEADER
    if kind in _LISTS and left >= 4:  # noqa: PLR2004 - the form
        # A list that the file ends before still says what stands before the end.
        return Chunk(kind, head[_HEADER:], at + _HEADER + 4, at + _HEADER + min(size, left))
    if size > left or not kind.strip(b"\0"):
        return None
    return Chunk(kind, b"", at + _HEADER, at + _HEADER + size)


class _Reading:
    """One reading of one file."""

    def __init__(self, source: BinaryIO, kind: MediaKind) -> None:
        self._kind = kind
        self._source = source
        self._size = size_of(source)
        self._said = Said()
        self._budget = Budget(MAX_CHUNKS)
        self._frames = 0
        self._seconds = 0.0
        self._shape: tuple[int | None, int | None] = (None, None)

    def report(self) -> MetadataReport:
        """Read all of it. Raises Damaged where there is not one chunk."""
        end = self._level(0, self._size, 0, "")
        if end == 0:
            raise Damaged("not one chunk of it is whole")
        self._said.stray(self._source, end, self._size, "after-end")
        duration = f"{self._seconds:.1f}" if self._seconds else None
        facts = self._said.facts(duration, *self._shape)
        traces = worst_first(self._said.traces)
        return MetadataReport(self._kind, self._size, traces, tuple(self._said.embedded), facts)

    def _level(self, start: int, end: int, depth: int, where: str) -> int:
        """Read the chunks side by side in one place; return where they end."""
        if depth > MAX_DEPTH:
            raise TooLarge("nested too deep", part="depth")
        at = start
        while end - at >= _HEADER:
            self._budget.spend()
            chunk = chunk_at(self._source, at, end)
            if chunk is None:
                return at
            if chunk.kind in _LISTS:
                path = f"{where}/{name_of(chunk.form).strip()}".lstrip("/")
                inner = self._level(chunk.body, chunk.end, depth + 1, path)
                self._said.stray(self._source, inner, chunk.end, path)
            else:
                self._read(chunk, where)
            at = min(chunk.end + chunk.end % 2, end)
        return at

    def _data(self, chunk: Chunk) -> bytes:
        return read_at(self._source, chunk.body, min(chunk.end - chunk.body, MAX_VALUE_BYTES))

    def _read(self, chunk: Chunk, where: str) -> None:
        """Say what one chunk holds."""
        form = where.rsplit("/", 1)[-1]
        if form in ("movi", "rec"):
            self._frame(chunk, where)
        elif chunk.kind == b"avih":
            self._header(self._data(chunk))
        elif chunk.kind in _SILENT:
            return
        elif chunk.kind in _PADDING:
            self._said.opaque(
                f"{where}/padding", self._data(chunk), Harm.HISTORY, where, chunk.body
            )
        elif form.encode("ascii", "replace") in _TEXTS or chunk.kind in _TIMES | {b"strn"}:
            self._text(chunk, where)
        elif chunk.kind == b"_PMX":
            self._said.xmp(self._data(chunk), f"{where}/XMP")
        else:
            name = name_of(chunk.kind).strip()
            harm = harm_of(name)
            self._said.opaque(f"{where}/{name}", self._data(chunk), harm, where, chunk.body)

    def _header(self, data: bytes) -> None:
        """Read the main header: microseconds a frame, frames, and the picture's size."""
        values = [int.from_bytes(data[at : at + 4], "little") for at in range(0, 40, 4)]
        self._seconds = values[0] * values[4] / 1e6
        self._shape = (values[8] or None, values[9] or None)

    def _text(self, chunk: Chunk, where: str) -> None:
        name, value = name_of(chunk.kind), decoded(self._data(chunk)).strip()
        harm = _HARMS.get(chunk.kind, harm_of(name))
        self._said.text(f"{where}/{name}/{_TOPICS.get(chunk.kind, 'comment')}", value, harm, where)
        if chunk.kind in _TIMES:
            self._said.taken_at = self._said.taken_at or as_time(value)

    def _frame(self, chunk: Chunk, where: str) -> None:
        """Look into the first frames: texts of encoders, Exif in pictures, strange chunks."""
        if chunk.kind[2:] not in (b"dc", b"db", b"wb", b"pc"):
            if chunk.kind not in (b"ix00", b"ix01", b"idx1"):
                name = name_of(chunk.kind).strip()
                self._said.opaque(
                    f"{where}/{name}", self._data(chunk), Harm.HISTORY, where, chunk.body
                )
            return
        if self._frames >= MAX_LOOKED_AT or chunk.kind[2:] == b"wb":
            return
        self._frames += 1
        data = read_at(self._source, chunk.body, min(chunk.end - chunk.body, _FRAME))
        for note in MARKUP.findall(data):
            self._said.opaque(f"{where}/encoder", note[4:], Harm.HISTORY, where, chunk.body)
        if self._frames == 1 and _EXIF in data:
            at = data.index(_EXIF)
            self._said.exif(data[at:], f"{where}/Exif", chunk.body + at)


_HARMS = {
    b"ISFT": Harm.HISTORY, b"IENG": Harm.IDENTITY, b"ITCH": Harm.IDENTITY, b"IART": Harm.IDENTITY,
    b"ICOP": Harm.IDENTITY, b"ICRD": Harm.TIME, b"IDIT": Harm.TIME, b"DTIM": Harm.TIME,
    b"INAM": Harm.IDENTITY, b"ICMT": Harm.IDENTITY, b"ISRC": Harm.IDENTITY, b"strn": Harm.HISTORY,
    b"ecor": Harm.DEVICE, b"emdl": Harm.DEVICE, b"emnt": Harm.DEVICE, b"etim": Harm.TIME,
    b"IARL": Harm.LOCATION, b"ICNT": Harm.LOCATION,
}  # fmt: skip
_TOPICS = {
    b"ISFT": "software", b"IENG": "author", b"ITCH": "author", b"IART": "artist",
    b"ICOP": "copyright", b"ICRD": "date", b"IDIT": "date", b"DTIM": "date", b"INAM": "title",
    b"strn": "encoder", b"ecor": "make", b"emdl": "model", b"etim": "time", b"IARL": "location",
}  # fmt: skip
