"""The second reading of a HEIF copy: one changed byte of its structure, and it is refused."""

import io
import struct
from collections.abc import Callable

import pytest

from capture.errors import Unverified
from capture.formats.base import Profile
from capture.formats.heif import Heif
from capture.progress import silent
from capture.verify import heif
from tests.capture.samples import heifs as h
from tests.capture.samples import jpegs as j


def copy(file: h.File) -> bytes:
    sink = io.BytesIO()
    Heif().clean(io.BytesIO(file.build()), sink, Profile.FAITHFUL, silent)
    return sink.getvalue()


def sample() -> bytes:
    tiles = tuple(h.picture(number, h.turn(2), shade=number) for number in (2, 3))
    whole = h.grid(1, (2, 3), 2, (120, 64))
    own = (*whole.own, h.turn(1), (b"colr", b"prof" + j.profile()))
    return copy(h.File((h.Part(1, b"grid", whole.data, own, whole.links, method=1), *tiles)))


def refused(data: bytes) -> None:
    with pytest.raises(Unverified):
        heif.walk(io.BytesIO(data))


def part(data: bytes, kind: bytes) -> range:
    """Give where a box lies."""
    at = data.index(kind) - 4
    return range(at, at + int.from_bytes(data[at : at + 4], "big"))


def test_a_copy_is_read() -> None:
    heif.walk(io.BytesIO(sample()))


def test_a_file_as_others_write_it_is_refused() -> None:
    refused(h.File((h.picture(1),)).build())


STRUCTURE = (b"ftyp", b"hdlr", b"pitm", b"iinf", b"iref", b"ipma", b"idat", b"iloc", b"mdat")


@pytest.mark.parametrize("kind", STRUCTURE)
def test_no_byte_of_the_structure_can_change(kind: bytes) -> None:
    data = sample()
    where = part(data, kind)
    for at in where[:8] if kind == b"mdat" else where:
        for change in (0x01, 0x80, 0xFF):
            changed = bytearray(data)
            changed[at] ^= change
            refused(bytes(changed))


@pytest.mark.parametrize("kind", [b"ispe", b"irot", b"pixi", b"colr"])
def test_no_property_can_grow_or_shrink(kind: bytes) -> None:
    data = sample()
    where = part(data, kind)
    for size in (0, 7, len(where) - 1, len(where) + 1, 0xFFFFFFFF):
        changed = data[: where.start] + struct.pack(">I", size) + data[where.start + 4 :]
        refused(changed)


def test_nothing_may_stand_before_between_or_after() -> None:
    data = sample()
    for at in (0, part(data, b"meta").start, part(data, b"mdat").start, len(data)):
        refused(data[:at] + h.box(b"free", b"text") + data[at:])
        refused(data[:at] + b"x" + data[at:])
    refused(data[:-1])


def _first_unit(data: bytes, body: bytes, length: int | None = None) -> bytes:
    """Write over the start of the first coded item."""
    at = part(data, b"mdat").start + 8
    size = int.from_bytes(data[at : at + 4], "big") if length is None else length
    return data[:at] + struct.pack(">I", size) + body + data[at + 4 + len(body) :]


def _text_in_set(data: bytes) -> bytes:
    """Write over the end of the last parameter set of the first configuration."""
    where = part(data, b"hvcC")
    return data[: where.stop - 12] + b"Owner: Anna." + data[where.stop :]


_TEXT = b"written into the last bytes of a picture, for whoever looks"

TAMPERED: dict[str, Callable[[bytes], bytes]] = {
    "a note in place of a picture": lambda data: _first_unit(data, h.banner(b"note")),
    "a unit of no known kind": lambda data: _first_unit(data, h.unit(h.UNSPECIFIED, b"text")),
    "a unit of another layer": lambda data: _first_unit(data, h.unit(1, b"text", layer=1)),
    "a unit that is too long": lambda data: _first_unit(data, b"", 0x7FFFFFFF),
    "text at the end of the coded picture": lambda data: data[: -len(_TEXT)] + _TEXT,
    "text in a parameter set": _text_in_set,
    "a profile with other words": lambda data: data.replace(
        "Public domain".encode("utf-16-be"), "Private words".encode("utf-16-be")
    ),
    "a description in place of a depth": lambda data: data.replace(b"pixi", b"udes"),
    "an item of metadata": lambda data: data.replace(b"hvc1", b"Exif", 1),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_what_is_put_in_afterwards_is_refused(name: str) -> None:
    data = sample()
    changed = TAMPERED[name](data)
    assert len(changed) == len(data)
    assert changed != data
    refused(changed)


def test_a_message_in_the_configuration_is_refused() -> None:
    data = sample()
    at = data.index(b"hvcC") + 4 + 23
    refused(data[:at] + bytes((0x80 | h.SEI_PREFIX,)) + data[at + 1 :])


def test_a_crop_that_hides_is_refused() -> None:
    data = copy(h.File((h.picture(1, h.crop(64, 64)),)))
    heif.walk(io.BytesIO(data))
    at = data.index(b"clap") + 4
    refused(data[:at] + struct.pack(">I", 65) + data[at + 4 :])
    wide = copy(h.File((h.coded(width=192),)))
    assert b"clap" not in wide
    hidden = data.replace(struct.pack(">III", 0, 64, 64), struct.pack(">III", 0, 192, 64))
    refused(hidden)


def test_an_item_beside_the_picture_is_refused() -> None:
    """A second picture that nothing refers to, in our very own form."""
    first = copy(h.File((h.picture(1, h.turn(1)),)))
    iref = part(sample(), b"iref")
    assert len(iref) > 0
    two = sample()
    where = part(two, b"iref")
    without = bytearray(two[: where.start] + two[where.stop :])
    at = part(two, b"meta").start
    without[at : at + 4] = struct.pack(">I", len(part(two, b"meta")) - len(where))
    refused(bytes(without))
    heif.walk(io.BytesIO(first))
