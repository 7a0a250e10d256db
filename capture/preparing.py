"""DOOR: the second round of an import: what was sealed is examined, cleaned and put together.

Several originals at a time, each in a child of its own; one's trouble is that one's alone.
At the end, what belongs together is put together as one item, by what the files say.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from capture import derive
from capture.errors import CaptureError
from capture.isolate import MediaPool
from capture.kinds import MediaKind
from capture.progress import Tick, Together
from capture.sealing import Taken, Told, bare
from capture.sources import mutations
from capture.sources.groups import SIDECAR, Member, burst_of, content_of, grouped
from storage.errors import StorageError
from storage.records import Derivative, Original
from storage.vault import Vault


def prepare_all(
    vault: Vault,
    pool: MediaPool,
    sealed: Sequence[Taken],
    progress: Together,
    told: Told,
    *,
    pause: Callable[[], bool] = lambda: False,
) -> tuple[Taken, ...]:
    """Examine and clean every original once, several at a time; ``told`` hears them in order.

    ``progress`` counts each as the part of its place in ``sealed``, after as many other parts.
    Once ``pause`` says so no more are begun, and only the first of them are returned.
    """
    futures: dict[str, Future[_Prepared]] = {}
    ended: list[Taken] = []
    with ThreadPoolExecutor(pool.workers) as threads:
        for number, taken in enumerate(sealed, len(sealed)):
            original = taken.original
            if original is not None and original.id not in futures:
                tick = progress.part(number, original.size)
                futures[original.id] = threads.submit(_prepared, vault, pool, original, tick)
        try:
            for number, taken in enumerate(sealed, len(sealed)):
                if pause() and taken.original and futures[taken.original.id].cancel():
                    break
                ended.append(_ended(taken, number, futures, progress, told))
        finally:
            for future in futures.values():
                future.cancel()
    return tuple(ended)


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
        return None, bare(error)


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
    mine = (_named(one.original, folders[one.original.id]) for one in ended if one.original)
    families = {member.family for member in mine}
    leads = ((one, _named(one, folders.get(one.id))) for one in vault.leads())
    asked = [pair for pair in leads if pair[0].id in folders or pair[1].family in families]
    namesakes = Counter(member.family for _, member in asked)
    clips = any(original.kind in _APPLE_CLIPS for original, _ in asked)

    def member(original: Original, named: Member) -> Member:
        alone = namesakes[named.family] == 1
        new_still = original.id in folders and original.kind in _STILLS  # of a burst, perhaps
        asks = not alone or new_still or (clips and original.kind in _LIVE)
        return _examined(vault, named) if asks else named

    return tuple(member(*pair) for pair in asked)


_APPLE_CLIPS = frozenset((MediaKind.MOV.value, MediaKind.MP4.value))
_STILLS = frozenset((MediaKind.HEIF.value, MediaKind.JPEG.value))
_LIVE = _APPLE_CLIPS | _STILLS


def _named(original: Original, folder: str | None) -> Member:
    """Return an original as a member, by its name and where it lay, as far as that is known."""
    said = original.provenance
    of = mutations.asset(folder or str(PurePosixPath("/", said.path or "").parent))
    known = folder if of is None or folder is None else of.folder
    return Member(original.id, said.name, known, original.kind, edit_of=of.stem if of else None)


def _examined(vault: Vault, member: Member) -> Member:
    """Return a member with what its report says, which is read only where it may decide."""
    report: Mapping[str, Any] = vault.report(member.id) or {}
    traces = report.get("traces") or ()
    return replace(
        member,
        taken_at=(report.get("facts") or {}).get("taken_at"),
        content=content_of(traces),
        burst=burst_of(traces),
    )
