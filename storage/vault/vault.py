"""The vault: originals sealed once and never changed, what was made of them, and what is said.

Everything that the rest of the program wants of what is kept goes through
``Vault``. What it acknowledges is on the disk. It refuses to write over
anything, to open what is in use, and to hand out a byte that was not
authenticated.
"""

import threading
import weakref
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storage import evidence
from storage.errors import DiskFull, NoSuchItem, VaultClosed, WrongPassphrase
from storage.evidence import EvidenceRecord
from storage.progress import Tick, silent
from storage.records import (
    CustodyEntry,
    Derivative,
    Json,
    Original,
    Provenance,
    Step,
    canonical,
    parsed,
)
from storage.vault import (
    checking,
    creation,
    keyring,
    nouns,
    recovery,
    schema,
    slots,
    system,
    wiping,
)
from storage.vault.blobs import BlobFolder
from storage.vault.books import Books, now
from storage.vault.checking import Finding
from storage.vault.keyring import Unlocked
from storage.vault.keys import MasterKey
from storage.vault.layout import Record
from storage.vault.reader import ChunkReader, buffered
from storage.vault.recovery import Mended, sealed_event
from storage.vault.slots import KdfCost
from storage.vault.system import FolderLock
from storage.vault.writer import Draft

RESERVE = 16 << 20
"""Bytes that must stay free on the disk beside what is written."""

_PREFIX_MIN = 4
_ID = 32


@dataclass(frozen=True, slots=True)
class VaultInfo:
    """What there is to say of an open vault; ``bytes`` are plain, the KDF's memory is KiB.

    ``notes`` are what opening mended; ``warnings`` codes of protections that this system did
    not allow ("core-dumps", "memory-readable", "memory-not-locked").
    """

    version: int
    items: int
    derivatives: int
    bytes: int
    created_at: str
    kdf_memory: int
    kdf_passes: int
    kdf_lanes: int
    notes: tuple[Mended, ...]
    warnings: tuple[str, ...]


