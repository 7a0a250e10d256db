"""The second reading of videos refuses every copy that is not exactly as it may be."""

import io
import struct
from collections.abc import Callable

import pytest

from capture import examine
from capture.blocks.aac import quiet
from capture.errors import Unverified
from capture.formats.movie import layout
from capture.formats.movie.clean import clean_faithfully
from capture.kinds import MediaKind
from capture.progress import silent
from capture.verify.mp4 import walk
from tests.capture.samples import movies as m


def cleaned(movie: m.Movie | None = None) -> bytes:
    output = io.BytesIO()
    clean_faithfully(io.BytesIO((movie or m.Movie()).build()), output, silent)
    return output.getvalue()


GOOD = cleaned()
"""A copy with H.264 and AAC."""


def test_a_good_copy_passes() -> None:
    walk(io.BytesIO(GOOD))


def test_a_copy_with_64_bit_offsets_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "_wide", lambda _end: True)
    data = cleaned(m.Movie((m.picture(),)))
    assert b"co64" in data
    walk(io.BytesIO(data))


def put(kind: bytes, offset: int, value: bytes) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        at = data.index(kind) + 4 + offset
        return data[:at] + value + data[at + len(value) :]

    return change


def insert(path: tuple[bytes, ...], new: bytes) -> Callable[[bytes], bytes]:
    """Put a box at the end of the box at this path, all sizes and offsets kept right."""

    def change(data: bytes) -> bytes:
        at, start = 0, 0
        for kind in path:
            at = data.index(kind, start) - 4
            start = at + 8
        end = at + int.from_bytes(data[at : at + 4], "big")
        whole = bytearray(data[:end] + new + data[end:])
        start = 0
        for kind in path:
            at = whole.index(kind, start) - 4
            size = int.from_bytes(whole[at : at + 4], "big") + len(new)
            whole[at : at + 4] = size.to_bytes(4, "big")
            start = at + 8
        return _moved(bytes(whole), len(new))

    return change


def _moved(data: bytes, by: int) -> bytes:
    whole = bytearray(data)
    at = data.find(b"stco")
    while at >= 0:
        for row in range(int.from_bytes(data[at + 8 : at + 12], "big")):
            place = slice(at + 12 + 4 * row, at + 16 + 4 * row)
            whole[place] = (int.from_bytes(whole[place], "big") + by).to_bytes(4, "big")
        at = data.find(b"stco", at + 4)
    return bytes(whole)


