"""Which items of a library are shown, in which order, and under which headings.

Values and pure functions over plain lists: fifty thousand items are sieved and
sorted in a fraction of a second, and what the window shows can be tested
without one.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import Enum
from itertools import pairwise
from math import nan

from capture.report import HARM_ORDER, Harm
from storage.records import Original
from ui.desktop.models.facets import NOTHING, Facets, Sort, day_of, origin_of, sort_of

_ONE_IMPORT = 600
"""Seconds between two sealings that still count as one import."""


class Order(Enum):
    """In which order items stand, and what their headings are."""

    IMPORT = "import"
    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"
    LARGEST = "largest"
    WORST = "worst"


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as it is sieved: its original, and what else is known of it."""

    original: Original
    facets: Facets = NOTHING


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is shown: every field that is not None or empty must fit.

    ``first`` and ``last`` are days ("2026-01-31"), both included. ``people`` is "none", "implied",
    "explicit" (the least consent of those listed), "listed" or "nobody".
    """

    words: str = ""
    sort: Sort | None = None
    first: str = ""
    last: str = ""
    harm: Harm | None = None
    placed: bool | None = None
    people: str = ""
    risk: str = ""
    covered: bool | None = None
    bundled: bool | None = None
    origin: str = ""

    @property
    def chosen(self) -> int:
        """How many filters are set beside the words; a span of days counts as one."""
        named = [one.name for one in fields(self) if one.name not in {"words", "first", "last"}]
        set_ones = sum(getattr(self, name) not in {None, ""} for name in named)
        return set_ones + bool(self.first or self.last)

    def lets_through(self, entry: Entry) -> bool:
        """Say whether an item is shown."""
        return all(test(entry) for test in self.tests())

    def tests(self) -> tuple[Callable[[Entry], bool], ...]:
        """Return one test for each thing that is set, the cheapest first."""
        return tuple(test for set_, test in self._tests() if set_)

    def _tests(self) -> Iterable[tuple[bool, Callable[[Entry], bool]]]:
        words = self.words.casefold().split()
        yield self.sort is not None, lambda e: sort_of(e.original.kind) is self.sort
        yield self.harm is not None, lambda e: self.harm in e.facets.harms
        yield self.placed is not None, lambda e: e.facets.placed is self.placed
        yield bool(self.people), lambda e: _people(e.facets, self.people)
        yield bool(self.risk), lambda e: e.facets.risk == self.risk
        yield self.covered is not None, lambda e: e.facets.covered is self.covered
        yield self.bundled is not None, lambda e: e.facets.bundled is self.bundled
        yield bool(self.origin), lambda e: origin_of(e.original) == self.origin
        yield bool(self.first), lambda e: day_of(e.original, e.facets) >= self.first
        yield bool(self.last), lambda e: day_of(e.original, e.facets) <= self.last
        yield bool(words), lambda e: _holds(e, words)


def _people(facets: Facets, wanted: str) -> bool:
    if wanted in {"listed", "nobody"}:
        return bool(facets.people) is (wanted == "listed")
    return facets.consent == wanted


def _holds(entry: Entry, words: Sequence[str]) -> bool:
    name = entry.original.provenance.name.casefold()
    return all(word in name or word in entry.facets.text for word in words)


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that stand under one heading, after those of the section before.

    ``key`` is a day ("2026-01-31"), the moment of an import (ISO 8601), or empty where there is
    nothing to say.
    """

    key: str
    count: int


@dataclass(frozen=True, slots=True)
class Arranged:
    """Entries in their order, and the sections that cover all of them without a gap."""

    entries: tuple[Entry, ...]
    sections: tuple[Section, ...]


def arranged(entries: Iterable[Entry], sieve: Sieve, order: Order) -> Arranged:
    """Sieve and sort; entries are given oldest sealed first."""
    tests = sieve.tests()
    found = [*entries]
    if tests:
        found = [entry for entry in found if all(test(entry) for test in tests)]
    match order:
        case Order.IMPORT:
            found.reverse()
            keys = _imports([entry.original.sealed_at for entry in found])
        case Order.NEWEST | Order.OLDEST:
            found.sort(key=_moment, reverse=order is Order.NEWEST)
            keys = [day_of(entry.original, entry.facets) for entry in found]
        case Order.NAME:
            found.sort(key=lambda entry: entry.original.provenance.name.casefold())
            keys = [""] * len(found)
        case Order.LARGEST:
            found.sort(key=lambda entry: -entry.original.size)
            keys = [""] * len(found)
        case Order.WORST:
            found.sort(key=_badness)
            keys = [""] * len(found)
    return Arranged(tuple(found), sections_of(keys))


def _moment(entry: Entry) -> str:
    """Return what sorts by time; each file's own clock, for there is nothing better."""
    original = entry.original
    return entry.facets.taken_at or original.provenance.modified_at or original.sealed_at


def _badness(entry: Entry) -> tuple[int, ...]:
    """Return what sorts the most telling first: by the worst harm, then by the next."""
    return (*(HARM_ORDER[harm] for harm in entry.facets.harms), len(HARM_ORDER))


def _imports(newest_first: list[str]) -> list[str]:
    """Return for each sealing when its import began: those without a long pause are one import."""
    moments = [_seconds(sealed_at) for sealed_at in newest_first]
    keys: list[str] = []
    for at, (later, earlier) in enumerate(pairwise(moments)):
        apart = not later - earlier <= _ONE_IMPORT
        if apart and newest_first[at] != newest_first[at + 1]:
            keys += [newest_first[at]] * (at + 1 - len(keys))
    keys += newest_first[-1:] * (len(newest_first) - len(keys))
    return keys


def _apart(later: str, earlier: str) -> bool:
    """Say whether two moments of sealing are of two imports."""
    return later != earlier and not _seconds(later) - _seconds(earlier) <= _ONE_IMPORT


def _seconds(sealed_at: str) -> float:
    """Return a moment in seconds since 1970; what is none compares with nothing, and is apart."""
    try:
        return datetime.fromisoformat(sealed_at).timestamp()
    except (ValueError, OverflowError, OSError):
        return nan


def sections_of(keys: Sequence[str]) -> tuple[Section, ...]:
    """Cut where the key changes."""
    starts = [at for at, key in enumerate(keys) if not at or key != keys[at - 1]]
    ends = [*starts[1:], len(keys)]
    return tuple(
        Section(keys[start], end - start) for start, end in zip(starts, ends, strict=False)
    )


def with_newest(
    sections: Sequence[Section], newest: Original, before: Original | None
) -> list[Section]:
    """Return the sections of ``Order.IMPORT`` after one more original was sealed.

    ``before`` is what stood first until now.
    """
    if before is None or _apart(newest.sealed_at, before.sealed_at):
        return [Section(newest.sealed_at, 1), *sections]
    first = sections[0]
    return [Section(first.key, first.count + 1), *sections[1:]]


def without(sections: Sequence[Section], row: int) -> list[Section]:
    """Return the sections after a row was taken out; one without rows has no heading."""
    left = list(sections)
    for at, section in enumerate(left):
        if row < section.count:
            fewer = [Section(section.key, section.count - 1)] if section.count > 1 else []
            left[at : at + 1] = fewer
            break
        row -= section.count
    return left
