"""Commands on files, without a vault: ``inspect`` and ``clean``."""

import argparse
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from capture.cleaning import CleanResult, CleanStatus, Keep, clean_files
from capture.errors import CaptureError
from capture.formats.base import Profile
from capture.isolate import MediaPool
from capture.progress import Tick, silent
from capture.report import PAGE, MetadataReport, as_json
from capture.reveal import RevealPlace, RevealTime
from capture.sources.base import Incoming, Skipped
from capture.sources.folder import find
from capture.sources.groups import Role
from capture.sources.outside import outside
from capture.sources.waiting import items_of
from ui import words
from ui.cli import exits, extracting, terminal, typed
from ui.cli.groups import Commands, command, with_json

_MOST_JOBS = 64

_ALONE: dict[str, Any] = {"item": None, "role": None, "error": None}

_BY_THEMSELVES = (Profile.FAITHFUL, Profile.ANONYMOUS)


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    look = command(commands, "inspect", _inspect, "say what each file says about its maker")
    look.add_argument("paths", metavar="FILE", nargs="+", type=Path, help="a file or a folder")
    look.add_argument(
        "--extract",
        metavar="DIR",
        type=Path,
        help="write the pictures that are hidden in the files into this folder, small",
    )
    with_json(look)
    clean = command(
        commands, "clean", _clean, "write cleaned copies into a folder; never touches the source"
    )
    clean.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="a file or a folder")
    clean.add_argument("-o", "--out", metavar="DIR", required=True, type=Path)
    clean.add_argument(
        "--profile",
        choices=[profile.value for profile in Profile],
        help="faithful: pixels and samples bit by bit; anonymous: encoded again, the same way "
        "for everybody; small: so, and 2048 pixels at most; without it, faithful where the file "
        "allows it, else anonymous",
    )
    clean.add_argument(
        "--keep",
        metavar="WHAT=HOW",
        action="append",
        default=[],
        type=typed.revealed,
        help="write a coarse time or place of the file into its copy: time=month|day|exact, "
        "location=region|city|exact; nothing by default",
    )
    clean.add_argument("--jobs", metavar="N", type=_jobs, default=min(4, os.cpu_count() or 1))
    with_json(clean)


def _jobs(text: str) -> int:
    number = int(text)
    if not 1 <= number <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"from 1 to {_MOST_JOBS}")
    return number


def _inspect(options: argparse.Namespace) -> int:
    answers: list[dict[str, Any]] = []
    reports: list[MetadataReport | None] = []
    folder = extracting.Folder(options.extract) if options.extract else None
    with MediaPool(workers=1) as pool, terminal.Progress("Reading") as progress:
        found = tuple(find(options.paths))
        total = sum(item.size for item in found if isinstance(item, Incoming))
        done = 0
        for item in found:
            progress(done, total)
            report = _read(pool, item, progress, done, total)
            hidden = _extract(folder, pool, item, report)
            reports.append(report if isinstance(report, MetadataReport) else None)
            answers.append(_answer(item, report, hidden))
            if not options.json:
                progress.say("\n".join(_lines(item, report, hidden)))
            done += item.size if isinstance(item, Incoming) else 0
        progress(done, total)
    for place, (lead, role) in items_of(found, reports).items():
        answers[place] |= {"item": found[lead].shown, "role": role.value if role else None}
        if not options.json and role is not None:
            print(words.shown(found[place].shown))
            print("\n".join(_belongs(found[lead].shown, role)))
    if options.json:
        terminal.print_json(answers)
    return exits.REFUSED if any(report is None for report in reports) else exits.DONE


def _read(
    pool: MediaPool, item: Incoming | Skipped, progress: Tick, before: int, total: int
) -> MetadataReport | CaptureError:
    if isinstance(item, Skipped):
        return item.error
    try:
        with item.open() as stream:
            return pool.inspect(stream, lambda done, _size: progress(before + done, total))
    except CaptureError as error:
        return error


def _extract(
    folder: extracting.Folder | None,
    pool: MediaPool,
    item: Incoming | Skipped,
    report: MetadataReport | CaptureError,
) -> extracting.Found | None:
    """Write what is hidden in a file; None where that was not asked for."""
    if folder is None:
        return None
    if isinstance(item, Skipped) or not isinstance(report, MetadataReport) or not report.embedded:
        return {}
    try:
        return folder.extract(pool, item, silent)
    except CaptureError:
        return {}  # what the file says is told all the same, without pictures


def _answer(
    item: Incoming | Skipped,
    report: MetadataReport | CaptureError,
    hidden: extracting.Found | None,
) -> dict[str, Any]:
    if isinstance(report, MetadataReport):
        told = outside(item) if isinstance(item, Incoming) else ()
        beside = as_json(replace(report, traces=told))["traces"]
        answer = {"path": item.shown, **as_json(report), "outside": beside, **_ALONE}
        if hidden is not None:
            extracting.as_json(answer["embedded"], report.embedded, hidden)
        return answer
    return {
        "path": item.shown,
        "kind": None,
        "size": item.size if isinstance(item, Incoming) else None,
        "traces": [],
        "embedded": [],
        "facts": {},
        "outside": [],
        **_ALONE,
        "error": terminal.error_json(report),
    }


