"""MPEG-4 video is followed to the last bit of each picture."""

import base64
import functools
import io
import random
import re

import av
import numpy as np
import pytest

from capture.errors import Unverified
from capture.verify.codes import Follower

MARKUP = re.compile(rb"\x00\x00\x01\xb2.*?(?=\x00\x00\x01|\Z)", re.DOTALL)
PICTURE = b"\0\0\1\xb6"
WAYS: dict[str, dict[str, str]] = {
    "whole": {"g": "1"},
    "fine": {"qmin": "1", "qmax": "1"},
    "moving": {"flags": "+mv4+aic+qpel", "mbd": "rd"},
    "both ways": {"bf": "2", "b": "90k", "ps": "200"},
    "packets": {"ps": "200", "mpeg_quant": "1"},
    "partitions": {"data_partitioning": "1", "ps": "300", "mbd": "rd"},
    "fields": {"flags": "+ilme+ildct", "bf": "1", "alternate_scan": "1"},
    "held rate": {"b": "2M", "minrate": "2M", "maxrate": "2M", "bufsize": "400k"},
}
# Settings, a picture, and two that are warped as a whole: 64 by 64 points, by another encoder.
WARPED = """
AAABsPUAAAG1CQAAAQAAAAEgCMp4CA2IAM4YECBAsHjg

AAABthBhjGZtSx+vDivYtV8eOPmkbT8X80fKWZ7k50FqXntFohia2d0qcxPKzbC03ETzjr5ePGPtVp7Tbch8m0qr
z16RI01rdONoY1XlfAFIb8s4osWhWaE6sS7q00GCoKsLkNU8g35nTwL2eawRL+w1w82kpqksaxSLxShg63/arQrz
miKgRQiKpJGob3UdDAB4rF0eIL5ziwOE0bn+S030kiEHErm1K0yqhXhbhIuCxCo6zncmycP1rx5+cxuIJ8BA4znf
dNEI95sP436iJLXNBZNciNGbIyoe2LNwKDJ/zZ4W8zfLcWGFGLhNhmcLNREl4Ca2ZUKee5CXvehIQ8PmmGrtpLeh
MSvG+VTxZcnXHG0GQoiILsZpYo9Zwpk6KWnm8bHLVtnOWThXDcKxcTtwQDGpwY98b2QsQkxlve08INYWkYRZz86j
BftjX47/u21Ykch1SqlKelLzV93VCF5DihUDjRw0SZ6NLLUMDgdiB5VW1Ai5eipDxiLOrgzZBjDJbwDVDoM67hfz
OmGy5U2upsr0yyDmDm8kR3i+xAeSz54oOfbMUiJ0ThU0l4jWps2UgvQ9jM2dlHHylahgFTMLc9nFOoUUDGvMt/g2
iJxptnqJFDhkbbbv1kAvopHGWYNsGeoXvw==

AAABttDg6lKSWFYIgpYcaUFRHBSsiXGMw2wTBGg2YLF4wQW+1no5RCsT9aJRggxg4iNo9DQ0FyDmyJrKth0LApWg
4U4Wfp024M1yFZBcKqHAc/iwtGkOHwrCIY0Yvw==

AAABttFw6lsksKwNJeFMB8KKk9OYHzL6aWHNMHiwKGHT8NS1Y8WgQN9IwoqcQ1GNM2CxoKwXQhAPGIbgT4hCxh9h
0KoMbCQ+kXCwJAoSGsj91OYnQMP7a2wH5M2tTng90cC8Li0nMU0MEbi9GWXo1AIWDNMFhLwojCefTJT43O6eDwJw
nGsw6d5h
"""


@functools.cache
def coded(name: str) -> tuple[bytes, tuple[bytes, ...]]:
    """Return the settings and the samples as a copy holds them: without user data."""
    chance = np.random.default_rng(7)
    sink = io.BytesIO()
    with av.open(sink, "w", format="mp4") as movie:
        stream = movie.add_stream("mpeg4", rate=25, options=WAYS[name])
        stream.width, stream.height, stream.pix_fmt = 98, 50, "yuv420p"
        stream.thread_count = 1
        ground = chance.integers(0, 256, (80, 140, 3), dtype=np.uint8)
        ground[:, 70:] //= 64
        for at in range(6):
            pixels = ground[at : at + 50, 2 * at : 2 * at + 98].copy()
            pixels[10:20, 10:20] = chance.integers(0, 256, (10, 10, 3), dtype=np.uint8)
            movie.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, "rgb24")))
        movie.mux(stream.encode(None))
    with av.open(io.BytesIO(sink.getvalue()), "r") as made:
        samples = tuple(MARKUP.sub(b"", bytes(packet)) for packet in made.demux() if packet.size)
        config = bytes(made.streams.video[0].codec_context.extradata or b"")
    return MARKUP.sub(b"", config), samples


