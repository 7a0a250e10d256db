"""An SSH connection to a host whose key stands on the outlet's card, over a line of ours.

paramiko speaks the protocol. Left to itself it waits without end, and hears nobody meanwhile: for
the line to take what it says, for a channel, for the rest of an answer that drips. So it is given
a ``Wire`` in place of a socket and a ``Talk`` in place of a channel, which wait in slices, and the
greeting, which cannot be sliced, is made beside whoever waits for it.

The key is known beforehand or nothing is said: the first connection is the one that somebody in
between waits for.
"""

import base64
import hashlib
import io
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, cast

import paramiko
from typing_extensions import override

from storage.errors import (
    BadAddress,
    NotTrusted,
    OutletLied,
    OutletRefused,
    OutletTrouble,
    StorageError,
    Unreachable,
)
from storage.outlets.account import Account
from storage.outlets.sftp_packets import EXTENDED_REPLY, MOST_PACKET, STATUS, check
from storage.outlets.transport import Line

BROKEN = (paramiko.SSHException, EOFError)
"""What paramiko raises where a line broke."""

_GARBLED = (paramiko.SFTPError, UnicodeDecodeError, IndexError, struct.error)
"""What it raises where the other side's words are none; in a greeting that is any error at all."""

_BANNER = "SSH-2.0-OpenSSH_9.6"
_CIPHERS = ("aes256-gcm@openssh.com", "aes128-gcm@openssh.com", "aes256-ctr", "aes128-ctr")
_DIGESTS = ("hmac-sha2-256-etm@openssh.com", "hmac-sha2-512-etm@openssh.com", "hmac-sha2-256")
"""What is offered: nothing that is older, and first what the processor does by itself."""

_KEY = "-----BEGIN OPENSSH PRIVATE KEY-----"
_FINGERPRINT = "SHA256:"
_CLOSED = "Socket is closed"
_SLICE = 0.25
_MOST_GREETING = 1 << 20
"""Bytes that a host says until the session stands: the keys of a greeting are some thousand."""
_MOST_PACKET = 1 << 20
"""Bytes of one packet of SSH: RFC 4253 has 35,000, and what is asked for at once is one packet."""
_NEVER, _ALARM = 1e9, 3600
"""Seconds for what is ended from outside, when the line's patience is; the second has a thread."""


class Wire:
    """What paramiko wants of a socket; it reads in a thread of its own."""

    def __init__(self, line: Line) -> None:
        """Stand for an open line, whose owner is the thread that makes this."""
        self._line = line
        self._owner = threading.get_ident()
        self._left: int | None = _MOST_GREETING
        self._silent = 0.0
        self.trouble: OutletTrouble | None = None

    @property
    def _closed(self) -> bool:
        """Paramiko asks a socket this way."""
        return self._line.closed

    def stands(self) -> None:
        """Know that the greeting is over."""
        self._left = None

    def recv(self, count: int) -> bytes:
        """Read what comes within a slice: TimeoutError where nothing does, b"" at the end."""
        if count > _MOST_PACKET:
            return self._ended(OutletLied("a packet without measure", reason="answer"))
        data = self._line.sock.recv(count)
        if self._left is not None:
            self._left -= len(data)
            if self._left < 0:
                return self._ended(OutletLied("a greeting without end", reason="too-much"))
        return data

    def send(self, data: bytes) -> int:
        """Send some of it, and wait until that can be."""
        pulse = self._line.pulse if threading.get_ident() == self._owner else _nothing
        pulse()
        began = time.monotonic()
        count = 0
        try:
            count = self._line.sock.send(data)
        finally:
            self._spend(time.monotonic() - began, count)
        return count

    def _spend(self, seconds: float, count: int) -> None:
        self._silent = 0.0 if count else self._silent + seconds
        try:
            if self._silent > self._line.idle:
                raise Unreachable("nothing is taken", reason="timed-out")
            self._line.writing.spend(seconds, count)
        except OutletTrouble as trouble:
            self.trouble = trouble  # paramiko makes "closed" of it
            raise

    def settimeout(self, seconds: float | None) -> None:
        """Leave it: a line waits in slices."""

    def close(self) -> None:
        """End the line."""
        self._line.close()

    def _ended(self, trouble: OutletTrouble) -> bytes:
        self.trouble = trouble
        return b""


