"""Run two commands in turn and compare them: what every benchmark here is made of.

Pairs in the same run on the same files, because the same machine is fast at one time and slow
at another: the ratio of a pair is worth more than either of its times.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
MAIN = PROJECT / "main.py"
FIRSTHAND = (sys.executable, str(MAIN))
_SAMPLE_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: ``prepare`` is not timed, ``run`` is."""

    name: str
    prepare: Callable[[], object]
    run: Callable[[], object]


def need(*tools: str) -> None:
    """Leave with the names of the tools that are not installed, if there are any."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        sys.exit(f"not installed: {', '.join(missing)}")


def call(*command: str | Path, may_refuse: bool = False) -> str:
    """Run a command to its end and give its output; leave with its complaint if it fails."""
    done = subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode and not may_refuse:
        sys.exit(f"{Path(command[0]).name} ended with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


def items_of(listed: str) -> list[str]:
    """Give the ids in what ``list --json`` printed."""
    return [item["id"] for item in json.loads(listed)["items"]]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took, in seconds: by the clock, and of all processors together."""

    wall: float
    processor: float


def compare(
    ours: Side,
    others: Sequence[Side],
    rounds: int,
    processor_of: Callable[[], float] | None = None,
    *,
    size: int = 0,
) -> None:
    """Run all sides in each round, each round in another order; print medians and ratios.

    ``processor_of`` counts seconds of the processor where ``used`` would miss some. With ``size``,
    the bytes that each side goes through, their speed is printed, too.
    """
    costs: dict[str, list[Cost]] = {side.name: [] for side in (ours, *others)}
    for number in range(rounds):
        sides = [ours, *others]
        for side in sides if number % 2 == 0 else reversed(sides):
            costs[side.name].append(_taken(side, processor_of or used))
    print(f"{ours.name}: {_spread(costs[ours.name], size)}")
    for side in others:
        pairs = list(zip(costs[ours.name], costs[side.name], strict=True))
        wall = statistics.median(mine.wall / its.wall for mine, its in pairs)
        processor = statistics.median(mine.processor / its.processor for mine, its in pairs)
        print(f"{side.name}: {_spread(costs[side.name], size)}")
        print(f"  ratio {ours.name} / {side.name}: {wall:.2f} (median), processor {processor:.2f}")


def _taken(side: Side, processor_of: Callable[[], float]) -> Cost:
    side.prepare()
    os.sync()  # or it pays for what the one before it has left to be written
    before, started = processor_of(), time.perf_counter()
    side.run()
    return Cost(time.perf_counter() - started, processor_of() - before)


def used() -> float:
    """Give the processor time of this process and of all that have ended below it."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    usage = [resource.getrusage(kind) for kind in kinds]
    return sum(one.ru_utime + one.ru_stime for one in usage)


def _spread(costs: Sequence[Cost], size: int) -> str:
    each = ", ".join(f"{cost.wall:.2f}" for cost in costs)
    processor = statistics.median(cost.processor for cost in costs)
    wall = statistics.median(cost.wall for cost in costs)
    speed = f", {size / wall / (1 << 20):.0f} MiB/s" if size else ""
    return f"{wall:.2f} s (median of {each}), processor {processor:.2f} s{speed}"


def anew(folder: Path) -> Path:
    """Give an empty folder of that name, whatever was there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


@dataclass(frozen=True, slots=True)
class Memory:
    """Peak resident memory in bytes: of the largest process, and of all of them together."""

    largest: int
    together: int


def memory_of(command: Sequence[str | Path]) -> Memory:
    """Run a command and watch the memory of its whole process tree (Linux only)."""
    process = subprocess.Popen(
        [str(part) for part in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    over = threading.Event()
    seen: list[dict[int, int]] = []
    watcher = threading.Thread(target=_watch, args=(process.pid, over, seen))
    watcher.start()
    code = process.wait()
    over.set()
    watcher.join()
    if code:
        sys.exit(f"the command ended with {code}")
    largest = max(max(sample.values(), default=0) for sample in seen)
    return Memory(largest, max(sum(sample.values()) for sample in seen))


def _watch(root: int, over: threading.Event, seen: list[dict[int, int]]) -> None:
    while not over.wait(_SAMPLE_SECONDS):
        seen.append({pid: _resident(pid) for pid in _tree(root)})


def processor_of_tree() -> float:
    """Give the processor seconds of this process, and of all below it that still run (Linux)."""
    return sum(_processor(pid) for pid in _tree(os.getpid()))


def _processor(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:  # it ended between the listing and now
        return 0.0
    user, system = status.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _tree(root: int) -> list[int]:
    """Give a process and all that descend from it."""
    parents: dict[int, list[int]] = {}
    pids = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    for pid in pids:
        if (parent := _parent(pid)) is not None:
            parents.setdefault(parent, []).append(pid)
    found = [root]
    for pid in found:
        found.extend(parents.get(pid, ()))
    return found


def _parent(pid: int) -> int | None:
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:  # it ended between the listing and now
        return None
    return int(status.rpartition(")")[2].split()[1])


def _resident(pid: int) -> int:
    try:
        fields = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()
    except OSError:  # it ended between the listing and now
        return 0
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE")
