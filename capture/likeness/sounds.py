"""How alike two recordings sound, stretch by stretch: the wave itself, or else its rhythm.

Where sound was only encoded again, its wave still goes with the original's (correlation of at
least 0.8, at the shift of up to 60 ms at which it is greatest: encoders begin a little late).
Where a voice was disguised no wave is left. What has to be left is the rhythm: how loud it is
from 100 to 4,500 Hz, every hundredth of a second, goes up and down with the original
(correlation of at least 0.75). Somebody who speaks in the same rhythm can pass that; it shows
that nothing else was put there, and not whose voice it is. Figures: docs/formats/bundle.md.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
LEAST_WAVE = 0.8
LEAST_RHYTHM = 0.75
SHIFT = RATE * 60 // 1000
"""Samples by which one may come later than the other."""
_QUIET = 33.0
"""Root mean square of 16-bit samples below which there is nothing to be heard: -60 dB."""
_FRAME, _HOP = 2048, 480
_BAND = (100.0, 4_500.0)
_FLOOR = 1e-4
"""Share of a stretch's mean energy that is added, so that silence does not decide."""
_TINY = 1e-9
_LEAST_FRAMES = 20

Mono = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Hearing:
    """What was found over stretches of sound.

    ``heard`` stretches have something to be heard in one of the two; in ``alike`` of them the
    copy's wave goes with it, by ``wave`` in the middle one. ``quiet`` of the others are silent in
    the copy. ``rhythm`` is of the rest; None where none is left.
    """

    heard: int
    alike: int
    quiet: int
    wave: float | None
    rhythm: float | None

    @property
    def holds(self) -> bool:
        """Whether the sound is the original's all along; one stretch in twenty may be off."""
        return self.alike >= self.heard - self.heard // 20

    @property
    def holds_outside(self) -> bool:
        """Whether enough of it goes with the original, where some was covered or disguised."""
        return self.alike > 0 or (self.rhythm is not None and self.rhythm >= LEAST_RHYTHM)


def compare(pairs: Sequence[tuple[Mono, Mono]]) -> Hearing:
    """Compare stretches, each a copy's and the original's at the same time, at RATE."""
    long = (pair for pair in pairs if min(map(len, pair)) >= _FRAME)
    heard = [pair for pair in long if any(map(_is_heard, pair))]
    waves = [_wave(copy, original) for copy, original in heard]
    alike = sorted(wave for wave in waves if wave >= LEAST_WAVE)
    other = [pair for pair, wave in zip(heard, waves, strict=True) if wave < LEAST_WAVE]
    rest = [pair for pair in other if _is_heard(pair[0])]
    middle = round(alike[len(alike) // 2], 3) if alike else None
    return Hearing(len(heard), len(alike), len(other) - len(rest), middle, _rhythm(rest))


def mono(samples: bytes) -> Mono:
    """Return sound of two channels of 16 bits, interleaved, as one channel."""
    return np.asarray(np.frombuffer(samples, "<i2").reshape(-1, 2).mean(axis=1))


def _is_heard(sound: Mono) -> bool:
    return len(sound) > 0 and float(np.sqrt((sound**2).mean())) > _QUIET


def _wave(copy: Mono, original: Mono) -> float:
    """Return the greatest correlation over all shifts."""
    size = min(len(copy), len(original))
    shift = min(SHIFT, size // 4)
    inner = size - 2 * shift
    middle = copy[shift : shift + inner]
    length = 1 << (2 * size).bit_length()
    product = np.fft.rfft(original[:size], length) * np.conj(np.fft.rfft(middle, length))
    together = np.fft.irfft(product, length)[: 2 * shift + 1]
    energy = np.cumsum(np.concatenate(([0.0], original[:size] ** 2)))
    theirs = energy[inner : inner + 2 * shift + 1] - energy[: 2 * shift + 1]
    return float((together / np.sqrt(np.maximum(theirs * (middle**2).sum(), _TINY))).max())


def _rhythm(pairs: Sequence[tuple[Mono, Mono]]) -> float | None:
    """Return how the loudness of both goes together, over all stretches at once."""
    long = [pair for pair in pairs if min(map(len, pair)) >= _FRAME + _LEAST_FRAMES * _HOP]
    if not long:
        return None
    one, other = (np.concatenate([_loudness(pair[side]) for pair in long]) for side in (0, 1))
    one, other = one - one.mean(), other - other.mean()
    energy = float((one**2).sum() * (other**2).sum())
    together = float((one * other).sum())
    return round(together / math.sqrt(max(energy, _TINY)), 3)


def _loudness(sound: Mono) -> Mono:
    """Return the logarithm of the energy in every hundredth of a second."""
    starts = np.arange(0, len(sound) - _FRAME + 1, _HOP)[:, None]
    frames = sound[starts + np.arange(_FRAME)] * np.hanning(_FRAME)
    power = np.abs(np.fft.rfft(frames)) ** 2
    low, high = np.searchsorted(np.fft.rfftfreq(_FRAME, 1 / RATE), _BAND)
    energy = power[:, low:high].sum(axis=1)
    return np.asarray(np.log(energy + _FLOOR * energy.mean() + _TINY))
