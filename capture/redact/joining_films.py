"""Putting together what was decided about a video before, and what is found in it now.

As with photos: a decision is never asked twice, and never given up for what a detector says.
"""

from dataclasses import replace

from capture.errors import BadPlan
from capture.redact.film import MAX_PACKED, MAX_TRACKS, Alarm, Doubt, FilmPlan, Track, packed_bytes
from capture.redact.moments import Place, place_during

_LOOKS = 9
"""Moments at which two tracks are compared."""


def extended(plan: FilmPlan, found: FilmPlan) -> FilmPlan:
    """Return a plan with the tracks that were found and that it neither covers nor decides on.

    Its open alarms give way to those that were found now; what was answered stays answered.
    Raises BadPlan for a plan of another video, or for more than a plan can hold.
    """
    if (plan.width, plan.height) != (found.width, found.height):
        raise BadPlan("the plan is for a picture of another size")
    new = tuple(
        track for track in found.tracks if not any(same_track(track, one) for one in plan.tracks)
    )
    tracks = (*plan.tracks, *new)
    if len(tracks) > MAX_TRACKS or packed_bytes(tracks) > MAX_PACKED:
        raise BadPlan("more places than a plan can hold")
    answered = tuple(alarm for alarm in plan.alarms if alarm.answered or alarm.doubt is Doubt.AGAIN)
    fresh = tuple(one for one in found.alarms if not any(_answers(a, one) for a in answered))
    return replace(plan, length=found.length, tracks=tracks, alarms=(*answered, *fresh))


def with_more(plan: FilmPlan, found: FilmPlan) -> FilmPlan:
    """Return a plan that covers as well what a second look found in its copy.

    What a track of the plan covers most of the time may be covered twice then: what was found
    was to be seen. Raises BadPlan for more than a plan can hold.
    """
    tracks, alarms = (*plan.tracks, *found.tracks), (*plan.alarms, *found.alarms)
    if max(len(tracks), len(alarms)) > MAX_TRACKS or packed_bytes(tracks) > MAX_PACKED:
        raise BadPlan("more places than a plan can hold")
    return replace(plan, tracks=tracks, alarms=alarms)


def same_track(track: Track, other: Track) -> bool:
    """Say whether another track of the same kind follows the same thing most of the time."""
    if track.kind is not other.kind:
        return False
    span = track.ends - track.begins
    times = sorted({track.begins + span * step // (_LOOKS - 1) for step in range(_LOOKS)})
    pairs = ((place_during(track, at, at + 1), place_during(other, at, at + 1)) for at in times)
    alike = sum(one is not None and two is not None and _around(one, two) for one, two in pairs)
    return 2 * alike > len(times)


def _around(place: Place, other: Place) -> bool:
    """Say whether each of two places has the other's middle in it."""
    return all(
        a[0] <= b[0] + b[2] / 2 <= a[0] + a[2] and a[1] <= b[1] + b[3] / 2 <= a[1] + a[3]
        for a, b in ((place, other), (other, place))
    )


def _answers(answered: Alarm, alarm: Alarm) -> bool:
    return (
        answered.doubt is alarm.doubt
        and answered.place == alarm.place
        and answered.span.begins <= alarm.span.begins
        and alarm.span.ends <= answered.span.ends
    )
