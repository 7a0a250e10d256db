"""Files that lie about themselves: refused by name, quickly, with nothing but our own errors."""

import io
import struct

import numpy as np
import pytest

from capture.blocks import boxes
from capture.errors import CaptureError, Damaged, TooLarge, Unsupported
from capture.formats.movie.clean import clean_faithfully
from capture.formats.movie.read import read_movie
from capture.formats.movie.tables import Samples, check_inside
from capture.progress import silent
from tests.capture.samples import movies as m


class Sink:
    """Counts what it is given."""

    def __init__(self) -> None:
        self.size = 0

    def write(self, data: bytes, /) -> int:
        self.size += len(data)
        return len(data)


def clean(data: bytes) -> None:
    clean_faithfully(io.BytesIO(data), Sink(), silent)


def patched(data: bytes, kind: bytes, offset: int, value: bytes, which: int = 0) -> bytes:
    """Overwrite bytes of a box's body; ``which`` of its kind."""
    at = -1
    for _ in range(which + 1):
        at = data.index(kind, at + 1)
    start = at + 4 + offset
    return data[:start] + value + data[start + len(value) :]


ALL_ONES = b"\xff" * 4


@pytest.mark.parametrize(
    ("kind", "offset", "value"),
    [
        (b"stsz", 8, ALL_ONES),
        (b"stsz", 4, struct.pack(">II", 1, 0xFFFFFFFF)),
        (b"stsz", 12, ALL_ONES),
        (b"stco", 8, ALL_ONES),
        (b"stco", 4, ALL_ONES),
        (b"stts", 4, ALL_ONES),
        (b"ctts", 4, ALL_ONES),
        (b"stsc", 4, ALL_ONES),
        (b"stsc", 4, bytes(4)),
        (b"stsc", 8, bytes(4)),
        (b"stsc", 12, bytes(4)),
        (b"stsc", 16, bytes(4)),
        (b"stsc", 16, ALL_ONES),
        (b"mdhd", 12, bytes(4)),
        (b"avcC", 5, ALL_ONES),
        (b"avcC", 0, b"\x09"),
        (b"avcC", 6, ALL_ONES),
    ],
)
def test_a_lying_index_is_refused(kind: bytes, offset: int, value: bytes) -> None:
    data = patched(m.Movie((m.picture(),)).build(), kind, offset, value)
    with pytest.raises((Damaged, TooLarge)):
        clean(data)
    assert read_movie(io.BytesIO(data)).traces


@pytest.mark.parametrize("offset", [-1, 1 << 40, (1 << 63) - 1])
def test_samples_that_lie_beyond_all_files_are_refused(offset: int) -> None:
    sizes, none = np.full(2, 9), np.zeros(2, np.int64)
    samples = Samples(np.array((0, offset)), sizes, none, none)
    with pytest.raises(Damaged):
        check_inside(samples, 1 << 20)
    assert check_inside(samples.part(0, 1), 9)


def test_runs_that_say_too_much_are_cut_and_too_little_filled() -> None:
    for value in (1, 2, 0xFFFFFFFF):
        data = patched(m.Movie((m.picture(),)).build(), b"stts", 8, struct.pack(">I", value))
        clean(data)


def test_samples_that_overlap_cannot_swell_the_copy() -> None:
    stream = m.coded()
    track = m.picture(stream, fixed_size=3000)
    data = m.Movie((track,)).build()
    sink = Sink()
    with pytest.raises(CaptureError):
        clean_faithfully(io.BytesIO(data), sink, silent)
    assert sink.size <= len(data)


@pytest.mark.parametrize("container", [b"moov", b"trak", b"mdia", b"minf", b"stbl", b"udta"])
def test_nesting_a_thousand_deep_is_refused(container: bytes) -> None:
    inner = b""
    for _ in range(1000):
        inner = m.box(container, inner)
    data = m.box(b"ftyp", b"isom\0\0\0\0isom") + m.box(b"moov", inner)
    with pytest.raises((Damaged, TooLarge)):
        clean(data)
    with pytest.raises(TooLarge):
        read_movie(io.BytesIO(m.box(b"ftyp", b"isom\0\0\0\0isom") + inner))


def test_a_million_boxes_are_refused() -> None:
    data = m.Movie(more_moov=m.box(b"free") * (boxes.MAX_BOXES + 1)).build()
    for work in (clean, lambda found: read_movie(io.BytesIO(found))):
        with pytest.raises(TooLarge):
            work(data)


def test_cut_anywhere_it_is_refused_or_whole() -> None:
    data = m.Movie(after=m.box(b"free", b"x" * 40)).build()
    whole = len(data) - 48
    level = boxes.scan(io.BytesIO(data), 0, len(data), boxes.Budget())
    edges = {
        edge + n
        for box in level.boxes
        for edge in (box.start, box.body, box.end)
        for n in (-1, 0, 1)
    }
    for length in sorted(edges | set(range(0, whole, 501))):
        cut = data[: max(length, 1)]
        try:
            read_movie(io.BytesIO(cut))
            clean(cut)
        except CaptureError:
            assert length < whole
        else:
            assert length >= whole


def test_a_damaged_file_still_says_what_it_says() -> None:
    data = m.Movie(more_moov=m.box(b"udta", m.box(b"\xa9mak", b"\0\4\x15\xc7Kiev"))).build()
    for broken in (patched(data, b"stco", 4, ALL_ONES), patched(data, b"mdhd", -8, ALL_ONES)):
        with pytest.raises(CaptureError):
            clean(broken)
        assert any("Kiev" in trace.value for trace in read_movie(io.BytesIO(broken)).traces)


def test_a_picture_alone_without_index_is_refused() -> None:
    with pytest.raises(Damaged):
        clean(m.box(b"ftyp", b"isom\0\0\0\0isom") + m.box(b"mdat", bytes(100)))


@pytest.mark.parametrize(
    ("codec", "said"),
    [(b"encv", "encv"), (b"jpeg", "jpeg"), (b"dvh1", "dvh1"), (b"\x01\x02\x03\x04", "????")],
)
def test_an_unknown_codec_is_named(codec: bytes, said: str) -> None:
    entry = m.picture().entry.replace(b"avc1", codec)
    track = m.data(b"vide", entry, b"sample")
    with pytest.raises(Unsupported) as caught:
        clean(m.Movie((track,)).build())
    assert caught.value.facts["codec"] == said


def _dolby(profile: int, compatible: int) -> m.Track:
    config = struct.pack(">BBHB19x", 1, 0, profile << 9 | 5 << 3 | 5, compatible << 4)
    return m.picture(m.coded("libx265"), extra=m.box(b"dvvC", config))


def test_dolby_vision_is_taken_as_its_base_or_refused() -> None:
    output = io.BytesIO()
    cleaning = clean_faithfully(io.BytesIO(m.Movie((_dolby(8, 4),)).build()), output, silent)
    assert "dolby-vision-dropped" in cleaning.steps
    assert b"dvvC" not in output.getvalue()
    with pytest.raises(Unsupported) as caught:
        clean(m.Movie((_dolby(5, 0),)).build())
    assert caught.value.facts["codec"] == "dolby-vision"
