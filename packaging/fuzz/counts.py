"""How many inputs each parser has had: a line for every run, added up over all of them.

``counts.tsv`` holds, with tabs between: the day, the target, the version of the code (a commit),
the inputs, the seconds and what was found. A run that is stopped loses its last line alone.
"""

import io
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

NAME = "counts.tsv"
_COLUMNS = 6


def note(kept: Path, target: str, inputs: int, seconds: float, found: int) -> None:
    """Write down one run."""
    day = datetime.now(UTC).date().isoformat()
    line = "\t".join((day, target, _version(), str(inputs), f"{seconds:.1f}", str(found)))
    with (kept / NAME).open("a+b") as file:
        if file.seek(0, io.SEEK_END):
            file.seek(-1, io.SEEK_END)
            line = line if file.read() == b"\n" else f"\n{line}"  # the last was cut off
        file.write(f"{line}\n".encode())


def executions(kept: Path) -> Counter[str]:
    """Return how many inputs each target has had."""
    had: Counter[str] = Counter()
    for _, target, _, inputs, _, _ in _lines(kept):
        had[target] += int(inputs)
    return had


def table(kept: Path, targets: list[str]) -> Iterator[str]:
    """Give a table, in Markdown, of every target: inputs, findings, days and versions."""
    had, found = executions(kept), Counter[str]()
    versions: dict[str, list[str]] = defaultdict(list)
    days: dict[str, list[str]] = defaultdict(list)
    for day, target, version, _, _, crashes in _lines(kept):
        found[target] += int(crashes)
        versions[target] += [version] if version not in versions[target] else []
        days[target] += [day] if day not in days[target] else []
    yield "| parser | inputs | findings | last day | versions |"
    yield "| --- | ---: | ---: | --- | --- |"
    for target in targets:
        last, code = "".join(days[target][-1:]), ", ".join(versions[target])
        yield f"| {target} | {had[target]:,} | {found[target]} | {last} | {code} |"


def _lines(kept: Path) -> Iterator[list[str]]:
    if not (kept / NAME).exists():
        return
    for line in (kept / NAME).read_text(encoding="utf-8").splitlines():
        parts = line.split("\t")
        if len(parts) == _COLUMNS:
            yield parts


@cache
def _version() -> str:
    """Return the commit of this code, or "unknown" outside a repository."""
    command = ["git", "-C", str(Path(__file__).parent), "rev-parse", "--short=10", "HEAD"]
    try:
        said = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    except OSError:
        return "unknown"
    return said.stdout.strip() or "unknown"
