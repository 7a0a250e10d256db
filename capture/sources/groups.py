"""Which files belong together as one item: live photos, raws, edited versions, sidecars.

A live photo's still and clip name each other by an identifier (Apple's maker note 17 and
``com.apple.quicktime.content.identifier``); their file names are only a hint, and without
the identifier they stay two items. The others have nothing but their names (DCF:
eight letters, one folder; ``IMG_E1234`` beside ``IMG_1234``; ``IMG_1234.AAE``), so names count
there, in one folder, as long as what the files say of their time does not contradict.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

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
_SAME_MOMENT = 2.0
_VIDEOS = frozenset(("mp4", "mov", "mkv", "webm", "avi"))


class Role(Enum):
    """What a part is to the original that leads its item."""

    CLIP = "clip"
    RAW = "raw"
    EDITED = "edited"
    PREVIEW = "preview"
    SIDECAR = "sidecar"


@dataclass(frozen=True, slots=True)
class Member:
    """One original as far as grouping asks: its id, its name, and what it says of itself.

    ``folder`` is where it lay, None where that is no longer known. ``content`` is a live photo's
    identifier, ``taken_at`` ISO 8601.
    """

    id: str
    name: str
    folder: str | None
    kind: str
    taken_at: str | None = None
    content: str | None = None

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
    for trace in traces:
        if str(trace.get("tag")).endswith(_CONTENT_TAGS):
            return str(trace.get("value"))
    return None


def family(name: str) -> str:
    """Return what the names of one item's files have in common, in small letters."""
    stem, ending = _split(name)
    if ending in _SIDECARS:  # "a.jpg.xmp" and "a.jpg.supplemental-metadata.json" belong to "a.jpg"
        stem = stem.partition(".")[0]
    if ending in _PREVIEWS:
        stem = _LOW_RESOLUTION.sub(r"gx\1", stem)
    return _EDITED.sub(r"img_\2", stem)


def sidecars(offered: Iterable[Incoming]) -> frozenset[str]:
    """Return which files, by how they are shown, are texts about a medium that lies beside them."""
    known = tuple(offered)
    texts = [one for one in known if _split(one.name)[1] in _SIDECARS and one.size <= _SIDECAR_MAX]
    media = {_place(one) for one in known if _split(one.name)[1] not in _SIDECARS}
    return frozenset(one.shown for one in texts if _place(one) in media)


def _place(offered: Incoming) -> tuple[str, str]:
    return offered.folder, family(offered.name)


def grouped(members: Iterable[Member]) -> tuple[Group, ...]:
    """Return the items of several parts among these originals; each is in one group at most."""
    known = tuple(members)
    found = _Found()
    for pair in _by(known, lambda member: member.content):
        found.live(pair)
    for relatives in _by(known, lambda member: family(member.name)):
        for together in _in_one_folder(relatives):
            found.named(together)
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
                role = Role.CLIP if member.kind in _VIDEOS else Role.EDITED
                self._put(member, plain[0], role)

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
    if _is_edited(member) and (member.kind in _VIDEOS) is (lead.kind in _VIDEOS):
        return Role.EDITED
    return Role.RAW if member.ending in _RAWS and lead.ending not in _RAWS else None


def _is_edited(member: Member) -> bool:
    return _EDITED.fullmatch(_split(member.name)[0]) is not None


def _contradict(one: Member, other: Member) -> bool:
    """Say whether two files cannot be of one moment, or, of two imports, nothing ties them."""
    if one.taken_at and other.taken_at:
        return not _same_moment(one.taken_at, other.taken_at)
    return None in (one.folder, other.folder)


def _same_moment(one: str, other: str) -> bool:
    try:
        first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    except ValueError:
        return one == other
    if (first.tzinfo is None) is not (second.tzinfo is None):
        first, second = first.replace(tzinfo=None), second.replace(tzinfo=None)
    return abs((first - second).total_seconds()) <= _SAME_MOMENT


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
