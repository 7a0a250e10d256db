"""AV1 is followed to the last bit of each header and each tile."""

import io
import random
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from capture.errors import Unverified
from capture.verify.codes import Follower

HEADER = 3
SCREEN = {"advanced": {"tune-content": "screen", "enable-palette": "1", "enable-intrabc": "1"}}
WAYS: dict[str, tuple[int, int, int, dict[str, Any]]] = {
    "in a rush": (4, 176, 144, {"speed": 10}),
    "with time": (4, 130, 74, {"speed": 5}),
    "without loss": (3, 64, 48, {"quality": 100, "subsampling": "4:4:4"}),
    "of tiles": (2, 256, 128, {"tile_rows": 1, "tile_cols": 1}),
    "of a screen": (2, 96, 64, {"subsampling": "4:4:4"} | SCREEN),
    "of segments": (3, 130, 74, {"advanced": {"aq-mode": "2"}}),
    "of film": (3, 66, 66, {"advanced": {"film-grain-test": "3"}}),
    "of half the colours": (2, 90, 70, {"subsampling": "4:2:2"}),
    "of no colours": (2, 66, 50, {"subsampling": "4:0:0"}),
    "of a still": (1, 100, 80, {"quality": 60}),
    "of one pixel": (1, 1, 1, {}),
}


def picture(index: int, width: int, height: int) -> np.ndarray:
    """Return one of many pictures: waves that move, and a piece of noise that stands."""
    y, x = np.mgrid[0:height, 0:width]
    waves = 128 + 90 * np.sin((x + 3 * index) / 9) * np.cos((y - index) / 7)
    noise = np.random.default_rng(1).integers(-60, 60, (height, width))
    values = waves + np.where((x > width / 3) & (y > height / 2), noise, 0)
    colours = np.stack((values, np.roll(values, 5, 0), 255 - values), axis=2)
    return colours.clip(0, 255).astype(np.uint8)


def read(sink: io.BytesIO) -> tuple[bytes, list[bytes]]:
    """Return the settings and the samples of the last stream of a file."""
    with av.open(io.BytesIO(sink.getvalue()), "r") as made:
        stream = made.streams.video[-1]
        settings = bytes(stream.codec_context.extradata or b"")
        return settings, [bytes(packet) for packet in made.demux(stream) if packet.size]


def coded(
    count: int, width: int, height: int, options: dict[str, Any]
) -> tuple[bytes, list[bytes]]:
    sink = io.BytesIO()
    first, *others = (Image.fromarray(picture(index, width, height)) for index in range(count))
    more = {"save_all": True, "append_images": others} if others else {}
    first.save(sink, "AVIF", codec="aom", **({"speed": 8, "quality": 50} | options | more))
    return read(sink)


def coded_by_another(pixels: str) -> tuple[bytes, list[bytes]]:
    sink = io.BytesIO()
    with av.open(sink, "w", format="mp4") as movie:
        options = {"preset": "10", "svtav1-params": "lp=1"}
        stream = movie.add_stream("libsvtav1", rate=15, options=options)
        stream.width, stream.height, stream.pix_fmt = 128, 96, pixels
        for index in range(5):
            frame = av.VideoFrame.from_ndarray(picture(index, 128, 96), format="rgb24")
            movie.mux(stream.encode(frame))
        movie.mux(stream.encode(None))
    return read(sink)


def refused(settings: bytes, before: list[bytes], sample: bytes) -> None:
    follower = Follower("av1", settings)
    for earlier in before:
        follower.follow(earlier)
    with pytest.raises(Unverified) as caught:
        follower.follow(sample)
    assert caught.value.facts == {"part": "av1", "reason": "codes"}
    assert caught.value.detail != "it could not be followed"  # a machine that stopped


def units(sample: bytes) -> list[tuple[int, bytes]]:
    """Return the kinds and the contents of the units of a sample, all of which have lengths."""
    found = []
    while sample:
        size, count = 0, 0
        while not count or sample[count] & 0x80:
            count += 1
            size |= (sample[count] & 0x7F) << 7 * (count - 1)
        end = 1 + count + size
        found.append((sample[0] >> 3 & 15, sample[1 + count : end]))
        sample = sample[end:]
    return found


def joined(kinds: list[tuple[int, bytes]]) -> bytes:
    """Return a sample of these units, with lengths of three bytes."""
    return b"".join(
        bytes((kind << 3 | 2, len(body) & 0x7F | 0x80, len(body) >> 7 & 0x7F | 0x80))
        + bytes((len(body) >> 14,))
        + body
        for kind, body in kinds
    )


