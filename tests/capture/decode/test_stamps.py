"""A video without times, or with wrong ones, is counted through: the same to all who read it."""

import io
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import av
import pytest

from capture.decode import reel
from capture.decode.picture_track import picture_track
from capture.decode.reel import Shown
from capture.progress import silent
from capture.redact.film import FilmPlan, Track
from capture.redact.keys import Key
from capture.redact.plan import Shape, Style
from capture.redact.render import render
from capture.redact.slots import slots_of
from tests.capture.decode.test_reel import STEP, movie
from tests.capture.samples import films

STEP_OF_TIME = 40_000
FRAMES = 40
EVEN = [number * STEP_OF_TIME for number in range(FRAMES)]
SEED = "00112233445566778899aabbccddeeff"
Set = Callable[[Any, int], None]


def careless(form: str, timed: Set, base: Fraction = Fraction(1, 25)) -> io.BytesIO:
    """Give a video with B-frames whose packets have other times; AVI has no times for them."""
    if form == "avi":
        return movie(form=form, sound=False)
    out = io.BytesIO()
    with av.open(movie(), "r") as source, av.open(out, "w", format=form) as target:
        track = target.add_stream_from_template(source.streams.video[0])
        for number, packet in enumerate(source.demux(video=0)):
            if packet.size:
                packet.stream, packet.time_base = track, base
                timed(packet, number)
                target.mux(packet)
    out.seek(0)
    return out


def counted(packet: Any, number: int) -> None:
    packet.pts = packet.dts = number
    packet.duration = 1


def stopped(packet: Any, _number: int) -> None:
    packet.pts = packet.dts = 0


CARELESS = {
    "the container has no times of its own": ("avi", counted, Fraction(1, 25)),
    "times count what is decoded": ("mov", counted, Fraction(1, 25)),
    "times count nothing that could be": ("mov", counted, Fraction(1, 16_000)),
    "all have the same time": ("matroska", stopped, Fraction(1, 1000)),
}


@pytest.fixture(params=list(CARELESS))
def film(request: pytest.FixtureRequest) -> io.BytesIO:
    return careless(*CARELESS[request.param])


def _greys(shown: list[Shown]) -> list[int]:
    return [round((float(one.pixels[16:, 32:].mean()) - 20) / STEP) for one in shown]


def test_it_is_shown_evenly_and_in_order(film: io.BytesIO) -> None:
    with reel.opened(film) as opened:
        shown = [one for one in opened.run(0, 64) if isinstance(one, Shown)]
        later = next(one for one in opened.run(EVEN[25] + 5, 64) if isinstance(one, Shown))
        length = opened.facts.length

    assert [one.at for one in shown] == EVEN
    assert _greys(shown) == list(range(FRAMES))
    assert (later.at, _greys([later])) == (EVEN[25], [25])
    assert abs(length - FRAMES * STEP_OF_TIME) <= STEP_OF_TIME


def test_who_finds_and_who_renders_has_the_same_times(film: io.BytesIO) -> None:
    with picture_track(film) as track:
        assert [slot.begins for slot in slots_of(track)] == EVEN
    # A cover for the frames from the eleventh to the twentieth lies on these.
    keys = (Key(EVEN[10], 32, 16, 16, 16), Key(EVEN[20] - 1, 32, 16, 16, 16))
    cover = Track(keys, shape=Shape.BOX, style=Style.SOLID)
    out = io.BytesIO()
    done = render(film, FilmPlan(64, 32, 1_600_000, SEED, tracks=(cover,)), out.write, silent)

    dark = [picture[18:30, 34:46].max() < 60 for _, picture in films.decoded(out.getvalue())]
    open_ = [(float(p[18:30, 50:62].mean()), p) for _, p in films.decoded(out.getvalue())]
    assert done.frames == FRAMES
    assert not done.lost
    assert [number for number, is_dark in enumerate(dark) if is_dark and number > 8] == list(
        range(10, 20)
    )
    assert [light for light, _ in open_] == sorted(light for light, _ in open_)


def test_uneven_times_that_are_meant_are_kept() -> None:
    stamps = [0, 40, 55, 200, 210, 300, 340, 700, 701, 1000]
    with picture_track(movie(stamps)) as track:
        assert [slot.begins for slot in slots_of(track)] == [stamp * 1000 for stamp in stamps]


def test_one_frame_has_a_time() -> None:
    with picture_track(movie([0])) as track:
        assert [slot.begins for slot in slots_of(track)] == [0]
