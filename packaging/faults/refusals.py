"""The disk refuses: each write, sync and name of each act of a vault, in turn, with two errors.

    packaging/test-faults.sh refusals --every 1

An act is recorded first; then, for each call that reaches the vault's folder, it runs again on the
same vault, and that call (or all of its kind from then on) fails with ENOSPC, then with EIO. The
program may do it another way or refuse by an error of its own; all that it had said must stand.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import jobs
import ledger
import lives
import strace
from stage import MEMORY, Stage, staged
from strace import Call, Fault
from warm import Warm

_ERRORS = ("ENOSPC", "EIO")
_ONCE = ("openat", "mkdir")
"""Calls that only fail once: from then on all of them would keep Python itself from working."""


def main() -> int:
    """Hit every act at its calls; print how often each way, and how the program answered."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--every", type=int, default=1, help="hit each n-th call (1: all)")
    parser.add_argument("--only", nargs="+", choices=sorted(lives.ACTS), metavar="ACT")
    options = parser.parse_args()
    total = 0
    with tempfile.TemporaryDirectory(dir=MEMORY) as home:
        for act in options.only or lives.ACTS:
            answers = refused(act, Path(home), options.every)
            total += sum(answers.values())
            said = ", ".join(f"{answer} {count}" for answer, count in sorted(answers.items()))
            print(f"{act}: {said}", flush=True)
    print(f"{total} refusals of the disk: everything that was said is there, nothing half")
    return 0


def refused(act: str, home: Path, every: int) -> Counter[str]:
    """Hit one act at each n-th of its calls with each error; return how it answered."""
    answers: Counter[str] = Counter()
    with jobs.reachable(act, home) as address, Warm() as program:
        stage = staged(act, home / act, address)
        calls = strace.recorded(program, stage.command(), home / "log", stage.root)
        for number, (name, turn) in enumerate(_turns(calls, stage)):
            if number % every == 0:
                for error in _ERRORS:
                    lasting = (number // every) % 2 == 0 and name not in _ONCE
                    fault = Fault(name, turn, error, lasting)
                    answers[_hit(program, stage, home, fault)] += 1
    return answers


def _turns(calls: list[Call], stage: Stage) -> Iterator[tuple[str, int]]:
    """Give each call of ours: its name, and the how-manieth of that name it is in its thread."""
    seen: Counter[tuple[int, str]] = Counter()
    given = set()
    for call in calls:
        seen[call.thread, call.name] += 1
        turn = (call.name, seen[call.thread, call.name])
        if call.name in strace.HIT and turn not in given and _ours(call, stage):
            given.add(turn)
            yield turn


def _ours(call: Call, stage: Stage) -> bool:
    if call.name == "openat" and "O_CREAT" not in call.flags:
        return False
    root = str(stage.root).encode()
    named = call.name in ("openat", "mkdir", "rename", "unlink")
    places = call.texts if named else [call.descriptor[1].encode()]
    return any(place.startswith(root) for place in places)


def _hit(program: Warm, stage: Stage, home: Path, fault: Fault) -> str:
    """Run the act with one fault; return how it answered. Raises ledger.Broken."""
    stage.reset()
    ended, failed = strace.hit(program, stage.command(), home / "log", stage.root, fault)
    where = f"{stage.act}, {fault}"
    if ended.returncode not in (0, lives.REFUSED) or b"Traceback" in ended.stderr:
        raise ledger.Broken(f"{where}: ended with {ended.returncode}\n{ended.stderr.decode()}")
    if not failed:
        return "not reached"
    try:
        stage.check([*stage.before, *ended.stdout.decode().splitlines()])
    except Exception as error:
        raise ledger.Broken(f"{where}: {error!r}") from error
    return ended.stderr.decode().splitlines()[-1] if ended.returncode else "done another way"


if __name__ == "__main__":
    sys.exit(main())
