"""The folder of blobs: where each lies, which are there, which are ours, and their end.

A vault holds two sets of items (see ``docs/formats/vault.md``) and one folder of
blobs. A blob that our key does not open may be the other set's: it is left
alone, never swept.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from storage.errors import DamagedVault, NoSuchItem, StorageError
from storage.vault import layout, system
from storage.vault.boxes import NotThisKey
from storage.vault.keys import MasterKey
from storage.vault.reader import ChunkReader
from storage.vault.window import SeekableDraft
from storage.vault.writer import PART, Draft

_ID = 32
_HEXADECIMAL = "0123456789abcdef"
_HEXADECIMAL_BYTES = _HEXADECIMAL.encode()


class BlobFolder:
    """All blobs of a vault, seen with one set's key."""

    def __init__(self, folder: Path, master: MasterKey) -> None:
        self._folder = folder
        self._master = master

    def path(self, blob: str) -> Path:
        """Return where a blob lies. Raises NoSuchItem for what is no id."""
        if not is_id(blob):
            raise NoSuchItem("that is no id")
        return self._folder / blob[:2] / blob

    def free_space(self) -> int:
        """Return how many bytes can still be written there."""
        with system.disk("the vault's folder"):
            return system.free_space(self._folder)

    def create(self, *, seekable: bool = False, blob: str | None = None) -> Draft:
        """Begin a new blob, under a random id if none is given.

        A seekable one is for muxers, which go back.
        """
        blob = blob or secrets.token_hex(16)
        home = self.path(blob).parent
        with system.disk("a new item"):
            if not home.is_dir():
                home.mkdir(mode=0o700, parents=True, exist_ok=True)
                system.sync_folder(self._folder)
        return (SeekableDraft if seekable else Draft)(self._master, home, blob)

    def names(self) -> Iterator[str]:
        """Yield the ids of all blobs that are there, ours or not."""
        return (blob for whole, _ in self._listed() for blob in whole)

    def both(self) -> tuple[set[str], list[str]]:
        """Return the ids of all blobs, ours or not, and those of the unfinished: in one walk."""
        present: set[str] = set()
        unfinished: list[str] = []
        for whole, parts in self._listed():
            present.update(whole)
            unfinished += parts
        return present, unfinished

    def _listed(self) -> Iterator[tuple[list[str], list[str]]]:
        """Yield, for each folder, the ids of its whole blobs and of its unfinished ones."""
        with system.disk("the vault's folder"), suppress(FileNotFoundError):
            for home in sorted(os.scandir(self._folder), key=lambda entry: entry.name):
                if len(home.name) == len("xx") and home.is_dir(follow_symlinks=False):
                    yield _told_apart(os.listdir(home.path), home.name)  # noqa: PTH208  # names, not paths: there are many

    def open(self, blob: str, expected: int | None = None) -> ChunkReader:
        """Return a reader of a blob; ``expected`` is its plain size where the index knows it.

        Raises DamagedVault for one that is missing, altered or not ours.
        """
        file = self._open_file(blob)
        try:
            header = self._header(file, blob)
            size = self._size(file, blob) if expected is None else expected
            return ChunkReader(file, header, size, blob)
        except BaseException:
            file.close()
            raise

    def reaches(self, blob: str, size: int) -> bool:
        """Say whether a blob of so many plain bytes is there, and no shorter than it was."""
        try:
            length = self.path(blob).stat(follow_symlinks=False).st_size
        except OSError:
            return False
        return length > layout.HEADER + layout.stored(size)

    def record(self, blob: str, *, part: bool = False) -> layout.Record:
        """Return what a blob says of itself.

        Raises NotThisKey for one that is not ours, DamagedVault for one that is incomplete.
        """
        with self._open_file(blob, part=part) as file:
            record, header = layout.open_footer(self._master, blob, self._footer(file, blob))
            layout.open_header(self._master, blob, header)
            if record["id"] != blob or record["size"] != self._size(file, blob):
                raise DamagedVault("the record is another blob's", part=f"footer of item {blob}")
        return record

    def check_header(self, blob: str) -> None:
        """Read the header itself, not its copy. Raises NotThisKey or DamagedVault."""
        with self._open_file(blob) as file:
            layout.open_header(self._master, blob, _read(file, 0, layout.HEADER))

    def header_stands(self, blob: str) -> bool:
        """Whether a blob has a header that our key opens: then it is ours, and no stranger's."""
        try:
            self.check_header(blob)
        except (NotThisKey, StorageError):
            return False
        return True

    def mend_header(self, blob: str) -> None:
        """Write the header again from the footer's copy of it."""
        with self._open_file(blob) as file:
            _, header = layout.open_footer(self._master, blob, self._footer(file, blob))
        layout.open_header(self._master, blob, header)
        with (
            system.disk(f"header of item {blob}"),
            system.open_file(self.path(blob), writable=True) as file,
        ):
            system.write_all(file, header)
            system.sync(file)

    def mend_footer(self, blob: str, record: layout.Record) -> None:
        """Write the footer again from what the index knows, after the chunks that are there.

        Only where the file still reaches that far: what was cut off may be more than a footer.
        """
        start = layout.HEADER + layout.stored(record["size"])
        with (
            system.disk(f"footer of item {blob}"),
            system.open_file(self.path(blob), writable=True) as file,
        ):
            header = layout.open_header(self._master, blob, _read(file, 0, layout.HEADER))
            if os.fstat(file.fileno()).st_size < start:
                raise DamagedVault("the blob is cut short", part=f"length of item {blob}")
            file.seek(start)
            system.write_all(file, layout.make_footer(self._master, header, record))
            file.truncate()
            system.sync(file)

    def adopt(self, blob: str) -> None:
        """Give a complete blob its name, after a crash between its last byte and its name."""
        final = self.path(blob)
        with system.disk(f"item {blob}"):
            part = final.with_name(blob + PART)
            with system.open_file(part, writable=True) as file:  # Windows syncs no other
                system.sync(file)
            system.put_in_place(part, final)
            system.sync_folder(final.parent)

    def purge(self, blob: str) -> None:
        """Take away an unfinished blob."""
        with system.disk("an unfinished item"):
            self.path(blob).with_name(blob + PART).unlink(missing_ok=True)

    def withdraw(self, blob: str) -> None:
        """Take away a blob that was not acknowledged, as far as the disk lets us.

        Not overwritten: on a disk that fails half of it would stay, which nobody could explain.
        """
        path = self.path(blob)
        with suppress(OSError):
            path.unlink(missing_ok=True)
            system.sync_folder(path.parent)

    def erase(self, blob: str) -> None:
        """Overwrite both copies of the item key, then take the file away."""
        path = self.path(blob)
        with system.disk(f"item {blob}"), suppress(FileNotFoundError):
            with system.open_file(path, writable=True) as file:
                with suppress(DamagedVault):
                    length = len(self._footer(file, blob))
                    system.overwrite(file, os.fstat(file.fileno()).st_size - length, length)
                system.overwrite(file, 0, layout.HEADER)
            path.unlink()
            system.sync_folder(path.parent)

    def _open_file(self, blob: str, *, part: bool = False) -> BinaryIO:
        path = self.path(blob)
        with system.disk(f"item {blob}"):
            return system.open_file(path.with_name(blob + PART) if part else path)

    def _header(self, file: BinaryIO, blob: str) -> layout.Header:
        try:
            return layout.open_header(self._master, blob, _read(file, 0, layout.HEADER))
        except (NotThisKey, DamagedVault):
            return self._header_copy(file, blob)

    def _header_copy(self, file: BinaryIO, blob: str) -> layout.Header:
        try:
            _, header = layout.open_footer(self._master, blob, self._footer(file, blob))
            return layout.open_header(self._master, blob, header)
        except NotThisKey as error:
            raise DamagedVault("its key is damaged", part=f"header of item {blob}") from error

    def _footer(self, file: BinaryIO, blob: str) -> bytes:
        end = os.fstat(file.fileno()).st_size
        trailer = _read(file, max(0, end - layout.TRAILER), layout.TRAILER)
        length = layout.footer_length(trailer, blob)
        if end < layout.HEADER + layout.TAG + length:
            raise DamagedVault("the blob is cut short", part=f"length of item {blob}")
        return _read(file, end - length, length)

    def _size(self, file: BinaryIO, blob: str) -> int:
        end = os.fstat(file.fileno()).st_size
        length = len(self._footer(file, blob))
        return layout.plain_size(end - length - layout.HEADER, blob)


