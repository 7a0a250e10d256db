"""The same backup to the real server of every outlet that can keep one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storage.backup.exporting import export
from storage.backup.restoring import restore
from tests.contracts.conftest import closed, served
from tests.contracts.outlet_kinds import STORES, StoreKind
from tests.storage.outlets.servers import Server
from tests.storage.vault import vaults
from tests.storage.vault.conftest import quick

__all__ = ["closed", "quick", "served"]  # fixtures of other rooms

SPARE = {"webdav-wsgidav", "s3-rclone"}
"""One of each protocol; the other servers differ in what the stores' own tests look at."""


@pytest.mark.parametrize(
    "kind", [kind for kind in STORES if kind.name in SPARE], ids=lambda kind: kind.name
)
def test_out_and_back_over_the_network(
    quick: Path, kind: StoreKind, served: Callable[..., Server]
) -> None:
    server = served(f"{kind.name}-backup", kind.server)
    with vaults.make(quick / "v") as vault:
        original = vaults.seal(vault, vaults.noise(700_000))
        vaults.derive(vault, original, b"copy")
        assert export(vault, kind.make(server)).sent == 5
        gone = vaults.seal(vault, b"gone")
        export(vault, kind.make(server))
        vault.delete(gone.id)
        done = export(vault, kind.make(server), deep=True)
        assert (done.removed, done.sent, done.findings) == (1, 3, ())
    back = restore(kind.make(server), quick / "back", vaults.PASSPHRASE)
    assert (back.blobs, back.listed, back.findings) == (2, True, ())
    with vaults.reopen(quick / "back") as vault:
        assert vaults.content(vault, original.id) == vaults.noise(700_000)
