"""The record that travels with the media, for people (CSV) and programs (JSON).

Only the fields that the caller revealed, at the caller's precision. The CSV is
for spreadsheets: it begins with a byte order mark, or they show Persian and
Arabic as rubbish, and a cell that a spreadsheet would take for a formula gets
an apostrophe in front (CWE-1236). The JSON has every value exactly.
"""

import csv
import io
from collections.abc import Sequence

from storage.bundle import canonical
from storage.bundle.contents import MediaItem, media_path

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def record_json(items: Sequence[MediaItem]) -> bytes:
    """Return ``{"items": [{"path", "fields": {name: text}}, …]}`` in canonical form."""
    rows = [
        {"path": media_path(index, item.extension), "fields": item.record}
        for index, item in enumerate(items)
    ]
    return canonical.write({"items": rows})


def record_csv(items: Sequence[MediaItem]) -> bytes:
    """Return a table with one row an item: its path, then each field that any item has."""
    names = sorted({name for item in items for name in item.record})
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(["path", *map(_cell, names)])
    for index, item in enumerate(items):
        cells = (_cell(item.record.get(name, "")) for name in names)
        table.writerow([media_path(index, item.extension), *cells])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def _cell(text: str) -> str:
    return "'" + text if text.startswith(_FORMULA) else text
