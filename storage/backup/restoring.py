"""A vault made again from a backup, verified against what its owner listed.

What is missing, altered or cannot be read there is named, and the rest is restored: a
damaged blob keeps those of its chunks that are whole. The keys are written last: until then
the folder is no vault, and a restore that was cut goes on where it stopped.
"""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from storage.backup import listing
from storage.backup.exporting import KEYS_MOST
from storage.backup.listing import Listing, Row
from storage.backup.place import BOOKS, KEYS, Place, blob_name, blob_of, found
from storage.errors import DamagedVault, DiskFailed, DiskFull, NotABackup, NotThere, StorageError
from storage.outlets.base import Store
from storage.progress import Tick, silent
from storage.vault import Finding, Restoration, Vault, system

_RESERVE = 16 << 20


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: blobs of both sets and their bytes, and what is not as it was listed.

    ``listed`` is false where only the vault's other set was ever backed up by its owner: then
    nothing but the vault's own check tells whether all is there.
    """

    blobs: int
    bytes: int
    listed: bool
    findings: tuple[Finding, ...]


def restore(store: Store, folder: Path, passphrase: str, tick: Tick = silent) -> Restored:
    """Make a vault in a new or empty folder, or go on with one that was cut.

    ``tick`` counts bytes. Raises NotABackup, WrongPassphrase, AlreadyExists, DiskFull.
    """
    return _Restore(Place(store, tick), folder, passphrase).run()


@dataclass(slots=True)
class _Restore:
    place: Place
    folder: Path
    passphrase: str
    findings: list[Finding] = field(default_factory=list)
    blobs: int = 0
    bytes: int = 0

    def run(self) -> Restored:
        there = self.place.names()
        try:
            keys = self.place.whole(KEYS, KEYS_MOST)
        except NotThere as error:
            raise NotABackup("there is no key file there") from error
        with Restoration(self.folder, keys, self.passphrase) as target:
            listed = self._read_list(target)
            rows = dict(listed.rows) if listed else {}
            self._missing(rows, there)
            self._blobs(target, {blob_of(name): size for name, size in there.items()}, rows)
            self._books(target, there.get(BOOKS))
            target.finish()
        self._open(listed)
        return Restored(self.blobs, self.bytes, listed is not None, tuple(self.findings))

    def _read_list(self, target: Restoration) -> Listing | None:
        try:
            data = self.place.whole(listing.NAME, listing.MOST)
            said = listing.read(data, target.which, target.unseal_for)
        except NotThere:
            self._find("backup-missing", "list of the backup")
            return None
        except DamagedVault:
            self._find("backup-altered", "list of the backup")
            return None
        if said is not None and not said.whole:
            self._find("backup-unfinished", "list of the backup")
        return said

    def _missing(self, rows: dict[str, Row], there: dict[str, int]) -> None:
        for blob in sorted(rows):
            if blob_name(blob) not in there:
                self._find("backup-missing", blob)

    def _blobs(
        self, target: Restoration, untrusted: dict[str | None, int], rows: dict[str, Row]
    ) -> None:
        sizes = {blob: size for blob, size in untrusted.items() if blob is not None}
        wanted = sum(size for blob, size in sizes.items() if target.size(blob) != size)
        free = target.free_space()
        if free < wanted + _RESERVE:
            raise DiskFull("the vault cannot fit there", needed=wanted + _RESERVE, free=free)
        self.place.total = wanted or 1
        for blob, size in sorted(sizes.items()):
            digest = self._here(target, blob, size) or self._fetched(target, blob, size)
            listed = rows.get(blob)
            if not digest or (listed is not None and listed != Row(size, digest)):
                self._find("backup-altered", blob)
            self.blobs += 1
            self.bytes += size

    def _here(self, target: Restoration, blob: str, size: int) -> str | None:
        """Return the digest of a blob that came back before a cut."""
        if target.size(blob) != size:
            return None
        with target.read(blob) as file:
            return self.place.digest_here(file)

    def _fetched(self, target: Restoration, blob: str, size: int) -> str:
        """Return the digest of a blob brought back, "" of one that has a bad place there.

        What stands before that place is kept. Going on later, it is tried again.
        """
        digest = hashlib.sha256()
        with target.blob(blob) as file:
            try:
                for part in self.place.parts(blob_name(blob), size):
                    digest.update(part)
                    system.write_all(file, part)
            except DiskFailed as error:
                self._require_there(error)
                return ""
        return digest.hexdigest()

    def _require_there(self, error: DiskFailed) -> None:
        """Raise an error of the place again, unless it can still be read: it was pulled out."""
        try:
            self.place.whole(KEYS, KEYS_MOST)
        except StorageError:
            raise error from None

    def _books(self, target: Restoration, size: int | None) -> None:
        """Bring the books back; without them the vault makes its own, from the blobs."""
        if size is None:
            self._find("backup-missing", "books of the backup")
            return
        try:
            with self.place.open(BOOKS) as file:
                target.books(file, size)
        except DamagedVault:
            target.no_books()
            self._find("backup-altered", "books of the backup")

    def _open(self, listed: Listing | None) -> None:
        """Open the vault, look at it, and have its custody log say where it came from."""
        with Vault.open(self.folder, self.passphrase) as vault:
            if listed is not None and vault.position().counter < listed.counter:
                self._find("backup-older", "books of the backup")
            known = {finding.item for finding in self.findings if finding.item}
            for finding in vault.check(deep=False):
                if finding.item is None or finding.item not in known:
                    self.findings.append(finding)
            facts = {"blobs": self.blobs, "findings": len(self.findings)}
            vault.log("restored", None, facts)

    def _find(self, code: str, what: str) -> None:
        self.findings.append(found(code, what))
