"""Tracks that nobody sees: sensor data, places, subtitles, time codes, chapters.

Sources: the QuickTime File Format specification (timed metadata ``mebx``, time
codes ``tmcd``, text), Google's camera motion metadata (``camm``), the
GPMF description (``gpmd``), ISO/IEC 14496-30 and 3GPP TS 26.245 (``tx3g``).
"""

import re
import struct
from collections.abc import Iterator
from typing import BinaryIO

from capture.blocks import needle
from capture.blocks.boxes import read_at
from capture.errors import CaptureError
from capture.formats.movie.coding import inner
from capture.formats.movie.index import Track
from capture.formats.movie.said import Said, harm_of
from capture.formats.movie.tables import Samples
from capture.formats.movie.userdata import decoded, name_of, read_gpmf
from capture.report import Harm

MAX_LOOKED_AT = 400
"""Most samples of one track that are read, spread over all of it."""
MAX_PER_SAMPLE = 1 << 16

_ENTRY_FIXED = 16
_TEXTS = frozenset((b"text", b"tx3g", b"sbtl", b"subt", b"clcp", b"wvtt", b"stpp"))
_HANDLERS = {
    b"text": "text",
    b"sbtl": "subtitle",
    b"subt": "subtitle",
    b"tmcd": "tmcd",
    b"meta": "telemetry",
    b"hint": "hint",
    b"vide": "video",
    b"soun": "sound",
}
_COORDINATES = re.compile(r"(-?\d{1,3}\.\d{3,12})\D{1,24}?(-?\d{1,3}\.\d{3,12})")
_CAMM_POSITIONS = {5: 0, 6: 12}
"""Types of ``camm`` packets that hold a place, and where it starts in them."""


def read_track(
    source: BinaryIO, track: Track, samples: Samples | None, said: Said, where: str
) -> None:
    """Say what a track holds that a copy does not carry over."""
    kind = _HANDLERS.get(track.handler, name_of(track.handler))
    names = ", ".join(sorted({name_of(codec) for codec in track.formats})) or "empty"
    harm = Harm.LOCATION if track.handler == b"meta" else Harm.DEVICE
    if track.handler in (b"vide", b"soun"):
        harm = Harm.PERSON
    count = len(samples) if samples is not None else 0
    said.add(f"{where}/{kind}/track", f"{names}, {count} samples", harm, where)
    for entry in track.entries:
        _read_entry(entry, said, f"{where}/{kind}")
    if samples is not None and count:
        said.hidden("track", int(samples.offsets[0]), int(samples.sizes.sum()))
        _read_samples(source, track, samples, said, f"{where}/{kind}")


def _read_entry(entry: bytes, said: Said, where: str) -> None:
    """Say what a description of data holds: keys of metadata, the name of a reel."""
    codec = entry[4:8]
    if codec == b"tmcd":
        for body in inner(entry, 34).values():
            said.opaque(f"{where}/tmcd/name", body, Harm.IDENTITY, where)
    elif codec == b"mebx":
        keys = inner(entry, _ENTRY_FIXED).get(b"keys", b"")
        names = re.findall(rb"mdta([\x20-\x7e]{4,200})", keys)
        for name in dict.fromkeys(names):
            said.text(f"{where}/mebx/key", decoded(name), harm_of(decoded(name)), where)
    elif codec not in (b"gpmd", b"camm", b"avc1", b"hvc1", b"mp4a"):
        said.opaque(f"{where}/description", entry[_ENTRY_FIXED:], Harm.DEVICE, where)


def looked_at(source: BinaryIO, samples: Samples) -> Iterator[bytes]:
    """Give the beginnings of samples spread over the whole track, its first ones among them."""
    count = len(samples)
    step = max(count // MAX_LOOKED_AT, 1)
    rows = sorted({*range(min(count, 32)), *range(0, count, step), count - 1})
    for row in rows:
        start, size = int(samples.offsets[row]), int(samples.sizes[row])
        try:
            yield read_at(source, start, min(size, MAX_PER_SAMPLE))
        except CaptureError:
            return


def _read_samples(source: BinaryIO, track: Track, samples: Samples, said: Said, where: str) -> None:
    codec = track.formats[0] if track.formats else b""
    data = looked_at(source, samples)
    if codec == b"gpmd":
        read_gpmf(said, b"".join(data), f"{where}/GPMF")
    elif codec == b"camm":
        _read_camm(data, said, where)
    elif codec == b"mebx":
        _read_mebx(data, said, where)
    elif codec in _TEXTS:
        _read_texts(data, said, where)
    elif codec == b"tmcd":
        for sample in data:
            said.add(f"{where}/tmcd", sample[:4].hex(), Harm.TIME, where)
            break
    elif track.handler not in (b"vide", b"soun", b"hint"):
        said.opaque(f"{where}/data", b"".join(data), Harm.DEVICE, where)
    elif codec in (b"jpeg", b"png ", b"mjpa"):
        picture = next(data, b"")
        said.opaque(f"{where}/preview", picture, Harm.IDENTITY, where, int(samples.offsets[0]))


def _read_camm(data: Iterator[bytes], said: Said, where: str) -> None:
    """Read packets of two reserved bytes, a type, and little-endian doubles."""
    for sample in data:
        kind = int.from_bytes(sample[2:4], "little")
        at = 4 + _CAMM_POSITIONS.get(kind, 0)
        if kind not in _CAMM_POSITIONS or len(sample) < at + 16:
            continue
        latitude, longitude = struct.unpack_from("<dd", sample, at)
        needles = said.place(latitude, longitude)
        if needles:
            raw = needle.telling((sample[at : at + 16],))
            text = f"{latitude:.6f} {longitude:.6f}"
            said.add(f"{where}/camm/location", text, Harm.LOCATION, where, needles + raw)
            return


def _read_mebx(data: Iterator[bytes], said: Said, where: str) -> None:
    """Read items of a size, a number of their key, and a value; only texts say much."""
    found: dict[str, None] = {}
    for sample in data:
        at = 0
        while len(sample) - at > 8:  # noqa: PLR2004 - size and key
            size = int.from_bytes(sample[at : at + 4], "big")
            if size <= 8:  # noqa: PLR2004 - size and key
                break
            value = decoded(sample[at + 8 : at + size])
            if len(value) > 6 and value.isprintable():  # noqa: PLR2004 - shorter ones are numbers
                found[value] = None
            at += size
    for value in list(found)[:100]:
        name = "ISO6709" if re.match(r"[+-]\d+\.\d+[+-]\d", value) else "value"
        said.text(f"{where}/mebx/{name}", value, harm_of(name), where)


def _read_texts(data: Iterator[bytes], said: Said, where: str) -> None:
    """Read subtitles: a length and a text; drones write places there."""
    texts: dict[str, None] = {}
    for sample in data:
        size = int.from_bytes(sample[:2], "big")
        body = sample[2 : 2 + size] if 0 < size <= len(sample) - 2 else sample
        texts[decoded(body)] = None
    for text in list(texts)[:100]:
        place = _COORDINATES.search(text)
        needles = said.place(float(place[1]), float(place[2])) if place else ()
        harm = Harm.LOCATION if needles else Harm.IDENTITY
        said.text(f"{where}/transcript", text, harm, where)
        if needles:
            said.add(f"{where}/location", f"{place[1]} {place[2]}", harm, where, needles)  # type: ignore[index] # needles come of it