def _told_apart(untrusted_names: list[str], prefix: str) -> tuple[list[str], list[str]]:
    """Return which of a folder's names are whole blobs, and the ids of the unfinished ones."""
    if _all_ids(untrusted_names, prefix):
        return untrusted_names, []
    whole: list[str] = []
    parts: list[str] = []
    for name in untrusted_names:
        blob = name.removesuffix(PART)
        if blob.startswith(prefix) and is_id(blob):
            (whole if blob == name else parts).append(blob)
    return whole, parts


def _all_ids(untrusted_names: list[str], prefix: str) -> bool:
    """Whether all of them are ids with this beginning, asked of all together: there may be many."""
    if set(map(len, untrusted_names)) != {_ID}:
        return False
    # What sorts between two names that begin alike begins so, too.
    if not (min(untrusted_names).startswith(prefix) and max(untrusted_names).startswith(prefix)):
        return False
    return not "".join(untrusted_names).encode(errors="replace").translate(None, _HEXADECIMAL_BYTES)


def is_id(name: str) -> bool:
    """Whether a name is a blob's.

    Without a regular expression: a vault may have a hundred thousand of them.
    """
    return len(name) == _ID and not name.strip(_HEXADECIMAL)


def _read(file: BinaryIO, start: int, length: int) -> bytes:
    with system.disk("an item"):
        file.seek(start)
        return file.read(length) or b""
