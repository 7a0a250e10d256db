"""Commands on what opens a vault: ``keys list|add|recovery|remove|decoy``."""

import argparse
from dataclasses import asdict
from pathlib import Path

from ui import words
from ui.cli import exits, life, passphrase, terminal
from ui.cli.groups import Commands, command, with_json

_DECOY = "DECOY"


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    parser = commands.add_parser(
        "keys", help="say what opens a vault, and change it", allow_abbrev=False
    )
    inner = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    listing = command(inner, "list", _list, "list what opens the vault")
    _with_vault(listing)
    with_json(listing)
    more = command(inner, "add", _add, "have one more passphrase open the vault")
    _with_vault(more)
    _with_new_passphrase(more)
    more.add_argument("--label", default="passphrase", help="whose it is, or what for")
    recovery = command(inner, "recovery", _recovery, "make a recovery code to write down")
    _with_vault(recovery)
    remove = command(inner, "remove", _remove, "take a key away")
    _with_vault(remove)
    remove.add_argument("slot", metavar="SLOT", type=int, help="as `keys list` numbers it")
    decoy = command(inner, "decoy", _decoy, "have another passphrase open another, empty set")
    _with_vault(decoy)
    _with_new_passphrase(decoy)
    decoy.add_argument("--yes", action="store_true", help="do not ask to type a word first")


def _with_vault(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("vault", metavar="VAULT", type=Path)
    passphrase.with_passphrase(parser)


def _with_new_passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--new-passphrase-file", metavar="FILE")


def _list(options: argparse.Namespace) -> int:
    with life.opened(options) as vault:
        keys = vault.opened_by()
    if options.json:
        terminal.print_json({"keys": [asdict(key) for key in keys]})
        return exits.DONE
    for key in keys:
        print(f"{key.slot}  {words.shown(key.label)}, since {key.added_at}")
    return exits.DONE


def _add(options: argparse.Namespace) -> int:
    with life.opened(options) as vault:
        vault.add_passphrase(passphrase.chosen(options.new_passphrase_file), options.label)
    print("The new passphrase opens the vault too.")
    return exits.DONE


def _recovery(options: argparse.Namespace) -> int:
    with life.opened(options) as vault:
        code = vault.add_recovery_code()
    print(code)
    print("Write this code down and keep it far from the computer. It is shown only once.")
    print("Whoever has it can open the vault. Type it where the passphrase is asked for.")
    return exits.DONE


def _remove(options: argparse.Namespace) -> int:
    with life.opened(options) as vault:
        vault.remove_key(options.slot)
    print("The key is taken away. Copies of the vault that were made before still open with it.")
    return exits.DONE


def _decoy(options: argparse.Namespace) -> int:
    if not options.yes:
        life.confirm(
            _DECOY,
            "A second passphrase will open another, empty set of items.\n"
            "If there is such a set already, everything in it is destroyed: from inside one set\n"
            "nobody can know of the other. Do not do this while the decoy itself is open.",
            "Nothing was changed.",
        )
    with life.opened(options) as vault:
        vault.make_decoy(passphrase.chosen(options.new_passphrase_file))
    print("The second passphrase opens another set. Put harmless things into it.")
    print("Who counts the files of the vault can see that there are more than it shows.")
    return exits.DONE
