"""What the makers' private notes in Exif say: serial numbers, names, previews.

A note is always named as a whole, with its printable strings as needles; what a
known layout tells is named field by field. A layout that does not fit is not an
error: the note goes away with the rest of the Exif block in any case.
"""

from dataclasses import dataclass

from capture.blocks import needle, tiff
from capture.blocks.exif_tags import MAKER_NOTE
from capture.blocks.maker_tags import MAKERS, PLAIN_MAKERS, Maker
from capture.report import Embedded, Harm, Trace, shorten

_SHORT_ID = 4
_LONG_ID = 64
_JPEG_START = b"\xff\xd8\xff"


@dataclass(frozen=True, slots=True)
class Note:
    """What one note gave; ``embedded`` offsets count from the TIFF header."""

    traces: tuple[Trace, ...]
    embedded: tuple[Embedded, ...]


def read_note(untrusted: bytes, entry: tiff.Entry, make: str, where: str) -> Note:
    """Read the note that ``entry`` (tag 0x927C) holds; ``make`` is the file's Make."""
    note = bytes(entry.raw)
    maker = _maker_of(note, make)
    name = maker.name if maker else make or "unknown maker"
    place = f"{where}/MakerNote"
    whole = Trace(
        "MakerNote",
        shorten(f"{name}, {len(note)} bytes"),
        Harm.DEVICE,
        place,
        needle.string_needles(note),
    )
    fields = _fields(untrusted, entry, maker) if maker else []
    traces = [_trace(maker, field, f"{place}/{maker.name}") for field in fields] if maker else []
    return Note((whole, *(trace for trace in traces if trace)), _previews(note, entry.offset))


def _maker_of(note: bytes, make: str) -> Maker | None:
    for maker in MAKERS:
        if note.startswith(maker.magic):
            return maker
    lowered = make.lower()
    return next((plain for key, plain in PLAIN_MAKERS.items() if lowered.startswith(key)), None)


def _fields(untrusted: bytes, entry: tiff.Entry, maker: Maker) -> list[tiff.Entry]:
    note = entry.raw
    base = entry.offset + maker.base
    # A note that counts from itself is read as data of its own; the others need the whole TIFF.
    view = note[maker.base :] if maker.own_base else memoryview(untrusted)
    order, at = _order_and_start(note, entry, maker)
    if at is None:
        return []
    start = at if maker.own_base else base + at
    found = tiff.read_directory(view, start, "MakerNote", order).entries
    nested = [field for field in found if field.tag in maker.nested]
    for field in nested:
        found += _nested(view, field, order, maker)
    return list(found)


def _order_and_start(note: memoryview, entry: tiff.Entry, maker: Maker) -> tuple[str, int | None]:
    if maker.order == "tiff":
        order = tiff.byte_order(bytes(note[maker.base : maker.base + 4]))
        return order or "<", maker.directory if order else None
    order = maker.order or entry.order
    if maker.own_base and not maker.order:
        marks = {b"II": "<", b"MM": ">"}
        hints = (bytes(note[at : at + 2]) for at in range(4, min(maker.directory, len(note)), 2))
        order = next((marks[hint] for hint in hints if hint in marks), order)
    return order, maker.directory


def _nested(
    view: memoryview, field: tiff.Entry, order: str, maker: Maker
) -> tuple[tiff.Entry, ...]:
    pointed = field.type in {tiff.LONG, tiff.IFD}
    at = int(field.numbers()[0]) if pointed and field.count else field.offset
    return tiff.read_directory(view, at, maker.name, order).entries


def _trace(maker: Maker, field: tiff.Entry, where: str) -> Trace | None:
    known = maker.fields.get(field.tag)
    if known is None or field.tag == MAKER_NOTE or not field.count:
        return None
    name, harm = known
    shown, needles = _value(field)
    return Trace(f"{maker.name}:{name}", shorten(shown), harm, where, needles) if shown else None


def _value(field: tiff.Entry) -> tuple[str, tuple[bytes, ...]]:
    text = field.text()
    if field.type == tiff.ASCII or (field.type == tiff.UNDEFINED and text.isprintable()):
        return text, needle.text_needles(text)
    if field.type in {tiff.LONG, tiff.SLONG} and field.count == 1:
        number = int(field.numbers()[0])
        return str(number), needle.integer_needles(number)
    raw = bytes(field.raw[:_LONG_ID])
    needles = needle.telling([raw]) if len(raw) > _SHORT_ID else ()
    if field.type in {tiff.UNDEFINED, tiff.BYTE}:
        return f"{len(field.raw)} bytes", needles
    return " ".join(f"{number:g}" for number in field.numbers()), needles


def _previews(note: bytes, base: int) -> tuple[Embedded, ...]:
    at = note.find(_JPEG_START)
    return () if at < 0 else (Embedded("preview", base + at, len(note) - at),)
