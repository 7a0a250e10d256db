"""Which files belong together as one item: live photos, bursts, raws, edited versions, sidecars.

A live photo's still and clip name each other by an identifier (Apple's maker note 17 and
``com.apple.quicktime.content.identifier``); their file names are only a hint, and without
the identifier they stay two items. So do the photos of a burst (Apple's maker note 11, Google's
BurstID), or their names do (``bursts``). The others have nothing but their names (DCF:
eight letters, one folder; ``IMG_E1234`` beside ``IMG_1234``; ``IMG_1234.AAE``), so names count
there, in one folder, as long as what the files say of their time does not contradict. An iPhone's
edits lie in a folder that says what they are of (``mutations``).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from capture.sources import bursts, mutations
from capture.sources.base import Incoming

SIDECAR = "sidecar"
"""The kind of an original that is a text about another and no medium; it never leaves."""

_SIDECAR_MAX = 16 << 20
"""Largest sidecar in bytes that is taken: they are texts of a few kilobytes."""

_SIDECARS = frozenset((".aae", ".xmp", ".srt", ".json"))
_PREVIEWS = frozenset((".thm", ".lrv"))
_RAWS = frozenset((".dng", ".cr2", ".cr3", ".nef", ".arw", ".orf", ".rw2", ".raf"))
_EDITED = re.compile(r"img_([eo])(\d{4})")
_LOW_RESOLUTION = re.compile(r"gl(\d{6})")
_CONTENT_TAGS = ("ContentIdentifier", "com.apple.quicktime.content.identifier")
_BURST_TAGS = ("BurstUUID", "BurstID")
_SAME_MOMENT = 2.0
_BURST_LASTS = 30.0
_VIDEOS = frozenset(("mp4", "mov", "mkv", "webm", "avi"))


class Role(Enum):
    """What a part is to the original that leads its item."""

    CLIP = "clip"
    RAW = "raw"
    BURST = "burst"
    EDITED = "edited"
    PREVIEW = "preview"
    SIDECAR = "sidecar"


@dataclass(frozen=True, slots=True)
class Member:
    """One original as far as grouping asks: its id, its name, and what it says of itself.

    ``folder`` is where it lay, None where that is no longer known. ``content`` is a live photo's
    identifier, ``burst`` a burst's, ``taken_at`` ISO 8601. ``edit_of`` is, of what a phone keeps
    apart as an edit, the name of what it was made of, without the ending. ``inside`` is the id of
    the original in whose own file it lies. ``leads`` says that it has parts already.
    """

    id: str
    name: str
    folder: str | None
    kind: str
    taken_at: str | None = None
    content: str | None = None
    burst: str | None = None
    edit_of: str | None = None
    inside: str | None = None
    leads: bool = False

    @property
    def family(self) -> str:
        """What the names of one item's files have in common."""
        return self.edit_of or family(self.name)

    @property
    def ending(self) -> str:
        """The name's ending, in small letters."""
        return _split(self.name)[1]


@dataclass(frozen=True, slots=True)
class Group:
    """One item of several parts: the id that leads, and the role of each other id."""

    lead: str
    parts: Mapping[str, Role]


def content_of(traces: Iterable[Mapping[str, object]]) -> str | None:
    """Return the identifier that ties a live photo's halves, from a report's traces."""
    return _said(traces, _CONTENT_TAGS)


def burst_of(traces: Iterable[Mapping[str, object]]) -> str | None:
    """Return the identifier that the photos of a burst share, from a report's traces."""
    return _said(traces, _BURST_TAGS)


def _said(traces: Iterable[Mapping[str, object]], endings: tuple[str, ...]) -> str | None:
    for trace in traces:
        if str(trace.get("tag")).endswith(endings):
            return str(trace.get("value"))
    return None


def family(name: str) -> str:
    """Return what the names of one item's files have in common, in small letters."""
    shot = bursts.shot(name)
    if shot is not None:
        return shot.series
    stem, ending = _split(name)
    if ending in _SIDECARS:  # "a.jpg.xmp" and "a.jpg.supplemental-metadata.json" belong to "a.jpg"
        stem = stem.partition(".")[0]
    if ending in _PREVIEWS:
        stem = _LOW_RESOLUTION.sub(r"gx\1", stem)
    return _EDITED.sub(r"img_\2", stem)


