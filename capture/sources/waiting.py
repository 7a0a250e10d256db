"""Which files of one run wait for each other: nothing of an item leaves before all of it may.

Files are worked on in any order. One that can belong to no other is settled when it ends; the
others wait until all that bear their name have ended, and the halves of a live photo or the photos
of a burst, which name each other by an identifier, for as long as one of them can still come.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from capture.kinds import EXTENSIONS, MediaKind
from capture.report import MetadataReport
from capture.sources import mutations
from capture.sources.base import Incoming, Skipped
from capture.sources.groups import SIDECAR, Member, Role, burst_of, content_of, grouped, sidecars

_ENDINGS = {ending: kind for kind, ending in EXTENSIONS.items()} | {
    ".jpeg": MediaKind.JPEG,
    ".tiff": MediaKind.TIFF,
    ".heif": MediaKind.HEIF,
    ".hif": MediaKind.HEIF,
    ".m4v": MediaKind.MP4,
    ".3gp": MediaKind.MP4,
}
_VIDEOS = frozenset(kind.value for kind in MediaKind if kind.is_video)
_UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """One item: who leads it, and what each other file is to it. Many have but one file."""

    lead: str
    parts: Mapping[str, Role]

    @property
    def files(self) -> tuple[str, ...]:
        """All of them, the one that leads first."""
        return self.lead, *self.parts


def member(
    number: str, offered: Incoming | Skipped, said: MetadataReport | None, *, text: bool = False
) -> Member:
    """Return what grouping asks of a file; of one that said nothing, what its name promises."""
    name, folder = _place(offered)
    of = mutations.asset(folder)
    plain = Member(number, name, of.folder if of else folder, SIDECAR if text else _promised(name))
    plain = replace(plain, edit_of=of.stem if of else None)
    if said is None:
        return plain
    traces = [{"tag": trace.tag, "value": trace.value} for trace in said.traces]
    return replace(
        plain,
        kind=said.kind.value,
        taken_at=said.facts.taken_at,
        content=content_of(traces),
        burst=burst_of(traces),
    )


def _place(offered: Incoming | Skipped) -> tuple[str, str]:
    if isinstance(offered, Incoming):
        return offered.name, offered.folder
    path = PurePath(offered.shown)
    return path.name, str(path.parent)


def _promised(name: str) -> str:
    kind = _ENDINGS.get("." + name.lower().rpartition(".")[2])
    return kind.value if kind else _UNKNOWN


class Waiting:
    """The files of one run that have not been settled; they are given as their names promise."""

    def __init__(self, offered: Iterable[Member]) -> None:
        known = tuple(offered)
        self._coming = Counter(_key(one) for one in known)
        self._clips = {one.id for one in known if one.kind in _VIDEOS}
        self._stills = {one.id for one in known} - self._clips
        self._ended: dict[_Key, dict[str, Member]] = {}
        self._unread: set[str] = set()

    def end(self, one: Member, *, read: bool) -> tuple[Settled, ...]:
        """Take a file that has come to its end, and return the items that are whole by it.

        ``read`` is false where nothing is known of it but its name.
        """
        key = _key(one)
        self._coming[key] -= 1
        together = self._ended.setdefault(key, {})
        together[one.id] = one
        if not read:
            self._unread.add(one.id)
        if self._coming[key]:
            return ()
        self._join_halves(together)
        items = [item for item in _items(together) if not self._may_grow(item, together)]
        for item in items:
            for file in item.files:
                del together[file]
            self._clips.difference_update(item.files)
            self._stills.difference_update(item.files)
        return tuple(items)

    def rest(self) -> tuple[Settled, ...]:
        """Return the items of all that still waits; nothing more will come."""
        left = {file: one for together in self._ended.values() for file, one in together.items()}
        self._ended.clear()
        return tuple(_items(left))

    def _join_halves(self, together: dict[str, Member]) -> None:
        """Count what could not be read as a half of the one live photo of its name."""
        contents = {one.content for one in together.values() if one.content}
        for one in tuple(together.values()):
            medium = one.kind not in {SIDECAR, _UNKNOWN}
            if len(contents) == 1 and one.id in self._unread and medium:
                together[one.id] = replace(one, content=next(iter(contents)))

    def _may_grow(self, item: Settled, together: Mapping[str, Member]) -> bool:
        members = [together[file] for file in item.files]
        if any(one.burst for one in members):
            return True
        halves = {one.id in self._clips for one in members if one.content}
        if halves == {False}:
            return bool(self._clips)
        return halves == {True} and bool(self._stills)


_Key = tuple[str | None, str]


def _key(one: Member) -> _Key:
    return one.folder, one.family


def items_of(
    offered: Sequence[Incoming | Skipped], said: Sequence[MetadataReport | None]
) -> dict[int, tuple[int, Role | None]]:
    """Return, of each file that is one of an item's several, who leads it and what this one is."""
    texts = sidecars(one for one in offered if isinstance(one, Incoming))
    pairs = zip(offered, said, strict=True)
    members = {
        str(place): member(str(place), one, report, text=one.shown in texts)
        for place, (one, report) in enumerate(pairs)
    }
    return {
        int(file): (int(item.lead), item.parts.get(file))
        for item in _items(members)
        for file in item.files
        if item.parts
    }


def _items(together: Mapping[str, Member]) -> Iterator[Settled]:
    taken: set[str] = set()
    for group in grouped(one for one in together.values() if one.kind != _UNKNOWN):
        taken.update((group.lead, *group.parts))
        yield Settled(group.lead, group.parts)
    for file in together:
        if file not in taken:
            yield Settled(file, {})
