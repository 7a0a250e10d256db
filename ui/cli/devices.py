"""``devices``: cards, cameras and phones that are plugged in; and what ``import --from`` names."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from capture.errors import Unreadable
from capture.sources import devices as system
from capture.sources.base import Source
from capture.sources.camera import Camera
from capture.sources.devices import Device, devices
from capture.sources.folder import Folder
from capture.sources.iphone import IPhone
from ui import words
from ui.cli import exits, terminal
from ui.cli.groups import Commands, command, with_json


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    listing = command(commands, "devices", _devices, "list what is plugged in")
    with_json(listing)


def _devices(options: argparse.Namespace) -> int:
    found, missing = devices(), system.missing()
    if options.json:
        rows = [
            {"id": one.id, "kind": one.kind, "name": one.name, "hindered": _hindrance_json(one)}
            for one in found
        ]
        not_seen = [terminal.error_json(Unreadable(reason=reason)) for reason in missing]
        terminal.print_json({"devices": rows, "missing": not_seen})
        return exits.DONE
    for one in found:
        print(f"{words.shown(one.id)}  {one.kind}, {words.shown(one.name)}")
        if one.hindered:
            print("\n".join(terminal.trouble(Unreadable(reason=one.hindered))))
    if not found:
        print("Nothing is plugged in that Firsthand can read.")
        print('Unlock the phone, choose "file transfer" on it, or copy its files to a card.')
    for reason in missing:
        print(words.sentence(Unreadable(reason=reason)).line)
    return exits.DONE


def _hindrance_json(device: Device) -> dict[str, str] | None:
    return terminal.error_json(Unreadable(reason=device.hindered)) if device.hindered else None


@contextmanager
def source(options: argparse.Namespace) -> Iterator[Source]:
    """Give the source of an import: a device by ``--from``, or the paths that were named.

    Raises UsageError where neither or both were, Unreadable where there is no such device.
    """
    if bool(options.paths) is bool(options.device):
        raise exits.UsageError("Name files and folders, or one device with --from.")
    if options.device is None:
        yield Folder(options.paths)
        return
    opened = _named(options.device).source()
    try:
        yield opened
    finally:
        if isinstance(opened, Camera | IPhone):
            opened.close()


def _named(typed: str) -> Device:
    """Return the one device that has this id or name."""
    found = [one for one in devices() if typed in (one.id, one.name)]
    if len(found) != 1:
        raise Unreadable(reason="no-device")
    return found[0]
