"""keys.bin and its backup on the disk: two equal copies, written one after the other.

A copy whose sum holds is believed; the first is believed before the second, so
that a passphrase taken away does not live on in a copy left behind by a crash.
"""

import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from storage.errors import DamagedVault, NotAVault, StorageError, VaultWiped, WrongPassphrase
from storage.vault import slots, system
from storage.vault.slots import Access, KeyFile

COPIES = KEYS, BACKUP = "keys.bin", "keys.backup"
FILES = (*COPIES, *(f"{name}.new" for name in COPIES))
"""Names that key files can have, those included that a crash may leave."""

SIZE = slots.SIZE
_WIPED = b"FHwiped"
"""How a key file begins that was destroyed on purpose; a vault's begins with "FHkeys"."""


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
    return any((folder / name).is_file() for name in COPIES)


def store(folder: Path, file: KeyFile) -> None:
    """Write both copies, each all or nothing. Raises DiskFull with the one that counts as it was.

    That one is the first, so it is written last.
    """
    data = file.pack()
    with system.disk("keys.bin"):
        system.replace(folder / BACKUP, data)
        system.replace(folder / KEYS, data)


def unlock(folder: Path, passphrase: str) -> Unlocked:
    """Return what a passphrase opens; a damaged copy is written again from the whole one.

    Raises NotAVault, WrongPassphrase, NewerVersion, VaultWiped, or DamagedVault where no copy is
    whole and nothing opens: then a wrong passphrase and damage cannot be told apart.
    """
    if wiped(folder):
        raise VaultWiped("the keys were destroyed on purpose")
    copies = [_load(folder / name) for name in COPIES]
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
    return tuple(name for name in COPIES if not _load(folder / name)[1])


def erase(folder: Path) -> None:
    """Overwrite every copy, so that nothing opens any more and the next start knows it was meant.

    All are written before the disk is waited for. Where one fails the others are overwritten all
    the same, it is unlinked at least, and then its error is raised.
    """
    there = [folder / name for name in FILES if (folder / name).is_file()]
    failed: list[StorageError] = []
    with ExitStack() as opened:
        files = []
        for path in there:
            with _collected(failed, path):
                file = opened.enter_context(system.open_file(path, writable=True))
                system.write_all(file, _WIPED + secrets.token_bytes(SIZE - len(_WIPED)))
                files.append((path, file))
        for path, file in files:
            with _collected(failed, path):
                system.sync(file)
    if failed:
        raise failed[0]


@contextmanager
def _collected(failed: list[StorageError], path: Path) -> Iterator[None]:
    """Keep an error for later, and do what can still be done to a key file."""
    try:
        with system.disk(path.name):
            yield
    except StorageError as error:
        failed.append(error)
        with suppress(OSError):
            path.unlink()


def wiped(folder: Path) -> bool:
    """Whether the keys were destroyed on purpose; what is left of the vault is noise."""
    return any(_bytes(folder / name).startswith(_WIPED) for name in COPIES)


def _renew(folder: Path, file: KeyFile) -> tuple[str, ...]:
    """Make both copies alike: one was damaged, or a crash came between the two."""
    damaged = faults(folder)
    data = file.pack()
    stale = [name for name in COPIES if _bytes(folder / name) != data]
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
    """Raise NotAVault without keys, VaultWiped, or DamagedVault where only the keys are gone."""
    if wiped(folder):
        raise VaultWiped("the keys were destroyed on purpose")
    if there(folder):
        return
    if (folder / "blobs").is_dir():
        raise DamagedVault("the keys are gone: nothing can open this vault", part="keys.bin")
    raise NotAVault("the folder holds no vault")
