"""What is fuzzed of sending: whatever a server, a proxy or Tor answers, given to the whole adapter.

``packaging/fuzz/targets.py`` lists these with the others. The bytes are answers, one after the
other, heads and bodies. ``reply-http`` reads them as the program does, by the line; for the
adapters they are taken apart at once, which tries four times as many of what is theirs.
"""

import io
import logging
import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import cache, partial

from requests import Response
from typing_extensions import override

from storage.errors import OutletLied, OutletTrouble, Unreachable
from storage.outlets.account import Account
from storage.outlets.address import DIRECT, Address, Way, read_address
from storage.outlets.archive_org import ArchiveOrg
from storage.outlets.base import Fleeting, Outlet, Parcel
from storage.outlets.form import Form, OnionShare
from storage.outlets.nextcloud import FileDrop, Nextcloud
from storage.outlets.s3 import S3
from storage.outlets.ssh import Session
from storage.outlets.transport import Line, Link, Web, socks, tor
from storage.outlets.transport.dial import Pulse, no_pulse
from storage.outlets.transport.speaking import Answer
from storage.outlets.tus_store import TusStore
from storage.outlets.webdav import WebDav

_MOST_LINES = 4
_STATUS = 2
"""Words of the first line of an answer, at least."""
_ACCOUNT = Account("witness", "quiet-harbour-9")
_SENT = b"age-encryption.org/v1\n" + bytes(40)
_HOST = "SHA256:" + "A" * 43

logging.getLogger("paramiko").addHandler(logging.NullHandler())
logging.getLogger("paramiko").propagate = False


