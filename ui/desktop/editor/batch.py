"""Covering many photos without a hand on each: what was done, and what a person has to look at.

Decisions that were made by hand are kept: what a photo's last plan covers, leaves
visible or calls nothing stays so, and what is found beside it is covered. One
photo that fails is named, and the others go on.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from capture import derive
from capture.errors import CaptureError
from capture.redact import burst, joining
from capture.redact.plan import RedactionPlan
from capture.report import Facts
from storage.errors import StorageError
from ui.desktop.editor import photo
from ui.desktop.editor.draft import SURE
from ui.desktop.jobs import Tell, Tick
from ui.desktop.models.report import report_from
from ui.desktop.session import Session

_PARTS = 2
"""Looking and covering: how the progress of one photo is counted."""
_SCALE = 1000
_BESIDE = 200
"""How many photos before and after one are asked whether they belong to its burst."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What became of one photo. ``copy`` is None where nothing was covered or it failed."""

    item: str
    copy: str | None
    covered: int = 0
    least: int = 1000
    """The least confidence of what was found and covered, in thousandths."""
    again: int = 0
    """How much of the copy a person has to look at: what a second look at it still finds."""
    error: Exception | None = None

    @property
    def worst_first(self) -> tuple[int, int, int]:
        """Where it stands in a review: what failed or was missed first, the surest last."""
        if self.error is not None:
            return 0, 0, 0
        if self.again:
            return 1, -self.again, self.least
        return (2, 0, 0) if not self.covered else (3, self.least, 0)

    @property
    def doubtful(self) -> bool:
        """Whether a person has to look at it before it leaves."""
        return self.error is not None or self.again > 0 or self.least < SURE


def cover_each(
    session: Session, items: Sequence[str], like: RedactionPlan | None, tick: Tick, tell: Tell
) -> tuple[Reviewed, ...]:
    """Cover what is found in each photo, and what ``like``, the plan of another photo, covers.

    Tells of each as it ends.
    """
    done = []
    for place, item in enumerate(items):
        one = _attempt(session, item, like, _within(tick, place, len(items)))
        tell(one)
        done.append(one)
    return tuple(done)


def cover_one(session: Session, item: str, tick: Tick) -> Reviewed:
    """Cover what is found in one photo. Raises CaptureError and StorageError."""
    return _covered(session, item, _onto(session, item, None), tick)


def burst_of(session: Session, item: str, tick: Tick) -> tuple[str, ...]:
    """Return the other photos of the burst that an item belongs to, of those taken in near it."""
    originals = sorted(session.vault.originals(), key=lambda one: (one.sealed_at, one.id))
    at = next(place for place, one in enumerate(originals) if one.id == item)
    near = originals[max(at - _BESIDE, 0) : at + _BESIDE + 1]
    known: dict[str, Facts] = {}
    for done, one in enumerate(near):
        tick(done, len(near))
        kept = session.vault.report(one.id)
        if kept is not None:
            known[one.id] = report_from(kept).facts
    own = known.pop(item, Facts())
    return burst.like(own, known)


def _onto(session: Session, item: str, like: RedactionPlan | None) -> RedactionPlan | None:
    """Return what the plan of a photo begins with."""
    if like is not None:
        return joining.for_another(like, secrets.token_hex(16))
    return derive.latest_plan(session.vault, item)


def _attempt(session: Session, item: str, like: RedactionPlan | None, tick: Tick) -> Reviewed:
    try:
        return _covered(session, item, _onto(session, item, like), tick)
    except (CaptureError, StorageError, OSError) as error:
        return Reviewed(item, None, error=error)


def _covered(session: Session, item: str, onto: RedactionPlan | None, tick: Tick) -> Reviewed:
    looking, covering = (_within(tick, part, _PARTS) for part in range(_PARTS))
    plan = photo.planned(session, item, onto, looking)
    if not plan.regions and plan.crop is None and not plan.straighten:
        return Reviewed(item, None)
    made = photo.saved(session, item, plan, covering)
    least = min((region.confidence for region in plan.regions), default=_SCALE)
    again = max(len(made.again), int(made.held))
    return Reviewed(item, made.copy.id, len(plan.regions), least, again)


def _within(tick: Tick, place: int, count: int) -> Tick:
    """Count one of ``count`` equal parts of the work."""

    def part(done: int, total: int) -> None:
        share = min(done, total) * _SCALE // total if total > 0 else 0
        tick(place * _SCALE + share, count * _SCALE)

    return part
