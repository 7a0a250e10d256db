"""What ``redact`` does with videos and recordings: faces followed, boxes, voices, cuts."""

import argparse
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from capture import derive
from capture.choosing import second_look
from capture.detect import film_again
from capture.detect.finding import SURE
from capture.errors import BadPlan, NotCleaned
from capture.isolate import MediaPool
from capture.kinds import MediaKind
from capture.progress import Tick
from capture.redact.film import (
    MAX_SPANS,
    MAX_TRACKS,
    Alarm,
    Answer,
    Coding,
    FilmPlan,
    Hearing,
    Span,
    Track,
    Voice,
)
from capture.redact.keys import MAX_TIME, Key
from capture.redact.plan import RegionKind, Shape, Style
from capture.redact.rendered import TO_USUAL_COLOURS
from storage.records import Derivative, Json
from storage.vault import Vault
from ui.cli import plans
from ui.words import clock, doubt

_ALL = "all"
_TIME = re.compile(r"(?:(?:(\d{1,2}):)?(\d{1,4}):)?(\d{1,6})(?:\.(\d{1,6}))?")
_MICRO = 1_000_000
_SHORT_ID = 8
_LISTED = 40
_VOICES = {"mute": Voice.MUTE, "tone": Voice.TONE, "disguise_voice": Voice.DISGUISE}
Range = tuple[int, int | None]
"""Microseconds from and up to; None for the end of the video."""


def add(redact: argparse.ArgumentParser) -> None:
    """Add what is for videos alone."""
    videos = redact.add_argument_group(
        "videos and recordings", "RANGE is FROM-TO, as 0:05-1:20.5; or all"
    )
    for name, does in (
        ("mute", "silence, nothing of the sound is left"),
        ("tone", "a tone instead of the sound"),
        ("blank", "cover the whole picture"),
        ("cut", "leave out picture and sound"),
    ):
        videos.add_argument(
            f"--{name}", metavar="RANGE", action="append", default=[], type=span, help=does
        )
    videos.add_argument(
        "--disguise-voice",
        metavar="RANGE",
        action="append",
        nargs="?",
        const=(0, None),
        default=[],
        type=span,
        help="another voice; it hides from listeners more than from laboratories",
    )
    videos.add_argument(
        "--coding",
        choices=[coding.value for coding in Coding],
        help="how the copy is coded (h264, which everything plays, unless chosen otherwise)",
    )


def span(text: str) -> Range:
    """Read a range of time."""
    if text == _ALL:
        return 0, None
    begins, dash, ends = text.partition("-")
    if not dash:
        raise argparse.ArgumentTypeError("write FROM-TO, as 0:05-1:20.5, or all")
    start, stop = _moment(begins or "0"), _moment(ends) if ends else None
    if stop is not None and stop <= start:
        raise argparse.ArgumentTypeError("a range ends after it begins")
    return start, stop


def _moment(text: str) -> int:
    found = _TIME.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError("write a time as 1:02:03.5, 2:03 or 3.5")
    hours, minutes, seconds, part = (one or "0" for one in found.groups())
    whole = int(hours) * 3600 + int(minutes) * 60 + int(seconds)
    at = whole * _MICRO + int(part.ljust(6, "0"))
    if at > MAX_TIME:
        raise argparse.ArgumentTypeError("no video is that long")
    return at


def asked(options: argparse.Namespace) -> bool:
    """Say whether something is asked for that only a video can have."""
    changed = [getattr(options, name) for name in (*_VOICES, "blank", "cut", "coding")]
    return any(changed) or any(box.span for box in options.boxes)


@dataclass(frozen=True, slots=True)
class Box:
    """A box as it was typed: left, top, width, height in pixels, and for a video its time."""

    left: int
    top: int
    width: int
    height: int
    span: Range | None = None


@dataclass(frozen=True, slots=True)
class Filmed:
    """What became of one video: its plan, and its copy if one was made."""

    plan: FilmPlan
    copy: Derivative | None = None
    found: int | None = None
    """How many tracks there were before a second look added some; None where it may not."""

    @property
    def added(self) -> int:
        """How many tracks a second look added."""
        return 0 if self.found is None else len(self.plan.tracks) - self.found

    @property
    def alarms(self) -> tuple[Alarm, ...]:
        """What somebody still has to look at in the copy."""
        return film_again.alarms_of(self._facts)

    @property
    def broken(self) -> int:
        """How many frames could not be decoded, and are blank."""
        return film_again.broken(self._facts)

    @property
    def _facts(self) -> Json:
        steps = self.copy.steps if self.copy else ()
        return next((step.facts for step in steps if step.name == "redact"), {})


