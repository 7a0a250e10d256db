"""Opening the vault that a command names."""

import argparse
import sys

from storage.errors import NotAVault
from storage.vault import Vault
from ui import words
from ui.cli import passphrase


def opened(options: argparse.Namespace) -> Vault:
    """Open the vault that a command names, and say what opening it mended."""
    if not options.vault.is_dir():  # no passphrase is asked for what is not there
        raise NotAVault
    vault = Vault.open(options.vault, passphrase.current(options))
    for mended in vault.info().notes:
        print(f"{words.finding(mended.code)}.", file=sys.stderr)
    return vault
