"""iPhones and iPads on a cable: their pictures, videos and recordings, and their edits, by AFC.

The system's own service (usbmuxd; Apple's driver on macOS and Windows) holds the
cable and does the pairing: it asks the phone, the phone asks the person. Files are
read in pieces as they are wanted; nothing is staged on the disk. After a cable was
pulled the next question finds the phone again, by its own number.
"""

import io
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, BinaryIO, Self, cast

from typing_extensions import override

from capture.errors import Unreadable
from capture.sources import mutations
from capture.sources.apple import cable
from capture.sources.apple.cable import Phone, Refused
from capture.sources.base import About, ErasingByName, Incoming, Skipped, iso

if TYPE_CHECKING:
    from capture.sources.apple.files import Files

_WHERE_KEPT = ("DCIM", "Recordings")
_MAX_DEPTH = 16
_MAX_FILES = 200_000
_PASSED_OVER = frozenset((".thumbnails", ".MISC", ".nomedia"))
_NANOSECONDS = 1_000_000_000


def available() -> bool:
    """Say whether this system has what speaks with iPhones."""
    try:
        cable.address()
        from capture.sources.apple import files

        files.asked()
    except Unreadable as error:
        return error.facts["reason"] != "no-usbmuxd"
    return True


def attached() -> tuple[Phone, ...]:
    """Return the iPhones that are plugged in. Raises Unreadable, "no-usbmuxd"."""
    cable.address()
    from capture.sources.apple import files  # only where there may be one: it is a large library

    return files.attached()


class IPhone:
    """One iPhone, reached when it is first asked and let go with ``close``."""

    def __init__(self, phone: Phone) -> None:
        self._phone = phone
        self._lock = threading.Lock()
        self._reached: Files | None = None
        self.about = About("phone", phone.name, "/")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the phone; what is being read of it ends."""
        with self._lock:
            if self._reached is not None:
                self._reached.close()
                self._reached = None

    def find(self) -> Iterator[Incoming | Skipped]:
        """Yield every file on the phone, folder by folder. Raises Unreadable where it is gone."""
        offered = set(self._files().names("/"))
        kept = (self._in(f"/{name}", 0) for name in _WHERE_KEPT if name in offered)
        for number, found in enumerate(chain(chain.from_iterable(kept), self._edits()), 1):
            if number > _MAX_FILES:
                raise Unreadable(reason="too-many")
            yield found

    def _edits(self) -> Iterator[Incoming | Skipped]:
        """Yield the edits that the phone keeps apart, as it last showed them."""
        for album in self._names(mutations.FOLDER):
            for one in self._names(f"{mutations.FOLDER}/{album}"):
                below = f"{mutations.FOLDER}/{album}/{one}/{mutations.BELOW}"
                for name in filter(mutations.is_edit, self._names(below)):
                    yield from self._at(below, name, _MAX_DEPTH)

    def _names(self, folder: str) -> tuple[str, ...]:
        """Return what is in a folder, nothing where the phone has none or does not give it."""
        with suppress(Refused):
            return tuple(name for name in self._files().names(folder) if "/" not in name)
        return ()

    def _in(self, folder: str, depth: int) -> Iterator[Incoming | Skipped]:
        if depth > _MAX_DEPTH:
            yield Skipped(folder, Unreadable(reason="too-deep"))
            return
        for name in self._files().names(folder):
            if name not in _PASSED_OVER and "/" not in name:
                yield from self._at(folder, name, depth)

    def _at(self, folder: str, name: str, depth: int) -> Iterator[Incoming | Skipped]:
        path = f"{folder}/{name}"
        try:
            info = self._files().info(path)
            kind, known = info.get("st_ifmt"), _size_and_time(info)
        except Refused as error:
            yield Skipped(path, error)
            return
        if kind == "S_IFDIR":
            yield from self._in(path, depth + 1)
        elif kind == "S_IFREG":
            yield self._incoming(folder, name, *known)
        else:
            yield Skipped(path, Unreadable(reason="link" if kind == "S_IFLNK" else "not-a-file"))

    def _incoming(self, folder: str, name: str, size: int, modified: int) -> Incoming:
        path = f"{folder}/{name}"
        return Incoming(
            shown=path,
            name=name,
            folder=folder,
            size=size,
            modified_at=iso(modified // _NANOSECONDS) if modified > 0 else None,
            open=partial(self._open, path),
            erasing=ErasingByName(self, folder, name, (size, modified)),
        )

    def _open(self, path: str) -> BinaryIO:
        files = self._files()
        return cast("BinaryIO", io.BufferedReader(_Read(files, files.open(path)), cable.READ_MAX))

    def _files(self) -> "Files":
        """Return the connection, made anew where there is none or the last one broke."""
        with self._lock:
            if self._reached is None or self._reached.broken:
                from capture.sources.apple.files import Files

                self._reached = Files(self._phone.serial)
            return self._reached

    def erase(self, folder: str, name: str, known: tuple[int, int]) -> None:
        """Delete a file whose size and time are still these. Raises Unreadable."""
        path = f"{folder}/{name}"
        files = self._files()
        if _size_and_time(files.info(path)) != known:
            raise Unreadable(reason="changed")
        files.remove(path)

    def names(self, folder: str) -> tuple[str, ...]:
        """List a folder, as it is now. Raises Unreadable."""
        return self._files().names(folder)


class _Read(io.RawIOBase):
    """An open file of the phone, read from its beginning to its end."""

    def __init__(self, files: "Files", handle: int) -> None:
        super().__init__()
        self._files = files
        self._handle = handle

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Any, /) -> int:
        data = self._files.read(self._handle, len(buffer))
        buffer[: len(data)] = data
        return len(data)

    @override
    def close(self) -> None:
        if not self.closed:
            with suppress(Unreadable):  # the phone that is gone has closed it
                self._files.end(self._handle)
        super().close()


def _size_and_time(untrusted_info: Mapping[str, str]) -> tuple[int, int]:
    """Return the size in bytes and the time in nanoseconds. Raises Refused for no numbers."""
    try:
        size, modified = (int(untrusted_info.get(name, "0")) for name in ("st_size", "st_mtime"))
    except ValueError as error:
        raise Refused(reason="iphone-refused") from error
    if size < 0:
        raise Refused(reason="iphone-refused")
    return size, modified