def is_video(vault: Vault, item: str) -> bool:
    """Say whether an item is a video, or a recording of sound alone."""
    kind = vault.original(item).kind
    return kind in {one.value for one in MediaKind if one.is_video}


def named(vault: Vault, item: str) -> str:
    """Say what an item is, as progress names it."""
    if not is_video(vault, item):
        return "this photo"
    return "this recording" if MediaKind(vault.original(item).kind).is_sound else "this video"


def one(  # noqa: PLR0917 # as for a photo: where, what, and how far
    vault: Vault,
    pool: MediaPool,
    item: str,
    options: argparse.Namespace,
    wanted: Collection[RegionKind],
    tick: Tick,
) -> Filmed:
    """Cover one video. Raises CaptureError and StorageError."""
    if options.plan:
        plan = plans.read_film(options.plan)
        return Filmed(plan, derive.filmed_copy(vault, pool, item, plan, tick))
    before = derive.latest_film_plan(vault, item)
    if options.looked:
        plan = _there(before, item)
        return Filmed(plan, derive.filmed_copy(vault, pool, item, plan, tick, looked=True))
    if not (wanted or options.boxes or asked(options)):
        return Filmed(_there(before, item))
    style = Style(options.style)
    onto = None if options.anew else before
    found = derive.plan_film(
        vault, pool, item, wanted, style, onto=onto, tick=_part(tick, 0, 1 if wanted else 0)
    )
    if not found.has_picture and (options.boxes or options.blank or options.coding):
        raise BadPlan("there is no picture in it")
    plan = _drawn(found, options, style)
    if not _does_anything(plan):
        return Filmed(plan)
    part = _part(tick, 1 if wanted else 0, 2)
    made = derive.filmed_copy(vault, pool, item, plan, part, rounds=derive.FILM_ROUNDS)
    # A second look may have added to what was found.
    return Filmed(_there(derive.latest_film_plan(vault, item), item), made, found=len(plan.tracks))


def _there(plan: FilmPlan | None, item: str) -> FilmPlan:
    if plan is None:
        raise NotCleaned(reason="not-covered", item=item[:_SHORT_ID])
    return plan


def _part(tick: Tick, begins: int, ends: int) -> Tick:
    """Return the tick of a part of the work, in halves of the whole, as thousandths of it."""

    def within(done: int, total: int) -> None:
        share = (ends - begins) * min(done, total) / total if total else 0
        tick(round(500 * (begins + share)), 1000)

    return within


def _drawn(plan: FilmPlan, options: argparse.Namespace, style: Style) -> FilmPlan:
    """Add what was typed to a plan. Raises BadPlan for more than one can hold."""
    boxes = tuple(_track(box, plan, style) for box in options.boxes)
    voices = tuple(
        Hearing(_span(one, plan), voice)
        for name, voice in _VOICES.items()
        for one in getattr(options, name)
    )
    blank, cut = (
        tuple(_span(one, plan) for one in getattr(options, name)) for name in ("blank", "cut")
    )
    drawn = replace(
        plan,
        tracks=(*plan.tracks, *boxes),
        blank=(*plan.blank, *blank),
        cut=(*plan.cut, *cut),
        sound=(*plan.sound, *voices),
        coding=Coding(options.coding) if options.coding else plan.coding,
    )
    most = max(len(drawn.blank), len(drawn.cut), len(drawn.sound))
    if len(drawn.tracks) > MAX_TRACKS or most > MAX_SPANS:
        raise BadPlan("more than a plan can hold")
    return drawn


def _track(box: Box, plan: FilmPlan, style: Style) -> Track:
    """Cover a box from the beginning of its range to its end; whole frames are covered."""
    within = _span(box.span or (0, None), plan)
    place = box.left, box.top, box.width, box.height
    keys = tuple(Key(at, *place) for at in dict.fromkeys((within.begins, within.ends - 1)))
    return Track(keys, RegionKind.OTHER, shape=Shape.BOX, style=style)


def _span(one: Range, plan: FilmPlan) -> Span:
    """Return a range as a span; what has no end goes on to the last moment there can be."""
    begins, ends = one
    if begins >= plan.length > 0:
        raise BadPlan("the range begins after the video's end")
    return Span(begins, MAX_TIME if ends is None else ends)


def _does_anything(plan: FilmPlan) -> bool:
    covering = any(track.answer is Answer.COVER for track in plan.tracks)
    return covering or bool(plan.blank or plan.cut or plan.sound)


