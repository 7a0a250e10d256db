"""Follows what is found through a video, look by look."""

from collections import deque
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from capture.detect.finding import Finding
from capture.detect.follow.moving import AGREES, Moving, apart, inside, lengths, middles
from capture.detect.follow.patches import CELLS, Boxes, Patches, patches_of
from capture.detect.follow.stills import Still
from capture.detect.follow.trails import BEYOND, FURTHER, LONGEST_GAP, Trail, joined, way

_NEAR, _NEARER_EACH = 0.6, 0.02
"""How far from where it was expected a thing may be found, in its own lengths: at once, and more
in each frame since its last sighting."""
_OTHER_SIZE = 2.2
_LEAP, _LEAP_FRAMES, _LEAP_SIZE = 8.0, 2 * 5, 1.5
"""How far away, in lengths, and after how many frames what looks the same is taken for the same."""
_AGAIN, _AGAIN_EACH = 1.0, 0.06
"""How far from its last sighting what was lost may be found again, in lengths, and more in each
frame: whatever is new there is covered on the way from there, too."""
_UNBELIEVED = 21
"""Frames after which a doubtful sighting that stayed alone is forgotten."""
_MOST = 400
"""Findings of one look that are followed, the surest."""


class Follower:
    """Follows what is found through one shot after another.

    ``closed`` is given each trail at its end, ``goes_on`` those that go on, after each look.
    """

    def __init__(
        self, closed: Callable[[Trail], None], goes_on: Callable[[Trail], None] = lambda _: None
    ) -> None:
        self._closed = closed
        self._goes_on = goes_on
        self._live: list[Trail] = []
        self._moving = Moving.of(np.zeros((0, 4)), np.zeros((0, CELLS, CELLS), np.float32))
        self._past: deque[Still] = deque(maxlen=LONGEST_GAP + FURTHER)

    def look(self, stills: Sequence[Still], findings: Sequence[Finding], *, last: bool) -> None:
        """Go on through the frames since the last look, to the one in which this was found.

        ``last`` says that the shot ends with it.
        """
        for still in stills:
            seen = self._moving.step(still.levels, still.change.across, still.change.down)
            for trail, box, alike in zip(self._live, self._moving.boxes, seen, strict=True):
                trail.go(box, still.at, alike=bool(alike))
        self._past.extend(stills)
        surest = sorted(findings, key=lambda found: -found.confidence)[:_MOST]
        boxes = np.array([[f.left, f.top, f.right, f.bottom] for f in surest]).reshape(-1, 4)
        patches = patches_of(stills[-1].levels, boxes)
        of = self._matched(surest, boxes, patches)
        self._go_over(of, boxes, patches)
        self._see(of, surest, boxes, patches)
        self._believe(at_last=last)
        self._let_go(everything=last)
        if last:
            self._past.clear()

    def _matched(
        self, findings: Sequence[Finding], boxes: Boxes, patches: Patches
    ) -> list[int | None]:
        """Say for each finding which live trail it is of, nearest first; None for a new one."""
        of: list[int | None] = [None] * len(findings)
        if not findings or not self._live:
            return of
        there = np.array([trail.boxes[-1] for trail in self._live])
        away = np.linalg.norm(middles(there)[:, None] - middles(boxes)[None], axis=2)
        one, other = lengths(there)[:, None], lengths(boxes)[None]
        away /= np.maximum(one, other)
        ratio = np.maximum(one / other, other / one)
        unseen = np.array([trail.unseen for trail in self._live])[:, None]
        kinds = np.array([[t.kind is f.kind for f in findings] for t in self._live])
        near = kinds & (away < _NEAR + unseen * _NEARER_EACH) & (ratio < _OTHER_SIZE)
        _paired(near, away, of)
        left = np.array([index is None for index in of])
        if left.any():
            alike = np.einsum("tij,fij->tf", self._moving.patches, patches)
            far = kinds & (away < _LEAP) & (ratio < _LEAP_SIZE) & (unseen <= _LEAP_FRAMES)
            _paired(far & (alike > AGREES) & left[None], 1 - alike, of)
        return of

    def _go_over(self, of: list[int | None], boxes: Boxes, patches: Patches) -> None:
        """Follow what was found again back over the frames in which it was not looked for."""
        which = [index for index, trail in enumerate(of) if trail is not None]
        trails = [self._live[of[index] or 0] for index in which]
        wanted = [min(trail.unseen - 1, BEYOND) for trail in trails]
        moving = Moving.of(boxes[which], patches[which])
        for trail, path in zip(trails, self._back(moving, wanted, 0), strict=True):
            trail.also(path)
        for trail, index in zip(trails, which, strict=True):
            self._moving.drift[of[index] or 0] = self._speed(
                trail.last_seen, boxes[index], trail.unseen, 0
            )
            trail.also(way(boxes[index], trail.last_seen, trail.unseen))

    def _see(
        self,
        of: list[int | None],
        findings: Sequence[Finding],
        boxes: Boxes,
        patches: Patches,
    ) -> None:
        """Note what was found: in the trails that it is of, or in new ones."""
        now = self._past[-1]
        for index, (found, trail) in enumerate(zip(findings, of, strict=True)):
            if trail is not None:
                self._live[trail].see(found, boxes[index].copy())
                self._moving.put(trail, boxes[index], patches[index])
        fresh = [index for index, trail in enumerate(of) if trail is None]
        for index in fresh:
            found = findings[index]
            trail_of = Trail(found.kind, [boxes[index]], [now.at], patches[index].copy())
            trail_of.see(found, boxes[index].copy())
            self._live.append(trail_of)
        self._moving.more(boxes[fresh], patches[fresh])

    def _believe(self, *, at_last: bool) -> None:
        """Let trails that were seen well enough reach back to before their first sighting.

        What left the picture cannot be seen again, as at the last frame.
        """
        within = inside(self._moving.boxes, self._past[-1].levels.shape)
        new = [
            trail
            for trail, there in zip(self._live, within, strict=True)
            if not trail.believed and trail.believable(at_last=at_last or not there)
        ]
        for ago in sorted({len(trail.boxes) - 1 for trail in new}):
            if ago >= len(self._past):
                continue
            together = [trail for trail in new if len(trail.boxes) - 1 == ago]
            moving = Moving.of(
                np.array([trail.boxes[0] for trail in together]),
                np.array([trail.first_patch for trail in together]),
                np.array([self._first_speed(trail) for trail in together]),
            )
            reach = [FURTHER if trail.found_well else BEYOND for trail in together]
            paths = self._back(moving, reach, ago)
            before = [self._past[-1 - ago - back] for back in range(1, len(self._past) - ago)]
            for trail, path in zip(together, paths, strict=True):
                whole = joined(path, self._way_from_lost(trail, ago))
                trail.from_start = len(whole) == len(before) and self._past[0].first
                trail.came(whole, [still.at for still in before])
        for trail in new:
            trail.believed = True

    def _way_from_lost(self, trail: Trail, ago: int) -> list[Boxes]:
        """Return the straight way back to where something that may be the same was seen last.

        What was lost while it moved or turned is found again away from where it was expected.
        """
        first = trail.boxes[0]
        lost = [
            (float(apart(other.last_seen, first)), other)
            for other in self._live
            if other.believed and other.kind is trail.kind and 0 < other.unseen - ago <= LONGEST_GAP
        ]
        near = [
            (away, other)
            for away, other in lost
            if away < _AGAIN + _AGAIN_EACH * (other.unseen - ago)
        ]
        if not near:
            return []
        _, other = min(near, key=lambda one: one[0])
        other.goes_on = True
        return way(first, other.last_seen, other.unseen - ago)

    def _first_speed(self, trail: Trail) -> NDArray[np.float64]:
        """Return by how many pixels a trail moved back in each frame before its second sighting."""
        if len(trail.sightings) == 1:
            return np.zeros(2)
        one, other = (sighting.place for sighting in trail.sightings[:2])
        boxes = trail.boxes[one], trail.boxes[other]
        return -self._speed(*boxes, other - one, len(trail.boxes) - 1 - other)

    def _speed(self, one: Boxes, other: Boxes, frames: int, ago: int) -> NDArray[np.float64]:
        """Return by how many pixels a box moved in each of so many frames, the camera apart.

        The last of the frames was so long ``ago``.
        """
        changes = [self._past[-1 - ago - back].change for back in range(frames)]
        camera = np.array([[change.across, change.down] for change in changes]).sum(axis=0)
        moved = (other[:2] + other[2:] - one[:2] - one[2:]) / 2 - camera
        return np.asarray(moved / frames)

    def _back(self, moving: Moving, wanted: Sequence[int], ago: int) -> list[list[Boxes]]:
        """Return each box's path back for so many frames, from the frame that was so long ago.

        A path ends at the beginning of the shot, and where its box left the picture; where it shows
        something else, no later than after BEYOND frames.
        """
        seen = np.ones(len(wanted), dtype=bool)
        paths: list[list[Boxes]] = [[] for _ in wanted]
        which, frames = np.arange(len(wanted)), np.array(wanted, dtype=np.intp)
        for back in range(1, min(max(wanted, default=0), len(self._past) - 1 - ago) + 1):
            kept = (frames[which] >= back) & (seen | (back <= BEYOND))
            kept &= inside(moving.boxes, self._past[-1].levels.shape)
            moving.only(kept)
            which, seen = which[kept], seen[kept]
            if not which.size:
                break
            change = self._past[-back - ago].change
            seen &= moving.step(self._past[-back - 1 - ago].levels, -change.across, -change.down)
            for one, box in zip(which, moving.boxes, strict=True):
                paths[one].append(box.copy())
        return paths

    def _let_go(self, *, everything: bool) -> None:
        """Close the trails that nothing found for too long, that left, or whose shot ends."""
        within = inside(self._moving.boxes, self._past[-1].levels.shape)
        kept = np.array(
            [
                not everything
                and trail.unseen < (_awaited(trail) if trail.believed else _UNBELIEVED)
                and bool(seen or not trail.unseen)
                for trail, seen in zip(self._live, within, strict=True)
            ],
            dtype=bool,
        )
        for trail, stays in zip(self._live, kept, strict=True):
            if not stays and trail.believed:
                trail.to_end = everything and trail.unseen <= trail.beyond
                trail.cut_short()
                self._closed(trail)
        self._live = [trail for trail, stays in zip(self._live, kept, strict=True) if stays]
        self._moving.only(kept)
        for trail in self._live:
            if trail.believed:
                self._goes_on(trail)


def _awaited(trail: Trail) -> int:
    """Return for how many frames a trail is followed before it is given up."""
    return max(LONGEST_GAP, trail.beyond + 1 if trail.alike == trail.unseen else 0)


def _paired(fits: NDArray[np.bool_], cost: NDArray[np.floating], of: list[int | None]) -> None:
    """Pair trails (rows) with findings (columns) that fit and are free, cheapest first."""
    taken = {index for index in of if index is not None}
    rows, columns = np.nonzero(fits)
    for place in np.argsort(cost[rows, columns], kind="stable"):
        trail, finding = int(rows[place]), int(columns[place])
        if trail not in taken and of[finding] is None:
            of[finding] = trail
            taken.add(trail)
