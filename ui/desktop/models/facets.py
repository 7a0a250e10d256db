"""What a list of items is searched, filtered and sorted by: the facets of each, in a few bytes.

Read for the whole vault off the window's thread. No Qt here, so that it can be
tested as values: what the vault knows goes in, facets come out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from capture.kinds import MediaKind
from capture.report import HARM_ORDER, Harm
from storage.evidence import generation
from storage.records import Json, Original

SEARCHED = (
    "summary",
    "description",
    "keywords",
    "event_kind",
    "claimed_place",
    "landmarks",
    "notes",
    "language",
)
"""The witness's fields in which words are looked for, beside the name."""

_CONSENTS = ("none", "implied", "explicit")


class Sort(Enum):
    """What a thing is to the eye, which is all that a list asks of its kind."""

    PHOTO = "photo"
    VIDEO = "video"
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class Facets:
    """What is known of one item beside its original.

    ``taken_at`` is what the file says, ISO 8601 in its own zone, or empty. ``harms`` are worst
    first. ``consent`` is the least that a person shown gave ("none", "implied", "explicit"), or
    empty where nobody is listed. ``text`` is what words are looked for in, without case.
    """

    examined: bool = False
    taken_at: str = ""
    harms: tuple[Harm, ...] = ()
    placed: bool = False
    people: int = 0
    consent: str = ""
    risk: str = ""
    covered: bool = False
    cleaned: bool = False
    bundled: bool = False
    parts: int = 0
    text: str = ""


NOTHING = Facets()
"""What is known of an item that nobody has asked about yet."""


def facets_of(
    report: Json | None,
    said: Mapping[str, str],
    steps: frozenset[str],
    *,
    parts: int,
    bundled: bool,
) -> Facets:
    """Return the facets of one item from what the vault knows of it.

    ``report`` is as it was kept; ``steps`` are those of the copy that would leave.
    """
    value: Mapping[str, Any] = report or {}
    facts = value.get("facts") or {}
    consents = [said[name] for name in said if name.endswith(".consent") and "." in name]
    people = {name.split(".")[1] for name in said if name.startswith("person.")}
    return Facets(
        examined=report is not None,
        taken_at=str(facts.get("taken_at") or ""),
        harms=_harms(value),
        placed=bool(facts.get("latitude") or said.get("claimed_place")),
        people=len(people),
        consent=min(consents, key=_CONSENTS.index, default=""),
        risk=said.get("risk", ""),
        covered="redact" in steps,
        cleaned=bool(steps),
        bundled=bundled,
        parts=parts,
        text="\n".join(said[name].casefold() for name in SEARCHED if name in said),
    )


_ALIKE: dict[tuple[Harm, ...], tuple[Harm, ...]] = {}


def _harms(report: Mapping[str, Any]) -> tuple[Harm, ...]:
    """Return what a report warns of, worst first; most items share a few of these tuples."""
    said = {trace["harm"] for trace in report.get("traces") or ()}
    harms = tuple(sorted(map(Harm, said), key=HARM_ORDER.__getitem__))
    return _ALIKE.setdefault(harms, harms)


_SORTS = {
    kind.value: Sort.SOUND if kind.is_sound else Sort.VIDEO if kind.is_video else Sort.PHOTO
    for kind in MediaKind
}


def sort_of(kind: str) -> Sort:
    """Return what an original's kind, as the vault spells it, is to the eye."""
    return _SORTS.get(kind, Sort.PHOTO)


def day_of(original: Original, facets: Facets) -> str:
    """Return an item's day, "2026-01-31": as it says itself, else its file's, else sealing's."""
    return (facets.taken_at or original.provenance.modified_at or original.sealed_at)[:10]


def origin_of(original: Original) -> str:
    """Return what the name tells of how a file came to be: see ``storage/evidence``."""
    return generation(original.provenance.name)
