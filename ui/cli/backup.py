"""A vault in a second place: ``vault export-backup|restore|merge``."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from storage.backup import places
from storage.backup.exporting import export
from storage.backup.folder import FolderStore
from storage.backup.ledger import check_address_file, read_address_file
from storage.backup.merging import merge
from storage.backup.restoring import restore
from storage.errors import AlreadyExists, NotABackup, NotAVault
from storage.outlets import known, standby
from storage.outlets.address import read_route
from storage.outlets.base import Store
from storage.outlets.card import MOST_CARD, Card, read_card
from storage.vault import Finding, Vault
from ui import words
from ui.cli import exits, opening, passphrase, reaching, terminal
from ui.cli.exits import UsageError
from ui.cli.groups import Commands, command, with_json

_NO_ADDRESS = "Only a backup at an outlet of the kind tus has an address."
_WANTS_ADDRESS = (
    "This outlet cannot say what it holds: give the address that the last backup showed, "
    "with --address, or the file that it was written to, with --address-file."
)


def add_to(vault_commands: Commands) -> None:
    """Add these to the commands below ``vault``."""
    _export_parser(vault_commands)
    _restore_parser(vault_commands)
    _merge_parser(vault_commands)


def _export_parser(vault_commands: Commands) -> None:
    out = command(
        vault_commands,
        "export-backup",
        _export,
        "bring an encrypted copy of the vault to another disk or an outlet: what changed",
    )
    opening.with_vault(out)
    out.add_argument("place", metavar="DEST", nargs="?", type=Path, help="a folder")
    out.add_argument("--outlet", metavar="NAME", help="an outlet of this vault that keeps files")
    out.add_argument("--deep", action="store_true", help="read back all that is there already, too")
    out.add_argument(
        "--address-file",
        metavar="FILE",
        type=Path,
        help="where to write the backup's address; an outlet of the kind tus needs it to restore",
    )
    with_json(out)


def _restore_parser(vault_commands: Commands) -> None:
    back = command(vault_commands, "restore", _restore, "make a vault again from its backup")
    back.add_argument("place", metavar="DEST", nargs="?", type=Path, help="the backup's folder")
    back.add_argument("vault", metavar="VAULT", type=Path, help="a new or empty folder")
    back.add_argument("--card", metavar="FILE", type=Path, help="the card of the backup's outlet")
    back.add_argument("--route", metavar="ROUTE", default="tor", help="how to get to the outlet")
    back.add_argument("--bridges-file", metavar="FILE", help="bridges for Tor, one a line")
    at = back.add_mutually_exclusive_group()
    at.add_argument("--address", metavar="URL", help="the address that the last backup showed")
    at.add_argument("--address-file", metavar="FILE", type=Path, help="the file that holds it")
    passphrase.with_passphrase(back)
    with_json(back)


def _merge_parser(vault_commands: Commands) -> None:
    join = command(vault_commands, "merge", _merge, "bring all of another vault into this one")
    opening.with_vault(join)
    join.add_argument("other", metavar="OTHER", type=Path)
    join.add_argument(
        "--other-passphrase-file",
        metavar="FILE",
        help="the first line of FILE opens OTHER (- for standard input: its second line)",
    )
    with_json(join)


def _export(options: argparse.Namespace) -> int:
    if (options.place is None) == (options.outlet is None):
        raise UsageError("Name a folder, or an outlet with --outlet.")
    with (
        opening.opened(options) as vault,
        _place_of(options, vault) as store,
        terminal.Progress("Backing up") as progress,
    ):
        done = export(vault, store, deep=options.deep, tick=progress)
        address, left = places.published(store, options.address_file, progress)
    if options.json:
        terminal.print_json({**asdict(done), "address": address, "left": left})
    else:
        _tell(done.findings)
        print(
            f"The backup holds {done.blobs} sealed files. {done.sent} were sent now "
            f"({terminal.size_text(done.sent_bytes)}) and read back, {done.removed} were removed."
        )
        print("Who looks at that place sees how many files there are, their sizes and times.")
        print("Older passphrases open older copies of it, if that place keeps them.")
        _tell_address(address, left)
    return exits.DAMAGED if done.findings else exits.DONE


def _tell_address(address: str | None, left: int) -> None:
    if address is None:
        return
    print("This backup can only be found again by its address, which is new after each backup:")
    print(f"    {words.shown(address)}")
    print("Keep it with the outlet's card, away from this computer; an earlier one is of no use.")
    print("It opens nothing without the passphrase. This vault knows it, too.")
    if left:
        print(f"{left} old files could not be deleted there: ask who runs that server to do it.")


@contextmanager
def _place_of(options: argparse.Namespace, vault: Vault) -> Iterator[Store]:
    if options.outlet is not None:
        outlet = known.find(vault, options.outlet)
        _check_address_file(options, outlet.card)
        with places.at_outlet(vault, outlet) as store:
            yield store
        return
    if options.address_file is not None:
        raise UsageError(_NO_ADDRESS)
    yield places.in_folder(vault, options.place)


def _check_address_file(options: argparse.Namespace, card: Card) -> None:
    if options.address_file is not None:
        if not places.needs_address(card):
            raise UsageError(_NO_ADDRESS)
        check_address_file(options.address_file)


def _restore(options: argparse.Namespace) -> int:
    if (options.place is None) == (options.card is None):
        raise UsageError("Name the backup's folder, or the card of its outlet with --card.")
    if options.vault.exists() and not options.vault.is_dir():
        raise AlreadyExists
    if options.place is not None and not options.place.is_dir():
        raise NotABackup
    opens = passphrase.current(options)
    card = _card(options)
    with _backup_of(options, card) as store, terminal.Progress("Restoring") as progress:
        done = restore(store, options.vault, opens, progress)
        if card is not None:
            places.go_on_with(store, card, options.vault, opens)
    if options.json:
        terminal.print_json(asdict(done))
        return exits.DAMAGED if done.findings else exits.DONE
    _tell(done.findings)
    print(f"The vault is back: {words.shown(str(options.vault))}")
    print(f"{done.blobs} files came back ({terminal.size_text(done.bytes)}).")
    if not done.listed:
        print("No list of this vault's owner was there: only a deep check shows that all is well.")
    return exits.DAMAGED if done.findings else exits.DONE


@contextmanager
def _backup_of(options: argparse.Namespace, card: Card | None) -> Iterator[Store]:
    address = options.address
    if options.address_file is not None:
        address = read_address_file(options.address_file)
    if card is None:
        if address is not None:
            raise UsageError(_NO_ADDRESS)
        yield FolderStore(options.place)
        return
    if places.needs_address(card) != (address is not None):
        raise UsageError(_NO_ADDRESS if address is not None else _WANTS_ADDRESS)
    bridges = reaching.bridges_in(options.bridges_file) if options.bridges_file else ()
    with (
        standby.standing_by(None, opening.Saying(), bridges),
        places.at_card(card, read_route(options.route), address) as store,
    ):
        yield store


def _card(options: argparse.Namespace) -> Card | None:
    if options.card is None:
        return None
    with options.card.open("rb") as file:
        return read_card(file.read(MOST_CARD + 1)).card


def _merge(options: argparse.Namespace) -> int:
    if not (options.vault.is_dir() and options.other.is_dir()):
        raise NotAVault
    if options.vault.resolve() == options.other.resolve():
        raise UsageError("These are the same vault.")
    with opening.opened(options) as vault:
        opens = passphrase.another(options.other_passphrase_file, "Passphrase of the other vault: ")
        with Vault.open(options.other, opens) as other, terminal.Progress("Merging") as progress:
            done = merge(vault, other, progress)
    if options.json:
        terminal.print_json(asdict(done))
        return exits.DAMAGED if done.findings else exits.DONE
    _tell(done.findings)
    print(
        f"{terminal.count_text(done.taken)} came, and {done.copies} copies; "
        f"{done.duplicates} were here already. The other vault is as it was."
    )
    print("Its keys and its outlets were not brought along.")
    return exits.DAMAGED if done.findings else exits.DONE


def _tell(findings: tuple[Finding, ...]) -> None:
    for one in findings:
        print(words.finding_at(one.code, one.part), file=sys.stderr)
