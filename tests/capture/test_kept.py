"""What a witness keeps is in the copy, exactly as chosen, readable by anybody; nothing else is."""

import io
import json
import struct
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from capture import examine
from capture.blocks.needle import place_needles, text_needles
from capture.cleaning import CleanStatus, Keep, clean_files
from capture.errors import Unsupported, Unverified
from capture.formats.base import Profile
from capture.formats.kept import can_keep, check, with_kept
from capture.isolate import MediaPool
from capture.kinds import EXTENSIONS, MediaKind
from capture.progress import silent
from capture.reveal import Kept, RevealPlace, RevealTime, kept
from capture.sources.folder import find
from tests.capture.contracts.specimens import carried_over, specimen
from tests.capture.samples import jpegs, tiff_files
from tests.conftest import Tool

KINDS = [kind for kind in MediaKind if can_keep(kind)]
OTHERS = [kind for kind in MediaKind if not can_keep(kind)]
"""Kinds of which no cleaned copy is made: it is a JPEG or an MP4."""
PLAYED = [kind for kind in OTHERS if kind.is_video]
DEVELOPED = [MediaKind.DNG, MediaKind.NEF, MediaKind.RAW]
"""LibRaw develops what is made here of these; all raw files take one way."""
LATITUDE, LONGITUDE, TAKEN = "48.208174", "-16.373819", "2024-05-01T10:00:03+02:00"
NEEDLES = (
    *place_needles(float(LATITUDE), float(LONGITUDE)),
    *text_needles("2024:05:01 10:00:03"),
    *text_needles("2024-05-01T10:00:03"),
)
SAMPLES = Path(__file__).resolve().parents[2] / "ui" / "cli" / "samples"
PHOTO = SAMPLES / "IMG_20240501_184207.jpg"
by_name = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.value)


def chosen(place: RevealPlace = RevealPlace.EXACT, time: RevealTime = RevealTime.EXACT) -> Kept:
    found = kept(LATITUDE, LONGITUDE, TAKEN, place, time)
    assert found is not None
    return found


def keeping(kind: MediaKind, what: Kept) -> bytes:
    output = io.BytesIO()
    examine.clean_keeping(io.BytesIO(specimen(kind)), output, Profile.FAITHFUL, what)
    return output.getvalue()


def verify(kind: MediaKind, data: bytes, what: Kept) -> None:
    kind = MediaKind.MP4 if kind is MediaKind.MOV else kind  # ours is one of ISO's
    examine.verify_keeping(kind, io.BytesIO(data), NEEDLES, what)


@by_name
@pytest.mark.parametrize("time", [RevealTime.MONTH, RevealTime.EXACT])
def test_the_second_reading_takes_the_chosen_block_and_the_rest_is_as_ever(
    kind: MediaKind, time: RevealTime
) -> None:
    what = chosen(RevealPlace.CITY, time)
    data = keeping(kind, what)
    verify(kind, data, what)
    with pytest.raises(Unverified):
        examine.verify(kind, io.BytesIO(data), NEEDLES)
    plain = carried_over(kind)
    assert plain is not None
    with pytest.raises(Unverified):
        verify(kind, plain, what)


