"""A small vault, and an outlet that is a real server on loopback."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.vault import Vault
from tests.storage.outlets.servers import Server, rclone_webdav, running
from tests.storage.vault.vaults import make


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """Give an empty vault."""
    with make(tmp_path / "vault") as made:
        yield made


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Give a WebDAV server over an empty folder."""
    with running(rclone_webdav(tmp_path / "served")) as started:
        yield started
