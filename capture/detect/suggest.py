"""From findings to regions that a person can accept: grown over hair, ears and chin.

A box of 1.35 times the found face covers what a detector's box leaves out;
more would hide what the picture is about. Nothing is dropped here: a weak
finding becomes a region too, and its confidence goes along.
"""

import math
from collections.abc import Iterable

from capture.detect.finding import SURE, Finding
from capture.redact.plan import Region, Style

__all__ = ("GROWTH", "SURE", "regions")

GROWTH = 1.35


def regions(findings: Iterable[Finding], style: Style = Style.FILL) -> tuple[Region, ...]:
    """Return one region for each finding, in whole pixels of the upright picture."""
    return tuple(_region(found, style) for found in findings)


def _region(found: Finding, style: Style) -> Region:
    across = (found.right - found.left) * (GROWTH - 1) / 2
    down = (found.bottom - found.top) * (GROWTH - 1) / 2
    left, top = math.floor(found.left - across), math.floor(found.top - down)
    return Region(
        left,
        top,
        max(math.ceil(found.right + across) - left, 1),
        max(math.ceil(found.bottom + down) - top, 1),
        style=style,
        kind=found.kind,
        found_by=found.found_by,
        confidence=min(round(found.confidence * 1000), 1000),
    )