@by_name
def test_any_other_block_is_refused(kind: MediaKind) -> None:
    what, other = chosen(), chosen(time=RevealTime.DAY)
    data = keeping(kind, what)
    with pytest.raises(Unverified):
        verify(kind, data, other)
    block = what.exif[0][-60:] if kind is MediaKind.JPEG else what.xmp
    at = data.index(block)
    for place in (at, at + len(block) // 2, at + len(block) - 1):
        changed = data[:place] + bytes((data[place] ^ 1,)) + data[place + 1 :]
        with pytest.raises(Unverified):
            verify(kind, changed, what)


@by_name
def test_a_block_does_not_hide_what_was_not_cleaned(kind: MediaKind) -> None:
    what = chosen()
    data = keeping(kind, what)
    for more in (b"\0", data[-60:], what.xmp, what.exif[0]):
        with pytest.raises(Unverified):
            verify(kind, data + more, what)


@by_name
def test_it_can_be_read_by_others_and_the_picture_is_the_same(
    kind: MediaKind, tool: Tool, tmp_path: Path
) -> None:
    path = tmp_path / f"kept{EXTENSIONS[kind]}"
    path.write_bytes(keeping(kind, chosen()))
    command = [tool("exiftool"), "-j", "-n", "-G1", "-warning", "-error", "-a", str(path)]
    command[3:3] = ["-GPSLatitude", "-GPSLongitude", "-DateTimeOriginal", "-DateCreated"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    (said,) = json.loads(done.stdout)
    values = {name.partition(":")[2]: value for name, value in said.items()}
    assert float(values["GPSLatitude"]) == pytest.approx(float(LATITUDE), abs=1e-6)
    assert abs(float(values["GPSLongitude"])) == pytest.approx(16.373819, abs=1e-6)
    when = values.get("DateCreated") or values.get("DateTimeOriginal")
    assert str(when).startswith("2024:05:01 10:00:03")
    assert not {"Warning", "Error"} & set(values)


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if not kind.is_video], ids=lambda kind: kind.value
)
def test_a_viewer_shows_the_same_picture(kind: MediaKind) -> None:
    plain = carried_over(kind)
    assert plain is not None
    shown = examine.preview(io.BytesIO(keeping(kind, chosen())), 4096)
    assert shown == examine.preview(io.BytesIO(plain), 4096)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stays_upright(orientation: int) -> None:
    what = chosen(RevealPlace.NONE, RevealTime.DAY)
    output = io.BytesIO()
    source = io.BytesIO(jpegs.oriented(orientation))
    examine.clean_keeping(source, output, Profile.FAITHFUL, what)
    examine.verify_keeping(MediaKind.JPEG, output, (), what)
    again = io.BytesIO()
    examine.clean(io.BytesIO(output.getvalue()), again, Profile.FAITHFUL)
    plain = io.BytesIO()
    examine.clean(source, plain, Profile.FAITHFUL)
    assert again.getvalue() == plain.getvalue()


@pytest.mark.parametrize(
    ("time", "exif", "xmp"),
    [
        (RevealTime.MONTH, b"2024:05:     :  :  \0", ">2024-05<"),
        (RevealTime.DAY, b"2024:05:01   :  :  \0", ">2024-05-01<"),
        (RevealTime.EXACT, b"2024:05:01 10:00:03\0", ">2024-05-01T10:00:03+02:00<"),
    ],
)
def test_a_time_is_as_coarse_as_chosen(time: RevealTime, exif: bytes, xmp: str) -> None:
    what = chosen(RevealPlace.NONE, time)
    assert exif in what.exif[0]
    assert xmp in what.xmp.decode()
    assert (b"+02:00" in what.exif[0]) == (time is RevealTime.EXACT)
    assert "GPS" not in what.xmp.decode()


@pytest.mark.parametrize("place", [RevealPlace.REGION, RevealPlace.CITY])
def test_a_coarse_place_has_no_coordinates(place: RevealPlace) -> None:
    what = chosen(place, RevealTime.NONE)
    assert dict(what.said).keys() == {"place"}
    assert "GPSLatitude" not in what.xmp.decode()
    assert b"48.2" not in what.xmp
    assert b"2024" not in what.exif[0] + what.xmp


def test_nothing_to_keep_is_nothing() -> None:
    assert kept(None, None, None, RevealPlace.EXACT, RevealTime.EXACT) is None
    assert kept(LATITUDE, LONGITUDE, TAKEN, RevealPlace.NONE, RevealTime.NONE) is None


def test_words_cannot_break_out_of_the_packet() -> None:
    what = kept(None, None, "<x>&</photoshop:DateCreated>", RevealPlace.NONE, RevealTime.EXACT)
    assert what is not None
    assert b"<x>" not in what.xmp
    assert b"&lt;x&gt;&amp;" in what.xmp


