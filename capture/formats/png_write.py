"""The writer of cleaned PNGs and APNGs: the chunks that decoding needs, in one fixed order."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace

from capture.blocks import exif, icc, png_pixels
from capture.blocks.png_chunks import (
    PALETTE,
    SIGNATURE,
    Chunk,
    Header,
    Structure,
    header_of,
    written,
)
from capture.errors import Damaged, TooLarge, Unsupported
from capture.formats.base import Cleaning
from capture.formats.png_text import inflated
from capture.formats.still import NOISE, OWN_PROFILE, VISIBLE, neutral_colours, neutral_exif
from capture.kinds import MediaKind

UNDER = "transparent-pixels"
"""What a copy still holds: the colours of pixels that are transparent."""

PROFILE_NAME = b"icc\0\0"
"""Name and compression method of the one colour profile that is written."""

DATA_SIZE = 1 << 16
"""Bytes of pixels in each IDAT and fdAT but the last, for every file."""

MAX_INFLATED = 4 << 30
"""Most bytes of pixels of all frames together."""

_MAX_PROFILE = 16 << 20
_ALPHA = frozenset((4, 6))
_COLOUR_SIZES = {b"gAMA": 4, b"cHRM": 32, b"cICP": 4}
_KEYED = {0: 2, 2: 6}
_SRGB_CHUNK = written(b"sRGB", b"\0")
_PALETTE_ENTRY = 3
_OPAQUE = 255


@dataclass(slots=True)
class _Frame:
    """The pixels of one picture: as of its fcTL, if it has one, in canvas pixels."""

    control: bytes | None
    pieces: list[memoryview]
    is_default: bool


def pieces(
    structure: Structure, used: frozenset[int] | None = None
) -> tuple[list[bytes], Cleaning]:
    """Return the new file in pieces, and what was done.

    ``used`` are the entries of the palette that pixels name: the others become black and opaque,
    because they can spell words. None keeps all. Raises Damaged, TooLarge, and Unsupported for
    colours that have no neutral form.
    """
    header, chunks = _whole(structure)
    colours, standard = _colours(chunks, header)
    orientation = _orientation(chunks)
    made = [SIGNATURE, written(b"IHDR", _header(header)), *colours]
    made += _palette(chunks, header, used)
    if orientation != exif.UPRIGHT:
        made.append(written(b"eXIf", neutral_exif(orientation)[len(exif.HEADER) :]))
    made += _pixels(structure, header, animated=b"acTL" in chunks)
    made.append(written(b"IEND", b""))
    return made, _cleaning(chunks, header, orientation, standard)


def stills(structure: Structure) -> Iterator[bytes]:
    """Yield each picture of a file by itself, with its palette and nothing beside, to be decoded.

    Raises Damaged and TooLarge.
    """
    header, chunks = _whole(structure)
    frames = _frames(structure, animated=b"acTL" in chunks)
    _check_inflated(header, len(frames))
    for frame in frames:
        whole = frame.control is None
        width, height = (header.width, header.height) if whole else _extent(frame, header)
        stream = b"".join(png_pixels.exact_stream(frame.pieces, header, width, height))
        alone = replace(header, width=width, height=height)
        yield b"".join(
            (
                SIGNATURE,
                written(b"IHDR", _header(alone)),
                *_palette(chunks, header, None)[:1],
                written(b"IDAT", stream),
                written(b"IEND", b""),
            )
        )


def _whole(structure: Structure) -> tuple[Header, dict[bytes, Chunk]]:
    header = header_of(structure)
    if structure.end is None:
        raise Damaged(structure.problem or "no end of image")
    return header, _by_type(structure, header)


def bare(structure: Structure) -> Iterator[bytes]:
    """Yield the file with its pixels and nothing beside them, to be decoded."""
    header = header_of(structure)
    chunks = _by_type(structure, header)
    yield SIGNATURE + written(b"IHDR", _header(header))
    for kind in (b"PLTE", b"tRNS"):
        if kind in chunks:
            yield written(kind, chunks[kind].data)
    for chunk in structure.chunks:
        if chunk.type == b"IDAT":
            yield written(b"IDAT", chunk.data)
    yield written(b"IEND", b"")


def _by_type(structure: Structure, header: Header) -> dict[bytes, Chunk]:
    """Return the first chunk of each type; a broken one that decoding needs is refused."""
    found: dict[bytes, Chunk] = {}
    for chunk in structure.chunks:
        needed = chunk.is_critical or chunk.type in {b"fcTL", b"fdAT", b"acTL"}
        if needed and not chunk.sound:
            raise Damaged("a chunk's checksum is wrong")
        if chunk.is_critical and chunk.type not in {b"IHDR", b"PLTE", b"IDAT", b"IEND"}:
            raise Unsupported("a chunk that changes how pixels are read", part="chunk")
        if chunk.type in {b"IHDR", b"PLTE"} and chunk.type in found:
            raise Damaged("a chunk stands twice that must stand once")
        if chunk.sound:
            found.setdefault(chunk.type, chunk)
    if b"IDAT" not in found or (header.colour == PALETTE and b"PLTE" not in found):
        raise Damaged("there is no picture in it")
    return found


def _header(header: Header) -> bytes:
    parts = (header.width, header.height, header.depth, header.colour, 0, 0, header.interlaced)
    return struct.pack(">IIBBBBB", *parts)


def profile_of(chunks: dict[bytes, Chunk]) -> bytes | None:
    """Return the profile in iCCP, inflated within bounds, or None."""
    chunk = chunks.get(b"iCCP")
    if chunk is None:
        return None
    _, _, rest = bytes(chunk.data).partition(b"\0")
    return inflated(rest[1:], _MAX_PROFILE) if rest[:1] == b"\0" else None


def _colours(chunks: dict[bytes, Chunk], header: Header) -> tuple[list[bytes], str | None]:
    """Return the chunks that say what colours mean, best first (PNG 3rd ed., 4.3), and which."""
    space = icc.GRAY if header.colour in {0, 4} else icc.RGB
    coded = _sized(chunks, b"cICP")
    if coded:
        return [coded], "cicp"
    profile = neutral_colours(profile_of(chunks), space)
    if profile is not None and profile.standard == "srgb":
        return [_SRGB_CHUNK], profile.standard
    if profile is not None:
        body = PROFILE_NAME + png_pixels.deflated(profile.data)
        return [written(b"iCCP", body)], profile.standard or "rebuilt"
    if b"sRGB" in chunks:
        return [_SRGB_CHUNK], "srgb"
    kept = [_sized(chunks, kind) for kind in (b"gAMA", b"cHRM")]
    return [chunk for chunk in kept if chunk], "gamma" if any(kept) else None


def _sized(chunks: dict[bytes, Chunk], kind: bytes) -> bytes:
    chunk = chunks.get(kind)
    if chunk is None or len(chunk.data) != _COLOUR_SIZES[kind]:
        return b""
    return written(kind, chunk.data)


def _palette(
    chunks: dict[bytes, Chunk], header: Header, used: frozenset[int] | None
) -> list[bytes]:
    key = chunks.get(b"tRNS")
    if header.colour != PALETTE:
        fits = key is not None and len(key.data) == _KEYED.get(header.colour)
        return [written(b"tRNS", key.data)] if key is not None and fits else []
    entries = bytes(chunks[b"PLTE"].data)
    # Entries that no sample of this depth can name are no colours; decoders leave them out too.
    count = min(len(entries) // _PALETTE_ENTRY, 1 << header.depth)
    if len(entries) % _PALETTE_ENTRY or not count:
        raise Damaged("the palette has a wrong length")
    kept = range(count) if used is None else used
    triples = (entries[at : at + _PALETTE_ENTRY] for at in range(0, 3 * count, _PALETTE_ENTRY))
    colours = (rgb if i in kept else bytes(_PALETTE_ENTRY) for i, rgb in enumerate(triples))
    made = [written(b"PLTE", b"".join(colours))]
    alphas = bytes(key.data) if key is not None and len(key.data) <= count else b""
    shown = bytes(alpha if i in kept else _OPAQUE for i, alpha in enumerate(alphas))
    shown = shown.rstrip(bytes((_OPAQUE,)))  # what is not said is opaque
    return [*made, written(b"tRNS", shown)] if shown else made


def _orientation(chunks: dict[bytes, Chunk]) -> int:
    chunk = chunks.get(b"eXIf")
    return exif.UPRIGHT if chunk is None else exif.read_looks(bytes(chunk.data))[0]


def _pixels(structure: Structure, header: Header, *, animated: bool) -> Iterator[bytes]:
    frames = _frames(structure, animated=animated)
    controlled = [frame for frame in frames if frame.control is not None]
    _check_inflated(header, len(frames))
    if animated and controlled:
        plays = next(bytes(c.data[4:8]) for c in structure.chunks if c.type == b"acTL")
        yield written(b"acTL", struct.pack(">I", len(controlled)) + plays.rjust(4, b"\0"))
    number = 0
    for frame in frames:
        width, height = header.width, header.height
        if frame.control is not None:
            width, height = _extent(frame, header)
            yield written(b"fcTL", struct.pack(">I", number) + frame.control)
            number += 1
        stream = b"".join(png_pixels.exact_stream(frame.pieces, header, width, height))
        for at in range(0, len(stream), DATA_SIZE):
            part = stream[at : at + DATA_SIZE]
            if frame.is_default:
                yield written(b"IDAT", part)
            else:
                yield written(b"fdAT", struct.pack(">I", number) + part)
                number += 1


def _check_inflated(header: Header, frames: int) -> None:
    size = sum(rows * stride for rows, stride in header.passes(header.width, header.height))
    if size * frames > MAX_INFLATED:
        raise TooLarge("too many pixels in all frames", part="pixels")


def _frames(structure: Structure, *, animated: bool) -> list[_Frame]:
    """Group the pixel chunks; without an acTL there is the one picture of the IDATs."""
    default = _Frame(None, [], is_default=True)
    frames = [default]
    control: bytes | None = None
    for chunk in structure.chunks:
        if chunk.type == b"IDAT":
            default.control = control if animated else None
            default.pieces.append(chunk.data)
        elif chunk.type == b"fcTL" and animated:
            control = bytes(chunk.data[4:])
            if default.pieces:
                frames.append(_Frame(control, [], is_default=False))
        elif chunk.type == b"fdAT" and animated and len(frames) > 1:
            frames[-1].pieces.append(chunk.data[4:])
    return frames


def _extent(frame: _Frame, header: Header) -> tuple[int, int]:
    if frame.control is None or len(frame.control) != 22:  # noqa: PLR2004 - 11.3.6.2
        raise Damaged("a frame's control has a wrong length")
    width, height, left, top, _, _, dispose, blend = struct.unpack(">IIIIHHBB", frame.control)
    inside = left + width <= header.width and top + height <= header.height
    whole = (width, height, left, top) == (header.width, header.height, 0, 0)
    if not inside or 0 in {width, height} or dispose > 2 or blend > 1:  # noqa: PLR2004 - 11.3.6.2
        raise Damaged("a frame lies outside of the picture")
    if frame.is_default and not whole:
        raise Damaged("the first frame is not the whole picture")
    return width, height


def _cleaning(
    chunks: dict[bytes, Chunk], header: Header, orientation: int, colours: str | None
) -> Cleaning:
    steps = ["chunks-rebuilt"]
    leaves = [VISIBLE, NOISE]
    if orientation != exif.UPRIGHT:
        steps.append("orientation-kept")
    if colours:
        steps.append(f"colours-{colours}")
    if colours in {"rebuilt", "gamma"}:
        leaves.append(OWN_PROFILE)
    if header.colour in _ALPHA or b"tRNS" in chunks:
        leaves.append(UNDER)
    return Cleaning(MediaKind.PNG, lossless=True, steps=tuple(steps), leaves=tuple(leaves))
