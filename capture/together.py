"""DOOR: which originals are one item, by what they say, and by where they lay at their source.

Where files lay is not in their records; it is kept in the vault only until this is decided, as
digests that stand for folders: an import that is interrupted after its files were sealed is put
together by whoever examines them. What is decided stands in the custody log, and what a
person took apart stays apart.
"""

import hashlib
import json
import re
import secrets
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from capture.kinds import MediaKind
from capture.sealing import Taken
from capture.sources import mutations
from capture.sources.base import About
from capture.sources.groups import Group, Member, burst_of, content_of, grouped
from storage.records import Original
from storage.vault import Vault

INSIDE = "inside"
"""The kind of source of an original that was taken out of another's own file."""

_LAY = "lay:"
_OF_ONE_NOTE = 500
_FOLDER = 16
_APPLE_CLIPS = frozenset((MediaKind.MOV.value, MediaKind.MP4.value))
_STILLS = frozenset((MediaKind.HEIF.value, MediaKind.JPEG.value))
_LIVE = _APPLE_CLIPS | _STILLS
_NUMBERED = re.compile(r"(.*?)(\d{4})")
_NEAR = 100
"""How far apart the numbers of one burst's photos may be."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an original lay: a digest of the folder, and what it is an edit of, if it is one."""

    folder: str
    edit_of: str | None


_Lay = Mapping[str, _Place]


def note(vault: Vault, about: About, ended: Iterable[Taken]) -> tuple[str, ...]:
    """Keep where these files lay until they are put together; return the names of what is kept."""
    places = [
        (taken.original.id, *_place(about, taken.offered.folder))
        for taken in ended
        if taken.original is not None and taken.offered is not None
    ]
    names = []
    for at in range(0, len(places), _OF_ONE_NOTE):
        names.append(f"{_LAY}{secrets.token_hex(8)}")
        vault.keep_setting(names[-1], json.dumps(places[at : at + _OF_ONE_NOTE]))
    return tuple(names)


def noted(vault: Vault) -> tuple[str, ...]:
    """Return the names of what is kept of where files lay."""
    return tuple(vault.settings(_LAY))


def put_together(vault: Vault, names: Sequence[str]) -> tuple[str, ...]:
    """Keep which originals of these notes, and of those sealed earlier, are one item.

    The notes are gone afterwards. What was taken out of an original is always its part. Returns the
    ids of those that have got parts.
    """
    kept = vault.settings(_LAY)
    lay = {
        item: _Place(folder, edit_of)
        for name in names
        for item, folder, edit_of in json.loads(kept.get(name, "[]"))
    }
    groups = [group for group in grouped(_members(vault, lay)) if _keep(vault, group)]
    for name in names:
        if name in kept:
            vault.keep_setting(name, "")
    return tuple(group.lead for group in groups)


def _keep(vault: Vault, group: Group) -> bool:
    """Keep a group, unless somebody took it apart; say whether there was anything to keep."""
    if any(entry.event == "taken apart" for entry in vault.custody(group.lead)):
        return False
    parts = {item: role.value for item, role in group.parts.items() if not vault.parts(item)}
    if parts:
        vault.group(group.lead, parts)
    return bool(parts)


def _place(about: About, folder: str) -> tuple[str, str | None]:
    """Return a digest of a source's folder, and what lies in it is an edit of, if that is said."""
    of = mutations.asset(folder)
    said = "\n".join((about.kind, about.device or "", of.folder if of else folder))
    digest = hashlib.sha256(said.encode("utf-8", "surrogateescape")).hexdigest()
    return digest[:_FOLDER], of.stem if of else None


def _members(vault: Vault, lay: _Lay) -> tuple[Member, ...]:
    """Return the noted originals, and earlier ones that may belong to them."""
    known = tuple(_named(vault, one, lay.get(one.id)) for one in vault.leads())
    families = {one.family for one in known if one.id in lay}
    holders = {one.inside for one in known if one.inside}
    asked = [
        one
        for one in known
        if one.id in lay or one.id in holders or one.inside or one.family in families
    ]
    namesakes = Counter(one.family for one in asked)
    clips = any(one.kind in _APPLE_CLIPS for one in asked)

    def decides(one: Member) -> bool:
        new_still = one.id in lay and one.kind in _STILLS  # of a burst, perhaps
        return namesakes[one.family] > 1 or new_still or (clips and one.kind in _LIVE)

    examined = [_examined(vault, one) if decides(one) else one for one in asked]
    return (*examined, *_near_bursts(vault, known, examined))


def _near_bursts(
    vault: Vault, known: Sequence[Member], asked: Sequence[Member]
) -> Iterator[Member]:
    """Give earlier photos of the bursts of those that are asked.

    The photos of an iPhone's burst share an identifier, and have numbers in a row.
    """
    numbers = (_number(one.name) for one in asked if one.burst)
    around = {
        (place[0], place[1] // _NEAR + step) for place in numbers if place for step in (-1, 0, 1)
    }
    already = {one.id for one in asked}
    for one in known:
        place = _number(one.name) if one.kind in _STILLS and one.id not in already else None
        if place and (place[0], place[1] // _NEAR) in around:
            member = _examined(vault, one)
            if member.burst:
                yield member


def _number(name: str) -> tuple[str, int] | None:
    """Return what stands before a photo's number, and the number."""
    found = _NUMBERED.fullmatch(PurePosixPath(name).stem)
    return (found[1].lower(), int(found[2])) if found else None


def _named(vault: Vault, original: Original, place: _Place | None) -> Member:
    """Return an original as a member, by its name and where it lay, as far as that is known."""
    said = original.provenance
    of = mutations.asset(str(PurePosixPath("/", said.path or "").parent))
    edit_of = place.edit_of if place else of.stem if of else None
    return Member(
        original.id,
        said.name,
        place.folder if place else None,
        original.kind,
        edit_of=edit_of,
        inside=_holder(vault, said.path) if said.source == INSIDE else None,
    )


def _holder(vault: Vault, path: str | None) -> str | None:
    """Return the original that another was taken out of, or the one that leads its item."""
    held = vault.find((path or "").partition(":")[0])
    return vault.lead_of(held.id) if held else None


def _examined(vault: Vault, member: Member) -> Member:
    """Return a member with what its report says, which is read only where it may decide."""
    report: Mapping[str, Any] = vault.report(member.id) or {}
    traces = report.get("traces") or ()
    return replace(
        member,
        taken_at=(report.get("facts") or {}).get("taken_at"),
        content=content_of(traces),
        burst=burst_of(traces),
        leads=bool(vault.parts(member.id)),
    )