class Talk:
    """What paramiko's SFTP wants of a channel: waited for in slices, with the line's patience."""

    def __init__(self, channel: paramiko.Channel, line: Line) -> None:
        """Stand for an open channel; the same thread owns both."""
        self._channel, self._line = channel, line
        self._owner = threading.get_ident()
        self._over: BaseException | None = None
        channel.settimeout(_SLICE)

    def send(self, data: bytes | memoryview) -> int:
        """Send some of it; an answer to it may then take its time anew."""
        self._line.reading.begin()
        return self._patient(
            partial(self._channel.send, cast("bytes", data)), self._line.writing.spend
        )

    def recv(self, count: int) -> bytes:
        """Read what there is; b"" at the end."""
        untrusted = bytearray()

        def attempt() -> int:
            untrusted.extend(self._channel.recv(count))
            return len(untrusted)

        self._patient(attempt, self._line.reading.spend)
        return bytes(untrusted)

    def recv_ready(self) -> bool:
        """Say whether something has come."""
        return bool(self._channel.recv_ready())

    def get_name(self) -> str:
        """Return what paramiko calls it in what it logs."""
        return str(self._channel.get_name())

    def close(self) -> None:
        """End the channel."""
        self._channel.close()

    def give_up(self, error: BaseException) -> None:
        """Wait for nothing any more: whatever paramiko still asks for ends with this error."""
        self._over = error

    def _patient(self, attempt: Callable[[], int], spend: Callable[[float, int], None]) -> int:
        if self._over is not None:
            raise self._over
        try:
            return self._waited(attempt, spend)
        except BaseException as error:
            self._over = error
            raise

    def _waited(self, attempt: Callable[[], int], spend: Callable[[float, int], None]) -> int:
        silent = 0.0
        while silent <= self._line.idle:
            self._pulse()
            began = time.monotonic()
            with suppress(TimeoutError):
                count = attempt()
                spend(time.monotonic() - began, count)
                return count
            silent += time.monotonic() - began
            spend(time.monotonic() - began, 0)
        raise Unreachable("nothing came", reason="timed-out")

    def _pulse(self) -> None:
        if threading.get_ident() == self._owner:
            self._line.pulse()


class Client(paramiko.SFTPClient):
    """paramiko's, which is given no answer that does not fit itself."""

    @override
    def _read_packet(self) -> tuple[int, bytes]:  # type: ignore[misc]  # its types leave it out
        size = int.from_bytes(self._read_all(4))  # type: ignore[attr-defined]  # likewise
        if not 1 <= size <= MOST_PACKET:
            raise OutletLied("an answer without measure", reason="answer")
        untrusted: bytes = self._read_all(size)  # type: ignore[attr-defined]  # likewise
        check(untrusted[0], untrusted[1:])
        return untrusted[0], untrusted[1:]

    def answered(self) -> int:
        """Wait for the answer to any request, and return that one's number; raise a refusal."""
        kind, data = self._read_packet()
        said = paramiko.Message(data)
        number = said.get_int()
        if kind != STATUS:
            raise OutletLied("an answer of another kind", reason="answer")
        self._convert_status(said)  # type: ignore[attr-defined]  # likewise
        return number

    def most_at_once(self) -> int:
        """Ask how many bytes a request may write (OpenSSH's PROTOCOL); 0 where it does not say."""
        try:
            kind, said = self._request(paramiko.sftp.CMD_EXTENDED, "limits@openssh.com")  # type: ignore[attr-defined]  # likewise
        except PermissionError:  # a place that is only to be put into may forbid to ask
            return 0
        except OSError as error:
            if is_refusal(error):
                return 0
            raise
        if kind != EXTENDED_REPLY:
            return 0
        said.get_int64()  # of a packet, which is larger
        said.get_int64()  # of what is read
        untrusted: int = said.get_int64()
        return untrusted


