"""HEVC is followed to its last bit: nothing may stand behind a slice, in a set, or beside them."""

import io
import random
import struct
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

import av
import numpy as np
import pytest

from capture.blocks import nal
from capture.errors import Unverified
from capture.verify.codes import Follower

SIZE = 4
"""Bytes of a unit's length in what the muxer writes."""
HEAD = 22
"""Bytes of an hvcC before the count of its arrays."""
VIDEO, SEQUENCE, PICTURE = 32, 33, 34
PARAMETERS = {
    "plain": ("yuv420p", "bframes=3:weightb=1"),
    "ten bits, one frame each": ("yuv420p10le", "keyint=1:crf=6"),
    "one stretch": ("yuv420p", "wpp=0:rect=1:amp=1:rd=4:limit-modes=0:bframes=2"),
    "slices": ("yuv420p", "slices=3:ctu=16:min-cu-size=8"),
    "4:2:2": ("yuv422p", "crf=8:tu-intra-depth=4:tu-inter-depth=4:rd=4"),
    "4:4:4, lossless": ("yuv444p", "lossless=1"),
    "gray, large units": ("gray", "ctu=64:min-cu-size=16:scaling-list=default"),
    "skipped transforms": ("yuv420p", "tskip=1:crf=12:rd=4:cu-lossless=1:aq-mode=3:qg-size=8"),
    "clocks and layers": ("yuv420p", "hrd=1:vbv-maxrate=900:vbv-bufsize=900:temporal-layers=2"),
}
WIDTH, HEIGHT, COUNT = 200, 136, 3


def frames(layout: str) -> Iterator[av.VideoFrame]:
    """Give a few pictures of stripes that move, and noise in a part of them."""
    chance = np.random.default_rng(5)
    for step in range(COUNT):
        pixels = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
        pixels[:, step * 8 :: 16] = (40, 90, 200)
        pixels[30:100, 20:150] = chance.integers(0, 256, (70, 130, 3), np.uint8)
        yield av.VideoFrame.from_ndarray(pixels, "rgb24").reformat(format=layout)


@cache
def stream(name: str) -> tuple[bytes, tuple[bytes, ...]]:
    """Return the settings and the samples of a short video, as a faithful copy has them."""
    layout, parameters = PARAMETERS[name]
    sink = io.BytesIO()
    with av.open(sink, "w", "mp4") as into:
        coded = into.add_stream("libx265", rate=25)
        assert isinstance(coded, av.VideoStream)
        coded.width, coded.height, coded.pix_fmt = WIDTH, HEIGHT, layout
        coded.time_base = Fraction(1, 25)
        coded.options = {"x265-params": f"log-level=none:pools=1:frame-threads=1:{parameters}"}
        for frame in frames(layout):
            into.mux(coded.encode(frame))
        into.mux(coded.encode(None))
    with av.open(io.BytesIO(sink.getvalue()), "r") as back:
        video = back.streams.video[0]
        packets = [bytes(packet) for packet in back.demux(video) if packet.size]
        settings = bytes(video.codec_context.extradata or b"")
    samples = tuple(nal.scrub(packet, SIZE, nal.Family.HEVC) for packet in packets)
    return with_sets(settings, sets_of(settings)), samples


def sets_of(settings: bytes) -> list[bytes]:
    """Return the parameter sets in an hvcC."""
    found, at = [], HEAD + 1
    for _ in range(settings[HEAD]):
        count, at = int.from_bytes(settings[at + 1 : at + 3], "big"), at + 3
        for _ in range(count):
            size = int.from_bytes(settings[at : at + 2], "big")
            found.append(settings[at + 2 : at + 2 + size])
            at += 2 + size
    return [unit for unit in found if unit[0] >> 1 in {VIDEO, SEQUENCE, PICTURE}]


def with_sets(settings: bytes, sets: list[bytes]) -> bytes:
    """Return an hvcC of these sets, each in an array of its own."""
    arrays = b"".join(struct.pack(">BHH", unit[0] >> 1, 1, len(unit)) + unit for unit in sets)
    return settings[:HEAD] + bytes((len(sets),)) + arrays


def units(sample: bytes) -> list[bytes]:
    return [sample[start:end] for start, end in nal.units(sample, SIZE)]


def sample_of(several: list[bytes]) -> bytes:
    return b"".join(len(unit).to_bytes(SIZE, "big") + unit for unit in several)


def refused(settings: bytes, samples: list[bytes]) -> None:
    with pytest.raises(Unverified) as caught:
        followed(settings, samples)
    assert caught.value.facts == {"part": "hevc", "reason": "codes"}


def refuses(settings: bytes, sample: bytes) -> bool:
    """Say whether a sample is refused, and not because the machine broke."""
    try:
        followed(settings, [sample])
    except Unverified as error:
        if error.__cause__ is not None:
            raise
        return True
    return False


def followed(settings: bytes, samples: list[bytes]) -> None:
    follower = Follower("hevc", settings)
    for sample in samples:
        follower.follow(sample)


