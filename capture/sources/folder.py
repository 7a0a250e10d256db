"""Files and folders that a person names or drops.

Only regular files are taken. Links inside a folder are named and left alone,
because they can lead out of it or round in a circle; pipes and devices are
never opened, because opening one can hang. Folders that hold a system's own
thumbnails are passed over: their pictures are not evidence but copies of it.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from capture.errors import CaptureError, Unreadable
from capture.sources.archive import Archive, is_archive
from capture.sources.base import About, Incoming, Skipped, iso

_PASSED_OVER = frozenset(
    (".thumbnails", ".Trashes", ".Spotlight-V100", "@eaDir", "__MACOSX", ".nomedia")
)
_NOT_SHOWN = ".nomedia"
_MAX_DEPTH = 64


class Folder:
    """Files and folders by their paths, and all that is below them.

    With ``shown_only``, folders that a phone keeps out of its own gallery are left out.
    """

    def __init__(self, paths: Iterable[Path], *, shown_only: bool = False) -> None:
        self._paths = tuple(paths)
        self._shown_only = shown_only
        self.about = About("folder")

    def find(self) -> Iterator[Incoming | Skipped]:
        """Yield every file at or below the paths, in name order, and what is in archives."""
        for found in find(self._paths, shown_only=self._shown_only):
            if isinstance(found, Incoming) and is_archive(Path(found.shown)):
                yield from _packed(Path(found.shown))
            else:
                yield found


def find(paths: Iterable[Path], *, shown_only: bool = False) -> Iterator[Incoming | Skipped]:
    """Yield every file at or below the paths, in name order; what cannot be read is Skipped."""
    for path in paths:
        yield from _at(path, 0, shown_only=shown_only)


def _at(path: Path, depth: int, *, shown_only: bool) -> Iterator[Incoming | Skipped]:
    try:
        # A link that a person named is followed; one inside a folder is not.
        state = path.lstat() if depth else path.stat()
        if stat.S_ISDIR(state.st_mode):
            yield from _inside(path, depth, shown_only=shown_only)
        elif stat.S_ISREG(state.st_mode):
            yield _incoming(path, state)
        else:
            reason = "link" if stat.S_ISLNK(state.st_mode) else "not-a-file"
            yield Skipped(str(path), Unreadable(reason=reason))
    except OSError as error:
        yield Skipped(str(path), _unreadable(error))


def _inside(folder: Path, depth: int, *, shown_only: bool) -> Iterator[Incoming | Skipped]:
    if depth >= _MAX_DEPTH:
        yield Skipped(str(folder), Unreadable(reason="too-deep"))
        return
    below = sorted(folder.iterdir())
    if shown_only and any(path.name == _NOT_SHOWN for path in below):
        return
    for path in below:
        if path.name not in _PASSED_OVER:
            yield from _at(path, depth + 1, shown_only=shown_only)


def _packed(path: Path) -> Iterator[Incoming | Skipped]:
    """Give what is in an archive in its place, as phones and messengers hand out whole albums."""
    try:
        yield from Archive(path).find()
    except CaptureError as error:
        yield Skipped(str(path), error)


def _incoming(path: Path, state: os.stat_result) -> Incoming:
    return Incoming(
        shown=str(path),
        name=path.name,
        folder=str(path.parent),
        size=state.st_size,
        modified_at=iso(state.st_mtime),
        open=lambda: _open(path),
        erasing=_Erasing(path, _known(state)),
    )


_Known = tuple[int, int, int, int]


def _known(state: os.stat_result) -> _Known:
    """Return what tells a file from another of its name: where it lies on the disk, size, time."""
    return state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns


@dataclass(frozen=True, slots=True)
class _Erasing:
    """One file that may be deleted by its name."""

    path: Path
    known: _Known

    def erase(self) -> None:
        try:
            state = self.path.lstat()
            if not stat.S_ISREG(state.st_mode) or _known(state) != self.known:
                raise Unreadable(reason="changed")
            self.path.unlink()
        except OSError as error:
            raise _unreadable(error) from error

    def there(self) -> bool:
        try:
            with os.scandir(self.path.parent) as listed:
                return any(entry.name == self.path.name for entry in listed)
        except OSError as error:
            raise _unreadable(error) from error


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise _unreadable(error) from error


def _unreadable(error: OSError) -> Unreadable:
    if isinstance(error, PermissionError):
        return Unreadable(reason="permission")
    if isinstance(error, FileNotFoundError):
        return Unreadable(reason="missing")
    return Unreadable(reason="device")
