"""Edit lists: what is hidden is cut or named, what is shown stays where it was."""

import io
import struct
from dataclasses import replace

import av
import pytest

from capture.errors import Damaged, Unsupported
from capture.formats.movie.clean import clean_faithfully
from capture.formats.movie.read import read_movie
from capture.progress import silent
from capture.verify.mp4 import walk
from tests.capture.samples import films
from tests.capture.samples import movies as m

WHOLE = 1 << 16
FRAME = 512
"""Ticks of one frame in the samples' timescale of 15,360."""


def cleaned(*tracks: m.Track) -> tuple[bytes, tuple[str, ...], tuple[str, ...]]:
    output = io.BytesIO()
    cleaning = clean_faithfully(io.BytesIO(m.Movie(tracks).build()), output, silent)
    walk(output)
    return output.getvalue(), cleaning.steps, cleaning.leaves


def pictures(data: bytes) -> list[bytes]:
    with av.open(io.BytesIO(data), "r") as container:
        return [frame.to_ndarray(format="rgb24").tobytes() for frame in container.decode(video=0)]


def heard(data: bytes) -> int:
    with av.open(io.BytesIO(data), "r") as container:
        return sum(frame.samples for frame in container.decode(audio=0))


def test_footage_before_the_start_is_cut_to_the_last_key_picture() -> None:
    stream = m.coded()
    offset = stream.shifts[0]
    track = m.picture(edits=((300, 15 * FRAME + offset, WHOLE),))
    source = m.Movie((track,)).build()
    output, steps, leaves = cleaned(track)
    assert pictures(output) == pictures(source)
    assert len(pictures(output)) == 9
    assert "hidden-footage-cut" in steps
    assert "hidden-frames" in leaves
    first, key = stream.samples[0][-200:], stream.samples[10][-60:]
    assert first in source
    assert first not in output
    assert key in output
    said = {trace.tag.rsplit("/", 1)[-1] for trace in read_movie(io.BytesIO(source)).traces}
    assert "hidden-footage" in said
    assert read_movie(io.BytesIO(output)).traces == ()


def test_an_edit_that_starts_at_a_key_picture_leaves_nothing_hidden() -> None:
    stream = m.coded(options="x264-params=open-gop=0:bframes=0")
    track = m.picture(stream, edits=((333, 20 * FRAME, WHOLE),))
    output, _, leaves = cleaned(track)
    assert len(pictures(output)) == 10
    assert "hidden-frames" not in leaves


def aperture(width: int, height: int) -> bytes:
    return m.box(b"clap", struct.pack(">8I", width, 1, height, 1, 0, 1, 0, 1))


@pytest.mark.parametrize("size", [(64, 48), (1, 1)])
def test_an_encoders_padding_stays_cut_off(size: tuple[int, int]) -> None:
    output, steps, _ = cleaned(m.picture(extra=aperture(*size)))
    assert b"clap" in output
    assert "crop-dropped" not in steps
    said = {trace.tag.rsplit("/", 1)[-1] for trace in read_movie(io.BytesIO(output)).traces}
    assert "cropped" not in said


def test_edges_that_some_players_hide_are_told_and_seen_in_the_copy() -> None:
    wide = replace(m.picture(extra=aperture(20, 48)), size=(128, 48))
    entry = wide.entry[:32] + struct.pack(">HH", 128, 48) + wide.entry[36:]
    track = replace(wide, entry=entry)
    said = {
        trace.tag.rsplit("/", 1)[-1]: trace.value
        for trace in read_movie(io.BytesIO(m.Movie((track,)).build())).traces
    }
    assert said["cropped"].startswith("108 x 0 pixels")
    output, steps, _ = cleaned(track)
    assert "crop-dropped" in steps
    assert b"clap" not in output
    assert read_movie(io.BytesIO(output)).traces == ()


def test_sound_before_the_start_is_cut() -> None:
    track = m.sound(edits=((500, 24_000, WHOLE),))
    output, steps, _ = cleaned(m.picture(), track)
    assert heard(output) == heard(m.Movie((m.picture(), track)).build())
    assert "hidden-footage-cut" in steps
    assert m.spoken().samples[5] not in output


