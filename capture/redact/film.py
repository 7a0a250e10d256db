"""What is to be covered in a video and its sound: tracks as data, kept in the vault, versioned.

Places are in pixels of the upright picture, times in whole microseconds since the picture track's
first frame (``capture/redact/moments.py`` makes them of timestamps). A frame is on the screen from
its own time until the next frame's, and whatever holds at any moment of that holds for all of the
frame: a cover never comes one frame late. Rendering the picture is a pure function of the original
and the plan; a disguised voice alone is not, because what it was disguised with is not kept.
"""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from capture.errors import BadPlan
from capture.redact import checked
from capture.redact.checked import MAX_SIDE
from capture.redact.keys import MAX_KEYS, MAX_TIME, Key, pack, unpack
from capture.redact.plan import RegionKind, Shape, Style

VERSION = 1
MAX_TRACKS = 4_000
MAX_SPANS = 4_000
MAX_PACKED = 480 << 10
"""Bytes of all packed places of a plan: it is kept beside its copy, in a footer."""


class Answer(StrEnum):
    """What a person decided about something that moves through a video."""

    COVER = "cover"
    VISIBLE = "visible"
    DISMISSED = "dismissed"


class Voice(StrEnum):
    """What becomes of a stretch of sound; what is not named is kept as it is."""

    MUTE = "mute"
    TONE = "tone"
    DISGUISE = "disguise"


class Coding(StrEnum):
    """How the copy's picture is coded."""

    H264 = "h264"
    VP9 = "vp9"
    AV1 = "av1"


class Doubt(StrEnum):
    """Why a person has to look at a stretch of the video before its copy may leave."""

    LOST = "lost"
    """A face was followed through a gap in which nothing found it."""
    WEAK = "weak"
    """What was found there may or may not be one."""
    SUDDEN = "sudden"
    """A face came or went in the middle of the picture, away from a cut."""
    BROKEN = "broken"
    """Frames there could not be decoded, and are blank in the copy."""
    AGAIN = "again"
    """The finished copy was looked at once more, and one was found in it."""
    CROWDED = "crowded"
    """So much was found that covers were put together into larger ones."""
    MANY = "many"
    """Many were there at once, and small faces among them are easily missed."""


@dataclass(frozen=True, slots=True)
class Track:
    """One thing followed from its first key to its last, both included; nowhere else.

    ``found_by`` is who found it ("person" or a detector's name), ``confidence`` in thousandths.
    VISIBLE needs a ``reason``: why it may be seen, or a name. ``style`` is FILL or SOLID. The keys
    say where a cover lies, with its margin; ``person`` is a row of "people shown".
    """

    keys: tuple[Key, ...]
    kind: RegionKind = RegionKind.FACE
    answer: Answer = Answer.COVER
    shape: Shape = Shape.ELLIPSE
    style: Style = Style.FILL
    found_by: str = "person"
    confidence: int = 1000
    reason: str = ""
    person: int | None = None

    @property
    def begins(self) -> int:
        """Return its first moment."""
        return self.keys[0].at

    @property
    def ends(self) -> int:
        """Return its last moment."""
        return self.keys[-1].at


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time: from ``begins`` up to, not including, ``ends``."""

    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class Hearing:
    """What becomes of the sound in a stretch of time."""

    span: Span
    voice: Voice


@dataclass(frozen=True, slots=True)
class Alarm:
    """A stretch that a person has to look at, where in the picture, and whether they have.

    ``place`` is left, top, width, height, None for the whole picture.
    """

    span: Span
    doubt: Doubt
    place: tuple[int, int, int, int] | None = None
    answered: bool = False


@dataclass(frozen=True, slots=True)
class FilmPlan:
    """Everything that rendering a video needs, or a recording of sound alone.

    ``width`` and ``height`` are of the upright picture in pixels, both 0 where there is none (then
    nothing is drawn or blank), ``length`` of the video in microseconds. ``blank`` is where the
    whole picture is covered, ``cut`` what is left out with its sound; ``seed`` makes the soft
    fill's noise.
    """

    width: int
    height: int
    length: int
    seed: str
    tracks: tuple[Track, ...] = ()
    blank: tuple[Span, ...] = ()
    cut: tuple[Span, ...] = ()
    sound: tuple[Hearing, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    coding: Coding = Coding.H264

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to be seen in it."""
        return self.width > 0


def as_json(plan: FilmPlan) -> dict[str, Any]:
    """Return the plan as plain values."""
    return {
        "film": VERSION,
        "width": plan.width,
        "height": plan.height,
        "length": plan.length,
        "seed": plan.seed,
        "coding": plan.coding.value,
        "tracks": [_track_as_json(track) for track in plan.tracks],
        "blank": [_span_as_json(span) for span in plan.blank],
        "cut": [_span_as_json(span) for span in plan.cut],
        "sound": [[*_span_as_json(one.span), one.voice.value] for one in plan.sound],
        "alarms": [alarm_as_json(alarm) for alarm in plan.alarms],
    }


