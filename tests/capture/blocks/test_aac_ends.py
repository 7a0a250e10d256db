"""What stands behind the sound of an AAC frame is found by walking it, and says nothing then."""

import io
import random

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.blocks.aac import neutral_config, quiet
from capture.blocks.aac_ends import quieter
from capture.errors import Unverified
from capture.verify.codes import Follower

WAYS = [
    (44100, "mono", {"b": "64000"}),
    (48000, "stereo", {"b": "128000"}),
    (44100, "stereo", {"b": "400000"}),
    (8000, "stereo", {}),
    (96000, "mono", {}),
    (48000, "5.1", {"b": "256000"}),
]


def coded(rate: int, layout: str, options: dict[str, str]) -> tuple[bytes, list[bytes]]:
    """Return neutral settings, and samples without the note of the encoder."""
    sink = io.BytesIO()
    with av.open(sink, "w", format="mp4") as movie:
        stream = movie.add_stream("aac", rate=rate, options=options)
        stream.layout = layout
        chance, channels = np.random.default_rng(3), stream.codec_context.channels
        time = np.arange(rate // 5)
        sound = 0.3 * np.sin(time / 9) * (1 + np.arange(channels)[:, None]) / channels
        sound += chance.normal(0, 0.02, sound.shape)
        sound[:, len(time) // 2 : len(time) // 2 + 60] = 0.9
        frame = av.AudioFrame.from_ndarray(sound.astype(np.float32), "fltp", layout)
        frame.rate = rate
        movie.mux(stream.encode(frame))
        movie.mux(stream.encode(None))
    with av.open(io.BytesIO(sink.getvalue()), "r") as made:
        samples = [quiet(bytes(packet)) for packet in made.demux() if packet.size]
        return neutral_config(bytes(made.streams[0].codec_context.extradata or b"")), samples


def bits(sample: bytes) -> str:
    """Return the bits of a sample up to its end element."""
    text = f"{int.from_bytes(sample, 'big'):0{8 * len(sample)}b}".rstrip("0")
    assert text.endswith("111")
    return text.removesuffix("111")


def joined(*parts: str, padding: str = "0") -> bytes:
    text = "".join(parts) + "111"
    text += (padding * 8)[: -len(text) % 8]
    return int(text, 2).to_bytes(len(text) // 8, "big")


def filler(said: bytes) -> str:
    return f"110{len(said):04b}" + "".join(f"{byte:08b}" for byte in said)


def data(said: bytes, tag: int) -> str:
    return f"100{tag:04b}0{len(said):08b}" + "".join(f"{byte:08b}" for byte in said)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]} {way[1]}")
def test_what_fills_up_the_last_byte_becomes_zeros(way: tuple[int, str, dict[str, str]]) -> None:
    settings, samples = coded(*way)
    silent = quieter(settings)
    for sample in samples:
        assert silent(sample) == sample
        for padding in ("1", "01", "10", "0111"):
            assert silent(joined(bits(sample), padding=padding)) == sample


@pytest.mark.parametrize("way", WAYS[:2], ids=lambda way: f"{way[0]} {way[1]}")
def test_elements_behind_the_sound_fall_silent(way: tuple[int, str, dict[str, str]]) -> None:
    settings, samples = coded(*way)
    sound, silent = bits(samples[3]), quieter(settings)
    for said in (b"\0Lavc1", b"\x10x", b"\x00" * 9, b"\x1f"):
        nothing = b"\x00" + b"\xa5" * (len(said) - 1)
        spoken = joined(sound, filler(said), data(b"Nasrin", 9), padding="1")
        wanted = joined(sound, filler(nothing), data(b"\x00\xa5\xa5\xa5\xa5\xa5", 0))
        assert silent(spoken) == wanted
        with pytest.raises(Unverified):
            Follower("aac", settings).follow(spoken)
        Follower("aac", settings).follow(wanted)


def test_a_frame_of_an_encoder_of_apples() -> None:
    """Silence of a podcast, as Apple's encoder left it: the last three bits are anything."""
    settings = bytes.fromhex("1210")
    frame = bytes.fromhex("21100500a01be780") + bytes(171)
    made = {quieter(settings)(frame + bytes((last,))) for last in (0x3F, 0x3D, 0x38)}
    assert len(made) == 1
    silent = made.pop()
    assert not silent[-1] & 7
    assert silent.startswith(frame[:6])
    Follower("aac", settings).follow(silent)
    with pytest.raises(Unverified):
        Follower("aac", settings).follow(frame + b"\x3d")


def test_what_cannot_be_walked_stays() -> None:
    settings, samples = coded(*WAYS[0])
    silent = quieter(settings)
    cut = samples[2][:-9]
    assert silent(cut) == cut
    long = samples[2] + bytes(9000)
    assert silent(long) == long


@given(st.binary(min_size=1, max_size=90))
def test_any_frame_keeps_its_length(frame: bytes) -> None:
    silent = quieter(bytes.fromhex("1210"))
    once = silent(frame)
    assert len(once) == len(frame)


def test_changed_frames_are_walked_to_an_end_or_not_at_all() -> None:
    chance = random.Random(5)
    settings, samples = coded(*WAYS[1])
    silent = quieter(settings)
    for _ in range(200):
        broken = bytearray(chance.choice(samples))
        for _ in range(chance.randrange(1, 6)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        assert len(silent(bytes(broken))) == len(broken)
