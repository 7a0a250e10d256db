"""One file of a bundle that was verified, opened to be read and compared.

A plain bundle stores its files as they are, so one is read where it lies. What is sealed is
decrypted once more for it, and never stands on the disk in the clear.
"""

import io
import zipfile
from pathlib import Path
from typing import BinaryIO, cast

from typing_extensions import override

from storage.bundle.container import local_header
from storage.bundle.spill import Spill
from storage.bundle.verify import passed_on
from storage.progress import Tick, silent
from storage.seeking import InParts

MAX_HELD = 64 << 20
"""Bytes of a file of a sealed or split bundle that are held in memory."""


def part_of(
    untrusted: Path, part: str, identity: str | None = None, tick: Tick = silent
) -> BinaryIO:
    """Open one file of a bundle at a path, by its path inside.

    For what was verified just now; the reader checks its digest once more. What is sealed or in
    volumes is walked again, and that file is held in memory, or encrypted on the disk where it is
    long. Ticks and raises what ``verify_path`` does.
    """
    if untrusted.is_dir():
        return (untrusted / part).open("rb")
    if zipfile.is_zipfile(untrusted):
        return _lying(untrusted, part)
    spill = Spill(MAX_HELD)
    try:
        passed_on(untrusted, part, spill, identity, tick)
        return spill.opened()
    finally:
        spill.close()


def _lying(untrusted: Path, part: str) -> BinaryIO:
    with zipfile.ZipFile(untrusted) as opened:
        found = next(one for one in opened.infolist() if one.filename.partition("/")[2] == part)
    return lying(untrusted.open("rb"), found)


def lying(bundle: BinaryIO, found: zipfile.ZipInfo) -> BinaryIO:
    """Open one file of a plain bundle that was verified, where it lies; both are closed at once."""
    header = local_header(found.filename, found.file_size, 0)
    return Excerpt.of(bundle, found.header_offset + len(header), found.file_size)


class Excerpt(InParts):
    """``size`` bytes of a file from ``begins`` on; it is closed with this."""

    def __init__(self, file: BinaryIO, begins: int, size: int) -> None:
        super().__init__(size)
        self._file, self._begins = file, begins

    @classmethod
    def of(cls, file: BinaryIO, begins: int, size: int) -> BinaryIO:
        """Open a stretch of a file, which is closed with it."""
        return cast("BinaryIO", io.BufferedReader(cls(file, begins, size)))

    @override
    def _part(self, at: int, most: int) -> bytes:
        self._file.seek(self._begins + at)
        return self._file.read(most)

    @override
    def close(self) -> None:
        self._file.close()
        super().close()
