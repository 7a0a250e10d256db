"""A video's covered copy, frame by frame: a function of the original and the plan, streamed.

Frames are covered in the planes that the decoder gave, before anything else is made of them, and
encoded; the sound follows the picture. Memory is a few frames and some seconds of sound, however
long the video is. What is written are fragments in order, which still hold the encoders' notes:
a clean copy is made of them afterwards.
"""

import io
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from fractions import Fraction
from typing import BinaryIO

from capture.decode import film_frame
from capture.decode.film_frame import Frame
from capture.decode.film_sound import sound_track
from capture.decode.film_straight import CLOCK, Straight, Timed
from capture.decode.film_writer import FilmWriter
from capture.decode.picture_track import picture_track
from capture.decode.reencode_sound import SOUND_RATE
from capture.errors import BadPlan, Damaged, Unsupported
from capture.progress import Tick
from capture.redact.film import FilmPlan
from capture.redact.hearing import Sound, changed, silent_spans
from capture.redact.keys import MAX_TIME
from capture.redact.moments import MICRO, Cuts
from capture.redact.planes import Cover, Covers, covers_of, everything, grown
from capture.redact.rendered import MOST_LOST, Rendered
from capture.redact.slots import Slot, missing_after, slots_of
from capture.redact.timeline import Holding, Timeline
from capture.seeking import window

Write = Callable[[bytes], object]

_AHEAD = MICRO
"""By how many microseconds sound is read beyond the picture: two places of a file by turns."""
_AT_ONCE = 1 << 20


def render(source: BinaryIO, plan: FilmPlan, write: Write, tick: Tick) -> Rendered:
    """Write a video's covered copy as fragments; ``tick`` counts microseconds of the original.

    Raises BadPlan for a plan that is of another picture or leaves nothing, Damaged, TooLarge and
    Unsupported.
    """
    with ExitStack() as stack:
        track = stack.enter_context(picture_track(_beside(source)))
        slots = slots_of(track)
        first = next(slots, None)
        if first is None:
            raise Damaged("not a frame of it can be decoded")
        if film_frame.upright_size(first.frame) != (plan.width, plan.height):
            raise BadPlan("the plan is for a picture of another size")
        begins = first.stamp * track.time_base
        heard = stack.enter_context(sound_track(_beside(source), begins, silent_spans(plan)))
        rate = 1 / (track.period * track.time_base)
        writer = FilmWriter(write, plan.coding.value, rate, sound=heard is not None)
        stack.callback(writer.give_up)
        sounds = iter(()) if heard is None else changed(heard.blocks(), plan)
        copy = _Copy(plan, first.frame, writer, sounds)
        copy.take(first, slots, tick)
        missing = missing_after(track, copy.ends)
        if missing is not None:
            copy.lose(*missing)
        lost = track.errors + (heard.errors if heard else 0)
        return copy.ended(("broken-parts-left-out",) if lost else ())


def _beside(source: BinaryIO) -> BinaryIO:
    """Return a reader of the same bytes from their beginning, with a position of its own."""
    return window(source, 0, source.seek(0, io.SEEK_END), _AT_ONCE)


class _Copy:
    """One copy on its way."""

    def __init__(
        self, plan: FilmPlan, first: Frame, writer: FilmWriter, sounds: Iterator[Sound]
    ) -> None:
        self._plan = plan
        self._writer = writer
        self._sounds = sounds
        self._cuts = Cuts(plan.cut)
        self._cover = _Cover(plan, first)
        self._straight = Straight(film_frame.planar(first), film_frame.turns_of(first))
        self._heard = 0
        self._lost: list[tuple[int, int]] = []
        self.ends = 0
        """When the last frame of the original goes, in microseconds."""
        self._frames = self._covered = self._broken = 0

    def take(self, first: Slot, others: Iterator[Slot], tick: Tick) -> None:
        """Take all frames through their covers, and leave out what is cut."""
        timeline = Timeline(self._plan)
        slot: Slot | None = first
        while slot is not None:
            tick(slot.begins, max(self._plan.length, slot.ends))
            self.ends = slot.ends
            if slot.broken:
                self.lose(slot.begins, slot.ends)
            holding = timeline.during(slot.begins, slot.ends)
            if not holding.cut:
                self._put(slot, holding)
            slot = next(others, None)

    def lose(self, begins: int, ends: int) -> None:
        """Note a stretch of which there is no good picture."""
        begins, ends = min(begins, MAX_TIME), min(ends, MAX_TIME + 1)
        if self._lost and (self._lost[-1][1] >= begins or len(self._lost) == MOST_LOST):
            begins, _ = self._lost.pop()
        self._lost.append((begins, ends))

    def ended(self, steps: tuple[str, ...]) -> Rendered:
        """Write the rest of everything, and say what was done."""
        if not self._frames:
            raise BadPlan("nothing of the video is left")
        self._encode(self._straight.finish())
        for sound in self._sounds:
            self._writer.sound(sound)
        self._writer.close()
        blank = ("broken-frames-blank",) if self._broken else ()
        return Rendered(
            (*self._straight.steps, *blank, *steps),
            self._frames,
            self._covered,
            self._broken,
            sound=self._heard > 0,
            lost=tuple(self._lost),
        )

    def _put(self, slot: Slot, holding: Holding) -> None:
        covers = self._cover.of(slot, holding)
        frame = self._cover.drawn(slot.frame, covers)
        begins, ends = self._cuts.in_copy(slot.begins), self._cuts.in_copy(slot.ends)
        # What is left of a picture's first frame is the first frame of the copy.
        at = _ticks(begins) if self._frames else 0
        self._frames += 1
        self._covered += bool(covers)
        self._broken += slot.broken
        self._encode(self._straight.push(frame, at, _ticks(ends) - at))
        self._hear(ends)

    def _encode(self, frames: Iterator[Timed]) -> None:
        for frame, at, lasts in frames:
            self._writer.picture(frame, at, lasts)

    def _hear(self, until: int) -> None:
        """Let the sound follow; it is only taken once there is a picture."""
        if self._heard * MICRO > until * SOUND_RATE or not self._writer.is_open:
            return
        for sound in self._sounds:
            self._writer.sound(sound)
            self._heard += sound.shape[1]
            if self._heard * MICRO > (until + _AHEAD) * SOUND_RATE:
                return


class _Cover:
    """Covers the frames of one video."""

    def __init__(self, plan: FilmPlan, first: Frame) -> None:
        self._size = plan.width, plan.height
        self._cover = Cover(*self._size, plan.seed)
        self._turns = film_frame.turns_of(first)
        self._across, self._down = film_frame.is_off_grid(film_frame.planar(first), self._turns)
        self._shape = first.width, first.height

    def of(self, slot: Slot, holding: Holding) -> Covers:
        """Return what is covered of a frame: all of it where there is no good picture."""
        if holding.blank or slot.broken:
            return everything(*self._size)
        covers = covers_of(holding.regions, *self._size)
        return grown(covers, across=self._across, down=self._down)

    def drawn(self, frame: Frame, covers: Covers) -> Frame:
        """Return a frame of planes, covered. Raises Unsupported for one of another size."""
        if (frame.width, frame.height) != self._shape:
            raise Unsupported("a picture that changes its size", codec="size")
        flat = film_frame.planar(frame)
        if covers:
            self._cover.draw(film_frame.planes_of(flat, self._turns), covers)
        return flat


def _ticks(at: int) -> int:
    """Return microseconds in the copy's clock, to the nearest tick."""
    whole = Fraction(at * CLOCK, MICRO)
    return round(whole)
