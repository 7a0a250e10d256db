"""What a person has decided so far about one video, and the way back from each decision.

All of it is one value, a Work; every change is a step of one QUndoStack that holds the Work before
and after. What is found while a person works (a look through the video, a track that is followed)
is a step as well, with its own name: undoing it brings back what was there before.

Seen from the canvas it is a still: the marks at the present moment.
"""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from PySide6.QtCore import Signal

from capture.redact import joining_films, moments
from capture.redact.film import (
    MAX_TRACKS,
    Alarm,
    Answer,
    Coding,
    FilmPlan,
    Hearing,
    Span,
    Track,
)
from capture.redact.plan import Crop, Region
from ui.desktop.editor.draft import Mark, State
from ui.desktop.editor.steps import Stepwise

_STATES = {
    Answer.COVER: State.COVERED,
    Answer.VISIBLE: State.STAYS,
    Answer.DISMISSED: State.NOTHING,
}


@dataclass(frozen=True, slots=True)
class Work:
    """Everything that was decided: tracks by their id, stretches, sound, alarms, the coding."""

    tracks: Mapping[int, Track] = field(default_factory=lambda: MappingProxyType({}))
    blank: tuple[Span, ...] = ()
    cut: tuple[Span, ...] = ()
    sound: tuple[Hearing, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    coding: Coding = Coding.H264

    def having(self, tracks: Mapping[int, Track]) -> "Work":
        """Return this with these tracks put in, each in place of an earlier one with its id."""
        return replace(self, tracks=MappingProxyType({**self.tracks, **tracks}))

    def without(self, *gone: int) -> "Work":
        """Return this without some tracks."""
        left = {key: track for key, track in self.tracks.items() if key not in gone}
        return replace(self, tracks=MappingProxyType(left))


class FilmDraft(Stepwise[Work]):
    """One video under the hands of a person; see FilmPlan for its numbers."""

    passed = Signal()
    """It is another moment now."""

    def __init__(self, plan: FilmPlan, frame: int) -> None:
        """``frame`` is about how long one frame is shown, in microseconds."""
        super().__init__()
        self.width, self.height, self.length = plan.width, plan.height, plan.length
        self.frame = frame
        self._seed = plan.seed
        self._work = self._opened(plan)
        self.at = 0
        self.range: Span | None = None
        """The stretch of time that is marked, if any; it is no part of the plan."""

    @property
    def tracks(self) -> Mapping[int, Track]:
        """Every track by its id, in the order in which they came."""
        return self._work.tracks

    @property
    def chosen(self) -> Track | None:
        """The selected track."""
        return self.tracks.get(self._selected or 0)

    @property
    def chosen_id(self) -> int | None:
        """Its id."""
        return self._selected if self.chosen is not None else None

    @property
    def open_alarms(self) -> tuple[Alarm, ...]:
        """What nobody has looked at yet, in order of time."""
        left = [alarm for alarm in self._work.alarms if not alarm.answered]
        return tuple(sorted(left, key=lambda alarm: alarm.span.begins))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is there at the present moment, as the canvas shows it."""
        found = ((key, track, self._now(track)) for key, track in self.tracks.items())
        return tuple(
            Mark(key, region_of(track, place), _STATES[track.answer])
            for key, track, place in found
            if place is not None
        )

    def _now(self, track: Track) -> moments.Place | None:
        return moments.place_during(track, self.at, self.at + 1)

    @property
    def selected(self) -> Mark | None:
        """The selected track as it is seen now; None while it is not there."""
        return next((mark for mark in self.marks if mark.id == self._selected), None)

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to be seen; a recording is heard alone."""
        return self.width > 0

    @property
    def straighten(self) -> int:
        """A video is not turned."""
        return 0

    @property
    def crop(self) -> Crop | None:
        """Nor is it cropped."""
        return None

    @property
    def leaves_a_mark(self) -> bool:
        """Whether a copy by this draft would differ from the video."""
        work = self._work
        covered = any(track.answer is Answer.COVER for track in self.tracks.values())
        return covered or bool(work.blank or work.cut or work.sound)

    def pass_to(self, at: int) -> None:
        """Be at another moment."""
        if at != self.at:
            self.at = at
            self.passed.emit()

    def mark(self, span: Span | None) -> None:
        """Mark a stretch of time, or none."""
        if span != self.range:
            self.range = span
            self.passed.emit()

    def add(self, words: str, tracks: Iterable[Track]) -> list[int]:
        """Put in tracks, no more than a plan may hold, and return their ids."""
        room = MAX_TRACKS - len(self.tracks)
        fresh = {self.fresh_id(): track for track, _ in zip(tracks, range(room), strict=False)}
        self.do(words, self._work.having(fresh))
        return list(fresh)

    def put(self, words: str, tracks: Mapping[int, Track], *, moving: bool = False) -> None:
        """Change tracks; steps of ``moving`` one track melt into one step."""
        self.do(words, self._work.having(tracks), min(tracks) if moving else None)

    def remove(self, words: str, *gone: int) -> None:
        """Take tracks away."""
        self.do(words, self._work.without(*gone))
        if self._selected in gone:
            self.select(None)

    def take_in(self, words: str, found: FilmPlan) -> int:
        """Put in what was found and nothing is decided about yet; return how many tracks.

        Raises BadPlan for more than a plan can hold.
        """
        joined = joining_films.extended(self.plan(), replace(found, length=self.length))
        fresh = joined.tracks[len(self.tracks) :]
        work = self._work.having({self.fresh_id(): track for track in fresh})
        self.do(words, replace(work, alarms=joined.alarms))
        return len(fresh)

    def take_more(self, words: str, tracks: Iterable[Track], alarms: Iterable[Alarm]) -> None:
        """Put in what was covered beside all this, and what is doubtful about it."""
        more = self._work.having({self.fresh_id(): track for track in tracks})
        self.do(words, replace(more, alarms=(*more.alarms, *alarms)))

    def doubt(self, words: str, alarms: Iterable[Alarm]) -> None:
        """Put in what somebody has to look at, as far as it is new."""
        known = self._work.alarms
        fresh = tuple(alarm for alarm in alarms if alarm not in known)
        self.do(words, replace(self._work, alarms=(*known, *fresh)))

    def answer_all(self, words: str) -> None:
        """Take a person's word that everything was looked at."""
        answered = tuple(replace(alarm, answered=True) for alarm in self._work.alarms)
        self.do(words, replace(self._work, alarms=answered))

    def plan(self) -> FilmPlan:
        """Return what was decided as a plan."""
        work = self._work
        return FilmPlan(
            self.width,
            self.height,
            self.length,
            self._seed,
            tuple(work.tracks.values()),
            work.blank,
            work.cut,
            work.sound,
            work.alarms,
            work.coding,
        )

    def _opened(self, plan: FilmPlan) -> Work:
        tracks = {self.fresh_id(): track for track in plan.tracks}
        return Work(
            MappingProxyType(tracks), plan.blank, plan.cut, plan.sound, plan.alarms, plan.coding
        )


def empty_plan(width: int, height: int, length: int) -> FilmPlan:
    """Return a plan that does nothing, with a seed of its own."""
    return FilmPlan(width, height, length, secrets.token_hex(16))


def region_of(track: Track, place: moments.Place) -> Region:
    """Return a track at one of its places as a region of a still."""
    return Region(
        *place,
        shape=track.shape,
        style=track.style,
        kind=track.kind,
        found_by=track.found_by,
        confidence=track.confidence,
        reason=track.reason,
        person=track.person,
    )
