"""lockdownd: what a phone is called, whether it trusts this computer, and its services.

A message is a length(4), big endian, and a property list. A session begins with the
names of the pairing record and goes on in TLS; only then are services started, each at
a port of its own. Source: libimobiledevice, ``lockdown.c``.
"""

import plistlib
import struct
from collections.abc import Mapping
from typing import Any

from capture.errors import Unreadable
from capture.sources.apple import usbmux
from capture.sources.apple.channel import Channel
from capture.sources.apple.usbmux import Plugged

_PORT = 62078
_MAX_PORT = 0xFFFF
_LENGTH = struct.Struct(">I")
_MAX_NAME = 120

_REFUSALS = {
    "PasswordProtected": "iphone-locked",
    "PasscodeRequired": "iphone-locked",
    "InvalidHostID": "iphone-not-trusted",
    "InvalidConnection": "iphone-not-trusted",
    "PairingDialogResponsePending": "iphone-not-trusted",
    "UserDeniedPairing": "iphone-not-trusted",
    "MCProtected": "iphone-forbidden",
    "InvalidService": "iphone-forbidden",
}


def describe(device: Plugged) -> str:
    """Return the phone's name and model, which it says to whoever is on the cable."""
    channel = usbmux.connected(device, _PORT)
    try:
        name = _value(channel, "DeviceName")
        model = _value(channel, "ProductType")
    finally:
        channel.close()
    return f"{name} ({model})" if name and model else name or model or "iPhone"


def started(device: Plugged, service: str) -> Channel:
    """Start a service and return the connection to it.

    Raises Unreadable: "iphone-not-trusted", "iphone-locked", "iphone-forbidden", "device".
    """
    record = usbmux.pairing_record(device.serial)
    channel = usbmux.connected(device, _PORT)
    try:
        _begin(channel, record)
        answer = _asked(channel, "StartService", Service=service)
        port = answer.get("Port")
        if not isinstance(port, int) or not 0 < port <= _MAX_PORT:
            raise Unreadable(reason="device")
    finally:
        channel.close()
    reached = usbmux.connected(device, port)
    if answer.get("EnableServiceSSL"):
        _secure(reached, record)
    return reached


def _begin(channel: Channel, record: Mapping[str, Any]) -> None:
    names = {name: record.get(name) for name in ("HostID", "SystemBUID")}
    if not all(isinstance(name, str) for name in names.values()):
        raise Unreadable(reason="iphone-not-trusted")
    answer = _asked(channel, "StartSession", **names)
    if answer.get("EnableSessionSSL"):
        _secure(channel, record)


def _secure(channel: Channel, record: Mapping[str, Any]) -> None:
    try:
        channel.secure(record)
    except Unreadable as error:
        channel.close()
        if error.facts["reason"] != "device":
            raise
        # The phone no longer knows this computer: "Reset Location & Privacy" forgets all of them.
        raise Unreadable(reason="iphone-not-trusted") from error


def _value(channel: Channel, key: str) -> str:
    try:
        untrusted = _asked(channel, "GetValue", Key=key).get("Value")
    except Unreadable as error:
        if error.facts["reason"] == "device":
            raise
        return ""  # it does not say so before it was trusted
    return untrusted[:_MAX_NAME] if isinstance(untrusted, str) else ""


def _asked(channel: Channel, request: str, **said: object) -> dict[str, Any]:
    body = plistlib.dumps({"Label": "firsthand", "Request": request, **said})
    channel.send(_LENGTH.pack(len(body)) + body)
    return answered(channel, request)


def answered(channel: Channel, request: str) -> dict[str, Any]:
    """Receive the answer to a request. Raises Unreadable, with the reason that the phone gives."""
    answer = channel.plist(_LENGTH.unpack(channel.exactly(_LENGTH.size))[0])
    refusal = answer.get("Error")
    if refusal is not None:
        raise Unreadable(reason=_REFUSALS.get(str(refusal), "iphone-refused"))
    if answer.get("Request") != request:
        raise Unreadable(reason="device")
    return answer
