"""Answers that were prepared, in the place of a phone and of the system's service."""

import asyncio
import socket
import struct
from typing import Any, cast

from pymobiledevice3.usbmux import MuxDevice

from capture.sources.apple.clients import Afc, Link, Lockdown, Mux

HEADER = struct.Struct("<8sQQQQ")
MAGIC = b"CFA6LPAA"
MUX = struct.Struct("<IIII")
_DEVICE = MuxDevice(7, "00008110-000A1B2C3D4E001E", "USB")


class _Answers:
    """Takes what is asked, and has the next answer come; after the last one there is no more."""

    def __init__(self, reader: asyncio.StreamReader, answers: tuple[bytes, ...]) -> None:
        self._reader = reader
        self._answers = list(answers)

    def write(self, _data: bytes) -> None:
        if self._answers:
            self._reader.feed_data(self._answers.pop(0))
        if not self._answers:
            self._reader.feed_eof()

    def close(self) -> None:
        pass

    async def drain(self) -> None:
        pass

    async def wait_closed(self) -> None:
        pass


class _Service:
    """Starts nothing: the connection is there."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def start_lockdown_service(self, _name: str, **_how: object) -> Link:
        return self._link


def _link(*answers: bytes) -> Link:
    """Give a connection on which these bytes come, and then its end. Wants a running loop."""
    reader = asyncio.StreamReader()
    return Link(reader, cast("Any", _Answers(reader, answers)))


async def afc(*answers: bytes) -> Afc:
    """Give the files of a phone that says these bytes, whatever it is asked."""
    service = Afc(cast("Any", _Service(_link(*answers))), Afc.SERVICE_NAME)
    await service.connect()
    return service


def lockdown(data: bytes) -> Lockdown:
    """Give lockdownd of a phone that says this property list. Wants a running loop."""
    return Lockdown(_link(struct.pack(">I", len(data)) + data), _DEVICE, None)


async def listed(data: bytes) -> list[MuxDevice]:
    """Return the phones of a system's service that says these bytes, framed already."""
    ours, its = socket.socketpair()
    with ours, its:
        ours.settimeout(0)
        its.sendall(data)
        its.shutdown(socket.SHUT_WR)
        mux = Mux(ours)
        await mux.get_device_list()
        return mux.devices


def answer(
    kind: int, body: bytes, *, number: int = 0, more: int = 0, magic: bytes = MAGIC
) -> bytes:
    """Return a packet of AFC; ``more`` is by how much its length lies."""
    length = HEADER.size + len(body) + more
    return HEADER.pack(magic, length % (1 << 64), length % (1 << 64), number, kind) + body
