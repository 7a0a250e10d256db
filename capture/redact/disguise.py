"""A voice made again by another throat: what was said stays, who said it is hard to hear.

A plain shift of the pitch can be shifted back. Here nothing of the original's own vibration is
kept: of every hundredth of a second only the loudness in some thirty bands is taken (a channel
vocoder: Dudley, 1939), those are moved up or down and bent by amounts that wander, and a new
voice of another pitch, hiss and a floor of noise are shaped by them; nothing above some 4.5 kHz is
left. Both channels get the same. The melody of the sentence is flattened to a third.

What is wandered by comes from the system's randomness, is used once, and is kept nowhere; the
noise has a generator of its own, so that nothing of it can be told from what is heard. It hides
from listeners more than from laboratories: words, pauses, speed and accent stay.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from capture.redact.wander import Wander, fresh

Sound = NDArray[np.float32]
Grid = NDArray[np.floating[Any]]
Spectra = NDArray[np.complexfloating[Any, Any]]

_FRAME, _HOP = 2048, 512
_TOGETHER = 64
"""Frames that are worked on at once: their number bounds memory."""
_BANDS = 30
_LOWEST, _TOP = 90.0, 4_500.0
_PITCHES = (65.0, 400.0)
_FLATTENED = 0.33
_FLOOR = 10**-4.2
"""Share of the loudest energy of late under which nothing is heard but noise."""
_HISS = 10**-3.6
_FORGET = 0.995
_TINY = 1e-12


class Disguise:
    """One stretch of sound; pieces (2, count) go in, and as many samples come out."""

    def __init__(self, rate: int) -> None:
        self._ear = _Ear(rate)
        self._throat = _Throat(rate)
        self._waiting = np.zeros(_FRAME - _HOP)
        self._tail = np.zeros(_FRAME)
        self._owed = 0
        self._skip = _FRAME - _HOP

    def push(self, sound: Sound) -> Iterator[Sound]:
        """Take a piece and give what is ready."""
        self._owed += sound.shape[1]
        self._waiting = np.concatenate((self._waiting, sound.mean(axis=0, dtype=np.float64)))
        while (count := (len(self._waiting) - _FRAME) // _HOP + 1) >= _TOGETHER:
            yield from self._made(min(count, _TOGETHER))

    def finish(self) -> Iterator[Sound]:
        """Give the rest: as much as came in, all in all."""
        while self._owed:
            self._waiting = np.concatenate((self._waiting, np.zeros(_TOGETHER * _HOP)))
            while len(self._waiting) >= _FRAME and self._owed:
                yield from self._made(min((len(self._waiting) - _FRAME) // _HOP + 1, _TOGETHER))

    def _made(self, count: int) -> Iterator[Sound]:
        starts = np.arange(count)[:, None] * _HOP
        frames = self._waiting[starts + np.arange(_FRAME)]
        self._waiting = self._waiting[count * _HOP :]
        voice = self._throat.spoken(*self._ear.heard(frames))
        whole = np.zeros(count * _HOP + _FRAME)
        whole[:_FRAME] = self._tail
        for number, piece in enumerate(voice):
            whole[number * _HOP : number * _HOP + _FRAME] += piece
        self._tail = whole[count * _HOP :]
        ready = whole[min(self._skip, count * _HOP) : count * _HOP][: self._owed]
        self._skip = max(self._skip - count * _HOP, 0)
        self._owed -= len(ready)
        if len(ready):
            yield np.tile(np.clip(ready, -1, 1).astype(np.float32), (2, 1))


def _mel(hertz: Grid) -> Grid:
    return np.asarray(1127 * np.log1p(hertz / 700))


class _Bands:
    """The bands of loudness, evenly apart as the ear has it; ``hertz`` are of the FFT's bins."""

    def __init__(self, rate: int) -> None:
        self.hertz = np.arange(_FRAME // 2 + 1) * (rate / _FRAME)
        ends = _mel(np.array([_LOWEST, _TOP * 1.3]))
        self.first, self.apart = ends[0], (ends[1] - ends[0]) / (_BANDS - 1)
        away = np.abs(self.place(self.hertz)[:, None] - np.arange(_BANDS))
        shares = np.maximum(1 - away, 0)
        self.shares = shares / np.maximum(shares.sum(axis=0), _TINY)

    def place(self, hertz: Grid) -> Grid:
        """Return where between the bands a frequency lies."""
        return np.asarray((_mel(hertz) - self.first) / self.apart)


class _Ear:
    """Tells of each frame how loud its bands are, how high its voice is, and how much a voice."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._bands = _Bands(rate)
        self._window = np.hanning(_FRAME + 1)[:_FRAME]
        spread = np.fft.irfft(np.abs(np.fft.rfft(self._window, 2 * _FRAME)) ** 2)
        self._lags = slice(int(rate / _PITCHES[1]), int(rate / _PITCHES[0]))
        self._spread = spread[self._lags] / spread[0]
        self._usual = np.log(130.0)

    def heard(self, frames: Grid) -> tuple[Grid, Grid, Grid]:
        """Return loudness (frames, bands), pitch against its usual (logarithm), and voicing."""
        windowed = frames * self._window
        energy = np.abs(np.fft.rfft(windowed, 2 * _FRAME)) ** 2
        loud = energy[:, ::2] @ self._bands.shares
        alike = np.fft.irfft(energy)
        own = alike[:, self._lags] / np.maximum(alike[:, :1], _TINY) / self._spread
        best = own.argmax(axis=1)
        pitch = np.log(self._rate / (best + self._lags.start))
        voiced = np.clip((own.max(axis=1) - 0.4) / 0.3, 0, 1)
        return loud, self._against_usual(pitch, voiced), voiced

    def _against_usual(self, pitch: Grid, voiced: Grid) -> Grid:
        """Return how far each pitch is from what is usual of late; a jump of an octave is none."""
        away = np.zeros(len(pitch))
        for number, (one, sure) in enumerate(zip(pitch.tolist(), voiced.tolist(), strict=True)):
            self._usual += 0.02 * sure * (one - self._usual)
            away[number] = np.clip(one - self._usual, -0.4, 0.4) * sure
        return away


class _Throat:
    """Makes the new voice; all that it wanders by is drawn when it is made, and as it goes."""

    def __init__(self, rate: int) -> None:
        chance = fresh()
        self._rate = rate
        self._bands = _Bands(rate)
        self._window = np.hanning(_FRAME + 1)[:_FRAME]
        self._power = float((self._window**2).sum())
        side = 1 if chance.random() < 0.5 else -1  # noqa: PLR2004 - a coin
        self._size = Wander(chance, side * chance.uniform(0.10, 0.20), 0.05, every=180)
        self._bend = Wander(chance, 0.0, 0.8, every=150)
        self._where = Wander(chance, chance.uniform(0, 6), 1.5, every=300)
        self._pitch = Wander(chance, np.log(chance.uniform(90, 210)), 0.12, every=120)
        self._noise = fresh()
        self._phase = 0.0
        self._loudest = _TINY
        self._before = np.zeros(_FRAME - _HOP), np.zeros(_FRAME - _HOP)

    def spoken(self, loud: Grid, melody: Grid, voiced: Grid) -> Grid:
        """Return frames of the new voice (frames, samples), to be added up."""
        shape = self._shape(loud, len(voiced))
        pitch = np.exp(self._pitch.next(len(voiced)) + _FLATTENED * melody)
        pulses, hiss = self._carriers(pitch)
        # A voice is breath above, also where it is one.
        breath = np.clip((self._bands.hertz - 1_800) / 2_500, 0.05, 0.8)
        tonal = voiced[:, None] * (1 - breath)
        carried = pulses * np.sqrt(tonal) + hiss * np.sqrt(1 - tonal)
        made = np.fft.irfft(carried * np.sqrt(shape / self._power), axis=1)
        # Squared windows, four of them over each sample, add up to one and a half.
        return np.asarray(made * self._window / 1.5)

    def _shape(self, loud: Grid, count: int) -> Grid:
        """Return the energy of each bin (frames, bins): the bands, moved and bent."""
        floor = self._floor(loud)
        heights = np.log(np.maximum(loud, floor[:, None] * _FLOOR) + _TINY)
        place = self._bands.place(self._bands.hertz)
        sized = self._bands.hertz * np.exp(-self._size.next(count))[:, None]
        bent = self._bend.next(count)[:, None] * np.sin(
            place * (2 * np.pi / _BANDS) + self._where.next(count)[:, None]
        )
        at = np.clip(self._bands.place(sized) + bent, 0, _BANDS - 1.001)
        low = at.astype(np.intp)
        rows = np.arange(count)[:, None]
        share = at - low
        shape = np.exp(heights[rows, low] * (1 - share) + heights[rows, low + 1] * share)
        shape += floor[:, None] * _HISS / _BANDS
        return np.asarray(shape * _passed(self._bands.hertz))

    def _floor(self, loud: Grid) -> Grid:
        """Return the loudest band of late, frame by frame."""
        found = np.zeros(len(loud))
        for number, peak in enumerate(loud.max(axis=1).tolist()):
            self._loudest = max(self._loudest * _FORGET, peak)
            found[number] = self._loudest
        return found

    def _carriers(self, pitch: Grid) -> tuple[Spectra, Spectra]:
        """Return the spectra of pulses of a pitch and of hiss, of even strength, frame by frame."""
        new = len(pitch) * _HOP
        each = np.repeat(pitch, _HOP) * (1 + 0.01 * self._noise.standard_normal(new))
        phase = self._phase + np.cumsum(each / self._rate)
        beats = np.diff(np.floor(phase), prepend=np.floor(self._phase))
        self._phase = float(phase[-1] % 1.0)
        pulses = beats * np.sqrt(self._rate / each)
        hiss = self._noise.standard_normal(new)
        whole = [np.concatenate(both) for both in zip(self._before, (pulses, hiss), strict=True)]
        self._before = whole[0][new:], whole[1][new:]
        starts = np.arange(len(pitch))[:, None] * _HOP + np.arange(_FRAME)
        one, other = (np.fft.rfft(some[starts] * self._window, axis=1) for some in whole)
        return one, other


def _passed(hertz: Grid) -> Grid:
    """Return what passes of each frequency: nothing far below a voice, nothing above the top."""
    up = np.clip((hertz - 60) / 60, 0, 1)
    return np.asarray(up * np.clip((_TOP - hertz) / 400, 0, 1))
