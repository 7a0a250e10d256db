"""DOOR: from one file that a source offers to a sealed original.

Bytes go from the source into an encrypted draft and nowhere else. What came
whole is sealed; what did not (a pulled cable, a stall, fewer or more bytes than
the source said) leaves nothing. What is sealed already is told by its content,
and read without being written where its name, size and time say that it may be.
"""

import hashlib
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import Enum
from typing import Self, TypeVar

from capture.errors import CaptureError, EmptyFile, UnknownKind, Unreadable
from capture.kinds import HEAD, sniff
from capture.progress import Tick
from capture.sources import ahead
from capture.sources.base import About, Incoming, Skipped
from capture.sources.clock import clock_error
from capture.sources.groups import SIDECAR
from capture.sources.returning import Returning
from storage.errors import StorageError
from storage.records import Derivative, Original, Provenance
from storage.vault import Draft, Vault

_KEPT_BESIDE = 8


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


@dataclass(frozen=True, slots=True)
class Whole:
    """A file that came whole, in a draft that is not kept yet."""

    draft: Draft
    kind: str
    provenance: Provenance


class Sealing:
    """Seals what one source offers; it knows what the vault held when it began."""

    def __init__(self, vault: Vault, about: About, *, keep_device: bool) -> None:
        """Take note of what is sealed already, by name, size and time.

        ``keep_device`` has the device's name and model written down with what came from it.
        """
        self._vault = vault
        self._about = about
        self._device = about.device if keep_device else None
        self._clock_error = clock_error()
        self._seen = {_looks(original) for original in vault.originals()}

    def seal(self, offered: Incoming, tick: Tick, *, sidecar: bool) -> tuple[Original, bool]:
        """Return the original, and whether it is new.

        ``tick`` counts bytes. Raises EmptyFile, UnknownKind, Unreadable or StorageError, with
        nothing kept.
        """
        return self.keep(self.take(offered, tick, sidecar=sidecar))

    def take(self, offered: Incoming, tick: Tick, *, sidecar: bool) -> "Whole | Original":
        """Read a file into a draft, to be kept; or return the original that it is already.

        Raises as ``seal`` does, with nothing left.
        """
        if (offered.name, offered.size, offered.modified_at) in self._seen:
            known = self._vault.find(self._digest(offered, tick))
            if known is not None:
                return known
        draft = self._vault.draft(offered.size)
        whole = None
        try:
            kind = SIDECAR if sidecar else ""
            for chunk in self._read(offered, tick):
                kind = kind or _kind(chunk)
                draft.write(chunk)
            whole = Whole(draft, kind, self._provenance(offered))
        finally:
            if whole is None:
                draft.discard()
        return whole

    def keep(self, taken: "Whole | Original") -> tuple[Original, bool]:
        """Keep what was taken, on the disk when this returns; and say whether it is new.

        What has the content of something that is sealed is not kept twice. Raises StorageError.
        """
        if isinstance(taken, Original):
            return taken, False
        draft = taken.draft
        try:
            original = self._vault.keep_original(draft, taken.kind, taken.provenance)
        finally:
            draft.discard()  # which does nothing to what was kept
        self._seen.add(_looks(original))
        return original, original.id == draft.id

    def _digest(self, offered: Incoming, tick: Tick) -> str:
        digest = hashlib.sha256()
        for chunk in self._read(offered, tick):
            digest.update(chunk)
        return digest.hexdigest()

    def _read(self, offered: Incoming, tick: Tick) -> Iterator[bytes]:
        """Yield the bytes, as many as the source said. Raises Unreadable where it gives others."""
        done = 0

        def waiting() -> None:
            tick(done, offered.size)

        for chunk in ahead.chunks(offered.open, waiting):
            done += len(chunk)
            if done > offered.size:
                raise Unreadable(reason="other-size")
            yield chunk
            tick(done, offered.size)
        if not done:
            raise EmptyFile
        if done < offered.size and offered.exact:
            raise Unreadable(reason="other-size")

    def _provenance(self, offered: Incoming) -> Provenance:
        root = self._about.root
        path = None if root is None else offered.shown.removeprefix(root).lstrip("/\\")
        return Provenance(
            self._about.kind,
            offered.name,
            offered.modified_at,
            path,
            self._device,
            self._clock_error,
        )


