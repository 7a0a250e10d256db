"""More than one key to a vault, mending it, and taking things out, through the command line."""

from pathlib import Path

import pytest

from tests.journeys.conftest import PASSPHRASE, Firsthand


@pytest.fixture
def secrets(tmp_path: Path) -> dict[str, Path]:
    written = {}
    for name, text in (("mine", PASSPHRASE), ("other", "a second passphrase of tests")):
        written[name] = tmp_path / name
        written[name].write_text(text)
    return written


def test_a_second_passphrase_and_a_recovery_code_open_the_same_vault(
    firsthand: Firsthand, vault: Path, secrets: dict[str, Path], tmp_path: Path
) -> None:
    other = secrets["other"]
    added = firsthand.vault("keys", "add", vault, "--new-passphrase-file", other, "--label", "Ana")
    assert added.code == 0, added.err
    made = firsthand.vault("keys", "recovery", vault)
    assert made.code == 0, made.err
    code = tmp_path / "code"
    code.write_text(made.out.splitlines()[0])
    listed = firsthand.vault("keys", "list", vault, "--json").json["keys"]
    assert sorted(key["label"] for key in listed) == ["Ana", "passphrase", "recovery code"]
    for opener in (other, code):
        assert firsthand("list", vault, "--passphrase-file", opener).code == 0

    slot = next(key["slot"] for key in listed if key["label"] == "Ana")
    assert firsthand.vault("keys", "remove", vault, slot).code == 0
    assert firsthand("list", vault, "--passphrase-file", other).code == 3
    assert firsthand("list", vault, "--passphrase-file", code).code == 0


def test_a_decoy_shows_nothing_of_the_rest(
    firsthand: Firsthand, vault: Path, one: str, secrets: dict[str, Path]
) -> None:
    other = secrets["other"]
    refused = firsthand.vault("keys", "decoy", vault, "--new-passphrase-file", other)
    assert refused.code == 2
    made = firsthand.vault("keys", "decoy", vault, "--new-passphrase-file", other, "--yes")
    assert made.code == 0, made.err
    assert firsthand("list", vault, "--passphrase-file", other, "--json").json["items"] == []
    shown = firsthand.vault("list", vault, "--json").json["items"]
    assert [item["id"] for item in shown] == [one]


def test_what_is_deleted_is_gone_and_the_log_says_so(
    firsthand: Firsthand, vault: Path, one: str
) -> None:
    assert firsthand.vault("delete", vault, one).code == 2
    assert firsthand.vault("delete", vault, one, "--yes").code == 0
    assert firsthand.vault("list", vault, "--json").json["items"] == []
    entries = firsthand.vault("custody", vault, "--json").json["entries"]
    assert entries[-1]["event"] == "deleted"
    assert firsthand.vault("vault", "check", vault, "--deep").code == 0


def test_a_damaged_key_file_is_named_and_mended_from_its_copy(
    firsthand: Firsthand, vault: Path, one: str
) -> None:
    keys = vault / "keys.bin"
    flipped = bytearray(keys.read_bytes())
    flipped[len(flipped) // 2] ^= 1
    keys.write_bytes(flipped)
    assert firsthand.vault("vault", "check", vault).code == 4
    assert firsthand.vault("vault", "check", vault, "--repair").code == 0
    assert firsthand.vault("vault", "check", vault, "--deep").code == 0
    assert firsthand.vault("show", vault, one).code == 0
