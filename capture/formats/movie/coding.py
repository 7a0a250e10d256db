"""How the samples of a track are carried over: their description, and what is taken out.

A sample description is never copied: it is read, and written afresh from what
a decoder needs. A codec that stands in none of our lists is refused by name.
"""

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from capture.blocks import boxes
from capture.blocks.boxes import Box, Budget
from capture.errors import Unsupported

_DEPTH = 6
_PRINTABLE = re.compile(r"[^A-Za-z0-9._ -]")

Scrub = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Coding:
    """How one sample description is carried over.

    ``entry`` is the new description. ``scrub`` takes the samples' notes out, None where the
    codec has none; ``resizes`` says whether it may shorten a sample. ``frame`` is the size in
    bytes of a frame of uncompressed sound, which only a QuickTime file can hold. ``steps`` name
    what was left out.
    """

    entry: bytes
    scrub: Scrub | None = None
    resizes: bool = False
    frame: int = 0
    steps: tuple[str, ...] = ()


def inner(entry: bytes, start: int) -> dict[bytes, bytes]:
    """Give the bodies of the boxes in a description after its own fields, the first of each type.

    What follows the last whole box is left out without complaint: some writers pad there.
    """
    source = io.BytesIO(entry)
    if start > len(entry):
        return {}
    level = boxes.scan(source, start, len(entry), Budget(256), _DEPTH)
    found: dict[bytes, bytes] = {}
    for box in level.boxes:
        found.setdefault(box.kind, _body(source, box))
    return found


def _body(source: io.BytesIO, box: Box) -> bytes:
    return boxes.read_at(source, box.body, box.size)


def needed(found: Mapping[bytes, bytes], kind: bytes, codec: bytes) -> bytes:
    """Give the body of a box that the codec cannot do without. Raises Unsupported."""
    body = found.get(kind)
    if body is None:
        raise Unsupported("the codec's own settings are missing", codec=name_of(codec))
    return body


def name_of(codec: bytes) -> str:
    """Give a codec's four letters for a sentence; anything odd becomes a question mark."""
    return _PRINTABLE.sub("?", codec.decode("latin-1")).strip() or "?"
