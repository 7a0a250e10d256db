"""H.264 is followed to the last bit of each slice, in both of its codes and in fields."""

import functools
import io
import random
import re
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from capture.blocks.nal import Family, scrub
from capture.errors import Unverified
from capture.verify.codes import Follower

CORPUS = Path(__file__).parents[5] / "shared" / "corpus"
OWN = {"preset": "veryfast", "crf": "22", "profile": "high"}
WAYS: dict[str, tuple[str, dict[str, str]]] = {
    "as the program encodes": ("yuv420p", OWN),
    "baseline": ("yuv420p", {"profile": "baseline"}),
    "codes of varying length": ("yuv420p", {"coder": "0", "bf": "3", "preset": "slow", "crf": "8"}),
    "slices": ("yuv420p", {"slices": "3", "bf": "3", "preset": "slow"}),
    "slices by size": ("yuv420p", {"x264-params": "slice-max-size=250", "coder": "0"}),
    "all parts": (
        "yuv420p",
        {"x264-params": "partitions=all:ref=5:bframes=5:b-adapt=0", "crf": "9"},
    ),
    "temporal": ("yuv420p", {"x264-params": "direct=temporal:bframes=3:weightp=2", "coder": "0"}),
    "adaptive fields": ("yuv420p", {"x264-params": "tff=1:bframes=2", "crf": "15"}),
    "adaptive fields, sparse": ("yuv420p", {"x264-params": "tff=1:bframes=2", "crf": "34"}),
    "adaptive fields, slices": ("yuv420p", {"x264-params": "tff=1:slices=2", "coder": "0"}),
    "lossless": ("yuv420p", {"qp": "0"}),
    "lossless, codes of varying length": ("yuv444p", {"qp": "0", "coder": "0"}),
    "4:2:2": ("yuv422p", {"bf": "2"}),
    "4:2:2, codes of varying length": ("yuv422p", {"coder": "0", "crf": "5"}),
    "4:4:4": ("yuv444p", {"bf": "2", "preset": "slow"}),
    "4:4:4, fields": ("yuv444p", {"x264-params": "tff=1", "crf": "12"}),
    "ten bits": ("yuv420p10le", {"crf": "4", "coder": "0"}),
    "gray": ("gray", {}),
    "matrices": ("yuv420p", {"x264-params": "cqm=jvt:nal-hrd=vbr:vbv-maxrate=900:vbv-bufsize=900"}),
    "intra alone": ("yuv420p", {"g": "1", "preset": "ultrafast"}),
}


@functools.cache
def coded(way: str, frames: int = 6) -> tuple[bytes, list[bytes]]:
    """Return the settings and the samples, as a faithful copy has them."""
    pixels, options = WAYS[way]
    sink, chance = io.BytesIO(), np.random.default_rng(4)
    with av.open(sink, "w", format="mp4") as movie:
        stream = movie.add_stream("libx264", rate=25, options={"threads": "1", **options})
        stream.width, stream.height, stream.pix_fmt = 82, 68, pixels
        picture = np.zeros((68, 82, 3), dtype=np.uint8)
        for index in range(frames):
            picture[8:50, 8 + 3 * index : 40 + 3 * index] = 40 * index % 256
            picture[20:30, 44:] = chance.integers(0, 256, (10, 38, 3))
            movie.mux(stream.encode(av.VideoFrame.from_ndarray(picture, "rgb24")))
        movie.mux(stream.encode(None))
    return samples_of(io.BytesIO(sink.getvalue()))


def samples_of(source: io.BytesIO | Path) -> tuple[bytes, list[bytes]]:
    with av.open(source if isinstance(source, io.BytesIO) else str(source), "r") as movie:
        stream = movie.streams.video[0]
        found = [bytes(packet) for packet in movie.demux(stream) if packet.size]
        settings = bytes(stream.codec_context.extradata or b"")
    return settings, [scrub(sample, 1 + (settings[4] & 3), Family.AVC) for sample in found]


def units(sample: bytes) -> list[bytes]:
    found, at = [], 0
    while at < len(sample):
        end = at + 4 + int.from_bytes(sample[at : at + 4], "big")
        found.append(sample[at + 4 : end])
        at = end
    return found


def joined(parts: list[bytes]) -> bytes:
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def escaped(unit: bytes) -> bytes:
    return re.sub(rb"\x00\x00(?=[\x00-\x03])", b"\x00\x00\x03", unit)


def refused(settings: bytes, before: list[bytes], sample: bytes) -> str:
    follower = Follower("avc", settings)
    for one in before:
        follower.follow(one)
    with pytest.raises(Unverified) as caught:
        follower.follow(sample)
    assert caught.value.facts["reason"] == "codes"
    return caught.value.detail


@pytest.mark.parametrize("way", WAYS)
def test_what_an_encoder_writes_is_followed_to_its_end(way: str) -> None:
    settings, samples = coded(way)
    follower = Follower("avc", settings)
    assert len(samples) == 6
    for sample in samples:
        follower.follow(sample)


def longer_ones(unit: bytes, chance: random.Random) -> Iterator[bytes]:
    for count in (1, 2, 7, 20):
        for more in (bytes(count), b"\xff" * count, chance.randbytes(count), b"\x80" * count):
            yield from (unit + more, escaped(unit + more), unit[:-1] + more + unit[-1:])
    yield unit + b"\x00\x00\x03"


@pytest.mark.parametrize("way", ["as the program encodes", "baseline", "slices", "adaptive fields"])
def test_whatever_stands_behind_a_slice_is_found(way: str) -> None:
    settings, samples = coded(way)
    chance = random.Random(11)
    for at in (0, 2):
        parts = units(samples[at])
        for longer in longer_ones(parts[-1], chance):
            refused(settings, samples[:at], joined([*parts[:-1], longer]))
        for longer in longer_ones(parts[0], chance) if len(parts) > 1 else ():
            refused(settings, samples[:at], joined([longer, *parts[1:]]))


