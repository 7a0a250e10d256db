"""What a newsroom and a court get, through the command line: seals, stamps, captions, custody."""

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from capture.intake import take_in
from capture.isolate import MediaPool
from capture.progress import silent
from capture.sources.folder import Folder
from storage.outlets import timestamping
from storage.vault import KdfCost, Vault
from tests.capture.doors.conftest import MAKER, photo_bytes
from tests.conftest import find_tool
from tests.storage.bundle.openpgp_samples import Gpg
from tests.storage.stamp_authority import Authority
from ui.cli.app import main

WORD = "a test's passphrase"


class Desk:
    """A vault with two photos, and the commands run on it in this process."""

    def __init__(self, made: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.vault, self.secret = folder / "vault", folder / "word"
        self.secret.write_text(WORD + "\n")
        shutil.copytree(made, self.vault)
        self.items: list[str] = [item["id"] for item in self.run("list")["items"]]

    def run(self, *arguments: str | Path, code: int = 0) -> dict[str, Any]:
        """Run a command on the vault and return its JSON."""
        command, *rest = map(str, arguments)
        inner = (rest.pop(0),) if command == "stamp" else ()
        opened = (str(self.vault), *rest, "--passphrase-file", str(self.secret), "--json")
        return self.plain(command, *inner, *opened, code=code)

    def plain(self, *arguments: str | Path, code: int = 0) -> dict[str, Any]:
        assert main([str(argument) for argument in arguments]) == code, self._capsys.readouterr()
        said = self._capsys.readouterr()
        found: dict[str, Any] = json.loads(said.out)
        return found

    def bundle(self, name: str, *options: str | Path) -> tuple[Path, dict[str, Any]]:
        out = self.folder / name
        return out, self.run("bundle", *self.items, "-o", out, *options)


@pytest.fixture(scope="module")
def with_photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    for number in (1, 2):
        (folder / f"IMG_{number}.jpg").write_bytes(photo_bytes(60 * number))
    cost = KdfCost(memory=64, passes=1, lanes=1)
    photos = Folder(sorted(folder.glob("*.jpg")))
    with Vault.create(folder / "vault", WORD, cost) as vault, MediaPool(workers=1) as pool:
        take_in(vault, pool, photos, silent, lambda _taken: None)
    return folder / "vault"


@pytest.fixture
def desk(with_photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(with_photos, tmp_path, capsys)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(find_tool("openssl"), tmp_path_factory.mktemp("tsa") / "authority")


@pytest.fixture
def gpg(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gpg]:
    with TemporaryDirectory() as folder:  # a short path: gpg's sockets live in it
        program = Gpg(find_tool("gpg"), Path(folder) / "h")
        monkeypatch.setenv("GNUPGHOME", str(program.home))
        yield program
        program.end()


def test_a_bundle_for_an_openpgp_key_with_the_originals(desk: Desk, gpg: Gpg) -> None:
    key = gpg.new("newsroom")
    gpg.subkey(key)
    file = desk.folder / "newsroom.asc"
    file.write_bytes(gpg.public(key, "--armor"))
    out, made = desk.bundle("b.gpg", "--to", file, "--with-originals")
    assert made["sealed"] is True
    found = desk.plain("verify", out, "--json")
    assert (found["whole"], found["wrapping"]) == (True, "sealed")
    opened = gpg("--decrypt", str(out))
    assert b"data/originals.gpg" in opened
    assert MAKER.encode() not in opened  # the originals say it, and are sealed once more


def test_a_key_that_may_not_be_used_is_refused_by_its_reason(desk: Desk, gpg: Gpg) -> None:
    file = desk.folder / "old.gpg"
    file.write_bytes(gpg.public(gpg.new("signs only", "ed25519", "sign")))
    out = desk.folder / "b.gpg"
    said = desk.run("bundle", desk.items[0], "-o", out, "--to", file, code=1)
    assert "openpgp-sign-only" in json.dumps(said) or "can only sign" in json.dumps(said)
    assert not out.exists()


def test_a_bundle_sealed_to_a_passphrase(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.bundle.age_passphrase.WORK", 10)
    word = desk.folder / "their-word"
    word.write_text("five words that were told by telephone\n")
    out, made = desk.bundle("b.age", "--seal-passphrase-file", word)
    assert made["sealed"] is True
    assert desk.plain("verify", out, "--identity", word, "--json")["whole"] is True
    assert desk.plain("verify", out, "--json", code=3)["error"]
    assert desk.plain("verify", out, "--identity", desk.secret, "--json", code=3)["error"]


def test_the_sheet_speaks_the_recipients_language(desk: Desk) -> None:
    out, _ = desk.bundle("b.zip", "--language", "fa", "--language", "en")
    names = subprocess.run((find_tool("unzip"), "-Z1", out), capture_output=True, check=True)
    sheets = sorted(
        line.split("/")[1] for line in names.stdout.decode().split() if "README" in line
    )
    assert sheets == ["README.en.html", "README.en.pdf", "README.fa.html", "README.fa.pdf"]


def test_a_stamp_by_hand_is_passed_on_beside_the_bundle(
    desk: Desk, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, made = desk.bundle("b.zip")
    bundle = str(made["bundle_id"])
    asked, answered, stamp = (desk.folder / name for name in ("a.tsq", "a.tsr", "a.stamp"))
    desk.run("stamp", "request", bundle[:8], "-o", asked)
    answered.write_bytes(authority.answer(asked.read_bytes()))
    added = desk.run("stamp", "add", bundle, answered, "-o", stamp)
    trusted = desk.folder / "authority.pem"
    trusted.write_bytes(authority.certificate)
    found = desk.plain("verify", out, "--stamp", stamp, "--authority", trusted, "--json")
    assert found["stamp"] == {
        "at": added["at"], "confirmed": True, "authority": "CN=Authority of the tests",
    }  # fmt: skip
    with monkeypatch.context() as alone:  # as in the stand-alone verifier
        alone.setitem(sys.modules, "rfc3161_client", None)
        told = desk.plain("verify", out, "--stamp", stamp, "--authority", trusted, "--json", code=2)
    assert (told["whole"], told["error"]["code"]) == (True, "usage")
    assert "openssl" in told["error"]["message"]
    unchecked = desk.plain("verify", out, "--stamp", stamp, "--json")["stamp"]
    assert unchecked == {"at": added["at"], "confirmed": False, "authority": None}
    log = [entry["event"] for entry in desk.run("custody")["entries"]]
    assert log[-2:] == ["stamp requested", "stamped"]


def test_a_stamp_of_another_bundle_or_authority_is_refused(
    desk: Desk, authority: Authority, tmp_path: Path
) -> None:
    first, one = desk.bundle("1.zip")
    _, two = desk.bundle("2.zip")
    asked, answered, stamp = (desk.folder / name for name in ("a.tsq", "a.tsr", "a.stamp"))
    desk.run("stamp", "request", str(two["bundle_id"]), "-o", asked)
    answered.write_bytes(authority.answer(asked.read_bytes()))
    desk.run("stamp", "add", str(one["bundle_id"]), answered, "-o", stamp, code=1)
    assert not stamp.exists()
    desk.run("stamp", "add", str(two["bundle_id"]), answered, "-o", stamp)
    desk.plain("verify", first, "--stamp", stamp, "--json", code=1)
    other = tmp_path / "other.pem"
    other.write_bytes(Authority(find_tool("openssl"), tmp_path / "other").certificate)
    second = desk.folder / "2.zip"
    said = desk.plain("verify", second, "--stamp", stamp, "--authority", other, "--json", code=1)
    assert said["whole"] is True
    assert said["stamp"] is None


def test_who_names_an_authority_is_told_that_there_is_no_stamp(
    desk: Desk, authority: Authority
) -> None:
    out, _ = desk.bundle("b.zip")
    trusted = desk.folder / "authority.pem"
    trusted.write_bytes(authority.certificate)
    said = desk.plain("verify", out, "--authority", trusted, "--json", code=1)
    assert (said["whole"], said["stamp"], said["error"]["code"]) == (True, None, "bad-stamp")
    assert "no time stamp" in said["error"]["message"]


def test_a_stamp_over_the_network_goes_inside(
    desk: Desk, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(request: bytes, address: str, _route: object) -> bytes:
        assert address == "https://stamps.example/"
        return authority.answer(request)

    monkeypatch.setattr(timestamping, "ask_for_stamp", ask)
    out, made = desk.bundle("b.zip", "--stamp", "https://stamps.example/")
    trusted = desk.folder / "authority.pem"
    trusted.write_bytes(authority.certificate)
    found = desk.plain("verify", out, "--authority", trusted, "--json")
    assert found["stamp"] == {
        "at": made["stamped_at"], "confirmed": True, "authority": "CN=Authority of the tests",
    }  # fmt: skip


def test_captions_come_at_the_precision_that_was_chosen(desk: Desk) -> None:
    desk.run("note", desk.items[0], "--set", "summary==A march")
    out = desk.folder / "captions.csv"
    desk.run("captions", *desk.items, "-o", out, "--format", "uwazi", "--reveal", "time=month")
    rows = list(csv.DictReader(io.StringIO(out.read_bytes().decode("utf-8-sig"))))
    assert [row["file"] for row in rows] == ["001.jpg", "002.jpg"]
    assert rows[0]["title"] == "'=A march"
    assert rows[0]["embedded_time"] == "2024-05"
    assert "embedded_place" not in rows[0]
    as_json = desk.folder / "captions.json"
    desk.run("captions", desk.items[0], "-o", as_json, "--format", "json")
    assert json.loads(as_json.read_bytes())["items"][0]["fields"] == {"summary": "=A march"}


def test_one_items_custody_is_shown_and_checked_without_the_vault(desk: Desk) -> None:
    desk.bundle("b.zip")
    out = desk.folder / "custody.json"
    answer = desk.run("custody-export", desk.items[0], "-o", out)
    words = Path(str(answer["words"])).read_text("utf-8")
    assert "Sealed in the vault" in words
    assert "Put into a bundle" in words
    found = desk.plain("custody-check", out, "--json")
    events = [entry["event"] for entry in found["entries"]]
    assert events == ["sealed", "derived", "bundled", "custody exported"]
    assert desk.items[1] not in out.read_text() + words
    out.write_bytes(out.read_bytes().replace(b"bundled", b"deleted"))
    desk.plain("custody-check", out, "--json", code=4)
