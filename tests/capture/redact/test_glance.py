"""A preview covers, at its smaller size, all that the copy will cover."""

import numpy as np
from numpy.typing import NDArray

from capture.redact import glance
from capture.redact.film import Answer, FilmPlan, Hearing, Span, Track, Voice
from capture.redact.keys import Key
from capture.redact.plan import Shape, Style

GREY = np.full((90, 160, 3), 128, dtype=np.uint8)


def plan(**more: object) -> FilmPlan:
    return FilmPlan(640, 360, 10_000_000, "0" * 32, **more)  # type: ignore[arg-type] # of a test


def track(answer: Answer = Answer.COVER) -> Track:
    keys = (Key(1_000_000, 100, 100, 40, 40), Key(2_000_000, 300, 100, 40, 40))
    return Track(keys, answer=answer, shape=Shape.BOX, style=Style.SOLID, reason="a minister")


def test_a_track_is_covered_where_it_is_and_only_then() -> None:
    covering = plan(tracks=(track(),))
    assert (glance.covered(GREY, covering, 0, 999_999) == GREY).all()
    now = glance.covered(GREY, covering, 1_500_000, 1_540_000)
    assert (now[25:35, 50:60] == 24).all(), "left 200 to 240 of 640 is 50 to 60 of 160"
    assert (now[:, 100:] == 128).all()


def test_a_cover_reaches_over_all_of_the_time_a_frame_is_shown() -> None:
    now = glance.covered(GREY, plan(tracks=(track(),)), 1_000_000, 2_000_001)
    assert (now[25:35, 25:85] == 24).all()


def test_what_stays_visible_is_not_covered() -> None:
    for answer in (Answer.VISIBLE, Answer.DISMISSED):
        now = glance.covered(GREY, plan(tracks=(track(answer),)), 1_500_000, 1_540_000)
        assert (now == GREY).all()


def test_a_blank_span_leaves_nothing() -> None:
    blank = plan(blank=(Span(5_000_000, 6_000_000),))
    assert (glance.covered(GREY, blank, 4_970_000, 5_000_001) == 24).all()
    assert (glance.covered(GREY, blank, 6_000_000, 6_040_000) == GREY).all()


def listened(changing: FilmPlan, at: int, noise: NDArray[np.int16]) -> NDArray[np.int16]:
    """Return what is heard of a sound that begins at a moment, piece by piece."""
    ear = glance.Ear(changing, at)
    heard = [
        piece
        for start in range(0, len(noise), 2048)
        for piece in ear.push(at + start // 2 * 1_000_000 // 48_000, noise[start : start + 2048])
    ]
    heard += ear.finish()
    lengths = np.cumsum([0, *(len(samples) // 2 for _, samples in heard)])[:-1]
    assert [moment for moment, _ in heard] == [at + one * 1_000_000 // 48_000 for one in lengths]
    return np.concatenate([samples for _, samples in heard])


def test_sound_is_changed_in_its_span_alone() -> None:
    drawn = np.random.default_rng(5).normal(0, 3000, 2 * 48_000)
    noise = drawn.clip(-20_000, 20_000).astype(np.int16)
    for voice in Voice:
        spans = (Hearing(Span(2_250_000, 2_500_000), voice),)
        changed = listened(plan(sound=spans, cut=(Span(0, 9_000_000),)), 2_000_000, noise)
        assert len(changed) == len(noise)
        assert np.abs(changed[: 2 * 12_000] - noise[: 2 * 12_000]).max() <= 1
        assert np.abs(changed[2 * 24_000 :] - noise[2 * 24_000 :]).max() <= 1
        inside = changed[2 * 12_000 : 2 * 24_000]
        assert (
            np.abs(np.corrcoef(inside + np.arange(len(inside)) % 2, noise[24_000:48_000])[0, 1])
            < 0.1
        )
        assert (inside == 0).all() if voice is Voice.MUTE else inside.std() > 100


def test_what_began_before_the_moment_holds_and_a_gap_is_silent() -> None:
    ear = glance.Ear(plan(sound=(Hearing(Span(0, 1_500_000), Voice.MUTE),)), 1_000_000)
    loud = np.full(2 * 12_000, 5000, dtype=np.int16)
    ((at, first),) = ear.push(1_000_000, loud)
    assert at == 1_000_000
    assert not first.any()
    heard = np.concatenate([samples for _, samples in ear.push(1_500_000, loud)])
    assert len(heard) == 2 * 24_000, "a quarter of a second was missing"
    assert not heard[: 2 * 12_000].any()
    assert (heard[2 * 12_000 :] == 5000).all()
