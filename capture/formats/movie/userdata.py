"""What a movie's user data and metadata boxes say: ``udta``, ``meta``, ``uuid``.

Sources: the QuickTime File Format specification ("User Data Atoms", "Metadata
Atoms"), ISO/IEC 14496-12 (8.10, 8.11), 3GPP TS 26.244 (8: ``loci``, ``titl`` …),
and what cameras are known to write there.
"""

import struct
from typing import BinaryIO

from capture.blocks import boxes, gpmf, needle
from capture.blocks.boxes import Box, Budget, Fields
from capture.errors import CaptureError
from capture.formats.movie.said import MAX_VALUE_BYTES, Said, harm_of
from capture.report import Harm

MAX_KEYS = 2000

_3GPP_TEXT = frozenset((b"titl", b"auth", b"cprt", b"perf", b"dscp", b"gnre", b"albm", b"clsf"))
_IDS = frozenset((b"CAME", b"MUID", b"GUMI", b"BCID"))
_NEUTRAL_CHILDREN = frozenset((b"hdlr", b"keys", b"ilst", b"iinf", b"pitm", b"iloc", b"iprp"))
_UUIDS = {
    "be7acfcb97a942e89c71999491e3afac": "XMP",
    "0537cdab9d0c4431a72afa561f2a113e": "Exif",
    "ffcc8263f8554a938814587a02521fdd": "spherical video",
    "85c0b687820f11e08111f4ce462b6a48": "Canon",
    "55534d5421d24fcebb88695cfac9c740": "Sony user data",
    "50524f4621d24fcebb88695cfac9c740": "Sony profile",
    "d8fec3d61b0e483c92975828877ec481": "C2PA",
}
_UTF8, _UTF16, _JPEG, _PNG, _SIGNED, _UNSIGNED, _F32, _F64, _BMP = 1, 2, 13, 14, 21, 22, 23, 24, 27
_PICTURES = frozenset((_JPEG, _PNG, _BMP))
_LOCI_FIXED = 13