def sidecars(offered: Iterable[Incoming]) -> frozenset[str]:
    """Return which files, by how they are shown, are texts about a medium that lies beside them."""
    known = tuple(offered)
    texts = [one for one in known if _is_text(one) and one.size <= _SIDECAR_MAX]
    media = {_place(one) for one in known if not _is_text(one)}
    return frozenset(one.shown for one in texts if _place(one) in media)


def _is_text(offered: Incoming) -> bool:
    ending = _split(offered.name)[1]
    if ending == ".plist":
        return mutations.asset(offered.folder) is not None and mutations.is_edit(offered.name)
    return ending in _SIDECARS


def _place(offered: Incoming) -> tuple[str, str]:
    of = mutations.asset(offered.folder)
    return (of.folder, of.stem) if of else (offered.folder, family(offered.name))


def grouped(members: Iterable[Member]) -> tuple[Group, ...]:
    """Return the items of several parts among these originals; each is in one group at most."""
    known = tuple(members)
    found = _Found()
    for pair in _by(known, lambda member: member.content):
        found.live(pair)
    for series in _by(known, lambda member: member.burst):
        found.burst(series)
    for series in _by(known, _series):
        for together in _in_one_folder(series):
            found.burst(together)
    for relatives in _by(known, lambda member: member.family):
        for together in _in_one_folder(relatives):
            found.named(together)
    found.inside(known)
    return found.groups()


class _Found:
    """The groups as they are found: first who leads whom, then read as groups."""

    def __init__(self) -> None:
        self._leads: dict[str, tuple[str, Role]] = {}
        self._leading: set[str] = set()

    def live(self, members: tuple[Member, ...]) -> None:
        """Put the clips of one identifier under its still, where there is but one to lead."""
        stills = [member for member in members if member.kind not in _VIDEOS]
        plain = [member for member in stills if not _is_edited(member)]
        if len(plain) == 1:
            for member in members:
                role = Role.EDITED if _is_edited(member) else _LIVE_ROLES[member.kind in _VIDEOS]
                self._put(member, plain[0], role)

    def burst(self, members: tuple[Member, ...]) -> None:
        """Put the photos of one burst under the one that is shown, or the first by name.

        Those that a phone worked over never lead; those of another moment only share a name.
        """
        shots = [member for member in members if _is_shot(member)]
        ranked = sorted(shots, key=_in_burst)
        for member in ranked[1:]:
            lead = ranked[0]
            one_burst = member.burst is not None and member.burst == lead.burst
            if one_burst or not _contradict(member, lead, _BURST_LASTS):
                self._put(member, lead, _SHOT_ROLES[_shot(member)])

    def named(self, members: tuple[Member, ...]) -> None:
        """Put raws, edited versions and sidecars under the picture or video whose name they bear.

        The picture that was not edited leads, and a picture before a video: a clip of the same name
        is another item, unless its identifier says otherwise.
        """
        ranked = sorted(members, key=lambda member: (_rank(member), member.id))
        lead = ranked[0]
        if _rank(lead) > _MAY_LEAD:
            return
        for member in ranked[1:]:
            role = _role(member, lead)
            if role is not None and not _contradict(member, lead):
                self._put(member, lead, role)

    def inside(self, members: tuple[Member, ...]) -> None:
        """Put what lies in another's own file under it, wherever that has come to belong."""
        by_id = {member.id: member for member in members}
        for member in members:
            if member.inside in by_id:
                self._put(member, by_id[member.inside], Role.CLIP)

    def _put(self, member: Member, lead: Member, role: Role) -> None:
        if member.id == lead.id or member.id in self._leads or member.id in self._leading:
            return
        top = self._leads.get(lead.id, (lead.id, role))[0]
        self._leads[member.id] = (top, role)
        self._leading.add(top)

    def groups(self) -> tuple[Group, ...]:
        parts: dict[str, dict[str, Role]] = {}
        for member, (lead, role) in self._leads.items():
            parts.setdefault(lead, {})[member] = role
        return tuple(Group(lead, roles) for lead, roles in parts.items())


_LIVE_ROLES = {True: Role.CLIP, False: Role.EDITED}

