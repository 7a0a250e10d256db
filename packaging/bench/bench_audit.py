"""What it costs to look at covered videos once more when a bundle leaves, a second of film.

    packaging/bench.sh audit [--frames N] [--scenes NAME,NAME]

Each clip (see face_clips.py: 1080p, 30 frames a second) is put into a vault, its faces are covered,
and a bundle is made of it; then another of the same clip, cleaned alone, which is not looked at.
The difference is the look. It is printed beside what covering took in the same run. A pan over a
crowd is the worst case: covers begin and end in it in nearly every frame. Processor seconds travel
better than others where the machine is busy.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import face_clips
from measure import need, processor_of_tree

from capture import derive
from capture.audit import BundleChoices, make_bundle
from capture.isolate import MediaPool
from capture.redact.plan import RegionKind
from storage.records import Provenance
from storage.vault import KdfCost, Vault


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, and of the processors."""

    wall: float
    processor: float

    def said(self, seconds: float) -> str:
        """Say it for one second of film."""
        return (
            f"{self.wall / seconds:.2f} s by the clock, {self.processor / seconds:.2f} of processor"
        )


def main() -> None:
    """Measure each clip."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=90)
    parser.add_argument("--scenes", default="walking,pan")
    options = parser.parse_args()
    need("ffmpeg")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for clip in face_clips.clips(folder, options.frames, options.scenes.split(",")):
            measured(clip.path, options.frames / face_clips.RATE, folder / f"vault-{clip.name}")
    print(f"load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


def measured(clip: Path, seconds: float, folder: Path) -> None:
    """Cover one clip and make both bundles of it."""
    cheap = KdfCost(memory=64, passes=1, lanes=1)
    with Vault.create(folder, "nobody types this", cheap) as vault, MediaPool(workers=1) as pool:
        draft = vault.draft(clip.stat().st_size)
        draft.write(clip.read_bytes())
        item = vault.keep_original(draft, "mp4", Provenance("folder", clip.name, None)).id
        choices = BundleChoices((item,))
        derive.prepare(vault, pool, item)
        make_bundle(vault, pool, choices, folder.with_suffix(".first.zip"))  # children are started
        plain = taken(lambda: make_bundle(vault, pool, choices, folder.with_suffix(".plain.zip")))

        def cover() -> None:
            plan = derive.plan_film(vault, pool, item, (RegionKind.FACE,))
            derive.filmed_copy(vault, pool, item, plan, looked=True)

        covering = taken(cover)
        looked = taken(lambda: make_bundle(vault, pool, choices, folder.with_suffix(".zip")))
    look = Cost(looked.wall - plain.wall, looked.processor - plain.processor)
    print(f"{clip.stem}, {seconds:.0f} s of film; for each second of it:")
    print(f"  covering it:    {covering.said(seconds)}")
    print(f"  the last look:  {look.said(seconds)} ({look.processor / covering.processor:.0%})")
    print(f"  all else of the bundle: {plain.said(seconds)}")
    sys.stdout.flush()


def taken(work: Callable[[], object]) -> Cost:
    """Return what some work took."""
    wall, processor = time.perf_counter(), processor_of_tree()
    work()
    return Cost(time.perf_counter() - wall, processor_of_tree() - processor)


if __name__ == "__main__":
    main()