class UserData:
    """Reads user data and metadata boxes of one file into what is said."""

    def __init__(self, source: BinaryIO, budget: Budget, said: Said) -> None:
        self._source = source
        self._budget = budget
        self._said = said

    def read(self, box: Box, where: str) -> None:
        """Read one ``udta``, ``meta``, ``uuid`` or unknown box."""
        if box.kind == b"udta":
            self._read_udta(box, where)
        elif box.kind == b"meta":
            self._read_meta(box, where)
        elif box.kind == b"uuid":
            self._read_uuid(box, where)
        else:
            self._read_opaque(box, where)

    def _body(self, box: Box) -> bytes:
        return boxes.read_at(self._source, box.body, min(box.size, MAX_VALUE_BYTES))

    def _scan(self, box: Box, skip: int = 0) -> tuple[Box, ...]:
        start = min(box.body + skip, box.end)
        level = boxes.scan(self._source, start, box.end, self._budget, box.depth + 1)
        if level.broken:
            left = boxes.read_at(
                self._source, level.rest, min(box.end - level.rest, MAX_VALUE_BYTES)
            )
            self._said.opaque("broken", left, Harm.DEVICE, name_of(box.kind), level.rest)
        return level.boxes

    def _read_opaque(self, box: Box, where: str) -> None:
        name = name_of(box.kind)
        self._said.opaque(f"{where}/{name}", self._body(box), harm_of(name), where, box.body)
        if box.size > MAX_VALUE_BYTES:
            self._said.hidden("unknown", box.body, box.size)

    def _read_udta(self, udta: Box, where: str) -> None:
        where = f"{where}/udta"
        for box in self._scan(udta):
            if box.kind in (b"meta", b"udta", b"uuid"):
                self.read(box, where)
            elif box.kind in _IDS:
                self._read_id(box, where)
            elif box.kind[:1] == b"\xa9":
                self._read_international(box, where)
            elif not self._read_known(box, where):
                self._read_opaque(box, where)

    def _read_known(self, box: Box, where: str) -> bool:
        """Read a box whose structure is known; say whether it was one."""
        if box.kind in _3GPP_TEXT and box.size > 6:  # noqa: PLR2004 - version, flags, language
            text = decoded(self._body(box)[6:])
            name = name_of(box.kind)
            self._said.text(f"{where}/{name}", text, harm_of(name), where)
        elif box.kind == b"loci" and box.size > _LOCI_FIXED + 6:
            self._read_loci(self._body(box), where)
        elif box.kind == b"GPMF":
            read_gpmf(self._said, self._body(box), f"{where}/GPMF")
        elif box.kind == b"XMP_":
            self._said.xmp(self._body(box), f"{where}/XMP")
        else:
            return False
        return True

    def _read_id(self, box: Box, where: str) -> None:
        """Read a number that tells one camera, or one recording, from all others."""
        self._said.identifier(f"{where}/{name_of(box.kind)}/serial", self._body(box), where)

    def _read_international(self, box: Box, where: str) -> None:
        """Read texts of the form length, language, text, one after another."""
        body = self._body(box)
        name = name_of(box.kind)
        tag, harm = f"{where}/{name}", harm_of(name)
        at = 0
        while len(body) - at > 4:  # noqa: PLR2004 - length and language
            size = struct.unpack_from(">H", body, at)[0]
            if not 0 < size <= len(body) - at - 4:
                self._said.text(tag, decoded(body[at:]), harm, where)
                return
            self._said.text(tag, decoded(body[at + 4 : at + 4 + size]), harm, where)
            at += 4 + size

    def _read_loci(self, body: bytes, where: str) -> None:
        """Read 3GPP's location: name, role, longitude, latitude, altitude (16.16), body, notes."""
        fields = Fields(body, 6)
        name = decoded(fields.text())
        try:
            fields.take(1)
            raw = fields.take(8)
        except CaptureError:
            self._said.opaque(f"{where}/loci", body, Harm.LOCATION, where)
            return
        longitude, latitude = (value / 65536 for value in struct.unpack(">ii", raw))
        needles = self._said.place(latitude, longitude) + needle.telling((raw,))
        self._said.add(
            f"{where}/loci", f"{latitude:.6f} {longitude:.6f} {name}", Harm.LOCATION, where, needles
        )
        rest = decoded(fields.rest()[4:].replace(b"\0", b" "))
        for text in (name, rest):
            self._said.text(f"{where}/loci/place", text, Harm.LOCATION, where)

    def _read_uuid(self, box: Box, where: str) -> None:
        name = _UUIDS.get(box.extended.hex(), "")
        if box.extended.startswith(b"JpgTiffExif->JP2"):
            name = "Exif"
        body = self._body(box)
        place = f"{where}/uuid {name or box.extended.hex()}"
        if name == "XMP":
            self._said.xmp(body, place)
        elif name == "Exif":
            start = 4 if body[4:6] in (b"II", b"MM") else 0
            self._said.exif(body[start:], place, box.body + start)
        else:
            harm = Harm.HISTORY if name == "C2PA" else Harm.DEVICE
            tag = f"{where}/{name.casefold() or 'uuid'}"
            self._said.opaque(tag, body, harm, place, box.body)

    def _read_meta(self, meta: Box, where: str) -> None:
        where = f"{where}/meta"
        found = self._scan(meta, boxes.meta_skip(self._source, meta))
        names = self._read_keys(found)
        for box in found:
            if box.kind == b"ilst":
                for item in self._scan(box):
                    self._read_item(item, names, where)
            elif box.kind == b"uuid":
                self._read_uuid(box, where)
            elif box.kind not in _NEUTRAL_CHILDREN:
                self._read_opaque(box, where)

    def _read_keys(self, found: tuple[Box, ...]) -> list[str]:
        """Read the names to which the items refer by number, from 1."""
        keys = boxes.first(found, b"keys")
        if keys is None or keys.size < 8:  # noqa: PLR2004 - version, flags, count
            return []
        return [decoded(self._body(key)) for key in self._scan(keys, 8)[:MAX_KEYS]]

    def _read_item(self, item: Box, names: list[str], where: str) -> None:
        number = int.from_bytes(item.kind, "big")
        name = names[number - 1] if 0 < number <= len(names) else name_of(item.kind)
        inside = self._scan(item)
        if item.kind == b"----":
            name = "/".join(
                decoded(self._body(box)[4:]) for box in inside if box.kind in (b"mean", b"name")
            )
        for box in inside:
            if box.kind == b"data" and box.size >= 8:  # noqa: PLR2004 - type and locale
                self._read_value(name, box, where)
            elif box.kind not in (b"mean", b"name", b"itif", b"keyd"):
                self._read_opaque(box, f"{where}/{name}")

    def _read_value(self, name: str, box: Box, where: str) -> None:
        body = self._body(box)
        kind, value = int.from_bytes(body[:4], "big") & 0xFFFFFF, body[8:]
        tag, harm = f"{where}/{name}", harm_of(name)
        if kind in _PICTURES:
            self._said.hidden("preview", box.body + 8, box.size - 8)
            self._said.opaque(f"{tag}/preview", value, Harm.IDENTITY, where, box.body + 8)
            return
        number = number_of(kind, value)
        if number is not None:
            self._said.add(tag, number, harm, where)
        elif kind in (_UTF8, _UTF16) or name[:1] in "©c":
            self._said.text(tag, decoded(value, wide=kind == _UTF16), harm, where)
        else:
            self._said.opaque(tag, value, harm, where, box.body + 8)


