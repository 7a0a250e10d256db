"""DOOR: from a file that somebody offers to a sealed original.

All originals are sealed before the first is examined: the cable may be pulled,
and what is sealed is not lost. One file's trouble is that file's alone; the
rest of the import goes on, and each ends with one answer. At the end, what
belongs together is put together as one item, by what the files say.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import partial
from typing import Any

from capture import derive
from capture.errors import CaptureError, EmptyFile, UnknownKind
from capture.isolate import MediaPool
from capture.kinds import MediaKind
from capture.progress import Tick, Together
from capture.sealing import Sealing
from capture.sources import ahead
from capture.sources.base import Incoming, Skipped, Source
from capture.sources.groups import (
    SIDECAR,
    Member,
    burst_of,
    content_of,
    family,
    grouped,
    sidecars,
)
from storage.errors import StorageError
from storage.records import Derivative, Original
from storage.vault import Vault


class Status(Enum):
    """How one file's import ended."""

    SEALED = "sealed"
    ALREADY_SEALED = "already-sealed"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one offered file.

    ``source`` is how the person named it. ``error`` says why there is no original (refused,
    failed), or why a sealed one has no cleaned copy. ``offered`` is the file at its source.
    """

    source: str
    status: Status
    original: Original | None = None
    cleaned: Derivative | None = None
    error: CaptureError | StorageError | None = None
    offered: Incoming | None = field(default=None, repr=False)


Told = Callable[[Taken], None]

_BETWEEN_TICKS = 64


def take_in(
    vault: Vault,
    pool: MediaPool,
    source: Source,
    tick: Tick,
    told: Told,
    *,
    keep_device: bool = False,
) -> tuple[Taken, ...]:
    """Seal every photo and video that a source offers, then examine and clean each.

    ``tick`` counts bytes twice, once sealed and once examined; ``told`` hears each file's end.
    ``keep_device`` has the device's name kept with what came from it. Errors of single files are
    in their ``Taken``. A cancel leaves what is sealed sealed. Raises Unreadable where the source
    as a whole cannot be reached.
    """
    found = listed(source, tick)
    sizes = [item.size if isinstance(item, Incoming) else 0 for item in found]
    progress = Together(tick, 2 * sum(sizes))
    texts = sidecars(item for item in found if isinstance(item, Incoming))
    sealing = Sealing(vault, source.about, keep_device=keep_device)
    sealed = []
    for number, offered in enumerate(found):
        tick_one = progress.part(number, sizes[number])
        taken = seal_one(sealing, offered, tick_one, sidecar=offered.shown in texts)
        progress.end(number, sizes[number] * (1 if taken.original else 2))
        if taken.original is None:
            told(taken)
        sealed.append(taken)
    ended = _prepare_all(vault, pool, sealed, progress, told)
    lay = {item.shown: item.folder for item in found if isinstance(item, Incoming)}
    put_together(vault, ended, lay)
    return ended


def listed(source: Source, tick: Tick) -> tuple[Incoming | Skipped, ...]:
    """Return all that a source offers. Raises Unreadable where it cannot be reached.

    ``tick`` is called with zeros, so that a listing which takes minutes can be stopped.
    """
    found = []
    for number, offered in enumerate(ahead.offered(source, partial(tick, 0, 0))):
        if number % _BETWEEN_TICKS == 0:
            tick(0, 0)
        found.append(offered)
    return tuple(found)


def examine(
    vault: Vault,
    pool: MediaPool,
    sealed: Sequence[Taken],
    tick: Tick,
    told: Told,
    *,
    lay: Mapping[str, str],
) -> tuple[Taken, ...]:
    """Do the second round alone, over files that ``seal_one`` took as they came.

    ``lay`` is the folder of each file by its ``source``; ``tick`` counts bytes, ``told`` hears each
    file's end.
    """
    sizes = (taken.original.size for taken in sealed if taken.original is not None)
    progress = Together(tick, sum(sizes))
    for taken in sealed:
        if taken.original is None:
            told(taken)
    ended = _prepare_all(vault, pool, sealed, progress, told)
    put_together(vault, ended, lay)
    return ended


def seal_one(sealing: Sealing, offered: Incoming | Skipped, tick: Tick, *, sidecar: bool) -> Taken:
    """Seal one file, the first round of an import; its trouble is in the answer."""
    if isinstance(offered, Skipped):
        return Taken(offered.shown, Status.FAILED, error=offered.error)
    try:
        original, new = sealing.seal(offered, tick, sidecar=sidecar)
    except (EmptyFile, UnknownKind) as error:
        return Taken(offered.shown, Status.REFUSED, error=error, offered=offered)
    except (CaptureError, StorageError) as error:
        return Taken(offered.shown, Status.FAILED, error=error, offered=offered)
    status = Status.SEALED if new else Status.ALREADY_SEALED
    return Taken(offered.shown, status, original, offered=offered)


def _prepare_all(
    vault: Vault, pool: MediaPool, sealed: Sequence[Taken], progress: Together, told: Told
) -> tuple[Taken, ...]:
    """Examine and clean every original once, several at a time; ``told`` hears them in order."""
    futures: dict[str, Future[_Prepared]] = {}
    with ThreadPoolExecutor(pool.workers) as threads:
        for number, taken in enumerate(sealed, len(sealed)):
            original = taken.original
            if original is not None and original.id not in futures:
                tick = progress.part(number, original.size)
                futures[original.id] = threads.submit(_prepared, vault, pool, original, tick)
        try:
            return tuple(
                _ended(taken, number, futures, progress, told)
                for number, taken in enumerate(sealed, len(sealed))
            )
        finally:
            for future in futures.values():
                future.cancel()


_Prepared = tuple[Derivative | None, CaptureError | StorageError | None]


def _prepared(vault: Vault, pool: MediaPool, original: Original, tick: Tick) -> _Prepared:
    if original.kind == SIDECAR:
        return None, None  # a text about a medium: it is kept, never shown and never let out
    existing = vault.derivatives(original.id)
    if existing:
        return existing[0], None
    try:
        return derive.prepare(vault, pool, original.id, tick), None
    except (CaptureError, StorageError) as error:
        return None, error


def _ended(
    taken: Taken,
    number: int,
    futures: Mapping[str, Future[_Prepared]],
    progress: Together,
    told: Told,
) -> Taken:
    if taken.original is None:
        return taken
    cleaned, error = futures[taken.original.id].result()
    done = replace(taken, cleaned=cleaned, error=error)
    progress.end(number, taken.original.size, partial(told, done))
    return done


def put_together(vault: Vault, ended: Sequence[Taken], lay: Mapping[str, str]) -> None:
    """Keep which of these originals, and of those sealed earlier, are one item.

    ``lay`` is the folder of each file. An item that somebody took apart stays so.
    """
    for group in grouped(_members(vault, ended, lay)):
        if any(entry.event == "taken apart" for entry in vault.custody(group.lead)):
            continue
        parts = {item: role.value for item, role in group.parts.items() if not vault.parts(item)}
        if parts:
            vault.group(group.lead, parts)


def _members(vault: Vault, ended: Sequence[Taken], lay: Mapping[str, str]) -> tuple[Member, ...]:
    """Return the originals of this import, and earlier ones that have the same family of names."""
    folders = {taken.original.id: lay.get(taken.source) for taken in ended if taken.original}
    families = {family(taken.original.provenance.name) for taken in ended if taken.original}
    asked = [
        original
        for original in vault.leads()
        if original.id in folders or family(original.provenance.name) in families
    ]
    namesakes = Counter(family(original.provenance.name) for original in asked)
    clips = any(original.kind in _APPLE_CLIPS for original in asked)

    def member(original: Original) -> Member:
        alone = namesakes[family(original.provenance.name)] == 1
        new_still = original.id in folders and original.kind in _STILLS  # of a burst, perhaps
        asks = not alone or new_still or (clips and original.kind in _LIVE)
        return _member(vault, original, folders.get(original.id), said=asks)

    return tuple(map(member, asked))


_APPLE_CLIPS = frozenset((MediaKind.MOV.value, MediaKind.MP4.value))
_STILLS = frozenset((MediaKind.HEIF.value, MediaKind.JPEG.value))
_LIVE = _APPLE_CLIPS | _STILLS


def _member(vault: Vault, original: Original, folder: str | None, *, said: bool) -> Member:
    """Return an original as a member; its report is read only where it may decide something."""
    report: Mapping[str, Any] = (vault.report(original.id) if said else None) or {}
    traces = report.get("traces") or ()
    return Member(
        original.id,
        original.provenance.name,
        folder,
        original.kind,
        (report.get("facts") or {}).get("taken_at"),
        content_of(traces),
        burst_of(traces),
    )
