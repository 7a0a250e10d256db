"""What detectors see in one frame of a video: quick looks for faces, each time other ones.

What one look misses another one finds, and what was found once is followed for 25 frames both
ways. So four ways of looking take turns, each as cheap as the other, and then the same in a
mirror: within a second and a half every face was looked for by three networks at sizes from 640
pixels to 1920, as it is and reversed. What the networks of a look say makes one confidence, as
for photos; its numbers were fitted over pictures of crowds at the size that they have in a video.
"""

import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np

from capture.decode.glimpse import Glimpse
from capture.detect import catalog
from capture.detect.face_networks import Network, centerface, libfacedetection, retinaface
from capture.detect.finding import FINDABLE, Finding
from capture.detect.follow.frames import GREY_SIDE
from capture.detect.looks import Look, Weighing, boxes_seen, faces_of
from capture.detect.merge import enlarged, merged, on_picture
from capture.detect.running import Pixels
from capture.redact.moments import Place
from capture.redact.plan import RegionKind

LEAST = 0.05
"""Weakest face that is given: one that is seen again and again may be one."""
_LEAST_OTHER = 0.3
_MOST_ENLARGED = 2.0
_OTHERS_SIDE = 1280


@dataclass(frozen=True, slots=True)
class Way:
    """One way of looking: networks with the longer sides at which they look, and their weights."""

    at: tuple[tuple[Network, int, bool], ...]
    """The network, the longer side in pixels, and whether it looks into the mirror."""
    weighing: Weighing

    @property
    def side(self) -> int:
        """Return the longest side that it makes use of."""
        return max(side for _, side, _ in self.at)


WAYS = (
    Way(
        ((centerface, 640, False), (libfacedetection, 1280, False)),
        Weighing({centerface: 0.752, libfacedetection: 0.842}, 1.465),
    ),
    Way(((libfacedetection, 1920, False),), Weighing({libfacedetection: 1.712}, -0.624)),
    Way(
        ((retinaface, 960, False), (libfacedetection, 1280, True)),
        Weighing({retinaface: 0.458, libfacedetection: 1.18}, 0.584),
    ),
    Way(((centerface, 960, False),), Weighing({centerface: 1.871}, 1.53)),
)


_EDGES = WAYS[1]
_EDGE, _LEAST_EDGE = 20, 24
"""Which part of the longer side is looked at by itself along the edges, and how many pixels at
least; half as much of its mirror image is beyond. Larger faces are found without it."""


def mirrored(way: Way) -> Way:
    """Return the same way of looking at the picture in a mirror."""
    return Way(tuple((net, side, not flipped) for net, side, flipped in way.at), way.weighing)


class Eyes:
    """Detectors for what is wanted in a video."""

    def __init__(self, wanted: Collection[RegionKind]) -> None:
        self._others = frozenset(wanted) & FINDABLE - {RegionKind.FACE}
        self._faces = RegionKind.FACE in wanted

    def find(self, glimpse: Glimpse, number: int, *, twice: bool = False) -> list[Finding]:
        """Return what the look of a number sees, in pixels of the grey frame.

        Faces that the picture's edges cut through are looked for by themselves. ``twice`` is for a
        frame that has none before it, or none after it, to make up for what one look misses: then
        the next way has its turn as well. Raises WeightsMissing.
        """
        found = self._faces_in(glimpse, _way(number)) if self._faces else []
        if twice and self._faces:
            found = merged([*found, *self._faces_in(glimpse, _way(number + 1))])
        if self._faces:
            found = merged([*found, *_at_edges(glimpse, number)])
        if self._others:
            colours = glimpse.colours(_OTHERS_SIDE)
            others = catalog.find(colours, self._others, thorough=False)
            likely = [one for one in others if one.confidence >= _LEAST_OTHER]
            found += _in_grey(likely, glimpse, colours)
        return found

    def find_in(self, glimpse: Glimpse, number: int, places: Collection[Place]) -> list[Finding]:
        """Return what the look of a number sees in some places alone, in pixels of the grey frame.

        Places are in pixels of the whole picture. Raises WeightsMissing.
        """
        way = _way(number)
        colours = glimpse.colours(max(way.side, _OTHERS_SIDE) if self._others else way.side)
        longest = max(colours.shape[:2])
        found: list[Finding] = []
        for left, top, part in _parts(colours, longest / max(glimpse.size), places):
            there = _faces(part, way, longest) if self._faces else []
            if self._others:
                others = catalog.find(part, self._others, thorough=False)
                there += [one for one in others if one.confidence >= _LEAST_OTHER]
            found += [_moved(one, left, top) for one in there]
        return _in_grey(merged(found), glimpse, colours)

    @staticmethod
    def _faces_in(glimpse: Glimpse, way: Way) -> list[Finding]:
        colours = glimpse.colours(way.side)
        return _in_grey(_faces(colours, way, max(colours.shape[:2])), glimpse, colours)


