"""Videos that are not as they should be: a clear copy or a clear error, and covers all the same."""

import io
from fractions import Fraction
from typing import Any

import av
import numpy as np
import pytest
from av.audio.frame import AudioFrame
from av.video.frame import VideoFrame

from capture.decode.wide import BT_2020, HLG
from capture.errors import BadPlan, CaptureError, Unsupported
from capture.progress import silent
from capture.redact.film import FilmPlan, Span, Track
from capture.redact.keys import Key
from capture.redact.plan import Shape, Style
from capture.redact.render import render
from capture.redact.rendered import Rendered
from tests.capture.samples import films

SEED = "00112233445566778899aabbccddeeff"
WIDTH, HEIGHT = 96, 64
BOX = Track(
    (Key(0, 16, 16, 32, 32), Key(10_000_000, 16, 16, 32, 32)), shape=Shape.BOX, style=Style.SOLID
)


def made(
    count: int = 6,
    *,
    codec: str = "libx264",
    container: str = "mov",
    form: str = "yuv420p",
    options: dict[str, str] | None = None,
    sounds: int = 0,
    sizes: tuple[tuple[int, int], ...] = ((WIDTH, HEIGHT),),
    colours: dict[str, int] | None = None,
) -> bytes:
    """Give a film of any codec, with as many sounds."""
    stream = io.BytesIO()
    with av.open(stream, "w", format=container) as out:
        video: Any = out.add_stream(codec, rate=30, options=options or {})
        video.width, video.height, video.pix_fmt = *sizes[0], form
        video.codec_context.gop_size = 3
        for name, value in (colours or {}).items():
            setattr(video.codec_context, name, value)
        heard: list[Any] = [out.add_stream("aac", rate=48_000) for _ in range(sounds)]
        for number in range(count):
            width, height = sizes[number * len(sizes) // count]
            frame = _frame(width, height, number, form)
            for name, value in (colours or {}).items():
                setattr(frame, name, value)
            out.mux(video.encode(frame))
        out.mux(video.encode(None))
        for track in heard:
            sound = AudioFrame.from_ndarray(np.zeros((2, 9600), np.float32), "fltp", "stereo")
            sound.sample_rate, sound.pts, sound.time_base = 48_000, 0, Fraction(1, 48_000)
            out.mux(track.encode(sound))
            out.mux(track.encode(None))
    return stream.getvalue()


def _frame(width: int, height: int, number: int, form: str) -> VideoFrame:
    if form in {"rgb24", "bgr24"}:
        shades = films.planes(width, height, number, "gray")[0]
        return VideoFrame.from_ndarray(np.stack((shades,) * 3, axis=2).astype(np.uint8), form)
    return films.frame_of(films.planes(width, height, number, form), width, height, form)


def rendered(source: bytes, **more: Any) -> tuple[bytes, Rendered]:
    out = io.BytesIO()
    plan = FilmPlan(WIDTH, HEIGHT, 200_000, SEED, tracks=(BOX,), **more)
    done = render(io.BytesIO(source), plan, out.write, silent)
    return out.getvalue(), done


def covered_and_open(data: bytes) -> list[tuple[float, float]]:
    """Give each frame's brightest shade well inside the cover, and the mean far beside it."""
    found = []
    for _, picture in films.decoded(data):
        found.append((float(picture[20:44, 20:44].max()), float(picture[:HEIGHT, 64:].mean())))
    return found


def test_interlaced_frames_are_made_whole_after_they_were_covered() -> None:
    interlaced = {"flags": "+ilme+ildct", "x264-params": "tff=1", "crf": "1"}

    data, done = rendered(made(options=interlaced))

    assert "interlacing-removed" in done.steps
    assert done.frames == len(films.decoded(data)) == 6
    assert all(dark < 70 and light > 80 for dark, light in covered_and_open(data))


def test_wide_colours_are_brought_to_a_screens_and_it_is_said() -> None:
    wide = {"color_trc": HLG, "color_primaries": BT_2020, "colorspace": 9, "color_range": 1}

    data, done = rendered(made(2, form="yuv420p10le", options={"crf": "4"}, colours=wide))

    assert done.steps == ("colours-to-sdr", "depth-to-8-bit")
    with av.open(io.BytesIO(data), "r") as container:
        context = container.streams.video[0].codec_context
        assert (context.color_trc, context.color_primaries, context.colorspace) == (1, 1, 1)
        assert context.pix_fmt == "yuv420p"
    assert all(dark < light for dark, light in covered_and_open(data))


def test_of_many_sounds_the_first_is_taken() -> None:
    data, done = rendered(made(sounds=3))

    assert done.sound
    with av.open(io.BytesIO(data), "r") as container:
        assert len(container.streams.audio) == 1


def test_a_track_without_times_is_given_some() -> None:
    """A raw stream in a transport stream of one track: FFmpeg guesses, we never go back."""
    data, done = rendered(made(container="mpegts", options={"bf": "0"}))

    times = [at for at, _ in films.decoded(data)]
    assert done.frames == 6
    assert times[0] == 0
    assert times == sorted(set(times))


def test_a_picture_that_changes_its_size_is_refused_by_name() -> None:
    sizes = ((WIDTH, HEIGHT), (WIDTH * 2, HEIGHT * 2))
    one, other = (
        made(3, container="h264", sizes=(size,), options={"x264-params": "repeat-headers=1"})
        for size in sizes
    )
    stream = io.BytesIO()
    with av.open(io.BytesIO(one + other), "r") as raw, av.open(stream, "w", format="avi") as out:
        track = out.add_stream_from_template(raw.streams.video[0])
        for number, packet in enumerate(raw.demux(video=0)):
            if packet.size:
                packet.stream = track
                packet.pts = packet.dts = number
                packet.time_base = Fraction(1, 30)
                out.mux(packet)

    with pytest.raises(Unsupported, match="changes its size"):
        rendered(stream.getvalue())


@pytest.mark.parametrize(
    ("codec", "form", "container"),
    [
        ("mpeg4", "yuv420p", "avi"),
        ("mjpeg", "yuvj420p", "avi"),
        ("mjpeg", "yuvj422p", "mov"),
        ("rawvideo", "yuv420p", "avi"),
        ("rawvideo", "bgr24", "avi"),
        ("png", "rgb24", "mov"),
        ("prores_ks", "yuv422p10le", "mov"),
        ("libvpx-vp9", "yuv420p", "webm"),
        ("libvpx", "yuv420p", "webm"),
    ],
)
def test_many_codecs_are_covered_where_they_should_be(
    codec: str, form: str, container: str
) -> None:
    source = made(3, codec=codec, form=form, container=container)

    data, done = rendered(source)

    assert done.frames == done.covered == 3
    assert all(dark < 75 and light > 80 for dark, light in covered_and_open(data))


def test_a_sound_alone_is_refused() -> None:
    stream = io.BytesIO()
    with av.open(stream, "w", format="mov") as out:
        track = out.add_stream("aac", rate=48_000)
        sound = AudioFrame.from_ndarray(np.zeros((2, 9600), np.float32), "fltp", "stereo")
        sound.sample_rate, sound.pts, sound.time_base = 48_000, 0, Fraction(1, 48_000)
        out.mux(track.encode(sound))
        out.mux(track.encode(None))

    with pytest.raises(CaptureError):
        rendered(stream.getvalue())


def test_one_frame_is_a_film_and_none_left_is_an_error() -> None:
    source = made(1)

    assert rendered(source)[1].frames == 1
    with pytest.raises(BadPlan):
        rendered(source, cut=(Span(0, 5),))


def test_a_sound_that_begins_before_its_picture_loses_that_part() -> None:
    """The picture begins half a second late: the copy begins with it, the sound in its place."""
    sound = np.zeros((2, 48_000), np.float32)
    sound[:, 38_400] = 0.9
    times = [45_000 + number * 3_000 for number in range(12)]
    pictures = [films.planes(WIDTH, HEIGHT, number) for number in range(12)]
    source = films.film(pictures, WIDTH, HEIGHT, times=times, sound=sound, container="matroska")

    data, _ = rendered(source)

    assert films.decoded(data)[0][0] == 0
    heard = films.heard(data)[0]
    assert np.abs(heard).argmax() / films.RATE == pytest.approx(0.3, abs=0.025)
