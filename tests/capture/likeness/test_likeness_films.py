"""Videos and recordings beside each other, decoded in the confined child."""

import io
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from capture import likeness
from capture.errors import CaptureError
from capture.formats.base import Profile
from capture.isolate import MediaPool, rendering
from capture.likeness import Compared, films
from capture.progress import silent
from capture.redact.film import FilmPlan, Hearing, Span, Track, Voice
from capture.redact.keys import Key
from capture.redact.plan import Shape
from tests.capture.likeness.test_likeness_sounds import speech
from tests.capture.samples.films import film, planes

WIDTH, HEIGHT, FRAMES = 192, 128, 90


class Stop(BaseException):
    """What a caller's tick raises."""


@pytest.fixture(scope="module")
def pool() -> Iterator[MediaPool]:
    with MediaPool(workers=1) as children:
        yield children


def sound(seed: int) -> NDArray[np.float32]:
    samples = speech(seed, 6)[: 2 * FRAMES * 1600] / 32768
    return np.tile(samples, (2, 1)).astype(np.float32)


def made(seed: int = 1, heard: int | None = 1, frames: int = FRAMES) -> io.BytesIO:
    shown = [planes(WIDTH, HEIGHT, number, seed=seed) for number in range(frames)]
    voice = None if heard is None else sound(heard)[:, : frames * 1600]
    return io.BytesIO(film(shown, WIDTH, HEIGHT, sound=voice))


@pytest.fixture(scope="module")
def original() -> io.BytesIO:
    return made()


def compared(pool: MediaPool, copy: io.BytesIO, original: io.BytesIO) -> Compared:
    found = likeness.compare(pool, copy, original, played=True)
    assert found is not None
    return found


def test_a_video_that_was_encoded_again_is_alike(pool: MediaPool, original: io.BytesIO) -> None:
    copy = io.BytesIO()
    pool.clean(original, copy, Profile.ANONYMOUS)
    found = compared(pool, copy, original)
    assert found.frames == 4
    assert found.size == (WIDTH, HEIGHT)
    assert found.fields.agree == found.fields.count == 4 * 24
    assert found.sound is not None
    assert found.sound.alike == found.sound.heard == 4
    assert found.holds


def test_other_sound_under_the_same_pictures_is_told(pool: MediaPool, original: io.BytesIO) -> None:
    found = compared(pool, made(heard=5), original)
    assert found.fields.agree == found.fields.count
    assert found.sound is not None
    assert found.sound.alike == 0
    assert not found.holds


def test_a_covered_video_is_alike_elsewhere_and_keeps_its_rhythm(pool: MediaPool) -> None:
    original = made(frames=2 * FRAMES)
    end = 2 * FRAMES * 1_000_000 // 30
    track = Track((Key(0, 40, 30, 60, 60), Key(end, 40, 30, 60, 60)), shape=Shape.BOX)
    whole = Hearing(Span(0, end), Voice.DISGUISE)
    plan = FilmPlan(WIDTH, HEIGHT, end, "00" * 16, tracks=(track,), sound=(whole,))
    copy = io.BytesIO()
    rendering.render(pool, original, plan, copy, silent)
    found = compared(pool, copy, original)
    assert 0 < found.fields.agree < found.fields.count
    assert found.holds_outside
    assert not found.holds
    assert found.sound is not None
    assert found.sound.alike == 0
    assert found.sound.rhythm is not None
    assert found.sound.rhythm > 0.5  # a disguise is never the same twice


@pytest.mark.parametrize(("heard", "frames"), [(None, FRAMES), (1, FRAMES * 2 // 3)])
def test_what_has_no_sound_or_another_length_is_not_laid_over(
    pool: MediaPool, original: io.BytesIO, heard: int | None, frames: int
) -> None:
    other = made(heard=heard, frames=frames)
    assert likeness.compare(pool, other, original, played=True) is None


def test_no_video_at_all_is_said_by_the_decoder(pool: MediaPool, original: io.BytesIO) -> None:
    with pytest.raises(CaptureError):
        likeness.compare(pool, io.BytesIO(b"no video"), original, played=True)


def test_it_can_be_stopped(pool: MediaPool, original: io.BytesIO) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Stop

    with pytest.raises(Stop):
        films.compare(pool, original, original, stop)


def test_it_says_how_far_it_is(pool: MediaPool, original: io.BytesIO) -> None:
    ticks: list[tuple[int, int]] = []
    films.compare(pool, original, original, lambda *now: ticks.append(now))
    assert [done for done, _ in ticks] == sorted(done for done, _ in ticks)
    assert all(0 <= done <= total for done, total in ticks)
    assert replace(compared(pool, original, original).fields).everywhere.largest == 0
