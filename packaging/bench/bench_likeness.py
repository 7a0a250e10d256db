"""How often a changed copy of a photo is told from another picture's, by the measure of a bundle.

For each photo of a folder, copies are made by plans that crop, turn and cover it, and coded again
in several ways, as other versions of the encoders would. Each is held against its original (a
refusal is a false one) and against another: another photo, the same one moved, turned or taken in
closer by a little, and frames of a film that are a moment apart (an acceptance is a false one).
Each film is cut, too, and held against itself as it was cut, and as if it had been cut later.

    packaging/bench.sh likeness PHOTOS [FILM…]
"""

import argparse
import io
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import measure
import numpy as np
from numpy.typing import NDArray
from PIL import Image

sys.path.insert(0, str(measure.PROJECT))

from capture import likeness
from capture.errors import CaptureError
from capture.isolate import MediaPool, rendering
from capture.progress import silent
from capture.redact.film import Span
from capture.redact.geometry import inscribed
from capture.redact.plan import Crop, RedactionPlan, Region
from capture.repeating import judged

CODINGS = (("JPEG", 50), ("JPEG", 75), ("JPEG", 90), ("WEBP", 75), ("AVIF", 60))
MOVED = (2, 4, 8, 16)
"""Pixels, across and down, of a picture 1024 pixels wide."""
TURNED = (500, 1000, 2000)
CLOSER = (1.01, 1.02, 1.05)
APART = (0.04, 0.2, 1.0, 3.0)
"""Seconds between two frames of a film."""
LATE = (0, 100_000, 500_000, 1_000_000)
"""Microseconds by which a film is said to have been cut later than it was."""
_SEED = "5a" * 16
_SIDE = 1600
Counts = Counter[tuple[str, str]]


