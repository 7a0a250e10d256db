"""Everything that a HEIF or AVIF file says: its boxes, and what lies between and after them.

What its items say is read by ``report_items``. Reads on where something is broken.
"""

import bisect
from itertools import islice
from typing import BinaryIO

from capture.blocks import boxes
from capture.blocks.boxes import Box, Budget, Fields
from capture.errors import CaptureError
from capture.formats.items.data import Range
from capture.formats.items.report_items import ItemReading
from capture.formats.items.shape import shape_of
from capture.formats.items.table import Table, read_table
from capture.formats.movie.read import read_movie
from capture.formats.movie.said import Said
from capture.formats.movie.userdata import UserData, decoded, name_of
from capture.kinds import MediaKind
from capture.report import Harm, MetadataReport, worst_first
from capture.seeking import window

_MAX_LOOKED = 4 << 20
_PADDING = frozenset((b"free", b"skip", b"wide"))
_SILENT_PARTS = frozenset((b"pitm", b"iinf", b"iloc", b"iprp", b"iref", b"idat"))
_COMMON_BRANDS = frozenset(
    (b"mif1", b"msf1", b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"avif", b"avis",
     b"miaf", b"MA1A", b"MA1B", b"tmap", b"iso8", bytes(4))
)  # fmt: skip
_CLIP_BOX, _SAMSUNG_BOX = b"mpvd", b"sefd"
_LINKED = 1
_HANDLER = bytes(8) + b"pict" + bytes(12)


def read_items(source: BinaryIO, kind: MediaKind) -> MetadataReport:
    """Return everything that the file says.

    Raises Damaged where it has no readable index, and TooLarge.
    """
    table = read_table(source)
    said = Said()
    reading = _Reading(source, table, said)
    reading.read_boxes()
    items = ItemReading(source, table, said)
    items.read()
    reading.read_gaps(items.covered())
    width, height = _size(table)
    return MetadataReport(
        kind=kind,
        size=table.size,
        traces=worst_first(said.traces),
        embedded=tuple(said.embedded),
        facts=said.facts(None, width, height),
    )


def _size(table: Table) -> tuple[int | None, int | None]:
    """Give the width and height of the upright picture where the file says them."""
    try:
        shape = shape_of(table, table.primary or 0)
    except CaptureError:
        return None, None
    return shape.width, shape.height


