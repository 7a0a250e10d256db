"""Fields that no viewer reads say nothing of their maker's choice in a faithful copy."""

import io
import itertools
import struct
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from capture import examine
from capture.blocks import obu, screen
from capture.errors import Unsupported, Unverified
from capture.formats.base import Profile
from capture.formats.items.properties import Neutral, turned_once
from capture.formats.movie.sounds import sound_coding
from capture.verify import screen as reading
from capture.verify.heif_properties import check_order
from capture.verify.messages import Messages
from capture.verify.movie_boxes import Strict
from capture.verify.movie_entries import sound_entry
from capture.verify.mp4 import walk
from tests.capture.samples import heifs as h
from tests.capture.samples import movies as m

SECRET = b"\xc5\x91\x7e\xa3\xd8\x0b\x66\xf2"
HEVC = b"\x4e\x01"
P3 = struct.pack(">8HII", 13250, 34500, 7500, 3000, 34000, 16000, 15635, 16450, 10_000_000, 50)


def copied(movie: m.Movie) -> bytes:
    output = io.BytesIO()
    cleaning = examine.clean(io.BytesIO(movie.build()), output, Profile.FAITHFUL)
    examine.verify(cleaning.kind, output, ())
    return output.getvalue()


def hevc() -> m.Track:
    return m.picture(m.coded("libx265"))


@pytest.mark.parametrize(
    "message",
    [
        m.sei(47, SECRET[:3], HEVC),
        m.sei(47, SECRET, HEVC),
        m.sei(6, SECRET, HEVC),
        m.sei(137, SECRET * 3, HEVC),
    ],
)
def test_messages_of_any_bytes_are_not_carried_over(message: bytes) -> None:
    clean = copied(m.Movie((hevc(),)))
    assert copied(m.Movie((m.with_first(hevc(), message),))) == clean


def test_messages_that_a_screen_needs_stay() -> None:
    message = m.sei(137, P3, HEVC)
    assert message in copied(m.Movie((m.with_first(hevc(), message),)))


def said(kind: int, payload: bytes) -> bytes:
    return m.sei(kind, payload, b"")[4:]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (said(144, b"\1\2\3\4"), said(144, b"\1\2\3\5")),
        (said(47, b"\x08\0\x10"), said(47, b"\x10\0\x10")),
    ],
)
def test_a_message_says_the_same_all_along(first: bytes, second: bytes) -> None:
    messages = Messages()
    for body in (first, first):
        messages.begin()
        messages.check(body)
    with pytest.raises(Unverified):
        messages.check(first)
    messages.begin()
    with pytest.raises(Unverified):
        messages.check(second)
    with pytest.raises(Unverified):
        Messages(silent=True).check(first)


@pytest.mark.parametrize(
    "payload",
    [
        said(47, b"\x08\x01\x10"),
        said(47, b"\x08\0\x10\0"),
        said(6, bytes(4)),
        said(147, b"\x63"),
        said(137, P3[:-8] + struct.pack(">II", 10_000_001, 50)),
        said(137, P3[:-8] + struct.pack(">II", 10_000_000, 50_000)),
        said(137, b"\0" + P3[1:]),
    ],
)
def test_messages_hold_values_that_there_are(payload: bytes) -> None:
    with pytest.raises(Unverified):
        Messages().check(payload)


def metadata(kind: int, payload: bytes) -> bytes:
    return bytes((0x2A, len(payload) + 2, kind)) + payload + b"\x80"


AV1_P3 = struct.pack(">8HII", 44564, 20972, 17367, 45220, 9830, 3932, 20493, 21561, 1000 << 8, 1)


def test_metadata_of_av1_stands_once_and_in_values_that_there_are() -> None:
    light, dark = metadata(1, b"\1\2\3\4"), metadata(2, SECRET * 3)
    near = metadata(2, struct.pack(">H", 44570) + AV1_P3[2:])
    assert obu.scrub(light + dark + light + near) == light + metadata(2, AV1_P3)
    assert obu.scrub(light + near, still=True) == b""
    messages = Messages()
    messages.check_metadata(metadata(2, AV1_P3)[2:], 26)
    messages.begin()
    with pytest.raises(Unverified):
        messages.check_metadata(near[2:], 26)


