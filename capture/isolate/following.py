"""Finding and following in a video, done in the child: the parent's and the child's half.

The child decodes and looks; what it says is a plan, and is read with every field held to its
bounds, as one that somebody sent.
"""

import json
import secrets
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, BinaryIO

from capture.errors import BadPlan, DecoderCrashed
from capture.progress import Tick, silent
from capture.redact import checked, film
from capture.redact.film import FilmPlan, Track
from capture.redact.plan import RegionKind

if TYPE_CHECKING:
    from capture.isolate.channel import Channel
    from capture.isolate.pool import MediaPool


def follow(
    pool: "MediaPool", source: BinaryIO, wanted: Collection[RegionKind], tick: Tick = silent
) -> FilmPlan:
    """Return a plan that covers what is found and followed of the wanted kinds in a video.

    Its alarms are where a person has to look. ``tick`` counts microseconds of the video.
    Raises CaptureError.
    """
    call = {
        "do": "follow",
        "wanted": sorted(kind.value for kind in wanted),
        "seed": secrets.token_hex(16),
    }
    return _plan(pool.call("media", call, source, None, tick))


def look_again(
    pool: "MediaPool", output: BinaryIO, plan: FilmPlan, tick: Tick = silent
) -> FilmPlan:
    """Return an alarm, in the original's time, for what is found in a copy and not answered.

    The tracks of what is returned are the places themselves, of one key each; see
    ``follow_found``. ``tick`` counts microseconds of the copy. Raises CaptureError.
    """
    call = {"do": "look-again", "plan": film.as_json(plan)}
    return _plan(pool.call("media", call, output, None, tick))


def follow_found(
    pool: "MediaPool", source: BinaryIO, again: FilmPlan, tick: Tick = silent
) -> FilmPlan:
    """Return a plan that covers, from end to end, what a second look found in a copy.

    ``source`` is the original, ``again`` what ``look_again`` said. ``tick`` counts microseconds of
    the original. Raises CaptureError.
    """
    call = {"do": "follow-found", "again": film.as_json(again), "seed": secrets.token_hex(16)}
    return _plan(pool.call("media", call, source, None, tick))


def follow_one(
    pool: "MediaPool",
    source: BinaryIO,
    at: int,
    box: tuple[int, int, int, int],
    tick: Tick = silent,
) -> Track:
    """Return where a place of the frame shown at a moment came from and went to.

    ``at`` is in microseconds, ``box`` left, top, width, height in pixels of the upright picture,
    with its margin; the track begins and ends where the place was lost. Raises CaptureError,
    BadPlan for a place outside the video.
    """
    call = {"do": "follow-one", "at": at, "box": list(box), "seed": secrets.token_hex(16)}
    tracks = _plan(pool.call("media", call, source, None, tick)).tracks
    if len(tracks) != 1:
        raise DecoderCrashed("the child's answer made no sense")
    return tracks[0]


def _plan(untrusted: bytes) -> FilmPlan:
    try:
        return film.from_json(json.loads(untrusted))
    except (ValueError, TypeError, RecursionError, BadPlan) as error:
        raise DecoderCrashed("the child's answer made no sense") from error


def _follow(channel: "Channel", source: BinaryIO, call: dict[str, Any]) -> bytes:
    from capture.detect.follow import film as following  # networks are loaded where needed

    wanted = [RegionKind(kind) for kind in call["wanted"]]
    plan = following.follow(source, wanted, call["seed"], channel.tick)
    return json.dumps(film.as_json(plan)).encode()


def _look_again(channel: "Channel", source: BinaryIO, call: dict[str, Any]) -> bytes:
    from capture.detect.follow import second  # as above

    again = second.look_again(source, film.from_json(call["plan"]), channel.tick)
    return json.dumps(film.as_json(again)).encode()


def _follow_found(channel: "Channel", source: BinaryIO, call: dict[str, Any]) -> bytes:
    from capture.detect.follow import film as following  # as above
    from capture.detect.follow.given import Given

    given = Given(film.from_json(call["again"]).tracks)
    plan = following.follow_given(source, given, call["seed"], channel.tick)
    return json.dumps(film.as_json(plan)).encode()


def _follow_one(channel: "Channel", source: BinaryIO, call: dict[str, Any]) -> bytes:
    from capture.detect.follow import one  # as above

    box = checked.box(call["box"])
    plan = one.follow_one(source, call["at"], box, call["seed"], channel.tick)
    return json.dumps(film.as_json(plan)).encode()


ACTS: "dict[str, Callable[[Channel, BinaryIO, dict[str, Any]], bytes]]" = {
    "follow": _follow,
    "follow-found": _follow_found,
    "follow-one": _follow_one,
    "look-again": _look_again,
}
"""What the child can be asked to do here, by name."""
