"""How the camera moved between two frames, and whether there is a cut between them.

Movement is the peak of the phase correlation (Kuglin and Hines, 1975) of two small frames; a cut is
where even the moved frame shows something else. A flash is no cut: the frame after it shows again
what the frame before it showed.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from capture.detect.follow.patches import Grey, halved

_SMALL = 180
"""Longest side at which frames are compared, in pixels."""
_CUT, _LIKE = 0.35, 0.6
_OTHER_SHADES = 0.45
_MAYBE = 0.7
_FLAT = 5.0
"""Standard deviation of a frame that shows nothing to compare, in grey levels."""
_BINS = 32
_SHARED = 0.6
"""Share of the picture that two frames both show at least, where there is no cut between them."""

Spectrum = NDArray[np.complex128]


@dataclass(frozen=True, slots=True)
class Small:
    """A frame at the size at which frames are compared; ``scale`` is of the grey frame's pixels."""

    grey: NDArray[np.float32]
    spectrum: Spectrum
    shades: NDArray[np.float64]
    scale: int


@dataclass(frozen=True, slots=True)
class Change:
    """What happened between two frames.

    ``across`` and ``down`` say by how much what is seen moved, in pixels of the grey frame.
    ``likeness`` is the correlation (-1 to 1) of what both show.
    """

    across: float
    down: float
    cut: bool
    doubtful: bool
    likeness: float


def small_of(grey: Grey) -> Small:
    """Return a grey frame (height, width) ready to be compared."""
    scale = 1
    while max(grey.shape) > _SMALL:
        grey = halved(grey)
        scale *= 2
    height, width = grey.shape
    samples = grey.astype(np.float32)
    window = np.hanning(height + 2)[1:-1, None] * np.hanning(width + 2)[None, 1:-1]
    shades = np.bincount(grey.reshape(-1) >> 3, minlength=_BINS) / grey.size
    return Small(samples, np.fft.rfft2((samples - samples.mean()) * window), shades, scale)


def change(before: Small, after: Small) -> Change:
    """Compare two frames of one size."""
    if before.grey.shape != after.grey.shape:
        return Change(0.0, 0.0, cut=True, doubtful=True, likeness=0.0)
    across, down = _moved(before, after)
    still, moved = _likeness(before, after, 0, 0), _likeness(before, after, across, down)
    if moved < still:
        across = down = 0
    likeness = max(moved, still)
    other_shades = 1 - float(np.minimum(before.shades, after.shades).sum())
    cut = likeness < _CUT or (likeness < _LIKE and other_shades > _OTHER_SHADES)
    return Change(
        float(across * before.scale),
        float(down * before.scale),
        cut=cut,
        doubtful=likeness < _MAYBE,
        likeness=likeness,
    )


def _moved(before: Small, after: Small) -> tuple[int, int]:
    """Return by how many pixels the picture moved, to the right and down."""
    cross = after.spectrum * np.conj(before.spectrum)
    height, width = before.grey.shape
    peak = np.fft.irfft2(cross / np.maximum(np.abs(cross), 1e-9), s=(height, width))
    row, column = divmod(int(peak.argmax()), width)
    return (
        column - width if column > width // 2 else column,
        row - height if row > height // 2 else row,
    )


def _likeness(before: Small, after: Small, across: int, down: int) -> float:
    """Return the correlation of the parts that both show, once one is moved."""
    height, width = before.grey.shape
    one = before.grey[
        max(-down, 0) : height - max(down, 0), max(-across, 0) : width - max(across, 0)
    ]
    other = after.grey[
        max(down, 0) : height - max(-down, 0), max(across, 0) : width - max(-across, 0)
    ]
    if one.size < _SHARED * before.grey.size:
        return -1.0
    one, other = one - one.mean(), other - other.mean()
    spread = float(one.std()), float(other.std())
    if max(spread) < _FLAT:
        return 1.0
    if min(spread) < _FLAT:
        return 0.0
    return float((one * other).mean()) / (spread[0] * spread[1])