BOXES = [
    m.box(b"mdcv", SECRET * 3),
    m.box(b"pasp", SECRET),
    m.box(b"pasp", struct.pack(">II", 4_000_000_001, 4_000_000_007)),
    m.box(b"clap", struct.pack(">IIIIiIiI", 64 * 9999, 9999, 48 * 7777, 7777, 1, 9, 1, 7)),
    m.box(b"colr", b"nclx", SECRET[:6], b"\xff"),
]


@pytest.mark.parametrize("box", BOXES)
def test_boxes_for_a_screen_hold_values_that_there_are(box: bytes) -> None:
    kept = copied(m.Movie((m.picture(extra=box),)))
    assert box[8:14] not in kept
    assert box[-8:] not in kept


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (b"mdcv", P3),
        (b"pasp", struct.pack(">II", 4, 3)),
        (b"clap", struct.pack(">IIIIiIiI", 63, 1, 47, 1, -1, 2, -1, 2)),
        (b"clli", struct.pack(">HH", 1000, 400)),
    ],
)
def test_what_cameras_write_is_left_as_it_is(kind: bytes, body: bytes) -> None:
    assert m.box(kind, body) in copied(m.Movie((m.picture(extra=m.box(kind, body)),)))


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (b"mdcv", b"\0" + P3[1:]),
        (b"pasp", struct.pack(">II", 8, 6)),
        (b"pasp", struct.pack(">II", 1000, 999)),
        (b"clap", struct.pack(">IIIIiIiI", 63, 1, 47, 1, -1, 2, -2, 2)),
        (b"clap", struct.pack(">IIIIiIiI", 63, 1, 47, 1, 0, 1, 0, 3)),
        (b"clap", struct.pack(">IIIIiIiI", 126, 2, 47, 1, 0, 1, 0, 1)),
        (b"clap", struct.pack(">IIIIiIiI", 63, 1, 47, 1, 33, 1, 0, 1)),
    ],
)
def test_the_second_reading_knows_them(kind: bytes, body: bytes) -> None:
    with pytest.raises(Unverified):
        reading.CHECKS[kind](Strict(body, "box"))


def test_a_crop_out_of_reach_and_one_of_nothing_are_none() -> None:
    assert screen.aperture(struct.pack(">IIIIiIiI", 4, 1, 4, 1, 99, 1, 0, 1)) is None
    assert screen.aperture(struct.pack(">IIIIiIiI", 4, 0, 4, 1, 0, 1, 0, 1)) is None
    assert screen.aspect(bytes(8)) is None


def test_the_head_of_hevc_settings_says_nothing_that_is_not_in_the_stream() -> None:
    stream = m.coded("libx265")
    at = 8
    head = bytearray(stream.config)
    head[at + 2 : at + 13] = SECRET + SECRET[:3]
    head[at + 13 : at + 16] = b"\xfa\xbc\xfe"
    head[at + 19 : at + 21] = SECRET[:2]
    head[at + 21] |= 0xC0
    changed = replace(stream, config=bytes(head))
    assert copied(m.Movie((m.picture(changed),))) == copied(m.Movie((m.picture(stream),)))


def kept_of(track: m.Track) -> bytes:
    return copied(m.Movie((track,)))


def test_edits_that_show_nothing_are_left_out() -> None:
    """Two pauses in a row, one at the end, one part behind the end, one longer than there is."""
    odd = ((300, -1, 1 << 16), (77, -1, 1 << 16), (1000, 0, 1 << 16))
    more = ((0, 0x7A91C5D3, 1 << 16), (0x3D80B66F, -1, 1 << 16))
    plain = kept_of(m.picture(edits=((377, -1, 1 << 16), (1000, 0, 1 << 16))))
    assert kept_of(m.picture(edits=odd + more)) == plain
    whole = kept_of(m.picture(edits=((9000, 512, 1 << 16),)))
    assert kept_of(m.picture(edits=((0x3D80B66F, 512, 1 << 16),))) == whole


def test_descriptions_that_no_sample_needs_are_left_out() -> None:
    track = m.picture()
    other = m.picture(m.coded("libx264", options="profile=baseline")).entry
    more = replace(track, more_stsd=other + track.entry)
    data = more_entries(m.Movie((more,)).build(), 3)
    assert copied_bytes(data) == kept_of(track)


def more_entries(data: bytes, count: int) -> bytes:
    at = data.index(b"stsd") + 8
    return data[:at] + struct.pack(">I", count) + data[at + 4 :]


