"""The power fails in the middle of each act of a vault: what was said to be kept is there.

    packaging/test-faults.sh power --states 300

Each act runs once, recorded; then, after each of its steps on the disk, the disk is made anew as a
power cut may leave it: nothing of what was not synced, all of it, or any part of it, torn at 512
and 4096 bytes. Each vault that comes of it is opened and compared with what had been said by then.
"""

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import jobs
import ledger
import lives
import strace
from disk import Disk, Kept
from stage import MEMORY, Stage, staged
from warm import Warm


def main() -> int:
    """Cut every act at its steps; print how often, and what opening had to mend."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--states", type=int, default=300, help="cuts of each act")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", choices=sorted(lives.ACTS), metavar="ACT")
    options = parser.parse_args()
    total = 0
    with tempfile.TemporaryDirectory(dir=MEMORY) as home:
        for act in options.only or lives.ACTS:
            count, steps, mended = cut(act, Path(home), options.states, options.seed)
            total += count
            found = ", ".join(f"{code} {times}" for code, times in sorted(mended.items()))
            print(f"{act}: {count} cuts in {steps} steps; mended: {found or 'nothing'}", flush=True)
    print(f"{total} power cuts: everything that was said is there, nothing is half there")
    return 0


def cut(act: str, home: Path, states: int, seed: int) -> tuple[int, int, Counter[str]]:
    """Record one act and look at so many states of its disk; raises ledger.Broken."""
    with jobs.reachable(act, home) as address:
        stage = staged(act, home / act, address)
        disk = Disk(stage.root)
        with Warm() as program:
            calls = strace.recorded(program, stage.command(), home / "log", stage.root)
        return _cut(stage, disk, calls, states, random.Random(f"{seed} {act}"))


def _cut(
    stage: Stage, disk: Disk, calls: list[strace.Call], states: int, chance: random.Random
) -> tuple[int, int, Counter[str]]:
    moments = [number for number, call in enumerate(calls) if disk.replay(call)]
    if not disk.matches():
        raise ledger.Broken(f"{stage.act}: what was recorded is not all that was written")
    mended: Counter[str] = Counter()
    chosen = _chosen(len(moments), states, chance)
    stage.reset()
    disk = Disk(stage.root)
    shutil.rmtree(stage.root)
    done = 0
    lines = list(stage.before)
    step = 0
    for call in calls:
        lines += stage.said(call)
        if not disk.replay(call):
            continue
        for kept in chosen.get(step, ()):
            disk.write_out(stage.root, kept, chance)
            mended += _looked(stage, lines, f"{stage.act}, step {step}, {kept.name}")
            shutil.rmtree(stage.root)
            done += 1
        step += 1
    return done, step, mended


def _looked(stage: Stage, lines: list[str], where: str) -> Counter[str]:
    try:
        return stage.check(lines)
    except Exception as error:
        kept = Path(tempfile.mkdtemp(prefix="firsthand-cut-"))
        shutil.copytree(stage.root, kept / "disk")
        raise ledger.Broken(f"{where}: {error!r} (kept in {kept})") from error


def _chosen(steps: int, states: int, chance: random.Random) -> dict[int, list[Kept]]:
    """Deal so many states to the steps: first each with nothing kept, then all, then parts."""
    rounds = (Kept.NOTHING, Kept.ALL)
    chosen: dict[int, list[Kept]] = {}
    left, number = states, 0
    while left > 0:
        kept = rounds[number] if number < len(rounds) else Kept.SOME
        for step in chance.sample(range(steps), min(steps, left)):
            chosen.setdefault(step, []).append(kept)
        left -= min(steps, left)
        number += 1
    return chosen


if __name__ == "__main__":
    sys.exit(main())
