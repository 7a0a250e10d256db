"""AC-3 and E-AC-3 are followed to the last bit of each frame."""

import functools
import io
import random
from pathlib import Path

import av
import numpy as np
import pytest

from capture.errors import Unverified
from capture.verify.codes import Follower

WAYS: dict[str, tuple[str, str, int, dict[str, str]]] = {
    "one": ("ac3", "mono", 44100, {}),
    "small": ("ac3", "mono", 48000, {"b": "32k"}),
    "two": ("ac3", "stereo", 44100, {"b": "96k", "channel_coupling": "1"}),
    "two, whole numbers": ("ac3_fixed", "stereo", 32000, {"b": "192k"}),
    "low": ("ac3", "2.1", 48000, {"b": "160k", "mixing_level": "100", "room_type": "small"}),
    "six": ("ac3", "5.1", 48000, {"b": "256k", "channel_coupling": "1"}),
    "enhanced, one": ("eac3", "mono", 48000, {"b": "32k"}),
    "enhanced, two": ("eac3", "stereo", 44100, {"b": "64k", "channel_coupling": "1"}),
    "enhanced, in parts": ("eac3", "stereo", 48000, {"b": "3024k"}),
    "enhanced, six": ("eac3", "5.1", 48000, {"b": "160k", "dmix_mode": "ltrt"}),
    "six, mixed down": ("ac3", "5.1", 44100, {"dmix_mode": "ltrt", "ltrt_cmixlev": "0.7"}),
}
SAMPLES = 1536 * 4
SAMPLE = (
    Path(__file__).resolve().parents[4].parent
    / "shared/corpus/sannies__mp4parser"
    / "muxer__src__test__resources__org__mp4parser__muxer__tracks__ac3-sample.mp4"
)
END = 18  # bits: whether there is other data, one that is reserved, the checksum


@functools.cache
def coded(name: str) -> tuple[bytes, tuple[bytes, ...]]:
    """Return the settings, and the frames of a tone and of noise."""
    codec, layout, rate, options = WAYS[name]
    chance = np.random.default_rng(3)
    sink = io.BytesIO()
    with av.open(sink, "w", format="mp4") as movie:
        stream = movie.add_stream(codec, rate=rate, options=options)
        assert isinstance(stream, av.AudioStream)
        stream.layout = av.AudioLayout(layout)
        channels = stream.layout.nb_channels
        values = np.zeros((channels, SAMPLES)) + 0.3 * np.sin(np.arange(SAMPLES) / 9)
        values[:, 2000:4000] += chance.normal(0, 0.2, (channels, 2000))
        frame = av.AudioFrame.from_ndarray(values.astype(np.float32), "fltp", layout)
        frame.rate = rate
        resampler = av.AudioResampler(stream.format.name, layout, rate, frame_size=1536)
        for part in (*resampler.resample(frame), *resampler.resample(None)):
            movie.mux(stream.encode(part))
        movie.mux(stream.encode(None))
    data = sink.getvalue()
    with av.open(io.BytesIO(data), "r") as made:
        frames = tuple(bytes(packet) for packet in made.demux() if packet.size)
    at = data.index(b"dac3" if codec != "eac3" else b"dec3")
    return data[at + 4 : at - 4 + int.from_bytes(data[at - 4 : at], "big")], frames


def steps() -> list[int]:
    """Return what each byte does to a checksum: x^16 + x^15 + x^2 + 1."""
    made = []
    for value in range(0, 1 << 16, 256):
        for _ in range(8):
            value = (value << 1 ^ (0x8005 if value & 0x8000 else 0)) & 0xFFFF  # noqa: PLW2901 - it is shifted out
        made.append(value)
    return made


STEPS = steps()


def checksum(data: bytes) -> int:
    value = 0
    for byte in data:
        value = (value << 8 & 0xFF00) ^ STEPS[value >> 8 ^ byte]
    return value


@functools.cache
def basis(size: int) -> dict[int, tuple[int, int]]:
    """Return sums over so many bytes, by their highest bit, with the first two that make them."""
    rows: dict[int, tuple[int, int]] = {}
    for bit in range(16):
        made = (1 << bit).to_bytes(2, "big")
        row, value = reduced(checksum(made + bytes(size - 2)), 1 << bit, rows)
        rows[row.bit_length()] = row, value
    return rows


