"""Making a new vault: all of it, or nothing.

Every vault holds two sets of books. Which of them the first passphrase opens is
drawn by lot; the other is made under a key that is thrown away, so that a
second set that somebody does use (a decoy) has nothing to tell it by, as far as
the files' shape goes. The keys are written last: a folder without them is no
vault, and what an interrupted creation left there is taken away by the next.
"""

import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from storage.errors import AlreadyExists
from storage.evidence import TOOL
from storage.vault import books, keyring, slots, system
from storage.vault.keys import MasterKey
from storage.vault.slots import KdfCost
from storage.vault.system import FolderLock

LOCK = "lock"
BLOBS = "blobs"
SETS = ("one", "two")
GUARD = "guard"
OURS = frozenset((LOCK, BLOBS, GUARD, *SETS))
"""Names in the vault's folder, but those of the keys."""
_HALF_WRITTEN = frozenset(keyring.FILES) - frozenset(keyring.COPIES)
"""Keys that a creation was about to put in place when it was interrupted: nothing opens yet."""


def create(folder: Path, passphrase: str, cost: KdfCost) -> bool:
    """Make the folder's files, for one passphrase; says whether the folder was there before.

    Raises AlreadyExists and leaves what is there alone.
    """
    with system.disk("the vault's folder"):
        existed = folder.exists()
        if existed:
            _refuse_if_used(folder)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FolderLock(folder / LOCK)
        try:
            if existed:
                _refuse_if_used(folder)
            _clear(folder)
            _fill(folder, passphrase, cost)
        except BaseException:
            undo(folder, existed=existed)
            raise
        finally:
            lock.release()
    return existed


def undo(folder: Path, *, existed: bool) -> None:
    """Take a vault away that was only just made, and the folder if it was made for it."""
    _clear(folder)
    with suppress(OSError):
        (folder / LOCK).unlink()
        if not existed:
            folder.rmdir()


def _refuse_if_used(folder: Path) -> None:
    names = {entry.name for entry in folder.iterdir()}
    blobs = folder / BLOBS
    if names - OURS - _HALF_WRITTEN or (blobs.is_dir() and any(blobs.iterdir())):
        raise AlreadyExists("the folder is not empty")


def _clear(folder: Path) -> None:
    """Take away what a creation that failed or was interrupted left; it never raises."""
    for name in (*keyring.COPIES, *_HALF_WRITTEN, GUARD):
        with suppress(OSError):
            (folder / name).unlink()
    for name in (*SETS, BLOBS):
        shutil.rmtree(folder / name, ignore_errors=True)


def _fill(folder: Path, passphrase: str, cost: KdfCost) -> None:
    file = slots.fresh(cost)
    stretched = file.stretch(passphrase)
    which = secrets.randbelow(len(SETS))
    mask, _ = slots.deal()
    (folder / BLOBS).mkdir(mode=0o700)
    master = MasterKey.fresh()
    slot = slots.first_free(mask, frozenset())
    begin_set(folder / SETS[1 - which], MasterKey.fresh(), slot)
    begin_set(folder / SETS[which], master, slot)
    keyring.store(folder, file.with_slot(slot, stretched, slots.access_for(master, which, mask)))
    master.close()


def begin_set(home: Path, master: MasterKey, slot: int) -> None:
    """Make the books of one set, with the first entry of its custody log. Raises StorageError."""
    with system.disk("the vault's folder"):
        home.mkdir(mode=0o700)
    made = books.create(home, master)
    try:
        with made.step("vault created", None, {"tool": TOOL, "version": slots.VERSION}) as step:
            step.fact("created_at", books.now())
            step.slot(slot, "passphrase", books.now())
    finally:
        made.close()
    with system.disk("the vault's folder"):
        system.sync_folder(home.parent)
