"""Places for backups that do what places do: forget, alter, give back what is old, be cut off."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from storage.backup.folder import FolderStore
from storage.outlets.base import Stored
from storage.progress import Tick, silent


class Cut(Exception):
    """The connection is gone."""


class Cuttable:
    """A store whose connection is cut after so many calls; it counts what is put."""

    def __init__(self, folder: Path, calls: int = -1) -> None:
        self._store = FolderStore(folder)
        self._calls = calls
        self.put_names: list[str] = []

    def _call(self) -> None:
        if self._calls == 0:
            raise Cut
        self._calls -= 1

    def names(self, prefix: str) -> Iterator[Stored]:
        self._call()
        return self._store.names(prefix)

    def put(self, name: str, source: BinaryIO, size: int, tick: Tick = silent) -> None:
        self._call()
        self._store.put(name, source, size, tick)
        self.put_names.append(name)

    @contextmanager
    def get(self, name: str) -> Iterator[BinaryIO]:
        self._call()
        with self._store.get(name) as file:
            yield file

    def remove(self, name: str) -> None:
        self._call()
        self._store.remove(name)


def copied(folder: Path, name: str) -> Path:
    """Return a copy of a folder as it is now."""
    copy = folder.with_name(name)
    shutil.copytree(folder, copy)
    return copy
