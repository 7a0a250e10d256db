"""Faces that slip through in a covered video, frame by frame, against deface; and what it costs.

    packaging/bench.sh video-redact [--frames N] [--scenes NAME,NAME] [--seed N] [--without-deface]

The clips are made (see face_clips.py), of the pictures beside the project (``../shared/faces``,
where they are) or else of made ones; every face's place is known in every frame. A face of 20
pixels' height or more leaks in a frame where less than 80% of its box is covered: by our whole
blocks, as they are drawn; by deface's ellipses, by its own defaults, in every sixth frame. What
no detector found in any frame of a clip is counted, and said apart too: those are faces missed,
the others are frames lost on the way. Said apart as well is what leaks where no alarm tells a
person to look: at all, or by an alarm of that place alone and not of a crowd.

Covered is as ``redact`` does it: what a second look at the copy finds is covered, too, and the copy
made anew, up to twice. Time is that of finding, following and rendering once, which is all that
deface does, against deface on two of the clips in the same run; what the second looks and their
rounds take beside that is said by itself. Processor seconds travel better than others where the
machine is busy.
"""

import argparse
import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import deface_side
import face_clips
from face_clips import HEIGHT, RATE, WIDTH, Clip
from face_pictures import Box
from measure import memory_of, need, processor_of_tree

from capture.detect import film_again
from capture.isolate import MediaPool, following, rendering
from capture.progress import silent
from capture.redact import joining_films
from capture.redact.film import Alarm, FilmPlan
from capture.redact.mask import pixels_of
from capture.redact.plan import RegionKind
from capture.redact.planes import covers_of
from capture.redact.timeline import Timeline

_LITTLE, _HALF = 0.8, 0.5
_AROUND = 0.6
"""Share of a face's sides around it in which a cover is not needless."""
_OWN = 0.05
"""Share of the picture up to which an alarm is of a place, and not of a crowd."""
_ROUNDS = 2
_EVERY = 6
"""Frames from one to the next in which deface is asked."""
_TIMED = ("pan", "walking")
"""Clips of which deface makes its whole copy: that takes a second a frame."""
_MICRO = 1_000_000
_FIND = "--only-cover"
Mask = NDArray[np.bool_]


@dataclass(slots=True)
class Tally:
    """Shares of the faces that were covered: one row of them for each face of a clip."""

    shares: list[float] = field(default_factory=list)
    faces: list[tuple[str, int]] = field(default_factory=list)
    area: list[float] = field(default_factory=list)
    needless: list[float] = field(default_factory=list)
    silent: int = 0
    """Leaks without any alarm."""
    crowded: int = 0
    """Leaks without an alarm of their own place."""

    def add(
        self,
        name: str,
        mask: Mask,
        boxes: Sequence[tuple[int, Box]],
        alarms: Sequence[Alarm] | None = None,
    ) -> None:
        """Count one frame's faces, each with its number in the clip; ``alarms`` are the frame's."""
        self.area.append(float(mask.mean()))
        rest = mask.copy()
        for number, face in boxes:
            left, top, right, bottom = (round(side) for side in face)
            part = mask[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)]
            self.shares.append(float(part.mean()) if part.size else 1.0)
            self.faces.append((name, number))
            across, down = round((right - left) * _AROUND), round((bottom - top) * _AROUND)
            rest[
                max(top - down, 0) : max(bottom + down, 0),
                max(left - across, 0) : max(right + across, 0),
            ] = False
            if self.shares[-1] < _LITTLE and alarms is not None:
                near = [alarm for alarm in alarms if _is_of(alarm, face)]
                self.silent += not near
                self.crowded += not any(_is_own(alarm) for alarm in near)
        self.needless.append(float(rest.mean()))

    def take(self, other: "Tally") -> None:
        """Count what another counted, in whom nothing is known of alarms."""
        self.shares += other.shares
        self.faces += other.faces
        self.area += other.area
        self.needless += other.needless

    def line(self) -> str:
        """Return what there is to print."""
        shares = np.array(self.shares)
        best: dict[tuple[str, int], float] = {}
        for face, share in zip(self.faces, self.shares, strict=True):
            best[face] = max(best.get(face, 0.0), share)
        missed = np.array([best[face] < _LITTLE for face in self.faces])
        lost = (shares < _LITTLE) & ~missed
        return (
            f"under 80% covered {np.mean(shares < _LITTLE):.2%}, under 50% "
            f"{np.mean(shares < _HALF):.2%} of {len(shares)}; in faces that were found at all "
            f"{lost.mean():.2%}, under 50% {np.mean((shares < _HALF) & ~missed):.2%}; "
            f"never found {sum(share < _LITTLE for share in best.values())} of {len(best)} faces; "
            f"area covered {np.mean(self.area):.1%}, away from all counted faces "
            f"{np.mean(self.needless):.1%}"
        )

    def said(self) -> str:
        """Return what leaks without an alarm."""
        count = max(len(self.shares), 1)
        return (
            f"leaks without any alarm {self.silent} ({self.silent / count:.2%} of the faces), "
            f"without one of their own place {self.crowded} ({self.crowded / count:.2%})"
        )


