"""Faces that are found and covered, against deface on the same pictures, and how long it takes.

    packaging/bench.sh photo-redact [--quick]

The pictures are those beside the project (``../shared/faces``, where they are) and made ones. A
face counts as covered where at least 80% of its box is, in the finished mask of each program:
deface's ellipses by its own defaults, our whole blocks. It counts as found where one box overlaps
it by 40% (intersection over union). A false finding overlaps no face by 20%.
"""

import argparse
import io
import itertools
import os
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import deface_side
import face_pictures
from face_pictures import Annotated, Box

from capture.detect.finding import SURE, Finding
from capture.detect.suggest import regions
from capture.isolate import MediaPool
from capture.redact.mask import blocks_of, pixels_of
from capture.redact.plan import RedactionPlan, RegionKind, Style

_BINS = (0, 10, 15, 25, 50, 10_000)
_COVERED, _FOUND, _FALSE = 0.8, 0.4, 0.2

Mask = NDArray[np.bool_]
Boxes = Sequence[Sequence[float]]


class Tally:
    """What one program made of one group of pictures."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.heights: list[float] = []
        self.covered: list[bool] = []
        self.found: list[bool] = []
        self.false = self.false_and_sure = self.pictures = 0

    def add(self, picture: Annotated, boxes: Boxes, mask: Mask) -> None:
        """Count one picture; ``boxes`` end with a score, ``mask`` is what is covered."""
        self.pictures += 1
        for face in picture.faces:
            self.heights.append(face[3] - face[1])
            self.covered.append(_share(mask, face) >= _COVERED)
            self.found.append(max((_overlap(face, box) for box in boxes), default=0.0) >= _FOUND)
        every = (*picture.faces, *picture.others)
        for box in boxes:
            if max((_overlap(face, box) for face in every), default=0.0) < _FALSE:
                self.false += 1
                self.false_and_sure += box[4] >= SURE

    def lines(self) -> list[str]:
        """Return what there is to print."""
        heights, covered = np.array(self.heights), np.array(self.covered)
        bins = []
        for low, high in itertools.pairwise(_BINS):
            within = (heights >= low) & (heights < high)
            if within.any():
                size = f"{low}-{high} px" if high < _BINS[-1] else f"from {low} px"
                bins.append(f"{size}: {covered[within].mean():.3f} of {within.sum()}")
        false = (
            f"{self.false / self.pictures:.1f}, sure ones {self.false_and_sure / self.pictures:.1f}"
        )
        shares = f"covered {covered.mean():.3f}, found {np.mean(self.found):.3f}"
        return [
            f"  {self.name}: {shares} of {len(covered)}; false findings per photo {false}",
            f"    covered by height: {'; '.join(bins)}",
        ]


def _overlap(one: Sequence[float], other: Sequence[float]) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    shared = max(width, 0.0) * max(height, 0.0)
    joint = (one[2] - one[0]) * (one[3] - one[1]) + (other[2] - other[0]) * (other[3] - other[1])
    return shared / max(joint - shared, 1e-9)


def _share(mask: Mask, face: Box) -> float:
    left, top, right, bottom = (round(side) for side in face)
    part = mask[max(top, 0) : max(bottom, top + 1), max(left, 0) : max(right, left + 1)]
    return float(part.mean()) if part.size else 1.0


def _our_mask(found: Sequence[Finding], size: tuple[int, int]) -> Mask:
    plan = RedactionPlan(*size, "0" * 32, regions(found))
    return pixels_of(blocks_of(plan, {Style.FILL}), (size[1], size[0]))


def _their_mask(boxes: Boxes, size: tuple[int, int]) -> Mask:
    mask = np.zeros((size[1], size[0]), dtype=bool)
    y, x = np.mgrid[0 : size[1], 0 : size[0]]
    grow = deface_side.MASK_SCALE - 1
    for left, top, right, bottom, *_ in boxes:
        wide, high = (right - left) * (0.5 + grow), (bottom - top) * (0.5 + grow)
        across, down = x + 0.5 - (left + right) / 2, y + 0.5 - (top + bottom) / 2
        mask |= (across / max(wide, 1e-9)) ** 2 + (down / max(high, 1e-9)) ** 2 <= 1
    return mask


def compare(pictures: Sequence[Annotated]) -> None:
    """Print both programs over each group of pictures."""
    theirs, cpu = deface_side.found({one.name: one.jpeg for one in pictures})
    print(f"deface: {cpu / len(pictures):.2f} CPU seconds per photo")
    groups = sorted({one.group for one in pictures})
    tallies = {group: (Tally("deface   "), Tally("Firsthand")) for group in groups}
    before = _cpu_of_children()
    with MediaPool(workers=1) as pool:
        for one in pictures:
            size, found = pool.find(io.BytesIO(one.jpeg), (RegionKind.FACE,), thorough=True)
            boxes = [[f.left, f.top, f.right, f.bottom, f.confidence] for f in found]
            tallies[one.group][1].add(one, boxes, _our_mask(found, size))
            their = theirs[one.name]
            tallies[one.group][0].add(one, their, _their_mask(their, size))
    print(f"Firsthand: {(_cpu_of_children() - before) / len(pictures):.2f} CPU seconds per photo")
    for group, (their_tally, our_tally) in tallies.items():
        print(f"{group}: {our_tally.pictures} photos")
        print("\n".join((*their_tally.lines(), *our_tally.lines())))
        missed, theirs_missed = (1 - np.mean(tally.covered) for tally in (our_tally, their_tally))
        ratio = missed / theirs_missed if theirs_missed else float("nan")
        print(f"  missed by Firsthand / missed by deface: {ratio:.2f} (goal: at most 0.33)")


def times() -> None:
    """Print how long the instant and the thorough look at 12 megapixels take, in the child."""
    jpeg = face_pictures.large()
    with MediaPool(workers=1) as pool:
        print("12 megapixels, JPEG:")
        print(f"  first boxes, child started for it: {_wall(pool, jpeg, thorough=False):.2f} s")
        for name, thorough, runs in (("first boxes", False, 7), ("thorough", True, 3)):
            walls = [_wall(pool, jpeg, thorough=thorough) for _ in range(runs)]
            print(f"  {name}: {statistics.median(walls):.2f} s ({min(walls):.2f} at best)")
    for name, thorough in (("first boxes", False), ("thorough", True)):
        print(f"  {name}: {_cpu(jpeg, thorough=thorough):.2f} CPU seconds")
    print(f"  load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


def _find(pool: MediaPool, jpeg: bytes, *, thorough: bool) -> None:
    pool.find(io.BytesIO(jpeg), (RegionKind.FACE,), thorough=thorough)


def _wall(pool: MediaPool, jpeg: bytes, *, thorough: bool) -> float:
    begun = time.perf_counter()
    _find(pool, jpeg, thorough=thorough)
    return time.perf_counter() - begun


def _cpu(jpeg: bytes, *, thorough: bool) -> float:
    """Return the CPU seconds of one call: of a child that made three, less one that made one."""
    seconds = []
    for calls in (1, 3):
        before = _cpu_of_children()
        with MediaPool(workers=1) as pool:
            for _ in range(calls):
                _find(pool, jpeg, thorough=thorough)
        seconds.append(_cpu_of_children() - before)
    return (seconds[1] - seconds[0]) / 2


def _cpu_of_children() -> float:
    spent = os.times()
    return spent.children_user + spent.children_system


def main() -> int:
    """Print recall by face size, false findings, and times."""
    parser = argparse.ArgumentParser(description="finding and covering faces")
    parser.add_argument("--quick", action="store_true", help="made pictures and times alone")
    options = parser.parse_args()
    pictures = list(face_pictures.made())
    if not options.quick:
        beside = list(face_pictures.annotated())
        pictures += beside
        if not beside:
            print("There are no annotated pictures beside the project; made ones alone.")
    compare(pictures)
    times()
    return 0


if __name__ == "__main__":
    sys.exit(main())
