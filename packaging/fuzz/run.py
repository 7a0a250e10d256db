"""Fuzz the parsers that read bytes from outside, guided by what of their code was reached.

    packaging/fuzz.sh                          every target, a little
    packaging/fuzz.sh --runs 1000000           the long form
    packaging/fuzz.sh --only read-jpeg card    these alone

Inputs that reached something new are kept (``--kept``), so that a later run goes on from there.
An input that crashed a parser is written there too, as ``TARGET/crash-…``, and the exit code is 1:
it belongs into ``tests/fuzz/vectors/TARGET`` together with the repair. Uses atheris (libFuzzer).
"""

import argparse
import hashlib
import os
import shutil
import sys
import time
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

with atheris.instrument_imports(include=["capture", "storage"]):
    import targets

_SECONDS_OF_ONE = 20
_MEMORY = 2048
"""Most mebibytes of a run: seeds and libraries need about a fifth of that."""


def main() -> int:
    """Fuzz one target after another, each in a process of its own; print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=20_000, help="inputs for each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kept", type=Path, default=ROOT / "build" / "fuzz")
    parser.add_argument("--only", nargs="+", choices=sorted(targets.TARGETS), metavar="TARGET")
    options = parser.parse_args()
    names = options.only or list(targets.TARGETS)
    failed = [name for name in names if not _survived(targets.TARGETS[name], options)]
    print(f"{len(names) - len(failed)} passed, {len(failed)} failed", flush=True)
    return 1 if failed else 0


def _survived(target: targets.Target, options: argparse.Namespace) -> bool:
    kept = options.kept / target.name
    kept.mkdir(parents=True, exist_ok=True)
    for data in target.seeds():
        (kept / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    before = _crashes(kept)
    began = time.monotonic()
    process = os.fork()
    if process == 0:
        _fuzz(target, kept, options)
    _, status = os.waitpid(process, 0)
    shutil.rmtree(targets.folder_of(process), ignore_errors=True)
    seconds = time.monotonic() - began
    found = _crashes(kept) - before
    ended = "no crash" if not status and not found else f"CRASHED: {sorted(found)}"
    print(
        f"{target.name}: {options.runs} runs in {seconds:.0f} s, "
        f"{len(list(kept.iterdir()))} inputs kept, {ended}",
        flush=True,
    )
    return not status and not found


def _crashes(kept: Path) -> set[str]:
    beginnings = ("crash-", "timeout-", "oom-", "slow-unit-")
    return {path.name for path in kept.iterdir() if path.name.startswith(beginnings)}


def _fuzz(target: targets.Target, kept: Path, options: argparse.Namespace) -> None:
    """Fuzz one target in this process, which does not come back."""
    log = os.open(kept.with_suffix(".log"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    arguments = [
        "fuzz",
        str(kept),
        f"-runs={options.runs}",
        f"-seed={options.seed}",
        f"-max_len={targets.MOST}",
        f"-timeout={_SECONDS_OF_ONE}",
        f"-rss_limit_mb={_MEMORY}",
        f"-artifact_prefix={kept}/",
        "-use_value_profile=1",
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