def test_no_unit_comes_besides() -> None:
    settings, samples = coded("as the program encodes")
    parts = units(samples[0])
    body = parts[-1][1:]
    for added in (
        parts[-1],
        *(kind + body for kind in (b"\x13", b"\x14", b"\x02", b"\x21")),
        b"\x0c\xff\x80",
        b"\x0aX",
        b"\x1fsecret",
    ):
        refused(settings, [], joined([*parts, added]))
        refused(settings, [], joined([added, *parts]))
    refused(settings, [], joined(parts) + b"\x00\x00\x00\x00")
    refused(settings, [], joined(parts) + b"\x00")


def test_each_macroblock_is_coded_once() -> None:
    settings, samples = coded("slices")
    parts = units(samples[0])
    slices = [index for index, part in enumerate(parts) if part[0] & 31 == 5]
    assert len(slices) == 3
    for index in slices:
        refused(settings, [], joined(parts[:index] + parts[index + 1 :]))
        refused(settings, [], joined([*parts[: index + 1], parts[index], *parts[index + 1 :]]))
    refused(settings, [], joined(parts[:-2] + parts[:-3:-1]))
    other = units(coded("slices")[1][1])
    refused(settings, [], joined(parts + other))


def test_the_last_zero_of_the_padding_says_one_thing() -> None:
    """That encoder sets it in some pictures, as a word of 32 bits says: no others may be set."""
    settings, samples = coded("as the program encodes", 40)
    marked = 0
    for at in range(32, 40):
        parts = units(samples[at])
        last = parts[-1]
        if last[-1] & 1 and last[-1] & -2:
            marked += 1
            parts[-1] = last[:-1] + bytes((last[-1] & -2,))
        elif not last[-1] & 1:
            parts[-1] = last[:-1] + bytes((last[-1] | 1,))
        else:
            continue
        refused(settings, samples[:at], joined(parts))
    assert marked


def test_joined_videos_begin_anew() -> None:
    """At a join, that encoder begins its word again, and one that was cut is anywhere in it."""
    settings, samples = coded("as the program encodes", 40)
    assert not answer(settings, [*samples, *samples[:33] * 9])
    alone, pictures = coded("intra alone", 20)
    assert not answer(alone, [*pictures, *pictures[7:], *pictures[3:]])
    parts = units(samples[35])
    parts[-1] = parts[-1][:-1] + bytes((parts[-1][-1] ^ 1,))
    refused(settings, [*samples, *samples[:35]], joined(parts))


def test_settings_say_no_more_than_they_must() -> None:
    settings, samples = coded("as the program encodes")
    for longer in (settings + b"\x00", settings + b"text", settings[:-5], b"\x02" + settings[1:]):
        with pytest.raises(Unverified):
            Follower("avc", longer)
    size = int.from_bytes(settings[6:8], "big")
    for added in (b"\x00", b"\x80", b"hidden"):
        longer = settings[8 : 8 + size] + added
        changed = settings[:6] + len(longer).to_bytes(2, "big") + longer + settings[8 + size :]
        with pytest.raises(Unverified):
            Follower("avc", changed)
    kept = units(samples[0])
    sets = [part for part in (settings[8 : 8 + size],) if part]
    follower = Follower("avc", settings)
    follower.follow(joined(sets + kept))
    unused = b"\x68" + b"\xe9\x63\x8b\x13\x21\x30"
    assert refused(settings, [], joined([unused, b"\x68\xe9\x63\x8b\x13\x21\x38", *kept]))


def test_what_is_cut_is_no_whole_picture() -> None:
    for way in ("as the program encodes", "codes of varying length"):
        settings, samples = coded(way)
        for size in range(5, len(samples[0]) - 1, 61):
            cut = (size - 4).to_bytes(4, "big") + samples[0][4:size]
            refused(settings, [], cut)
            refused(settings, [], samples[0][:size])


def answer(settings: bytes, samples: list[bytes]) -> str:
    """Return what is wrong, or nothing."""
    try:
        follower = Follower("avc", settings)
        for one in samples:
            follower.follow(one)
    except Unverified as error:
        return error.detail
    return ""


@pytest.mark.parametrize("way", ["all parts", "codes of varying length", "4:4:4, fields"])
def test_nonsense_ends(way: str) -> None:
    settings, samples = coded(way)
    chance = random.Random(way)
    answers = []
    for _ in range(60):
        at = chance.randrange(4)
        broken = bytearray(samples[at])
        for _ in range(chance.randrange(1, 4)):
            broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        answers.append(answer(settings, [*samples[:at], bytes(broken)]))
    assert answers.count("") < 40
    assert "it could not be followed" not in answers


def test_nonsense_is_no_setting() -> None:
    settings, _ = coded("matrices")
    chance = random.Random(5)
    answers = []
    for _ in range(100):
        broken = bytearray(settings)
        for _ in range(chance.randrange(1, 4)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        answers.append(answer(bytes(broken), []))
    assert answers.count("") < 40
    assert "it could not be followed" not in answers


CAMERAS = ["*dirty.mp4", "*max-heromode.mp4", "*h264-sample.mp4", "*count-video.mp4"]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the development corpus is not here")
@pytest.mark.parametrize("name", CAMERAS)
def test_what_cameras_write_is_followed(name: str) -> None:
    settings, samples = samples_of(next(CORPUS.rglob(name)))
    assert answer(settings, samples[:40]) == ""
