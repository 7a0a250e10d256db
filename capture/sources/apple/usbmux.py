"""usbmuxd: which iPhones are plugged in, their pairing records, and a way to their ports.

A message is length(4) version(4)=1 type(4)=8 tag(4), little endian, the length with
its own sixteen bytes, and then a property list. Source: libusbmuxd, ``usbmuxd-proto.h``
and ``libusbmuxd.c``.
"""

import plistlib
import struct
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from capture.errors import Unreadable
from capture.sources.apple.channel import Channel, parsed

_HEADER = struct.Struct("<IIII")
_PLIST_VERSION, _PLIST, _TAG = 1, 8, 1
_OK = 0
_MAX_DEVICES = 64
_WHO = {"ClientVersionString": "firsthand", "ProgName": "firsthand", "kLibUSBMuxVersion": 3}


@dataclass(frozen=True, slots=True)
class Plugged:
    """An iPhone or iPad on a cable: usbmuxd's number for it, and its own."""

    number: int
    serial: str


def plugged() -> tuple[Plugged, ...]:
    """Return what is on a cable now; not what usbmuxd would reach through the air."""
    channel = Channel()
    try:
        return listed(_asked(channel, MessageType="ListDevices"))
    finally:
        channel.close()


def listed(untrusted_answer: dict[str, Any]) -> tuple[Plugged, ...]:
    """Return the phones on a cable that an answer names; what is no such is passed over."""
    untrusted = untrusted_answer.get("DeviceList")
    entries = untrusted[:_MAX_DEVICES] if isinstance(untrusted, list) else ()
    return tuple(one for entry in entries if (one := _plugged(entry)) is not None)


def _plugged(untrusted: Any) -> Plugged | None:
    with suppress(KeyError, TypeError, AttributeError):
        said = untrusted["Properties"]
        number, serial = untrusted["DeviceID"], said["SerialNumber"]
        cabled = said.get("ConnectionType", "USB") == "USB"
        if cabled and isinstance(number, int) and isinstance(serial, str):
            return Plugged(number, serial)
    return None


def connected(device: Plugged, port: int) -> Channel:
    """Return a connection to a port of a phone. Raises Unreadable, "device" where it is gone."""
    network_order = int.from_bytes(port.to_bytes(2, "big"), "little")
    channel = Channel()
    number = None
    try:
        number = _asked(
            channel, MessageType="Connect", DeviceID=device.number, PortNumber=network_order
        ).get("Number")
    finally:
        if number != _OK:
            channel.close()
    if number != _OK:
        raise Unreadable(reason="device")
    return channel


def pairing_record(serial: str) -> dict[str, Any]:
    """Return what was kept when somebody tapped "Trust".

    Raises Unreadable, "iphone-not-trusted" where nobody has.
    """
    channel = Channel()
    try:
        record = _asked(channel, MessageType="ReadPairRecord", PairRecordID=serial)
    finally:
        channel.close()
    data = record.get("PairRecordData")
    if not isinstance(data, bytes):
        raise Unreadable(reason="iphone-not-trusted")
    return parsed(data)


def _asked(channel: Channel, **message: object) -> dict[str, Any]:
    body = plistlib.dumps({**_WHO, **message})
    channel.send(_HEADER.pack(_HEADER.size + len(body), _PLIST_VERSION, _PLIST, _TAG) + body)
    return answered(channel)


def answered(channel: Channel) -> dict[str, Any]:
    """Receive one answer. Raises Unreadable."""
    length, _, kind, _ = _HEADER.unpack(channel.exactly(_HEADER.size))
    if kind != _PLIST or length < _HEADER.size:
        raise Unreadable(reason="device")
    return channel.plist(length - _HEADER.size)
