import struct

import pytest

from capture.blocks import cbor, jumbf
from capture.errors import Damaged
from tests.capture.samples.jpegs import box, superbox


def test_boxes_nested_without_end_are_named() -> None:
    nested = b""
    for _ in range(200):
        nested = box(b"jumb", nested)
    assert "too deep" in jumbf.read_jumbf(nested, "x").traces[0].value


@pytest.mark.parametrize("size", [0, 1, 2, 7, 0xFFFFFFFF])
def test_sizes_that_make_no_sense_are_named_or_read(size: int) -> None:
    data = superbox(b"c2pa", box(b"json", b'{"a": "word"}'))
    for at in (0, 8, 8 + int.from_bytes(data[8:12], "big")):
        changed = data[:at] + struct.pack(">I", size) + data[at + 4 :]
        assert jumbf.read_jumbf(changed, "x").traces


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x5b" + b"\xff" * 8,
        b"\x9b" + b"\xff" * 8,
        b"\x9f",
        b"\xbf\x61a",
        b"\x1c",
        b"\x5f\x01",
    ],
)
def test_cbor_that_does_not_add_up_is_damage(data: bytes) -> None:
    with pytest.raises(Damaged):
        list(cbor.strings(data))


def test_cbor_nested_without_end_is_damage() -> None:
    with pytest.raises(Damaged):
        list(cbor.strings(b"\x81" * 5000))


def test_cbor_strings_keep_their_keys() -> None:
    data = b"\xa2\x61a\x62hi\x61b\x82\x41x\xbf\x61c\x7f\x61y\x61z\xff\xff"
    assert [(said.key, said.value) for said in cbor.strings(data)] == [
        ("a", "hi"), ("b", b"x"), ("c", "yz"),
    ]  # fmt: skip