def number_of(kind: int, value: bytes) -> str | None:
    """Show a number of a metadata item; None where it is none."""
    if kind in (_SIGNED, _UNSIGNED) and 0 < len(value) <= 8:  # noqa: PLR2004 - the longest number
        return str(int.from_bytes(value, "big", signed=kind == _SIGNED))
    if kind == _F32 and len(value) == 4:  # noqa: PLR2004 - bytes
        return f"{struct.unpack('>f', value)[0]:g}"
    if kind == _F64 and len(value) == 8:  # noqa: PLR2004 - bytes
        return f"{struct.unpack('>d', value)[0]:g}"
    return None


def decoded(raw: bytes, *, wide: bool = False) -> str:
    """Decode a text of unknown encoding: UTF-16 where it says so, else UTF-8, else Latin-1."""
    raw = raw[:MAX_VALUE_BYTES]
    if wide or raw[:2] in (b"\xfe\xff", b"\xff\xfe"):
        little = raw[:2] == b"\xff\xfe"
        return raw.decode("utf-16-le" if little else "utf-16-be", "replace").strip("\ufeff\0 ")
    try:
        return raw.rstrip(b"\0").decode("utf-8")
    except UnicodeDecodeError:
        return raw.rstrip(b"\0").decode("latin-1")


def name_of(kind: bytes) -> str:
    """Give a box's type as text; what cannot be shown becomes hexadecimal."""
    text = kind.decode("mac-roman")
    return text if text.isprintable() and kind.strip(b"\0") else kind.hex()


_GPMF_NAMES = {
    b"MINF": ("model", Harm.DEVICE),
    b"DVNM": ("model", Harm.DEVICE),
    b"CASN": ("serial", Harm.DEVICE),
    b"FMWR": ("firmware", Harm.HISTORY),
    b"GPSU": ("GPSDateTime", Harm.TIME),
    b"MUID": ("mediagroupuuid", Harm.DEVICE),
    b"GUMI": ("mediagroupuuid", Harm.DEVICE),
    b"CDTM": ("CreationTime", Harm.TIME),
}
_GPMF_NUMBERS = frozenset((b"MUID", b"GUMI", b"CDTM"))
_MAX_SAID = 8
_CAMERAS = ("gopro", "hero", "camera")


def read_gpmf(said: Said, data: bytes, where: str) -> None:
    """Say what GoPro telemetry holds: names, serial, times, the first place, other streams."""
    streams: dict[str, None] = {}
    names: dict[bytes, dict[bytes, None]] = {}
    for element in gpmf.elements(data):
        if element.key == b"STNM":
            streams[decoded(element.data)] = None
        elif element.key in _GPMF_NAMES:
            names.setdefault(element.key, {})[element.data] = None
    for key, values in names.items():
        for value in list(values)[:_MAX_SAID]:
            _say_gpmf(said, key, value, where)
    fix = gpmf.first_fix(data)
    if fix is not None:
        needles = said.place(fix.latitude, fix.longitude) + needle.telling((fix.raw,))
        text = f"{fix.latitude:.6f} {fix.longitude:.6f}"
        said.add(f"{where}/GPS5", text, Harm.LOCATION, where, needles)
    if streams:
        said.add(f"{where}/telemetry", "; ".join(streams), Harm.DEVICE, where)


def _say_gpmf(said: Said, key: bytes, value: bytes, where: str) -> None:
    name, harm = _GPMF_NAMES[key]
    tag = f"{where}/{key.decode()}/{name}"
    if key in _GPMF_NUMBERS:
        if value.strip(b"\0"):
            said.add(tag, value.hex(), harm, where, needle.telling((value[:32],)))
        return
    said.text(tag, decoded(value), harm, where)
    if key == b"MINF" or (key == b"DVNM" and decoded(value).casefold().startswith(_CAMERAS)):
        said.model = said.model or decoded(value)
        said.make = said.make or "GoPro"
