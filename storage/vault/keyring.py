"""keys.bin and its backup on the disk: two equal copies, written one after the other.

A copy whose sum holds is believed; the first is believed before the second, so
that a passphrase taken away does not live on in a copy left behind by a crash.
"""

from pathlib import Path

from storage.errors import DamagedVault, NotAVault, WrongPassphrase
from storage.vault import slots, system
from storage.vault.slots import Access, KeyFile

KEYS, BACKUP = "keys.bin", "keys.backup"


class Unlocked:
    """What a passphrase opened, and in which slot; ``mended`` codes what was found on the way."""

    __slots__ = ("access", "file", "mended", "slot")

    def __init__(self, file: KeyFile, slot: int, access: Access, mended: tuple[str, ...]) -> None:
        self.file = file
        self.slot = slot
        self.access = access
        self.mended = mended


def there(folder: Path) -> bool:
    """Whether a folder has a key file, whole or not."""
    return any((folder / name).is_file() for name in (KEYS, BACKUP))


def store(folder: Path, file: KeyFile) -> None:
    """Write both copies, each all or nothing. Raises DiskFull with both as they were."""
    data = file.pack()
    with system.disk("keys.bin"):
        system.replace(folder / KEYS, data)
        system.replace(folder / BACKUP, data)


def unlock(folder: Path, passphrase: str) -> Unlocked:
    """Return what a passphrase opens; a damaged copy is written again from the whole one.

    Raises NotAVault, WrongPassphrase, NewerVersion, or DamagedVault where no copy is whole and
    nothing opens: then a wrong passphrase and damage cannot be told apart.
    """
    copies = [_load(folder / name) for name in (KEYS, BACKUP)]
    whole = [file for file, sound in copies if file is not None and sound]
    if whole:
        slot, access = whole[0].find(whole[0].stretch(passphrase))
        return Unlocked(whole[0], slot, access, _renew(folder, whole[0]))
    for file, _ in copies:
        if file is not None:
            try:
                slot, access = file.find(file.stretch(passphrase))
            except (WrongPassphrase, DamagedVault):
                continue
            return Unlocked(file, slot, access, ("keys-damaged",))
    raise DamagedVault("both copies of the keys are damaged", part="keys.bin")


def faults(folder: Path) -> tuple[str, ...]:
    """Return the names of the copies that are not whole."""
    return tuple(name for name in (KEYS, BACKUP) if not _load(folder / name)[1])


def erase(folder: Path) -> None:
    """Overwrite both copies and take them away: nothing opens after this."""
    with system.disk("keys.bin"):
        for name in (KEYS, BACKUP, KEYS + ".new", BACKUP + ".new"):
            system.erase(folder / name)
        system.sync_folder(folder)


def _renew(folder: Path, file: KeyFile) -> tuple[str, ...]:
    """Make both copies alike: one was damaged, or a crash came between the two."""
    damaged = faults(folder)
    data = file.pack()
    stale = [name for name in (KEYS, BACKUP) if _bytes(folder / name) != data]
    with system.disk("keys.bin"):
        for name in stale:
            system.replace(folder / name, data)
    if not stale:
        return ()
    return ("keys-mended",) if damaged else ("keys-renewed",)


def _load(path: Path) -> tuple[KeyFile | None, bool]:
    """Return a copy's values, None where it has none, and whether it is whole."""
    untrusted = _bytes(path)
    try:
        return slots.parse(untrusted)
    except (NotAVault, DamagedVault):
        return None, False


def _bytes(path: Path) -> bytes:
    try:
        with system.disk("keys.bin"):
            return system.read_all(path, slots.SIZE + 1)
    except DamagedVault:
        return b""


def refuse_unless_there(folder: Path) -> None:
    """Raise NotAVault for a folder without keys, DamagedVault where only the keys are gone."""
    if there(folder):
        return
    if (folder / "blobs").is_dir():
        raise DamagedVault("the keys are gone: nothing can open this vault", part="keys.bin")
    raise NotAVault("the folder holds no vault")
