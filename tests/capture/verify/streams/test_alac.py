"""Apple Lossless is followed to the last bit of each packet."""

import io
import random

import av
import numpy as np
import pytest

from capture.errors import Unverified
from capture.verify.codes import Follower

KINDS = ("noise", "silence", "clicks", "tone")
WAYS = [
    ("mono", "s16p", {}),
    ("stereo", "s16p", {}),
    ("stereo", "s16p", {"compression_level": "0"}),
    ("stereo", "s32p", {"min_prediction_order": "1", "max_prediction_order": "30"}),
    ("5.1", "s32p", {"compression_level": "1"}),
]
RATE = 44100
SAMPLES = 4096 + 1300


def sound(kind: str, channels: int) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    chance = np.random.default_rng(3)
    made = np.zeros((channels, SAMPLES))
    if kind == "noise":
        made[:] = chance.uniform(-1, 1, made.shape)
    elif kind == "clicks":
        made[:, chance.integers(0, SAMPLES, 9)] = 0.001
    elif kind == "tone":
        made[:] = 0.4 * np.sin(np.arange(SAMPLES) / 30) + chance.normal(0, 0.01, made.shape)
    return made


def coded(
    kind: str, layout: str, sample: str, options: dict[str, str]
) -> tuple[bytes, list[bytes]]:
    """Return the settings as a copy holds them, and the packets."""
    sink = io.BytesIO()
    with av.open(sink, "w", format="ipod") as movie:
        stream = movie.add_stream("alac", rate=RATE, options=options)
        stream.layout = layout
        stream.format = sample
        values = sound(kind, stream.codec_context.channels)
        scaled = values * (32000 if sample == "s16p" else 32000 << 16)
        if sample == "s16p":
            frame = av.AudioFrame.from_ndarray(scaled.astype(np.int16), sample, layout)
        else:
            frame = av.AudioFrame.from_ndarray(scaled.astype(np.int32), sample, layout)
        frame.rate = RATE
        movie.mux(stream.encode(frame))
        movie.mux(stream.encode(None))
    with av.open(io.BytesIO(sink.getvalue()), "r") as made:
        packets = [bytes(packet) for packet in made.demux() if packet.size]
        cookie = bytes(made.streams[0].codec_context.extradata or b"")[-24:]
    return settings(cookie), packets


def settings(cookie: bytes) -> bytes:
    return bytes(4) + cookie[:12] + bytes(8) + cookie[20:]


def refused(config: bytes, packet: bytes) -> None:
    with pytest.raises(Unverified) as caught:
        Follower("alac", config).follow(packet)
    assert caught.value.facts == {"part": "alac", "reason": "codes"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("way", WAYS, ids=str)
def test_what_encoders_write_is_followed_and_nothing_behind_it(
    kind: str, way: tuple[str, str, dict[str, str]]
) -> None:
    chance = random.Random(5)
    config, packets = coded(kind, *way)
    follower = Follower("alac", config)
    assert len(packets) > 1
    for packet in packets:
        follower.follow(packet)
    for packet in packets:
        for hidden in (b"\0", b"\xff", b"hidden", bytes(20), chance.randbytes(3)):
            refused(config, packet + hidden)
        refused(config, packet[:-1])
        refused(config, packet[: len(packet) // 2])


def test_padding_is_zeros_and_the_spare_bits_of_a_header_too() -> None:
    config, packets = coded("tone", "stereo", "s16p", {})
    for packet in packets:
        for bit in range(7, 19):  # the unused bits of the first element's head
            broken = bytearray(packet)
            broken[bit // 8] ^= 128 >> bit % 8
            refused(config, bytes(broken))
    padded = [packet for packet in packets if not packet[-1] & 1]
    assert padded
    for packet in padded:
        refused(config, packet[:-1] + bytes((packet[-1] | 1,)))


def test_how_channels_would_be_mixed_is_said_once() -> None:
    config, packets = coded("tone", "stereo", "s16p", {})
    packet = packets[0]
    whole = "".join(f"{byte:08b}" for byte in packet)
    # Behind a head of 23 bits: how finely, and how much.
    none = [whole[:23] + f"{bits:08b}" + "0" * 8 + whole[39:] for bits in (0, 2)]
    first, second = (int(each, 2).to_bytes(len(packet), "big") for each in none)
    for one, other in ((first, second), (second, first)):
        follower = Follower("alac", config)
        follower.follow(one)
        follower.follow(one)
        with pytest.raises(Unverified):
            follower.follow(other)


def test_coefficients_that_no_sample_needs_are_refused() -> None:
    """A part of a frame, of as many samples as there are coefficients, all of them zeros."""
    config, _ = coded("tone", "mono", "s16p", {})
    for samples, fine in ((5, True), (4, False)):
        bits = "000" + "0000" + "0" * 12 + "1" + "00" + "0" + f"{samples:032b}" + "0" * 16
        bits += "0000" + "1001" + "100" + "00100" + f"{0x7A91C5D3B66F0E2D:064b}"
        bits += "0" * samples + "0" * 40
        ends = [bits[: 127 + at] + "111" for at in range(48)]
        whole = [each + "0" * (-len(each) % 8) for each in ends]
        followed = 0
        for each in whole:
            try:
                Follower("alac", config).follow(int(each, 2).to_bytes(len(each) // 8, "big"))
            except Unverified:
                continue
            followed += 1
        assert bool(followed) == fine


def test_elements_of_data_and_fillers_are_refused_even_empty() -> None:
    config, packets = coded("tone", "mono", "s16p", {})
    bits = "".join(f"{byte:08b}" for byte in packets[0])
    for head in ("1100000", "1100110" + "0" * 48, "100" + "0" * 13, "010" + "0" * 13):
        whole = head + bits.rstrip("0")
        whole += "0" * (-len(whole) % 8)
        refused(config, int(whole, 2).to_bytes(len(whole) // 8, "big"))


def test_the_settings_say_nothing_that_decides_nothing() -> None:
    config, _ = coded("tone", "mono", "s16p", {})
    assert len(config) == 28
    Follower("alac", config[4:])
    for at in (0, 3, 8, 14, 15, 16, 20, 23):
        broken = bytearray(config)
        broken[at] ^= 0x21
        with pytest.raises(Unverified):
            Follower("alac", bytes(broken))
    for wrong in (b"", config[:-1], config + b"\0"):
        with pytest.raises(Unverified):
            Follower("alac", wrong)


def test_nonsense_ends_with_an_answer() -> None:
    chance = random.Random(9)
    config, packets = coded("tone", "stereo", "s16p", {})
    follower, answers = Follower("alac", config), set()
    for turn in range(600):
        broken = bytearray(packets[turn % len(packets)])
        for _ in range(chance.randrange(1, 4)):
            broken[chance.randrange(min(len(broken), 90))] = chance.randrange(256)
        try:
            follower.follow(bytes(broken))
        except Unverified as caught:
            answers.add(caught.detail)
    assert "it could not be followed" not in answers  # a machine that stopped
    assert len(answers) > 2
