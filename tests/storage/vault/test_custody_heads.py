"""Heads given away: they hold against an older copy put back, and against being forged."""

import json
import shutil
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storage.errors import BadHead, OtherVaultsHead, RolledBack
from storage.records import canonical
from storage.vault import statement
from tests.storage.vault import vaults


@pytest.fixture
def folder(quick: Path) -> Path:
    with vaults.make(quick / "v") as vault:
        vaults.seal(vault, b"first")
    return quick / "v"


def test_the_log_still_contains_what_it_did(folder: Path) -> None:
    with vaults.reopen(folder) as vault:
        head = vault.export_head()
        assert vault.custody()[-1].event == "head exported"
        vaults.seal(vault, b"later")
        said = vault.check_head(head)
        assert (said.sequence, said.digest) == (3, vault.custody()[2].digest)
        assert len(head) < 600
        assert vault.export_head() != head


def test_the_whole_folder_put_back_shows(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "old")
    with vaults.reopen(folder) as vault:
        vaults.seal(vault, b"later")
        head = vault.export_head()
    with vaults.reopen(tmp_path / "old") as vault:
        assert vault.check(deep=True) == ()  # nothing inside can tell
        with pytest.raises(RolledBack):
            vault.check_head(head)
        # Not even a log that grew as long again.
        while len(vault.custody()) < 10:
            vault.log("viewed", None, {})
        with pytest.raises(RolledBack):
            vault.check_head(head)


def test_another_vault_is_told_apart(folder: Path, quick: Path) -> None:
    with vaults.make(quick / "other") as other:
        head = other.export_head()
    with vaults.reopen(folder) as vault:
        with pytest.raises(OtherVaultsHead):
            vault.check_head(head)
        assert statement.read(head).vault not in vault.export_head().decode()


def test_every_byte_of_a_statement_matters(folder: Path) -> None:
    with vaults.reopen(folder) as vault:
        head = vault.export_head()
    for at in range(len(head) - 1):
        damaged = bytearray(head)
        damaged[at] ^= 1
        with pytest.raises(BadHead):
            statement.read(bytes(damaged))


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b"1" * 5000,
        b'{"format": "firsthand custody head 1"}',
        b'{"format": "firsthand custody head 2"}',
    ],
)
def test_what_is_no_statement_is_refused(hostile: bytes) -> None:
    with pytest.raises(BadHead):
        statement.read(hostile)


@pytest.mark.parametrize(
    ("field", "value"),
    [("sequence", True), ("sequence", 0), ("sequence", 1 << 60), ("digest", "zz"), ("more", "x")],
)
def test_fields_are_checked_though_they_are_signed(field: str, value: object) -> None:
    key = Ed25519PrivateKey.generate()
    said = json.loads(statement.make(key, 1, "00" * 32, "2026-01-31T09:30:00Z"))
    del said["signature"]
    said[field] = value
    signed = {**said, "signature": key.sign(canonical(said)).hex()}
    with pytest.raises(BadHead):
        statement.read(canonical(signed))
