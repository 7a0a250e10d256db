import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.blocks import boxes
from capture.blocks.boxes import Budget, Fields
from capture.errors import Damaged, TooLarge


def walk(data: bytes) -> tuple[boxes.Box, ...]:
    return boxes.walk(io.BytesIO(data), 0, len(data), Budget())


def test_what_is_written_is_read() -> None:
    data = boxes.box(b"moov", boxes.full_box(b"mvhd", 1, 7, b"abc"), boxes.box(b"trak"))
    (moov,) = walk(data)
    mvhd, trak = boxes.children(io.BytesIO(data), moov, Budget())
    assert (moov.kind, moov.start, moov.end, moov.depth) == (b"moov", 0, len(data), 0)
    assert (mvhd.kind, mvhd.depth, trak.size) == (b"mvhd", 1, 0)
    fields = Fields(boxes.body_of(io.BytesIO(data), mvhd))
    assert (fields.full(), fields.rest()) == ((1, 7), b"abc")


def test_size_zero_reaches_to_the_end_of_the_file_and_ends_a_list_inside() -> None:
    (mdat,) = walk(struct.pack(">I4s", 0, b"mdat") + b"x" * 20)
    assert mdat.size == 20
    inner = boxes.box(b"name", b"x") + bytes(4)
    (udta,) = walk(boxes.box(b"udta", inner))
    found = boxes.children(io.BytesIO(boxes.box(b"udta", inner)), udta, Budget())
    assert [child.kind for child in found] == [b"name"]


def test_a_64_bit_size_and_an_extended_type() -> None:
    data = struct.pack(">I4sQ", 1, b"uuid", 16 + 16 + 3) + bytes(range(16)) + b"xyz"
    (found,) = walk(data)
    assert (found.extended, found.size) == (bytes(range(16)), 3)
    assert boxes.header(b"mdat", 1 << 33) == struct.pack(">I4sQ", 1, b"mdat", (1 << 33) + 16)


@pytest.mark.parametrize(
    "data",
    [
        struct.pack(">I4s", 7, b"free"),
        struct.pack(">I4s", 2**32 - 1, b"free"),
        struct.pack(">I4sQ", 1, b"free", 2**64 - 1),
        struct.pack(">I4sQ", 1, b"free", 0),
        struct.pack(">I4s", 1, b"free"),
        struct.pack(">I4s", 12, b"uuid") + b"shrt",
        boxes.box(b"free") + b"stray",
    ],
)
def test_bad_sizes_are_damage(data: bytes) -> None:
    with pytest.raises(Damaged):
        walk(data)
    assert boxes.scan(io.BytesIO(data), 0, len(data), Budget()).broken


def test_nesting_a_thousand_deep_is_refused() -> None:
    data = b""
    for _ in range(1000):
        data = boxes.box(b"moov", data)
    source = io.BytesIO(data)
    (found,) = boxes.walk(source, 0, len(data), Budget())
    for _ in range(boxes.MAX_DEPTH):
        (found,) = boxes.children(source, found, Budget())
    with pytest.raises(TooLarge):
        boxes.children(source, found, Budget())


def test_too_many_boxes_are_refused() -> None:
    data = boxes.box(b"free") * 1000
    with pytest.raises(TooLarge):
        boxes.walk(io.BytesIO(data), 0, len(data), Budget(999))


def test_a_large_body_is_not_read_into_memory() -> None:
    found = boxes.Box(b"free", 0, 8, 1 << 40, 0)
    with pytest.raises(TooLarge):
        boxes.body_of(io.BytesIO(), found)


def test_a_missing_box_is_damage() -> None:
    with pytest.raises(Damaged):
        boxes.one((), b"moov")


@pytest.mark.parametrize(("tail", "skip"), [(b"", 4), (bytes(4), 4)])
def test_meta_of_both_families(tail: bytes, skip: int) -> None:
    handler = boxes.full_box(b"hdlr", 0, 0, bytes(20))
    iso = boxes.box(b"meta", bytes(4) + handler + tail)
    quicktime = boxes.box(b"meta", handler)
    assert boxes.meta_skip(io.BytesIO(iso), walk(iso)[0]) == skip
    assert boxes.meta_skip(io.BytesIO(quicktime), walk(quicktime)[0]) == 0


def test_fields_end_in_time() -> None:
    fields = Fields(b"ab\x00c")
    assert fields.text() == b"ab"
    with pytest.raises(Damaged):
        fields.u16()
    with pytest.raises(Damaged):
        fields.take(-1)
    assert fields.rest() == b"c"


@given(st.binary(max_size=200))
def test_any_bytes_end_in_boxes_or_an_error(data: bytes) -> None:
    source = io.BytesIO(data)
    level = boxes.scan(source, 0, len(data), Budget())
    assert all(found.end <= len(data) for found in level.boxes)
    if level.broken:
        with pytest.raises(Damaged):
            boxes.walk(source, 0, len(data), Budget())
