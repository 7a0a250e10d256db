"""What a person still has to look at in a video's covered copy, as it is kept with the copy.

The places stand among those of a photo's second look, so that whatever asks whether a copy may
leave needs to know of no film; the alarms themselves, with their times, stand beside them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from capture.detect import again
from capture.detect.again import MOST_KEPT, SecondLook
from capture.detect.finding import Finding
from capture.redact import film
from capture.redact.film import Alarm, Answer, Doubt, FilmPlan, Span, Track
from capture.redact.keys import Key
from capture.redact.plan import RegionKind, Style

_PERSON = "person"
OF_COPY = (Doubt.AGAIN, Doubt.BROKEN)
"""What is found anew with each copy: an answer to it holds."""


def unanswered(plan: FilmPlan, again_found: Iterable[Alarm]) -> tuple[Alarm, ...]:
    """Return the alarms that nobody has answered, in order of time.

    Those of the plan, and what was found in making the finished copy and looking at it (times are
    the original's).
    """
    seen = [alarm for alarm in plan.alarms if alarm.answered and alarm.doubt in OF_COPY]
    open_ = [alarm for alarm in plan.alarms if not alarm.answered]
    open_ += [
        alarm
        for alarm in again_found
        if not alarm.answered and not any(_same(alarm, one) for one in (*seen, *open_))
    ]
    return tuple(sorted(open_, key=lambda alarm: (alarm.span.begins, alarm.span.ends)))


def hits(
    plan: FilmPlan, facts: Mapping[str, Any], again_found: Iterable[Alarm]
) -> tuple[Alarm, ...]:
    """Return what is found in a copy that leaves, and that nobody has answered, by time.

    ``facts`` are of the copy's first step: what was open in it is answered where a person looked.
    Raises BadPlan.
    """
    looked = again.from_json(facts.get("again")).looked
    seen = [replace(alarm, answered=True) for alarm in alarms_of(facts)] if looked else []
    answered = [alarm for alarm in plan.alarms if alarm.answered]
    return unanswered(replace(plan, alarms=(*answered, *seen)), again_found)


def of_lost(lost: Iterable[tuple[int, int]]) -> tuple[Alarm, ...]:
    """Return the stretches of a copy that could not be decoded as alarms."""
    return tuple(Alarm(Span(begins, ends), Doubt.BROKEN) for begins, ends in lost)


def to_cover(plan: FilmPlan, again_found: FilmPlan) -> tuple[Track, ...]:
    """Return which of the places that a second look found are to be covered without being asked.

    They are of kinds that the plan covers because they were found, and not only drawn, and nobody
    has looked at them and said that it is right so.
    """
    kinds = {
        track.kind
        for track in plan.tracks
        if track.answer is Answer.COVER and track.found_by != _PERSON
    }
    answered = [alarm for alarm in plan.alarms if alarm.answered and alarm.doubt is Doubt.AGAIN]
    return tuple(
        track
        for track in again_found.tracks
        if track.kind in kinds and not any(_holds(alarm, track.keys[0]) for alarm in answered)
    )


def _holds(alarm: Alarm, key: Key) -> bool:
    """Say whether an alarm is of a place at its moment."""
    if not alarm.span.begins <= key.at < alarm.span.ends:
        return False
    if alarm.place is None:
        return True
    left, top, width, height = alarm.place
    across, down = key.left + key.width / 2, key.top + key.height / 2
    return left <= across <= left + width and top <= down <= top + height


def in_style_of(plan: FilmPlan, tracks: Iterable[Track]) -> tuple[Track, ...]:
    """Return what was found later, covered as a plan covers most of what was found before."""
    styles = Counter(track.style for track in plan.tracks if track.found_by != _PERSON)
    style = styles.most_common(1)[0][0] if styles else Style.FILL
    return tuple(replace(track, style=style) for track in tracks)


def as_json(alarms: Iterable[Alarm], plan: FilmPlan, *, looked: bool, able: bool) -> dict[str, Any]:
    """Return a second look as plain values: as a photo's, and ``alarms`` with their times.

    Where there are too many, those of the plan are left out first: they stand in it anyway.
    """
    every = tuple(alarms)
    found = tuple(_finding(alarm, plan) for alarm in every)
    kept = sorted(every, key=lambda alarm: alarm.doubt not in OF_COPY)[:MOST_KEPT]
    return {
        **again.as_json(SecondLook(found, looked=looked, able=able)),
        "alarms": [film.alarm_as_json(alarm) for alarm in every if alarm in kept],
    }


def alarms_of(facts: Mapping[str, Any]) -> tuple[Alarm, ...]:
    """Read what is open of a copy's first step; nothing for one without. Raises BadPlan."""
    kept = facts.get("again")
    return film.alarms_from_json(kept.get("alarms", [])) if isinstance(kept, Mapping) else ()


def broken(facts: Mapping[str, Any]) -> int:
    """Return how many frames of a copy are blank because they could not be decoded."""
    count = facts.get("broken")
    return count if isinstance(count, int) else 0


def _finding(alarm: Alarm, plan: FilmPlan) -> Finding:
    left, top, width, height = alarm.place or (0, 0, plan.width, plan.height)
    return Finding(
        float(left),
        float(top),
        float(left + width),
        float(top + height),
        RegionKind.FACE,
        1.0,
        alarm.doubt.value,
    )


def _same(one: Alarm, other: Alarm) -> bool:
    """Say whether both are of the same moments and place."""
    if one.doubt is not other.doubt:
        return False
    if one.span.ends <= other.span.begins or other.span.ends <= one.span.begins:
        return False
    if one.place is None or other.place is None:
        return other.place is None
    (left, top, width, height), (left2, top2, width2, height2) = one.place, other.place
    across, down = left + width / 2, top + height / 2
    return left2 <= across <= left2 + width2 and top2 <= down <= top2 + height2