def grown(unit: bytes, bits: str) -> bytes:
    """Return a parameter set whose last flag before its stop bit is set, with more behind it."""
    body = "".join(f"{byte:08b}" for byte in nal.unescaped(unit)).rstrip("0")[:-1]
    assert body.endswith("0")
    body = body[:-1] + "1" + bits + "1"
    body += "0" * (-len(body) % 8)
    raw = int(body, 2).to_bytes(len(body) // 8, "big")
    escaped = bytearray()
    for byte in raw:
        if escaped[-2:] == b"\0\0" and byte <= 3:
            escaped.append(3)
        escaped.append(byte)
    return bytes(escaped)


@pytest.mark.parametrize("name", PARAMETERS)
def test_what_an_encoder_made_is_followed(name: str) -> None:
    settings, samples = stream(name)
    assert len(samples) == COUNT
    followed(settings, list(samples))


@pytest.mark.parametrize("name", ["plain", "slices"])
@pytest.mark.parametrize(
    "more",
    [b"\0", b"\xff", b"\x80", b"\0\0\x03", b"\0\0\x03" * 6, b"a name", b"\x01", bytes(20)],
    ids=bytes.hex,
)
def test_what_stands_behind_a_slice_is_refused(name: str, more: bytes) -> None:
    settings, samples = stream(name)
    for at in range(len(units(samples[0]))):
        several = units(samples[0])
        several[at] += more
        refused(settings, [sample_of(several)])


def test_the_bits_behind_the_last_code_are_a_one_and_zeros() -> None:
    settings, samples = stream("plain")
    for sample in samples[:1]:
        last = sample[-1]
        stop = last & -last
        others = [last ^ stop, *(last | 1 << bit for bit in range(stop.bit_length() - 1))]
        for other in others:
            refused(settings, [sample[:-1] + bytes((other,))])


def test_what_stands_between_units_is_refused() -> None:
    settings, samples = stream("slices")
    several = units(samples[0])
    assert len(several) == 3
    refused(settings, [samples[0] + b"\0"])
    refused(settings, [samples[0] + b"\0\0\0\0"])
    refused(settings, [b"\0\0\0\0" + samples[0]])
    refused(settings, [samples[0] + b"\0\0\0\x01\x02"])
    refused(settings, [samples[0] + sample_of([b"\x50\x01a note"])])


def test_each_part_of_a_picture_is_coded_once() -> None:
    settings, samples = stream("slices")
    one, two, three = units(samples[0])
    for wrong in ([one, two], [two, three], [one, one, two, three], [one, two, two, three]):
        refused(settings, [sample_of(wrong)])
    refused(settings, [sample_of([one, three, two])])
    refused(settings, [sample_of([one, two, three, one, two, three])])
    refused(settings, [samples[0] + samples[1]])
    refused(settings, [b""])
    followed(settings, [sample_of([one, two, three]), *samples[1:]])


def test_sets_may_stand_in_a_sample_but_not_within_a_picture() -> None:
    settings, samples = stream("slices")
    sets = sets_of(settings)
    followed(with_sets(settings, []), [sample_of(sets) + samples[0], *samples[1:]])
    refused(with_sets(settings, []), [samples[0]])
    one, *others = units(samples[0])
    refused(settings, [sample_of([one, *sets, *others])])


@pytest.mark.parametrize("kind", [VIDEO, SEQUENCE, PICTURE])
def test_no_extension_of_a_set_holds_anything(kind: int) -> None:
    settings, samples = stream("plain")
    for bits in ("00000001" + "01" * 20, "1" * 8, "01000000" + "0", "1010", "00010000" + "1" * 9):
        sets = [grown(unit, bits) if unit[0] >> 1 == kind else unit for unit in sets_of(settings)]
        refused(with_sets(settings, sets), list(samples))
    for more in (b"\0", b"\x80", b"\xff", b"a name"):
        sets = [unit + more if unit[0] >> 1 == kind else unit for unit in sets_of(settings)]
        refused(with_sets(settings, sets), list(samples))
        refused(settings + more, list(samples))


def test_a_set_that_says_no_extension_in_so_many_bits_is_followed() -> None:
    settings, samples = stream("plain")
    sets = [grown(unit, "0" * 8) if unit[0] >> 1 == PICTURE else unit for unit in sets_of(settings)]
    followed(with_sets(settings, sets), list(samples))


def test_each_bit_of_a_header_decides_something_or_has_to_be_what_it_is() -> None:
    """Of those that say where a stretch begins, too; one turns a filter at the slice's edge on."""
    settings, samples = stream("4:2:2")
    (unit,) = units(samples[0])
    let_through = 0
    for bit in range(20, 96):
        changed = bytearray(unit)
        changed[bit // 8] ^= 0x80 >> bit % 8
        let_through += not refuses(settings, sample_of([bytes(changed)]))
    assert let_through == 1


def test_what_is_cut_off_is_missed() -> None:
    settings, samples = stream("plain")
    (unit,) = units(samples[0])
    for size in (2, 3, 10, len(unit) // 2, len(unit) - 1):
        refused(settings, [sample_of([unit[:size]])])
        refused(settings, [samples[0][: size + SIZE]])
    for size in range(0, len(settings), 7):
        refused(settings[:size], list(samples))


def test_nonsense_is_refused_or_followed_but_ends() -> None:
    chance = random.Random(11)
    for name in PARAMETERS:
        settings, samples = stream(name)
        for _ in range(6):
            broken = bytearray(samples[0])
            for _ in range(chance.randint(1, 20)):
                broken[chance.randrange(8, len(broken))] = chance.randrange(256)
            refuses(settings, bytes(broken))
