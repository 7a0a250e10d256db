"""Sound beside sound: the same wave, another one, silence, and a voice that was disguised."""

import numpy as np
import pytest

from capture.likeness import sounds
from capture.likeness.sounds import RATE, Mono
from capture.redact.disguise import Disguise

SECOND = RATE
CHANCE = np.random.default_rng(7)


def speech(seed: int, seconds: int = 8) -> Mono:
    """Give something like speech: bursts of harmonics and hiss, louder and softer."""
    chance = np.random.default_rng(seed)
    at = np.arange(seconds * SECOND) / SECOND
    pitch = np.cumsum(
        110
        + 20
        * np.interp(
            at, np.arange(0, seconds, 0.3), chance.normal(size=len(np.arange(0, seconds, 0.3)))
        )
    )
    made = np.zeros_like(at)
    for number in range(1, 25):
        knots = np.arange(0, seconds, 0.12)
        loud = np.interp(at, knots, np.exp(2 * chance.normal(size=len(knots)))) / number
        made += loud * np.sin(2 * np.pi * number * pitch / SECOND)
    return np.asarray(made / np.abs(made).max() * 12_000)  # fmt: skip


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
    assert found.wave > 0.95
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
    assert found.rhythm > sounds.LEAST_RHYTHM
    assert found.holds_outside
    assert not found.holds


def test_stretches_too_short_to_compare_say_nothing() -> None:
    assert sounds.compare([(np.ones(100), np.ones(100)), (np.zeros(0), np.zeros(0))]).heard == 0


def test_two_channels_become_one() -> None:
    assert sounds.mono(np.array([1, 3, -5, 5], "<i2").tobytes()).tolist() == [2.0, 0.0]
