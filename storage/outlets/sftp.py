"""SFTP over SSH: a folder of an account, at a host whose key stands on the outlet's card.

What is cut goes on in ``NAME.part`` behind what the server had answered for, which is measured
and then renamed. paramiko speaks the protocol, over what ``ssh`` gives it.
"""

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from typing import BinaryIO, cast

import paramiko
from typing_extensions import override

from storage.errors import (
    NotThere,
    NotTrusted,
    OutletLied,
    OutletTrouble,
    StorageError,
    Unreachable,
)
from storage.outlets.account import Account
from storage.outlets.address import Address, unquoted
from storage.outlets.base import BLOCK, Limits, Memo, Parcel, Receipt, Stored, Sureness
from storage.outlets.names import checked_name, is_name
from storage.outlets.sftp_ahead import Ahead, largest_block
from storage.outlets.sftp_listing import entries
from storage.outlets.sftp_notes import Notes
from storage.outlets.ssh import BROKEN, Client, Session, is_refusal, named
from storage.outlets.transport import Link
from storage.progress import Tick, silent

_PART = ".part"
_WINDOW, _PIECE = 1 << 20, 32 * 1024
_MOST_FOLDERS = 100_000


class Sftp:
    """A folder on an SFTP server, as an outlet and as a store."""

    def __init__(self, link: Link, address: Address, account: Account) -> None:
        """Work below ``address.path``; ``link.pin`` is the host key's (``read_host_key``)."""
        self._link = link
        self._address = address
        self._account = account
        self._base = unquoted(address.path).rstrip("/")
        self._session: Session | None = None
        self._tick: Tick = silent

    def close(self) -> None:
        """End the connection; what is asked next opens another."""
        session, self._session = self._session, None
        if session is not None:
            session.close()

    def ask(self, tick: Tick = silent) -> Limits:
        """Log in and look whether the folder is there; SFTP says nothing of limits."""
        with self._opened(tick, "no-such-place") as client:
            client.stat(self._base or ".")
        return Limits()

    def send(self, parcel: Parcel, memo: Memo, tick: Tick = silent) -> Receipt:
        """Send a parcel, going on at the last whole part of an earlier try of it."""
        with self._opened(tick) as client:
            if _size(client, self._at(parcel.name)) != parcel.size:
                with parcel.open() as source:
                    notes = Notes(memo, parcel.sha256)
                    self._send(parcel.name, source, parcel.size, tick, notes)
            if _size(client, self._at(parcel.name)) != parcel.size:
                raise OutletLied("another size than was sent", reason="size")
        place = self._address.below(*parcel.name.split("/")).text
        return Receipt(Sureness.CONFIRMED, "size", place)

    def forget(self, parcel: Parcel, memo: Memo) -> None:
        """Take away what a cut try left."""
        memo.keep({})
        with self._opened(silent) as client:
            _remove(client, self._at(parcel.name + _PART))

    def names(self, prefix: str) -> Iterator[Stored]:
        """Give the files below a folder, folder by folder."""
        folders = [prefix.rstrip("/")]
        for number, folder in enumerate(folders):
            if number > _MOST_FOLDERS:
                raise OutletLied("too many folders", reason="answer")
            with self._opened(silent) as client:
                found = entries(client, self._at(folder))
            for entry in found:
                name = f"{folder}/{entry.name}".lstrip("/")
                if entry.is_folder and is_name(name):
                    folders.append(name)
                elif is_name(name) and not entry.is_folder and not name.endswith(_PART):
                    yield Stored(name, entry.size)

    def put(self, name: str, source: BinaryIO, size: int, tick: Tick = silent) -> None:
        """Keep a file under a name, in place of what was there."""
        checked_name(name)
        with self._opened(tick) as client:
            self._make_folders(client, name)
            try:
                self._send(name, source, size, tick, None)
            except BaseException:
                with suppress(*BROKEN, OSError, OutletTrouble):
                    _remove(client, self._at(name + _PART))
                raise

    @contextmanager
    def get(self, name: str) -> Iterator[BinaryIO]:
        """Open a file to be read once."""
        with self._opened(silent) as client:
            path = self._at(checked_name(name))
            size = _size(client, path)
            if size is None:
                raise NotThere
            with client.open(path, "rb", 0) as file:
                yield io.BufferedReader(_Windows(file, size, self._named), BLOCK)

    def remove(self, name: str) -> None:
        """Take a file away."""
        with self._opened(silent) as client:
            _remove(client, self._at(checked_name(name)))

    def _send(
        self, name: str, source: BinaryIO, size: int, tick: Tick, notes: Notes | None
    ) -> None:
        client = self._standing().client
        part, whole = self._at(name + _PART), self._at(name)
        start = notes.begun(_size(client, part) or 0, size) if notes else 0
        source.seek(start) if start else None
        with client.open(part, "r+b" if start else "wb", 0) as file:
            if start:
                file.truncate(start)
            try:
                self._pour(source, file, (start, size), tick, notes)
            except BaseException as error:
                if not is_refusal(error):
                    self._give_up(error)  # else the end of the file is waited for
                raise
        if _size(client, part) != size:
            raise OutletLied("another size than was sent", reason="size")
        client.posix_rename(part, whole)

    def _pour(
        self,
        source: BinaryIO,
        file: paramiko.SFTPFile,
        span: tuple[int, int],
        tick: Tick,
        notes: Notes | None,
    ) -> None:
        """Send what lies between two offsets of a file."""
        session, pace = self._standing(), self._link.pace
        done, size = span
        ahead = Ahead(
            session, cast("bytes", file.handle), done
        )  # its types have a server's handle here
        most = min(largest_block(session), pace.block if pace else BLOCK)
        while done < size:
            block = source.read(min(most, size - done))
            if not block:
                raise StorageError("what is sent ended too early")
            ahead.write(block)
            done += len(block)
            if notes:
                notes.answered(ahead.answered)
            tick(done, size)
            if pace is not None:
                pace.spend(len(block), partial(tick, done, size))
        ahead.finish()

    def _make_folders(self, client: paramiko.SFTPClient, name: str) -> None:
        folders = name.split("/")[:-1]
        for depth in range(1, len(folders) + 1):
            path = self._at("/".join(folders[:depth]))
            try:
                client.stat(path)
            except FileNotFoundError:
                client.mkdir(path)

    def _at(self, name: str) -> str:
        return f"{self._base}/{name}" if name else self._base or "/"

    @contextmanager
    def _opened(self, tick: Tick, otherwise: str = "refused") -> Iterator[Client]:
        """Give the open session, and name what goes wrong in it; it is closed then."""
        self._tick = tick
        with self._link.explaining():
            try:
                session = self._session or self._connect()
                with named(otherwise, session.wire):
                    yield session.client
            except BaseException as error:
                # After a plain "no" the session goes on.
                if not isinstance(error, OutletTrouble) or isinstance(
                    error, Unreachable | OutletLied
                ):
                    self.close()
                raise

    def _connect(self) -> Session:
        if not self._link.pin:
            raise NotTrusted("no host key is known", reason="host-key")
        line = self._link.connect(self._address, lambda: self._tick(0, 0))
        self._session = Session(line, self._link.pin, self._account)
        return self._session

    def _named(self) -> AbstractContextManager[None]:
        return named("refused", self._session.wire) if self._session else nullcontext()

    def _standing(self) -> Session:
        if self._session is None:
            raise Unreachable("the session has ended", reason="broken-off")
        return self._session

    def _give_up(self, error: BaseException) -> None:
        if self._session is not None:
            self._session.talk.give_up(error)


class _Windows(io.RawIOBase):
    """A remote file read a window at a time, each asked for at once: one round trip, not forty."""

    def __init__(
        self,
        file: paramiko.SFTPFile,
        size: int,
        naming: Callable[[], AbstractContextManager[None]],
    ) -> None:
        super().__init__()
        self._naming = naming
        self._file, self._size, self._at = file, size, 0
        self._held = b""

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # io declares the wider Buffer protocol, which 3.11 cannot name
        if not self._held and self._at < self._size:
            ends = min(self._at + _WINDOW, self._size)
            pieces = [(at, min(_PIECE, ends - at)) for at in range(self._at, ends, _PIECE)]
            with self._naming():
                self._held = b"".join(self._file.readv(pieces))
            if len(self._held) != ends - self._at:
                raise Unreachable("the file ended too early", reason="broken-off")
            self._at = ends
        count = min(len(buffer), len(self._held))
        buffer[:count], self._held = self._held[:count], self._held[count:]
        return count


def _size(client: paramiko.SFTPClient, path: str) -> int | None:
    try:
        return client.stat(path).st_size
    except FileNotFoundError:
        return None


def _remove(client: paramiko.SFTPClient, path: str) -> None:
    with suppress(FileNotFoundError):
        client.remove(path)
