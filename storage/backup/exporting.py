"""A second place for a vault's sealed files: what changed is sent, and what is sent is read back.

    keys          the key file, so that a passphrase opens the rest
    list          what there must be (``storage/backup/listing.py``)
    books         the books of both sets (``storage/vault/packing.py``)
    blobs/xx/ID   the blobs, as they lie in the vault

Order: keys, blobs, books, list, and only then is taken away what the witness deleted. Cut
anywhere, the place holds a backup that restores: the earlier one, or more of this one.
"""

import secrets
from dataclasses import dataclass, field, replace

from storage.backup import listing
from storage.backup.listing import Listing, Row
from storage.backup.place import BOOKS, KEYS, Place, blob_name, found
from storage.errors import AlreadyExists, DamagedVault, DiskFailed, DiskFull, NotThere
from storage.outlets.base import Store
from storage.progress import Tick, silent
from storage.vault import Finding, SealedBlob, Vault, system

KEYS_MOST = 4096
_NAME_OF_VAULT = slice(0, 52)
"""What of a key file never changes: its costs and its salt."""

_ROUNDS = "backup:"
"""How the settings begin that say how often a backup was listed."""

_CHECKPOINT = 256 << 20
_RESERVE = 1 << 20


@dataclass(frozen=True, slots=True)
class Exported:
    """What a backup holds now, and what was done for it.

    ``blobs`` of this set; ``sent`` files and ``sent_bytes``; ``removed`` blobs that were deleted
    here. ``findings`` name what the place had lost or altered (it was sent again), and what could
    not be read here.
    """

    backup: str
    blobs: int
    sent: int
    sent_bytes: int
    removed: int
    findings: tuple[Finding, ...]


def export(vault: Vault, store: Store, *, deep: bool = False, tick: Tick = silent) -> Exported:
    """Bring a backup to where the vault is; run again after a cut, it goes on.

    ``deep`` reads back everything that is there already, too. ``tick`` counts bytes sent and read
    back. Raises AlreadyExists where the place holds anything else, DiskFull before anything is
    sent where it cannot fit, BackupNotKept where what is read back is not what was sent.
    """
    return _Export(vault, Place(store, tick), deep).run()


