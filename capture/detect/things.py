"""People, vehicles and screens: NanoDet, over the whole picture and over parts of a large one.

NanoDet (Lyu, 2021) gives for each cell of three grids how likely each class of
COCO is, and for each side of its box how far away it is, as a distribution
("generalized focal loss": Li et al., 2020, arXiv:2006.04388).
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from capture.decode.scale import resized
from capture.detect import boxes, weights
from capture.detect.boxes import Boxes
from capture.detect.finding import Finding
from capture.detect.merge import merged, on_picture
from capture.detect.running import Pixels, Samples, likelihood, padded, planes, run
from capture.progress import Tick, silent
from capture.redact.plan import RegionKind

_KINDS = {
    RegionKind.PERSON: (0,),
    RegionKind.VEHICLE: (1, 2, 3, 4, 5, 6, 7, 8),
    RegionKind.SCREEN: (62, 63, 67),
}
"""Classes of COCO: person; bicycle to boat; television, laptop, telephone."""
_LEAST = 0.3
_SIDE, _PART_SIDE, _PART_STEP = 416, 832, 624
"""The network was trained on pictures of 416 pixels. Parts overlap by a quarter."""
_LARGEST_SIDE = 2496
_GRIDS = (8, 16, 32)
_CLASSES, _BINS = 80, 11
_SAME = 0.5
_MOST = 1_000
_MEAN = np.array([103.53, 116.28, 123.675], dtype=np.float32)[None, :, None, None]
_SPREAD = np.array([57.375, 57.12, 58.395], dtype=np.float32)[None, :, None, None]


class Things:
    """NanoDet on the whole picture, and on its parts where it is large."""

    def find(self, pixels: Pixels, tick: Tick = silent) -> list[Finding]:
        """Return people, vehicles and screens."""
        height, width = pixels.shape[:2]
        found: list[Finding] = []
        looks = list(_looks(width, height))
        for done, (scale, left, top, side) in enumerate(looks, start=1):
            part = pixels[top : top + side, left : left + side]
            for f in _at(part, scale):
                box = f.left + left, f.top + top, f.right + left, f.bottom + top
                found.append(Finding(*box, f.kind, f.confidence, f.found_by))
            tick(done, len(looks))
        return merged(on_picture(found, width, height), _SAME)


def _looks(width: int, height: int) -> Iterator[tuple[float, int, int, int]]:
    """Give scale, left, top and side of each part of the picture that is looked at."""
    longest = max(width, height)
    yield _SIDE / longest, 0, 0, longest
    if longest <= _SIDE * 3 // 2:
        return
    scale = min(1.0, _LARGEST_SIDE / longest)
    side, step = round(_PART_SIDE / scale), round(_PART_STEP / scale)
    for top in range(0, max(height - side + step, 1), step):
        for left in range(0, max(width - side + step, 1), step):
            yield scale, left, top, side


def _at(pixels: Pixels, scale: float) -> list[Finding]:
    shown = resized(pixels, scale)
    batch = (planes(padded(shown), blue_first=True) - _MEAN) / _SPREAD
    outputs = run(weights.NANODET, "input", batch)
    back = [pixels.shape[1] / shown.shape[1], pixels.shape[0] / shown.shape[0]]
    found = []
    for kind, classes in _KINDS.items():
        rows = np.concatenate(
            [_cells(step, output[0], classes) for step, output in zip(_GRIDS, outputs, strict=True)]
        )
        rows[:, :4] *= np.tile(back, 2)
        for left, top, right, bottom, score in boxes.strongest(rows, _SAME, _MOST).tolist():
            found.append(Finding(left, top, right, bottom, kind, score, "nanodet"))
    return found


def _cells(step: int, output: Samples, classes: tuple[int, ...]) -> Boxes:
    """Return box and likelihood of each cell that shows one of the classes."""
    scores = likelihood(output[list(classes)]).max(axis=0)
    rows, columns = np.nonzero(scores > _LEAST)
    sides = _distances(output[_CLASSES:, rows, columns].reshape(4, _BINS, -1)) * step
    x, y = (columns + 0.5) * step, (rows + 0.5) * step
    found = (x - sides[0], y - sides[1], x + sides[2], y + sides[3], scores[rows, columns])
    return np.stack(found, axis=1).astype(np.float64)


def _distances(raw: Samples) -> NDArray[np.float64]:
    """Return the mean of each side's distribution over 0 to 10 (sides, cells), in cells."""
    powers = np.exp(raw.astype(np.float64) - raw.max(axis=1, keepdims=True))
    shares = powers / powers.sum(axis=1, keepdims=True)
    return np.asarray((shares * np.arange(_BINS)[None, :, None]).sum(axis=1))