def follow(config: bytes, *samples: bytes) -> None:
    follower = Follower("mpeg4", config)
    for sample in samples:
        follower.follow(sample)


def refused(config: bytes, *samples: bytes) -> None:
    follower = Follower("mpeg4", config)
    for sample in samples[:-1]:
        follower.follow(sample)
    with pytest.raises(Unverified) as caught:
        follower.follow(samples[-1])
    assert caught.value.facts == {"part": "mpeg4", "reason": "codes"}


@pytest.mark.parametrize("name", sorted(WAYS.keys() - {"held rate"}))
def test_what_encoders_write_is_followed_and_nothing_beside_it(name: str) -> None:
    chance = random.Random(5)
    config, samples = coded(name)
    assert len(samples) == 6
    follow(config, *samples)
    for at, sample in enumerate(samples):
        before = samples[:at]
        for hidden in (b"\0", b"\xff", b"\x7f", b"hidden", bytes(20), chance.randbytes(3)):
            refused(config, *before, sample + hidden + b"\0")
            refused(config, *before, hidden + sample)
        refused(config, *before, sample + b"\0\0\1\xb2note")
        refused(config, *before, sample[:-1])
        refused(config, *before, sample[: len(sample) // 2])


def test_a_picture_ends_in_the_standard_bits() -> None:
    config, samples = coded("whole")
    for sample in samples:
        refused(config, sample[:-1] + bytes((sample[-1] ^ 1,)))
        refused(config, sample + b"\xff")


def test_pictures_that_are_warped_are_followed() -> None:
    config, *samples = (base64.b64decode(part) for part in WARPED.split("\n\n"))
    assert [sample[4] >> 6 for sample in samples] == [0, 3, 3]
    follow(config, *samples)
    for at, sample in enumerate(samples):
        refused(config, *samples[:at], sample + b"\x7f")
        refused(config, *samples[:at], sample[:-1])


def test_bytes_that_hold_a_rate_are_ones() -> None:
    config, samples = coded("held rate")
    follow(config, *samples)
    stuffed = [sample for sample in samples if b"\0\0\1\xc3\xff" in sample]
    assert stuffed
    refused(config, stuffed[0][:-1] + b"\xfe")


def test_headers_come_again_as_they_were_or_not_at_all() -> None:
    config, samples = coded("moving")
    picture = samples[0][samples[0].index(PICTURE) :]
    follow(config, config + picture)
    layer = config[config.index(b"\0\0\1\x20") :]
    follow(config, layer + picture)
    refused(config, layer + layer + picture)
    refused(config, config[:4] + bytes((config[4] ^ 3,)) + config[5:] + picture)
    refused(config, picture + config)
    refused(config, config)


def test_a_sample_is_one_picture_with_one_time() -> None:
    config, samples = coded("whole")
    picture = samples[0][samples[0].index(PICTURE) :]
    group = bytes.fromhex("000001b3001007")
    follow(config, picture)
    follow(config, group + picture)
    refused(config, group + group + picture)
    refused(config, group[:-1] + b"\x05" + picture)
    refused(config, picture + picture)
    refused(config, b"")


def test_a_picture_that_is_left_out_is_its_head_alone() -> None:
    config, samples = coded("moving")
    head = f"01{0:b}1{3:05b}10"  # 25 pictures a second: 5 bits of time
    head += "0" + "1" * (-len(head + "0") % 8)
    empty = PICTURE + int(head, 2).to_bytes(len(head) // 8, "big")
    follow(config, samples[0], empty)
    refused(config, samples[0], empty + b"\x7f")
    refused(config, samples[0], empty[:-1] + bytes((empty[-1] ^ 1,)))


def extended(picture: bytes, said: str) -> bytes:
    """Put the head's words into the last packet of an I-VOP of 28 macroblocks."""
    at = max(found.start() for found in re.finditer(rb"\0\0[\x80-\xff]", picture))
    bits = "".join(f"{byte:08b}" for byte in picture[at:]).rstrip("1")[:-1]
    flag = 17 + 5 + 5  # behind the marker, the macroblock's number and the quantiser
    assert bits[flag] == "0"
    bits = bits[:flag] + "1" + said + bits[flag + 1 :] + "0"
    bits += "1" * (-len(bits) % 8)
    return picture[:at] + int(bits, 2).to_bytes(len(bits) // 8, "big")


def test_what_a_packet_repeats_is_what_the_picture_says() -> None:
    config, samples = coded("packets")
    picture = samples[0][samples[0].index(PICTURE) :]
    head = "".join(f"{byte:08b}" for byte in picture[4:8])
    time, threshold = head[2:10], head[11:14]
    follow(config, extended(picture, time + "00" + threshold))
    refused(config, extended(picture, time[:3] + "10101" + "00" + threshold))
    refused(config, extended(picture, time + "01" + threshold))
    refused(config, extended(picture, time + "00" + f"{int(threshold, 2) ^ 1:03b}"))


def test_settings_that_hold_more_or_less_are_refused() -> None:
    config, _ = coded("whole")
    follow(config)
    cases = [config[:-1], config + b"\0", config + b"\x7f", config + b"\0\0\1\xb2note"]
    cases += [config + PICTURE, config[:-1] + bytes((config[-1] ^ 1,)), config + config]
    for wrong in cases:
        with pytest.raises(Unverified):
            Follower("mpeg4", wrong)


@functools.cache
def short(groups: str) -> tuple[bytes, ...]:
    """Return pictures with short headers, which no settings stand before."""
    chance = np.random.default_rng(7)
    sink = io.BytesIO()
    with av.open(sink, "w", format="3gp") as movie:
        options = {"qmin": "9", "ps": groups, "mbd": "rd"}
        stream = movie.add_stream("h263", rate=25, options=options)
        stream.width, stream.height, stream.pix_fmt = 128, 96, "yuv420p"
        ground = chance.integers(0, 256, (120, 150, 3), dtype=np.uint8)
        ground[:, 70:] //= 64
        for at in range(4):
            pixels = np.ascontiguousarray(ground[at : at + 96, 2 * at : 2 * at + 128])
            movie.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, "rgb24")))
        movie.mux(stream.encode(None))
    with av.open(io.BytesIO(sink.getvalue()), "r") as made:
        return tuple(bytes(packet) for packet in made.demux() if packet.size)


@pytest.mark.parametrize("groups", ["0", "1"])
def test_pictures_with_short_headers_are_followed(groups: str) -> None:
    samples = short(groups)
    follow(b"", *samples)
    for at, sample in enumerate(samples):
        before = samples[:at]
        for hidden in (b"\0", b"\xff", b"hidden", bytes(20), sample):
            refused(b"", *before, sample + hidden)
        refused(b"", *before, sample[:-1])
        said_more = bytearray(sample)
        said_more[6] |= 0x40  # behind the quantiser: that further bytes follow
        refused(b"", *before, bytes(said_more))
    config, _ = coded("whole")
    refused(config, samples[0])
    refused(b"", config + samples[0])
    refused(b"", b"")


@pytest.mark.parametrize("name", ["both ways", "partitions", "fields"])
def test_nonsense_ends_with_an_answer(name: str) -> None:
    chance = random.Random(9)
    config, samples = coded(name)
    answers = set()
    for _ in range(150):
        follower, at = Follower("mpeg4", config), chance.randrange(3)
        for sample in samples[:at]:
            follower.follow(sample)
        broken = bytearray(samples[at])
        for _ in range(chance.randrange(1, 4)):
            broken[chance.randrange(4, min(len(broken), 400))] = chance.randrange(256)
        try:
            follower.follow(bytes(broken))
        except Unverified as caught:
            answers.add(caught.detail)
    assert "it could not be followed" not in answers  # a machine that stopped
    assert len(answers) > 2


def group(hours: int, minutes: int, seconds: int) -> bytes:
    """Write a closed group's header, and its stuffing."""
    fields = hours << 15 | minutes << 9 | 1 << 8 | seconds << 2 | 2
    return b"\0\0\1\xb3" + (fields << 4 | 0b0111).to_bytes(3, "big")


def test_the_time_of_day_is_no_time_of_a_group() -> None:
    config, samples = coded("whole")
    first, second = (sample[sample.index(PICTURE) :] for sample in samples[:2])
    follow(config, group(0, 0, 0) + first, group(0, 0, 1) + second)
    refused(config, group(16, 42, 7) + first)
    refused(config, group(0, 0, 0) + first, group(16, 42, 7) + second)


def test_groups_go_on_from_the_pictures_before_them_and_are_all_closed_or_none() -> None:
    config, samples = coded("whole")
    first, second = (sample[sample.index(PICTURE) :] for sample in samples[:2])
    opened = group(0, 0, 0)[:6] + bytes((group(0, 0, 0)[6] ^ 0x20,))
    broken = group(0, 0, 0)[:6] + bytes((group(0, 0, 0)[6] ^ 0x10,))
    follow(config, opened + first, opened + second)
    refused(config, group(0, 0, 0) + first, opened + second)
    refused(config, broken + first)
    refused(config, group(0, 0, 0) + first, group(0, 0, 3) + second)
    refused(config, group(0, 0, 9) + first, group(0, 0, 8) + second)
