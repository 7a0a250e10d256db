"""A reel gives exactly the frame that is on the screen at a moment, and the sound of it."""

import io
import struct
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, cast

import av
import numpy as np
import pytest

from capture.decode import packets, reel, strip
from capture.decode.reel import Heard, Played, Shown
from capture.errors import CaptureError, Damaged, Unsupported

if TYPE_CHECKING:
    from av.video.stream import VideoStream

TICKS = 1000
STEP = 5
"""By how much each frame is brighter than the one before."""


def movie(
    stamps: Sequence[int] = tuple(range(0, 1600, 40)),
    *,
    form: str = "mp4",
    codec: str = "libx264",
    sound: bool = True,
) -> io.BytesIO:
    """Return a video of 64 by 32 whose frame n is grey 20 + STEP n, at these milliseconds."""
    out = io.BytesIO()
    with av.open(out, "w", format=form) as container:
        b_frames = {"bf": "2", "x264-params": "b-adapt=0:scenecut=0"}
        options = {**b_frames, "g": "15", "qp": "4"} if codec == "libx264" else {}
        picture = cast("VideoStream", container.add_stream(codec, rate=25, options=options))
        picture.width, picture.height, picture.pix_fmt = 64, 32, "yuv420p"
        picture.time_base = picture.codec_context.time_base = Fraction(1, TICKS)
        ear = container.add_stream("aac", rate=48_000, layout="stereo") if sound else None
        for number, stamp in enumerate(stamps):
            grey = np.full((32, 64, 3), 20 + STEP * number, dtype=np.uint8)
            grey[:8, :8] = 255  # says which way is up
            frame = av.VideoFrame.from_ndarray(grey, format="rgb24").reformat(format="yuv420p")
            frame.pts, frame.time_base = stamp, Fraction(1, TICKS)
            container.mux(picture.encode(frame))
        container.mux(picture.encode(None))
        if ear is not None:
            wave = (np.sin(np.arange(48_000 * 1.6) * 0.06) * 0.5).astype(np.float32)
            for at in range(0, len(wave) - 1024, 1024):
                heard = av.AudioFrame.from_ndarray(
                    np.stack([wave[at : at + 1024]] * 2), "fltp", "stereo"
                )
                heard.sample_rate, heard.pts = 48_000, at
                container.mux(ear.encode(heard))
            container.mux(ear.encode(None))
    out.seek(0)
    return out


def shown(played: list[Played]) -> list[Shown]:
    return [one for one in played if isinstance(one, Shown)]


def number_of(frame: Shown) -> int:
    return round((int(frame.pixels[-4, -4, 0]) - 20) / STEP)


ONE, LAST = 1 << 16, 1 << 30
STRAIGHT = (ONE, 0, 0, 0, ONE, 0, 0, 0, LAST)
CLOCKWISE = (0, ONE, 0, -ONE, 0, 0, 0, 0, LAST)
UNEVEN = (0, 40, 80, 500, 520, 900, 1000, 1040, 1500)


@pytest.mark.parametrize("stamps", [tuple(range(0, 1600, 40)), UNEVEN])
@pytest.mark.parametrize(("form", "codec"), [("mp4", "libx264"), ("matroska", "libvpx")])
def test_every_moment_has_its_frame(stamps: tuple[int, ...], form: str, codec: str) -> None:
    with reel.opened(movie(stamps, form=form, codec=codec)) as opened:
        for at in (0, 1, 39_999, 40_000, 510_000, 899_999, 900_000, 1_499_999, 9_000_000):
            wanted = max(n for n, stamp in enumerate(stamps) if stamp * 1000 <= at)
            first = next(one for one in opened.run(at, 64) if isinstance(one, Shown))
            assert (first.at, number_of(first)) == (stamps[wanted] * 1000, wanted), at


def test_frames_before_come_first_and_all_after_follow() -> None:
    with reel.opened(movie()) as opened:
        given = shown(list(opened.run(800_000, 64, back=3)))
        assert [number_of(one) for one in given] == list(range(17, 40))
        assert [number_of(one) for one in shown(list(opened.run(40_000, 64, back=9)))][:3] == [
            0,
            1,
            2,
        ]


def test_backwards_gives_every_frame_down_to_the_first() -> None:
    with reel.opened(movie()) as opened:
        given = shown(list(opened.backwards(1_200_000, 64)))
        assert [number_of(one) for one in given] == list(range(29, -1, -1))


def test_faster_leaves_frames_out_and_is_silent() -> None:
    with reel.opened(movie()) as opened:
        played = list(opened.run(0, 64, rate=4))
        assert [number_of(one) for one in shown(played)] == list(range(0, 40, 4))
        assert not [one for one in played if isinstance(one, Heard)]


