"""Commands on the way out: ``network show|set|test``."""

import argparse
import sys
from pathlib import Path

from storage.outlets import network
from storage.outlets.network import Found, Network
from storage.outlets.transport import find_tor
from storage.outlets.transport.bridges import MOST_TEXT, read_bridges
from ui.cli import exits, opening, terminal
from ui.cli.groups import Commands, command, with_json


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    parser = commands.add_parser(
        "network", help="how Tor is come by: found, or started, with bridges", allow_abbrev=False
    )
    inner = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    show = command(inner, "show", _show, "say what was chosen, and what there is; nothing is sent")
    change = command(inner, "set", _set, "choose how Tor is come by")
    change.add_argument(
        "--start", choices=("yes", "no"), help="start Tor where none runs (yes by default)"
    )
    how = change.add_mutually_exclusive_group()
    how.add_argument(
        "--bridges-file",
        metavar="FILE",
        help="bridges, one a line (obfs4, snowflake, or plain), or - for standard input",
    )
    how.add_argument("--no-bridges", action="store_true", help="forget the bridges")
    test = command(inner, "test", _test, "wait until Tor is ready, started if need be")
    for one in (show, change, test):
        opening.with_vault(one)
        with_json(one)


def _show(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        chosen = network.chosen(vault)
        with terminal.Progress("Looking for Tor") as progress:
            found = network.look(chosen, progress)
    return _told(options, chosen, found)


def _set(options: argparse.Namespace) -> int:
    bridges = bridges_in(options.bridges_file) if options.bridges_file else ()
    with opening.opened(options) as vault:
        before = network.chosen(vault)
        kept = () if options.no_bridges else bridges or before.bridges
        start = before.start if options.start is None else options.start == "yes"
        if kept and not start:
            raise exits.UsageError("With bridges, Tor has to be started: take them away first.")
        network.choose(vault, Network(start, kept))
        chosen = network.chosen(vault)
        with terminal.Progress("Looking for Tor") as progress:
            found = network.look(chosen, progress)
    return _told(options, chosen, found)


def bridges_in(name: str) -> tuple[str, ...]:
    """Return the bridges that a file holds, or (``-``) standard input. Raises BadAddress."""
    if name == "-":
        return read_bridges(sys.stdin.read(MOST_TEXT + 1))
    with Path(name).open(encoding="utf-8", errors="replace") as file:
        return read_bridges(file.read(MOST_TEXT + 1))


def _test(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        bridges = len(network.chosen(vault).bridges)
        with terminal.Progress("Waiting for Tor") as progress:
            route = find_tor(lambda: progress(0, 0))
    if options.json:
        terminal.print_json({"ready": True, "socks": route.text, "bridges": bridges})
    else:
        print(f"Tor is ready at {route.text}.")
    return exits.DONE


def _told(options: argparse.Namespace, chosen: Network, found: Found) -> int:
    if options.json:
        terminal.print_json(
            {
                "start": chosen.start,
                "bridges": list(chosen.bridges),
                "running": found.running or None,
                "program": found.program or None,
                "missing": list(found.missing),
            }
        )
    else:
        print("\n".join(_lines(chosen, found)))
    return exits.DONE


def _lines(chosen: Network, found: Found) -> tuple[str, ...]:
    runs = f"A Tor runs here, at {found.running}." if found.running else "No Tor runs here."
    starts = f"Firsthand can start {found.program}." if found.program else "There is none to start."
    if chosen.bridges:
        count = len(chosen.bridges)
        by = "1 bridge" if count == 1 else f"{count} bridges"
        how = f"Firsthand starts its own, and it goes by {by} alone."
    elif chosen.start:
        how = "One that runs is used; else Firsthand starts its own."
    else:
        how = "Only one that runs is used."
    lack = tuple(
        f"The bridges need the package {name}, which is not here." for name in found.missing
    )
    return (runs, starts, how, *lack)
