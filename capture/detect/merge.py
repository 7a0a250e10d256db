"""Making one list of what several looks at a picture found."""

from collections.abc import Iterable

import numpy as np

from capture.detect import boxes
from capture.detect.finding import Finding

_SAME = 0.4
MOST = 1_500
"""Most findings of one kind that are given out: a plan holds two thousand regions."""


def merged(findings: Iterable[Finding], overlap: float = _SAME) -> list[Finding]:
    """Keep the most confident of findings of one kind that overlap, strongest first.

    ``overlap`` is intersection over union.
    """
    kept: list[Finding] = []
    every = list(findings)
    for kind in sorted({found.kind for found in every}):
        same = [found for found in every if found.kind is kind]
        rows = np.array([[f.left, f.top, f.right, f.bottom] for f in same], dtype=np.float64)
        scores = np.array([found.confidence for found in same])
        groups = boxes.grouped(rows, scores, overlap)
        kept += [same[group[0]] for group in groups[:MOST]]
    return sorted(kept, key=lambda found: found.confidence, reverse=True)


def on_picture(findings: Iterable[Finding], width: int, height: int) -> list[Finding]:
    """Return findings cut to the picture's own pixels, without those that lie outside it."""
    cut = []
    for f in findings:
        box = max(f.left, 0.0), max(f.top, 0.0), min(f.right, width), min(f.bottom, height)
        if box[0] < box[2] and box[1] < box[3]:
            cut.append(Finding(*box, f.kind, f.confidence, f.found_by))
    return cut


def enlarged(findings: Iterable[Finding], across: float, down: float) -> list[Finding]:
    """Return findings on a picture that is so many times as wide and as high."""
    return [
        Finding(
            f.left * across,
            f.top * down,
            f.right * across,
            f.bottom * down,
            f.kind,
            f.confidence,
            f.found_by,
        )
        for f in findings
    ]
