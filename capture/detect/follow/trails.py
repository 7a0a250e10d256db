"""Trails: each thing's box in every frame from before it was first found to after it was last.

Detectors look at some frames alone. From each look every box is followed to the next one, and from
that one back; where both ways are known the cover is around both. What a look does not find
again is followed on for 25 frames, and what is new was there for 25 frames before, unless a cut
is nearer: a detector finds a face late, and loses it early. What was found well is followed for as
long as it looks the same, up to three seconds further each way. A box that cannot be seen any more
goes on as it went, with the camera, and grows; it never shrinks before something is found in it.
"""

from dataclasses import dataclass, field

import numpy as np

from capture.detect.finding import Finding
from capture.detect.follow.patches import Boxes, Patches
from capture.redact.keys import Key
from capture.redact.plan import RegionKind

BEYOND = 25
"""Frames that a box is kept before the first sighting and after the last one."""
LONGEST_GAP = 2 * BEYOND
"""Frames without a sighting after which what is found is another trail."""
FURTHER = 75
"""Frames that a box is kept so at most while what was found well still looks the same there."""
_WELL = 0.5
"""A sighting of this confidence alone is one that was found well."""
LIKELY = 0.3
"""A sighting of this confidence alone makes a trail."""
_ENOUGH = 0.24
"""Confidences of weaker sightings that make one together: two, or more where each is weak."""
_BEST = 3
_AWAITED = 10
"""Frames in which a second sighting is waited for."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a detector saw it: the frame's place in the trail, and how sure that was (0 to 1)."""

    place: int
    confidence: float


@dataclass(slots=True)
class Trail:
    """One thing's box and time for each frame, in pixels of the grey frame, and its sightings."""

    kind: RegionKind
    boxes: list[Boxes]
    times: list[int]
    first_patch: Patches
    """What it showed at its first sighting."""
    sightings: list[Sighting] = field(default_factory=list)
    found_by: set[str] = field(default_factory=set)
    unseen: int = 0
    """Frames since the last sighting."""
    alike: int = 0
    """Frames from the last sighting on in which it still looked the same, without a gap."""
    believed: bool = False
    """It was seen often or surely enough, and reaches back to before its first sighting."""
    from_start: bool = False
    """Its shot begins where it does."""
    to_end: bool = False
    """Its shot ends where it does."""
    goes_on: bool = False
    """Another trail begins where this one was lost."""
    keys: tuple[Key, ...] = ()
    """The cover of what is settled: of frames that nothing found later can change."""
    settled: int = 0
    """How many frames at the beginning are settled, and here only for the others' sake."""
    best: tuple[float, ...] = ()
    """The highest confidences so far."""

    @property
    def confidence(self) -> float:
        """Return how sure it is that this is what it was taken for: the mean of the best."""
        return sum(self.best) / len(self.best)

    def settle(self, keys: tuple[Key, ...], end: int, context: int) -> None:
        """Take keys for the frames before ``end``, and forget these but for the last of them."""
        self.keys += keys
        gone = end - context
        del self.boxes[:gone]
        del self.times[:gone]
        last = self.sightings[-1]
        self.sightings = [Sighting(last.place - gone, last.confidence)]
        self.settled = context
        self.from_start = True

    @property
    def last_seen(self) -> Boxes:
        """Return its box at its last sighting."""
        return self.boxes[-1 - self.unseen]

    def see(self, found: Finding, box: Boxes) -> None:
        """Note a sighting in the last frame."""
        self.boxes[-1] = box
        self.sightings.append(Sighting(len(self.boxes) - 1, found.confidence))
        self.best = tuple(sorted((*self.best, found.confidence), reverse=True)[:_BEST])
        self.found_by.add(found.found_by)
        self.unseen = self.alike = 0

    @property
    def found_well(self) -> bool:
        """Say whether it was seen surely, or again and not too doubtfully."""
        return self.best[0] >= _WELL or (len(self.best) > 1 and self.confidence >= LIKELY)

    def believable(self, *, at_last: bool) -> bool:
        """Say whether it was seen often or surely enough to be covered.

        What was seen once alone is not said before another look could have told how it moves.
        """
        if len(self.sightings) > 1:
            return sum(one.confidence for one in self.sightings) >= _ENOUGH
        return self.sightings[0].confidence >= LIKELY and (at_last or self.unseen >= _AWAITED)

    def go(self, box: Boxes, at: int, *, alike: bool) -> None:
        """Go on to the next frame; the box is never smaller than the one before.

        ``alike`` says that what is in it there looks the same.
        """
        self.boxes.append(not_smaller(box, self.boxes[-1]))
        self.times.append(at)
        if alike and self.alike == self.unseen:
            self.alike += 1
        self.unseen += 1

    @property
    def beyond(self) -> int:
        """Return for how many frames after its last sighting it is kept."""
        return max(BEYOND, min(self.alike, FURTHER)) if self.found_well else BEYOND

    def came(self, path: list[Boxes], times: list[int]) -> None:
        """Reach back: ``path`` and ``times`` go from the frame before the first one backwards."""
        before: list[Boxes] = []
        for box in path:
            before.append(not_smaller(box, before[-1] if before else self.boxes[0]))
        self.boxes[:0] = before[::-1]
        self.times[:0] = times[: len(path)][::-1]
        moved = len(path)
        self.sightings = [Sighting(s.place + moved, s.confidence) for s in self.sightings]

    def also(self, path: list[Boxes]) -> None:
        """Make the boxes before the last one reach around those of a path back from it."""
        for back, box in enumerate(path, start=2):
            self.boxes[-back] = around(self.boxes[-back], box)

    def cut_short(self) -> None:
        """Leave out what is further after the last sighting than a box is kept."""
        end = self.sightings[-1].place + self.beyond + 1
        del self.boxes[end:]
        del self.times[end:]


def not_smaller(box: Boxes, than: Boxes) -> Boxes:
    """Return a box with the same middle, no side shorter than the other's."""
    middle = (box[:2] + box[2:]) / 2
    half = np.maximum(box[2:] - box[:2], than[2:] - than[:2]) / 2
    return np.concatenate((middle - half, middle + half))


def around(one: Boxes, other: Boxes) -> Boxes:
    """Return the box around two."""
    return np.concatenate((np.minimum(one[:2], other[:2]), np.maximum(one[2:], other[2:])))


def way(from_box: Boxes, to: Boxes, frames: int) -> list[Boxes]:
    """Return the boxes between two that are so many frames apart, on the straight way."""
    parts = np.arange(1, frames)[:, None] / max(frames, 1)
    return list(from_box + (to - from_box) * parts)


def joined(path: list[Boxes], other: list[Boxes]) -> list[Boxes]:
    """Return one path around two that begin at the same frame, as long as the longer one."""
    both = [around(*pair) for pair in zip(path, other, strict=False)]
    return both + (path if len(path) > len(other) else other)[len(both) :]
