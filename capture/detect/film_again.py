"""What a person still has to look at in a video's covered copy, as it is kept with the copy.

The places stand among those of a photo's second look, so that whatever asks whether a copy may
leave needs to know of no film; the alarms themselves, with their times, stand beside them.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from capture.detect import again
from capture.detect.again import MOST_KEPT, SecondLook
from capture.detect.finding import Finding
from capture.redact import film
from capture.redact.film import Alarm, Doubt, FilmPlan
from capture.redact.plan import RegionKind


def unanswered(plan: FilmPlan, again_found: Iterable[Alarm]) -> tuple[Alarm, ...]:
    """Return the alarms that nobody has answered, in order of time.

    Those of the plan, and what was found in the finished copy (its times are the original's).
    """
    seen = [alarm for alarm in plan.alarms if alarm.answered and alarm.doubt is Doubt.AGAIN]
    open_ = [alarm for alarm in plan.alarms if not alarm.answered]
    open_ += [
        alarm
        for alarm in again_found
        if not alarm.answered and not any(_same(alarm, one) for one in (*seen, *open_))
    ]
    return tuple(sorted(open_, key=lambda alarm: (alarm.span.begins, alarm.span.ends)))


def as_json(alarms: Iterable[Alarm], plan: FilmPlan, *, looked: bool, able: bool) -> dict[str, Any]:
    """Return a second look as plain values: as a photo's, and ``alarms`` with their times."""
    every = tuple(alarms)
    found = tuple(_finding(alarm, plan) for alarm in every)
    return {
        **again.as_json(SecondLook(found, looked=looked, able=able)),
        "alarms": [film.alarm_as_json(alarm) for alarm in every[:MOST_KEPT]],
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
