"""HEVC is followed to its last bit: nothing may stand behind a slice, in a set, or beside them."""

import base64
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
from capture.verify.movie_entries import Described, Stream
from capture.verify.movie_streams import checker

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
RARE = {
    "tiles, raw samples, 4:4:4": """
AQQIAAAAkAAAAAAAePAA/Pz4+AAADwMgAAEAGEABDAH//wQIAAADAJAAAAMAAAMAeJcCQCEAAQAfQgEBBAgAAAMAkAAAAwAAAw
B4kBkCSyy9W1Ej/2AVECIAAQAKRAHhd0xkniwDuA==,AAAAFSYBrPy4X4nUwAaZ8OsVfxRpebOInwAAACMmASFn4Ed+bgJWKWG
5nqrGBFtyTHRV5dnmBNn3hSMyQmGVwAAAAPAmATLAFoIzxj0qdmhfrTRj1n7LJHkHOjifvL6IzXuFYJysYpiQ/JkwGD85QEDkW
plHAnIQNRaVpP0RupJIjj8ouq99eOSkA5yOXMG3gMQ1Nz7Ir8rtq40TnFFbPNeZp40MVaCHfAlLPZXFoPAJu+amEQk2XEeVx53
i31Z+98pToIJ9DBZnA0pss21qAJ+GAGP7cxLsMpUpjKkGQ2Sqvn+/SFJM1x84QuCd5/fRtJp/LLo/dW60aafoyf8K/rTtHNVHs
nmVeT8teMAue3iNXLYdM8gxPTunFTDOjzQp/cEmDLcavriRp00ENfsLkS+EKuAAAAAqJgEmZ+DFNZl0BXplesa8aM/3vvOB+GU
LZOrP8uXgz7M2F4M6XT8+NqpQAAAAKSYBI2fgm/ABVIMIY9acAwWhX1XaoxahC7NwfJqnquLp54XMJzZxspCAAAAASiYBNcDoa
LDCfHI0/OjLz0cXpJie3iI0nvK+oMfmJ/CEUGekeVySj5YKPLiX2Ux44ADd2S4zUdaRpkj0nXgFz7JJfYFAXV3CBsGAAAAAFSY
BOcDUN7y1XxKc1wHsUpniPDwz8A==,AAAAvQIB0AtAFqU8hxmU9CIo9OX9qJB3aPSI2NBnvl9j7xkByD7k3p3Q/U3VfIyxhevZ
2NmuZqeFGmePFOPhuvfoyQW4xyeMPmQcWe3UbPP58h0dp5AkoT/LMPgf/BRX7mEK7pEJkzbFK1S5mMy1Tkg1hlrNHMGq9ztElN
06Jn8qHsCXRGAIOPioVFROcJqX1ma191IenRhEDZ0ZCvkmSomE+5CQ8Vg5pQA4cghhpwtNphyQD+ws+KiIOpANKUNzgA==""",
    "stretches in dependent segments": """
AQQIAAAAkAAAAAAAePAA/Pz4+AAADwMgAAEAGEABDAH//wQIAAADAJAAAAMAAAMAeJcCQCEAAQAdQgEBBAgAAAMAkAAAAwAAAw
B4sGIHFll1vT7ACiAiAAEAC0QB4fCYM2AaRETg,AAAALiYBrF+ASwKs1ezx50Mt5fggjCnw+t+sOBWXldeVnN+DGsOVzmLRM71
6s7ypCL4AAAApJgExYJflKwBjCIXnHUn/hVLnW/Yj9DOQAnlF5Le1pTgDTHuJFBC4LngAAAAaJgEx4JxK6vpWslhqNI7KK2ceZ
1wCzZsWdeAAAAANJgEisX6TOhZuwjcYhAAAAB8mASMxfpq3/BPDDXY4WBgHyfBeKx3a4tAjOGNeQA/wAAAADCYBJDF+TEKpf5B
NnAAAABkmASSxftFG37o/bvgc7qy1kdrEi970MPLAAAAAMCYBJbF+fTI4QX0co673IyByX8lkA/A5Ha3dfahYMbdaV4V7ixieR
TamgmC+yAACagAAABkmASYxfhvATur9GXMMzqDAHfugdn1lMD2AAAAAFyYBJrF+lUXFj68prRW4NZrXClQN/97aAAAACSYBN2D
PDCQfgAAAAI8mASexejcQjw6QTqfrFzfVOPJe/OR3U5QyT/UgAs09Vqq2E+94dvl5+LU21Brx6iLYKz8+svxH1YfBAT4Cjl6OD
uj3G7+eoPPtVAh9VjdTUZQUCaKeOwrLUAs4zH24wgG99/hN/paS4Y0yC4HYzK2wlFcw+ogx88AGELnQfjkRVLNRc0R5ntEjwWS
xDX2oIA==,AAAASwIB4C0AWRyxecoQ+CYk3CwnoKzr51AbzLHg67Kx3+GsJnpZW3ShM+iqyEKSE7X36cjXGOG7BVX8cYC8RICJ
ifIsdapdvWloltMRgQ==""",
    "tiles in dependent segments, gray": """
AQQIAAAAkAAAAAAAePAA/Pz4+AAADwMgAAEAGEABDAH//wQIAAADAJAAAAMAAAMAeJcCQCEAAQAdQgEBBAgAAAMAkAAAAwAAAw
B4wcg5FKWXq1K2A1EiAAEACkQB4XSYxPFgCHA=,AAABfyYBrlkP4rZoFoBXO9eAcjtEZQzEcQwZQw8cH4AxCCTJSXZsgTmRA2X
SdUMHU4VnOyCJv5j5jx3NSIVCM6S1JrUpuQ59v1JvgE9scUsTDgwoVd9Z6/oWSeQNUKsINvHyxBYdGKnhTK0YZjnUQmVsML3B5
7X0yIewvaZTJQaMsMNngGtzBX/Q1kKAkxIkSsGb1neq+3+JyaeMbMj0ccaAG1/Dm/XHkN7XU8No6YoC2l0Jn5caSn/YifAdvTU
gDDmqS7RVx9RZ5O15UiRDeuaKdiJidoKeAIlRgAP2Y7SYmiFRjfdXgh9cCiAvGZhHuuuK/eGIhGiTx/lNwG2DRDy5VUmg+lgoG
nflRtVRPRnxQuOuJvAZenW2NwgVYFN+INW9A7e4qk2fv3bxCEZdAFG6xMSYnHuez7DZvLr9+57RtNAAAJUhIArP7GojlsYo6dJ
UDqBzMeIAYqiBqU6OXZ4TccufVIjxpGoZ/OwiUtdiRQGYLcT8v/TSne71OvmydexY,AAAAGwIB0Al/l4C+FHxtmT6A77YleA0/
AIhjO+ooYAAAABECAWOAXJbRBtWwBPWJabKOWAAAABQCAWuAOoTCBVQgho92JJYZq77T1gAAABICAVKAS/y8xMUoit8YtLKWOG
AAAAAdAgFEgEv8vIHJrlVnGAGMD6QdKs9MU7A9832EBOAAAAAYAgFngBBMMFk8CZt/t4fLDZ1z7663grXIAAAAFwIBVoBL/LwR
fQrcL8F17Xd2KMqeLtbbAAAACAIBf4DFLB0s""",
    "stretches in tiles, raw samples": """
AQFgAAAAkAAAAAAAePAA/Pz4+AAADwMgAAEAGEABDAH//wFgAAADAJAAAAMAAAMAeJcCQCEAAQAdQgEBAWAAAAMAkAAAAwAAAw
B4oCiDlll6tO5l7IAiAAEACUQB4fNMNEL4kA==,AAAALyYBrwlwBli6utDEKtgV4wEBVRC2z6pOQWngo/g5AmtvDpqYEO4zASA
zDl2mnRiiAAAAUCYBITwlwAf8BBvo+EEDIMN38UgKhW+E0g+dBDDXS+uGsKiKaAzrJ2OzjrVrq9KTyIlLNyRVcDmpAQnZTbVgL
WRBIAGFkCNUWLO1wXgwHv6AAAAAFyYBIbwlwA3lijRfBOvp9yfnMyPh/DCQAAAAESYBIrwlwAANIe3GVKhHxO/UAAAAXSYBI7w
lwDbS84Q/FeupoQrDuUxpDLXgzg/H6pUlRTtUkE3aqiytmwhN23I8TO79mxz2rNAjSX+Vm+ppPPzEL1FS2RF8Hm2XFCugtX7Nr
2fLRkD/7SFDPvjhCpZbwAAAAJEmATVgfwjvJQPo6kpMjyaS2FC2E2hHA+1WUP4qKUQiLvdfC4/VFLxlSi2oaELJmqX9+i/804g
VYGXHPWwHSmgkK1f8fjgjpoCE1maRzoe+rK2ilKP8VbDamaPwRbVxtX5AJoYK6/MNzSBpGNNmT8ilxy/87c81LDiBhaBPoFtTO
Ee4yB1r5P82EfP43ELtQMPAAAAAICYBJjwlwHigGiAJVUmpW13kc7LORMjFVAvJlj4OzkHAAAAAEiYBN2AQUM3oANds4l2YjzU
pYAAAAEYmATfgBY3/Wouj4i4DaEwYencd+cCIz1/glPYx+ue1kQ932mtYcEy6BLntuebrlrPrlQHgW5nfhDSu/BW/UiKuBcMas
/+rAAAAeiYBKLwlwGYAyCFuIOJdc+yr6R5zh7KdGaQWuYmYseKrvOU3RscO23drrdrh34VHRjQ9SSGa6O3jvjiSPGWsVo27t0B
69zSokzu7iUTFpXyZWFu4U1Fqp9hhIaGAJPpHToEbK8JlkHbmvZuVmF+shliDybNQks7c19Kk,AAAADwIB4CX9kcoS4MVzPHUp
oAAAAA0CAUKAl/ZBKEuAZ0TIAAAADwIBQ4CX9kEoS4BRAEmTdAAAAAoCAWXAClxLIqrWAAAADwIBZ8DxnQPOl54yWddziAAAAA
4CAUmAl/ZHKEuA3rD6YwAAABsCAWrABkxhcUCjdiUmGhT/DJ8iS72saV70oYAAAAASAgFswMQR2a/Cyc8AZ+p1757AAAAAFwIB
b8AkaZiJ8vHyo0nwg9aXWbBAMW7IAAAAEAIBUYCX9kcoS4BwOBqWXCoAAAANAgFywEUFzfF2VBQ2wA==""",
}
"""What no encoder at hand writes: settings and two pictures each, of random choices, in base64. An
independent decoder (libde265) read the first three to their ends; it does not know the last."""


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


