"""The little XML that servers answer with, read without anything that XML can do to its reader.

No document type, so no entities; bounded in depth, in rows and (by whoever got
the answer) in size. What comes out is rows of plain text, by local names.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from storage.errors import OutletLied

_DEEPEST = 32
_MOST_ROWS = 200_000


@dataclass(slots=True)
class _Reading:
    wanted: str
    """The element of a row; empty for the whole document."""

    rows: list[dict[str, str]] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    row: dict[str, str] | None = None

    def start(self, name: str, _attributes: object) -> None:
        local = name.rpartition("\n")[2]
        self.path.append(local)
        if len(self.path) > _DEEPEST or len(self.rows) > _MOST_ROWS:
            raise OutletLied(reason="answer")
        if self._is_wanted(local):
            self.row = {}
        self.text.clear()

    def _is_wanted(self, local: str) -> bool:
        return local == self.wanted if self.wanted else len(self.path) == 1

    def data(self, text: str) -> None:
        self.text.append(text)

    def end(self, _name: str) -> None:
        local = self.path[-1]
        wanted = self._is_wanted(local)
        self.path.pop()
        if wanted and self.row is not None:
            self.rows.append(self.row)
            self.row = None
        elif self.row is not None and not self.row.get(local):
            self.row[local] = "".join(self.text).strip()
        self.text.clear()

    def refuse(self, *_: object) -> None:
        raise OutletLied(reason="answer")


def rows(untrusted: bytes, element: str) -> list[dict[str, str]]:
    """Return, for each ``element``, the text of what is inside it, by local name.

    The first of several with one name counts that is not empty. Raises OutletLied(reason="answer").
    """
    reading = _Reading(element)
    parser = expat.ParserCreate(namespace_separator="\n")
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.data
    parser.StartDoctypeDeclHandler = reading.refuse
    try:
        parser.Parse(untrusted, True)  # noqa: FBT003  # expat names it "isfinal"
    except (expat.ExpatError, UnicodeError) as error:
        raise OutletLied(reason="answer") from error
    return reading.rows


def top(untrusted: bytes) -> dict[str, str]:
    """Return the text of everything in a document, by local name. Raises OutletLied."""
    return next(iter(rows(untrusted, "")), {})


def number(row: Mapping[str, str], name: str) -> int | None:
    """Return a number of a row, None where there is none."""
    text = row.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else None  # noqa: PLR2004  # digits of 2^63
