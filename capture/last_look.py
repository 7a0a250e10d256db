"""The last look: detectors over a covered copy's bytes as they stand in what is about to leave.

Of a film it is the second look made once more, over the same frames in the same ways; of a photo,
the second look's search for faces. What a person has answered stays answered. What it finds beside
that was never seen by anybody: a copy that is another than it was, or detectors that see more by
now. Then nothing leaves.
"""

from collections.abc import Mapping
from typing import Any, BinaryIO

from capture.detect import again, film_again
from capture.errors import Unverified, WeightsMissing
from capture.isolate import MediaPool, following
from capture.progress import Tick
from capture.redact import film
from capture.redact import plan as redaction
from capture.redact.film import Alarm, Doubt, Span
from capture.redact.moments import MICRO, Cuts

Facts = Mapping[str, Any]
"""What the first step of a covered copy says: its plan, and its second look."""
_PLACE = ("left", "top", "width", "height")
_A_SECOND = 512 << 20
"""Bytes that are built, verified and written while a second of a video is looked at."""
_A_PIXEL = 80
"""Bytes likewise, for a pixel of a photo."""


def share(facts: Facts) -> int:
    """Return about how many bytes could be passed on in the time that the look takes."""
    if not film.is_film(facts):
        plan = redaction.from_json(facts)
        return plan.width * plan.height * _A_PIXEL
    whole = film.from_json(facts)
    if not whole.has_picture:
        return 0
    return Cuts(whole.cut).in_copy(whole.length) * _A_SECOND // MICRO


def look(pool: MediaPool, member: BinaryIO, facts: Facts, tick: Tick) -> None:
    """Look at a covered copy. Raises Unverified for what nobody has answered, and CaptureError.

    For a video its facts are the moment, ``begins`` and ``ends`` in microseconds of the original,
    and the place (``left``, ``top``, ``width``, ``height``). Where no detector was there when the
    copy was made, and a person looked instead, none is missed now.
    """
    made = again.from_json(facts.get("again"))
    try:
        if film.is_film(facts):
            _look_at_film(pool, member, facts, tick)
        else:
            _look_at_photo(pool, member, facts, tick)
    except WeightsMissing:
        if made.able or not made.looked:
            raise


def alarm_of(facts: Mapping[str, str | int]) -> Alarm | None:
    """Return what ``look`` found in a video, from its error's facts; None for another error's."""
    begins, ends = facts.get("begins"), facts.get("ends")
    if not isinstance(begins, int) or not isinstance(ends, int):
        return None
    place = [side for name in _PLACE if isinstance(side := facts.get(name), int)]
    if len(place) != len(_PLACE):
        return Alarm(Span(begins, ends), Doubt.AGAIN)
    left, top, width, height = place
    return Alarm(Span(begins, ends), Doubt.AGAIN, (left, top, width, height))


def _look_at_photo(pool: MediaPool, member: BinaryIO, facts: Facts, tick: Tick) -> None:
    plan = redaction.from_json(facts)
    _, found = pool.find_faces(member, tick, thorough=True)
    if again.hits(plan, again.from_json(facts.get("again")), found):
        raise Unverified(reason="face")


def _look_at_film(pool: MediaPool, member: BinaryIO, facts: Facts, tick: Tick) -> None:
    plan = film.from_json(facts)
    if not plan.has_picture:
        return  # in a recording of sound alone there is nothing to be seen
    found = following.look_again(pool, member, plan, tick)
    hits = film_again.hits(plan, facts, found.alarms)
    if hits:
        span, place = hits[0].span, dict(zip(_PLACE, hits[0].place or (), strict=False))
        raise Unverified("", reason="film", begins=span.begins, ends=span.ends, **place)