_PICTURE, _RAW_PICTURE, _VIDEO, _NO_LEAD = range(4)
_MAY_LEAD = _VIDEO


def _rank(member: Member) -> int:
    """Say how fit a member is to lead the others: the lowest does."""
    if member.kind == SIDECAR or member.ending in _PREVIEWS or _is_edited(member):
        return _NO_LEAD
    if member.kind in _VIDEOS:
        return _VIDEO
    return _RAW_PICTURE if member.ending in _RAWS else _PICTURE


def _role(member: Member, lead: Member) -> Role | None:
    """Return what a member of the family is to its lead, None where its name alone says nothing."""
    if member.kind == SIDECAR:
        return Role.SIDECAR
    if member.ending in _PREVIEWS:
        return Role.PREVIEW
    if member.edit_of or (_is_edited(member) and _alike(member, lead)):
        return Role.EDITED
    return Role.RAW if member.ending in _RAWS and lead.ending not in _RAWS else None


def _alike(one: Member, other: Member) -> bool:
    """Say whether both are pictures, or both videos."""
    return (one.kind in _VIDEOS) is (other.kind in _VIDEOS)


_SHOTS = (bursts.Part.FIRST, bursts.Part.SHOT, bursts.Part.RAW, bursts.Part.WORKED_OVER)
_SHOT_ROLES = {
    bursts.Part.FIRST: Role.BURST,
    bursts.Part.SHOT: Role.BURST,
    bursts.Part.RAW: Role.RAW,
    bursts.Part.WORKED_OVER: Role.EDITED,
}


def _in_burst(member: Member) -> tuple[bool, int, str, str]:
    """Return by what the photos of a burst are ranked: who leads already goes on to lead."""
    return not member.leads, _SHOTS.index(_shot(member)), member.name, member.id


def _series(member: Member) -> str | None:
    shot = bursts.shot(member.name)
    return shot.series if shot else None


def _shot(member: Member) -> bursts.Part:
    """Return what a photo of a burst is; one that its burst's identifier alone names is a shot."""
    shot = bursts.shot(member.name)
    if member.ending in _RAWS:
        return bursts.Part.RAW
    return shot.part if shot else bursts.Part.SHOT


def _is_shot(member: Member) -> bool:
    """Say whether a member can be a photo of a burst: no clip, no text, no edited version."""
    return member.kind not in (*_VIDEOS, SIDECAR) and not _is_edited(member)


def _is_edited(member: Member) -> bool:
    return member.edit_of is not None or _EDITED.fullmatch(_split(member.name)[0]) is not None


def _contradict(one: Member, other: Member, seconds: float = _SAME_MOMENT) -> bool:
    """Say whether two files cannot be of one moment, or, of two imports, nothing ties them."""
    if one.taken_at and other.taken_at:
        return not _same_moment(one.taken_at, other.taken_at, seconds)
    return None in (one.folder, other.folder)


def _same_moment(one: str, other: str, seconds: float) -> bool:
    try:
        first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    except ValueError:
        return one == other
    if (first.tzinfo is None) is not (second.tzinfo is None):
        first, second = first.replace(tzinfo=None), second.replace(tzinfo=None)
    return abs((first - second).total_seconds()) <= seconds


def _in_one_folder(members: tuple[Member, ...]) -> Iterator[tuple[Member, ...]]:
    """Give those of each folder, each time with those whose folder is no longer known."""
    homeless = tuple(member for member in members if member.folder is None)
    folders = dict.fromkeys(member.folder for member in members if member.folder is not None)
    for folder in folders:
        yield (*homeless, *(member for member in members if member.folder == folder))


def _by(
    members: tuple[Member, ...], key: Callable[[Member], str | None]
) -> Iterator[tuple[Member, ...]]:
    """Give the members of each key that more than one has; None is no key."""
    found: dict[str, list[Member]] = {}
    for member in members:
        value = key(member)
        if value is not None:
            found.setdefault(value, []).append(member)
    return (tuple(some) for some in found.values() if len(some) > 1)


def _split(name: str) -> tuple[str, str]:
    stem, dot, ending = name.lower().rpartition(".")
    return (stem, dot + ending) if dot else (name.lower(), "")
