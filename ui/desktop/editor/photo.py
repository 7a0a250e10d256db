"""What the editor asks of the core. Everything here runs in a lane, and nothing of it is a widget.

Foreign pixels come from the confined child, decoded and scaled there; what was
seen is kept in memory alone.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from capture import choosing, derive
from capture.detect import again, suggest
from capture.redact.plan import RedactionPlan, Region, RegionKind, Style
from storage.records import Derivative
from ui.desktop.jobs import Tick
from ui.desktop.session import Session
from ui.desktop.widgets.picture import to_image

WHOLE_SIDE = 2048
"""Longest side of the whole picture as it is fetched; what is seen larger comes as tiles."""
TILE_SIDE = 2560


@dataclass(frozen=True, slots=True)
class Person:
    """One row of "people shown" in the evidence record."""

    number: int
    name: str
    refused: bool
    """Whether this person gave no consent."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A photo and what is known for covering it; the size is that of the upright picture."""

    item: str
    width: int
    height: int
    image: QImage
    plan: RedactionPlan | None
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """A covered copy, and the places at which a second look at it still finds something.

    ``held`` says that a person has to look before it may leave; ``able`` is False where no
    detector was there to look.
    """

    copy: Derivative
    again: tuple[Region, ...]
    held: bool
    able: bool


def opened(session: Session, item: str, tick: Tick) -> Opened:
    """Fetch a photo, the plan by which it was covered last, and the people of its record."""
    vault = session.vault
    (width, height), picture = derive.view(vault, session.pool, item, WHOLE_SIDE, tick=tick)
    return Opened(
        item,
        width,
        height,
        to_image(picture),
        derive.latest_plan(vault, item),
        people_in(vault.record(item).witness),
    )


def people_in(values: Mapping[str, str]) -> tuple[Person, ...]:
    """Return the people shown, by what a witness said in the record."""
    rows = {name.split(".")[1] for name in values if name.startswith("person.")}
    return tuple(
        Person(
            int(row),
            values.get(f"person.{row}.name", ""),
            values.get(f"person.{row}.consent") == "none",
        )
        for row in sorted(rows, key=int)
    )


def found(
    session: Session,
    item: str,
    tick: Tick,
    *,
    thorough: bool,
    wanted: Collection[RegionKind] = (RegionKind.FACE,),
) -> tuple[tuple[int, int], tuple[Region, ...]]:
    """Look for places, at once or thoroughly; return the picture's size as well."""
    with session.vault.open_blob(item) as source:
        size, findings = session.pool.find(source, wanted, tick, thorough=thorough)
    return size, suggest.regions(findings)


def planned(session: Session, item: str, onto: RedactionPlan | None, tick: Tick) -> RedactionPlan:
    """Look thoroughly for faces, and return a plan that covers them and all that ``onto`` does."""
    wanted = (RegionKind.FACE,)
    return derive.plan_covering(
        session.vault, session.pool, item, wanted, Style.FILL, onto=onto, tick=tick
    )


def tile(session: Session, item: str, box: QRect, tick: Tick) -> QImage:
    """Fetch a part of the picture, in full size as far as a screen can show it."""
    window = (box.left(), box.top(), box.width(), box.height())
    _, picture = derive.view(session.vault, session.pool, item, TILE_SIDE, window=window, tick=tick)
    return to_image(picture)


def result(session: Session, item: str, plan: RedactionPlan, tick: Tick) -> QImage:
    """Fetch what a copy by this plan would look like: rendered in full size, then scaled."""
    _, picture = derive.view(session.vault, session.pool, item, WHOLE_SIDE, plan=plan, tick=tick)
    return to_image(picture)


def saved(
    session: Session, item: str, plan: RedactionPlan, tick: Tick, *, looked: bool = False
) -> Saved:
    """Make the covered copy, which is then looked at once more.

    ``looked`` says that a person has looked at what this plan makes, and answers for it.
    """
    vault = session.vault
    copy = derive.redacted_copy(vault, session.pool, item, plan, tick, looked=looked)
    look = choosing.second_look(copy)
    return Saved(copy, again.in_picture(plan, look.open), look.holds_up, look.able)
