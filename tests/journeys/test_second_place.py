"""A vault's second place through the real command line: out, damaged there, and back."""

from pathlib import Path

from storage.vault import Vault
from tests.journeys.conftest import CHEAP, PASSPHRASE, Firsthand
from tests.storage.outlets import servers


def test_a_backup_goes_out_and_comes_back(
    firsthand: Firsthand, vault: Path, one: str, tmp_path: Path
) -> None:
    disk, back, secret = tmp_path / "disk", tmp_path / "back", "--passphrase-file"
    first = firsthand(
        "vault", "export-backup", vault, disk, secret, "-", "--json", stdin=PASSPHRASE
    )
    assert (first.code, first.json["findings"]) == (0, [])
    assert first.json["blobs"] == first.json["sent"] - 3
    again = firsthand("vault", "export-backup", vault, disk, secret, "-", stdin=PASSPHRASE)
    assert again.code == 0
    assert " 3 were sent now" in again.out
    restored = firsthand("vault", "restore", disk, back, secret, "-", "--json", stdin=PASSPHRASE)
    assert (restored.code, restored.json["listed"]) == (0, True)
    shown = [
        firsthand("show", folder, one, secret, "-", "--json", stdin=PASSPHRASE).json["item"]
        for folder in (vault, back)
    ]
    assert shown[0] == shown[1]


def test_what_a_place_lost_is_named(
    firsthand: Firsthand, vault: Path, one: str, tmp_path: Path
) -> None:
    disk, secret = tmp_path / "disk", "--passphrase-file"
    firsthand("vault", "export-backup", vault, disk, secret, "-", stdin=PASSPHRASE)
    (disk / "blobs" / one[:2] / one).unlink()
    restored = firsthand("vault", "restore", disk, tmp_path / "back", secret, "-", stdin=PASSPHRASE)
    assert restored.code == 4
    assert one in restored.err
    mended = firsthand("vault", "export-backup", vault, disk, secret, "-", stdin=PASSPHRASE)
    assert mended.code == 4
    assert one in mended.err
    assert (disk / "blobs" / one[:2] / one).is_file()


def test_wrong_places_are_told_in_words(firsthand: Firsthand, vault: Path, tmp_path: Path) -> None:
    secret = "--passphrase-file"
    inside = firsthand("vault", "export-backup", vault, vault / "b", secret, "-", stdin=PASSPHRASE)
    assert inside.code == 1
    assert "in the vault itself" in inside.err
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "x.jpg").write_bytes(b"x")
    full = tmp_path / "photos"
    ended = firsthand(
        "vault", "export-backup", vault, full, secret, "-", "--json", stdin=PASSPHRASE
    )
    assert (ended.code, ended.json["error"]["code"]) == (1, "already-exists")
    nothing = firsthand("vault", "restore", full, tmp_path / "b", secret, "-", stdin=PASSPHRASE)
    assert nothing.code == 1
    assert "no backup" in nothing.err
    wrong = firsthand("vault", "export-backup", vault, tmp_path / "d", secret, "-", stdin="no")
    assert wrong.code == 3


def test_another_vault_is_merged(
    firsthand: Firsthand, vault: Path, one: str, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    Vault.create(other, "another harbour", CHEAP).close()
    first = tmp_path / "passphrase"
    first.write_text("another harbour\n", encoding="utf-8")
    secrets = ("--passphrase-file", first, "--other-passphrase-file", "-")
    merged = firsthand("vault", "merge", other, vault, *secrets, "--json", stdin=PASSPHRASE)
    assert (merged.code, merged.json["taken"], merged.json["findings"]) == (0, 1, [])
    shown = firsthand("show", other, one, "--passphrase-file", first, "--json")
    assert shown.json["item"]["name"]
    assert shown.json["custody"][0]["event"] == "merged"
    same = firsthand("vault", "merge", other, other, *secrets, stdin=PASSPHRASE)
    assert same.code == 2


def test_a_backup_goes_to_an_outlet_and_comes_back_by_its_card(
    firsthand: Firsthand, vault: Path, one: str, tmp_path: Path
) -> None:
    secret = ("--passphrase-file", "-")
    password, card = tmp_path / "password", tmp_path / "card.json"
    password.write_text(servers.PASSWORD, encoding="utf-8")
    with servers.running(servers.wsgidav(tmp_path / "served")) as server:
        known = ("--name", "office", "--kind", "webdav", "--address", server.url)
        login = ("--user", servers.USER, "--password-file", password, "--route", "direct")
        added = firsthand("outlet", "add", vault, *known, *login, *secret, stdin=PASSPHRASE)
        assert added.code == 0
        out = firsthand(
            *("vault", "export-backup", vault, "--outlet", "office", *secret, "--json"),
            stdin=PASSPHRASE,
        )
        assert (out.code, out.json["findings"]) == (0, [])
        wrote = firsthand(
            "outlet", "export", vault, "office", "-o", card, *secret, stdin=PASSPHRASE
        )
        assert wrote.code == 0
        back = firsthand(
            *("vault", "restore", "--card", card, "--route", "direct", tmp_path / "back"),
            *(*secret, "--json"),
            stdin=PASSPHRASE,
        )
        assert (back.code, back.json["listed"]) == (0, True)
    shown = firsthand("show", tmp_path / "back", one, *secret, "--json", stdin=PASSPHRASE)
    assert shown.code == 0
