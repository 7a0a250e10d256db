"""A video's covered copy, made in the child: the parent's half and the child's half of the call.

What the child writes are fragments in order. They go into a first draft of the vault, of which
the same pool then makes a clean copy as of any other video: what the encoders noted about
themselves is gone, and the index stands at the beginning.
"""

import json
import secrets
from typing import TYPE_CHECKING, Any, BinaryIO

from capture.errors import DecoderCrashed
from capture.formats.base import Sink
from capture.isolate.channel import RemoteSink
from capture.progress import Tick, silent
from capture.redact import film, rendered
from capture.redact.film import FilmPlan
from capture.redact.rendered import Rendered

if TYPE_CHECKING:
    from collections.abc import Callable

    from capture.isolate.channel import Channel
    from capture.isolate.pool import MediaPool


def render(pool: "MediaPool", source: BinaryIO, plan: FilmPlan, sink: Sink, tick: Tick) -> Rendered:
    """Write a video or recording changed by a plan to ``sink``, as fragments, not clean yet.

    ``tick`` counts microseconds of the video. Raises CaptureError; the sink's own errors pass.
    """
    call = {"do": "film-render", "plan": film.as_json(plan)}
    untrusted = pool.call("media", call, source, sink, tick)
    try:
        return rendered.from_json(json.loads(untrusted))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise DecoderCrashed("the child's answer made no sense") from error


def measured(pool: "MediaPool", source: BinaryIO) -> FilmPlan:
    """Return a plan that changes nothing, of the size and length of a video or a recording.

    Its size is 0 by 0 where there is no picture. Raises what decoding raises.
    """
    untrusted = pool.call("media", {"do": "film-measured"}, source, None, silent)
    try:
        width, height, length = json.loads(untrusted)
        stored = film.as_json(FilmPlan(width, height, length, secrets.token_hex(16)))
    except (ValueError, TypeError, RecursionError) as error:
        raise DecoderCrashed("the child's answer made no sense") from error
    return film.from_json(stored)


def _measured(_channel: "Channel", source: BinaryIO, _call: dict[str, Any]) -> bytes:
    from capture.decode import reel  # as above

    with reel.opened(source) as opened:
        facts = opened.facts
    return json.dumps([facts.width, facts.height, facts.length]).encode()


def _render(channel: "Channel", source: BinaryIO, call: dict[str, Any]) -> bytes:
    from capture.redact.render import render as of_film  # FFmpeg is loaded where it is needed
    from capture.redact.render_sound import render as of_sound

    sink = RemoteSink(channel)
    plan = film.from_json(call["plan"])
    made = of_film if plan.has_picture else of_sound
    done = made(source, plan, sink.write, channel.tick)
    sink.flush()
    return json.dumps(rendered.as_json(done)).encode()


ACTS: "dict[str, Callable[[Channel, BinaryIO, dict[str, Any]], bytes]]" = {
    "film-measured": _measured,
    "film-render": _render,
}
"""What the child can be asked to do here, by name."""
