"""What a detector says, and the interface that every detector stands behind."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the parent process reads findings, and has no other need of numpy
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Finding:
    """One place: left, top, right, bottom in pixels of the upright picture, as fractions too.

    ``kind`` is "face", "text", …; ``confidence`` from 0 to 1; ``found_by`` the detector.
    """

    left: float
    top: float
    right: float
    bottom: float
    kind: str
    confidence: float
    found_by: str

    @property
    def area(self) -> float:
        """Return the box's area in square pixels."""
        return max(self.right - self.left, 0.0) * max(self.bottom - self.top, 0.0)


class Detector(Protocol):
    """Something that finds places of one kind in a picture of any size."""

    def find(self, pixels: "Pixels") -> list[Finding]:
        """Return what was found in upright RGB samples (height, width, 3), weak findings too."""