def bits_of(unit: bytes) -> str:
    """Return the bits of a parameter set up to its stop bit."""
    return "".join(f"{byte:08b}" for byte in nal.unescaped(unit)).rstrip("0")[:-1]


def unit_of(bits: str) -> bytes:
    """Return the parameter set of these bits, with its stop bit."""
    bits += "1" + "0" * (7 - len(bits) % 8)
    escaped = bytearray()
    for byte in int(bits, 2).to_bytes(len(bits) // 8, "big"):
        if escaped[-2:] == b"\0\0" and byte <= 3:
            escaped.append(3)
        escaped.append(byte)
    return bytes(escaped)


def grown(unit: bytes, bits: str) -> bytes:
    """Return a parameter set whose last flag before its stop bit is set, with more behind it."""
    body = bits_of(unit)
    assert body.endswith("0")
    return unit_of(body[:-1] + "1" + bits)


def numbered(unit: bytes, at: int, number: str) -> bytes:
    """Return a parameter set with another number, an Exp-Golomb code, in the place of 0."""
    body = bits_of(unit)
    assert body[at] == "1"
    return unit_of(body[:at] + number + body[at + 1 :])


@pytest.mark.parametrize("name", PARAMETERS)
def test_what_an_encoder_made_is_followed(name: str) -> None:
    settings, samples = stream(name)
    assert len(samples) == COUNT
    followed(settings, list(samples))


def rare(name: str) -> tuple[bytes, list[bytes]]:
    settings, *samples = (base64.b64decode(part) for part in RARE[name].split(","))
    return settings, samples


@pytest.mark.parametrize("name", RARE)
def test_rare_tools_are_followed_and_nothing_stands_behind_them(name: str) -> None:
    settings, samples = rare(name)
    followed(settings, samples)
    for at, unit in enumerate(units(samples[0])):
        for more in (b"\0", b"\x80", b"\xff", b"a name"):
            several = units(samples[0])
            several[at] = unit + more
            refused(settings, [sample_of(several)])
        stop = unit[-1] & -unit[-1]
        several[at] = unit[:-1] + bytes((unit[-1] ^ stop,))
        refused(settings, [sample_of(several)])


@pytest.mark.parametrize("name", RARE)
def test_rare_tools_in_nonsense_end_too(name: str) -> None:
    chance = random.Random(3)
    settings, samples = rare(name)
    for _ in range(12):
        broken = bytearray(samples[0])
        for _ in range(chance.randint(1, 5)):
            broken[chance.randrange(4, len(broken))] ^= 1 << chance.randrange(8)
        refuses(settings, bytes(broken))


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


def test_a_set_that_no_picture_uses_does_not_come_later() -> None:
    settings, samples = stream("slices")
    sets = sets_of(settings)
    other = numbered(sets[2], 16, "010")
    followed(settings, [sample_of([other]) + samples[0], *samples[1:]])
    refused(settings, [samples[0], sample_of([other]) + samples[1]])
    followed(settings, [samples[0], sample_of(sets) + samples[1], samples[2]])
    changed = grown(sets[2], "0" * 8)
    followed(settings, [samples[0], sample_of([changed]) + samples[1], samples[2]])
    refused(settings, [samples[0], sample_of([sets[2], changed, sets[2]]) + samples[1]])


def test_there_are_few_sets_of_a_kind() -> None:
    settings, samples = stream("plain")
    video, sequence, picture = sets_of(settings)
    numbers = ["010", "011", "00100", "00101"]
    more = [numbered(sequence, 120, number) for number in numbers]
    followed(with_sets(settings, [video, sequence, *more[:3], picture]), list(samples))
    refused(with_sets(settings, [video, sequence, *more, picture]), list(samples))


def test_lists_that_the_sequence_does_not_ask_for_are_refused() -> None:
    for name in ("plain", "gray, large units"):
        settings, samples = stream(name)
        video, sequence, picture = sets_of(settings)
        body = bits_of(picture)
        assert body.endswith("00100")
        scaled = unit_of(body[:-5] + "1" + "01" * 20 + "0100")
        changed = with_sets(settings, [video, sequence, scaled])
        if "scaling-list" in PARAMETERS[name][1]:
            followed(changed, list(samples))
        else:
            refused(changed, list(samples))


def test_messages_are_looked_at_whole() -> None:
    settings, samples = stream("slices")
    check = checker(Described(Stream.HEVC, SIZE, settings))
    assert check is not None
    light = b"\x4e\x01\x90\x04\x03\xe8\x01\x90\x80"
    check(sample_of([light]) + samples[0])
    for note in (b"a note", b"a note" * 200):
        with pytest.raises(Unverified) as caught:
            check(sample_of([light + note]) + samples[1])
        assert caught.value.facts["reason"] == "codes"


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


def test_the_head_of_the_settings_has_no_room() -> None:
    settings, samples = stream("plain")
    for at, bits in ((0, 2), (1, 0xC0), (3, 1), (5, 0xFF), (8, 1), (11, 0x81), (13, 0x80), (18, 8)):
        changed = bytearray(settings)
        changed[at] ^= bits
        refused(bytes(changed), list(samples))


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