def reduced(row: int, value: int, rows: dict[int, tuple[int, int]]) -> tuple[int, int]:
    while row.bit_length() in rows:
        other, its = rows[row.bit_length()]
        row, value = row ^ other, value ^ its
    return row, value


def summed(frame: bytes) -> bytes:
    """Put the right checksums into a frame: over five eighths, and over all of it."""
    words = len(frame) // 2
    first = 2 * (words // 2 + words // 8)
    _, found = reduced(checksum(frame[4:first]), 0, basis(first - 2))
    frame = frame[:2] + found.to_bytes(2, "big") + frame[4:]
    return frame[:-2] + checksum(frame[2:-2]).to_bytes(2, "big")


def roomy(config: bytes, frame: bytes) -> tuple[bytes, bytes]:
    """Return settings and frame for 56 kbit/s instead of 32, with zeros for the difference."""
    size, code = 224, 3  # table 5.18 of the standard
    assert len(frame) == 128
    bits = "".join(f"{byte:08b}" for byte in frame)
    longer = bits[:-END] + "0" * (8 * size - len(bits)) + bits[-END:]
    room = int(longer, 2).to_bytes(size, "big")
    value = int.from_bytes(config, "big") | code << 5
    return value.to_bytes(3, "big"), summed(room[:4] + bytes((2 * code,)) + room[5:])


def refused(config: bytes, frame: bytes) -> str:
    with pytest.raises(Unverified) as caught:
        Follower("ac3", config).follow(frame)
    assert caught.value.facts == {"part": "ac3", "reason": "codes"}
    return caught.value.detail


@pytest.mark.parametrize("name", WAYS)
def test_what_encoders_write_is_followed_and_nothing_behind_it(name: str) -> None:
    chance = random.Random(5)
    config, frames = coded(name)
    follower = Follower("ac3", config)
    assert len(frames) >= 4
    for frame in frames:
        follower.follow(frame)
    for frame in frames:
        for hidden in (b"\0", b"\xff\xff", b"hidden", bytes(20), chance.randbytes(3)):
            refused(config, frame + hidden)
        refused(config, frame * 4)
        refused(config, b"\0" + frame)
        refused(config, frame[:-1])
        refused(config, frame[: len(frame) // 2])
        at = chance.randrange(16, len(frame) * 8)
        broken = bytearray(frame)
        broken[at // 8] ^= 128 >> at % 8
        refused(config, bytes(broken))  # its checksums
    if not name.startswith("enhanced"):
        assert summed(frames[0]) == frames[0]


def test_room_at_the_end_holds_zeros_with_right_checksums_too() -> None:
    config, frames = coded("small")
    config, frame = roomy(config, frames[1])
    Follower("ac3", config).follow(frame)
    for at in range(len(frame) - 60, len(frame) - 3):
        for byte in (1, 0x80, 0xFF):
            broken = frame[:at] + bytes((byte,)) + frame[at + 1 :]
            assert "behind the last block" in refused(config, summed(broken))
    for bits in (1, 2, 3):  # the reserved bit, and that there is other data
        ended = frame[:-3] + bytes((frame[-3] | bits,)) + frame[-2:]
        refused(config, summed(ended))


def test_a_sample_has_as_many_blocks_as_the_one_before() -> None:
    config, frames = coded("enhanced, in parts")
    follower = Follower("ac3", config)
    for pair in (frames[0] + frames[1], frames[2] + frames[3]):
        follower.follow(pair)
    for other in (frames[4], frames[4] * 3):
        with pytest.raises(Unverified):
            follower.follow(other)


def test_room_at_the_end_of_an_enhanced_frame_holds_zeros() -> None:
    config, frames = coded("enhanced, one")
    bits = "".join(f"{byte:08b}" for byte in frames[1])
    longer = bits[:-END] + "0" * 160 + bits[-END:]
    room = bytearray(int(longer, 2).to_bytes(len(frames[1]) + 20, "big"))
    room[3] += 10  # words: the size of the frame
    room[-2:] = checksum(bytes(room[2:-2])).to_bytes(2, "big")
    Follower("ac3", config).follow(bytes(room))
    for at in range(len(room) - 20, len(room) - 3):
        for byte in (1, 0x80, 0xFF):
            broken = bytearray(room)
            broken[at] = byte
            broken[-2:] = checksum(bytes(broken[2:-2])).to_bytes(2, "big")
            assert "behind the last block" in refused(config, bytes(broken))


def test_room_in_a_block_holds_zeros() -> None:
    """Where each block says that bytes are left out is not known here: each bit is tried."""
    config, frames = coded("small")
    config, frame = roomy(config, frames[1])
    bits = "".join(f"{byte:08b}" for byte in frame)
    found = 0
    for at in range(64, 8 * len(frames[1])):
        left_out = "1" + f"{20:09b}" + "0" * 160
        longer = bits[:at] + left_out + bits[at + 1 : -END - 169] + bits[-END:]
        whole = summed(int(longer, 2).to_bytes(len(frame), "big"))
        if bits[at] == "1" or not accepted(config, whole):
            continue
        found += 1
        hidden = bytearray(whole)
        hidden[at // 8 + 8] ^= 0x10
        refused(config, summed(bytes(hidden)))
    assert found >= 6


def accepted(config: bytes, frame: bytes) -> bool:
    try:
        Follower("ac3", config).follow(frame)
    except Unverified:
        return False
    return True


def test_how_it_is_to_be_played_is_said_once_for_all() -> None:
    """Bits of a head that decide nothing in the frame, as how loud it is meant to be."""
    config, frames = coded("small")
    told = 0
    for bit in range(48, 64):
        other = bytearray(frames[2])
        other[bit // 8] ^= 128 >> bit % 8
        if accepted(config, summed(bytes(other))):
            told += 1
            follower = Follower("ac3", config)
            follower.follow(frames[1])
            with pytest.raises(Unverified):
                follower.follow(summed(bytes(other)))
    assert told > 4


def test_what_another_encoder_wrote_at_half_the_rate_is_followed() -> None:
    if not SAMPLE.exists():
        pytest.skip("without the development corpus")
    data = SAMPLE.read_bytes()
    at = data.index(b"dac3") + 4
    with av.open(io.BytesIO(data), "r") as movie:
        frames = [bytes(packet) for packet in movie.demux(movie.streams.audio[0]) if packet.size]
    follower = Follower("ac3", data[at : at + 3])
    assert len(frames) == 320
    for frame in frames[::8]:
        follower.follow(frame)


def test_the_settings_are_those_of_each_frame() -> None:
    config, frames = coded("six")
    value = int.from_bytes(config, "big")
    for bit in (0, 4, 5, 10, 11, 14, 17, 22):
        wrong = (value ^ 1 << bit).to_bytes(3, "big")
        with pytest.raises(Unverified):
            Follower("ac3", wrong).follow(frames[0])
    for short in (b"", config[:2], config + b"\0"):
        with pytest.raises(Unverified):
            Follower("ac3", short)
    enhanced, frames = coded("enhanced, six")
    value = int.from_bytes(enhanced, "big")
    for bit in (0, 1, 5, 8, 10, 15, 18, 22, 26):
        wrong = (value ^ 1 << bit).to_bytes(5, "big")
        with pytest.raises(Unverified):
            Follower("ac3", wrong).follow(frames[0])
    with pytest.raises(Unverified):
        Follower("ac3", enhanced + bytes(3))
    refused(config, frames[0])


def test_nonsense_ends_with_an_answer() -> None:
    chance = random.Random(9)
    config, frames = coded("six")
    follower, answers = Follower("ac3", config), set()
    for turn in range(120):
        broken = bytearray(frames[turn % len(frames)])
        for _ in range(chance.randrange(1, 4)):
            broken[chance.randrange(8, min(len(broken), 300))] = chance.randrange(256)
        try:
            follower.follow(summed(bytes(broken)))
        except Unverified as caught:
            answers.add(caught.detail)
    assert "it could not be followed" not in answers  # a machine that stopped
    assert len(answers) > 2
