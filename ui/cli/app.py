"""The command line: which commands there are, and how each one ends.

Another face of the same core as the desktop. Every command is a function from
its arguments to an exit code; what it cannot finish it raises, and the words
for that are found here, once.
"""

import argparse
import importlib

from ui.cli import endings, exits, terminal

GROUPS = {
    "media": ("inspect", "clean"),
    "demo": ("demo",),
    "life": ("vault",),
    "keys": ("keys",),
    "devices": ("devices",),
    "receiving": ("receive",),
    "importing": ("import",),
    "preparing": ("prepare",),
    "items": ("list", "show", "note", "delete", "custody"),
    "parts": ("group", "ungroup"),
    "redaction": ("redact",),
    "bundles": ("bundle", "reveal"),
    "checking": ("verify",),
    "outlets": ("outlet",),
    "reaching": ("network",),
    "publishing": ("publish",),
    "posting": ("post-copy", "platforms"),
    "sending": ("send", "queue"),
    "stamps": ("stamp",),
    "licences": ("licences",),
    "disclosing": ("captions", "custody-export", "custody-check"),
}
"""Each module of commands, and what it adds: only the one that is asked for is loaded."""

_ABOUT = "Keeps evidence from a phone, cleans it of what gives people away, makes it believed."


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    terminal.harden_streams()
    try:
        options = _parser(_asked(arguments)).parse_args(arguments)
    except SystemExit as leaving:  # argparse leaves this way, for --help and for wrong usage
        return leaving.code if isinstance(leaving.code, int) else exits.USAGE
    terminal.take_interrupts()
    return endings.ended(options)


def _asked(arguments: list[str]) -> tuple[str, ...]:
    """Return the module of the command that is asked for: all of them for help and for mistakes."""
    asked = tuple(name for name, adds in GROUPS.items() if arguments[:1] and arguments[0] in adds)
    return asked or tuple(GROUPS)


def _parser(groups: tuple[str, ...]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="firsthand",
        allow_abbrev=False,
        description=_ABOUT,
        epilog=exits.MEANINGS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in groups:
        importlib.import_module(f"ui.cli.{name}").add(commands)
    return parser
