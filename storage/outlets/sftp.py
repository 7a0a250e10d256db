"""SFTP over SSH: a folder of an account, at a host whose key stands on the outlet's card.

What is cut goes on at the last whole part of ``NAME.part``, which is measured
and then renamed. paramiko speaks the protocol, over what ``ssh`` gives it.
"""

import io
import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from typing import BinaryIO

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
from storage.outlets.base import (
    BLOCK,
    PART,
    Limits,
    Memo,
    Parcel,
    Receipt,
    Stored,
    Sureness,
    checked_name,
    is_name,
)
from storage.outlets.ssh import BROKEN, Session, named
from storage.outlets.transport import Link, Pace
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
                ours = memo.read().get("part") == parcel.sha256
                memo.keep({"part": parcel.sha256})
                with parcel.open() as source:
                    self._send(client, parcel.name, source, parcel.size, tick, resume=ours)
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
            for entry in self._entries(folder):
                name = f"{folder}/{entry.filename}".lstrip("/")
                mode = entry.st_mode or 0
                if stat.S_ISDIR(mode) and is_name(name):
                    folders.append(name)
                elif stat.S_ISREG(mode) and is_name(name) and not name.endswith(_PART):
                    yield Stored(name, entry.st_size or 0)

    def _entries(self, folder: str) -> list[paramiko.SFTPAttributes]:
        with self._opened(silent) as client:
            try:
                return client.listdir_attr(self._at(folder))
            except FileNotFoundError:
                return []

    def put(self, name: str, source: BinaryIO, size: int, tick: Tick = silent) -> None:
        """Keep a file under a name, in place of what was there."""
        checked_name(name)
        with self._opened(tick) as client:
            self._make_folders(client, name)
            try:
                self._send(client, name, source, size, tick, resume=False)
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
        self,
        client: paramiko.SFTPClient,
        name: str,
        source: BinaryIO,
        size: int,
        tick: Tick,
        *,
        resume: bool,
    ) -> None:
        part, whole = self._at(name + _PART), self._at(name)
        start = _whole_parts(client, part, size) if resume else 0
        source.seek(start) if start else None
        with client.open(part, "r+b" if start else "wb", 0) as file:
            if start:
                file.truncate(start)
                file.seek(start)
            file.set_pipelined(True)  # as paramiko has it
            try:
                _pour(source, file, (start, size), self._link.pace, tick)
            except BaseException as error:
                self._give_up(error)  # else the end of the file is waited for
                raise
        if _size(client, part) != size:
            raise OutletLied("another size than was sent", reason="size")
        client.posix_rename(part, whole)

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
    def _opened(self, tick: Tick, otherwise: str = "refused") -> Iterator[paramiko.SFTPClient]:
        """Give the open session, and name what goes wrong in it; it is closed then."""
        self._tick = tick
        try:
            session = self._session or self._connect()
            with named(otherwise, session.wire):
                yield session.client
        except OutletTrouble as error:
            if isinstance(error, Unreachable | OutletLied):
                self.close()
            told = self._link.explained(error)
            if told is error:
                raise
            raise told from error
        except BaseException:
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

    def _give_up(self, error: BaseException) -> None:
        if self._session is not None:
            self._session.talk.give_up(error)


def _pour(
    source: BinaryIO,
    file: paramiko.SFTPFile,
    span: tuple[int, int],
    pace: Pace | None,
    tick: Tick,
) -> None:
    """Send what lies between two offsets of a file."""
    done, size = span
    most = min(BLOCK, pace.block) if pace else BLOCK
    while done < size:
        block = source.read(min(most, size - done))
        if not block:
            raise StorageError("what is sent ended too early")
        file.write(block)
        done += len(block)
        tick(done, size)
        if pace is not None:
            pace.spend(len(block), partial(tick, done, size))


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


def _whole_parts(client: paramiko.SFTPClient, path: str, size: int) -> int:
    """Return where a cut file is gone on with: writes that were under way may have left a hole."""
    there = _size(client, path) or 0
    return there // PART * PART if there <= size else 0


def _remove(client: paramiko.SFTPClient, path: str) -> None:
    with suppress(FileNotFoundError):
        client.remove(path)
