"""What an HEVC picture does not show is less than its largest block: no other picture is there."""

import io
import re
import struct

import av
import numpy as np
import pytest

from capture.blocks import nal
from capture.blocks.aac import Bits, BitWriter
from capture.blocks.hevc_video_set import exponential, skip_profile
from capture.errors import Unverified
from capture.verify.codes import Follower


def sets() -> tuple[bytes, list[bytes]]:
    """Return the head of an hvcC and the three parameter sets in it."""
    with av.open(io.BytesIO(), "w", format="mp4") as output:
        stream = output.add_stream("libx265", rate=25, options={"x265-params": "log-level=none"})
        stream.width, stream.height, stream.pix_fmt = 128, 128, "yuv420p"
        picture = np.zeros((128, 128, 3), dtype=np.uint8)
        output.mux(stream.encode(av.VideoFrame.from_ndarray(picture, "rgb24")))
        output.mux(stream.encode(None))
        units = re.split(rb"\0?\0\0\x01", bytes(stream.codec_context.extradata or b""))[1:4]
    profile = nal.unescaped(units[1])[3:15]
    head = b"\1" + profile + bytes.fromhex("f000fcfdf8f800000f")
    return head, units


def cropped(unit: bytes, pairs: int) -> bytes:
    """Return the sequence set with pairs of columns that are not shown."""
    body = nal.unescaped(unit)
    bits, out = Bits(body), BitWriter()
    bits.take(20)
    layers = bits.take(3)
    bits.take(1)
    skip_profile(bits, layers)
    for _ in range(4):
        exponential(bits)
    at = bits.at
    assert not bits.take(1)
    out.put(Bits(body).take(at), at)
    out.put(0b11, 2)
    out.put(pairs + 1, 2 * (pairs + 1).bit_length() - 1)
    out.put(0b11, 2)
    last = body[-1] & -body[-1]
    left = bits.left - last.bit_length()
    out.put(bits.take(left) << 1 | 1, left + 1)
    return re.sub(rb"\0\0(?=[\x00-\x03])", b"\x00\x00\x03", out.data())


def configured(head: bytes, units: list[bytes]) -> None:
    arrays = b"".join(struct.pack(">BHH", unit[0] >> 1, 1, len(unit)) + unit for unit in units)
    Follower("hevc", head + bytes((len(units),)) + arrays)


@pytest.mark.parametrize("pairs", [1, 31])
def test_the_rest_of_a_block_is_not_shown(pairs: int) -> None:
    head, (video, sequence, picture) = sets()
    configured(head, [video, cropped(sequence, pairs), picture])


@pytest.mark.parametrize("pairs", [32, 50])
def test_another_picture_beside_the_one_that_is_shown_is_refused(pairs: int) -> None:
    head, (video, sequence, picture) = sets()
    with pytest.raises(Unverified):
        configured(head, [video, cropped(sequence, pairs), picture])
