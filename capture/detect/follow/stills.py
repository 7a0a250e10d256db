"""Frames as following needs them, in order, with the cuts between them known."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from capture.detect.follow.camera import Change, Small, change, small_of
from capture.detect.follow.patches import Grey, Levels, levels_of

F = TypeVar("F")
_FLASH = 0.75
"""How much the frame after a flash has to be like the one before it."""
STILL = Change(0.0, 0.0, cut=False, doubtful=False, likeness=1.0)


@dataclass(frozen=True, slots=True)
class Still:
    """One frame: its time in microseconds, its pyramid, what changed since the frame before."""

    at: int
    levels: Levels
    change: Change
    first: bool
    """It is the first of its shot: no frame before, or a cut."""


@dataclass(frozen=True, slots=True)
class _Held(Generic[F]):
    still: Still
    small: Small
    frame: F


class Stills(Generic[F]):
    """Gives each frame one frame later: only the next one tells a cut from a flash."""

    def __init__(self) -> None:
        self._before: Small | None = None
        self._held: _Held[F] | None = None

    def push(self, at: int, grey: Grey, frame: F) -> Iterator[tuple[Still, F, bool]]:
        """Take a frame; give the one before it, and whether it was the last of its shot."""
        small = small_of(grey)
        held = self._held
        what = STILL if held is None else change(held.small, small)
        if held is not None and held.still.first and self._before is not None:
            past = change(self._before, small)
            if what.cut and not past.cut and past.likeness > _FLASH:
                # It was alone between two that are alike, and what follows it goes on from there.
                still = replace(held.still, first=False)
                held = _Held(still, held.small, held.frame)
                half = replace(past, across=past.across / 2, down=past.down / 2, cut=False)
                what = replace(half, doubtful=True)
        if held is not None:
            yield held.still, held.frame, what.cut
        self._before = held.small if held is not None else None
        self._held = _Held(Still(at, levels_of(grey), what, held is None or what.cut), small, frame)

    def finish(self) -> Iterator[tuple[Still, F, bool]]:
        """Give the last frame."""
        if self._held is not None:
            yield self._held.still, self._held.frame, True
        self._held = self._before = None