@pytest.mark.parametrize("kind", DEVELOPED + PLAYED, ids=lambda kind: kind.value)
def test_a_kind_that_becomes_another_keeps_it_there(
    kind: MediaKind, tool: Tool, tmp_path: Path
) -> None:
    what, output = chosen(), io.BytesIO()
    cleaning = examine.clean_keeping(io.BytesIO(specimen(kind)), output, Profile.ANONYMOUS, what)
    assert cleaning.kind is (MediaKind.MP4 if kind.is_video else MediaKind.JPEG)
    examine.verify_keeping(cleaning.kind, output, NEEDLES, what)
    path = tmp_path / f"kept{EXTENSIONS[cleaning.kind]}"
    path.write_bytes(output.getvalue())
    command = [tool("exiftool"), "-n", "-s3", "-GPSLatitude", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert float(done.stdout) == pytest.approx(float(LATITUDE), abs=1e-6)


def test_uncompressed_sound_keeps_it_in_its_movie() -> None:
    what, output = chosen(), io.BytesIO()
    source = io.BytesIO(specimen(MediaKind.WAV))
    cleaning = examine.clean_keeping(source, output, Profile.FAITHFUL, what)
    assert cleaning.kind is MediaKind.MOV
    examine.verify_keeping(MediaKind.MOV, output, NEEDLES, what)


@pytest.mark.parametrize("kind", OTHERS, ids=lambda kind: kind.value)
def test_a_kind_without_a_place_for_it_is_refused_by_name(kind: MediaKind) -> None:
    for write in (check, lambda kind: with_kept(kind, b"", chosen())):
        with pytest.raises(Unsupported) as raised:
            write(kind)
        assert raised.value.facts["reason"] == "kept"


def test_an_anonymous_copy_of_a_tiff_keeps_it_as_a_jpeg_does() -> None:
    what, output = chosen(), io.BytesIO()
    source = io.BytesIO(specimen(MediaKind.TIFF))
    cleaning = examine.clean_keeping(source, output, Profile.ANONYMOUS, what)
    assert cleaning.kind is MediaKind.JPEG
    examine.verify_keeping(MediaKind.JPEG, output, NEEDLES, what)
    assert what.exif[0] in output.getvalue()


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_tiff_is_the_cleaned_one_and_a_directory_at_its_end(order: str) -> None:
    what, plain, output = chosen(), io.BytesIO(), io.BytesIO()
    source = tiff_files.built(order=order)
    examine.clean(io.BytesIO(source), plain, Profile.FAITHFUL)
    examine.clean_keeping(io.BytesIO(source), output, Profile.FAITHFUL, what)
    examine.verify_keeping(MediaKind.TIFF, output, NEEDLES, what)
    cleaned, data = plain.getvalue(), output.getvalue()
    assert data[8 : len(cleaned)] == cleaned[8:]
    (count,) = struct.unpack_from(order + "H", cleaned, 8)
    assert len(data) == len(cleaned) + 2 + 12 * (count + 1) + 4 + len(what.xmp)
    again = io.BytesIO()
    examine.clean(io.BytesIO(data), again, Profile.FAITHFUL)
    assert again.getvalue() == cleaned


def test_a_tiff_of_several_pages_keeps_them_all_beside_it() -> None:
    what, output, source = chosen(), io.BytesIO(), io.BytesIO()
    frames = [Image.new("L", (20, 10), shade) for shade in (10, 200, 90)]
    frames[0].save(source, "TIFF", save_all=True, append_images=frames[1:])
    examine.clean_keeping(source, output, Profile.FAITHFUL, what)
    examine.verify_keeping(MediaKind.TIFF, output, NEEDLES, what)
    assert Image.open(output).n_frames == len(frames)  # type: ignore[attr-defined] # a TIFF's


def test_every_byte_of_a_tiff_that_keeps_something_is_read_again() -> None:
    """Only a byte of pixels may change unseen: nothing else of the file can hold a word."""
    what = chosen()
    data = keeping(MediaKind.TIFF, what)
    cleaned = carried_over(MediaKind.TIFF)
    assert cleaned is not None
    (count,) = struct.unpack_from("<H", cleaned, 8)
    for at in (*range(14 + 12 * count), *range(len(cleaned), len(data))):
        changed = data[:at] + bytes((data[at] ^ 0x55,)) + data[at + 1 :]
        with pytest.raises(Unverified):
            verify(MediaKind.TIFF, changed, what)
    for end in range(len(data)):
        with pytest.raises(Unverified):
            verify(MediaKind.TIFF, data[:end], what)


def test_a_folder_is_cleaned_with_what_is_kept(tmp_path: Path) -> None:
    with MediaPool(workers=1) as pool:
        (result,) = clean_files(
            pool,
            find([PHOTO]),
            tmp_path / "out",
            profiles=tuple(Profile),
            jobs=1,
            tick=silent,
            told=lambda _: None,
            keep=Keep(RevealPlace.CITY, RevealTime.MONTH),
        )
    assert result.status is CleanStatus.CLEANED
    assert result.output is not None
    assert result.cleaning is not None
    assert result.cleaning.steps[-2:] == ("place-written-afresh", "time-written-afresh")
    assert result.cleaning.leaves[-2:] == ("kept-place", "kept-time")
    assert dict(result.kept)["embedded_time"] == "2024-05"
    data = result.output.read_bytes()
    assert b"2024:05:     :  :  \0" in data
    assert b"Maryam" not in data
    said = examine.inspect(io.BytesIO(data))
    assert said.facts.latitude is None
