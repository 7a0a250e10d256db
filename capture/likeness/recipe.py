"""What an opening says of how a copy was made, so that whoever has the original does it again.

A signed manifest says how many places were covered and no more. To compare a copy that was
cropped, turned or cut with its original, one has to know how; and the one who is given both may
know it. Nothing goes along that is not needed for that: no reason, no name, no decision on what
stays visible, and no cover that lies where the crop does not reach.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from capture.errors import BadPlan
from capture.redact import film
from capture.redact import plan as redaction
from capture.redact.film import FilmPlan
from capture.redact.geometry import from_result, window_of
from capture.redact.plan import RedactionPlan, Region, RegionKind

Recipe = RedactionPlan | FilmPlan
"""How a copy was made, as far as it is told; of a film its cuts, and when it was changed whole."""

_NO_SEED = "00" * 16


def told(facts: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return what an opening says of the plan that a copy was made by, as plain values.

    None for a film without cuts: it is compared as it is. Raises BadPlan.
    """
    if not film.is_film(facts):
        return redaction.as_json(_needed(redaction.from_json(facts)))
    plan = film.from_json(facts)
    if not plan.cut:
        return None
    return film.as_json(replace(plan, seed=_NO_SEED, tracks=(), alarms=()))


def read(untrusted: Mapping[str, Any]) -> Recipe:
    """Read it back. Raises BadPlan for anything else."""
    if film.is_film(untrusted):
        return film.from_json(untrusted)
    return redaction.from_json(untrusted)


def bare(plan: RedactionPlan) -> RedactionPlan:
    """Return what only crops and turns as this plan does."""
    return replace(plan, regions=())


def changes_more_than_cuts(plan: FilmPlan) -> bool:
    """Whether the film was blank or sounds otherwise in places, too."""
    return bool(plan.blank or plan.sound)


def fits(recipe: Recipe, *, played: bool) -> None:
    """Raise BadPlan for what is told of a film where the copy is a photo, or the reverse."""
    if isinstance(recipe, FilmPlan) is not played:
        raise BadPlan("the steps are not those of such a file")


def _needed(plan: RedactionPlan) -> RedactionPlan:
    left, top, right, bottom = _reached(plan)
    regions = tuple(
        replace(
            region,
            kind=RegionKind.OTHER,
            found_by="",
            confidence=0,
            reason="",
            person=None,
        )
        for region in plan.regions
        if _touches(region, left, top, right, bottom)
    )
    return replace(plan, regions=regions, kept=(), dismissed=())


def _touches(region: Region, left: float, top: float, right: float, bottom: float) -> bool:
    across = region.left < right and region.left + region.width > left
    return across and region.top < bottom and region.top + region.height > top


def _reached(plan: RedactionPlan) -> tuple[float, float, float, float]:
    """Return left, top, right, bottom of what the result shows, in the upright picture."""
    a, b, c, d, e, f = from_result(plan)
    box = window_of(plan)
    corners = [(x, y) for x in (0, box.width) for y in (0, box.height)]
    across = [a * x + b * y + c for x, y in corners]
    down = [d * x + e * y + f for x, y in corners]
    return min(across), min(down), max(across), max(down)
