"""The vault: originals sealed once and never changed, what was made of them, and what is said.

Everything that the rest of the program wants of what is kept goes through
``Vault``. What it acknowledges is on the disk. It refuses to write over
anything, to open what is in use, and to hand out a byte that was not
authenticated.
"""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from storage.errors import VaultClosed, VaultWiped
from storage.progress import Tick, silent
from storage.vault import (
    checking,
    creation,
    guard,
    keyring,
    memory,
    recovery,
    repairing,
    restoration,
    slots,
    system,
    wiping,
)
from storage.vault.blobs import BlobFolder
from storage.vault.books import INDEX
from storage.vault.checking import Finding
from storage.vault.groups import Early, read_leads
from storage.vault.index import Index
from storage.vault.keyed import Keyed
from storage.vault.keyring import Unlocked
from storage.vault.keys import MasterKey
from storage.vault.locks import Locks
from storage.vault.recovery import Mended
from storage.vault.slots import KdfCost
from storage.vault.system import FolderLock


@dataclass(frozen=True, slots=True)
class VaultInfo:
    """What there is to say of an open vault; ``bytes`` are plain, the KDF's memory is KiB.

    ``notes`` are what opening mended; ``warnings`` codes of protections that this system did
    not allow or cannot tell ("core-dumps", "memory-readable", "memory-not-locked", "swap-plain",
    "swap-unknown").
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


class Vault(Keyed):
    """An open vault. Its methods may be called from several threads."""

    def __init__(
        self, folder: Path, lock: FolderLock, unlocked: Unlocked, *, soon: bool = False
    ) -> None:
        """Take over the lock and what a passphrase opened; see ``create`` and ``open``."""
        self.folder = folder
        self.which = unlocked.access.which
        self._folder_lock = lock
        self._locks = Locks(folder, unlocked)
        self._warnings = memory.unprotected()
        home = folder / creation.SETS[unlocked.access.which]
        early = self._read_early if soon else None
        with ExitStack() as undone:
            master = MasterKey(unlocked.access.master)
            undone.callback(master.close)
            blobs = BlobFolder(folder / creation.BLOBS, master)
            books, mended = recovery.open_books(home, master, blobs, soon=early)
            undone.callback(books.close)
            super().__init__(books, blobs, master)
            settled = (*self._settle_keys(unlocked.slot), *self._settle_other_set())
            undone.pop_all()
        found = (*unlocked.mended, *settled)
        self._mended = (*(Mended(code) for code in found), *mended)
        if not soon:
            books.index.let_go()

    @classmethod
    def create(cls, folder: Path, passphrase: str, cost: KdfCost | None = None) -> "Vault":
        """Make a new vault in a folder that is not there yet or empty, and open it.

        Without a cost, one try of a passphrase is made as slow as suits this machine. Raises
        AlreadyExists, EmptyPassphrase, NoPermission or DiskFull; nothing is left then.
        """
        memory.unprotected()  # before anything is made of the passphrase
        slots.spelled(passphrase)
        existed = creation.create(folder, passphrase, cost or slots.calibrate())
        try:
            return cls.open(folder, passphrase)
        except BaseException:
            creation.undo(folder, existed=existed)
            raise

    @classmethod
    def open(cls, folder: Path, passphrase: str, *, soon: bool = False) -> "Vault":
        """Open a vault and set right what a crash or damage left (told in ``info().notes``).

        A recovery code stands for itself, and trusted people's cards for what ``shares.passphrase``
        makes of them. Raises NotAVault, WrongPassphrase, DamagedVault (no key can be read),
        VaultInUse, NewerVersion, NoPermission or DiskFull; TryLater or VaultWiped by the guard.

        With ``soon`` it leaves the longest part of looking at the index to ``look_through``, which
        is to be called then; nothing that is read or decided meanwhile goes unchecked.
        """
        memory.unprotected()
        keyring.refuse_unless_there(folder)
        with system.disk("the vault's folder"):
            lock = FolderLock(folder / creation.LOCK)
        try:
            restoration.settled(folder)
            with ThreadPoolExecutor(1) as beside:  # for the disk; deriving a key needs none
                beside.submit(_read_ahead, folder)
                unlocked = guard.unlock(folder, passphrase)
            return cls(folder, lock, unlocked, soon=soon)
        except VaultWiped:  # by the guard, just now
            lock.release()
            wiping.finish(folder)
            raise
        except BaseException:
            lock.release()
            raise

    def _read_early(self, index: Index) -> None:
        """Read what will be asked for first, while opening still waits."""
        self._early = Early(index.state, read_leads(index))

    def close(self) -> None:
        """Lock: forget the keys, end every open file, let the next process in."""
        with self._lock:
            if self._closed:
                return
            self._closed, self._early = True, None
            with ExitStack() as ending:  # the last first, and each whatever the others say
                ending.callback(self._folder_lock.release)
                ending.callback(self._master.close)
                ending.callback(self._books.close)
                for reader in list(self._readers):
                    ending.callback(reader.close)
                for draft in list(self._drafts):
                    ending.callback(draft.discard)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def mended(self) -> tuple[Mended, ...]:
        """What opening found and set right."""
        return self._mended

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
            kdf_memory=self._locks.cost.memory,
            kdf_passes=self._locks.cost.passes,
            kdf_lanes=self._locks.cost.lanes,
            notes=self._mended,
            warnings=(*self._warnings, *unlocked),
        )

    def let_go(self) -> None:
        """Give back the memory in which opening ``soon`` left the list ready to be read."""
        with self._lock:
            self._opened().index.let_go()

    def look_through(self) -> bool:
        """Go through what opening ``soon`` left out; say whether it is whole.

        Where it is not, the next opening sets the index aside and makes it anew.
        """
        with self._lock:
            books = self._opened()
        return recovery.look_through(books)

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

    def repair(self, tick: Tick = silent) -> tuple[Finding, ...]:
        """Set right what can be, and return what a deep check still finds after it."""
        with self._lock:
            done = repairing.repair(self._opened(), self._blobs, tick)
            if keyring.faults(self.folder):
                self._locks.store(self._locks.file)
            self._mended = ()
            if done:
                self.log("repaired", None, {"parts": done})
        return self.check(deep=True, tick=tick)

    def wipe(self, tick: Tick = silent) -> None:
        """End the vault: keys first and at once, then everything else that it wrote.

        ``tick`` counts files; stopped on the way, the rest is taken away by ``wiping.finish``.
        """
        self.destroy_keys()
        with suppress(VaultClosed):
            self.close()
        wiping.finish(self.folder, tick)


def _read_ahead(folder: Path) -> None:
    """Have the system read what opening will ask for: of both sets, for none is known yet."""
    for which in creation.SETS:
        system.read_ahead(folder / which / INDEX)
