"""Playing a video: a conversation with a confined child, which decodes it at a reduced size.

The child hands over one piece after another (a frame, a stretch of sound) and waits for each to
be taken; the answer may be a wish for another place, another speed or another plan. So the
listener holds it back by answering late, and nothing is decoded that nobody waits for. Nothing of
it lies on a disk. What comes from the child is hostile until checked, as in ``values``.

The parent's half and the child's half stand together here, because they have to agree.
"""

import json
import struct
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, BinaryIO

from capture.decode.playable import Film
from capture.errors import DecoderCrashed
from capture.progress import Tick, silent
from capture.redact import film
from capture.redact.film import FilmPlan
from capture.report import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capture.decode.reel import Played, Reel, Shown
    from capture.isolate.channel import Channel
    from capture.isolate.pool import MediaPool

SOUND_RATE = 48_000
"""Samples a second of each of two channels."""
SAMPLE = 4
"""Bytes of one moment of sound: two channels of 16 bits."""
MAX_SIDE = 1920
MAX_STRIP = 2_000
"""Most pictures of a timeline."""
STRIP_SIDE = 120
"""Longest side of such a picture in pixels."""
POINTS = 4_000
"""Places at which a timeline's loudness is measured."""
_MOST_SOUND = 4 << 20
_MOST_TIME = 1 << 50
_STILL_SECONDS = 0.05
"""How often a child that has nothing to hand over yet asks whether it is still wanted."""
_FRAME = struct.Struct(">qII")
_SOUND = struct.Struct(">q")
_PICTURE = struct.Struct(">II")


@dataclass(frozen=True, slots=True)
class Frame:
    """One upright frame and the moment at which it begins."""

    at: int
    picture: Picture


@dataclass(frozen=True, slots=True)
class Sound:
    """A stretch of sound as bytes: 16 bits, little-endian, two channels, 48,000 a second."""

    at: int
    samples: bytes


@dataclass(frozen=True, slots=True)
class Rest:
    """Nothing comes by itself any more: the end, or the beginning when it runs backwards."""


@dataclass(frozen=True, slots=True)
class Still:
    """The child is on its way to what was wished for."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be handed over next; the answer to a piece.

    ``at`` in microseconds, ``side`` the longest side of a frame in pixels, ``back`` the number of
    frames before it. ``rate`` is 1, more for faster, negative for backwards. With a ``plan`` it is
    what the covered copy will be.
    """

    at: int
    side: int
    back: int = 0
    rate: int = 1
    plan: FilmPlan | None = None


@dataclass(frozen=True, slots=True)
class Enough:
    """Nothing more is wished: the conversation ends."""


Piece = Film | Frame | Sound | Rest | Still
Answer = Wish | Enough | None
Listener = Callable[[Piece], Answer]
"""Takes a piece, for as long as it likes; None is: go on."""


@dataclass(frozen=True, slots=True)
class Strip:
    """What a timeline shows: small pictures, evenly spread, and loudness from 0 to 255."""

    film: Film
    pictures: tuple[Picture, ...]
    loudness: bytes


def play(
    pool: "MediaPool", source: BinaryIO, first: Wish, listener: Listener, tick: Tick = silent
) -> None:
    """Play a video or a sound file to a listener, until it has enough. Raises CaptureError."""
    talk = _Talk(listener)
    pool.call("play", {"do": "play", **_as_json(first)}, source, None, tick, part=talk.take)


def strip(pool: "MediaPool", source: BinaryIO, count: int, tick: Tick = silent) -> Strip:
    """Return what a timeline shows: ``count`` pictures, and loudness at POINTS places.

    ``tick`` counts thousandths. Raises CaptureError.
    """
    untrusted = pool.call("media", {"do": "strip", "count": count}, source, None, tick)
    try:
        return _unpack_strip(untrusted, count)
    except (ValueError, TypeError, KeyError, struct.error, RecursionError) as error:
        raise DecoderCrashed("the child's answer made no sense") from error


