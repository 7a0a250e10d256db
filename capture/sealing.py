"""DOOR: from one file that a source offers to a sealed original.

Bytes go from the source into an encrypted draft and nowhere else. What came
whole is sealed; what did not (a pulled cable, a stall, fewer or more bytes than
the source said) leaves nothing. What is sealed already is told by its content,
and read without being written where its name, size and time say that it may be.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from capture.errors import CaptureError, EmptyFile, UnknownKind, Unreadable
from capture.kinds import HEAD, sniff
from capture.progress import Tick
from capture.sources import ahead
from capture.sources.base import About, Incoming, Skipped
from capture.sources.clock import clock_error
from capture.sources.groups import SIDECAR
from storage.errors import StorageError
from storage.records import Derivative, Original, Provenance
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
        if (offered.name, offered.size, offered.modified_at) in self._seen:
            known = self._vault.find(self._digest(offered, tick))
            if known is not None:
                return known, False
        return self._store(offered, tick, sidecar=sidecar)

    def _digest(self, offered: Incoming, tick: Tick) -> str:
        digest = hashlib.sha256()
        for chunk in self._read(offered, tick):
            digest.update(chunk)
        return digest.hexdigest()

    def _store(self, offered: Incoming, tick: Tick, *, sidecar: bool) -> tuple[Original, bool]:
        draft = self._vault.draft(offered.size)
        kept = False
        try:
            kind = SIDECAR if sidecar else ""
            for chunk in self._read(offered, tick):
                kind = kind or _kind(chunk)
                draft.write(chunk)
            known = self._vault.find(draft.sha256)
            if known is not None:
                return known, False
            original = self._vault.keep_original(draft, kind, self._provenance(offered))
            kept = True
        finally:
            if not kept:
                draft.discard()
        self._seen.add(_looks(original))
        return original, True

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
