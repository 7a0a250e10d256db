"""Opus is followed to the last bit of each frame: what is there is heard, or refused."""

import contextlib
import random
import struct
from fractions import Fraction

import av
import numpy as np
import pytest

from capture.errors import Unverified
from capture.verify.codes import Follower

RATE = 48_000
WAYS: dict[str, tuple[str, str, int, dict[str, str]]] = {
    "voice note": ("voice", "mono", 16_000, {"application": "voip", "cutoff": "8000"}),
    "narrow voice": ("voice", "mono", 6_000, {"application": "voip", "frame_duration": "40"}),
    "voice twice": (
        "voice",
        "stereo",
        24_000,
        {"application": "voip", "frame_duration": "60", "fec": "1", "packet_loss": "20"},
    ),
    "padded voice": ("voice", "mono", 14_000, {"application": "voip", "vbr": "off"}),
    "both": ("voice", "stereo", 32_000, {"application": "voip"}),
    "turning": ("turns", "stereo", 24_000, {"application": "audio"}),
    "music": ("music", "stereo", 96_000, {"application": "audio"}),
    "short": ("music", "mono", 64_000, {"application": "lowdelay", "frame_duration": "2.5"}),
    "long": ("music", "stereo", 40_000, {"application": "audio", "frame_duration": "120"}),
    "all there is": ("music", "stereo", 510_000, {"application": "audio"}),
    "silence": ("silence", "stereo", 64_000, {"application": "audio", "vbr": "off"}),
    "5.1": ("music", "5.1", 256_000, {"application": "audio", "mapping_family": "1"}),
}
Sound = np.ndarray[tuple[int, int], np.dtype[np.float32]]
Coded = tuple[bytes, list[bytes]]


def sound(kind: str, channels: int) -> Sound:
    """Return 0.6 s of something like it, or 2 s where one turns into the other."""
    chance = np.random.default_rng(5)
    time = np.arange(RATE * 2 if kind == "turns" else RATE * 3 // 5) / RATE
    voice = sum(
        np.sin(2 * np.pi * 130 * k * time) * np.exp(-((k - 5) ** 2) / 9) for k in range(1, 20)
    )
    voice = voice * 0.3 * (1 + np.sin(2 * np.pi * 4 * time))
    music = 0.3 * np.sin(2 * np.pi * 220 * time) + chance.normal(0, 0.1, time.size)
    made = {
        "voice": voice,
        "music": music,
        "silence": np.zeros(time.size),
        "turns": np.where((time > 0.8) & (time < 1.4), music, voice),
    }[kind]
    both = [np.roll(made, 40 * channel) * 0.8**channel for channel in range(channels)]
    return np.array(both, dtype=np.float32)


def settings(head: bytes) -> bytes:
    """Return as MP4 has it (dOps) what Matroska and Ogg have (OpusHead)."""
    fields = struct.unpack_from("<BHIhB", head, 9)
    return struct.pack(">BBHIhB", 0, *fields) + head[19:]


def coded(way: str) -> Coded:
    """Return the settings and the packets of one way to code."""
    kind, layout, rate, options = WAYS[way]
    coder = av.CodecContext.create("libopus", "w")
    assert isinstance(coder, av.AudioCodecContext)
    coder.sample_rate, coder.layout, coder.format = RATE, layout, "flt"
    coder.bit_rate, coder.time_base, coder.options = rate, Fraction(1, RATE), options
    coder.open()
    values, packets = sound(kind, coder.channels), []
    for start in range(0, values.shape[1] - coder.frame_size + 1, coder.frame_size):
        part = values[:, start : start + coder.frame_size].T.reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(part), "flt", layout)
        frame.sample_rate, frame.pts, frame.time_base = RATE, start, Fraction(1, RATE)
        packets += coder.encode(frame)
    packets += coder.encode(None)
    return settings(bytes(coder.extradata or b"")), [bytes(packet) for packet in packets]


@pytest.fixture(scope="module")
def streams() -> dict[str, Coded]:
    return {way: coded(way) for way in WAYS}


def followed(stream: tuple[bytes, list[bytes]]) -> None:
    follower = Follower("opus", stream[0])
    for packet in stream[1]:
        follower.follow(packet)


def refused(stream: tuple[bytes, list[bytes]]) -> None:
    with pytest.raises(Unverified) as caught:
        followed(stream)
    assert caught.value.facts["reason"] == "codes"


def heard(packets: list[bytes]) -> bytes:
    """Return what another decoder makes of them, to the last bit."""
    decoder = av.CodecContext.create("opus", "r")
    assert isinstance(decoder, av.AudioCodecContext)
    made = b""
    for packet in packets:
        try:
            frames = decoder.decode(av.Packet(packet))
        except av.FFmpegError:
            return made + b"broken"
        made += b"".join(frame.to_ndarray().tobytes() for frame in frames)
    return made