def counts(plan: FilmPlan) -> dict[str, Any]:
    """Return how many things are covered, by kind."""
    covering = [track for track in plan.tracks if track.answer is Answer.COVER]
    kinds = [track.kind for track in covering]
    return {
        "covered": len(kinds),
        "faces": kinds.count(RegionKind.FACE),
        "kinds": {kind.value: kinds.count(kind) for kind in dict.fromkeys(kinds)},
        "maybe": sum(track.confidence < SURE * 1000 for track in covering),
    }


def row(done: Filmed) -> dict[str, Any]:
    """Return what is said of a video in JSON, beside what every item has."""
    plan = done.plan
    return {
        "length": plan.length,
        "coding": plan.coding.value,
        "blank": len(plan.blank),
        "cut": len(plan.cut),
        "voices": {voice.value: sum(h.voice is voice for h in plan.sound) for voice in Voice},
        "broken_frames": done.broken,
        "added_by_second_look": done.added,
        "alarms": [
            {
                "begins": alarm.span.begins,
                "ends": alarm.span.ends,
                "doubt": alarm.doubt.value,
                "box": alarm.place and list(alarm.place),
            }
            for alarm in done.alarms
        ],
    }


def lines(done: Filmed) -> Iterator[str]:
    """Say what was covered, and what has to be looked at."""
    found = counts(done.plan)
    if not done.plan.has_picture:
        yield from _heard(done)
        return
    if done.copy is None and not _does_anything(done.plan):
        yield "    No face was found, nor anything else that was looked for: nothing was covered."
        yield from _NOT_NONE
        return
    if found["covered"]:
        kinds = ", ".join(f"{count} {kind}" for kind, count in found["kinds"].items())
        yield f"    Followed and covered: {found['covered']} ({kinds}). It is not in the copy."
    if done.added:
        yield f"    A second look found more in the copy, which was made anew: {done.added} added."
    if not found["faces"]:
        yield "    No face was covered."
        yield from _NOT_NONE
    yield from _disguised(done.plan)
    if done.broken:
        yield f"    Frames that could not be decoded, and are blank: {done.broken}."
    if done.copy is not None:
        if TO_USUAL_COLOURS & {step.name for step in done.copy.steps}:
            yield "    Its colours were brought to those of usual screens (SDR, 8 bits)."
        yield from _to_look_at(done)


def _heard(done: Filmed) -> Iterator[str]:
    """Say what was done to a recording without a picture."""
    if done.copy is None:
        yield "    There is no picture in it, and nothing of its sound was to be changed."
        return
    for voice, does in _DOES.items():
        spans = [one.span for one in done.plan.sound if one.voice is voice]
        if spans:
            yield f"    {does}: {_listed(spans, done.plan)}. What was there is not in the copy."
    if done.plan.cut:
        yield f"    Left out: {_listed(done.plan.cut, done.plan)}."
    yield from _disguised(done.plan)
    yield "    Nothing listens to what is said: hear all of the copy before you share it."


_DOES = {Voice.MUTE: "Silence", Voice.TONE: "A tone", Voice.DISGUISE: "Another voice"}


def _listed(spans: Iterable[Span], plan: FilmPlan) -> str:
    return ", ".join(
        f"{clock(one.begins)} to {clock(min(one.ends, max(plan.length, 1)))}" for one in spans
    )


def _disguised(plan: FilmPlan) -> Iterator[str]:
    if any(hearing.voice is Voice.DISGUISE for hearing in plan.sound):
        yield "    A voice was disguised: that hides it from listeners more than from laboratories."


def _to_look_at(done: Filmed) -> Iterator[str]:
    alarms = done.alarms
    if done.copy is not None and second_look(done.copy).looked:
        return
    if not alarms:
        yield "    A second look found nothing more. Look yourself before you share it."
        return
    yield f"    Look at these places: {len(alarms)}. Then say --looked, or cover more."
    yield "    Until then the copy does not leave."
    for alarm in alarms[:_LISTED]:
        begins, ends = clock(alarm.span.begins), clock(alarm.span.ends)
        yield f"    {begins} to {ends}  {doubt(alarm.doubt.value)}"
    if len(alarms) > _LISTED:
        yield f"    … and {len(alarms) - _LISTED} more; --json lists them."


_NOT_NONE = (
    "    That does not mean that there is none: faces that are turned away, blurred, half hidden",
    "    or very small are missed. Look yourself.",
)
