"""Readable text: signs, screens, badges, a date burned into the picture.

PP-OCR's detector (Li et al., 2022, arXiv:2206.03001) gives a map of how likely
each pixel is to lie within a line of text, drawn thinner than it is ("DB":
Liao et al., 2020, arXiv:1911.08947). Connected places of that map become boxes,
which are then grown back by DB's own rule. What the text says is never read.
"""

import numpy as np
from numpy.typing import NDArray

from capture.decode.scale import resized
from capture.detect import weights
from capture.detect.components import boxes_of
from capture.detect.finding import Finding
from capture.detect.merge import merged, on_picture
from capture.detect.running import Pixels, Samples, padded, planes, run
from capture.progress import Tick, silent
from capture.redact.plan import RegionKind

_SIDES = (960, 2048)
"""Longer sides at which a picture is looked at: large letters, and small ones."""
_MOST_ENLARGED = 2.0
_LIKELY = 0.3
_LEAST = 0.35
_POOL = 2
_UNCLIP = 1.6
_SMALLEST = 3
_HALF = 127.5


class Text:
    """PP-OCRv4's detector at two scales."""

    def find(self, pixels: Pixels, tick: Tick = silent) -> list[Finding]:
        """Return lines and words; letters are found from about eight pixels' height."""
        height, width = pixels.shape[:2]
        scales = sorted({min(_MOST_ENLARGED, side / max(height, width)) for side in _SIDES})
        found: list[Finding] = []
        for done, scale in enumerate(scales, start=1):
            found += _at(pixels, scale)
            tick(done, len(scales))
        return merged(on_picture(found, width, height))


def _at(pixels: Pixels, scale: float) -> list[Finding]:
    shown = resized(pixels, scale)
    across, down = pixels.shape[1] / shown.shape[1], pixels.shape[0] / shown.shape[0]
    found = []
    for left, top, right, bottom, score in _lines(shown):
        grown = _UNCLIP * (right - left) * (bottom - top) / (2 * (right - left + bottom - top))
        found.append(
            Finding(
                (left - grown) * across,
                (top - grown) * down,
                (right + grown) * across,
                (bottom + grown) * down,
                RegionKind.TEXT,
                score,
                "pp-ocr",
            )
        )
    return found


def _lines(pixels: Pixels) -> list[tuple[float, float, float, float, float]]:
    """Return left, top, right, bottom and likelihood of each connected place of the map."""
    batch = planes(padded(pixels), blue_first=True) / np.float32(_HALF) - np.float32(1)
    (likely,) = run(weights.PP_OCR, "x", batch)
    coarse = _pooled(likely[0, 0, : pixels.shape[0], : pixels.shape[1]])
    lines = []
    for box, score in boxes_of(coarse, _LIKELY):
        left, top, right, bottom = (side * _POOL for side in box)
        if score >= _LEAST and min(right - left, bottom - top) >= _SMALLEST:
            lines.append((left, top, right, bottom, score))
    return lines


def _pooled(likely: Samples) -> NDArray[np.float32]:
    """Halve the map, keeping the likelier of neighbours: fewer places, and none that is lost."""
    even = np.pad(likely, ((0, -likely.shape[0] % _POOL), (0, -likely.shape[1] % _POOL)))
    rows, columns = even.shape[0] // _POOL, even.shape[1] // _POOL
    return np.asarray(even.reshape(rows, _POOL, columns, _POOL).max(axis=(1, 3)))
