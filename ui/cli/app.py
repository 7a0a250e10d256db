"""The command line: which commands there are, and how each one ends.

Another face of the same core as the desktop. Every command is a function from
its arguments to an exit code; what it cannot finish it raises, and the words
for that are found here, once.
"""

import argparse

from ui.cli import (
    bundles,
    demo,
    devices,
    disclosing,
    endings,
    exits,
    items,
    keys,
    life,
    media,
    outlets,
    parts,
    redaction,
    sending,
    stamps,
    terminal,
)

GROUPS = (
    media,
    demo,
    life,
    keys,
    devices,
    items,
    parts,
    redaction,
    bundles,
    outlets,
    sending,
    stamps,
    disclosing,
)
_ABOUT = "Keeps evidence from a phone, cleans it of what gives people away, makes it believed."


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    terminal.harden_streams()
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as leaving:  # argparse leaves this way, for --help and for wrong usage
        return leaving.code if isinstance(leaving.code, int) else exits.USAGE
    return endings.ended(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="firsthand",
        allow_abbrev=False,
        description=_ABOUT,
        epilog=exits.MEANINGS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for group in GROUPS:
        group.add(commands)
    return parser
