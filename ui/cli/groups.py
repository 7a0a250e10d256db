"""What a group of commands offers to the command line."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

Command = Callable[[argparse.Namespace], int]
"""Runs one command and returns its exit code."""

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 # its only name
else:
    Commands = object


def command(commands: Commands, name: str, run: Command, summary: str) -> argparse.ArgumentParser:
    """Add a command and return its parser, for the arguments."""
    # No abbreviations: ``--passphrase secret`` must not pass for ``--passphrase-file``.
    parser = commands.add_parser(name, help=summary, description=summary, allow_abbrev=False)
    parser.set_defaults(run=run)
    return parser


def with_json(parser: argparse.ArgumentParser) -> None:
    """Let a command answer in JSON."""
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
