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
from capture.redact import film
from capture.redact.film import FilmPlan
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


ACTS: "dict[str, Callable[[Channel, BinaryIO, dict[str, Any]], bytes]]" = {"follow": _follow}
"""What the child can be asked to do here, by name."""
