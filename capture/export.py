"""Files that leave: written under a hidden name, whole on the disk, then named; or not at all.

Nothing is ever replaced. A run that fails or is cancelled removes what it had
written; one that is killed leaves a hidden ``.part`` that the next run in the
same folder sweeps up.
"""

import contextlib
import errno
import os
import re
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

NEUTRAL_TIME = 315532800
"""1980-01-01T00:00:00Z, the earliest time that every file system and archive can hold."""

_PART_NAME = re.compile(r"\.firsthand-(\d{1,10})-([0-9a-f]{16})-[0-9a-f]{16}\.part")
_NEUTRAL_NAME = re.compile(r"(\d{3,9})\.[a-z0-9]{2,5}")
_THIS_RUN = secrets.token_hex(8)


@contextlib.contextmanager
def part_in(folder: Path) -> Iterator[Path]:
    """Make a hidden, empty file that only its owner may read; it is gone afterwards."""
    path = folder / f".firsthand-{os.getpid()}-{_THIS_RUN}-{secrets.token_hex(8)}.part"
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


@contextlib.contextmanager
def written_whole(target: Path) -> Iterator[BinaryIO]:
    """Give a stream whose bytes stand under ``target`` if, and only if, the block ends well.

    Raises FileExistsError, before anything is written, where something is in the way.
    """
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, "something is in the way")
    sweep(target.parent)
    with part_in(target.parent) as part:
        with part.open("r+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        give_neutral_time(part)
        name_part(part, target)


@contextlib.contextmanager
def written_all(folder: Path) -> Iterator[Callable[[Path], BinaryIO]]:
    """Give what opens one more file in the folder; all stand if the block ends well, or none.

    The last is named first, so that the first of several parts is there only when all are. Close
    each stream before the block ends. Raises FileExistsError where something is in the way.
    """
    sweep(folder)
    with contextlib.ExitStack() as parts:
        opened: dict[Path, Path] = {}

        def another(target: Path) -> BinaryIO:
            if os.path.lexists(target) or target in opened:
                raise FileExistsError(errno.EEXIST, "something is in the way")
            opened[target] = parts.enter_context(part_in(folder))
            return opened[target].open("r+b")

        yield another
        _name_all(opened)


def _name_all(opened: dict[Path, Path]) -> None:
    for part in opened.values():
        with part.open("r+b") as stream:
            os.fsync(stream.fileno())
        give_neutral_time(part)
    with contextlib.ExitStack() as named:
        for target, part in reversed(opened.items()):
            name_part(part, target)
            named.callback(target.unlink, missing_ok=True)
        named.pop_all()


def first_free(folder: Path) -> int:
    """Give the number after the highest that a file in the folder has."""
    matches = (_NEUTRAL_NAME.fullmatch(path.name) for path in folder.iterdir())
    return 1 + max((int(match[1]) for match in matches if match), default=0)


def name_next(part: Path, folder: Path, ending: str) -> Path:
    """Give a finished part a neutral time and the next neutral name of a folder: ``003.jpg``.

    Numbers go on after the highest that a file there has; nothing is ever replaced.
    """
    give_neutral_time(part)
    while True:
        target = folder / f"{first_free(folder):03d}{ending}"
        with contextlib.suppress(FileExistsError):  # somebody else took this name meanwhile
            name_part(part, target)
            return target


def give_neutral_time(part: Path) -> None:
    """Let a file say that it was changed, and read, in 1980.

    When it came to lie on this disk is another time, which stays what it is: Linux lets nobody set
    it, and the others are not asked to. It goes into no archive.
    """
    os.utime(part, (NEUTRAL_TIME, NEUTRAL_TIME))


def name_part(part: Path, target: Path) -> None:
    """Name a finished part without ever replacing another file. Raises FileExistsError."""
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # the file system (FAT, some network folders) knows no second name
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "something is in the way") from None
        part.rename(target)


def sweep(folder: Path) -> None:
    """Remove what a run that was killed left behind, and nothing of one that still works."""
    for path in folder.glob(".firsthand-*.part"):
        match = _PART_NAME.fullmatch(path.name)
        if match and match[2] != _THIS_RUN and not _works(int(match[1])):
            with contextlib.suppress(OSError):  # open elsewhere: not ours to sweep
                path.unlink()


def _works(process: int) -> bool:
    """Whether another process with this number is alive, as far as the system tells."""
    if os.name != "posix" or process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    return True