class _Talk:
    """The parent's end of a conversation."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener

    def take(self, untrusted: bytes) -> bytes:
        try:
            piece = _unpack(untrusted)
        except (ValueError, TypeError, KeyError, struct.error, RecursionError) as error:
            raise DecoderCrashed("the child's answer made no sense") from error
        match self._listener(piece):
            case None:
                return b""
            case Enough():
                return b"{}"
            case wish:
                return json.dumps(_as_json(wish)).encode()


def _as_json(wish: Wish) -> dict[str, Any]:
    return {
        "at": wish.at,
        "side": wish.side,
        "back": wish.back,
        "rate": wish.rate,
        "plan": wish.plan and film.as_json(wish.plan),
    }


def _unpack(untrusted: bytes) -> Piece:
    kind, body = untrusted[:1], untrusted[1:]
    match kind:
        case b"F":
            at, width, height = _FRAME.unpack_from(body)
            rgb = body[_FRAME.size :]
            return Frame(_time(at), _picture(width, height, rgb))
        case b"S":
            (at,) = _SOUND.unpack_from(body)
            samples = body[_SOUND.size :]
            if len(samples) > _MOST_SOUND or len(samples) % SAMPLE:
                raise ValueError
            return Sound(_time(at), samples)
        case b"I":
            return _film(json.loads(body))
        case b"E":
            return Rest()
        case b"T":
            return Still()
        case _:
            raise ValueError


def _time(untrusted: int) -> int:
    if not -_MOST_TIME < untrusted < _MOST_TIME:
        raise ValueError
    return untrusted


def _picture(width: int, height: int, rgb: bytes) -> Picture:
    within = 0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE
    if not within or len(rgb) != width * height * 3:
        raise ValueError
    return Picture(width, height, rgb)


def _film(untrusted: dict[str, Any]) -> Film:
    numbers = [untrusted[name] for name in ("width", "height", "length", "frame")]
    if any(type(one) is not int or not 0 <= one < _MOST_TIME for one in numbers):
        raise ValueError
    width, height, length, frame = numbers
    if not frame or not length:
        raise ValueError
    return Film(width, height, length, frame, untrusted["sound"] is True)


def _unpack_strip(untrusted: bytes, count: int) -> Strip:
    size = int.from_bytes(untrusted[:4], "big")
    said = json.loads(untrusted[4 : 4 + size])
    at = 4 + size
    if type(said["pictures"]) is not int or not 0 <= said["pictures"] <= count:
        raise ValueError
    pictures = []
    for _ in range(said["pictures"]):
        width, height = _PICTURE.unpack_from(untrusted, at)
        at += _PICTURE.size
        end = at + min(width, MAX_SIDE) * min(height, MAX_SIDE) * 3
        pictures.append(_picture(width, height, untrusted[at:end]))
        at = end
    loudness = untrusted[at:]
    if len(loudness) not in {0, POINTS}:
        raise ValueError
    return Strip(_film(said), tuple(pictures), loudness)


# From here on: what the child does.


def _do_play(channel: "Channel", source: BinaryIO, call: dict[str, Any]) -> bytes:
    from capture.decode import reel

    with reel.opened(source) as opened:
        answer = channel.part(b"I" + _facts(opened))
        wish: dict[str, Any] = json.loads(answer) if answer else call
        while "at" in wish:
            wish = _Playing(channel, opened, wish).run()
    return b""


def _facts(opened: "Reel", **more: int) -> bytes:
    return json.dumps({**asdict(opened.facts), **more}).encode()


class _Playing:
    """One wish on its way: pieces go out until another wish comes back."""

    def __init__(self, channel: "Channel", opened: "Reel", wish: dict[str, Any]) -> None:
        self._channel = channel
        self._opened = opened
        self._wish = wish
        self._spoke = time.monotonic()

    def run(self) -> dict[str, Any]:
        """Hand over what was wished for, then say that this was all; return the next wish."""
        played = self._played()
        if self._wish["plan"] is not None:
            plan = film.from_json(self._wish["plan"])
            played = _covered(played, plan, self._wish["at"], self._opened.facts.frame)
        for one in played:
            answer = self._hand_over(one)
            if answer:
                return dict(json.loads(answer))
        return dict(json.loads(self._channel.part(b"E") or b"{}"))

    def _played(self) -> "Iterator[Played]":
        wish, rate = self._wish, int(self._wish["rate"])
        if rate < 0:
            return self._opened.backwards(wish["at"], wish["side"], -rate)
        return self._opened.run(wish["at"], wish["side"], back=wish["back"], rate=max(rate, 1))

    def _hand_over(self, played: "Played") -> bytes:
        now = time.monotonic()
        if played is None and now - self._spoke < _STILL_SECONDS:
            return b""
        self._spoke = now
        return self._channel.part(_packed(played))


def _packed(played: "Played") -> bytes:
    from capture.decode.reel import Shown

    if played is None:
        return b"T"
    if isinstance(played, Shown):
        height, width = played.pixels.shape[:2]
        return b"F" + _FRAME.pack(played.at, width, height) + played.pixels.tobytes()
    return b"S" + _SOUND.pack(played.at) + played.samples.astype("<i2", copy=False).tobytes()


def _covered(played: "Iterator[Played]", plan: FilmPlan, at: int, frame: int) -> "Iterator[Played]":
    """Give frames and sound as a plan will have them.

    A frame is on the screen until the next one's time, so it waits for that one; the last one, and
    one that is seen backwards, for about one frame.
    """
    from capture.decode.reel import Heard, Shown
    from capture.redact import glance

    ear = glance.Ear(plan, at)
    last: Shown | None = None
    for one in played:
        if isinstance(one, Shown):
            if last is not None:
                yield _under(last, plan, one.at if one.at > last.at else last.at + frame)
            last = one
        elif isinstance(one, Heard):
            yield from (Heard(*piece) for piece in ear.push(one.at, one.samples))
        else:
            yield one
    yield from (Heard(*piece) for piece in ear.finish())
    if last is not None:
        yield _under(last, plan, last.at + frame)


def _under(shown: "Shown", plan: FilmPlan, ends: int) -> "Shown":
    from capture.redact import glance

    return replace(shown, pixels=glance.covered(shown.pixels, plan, shown.at, ends))


def _do_strip(channel: "Channel", source: BinaryIO, call: dict[str, Any]) -> bytes:
    from capture.decode import reel, strip

    count = min(call["count"], MAX_STRIP)
    with reel.opened(source) as opened:
        far = [0]

        def drew() -> None:
            far[0] += 1
            channel.tick(far[0] * 500 // count, 1000)

        def listened(at: int) -> None:
            channel.tick(500 + at * 500 // max(opened.facts.length, 1), 1000)

        shown = strip.pictures(opened, count, STRIP_SIDE, drew)
        loudness = strip.loudness(opened, POINTS, listened)
        said = _facts(opened, pictures=len(shown))
    packed = b"".join(
        _PICTURE.pack(one.pixels.shape[1], one.pixels.shape[0]) + one.pixels.tobytes()
        for one in shown
    )
    return len(said).to_bytes(4, "big") + said + packed + loudness


ACTS = {"play": _do_play, "strip": _do_strip}
"""What a child can be asked to do, by name."""