def _is_of(alarm: Alarm, face: Box) -> bool:
    """Say whether an alarm's place has the middle of a face in it, or is the whole picture."""
    if alarm.place is None:
        return True
    left, top, width, height = alarm.place
    across, down = (face[0] + face[2]) / 2, (face[1] + face[3]) / 2
    return left <= across <= left + width and top <= down <= top + height


def _is_own(alarm: Alarm) -> bool:
    return alarm.place is not None and alarm.place[2] * alarm.place[3] <= _OWN * WIDTH * HEIGHT


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, and of all processors together."""

    wall: float
    processor: float


@dataclass(frozen=True, slots=True)
class Made:
    """What Firsthand made of a clip: the plan, the copy before it is cleaned, and the costs."""

    first: FilmPlan
    plan: FilmPlan
    copy: bytes
    find: Cost
    render: Cost
    again: Cost
    """What looking again, following what that found and rendering anew took."""
    rounds: int

    @property
    def cost(self) -> Cost:
        """Return what both together took."""
        both = self.find, self.render
        return Cost(sum(one.wall for one in both), sum(one.processor for one in both))


def covered(path: Path) -> Made:
    """Find, follow and render a clip in the child."""
    out = io.BytesIO()
    with MediaPool(workers=1) as pool, path.open("rb") as source:
        begun = _now()
        first = plan = following.follow(pool, source, (RegionKind.FACE,))
        between = _now()
        rendering.render(pool, source, plan, out, silent)
        ended = _now()
        rounds, again = 0, following.look_again(pool, out, plan)
        while rounds < _ROUNDS and (left := film_again.to_cover(plan, again)):
            found = following.follow_found(pool, source, replace(again, tracks=left))
            plan, out = joining_films.with_more(plan, found), io.BytesIO()
            rendering.render(pool, source, plan, out, silent)
            rounds, again = rounds + 1, following.look_again(pool, out, plan)
        last = _now()
    plan = replace(plan, alarms=film_again.unanswered(plan, again.alarms))
    costs = _since(begun, between), _since(between, ended), _since(ended, last)
    return Made(first, plan, out.getvalue(), *costs, rounds)


def _now() -> Cost:
    return Cost(time.perf_counter(), processor_of_tree())


def _since(one: Cost, other: Cost) -> Cost:
    return Cost(other.wall - one.wall, other.processor - one.processor)


def our_masks(plan: FilmPlan, frames: int) -> Iterator[Mask]:
    """Give what is covered in each frame, by the renderer's own rules."""
    timeline = Timeline(plan)
    for number in range(frames):
        begins, ends = (at * _MICRO // RATE for at in (number, number + 1))
        covers = covers_of(timeline.during(begins, ends).regions, WIDTH, HEIGHT)
        yield pixels_of(covers.fill | covers.hard, (HEIGHT, WIDTH))


def their_mask(boxes: Sequence[Sequence[float]]) -> Mask:
    """Return what deface covers of a frame."""
    mask = np.zeros((HEIGHT, WIDTH), dtype=bool)
    grow = deface_side.MASK_SCALE - 1
    for left, top, right, bottom, *_ in boxes:
        wide, high = (right - left) * (0.5 + grow), (bottom - top) * (0.5 + grow)
        x, y = (left + right) / 2, (top + bottom) / 2
        first, start = max(int(y - high), 0), max(int(x - wide), 0)
        part = mask[first : int(y + high) + 2, start : int(x + wide) + 2]
        rows, columns = np.ogrid[: part.shape[0], : part.shape[1]]
        down = (rows + first + 0.5 - y) / max(high, 1e-9)
        across = (columns + start + 0.5 - x) / max(wide, 1e-9)
        part |= down**2 + across**2 <= 1
    return mask


def quality(clip: Clip, copy: bytes, masks: Sequence[Mask]) -> float:
    """Return the PSNR of what is not covered, in decibels, over every tenth frame."""
    errors = []
    both = zip(_frames(clip.path), _frames(io.BytesIO(copy)), masks, strict=False)
    for number, (one, other, mask) in enumerate(both):
        if number % 10 == 0 and not mask.all():
            apart = one.astype(np.float32) - other.astype(np.float32)
            errors.append(float((apart[~mask] ** 2).mean()))
    return float(10 * np.log10(255**2 / max(sum(errors) / max(len(errors), 1), 1e-9)))


def _frames(source: Path | io.BytesIO) -> Iterator[NDArray[np.uint8]]:
    opened = str(source) if isinstance(source, Path) else source
    with av.open(opened, "r") as container:
        for frame in container.decode(video=0):
            yield frame.to_ndarray(format="gray").astype(np.uint8)


def _pictures(clip: Clip) -> dict[str, bytes]:
    """Return the frames that deface is asked about, as JPEG."""
    with av.open(str(clip.path), "r") as container:
        out = {}
        for number, frame in enumerate(container.decode(video=0)):
            if number % _EVERY == 0:
                sink = io.BytesIO()
                shown = Image.fromarray(frame.to_ndarray(format="rgb24").astype(np.uint8))
                shown.save(sink, "JPEG", quality=95)
                out[f"{clip.name}-{number:05}.jpg"] = sink.getvalue()
    return out


def deface_leaks(python: str, clip: Clip) -> Tally:
    """Ask deface about every sixth frame of a clip."""
    tally = Tally()
    found, _ = deface_side.found_by(python, _pictures(clip))
    for name, boxes in sorted(found.items()):
        number = int(name.removesuffix(".jpg").rpartition("-")[2])
        tally.add(clip.name, their_mask(boxes), clip.truth[number])
    return tally


def deface_cost(python: str, clip: Clip, folder: Path) -> Cost:
    """Have deface make its whole copy."""
    program = str(Path(python).with_name("deface"))
    command = [program, str(clip.path), "--output", str(folder / "deface.mp4")]
    before, begun = os.times(), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    after = os.times()
    return Cost(time.perf_counter() - begun, sum(after[2:4]) - sum(before[2:4]))


def compare(clips: Sequence[Clip], folder: Path, python: str | None) -> None:
    """Print both programs over each clip."""
    ours, firsts, theirs, speeds = Tally(), Tally(), Tally(), []
    for clip in clips:
        made = covered(clip.path)
        masks = list(our_masks(made.plan, len(clip.truth)))
        _print_ours(clip, made, masks, ours, firsts)
        if python is not None:
            their = deface_leaks(python, clip)
            theirs.take(their)
            print(f"  deface:    {their.line()}")
            if clip.name in _TIMED or len(clips) == 1:
                other = deface_cost(python, clip, folder)
                _print_cost("deface", other, len(clip.truth))
                speeds.append((other.wall / made.cost.wall, other.processor / made.cost.processor))
        sys.stdout.flush()
    print(f"ALL  Firsthand: {ours.line()}")
    print(f"     {ours.said()}")
    print(f"     before second looks: {firsts.line()}")
    if speeds:
        print(f"     deface:    {theirs.line()}")
        wall, processor = np.median(np.array(speeds), axis=0)
        print(f"     Firsthand is {wall:.1f} times as fast by the clock (goal: 15), ", end="")
        print(f"{processor:.1f} times by processor seconds; medians of the clips")
    print(f"     load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


def _print_ours(clip: Clip, made: Made, masks: Sequence[Mask], ours: Tally, firsts: Tally) -> None:
    """Print what Firsthand made of a clip, and add it to all: as it is, and before second looks."""
    plan, own, once = made.plan, Tally(), Tally()
    for number, (mask, boxes) in enumerate(zip(masks, clip.truth, strict=True)):
        for tally in (own, ours):
            tally.add(clip.name, mask, boxes, _alarms_at(plan, number))
    for mask, boxes in zip(our_masks(made.first, len(clip.truth)), clip.truth, strict=True):
        for tally in (once, firsts):
            tally.add(clip.name, mask, boxes)
    kinds = sorted({alarm.doubt.value for alarm in plan.alarms})
    said = {kind: sum(a.doubt.value == kind for a in plan.alarms) for kind in kinds}
    print(
        f"{clip.name}: {len(clip.truth)} frames, {len(plan.tracks)} tracks "
        f"({len(made.first.tracks)} before {made.rounds} rounds more), alarms {said}"
    )
    print(f"  Firsthand: {own.line()}")
    print(f"    {own.said()}")
    print(f"    before second looks: {once.line()}")
    costs = (("find", made.find), ("render", made.render), ("together", made.cost))
    for name, part in (*costs, ("second looks, rounds", made.again)):
        _print_cost(name, part, len(clip.truth))
    print(f"    untouched areas: {quality(clip, made.copy, masks):.1f} dB")


def _alarms_at(plan: FilmPlan, number: int) -> list[Alarm]:
    """Return the alarms of a frame."""
    begins, ends = (at * _MICRO // RATE for at in (number, number + 1))
    return [one for one in plan.alarms if one.span.begins < ends and begins < one.span.ends]


def _print_cost(name: str, cost: Cost, frames: int) -> None:
    print(
        f"    {name}: {frames / cost.wall:.2f} frames a second, "
        f"{1000 * cost.processor / frames:.0f} processor milliseconds a frame"
    )


def memory(clip: Clip, folder: Path) -> None:
    """Print the largest memory of a process for a clip, and for one four times as long."""
    longer = folder / "longer.mp4"
    loop = ["ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-stream_loop", "3"]
    subprocess.run([*loop, "-i", str(clip.path), "-c", "copy", str(longer)], check=True)
    for name, path in ((clip.name, clip.path), ("four times as long", longer)):
        used = memory_of([sys.executable, __file__, _FIND, str(path)])
        print(
            f"memory, {name}: {used.largest >> 20} MiB in the child, {used.together >> 20} in all"
        )


def main() -> int:
    """Make the clips and compare."""
    parser = argparse.ArgumentParser(description="covering faces in video")
    parser.add_argument("--frames", type=int, default=120, help="frames of each clip")
    parser.add_argument("--scenes", default="", help="names of clips, with commas")
    parser.add_argument("--seed", type=int, default=0, help="clips of other pictures and ways")
    parser.add_argument("--without-deface", action="store_true")
    parser.add_argument(_FIND, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only_cover:
        covered(options.only_cover)
        return 0
    need("ffmpeg")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wanted = {one for one in options.scenes.split(",") if one}
        clips = list(face_clips.clips(folder, options.frames, wanted, options.seed))
        if options.without_deface:
            compare(clips, folder, None)
        else:
            with deface_side.installed() as python:
                compare(clips, folder, python)
        memory(clips[-1], folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
