"""Commands on what leaves: ``bundle``, and ``reveal`` afterwards."""

import argparse
import errno
import os
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path

from capture import opening
from capture.audit import BundleChoices, BundleMade, make_bundle
from capture.isolate import MediaPool
from capture.reveal import RevealPlace, RevealTime
from storage.bundle import volumes
from storage.bundle.sealing import read_recipient_file, read_recipients
from storage.bundle.sheet_words import WORDS
from storage.bundle.stamping import Ask
from storage.errors import AlreadyExists
from storage.outlets.address import read_route
from storage.vault import Vault
from ui import words
from ui.cli import exits, passphrase, terminal, typed
from ui.cli.groups import Commands, command, with_json
from ui.cli.opening import opened, with_vault

_ALL = "making and checking it"
"""Of what the progress is a share: a look at a covered copy reads few bytes, and takes long."""


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    _bundle_parser(commands)
    _reveal_parser(commands)


def _bundle_parser(commands: Commands) -> None:
    make = command(
        commands, "bundle", _bundle, "make a sanitized bundle that a stranger can verify"
    )
    with_vault(make)
    make.add_argument("items", metavar="ITEM", nargs="+", help="an id, or how it begins")
    make.add_argument("-o", "--out", metavar="FILE", type=Path, required=True)
    make.add_argument(
        "--to",
        metavar="RECIPIENT",
        action="append",
        default=[],
        help="seal to this age public key, or to those in this file, or to the OpenPGP key in "
        "this file; without it the bundle is a plain ZIP that anybody can read",
    )
    make.add_argument(
        "--seal-passphrase-file",
        metavar="FILE",
        help="seal to a passphrase instead: the first line of FILE (- for standard input, after "
        "the vault's own)",
    )
    make.add_argument(
        "--language",
        metavar="LL",
        action="append",
        choices=sorted(WORDS),
        help=f"of the contact sheet: {', '.join(sorted(WORDS))}; may be given several times",
    )
    make.add_argument("--contact", action="store_true", help="say who you are, as in the record")
    make.add_argument(
        "--stamp", metavar="URL", help="ask this authority for a time stamp (RFC 3161) to put in"
    )
    make.add_argument(
        "--route", metavar="ROUTE", default="tor", help="the way to the authority of --stamp"
    )
    with_what_goes_along(make)
    make.add_argument(
        "--volume",
        metavar="SIZE",
        type=_volume,
        help="write parts of this size, such as 95MB, for messengers: FILE.001, FILE.002, …",
    )
    with_json(make)


def _reveal_parser(commands: Commands) -> None:
    open_ = command(
        commands,
        "reveal",
        _reveal,
        "write an opening: proof of one item's original, for whom you give it to",
    )
    with_vault(open_)
    open_.add_argument("bundle", metavar="BUNDLE_ID", help="a bundle's id, or how it begins")
    open_.add_argument("item", metavar="ITEM", help="an id, or how it begins")
    open_.add_argument("-o", "--out", metavar="FILE", type=Path, required=True)
    with_json(open_)


def _volume(text: str) -> int:
    size = typed.size_of(text)
    if size < volumes.SMALLEST:
        raise argparse.ArgumentTypeError("a part has at least 1MB")
    return size


def with_reveal(parser: argparse.ArgumentParser) -> None:
    """Let a command be told how much of a place and a time is shown."""
    parser.add_argument(
        "--reveal",
        metavar="WHAT=HOW",
        action="append",
        default=[],
        type=typed.revealed,
        help="location=none|region|city|exact or time=none|month|day|exact; none by default",
    )


def with_what_goes_along(parser: argparse.ArgumentParser) -> None:
    """Add the options of how much of an item leaves with its copy."""
    with_reveal(parser)
    parser.add_argument(
        "--with-originals", action="store_true", help="let the originals go along, sealed"
    )
    parser.add_argument(
        "--with-parts",
        action="store_true",
        help="let a live photo's clip, a raw and an edited version go along, too",
    )


