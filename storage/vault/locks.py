"""The key slots of an open vault: which passphrases open it, and who may be let in.

Nothing is encrypted again when a key comes or goes: a slot holds the master key,
and one slot is written. What a removed passphrase opened stays open for a copy of
the folder made before; nothing can call that back.
"""

import threading
from dataclasses import dataclass
from pathlib import Path

from storage.errors import AlreadyExists, LastKey, NoSuchKey, VaultWiped, WrongPassphrase
from storage.vault import creation, keyring, slots, wiping
from storage.vault.keyring import Unlocked
from storage.vault.keys import MasterKey
from storage.vault.slots import KdfCost, KeyFile


@dataclass(frozen=True, slots=True)
class Key:
    """A used slot of this set, by its number."""

    slot: int
    label: str
    added_at: str


class Locks:
    """The key file of a vault, and what this set's slots hold."""

    def __init__(self, folder: Path, unlocked: Unlocked) -> None:
        """Take over what a passphrase opened."""
        self._folder = folder
        self._access = unlocked.access
        self.file = unlocked.file
        self._writing = threading.Lock()
        self._destroyed = False

    @property
    def cost(self) -> KdfCost:
        """What one try of a passphrase costs."""
        return self.file.cost

    def store(self, file: KeyFile) -> None:
        """Write a changed key file, both copies. Raises VaultWiped after ``destroy``."""
        with self._writing:
            if self._destroyed:
                raise VaultWiped("the keys are destroyed")
            keyring.store(self._folder, file)
            self.file = file

    def destroy(self) -> None:
        """Overwrite the keys, now and for good; waits for nothing but a key file being written."""
        with self._writing:
            self._destroyed = True
            keyring.erase(self._folder)

    def changed(self, old: str, new: str) -> KeyFile:
        """Return the file in which ``new`` has the slot of ``old``."""
        slots.spelled(new)
        slot, access = self._mine(old)
        stretched = self.file.stretch(new)
        if old != new:
            self._refuse_known(stretched)
        return self.file.with_slot(slot, stretched, access)

    def added(self, passphrase: str, used: frozenset[int], role: int) -> tuple[int, KeyFile]:
        """Return a free slot of this set, and the file in which a passphrase has it."""
        stretched = self.file.stretch(passphrase)
        self._refuse_known(stretched)
        mine = self._access
        slot = slots.first_free(mine.mask, used)
        access = slots.Access(mine.master, mine.which, role, mine.mask)
        return slot, self.file.with_slot(slot, stretched, access)

    def removed(self, slot: int, used: frozenset[int]) -> KeyFile:
        """Return the file without one of this set's keys. Raises NoSuchKey or LastKey."""
        if slot not in used:
            raise NoSuchKey("this set has no such key")
        if used == {slot}:
            raise LastKey("nothing would open the vault any more")
        return self.file.without_slot(slot)

    def refuse_unless_mine(self, passphrase: str) -> None:
        """Raise WrongPassphrase for a passphrase that does not open the set that is open."""
        self._mine(passphrase)

    def _mine(self, passphrase: str) -> tuple[int, slots.Access]:
        """Return a passphrase's slot and what it opens, if that is the set that is open."""
        slot, access = self.file.find(self.file.stretch(passphrase))
        if access.master != self._access.master:
            raise WrongPassphrase("this passphrase is not of the open vault")
        return slot, access

    def stretched_anew(self, passphrase: str) -> bytes:
        """Return what a passphrase that opens nothing yet is stretched to, or AlreadyExists."""
        stretched = self.file.stretch(passphrase)
        self._refuse_known(stretched)
        return stretched

    def begin_other_set(self) -> tuple[MasterKey, int]:
        """Destroy the other set, whatever it held, and make it anew; nothing opens it yet.

        Returns its key, and the slot that its books say it has.

        Its keys go first: a crash on the way leaves a set that nothing opens, never half of one
        that something does. Begun again, it ends well.
        """
        file = self.file
        for taken in (index for index in range(slots.SLOTS) if self._other_mask >> index & 1):
            file = file.without_slot(taken)
        self.store(file)
        home = self._folder / creation.SETS[1 - self._access.which]
        wiping.clear_set(home)
        master, slot = MasterKey.fresh(), slots.first_free(self._other_mask, frozenset())
        creation.begin_set(home, master, slot)
        return master, slot

    def open_other_set(self, stretched: bytes, master: MasterKey, slot: int) -> None:
        """Have a passphrase open the other set, which was just begun."""
        access = slots.access_for(master, 1 - self._access.which, self._other_mask)
        self.store(self.file.with_slot(slot, stretched, access))

    @property
    def _other_mask(self) -> int:
        return ~self._access.mask & (1 << slots.SLOTS) - 1

    def _refuse_known(self, stretched: bytes) -> None:
        try:
            self.file.find(stretched)
        except WrongPassphrase:
            return
        raise AlreadyExists("this passphrase is in use already")