def _looks(original: Original) -> tuple[str, int, str | None]:
    return original.provenance.name, original.size, original.provenance.modified_at


def _kind(untrusted_first: bytes) -> str:
    kind = sniff(untrusted_first[:HEAD])
    if kind is None:
        raise UnknownKind
    return kind.value


def seal_one(sealing: Sealing, offered: Incoming | Skipped, tick: Tick, *, sidecar: bool) -> Taken:
    """Seal one file, the first round of an import; its trouble is in the answer."""
    return _ended(sealing, offered, _taken(sealing, offered, tick, sidecar=sidecar))


class Sealer:
    """Seals file after file: while one is read, those before it are kept by a thread of its own.

    The disk is waited for at each file, several times; whoever reads need not wait with it.
    """

    def __init__(self, sealing: Sealing, source: Returning) -> None:
        """Seal what ``source`` gives, which may go away and come back."""
        self._sealing = sealing
        self._source = source
        self._keeper = ThreadPoolExecutor(1)
        self._kept: deque[Future[Taken]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._keeper.shutdown()

    def seal(self, offered: Incoming | Skipped, tick: Tick, *, sidecar: bool) -> Iterator[Taken]:
        """Take a file, and give those files that have come to their end meanwhile, in order."""
        taken = self._taken(offered, tick, sidecar=sidecar)
        self._kept.append(self._keeper.submit(_ended, self._sealing, offered, taken))
        while self._kept and (len(self._kept) > _KEPT_BESIDE or self._kept[0].done()):
            yield self._kept.popleft().result()

    def _taken(self, offered: Incoming | Skipped, tick: Tick, *, sidecar: bool) -> "_Got":
        """Read a file, again where its source was gone and came back."""
        if isinstance(offered, Skipped):
            return offered.error
        if self._source.given_up is not None:
            return self._source.given_up
        taken = _taken(self._sealing, offered, tick, sidecar=sidecar)
        while isinstance(taken, Unreadable) and self._source.again(offered, taken):
            taken = _taken(self._sealing, offered, tick, sidecar=sidecar)
        if isinstance(taken, Whole | Original):
            self._source.came(offered)
        return taken

    def rest(self) -> Iterator[Taken]:
        """Give the ends of the files that are still being kept."""
        while self._kept:
            yield self._kept.popleft().result()


_Got = Whole | Original | CaptureError | StorageError


def _taken(sealing: Sealing, offered: Incoming | Skipped, tick: Tick, *, sidecar: bool) -> _Got:
    if isinstance(offered, Skipped):
        return offered.error
    try:
        return sealing.take(offered, tick, sidecar=sidecar)
    except (CaptureError, StorageError) as error:
        return bare(error)


_Error = TypeVar("_Error", bound=BaseException)


def bare(error: _Error) -> _Error:
    """Return an error that is kept in an answer, without the frames of those that it passed.

    They hold bytes of the file, and the thread that reads it, for as long as the answer is kept.
    """
    cause: BaseException | None = error
    while cause is not None:
        cause.__traceback__ = None
        cause = cause.__cause__ or cause.__context__
    return error


def _ended(sealing: Sealing, offered: Incoming | Skipped, got: _Got) -> Taken:
    """Keep what was got, and say how that ended."""
    at_source = offered if isinstance(offered, Incoming) else None
    if isinstance(got, Whole | Original):
        try:
            original, new = sealing.keep(got)
        except StorageError as error:
            got = bare(error)
        else:
            status = Status.SEALED if new else Status.ALREADY_SEALED
            return Taken(offered.shown, status, original, offered=at_source)
    refused = isinstance(got, EmptyFile | UnknownKind)
    status = Status.REFUSED if refused else Status.FAILED
    return Taken(offered.shown, status, error=got, offered=at_source)
