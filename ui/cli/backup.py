"""A vault in a second place: ``vault export-backup|restore|merge``."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from storage.backup.exporting import export
from storage.backup.folder import FolderStore
from storage.backup.merging import merge
from storage.backup.restoring import restore
from storage.errors import AlreadyExists, NotABackup, NotAVault
from storage.outlets import catalog, known
from storage.outlets.address import read_route
from storage.outlets.base import Store
from storage.outlets.card import MOST_CARD, read_card
from storage.vault import Finding, Vault
from ui import words
from ui.cli import exits, opening, passphrase, terminal
from ui.cli.exits import UsageError
from ui.cli.groups import Commands, command, with_json


def add_to(vault_commands: Commands) -> None:
    """Add these to the commands below ``vault``."""
    out = command(
        vault_commands,
        "export-backup",
        _export,
        "bring an encrypted copy of the vault to another disk or an outlet: what changed",
    )
    _with_vault(out)
    out.add_argument("place", metavar="DEST", nargs="?", type=Path, help="a folder")
    out.add_argument("--outlet", metavar="NAME", help="an outlet of this vault that keeps files")
    out.add_argument("--deep", action="store_true", help="read back all that is there already, too")
    with_json(out)
    back = command(vault_commands, "restore", _restore, "make a vault again from its backup")
    back.add_argument("place", metavar="DEST", nargs="?", type=Path, help="the backup's folder")
    back.add_argument("vault", metavar="VAULT", type=Path, help="a new or empty folder")
    back.add_argument("--card", metavar="FILE", type=Path, help="the card of the backup's outlet")
    back.add_argument("--route", metavar="ROUTE", default="tor", help="how to get to the outlet")
    passphrase.with_passphrase(back)
    with_json(back)
    join = command(vault_commands, "merge", _merge, "bring all of another vault into this one")
    _with_vault(join)
    join.add_argument("other", metavar="OTHER", type=Path)
    join.add_argument(
        "--other-passphrase-file",
        metavar="FILE",
        help="the first line of FILE opens OTHER (- for standard input: its second line)",
    )
    with_json(join)


def _with_vault(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("vault", metavar="VAULT", type=Path)
    passphrase.with_passphrase(parser)


def _export(options: argparse.Namespace) -> int:
    if (options.place is None) == (options.outlet is None):
        raise UsageError("Name a folder, or an outlet with --outlet.")
    with (
        opening.opened(options) as vault,
        _place_of(options, vault) as store,
        terminal.Progress("Backing up") as progress,
    ):
        done = export(vault, store, deep=options.deep, tick=progress)
    if options.json:
        terminal.print_json(asdict(done))
    else:
        _tell(done.findings)
        print(
            f"The backup holds {done.blobs} sealed files. {done.sent} were sent now "
            f"({terminal.size_text(done.sent_bytes)}) and read back, {done.removed} were removed."
        )
        print("Who looks at that place sees how many files there are, their sizes and times.")
        print("Older passphrases open older copies of it, if that place keeps them.")
    return exits.DAMAGED if done.findings else exits.DONE


@contextmanager
def _place_of(options: argparse.Namespace, vault: Vault) -> Iterator[Store]:
    if options.outlet is not None:
        outlet = known.find(vault, options.outlet)
        with catalog.opened_store(outlet.card, outlet.route) as store:
            yield store
        return
    if options.place.resolve().is_relative_to(vault.folder.resolve()):
        raise UsageError("The backup would lie in the vault itself. Choose another disk.")
    options.place.mkdir(mode=0o700, exist_ok=True)
    yield FolderStore(options.place)


def _restore(options: argparse.Namespace) -> int:
    if (options.place is None) == (options.card is None):
        raise UsageError("Name the backup's folder, or the card of its outlet with --card.")
    if options.vault.exists() and not options.vault.is_dir():
        raise AlreadyExists
    if options.place is not None and not options.place.is_dir():
        raise NotABackup
    opens = passphrase.current(options)
    with _backup_of(options) as store, terminal.Progress("Restoring") as progress:
        done = restore(store, options.vault, opens, progress)
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
def _backup_of(options: argparse.Namespace) -> Iterator[Store]:
    if options.card is None:
        yield FolderStore(options.place)
        return
    with options.card.open("rb") as file:
        signed = read_card(file.read(MOST_CARD + 1))
    with catalog.opened_store(signed.card, read_route(options.route)) as store:
        yield store


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
        print(f"{words.finding(one.code)}: {words.shown(one.part)}", file=sys.stderr)
