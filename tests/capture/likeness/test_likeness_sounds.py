"""Sound beside sound: the same wave, another one, silence, and a voice that was disguised."""

import numpy as np
import pytest

from capture.likeness import sounds
from capture.likeness.sounds import RATE, Mono
from capture.redact.disguise import Disguise

SECOND = RATE
CHANCE = np.random.default_rng(7)


def speech(seed: int, seconds: int = 8) -> Mono:
    """Give something like speech: syllables and pauses, hiss, harmonics that come and go."""
    chance = np.random.default_rng(seed)
    at = np.arange(seconds * SECOND) / SECOND

    def wandering(every: float, spread: float) -> Mono:
        knots = np.arange(0, seconds, every)
        return np.asarray(np.interp(at, knots, spread * chance.normal(size=len(knots))))

    pitch = np.cumsum(110 + wandering(0.3, 20))
    syllables = np.exp(wandering(0.12, 2))
    made = np.zeros_like(at)
    for number in range(1, 25):
        loud = np.exp(wandering(0.12, 0.5)) / number
        made += loud * np.sin(2 * np.pi * number * pitch / SECOND)
    made = syllables * (made + 0.2 * chance.normal(size=len(at)))
    return np.asarray(made / np.abs(made).max() * 12_000)


def stretches(copy: Mono, original: Mono) -> list[tuple[Mono, Mono]]:
    size = 2 * SECOND
    return [(copy[at : at + size], original[at : at + size]) for at in range(0, len(copy), size)]


def test_the_same_wave_is_found_though_it_comes_a_little_later() -> None:
    original = speech(1)
    late = np.concatenate((np.zeros(1_500), original))[: len(original)]
    noisy = 0.5 * late + CHANCE.normal(0, 30, len(late))
    found = sounds.compare(stretches(noisy, original))
    assert (found.heard, found.alike, found.quiet) == (4, 4, 0)
    assert found.wave is not None
    assert found.wave > 0.9
    assert found.holds
    assert found.rhythm is None


@pytest.mark.parametrize("seed", [2, 3, 4])
def test_other_sound_does_not_hold(seed: int) -> None:
    found = sounds.compare(stretches(speech(seed), speech(1)))
    assert found.alike == 0
    assert found.rhythm is not None
    assert abs(found.rhythm) < 0.3
    assert not found.holds
    assert not found.holds_outside


def test_what_was_added_to_silence_or_taken_from_sound_is_told() -> None:
    original, nothing = speech(1), np.zeros(8 * SECOND)
    gone = sounds.compare(stretches(nothing, original))
    assert (gone.heard, gone.alike, gone.quiet) == (4, 0, 4)
    assert not gone.holds
    added = sounds.compare(stretches(original, nothing))
    assert (added.heard, added.alike) == (4, 0)
    assert not added.holds
    assert not added.holds_outside
    neither = sounds.compare(stretches(nothing, nothing))
    assert neither.heard == 0


def test_one_stretch_that_was_replaced_is_told() -> None:
    original = speech(1)
    spliced = np.concatenate((original[: 4 * SECOND], speech(9)[4 * SECOND :]))
    found = sounds.compare(stretches(spliced, original))
    assert (found.heard, found.alike) == (4, 2)
    assert not found.holds


def test_a_disguised_voice_keeps_the_rhythm_and_not_the_wave() -> None:
    original = speech(1)
    disguise = Disguise(RATE)
    both = np.tile((original / 32768).astype(np.float32), (2, 1))
    made = np.concatenate([*disguise.push(both), *disguise.finish()], axis=1)[0] * 32768.0
    found = sounds.compare(stretches(np.asarray(made, np.float64), original))
    assert found.alike == 0
    assert found.rhythm is not None
    assert found.rhythm > 0.5  # a disguise is never the same twice
    assert found.holds_outside is (found.rhythm >= sounds.LEAST_RHYTHM)
    assert not found.holds


def test_stretches_too_short_to_compare_say_nothing() -> None:
    assert sounds.compare([(np.ones(100), np.ones(100)), (np.zeros(0), np.zeros(0))]).heard == 0


def test_two_channels_become_one() -> None:
    assert sounds.mono(np.array([1, 3, -5, 5], "<i2").tobytes()).tolist() == [2.0, 0.0]
