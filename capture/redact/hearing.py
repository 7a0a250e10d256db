"""What becomes of a video's sound by its plan: kept, silent, a tone, a disguised voice, or cut out.

Sound comes as pieces (2, count) of ``rate`` samples a second from the video's first moment on, and
leaves with what is cut out missing. Where nothing may be heard, zeros stand, or a tone that is
made of nothing: not one sample of what was there has a part in it. Stretches are taken outwards,
to whole samples.
"""

from collections.abc import Iterable, Iterator
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from capture.decode.reencode_sound import SOUND_RATE
from capture.redact.disguise import Disguise
from capture.redact.film import FilmPlan, Span, Voice
from capture.redact.moments import MICRO, merged
from capture.redact.timeline import Spans

Sound = NDArray[np.float32]

_TONE_HERTZ = 1_000
_TONE_LEVEL = 0.1


class _Fate(IntEnum):
    """What becomes of a stretch; where several hold, the highest does."""

    KEEP = 0
    DISGUISE = 1
    TONE = 2
    MUTE = 3
    CUT = 4


_FATES = {Voice.DISGUISE: _Fate.DISGUISE, Voice.TONE: _Fate.TONE, Voice.MUTE: _Fate.MUTE}


def silent_spans(plan: FilmPlan) -> tuple[tuple[int, int], ...]:
    """Return when nothing of the original is heard: in order, in microseconds, ends excluded."""
    gone = [h.span for h in plan.sound if h.voice is not Voice.DISGUISE]
    return tuple((span.begins, span.ends) for span in merged((*gone, *plan.cut)))


def changed(blocks: Iterable[Sound], plan: FilmPlan) -> Iterator[Sound]:
    """Give the sound of a whole file as it will be heard."""
    ears = Ears(plan, SOUND_RATE)
    for block in blocks:
        yield from ears.push(block)
    yield from ears.finish()


class Ears:
    """One video's sound on its way; pieces come and go in order."""

    def __init__(self, plan: FilmPlan, rate: int) -> None:
        self._rate = rate
        spans: dict[_Fate, list[Span]] = {fate: [] for fate in _Fate}
        for hearing in plan.sound:
            spans[_FATES[hearing.voice]].append(self._outward(hearing.span))
        spans[_Fate.CUT] = [self._outward(span) for span in plan.cut]
        self._spans = {fate: Spans(some) for fate, some in spans.items() if some}
        every = (span for some in spans.values() for span in some)
        self._turns = np.unique([side for span in every for side in (span.begins, span.ends)])
        self._at = 0
        self._disguise: Disguise | None = None

    def push(self, sound: Sound) -> Iterator[Sound]:
        """Take a piece and give what is ready."""
        for part in self._parts(sound):
            fate = self._fate()
            if fate not in {_Fate.DISGUISE, _Fate.CUT}:
                yield from self.finish()
            yield from self._changed(part, fate)
            self._at += part.shape[1]

    def finish(self) -> Iterator[Sound]:
        """Give what a disguise still holds."""
        if self._disguise is not None:
            yield from self._disguise.finish()
            self._disguise = None

    def _parts(self, sound: Sound) -> Iterable[Sound]:
        """Split a piece where something begins or ends."""
        end = self._at + sound.shape[1]
        first, last = np.searchsorted(self._turns, (self._at + 1, end))
        return np.split(sound, self._turns[first:last] - self._at, axis=1)

    def _fate(self) -> _Fate:
        holding = (
            fate for fate, spans in self._spans.items() if spans.hold(self._at, self._at + 1)
        )
        return max(holding, default=_Fate.KEEP)

    def _changed(self, part: Sound, fate: _Fate) -> Iterator[Sound]:
        match fate:
            case _Fate.KEEP:
                yield part
            case _Fate.MUTE:
                yield np.zeros_like(part)
            case _Fate.TONE:
                yield self._tone(part.shape[1])
            case _Fate.DISGUISE:
                self._disguise = self._disguise or Disguise(self._rate)
                yield from self._disguise.push(part)
            case _Fate.CUT:
                pass

    def _tone(self, count: int) -> Sound:
        since = np.arange(self._at, self._at + count) % self._rate
        wave = np.sin(since * (2 * np.pi * _TONE_HERTZ / self._rate)) * _TONE_LEVEL
        return np.tile(wave.astype(np.float32), (2, 1))

    def _outward(self, span: Span) -> Span:
        return Span(span.begins * self._rate // MICRO, -(-span.ends * self._rate // MICRO))
