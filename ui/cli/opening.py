"""Opening the vault that a command names."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from storage.errors import NotAVault
from storage.outlets import standby
from storage.vault import Vault
from ui import words
from ui.cli import passphrase

if TYPE_CHECKING:
    from storage.outlets.transport.tor import Bootstrap


def with_vault(parser: argparse.ArgumentParser) -> None:
    """Let a command name a vault, and what opens it."""
    parser.add_argument("vault", metavar="VAULT", type=Path)
    passphrase.with_passphrase(parser)


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[Vault]:
    """Open the vault that a command names, and say what opening it mended.

    What the command sends over Tor goes by the way that was chosen for the vault.
    """
    if not options.vault.is_dir():  # no passphrase is asked for what is not there
        raise NotAVault
    vault = Vault.open(options.vault, passphrase.current(options))
    for mended in vault.info().notes:
        print(f"{words.finding(mended.code)}.", file=sys.stderr)
    with vault, standby.standing_by(vault, Saying()):
        yield vault


class Saying:
    """Says on standard error what Tor is at, each time that it is at something else."""

    def __init__(self) -> None:
        self._said = ""

    def __call__(self, far: "Bootstrap") -> None:
        """Hear how far it is."""
        text = words.stage(far.stage)
        if text != self._said:
            wipe = "\r\x1b[K" if sys.stderr.isatty() else ""
            print(f"{wipe}{text} ({far.percent}%).", file=sys.stderr, flush=True)
        self._said = text
