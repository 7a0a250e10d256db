"""Exif blocks and TIFF files built by hand, field by field, in either byte order."""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

BYTE, ASCII, SHORT, LONG, RATIONAL, UNDEFINED = 1, 2, 3, 4, 5, 7
_SIZES = {BYTE: 1, ASCII: 1, SHORT: 2, LONG: 4, RATIONAL: 8, UNDEFINED: 1, 9: 4, 10: 8, 13: 4}
_POINTERS = {"Exif": 0x8769, "GPS": 0x8825, "Interop": 0xA005, "SubIFD": 0x014A}


@dataclass(frozen=True)
class Field:
    """One entry: its value is the bytes as they stand in the file."""

    tag: int
    type: int
    value: bytes

    @property
    def count(self) -> int:
        return len(self.value) // _SIZES[self.type]


def text(tag: int, words: str) -> Field:
    return Field(tag, ASCII, words.encode() + b"\0")


def rationals(tag: int, order: str, *pairs: tuple[int, int]) -> Field:
    return Field(tag, RATIONAL, b"".join(struct.pack(order + "II", *pair) for pair in pairs))


def short(tag: int, number: int, order: str = "<") -> Field:
    return Field(tag, SHORT, struct.pack(order + "H", number))


Directories = Mapping[str, Sequence[Field]]


def block(directories: Directories, order: str = "<", tail: bytes = b"") -> bytes:
    """Build a TIFF: "IFD0", then chained "IFD1", …, and "Exif", "GPS", "Interop", "SubIFD".

    The pointers are made here. ``tail`` stands at the very end, referred to by nothing.
    """
    names = list(directories)
    chain = [name for name in names if name.startswith("IFD")]
    sizes = {name: _size(name, directories) for name in names}
    at, starts = 8, {}
    for name in names:
        starts[name] = at
        at += sizes[name]
    out = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", starts[chain[0]])
    for name in names:
        following = chain[chain.index(name) + 1 :] if name in chain else []
        after = starts[following[0]] if following else 0
        fields = [*directories[name], *_pointers(name, starts, order)]
        out += _directory(sorted(fields, key=lambda f: f.tag), starts[name], after, order)
    return out + tail


def _children(name: str, names: Mapping[str, object]) -> list[str]:
    if name == "IFD0":
        return [child for child in ("SubIFD", "Exif", "GPS") if child in names]
    return ["Interop"] if name == "Exif" and "Interop" in names else []


def _pointers(name: str, starts: Mapping[str, int], order: str) -> list[Field]:
    return [
        Field(_POINTERS[child], LONG, struct.pack(order + "I", starts[child]))
        for child in _children(name, starts)
    ]


def _size(name: str, directories: Directories) -> int:
    count = len(directories[name]) + len(_children(name, directories))
    values = sum(len(f.value) + len(f.value) % 2 for f in directories[name] if len(f.value) > 4)
    return 2 + 12 * count + 4 + values


def _directory(fields: Sequence[Field], start: int, after: int, order: str) -> bytes:
    table = struct.pack(order + "H", len(fields))
    at = start + 2 + 12 * len(fields) + 4
    values = b""
    for field in fields:
        head = struct.pack(order + "HHI", field.tag, field.type, field.count)
        if len(field.value) <= 4:
            table += head + field.value.ljust(4, b"\0")
            continue
        table += head + struct.pack(order + "I", at + len(values))
        values += field.value + bytes(len(field.value) % 2)
    return table + struct.pack(order + "I", after) + values
