"""Where the uploads of a backup are, kept in the vault that it is of.

A row is a setting of the set that is open, ``tus:OUTLET:NAME``: the other set knows
nothing of it, and has a backup of its own at such an outlet.
"""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from storage.errors import AlreadyExists, NotABackup
from storage.outlets import known
from storage.outlets.card import Card
from storage.outlets.tus_catalogue import Row
from storage.records import canonical, parsed
from storage.vault import Vault, system

_FIRST = "Where the last backup of a Firsthand vault is. Its passphrase is needed, too."
_MOST_FILE = 4096


class VaultLedger:
    """The rows of one outlet in an open vault."""

    def __init__(self, vault: Vault, outlet: str) -> None:
        """Keep the rows of the outlet with this id."""
        self._vault = vault
        self._prefix = f"tus:{outlet}:"

    def read(self) -> Mapping[str, Row]:
        """Return all rows, by name."""
        kept = self._vault.settings(self._prefix)
        return {name.removeprefix(self._prefix): Row(**parsed(text)) for name, text in kept.items()}

    def keep(self, name: str, row: Row) -> None:
        """Keep a row in place of the last; an empty one is taken away."""
        text = "" if row == Row() else canonical(asdict(row)).decode()
        self._vault.keep_setting(self._prefix + name, text)


def adopt(vault: Vault, card: Card, rows: Mapping[str, Row]) -> None:
    """Have a restored vault know where its backup is, if it knows the outlet.

    Its books were taken before they were sent, so they tell of the round before.
    """
    for outlet in known.known(vault):
        if outlet.card.kind == card.kind and outlet.card.address == card.address:
            ledger = VaultLedger(vault, outlet.id)
            before = ledger.read()
            for name, row in rows.items():
                if before.get(name) != row:
                    ledger.keep(name, row)


def check_address_file(path: Path) -> None:
    """Raise AlreadyExists where an address may not be written: something else is there."""
    if path.exists():
        try:
            read_address_file(path)
        except NotABackup as error:
            raise AlreadyExists from error


def write_address_file(path: Path, address: str) -> None:
    """Write where a backup is, in place of where it was."""
    check_address_file(path)
    with system.disk("the file of the address"), system.replacing(path) as file:
        system.write_all(file, f"{_FIRST}\n{address}\n".encode())


def read_address_file(path: Path) -> str:
    """Return the address that a file holds. Raises NotABackup(reason="address")."""
    with path.open("rb") as file:
        untrusted = file.read(_MOST_FILE + 1)
    first, _, address = untrusted.decode("utf-8", "replace").partition("\n")
    if first.strip() != _FIRST or len(untrusted) > _MOST_FILE:
        raise NotABackup(reason="address")
    return address.strip()
