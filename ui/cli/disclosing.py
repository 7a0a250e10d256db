"""Commands that show what is said of items: ``captions``, ``custody-export``, ``custody-check``."""

import argparse
from pathlib import Path
from typing import Any

from capture.composing import Showing
from capture.opening import TABLES, show_log, write_captions
from capture.reveal import RevealPlace, RevealTime
from storage.bundle import disclosure
from storage.bundle.disclosure import Disclosed
from ui import words
from ui.cli import exits, opening, terminal
from ui.cli.bundles import check_out, with_reveal
from ui.cli.groups import Commands, command, with_json
from ui.words.shownlog import log_lines


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    said = command(commands, "captions", _captions, "write what is said of items as a table")
    opening.with_vault(said)
    said.add_argument("items", metavar="ITEM", nargs="+", help="an id, or how it begins")
    said.add_argument("-o", "--out", metavar="FILE", type=Path, required=True)
    said.add_argument("--format", choices=sorted(TABLES), default="csv")
    with_reveal(said)
    said.add_argument("--contact", action="store_true", help="say who you are, as in the record")
    with_json(said)
    out = command(
        commands, "custody-export", _export, "write one item's custody log, to be shown to others"
    )
    opening.with_vault(out)
    out.add_argument("item", metavar="ITEM", help="an id, or how it begins")
    out.add_argument("-o", "--out", metavar="FILE", type=Path, required=True)
    with_json(out)
    check = command(
        commands, "custody-check", _check, "check a custody log that you were shown: no vault"
    )
    check.add_argument("log", metavar="FILE", type=Path)
    with_json(check)


def _captions(options: argparse.Namespace) -> int:
    check_out(options.out)
    shown = dict(options.reveal)
    showing = Showing(
        shown.get("location", RevealPlace.NONE),
        shown.get("time", RevealTime.NONE),
        contact=options.contact,
    )
    with opening.opened(options) as vault:
        items = tuple(dict.fromkeys(vault.resolve(item) for item in options.items))
        count = write_captions(vault, items, showing, options.format, options.out)
    if options.json:
        answer = {"path": str(options.out), "format": options.format, "items": count}
        terminal.print_json(answer)
        return exits.DONE
    print(f"{words.shown(str(options.out))}: what is said of {terminal.count_text(count)}")
    print("    Anybody can read it. The files are called as a bundle of these items calls them.")
    return exits.DONE


def _export(options: argparse.Namespace) -> int:
    check_out(options.out)
    with opening.opened(options) as vault:
        made = show_log(vault, options.item, options.out, log_lines)
    if options.json:
        answer = {"path": str(options.out), "words": str(made.words), "item": made.item}
        terminal.print_json({**answer, "entries": len(made.shown.entries)})
        return exits.DONE
    count = len(made.shown.entries)
    print(f"{words.shown(str(made.path))}: {count} entries of {made.item[:8]}")
    print(
        f"    The same in words: {words.shown(str(made.words))}. Nothing of other items is in it."
    )
    print("    Whoever is given it checks it with: custody-check FILE")
    return exits.DONE


def _check(options: argparse.Namespace) -> int:
    with options.log.open("rb") as stream:
        shown = disclosure.check(stream.read(disclosure.MAX_FILE + 1))
    if options.json:
        terminal.print_json({**_json(shown), "error": None})
        return exits.DONE
    print("\n".join(log_lines(shown)))
    return exits.DONE


def _json(shown: Disclosed) -> dict[str, Any]:
    return {
        "holds": True,
        "original_sha256": shown.original_sha256,
        "original_size": shown.original_size,
        "length": shown.length,
        "signer": shown.fingerprint,
        "entries": list(shown.entries),
    }
