"""The record that travels with the media, for people (CSV) and programs (JSON).

Only the fields that the caller revealed, at the caller's precision. The CSV is
for spreadsheets: it begins with a byte order mark, or they show Persian and
Arabic as rubbish, and a cell that a spreadsheet would take for a formula gets
an apostrophe in front (CWE-1236). The JSON has every value exactly.
"""

import csv
import io
from collections.abc import Mapping, Sequence

from storage.bundle import canonical
from storage.bundle.contents import MediaItem, media_path

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


Row = tuple[str, Mapping[str, str]]
"""One item: where its file is, and the fields that are shown of it."""

UWAZI_TITLE, UWAZI_FILE = "title", "file"
"""The columns by which Uwazi's import knows an entity's name and its file."""


def rows(items: Sequence[MediaItem]) -> list[Row]:
    """Return the rows of a bundle's items."""
    return [(media_path(index, item.extension), item.record) for index, item in enumerate(items)]


def as_json(given: Sequence[Row]) -> bytes:
    """Return ``{"items": [{"path", "fields": {name: text}}, …]}`` in canonical form."""
    return canonical.write({"items": [{"path": path, "fields": held} for path, held in given]})


def as_csv(given: Sequence[Row]) -> bytes:
    """Return a table with one row an item: its path, then each field that any item has."""
    names = _names(given)
    lines = [[path, *(held.get(name, "") for name in names)] for path, held in given]
    return _table(["path", *names], lines)


def as_uwazi(given: Sequence[Row]) -> bytes:
    """Return the table as Uwazi imports it: a title, the file's own name, then the fields.

    The title is the summary, or the file's name. In Uwazi the fields need properties of the same
    names; the ZIP that it takes holds this as ``import.csv`` beside the files.
    """
    names = [name for name in _names(given) if name != "summary"]
    lines = []
    for path, held in given:
        file = path.rpartition("/")[2]
        fields = (held.get(name, "") for name in names)
        lines.append([held.get("summary") or file, file, *fields])
    return _table([UWAZI_TITLE, UWAZI_FILE, *names], lines)


def _names(given: Sequence[Row]) -> list[str]:
    return sorted({name for _, held in given for name in held})


def _table(head: Sequence[str], lines: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    for line in (head, *lines):
        table.writerow([_cell(cell) for cell in line])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def _cell(text: str) -> str:
    return "'" + text if text.startswith(_FORMULA) else text
