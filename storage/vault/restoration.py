"""A vault's folder made again from its sealed files, wherever they come from.

The keys are written last: until then the folder is no vault. A file says whose
files these are, so that a restore that was cut goes on, and no other one does.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Self

from storage.errors import AlreadyExists, DamagedVault, NotAVault
from storage.vault import creation, keyring, packing, slots, system
from storage.vault.blobs import is_id
from storage.vault.keys import MasterKey
from storage.vault.sealed import unsealed
from storage.vault.system import FolderLock
from storage.vault.writer import PART

MARK = "restoring"
_WHOSE = slice(0, 52)


class Restoration:
    """A folder that is becoming a vault again; a context manager, so that it is let go of."""

    def __init__(self, folder: Path, untrusted_keys: bytes, passphrase: str) -> None:
        """Try the passphrase, before anything is made. Raises WrongPassphrase or DamagedVault."""
        try:
            self._keys, sound = slots.parse(untrusted_keys)
        except NotAVault as error:
            raise DamagedVault("the keys in the backup are damaged", part="keys.bin") from error
        _, access = self._keys.find(self._keys.stretch(passphrase))
        if not sound:
            raise DamagedVault("the keys in the backup are damaged", part="keys.bin")
        self.which = access.which
        self._whose = untrusted_keys[_WHOSE]
        self._master = MasterKey(access.master)
        self._folder = folder
        self._lock: FolderLock | None = None

    def __enter__(self) -> Self:
        """Make the folder or go on in it. Raises AlreadyExists where it is something else's."""
        with system.disk("the vault's folder"):
            self._refuse_if_used()
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock = FolderLock(self._folder / creation.LOCK)
            try:
                self._make_folders()
            except BaseException:
                self._lock.release()
                raise
        return self

    def _make_folders(self) -> None:
        self._refuse_if_used()
        system.replace(self._folder / MARK, self._whose)
        for name in (creation.BLOBS, *creation.SETS):
            (self._folder / name).mkdir(mode=0o700, exist_ok=True)

    def __exit__(self, *_: object) -> None:
        self._master.close()
        if self._lock is not None:
            self._lock.release()

    def _refuse_if_used(self) -> None:
        names = {entry.name for entry in self._folder.iterdir()} if self._folder.exists() else set()
        mark = self._folder / MARK
        goes_on = MARK in names and system.read_all(mark, len(self._whose) + 1) == self._whose
        rest = names - {MARK, f"{MARK}.new", creation.LOCK}
        if (rest and not goes_on) or keyring.there(self._folder):
            raise AlreadyExists("the folder is not empty")

    def unseal_for(self, what: bytes, untrusted_box: bytes) -> bytes | None:
        """Return what a box of the vault's holds, None where it is the other set's."""
        return unsealed(self._master, what, untrusted_box)

    def free_space(self) -> int:
        """Return how many bytes can still be written there."""
        with system.disk("the vault's folder"):
            return system.free_space(self._folder)

    def size(self, blob: str) -> int | None:
        """Return the bytes of a blob that came back already, None for one that did not."""
        path = self._path(blob)
        return path.stat().st_size if path.is_file() else None

    def read(self, blob: str) -> BinaryIO:
        """Return a blob that came back already, encrypted as it is."""
        with system.disk(f"item {blob}"):
            return system.open_file(self._path(blob))

    @contextmanager
    def blob(self, blob: str) -> Iterator[BinaryIO]:
        """Give a file that is the blob's, whole and on the disk, if the block ends well."""
        path = self._path(blob)
        with system.disk(f"item {blob}"):
            path.parent.mkdir(mode=0o700, exist_ok=True)
            part = path.with_name(blob + PART)
            part.unlink(missing_ok=True)
            try:
                with system.create(part) as file:
                    yield file
                    system.sync(file)
                system.put_in_place(part, path)
                system.sync_folder(path.parent)
            finally:
                part.unlink(missing_ok=True)

    def books(self, untrusted: BinaryIO, length: int) -> None:
        """Write the books of both sets from a packed file. Raises DamagedVault."""
        homes = [self._folder / name for name in creation.SETS]
        packing.unpack(untrusted, length, homes)
        with system.disk("the vault's folder"):
            for home in homes:
                system.sync_folder(home)

    def no_books(self) -> None:
        """Take away what came of books that were damaged: the vault makes its own anew."""
        with system.disk("the vault's folder"):
            for home in creation.SETS:
                for name in packing.NAMES:
                    (self._folder / home / name).unlink(missing_ok=True)

    def finish(self) -> None:
        """Make the folder a vault: from now on it opens."""
        with system.disk("the vault's folder"):
            system.sync_folder(self._folder / creation.BLOBS)
            keyring.store(self._folder, self._keys)
            (self._folder / MARK).unlink(missing_ok=True)
            system.sync_folder(self._folder)

    def _path(self, blob: str) -> Path:
        if not is_id(blob):
            raise DamagedVault("that is no blob's name", part="backup")
        return self._folder / creation.BLOBS / blob[:2] / blob


def settled(folder: Path) -> None:
    """Take away what a crash left: the mark of a restore, and files that never replaced another.

    What stands in such a file may be keys, so it is overwritten first.
    """
    with system.disk("the vault's folder"):
        (folder / MARK).unlink(missing_ok=True)
        for home in (folder, *(folder / name for name in creation.SETS)):
            for name in (MARK, creation.GUARD, *keyring.COPIES, *packing.NAMES):
                system.erase(home / f"{name}.new")
