"""What the video editor asks of the core. Everything here runs in a lane, and nothing is a widget.

Foreign frames and sound come from the confined child; what was seen is kept in memory alone.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from PySide6.QtGui import QImage

from capture import choosing, derive
from capture.detect import film_again
from capture.isolate import following, playing
from capture.redact.film import Alarm, FilmPlan, Track
from capture.redact.plan import RegionKind
from storage.records import Derivative
from ui.desktop.editor.photo import Person, people_in
from ui.desktop.film import tracks
from ui.desktop.jobs import Tick
from ui.desktop.session import Session
from ui.desktop.widgets.picture import to_image


@dataclass(frozen=True, slots=True)
class Opened:
    """What is known for covering a video: the plan by which it was covered last, and the people."""

    item: str
    plan: FilmPlan | None
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """What the timeline shows."""

    pictures: list[QImage]
    loudness: bytes


@dataclass(frozen=True, slots=True)
class Saved:
    """A covered copy, and what somebody still has to look at; the times are the original's.

    ``picture`` says that there is anything to be seen in it. ``added`` and ``doubts`` are what a
    second look found and had covered, and what is doubtful about that.

    ``again`` is what a second look found in the copy. ``held`` says that it leaves in no bundle
    yet; ``able`` is False where no detector was there to look. ``broken`` frames could not be
    decoded, and are blank.
    """

    copy: Derivative
    again: tuple[Alarm, ...]
    held: bool
    able: bool
    broken: int
    picture: bool = True
    added: tuple[Track, ...] = ()
    doubts: tuple[Alarm, ...] = ()


def opened(session: Session, item: str) -> Opened:
    """Fetch what was decided about a video, and the people of its record."""
    vault = session.vault
    people = people_in(vault.record(item).witness)
    return Opened(item, derive.latest_film_plan(vault, item), people)


def strip(session: Session, item: str, count: int, tick: Tick) -> Strip:
    """Fetch the timeline's pictures and loudness."""
    with session.vault.open_blob(item) as source:
        made = playing.strip(session.pool, source, count, tick)
    return Strip([to_image(picture) for picture in made.pictures], made.loudness)


def followed(session: Session, item: str, wanted: Collection[RegionKind], tick: Tick) -> FilmPlan:
    """Look through a whole video, and follow what is found."""
    return derive.plan_film(session.vault, session.pool, item, wanted, tick=tick)


def followed_from(session: Session, item: str, track: Track, at: int, tick: Tick) -> Track:
    """Follow what a track covers at one moment, both ways; what is decided about it stays."""
    key = tracks.place_at(track, at)
    box = (key.left, key.top, key.width, key.height)
    with session.vault.open_blob(item) as source:
        found = following.follow_one(session.pool, source, at, box, tick)
    return replace(track, keys=found.keys)


def saved(
    session: Session, item: str, plan: FilmPlan, tick: Tick, *, looked: bool = False
) -> Saved:
    """Make the covered copy, which is then looked at once more, and made anew if that finds more.

    ``looked`` says that a person has watched what this plan makes, and answers for it.
    """
    vault = session.vault
    rounds = 0 if looked else derive.FILM_ROUNDS
    copy = derive.filmed_copy(vault, session.pool, item, plan, tick, looked=looked, rounds=rounds)
    kept = derive.latest_film_plan(vault, item) or plan
    look = choosing.second_look(copy)
    facts = next(step.facts for step in copy.steps if step.name == "redact")
    again = tuple(
        alarm
        for alarm in film_again.alarms_of(facts)
        if alarm.doubt in film_again.OF_COPY and alarm not in kept.alarms
    )
    broken = film_again.broken(facts)
    return Saved(
        copy,
        again,
        look.holds_up,
        look.able,
        broken,
        picture=plan.has_picture,
        added=kept.tracks[len(plan.tracks) :],
        doubts=kept.alarms[len(plan.alarms) :],
    )