@dataclass(slots=True)
class _Export:
    """One round; ``rows`` are what is known to be there, ``there`` the sizes it tells of."""

    vault: Vault
    place: Place
    deep: bool
    findings: list[Finding] = field(default_factory=list)
    there: dict[str, int] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)
    unlisted: int = 0

    def run(self) -> Exported:
        self.there = self.place.names()
        self._refuse_strangers()
        before = self._read_list()
        self.rows = dict(before.rows) if before else {}
        sending, comparing = self._plan()
        self._refuse_unless_fits(sending)
        sizes = (2 * sum(blob.size for blob in sending), sum(blob.size for blob in comparing))
        self.place.total = sum(sizes) or 1
        now = _next(before)
        self.place.put_bytes(KEYS, self.vault.keys_sealed())
        for blob in comparing:
            self._compare(blob)
        for blob in sending:
            self._send(blob)
            if self.unlisted > _CHECKPOINT:
                self._put_list(now)
        return self._finished(now)

    def _refuse_strangers(self) -> None:
        """Refuse a place that holds other files, or another vault's backup."""
        if KEYS in self.there:
            keys = self.place.whole(KEYS, KEYS_MOST)
            if keys[_NAME_OF_VAULT] != self.vault.keys_sealed()[_NAME_OF_VAULT]:
                raise AlreadyExists("another vault's backup is there", reason="other-backup")
        elif self.there:
            raise AlreadyExists("there are other files there", reason="not-a-backup")

    def _read_list(self) -> Listing | None:
        try:
            data = self.place.whole(listing.NAME, listing.MOST)
            said = listing.read(data, self.vault.which, self.vault.unseal_for)
        except NotThere:
            return None
        except DamagedVault:
            self._find("backup-altered", "list of the backup")
            return None
        if said is not None:
            last = int(self.vault.settings(_ROUNDS).get(_ROUNDS + said.backup, 0))
            if said.round < last:
                self._find("backup-older", "list of the backup")
        return said

    def _plan(self) -> tuple[list[SealedBlob], list[SealedBlob]]:
        """Return which blobs are to be sent, and which of those that are there to be compared."""
        sending, comparing = [], []
        for blob in self.vault.sealed_blobs():
            listed, size = self.rows.get(blob.id), self.there.get(blob_name(blob.id))
            if listed is not None and size != listed.size:
                self._find("backup-missing" if size is None else "backup-altered", blob.id)
            if size != blob.size:
                sending.append(blob)
            elif self.deep or (blob.ours and listed is None):
                comparing.append(blob)
        return sending, comparing

    def _refuse_unless_fits(self, sending: list[SealedBlob]) -> None:
        free = self.place.free()
        needed = sum(blob.size for blob in sending) + _RESERVE
        if free is not None and free < needed:
            raise DiskFull("the backup cannot fit there", needed=needed, free=free)

    def _send(self, blob: SealedBlob) -> None:
        digest = self._digest_here(blob)
        if digest is None:
            return
        with self.vault.open_sealed(blob.id) as file:
            self.place.put(blob_name(blob.id), file, digest)
        self._keep(blob, digest)
        self.unlisted += blob.size

    def _compare(self, blob: SealedBlob) -> None:
        """Look whether what is there is what is here; what is not is sent, if it is whole here."""
        digest = self._digest_here(blob)
        there = self.place.digest(blob_name(blob.id), blob.size)
        listed = self.rows.get(blob.id)
        if digest is None or digest == there:
            if digest is not None:
                self._keep(blob, digest)
        elif listed is not None and there == listed.sha256:
            self._find("differs-from-backup", blob.id)
        else:
            self._find("backup-altered", blob.id)
            self._send(blob)

    def _digest_here(self, blob: SealedBlob) -> str | None:
        """Return a blob's digest, None for one that was deleted meanwhile or cannot be read."""
        try:
            with self.vault.open_sealed(blob.id) as file, system.disk(f"item {blob.id}"):
                return self.place.digest_here(file)
        except DamagedVault:
            if self.vault.knows(blob.id):
                self._find("item-missing", blob.id)
        except DiskFailed:  # a bad place on the disk is what the others are to be saved from
            self._find("chunk-damaged", blob.id)
        return None

    def _keep(self, blob: SealedBlob, digest: str) -> None:
        if blob.ours:
            self.rows[blob.id] = Row(blob.size, digest)

    def _put_list(self, now: Listing) -> None:
        """Write our area again; the other set's is carried along as it is there now."""
        try:
            before = self.place.whole(listing.NAME, listing.MOST)
            listing.read(before, self.vault.which, self.vault.unseal_for)
        except (NotThere, DamagedVault):
            before = b""
        now = replace(now, rows=self._known())
        data = listing.write(before, self.vault.which, now, self.vault.seal_for)
        self.place.put_bytes(listing.NAME, data)
        self.unlisted = 0

    def _known(self) -> dict[str, Row]:
        """Return the rows of what this set still has: what was deleted is listed no more."""
        return {blob: row for blob, row in self.rows.items() if self.vault.knows(blob)}

    def _finished(self, now: Listing) -> Exported:
        at = self.vault.position()
        with self.vault.books_sealed() as books:
            digest = self.place.digest_here(books)
            self.place.put(BOOKS, books, digest)
        self._put_list(replace(now, counter=at.counter, custody=at.custody, whole=True))
        known = self._known()
        removed = self._remove_deleted(known)
        facts: dict[str, str | int] = {
            "backup": now.backup,
            "blobs": len(known),
            "sent": self.place.sent,
        }
        self.vault.keep_setting(_ROUNDS + now.backup, str(now.round), "backed up", facts)
        told = tuple(self.findings)
        place = self.place
        return Exported(now.backup, len(known), place.sent, place.sent_bytes, removed, told)

    def _remove_deleted(self, known: dict[str, Row]) -> int:
        """Take away what was listed for this set and was deleted since."""
        gone = [blob for blob in self.rows if blob not in known and blob_name(blob) in self.there]
        for blob in gone:
            self.place.remove(blob_name(blob))
        return len(gone)

    def _find(self, code: str, what: str) -> None:
        self.findings.append(found(code, what))


def _next(before: Listing | None) -> Listing:
    """Return what the list says while a round is under way."""
    if before is None:
        return Listing(secrets.token_hex(16), 1, 0, bytes(32), whole=False, rows={})
    return replace(before, round=before.round + 1, whole=False)
