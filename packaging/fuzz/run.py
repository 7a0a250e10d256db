"""Fuzz the parsers that read bytes from outside, guided by what of their code was reached.

    packaging/fuzz.sh                          every target, a little
    packaging/fuzz.sh --until 1000000          the long form: on, till each has had so many in all
    packaging/fuzz.sh --only read-jpeg card    these alone
    packaging/fuzz.sh --counts                 how many each has had

Inputs that reached something new are kept (``--kept``), so that a later run goes on from there,
and every run is counted in ``counts.tsv`` beside them. An input that crashed a parser is written
there too, as ``TARGET/crash-…``, and the exit code is 1: it belongs into
``tests/fuzz/vectors/TARGET`` together with the repair. Uses atheris (libFuzzer).
"""

import argparse
import hashlib
import os
import re
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
os.environ["RUST_BACKTRACE"] = "0"
"""Else the library of OpenPGP keys looks up its own stack for each input it refuses: 36 ms."""

with atheris.instrument_imports(include=["capture", "storage"]):
    import counts
    import targets

_SECONDS_OF_ONE = 20
_MEMORY = 2048
"""Most mebibytes of a run: seeds and libraries need about a fifth of that."""
_SLICE = 100_000
"""Inputs of one process: what is counted at once, so that little is lost when it is stopped."""
_SHORTEST = 4096
"""An input may be this long, or longer than the longest seed by ``_MORE``: size costs tries."""
_MORE = 1024
_DONE = re.compile(r"^stat::number_of_executed_units: (\d+)$|^#(\d+)\t", re.MULTILINE)


def main() -> int:
    """Fuzz one target after another, each in a process of its own; print a line for each."""
    options = _asked()
    names = options.only or list(targets.TARGETS)
    if options.counts:
        print("\n".join(counts.table(options.kept, list(targets.TARGETS))))
        return 0
    targets.with_short_seeds()
    failed = [name for name in names if not _survived(targets.TARGETS[name], options)]
    print(f"{len(names) - len(failed)} passed, {len(failed)} failed", flush=True)
    return 1 if failed else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=20_000, help="inputs for each target")
    parser.add_argument("--until", type=int, help="inputs of each, with all that were counted")
    parser.add_argument("--counts", action="store_true", help="print what was counted, and end")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kept", type=Path, default=ROOT / "build" / "fuzz")
    parser.add_argument("--only", nargs="+", choices=sorted(targets.TARGETS), metavar="TARGET")
    return parser.parse_args()


def _survived(target: targets.Target, options: argparse.Namespace) -> bool:
    kept = options.kept / target.name
    kept.mkdir(parents=True, exist_ok=True)
    longest = _SHORTEST
    for data in target.seeds():
        (kept / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
        longest = max(longest, min(len(data) + _MORE, targets.MOST))
    began, had = time.monotonic(), counts.executions(options.kept).get(target.name, 0)
    wanted = options.runs if options.until is None else max(0, options.until - had)
    done, found = 0, set[str]()
    for part in _slices(wanted):
        arguments = [f"-runs={part}", f"-seed={options.seed + had + done}", f"-max_len={longest}"]
        ran, crashes = _ran(target, kept, arguments)
        found |= crashes
        done += ran
        if crashes:
            break
    ended = f"CRASHED: {sorted(found)}" if found else "no crash"
    print(
        f"{target.name}: {done} runs in {time.monotonic() - began:.0f} s, {had + done} in all, "
        f"{len(list(kept.iterdir()))} inputs kept, {ended}",
        flush=True,
    )
    return not found


def _slices(runs: int) -> Iterator[int]:
    for first in range(0, runs, _SLICE):
        yield min(_SLICE, runs - first)


def _ran(target: targets.Target, kept: Path, arguments: list[str]) -> tuple[int, set[str]]:
    """Fuzz in a process of its own; return how many inputs it gave and what it found."""
    before, began = _crashes(kept), time.monotonic()
    process = os.fork()
    if process == 0:
        _fuzz(target, kept, arguments)
    _, status = os.waitpid(process, 0)
    shutil.rmtree(targets.folder_of(process), ignore_errors=True)
    said = kept.with_suffix(".log").read_text("utf-8", "replace")
    done = max((int(one or other) for one, other in _DONE.findall(said)), default=0)
    found = _crashes(kept) - before
    if status and not found:
        found = {f"ended with {status}"}
    counts.note(kept.parent, target.name, done, time.monotonic() - began, len(found))
    return done, found


def _crashes(kept: Path) -> set[str]:
    beginnings = ("crash-", "timeout-", "oom-", "slow-unit-")
    return {path.name for path in kept.iterdir() if path.name.startswith(beginnings)}


def _fuzz(target: targets.Target, kept: Path, arguments: list[str]) -> None:
    """Fuzz one target in this process, which does not come back."""
    log = os.open(kept.with_suffix(".log"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    arguments = [
        "fuzz",
        str(kept),
        *arguments,
        f"-timeout={_SECONDS_OF_ONE}",
        f"-rss_limit_mb={_MEMORY}",
        f"-artifact_prefix={kept}/",
        "-use_value_profile=1",
        "-print_final_stats=1",
    ]
    atheris.Setup(arguments, lambda data: targets.tried(target, data))
    atheris.Fuzz()
    os._exit(0)


if __name__ == "__main__":
    try:
        code = main()
    finally:
        shutil.rmtree(targets.folder_of(os.getpid()), ignore_errors=True)
    sys.exit(code)