def alarm_as_json(alarm: Alarm) -> dict[str, Any]:
    """Return an alarm as plain values."""
    return {
        "span": _span_as_json(alarm.span),
        "doubt": alarm.doubt.value,
        "place": alarm.place and list(alarm.place),
        "answered": alarm.answered,
    }


def alarms_from_json(untrusted: Any) -> tuple[Alarm, ...]:
    """Read alarms back. Raises BadPlan for anything else."""
    try:
        return tuple(_alarm(row) for row in checked.rows(untrusted, MAX_SPANS))
    except (LookupError, TypeError, ValueError) as error:
        raise BadPlan("a value is missing or out of bounds") from error


def is_film(untrusted: Mapping[str, Any]) -> bool:
    """Say whether a stored plan is one for a video."""
    return "film" in untrusted


def from_json(untrusted: Mapping[str, Any]) -> FilmPlan:
    """Read a plan back. Raises BadPlan for anything else."""
    try:
        if isinstance(untrusted["film"], bool) or untrusted["film"] != VERSION:
            raise BadPlan("another version")
        plan = _plan(untrusted)
    except (LookupError, TypeError, ValueError, zlib.error) as error:
        raise BadPlan("a value is missing or out of bounds") from error
    if sum(len(track.keys) for track in plan.tracks) > MAX_KEYS:
        raise BadPlan("more places than a plan can hold")
    return plan


def packed_bytes(tracks: Iterable[Track]) -> int:
    """Return how many bytes the places of some tracks have when packed; see MAX_PACKED."""
    return sum(len(pack(track.keys)) for track in tracks)


def _plan(untrusted: Mapping[str, Any]) -> FilmPlan:
    width, height = (checked.number(untrusted[side], 0, MAX_SIDE) for side in ("width", "height"))
    if not (width and height) and any(
        (width, height, untrusted["tracks"], untrusted["blank"], untrusted["alarms"])
    ):
        raise BadPlan("nothing can be covered where there is no picture")
    return FilmPlan(
        width,
        height,
        checked.number(untrusted["length"], 0, MAX_TIME),
        checked.seed(untrusted["seed"]),
        tracks=_tracks(untrusted["tracks"]),
        blank=tuple(_span(row) for row in checked.rows(untrusted["blank"], MAX_SPANS)),
        cut=tuple(_span(row) for row in checked.rows(untrusted["cut"], MAX_SPANS)),
        sound=tuple(
            Hearing(_span(row[:2]), Voice(row[2]))
            for row in checked.rows(untrusted["sound"], MAX_SPANS)
        ),
        alarms=tuple(_alarm(row) for row in checked.rows(untrusted["alarms"], MAX_SPANS)),
        coding=Coding(untrusted["coding"]),
    )


def _track_as_json(track: Track) -> dict[str, Any]:
    return {
        "keys": checked.packed_as_json(pack(track.keys)),
        "kind": track.kind.value,
        "answer": track.answer.value,
        "shape": track.shape.value,
        "style": track.style.value,
        "found_by": track.found_by,
        "confidence": track.confidence,
        "reason": track.reason,
        "person": track.person,
    }


def _tracks(untrusted: Any) -> tuple[Track, ...]:
    packed = 0
    tracks = []
    for row in checked.rows(untrusted, MAX_TRACKS):
        keys = checked.packed(row["keys"], MAX_PACKED)
        packed += len(keys)
        if packed > MAX_PACKED:
            raise ValueError
        tracks.append(_track(row, unpack(keys)))
    return tuple(tracks)


def _track(untrusted: Mapping[str, Any], keys: tuple[Key, ...]) -> Track:
    answer, shape, style = (
        Answer(untrusted["answer"]),
        Shape(untrusted["shape"]),
        Style(untrusted["style"]),
    )
    if shape is Shape.BRUSH or style is Style.LABEL:
        raise ValueError
    reason = checked.said if answer is Answer.VISIBLE else checked.text
    return Track(
        keys,
        RegionKind(untrusted["kind"]),
        answer,
        shape,
        style,
        found_by=checked.text(untrusted["found_by"]),
        confidence=checked.number(untrusted["confidence"], 0, 1000),
        reason=reason(untrusted["reason"]),
        person=checked.maybe(checked.person, untrusted["person"]),
    )


def _alarm(untrusted: Mapping[str, Any]) -> Alarm:
    if not isinstance(untrusted["answered"], bool):
        raise TypeError
    return Alarm(
        _span(untrusted["span"]),
        Doubt(untrusted["doubt"]),
        checked.maybe(checked.box, untrusted["place"]),
        untrusted["answered"],
    )


def _span_as_json(span: Span) -> list[int]:
    return [span.begins, span.ends]


def _span(untrusted: Any) -> Span:
    begins, ends = untrusted
    begins = checked.number(begins, 0, MAX_TIME)
    return Span(begins, checked.number(ends, begins + 1, MAX_TIME + 1))