def copied_bytes(data: bytes) -> bytes:
    output = io.BytesIO()
    cleaning = examine.clean(io.BytesIO(data), output, Profile.FAITHFUL)
    examine.verify(cleaning.kind, output, ())
    return output.getvalue()


def test_parts_of_pixels_are_rounded_away() -> None:
    data = m.Movie((m.picture(),)).build()
    size = struct.pack(">II", 64 << 16, 48 << 16)
    assert data.count(size) == 1
    odd = data.replace(size, struct.pack(">II", (64 << 16) + 0x4E91, (48 << 16) - 0x1A2B))
    assert copied_bytes(odd) == copied_bytes(data)


def put(kind: bytes, offset: int, value: bytes, data: bytes) -> bytes:
    at = data.index(kind) + 4 + offset
    return data[:at] + value + data[at + len(value) :]


@pytest.mark.parametrize(
    ("kind", "offset", "value"),
    [
        (b"mvhd", 16, b"\0\1\2\3"),
        (b"tkhd", 20, b"\0\1\2\3"),
        (b"mdhd", 16, b"\0\1\2\3"),
        (b"tkhd", 78, b"\1"),
        (b"stss", 12, struct.pack(">I", 1)),
        (b"stss", 16, struct.pack(">I", 0x7A91C5D3)),
        (b"hvcC", 13, b"\xf1"),
        (b"hvcC", 19, b"\1"),
    ],
)
def test_the_second_reading_knows_what_the_index_must_say(
    kind: bytes, offset: int, value: bytes
) -> None:
    good = kept_of(hevc())
    with pytest.raises(Unverified):
        walk(io.BytesIO(put(kind, offset, value, good)))


KINDS = [(b"irot", 0), (b"irot", 1), (b"irot", 3), (b"imir", 0), (b"imir", 1)]


def turned(pixels: NDArray[np.int64], turns: list[tuple[bytes, int]]) -> NDArray[np.int64]:
    for kind, value in turns:
        mirror = np.fliplr if value else np.flipud
        pixels = np.rot90(pixels, value) if kind == b"irot" else mirror(pixels)
    return pixels


def test_many_turns_of_a_picture_are_one() -> None:
    pixels = np.arange(6).reshape(2, 3)
    for turns in itertools.product(KINDS, repeat=3):
        once = turned_once(tuple(Neutral(kind, bytes((value,))) for kind, value in turns))
        told = [(each.kind, each.data[0]) for each in once]
        assert len({kind for kind, _ in told}) == len(told)
        assert turned(pixels, told).tolist() == turned(pixels, list(turns)).tolist()


def heif(*parts: h.Part, primary: int = 1) -> bytes:
    return copied_bytes(h.File(parts, primary=primary).build())


def test_turns_of_a_copied_picture() -> None:
    many = (h.turn(1), h.mirror(0), h.turn(2), h.mirror(0), h.turn(1), h.turn(2))
    assert heif(h.picture(1, *many)) == heif(h.picture(1, h.turn(2)))
    with pytest.raises(Unsupported):
        heif(h.picture(1, h.turn(1), h.crop(64, 63), h.turn(3)))
    turns = [(b"irot", b"\1"), (b"irot", b"\3")]
    with pytest.raises(Unverified):
        check_order(turns)


def test_tiles_that_say_something_each_are_refused() -> None:
    tiles = [h.picture(n, (b"clli", bytes((0, n, 0, 1)))) for n in (2, 3)]
    with pytest.raises(Unsupported):
        heif(h.grid(1, (2, 3), 2, (128, 64)), *tiles)


@pytest.mark.parametrize(("rate", "told"), [(44100.0000001, 44100.0), (float("nan"), 0.0)])
def test_the_rate_of_plain_sound_is_a_whole_number(rate: float, told: float) -> None:
    shape = (1, 2, 0, 0, 3, 16, -2, 0, 1 << 16, 72, rate, 6, 0x7F000000, 24, 12, 18, 1)
    entry = m.box(b"lpcm", struct.pack(">6xHHHIHHhHIIdIIIIII", *shape))
    written = sound_coding(entry).entry
    assert struct.unpack(">d", written[40:48]) == (told,)
    assert sound_entry(Strict(written, "stsd")).width == 18
    with pytest.raises(Unverified):
        sound_entry(Strict(entry, "stsd"))
