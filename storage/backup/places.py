"""The places that a backup is kept in, opened: a folder of another disk, or an outlet.

Before a vault is open an outlet is known by its card alone; one that lists nothing (tus) is then
found again only by the address that the last backup gave.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.backup.folder import FolderStore
from storage.backup.ledger import VaultLedger, adopt, write_address_file
from storage.errors import AlreadyExists, NotABackup
from storage.outlets import catalog
from storage.outlets.address import Route
from storage.outlets.base import Store
from storage.outlets.card import Card
from storage.outlets.known import Known
from storage.outlets.tus_store import TusStore
from storage.progress import Tick, silent
from storage.vault import Vault


def needs_address(card: Card) -> bool:
    """Whether a backup at this outlet can be found again only by its address."""
    return card.kind == "tus"


def in_folder(vault: Vault, folder: Path) -> FolderStore:
    """Return a folder as the place of a backup, made where it is not there.

    Raises AlreadyExists(reason="in-the-vault") where it would lie in the vault itself.
    """
    if folder.resolve().is_relative_to(vault.folder.resolve()):
        raise AlreadyExists("the backup would lie in the vault", reason="in-the-vault")
    folder.mkdir(mode=0o700, exist_ok=True)
    return FolderStore(folder)


@contextmanager
def at_outlet(vault: Vault, outlet: Known) -> Iterator[Store]:
    """Give an outlet of the vault as the place of its backup. Raises BadCard(reason="no-store")."""
    with catalog.opened_store(outlet.card, outlet.route) as store:
        if isinstance(store, TusStore):
            store.remember(VaultLedger(vault, outlet.id))
        yield store


@contextmanager
def at_card(card: Card, route: Route, address: str | None) -> Iterator[Store]:
    """Give the outlet of a card as a place to restore from.

    Raises NotABackup(reason="no-address") where it needs the backup's address and there is none.
    """
    with catalog.opened_store(card, route) as store:
        if isinstance(store, TusStore):
            if not address:
                raise NotABackup("a backup there is found by its address", reason="no-address")
            store.open_at(address)
        yield store


def published(store: Store, file: Path | None, tick: Tick = silent) -> tuple[str | None, int]:
    """Return the address of a backup that needs one, and how many old files stayed there.

    It is in the file before what an earlier address leads to is deleted.
    """
    if not isinstance(store, TusStore):
        return None, 0
    address = store.publish(tick)
    if file is not None:
        write_address_file(file, address)
    return address, store.sweep()


def go_on_with(store: Store, card: Card, folder: Path, passphrase: str) -> None:
    """Have a restored vault go on with the backup that it came from, where that needs an address.

    Opens the vault, and closes it again.
    """
    if isinstance(store, TusStore):
        with Vault.open(folder, passphrase) as vault:
            adopt(vault, card, store.rows())
