"""How alike two videos or recordings are, at moments that are spread evenly over their length.

The confined child decodes both; only reduced frames and short stretches of sound come out of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import add
from typing import BinaryIO

import numpy as np

from capture.decode.playable import Film
from capture.isolate import MediaPool
from capture.isolate.playing import (
    SAMPLE,
    SOUND_RATE,
    Answer,
    Enough,
    Frame,
    Piece,
    Rest,
    Sound,
    Wish,
    play,
)
from capture.likeness import pictures, sounds
from capture.likeness.compared import Compared
from capture.likeness.pictures import NOTHING
from capture.likeness.sounds import Mono
from capture.progress import Tick, silent
from capture.redact.film import Span
from capture.redact.moments import Cuts
from capture.report import Picture

MOMENTS = 24
"""At how many moments a video is looked at and listened to, unless it is very short."""
SIDE = 480
"""Longest side of a frame that is compared, in pixels."""
STRETCH = 2_000_000
"""Microseconds that are listened to at each moment."""
MAY_DIFFER = 500_000
"""Microseconds by which the lengths of two recordings may differ: codecs end in whole blocks."""
BESIDE = 100_000
"""Microseconds from where a cut was made to the moments before and behind it."""
_LEAST_MOMENTS = 4
_MICRO = 1_000_000


def compare(
    pool: MediaPool,
    copy: BinaryIO,
    original: BinaryIO,
    tick: Tick = silent,
    cut: Sequence[Span] = (),
) -> Compared | None:
    """Compare a copy with its original; None where they cannot be laid over each other.

    ``cut`` is what was left out of the original, in its own time. ``tick`` counts moments of both.
    Raises CaptureError.
    """
    cuts = Cuts(cut)
    ours = _taken(pool, copy, None, cuts, tick)
    theirs = _taken(pool, original, ours, cuts, tick)
    if not _fit(ours, theirs, cuts):
        return None
    pairs = tuple(zip(theirs.glimpses, ours.glimpses, strict=False))
    shown = [(one.picture, other.picture) for one, other in pairs if one.picture and other.picture]
    found = [pictures.compare(one, other) for one, other in shown]
    fields = [one for one in found if one is not None]
    if len(fields) < len(found):
        return None
    heard = sounds.compare(tuple(_heard(theirs, ours, cuts)))
    size = (shown[0][1].width, shown[0][1].height) if shown else (0, 0)
    return Compared(len(shown), size, reduce(add, fields, NOTHING), heard if heard.heard else None)


@dataclass(slots=True)
class _Glimpse:
    """What is seen and heard at a moment: a frame, when it began, and sound from ``heard`` on."""

    picture: Picture | None = None
    seen: int = 0
    heard: int = 0
    sound: bytearray = field(default_factory=bytearray)


def _taken(
    pool: MediaPool, source: BinaryIO, like: "_Glimpses | None", cuts: Cuts, tick: Tick
) -> "_Glimpses":
    source.seek(0)
    taking = _Glimpses(like, cuts, tick)
    play(pool, source, Wish(0, SIDE), taking.take, lambda _done, _total: taking.alive())
    return taking


class _Glimpses:
    """Listens to a video that is played, going from moment to moment.

    ``like`` are those of the copy: then this is the original, and the moments are in the middle of
    what was seen there, each where it is in the original.
    """

    def __init__(self, like: "_Glimpses | None", cuts: Cuts, tick: Tick) -> None:
        self._like, self._cuts, self._tick = like, cuts, tick
        self._moments: Sequence[int] = ()
        self._stretch = 0
        self.film: Film | None = None
        self.glimpses: list[_Glimpse] = []

    def alive(self) -> None:
        """Tell the tick how far it is; what it raises ends the playing."""
        ours = MOMENTS if self._like is not None else 0
        self._tick(ours + min(len(self.glimpses), MOMENTS), 2 * MOMENTS)

    def take(self, piece: Piece) -> Answer:
        """Keep what is wanted of a piece, and say what is wished next."""
        match piece:
            case Film():
                return self._begin(piece)
            case Frame():
                self._see(piece)
            case Sound():
                self._hear(piece)
            case Rest():
                return self._next()
            case _:
                return None
        return self._next() if self._has_enough() else None

    def _begin(self, film: Film) -> Answer:
        self.film = film
        count = max(_LEAST_MOMENTS, min(MOMENTS, film.length // STRETCH))
        self._stretch = min(STRETCH, film.length // count)
        evenly = (film.length * (2 * at + 1) // (2 * count) for at in range(count))
        self._moments = sorted({*evenly, *self._beside_cuts(film.length)})
        if self._like is not None:
            self._moments = tuple(map(self._cuts.in_original, self._like.middles()))
            self._stretch = self._like.stretch
        return self._next()

    def _beside_cuts(self, length: int) -> Iterator[int]:
        """Give moments right before and behind cuts of the copy; of no more than MOMENTS cuts."""
        joints = [self._cuts.in_copy(span.begins) for span in self._cuts.spans]
        for joint in joints[:: -(-len(joints) // MOMENTS) or 1]:
            for moment in (joint - BESIDE, joint + BESIDE):
                if 0 <= moment < length:
                    yield moment

    @property
    def stretch(self) -> int:
        """Microseconds that are listened to at each moment."""
        return self._stretch

    def middles(self) -> Iterator[int]:
        """Give when what was seen was well on the screen; where nothing was, when it was heard."""
        half = self.film.frame // 2 if self.film else 0
        for moment, glimpse in zip(self._moments, self.glimpses, strict=False):
            yield glimpse.seen + half if glimpse.picture else moment

    def _next(self) -> Answer:
        self.alive()
        if len(self.glimpses) == len(self._moments):
            return Enough()
        self.glimpses.append(_Glimpse())
        return Wish(self._moments[len(self.glimpses) - 1], SIDE)

    def _see(self, frame: Frame) -> None:
        glimpse = self.glimpses[-1]
        if glimpse.picture is None:
            glimpse.picture, glimpse.seen = frame.picture, frame.at

    def _hear(self, sound: Sound) -> None:
        glimpse = self.glimpses[-1]
        if not glimpse.sound:
            glimpse.heard = sound.at
        glimpse.sound += sound.samples[: self._wanted() - len(glimpse.sound)]

    def _wanted(self) -> int:
        return self._stretch * SOUND_RATE // _MICRO * SAMPLE

    def _has_enough(self) -> bool:
        film, glimpse = self.film, self.glimpses[-1]
        if film is None or (film.width and glimpse.picture is None):
            return False
        return not film.sound or len(glimpse.sound) >= self._wanted()


def _fit(ours: _Glimpses, theirs: _Glimpses, cuts: Cuts) -> bool:
    one, other = ours.film, theirs.film
    if one is None or other is None:
        return False
    alike = bool(one.width) == bool(other.width) and one.sound == other.sound
    return alike and abs(one.length - cuts.in_copy(other.length)) <= MAY_DIFFER


def _heard(theirs: _Glimpses, ours: _Glimpses, cuts: Cuts) -> Iterator[tuple[Mono, Mono]]:
    """Give the stretches of both that were heard at the same time, as one channel, ours first.

    Times are the copy's. A stretch ends where the copy goes on behind a cut, and begins there.
    """
    joints = [cuts.in_copy(span.begins) for span in cuts.spans]
    for middle, one, other in zip(ours.middles(), theirs.glimpses, ours.glimpses, strict=False):
        began = one.heard - (cuts.in_original(middle) - middle)
        before = max((joint for joint in joints if joint <= middle), default=0)
        after = min((joint for joint in joints if joint > middle), default=None)
        begins = max(other.heard, began, before)
        copy, original = _from(other, begins - other.heard), _from(one, begins - began)
        size = min(len(copy), len(original))
        if after is not None:
            size = min(size, (after - begins) * SOUND_RATE // _MICRO)
        if size > 0:
            yield copy[:size], original[:size]


def _from(glimpse: _Glimpse, late: int) -> Mono:
    """Return what was heard, without its first microseconds."""
    early = late * SOUND_RATE // _MICRO
    whole = len(glimpse.sound) // SAMPLE * SAMPLE
    return np.asarray(sounds.mono(bytes(glimpse.sound[:whole]))[early:])