@pytest.mark.parametrize("way", WAYS)
def test_what_encoders_write_is_followed_to_its_end(way: str, streams: dict[str, Coded]) -> None:
    assert len(streams[way][1]) > 4
    followed(streams[way])


@pytest.mark.parametrize("way", ["voice note", "narrow voice", "both", "music", "short"])
def test_a_bit_that_is_another_is_heard_or_refused(way: str, streams: dict[str, Coded]) -> None:
    head, packets = streams[way]
    before, middle, after = packets[4:6], packets[6], packets[7:8]
    as_it_was, caught = heard([*before, middle, *after]), 0
    for bit in range(8, len(middle) * 8, 7):
        other = bytearray(middle)
        other[bit // 8] ^= 128 >> bit % 8
        stream = [*before, bytes(other), *after]
        try:
            followed((head, stream))
        except Unverified:
            caught += 1
            continue
        assert heard(stream) != as_it_was
    assert caught > 10


@pytest.mark.parametrize("way", ["voice note", "narrow voice"])
def test_nothing_follows_the_last_bit_of_speech(way: str, streams: dict[str, Coded]) -> None:
    chance = random.Random(7)
    head, packets = streams[way]
    for at in range(2, len(packets) - 1, 3):
        for count in (1, 2, 3, 20):
            hidden = chance.choice((bytes(count), b"\xff" * count, chance.randbytes(count)))
            changed = packets[at] + hidden
            if count < 3 or not any(hidden):
                refused((head, [*packets[:at], changed, *packets[at + 1 :]]))
        if packets[at][0] & 3 == 0 and len(packets[at]) > 8:
            refused((head, [*packets[:at], packets[at] + b"a text " * 3, packets[at + 1]]))


def test_padding_is_zeros(streams: dict[str, Coded]) -> None:
    head, packets = streams["padded voice"]
    padded = [packet for packet in packets if packet[0] & 3 == 3 and packet[1] & 64 and packet[2]]
    assert padded
    for packet in padded:
        at = len(packet) - packet[2]
        refused((head, [packet[:at] + b"\1" + packet[at + 1 :]]))
        refused((head, [packet[:-1] + b"\x80"]))


def test_what_silence_does_not_need_is_zeros(streams: dict[str, Coded]) -> None:
    head, packets = streams["silence"]
    silent = packets[-1]
    assert silent.endswith(bytes(100))
    for at in range(3, len(silent), 7):
        refused((head, [silent[:at] + b"\1" + silent[at + 1 :]]))


def test_a_frame_that_nobody_looks_at_is_empty(streams: dict[str, Coded]) -> None:
    head = streams["voice note"][0]
    followed((head, [b"\x08", b"\x08\0", b"\x1b\x02"]))
    refused((head, [b"\x08\1"]))
    kinds = [bytes([config << 3]) for config in (1, 1, 5, 5, 9)]
    followed((head, kinds[:4]))
    refused((head, kinds))


@pytest.mark.parametrize(
    "changed",
    [b"", b"\1", b"\3\0", b"\3\x31", b"\x0a\xff", b"\x0b\xc1\0", b"\x0b\x41\xff", b"\x1b\x03"],
)
def test_packets_that_break_the_rules_are_refused(
    changed: bytes, streams: dict[str, Coded]
) -> None:
    refused((streams["voice note"][0], [changed + (b"\0" if changed == b"\1" else b"")]))


def test_streams_are_as_many_as_are_heard(streams: dict[str, Coded]) -> None:
    head, packets = streams["5.1"]
    assert head[:2] == b"\0\6"
    refused((head, [packets[3] + b"\0"]))
    refused((head, [packets[3][:40]]))
    for broken in (head[:-1], head + b"\0", head[:-1] + b"\1", head[:11] + b"\7" + head[12:]):
        refused((broken, []))


def test_settings_that_hold_anything_else_are_refused() -> None:
    good = struct.pack(">BBHIhB", 0, 2, 312, RATE, 0, 0)
    followed((good, []))
    rates = [struct.pack(">I", rate) for rate in (1, 47_999, 0xFFFFFFFF)]
    others = [good[:4] + rate + good[8:] for rate in rates]
    for broken in (b"", good[:10], good + b"\0", b"\1" + good[1:], b"\0\0" + good[2:], *others):
        refused((broken, []))
    refused((good[:10] + b"\3" + bytes(20), []))


def test_nonsense_ends_at_once(streams: dict[str, Coded]) -> None:
    chance = random.Random(3)
    for way in ("voice twice", "turning", "5.1"):
        head, packets = streams[way]
        for packet in packets[:30]:
            broken = bytearray(packet)
            for _ in range(chance.randrange(1, 5)):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            cut = bytes(broken[: chance.randrange(1, len(broken) + 1)])
            with contextlib.suppress(Unverified):
                followed((head, [cut]))
