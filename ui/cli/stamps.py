"""Commands on time stamps of bundles that left: ``stamp request|add|ask``."""

import argparse
from pathlib import Path

from capture.opening import write_request, write_stamp
from storage.bundle import stamping
from storage.bundle.contents import Stamp
from storage.bundle.stamping import Left
from storage.stamps import MAX_RESPONSE
from storage.vault import Vault
from ui import words
from ui.cli import exits, opening, terminal
from ui.cli.bundles import asking, check_out
from ui.cli.groups import Commands, command, with_json

ROUTES = "tor (the usual), direct, or a proxy's address"


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    group = command(commands, "stamp", _request, "time stamps (RFC 3161) of bundles that left")
    inner = group.add_subparsers(title="what to do", metavar="WHAT", required=True)
    ask = command(inner, "request", _request, "write a request to hand to an authority")
    _with_bundle(ask)
    take = command(inner, "add", _add, "take an authority's answer to such a request")
    _with_bundle(take)
    take.add_argument("answer", metavar="ANSWER", type=Path, help="what the authority answered")
    over = command(inner, "ask", _ask, "ask an authority over the network")
    _with_bundle(over)
    over.add_argument("--authority", metavar="URL", required=True)
    over.add_argument("--route", metavar="ROUTE", default="tor", help=ROUTES)


def _with_bundle(parser: argparse.ArgumentParser) -> None:
    opening.with_vault(parser)
    parser.add_argument("bundle", metavar="BUNDLE_ID", help="a bundle's id, or how it begins")
    parser.add_argument("-o", "--out", metavar="FILE", type=Path, required=True)
    with_json(parser)


def _request(options: argparse.Namespace) -> int:
    check_out(options.out)
    with opening.opened(options) as vault:
        left = stamping.bundle_that_left(vault, options.bundle)
        write_request(vault, left, options.out)
    if options.json:
        terminal.print_json({"path": str(options.out), "bundle_id": left.bundle_id})
        return exits.DONE
    print(f"{words.shown(str(options.out))}: a request for a time stamp")
    print("    Take it to an authority in a way that does not tell who you are. It shows one")
    print("    digest, and nothing of the bundle. Then give its answer to: stamp add")
    return exits.DONE


def _add(options: argparse.Namespace) -> int:
    check_out(options.out)
    with options.answer.open("rb") as stream:
        untrusted = stream.read(MAX_RESPONSE + 1)
    with opening.opened(options) as vault:
        left = stamping.bundle_that_left(vault, options.bundle)
        return _kept(options, vault, left, stamping.answer(vault, left, untrusted))


def _ask(options: argparse.Namespace) -> int:
    check_out(options.out)
    ask = asking(options.authority, options.route)
    with opening.opened(options) as vault:
        left = stamping.bundle_that_left(vault, options.bundle)
        return _kept(options, vault, left, stamping.ask_for(left, ask))


def _kept(options: argparse.Namespace, vault: Vault, left: Left, stamp: Stamp) -> int:
    """Write the stamp's file and the entry of the custody log, and say what it is good for."""
    at = write_stamp(vault, left, stamp, options.out)
    if options.json:
        answer = {"path": str(options.out), "bundle_id": left.bundle_id, "at": at}
        terminal.print_json(answer)
        return exits.DONE
    print(f"{words.shown(str(options.out))}: a time stamp of bundle {left.bundle_id[:8]}, {at}")
    print("    Whoever has the bundle checks it with: verify BUNDLE --stamp FILE --authority PEM")
    return exits.DONE