def holds(settings: bytes, samples: list[bytes]) -> None:
    """Require that samples are followed, and that nothing may be added to their ends."""
    chance = random.Random(5)
    follower = Follower("av1", settings)
    for sample in samples:
        follower.follow(joined(units(sample)))
    for index in (0, len(samples) - 1):
        before, parts = samples[:index], units(samples[index])
        kind, body = parts[-1]
        zeros = b"\0\0" if kind == HEADER else b"\0"  # what one encoder writes behind a header
        for more in (zeros, b"\xff", b"\x80", chance.randbytes(9), b"\0" * 20):
            refused(settings, before, joined([*parts[:-1], (kind, body + more)]))
        last = (body[-1] & -body[-1]).bit_length() - 1
        for bit in range(last + 1):
            changed = body[:-1] + bytes((body[-1] ^ 1 << bit,))
            refused(settings, before, joined([*parts[:-1], (kind, changed)]))
        refused(settings, before, joined([*parts[:-1], (kind, body[:-1])]))


@pytest.mark.parametrize("way", WAYS)
def test_what_encoders_write_is_followed_and_nothing_behind_it(way: str) -> None:
    holds(*coded(*WAYS[way]))


@pytest.mark.parametrize("pixels", ["yuv420p", "yuv420p10le"])
def test_what_another_encoder_writes_is_followed(pixels: str) -> None:
    holds(*coded_by_another(pixels))


def test_what_is_not_picture_is_refused() -> None:
    settings, samples = coded(*WAYS["in a rush"])
    parts = units(samples[0])
    for kind, body in (
        (15, b"text\x80"),
        (5, b"\x04\xb5text\x80"),
        (5, b"\x01\0\0\0\0\x80\0"),
        (8, b"\0\0\0\0"),
        (9, b"text"),
        (2, b"\0"),
        (3, b"\x80"),
        (4, b"\x80"),
        (1, b"\0\0\0\x80"),
    ):
        for place in range(len(parts) + 1):
            refused(settings, [], joined([*parts[:place], (kind, body), *parts[place:]]))
    refused(settings, [], samples[0] + samples[1])
    refused(settings, [samples[0]], samples[0][: len(joined(parts[:1]))])
    refused(settings, samples[:1], b"")
    for broken in (b"", settings[:3], settings + b"\0", settings[:3] + b"\x01" + settings[4:]):
        with pytest.raises(Unverified):
            Follower("av1", broken)


def test_light_levels_are_let_through_once_and_stay_the_same() -> None:
    settings, samples = coded(*WAYS["in a rush"])
    levels, others = (5, b"\x01\x03\xe8\x01\x90\x80"), (5, b"\x01\x03\xe8\x01\x91\x80")
    parts = [units(sample) for sample in samples]
    with_levels = [joined([*part[:-1], levels, part[-1]]) for part in parts]
    follower = Follower("av1", settings)
    for sample in with_levels:
        follower.follow(sample)
    refused(settings, with_levels[:1], joined([*parts[1][:-1], others, parts[1][-1]]))
    refused(settings, with_levels[:1], joined([*parts[1][:-1], levels, levels, parts[1][-1]]))


def test_a_sample_begins_once() -> None:
    settings, samples = coded(*WAYS["in a rush"])
    first = units(samples[0])
    sequence = next(unit for unit in first if unit[0] == 1)
    refused(settings, [], joined([sequence, *first]))
    refused(settings, [], joined([(2, b""), (2, b""), *first]))
    other = (1, sequence[1][:-1] + b"\0" + sequence[1][-1:])
    refused(settings, samples[:1], joined([other, *units(samples[1])]))


@pytest.mark.parametrize("way", ["in a rush", "of a screen", "of tiles"])
def test_nonsense_stops_no_machine(way: str) -> None:
    chance = random.Random(7)
    settings, samples = coded(*WAYS[way])
    whys = set()
    for _ in range(50):
        sample = bytearray(samples[1])
        for _flip in range(chance.choice((1, 1, 3))):
            sample[chance.randrange(len(sample))] ^= 1 << chance.randrange(8)
        follower = Follower("av1", settings)
        follower.follow(samples[0])
        try:
            follower.follow(bytes(sample))
        except Unverified as caught:
            whys.add(caught.detail)
    assert whys
    assert "it could not be followed" not in whys  # a machine that stopped
