"""Commands on the vault as a whole: ``vault create|info|check|passwd|wipe``."""

import argparse
import sys
from collections.abc import Collection
from dataclasses import asdict

from capture.isolate import MediaPool
from capture.isolate.limits.promises import Held
from storage.errors import AlreadyExists, NotAVault
from storage.vault import Vault, keyring, wiping
from ui import words
from ui.cli import backup, exits, opening, passphrase, terminal
from ui.cli.groups import Commands, command, with_json

_CONFIRMATION = "WIPE"


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    parser = commands.add_parser(
        "vault", help="create a vault, look after it, wipe it", allow_abbrev=False
    )
    inner = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    create = command(inner, "create", _create, "make a new vault in a new or empty folder")
    opening.with_vault(create)
    info = command(inner, "info", _info, "say what the vault holds and how it is locked")
    opening.with_vault(info)
    with_json(info)
    check = command(inner, "check", _check, "look for damage")
    opening.with_vault(check)
    check.add_argument("--deep", action="store_true", help="read every byte of every item")
    check.add_argument("--repair", action="store_true", help="set right what can be (checks deep)")
    with_json(check)
    passwd = command(inner, "passwd", _passwd, "change the passphrase")
    opening.with_vault(passwd)
    passwd.add_argument("--new-passphrase-file", metavar="FILE")
    wipe = command(inner, "wipe", _wipe, "destroy the vault: nothing in it can be opened again")
    opening.with_vault(wipe)
    how = wipe.add_mutually_exclusive_group()
    how.add_argument("--yes", action="store_true", help="do not ask to type a word first")
    how.add_argument(
        "--rehearse",
        action="store_true",
        help="say what it would destroy and how long that takes here, and destroy nothing",
    )
    with_json(wipe)
    backup.add_to(inner)


def _create(options: argparse.Namespace) -> int:
    if options.vault.exists() and (not options.vault.is_dir() or any(options.vault.iterdir())):
        raise AlreadyExists  # before a passphrase is asked for
    with Vault.create(options.vault, passphrase.chosen(options.passphrase_file)):
        print(f"The vault is made: {words.shown(str(options.vault))}")
        print("Nobody can open it without the passphrase, and nobody can give it back to you.")
    return exits.DONE


def _info(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        info = vault.info()
    with MediaPool(workers=1) as pool:
        held = pool.held()
    absent = frozenset(Held) - held
    if options.json:
        opener = {"held": sorted(held), "absent": sorted(absent)}
        terminal.print_json({**asdict(info), "opener": opener})
        return exits.DONE
    print(f"Made {info.created_at}, format {info.version}")
    print(f"{info.items} originals, {info.derivatives} copies, {terminal.size_text(info.bytes)}")
    print(
        f"Each try of a passphrase takes {info.kdf_memory >> 10} MiB of memory, "
        f"{info.kdf_passes} passes (Argon2id)"
    )
    for warning in info.warnings:
        print(words.finding(warning))
    _tell("Files are opened by a process of their own, which cannot:", held)
    _tell("What this system offers no means against: that it might", absent)
    return exits.DONE


def _tell(heading: str, names: Collection[Held]) -> None:
    if names:
        print(heading)
    for name in Held:
        if name in names:
            print(f"  - {words.held(name)}")


def _check(options: argparse.Namespace) -> int:
    # Only a deep check reads bytes; the quick one counts items.
    unit = terminal.size_text if options.deep or options.repair else terminal.count_text
    with opening.opened(options) as vault, terminal.Progress("Checking", unit=unit) as progress:
        if options.repair:
            found = vault.repair(progress)
        else:
            found = vault.check(deep=options.deep, tick=progress)
    if options.json:
        terminal.print_json({"whole": not found, "findings": [asdict(one) for one in found]})
    for one in () if options.json else found:
        print(words.finding_at(one.code, one.part))
    if not found and not options.json:
        print("No damage was found.")
        if not (options.deep or options.repair):
            print("Only a deep check reads every byte: vault check --deep")
    return exits.DAMAGED if found else exits.DONE


def _passwd(options: argparse.Namespace) -> int:
    if not options.vault.is_dir():
        raise NotAVault
    old = passphrase.current(options)
    with Vault.open(options.vault, old) as vault:
        vault.change_passphrase(old, passphrase.chosen(options.new_passphrase_file))
    print("The passphrase is changed. The old one opens nothing any more.")
    print("Copies of the vault that were made before still open with the old one.")
    return exits.DONE


def _wipe(options: argparse.Namespace) -> int:
    if not options.vault.is_dir():
        raise NotAVault
    if options.rehearse:
        return _rehearse(options)
    if keyring.wiped(options.vault):  # no passphrase opens it, and none is needed to go on
        with _deleting() as progress:
            wiping.finish(options.vault, progress)
        return _wiped(options, "The wipe that was interrupted is finished.")
    if not options.yes:
        terminal.confirm(
            _CONFIRMATION,
            "This destroys everything in the vault. It cannot be undone.",
            "Nothing was wiped.",
        )
    with opening.opened(options) as vault:
        vault.destroy_keys()
        print("The keys are destroyed: nothing opens the vault any more.", file=sys.stderr)
        with _deleting() as progress:
            vault.wipe(progress)
    return _wiped(options, "The vault's keys are destroyed and its files are deleted.")


def _deleting() -> terminal.Progress:
    return terminal.Progress("Deleting", unit=terminal.count_text)


def _wiped(options: argparse.Namespace, said: str) -> int:
    if options.json:
        terminal.print_json({"wiped": True, "stays": options.vault.exists()})
        return exits.DONE
    print(said)
    if options.vault.exists():
        print("The folder holds files that are not the vault's, so it stays.")
    print("Copies and backups of it elsewhere still open with the passphrase.")
    return exits.DONE


def _rehearse(options: argparse.Namespace) -> int:
    """Say what a wipe would do. No passphrase is needed: nothing is opened and nothing goes."""
    if not keyring.there(options.vault):
        raise NotAVault
    rehearsed = wiping.rehearse(options.vault)
    if options.json:
        terminal.print_json(asdict(rehearsed))
        return exits.DONE
    print("A rehearsal. Nothing was destroyed.")
    print(f"After {rehearsed.key_seconds * 1000:.0f} ms nothing would open the vault any more.")
    print(
        f"After about {rehearsed.seconds:.1f} s all of it would be gone: {rehearsed.files} files, "
        f"{terminal.size_text(rehearsed.size)}."
    )
    if rehearsed.strangers:
        print(f"Not the vault's, and would stay: {terminal.count_text(rehearsed.strangers)}.")
    print("Copies and backups of it elsewhere would still open with the passphrase.")
    print("Flash disks keep old blocks that only somebody with the passphrase could use.")
    return exits.DONE
