"""What a person has decided so far about one photo, and the way back from each decision.

Places that a detector found come in while the person works, so they are kept
apart from decisions: undoing a decision brings a found place back to where it
was, undecided, and never takes it away. Every change is a step of one
QUndoStack, whose steps hold the whole of what was decided before and after.
"""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType

from capture.detect import finding
from capture.redact import joining
from capture.redact.plan import (
    MAX_REGIONS,
    Crop,
    Dismissed,
    Kept,
    RedactionPlan,
    Region,
    RegionKind,
    Style,
)
from ui.desktop.editor.steps import Stepwise

SURE = round(finding.SURE * 1000)
"""Confidence in thousandths below which a place is only a maybe."""


class State(Enum):
    """What was decided about a place."""

    FOUND = "found"  # nothing yet
    COVERED = "covered"
    STAYS = "stays"
    NOTHING = "nothing"  # a person looked, and there is no such thing


@dataclass(frozen=True, slots=True)
class Mark:
    """One place: its region, and what was decided. A place that STAYS has its reason there."""

    id: int
    region: Region
    state: State


@dataclass(frozen=True, slots=True)
class Work:
    """Everything that was decided: marks by their id, the crop, the turn (thousandths of °)."""

    marks: Mapping[int, Mark] = field(default_factory=lambda: MappingProxyType({}))
    crop: Crop | None = None
    straighten: int = 0

    def having(self, *marks: Mark) -> "Work":
        """Return this with these marks put in, each in place of an earlier one with its id."""
        joined = {**self.marks, **{mark.id: mark for mark in marks}}
        return replace(self, marks=MappingProxyType(joined))

    def without(self, mark: int) -> "Work":
        """Return this without one mark."""
        left = {key: value for key, value in self.marks.items() if key != mark}
        return replace(self, marks=MappingProxyType(left))


class Draft(Stepwise[Work]):
    """One photo under the hands of a person; width and height are of the upright picture."""

    def __init__(self, width: int, height: int, plan: RedactionPlan | None = None) -> None:
        super().__init__()
        self.width = width
        self.height = height
        self._seed = plan.seed if plan is not None else secrets.token_hex(16)
        self._found: dict[int, Mark] = {}
        self._work = Work() if plan is None else self._opened(plan)

    @property
    def straighten(self) -> int:
        """By how many thousandths of a degree the picture is turned."""
        return self._work.straighten

    @property
    def crop(self) -> Crop | None:
        """What is left of the straightened picture; None for all of it."""
        return self._work.crop

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every place, decided or not, in the order in which they came."""
        joined = {**self._found, **self._work.marks}
        return tuple(joined[key] for key in sorted(joined))

    @property
    def undecided(self) -> tuple[Mark, ...]:
        """The found places about which nothing was decided."""
        return tuple(mark for mark in self.marks if mark.state is State.FOUND)

    @property
    def doubtful(self) -> tuple[Mark, ...]:
        """The undecided places that are only a maybe, or that are no person's."""
        people = (RegionKind.FACE, RegionKind.PERSON)
        return tuple(
            mark
            for mark in self.undecided
            if mark.region.confidence < SURE or mark.region.kind not in people
        )

    @property
    def selected(self) -> Mark | None:
        """The mark that a person works on."""
        joined = {**self._found, **self._work.marks}
        return joined.get(self._selected or 0)

    def find(self, regions: Iterable[Region], *, in_copy: bool = False) -> int:
        """Take in what a detector found, but for what is known already; return how many.

        What is found ``in_copy``, at a place that is covered, is a question of its own.
        """
        marks = self.marks
        known = [one.region for one in marks if not (in_copy and one.state is State.COVERED)]
        fresh = joining.fresh(regions, known)[: max(MAX_REGIONS - len(marks), 0)]
        for region in fresh:
            mark = Mark(self.fresh_id(), region, State.FOUND)
            self._found[mark.id] = mark
        if fresh:
            self.changed.emit()
        return len(fresh)

    def add(self, words: str, region: Region) -> int:
        """Cover a place that a person drew, and select it."""
        mark = Mark(self.fresh_id(), region, State.COVERED)
        self.do(words, self._work.having(mark))
        self.select(mark.id)
        return mark.id

    def put(self, words: str, *marks: Mark, moving: bool = False) -> None:
        """Decide about marks; steps of ``moving`` one mark melt into one step."""
        self.do(words, self._work.having(*marks), moving=marks[0].id if moving else None)

    def remove(self, words: str, mark: int) -> None:
        """Take away a place that a person drew, or leave a found one undecided again."""
        self.do(words, self._work.without(mark))
        if self.selected is None:
            self.select(None)

    def cover_found(self, words: str) -> None:
        """Cover every found place about which nothing was decided."""
        marks = [replace(mark, state=State.COVERED) for mark in self.undecided]
        if marks:
            self.put(words, *marks)

    @property
    def leaves_a_mark(self) -> bool:
        """Whether a copy by this draft would differ from the picture."""
        work = self._work
        covered = any(mark.state is State.COVERED for mark in self.marks)
        return covered or work.crop is not None or work.straighten != 0

    def plan(self) -> RedactionPlan:
        """Return what was decided as a plan. What is undecided is not in it: see ``undecided``."""
        marks = self.marks
        return RedactionPlan(
            self.width,
            self.height,
            self._seed,
            tuple(mark.region for mark in marks if mark.state is State.COVERED),
            tuple(_kept(mark.region) for mark in marks if mark.state is State.STAYS),
            tuple(_dismissed(mark.region) for mark in marks if mark.state is State.NOTHING),
            self._work.crop,
            self._work.straighten,
        )

    def _opened(self, plan: RedactionPlan) -> Work:
        """Return the decisions of a plan that was kept."""
        decided = [
            *((region, State.COVERED) for region in plan.regions),
            *((_region(kept, kept.reason, kept.person), State.STAYS) for kept in plan.kept),
            *((_region(nothing), State.NOTHING) for nothing in plan.dismissed),
        ]
        marks = [Mark(self.fresh_id(), region, state) for region, state in decided]
        return Work(MappingProxyType({mark.id: mark for mark in marks}), plan.crop, plan.straighten)


def _region(found: Kept | Dismissed, reason: str = "", person: int | None = None) -> Region:
    return Region(
        found.left,
        found.top,
        found.width,
        found.height,
        style=Style.FILL,
        kind=found.kind,
        found_by=found.found_by,
        confidence=found.confidence,
        reason=reason,
        person=person,
    )


def _kept(region: Region) -> Kept:
    return Kept(
        region.left,
        region.top,
        region.width,
        region.height,
        reason=region.reason,
        kind=region.kind,
        found_by=region.found_by,
        confidence=region.confidence,
        person=region.person,
    )


def _dismissed(region: Region) -> Dismissed:
    return Dismissed(
        region.left,
        region.top,
        region.width,
        region.height,
        region.kind,
        region.found_by,
        region.confidence,
    )
