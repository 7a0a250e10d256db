"""The whole job through the real command line: from a phone's files to a verified bundle."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Tool
from tests.journeys.conftest import PASSPHRASE, Firsthand

SAID = (b"Maryam", b"SW-4411", b"LN-7712", b"Witness One", b"35.689", b"7c0f5d1e", b"Reza")


def test_from_samples_to_a_verified_bundle(
    firsthand: Firsthand, samples: Path, tmp_path: Path
) -> None:
    vault = tmp_path / "vault"
    assert firsthand.vault("vault", "create", vault).code == 0
    imported = firsthand.vault("import", vault, samples, "--json")
    assert imported.code == 0, imported.out
    assert imported.json["errors"] == []
    items = imported.json["items"]
    assert [item["status"] for item in items] == ["sealed"] * 3
    assert [item["kind"] for item in items] == ["jpeg", "heif", "mp4"]
    assert all({"location", "identity", "device", "time"} <= set(item["says"]) for item in items)
    assert all(len(item["derivatives"]) == 1 for item in items)

    again = firsthand.vault("import", vault, samples, "--json")
    assert again.code == 0
    assert [item["status"] for item in again.json["items"]] == ["already-sealed"] * 3
    assert [item["id"] for item in again.json["items"]] == [item["id"] for item in items]

    first = items[0]["id"]
    noted = firsthand.vault("note", vault, first[:6], "--set", "summary=A street", "--json")
    assert noted.code == 0
    assert noted.json["record"]["witness"] == {"summary": "A street"}
    shown = firsthand.vault("show", vault, first, "--json").json
    assert shown["item"]["id"] == first
    assert shown["record"]["automatic"]["embedded_place"] == "35.689200, 51.389000"
    assert shown["report"]["facts"]["taken_at"] == "2024-05-01T18:42:07+03:30"
    assert [entry["event"] for entry in shown["custody"]] == ["sealed", "derived", "noted"]

    out = tmp_path / "bundle.zip"
    made = firsthand.vault("bundle", vault, *(item["id"] for item in items), "-o", out, "--json")
    assert made.code == 0, made.err
    assert made.json["items"] == 3
    whole = out.read_bytes()
    assert [said for said in SAID if said in whole] == []

    verified = firsthand("verify", out, "--json")
    assert verified.code == 0
    assert verified.json["whole"] is True
    assert verified.json["bundle_id"] == made.json["bundle_id"]
    assert all(check["passed"] for check in verified.json["checks"])

    custody = firsthand.vault("custody", vault, "--json")
    assert custody.code == 0
    assert custody.json["holds"] is True
    events = [entry["event"] for entry in custody.json["entries"]]
    assert events.count("bundled") == 3
    assert firsthand.left_over() == []


def test_a_sealed_bundle_opens_for_its_recipient_alone(
    firsthand: Firsthand, vault: Path, one: str, tmp_path: Path, tool: Tool
) -> None:
    keygen = tool("age-keygen")
    for name in ("hers", "his"):
        subprocess.run([keygen, "-o", tmp_path / name], capture_output=True, check=True)
    listing = subprocess.run(
        [keygen, "-y", tmp_path / "hers"], capture_output=True, check=True, encoding="ascii"
    )
    public = tmp_path / "recipients.txt"
    public.write_text("# the newsroom\n" + listing.stdout)
    out = tmp_path / "sealed.age"
    made = firsthand.vault("bundle", vault, one, "-o", out, "--to", public, "--with-originals")
    assert made.code == 0, made.err
    assert firsthand("verify", out, "--identity", tmp_path / "hers").code == 0
    assert firsthand("verify", out, "--identity", tmp_path / "his").code == 3
    assert firsthand("verify", out).code == 3
    cut = tmp_path / "cut.age"
    cut.write_bytes(out.read_bytes()[:-1000])
    assert firsthand("verify", cut, "--identity", tmp_path / "hers").code == 4


def test_a_changed_bundle_is_named_for_what_it_is(
    firsthand: Firsthand, vault: Path, one: str, tmp_path: Path
) -> None:
    out = tmp_path / "bundle.zip"
    assert firsthand.vault("bundle", vault, one, "-o", out).code == 0
    data = bytearray(out.read_bytes())
    data[len(data) // 3] ^= 1
    changed = tmp_path / "changed.zip"
    changed.write_bytes(data)
    ended = firsthand("verify", changed, "--json")
    assert ended.code == 4
    assert ended.json["whole"] is False
    assert ended.json["error"]["code"] == "damaged-bundle"
    assert "Do not trust it" in ended.err


@pytest.mark.parametrize(
    ("recipient", "words"),
    [
        ("AGE-SECRET-KEY-1QQQQ", "secret key"),
        ("ssh-ed25519 AAAA", "SSH key"),
        ("age1notakey", "not a public key"),
    ],
)
def test_a_recipient_that_is_none_stops_before_anything_is_made(
    firsthand: Firsthand, vault: Path, one: str, recipient: str, words: str
) -> None:
    out = vault.with_name("bundle.age")
    ended = firsthand.vault("bundle", vault, one, "-o", out, "--to", recipient)
    assert ended.code == 1
    assert words in ended.err
    assert not out.exists()


def test_nothing_is_overwritten(
    firsthand: Firsthand, vault: Path, one: str, tmp_path: Path
) -> None:
    (tmp_path / "bundle.zip").write_bytes(b"mine")
    ended = firsthand.vault("bundle", vault, one, "-o", tmp_path / "bundle.zip")
    assert ended.code == 1
    assert "already something with this name" in ended.err
    assert (tmp_path / "bundle.zip").read_bytes() == b"mine"
    assert firsthand.vault("vault", "create", vault).code == 1
    assert firsthand.vault("list", vault).code == 0


@pytest.mark.parametrize("item", ["0000000000", "zz", ""])
def test_an_item_that_is_not_there(firsthand: Firsthand, vault: Path, item: str) -> None:
    ended = firsthand.vault("show", vault, item, "--json")
    assert ended.code == 1
    assert ended.json["error"]["code"] == "no-such-item"


@pytest.mark.parametrize(
    ("assignment", "code"),
    [("nonsense=1", "no-such-field"), ("sha256=1", "no-such-field"), ("risk=tall", "bad-value")],
)
def test_a_record_takes_only_its_fields(
    firsthand: Firsthand, vault: Path, one: str, assignment: str, code: str
) -> None:
    ended = firsthand.vault("note", vault, one, "--set", assignment, "--json")
    assert ended.code == 1
    assert ended.json["error"]["code"] == code


def test_a_person_without_consent_keeps_an_item_in(
    firsthand: Firsthand, vault: Path, one: str, tmp_path: Path
) -> None:
    firsthand.vault("note", vault, one, "--set", "person.1.consent=none")
    ended = firsthand.vault("bundle", vault, one, "-o", tmp_path / "b.zip")
    assert ended.code == 1
    assert "gave no consent" in ended.err
    assert not (tmp_path / "b.zip").exists()


def test_the_passphrase_changes_and_the_vault_can_be_wiped(
    firsthand: Firsthand, vault: Path, one: str, tmp_path: Path
) -> None:
    both = f"{PASSPHRASE}\nanother horse battery staple\n"
    arguments = ("vault", "passwd", vault, "--passphrase-file", "-", "--new-passphrase-file", "-")
    assert firsthand(*arguments, stdin=both).code == 0
    assert firsthand.vault("list", vault).code == 3
    new = tmp_path / "new"
    new.write_text("another horse battery staple\n")
    info = firsthand("vault", "info", vault, "--json", "--passphrase-file", new).json
    assert info["items"] == 1
    refused = firsthand("vault", "wipe", vault, "--passphrase-file", new)
    assert refused.code == 2
    assert firsthand("vault", "wipe", vault, "--yes", "--passphrase-file", new).code == 0
    assert firsthand("list", vault, "--passphrase-file", new).code == 1


def test_damage_is_found_and_named(firsthand: Firsthand, vault: Path, one: str) -> None:
    blobs = [path for path in (vault / "blobs").rglob("*") if path.is_file()]
    largest = max(blobs, key=lambda path: path.stat().st_size)
    data = bytearray(largest.read_bytes())
    data[len(data) // 2] ^= 1
    largest.write_bytes(data)
    ended = firsthand.vault("vault", "check", vault, "--deep", "--json")
    assert ended.code == 4
    assert ended.json["whole"] is False
    assert any(finding["item"] == one for finding in ended.json["findings"])
    assert "chunk 1" in firsthand.vault("vault", "check", vault, "--deep").out


def test_a_vault_that_is_open_elsewhere_is_left_alone(firsthand: Firsthand, vault: Path) -> None:
    from storage.vault import Vault

    with Vault.open(vault, PASSPHRASE):
        ended = firsthand.vault("list", vault)
    assert ended.code == 1
    assert "Another Firsthand has this vault open" in ended.err


def test_without_a_terminal_the_passphrase_is_not_asked_for(
    firsthand: Firsthand, vault: Path
) -> None:
    ended = firsthand("list", vault)
    assert ended.code == 2
    assert "--passphrase-file" in ended.err


def test_inspect_says_the_worst_first_in_words_and_in_json(
    firsthand: Firsthand, samples: Path, photo: Path
) -> None:
    said = firsthand("inspect", photo)
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[1] == "  Where"
    assert (
        lines[2]
        .strip()
        .startswith("This photo says where it was taken: 35.689200, 51.389000 (Tehran, Iran")
    )
    answers = firsthand("inspect", samples, "--json").json
    assert [answer["kind"] for answer in answers] == ["jpeg", "heif", "mp4"]
    for answer in answers:
        assert {"path", "kind", "size", "traces", "embedded"} <= set(answer)
        assert answer["facts"]["latitude"].startswith("35.689")
        for trace in answer["traces"]:
            assert set(trace) == {"tag", "value", "harm", "where"}
    (hidden,) = answers[0]["embedded"]
    at, size = hidden["offset"], hidden["size"]
    assert photo.read_bytes()[at : at + 2] == b"\xff\xd8"
    assert photo.read_bytes()[at + size - 2 : at + size] == b"\xff\xd9"


@pytest.mark.parametrize("profile", ["faithful", "anonymous"])
def test_cleaned_samples_say_nothing_to_exiftool(
    firsthand: Firsthand, samples: Path, tmp_path: Path, tool: Tool, profile: str
) -> None:
    out = tmp_path / "out"
    ended = firsthand("clean", samples, "-o", out, "--profile", profile, "--jobs", "3", "--json")
    for item in ended.json:
        assert item["status"] in ("cleaned", "refused")
        assert item["remaining"] == []
        assert (item["output"] is None) == (item["error"] is not None)
    assert ended.json[0]["status"] == "cleaned"
    exiftool = tool("exiftool")
    for path in out.iterdir():
        assert path.stat().st_mtime == 315532800
        read = subprocess.run(
            [exiftool, "-a", "-u", "-ee3", "-G1", path], capture_output=True, check=True
        )
        data = path.read_bytes()
        assert [said for said in SAID if said in data or said in read.stdout] == []


def test_a_folder_is_not_cleaned_into_itself_twice(
    firsthand: Firsthand, photo: Path, tmp_path: Path
) -> None:
    shutil.copy(photo, tmp_path / "photo.jpg")
    for _ in range(2):
        ended = firsthand("clean", tmp_path, "-o", tmp_path / "out", "--json")
        assert [Path(item["source"]).name for item in ended.json] == ["photo.jpg"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["001.jpg", "002.jpg"]
