"""Matroska and WebM become movies of ours, frame for frame."""

import io
import struct
import subprocess
from pathlib import Path

import pytest

from capture.blocks import ebml
from capture.blocks.boxes import Budget
from capture.errors import Damaged, TooLarge, Unsupported
from capture.examine import clean, inspect, verify
from capture.formats.base import Profile
from capture.formats.matroska.clean import clean_matroska, opus_length
from capture.formats.matroska.read import read_matroska
from capture.kinds import MediaKind, sniff
from capture.progress import silent
from capture.report import needles_of
from tests.capture.samples import mkvs as k
from tests.capture.samples import movies as m
from tests.conftest import Tool

FILES = (
    ("libx264", "aac", "matroska"),
    ("libx265", "ac3", "matroska"),
    ("libsvtav1", "libopus", "webm"),
    ("libvpx-vp9", "libopus", "webm"),
    ("mpeg4", "pcm_s16le", "matroska"),
    ("libx264", "alac", "matroska"),
)


def cleaned(data: bytes, profile: Profile = Profile.FAITHFUL) -> bytes:
    report = inspect(io.BytesIO(data))
    output = io.BytesIO()
    verify(clean(io.BytesIO(data), output, profile).kind, output, needles_of(report))
    return output.getvalue()


def frames(ffmpeg: str, path: Path, data: bytes) -> dict[str, list[tuple[float, str]]]:
    """Hash every decoded frame, by stream, each with its time in seconds."""
    path.write_bytes(data)
    command = [ffmpeg, "-v", "error", "-i", str(path), "-f", "framemd5", "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    bases: dict[str, float] = {}
    found: dict[str, list[tuple[float, str]]] = {}
    for line in said.splitlines():
        if line.startswith("#tb "):
            stream, base = line[4:].split(": ")
            top, bottom = base.split("/")
            bases[stream] = int(top) / int(bottom)
        elif not line.startswith("#"):
            fields = [field.strip() for field in line.split(",")]
            found.setdefault(fields[0], []).append((int(fields[2]) * bases[fields[0]], fields[-1]))
    return found


@pytest.mark.parametrize(("video", "audio", "form"), FILES)
def test_every_frame_is_the_same_and_in_its_time(
    video: str, audio: str, form: str, tool: Tool, tmp_path: Path
) -> None:
    source = m.muxed(video, audio, form=form)
    ffmpeg = tool("ffmpeg")
    before = frames(ffmpeg, tmp_path / "before", source)
    after = frames(ffmpeg, tmp_path / "after", cleaned(source))
    assert len(before["0"]) == 40
    for stream, rows in before.items():
        # FFmpeg rounds what is not to be heard of Opus to milliseconds here, and not in MP4;
        # the padding of its last packet is heard there.
        inner = slice(1, -2) if audio == "libopus" and stream == "1" else slice(None)
        assert [row[1] for row in after[stream][inner]] == [row[1] for row in rows[inner]]
        for (was, _), (now, _) in zip(rows, after[stream], strict=True):
            assert now == pytest.approx(was, abs=0.04)


def test_a_file_of_a_live_recorder_is_whole(tool: Tool, tmp_path: Path) -> None:
    ffmpeg = tool("ffmpeg")
    plain = frames(ffmpeg, tmp_path / "plain", cleaned(k.Mkv().build()))
    live = frames(ffmpeg, tmp_path / "live", cleaned(k.Mkv(live=True).build()))
    assert plain == live
    source = frames(ffmpeg, tmp_path / "source", k.Mkv().build())
    for stream in "01":
        assert [row[1] for row in source[stream]] == [row[1] for row in plain[stream]]


def test_what_it_says_is_told_and_gone() -> None:
    source = m.muxed(form="matroska")
    report = inspect(io.BytesIO(source))
    assert report.kind is MediaKind.MKV
    assert (report.facts.latitude, report.facts.longitude) == ("48.858400", "2.294500")
    assert (report.facts.width, report.facts.height) == (128, 96)
    output = cleaned(source)
    for said in (b"48.8584", b"Kamerawerk", b"Gizli", b"x264", b"Lavf", b"Lavc"):
        assert said in source
        assert said not in output
    assert sniff(output[:64]) is MediaKind.MP4


def test_what_cannot_be_carried_over_is_named() -> None:
    source = m.muxed(audio="flac", form="matroska")
    with pytest.raises(Unsupported) as caught:
        cleaned(source)
    assert caught.value.facts["codec"] == "A_FLAC"
    cleaned(source, Profile.ANONYMOUS)


def test_frames_that_are_compressed_once_more_are_refused() -> None:
    data = k.Mkv(more_video=k.el(0x6D80, k.el(0x6240, k.el(0x5034)))).build()
    with pytest.raises(Unsupported):
        clean_matroska(io.BytesIO(data), io.BytesIO(), silent)


def shown_as(width: int, height: int, unit: int) -> bytes:
    shape = k.el(0xE0, k.num(0x54B0, width), k.num(0x54BA, height), k.num(0x54B2, unit))
    return k.Mkv(more_video=shape).build()


@pytest.mark.parametrize(
    ("shown", "size"),
    [
        ((128, 96, 0), (128, 96)),
        ((16, 9, 3), (85, 48)),
        ((4, 3, 1), (64, 48)),
        ((0, 0, 3), (64, 48)),
        ((1 << 40, 48, 0), (64, 48)),
        (((1 << 64) - 1, 1, 3), (64, 48)),
    ],
)
def test_a_picture_is_shown_in_its_shape(
    shown: tuple[int, int, int], size: tuple[int, int]
) -> None:
    source = shown_as(*shown)
    for data in (source, cleaned(source)):
        facts = inspect(io.BytesIO(data)).facts
        assert (facts.width, facts.height) == size


@pytest.mark.parametrize("edge", [0x54AA, 0x54BB, 0x54CC, 0x54DD])
def test_edges_that_some_players_hide_are_told(edge: int) -> None:
    def said(count: int) -> list[str]:
        source = k.Mkv(more_video=k.el(0xE0, k.num(edge, count))).build()
        traces = inspect(io.BytesIO(source)).traces
        return [trace.value for trace in traces if "PixelCrop" in trace.tag]

    assert said(8) == []
    (told,) = said(400)
    assert told.startswith("400 pixels")


def test_a_clock_of_ticks_longer_than_a_second_is_refused() -> None:
    source = io.BytesIO(k.Mkv(scale=2_000_000_000).build())
    assert read_matroska(source).facts.width == 64
    with pytest.raises(Damaged, match="clock"):
        clean_matroska(source, io.BytesIO(), silent)


def test_a_pause_that_no_table_can_say_is_refused_and_not_cut() -> None:
    late = k.el(k.CLUSTER, k.num(0xE7, 100_000_000), k.el(0xA3, b"\x82\0\0\x80", bytes(9)))
    source = io.BytesIO(k.Mkv(more_segment=late).build())
    with pytest.raises(TooLarge):
        clean_matroska(source, io.BytesIO(), silent)


@pytest.mark.parametrize(
    ("bits", "channels"), [(1 << 40, 1), (0, 1), (16, 1 << 40), (16, 0), (65, 1)]
)
def test_a_sound_of_impossible_numbers_is_refused(bits: int, channels: int) -> None:
    shape = (k.el(0xB5, struct.pack(">d", 48_000)), k.num(0x6264, bits), k.num(0x9F, channels))
    track = (k.num(0xD7, 2), k.num(0x83, 2), k.el(0x86, b"A_PCM/INT/LIT"), k.el(0xE1, *shape))
    source = io.BytesIO(k.Mkv(sound=k.el(0xAE, *track)).build())
    assert read_matroska(source).facts.width == 64
    with pytest.raises(Damaged):
        clean_matroska(source, io.BytesIO(), silent)


def test_nesting_a_thousand_deep_is_refused() -> None:
    inner = b""
    for _ in range(1000):
        inner = k.el(0x1254C367, inner)
    with pytest.raises(TooLarge):
        read_matroska(io.BytesIO(k.Mkv(more_segment=inner).build()))


@pytest.mark.parametrize("data", [b"", b"\0" * 9, b"\x1a\x45\xdf\xa3", b"\x1a\x45\xdf\xa3\x8fx"])
def test_no_matroska_is_damage(data: bytes) -> None:
    for work in (read_matroska, lambda source: clean_matroska(source, io.BytesIO(), silent)):
        with pytest.raises(Damaged):
            work(io.BytesIO(data))


def test_elements_end_where_they_break_the_rules() -> None:
    for data in (b"\0", b"\x1a", b"\xec", b"\xec\x82x", b"\xec\x01" + b"\xfe" * 7, b"\x08\x80"):
        assert list(ebml.elements(io.BytesIO(data), 0, len(data), Budget())) == []
    for broken in (b"", b"\x40", b"\0" * 9):
        with pytest.raises(Damaged):
            ebml.vint(broken, 0)
    assert ebml.vint(b"\x40\x7f\xff", 0) == (127, 2)
    assert (ebml.real(b""), ebml.real(struct.pack(">f", 1.5))) == (0, 1.5)
    with pytest.raises(Damaged):
        ebml.real(b"abc")


def test_lengths_of_opus() -> None:
    assert [opus_length(bytes((toc, 3))) for toc in (0, 0x18, 0x63, 0xFC, 0xFB)] == [
        480, 2880, 1440, 960, 2880,
    ]  # fmt: skip
    assert opus_length(b"") == 0