class Vault:
    """An open vault. Its methods may be called from several threads."""

    def __init__(self, folder: Path, lock: FolderLock, unlocked: Unlocked) -> None:
        """Take over the lock and what a passphrase opened; see ``create`` and ``open``."""
        self.folder = folder
        self._folder_lock = lock
        self._lock = threading.RLock()
        self._closed = False
        self._readers: weakref.WeakSet[ChunkReader] = weakref.WeakSet()
        self._drafts: weakref.WeakSet[Draft] = weakref.WeakSet()
        self._keys = unlocked.file
        self._access = unlocked.access
        self._master = MasterKey(unlocked.access.master)
        self._warnings = system.harden()
        self._blobs = BlobFolder(folder / creation.BLOBS, self._master)
        home = folder / creation.SETS[unlocked.access.which]
        self._books, mended = recovery.open_books(home, self._master, self._blobs)
        self._mended = (*(Mended(code) for code in unlocked.mended), *mended)

    @classmethod
    def create(cls, folder: Path, passphrase: str, cost: KdfCost | None = None) -> "Vault":
        """Make a new vault in a folder that is not there yet or empty, and open it.

        Without a cost, one try of a passphrase is made as slow as suits this machine. Raises
        AlreadyExists, EmptyPassphrase, NoPermission or DiskFull; nothing is left then.
        """
        slots.spelled(passphrase)
        existed = creation.create(folder, passphrase, cost or slots.calibrate())
        try:
            return cls.open(folder, passphrase)
        except BaseException:
            creation.undo(folder, existed=existed)
            raise

    @classmethod
    def open(cls, folder: Path, passphrase: str) -> "Vault":
        """Open a vault and set right what a crash or damage left (told in ``info().notes``).

        Raises NotAVault, WrongPassphrase, DamagedVault (no key can be read), VaultInUse,
        NewerVersion, NoPermission or DiskFull.
        """
        keyring.refuse_unless_there(folder)
        with system.disk("the vault's folder"):
            lock = FolderLock(folder / creation.LOCK)
        try:
            return cls(folder, lock, keyring.unlock(folder, passphrase))
        except BaseException:
            lock.release()
            raise

    def close(self) -> None:
        """Lock: forget the keys, end every open file, let the next process in."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            for draft in list(self._drafts):
                draft.discard()
            for reader in list(self._readers):
                reader.close()
            try:
                self._books.close()
            finally:
                self._master.close()
                self._folder_lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def info(self) -> VaultInfo:
        """Say what there is."""
        counts: dict[str, tuple[int, int]] = {
            kind: (count, size)
            for kind, count, size in self._rows(
                "SELECT type, COUNT(*), SUM(json_extract(body, '$.size')) FROM records"
                " GROUP BY type"
            )
        }
        made = self._rows("SELECT value FROM facts WHERE name = 'created_at'")
        unlocked = () if self._master.memory_locked else ("memory-not-locked",)
        return VaultInfo(
            version=slots.VERSION,
            items=counts.get("original", (0, 0))[0],
            derivatives=counts.get("derivative", (0, 0))[0],
            bytes=sum(size for _, size in counts.values()),
            created_at=made[0][0] if made else "",
            kdf_memory=self._keys.cost.memory,
            kdf_passes=self._keys.cost.passes,
            kdf_lanes=self._keys.cost.lanes,
            notes=self._mended,
            warnings=(*self._warnings, *unlocked),
        )

    def change_passphrase(self, old: str, new: str) -> None:
        """Have ``new`` open what ``old`` opened; nothing is encrypted again.

        Raises WrongPassphrase, EmptyPassphrase or DiskFull, with the old one still good.
        """
        slots.spelled(new)
        with self._lock:
            slot, access = self._keys.find(self._keys.stretch(old))
            if access.master != self._master.raw():
                raise WrongPassphrase("this passphrase is not of the open vault")
            changed = self._keys.with_slot(slot, self._keys.stretch(new), access)
            # Logged first: a log that cannot be written must not leave an unlogged change.
            self.log("passphrase changed", None, {})
            keyring.store(self.folder, changed)
            self._keys = changed

    def check(self, *, deep: bool, tick: Tick = silent) -> tuple[Finding, ...]:
        """Return everything that is not as it was written, by name; deep reads every chunk.

        ``tick`` counts plain bytes when deep, items otherwise.
        """
        with self._lock:
            books = self._opened()
        found = (
            *checking.opening(self._mended),
            *checking.keys(self.folder),
            *checking.books(books),
            *checking.blobs(books, self._blobs, deep=deep, tick=tick),
        )
        if deep:
            damaged = sorted({finding.item for finding in found if finding.item})
            self.log("checked", None, {"findings": len(found), "items": tuple(damaged)})
        return found

    def draft(self, expected: int = 0) -> Draft:
        """Begin a new blob of about ``expected`` bytes. Raises DiskFull where it cannot fit."""
        with self._lock:
            self._opened()
            with system.disk("the vault's folder"):
                free = system.free_space(self.folder)
            if free < expected + RESERVE:
                raise DiskFull("there is no room for this", needed=expected + RESERVE, free=free)
            draft = self._blobs.create()
            self._drafts.add(draft)
            return draft

    def keep_original(self, draft: Draft, kind: str, provenance: Provenance) -> Original:
        """Seal what was written as an original; when this returns it is kept, whatever happens.

        Content that is sealed already is not kept twice: the first original is returned.
        """
        with self._lock:
            self._opened()
            known = self.find(draft.sha256)
            if known is not None:
                draft.discard()
                return known
            record = nouns.original_record(draft.id, kind, draft.size, draft.sha256, provenance)
            self._keep(draft, record)
            return nouns.original(record)

    def keep_derivative(
        self,
        draft: Draft,
        original: str,
        kind: str,
        lossless: bool,  # noqa: FBT001  # a noun's field, like the others
        steps: tuple[Step, ...],
    ) -> Derivative:
        """Seal what was written as a copy made from an original. Raises NoSuchItem."""
        with self._lock:
            self.original(original)
            made = Derivative(
                draft.id, original, kind, draft.size, draft.sha256, now(), lossless, steps
            )
            self._keep(draft, nouns.derivative_record(made))
            return made

    def _keep(self, draft: Draft, record: Record) -> None:
        try:
            draft.complete(record)
            with self._opened().step(*sealed_event(record)) as step:
                step.record(record)
        except BaseException:
            # Not acknowledged, so not kept; but never take away what the index did commit.
            if not self._knows(draft.id):
                draft.discard()
                self._blobs.erase(draft.id)
            raise

    def _knows(self, blob: str) -> bool:
        return bool(self._rows("SELECT 1 FROM records WHERE id = ?", blob))

    def find(self, sha256: str) -> Original | None:
        """Return the original with this content, if there is one."""
        found = self._rows(
            "SELECT body FROM records WHERE sha256 = ? AND type = 'original'", sha256
        )
        return nouns.original(parsed(found[0][0])) if found else None

    def originals(self) -> tuple[Original, ...]:
        """Return all originals, in the order in which they were sealed."""
        found = self._rows("SELECT body FROM records WHERE type = 'original' ORDER BY rowid")
        return tuple(nouns.original(parsed(body)) for (body,) in found)

    def original(self, item: str) -> Original:
        """Return one original. Raises NoSuchItem."""
        return nouns.original(self._record(item, "original"))

    def derivatives(self, original: str) -> tuple[Derivative, ...]:
        """Return the copies made from an original, oldest first."""
        found = self._rows("SELECT body FROM records WHERE original = ? ORDER BY rowid", original)
        return tuple(nouns.derivative(parsed(body)) for (body,) in found)

    def derivative(self, item: str) -> Derivative:
        """Return one copy. Raises NoSuchItem."""
        return nouns.derivative(self._record(item, "derivative"))

    def _record(self, item: str, kind: str) -> Record:
        found = self._rows("SELECT body FROM records WHERE id = ? AND type = ?", item, kind)
        if not found:
            raise NoSuchItem("no item has that id")
        record: Record = parsed(found[0][0])
        return record

    def open_blob(self, item: str) -> BinaryIO:
        """Return the plain bytes of an original or a copy as a seekable file object.

        Reading raises DamagedVault with the chunk's name where they are not what was written.
        """
        with self._lock:
            found = self._rows("SELECT body FROM records WHERE id = ?", item)
            if not found:
                raise NoSuchItem("no item has that id")
            reader = self._blobs.open(item, parsed(found[0][0])["size"])
            self._readers.add(reader)
            return buffered(reader)

    def resolve(self, prefix: str) -> str:
        """Return the id that begins with what a person typed. Raises NoSuchItem."""
        typed = prefix.strip().lower()
        if not _PREFIX_MIN <= len(typed) <= _ID or not set(typed) <= set("0123456789abcdef"):
            raise NoSuchItem("an id is at least four of its first hexadecimal digits")
        found = self._rows("SELECT id FROM records WHERE id >= ? AND id < ?", typed, typed + "g")
        if len(found) != 1:
            raise NoSuchItem("no single item begins with that", matches=len(found))
        return str(found[0][0])

    def keep_report(self, item: str, report: Json) -> None:
        """Keep what examining an item found, in place of what was found before."""
        body = canonical(report)
        with self._lock:
            if not self._knows(item):
                raise NoSuchItem("no item has that id")
            with self._opened().step(None) as step:
                digest = nouns.digest(item.encode() + body)
                step.change.put(schema.REPORTS, item, digest, body=body.decode())

    def report(self, item: str) -> Json | None:
        """Return what examining an item found, None where it was not examined."""
        found = self._rows(
            "SELECT digest, body FROM reports JOIN report_bodies USING (id) WHERE id = ?", item
        )
        if not found or nouns.digest(f"{item}{found[0][1]}".encode()) != found[0][0]:
            return None  # a report that is not what was kept is made again by examining again
        report: Json = parsed(found[0][1])
        return report

    def record(self, item: str) -> EvidenceRecord:
        """Return what is said of an original, by the program and by the witness."""
        original = self.original(item)
        report: Mapping[str, Any] = self.report(item) or {}
        embedded = report.get("facts") or {}
        said = self._rows("SELECT field, value FROM notes WHERE item = ? ORDER BY field", item)
        automatic = evidence.automatic(original, embedded, self._fixity(original))
        return EvidenceRecord(item, automatic, dict(said))

    def _fixity(self, original: Original) -> str:
        """Return when the sealed bytes were last found to be what was sealed."""
        found = self._rows(
            "SELECT body FROM custody JOIN entries USING (sequence) WHERE event = 'checked'"
            " ORDER BY sequence DESC LIMIT 100"
        )
        for (body,) in found:
            entry = parsed(body)
            if entry["at"] >= original.sealed_at and original.id not in entry["facts"]["items"]:
                return str(entry["at"])
        return original.sealed_at

    def note(self, item: str, values: Mapping[str, str]) -> EvidenceRecord:
        """Keep what the witness says; an empty value takes a field's value away.

        Raises NoSuchItem, NoSuchField (not there, or the program's own) or BadValue.
        """
        checked = evidence.checked(values)
        with self._lock:
            self.original(item)
            if checked:
                with self._opened().step("noted", item, nouns.noted(checked)) as step:
                    step.note(item, checked)
            return self.record(item)

    def log(self, event: str, item: str | None, facts: Json) -> CustodyEntry:
        """Append an entry to the custody log."""
        with self._lock:
            books = self._opened()
            with books.step(event, item, facts):
                pass
            return books.last

    def custody(self, item: str | None = None) -> tuple[CustodyEntry, ...]:
        """Return the custody log, whole or what concerns one item."""
        return self._opened().entries(item)

    def check_custody(self) -> None:
        """Walk the whole custody log. Raises DamagedVault, naming the entry that does not fit."""
        self._opened().check_custody()

    def signer(self, purpose: str) -> Ed25519PrivateKey:
        """Return the signing key for one purpose; two purposes share no key."""
        return self._master.signer(f"for {purpose}")

    def keep_commitments(self, bundle: str, salts: Mapping[str, str]) -> None:
        """Keep the salts that open a bundle's commitments, by item id."""
        with self._lock, self._opened().step(None) as step:
            step.commit_to(bundle, salts)

    def commitments(self, bundle: str) -> dict[str, str]:
        """Return the salts that open a bundle's commitments, by item id."""
        return dict(self._rows("SELECT item, salt FROM commitments WHERE bundle = ?", bundle))

    def delete(self, item: str) -> None:
        """Take an original away, its copies and all that was said of it. Raises NoSuchItem.

        The keys are overwritten and the files unlinked; what a flash disk keeps of them stays
        readable for somebody who also has the passphrase.
        """
        with self._lock:
            original = self.original(item)
            blobs = (*(copy.id for copy in self.derivatives(item)), item)
            with self._opened().step("deleted", item, {"sha256": original.sha256}) as step:
                for blob in blobs:
                    step.change.remove(schema.RECORDS, blob)
                    step.change.remove(schema.REPORTS, blob)
                    step.change.put(schema.ERASING, blob)
                step.change.remove(schema.NOTES, item)
            for blob in blobs:
                self._blobs.erase(blob)
            with self._opened().step(None) as step:
                for blob in blobs:
                    step.change.remove(schema.ERASING, blob)
            self._opened().rewrite_journal()
            self._opened().make_head()

    def wipe(self) -> None:
        """End the vault: keys first and at once, then everything else that it wrote."""
        with self._lock:
            self._opened()
            keyring.erase(self.folder)
            with suppress(VaultClosed):
                self.close()
            wiping.clear(self.folder)

    def _rows(self, statement: str, *values: str | int | None) -> list[tuple[Any, ...]]:
        return self._opened().index.rows(statement, *values)

    def _opened(self) -> Books:
        if self._closed:
            raise VaultClosed("the vault is locked")
        return self._books
