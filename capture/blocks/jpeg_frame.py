"""What a JPEG decoder needs: tables, frame and scans, checked and built again.

Source: ITU-T T.81 (1992), B.2.2 to B.2.4 and Annex K. Nothing is copied whole: each
segment is taken apart and written afresh, so that no byte of it is left unaccounted for.
Component numbers become 1, 2, …; they only link frame and scans.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from capture.blocks.jpeg_segments import DHT, DQT, DRI, FRAMES, SOS, Segment
from capture.errors import Damaged, TooLarge, Unsupported

MAX_PIXELS = 200_000_000
MAX_SCANS = 1000
SEQUENTIAL, EXTENDED, PROGRESSIVE = 0xC0, 0xC1, 0xC2
_HUFFMAN = frozenset((SEQUENTIAL, EXTENDED, PROGRESSIVE))
_COEFFICIENTS = 64
_TABLE_IDS = range(4)
_FACTORS = range(1, 5)
_COMPONENTS = frozenset((1, 3, 4))
_BITS = 8
_LAST = _COEFFICIENTS - 1


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame header: ``components`` are (number, sampling byte, quantisation table)."""

    marker: int
    width: int
    height: int
    components: tuple[tuple[int, int, int], ...]

    @property
    def numbers(self) -> dict[int, int]:
        """The components' own numbers and ours."""
        return {number: index for index, (number, _, _) in enumerate(self.components, 1)}


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan header: ``components`` are (number, byte of its two Huffman tables)."""

    components: tuple[tuple[int, int], ...]
    first: int
    last: int
    approximation: int


def frame_of(segments: Iterable[Segment]) -> Frame:
    """Return the one frame header. Raises Damaged for none or many, TooLarge for its pixels."""
    frames = [segment for segment in segments if segment.marker in FRAMES]
    if len(frames) != 1:
        raise Damaged("an image must have one frame header")
    body = frames[0].body
    if len(body) < 6 or len(body) != 6 + 3 * body[5]:  # noqa: PLR2004 - B.2.2
        raise Damaged("the frame header has a wrong length")
    height, width = int.from_bytes(body[1:3], "big"), int.from_bytes(body[3:5], "big")
    triples = tuple((body[at], body[at + 1], body[at + 2]) for at in range(6, len(body), 3))
    frame = Frame(frames[0].marker, width, height, triples)
    _check_frame(frame)
    if width * height > MAX_PIXELS:
        raise TooLarge("too many pixels", part="pixels", width=width, height=height)
    return frame


def check_carried(frame: Frame, segments: Iterable[Segment]) -> None:
    """Raise Unsupported for a coding that is not carried over bit by bit."""
    precision = next(segment.body[0] for segment in segments if segment.marker in FRAMES)
    if frame.marker not in _HUFFMAN or precision != _BITS:
        raise Unsupported("a rare kind of JPEG coding", part="coding")
    if frame.height == 0:
        raise Unsupported("the height is told after the picture", part="coding")
    if len(frame.components) not in _COMPONENTS:
        raise Unsupported("a rare number of colours", part="coding")


def _check_frame(frame: Frame) -> None:
    sampling = {nibble for _, byte, _ in frame.components for nibble in (byte >> 4, byte & 15)}
    tables = {table for _, _, table in frame.components}
    if frame.width == 0 or not frame.components or not sampling <= set(_FACTORS):
        raise Damaged("the frame header makes no sense")
    if not tables <= set(_TABLE_IDS) or len(frame.numbers) != len(frame.components):
        raise Damaged("the frame header makes no sense")


def frame_body(frame: Frame) -> bytes:
    """Write the frame header's content."""
    head = bytes((_BITS,)) + frame.height.to_bytes(2, "big") + frame.width.to_bytes(2, "big")
    parts = (bytes((i, sampling, q)) for i, (_, sampling, q) in enumerate(frame.components, 1))
    return head + bytes((len(frame.components),)) + b"".join(parts)


def scan_of(body: memoryview, frame: Frame) -> Scan:
    """Read a scan header. Raises Damaged where it does not fit the frame."""
    count = body[0] if body else 0
    if not 1 <= count <= len(frame.components) or len(body) != 4 + 2 * count:
        raise Damaged("a scan header has a wrong length")
    pairs = tuple((body[1 + 2 * i], body[2 + 2 * i]) for i in range(count))
    first, last, approximation = body[-3:]
    if frame.marker != PROGRESSIVE:
        first, last, approximation = 0, _LAST, 0  # nothing else has a meaning here
    known = {number for number, _ in pairs} <= frame.numbers.keys()
    tables = all(byte >> 4 in _TABLE_IDS and byte & 15 in _TABLE_IDS for _, byte in pairs)
    if not known or not tables or not first <= last <= _LAST or len(dict(pairs)) != count:
        raise Damaged("a scan header makes no sense")
    return Scan(pairs, first, last, approximation)


def scan_body(scan: Scan, frame: Frame) -> bytes:
    """Write the scan header's content."""
    numbers = frame.numbers
    pairs = b"".join(bytes((numbers[number], tables)) for number, tables in scan.components)
    return (
        bytes((len(scan.components),)) + pairs + bytes((scan.first, scan.last, scan.approximation))
    )


