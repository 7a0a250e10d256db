"""``devices``: cards, cameras and phones that are plugged in; and what ``import --from`` names."""

import argparse
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

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
def sources(options: argparse.Namespace) -> Iterator[list[Source]]:
    """Give the sources of an import: the paths that were named, and the devices by ``--from``.

    Raises UsageError where none was named, Unreadable where there is no such device.
    """
    if not (options.paths or options.devices or options.more):
        raise exits.UsageError("Name files and folders, or a device with --from.")
    named: list[Source] = [Folder(options.paths)] if options.paths else []
    with ExitStack() as opened:
        for typed in options.devices:
            source = _named(typed).source()
            if isinstance(source, Camera | IPhone):
                opened.callback(source.close)
            named.append(source)
        yield named


def _named(typed: str) -> Device:
    """Return the one device of this id or name. Raises Unreadable, also where it is locked."""
    found = [one for one in devices() if typed in (one.id, one.name)]
    if len(found) != 1:
        raise Unreadable(reason="no-device")
    if found[0].hindered:
        raise Unreadable(reason=found[0].hindered)
    return found[0]
