"""A video of two layers, as a phone's spatial one, is carried over with its first layer."""

import io
import random
import re

import av
import numpy as np
import pytest

from capture import examine
from capture.blocks import nal
from capture.blocks.aac import Bits, BitWriter
from capture.blocks.hevc_video_set import exponential, of_one_layer, skip_profile
from capture.blocks.nal import Family
from capture.errors import Damaged, Unverified
from capture.formats.base import Profile
from capture.verify.codes import Follower

SECRET = b"of the second layer"


def settings_of(data: bytes) -> bytes:
    at = data.index(b"hvcC")
    return data[at + 4 : at - 4 + int.from_bytes(data[at - 4 : at], "big")]


def movie() -> tuple[bytes, bytes]:
    """Return a video of HEVC, and its video parameter set."""
    sink = io.BytesIO()
    with av.open(sink, "w", format="mp4") as output:
        stream = output.add_stream("libx265", rate=25, options={"x265-params": "log-level=none"})
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
        for level in (0, 90, 200):
            picture = np.full((64, 64, 3), level, dtype=np.uint8)
            output.mux(stream.encode(av.VideoFrame.from_ndarray(picture, "rgb24")))
        output.mux(stream.encode(None))
    settings = settings_of(sink.getvalue())
    size = int.from_bytes(settings[26:28], "big")
    return sink.getvalue(), settings[28 : 28 + size]


def of_two_layers(unit: bytes) -> bytes:
    """Return a video parameter set that says the same of its first layer, and more of a second."""
    body = nal.unescaped(unit)
    bits, out, again = Bits(body), BitWriter(), Bits(body)
    bits.take(28)
    layers = bits.take(3)
    bits.take(17)
    skip_profile(bits, layers)
    for _ in range(3 * (layers + 1 if bits.take(1) else 1)):
        exponential(bits)
    out.put(again.take(22), 22)
    again.take(6)
    out.put(1, 6)
    out.put(again.take(bits.at - 28), bits.at - 28)
    # The highest layer is the second; two sets of layers, no clock; an extension.
    out.put(0b000001_010_1_1_0_1, 13)
    for byte in SECRET:
        out.put(byte, 8)
    out.put(1, 1)
    return re.sub(rb"\x00\x00(?=[\x00-\x03])", b"\x00\x00\x03", out.data())


def with_video_set(data: bytes, old: bytes, new: bytes) -> bytes:
    """Put another set into the index, which stands behind the samples."""
    assert data.index(b"mdat") < data.index(b"moov")
    told = len(old).to_bytes(2, "big") + old
    at = data.index(told)
    data = data[:at] + len(new).to_bytes(2, "big") + new + data[at + len(told) :]
    for kind in (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd", b"hev1", b"hvcC"):
        at = data.index(kind) - 4
        size = int.from_bytes(data[at : at + 4], "big") + len(new) - len(old)
        data = data[:at] + size.to_bytes(4, "big") + data[at + 4 :]
    return data


def decoded(data: bytes) -> list[bytes]:
    with av.open(io.BytesIO(data), "r") as source:
        return [frame.to_ndarray().tobytes() for frame in source.decode(video=0)]


def test_a_second_layer_is_left_out_and_the_first_stays_as_it_is() -> None:
    data, plain = movie()
    layered = with_video_set(data, plain, of_two_layers(plain))
    with pytest.raises(Unverified):
        Follower("hevc", settings_of(layered))
    copy = io.BytesIO()
    cleaning = examine.clean(io.BytesIO(layered), copy, Profile.FAITHFUL)
    examine.verify(cleaning.kind, copy, (SECRET,))
    assert decoded(copy.getvalue()) == decoded(data)
    assert len(decoded(data)) == 3


def test_what_is_left_is_a_set_of_one_layer_and_stays_so() -> None:
    _, plain = movie()
    left = nal.plain_set(of_two_layers(plain), Family.HEVC)
    assert nal.plain_set(left, Family.HEVC) == left
    assert nal.plain_set(plain, Family.HEVC) == plain
    body = nal.unescaped(left)
    assert int.from_bytes(body[:4], "big") >> 4 & 63 == 0
    assert len(left) <= len(plain)


def test_one_that_breaks_the_rules_stays_as_it_is() -> None:
    _, plain = movie()
    layered = of_two_layers(plain)
    with pytest.raises(Damaged):
        of_one_layer(layered[:12])
    assert nal.plain_set(layered[:12], Family.HEVC) == nal.trimmed(layered[:12])


def test_nonsense_ends() -> None:
    _, plain = movie()
    layered, chance = of_two_layers(plain), random.Random(5)
    for _ in range(300):
        broken = bytearray(layered)
        broken[chance.randrange(2, len(broken))] ^= 1 << chance.randrange(8)
        assert len(nal.plain_set(bytes(broken), Family.HEVC)) <= len(layered) + 8
