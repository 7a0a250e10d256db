"""Files and folders that a person names or drops.

Only regular files are taken. Links inside a folder are named and left alone,
because they can lead out of it or round in a circle; pipes and devices are
never opened, because opening one can hang. Folders that hold a system's own
thumbnails are passed over: their pictures are not evidence but copies of it.
"""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from capture.errors import CaptureError, Unreadable

_PASSED_OVER = frozenset((".thumbnails", ".Trashes", ".Spotlight-V100", "@eaDir", "__MACOSX"))
_MAX_DEPTH = 64


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that a source offers.

    ``shown`` is how the person named it (a path), ``name`` its own name without folders,
    ``size`` in bytes, ``modified_at`` ISO 8601 UTC or None. ``open`` gives a readable, seekable
    stream and raises Unreadable.
    """

    shown: str
    name: str
    size: int
    modified_at: str | None
    open: Callable[[], BinaryIO]


@dataclass(frozen=True, slots=True)
class Skipped:
    """What could not be taken, and why."""

    shown: str
    error: CaptureError


def find(paths: Iterable[Path]) -> Iterator[Incoming | Skipped]:
    """Yield every file at or below the paths, in name order; what cannot be read is Skipped."""
    for path in paths:
        yield from _at(path, depth=0, named=True)


def _at(path: Path, depth: int, *, named: bool) -> Iterator[Incoming | Skipped]:
    try:
        state = path.stat() if named else path.lstat()
        if stat.S_ISDIR(state.st_mode):
            yield from _inside(path, depth)
        elif stat.S_ISREG(state.st_mode):
            yield _incoming(path, state)
        else:
            reason = "link" if stat.S_ISLNK(state.st_mode) else "not-a-file"
            yield Skipped(str(path), Unreadable(reason=reason))
    except OSError as error:
        yield Skipped(str(path), _unreadable(error))


def _inside(folder: Path, depth: int) -> Iterator[Incoming | Skipped]:
    if depth >= _MAX_DEPTH:
        yield Skipped(str(folder), Unreadable(reason="too-deep"))
        return
    for path in sorted(folder.iterdir()):
        if path.name not in _PASSED_OVER:
            yield from _at(path, depth + 1, named=False)


def _incoming(path: Path, state: os.stat_result) -> Incoming:
    return Incoming(
        shown=str(path),
        name=path.name,
        size=state.st_size,
        modified_at=_iso(state.st_mtime),
        open=lambda: _open(path),
    )


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise _unreadable(error) from error


def _iso(seconds: float) -> str | None:
    try:
        moment = datetime.fromtimestamp(int(seconds), UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _unreadable(error: OSError) -> Unreadable:
    if isinstance(error, PermissionError):
        return Unreadable(reason="permission")
    if isinstance(error, FileNotFoundError):
        return Unreadable(reason="missing")
    return Unreadable(reason="device")
