"""The end of a vault's files, once its keys are gone.

Only what the vault itself wrote is taken away; a file that somebody else put
into the folder stays, and so does the folder then.
"""

import shutil
from contextlib import suppress
from pathlib import Path

from storage.vault import system
from storage.vault.creation import BLOBS, LOCK, SETS


def clear(folder: Path) -> None:
    """Take the rest of a vault away; without its keys it is noise already."""
    with system.disk("the vault's folder"):
        for name in SETS:
            clear_set(folder / name)
        shutil.rmtree(folder / BLOBS, ignore_errors=True)
        (folder / LOCK).unlink(missing_ok=True)
        with suppress(OSError):
            folder.rmdir()


def clear_set(home: Path) -> None:
    """Take one set of books away: the head first, then the rest."""
    with system.disk("the vault's folder"):
        system.erase(home / "head")
        shutil.rmtree(home, ignore_errors=True)