def choices_of(
    vault: Vault, options: argparse.Namespace, items: Iterable[str], recipients: Iterable[str]
) -> BundleChoices:
    """Return what those options, some items and some recipients choose."""
    shown = dict(options.reveal)
    return BundleChoices(
        items=tuple(dict.fromkeys(vault.resolve(item) for item in items)),
        recipients=tuple(recipients),
        reveal_place=shown.get("location", RevealPlace.NONE),
        reveal_time=shown.get("time", RevealTime.NONE),
        with_originals=options.with_originals,
        with_parts=options.with_parts,
    )


def _bundle(options: argparse.Namespace) -> int:
    recipients = tuple(key for text in options.to for key in recipients_in(text))
    if recipients and options.seal_passphrase_file is not None:
        raise exits.UsageError("Seal to keys or to a passphrase, not to both.")
    if options.with_originals and not recipients:
        raise exits.UsageError("Originals only leave sealed: name a recipient with --to.")
    check_out(options.out)
    stamp = None if options.stamp is None else asking(options.stamp, options.route)
    with opened(options) as vault, MediaPool() as pool:
        choices = replace(
            choices_of(vault, options, options.items, recipients),
            contact=options.contact,
            languages=tuple(dict.fromkeys(options.language or ("en",))),
            volume=options.volume,
            passphrase=_passphrase(options.seal_passphrase_file),
        )
        with terminal.Progress("Bundling", unit=lambda _total: _ALL) as progress:
            made = make_bundle(vault, pool, choices, options.out, progress, stamp=stamp)
    if options.json:
        terminal.print_json({**asdict(made), "path": str(made.path)})
    else:
        print("\n".join(made_lines(made)))
    return exits.DONE


def check_out(out: Path) -> None:
    """Raise for a place that cannot be written to, before anything is asked for or made."""
    if os.path.lexists(out):
        raise AlreadyExists
    if not out.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder")


def recipients_in(text: str) -> tuple[str, ...]:
    """Read a recipient: the key itself, or a file that holds keys."""
    path = Path(text)
    if not text.startswith("age1") and path.is_file():
        return read_recipient_file(path)
    return read_recipients(text)


def asking(authority: str, route: str) -> Ask:
    """Return what asks this authority for a time stamp, by this way."""
    from storage.outlets.timestamping import ask_for_stamp  # the network, only where it is wanted

    way = read_route(route)
    return lambda request: ask_for_stamp(request, authority, way)


def _passphrase(source: str | None) -> str:
    """Read the passphrase that a bundle is sealed to; none where none is wanted."""
    return "" if source is None else passphrase.chosen(source)


def made_lines(made: BundleMade) -> tuple[str, ...]:
    """Give the lines that say what was let out."""
    how = "sealed to its recipients" if made.sealed else "not sealed: anybody can read it"
    items = terminal.count_text(made.items)
    size = terminal.size_text(made.size)
    parts = f" and the parts after it ({made.volumes} in all)" if made.volumes else ""
    return (
        f"{words.shown(str(made.path))}{parts}: {items}, {size}, {how}",
        f"    Its id is {made.bundle_id}.",
        *(
            (f"    A time stamp says that it was there at {made.stamped_at}.",)
            if made.stamped_at
            else ()
        ),
        "    Everything in it was read again and verified before it was written.",
    )


def _reveal(options: argparse.Namespace) -> int:
    check_out(options.out)
    with opened(options) as vault:
        made = opening.reveal(vault, options.bundle, options.item, options.out)
    if options.json:
        terminal.print_json({**asdict(made), "path": str(made.path)})
        return exits.DONE
    print(f"{words.shown(str(made.path))}: an opening of item {made.item[:8]}")
    print("    With it, whoever has the bundle can check that you held this original when you")
    print("    signed: it tells its digest and size, how the copy was covered, cropped and cut,")
    print("    and nothing of any other item. It cannot be taken back. If you give the original,")
    print("    too, it can be compared with the copy.")
    return exits.DONE
