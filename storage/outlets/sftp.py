"""SFTP over SSH: a folder of an account, at a host whose key stands on the outlet's card.

The key is known beforehand or nothing is said: the first connection is the one
that somebody in between waits for. What is cut goes on at the last whole part
of ``NAME.part``, which is measured and then renamed. paramiko speaks the
protocol and gets its connection from our transport.
"""

import base64
import hashlib
import io
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import BinaryIO

import paramiko
from typing_extensions import override

from storage.errors import (
    BadAddress,
    NotThere,
    NotTrusted,
    OutletLied,
    OutletRefused,
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
from storage.outlets.transport import Line, Link, Pace
from storage.progress import Tick, silent

_PART = ".part"
_BANNER = "SSH-2.0-OpenSSH_9.6"
_CIPHERS = ("aes256-gcm@openssh.com", "aes128-gcm@openssh.com", "aes256-ctr", "aes128-ctr")
_DIGESTS = ("hmac-sha2-256-etm@openssh.com", "hmac-sha2-512-etm@openssh.com", "hmac-sha2-256")
"""What is offered: nothing that is older, and first what the processor does by itself."""

_KEY = "-----BEGIN OPENSSH PRIVATE KEY-----"
_FINGERPRINT = "SHA256:"
_WAIT = 60.0
_WINDOW, _PIECE = 1 << 20, 32 * 1024
_DIGEST = 32
_BROKEN = (paramiko.SSHException, EOFError)
_CLOSED = "Socket is closed"
_MOST_FOLDERS = 100_000


class Sftp:
    """A folder on an SFTP server, as an outlet and as a store."""

    def __init__(self, link: Link, address: Address, account: Account) -> None:
        """Work below ``address.path``; ``link.pin`` is the host key's (``read_host_key``)."""
        self._link = link
        self._address = address
        self._account = account
        self._base = unquoted(address.path).rstrip("/")
        self._line: Line | None = None
        self._transport: paramiko.Transport | None = None
        self._client: paramiko.SFTPClient | None = None

    def close(self) -> None:
        """End the connection; what is asked next opens another."""
        transport, self._transport, self._client = self._transport, None, None
        if transport is not None:
            transport.close()
        if self._line is not None:
            self._line.close()
            self._line = None

    def ask(self, tick: Tick = silent) -> Limits:
        """Log in and look whether the folder is there; SFTP says nothing of limits."""
        with self._opened(tick) as client, _named("no-such-place"):
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
                with suppress(*_BROKEN, OSError, OutletTrouble):
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
                yield io.BufferedReader(_Windows(file, size), BLOCK)

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
            _pour(source, file, (start, size), self._link.pace, tick)
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
    def _opened(self, tick: Tick) -> Iterator[paramiko.SFTPClient]:
        """Give the open session, and name what goes wrong in it; it is closed then."""
        try:
            if self._client is None:
                self._client = self._connect(tick)
            with _named("refused"):
                yield self._client
        except OutletTrouble as error:
            if isinstance(error, Unreachable):
                self.close()
            told = self._link.explained(error)
            if told is error:
                raise
            raise told from error
        except BaseException:
            self.close()
            raise

    def _connect(self, tick: Tick) -> paramiko.SFTPClient:
        if not self._link.pin:
            raise NotTrusted("no host key is known", reason="host-key")
        self._line = self._link.connect(self._address, lambda: tick(0, 0))
        transport = paramiko.Transport(self._line.sock)
        self._transport = transport
        transport.local_version = _BANNER  # it would name the library
        offered = transport.get_security_options()
        offered.ciphers, offered.digests = _CIPHERS, _DIGESTS
        transport.banner_timeout = transport.auth_timeout = _WAIT
        with _named("refused"):
            transport.start_client(timeout=_WAIT)
            if _pin(transport.get_remote_server_key()) != self._link.pin:
                raise NotTrusted(reason="host-key")
            self._log_in(transport)
            client = paramiko.SFTPClient.from_transport(transport)
        if client is None:
            raise Unreachable(reason="broken-off")
        client.get_channel().settimeout(self._link.idle)  # type: ignore[union-attr]  # an open client has one
        return client

    def _log_in(self, transport: paramiko.Transport) -> None:
        user, secret = self._account.user, self._account.password
        try:
            if secret.lstrip().startswith(_KEY):
                transport.auth_publickey(user, _private_key(secret))
            else:
                transport.auth_password(user, secret, fallback=False)
        except paramiko.AuthenticationException as error:
            raise OutletRefused(reason="wrong-login") from error


def read_host_key(untrusted: str) -> str:
    """Return the pin of a host key: of a line of ``known_hosts``, or ``SHA256:…`` as ssh says it.

    Raises BadAddress(reason="pin-spelling").
    """
    for word in untrusted.split():
        if word.startswith(_FINGERPRINT):
            digits = word.removeprefix(_FINGERPRINT).rstrip("=")
            with suppress(ValueError):
                if (
                    len(base64.b64decode(digits + "=", validate=True))
                    == hashlib.sha256().digest_size
                ):
                    return _FINGERPRINT + digits
        elif word.startswith("AAAA"):
            with suppress(ValueError):
                return _fingerprint(base64.b64decode(word, validate=True))
    raise BadAddress(reason="pin-spelling")


def _fingerprint(key: bytes) -> str:
    return _FINGERPRINT + base64.b64encode(hashlib.sha256(key).digest()).decode().rstrip("=")


def _pin(key: paramiko.PKey) -> str:
    return _fingerprint(key.asbytes())


def _private_key(text: str) -> paramiko.PKey:
    try:
        return paramiko.Ed25519Key.from_private_key(io.StringIO(text))
    except (paramiko.SSHException, ValueError) as error:
        raise OutletRefused("no Ed25519 key without a passphrase", reason="wrong-login") from error


@contextmanager
def _named(otherwise: str) -> Iterator[None]:
    """Turn what paramiko raises into one of our errors."""
    try:
        yield
    except StorageError:
        raise
    except _BROKEN as error:
        raise Unreachable(type(error).__name__, reason="broken-off") from error
    except FileNotFoundError as error:
        raise OutletRefused(reason="no-such-place") from error
    except PermissionError as error:
        raise OutletRefused(reason="wrong-login") from error
    except TimeoutError as error:
        raise Unreachable(reason="timed-out") from error
    except OSError as error:
        # Without a number it is the server's own word, or paramiko's for a line that broke.
        if error.errno is None and str(error) != _CLOSED:  # such as "Failure" for a full disk
            raise OutletRefused(type(error).__name__, reason=otherwise) from error
        raise Unreachable(type(error).__name__, reason="broken-off") from error


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

    def __init__(self, file: paramiko.SFTPFile, size: int) -> None:
        super().__init__()
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
            with _named("refused"):
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
