"""The end of a vault: its keys at once, its files after them, and a rehearsal of both.

Once the keys are overwritten nothing opens, and the rest is noise. What the first bytes of an
overwritten key file say ("FHwiped") lets the next start finish what was interrupted. Only what the
vault itself wrote is taken away; a file that somebody else put into the folder stays, and so does
the folder then.
"""

import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from storage.progress import Tick, silent
from storage.vault import keyring, system
from storage.vault.creation import BLOBS, LOCK, OURS, SETS
from storage.vault.system import FolderLock

_REHEARSAL = "rehearsal"
_SAMPLES = 8
_SAMPLE_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a wipe would do, measured on this disk without doing it.

    ``key_seconds`` until nothing opens any more; ``seconds`` until all ``files`` (``size`` bytes)
    are gone; ``strangers`` are files in the folder that are not the vault's and would stay.
    """

    key_seconds: float
    seconds: float
    files: int
    size: int
    strangers: int


def finish(folder: Path, tick: Tick = silent) -> None:
    """Take the rest of a vault away whose keys are destroyed; ``tick`` counts files.

    Started again after an interruption it goes on. Raises VaultInUse while a process holds it.
    """
    with system.disk("the vault's folder"):
        keyring.erase(folder)  # one of the copies, if a crash came between the two
        lock = FolderLock(folder / LOCK)
        try:
            _take_away(folder, tick)
        finally:
            lock.release()
        # The key files last: they are what says that this vault was wiped.
        for name in (LOCK, *keyring.FILES):
            (folder / name).unlink(missing_ok=True)
        with suppress(OSError):
            folder.rmdir()


def clear_set(home: Path) -> None:
    """Take one set of books away: the head first, then the rest."""
    with system.disk("the vault's folder"):
        system.erase(home / "head")
        shutil.rmtree(home, ignore_errors=True)


def rehearse(folder: Path) -> Rehearsal:
    """Measure on this disk what a wipe would take, and count what it would destroy.

    A few files of noise are written into the vault's folder and destroyed in the same way; the
    vault itself is only looked at. Raises DiskFull or NoPermission.
    """
    scratch = folder / _REHEARSAL
    with system.disk("the vault's folder"):
        shutil.rmtree(scratch, ignore_errors=True)
        files = list(_files(folder))
        size = sum(path.stat().st_size for path in files)
        ours = {*OURS, *keyring.FILES}
        strangers = sum(1 for entry in folder.iterdir() if entry.name not in ours)
        try:
            key_seconds, each = _measure(scratch)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    return Rehearsal(key_seconds, key_seconds + each * len(files), len(files), size, strangers)


def _measure(scratch: Path) -> tuple[float, float]:
    """Return the seconds that destroying two key files took, and taking away one file."""
    scratch.mkdir(mode=0o700)
    for name in keyring.COPIES:
        system.replace(scratch / name, secrets.token_bytes(keyring.SIZE))
    samples = [scratch / str(number) / "sample" for number in range(_SAMPLES)]
    for path in samples:  # each in a folder of its own, as most blobs are
        path.parent.mkdir()
        system.replace(path, secrets.token_bytes(_SAMPLE_BYTES))
    begun = time.perf_counter()
    keyring.erase(scratch)
    erased = time.perf_counter()
    for path in samples:
        path.unlink()
        path.parent.rmdir()
    return erased - begun, (time.perf_counter() - erased) / _SAMPLES


def _take_away(folder: Path, tick: Tick) -> None:
    """Delete all files but the lock and the keys, the small ones that say most first."""
    doomed = list(_files(folder))
    for done, path in enumerate(doomed):
        tick(done, len(doomed))
        path.unlink(missing_ok=True)
    tick(len(doomed), len(doomed))
    for name in (*SETS, BLOBS, _REHEARSAL):
        shutil.rmtree(folder / name, ignore_errors=True)
    system.sync_folder(folder)


def _files(folder: Path) -> Iterator[Path]:
    """Give what a vault has in its folder, but the lock and the keys; links are not followed."""
    for name in (*SETS, BLOBS, _REHEARSAL):
        place = folder / name
        if place.is_dir() and not place.is_symlink():
            yield from (path for path in place.rglob("*") if path.is_symlink() or path.is_file())
    for name in OURS - {LOCK, BLOBS, *SETS}:
        if (folder / name).is_file():
            yield folder / name