def test_uncompressed_sound_is_cut_to_the_frame() -> None:
    frames = b"".join((n % 60_000).to_bytes(2, "big") for n in range(48_000))
    fixed = b"\0" * 6 + b"\0\x01" + bytes(8) + b"\0\x01\0\x10" + bytes(4) + b"\xbb\x80\0\0"
    track = replace(
        m.sound(),
        entry=m.box(b"twos", fixed),
        samples=tuple(frames[at : at + 2] for at in range(0, len(frames), 2)),
        durations=(1,) * 48_000,
        timescale=48_000,
        fixed_size=2,
        edits=((250, 24_001, WHOLE),),
    )
    output, steps, _ = cleaned(track)
    assert output.endswith(frames[48_002 : 48_002 + 24_002])
    assert frames[47_900:48_000] not in output
    assert "hidden-footage-cut" in steps


def test_a_pause_before_the_start_stays() -> None:
    offset = m.coded().shifts[0]
    track = m.picture(edits=((500, -1, WHOLE), (1000, offset, WHOLE)))
    output, steps, _ = cleaned(track, m.sound())
    assert "hidden-footage-cut" not in steps
    with av.open(io.BytesIO(output), "r") as container:
        first = next(container.decode(video=0))
    assert first.time == pytest.approx(0.5, abs=0.01)


def test_an_edit_list_that_forgets_the_delay_loses_no_picture() -> None:
    track = m.picture(edits=((1000, 0, WHOLE),))
    assert len(m.coded().samples) == 30
    output, steps, leaves = cleaned(track)
    assert "hidden-footage-cut" not in steps
    assert "hidden-frames" not in leaves
    assert output.count(b"stsz") == 1


@pytest.mark.parametrize(
    ("edit", "error"),
    [
        ((1000, 0, WHOLE * 2), Unsupported),
        ((1000, 0, 0), Unsupported),
        ((1000, -2, WHOLE), Damaged),
        ((1000, 900_000, WHOLE), Damaged),
    ],
)
def test_edits_that_cannot_be_followed(edit: tuple[int, int, int], error: type[Exception]) -> None:
    shown = (1000, 0, WHOLE)
    with pytest.raises(error):
        cleaned(m.picture(edits=(edit, *([shown] if edit[1] == -2 else []))))


@pytest.mark.parametrize("length", [1 << 62, (1 << 63) - 1, (1 << 64) - 1])
def test_an_edit_of_billions_of_years_is_refused(length: int) -> None:
    short = m.box(b"elst", bytes(4), struct.pack(">I", 2), bytes(24))
    data = m.Movie((m.picture(edits=((0, 0, 0), (0, 0, 0))),)).build()
    assert short in data
    wide = m.full(b"elst", struct.pack(">IQqI", 1, length, 0, WHOLE), version=1) + bytes(4)
    source = io.BytesIO(data.replace(short, wide))
    assert read_movie(source).facts.duration == "1.0"
    with pytest.raises(Damaged):
        clean_faithfully(source, io.BytesIO(), silent)


def test_a_fragmented_film_with_reordered_pictures_keeps_its_last_ones() -> None:
    """An edit without a length, as before the length is known, shows all there is."""
    whole, out = io.BytesIO(), io.BytesIO()
    flags = {"movflags": "frag_keyframe+delay_moov+default_base_moof"}
    with av.open(whole, "w", format="mp4", options=flags) as container:
        track = container.add_stream("libx264", rate=30, options={"bf": "3", "g": "10"})
        track.width, track.height, track.pix_fmt = 64, 48, "yuv420p"
        for number in range(30):
            frame = films.frame_of(films.planes(64, 48, number), 64, 48, "yuv420p")
            container.mux(track.encode(frame))
        container.mux(track.encode(None))

    cleaning = clean_faithfully(whole, out, silent)

    assert len(pictures(out.getvalue())) == 30
    assert "hidden-footage-cut" not in cleaning.steps
    assert "hidden-frames" not in cleaning.leaves
