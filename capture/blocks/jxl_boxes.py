"""The boxes around a JPEG XL codestream, and the codestream taken out of them.

Source: ISO/IEC 18181-2:2024 (file format). A bare codestream has none. The compressed boxes
(``brob``) are inflated within a bound; what is beyond it is not looked at.
"""

import io
from dataclasses import dataclass, field

import brotli

from capture.blocks import boxes
from capture.blocks.boxes import Box, Budget
from capture.blocks.jxl_codestream import START
from capture.errors import Damaged

MAX_INFLATED = 8 << 20
"""Most bytes of one compressed box that are read."""

_WHOLE, _PART, _SQUEEZED = b"jxlc", b"jxlp", b"brob"
_LAST_PART = 1 << 31
_STEP = 1 << 16


@dataclass(frozen=True, slots=True)
class Part:
    """One box that is not of the codestream: its kind, where its body is, and its body.

    ``squeezed`` is true where it was compressed: ``data`` is then what it inflates to, as far
    as that could be read.
    """

    kind: bytes
    offset: int
    size: int
    data: bytes = field(repr=False)
    squeezed: bool = False


@dataclass(frozen=True, slots=True)
class Container:
    """A file taken apart: ``tail`` is where what stands after the last box begins.

    ``codestream`` is empty, and ``problem`` says why, where it is not all there.
    """

    parts: tuple[Part, ...]
    codestream: bytes = field(repr=False)
    tail: int
    problem: str = ""


def open_container(untrusted: bytes) -> Container:
    """Take a file apart. Raises Damaged for one that is none, and TooLarge."""
    if untrusted.startswith(START):
        return Container((), untrusted, len(untrusted))
    source = io.BytesIO(untrusted)
    level = boxes.scan(source, 0, len(untrusted), Budget())
    if len(level.boxes) < 2 or level.boxes[0].kind != b"JXL ":  # noqa: PLR2004 - mark and brand
        raise Damaged("no boxes of a picture")
    found = [(box, untrusted[box.body : box.end]) for box in level.boxes[1:]]
    parts = tuple(_part(box, data) for box, data in found if box.kind not in {_WHOLE, _PART})
    try:
        codestream = _joined([(box, data) for box, data in found if box.kind in {_WHOLE, _PART}])
    except Damaged as error:
        return Container(parts, b"", level.rest, error.detail)
    return Container(parts, codestream, level.rest)


def _part(box: Box, data: bytes) -> Part:
    if box.kind == _SQUEEZED and len(data) >= 4:  # noqa: PLR2004 - the type of what is squeezed
        # What does not inflate was never compressed: it is read as it stands.
        inner = inflated(data[4:]) or data[4:]
        return Part(data[:4], box.body, box.size, inner, squeezed=True)
    return Part(box.kind, box.body, box.size, data)


def inflated(squeezed: bytes) -> bytes:
    """Return what a Brotli stream begins with, at most 8 MB, and up to where it breaks."""
    inflater = brotli.Decompressor()
    made = bytearray()
    given = squeezed
    try:
        while len(made) < MAX_INFLATED and not inflater.is_finished():
            block = inflater.process(given, output_buffer_limit=_STEP)
            given = b""
            if not block and inflater.can_accept_more_data():
                break
            made += block
    except brotli.error:
        return bytes(made)
    return bytes(made[:MAX_INFLATED])


def _joined(found: list[tuple[Box, bytes]]) -> bytes:
    """Join the codestream's boxes. Raises Damaged where they do not add up."""
    if [box.kind for box, _ in found] == [_WHOLE]:
        return found[0][1]
    numbers = [int.from_bytes(data[:4], "big") for _, data in found]
    in_parts = bool(found) and all(box.kind == _PART for box, _ in found)
    expected = [*range(len(found) - 1), len(found) - 1 | _LAST_PART]
    if not in_parts or numbers != expected or any(len(data) < 4 for _, data in found):  # noqa: PLR2004 - the number
        raise Damaged("the parts of the picture do not add up")
    return b"".join(data[4:] for _, data in found)
