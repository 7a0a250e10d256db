"""What detectors see in one frame of a video: quick looks for faces, each time other ones.

What one look misses another one finds, and what was found once is followed for 25 frames both
ways. So four ways of looking take turns, each as cheap as the other, and then the same in a
mirror: within a second and a half every face was looked for by three networks at sizes from 640
pixels to 1920, as it is and reversed. What the networks of a look say makes one confidence, as
for photos; its numbers were fitted over pictures of crowds at the size that they have in a video.
"""

from collections.abc import Collection
from dataclasses import dataclass

from capture.decode.glimpse import Glimpse
from capture.detect import catalog
from capture.detect.face_networks import Network, centerface, libfacedetection, retinaface
from capture.detect.finding import FINDABLE, Finding
from capture.detect.follow.frames import GREY_SIDE
from capture.detect.looks import Look, Weighing, boxes_seen, faces_of
from capture.detect.merge import enlarged, merged, on_picture
from capture.detect.running import Pixels
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

        ``twice`` is for a frame that has none before it, or none after it, to make up for what
        one look misses: then the next way has its turn as well. Raises WeightsMissing.
        """
        found = self._faces_in(glimpse, _way(number)) if self._faces else []
        if twice and self._faces:
            found = merged([*found, *self._faces_in(glimpse, _way(number + 1))])
        if self._others:
            colours = glimpse.colours(_OTHERS_SIDE)
            others = catalog.find(colours, self._others, thorough=False)
            likely = [one for one in others if one.confidence >= _LEAST_OTHER]
            found += _in_grey(likely, glimpse, colours)
        return found

    @staticmethod
    def _faces_in(glimpse: Glimpse, way: Way) -> list[Finding]:
        colours = glimpse.colours(way.side)
        return _in_grey(_faces(colours, way), glimpse, colours)


def _way(number: int) -> Way:
    """Return the way of looking whose turn it is."""
    turn, which = divmod(number, len(WAYS))
    return WAYS[which] if turn % 2 == 0 else mirrored(WAYS[which])


def _in_grey(found: list[Finding], glimpse: Glimpse, colours: Pixels) -> list[Finding]:
    """Return what was found in colours of some size in pixels of the grey frame."""
    scale = min(GREY_SIDE, max(glimpse.size)) / max(colours.shape[:2])
    return enlarged(found, scale, scale)


def _faces(colours: Pixels, way: Way) -> list[Finding]:
    height, width = colours.shape[:2]
    looks = [
        Look(network, min(_MOST_ENLARGED, side / max(height, width)), flipped)
        for network, side, flipped in way.at
    ]
    seen = [boxes_seen(look, colours) for look in looks]
    return merged(on_picture(faces_of(looks, seen, way.weighing, LEAST), width, height))
