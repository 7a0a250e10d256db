"""The index of a Matroska file: its segment, its tracks, where its clusters lie.

Source: RFC 9559, sections 5.1.2 (Info), 5.1.4 (Tracks), 5.1.3 (Cluster).
"""

import math
from dataclasses import dataclass
from typing import BinaryIO

from capture.blocks import ebml
from capture.blocks.boxes import Budget, size_of
from capture.blocks.ebml import Element
from capture.errors import Damaged, TooLarge, Unsupported

MAX_TRACKS = 64
MAX_PRIVATE = 1 << 20

INFO, TRACKS, ENTRY = 0x1549A966, 0x1654AE6B, 0xAE
_EBML = 0x1A45DFA3
_SCALE = 0x2AD7B1
_NUMBER, _TYPE, _CODEC, _PRIVATE, _ENABLED, _ENCODINGS = 0xD7, 0x83, 0x86, 0x63A2, 0xB9, 0x6D80
_VIDEO, _AUDIO = 0xE0, 0xE1
_WIDTH, _HEIGHT, _SHOWN_WIDTH, _SHOWN_HEIGHT, _SHOWN_UNIT = 0xB0, 0xBA, 0x54B0, 0x54BA, 0x54B2
_SIDES = range(1, 1 << 16)
"""Pixels of a side that a movie of ours can say."""
_RATE, _CHANNELS, _BITS = 0xB5, 0x9F, 0x6264
_KINDS = {1: b"vide", 2: b"soun", 17: b"subt"}
_DEFAULT_SCALE = 1_000_000
_DEFAULT_RATE = 8000.0


@dataclass(frozen=True, slots=True)
class MkvTrack:
    """One track: ``handler`` as in movies (``vide``, ``soun``, ``subt`` or ``data``).

    ``shown`` is the size at which it is shown, in pixels. ``encoded`` is true where its frames
    are compressed once more or encrypted.
    """

    number: int
    handler: bytes
    codec: str
    private: bytes
    enabled: bool
    encoded: bool
    width: int
    height: int
    shown: tuple[int, int]
    rate: float
    channels: int
    bits: int


@dataclass(frozen=True, slots=True)
class Mkv:
    """One file: ``top`` are the children of its segment; ``scale`` is nanoseconds a tick.

    ``end`` is where the segment ends, or where its bytes break the rules.
    """

    size: int
    top: tuple[Element, ...]
    end: int
    scale: int
    tracks: tuple[MkvTrack, ...]
    cut: bool
    """Whether the file ends before its segment does."""

    def clusters(self) -> list[Element]:
        """Give its clusters in file order."""
        return [element for element in self.top if element.kind == ebml.CLUSTER]


def segment_of(source: BinaryIO, budget: Budget) -> Element:
    """Find the segment. Raises Damaged."""
    size = size_of(source)
    for element in ebml.elements(source, 0, size, budget):
        if element.kind == ebml.SEGMENT:
            return element
        if element.kind != _EBML and element.start == 0:
            break
    raise Damaged("the video has no segment", part="index")


def read_mkv(source: BinaryIO, budget: Budget) -> Mkv:
    """Read the index. Raises Damaged, TooLarge and Unsupported."""
    segment = segment_of(source, budget)
    top = tuple(ebml.children(source, segment, budget))
    scale = _DEFAULT_SCALE
    tracks: tuple[MkvTrack, ...] = ()
    for element in top:
        if element.kind == INFO:
            values = _values(source, element, budget)
            scale = ebml.number(values.get(_SCALE, b"")) or _DEFAULT_SCALE
        elif element.kind == TRACKS:
            tracks += tuple(
                _track(source, entry, budget)
                for entry in ebml.children(source, element, budget)
                if entry.kind == ENTRY
            )
    if len(tracks) > MAX_TRACKS:
        raise TooLarge("too many tracks", part="tracks")
    end = top[-1].end if top else segment.body
    return Mkv(size_of(source), top, end, scale, tracks, segment.cut)


def _values(source: BinaryIO, parent: Element, budget: Budget) -> dict[int, bytes]:
    """Read the data of the children of one element, the first of each kind."""
    found: dict[int, bytes] = {}
    for element in ebml.children(source, parent, budget):
        found.setdefault(element.kind, ebml.data_of(source, element, MAX_PRIVATE))
    return found


def _track(source: BinaryIO, entry: Element, budget: Budget) -> MkvTrack:
    values: dict[int, bytes] = {}
    inside: dict[int, bytes] = {}
    for element in ebml.children(source, entry, budget):
        if element.kind in (_VIDEO, _AUDIO):
            inside |= _values(source, element, budget)
        else:
            values.setdefault(element.kind, ebml.data_of(source, element, MAX_PRIVATE))
    width, height = (ebml.number(inside.get(kind, b"")) for kind in (_WIDTH, _HEIGHT))
    return MkvTrack(
        number=ebml.number(values.get(_NUMBER, b"")),
        handler=_KINDS.get(ebml.number(values.get(_TYPE, b"")), b"data"),
        codec=values.get(_CODEC, b"").rstrip(b"\0").decode("ascii", "replace"),
        private=values.get(_PRIVATE, b""),
        enabled=ebml.number(values.get(_ENABLED, b"\1")) != 0,
        encoded=_ENCODINGS in values,
        width=width,
        height=height,
        shown=_shown(inside, width, height),
        rate=_rate(inside[_RATE]) if _RATE in inside else _DEFAULT_RATE,
        channels=ebml.number(inside.get(_CHANNELS, b"\1")),
        bits=ebml.number(inside.get(_BITS, b"")),
    )


def _shown(values: dict[int, bytes], width: int, height: int) -> tuple[int, int]:
    """Give the size at which a picture is shown, in pixels.

    In any other unit (5.1.4.1.28.14: centimetres, inches, a mere ratio) only the shape counts.
    A size that no screen has means nothing.
    """
    across, down, unit = (
        ebml.number(values.get(kind, b"")) for kind in (_SHOWN_WIDTH, _SHOWN_HEIGHT, _SHOWN_UNIT)
    )
    across, down = across or width, down or height
    if unit and down:
        across, down = (height * across + down // 2) // down, height
    return (across, down) if across in _SIDES and down in _SIDES else (width, height)


def _rate(data: bytes) -> float:
    rate = ebml.real(data)
    if not math.isfinite(rate):
        raise Damaged("a sound of an impossible rate")
    return rate


def check_plain(track: MkvTrack) -> MkvTrack:
    """Return the track if its frames stand as they are. Raises Unsupported."""
    if track.encoded:
        raise Unsupported("frames that are compressed once more", codec="content-encoding")
    return track
