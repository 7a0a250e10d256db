"""A backup at a real tus server, cut on the way: it goes on, and the earlier one still restores."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.backup.exporting import export
from storage.backup.ledger import VaultLedger, adopt
from storage.backup.restoring import restore
from storage.errors import OutletTrouble
from storage.outlets import known
from storage.outlets.address import DIRECT, read_address, read_route
from storage.outlets.base import PART
from storage.outlets.card import Card
from storage.outlets.transport import Link, Web
from storage.outlets.tus_store import TusStore
from storage.vault import Vault
from tests.storage.outlets import servers
from tests.storage.outlets.proxies import proxy
from tests.storage.outlets.servers import Server, running
from tests.storage.vault import vaults
from tests.storage.vault.conftest import quick

__all__ = ["quick"]

LARGE = vaults.noise(PART + 3_000_000)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with running(servers.tus(tmp_path / "served")) as started:
        yield started


def opened(server: Server, vault: Vault | None = None, port: int = 0) -> TusStore:
    route = read_route(f"socks5h://127.0.0.1:{port}") if port else DIRECT
    store = TusStore(Web(Link(route, idle=10), read_address(server.url, "http")))
    if vault is not None:
        store.remember(VaultLedger(vault, "far"))
    return store


def test_cut_it_goes_on_and_the_earlier_backup_stays_until_the_next(
    quick: Path, server: Server
) -> None:
    with vaults.make(quick / "v") as vault:
        small = vaults.seal(vault, b"small")
        store = opened(server, vault)
        export(vault, store)
        early = store.publish()
        assert store.sweep() == 0
        store.close()
        large = vaults.seal(vault, LARGE)
        for cut in (2_000_000, 4_000_000):
            with proxy(server.port, cut_after=cut) as way, pytest.raises(OutletTrouble):
                export(vault, opened(server, vault, way.port))
        before = opened(server)
        before.open_at(early)
        back = restore(before, quick / "early", vaults.PASSPHRASE)
        assert (back.blobs, back.findings) == (1, ())
        before.close()
        with proxy(server.port) as way:
            store = opened(server, vault, way.port)
            done = export(vault, store)
            assert (done.sent, done.findings) == (4, ())
            assert way.sent < len(LARGE)
            late = store.publish()
            assert store.sweep() == 0
            store.close()
        vault.delete(small.id)
        store = opened(server, vault)
        assert export(vault, store).removed == 1
        late = store.publish()
        assert store.sweep() == 0
        store.close()
    held = [name for name in server.files() if not name.endswith(".json")]
    assert len(held) == 5  # keys, one blob, books, list, catalogue: no half, nothing old
    after = opened(server)
    after.open_at(late)
    assert restore(after, quick / "late", vaults.PASSPHRASE).findings == ()
    after.close()
    with vaults.reopen(quick / "late") as vault:
        assert vaults.content(vault, large.id) == LARGE
        assert vault.check(deep=True) == ()


def test_a_restored_vault_takes_over_where_the_backup_is(quick: Path, server: Server) -> None:
    card = Card(name="far", kind="tus", address=server.url)
    with vaults.make(quick / "v") as vault:
        vaults.seal(vault, b"one")
        outlet = known.add(vault, known.own(vault, card), DIRECT)
        store = opened(server)
        store.remember(VaultLedger(vault, outlet.id))
        export(vault, store)
        address = store.publish()
        store.sweep()
        store.close()
    back = opened(server)
    back.open_at(address)
    restore(back, quick / "back", vaults.PASSPHRASE)
    back.close()
    with vaults.reopen(quick / "back") as vault:
        adopt(vault, card, back.rows())
        store = opened(server)
        store.remember(VaultLedger(vault, outlet.id))
        assert export(vault, store).sent == 3
        store.close()
