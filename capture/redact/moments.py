"""When a frame is on the screen, and what of a plan holds then."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from fractions import Fraction
from itertools import accumulate

from capture.redact.film import Span, Track
from capture.redact.keys import Key

MICRO = 1_000_000
Place = tuple[int, int, int, int]
"""Left, top, width, height in pixels of the upright picture."""


def moment(stamp: int, time_base: Fraction, first: int) -> int:
    """Return a timestamp as whole microseconds since the first frame's stamp, rounded down."""
    return (stamp - first) * time_base.numerator * MICRO // time_base.denominator


def holds(spans: Iterable[Span], begins: int, ends: int) -> bool:
    """Say whether any span holds at some moment of a frame shown from ``begins`` to ``ends``."""
    return any(span.begins < ends and begins < span.ends for span in spans)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the same moments as spans in order, none of which touch."""
    out: list[Span] = []
    for span in sorted(spans, key=lambda one: one.begins):
        if out and span.begins <= out[-1].ends:
            out[-1] = Span(out[-1].begins, max(out[-1].ends, span.ends))
        else:
            out.append(span)
    return tuple(out)


class Cuts:
    """What is cut out of a video, and which time of the copy is which of the original."""

    def __init__(self, cut: Iterable[Span]) -> None:
        self.spans = merged(cut)
        self._begins = [span.begins for span in self.spans]
        self._gone = list(accumulate((s.ends - s.begins for s in self.spans), initial=0))
        self._joints = [b - gone for b, gone in zip(self._begins, self._gone, strict=False)]

    def in_copy(self, at: int) -> int:
        """Return when in the copy a moment is; for one that is cut, where the cut was made."""
        before = bisect_right(self._begins, at)
        if not before:
            return at
        last = self.spans[before - 1]
        return at - self._gone[before - 1] - (min(at, last.ends) - last.begins)

    def in_original(self, at: int) -> int:
        """Return which moment of the original one of the copy is; at a cut, the one after it."""
        return at + self._gone[bisect_right(self._joints, at)]


def place_during(track: Track, begins: int, ends: int) -> Place | None:
    """Return the smallest box around all places of a track while a frame is shown.

    The frame is shown from ``begins`` up to, not including, ``ends``. None if the track is not
    there then.
    """
    if ends <= track.begins or begins > track.ends:
        return None
    start, stop = max(begins, track.begins), min(ends, track.ends)
    keys = track.keys
    within = keys[bisect_right(keys, start, key=_at) : bisect_left(keys, stop, key=_at)]
    edges = [_edges_at(keys, at) for at in (start, stop)]
    edges += [(k.left, k.top, k.left + k.width, k.top + k.height) for k in within]
    left, top = (min(edge[side] for edge in edges) for side in (0, 1))
    right, bottom = (max(edge[side] for edge in edges) for side in (2, 3))
    return left, top, right - left, bottom - top


def _at(key: Key) -> int:
    return key.at


def _edges_at(keys: tuple[Key, ...], at: int) -> Place:
    """Return left, top, right, bottom at one time between the first key and the last, outwards."""
    after = bisect_left(keys, at, key=_at)
    one, other = keys[max(after - 1, 0)], keys[after]
    if other.at == at:
        one = other
    part, whole = at - one.at, max(other.at - one.at, 1)
    low = [a * (whole - part) + b * part for a, b in _low(one, other)]
    high = [a * (whole - part) + b * part for a, b in _high(one, other)]
    return low[0] // whole, low[1] // whole, -(-high[0] // whole), -(-high[1] // whole)


def _low(one: Key, other: Key) -> tuple[tuple[int, int], tuple[int, int]]:
    return (one.left, other.left), (one.top, other.top)


def _high(one: Key, other: Key) -> tuple[tuple[int, int], tuple[int, int]]:
    return (
        (one.left + one.width, other.left + other.width),
        (one.top + one.height, other.top + other.height),
    )
