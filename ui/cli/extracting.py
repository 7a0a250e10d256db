"""``inspect --extract``: the pictures that files still hold, as small PNGs in a folder.

Only pixels are written, decoded and made small in the confined child: a PNG of ours says nothing
of the file that it was in. Names are neutral and nothing is ever replaced.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from capture.export import written_whole
from capture.isolate import MediaPool
from capture.progress import Tick
from capture.report import Embedded, HiddenPicture, Likeness
from capture.sources.base import Incoming
from ui import words
from ui.cli import terminal

_NAME = re.compile(r"(\d{3,9})-\d{1,3}\.png")


@dataclass(frozen=True, slots=True)
class Extracted:
    """One hidden part: where its picture was written, None for none, and how it differs."""

    path: Path | None
    likeness: Likeness


Found = Mapping[Embedded, Extracted]


class Folder:
    """The folder that the pictures go into; each file's are numbered by the file."""

    def __init__(self, path: Path) -> None:
        path.mkdir(parents=True, exist_ok=True)
        self._path = path
        names = (_NAME.fullmatch(each.name) for each in path.iterdir())
        self._file = max((int(name[1]) for name in names if name), default=0)

    def extract(self, pool: MediaPool, item: Incoming, tick: Tick) -> Found:
        """Write what is hidden in one file. Raises CaptureError and OSError."""
        from capture.formats.hidden import MAX_SIDE  # the parsers of all formats: only if asked for

        with item.open() as stream:
            found = pool.hidden(stream, MAX_SIDE, tick)
        self._file += 1
        return {one.part: self._written(number, one) for number, one in enumerate(found, 1)}

    def _written(self, number: int, one: HiddenPicture) -> Extracted:
        if one.picture is None:
            return Extracted(None, one.likeness)
        target = self._path / f"{self._file:03d}-{number}.png"
        from capture.formats.hidden import png

        with written_whole(target) as stream:
            stream.write(png(one.picture.width, one.picture.height, one.picture.rgb))
        return Extracted(target, one.likeness)


def as_json(rows: list[dict[str, Any]], embedded: tuple[Embedded, ...], found: Found) -> None:
    """Add to the rows of ``embedded`` where their pictures are."""
    for row, part in zip(rows, embedded, strict=True):
        one = found.get(part, Extracted(None, Likeness.UNKNOWN))
        row["preview"] = None if one.path is None else str(one.path)
        row["likeness"] = one.likeness.value


def lines(part: Embedded, found: Found) -> Iterator[str]:
    """Tell one hidden part, and where its picture was written."""
    name = words.embedded_name(part.kind)
    yield f"  Hidden inside: {name}, {terminal.size_text(part.size)}, at {part.offset}"
    one = found.get(part)
    if one is not None and one.path is not None:
        yield f"    -> {words.shown(str(one.path))}"
        said = words.likeness_name(one.likeness)
        if said:
            yield f"    {said}"
