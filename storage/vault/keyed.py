"""Who is let in: the keys of an open vault, its guard, and the end of both.

A key is in two places, its slot and the list of what the slots are for. Both change together: the
list names the slot that is being changed until the key file is written, so that a crash in between
is settled at the next opening. What is listed opens, and what opens is listed.
"""

from contextlib import closing, suppress
from pathlib import Path

from storage.errors import StorageError
from storage.vault import guard, recovery_code, shares, slots
from storage.vault.books import now
from storage.vault.guard import Policy
from storage.vault.keys import MasterKey
from storage.vault.locks import Key, Locks
from storage.vault.sealed import Sealed
from storage.vault.slots import KeyFile

_LABEL = 60
_CHANGING = "key slot being changed"
_REMAKING = "other set being made"


class Keyed(Sealed):
    """The vault's keys."""

    folder: Path
    _locks: Locks

    def opened_by(self) -> tuple[Key, ...]:
        """Return what opens this set: its used slots, with their labels."""
        found = self._rows("SELECT slot, label, added_at FROM slots ORDER BY added_at, slot")
        return tuple(Key(*row) for row in found)

    def change_passphrase(self, old: str, new: str) -> None:
        """Have ``new`` open what ``old`` opened; nothing is encrypted again.

        Raises WrongPassphrase, EmptyPassphrase or DiskFull, with the old one still good.
        """
        with self._lock:
            changed = self._locks.changed(old, new)
            # Logged first: a log that cannot be written must not leave an unlogged change.
            self.log("passphrase changed", None, {})
            self._locks.store(changed)

    def add_passphrase(self, passphrase: str, label: str = "passphrase") -> None:
        """Have one more passphrase open this set. Raises NoFreeSlot, AlreadyExists or DiskFull."""
        self._add(passphrase, label[:_LABEL] or "passphrase", slots.PASSPHRASE)

    def add_recovery_code(self, code: str = "") -> str:
        """Have a code that is printed and kept elsewhere open this set, and return it.

        Without one, ``recovery_code.make`` makes it. It is nowhere in the vault.
        """
        code = code or recovery_code.make()
        self._add(code, "recovery code", slots.RECOVERY)
        return code

    def add_shares(self, cards: shares.Cards) -> None:
        """Have so many of these people's cards open this set together; none of them alone."""
        passphrase = shares.passphrase(cards.texts[: cards.need])
        self._add(passphrase, cards.label, slots.SHARES)

    def _add(self, passphrase: str, label: str, role: int) -> None:
        with self._lock:
            self._settle_keys(None)
            used = frozenset(key.slot for key in self.opened_by())
            slot, changed = self._locks.added(passphrase, used, role)
            self._change("key added", label, slot, changed, listed=label)

    def remove_key(self, slot: int) -> None:
        """Take a key away; what it opened stays open for the others. Raises LastKey."""
        with self._lock:
            self._settle_keys(None)
            labels = {key.slot: key.label for key in self.opened_by()}
            changed = self._locks.removed(slot, frozenset(labels))
            self._change("key removed", labels[slot], slot, changed, listed="")

    def _change(self, event: str, label: str, slot: int, file: KeyFile, *, listed: str) -> None:
        """Write a slot and what is said of it; in between, the books know which one it is."""
        with self._opened().step(event, None, {"label": label}) as step:
            step.slot(slot, listed, now())
            step.fact(_CHANGING, str(slot))
        self._locks.store(file)
        with self._opened().step(None) as step:
            step.fact(_CHANGING, "")

    def _settle_keys(self, opened: int | None) -> tuple[str, ...]:
        """Undo a key that was half added, and finish taking one away; return what to tell.

        ``opened`` is the slot that opened the vault: the key that was just used stays.
        """
        found = self._rows("SELECT value FROM facts WHERE name = ?", _CHANGING)
        if not found:
            return ()
        slot = int(found[0][0])
        with suppress(StorageError):  # no room now: the next opening tries again
            return self._settle(slot, keep=slot == opened)
        return ()

    def _settle(self, slot: int, *, keep: bool) -> tuple[str, ...]:
        label = {key.slot: key.label for key in self.opened_by()}.get(slot, "")
        listed = (label or "passphrase") if keep else ""
        if not keep:
            self._locks.store(self._locks.file.without_slot(slot))
        undone = bool(label) and not keep
        event = "key removed" if undone else None
        with self._opened().step(event, None, {"label": label}) as step:
            step.fact(_CHANGING, "")
            if listed != label:
                step.slot(slot, listed, now() if listed else "")
        return ("keys-settled",) if undone else ()

    def make_decoy(self, passphrase: str, keep: str | None = None) -> None:
        """Have a passphrase open the vault's other set, made anew and empty.

        ``keep`` is a passphrase of what shall stay, so that nobody destroys it by mistaking the
        decoy for it: one that does not open this set is refused with WrongPassphrase.

        Whatever the other set held is destroyed: this set cannot know whether it was in use. The
        limits of a decoy stand in ``docs/formats/vault.md``. Raises AlreadyExists, EmptyPassphrase
        or DiskFull.
        """
        with self._lock:
            self._opened()
            if keep is not None:
                self._locks.refuse_unless_mine(keep)
            stretched = self._locks.stretched_anew(passphrase)
            with self._opened().step("other set made anew", None, {}) as step:
                step.fact(_REMAKING, "yes")
            master, slot = self._remade()
            with closing(master):
                self._locks.open_other_set(stretched, master, slot)

    def _remade(self) -> tuple[MasterKey, int]:
        """Make the other set anew, and say in the books that it is no longer half made."""
        begun = self._locks.begin_other_set()
        with self._opened().step(None) as step:
            step.fact(_REMAKING, "")
        return begun

    def _settle_other_set(self) -> tuple[str, ...]:
        """Finish a decoy's set that a crash or a full disk left half made; return what to tell.

        Nothing opened it yet. Left as it was, its files would tell that there was to be one.
        """
        if not self._rows("SELECT 1 FROM facts WHERE name = ?", _REMAKING):
            return ()
        with suppress(StorageError):  # no room now: the next opening tries again
            self._remade()[0].close()
            return ("keys-settled",)
        return ()

    @property
    def guard(self) -> Policy:
        """What happens after wrong passphrases, for both sets."""
        return guard.policy_of(self.folder)

    def set_guard(self, policy: Policy) -> None:
        """Have wrong passphrases slowed down, or the vault wiped after so many, or neither."""
        with self._lock:
            facts = {"delay": int(policy.delay), "wipe_after": policy.wipe_after}
            self.log("guard set", None, facts)
            guard.set_policy(self.folder, policy)

    def destroy_keys(self) -> None:
        """Make sure, at once, that nothing opens the vault any more; ``wiping.finish`` follows.

        Waits for no work that is under way. What this process has of the keys ends with it.
        """
        self._locks.destroy()
