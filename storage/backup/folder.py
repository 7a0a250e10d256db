"""A folder of another disk as a store: the same promises as an outlet's, without a network."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from storage.errors import DamagedVault, NotThere
from storage.outlets.base import BLOCK, Limits, Stored
from storage.outlets.names import checked_name, is_name
from storage.progress import Tick, silent
from storage.vault import system

_PART = ".new"


class FolderStore:
    """Files by name below a folder, which must be there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def ask(self, _tick: Tick = silent) -> Limits:
        """Say how much room there is."""
        with system.disk("the backup's folder"):
            return Limits(free=system.free_space(self._folder))

    def names(self, prefix: str) -> Iterator[Stored]:
        """Give every file below, whose name a store may be asked for; links are not followed."""
        with system.disk("the backup's folder"):
            for home, below, files in os.walk(self._folder / prefix, onerror=_refused):
                below.sort()
                for file in sorted(files):
                    path = Path(home) / file
                    name = path.relative_to(self._folder).as_posix()
                    if is_name(name) and not name.endswith(_PART) and not path.is_symlink():
                        yield Stored(name, path.stat().st_size)

    def put(self, name: str, source: BinaryIO, size: int, tick: Tick = silent) -> None:
        """Keep ``size`` bytes under the name, on the disk when this returns, or not at all."""
        path = self._path(name)
        with system.disk("the backup's folder"):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with system.replacing(path) as file:
                _copy(source, file, size, tick)
            self._sync_up(path.parent)

    def _sync_up(self, folder: Path) -> None:
        """Have the names of new folders on the disk, too."""
        while folder != self._folder:
            folder = folder.parent
            system.sync_folder(folder)

    @contextmanager
    def get(self, name: str) -> Iterator[BinaryIO]:
        """Open a file, to be read from the disk itself. Raises NotThere."""
        try:
            with system.disk("the backup's folder"):
                file = system.open_file(self._path(name))
        except DamagedVault as error:
            raise NotThere(reason="missing") from error
        with file:
            system.forget_cached(file)
            yield file

    def remove(self, name: str) -> None:
        """Take a file away; nothing happens where there is none."""
        path = self._path(name)
        with system.disk("the backup's folder"):
            path.unlink(missing_ok=True)
            with suppress(OSError):  # others are in it
                path.parent.rmdir() if path.parent != self._folder else None

    def _path(self, name: str) -> Path:
        return self._folder / checked_name(name)


def _refused(error: OSError) -> None:
    """Raise what kept a folder from being listed: only one that is not there is empty."""
    if not isinstance(error, FileNotFoundError):
        raise error


def _copy(source: BinaryIO, target: BinaryIO, size: int, tick: Tick) -> None:
    done = 0
    while done < size:
        part = source.read(min(BLOCK * 8, size - done))
        if not part:
            raise DamagedVault("a file became shorter while it was copied", part="backup")
        system.write_all(target, part)
        done += len(part)
        tick(done, size)