def main() -> None:
    """Compare, and print how often which verdict was given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path)
    parser.add_argument("films", type=Path, nargs="*")
    parser.add_argument("--most", type=int, default=40, help="photos that are taken")
    options = parser.parse_args()
    counts: Counts = Counter()
    with MediaPool(workers=1) as pool, tempfile.TemporaryDirectory() as made:
        photos = [_small(path) for path in sorted(options.photos.glob("*.jpg"))]
        for number, photo in enumerate(photos[: options.most]):
            other = photos[(number + 1) % len(photos)]
            _try(pool, photo, other, np.random.default_rng(number), counts)
        for film in options.films:
            _cuts(pool, film, counts)
            for apart in APART:
                _films(pool, film, apart, Path(made), counts)
    for (what, verdict), count in sorted(counts.items()):
        print(f"{what:32} {verdict:12} {count:5}")


def _small(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        picture.thumbnail((_SIDE, _SIDE))
        return picture.convert("RGB")


def _try(
    pool: MediaPool,
    photo: Image.Image,
    other: Image.Image,
    chance: np.random.Generator,
    counts: Counts,
) -> None:
    for name, plan in _plans(photo.size, chance):
        copy = _made(pool, photo, plan)
        for coding, quality in CODINGS:
            again = _coded(Image.open(io.BytesIO(copy)), coding, quality)
            _count(pool, again, photo, plan, (f"same, {name}, {coding} {quality}", counts))
        for what, wrong in _others(photo, other):
            _count(pool, copy, wrong, plan, (what, counts))


def _plans(
    size: tuple[int, int], chance: np.random.Generator
) -> Iterator[tuple[str, RedactionPlan]]:
    """Give plans for a photo: cropped, turned, covered, and all of it."""
    width, height = size
    share = chance.uniform(0.3, 0.9)
    across, down = int(width * share), int(height * share)
    left, top = (int(chance.integers(0, all_ - part + 1))
                 for all_, part in ((width, across), (height, down)))  # fmt: skip
    crop = Crop(left, top, across, down)
    turn = int(chance.integers(-8000, 8000))
    regions = tuple(
        Region(int(chance.integers(0, width - 80)), int(chance.integers(0, height - 80)), 70, 70)
        for _ in range(6)
    )
    plain = RedactionPlan(width, height, _SEED, ())
    yield "cropped", replace(plain, crop=crop)
    yield "turned", replace(plain, straighten=turn, crop=inscribed(width, height, turn))
    yield "covered", replace(plain, regions=regions)
    yield "all of it", replace(plain, regions=regions, straighten=turn, crop=crop)


def _others(photo: Image.Image, other: Image.Image) -> Iterator[tuple[str, Image.Image]]:
    """Give pictures of the same size that the copy was not made of."""
    yield "another photo", other.resize(photo.size)
    grain = max(photo.size) / 1024
    for moved in MOVED:
        by = round(moved * grain)
        shifted = np.roll(np.asarray(photo), (by, by), (0, 1))
        yield f"moved by {moved} of 1024", Image.fromarray(shifted)
    for turned in TURNED:
        angle = turned / 1000
        yield f"turned by {angle} degrees", photo.rotate(angle, Image.Resampling.BICUBIC)
    for closer in CLOSER:
        width, height = photo.size
        part = (width * (1 - 1 / closer) / 2, height * (1 - 1 / closer) / 2)
        box = (*part, width - part[0], height - part[1])
        yield f"closer by {closer}", photo.resize(photo.size, Image.Resampling.BICUBIC, box)


def _films(pool: MediaPool, film: Path, apart: float, folder: Path, counts: Counts) -> None:
    """Hold copies of frames against the frame that comes a moment later."""
    for begins in (0.0, 0.7, 1.3):
        pair = [_frame(film, at, folder) for at in (begins, begins + apart)]
        if None in pair or pair[0] == pair[1]:
            continue
        one, later = (Image.open(io.BytesIO(frame or b"")).convert("RGB") for frame in pair)
        off = float(np.abs(_array(one) - _array(later)).mean())
        for name, plan in _plans(one.size, np.random.default_rng(int(begins * 10))):
            del name
            copy = _made(pool, one, plan)
            _count(pool, copy, later, plan, (f"{apart} s later", counts))
            _count(pool, copy, one, plan, ("the frame itself", counts))
        print(f"{film.name[-30:]:30} {begins} s, {apart} s apart: mean difference {off:.1f} of 255")


def _cuts(pool: MediaPool, film: Path, counts: Counts) -> None:
    """Cut two tenths out of a film, and hold it against the film with these and other cuts."""
    with film.open("rb") as source:
        plan = rendering.measured(pool, source)
        tenth = plan.length // 10
        cut = tuple(Span(at * tenth, (at + 1) * tenth) for at in (1, 5))
        copy = io.BytesIO()
        rendering.render(pool, source, replace(plan, cut=cut), copy, silent)
        for late in LATE:
            moved = tuple(Span(span.begins + late, span.ends + late) for span in cut)
            done = replace(plan, cut=moved)
            found = likeness.compare(pool, copy, source, played=True, done=done)
            verdict = "other shape" if found is None else "steps" if found.holds else "unlike-steps"
            what = f"film, cut {late / 1_000_000} s later" if late else "same, film, cut"
            counts[what, verdict] += 1
            print(f"{film.name[-30:]:30} {what}: {verdict}, {found and found.fields.agree} of "
                  f"{found and found.fields.count} fields, {found and found.sound}")  # fmt: skip


def _array(picture: Image.Image) -> NDArray[np.float64]:
    return np.asarray(picture, np.float64)


def _frame(film: Path, at: float, folder: Path) -> bytes | None:
    out = folder / "frame.png"
    out.unlink(missing_ok=True)
    call = ("ffmpeg", "-v", "error", "-ss", str(at), "-i", film, "-frames:v", "1", out)
    subprocess.run(call, check=True)
    return out.read_bytes() if out.exists() else None


def _made(pool: MediaPool, photo: Image.Image, plan: RedactionPlan) -> bytes:
    copy = io.BytesIO()
    pool.redact(io.BytesIO(_coded(photo, "PNG", 0)), plan, copy)
    return copy.getvalue()


def _coded(picture: Image.Image, coding: str, quality: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, coding, quality=quality)
    return out.getvalue()


def _count(
    pool: MediaPool,
    copy: bytes,
    original: Image.Image,
    plan: RedactionPlan,
    into: tuple[str, Counts],
) -> None:
    try:
        found = likeness.compare(
            pool, io.BytesIO(copy), io.BytesIO(_coded(original, "PNG", 0)), played=False, done=plan
        )
    except CaptureError as error:
        sys.exit(f"it cannot be compared: {error}")
    verdict = "other shape" if found is None else judged(found, same=False).value
    into[1][into[0], verdict] += 1


if __name__ == "__main__":
    main()
