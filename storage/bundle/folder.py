"""The same walk through a bundle that somebody has unpacked.

Links are not followed and anything that is no file or folder is not opened. The
little files that systems drop into folders when people look at them are passed
over; anything else that does not belong is named as such.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from storage.bundle import container
from storage.bundle.bag import Filed
from storage.bundle.digests import FileDigests, Lanes
from storage.bundle.sheet_check import is_sheet
from storage.bundle.walk import HELD, Walked, bound, is_ours, is_read, unfit
from storage.errors import DamagedBundle
from storage.progress import Tick

_BLOCK = 1024 * 1024
_DEPTH = 3
_DROPPED_BY_SYSTEMS = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))


def walk_folder(untrusted: Path, lanes: Lanes, tick: Tick) -> Walked:
    """Return what stands in the folder; DamagedBundle, or OSError where it cannot be read."""
    files: list[Filed] = []
    held: dict[str, bytes] = {}
    wrong: tuple[str, ...] = ()
    done = 0
    for path in _paths(untrusted, "", _DEPTH):
        if len(files) >= container.MAX_ENTRIES:
            raise DamagedBundle(reason="too-large")
        digests, kept = FileDigests(lanes), bytearray()
        for block in _blocks(untrusted / path):
            digests.update(block)
            done += len(block)
            tick(done, 0)
            if is_read(path) and len(kept) <= bound(path):
                kept += block
        if is_sheet(path):
            wrong += unfit(path, bytes(kept))
        elif path in HELD:
            held[path] = bytes(kept)
        files.append(Filed(path, digests.size, digests.settle()))
    return Walked("", tuple(files), (), held, wrong)


def _paths(top: Path, below: str, depth: int) -> Iterator[str]:
    with os.scandir(top / below) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        path = below + entry.name
        if entry.is_dir(follow_symlinks=False) and depth > 1:
            yield from _paths(top, path + "/", depth - 1)
        elif entry.name not in _DROPPED_BY_SYSTEMS:
            if not entry.is_file(follow_symlinks=False) or not is_ours(path):
                raise DamagedBundle(reason="name")
            yield path


def _blocks(path: Path) -> Iterator[bytes]:
    # Between the listing and now it may have become a link or a pipe: neither is followed.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb", buffering=0) as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise DamagedBundle(reason="name")
        while block := stream.read(_BLOCK):
            yield block