EMPTY = m.box(b"free")
CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "another brand": put(b"ftyp", 0, b"mp42"),
    "a brand's version": put(b"ftyp", 4, b"\0\0\2\0"),
    "a time in mvhd": put(b"mvhd", 4, b"\xe2\x7f\x13\0"),
    "a change time in mvhd": put(b"mvhd", 8, b"\0\0\0\1"),
    "a time in tkhd": put(b"tkhd", 4, b"\0\0\0\1"),
    "a time in mdhd": put(b"mdhd", 8, b"\0\0\0\1"),
    "preview times": put(b"mvhd", 76, b"\0\0\0\1"),
    "a movie's matrix": put(b"mvhd", 36, b"\0\0\0\1"),
    "another timescale": put(b"mvhd", 12, struct.pack(">I", 600)),
    "a track's number": put(b"tkhd", 12, struct.pack(">I", 9)),
    "a track's flags": put(b"tkhd", 0, b"\0\0\0\xff"),
    "a track's volume": put(b"tkhd", 36, b"\0\1"),
    "a shear": put(b"tkhd", 44, b"\0\0\0\1"),
    "a shift": put(b"tkhd", 64, b"\0\1\0\0"),
    "a language": put(b"mdhd", 20, b"\x15\xc7"),
    "a handler's maker": put(b"hdlr", 12, b"appl"),
    "a handler's name": put(b"hdlr", 24, b"X"),
    "another handler": put(b"hdlr", 8, b"meta"),
    "a colour in vmhd": put(b"vmhd", 6, b"\1"),
    "a link to a file": put(b"url ", 0, b"\0\0\0\0"),
    "a vendor": put(b"avc1", 12, b"appl"),
    "a compressor's name": put(b"avc1", 42, b"\4Name"),
    "another codec": put(b"avc1", -4, b"encv"),
    "a stream's number": put(b"esds", 9, b"\0\1"),
    "a bit rate": put(b"esds", 24, b"\1"),
    "a sample's size": put(b"stsz", 12, b"\0\0\0\1"),
    "a chunk's place": put(b"stco", 8, b"\0\0\0\1"),
    "a chunk's samples": put(b"stsc", 12, b"\0\0\0\1"),
    "a sample untimed": put(b"stts", 8, b"\0\0\0\1"),
    "an empty table": put(b"stts", 4, b"\0\0\0\0"),
    "free in moov": insert((b"moov",), EMPTY),
    "udta in moov": insert((b"moov",), m.box(b"udta")),
    "meta in a track": insert((b"moov", b"trak"), m.box(b"meta", bytes(4))),
    "a box in the media": insert((b"moov", b"trak", b"mdia"), EMPTY),
    "a box in minf": insert((b"moov", b"trak", b"mdia", b"minf"), EMPTY),
    "a box in the tables": insert((b"moov", b"trak", b"mdia", b"minf", b"stbl"), EMPTY),
    "a box in a description": insert(
        (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd", b"avc1"), EMPTY
    ),
    "bytes in avcC": insert(
        (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd", b"avc1", b"avcC"), b"Text"
    ),
    "bytes after the end": lambda data: data + b"x",
    "a box after the end": lambda data: data + EMPTY,
    "an end too early": lambda data: data[:-1],
    "no samples": lambda data: data[: data.index(b"mdat") - 4],
    "nothing": lambda _data: b"",
    "a byte before the samples": lambda data: (
        data[: data.index(b"mdat") + 4] + b"x" + data[data.index(b"mdat") + 4 :]
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_any_change_is_refused(name: str) -> None:
    changed = CHANGES[name](GOOD)
    assert changed != GOOD
    with pytest.raises(Unverified):
        walk(io.BytesIO(changed))


def _in_place(data: bytes, sample: bytes, new: bytes) -> bytes:
    """Replace the beginning of a sample, its length kept."""
    assert data.count(sample) == 1
    return data.replace(sample, new + sample[len(new) :])


@pytest.mark.parametrize(
    "units",
    [
        m.unit(b"\x06\x05\x04Text\x80"),
        m.unit(b"\x06\x89\x04Text\x80"),
        m.unit(b"\x0cText"),
        m.unit(b"\x09\xf0"),
        m.unit(b"\x1eText"),
        m.unit(b"\x0aText"),
        m.unit(b"\x80Text"),
        m.unit(b""),
    ],
)
def test_a_unit_that_is_no_picture_is_refused(units: bytes) -> None:
    sample = next(s for s in m.coded().samples[1:] if len(s) > len(units) + 10)
    left = len(sample) - len(units)
    new = units + m.unit(sample[4:left])
    with pytest.raises(Unverified):
        walk(io.BytesIO(_in_place(GOOD, sample, new[: len(sample)])))


def test_an_encoders_note_in_the_sound_is_refused() -> None:
    spoken = m.spoken().samples[0]
    assert b"Lavc" in spoken
    silenced = quiet(spoken)
    assert len(silenced) == len(spoken)
    assert GOOD.count(silenced) == 1
    with pytest.raises(Unverified):
        walk(io.BytesIO(GOOD.replace(silenced, spoken)))


def test_a_settings_message_is_refused() -> None:
    data = cleaned(m.Movie((m.picture(m.coded("libx265")),)))
    walk(io.BytesIO(data))
    for kind in (39, 33 | 0x40, 35):
        at = data.index(b"hvcC") + 4 + 23
        with pytest.raises(Unverified):
            walk(io.BytesIO(data[:at] + bytes((kind,)) + data[at + 1 :]))


def test_every_cut_is_refused() -> None:
    for length in range(0, len(GOOD), 97):
        with pytest.raises(Unverified):
            walk(io.BytesIO(GOOD[:length]))


def test_the_second_reading_says_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examine, "_BLOCK", 1024)
    told: list[tuple[int, int]] = []
    needles = (b"a long value of the source",)
    examine.verify(MediaKind.MP4, io.BytesIO(GOOD), needles, lambda *counted: told.append(counted))
    done = [so_far for so_far, _ in told]
    assert {total for _, total in told} == {len(GOOD)}
    assert done == sorted(done), "it went back"
    assert len(set(done)) > len(GOOD) // 2048, "it did not tell while it walked the samples"
    assert done[-1] == len(GOOD)
