"""pymobiledevice3's clients of usbmuxd, lockdownd and AFC, within bounds of our own.

They connect to the system's own service for the cable and to nothing else, whatever variable
the environment has. What they leave open is closed here: no length that the other side names is
taken at its word, the key of a pairing is written into no file, no folder is made for pairings
(they are the system's, and none is made), this computer's name is not told, and their log,
which has names of files in it, goes nowhere. Names of files are split here: the library's own
list ends without a word at the first that is no text.
"""

import logging
from contextlib import AbstractContextManager, AsyncExitStack
from typing import Any

from bytestruct import CSTRING
from pymobiledevice3.exceptions import MuxException, NotPairedError, ProtocolError
from pymobiledevice3.lockdown import SERVICE_PORT, LockdownClient
from pymobiledevice3.service_connection import ServiceConnection
from pymobiledevice3.services.afc import AfcOpcode, AfcService
from pymobiledevice3.usbmux import MuxConnection, MuxDevice, PlistMuxConnection
from typing_extensions import override

from capture.errors import Unreadable
from capture.sources.apple import cable
from capture.unwritten import as_file

_MAX_PLIST = 4 << 20
_MAX_ANSWER = 64 << 20
_MAX_DEVICES = 64
_LENGTH = 4

for _name in ("pymobiledevice3", __name__):  # it takes the names of modules that use it, too
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False


class Mux(PlistMuxConnection):
    """A connection to the system's service, whose answers have an end."""

    @staticmethod
    @override
    async def _recv_packet(sock: Any) -> bytes:
        head = await Mux._recv_exactly(sock, _LENGTH)
        untrusted_length = int.from_bytes(head, "little")
        if not _LENGTH <= untrusted_length <= _MAX_PLIST:
            raise MuxException("an answer of no such length")
        return head + await Mux._recv_exactly(sock, untrusted_length - _LENGTH)


class Link(ServiceConnection):
    """A connection to a port of a phone, whose answers have an end."""

    max_frame_size = _MAX_PLIST

    @override
    async def recvall(self, size: int) -> bytes:
        if size > _MAX_ANSWER:
            raise ProtocolError("an answer of no such length")
        return await super().recvall(size)


class Lockdown(LockdownClient):
    """lockdownd on one phone: what it is called, whether it trusts this computer, its services."""

    def __init__(self, link: ServiceConnection, device: MuxDevice, record: Any) -> None:
        super().__init__(link, host_id="", identifier=device.serial, pair_record=record)
        self._device = device

    @override
    async def create_service_connection(
        self, port: int, ssl_context: Any = None, strip_ssl: bool = False
    ) -> ServiceConnection:
        return await linked(self._device, port, ssl_context)

    @override
    def ssl_file(self) -> AbstractContextManager[str]:  # type: ignore[override] # it is used so
        record = self.pair_record or {}
        certificate, key = (record.get(name) for name in ("HostCertificate", "HostPrivateKey"))
        if not isinstance(certificate, bytes) or not isinstance(key, bytes):
            raise NotPairedError
        return as_file(certificate + b"\n" + key)


class Afc(AfcService):
    """AFC: the folder in which an iPhone keeps its pictures."""

    async def names(self, folder: str) -> list[bytes]:
        """Return the names in a folder, "." and ".." among them."""
        return (await self._do_operation(AfcOpcode.READ_DIR, CSTRING.build(folder))).split(b"\0")

    async def said(self, path: str) -> bytes:
        """Return what is said of a file, as it is said: its time to the nanosecond."""
        return await self._do_operation(AfcOpcode.GET_FILE_INFO, CSTRING.build(path))


async def plugged() -> tuple[MuxDevice, ...]:
    """Return the phones on a cable now; not what the service would reach through the air."""
    async with await _mux() as mux:
        await mux.get_device_list()
        found = mux.devices[:_MAX_DEVICES]
    return tuple(one for one in found if one.is_usb and isinstance(one.serial, str))


async def opened(device: MuxDevice) -> Lockdown:
    """Return lockdownd of a phone, with the pairing that the system keeps, if there is one."""
    record = await _pairing(device.serial)
    return Lockdown(await linked(device, SERVICE_PORT), device, record)


async def files(serial: str) -> Afc:
    """Return the files of a phone. Raises Unreadable, "no-device" where it is not plugged in."""
    device = next((one for one in await plugged() if one.serial == serial), None)
    if device is None:
        raise Unreadable(reason="no-device")
    async with await opened(device) as lockdown:
        await lockdown.get_value()
        return await afc(lockdown)


async def afc(lockdown: Lockdown) -> Afc:
    """Begin a session, and return the service. Raises Unreadable, "iphone-not-trusted"."""
    if not await lockdown.validate_pairing():
        raise Unreadable(reason="iphone-not-trusted")
    service = Afc(lockdown)
    await service.connect()
    return service


async def linked(device: MuxDevice, port: int, ssl_context: Any = None) -> ServiceConnection:
    """Return a connection to a port of a phone."""
    async with AsyncExitStack() as undone:
        mux = await undone.enter_async_context(await _mux())
        reached = await mux.connect(device, port)
        undone.pop_all()  # what was the way to the service is the way to the phone now
    return await Link.from_socket(reached, ssl_context=ssl_context, mux_device=device)


async def _mux() -> Mux:
    try:
        return Mux(await MuxConnection.create_usbmux_socket(cable.address()))
    except (OSError, MuxException) as error:
        raise Unreadable(reason="no-usbmuxd") from error


async def _pairing(serial: str) -> dict[str, Any] | None:
    """Return what the system kept when somebody tapped "Trust", None where nobody has."""
    async with await _mux() as mux:
        try:
            record = await mux.get_pair_record(serial)
        except NotPairedError:
            return None
    if not isinstance(record, dict):
        raise Unreadable(reason="device")
    return record
