"""A faithful stand-in for an iPhone on a cable: usbmuxd, lockdownd with TLS, and AFC over a folder.

It speaks the wire format of libimobiledevice's sources; what reads from it is pymobiledevice3,
which is not ours and speaks with real phones. As on a phone, services are given to nobody
without a session, a session to nobody without the host's key, and a path leads nowhere
outside the folder. ``Faults`` make it behave as phones do on bad days.
"""

import contextlib
import datetime as dt
import functools
import plistlib
import socket
import ssl
import stat
import struct
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID

SERIAL = "00008110-000A1B2C3D4E001E"
NAME = "Somebody's iPhone"
MODEL = "iPhone14,2"
_LOCKDOWN, _AFC = 62078, 49152
_MUX = struct.Struct("<IIII")
_HEAD = struct.Struct("<8sQQQQ")
_OK, _MISSING, _IS_DIR, _DENIED, _UNSUPPORTED = 0, 8, 9, 10, 15


@dataclass
class Faults:
    """What is wrong with the phone today. ``reading`` is called with a path before each read."""

    locked: bool = False
    trusted: bool = True
    forgotten: bool = False
    unplugged: bool = False
    lied_size: int = 0
    changed: Callable[[str, bytes], bytes] = lambda _path, data: data
    reading: Callable[[str], None] = lambda _path: None
    keeps: bool = False
    """Says that it deleted, and does not."""
    removed: list[str] = field(default_factory=list)


class Vanished(Exception):
    """Raised by ``reading`` where the cable is pulled."""


class FakeIPhone:
    """Serves a folder as the media folder of an iPhone, at the socket of a usbmuxd."""

    def __init__(self, media: Path, at: Path) -> None:
        self.media = media
        self.faults = Faults()
        self.record = pairing()
        self._listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listening.bind(str(at))
        self._listening.listen(32)
        self._open: set[_Line] = set()
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._accept, daemon=True)]

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self.pull()
        for thread in self._threads:
            thread.join(10)

    def pull(self) -> None:
        """Pull the cable: every connection ends."""
        with self._lock:
            for one in self._open:
                with contextlib.suppress(OSError):
                    one.socket.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        while True:
            try:
                one, _ = self._listening.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(one,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, one: socket.socket) -> None:
        line = _Line(one)
        with self._lock:
            self._open.add(line)
        try:
            with contextlib.suppress(OSError, EOFError, Vanished, ValueError):
                self._mux(line)
        finally:
            with self._lock:
                self._open.discard(line)
            line.socket.close()

    def _mux(self, line: "_Line") -> None:
        while True:
            length, _, kind, tag = _MUX.unpack(line.exactly(_MUX.size))
            asked = plistlib.loads(line.exactly(length - _MUX.size))
            assert kind == 8, "a property list"
            answer = self._answer(asked)
            body = plistlib.dumps(answer)
            line.send(_MUX.pack(_MUX.size + len(body), 1, 8, tag) + body)
            if asked["MessageType"] == "Connect" and answer["Number"] == _OK:
                port = socket.ntohs(asked["PortNumber"])
                self._lockdown(line) if port == _LOCKDOWN else _Files(self, line).serve()
                return

    def _answer(self, asked: dict[str, Any]) -> dict[str, Any]:
        kind = asked["MessageType"]
        if kind == "ListDevices":
            said = {"SerialNumber": SERIAL, "ConnectionType": "USB", "ProductID": 0x12A8}
            here = {"MessageType": "Attached", "DeviceID": 7, "Properties": said}
            air = {**here, "DeviceID": 8, "Properties": {**said, "ConnectionType": "Network"}}
            return {"DeviceList": [] if self.faults.unplugged else [here, air]}
        if kind == "ReadBUID":
            return {"BUID": self.record["SystemBUID"]}
        if kind == "ReadPairRecord":
            if self.faults.trusted and asked["PairRecordID"] == SERIAL:
                return {"PairRecordData": plistlib.dumps(self.record)}
            return {"MessageType": "Result", "Number": 2}
        if kind == "Connect" and not self.faults.unplugged:
            known = asked["DeviceID"] == 7
            port = socket.ntohs(asked["PortNumber"])
            return {
                "MessageType": "Result",
                "Number": _OK if known and port in (_LOCKDOWN, _AFC) else 3,
            }
        return {"MessageType": "Result", "Number": 2}

    def _lockdown(self, line: "_Line") -> None:
        session = False
        while True:
            length = struct.unpack(">I", line.exactly(4))[0]
            asked = plistlib.loads(line.exactly(length))
            answer = {"Request": asked["Request"], **self._locked(asked, session=session)}
            body = plistlib.dumps(answer)
            line.send(struct.pack(">I", len(body)) + body)
            if asked["Request"] == "StartSession" and "Error" not in answer:
                if self.faults.forgotten:
                    return
                line.secure(self.record)
                session = True

    def _locked(self, asked: dict[str, Any], *, session: bool) -> dict[str, Any]:
        kind = asked["Request"]
        if kind == "QueryType":
            return {"Type": "com.apple.mobile.lockdown"}
        if kind == "GetValue":
            return self._value(asked)
        if kind == "StartSession":
            return self._session(asked)
        if kind == "StartService" and session:
            if asked["Service"] != "com.apple.afc":
                return {"Error": "InvalidService"}
            return {"Service": asked["Service"], "Port": _AFC, "EnableServiceSSL": True}
        return {"Error": "SessionInactive"}

    def _value(self, asked: dict[str, Any]) -> dict[str, Any]:
        known = {
            "DeviceName": NAME,
            "ProductType": MODEL,
            "ProductVersion": "17.5",
            "DeviceClass": "iPhone",
            "UniqueDeviceID": SERIAL,
        }
        if "Key" not in asked:
            return {"Value": known}
        key = asked["Key"]
        return {"Key": key, "Value": known[key]} if key in known else {"Error": "MissingValue"}

    def _session(self, asked: dict[str, Any]) -> dict[str, Any]:
        if asked.get("HostID") != self.record["HostID"]:
            return {"Error": "InvalidHostID"}
        if self.faults.locked:
            return {"Error": "PasswordProtected"}
        return {"SessionID": str(uuid.uuid4()), "EnableSessionSSL": True}