def quantisation_tables(body: memoryview) -> Iterator[tuple[int, bytes]]:
    """Yield (first byte: precision and number, the values) of each table of a DQT."""
    at = 0
    while at < len(body):
        head = body[at]
        size = _COEFFICIENTS * (1 + (head >> 4))
        values = bytes(body[at + 1 : at + 1 + size])
        if head >> 4 > 1 or head & 15 not in _TABLE_IDS or len(values) != size:
            raise Damaged("a quantisation table is broken")
        yield head, values
        at += 1 + size


def huffman_tables(body: memoryview) -> Iterator[tuple[int, bytes]]:
    """Yield (first byte: class and number, lengths and symbols) of each table of a DHT."""
    at = 0
    while at < len(body):
        head = body[at]
        total = sum(body[at + 1 : at + 17])
        table = bytes(body[at + 1 : at + 17 + total])
        if head >> 4 > 1 or head & 15 not in _TABLE_IDS or total > 256 or len(table) != 16 + total:  # noqa: PLR2004 - B.2.4.2
            raise Damaged("a Huffman table is broken")
        yield head, table
        at += 17 + total


def coding_segments(segments: Iterable[Segment], frame: Frame) -> Iterator[tuple[Segment, bytes]]:
    """Yield the segments that decoding needs, in order, each with its content written again.

    Tables that no scan uses are left out: they can hold anything. Raises Damaged or TooLarge.
    """
    kept = [segment for segment in segments if segment.marker in _NEEDED | {frame.marker}]
    scans = [scan_of(segment.body, frame) for segment in kept if segment.marker == SOS]
    markers = [segment.marker for segment in kept]
    if not scans or markers.index(frame.marker) > markers.index(SOS):
        raise Damaged("there is no picture in it")
    if len(scans) > MAX_SCANS:
        raise TooLarge("too many scans", part="segments")
    quantisation = {table for _, _, table in frame.components}
    huffman = _used_tables(scans)
    _check_defined(kept, quantisation, huffman)
    for segment in kept:
        body = _body(segment, frame, quantisation, huffman)
        if body:
            yield segment, body


def _check_defined(kept: list[Segment], quantisation: set[int], huffman: set[int]) -> None:
    tables = [segment.body for segment in kept if segment.marker == DQT]
    codes = [segment.body for segment in kept if segment.marker == DHT]
    if not codes:
        raise Unsupported("it relies on the decoder's own Huffman tables", part="coding")
    defined = {head & 15 for body in tables for head, _ in quantisation_tables(body)}
    coded = {head for body in codes for head, _ in huffman_tables(body)}
    if not quantisation <= defined or not huffman <= coded:
        raise Damaged("a table is missing")


_NEEDED = frozenset((DQT, DHT, DRI, SOS))


def _body(segment: Segment, frame: Frame, quantisation: set[int], huffman: set[int]) -> bytes:
    if segment.marker == SOS:
        return scan_body(scan_of(segment.body, frame), frame)
    if segment.marker == DQT:
        found = quantisation_tables(segment.body)
        return b"".join(bytes((h,)) + values for h, values in found if h & 15 in quantisation)
    if segment.marker == DHT:
        return b"".join(bytes((h,)) + t for h, t in huffman_tables(segment.body) if h in huffman)
    if segment.marker == DRI:
        if len(segment.body) != 2:  # noqa: PLR2004 - B.2.4.4
            raise Damaged("a restart interval has a wrong length")
        return bytes(segment.body)
    return frame_body(frame)


def _used_tables(scans: Iterable[Scan]) -> set[int]:
    """Return the first bytes of the Huffman tables that the scans name."""
    used = set()
    for scan in scans:
        for _, tables in scan.components:
            if scan.first == 0 and scan.approximation >> 4 == 0:
                used.add(tables >> 4)
            if scan.last > 0:
                used.add(0x10 | tables & 15)
    return used


_LUMINANCE = bytes.fromhex(
    "100b0c0e0c0a100e0d0e1211101318281a181616183123251d283a333d3c3933"
    "383740485c4e404457453738506d51575f626768673e4d71797064785c656763"
)
_CHROMINANCE = bytes.fromhex(
    "1112121815182f1a1a2f634238426363636363636363636363636363636363"
    "6363636363636363636363636363636363636363636363636363636363636363" + "63"
)


def _scaled(table: bytes, quality: int) -> bytes:
    """Scale a table of Annex K as libjpeg's jpeg_set_quality does."""
    scale = 5000 // quality if quality < 50 else 200 - 2 * quality  # noqa: PLR2004 - libjpeg
    return bytes(min(max((value * scale + 50) // 100, 1), 255) for value in table)


_STANDARD = frozenset(
    _scaled(table, quality) for table in (_LUMINANCE, _CHROMINANCE) for quality in range(1, 101)
)


def has_standard_tables(segments: Iterable[Segment]) -> bool:
    """Whether every quantisation table is one of Annex K's at some quality."""
    bodies = (segment.body for segment in segments if segment.marker == DQT)
    return all(values in _STANDARD for body in bodies for _, values in quantisation_tables(body))
