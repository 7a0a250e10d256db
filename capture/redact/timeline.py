"""What of a plan holds while a frame is shown, asked frame by frame from first to last."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from capture.redact.film import Answer, FilmPlan, Span, Track
from capture.redact.moments import merged, place_during
from capture.redact.plan import Region


@dataclass(frozen=True, slots=True)
class Holding:
    """What becomes of one frame."""

    cut: bool
    blank: bool
    regions: tuple[Region, ...]


class Timeline:
    """A plan, walked through in order: a question may not go back in time."""

    def __init__(self, plan: FilmPlan) -> None:
        covering = (track for track in plan.tracks if track.answer is Answer.COVER)
        self._coming = sorted(covering, key=lambda track: track.begins, reverse=True)
        self._there: list[Track] = []
        self._cut, self._blank = Spans(plan.cut), Spans(plan.blank)

    def during(self, begins: int, ends: int) -> Holding:
        """Return what holds at any moment from ``begins`` up to, not including, ``ends``."""
        while self._coming and self._coming[-1].begins < ends:
            self._there.append(self._coming.pop())
        self._there = [track for track in self._there if track.ends >= begins]
        places = ((track, place_during(track, begins, ends)) for track in self._there)
        regions = tuple(
            Region(*place, shape=track.shape, style=track.style)
            for track, place in places
            if place is not None
        )
        cut, blank = (spans.hold(begins, ends) for spans in (self._cut, self._blank))
        return Holding(cut, blank, regions)


class Spans:
    """Spans of which it is asked whether one holds; nothing has to be asked in order."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = merged(spans)
        self._ends = [span.ends for span in self._spans]

    def hold(self, begins: int, ends: int) -> bool:
        """Say whether one does at some moment from ``begins`` up to ``ends``."""
        after = bisect_left(self._ends, begins + 1)
        return after < len(self._spans) and self._spans[after].begins < ends
