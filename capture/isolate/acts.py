"""What the child does when it is asked: one function for each call, from plain values to bytes."""

from collections.abc import Callable
from typing import Any, BinaryIO

from capture import examine
from capture.formats.base import Profile
from capture.isolate import following, outward, playing, rendering, values
from capture.isolate.channel import Channel, RemoteSink
from capture.isolate.wire import Kind
from capture.redact import plan as redaction
from capture.redact.plan import RegionKind


def _inspect(channel: Channel, source: BinaryIO, _call: dict[str, Any]) -> bytes:
    return values.pack_report(examine.inspect(source, channel.tick))


def _clean(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    profile = Profile(call["profile"])
    sink = RemoteSink(channel)
    cleaning = examine.clean(source, sink, profile, channel.tick)
    sink.flush()
    return values.pack_cleaning(cleaning)


def _inspect_and_clean(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    channel.send(Kind.REPORT, _inspect(channel, source, call))
    return _clean(channel, source, call)


def _verify(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    kind, needles = values.unpack_needles(call)
    examine.verify(kind, source, needles, channel.tick)
    return b""


def _clean_keeping(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    sink, kept = RemoteSink(channel), values.unpack_kept(call)
    profile = Profile(call["profile"])
    cleaning = examine.clean_keeping(source, sink, profile, kept, channel.tick)
    sink.flush()
    return values.pack_cleaning(cleaning)


def _verify_keeping(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    kind, needles = values.unpack_needles(call)
    examine.verify_keeping(kind, source, needles, values.unpack_kept(call), channel.tick)
    return b""


def _preview(_channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    picture = examine.preview(source, call["max_side"])
    return picture.width.to_bytes(4, "big") + picture.rgb


def _first_look(_channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    picture = examine.first_look(source, call["max_side"])
    return picture.width.to_bytes(4, "big") + picture.rgb


def _view(_channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    plan = None if call["plan"] is None else redaction.from_json(call["plan"])
    size, picture = examine.view(source, call["max_side"], call["window"], plan)
    return b"".join(side.to_bytes(4, "big") for side in (*size, picture.width)) + picture.rgb


def _hidden(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    return values.pack_hidden(examine.hidden(source, call["max_side"], channel.tick))


def _thumbnail(_channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    return examine.thumbnail(source, call["max_side"], call["max_bytes"])


def _find(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    wanted = [RegionKind(kind) for kind in call["wanted"]]
    found = examine.find(source, wanted, channel.tick, thorough=call["thorough"])
    return values.pack_found(*found)


def _redact(channel: Channel, source: BinaryIO, call: dict[str, Any]) -> bytes:
    plan = redaction.from_json(call["plan"])
    sink = RemoteSink(channel)
    cleaning = examine.redact(source, plan, sink, channel.tick)
    sink.flush()
    return values.pack_cleaning(cleaning)


def _held(channel: Channel, _source: BinaryIO, _call: dict[str, Any]) -> bytes:
    return values.pack_held(channel.held)


Act = Callable[[Channel, BinaryIO, dict[str, Any]], bytes]

ACTS: dict[str, Act] = {
    "held": _held,
    "inspect": _inspect,
    "clean": _clean,
    "inspect-and-clean": _inspect_and_clean,
    "verify": _verify,
    "clean-keeping": _clean_keeping,
    "verify-keeping": _verify_keeping,
    "preview": _preview,
    "first-look": _first_look,
    "view": _view,
    "hidden": _hidden,
    "thumbnail": _thumbnail,
    "codes": outward.do_codes,
    "fit": outward.do_fit,
    "find": _find,
    "redact": _redact,
    **following.ACTS,
    **playing.ACTS,
    **rendering.ACTS,
}
"""What a child can be asked to do with a file, by name."""