class _Line:
    """One connection, plain and then in TLS."""

    def __init__(self, one: socket.socket) -> None:
        self.socket = one

    def exactly(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            more = self.socket.recv(count - len(data))
            if not more:
                raise EOFError
            data += more
        return data

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def secure(self, record: dict[str, Any]) -> None:
        self.socket = _server_context(record["HostID"]).wrap_socket(self.socket, server_side=True)


class _Files:
    """AFC on one connection, over the fake's folder."""

    def __init__(self, phone: FakeIPhone, line: _Line) -> None:
        self._phone = phone
        self._line = line
        self._handles: dict[int, tuple[str, int]] = {}
        self._next = 1

    def serve(self) -> None:
        self._line.secure(self._phone.record)
        while True:
            magic, length, head, number, operation = _HEAD.unpack(self._line.exactly(_HEAD.size))
            assert magic == b"CFA6LPAA"
            assert head == length
            data = self._line.exactly(length - _HEAD.size)
            kind, answer = self._done(operation, data)
            whole = _HEAD.size + len(answer)
            self._line.send(_HEAD.pack(magic, whole, whole, number, kind) + answer)

    def _done(self, operation: int, data: bytes) -> tuple[int, bytes]:
        acts = {3: self._list, 8: self._remove, 10: self._info, 13: self._opened, 15: self._read}
        if operation == 20:
            self._handles.pop(struct.unpack("<Q", data)[0])
            return 1, struct.pack("<Q", _OK)
        try:
            return acts[operation](data)
        except KeyError:
            return 1, struct.pack("<Q", _UNSUPPORTED)
        except IsADirectoryError:
            return 1, struct.pack("<Q", _IS_DIR)
        except PermissionError:
            return 1, struct.pack("<Q", _DENIED)
        except OSError:
            return 1, struct.pack("<Q", _MISSING)

    def _path(self, data: bytes) -> tuple[str, Path]:
        said = data.rstrip(b"\0").decode("utf-8", "surrogateescape")
        path = self._phone.media / said.lstrip("/")
        if not path.resolve().is_relative_to(self._phone.media.resolve()):
            raise PermissionError
        return said, path

    def _list(self, data: bytes) -> tuple[int, bytes]:
        names = [".", "..", *(path.name for path in self._path(data)[1].iterdir())]
        return 2, b"".join(name.encode("utf-8", "surrogateescape") + b"\0" for name in names)

    def _info(self, data: bytes) -> tuple[int, bytes]:
        state = self._path(data)[1].lstat()
        kinds = {stat.S_IFDIR: "S_IFDIR", stat.S_IFREG: "S_IFREG", stat.S_IFLNK: "S_IFLNK"}
        folder = stat.S_ISDIR(state.st_mode)
        said = {
            "st_size": str(state.st_size + (0 if folder else self._phone.faults.lied_size)),
            "st_blocks": str(state.st_blocks),
            "st_nlink": str(state.st_nlink),
            "st_ifmt": kinds.get(stat.S_IFMT(state.st_mode), "S_IFIFO"),
            "st_mtime": str(state.st_mtime_ns),
            "st_birthtime": str(state.st_mtime_ns),
        }
        return 2, b"".join(f"{key}\0{value}\0".encode() for key, value in said.items())

    def _opened(self, data: bytes) -> tuple[int, bytes]:
        assert struct.unpack_from("<Q", data)[0] == 1, "to be read and never to be written"
        said, path = self._path(data[8:])
        path.read_bytes()
        self._next += 1
        self._handles[self._next] = (said, 0)
        return 14, struct.pack("<Q", self._next)

    def _read(self, data: bytes) -> tuple[int, bytes]:
        handle, count = struct.unpack("<QQ", data)
        said, at = self._handles[handle]
        self._phone.faults.reading(said)
        whole = self._path(said.encode("utf-8", "surrogateescape"))[1].read_bytes()
        part = self._phone.faults.changed(said, whole)[at : at + count]
        self._handles[handle] = (said, at + len(part))
        return 2, part

    def _remove(self, data: bytes) -> tuple[int, bytes]:
        said, path = self._path(data)
        if not self._phone.faults.keeps:
            path.unlink()
        self._phone.faults.removed.append(said)
        return 1, struct.pack("<Q", _OK)


@functools.cache
def pairing() -> dict[str, Any]:
    """Return a pairing record as usbmuxd keeps it after somebody tapped "Trust"."""
    root, host, device = (rsa.generate_private_key(65537, 2048) for _ in range(3))
    signed = functools.partial(_certificate, issuer=root)
    return {
        "HostID": str(uuid.uuid4()).upper(),
        "SystemBUID": str(uuid.uuid4()).upper(),
        "RootCertificate": signed(root, authority=True),
        "HostCertificate": signed(host),
        "DeviceCertificate": signed(device),
        "HostPrivateKey": _private(host),
        "RootPrivateKey": _private(root),
        "DevicePrivateKeyOfTheFake": _private(device),
        "WiFiMACAddress": "02:00:00:00:00:00",
    }


@functools.cache
def _server_context(_host: str) -> ssl.SSLContext:
    """Return the phone's side of TLS: it lets in the host that it was paired with, and no other."""
    import tempfile

    record = pairing()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.NamedTemporaryFile() as file:
        file.write(record["DeviceCertificate"] + record["DevicePrivateKeyOfTheFake"])
        file.flush()
        context.load_cert_chain(file.name)
    context.load_verify_locations(cadata=record["RootCertificate"].decode())
    context.verify_mode = ssl.CERT_REQUIRED
    return context


def _private(key: rsa.RSAPrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())


def _certificate(
    key: rsa.RSAPrivateKey, *, issuer: rsa.RSAPrivateKey, authority: bool = False
) -> bytes:
    root, one = (x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]) for name in "ab")
    now = dt.datetime.fromtimestamp(time.time(), dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(root if authority else one)
        .issuer_name(root)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=3650))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .sign(issuer, hashes.SHA256())
    )
    return made.public_bytes(Encoding.PEM)