def _at_edges(glimpse: Glimpse, number: int) -> list[Finding]:
    """Return faces at the picture's edges, with what is there seen again in a mirror beyond.

    A face that is cut in half is whole with its mirror image: networks know it then.
    """
    colours = glimpse.colours(_EDGES.side)
    height, width = colours.shape[:2]
    deep = max(max(width, height) // _EDGE, _LEAST_EDGE)
    found: list[Finding] = []
    for turns in range(4):
        turned = np.rot90(colours, turns)[:deep]
        beyond = min(deep // 2, len(turned) - 1)
        seen = np.pad(turned, ((beyond, 0), (0, 0), (0, 0)), mode="reflect")
        upright = np.ascontiguousarray(np.rot90(seen, -turns))
        # Where the upright strip's left top corner is in the picture.
        left = {1: width - upright.shape[1] + beyond, 3: -beyond}.get(turns, 0)
        top = {0: -beyond, 2: height - upright.shape[0] + beyond}.get(turns, 0)
        way = mirrored(_EDGES) if number % 2 else _EDGES
        found += [_moved(one, left, top) for one in _faces(upright, way, max(width, height))]
    # What lies within the picture is for the other looks: a strip cuts faces on its inner side.
    cut = [one for one in found if _is_cut(one, width, height)]
    return _in_grey(on_picture(cut, width, height), glimpse, colours)


def _is_cut(one: Finding, width: int, height: int) -> bool:
    return min(one.left, one.top) < 1 or one.right > width - 1 or one.bottom > height - 1


def _parts(
    colours: Pixels, scale: float, places: Collection[Place]
) -> Iterator[tuple[int, int, Pixels]]:
    """Give each place that lies in a picture so many times as large: left, top and samples."""
    height, width = colours.shape[:2]
    for place in places:
        left, top = (max(int(side * scale), 0) for side in place[:2])
        right = min(math.ceil((place[0] + place[2]) * scale), width)
        bottom = min(math.ceil((place[1] + place[3]) * scale), height)
        if left < right and top < bottom:
            yield left, top, colours[top:bottom, left:right]


def _moved(found: Finding, left: int, top: int) -> Finding:
    box = found.left + left, found.top + top, found.right + left, found.bottom + top
    return Finding(*box, found.kind, found.confidence, found.found_by)


def _way(number: int) -> Way:
    """Return the way of looking whose turn it is."""
    turn, which = divmod(number, len(WAYS))
    return WAYS[which] if turn % 2 == 0 else mirrored(WAYS[which])


def _in_grey(found: list[Finding], glimpse: Glimpse, colours: Pixels) -> list[Finding]:
    """Return what was found in colours of some size in pixels of the grey frame."""
    scale = min(GREY_SIDE, max(glimpse.size)) / max(colours.shape[:2])
    return enlarged(found, scale, scale)


def _faces(colours: Pixels, way: Way, longest: int) -> list[Finding]:
    """Return faces of a picture, or of a part of one whose longer side has so many pixels."""
    height, width = colours.shape[:2]
    looks = [
        Look(network, min(_MOST_ENLARGED, side / longest), flipped)
        for network, side, flipped in way.at
    ]
    seen = [boxes_seen(look, colours) for look in looks]
    return merged(on_picture(faces_of(looks, seen, way.weighing, LEAST), width, height))