def _lines(
    item: Incoming | Skipped,
    report: MetadataReport | CaptureError,
    hidden: extracting.Found | None,
) -> Iterator[str]:
    if not isinstance(report, MetadataReport):
        yield f"{words.shown(item.shown)}"
        yield from terminal.trouble(report)
        return
    yield f"{words.shown(item.shown)}: {report.kind.value}, {terminal.size_text(report.size)}"
    yield from said(report, hidden or {})
    yield from _outside(item, report)


def _outside(item: Incoming | Skipped, report: MetadataReport) -> Iterator[str]:
    traces = outside(item) if isinstance(item, Incoming) else ()
    if traces:
        yield "  Outside the file"
    for saying in words.tell(replace(report, traces=traces)):
        yield from _saying(saying)


def said(report: MetadataReport, hidden: extracting.Found = MappingProxyType({})) -> Iterator[str]:
    """Give the lines that tell what a file says, worst first, and where its pictures are."""
    harm = None
    for saying in words.tell(report):
        if saying.harm is not harm:
            harm = saying.harm
            yield f"  {words.heading(harm)}"
        yield from _saying(saying)
    for part in report.embedded:
        yield from extracting.lines(part, hidden)
    if not report.traces and not report.embedded:
        yield "  Nothing was found in it that Firsthand knows how to find."
        yield "  What can be seen and heard in it still tells: places, faces, voices."


def _saying(saying: words.Saying) -> Iterator[str]:
    yield f"    {saying.says}"
    if saying.why:
        yield f"      {saying.why}"


def _clean(options: argparse.Namespace) -> int:
    with MediaPool(workers=options.jobs) as pool, terminal.Progress("Cleaning") as progress:

        def told(result: CleanResult) -> None:
            if not options.json:
                progress.say("\n".join(_result_lines(result)))

        results = clean_files(
            pool,
            _but_own_copies(find(options.paths), options.paths, options.out),
            options.out,
            profiles=[Profile(options.profile)] if options.profile else _BY_THEMSELVES,
            jobs=options.jobs,
            tick=progress,
            told=told,
            keep=_keep(options.keep),
        )
    if options.json:
        terminal.print_json([_result(result) for result in results])
    else:
        print(_summary(results))
    return exits.REFUSED if any(result.error for result in results) else exits.DONE


def _keep(chosen: Iterable[tuple[str, RevealPlace | RevealTime]]) -> Keep:
    keep = Keep()
    for _, how in chosen:
        keep = replace(keep, place=how) if isinstance(how, RevealPlace) else replace(keep, time=how)
    return keep


def _but_own_copies(
    found: Iterable[Incoming | Skipped], named: list[Path], out: Path
) -> Iterator[Incoming | Skipped]:
    """Leave out what lies in ``out``, where that is only inside a folder that was named."""
    place = out.resolve()
    asked_for = {path.resolve() for path in named}
    for item in found:
        path = Path(item.shown).resolve()
        inside = path.is_relative_to(place)
        if not inside or place in asked_for or path in asked_for:
            yield item


def _result(result: CleanResult) -> dict[str, Any]:
    said_before = as_json(result.said) if result.said and result.output else {}
    cleaning = result.cleaning
    return {
        "source": result.source,
        "output": None if result.output is None else str(result.output),
        "status": result.status.value,
        "kind": cleaning.kind.value if cleaning else None,
        "removed": said_before.get("traces", []),
        "removed_embedded": [
            part for part in said_before.get("embedded", []) if part["kind"] != PAGE
        ],
        "remaining": [
            {"tag": left.tag, "value": left.value, "harm": left.harm.value, "where": left.where}
            for left in result.remaining
        ],
        "lossless": cleaning.lossless if cleaning else None,
        "steps": list(cleaning.steps) if cleaning else [],
        "leaves": list(cleaning.leaves) if cleaning else [],
        "kept": dict(result.kept),
        "item": result.item,
        "role": result.role.value if result.role else None,
        "error": terminal.error_json(result.error),
    }


def _result_lines(result: CleanResult) -> Iterator[str]:
    source = words.shown(result.source)
    if result.output is None or result.said is None or result.cleaning is None:
        yield f"{source}: {result.status.value}"
        yield from _belongs(result.item, result.role)
        if result.error is not None:
            yield from terminal.trouble(result.error)
        return
    yield f"{source} -> {words.shown(str(result.output))}"
    yield from _belongs(result.item, result.role)
    count = len(result.said.traces) + len(result.said.hidden)
    if result.status is CleanStatus.ALREADY_CLEAN:
        yield "    Nothing had to be removed. This is a verified copy."
    else:
        yield f"    {count} things removed, nothing left that Firsthand knows how to find."
    if not result.cleaning.lossless:
        yield "    The picture or sound was encoded again: it is close to the original, not equal."
    for _, value in result.kept:
        yield f"    You chose to write into it: {words.shown(value)}"
    for code in result.cleaning.leaves:
        yield f"    It still shows: {words.leaves(code)}"


def _belongs(lead: str | None, role: Role | None) -> Iterator[str]:
    """Say what a file is to the one that it belongs to, where it does."""
    if lead is not None and role is not None:
        yield f"    It belongs to {words.shown(lead)}: {words.role(role.value)}."


def _summary(results: tuple[CleanResult, ...]) -> str:
    """Count what became of them; what was left out is said only where something was."""
    counted = Counter(result.status for result in results)
    told = [one for one in CleanStatus if counted[one] or one is not CleanStatus.LEFT_OUT]
    counts = [f"{counted[status]} {status.value}" for status in told]
    return f"{len(results)} files: {', '.join(counts)}."
