"""What a second place may be given of an open vault: its files as they lie there, sealed.

A backup holds both sets, because a copy of one alone would tell which is in use.
Nothing here is decrypted; what was agreed between the vault and its backup is
sealed under the vault's own key.
"""

import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from storage.errors import DamagedVault, OtherVaultsHead, RolledBack
from storage.vault import boxes, creation, packing, statement, system
from storage.vault.joining import Joining
from storage.vault.keys import MasterKey
from storage.vault.locks import Locks
from storage.vault.statement import Statement
from storage.vault.writer import PART

_PURPOSE = "backup"
_HEADS = "custody head"


def unsealed(master: MasterKey, what: bytes, untrusted_box: bytes) -> bytes | None:
    """Return what a box of ``seal_for`` holds, None where it is another set's.

    Raises DamagedVault for one that was altered.
    """
    try:
        return master.unseal(_PURPOSE, untrusted_box, what)
    except boxes.NotThisKey:
        return None
    except boxes.BoxAltered as error:
        raise DamagedVault("what the backup lists was altered", part="backup") from error


@dataclass(frozen=True, slots=True)
class SealedBlob:
    """One blob's file; size in bytes as it lies there. ``ours`` where this set knows it."""

    id: str
    size: int
    ours: bool


@dataclass(frozen=True, slots=True)
class Position:
    """Where a set of books stands: its step counter and the last digest of its custody log."""

    counter: int
    custody: bytes


class Sealed(Joining):
    """The vault's files, sealed as they are."""

    folder: Path
    which: int
    """The number of the opened set, 0 or 1."""
    _locks: Locks

    def sealed_blobs(self) -> tuple[SealedBlob, ...]:
        """Return every blob that is there, of both sets, in the order of their ids."""
        with self._lock:
            ours = {blob for (blob,) in self._rows("SELECT id FROM records")}
            found = []
            for blob in self._blobs.names():
                with suppress(FileNotFoundError):  # deleted just now
                    size = self._blobs.path(blob).stat().st_size
                    found.append(SealedBlob(blob, size, blob in ours))
        return tuple(found)

    def knows(self, blob: str) -> bool:
        """Whether this set still lists a blob."""
        return self._knows(blob)

    def open_sealed(self, blob: str) -> BinaryIO:
        """Return a blob's file, encrypted as it is. Raises DamagedVault where it is gone."""
        with self._lock:
            self._opened()
            with system.disk(f"item {blob}"):
                return system.open_file(self._blobs.path(blob))

    def keys_sealed(self) -> bytes:
        """Return the key file as it is."""
        with self._lock:
            self._opened()
            return self._locks.file.pack()

    def position(self) -> Position:
        """Return where the books of this set stand now."""
        with self._lock:
            head = self._opened().head()
        return Position(head.counter, head.custody)

    @contextmanager
    def books_sealed(self) -> Iterator[BinaryIO]:
        """Give one file with the books of both sets, taken between two steps; gone afterwards.

        It lies among the blobs as an unfinished one: a crash leaves nothing that opening the
        vault would not take away.
        """
        name = secrets.token_hex(16)
        path = self._blobs.path(name).with_name(name + PART)
        with ExitStack() as undo:
            with system.disk("the vault's folder"):
                path.parent.mkdir(mode=0o700, exist_ok=True)
                file = undo.enter_context(system.create(path))
                undo.callback(_take_away, path)
                with self._lock:
                    self._opened().catch_up()
                    packing.pack([self.folder / name for name in creation.SETS], file)
                file.seek(0)
            yield file

    def seal_for(self, what: bytes, plain: bytes) -> bytes:
        """Return a box that only this set opens; ``what`` says what for, and is not in it."""
        return self._master.seal(_PURPOSE, plain, what)

    def unseal_for(self, what: bytes, untrusted_box: bytes) -> bytes | None:
        """Return what a box of ``seal_for`` holds, None where it is another set's.

        Raises DamagedVault for one that was altered.
        """
        return unsealed(self._master, what, untrusted_box)

    def export_head(self) -> bytes:
        """Return a signed statement of where the custody log stands, for somebody else to keep.

        That it was written is the log's last entry.
        """
        with self._lock:
            last = self.log("head exported", None, {})
            key = self._master.signer(_HEADS)
            return statement.make(key, last.sequence, last.digest, last.at)

    def check_head(self, untrusted: bytes) -> Statement:
        """Return what a statement says, if the log still contains it.

        Raises BadHead for what is no statement, OtherVaultsHead, or RolledBack where the log does
        not contain it: an older vault was put back, or the log was begun anew.
        """
        said = statement.read(untrusted)
        if said.vault != self._master.signer(_HEADS).public_key().public_bytes_raw().hex():
            raise OtherVaultsHead("another vault, or the other set, made this statement")
        self.check_custody()
        found = self._rows("SELECT digest FROM custody WHERE sequence = ?", said.sequence)
        if found != [(said.digest,)]:
            raise RolledBack("the log does not contain it", part="custody log", at=said.at)
        return said


def _take_away(path: Path) -> None:
    with system.disk("the vault's folder"):
        path.unlink(missing_ok=True)
