"""What a detector says, and the interface that every detector stands behind."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from capture.progress import Tick, silent
from capture.redact.plan import RegionKind

if TYPE_CHECKING:  # the parent process reads findings, and has no other need of numpy
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

SURE = 0.5
"""A finding below this is shown as a maybe. Confidence is the share of such findings that were
what they claim to be, measured over pictures of crowds."""


FINDABLE = frozenset(
    {
        RegionKind.FACE,
        RegionKind.PERSON,
        RegionKind.VEHICLE,
        RegionKind.PLATE,
        RegionKind.TEXT,
        RegionKind.SCREEN,
    }
)
"""What can be looked for; places and other things only a person can see."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place: left, top, right, bottom in pixels of the upright picture, as fractions too.

    ``confidence`` is from 0 to 1, ``found_by`` the detector.
    """

    left: float
    top: float
    right: float
    bottom: float
    kind: RegionKind
    confidence: float
    found_by: str

    @property
    def width(self) -> float:
        """Return how wide the box is, in pixels."""
        return max(self.right - self.left, 0.0)

    @property
    def height(self) -> float:
        """Return how high the box is, in pixels."""
        return max(self.bottom - self.top, 0.0)

    @property
    def area(self) -> float:
        """Return the box's area in square pixels."""
        return self.width * self.height


class Detector(Protocol):
    """Something that finds places of some kinds in a picture of any size."""

    def find(self, pixels: "Pixels", tick: Tick = silent) -> list[Finding]:
        """Return what was found in upright RGB samples (height, width, 3), weak findings too.

        ``tick`` is called between looks at the picture, with looks as the unit.
        Raises WeightsMissing.
        """
