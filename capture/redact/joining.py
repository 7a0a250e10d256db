"""Putting together what was decided before, and what is found now.

A decision is never asked twice, and never given up for a detector's box: what
is found at a place that a plan knows already is left aside.
"""

from collections.abc import Iterable
from dataclasses import replace

from capture.redact.plan import Dismissed, Kept, RedactionPlan, Region

SAME = 0.4
"""Two boxes that share so much of their union are of one place (Pascal VOC's measure)."""
Place = Region | Kept | Dismissed


def same_place(one: Place, other: Place) -> bool:
    """Whether two boxes are of the same thing at the same place."""
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    if one.kind is not other.kind or across <= 0 or down <= 0:
        return False
    shared = across * down
    return shared / (one.width * one.height + other.width * other.height - shared) > SAME


def fresh(found: Iterable[Region], known: Iterable[Place]) -> tuple[Region, ...]:
    """Return what was found at places that are not known."""
    places = tuple(known)
    return tuple(one for one in found if not any(same_place(one, other) for other in places))


def for_another(plan: RedactionPlan, seed: str) -> RedactionPlan:
    """Return what of a plan is right for another photo of the same size, taken in the same burst.

    The covers, the crop and the turn go along. What stays visible and what was nothing do not:
    somebody else may stand there by then, so whatever is found there is covered.
    """
    return replace(plan, seed=seed, kept=(), dismissed=())