class Session:
    """One SSH connection with an SFTP client over it."""

    def __init__(self, line: Line, pin: str, account: Account) -> None:
        """Greet the host, compare its key, log in, and open SFTP.

        ``pin`` is as ``read_host_key`` gives it. Raises NotTrusted, OutletRefused("wrong-login"),
        Unreachable or OutletLied, and what the line's pulse does; the line is closed then.
        """
        self._line = line
        self.wire = Wire(line)
        self._transport = paramiko.Transport(cast("Any", self.wire))
        try:
            with named("refused", self.wire):
                channel = self._greeted(partial(self._greet, pin, account))
                self.wire.stands()
                self.talk = Talk(channel, line)
                self.client = Client(cast("paramiko.Channel", self.talk))
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End it."""
        self._transport.close()
        self._transport.packetizer.complete_handshake()  # its alarm would keep the program
        self._line.close()

    def _greeted(self, greet: Callable[[], paramiko.Channel]) -> paramiko.Channel:
        """Do what cannot be waited for in slices, beside us, until it is done or given up."""
        done: list[paramiko.Channel] = []
        raised: list[Exception] = []

        def work() -> None:
            try:
                done.append(greet())
            except Exception as error:  # noqa: BLE001  # raised again below, in the caller's thread
                raised.append(error)

        beside = threading.Thread(target=work, daemon=True)
        beside.start()
        try:
            while beside.is_alive():
                self._line.pulse()
                self._line.reading.spend(_SLICE)
                beside.join(_SLICE)
        finally:
            if beside.is_alive():
                self._transport.close()
        if not raised:
            return done[0]
        if isinstance(raised[0], (StorageError, *BROKEN, OSError)):
            raise raised[0]
        raise OutletLied(type(raised[0]).__name__, reason="answer") from raised[0]

    def _greet(self, pin: str, account: Account) -> paramiko.Channel:
        transport = self._transport
        transport.local_version = _BANNER  # it would name the library
        offered = transport.get_security_options()
        offered.ciphers, offered.digests = _CIPHERS, _DIGESTS
        transport.banner_timeout = transport.auth_timeout = _NEVER
        transport.handshake_timeout = _ALARM
        transport.start_client()
        if _fingerprint(transport.get_remote_server_key().asbytes()) != pin:
            raise NotTrusted(reason="host-key")
        self._log_in(account)
        channel = transport.open_session(timeout=_NEVER)
        channel.invoke_subsystem("sftp")
        return channel

    def _log_in(self, account: Account) -> None:
        secret = account.password
        try:
            if secret.lstrip().startswith(_KEY):
                self._transport.auth_publickey(account.user, _private_key(secret))
            else:
                self._transport.auth_password(account.user, secret, fallback=False)
        except paramiko.AuthenticationException as error:
            if not self._transport.is_active():  # the line broke meanwhile, which says nothing
                raise Unreachable(type(error).__name__, reason="broken-off") from error
            raise OutletRefused(reason="wrong-login") from error


def _nothing() -> None:
    """Hear nobody: only the owner's thread may."""


@contextmanager
def named(otherwise: str, wire: Wire) -> Iterator[None]:
    """Turn what paramiko raises into one of our errors."""
    try:
        yield
    except StorageError:
        raise
    except (*BROKEN, OSError) as error:
        raise (wire.trouble or _meant(error, otherwise)) from error
    except _GARBLED as error:
        raise OutletLied(type(error).__name__, reason="answer") from error


def is_refusal(error: BaseException) -> bool:
    """Say whether it is the server's own word, such as "Failure" for a full disk.

    Those have no number; paramiko's for a line that broke has none either.
    """
    return isinstance(error, OSError) and error.errno is None and str(error) != _CLOSED


def _meant(error: Exception, otherwise: str) -> OutletTrouble:
    said = type(error).__name__
    if isinstance(error, FileNotFoundError):
        return OutletRefused(reason="no-such-place")
    if isinstance(error, PermissionError):
        return OutletRefused(reason="wrong-login")
    if isinstance(error, TimeoutError):
        return Unreachable(reason="timed-out")
    if is_refusal(error):
        return OutletRefused(said, reason=otherwise)
    return Unreachable(said, reason="broken-off")


def read_host_key(untrusted: str) -> str:
    """Return the pin of a host key: of a line of ``known_hosts``, or ``SHA256:…`` as ssh says it.

    Raises BadAddress(reason="pin-spelling").
    """
    for word in untrusted.split():
        if word.startswith(_FINGERPRINT):
            digits = word.removeprefix(_FINGERPRINT).rstrip("=")
            with suppress(ValueError):
                raw = base64.b64decode(digits + "=", validate=True)
                if len(raw) == hashlib.sha256().digest_size:
                    return _FINGERPRINT + digits
        elif word.startswith("AAAA"):
            with suppress(ValueError):
                return _fingerprint(base64.b64decode(word, validate=True))
    raise BadAddress(reason="pin-spelling")


def _fingerprint(key: bytes) -> str:
    return _FINGERPRINT + base64.b64encode(hashlib.sha256(key).digest()).decode().rstrip("=")


def _private_key(text: str) -> paramiko.PKey:
    try:
        return paramiko.Ed25519Key.from_private_key(io.StringIO(text))
    except (paramiko.SSHException, ValueError) as error:
        raise OutletRefused("no Ed25519 key without a passphrase", reason="wrong-login") from error
