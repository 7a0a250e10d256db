"""What the child does for things on their way out or in: codes on a card, a copy made to fit.

The parent's half and the child's half of each call stand together here, because
they have to agree on its parameters. What comes from the child is hostile until
checked, as in ``values``.
"""

import base64
import json
from typing import TYPE_CHECKING, Any, BinaryIO

from capture.errors import DecoderCrashed
from capture.formats.base import Cleaning, Sink
from capture.isolate import values
from capture.isolate.channel import RemoteSink
from capture.isolate.wire import BrokenWire
from capture.kinds import MediaKind
from capture.platforms import Bounds
from capture.progress import Tick, silent

if TYPE_CHECKING:
    from capture.isolate.channel import Channel
    from capture.isolate.pool import MediaPool

_MOST_CODES = 64
_MOST_CODE = 4096


def codes(pool: "MediaPool", source: BinaryIO, tick: Tick = silent) -> tuple[bytes, ...]:
    """Return what the QR codes in a picture hold, in no order. Raises CaptureError."""
    untrusted = pool.call("media", {"do": "codes"}, source, None, tick)
    try:
        rows = json.loads(untrusted)
        found = tuple(base64.b64decode(row, validate=True) for row in rows[:_MOST_CODES])
    except (ValueError, TypeError, RecursionError) as error:
        raise DecoderCrashed("the child's answer made no sense") from error
    if any(len(code) > _MOST_CODE for code in found):
        raise DecoderCrashed("the child's answer made no sense")
    return found


def fit(
    pool: "MediaPool", source: BinaryIO, sink: Sink, bounds: Bounds, tick: Tick = silent
) -> Cleaning:
    """Write what may be posted within some bounds to ``sink``. Raises CaptureError."""
    call = {
        "do": "fit",
        "kinds": [kind.value for kind in bounds.kinds],
        "most": bounds.size,  # the call's own size is the source's
        "side": bounds.side,
        "seconds": bounds.seconds,
        "rate": bounds.rate,
    }
    untrusted = pool.call("media", call, source, sink, tick)
    try:
        return values.unpack_cleaning(untrusted)
    except BrokenWire as error:
        raise DecoderCrashed("the child's answer made no sense") from error


def do_fit(channel: "Channel", source: BinaryIO, call: dict[str, Any]) -> bytes:
    """Make a copy fit, in the child."""
    kinds = tuple(MediaKind(kind) for kind in call["kinds"])
    bounds = Bounds(kinds, call["most"], call["side"], call["seconds"], call["rate"])
    sink = RemoteSink(channel)
    from capture import examine  # heavy, and the window that asks needs none of it

    cleaning = examine.fit(source, sink, bounds, channel.tick)
    sink.flush()
    return values.pack_cleaning(cleaning)


def do_codes(channel: "Channel", source: BinaryIO, _call: dict[str, Any]) -> bytes:
    """Read the codes, in the child."""
    del channel
    from capture import examine  # likewise

    rows = [base64.b64encode(code).decode() for code in examine.codes(source)]
    return json.dumps(rows).encode()
