"""Whole videos, written by FFmpeg, cleaned and compared with the stock tools."""

import io
import re
import subprocess
from pathlib import Path

import pytest

from capture.errors import CaptureError, Unsupported
from capture.examine import clean, inspect, verify
from capture.formats.base import Cleaning, Profile
from capture.formats.mp4 import Mp4
from capture.kinds import MediaKind
from capture.report import Harm, needles_of
from tests.capture.samples import movies as m
from tests.conftest import Tool

FILES = (
    ("libx264", "aac", "mp4"),
    ("libx264", "aac", "mov"),
    ("libx265", "aac", "mp4"),
    ("libsvtav1", "libopus", "mp4"),
    ("libvpx-vp9", "alac", "mp4"),
    ("mpeg4", "ac3", "mp4"),
    ("libx264", "pcm_s16le", "mov"),
    ("libx264", "pcm_f32le", "mov"),
    ("", "eac3", "mp4"),
)
STRUCTURE = re.compile(
    r"\[(QuickTime|Track\d)\] +(MajorBrand|MinorVersion|CompatibleBrands|\w*Version|\w*TimeScale|"
    r"\w*Duration|PreferredRate|PreferredVolume|MatrixStructure|PreviewTime|PosterTime|"
    r"SelectionTime|CurrentTime|NextTrackID|MediaData\w*|TrackID|TrackLayer|TrackVolume|"
    r"ImageWidth|ImageHeight|SourceImage\w+|HandlerType|HandlerClass|GraphicsMode|OpColor|"
    r"CompressorID|XResolution|YResolution|BitDepth|\w*Configuration|Color\w+|"
    r"TransferCharacteristics|MatrixCoefficients|VideoFullRangeFlag|VideoFrameRate|"
    r"SyncSampleTable|SampleToChunk|SampleSizes|ChunkOffset\w*|CompositionTimeToSample|"
    r"TimeToSampleTable|Balance|Audio\w+|Unknown_(esds|hvcC|edts|av1C|vpcC|dOps|alac|dac3|dec3)|"
    r"PixelAspectRatio|CleanAperture\w+|GenFlags|GenGraphicsMode|GenOpColor|GenBalance|"
    r"LayoutFlags|AudioVendorID|TrackProperty) +:"
)
NEUTRAL = re.compile(r"(Create|Modify)Date +: 0000:00:00 00:00:00$|LanguageCode +: und$")


def cleaned(data: bytes, profile: Profile = Profile.FAITHFUL) -> tuple[bytes, Cleaning]:
    """Clean as the product does: inspect, clean, read again."""
    report = inspect(io.BytesIO(data))
    output = io.BytesIO()
    cleaning = clean(io.BytesIO(data), output, profile)
    verify(cleaning.kind, output, needles_of(report))
    return output.getvalue(), cleaning


