"""What becomes of sound: real silence, tones, another voice, and its place in time."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capture.redact.disguise import Disguise
from capture.redact.film import FilmPlan, Hearing, Span, Voice
from capture.redact.hearing import Ears, silent_spans
from capture.redact.wander import Wander, fresh

RATE = 48_000
SEED = "00112233445566778899aabbccddeeff"
MICRO = 1_000_000


def plan_of(*sound: Hearing, cut: tuple[Span, ...] = ()) -> FilmPlan:
    return FilmPlan(16, 16, 10 * MICRO, SEED, sound=sound, cut=cut)


def ramp(count: int) -> np.ndarray:
    """Give sound in which each sample says which one it is."""
    return np.tile(np.arange(1, count + 1, dtype=np.float32) / 2**20, (2, 1))


def changed(sound: np.ndarray, plan: FilmPlan, pieces: list[int]) -> np.ndarray:
    ears = Ears(plan, RATE)
    edges = sorted({0, *(piece % sound.shape[1] for piece in pieces), sound.shape[1]})
    out = [part for a, b in pairwise(edges) for part in ears.push(sound[:, a:b])]
    out += ears.finish()
    return np.concatenate(out, axis=1)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 900), st.integers(1, 300)), max_size=4),
    st.lists(st.tuples(st.integers(0, 900), st.integers(1, 300)), max_size=4),
    st.lists(st.integers(1, 40_000), max_size=5),
)
def test_what_is_muted_is_zero_what_is_cut_is_gone_and_the_rest_is_as_it_was(
    mute: list[tuple[int, int]], cut: list[tuple[int, int]], pieces: list[int]
) -> None:
    sound = ramp(RATE)
    muted, gone = np.zeros(RATE, bool), np.zeros(RATE, bool)
    for some, marks in ((mute, muted), (cut, gone)):
        for begins, lasts in some:
            marks[begins * 48 : (begins + lasts) * 48] = True
    hearings = [Hearing(Span(a * 1000, (a + b) * 1000), Voice.MUTE) for a, b in mute]
    plan = plan_of(*hearings, cut=tuple(Span(a * 1000, (a + b) * 1000) for a, b in cut))

    if gone.all():
        return
    heard = changed(sound, plan, pieces)

    assert np.array_equal(heard, np.where(muted, 0, sound)[:, ~gone])


def test_a_tone_stands_where_it_should_and_nothing_of_the_sound() -> None:
    plan = plan_of(Hearing(Span(0, MICRO // 2), Voice.TONE))
    one, other = ramp(RATE), ramp(RATE)
    other[:, : RATE // 2] *= -1

    heard = [changed(sound, plan, [5_000]) for sound in (one, other)]

    assert np.array_equal(heard[0], heard[1])
    assert 0.09 < np.abs(heard[0][:, : RATE // 2]).max() <= 0.1
    assert np.array_equal(heard[0][:, RATE // 2 :], one[:, RATE // 2 :])


def test_stretches_are_taken_outwards_and_silence_wins() -> None:
    plan = plan_of(
        Hearing(Span(10, 1_000), Voice.DISGUISE),
        Hearing(Span(15, 30), Voice.MUTE),
        Hearing(Span(10, 31), Voice.TONE),
    )

    heard = changed(ramp(100), plan, [])

    # 15 microseconds are in the first sample, 30 in the second.
    assert not heard[:, 0:2].any()
    assert silent_spans(plan) == ((10, 31),)


def voice(seconds: float, pitch: float = 120.0, seed: int = 3) -> np.ndarray:
    """Give a buzz with two formants, and silence in the middle."""
    count = round(seconds * RATE)
    at = np.arange(count) / RATE
    chance = np.random.default_rng(seed)
    tones = [
        np.sin(2 * np.pi * pitch * k * at + chance.uniform(0, 6))
        * (np.exp(-(((pitch * k - 600) / 150) ** 2)) + np.exp(-(((pitch * k - 1500) / 200) ** 2)))
        for k in range(1, 30)
    ]
    mono = np.sum(tones, axis=0) * 0.2
    mono[count // 3 : count // 2] = 0
    return np.tile(mono.astype(np.float32), (2, 1))


@pytest.mark.parametrize("count", [1, 511, 512, 2047, 2048, 2049, 40_000, 100_001])
def test_a_disguise_is_as_long_as_what_it_disguises(count: int) -> None:
    sound = voice(3)[:, :count]
    disguise = Disguise(RATE)

    parts = [one for a in range(0, count, 1000) for one in disguise.push(sound[:, a : a + 1000])]
    parts += disguise.finish()

    made = np.concatenate(parts, axis=1)
    assert made.shape == (2, count)
    assert np.abs(made).max() <= 1


def _disguised(sound: np.ndarray) -> np.ndarray:
    disguise = Disguise(RATE)
    return np.concatenate([*disguise.push(sound), *disguise.finish()], axis=1)


def test_a_disguise_keeps_when_something_is_said_and_nothing_of_the_voice_itself() -> None:
    sound = voice(3)
    made = _disguised(sound)[0]

    loud = np.abs(made).reshape(-1, RATE // 10).mean(axis=1)
    spoken = np.abs(sound[0]).reshape(-1, RATE // 10).mean(axis=1) > 0.001
    assert loud[~spoken][1:-1].max() < loud[spoken].mean() / 4
    spectra = [np.abs(np.fft.rfft(one)) for one in (sound[0], made)]
    top = round(4_600 * len(made) / RATE)
    assert spectra[1][top:].max() < spectra[1].max() / 10
    # Its vibration is another one: what was strongest at the voice's pitches no longer is.
    pitches = [round(120 * k * len(made) / RATE) for k in range(4, 7)]
    before, after = (one[pitches].sum() / one.sum() for one in spectra)
    assert after < before / 3


def test_no_two_disguises_are_alike() -> None:
    sound = voice(1)
    one, other = (_disguised(sound)[0] for _ in range(2))

    assert abs(np.corrcoef(one, other)[0, 1]) < 0.3


def test_what_wanders_stays_near_its_middle_and_moves() -> None:
    values = Wander(fresh(), 10.0, 1.0, every=30).next(5_000)

    assert 8 <= values.min() < values.max() <= 12
    assert np.abs(np.diff(values)).max() < 1
    assert values.std() > 0.2
