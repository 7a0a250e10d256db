"""The second look: what detectors still find in a covered copy, and what of it is an open question.

The detectors run over the rendered pixels, so a mistake anywhere between a
plan and its picture shows. A place is answered where the person decided that it
stays visible or is no such thing, and a doubtful one also where it lies on a
cover: noise can look like a face, but nothing of one is left there. Whatever else
is found is an open question, and holds a bundle up until somebody has looked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from capture.detect.finding import SURE, Finding
from capture.detect.suggest import regions
from capture.redact import geometry
from capture.redact.joining import same_place
from capture.redact.plan import (
    MAX_REGIONS,
    Dismissed,
    Kept,
    RedactionPlan,
    Region,
    RegionKind,
)

Box = Region | Kept | Dismissed
MOST_KEPT = 200
"""Findings that are kept with a copy, the surest; a person looks at the picture, not at a list."""
LEAST = 0.35
"""Weakest finding that is an open question. Weaker ones come and go with the noise of a cover."""
_COARSE = 10
"""Boxes are kept in tenths of a pixel."""


@dataclass(frozen=True, slots=True)
class SecondLook:
    """What a second look at a copy said.

    ``open`` are the places that nobody has answered, in pixels of the copy. ``looked`` says that a
    person has looked at the whole copy; ``able`` is False where a detector was not there to look.
    """

    open: tuple[Finding, ...] = ()
    looked: bool = False
    able: bool = True

    @property
    def holds_up(self) -> bool:
        """Say whether a person has to look before the copy may leave."""
        return not self.looked and (bool(self.open) or not self.able)


def wanted(plan: RedactionPlan, findable: Iterable[RegionKind]) -> tuple[RegionKind, ...]:
    """Return what a second look searches for: faces, and whatever else the plan covers."""
    covered = {region.kind for region in plan.regions}
    return tuple(kind for kind in sorted(findable) if kind is RegionKind.FACE or kind in covered)


def unanswered(plan: RedactionPlan, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in a copy that the plan has no answer to, surest first."""
    every = sorted(findings, key=lambda finding: finding.confidence, reverse=True)
    return tuple(
        found
        for found, place in zip(every, in_picture(plan, every), strict=True)
        if not _answered(plan, found, place)
    )


def hits(plan: RedactionPlan, look: SecondLook, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what is found in a copy that leaves, and that nobody has answered; surest first.

    ``look`` is the copy's own second look: what was open in it is answered where a person looked.
    """
    seen = in_picture(plan, look.open) if look.looked else ()
    left = unanswered(plan, findings)
    return tuple(
        found
        for found, place in zip(left, in_picture(plan, left), strict=True)
        if not any(same_place(place, one) for one in seen)
    )


def in_picture(plan: RedactionPlan, findings: Sequence[Finding]) -> tuple[Region, ...]:
    """Return what was found in a rendered copy as places of the upright original."""
    a, b, c, d, e, f = geometry.from_result(plan)
    places = []
    for one in findings:
        corners = [(x, y) for x in (one.left, one.right) for y in (one.top, one.bottom)]
        across = [a * x + b * y + c for x, y in corners]
        down = [d * x + e * y + f for x, y in corners]
        places.append(
            replace(one, left=min(across), top=min(down), right=max(across), bottom=max(down))
        )
    return regions(places)


def extended(plan: RedactionPlan, places: Iterable[Region]) -> RedactionPlan:
    """Return the plan with more regions: those of places that it neither covers nor decides on."""
    regions_so_far = list(plan.regions)
    for place in places:
        decided: tuple[Box, ...] = (*plan.kept, *plan.dismissed, *regions_so_far)
        if not any(same_place(place, box) for box in decided):
            regions_so_far.append(place)
    return replace(plan, regions=tuple(regions_so_far[:MAX_REGIONS]))


def as_json(look: SecondLook) -> dict[str, Any]:
    """Return a second look as plain values."""
    rows = [
        [
            *(round(side * _COARSE) for side in (f.left, f.top, f.right, f.bottom)),
            f.kind.value,
            round(f.confidence * 1000),
            f.found_by,
        ]
        for f in look.open[:MOST_KEPT]
    ]
    return {"open": rows, "looked": look.looked, "able": look.able}


def from_json(kept: Any) -> SecondLook:
    """Read a second look back; what cannot be read counts as one that could not be made."""
    try:
        found = tuple(_finding(row) for row in kept["open"])
        return SecondLook(found, looked=kept["looked"] is True, able=kept["able"] is True)
    except (KeyError, TypeError, ValueError):
        return SecondLook(able=False)


def _finding(row: Sequence[Any]) -> Finding:
    *box, kind, confidence, found_by = row
    left, top, right, bottom = (side / _COARSE for side in box)
    return Finding(left, top, right, bottom, RegionKind(kind), confidence / 1000, str(found_by))


def _answered(plan: RedactionPlan, found: Finding, place: Region) -> bool:
    if found.confidence < LEAST:
        return True
    decided: tuple[Kept | Dismissed, ...] = (*plan.kept, *plan.dismissed)
    if any(same_place(place, box) for box in decided):
        return True
    return found.confidence < SURE and any(_has_middle(region, place) for region in plan.regions)


def _has_middle(box: Box, place: Region) -> bool:
    across, down = place.left + place.width / 2, place.top + place.height / 2
    return box.left <= across <= box.left + box.width and box.top <= down <= box.top + box.height