def frames(ffmpeg: str, path: Path) -> str:
    """Hash every decoded frame and every piece of sound, with its times."""
    command = [ffmpeg, "-v", "error", "-i", str(path), "-f", "framemd5", "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(("video", "audio", "form"), FILES)
def test_every_frame_and_its_time_is_the_same(
    video: str, audio: str, form: str, tool: Tool, tmp_path: Path
) -> None:
    source = m.muxed(video, audio, form=form)
    output, cleaning = cleaned(source)
    (tmp_path / "before").write_bytes(source)
    (tmp_path / "after").write_bytes(output)
    ffmpeg = tool("ffmpeg")
    before = frames(ffmpeg, tmp_path / "before")
    assert before.count("\n") > 40
    assert frames(ffmpeg, tmp_path / "after") == before
    assert cleaning.lossless
    assert cleaning.kind is (MediaKind.MOV if "pcm" in audio else MediaKind.MP4)


@pytest.mark.parametrize(("video", "audio", "form"), FILES)
def test_cleaning_again_changes_nothing(video: str, audio: str, form: str) -> None:
    once, _ = cleaned(m.muxed(video, audio, form=form))
    twice, _ = cleaned(once)
    assert twice == once
    report = inspect(io.BytesIO(once))
    assert report.traces == ()
    assert report.embedded == ()


@pytest.mark.parametrize(("video", "audio", "form"), FILES)
def test_exiftool_finds_only_structure(
    video: str, audio: str, form: str, tool: Tool, tmp_path: Path
) -> None:
    path = tmp_path / "cleaned"
    path.write_bytes(cleaned(m.muxed(video, audio, form=form))[0])
    command = [tool("exiftool"), "-a", "-u", "-ee3", "-G1", "-s", str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    ours = [line for line in said.splitlines() if line.startswith(("[QuickTime]", "[Track"))]
    assert [x for x in ours if not STRUCTURE.match(x) and not NEUTRAL.search(x)] == []
    others = {line[1 : line.index("]")] for line in said.splitlines()}
    assert not others - {"QuickTime", "Track1", "Track2", "ExifTool", "System", "File", "Composite"}


def test_a_fragmented_file_becomes_a_plain_one(tool: Tool, tmp_path: Path) -> None:
    source = m.muxed(movflags="frag_keyframe+empty_moov+default_base_moof")
    assert source.count(b"moof") > 2
    output, _ = cleaned(source)
    assert b"moof" not in output
    (tmp_path / "before").write_bytes(source)
    (tmp_path / "after").write_bytes(output)
    ffmpeg = tool("ffmpeg")
    shown = [
        [line.split(",")[-1] for line in frames(ffmpeg, tmp_path / name).splitlines()]
        for name in ("before", "after")
    ]
    assert shown[0] == shown[1]


def test_what_it_says_is_told_and_gone() -> None:
    source = m.muxed()
    report = inspect(io.BytesIO(source))
    tags = {trace.tag.rsplit("/", 1)[-1]: trace for trace in report.traces}
    place = tags["com.apple.quicktime.location.ISO6709"]
    assert (place.harm, place.value) == (Harm.LOCATION, "+48.8584+002.2945+35/")
    assert (report.facts.latitude, report.facts.longitude) == ("48.858400", "2.294500")
    assert report.facts.device == "Kamerawerk"
    assert (report.facts.width, report.facts.height, report.facts.duration) == (128, 96, "1.3")
    assert any("x264" in trace.value for trace in report.traces)
    assert any("Lavc" in trace.value for trace in report.traces)
    output, _ = cleaned(source)
    for said in (b"48.8584", b"Kamerawerk", b"Gizli", b"x264", b"Lavc", b"Lavf", b"Handler"):
        assert said in source
        assert said not in output


def test_an_anonymous_copy_is_everybodys(tool: Tool, tmp_path: Path) -> None:
    sources = [m.muxed(), m.muxed("libx265", "pcm_s16le", form="mov"), m.muxed("mpeg4", "ac3")]
    heads = []
    for source in sources:
        output, cleaning = cleaned(source, Profile.ANONYMOUS)
        assert not cleaning.lossless
        assert cleaning.kind is MediaKind.MP4
        report = inspect(io.BytesIO(output))
        assert report.traces == ()
        assert abs(float(report.facts.duration or 0) - 1.3) < 0.2
        heads.append(output[output.index(b"stsd") : output.index(b"stts")])
    assert heads[0] == heads[1] == heads[2]
    (tmp_path / "copy.mp4").write_bytes(output)
    assert frames(tool("ffmpeg"), tmp_path / "copy.mp4").count("\n") > 40


def test_an_anonymous_copy_is_upright() -> None:
    source = m.Movie((m.picture(matrix=m.QUARTER), m.sound())).build()
    assert inspect(io.BytesIO(source)).facts.width == 48
    output, _ = cleaned(source, Profile.ANONYMOUS)
    facts = inspect(io.BytesIO(output)).facts
    assert (facts.width, facts.height) == (48, 64)
    assert output.count(m.UNITY) == 3


@pytest.mark.parametrize(("audio", "name"), [("libmp3lame", "mp3")])
def test_what_cannot_be_carried_over_is_named(audio: str, name: str) -> None:
    source = m.muxed(audio=audio)
    with pytest.raises(Unsupported) as caught:
        cleaned(source)
    assert caught.value.facts["codec"] == name
    cleaned(source, Profile.ANONYMOUS)


def test_the_corpus_leaves_nothing(corpus: Path) -> None:
    paths = [
        path
        for path in sorted(corpus.rglob("*"))
        if path.suffix.lower() in (".mp4", ".mov", ".3gp", ".m4v")
    ]
    refused = {}
    for path in paths:
        with path.open("rb") as source:
            report = inspect(source)
            output = io.BytesIO()
            try:
                kind = clean(source, output, Profile.FAITHFUL).kind
            except CaptureError as error:
                refused[path.name] = error.facts.get("codec", error.code)
                continue
        verify(kind, output, needles_of(report))
    assert len(paths) - len(refused) >= 23
    assert set(refused.values()) <= {"jpeg", "s263", "samr", "dtse", "damaged"}


def test_it_is_the_format_of_both_kinds() -> None:
    assert [kind for kind in MediaKind if Mp4().accepts(kind)] == [MediaKind.MP4, MediaKind.MOV]
