"""A committed vault of each format that was ever released opens, and holds what it held.

``packaging/make_vault_sample.py`` makes one, once in the life of a format. None is made again.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from storage.errors import NewerVersion, WrongPassphrase
from storage.records import canonical
from storage.vault import Vault, schema, slots
from tests.storage.vault import vaults
from tests.storage.vault.test_vault_vectors import VECTORS

SAMPLES = sorted(path.stem for path in VECTORS.glob("*.json"))


def said_of(name: str) -> dict[str, Any]:
    said: dict[str, Any] = json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))
    return said


@pytest.fixture(params=SAMPLES)
def said(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, Any]:
    """What is in a sample, of which a copy lies in ``vault``."""
    shutil.copytree(VECTORS / request.param, tmp_path / "vault")
    return said_of(request.param)


def test_it_opens_with_all_that_it_held(said: dict[str, Any], tmp_path: Path) -> None:
    with Vault.open(tmp_path / "vault", said["passphrase"]) as vault:
        assert vault.info().notes == ()
        compare(vault, said)
        assert vault.check(deep=True) == ()
        vault.check_custody()
        events = [entry.event for entry in vault.custody()]
        assert events[: len(said["events"])] == said["events"]
    with Vault.open(tmp_path / "vault", said["passphrase"]) as vault:
        compare(vault, said)


def compare(vault: Vault, said: dict[str, Any]) -> None:
    originals = [item for item in said["items"] if item["type"] == "original"]
    assert [one.id for one in vault.originals()] == [item["id"] for item in originals]
    for item in said["items"]:
        data = vaults.content(vault, item["id"])
        assert (len(data), vaults.digest(data)) == (item["size"], item["sha256"])
        if "original" in item:
            assert item["id"] in {copy.id for copy in vault.derivatives(item["original"])}
    compare_the_rest(vault, said)


def compare_the_rest(vault: Vault, said: dict[str, Any]) -> None:
    for part, lead in said.get("parts", {}).items():
        assert vault.lead_of(part) == lead
    for item, name in said.get("names", {}).items():
        assert vault.original(item).provenance.name == name
    for item, report in said.get("reports", {}).items():
        assert canonical(vault.report(item)) == canonical(report)
    for bundle, salts in said.get("commitments", {}).items():
        assert vault.commitments(bundle) == salts
    for name, value in said.get("settings", {}).items():
        assert vault.settings(name.split(":")[0] + ":")[name] == value
    if "index" in said:
        assert list(vault.parcels()) == said["parcels"]
        for item, notes in said["notes"].items():
            assert vault.record(item).witness == notes


def test_every_key_of_it_opens_it_and_no_other(said: dict[str, Any], tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    for passphrase in said.get("others", []):
        with Vault.open(folder, passphrase) as vault:
            compare(vault, said)
    if "decoy" in said:
        with Vault.open(folder, said["decoy"]["passphrase"]) as decoy:
            assert [one.id for one in decoy.originals()] == [said["decoy"]["items"][0]["id"]]
            assert decoy.check(deep=True) == ()
    with pytest.raises(WrongPassphrase):
        Vault.open(folder, said["passphrase"] + "x")


def test_it_can_be_worked_with(said: dict[str, Any], tmp_path: Path) -> None:
    with Vault.open(tmp_path / "vault", said["passphrase"]) as vault:
        new = vaults.seal(vault, b"new")
        vault.note(new.id, {"summary": "later"})
        vault.change_passphrase(said["passphrase"], "later")
        vault.delete(said["items"][0]["id"])
    with Vault.open(tmp_path / "vault", "later") as vault:
        assert vaults.content(vault, new.id) == b"new"
        assert vault.check(deep=True) == ()


def test_there_is_a_sample_of_the_present_format() -> None:
    """Whoever changes the tables commits one of the new format, and leaves the others alone."""
    said = [said_of(name) for name in SAMPLES]
    newest = max((one.get("version", 1), one.get("index", 1)) for one in said)
    assert newest == (slots.VERSION, len(schema.MIGRATIONS))


def test_a_later_one_is_refused_and_not_touched(said: dict[str, Any], tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    for name in ("keys.bin", "keys.backup"):
        data = bytearray((folder / name).read_bytes()[:-32])
        data[7] = slots.VERSION + 1
        (folder / name).write_bytes(bytes(data) + bytes.fromhex(vaults.digest(bytes(data))))
    before = contents(folder)
    with pytest.raises(NewerVersion):
        Vault.open(folder, said["passphrase"])
    assert contents(folder) == before


def contents(folder: Path) -> dict[Path, bytes]:
    """Read every file but the guard's, where the try was counted and counted back."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "guard")
    return {path: path.read_bytes() for path in files}
