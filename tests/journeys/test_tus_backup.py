"""A backup at a tus server through the real command line: out, changed, out again, and back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.conftest import Firsthand
from tests.storage.outlets import servers
from tests.storage.outlets.servers import Server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with servers.running(servers.tus(tmp_path / "served")) as started:
        yield started


@pytest.fixture
def card(firsthand: Firsthand, vault: Path, one: str, server: Server, tmp_path: Path) -> Path:
    """Have the vault, with one photo in it, know the outlet; give the outlet's card."""
    assert one
    known = ("--name", "far", "--kind", "tus", "--address", server.url, "--route", "direct")
    assert firsthand.vault("outlet", "add", vault, *known).code == 0
    assert firsthand.vault("outlet", "export", vault, "far", "-o", tmp_path / "card").code == 0
    return tmp_path / "card"


def test_out_changed_out_again_and_back_on_a_new_machine(
    firsthand: Firsthand, vault: Path, one: str, card: Path, photo: Path
) -> None:
    tmp_path = vault.parent
    back, place, changed = tmp_path / "back", tmp_path / "address.txt", tmp_path / "new.jpg"
    out = ("export-backup", vault, "--outlet", "far", "--address-file", place, "--json")
    first = firsthand.vault("vault", *out)
    assert (first.code, first.json["findings"], first.json["left"]) == (0, [], 0)
    assert first.json["blobs"] == first.json["sent"] - 3
    assert place.read_text().splitlines()[1] == first.json["address"]

    hidden = firsthand.vault("show", vault, one, "--json").json["item"]
    changed.write_bytes(photo.read_bytes() + b"x")
    assert firsthand.vault("import", vault, changed, "--json").code == 0
    second = firsthand.vault("vault", *out)
    assert (second.code, second.json["findings"], second.json["left"]) == (0, [], 0)
    assert second.json["blobs"] > first.json["blobs"]
    assert second.json["sent"] == second.json["blobs"] - first.json["blobs"] + 3
    assert second.json["address"] != first.json["address"]
    held = [file for file in (tmp_path / "served").iterdir() if file.suffix != ".json"]
    assert len(held) == second.json["blobs"] + 4  # keys, books, list and the catalogue

    shutil.rmtree(vault)
    restore = ("restore", "--card", card, "--route", "direct", back)
    old = firsthand.vault("vault", *restore, "--address", first.json["address"])
    assert (old.code, "address" in old.err) == (1, True)
    assert not back.exists() or not any(back.iterdir())
    came = firsthand.vault("vault", *restore, "--address-file", place, "--json")
    assert (came.code, came.json["findings"], came.json["listed"]) == (0, [], True)
    assert firsthand.vault("show", back, one, "--json").json["item"] == hidden
    check = firsthand.vault("vault", "check", back, "--deep", "--json")
    assert (check.code, check.json["whole"]) == (0, True)

    third = firsthand.vault("vault", "export-backup", back, "--outlet", "far", "--json")
    assert (third.code, third.json["findings"], third.json["sent"]) == (0, [], 3)


def test_what_is_missing_is_asked_for_in_words(
    firsthand: Firsthand, vault: Path, card: Path, tmp_path: Path
) -> None:
    out = firsthand.vault("vault", "export-backup", vault, "--outlet", "far")
    assert out.code == 0
    assert "can only be found again by its address" in out.out
    restore = ("vault", "restore", "--card", card, "--route", "direct", tmp_path / "back")
    without = firsthand.vault(*restore)
    assert (without.code, "--address" in without.err) == (2, True)
    nowhere = firsthand.vault(*restore, "--address", "http://127.0.0.1/files/nothing")
    assert (nowhere.code, "address" in nowhere.err) == (1, True)
    folder = firsthand.vault(
        "vault", "restore", tmp_path, tmp_path / "back", "--address", "http://127.0.0.1/x"
    )
    assert folder.code == 2
    precious = tmp_path / "precious"
    precious.write_bytes(b"not an address")
    kept = ("vault", "export-backup", vault, "--outlet", "far", "--address-file", precious)
    assert firsthand.vault(*kept).code == 1
    assert precious.read_bytes() == b"not an address"
