"""Commands on what opens a vault: ``keys list|add|recovery|shares|remove|decoy|guard``."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from capture import export
from storage.vault import guard, recovery_code, shares
from ui import words
from ui.cli import exits, opening, passphrase, terminal
from ui.cli.groups import Commands, command, with_json
from ui.words import printed

_DECOY = "DECOY"


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    parser = commands.add_parser(
        "keys", help="say what opens a vault, and change it", allow_abbrev=False
    )
    inner = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    listing = command(inner, "list", _list, "list what opens the vault")
    opening.with_vault(listing)
    with_json(listing)
    more = command(inner, "add", _add, "have one more passphrase open the vault")
    opening.with_vault(more)
    _with_new_passphrase(more)
    more.add_argument("--label", default="passphrase", help="whose it is, or what for")
    recovery = command(inner, "recovery", _recovery, "make a recovery code to write down")
    opening.with_vault(recovery)
    _with_folder(recovery, "the code")
    cards = command(
        inner, "shares", _shares, "have trusted people's cards open the vault, several together"
    )
    opening.with_vault(cards)
    cards.add_argument("--need", metavar="K", type=int, required=True, help="so many open it")
    cards.add_argument("--of", metavar="N", type=int, required=True, help="so many are made")
    _with_folder(cards, "each card")
    remove = command(inner, "remove", _remove, "take a key away")
    opening.with_vault(remove)
    remove.add_argument("slot", metavar="SLOT", type=int, help="as `keys list` numbers it")
    decoy = command(inner, "decoy", _decoy, "have another passphrase open another, empty set")
    opening.with_vault(decoy)
    _with_new_passphrase(decoy)
    decoy.add_argument("--yes", action="store_true", help="do not ask to type a word first")
    watch = command(inner, "guard", _guard, "say or choose what wrong passphrases lead to")
    opening.with_vault(watch)
    watch.add_argument("--delay", choices=("on", "off"), help="growing pauses after wrong ones")
    watch.add_argument("--wipe-after", metavar="N|off", help="wipe the vault after N wrong ones")
    with_json(watch)


def _with_folder(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        type=Path,
        help=f"write {what} as a page to print into this folder, and show nothing here; "
        "it is a secret on the disk until you delete it",
    )


def _with_new_passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--new-passphrase-file", metavar="FILE")


def _list(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        keys = vault.opened_by()
    if options.json:
        terminal.print_json({"keys": [asdict(key) for key in keys]})
        return exits.DONE
    for key in keys:
        print(f"{key.slot}  {words.shown(key.label)}, since {key.added_at}")
    return exits.DONE


def _add(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        vault.add_passphrase(passphrase.chosen(options.new_passphrase_file), options.label)
    print("The new passphrase opens the vault too.")
    return exits.DONE


def _recovery(options: argparse.Namespace) -> int:
    code = recovery_code.make()
    with opening.opened(options) as vault:
        _hand_out(
            options.output,
            {"recovery-code.html": printed.recovery_card(code)},
            lambda: vault.add_recovery_code(code),
        )
    if options.output is None:
        print(code)
    print("Keep this code on paper, far from the computer. It is shown only once.")
    print("Whoever has it can open the vault. Type it where the passphrase is asked for.")
    return exits.DONE


def _shares(options: argparse.Namespace) -> int:
    need, of = options.need, options.of
    if not shares.FEWEST <= need <= of <= shares.MOST:
        raise exits.UsageError(f"At least {shares.FEWEST}, at most {shares.MOST}, and K up to N.")
    cards = shares.deal(need, of)
    pages = {
        f"card-{number}.html": printed.share_card(text, number, of, need)
        for number, text in enumerate(cards.texts, 1)
    }
    with opening.opened(options) as vault:
        _hand_out(options.output, pages, lambda: vault.add_shares(cards))
    for number, text in enumerate(cards.texts if options.output is None else (), 1):
        print(f"Card {number} of {of}: {text}")
    print(f"Give each card to another person. Any {need} of the {of} open the vault together;")
    print("fewer open nothing. They are shown only once. Type them where the passphrase is")
    print("asked for. None of these people can open it alone.")
    return exits.DONE


def _hand_out(folder: Path | None, pages: dict[str, str], keep: Callable[[], object]) -> None:
    """Have the vault keep a new key, with its pages in a folder if one is named, or neither."""
    if folder is None:
        keep()
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with export.written_all(folder) as another:
        for name, page in pages.items():
            with another(folder / name) as stream:
                stream.write(page.encode("utf-8"))
        keep()
    print(f"To print: {words.shown(str(folder))}: {', '.join(pages)}")
    print("Each page is a secret on this disk. Print it, then delete it; a browser may remember")
    print("its name, a printer its contents.")


def _remove(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        vault.remove_key(options.slot)
    print("The key is taken away. Copies of the vault that were made before still open with it.")
    return exits.DONE


def _decoy(options: argparse.Namespace) -> int:
    if not options.yes:
        terminal.confirm(
            _DECOY,
            "A second passphrase will open another, empty set of items.\n"
            "If there is such a set already, everything in it is destroyed: from inside one set\n"
            "nobody can know of the other. Do not do this while the decoy itself is open.",
            "Nothing was changed.",
        )
    with opening.opened(options) as vault:
        vault.make_decoy(passphrase.chosen(options.new_passphrase_file))
    print("The second passphrase opens another set. Put harmless things into it.")
    print("Who counts the files of the vault can see that there are more than it shows.")
    return exits.DONE


def _guard(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        policy = vault.guard
        if options.delay is not None or options.wipe_after is not None:
            policy = guard.Policy(
                policy.delay if options.delay is None else options.delay == "on",
                policy.wipe_after if options.wipe_after is None else _tries(options.wipe_after),
            )
            vault.set_guard(policy)
    if options.json:
        answer = {"delay": policy.delay, "wipe_after": policy.wipe_after or None}
        terminal.print_json(answer)
        return exits.DONE
    for line in _said_of(policy):
        print(line)
    return exits.DONE


def _said_of(policy: guard.Policy) -> Sequence[str]:
    pauses = "grow" if policy.delay else "are off"
    wipes = f"after {policy.wipe_after} wrong ones in a row" if policy.wipe_after else "never"
    return (
        f"Pauses after wrong passphrases: {pauses}. The vault is wiped: {wipes}.",
        "This binds Firsthand alone: whoever has a copy of the folder is not held up by it.",
    )


def _tries(typed: str) -> int:
    if typed == "off":
        return 0
    fewest, most = guard.FEWEST_TRIES, guard.MOST_TRIES
    if not (typed.isascii() and typed.isdigit() and fewest <= int(typed) <= most):
        raise exits.UsageError(f"--wipe-after takes off, or a number from {fewest} to {most}.")
    return int(typed)