class _Reading:
    """One reading of the boxes of one file."""

    def __init__(self, source: BinaryIO, table: Table, said: Said) -> None:
        self._source = source
        self._table = table
        self._said = said
        self._budget = Budget()
        self._others = UserData(source, self._budget, said)

    def read_boxes(self) -> None:
        """Read what stands beside the items: other boxes, clips, trailers."""
        for box in self._table.top:
            if box != self._table.meta:
                self._read_top(box)
        for part in self._table.parts:
            self._read_part(part)

    def read_gaps(self, covered: list[Range]) -> None:
        """Read the bytes of data boxes, and after the last box, that no item has.

        A film or burst beside the picture has its bytes there too: it is named as one.
        """
        film = boxes.first(self._table.top, b"moov") is not None
        holders = [(box.body, box.end) for box in self._table.top if box.kind == b"mdat"]
        if self._table.idat is not None:
            holders.append((self._table.idat.body, self._table.idat.end))
        for holder in holders:
            for start, end in _gaps(holder, covered):
                self._read_gap(start, end, film=film)
        rest, size = self._table.rest, self._table.size
        if self._body(rest, min(rest + 8, size))[4:] == b"mdat":
            return  # cut off inside of its data: damaged, not hidden
        for start, end in _gaps((rest, size), covered):
            self._said.opaque("after-end", self._body(start, end), Harm.HISTORY, "end", start)
            self._said.hidden("trailer", start, end - start)

    def _body(self, start: int, end: int) -> bytes:
        return boxes.read_at(self._source, start, min(end - start, _MAX_LOOKED))

    def _read_top(self, box: Box) -> None:
        if box.kind == b"ftyp":
            self._read_brand(box)
        elif box.kind in _PADDING:
            self._said.opaque("free", self._body(box.body, box.end), Harm.HISTORY, "free", box.body)
        elif box.kind == _CLIP_BOX:
            self._read_clip(box.body, box.end, "mpvd")
        elif box.kind == _SAMSUNG_BOX:
            data = self._body(box.body, box.end)
            self._said.opaque("HEIF:Trailer", data, Harm.DEVICE, "sefd", box.body)
            self._said.hidden("trailer", box.body, box.size)
        elif box.kind == b"moov":
            self._said.add("HEIF:Track", f"{box.size} bytes", Harm.IDENTITY, "moov")
            self._said.hidden("track", box.start, box.end - box.start)
            self._read_track_index(box)
        elif box.kind != b"mdat":
            self._others.read(box, "")

    def _read_brand(self, box: Box) -> None:
        body = self._body(box.body, min(box.end, box.body + 256))
        brands = {body[at : at + 4] for at in range(0, len(body) - 3, 4) if at != 4}  # noqa: PLR2004 - the version
        unusual = sorted(decoded(brand) for brand in brands - _COMMON_BRANDS)
        if unusual or body[4:8].strip(b"\0"):
            self._said.add("ftyp/brand", " ".join(unusual), Harm.TECHNICAL, "ftyp")

    def _read_clip(self, start: int, end: int, where: str) -> None:
        """Read a film that is a file of its own inside of this one."""
        said = self._said
        said.add("HEIF:MotionPhoto", f"film of {end - start} bytes", Harm.IDENTITY, where)
        said.hidden("clip", start, end - start)
        try:
            clip = read_movie(window(self._source, start, end))
        except CaptureError:
            said.opaque("clip", self._body(start, end), Harm.IDENTITY, where, start)
            return
        for trace in clip.traces:
            said.add(trace.tag, trace.value, trace.harm, f"{where}/{trace.where}", trace.needles)
        for part in clip.embedded:
            said.hidden(part.kind, start + part.offset, part.size)

    def _read_track_index(self, moov: Box) -> None:
        """Read what the index of a film says; its samples lie elsewhere in this file."""
        try:
            index = read_movie(window(self._source, moov.start, moov.end))
        except CaptureError:
            return
        for trace in index.traces:
            self._said.add(trace.tag, trace.value, trace.harm, trace.where, trace.needles)

    def _read_part(self, part: Box) -> None:
        """Read one box of ``meta`` that is no list of items."""
        body = self._body(part.body, part.end) if part.kind not in _SILENT_PARTS else b""
        if part.kind == b"hdlr":
            self._read_handler(body, part.body)
        elif part.kind == b"dinf":
            self._read_links(part)
        elif part.kind == b"grpl":
            groups = boxes.scan(self._source, part.body, part.end, self._budget, part.depth + 1)
            kinds = " ".join(name_of(group.kind) for group in groups.boxes)
            self._said.add("meta/grpl", kinds, Harm.TECHNICAL, "meta/grpl")
        elif part.kind in _PADDING:
            self._said.opaque("meta/free", body, Harm.HISTORY, "meta/free", part.body)
        elif part.kind not in _SILENT_PARTS:
            self._others.read(part, "meta")

    def _read_handler(self, body: bytes, base: int) -> None:
        fixed, name = body[: len(_HANDLER)], body[len(_HANDLER) :]
        if fixed != _HANDLER:
            self._said.opaque("meta/hdlr", fixed, Harm.TECHNICAL, "meta/hdlr", base)
        self._said.text("meta/hdlr/name", decoded(name), Harm.HISTORY, "meta/hdlr")

    def _read_links(self, dinf: Box) -> None:
        """Read where data outside of the file would be (``dref``)."""
        for dref in boxes.scan(self._source, dinf.body, dinf.end, self._budget, 2).boxes:
            start = min(dref.body + 8, dref.end)
            for entry in boxes.scan(self._source, start, dref.end, self._budget, 3).boxes:
                fields = Fields(self._body(entry.body, entry.end))
                if fields.left > 4 or (fields.left == 4 and fields.full()[1] != _LINKED):  # noqa: PLR2004 - version, flags
                    body = self._body(entry.body, entry.end)
                    self._said.opaque("meta/dinf/url", body[4:], Harm.IDENTITY, "meta/dinf")

    def _read_gap(self, start: int, end: int, *, film: bool) -> None:
        if film:
            self._said.hidden("track", start, end - start)
            self._said.add("HEIF:Track", f"{end - start} bytes", Harm.IDENTITY, "mdat")
            return
        data = self._body(start, end)
        if data.strip(b"\0"):
            self._said.opaque("unreferenced", data, Harm.HISTORY, "mdat", start)
            self._said.hidden("unreferenced", start, end - start)


def _gaps(holder: Range, covered: list[Range]) -> list[Range]:
    """Give the stretches of a holder that are in none of the sorted, merged ranges."""
    found = []
    at, last = holder
    first = max(bisect.bisect_right(covered, (at, 0)) - 1, 0)
    for start, end in islice(covered, first, None):
        if start >= last:
            break
        if start > at:
            found.append((at, start))
        at = max(at, end)
    if at < last:
        found.append((at, last))
    return found
