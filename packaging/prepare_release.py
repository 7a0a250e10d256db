"""Gather ``docs/changes/*.md`` into CHANGELOG.md under a version, for a release.

``python packaging/prepare_release.py VERSION``. Each change is a file of its own, so that two of
them never meet in one line. A release is refused where SECURITY.md names nobody to write to, and
where a change's file is no plain paragraph. The changelog is written whole before a file goes.
"""

import re
import sys
import textwrap
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
WAITING = " (not released yet)"
UNFILLED = "To be filled in by the owner"

_VERSION = re.compile(r"\d+\.\d+\.\d+")
_SECTION = re.compile(r"^## .*$", re.MULTILINE)
_WIDTH = 120


class NotReady(Exception):
    """Why there can be no release."""


def main(arguments: list[str]) -> int:
    """Prepare the release of the version given."""
    if len(arguments) != 1:
        print("usage: prepare_release.py VERSION", file=sys.stderr)
        return 2
    try:
        gathered = prepare(PROJECT, arguments[0])
    except NotReady as why:
        print(why, file=sys.stderr)
        return 1
    print(f"{gathered} changes are in CHANGELOG.md now. Read it as one text before it goes out.")
    return 0


def prepare(project: Path, version: str) -> int:
    """Write the changelog, take the files away, and return how many there were.

    Raises NotReady, with everything as it was.
    """
    if not _VERSION.fullmatch(version):
        raise NotReady(f"{version} is no version such as 1.2.3.")
    if UNFILLED in (project / "SECURITY.md").read_text("utf-8"):
        raise NotReady("SECURITY.md names nobody to write to: fill that in first.")
    files = sorted(set((project / "docs/changes").glob("*.md")) - {_explained(project)})
    log = project / "CHANGELOG.md"
    text = with_changes(log.read_text("utf-8"), version, [_entry(file) for file in files])
    fresh = log.with_suffix(".new")
    fresh.write_text(text, "utf-8")
    fresh.replace(log)
    for file in files:
        file.unlink()
    return len(files)


def with_changes(log: str, version: str, entries: list[str]) -> str:
    """Return the changelog with entries at the end of a version's section, made where it is not.

    The section may wait for its release; it does so no longer then. Raises NotReady where the
    version was released before, or there is nothing to say of it.
    """
    heading = f"## {version}"
    headings = [*_SECTION.finditer(log)]
    if heading in (found[0] for found in headings):
        raise NotReady(f"{version} was released before.")
    first = headings[0] if headings else None
    if first is not None and first[0] == heading + WAITING:
        end = headings[1].start() if len(headings) > 1 else len(log)
        section = log[first.end() : end].strip("\n")
        before, after = log[: first.start()], log[end:]
    else:
        at = len(log) if first is None else first.start()
        section, before, after = "", log[:at], log[at:]
    body = "\n".join([section, *entries] if section else ["", *entries]).strip("\n")
    if not body:
        raise NotReady("There is no change to release.")
    return f"{before.rstrip()}\n\n{heading}\n\n{body}\n" + (f"\n{after}" if after else "")


def _entry(file: Path) -> str:
    """Return a change as an entry of the list."""
    words = file.read_text("utf-8").strip()
    if not words or "\n\n" in words or words.startswith(("# ", "- ", "* ")):
        raise NotReady(f"{file.name} is not one plain paragraph.")
    return textwrap.fill(
        " ".join(words.split()), _WIDTH, initial_indent="- ", subsequent_indent="  ",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _explained(project: Path) -> Path:
    return project / "docs/changes/README.md"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
