"""AVI: everything it says is told, and an anonymous copy has none of it."""

import io
import struct
from collections.abc import Callable

import pytest

from capture.errors import Damaged, TooLarge, Unsupported
from capture.examine import clean, inspect, verify
from capture.formats.avi import Avi
from capture.formats.base import Profile
from capture.kinds import MediaKind
from capture.report import needles_of
from tests.capture.samples import movies as m


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack("<4sI", kind, len(data)) + data + bytes(len(data) % 2)


def inside(data: bytes, *more: bytes) -> bytes:
    """Put chunks at the end of the first RIFF list."""
    size = struct.unpack_from("<I", data, 4)[0]
    added = b"".join(more)
    return data[:4] + struct.pack("<I", size + len(added)) + data[8 : 8 + size] + added


def sample() -> bytes:
    return m.muxed("mpeg4", "pcm_s16le", form="avi")


def info(kind: bytes, text: bytes) -> bytes:
    return chunk(b"LIST", b"INFO" + chunk(kind, text))


def _informed(kind: str) -> Callable[[bytes], bytes]:
    return lambda canary: inside(sample(), info(kind.encode(), canary))


PLACES: dict[str, Callable[[bytes], bytes]] = {
    **{
        kind: _informed(kind)
        for kind in ("ISFT", "IART", "INAM", "ICMT", "ICRD", "IENG", "IARL", "Ixyz")
    },
    "IDIT": lambda c: inside(sample(), chunk(b"IDIT", c)),
    "JUNK": lambda c: inside(sample(), chunk(b"JUNK", c)),
    "maker's data": lambda c: inside(sample(), chunk(b"LIST", b"hydt" + chunk(b"hymn", c))),
    "stream name": lambda c: inside(sample(), chunk(b"LIST", b"strl" + chunk(b"strn", c))),
    "stream data": lambda c: inside(sample(), chunk(b"LIST", b"strl" + chunk(b"strd", c))),
    "exif list": lambda c: inside(sample(), chunk(b"LIST", b"exif" + chunk(b"emdl", c))),
    "unknown chunk": lambda c: inside(sample(), chunk(b"abcd", c)),
    "chunk among frames": lambda c: inside(sample(), chunk(b"LIST", b"movi" + chunk(b"00tx", c))),
    "after the end": lambda c: sample() + b"\xff\xff\xff\xff\xff\xff\xff\xff" + c,
    "second RIFF": lambda c: sample() + chunk(b"RIFF", b"AVIX" + chunk(b"abcd", c)),
    "user data of a frame": lambda c: inside(
        sample(), chunk(b"LIST", b"movi" + chunk(b"00dc", b"\0\0\x01\xb2" + c + b"\0\0\x01\xb6"))
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_what_stands_in_a_place_is_told_and_gone(name: str) -> None:
    canary = b"Canary7731qzx"
    data = PLACES[name](canary)
    report = inspect(io.BytesIO(data))
    assert report.kind is MediaKind.AVI
    assert any(canary.decode() in trace.value for trace in report.traces)
    output = io.BytesIO()
    made = clean(io.BytesIO(data), output, Profile.ANONYMOUS)
    verify(made.kind, output, needles_of(report))
    assert canary not in output.getvalue()
    assert not made.lossless


def test_size_and_length_are_told() -> None:
    facts = inspect(io.BytesIO(sample())).facts
    assert (facts.width, facts.height, facts.duration) == (128, 96, "1.3")


def test_a_faithful_copy_is_refused_by_name() -> None:
    with pytest.raises(Unsupported) as caught:
        clean(io.BytesIO(sample()), io.BytesIO(), Profile.FAITHFUL)
    assert caught.value.facts["codec"] == "avi"


def test_a_cut_file_still_says_what_it_says() -> None:
    data = info(b"IART", b"Somebody")
    cut = struct.pack("<4sI4s", b"RIFF", 1 << 30, b"AVI ") + data
    assert "Somebody" in {trace.value for trace in Avi().read(io.BytesIO(cut)).traces}


def test_nesting_and_nonsense_are_refused() -> None:
    inner = b""
    for _ in range(100):
        inner = chunk(b"LIST", b"abcd" + inner)
    with pytest.raises(TooLarge):
        Avi().read(io.BytesIO(chunk(b"RIFF", b"AVI " + inner)))
    with pytest.raises(Damaged):
        Avi().read(io.BytesIO(b"\0" * 40))