def test_sound_is_whole_and_begins_at_the_moment() -> None:
    with reel.opened(movie()) as opened:
        for at in (0, 700_001):
            heard = [one for one in opened.run(at, 64) if isinstance(one, Heard)]
            assert heard[0].at in range(max(at - 1, 0), at + 40_000)
            lasts = sum(len(one.samples) // 2 for one in heard) * 1_000_000 // 48_000
            assert abs(lasts - (1_595_000 - at)) < 60_000
            for one, other in pairwise(heard):
                gap = other.at - one.at - len(one.samples) // 2 * 1_000_000 // 48_000
                assert abs(gap) < 1000


def test_a_sideways_video_is_upright_and_small() -> None:
    with reel.opened(movie()) as opened:
        assert (opened.facts.width, opened.facts.height, opened.facts.frame) == (64, 32, 40_000)
        assert shown(list(opened.run(0, 32)))[0].pixels.shape == (16, 32, 3)
    straight, clockwise = (struct.pack(">9i", *one) for one in (STRAIGHT, CLOCKWISE))
    whole = movie().getvalue()
    track = whole.index(straight, whole.index(b"tkhd"))
    turned = whole[:track] + clockwise + whole[track + len(straight) :]
    with reel.opened(io.BytesIO(turned)) as opened:
        assert (opened.facts.width, opened.facts.height) == (32, 64)
        pixels = shown(list(opened.run(0, 64)))[0].pixels
        assert pixels.shape == (64, 32, 3)
        assert pixels[4, -4].min() > 200, "the mark at the left top went to the right top"


def test_without_sound_and_without_picture() -> None:
    with reel.opened(movie(sound=False)) as opened:
        assert not opened.facts.sound
        assert len(shown(list(opened.run(0, 64)))) == 40
    with reel.opened(_tone()) as opened:
        assert (opened.facts.width, opened.facts.height) == (0, 0)
        assert opened.facts.length == pytest.approx(1_000_000, abs=60_000)
        assert sum(len(one.samples) for one in opened.listen()) > 90_000
        assert strip.pictures(opened, 5, 32, lambda: None) == []
        assert list(opened.backwards(500_000, 32)) == []


def _tone() -> io.BytesIO:
    out = io.BytesIO()
    with av.open(out, "w", format="wav") as container:
        ear = container.add_stream("pcm_s16le", rate=48_000, layout="mono")
        wave = (np.sin(np.arange(48_000) * 0.06) * 9000).astype(np.int16)[None]
        heard = av.AudioFrame.from_ndarray(wave, "s16", "mono")
        heard.sample_rate, heard.pts = 48_000, 0
        container.mux(ear.encode(heard))
    out.seek(0)
    return out


def test_a_strip_has_pictures_in_order_and_shows_where_it_is_loud() -> None:
    with reel.opened(movie()) as opened:
        frames = strip.pictures(opened, 8, 16, lambda: None)
        numbers = [number_of(one) for one in frames]
        assert numbers == sorted(numbers)
        assert len(set(numbers)) == 8
        far: list[int] = []
        loud = strip.loudness(opened, 100, far.append)
        assert (len(loud), far == sorted(far)) == (100, True)
        assert min(loud[:98]) > 90


def test_a_broken_middle_is_passed_over() -> None:
    whole = bytearray(movie(sound=False, codec="mpeg4").getvalue())
    middle = (whole.index(b"mdat") + whole.index(b"moov")) // 2
    whole[middle : middle + 40] = b"\x55" * 40
    with reel.opened(io.BytesIO(bytes(whole))) as opened:
        moments = [one.at for one in shown(list(opened.run(0, 64)))]
    assert (moments[0], moments[-1]) == (0, 1_560_000)


@pytest.mark.parametrize("data", [b"", b"\0" * 5000, b"RIFF\x10\0\0\0WAVEfmt "])
def test_what_is_no_video_is_refused(data: bytes) -> None:
    with pytest.raises(CaptureError), reel.opened(io.BytesIO(data)) as opened:
        list(opened.run(0, 64))


def test_a_decoder_that_is_not_listed_is_refused() -> None:
    with (
        pytest.raises(Unsupported),
        reel.opened(movie(sound=False, codec="ffv1", form="matroska")),
    ):
        pass


def test_a_file_that_ends_early_plays_as_far_as_it_goes() -> None:
    whole = movie(codec="libvpx", form="matroska").getvalue()
    with reel.opened(io.BytesIO(whole[: len(whole) * 2 // 3])) as opened:
        assert 5 < len(shown(list(opened.run(0, 64)))) < 40


def test_a_length_that_is_not_said_is_counted() -> None:
    with reel.opened(movie(form="mpegts")) as opened:
        stream = opened.picture
        assert stream is not None
        assert opened._last_packet(stream) == 1_560_000


def test_too_much_that_cannot_be_decoded_is_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = bytearray(movie(sound=False).getvalue())
    broken, index = whole.index(b"mdat") + 1000, whole.index(b"moov") - 4
    whole[broken:index] = b"\xff" * (index - broken)
    with reel.opened(io.BytesIO(whole)) as opened:
        assert len([piece for piece in opened.run(0, 64) if piece]) > 10
    monkeypatch.setattr(packets, "_MOST_ERRORS", 10)
    with reel.opened(io.BytesIO(whole)) as opened, pytest.raises(Damaged):
        list(opened.run(0, 64))