class _Spoken(Line):
    """A line over which these bytes come, whatever is said, and then the end."""

    def __init__(self, data: bytes, pulse: Pulse = no_pulse) -> None:
        super().__init__(socket.socket(), pulse)
        self._data = io.BytesIO(data)

    @override
    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # as in Line
        return self._data.readinto(buffer)

    @override
    def send_all(self, data: bytes | memoryview) -> None:
        pass

    @override
    def answered(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class _Says(Link):
    """A way to an outlet that always says the same."""

    data: bytes = b""
    lines: list[Line] = field(default_factory=list)

    @override
    def connect(self, address: Address, pulse: Pulse = no_pulse) -> Line:
        if len(self.lines) >= _MOST_LINES:
            raise Unreachable(reason="refused")
        line = _Spoken(self.data, pulse)
        self.lines.append(line)
        return line


class _Raw(io.BytesIO):
    """A body that says that it was closed once it was read to its end, as urllib3's does."""

    @property
    @override
    def closed(self) -> bool:
        return self.tell() == len(self.getbuffer())


class _Plain(Web):
    """Answers that are there already: nothing of HTTP is read but the head's own lines."""

    def __init__(self, address: Address, data: bytes) -> None:
        super().__init__(_Says(DIRECT), address)
        self._left = data

    @override
    def _asked(
        self, method: str, address: Address, said: dict[str, str], body: Iterable[bytes] | None
    ) -> Answer:
        for _ in body or ():
            pass
        head, between, self._left = self._left.partition(b"\r\n\r\n")
        status, *lines = head.decode("latin-1").split("\r\n")
        parts = status.split(" ", 2)
        if not between or len(parts) < _STATUS or not parts[1].isdecimal():
            raise OutletLied(reason="answer")
        told = Response()
        told.status_code = int(parts[1][:3])
        told.headers.update(line.partition(": ")[::2] for line in lines)
        size = told.headers.get("content-length", "")
        most = int(size[:6]) if size.isdecimal() else len(self._left)
        told.raw = _Raw(self._left[:most])
        self._left = self._left[most:]
        return Answer(told)


def _parcel() -> Parcel:
    return Parcel("0123456789abcdef.age", len(_SENT), "ab" * 32, lambda: io.BytesIO(_SENT))


def _http(data: bytes) -> None:
    """Give the answers to an outlet over the line."""
    link = _Says(DIRECT, data=data[1:])
    try:
        _tried(FileDrop(Web(link, _address("/s/token")), _ACCOUNT), data)
    finally:
        for line in link.lines:
            line.close()


def _outlet(make: Callable[[Web, Account], Outlet], path: str, data: bytes) -> None:
    """Give the answers to an outlet."""
    _tried(make(_Plain(_address(path), data[1:]), _ACCOUNT), data)


def _tried(outlet: Outlet, data: bytes) -> None:
    """Ask an outlet for its limits, or send to it: which, the first byte says."""
    with closing(outlet):
        if data[:1] < b"\x80":
            outlet.ask(_nothing)
        else:
            outlet.send(_parcel(), Fleeting(), _nothing)


@cache
def _address(path: str) -> Address:
    return read_address(f"http://192.0.2.1:8080{path}", "http", signed=True)


def _nothing(_done: int, _total: int) -> None:
    """Count nothing."""


def _said(status: int, body: bytes, *headers: str) -> bytes:
    lines = (f"HTTP/1.1 {status} said", f"Content-Length: {len(body)}", *headers, "", "")
    return "\r\n".join(lines).encode() + body


def _answers(asked: bytes, *sent: bytes) -> Iterator[bytes]:
    """Give what is answered to who asks, and to who sends."""
    yield b"\0" + asked
    yield b"\xff" + b"".join(sent)


def _tus() -> Iterator[bytes]:
    yield from _answers(
        _said(204, b"", "Tus-Version: 1.0.0", "Tus-Max-Size: 100000"),
        _said(201, b"", "Location: /in/1"),
        _said(204, b"", f"Upload-Offset: {len(_SENT)}"),
    )


def _webdav() -> Iterator[bytes]:
    def found(inside: str) -> bytes:
        said = f'<multistatus xmlns="DAV:"><response><href>/in</href>{inside}</response>'
        return _said(207, f"{said}</multistatus>".encode())

    size = found(f"<getcontentlength>{len(_SENT)}</getcontentlength>")
    quota = found("<quota-available-bytes>5000</quota-available-bytes>")
    yield from _answers(quota, _said(404, b""), _said(201, b""), size, _said(201, b""), size)


def _s3() -> Iterator[bytes]:
    listed = b"<ListBucketResult><KeyCount>0</KeyCount></ListBucketResult>"
    begun = b"<InitiateMultipartUploadResult><UploadId>a</UploadId></InitiateMultipartUploadResult>"
    done = b"<CompleteMultipartUploadResult><ETag>a</ETag></CompleteMultipartUploadResult>"
    yield from _answers(
        _said(200, listed), _said(404, b""), _said(200, begun),
        _said(200, b"", 'ETag: "0123"'), _said(200, done), _said(200, b"", "ETag: a"),
    )  # fmt: skip


def _onionshare() -> Iterator[bytes]:
    page = b"<title>OnionShare</title> Maximum upload size: 1.5 GiB"
    flash = b'{"info_flashes": ["Sent 0123456789abcdef.age"], "error_flashes": []}'
    yield from _answers(_said(200, page), _said(200, flash))
    yield b"\xff" + _said(200, b'{"error_flashes": ["too large"]}')


def _plain() -> Iterator[bytes]:
    yield from _answers(_said(200, b"yes"), _said(200, b"ab" * 32))
    chunks = b"Transfer-Encoding: chunked\r\n\r\n3\r\nyes\r\n0\r\n\r\n"
    yield b"\xffHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 yes\r\n" + chunks
    yield b"\xff" + _said(302, b"", "Location: http://192.0.2.2/", "Set-Cookie: a=b")


def _archive() -> Iterator[bytes]:
    yield from _answers(_said(200, b'{"over_limit": 0}'), _said(200, b""), _said(200, b""))


def _proxy(way: Way, data: bytes) -> None:
    with _Spoken(data) as line:
        if way is Way.SOCKS:
            socks.request(line, "outlet.example", 443, "one", "one")
        else:
            socks.tunnel(line, "outlet.example", 443, "one", "one")


def _socks() -> Iterator[bytes]:
    yield b"\5\2\1\0\5\0\0\1" + bytes(6)
    yield b"\5\2\1\0\5\0\0\3\4name\0\0"
    yield b"\5\2\1\0\5\xf0\0\1" + bytes(6)


def _tunnel() -> Iterator[bytes]:
    yield b"HTTP/1.1 200 Connection established\r\nVia: a\r\n\r\n"
    yield b"HTTP/1.0 407 Proxy Authentication Required\r\n\r\n"


def _host(data: bytes) -> None:
    """Greet an SSH host, which is never the one that is trusted."""
    ours, theirs = socket.socketpair()
    with theirs, suppress(OutletTrouble):
        with suppress(BlockingIOError):  # more than the system holds for nobody who reads
            theirs.setblocking(False)  # noqa: FBT003  # its own shape
            theirs.sendall(data)
        theirs.shutdown(socket.SHUT_WR)
        Session(Line(ours, no_pulse, 1.0), _HOST, _ACCOUNT).close()


def _hosts() -> Iterator[bytes]:
    names = (b"curve25519-sha256", b"ssh-ed25519", *(b"aes256-ctr",) * 2,
             *(b"hmac-sha2-256",) * 2, *(b"none",) * 2, b"", b"")  # fmt: skip
    offered = b"".join(len(name).to_bytes(4, "big") + name for name in names)
    said = b"\x14" + bytes(16) + offered + bytes(5)
    padding = 8 - (len(said) + 5) % 8 + 8
    packet = (len(said) + padding + 1).to_bytes(4, "big") + bytes((padding,)) + said
    yield b"SSH-2.0-OpenSSH_9.2p1 Debian\r\n" + packet + bytes(padding)
    yield b"Some words before it\r\nSSH-2.0-x\r\n"


def _log(data: bytes) -> None:
    """Hear what a Tor that was started says, line by line."""
    log = tor._Log()
    for line in data.split(b"\n"):
        log.take(line + b"\n")


def _logs() -> Iterator[bytes]:
    yield (
        b"Nov 22 10:00:00.000 [notice] Opened Socks listener connection (ready) on 127.0.0.1:9999\n"
        b"Nov 22 10:00:01.000 [notice] Bootstrapped 10% (conn_done): Connected to a relay\n"
        b"Nov 22 10:00:02.000 [warn] Problem bootstrapping. Stuck at 5% (conn): Connecting. (No "
        b"route to host; NOROUTE; count 10; recommendation warn; host A at 192.0.2.1:443)\n"
        b"Nov 22 10:00:03.000 [warn] Our clock is 3 hours behind the time published\n"
    )


_KINDS: tuple[tuple[str, Callable[[Web, Account], Outlet], str, Callable[[], Iterator[bytes]]], ...]
_KINDS = (
    ("reply-tus", TusStore, "/in", _tus),
    ("reply-webdav", WebDav, "/in", _webdav),
    ("reply-nextcloud", Nextcloud, "/remote.php/dav/files/witness/in", _webdav),
    ("reply-drop", FileDrop, "/s/token", _plain),
    ("reply-s3", S3, "/in", _s3),
    ("reply-onionshare", OnionShare, "/", _onionshare),
    ("reply-archive", ArchiveOrg, "/", _archive),
    ("reply-form", Form, "/in", _plain),
)

TARGETS: tuple[tuple[str, Callable[[bytes], object], Callable[[], Iterator[bytes]]], ...] = (
    *((name, partial(_outlet, make, path), seeds) for name, make, path, seeds in _KINDS),
    ("reply-http", _http, _plain),
    ("reply-socks", partial(_proxy, Way.SOCKS), _socks),
    ("reply-proxy", partial(_proxy, Way.HTTP), _tunnel),
    ("reply-ssh", _host, _hosts),
    ("reply-tor", _log, _logs),
)
"""Each a name, what it does with bytes, and files to begin with."""
