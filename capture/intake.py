"""DOOR: from a file that somebody offers to a sealed original.

All originals are sealed before the first is examined: the cable may be pulled,
and what is sealed is not lost. One file's trouble is that file's alone; the
rest of the import goes on, and each ends with one answer.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import BinaryIO

from capture import derive
from capture.errors import CaptureError, EmptyFile, UnknownKind, Unreadable
from capture.isolate import MediaPool
from capture.kinds import HEAD, MediaKind, sniff
from capture.progress import Tick
from capture.sources.folder import Incoming, Skipped, find
from storage.errors import StorageError
from storage.records import Derivative, Original, Provenance
from storage.vault import Vault

_CHUNK = 1 << 20


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
    failed), or why a sealed one has no cleaned copy.
    """

    source: str
    status: Status
    original: Original | None = None
    cleaned: Derivative | None = None
    error: CaptureError | StorageError | None = None


Told = Callable[[Taken], None]


def take_in(
    vault: Vault, pool: MediaPool, paths: Sequence[Path], tick: Tick, told: Told
) -> tuple[Taken, ...]:
    """Seal every photo and video at or below ``paths``, then examine and clean each.

    ``tick`` counts bytes twice, once sealed and once examined; ``told`` hears each file's end.
    Errors of single files are in their ``Taken``. A cancel leaves what is sealed sealed.
    """
    found = tuple(find(paths))
    progress = _Progress(tick, 2 * sum(item.size for item in found if isinstance(item, Incoming)))
    sealed = [_seal_one(vault, offered, progress, told) for offered in found]
    return tuple(
        _prepare_one(vault, pool, taken, progress, told) if taken.original else taken
        for taken in sealed
    )


class _Progress:
    """One count of bytes over many files."""

    def __init__(self, tick: Tick, total: int) -> None:
        self._tick = tick
        self._total = total
        self._before = 0
        self._within = 0

    def within(self, done: int, _total: int) -> None:
        """Report progress inside the present file; a second pass over it never goes back."""
        self._within = max(self._within, done)
        self._tick(min(self._before + self._within, self._total), self._total)

    def next(self, size: int) -> None:
        """Count the present file as done, whatever its ticks said."""
        self._before += size
        self._within = 0
        self.within(0, 0)


def _seal_one(vault: Vault, offered: Incoming | Skipped, progress: _Progress, told: Told) -> Taken:
    if isinstance(offered, Skipped):
        taken = Taken(offered.shown, Status.FAILED, error=offered.error)
    else:
        taken = _seal(vault, offered, progress)
        progress.next(offered.size if taken.original else 2 * offered.size)
    if taken.original is None:
        told(taken)
    return taken


def _seal(vault: Vault, offered: Incoming, progress: _Progress) -> Taken:
    try:
        with offered.open() as stream:
            kind = _kind(stream)
            original, status = _store(vault, offered, stream, kind, progress)
    except (EmptyFile, UnknownKind) as error:
        return Taken(offered.shown, Status.REFUSED, error=error)
    except (CaptureError, StorageError) as error:
        return Taken(offered.shown, Status.FAILED, error=error)
    return Taken(offered.shown, status, original)


def _kind(stream: BinaryIO) -> MediaKind:
    untrusted_head = _read(stream, HEAD)
    stream.seek(0)
    if not untrusted_head:
        raise EmptyFile
    kind = sniff(untrusted_head)
    if kind is None:
        raise UnknownKind
    return kind


def _store(
    vault: Vault, offered: Incoming, stream: BinaryIO, kind: MediaKind, progress: _Progress
) -> tuple[Original, Status]:
    draft = vault.draft(offered.size)
    kept = False
    try:
        while chunk := _read(stream, _CHUNK):
            draft.write(chunk)
            progress.within(draft.size, offered.size)
        known = vault.find(draft.sha256)
        if known is not None:
            return known, Status.ALREADY_SEALED
        provenance = Provenance("folder", offered.name, offered.modified_at)
        original = vault.keep_original(draft, kind.value, provenance)
        kept = True
    finally:
        if not kept:
            draft.discard()
    return original, Status.SEALED


def _read(stream: BinaryIO, count: int) -> bytes:
    try:
        return stream.read(count)
    except OSError as error:
        raise Unreadable(reason="device") from error


def _prepare_one(
    vault: Vault, pool: MediaPool, taken: Taken, progress: _Progress, told: Told
) -> Taken:
    if taken.original is None:
        return taken
    done = _prepared(vault, pool, taken, taken.original, progress)
    progress.next(taken.original.size)
    told(done)
    return done


def _prepared(
    vault: Vault, pool: MediaPool, taken: Taken, original: Original, progress: _Progress
) -> Taken:
    existing = vault.derivatives(original.id)
    if existing:
        return Taken(taken.source, taken.status, original, existing[0])
    try:
        cleaned = derive.prepare(vault, pool, original.id, progress.within)
    except (CaptureError, StorageError) as error:
        return Taken(taken.source, taken.status, original, error=error)
    return Taken(taken.source, taken.status, original, cleaned)
