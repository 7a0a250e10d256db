"""``import`` and ``devices`` from the command line: from a phone, in a queue, and erased there."""

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TextIO

import pytest

from capture.intake import Phase, Standing
from capture.sources.apple import cable
from storage.vault import Vault
from tests.capture.doors.conftest import photo_bytes
from tests.capture.sources.fake_iphone import NAME, SERIAL, FakeIPhone
from tests.storage.vault.vaults import PASSPHRASE, make
from ui.cli import terminal
from ui.cli.app import main
from ui.cli.importing import standing_text

IPHONE = f"iphone:{SERIAL}"
Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def phone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeIPhone]:
    album = tmp_path / "media" / "DCIM" / "100APPLE"
    album.mkdir(parents=True)
    for number in (1, 2):
        (album / f"IMG_000{number}.JPG").write_bytes(photo_bytes(number))
    monkeypatch.setattr(cable, "SOCKET", tmp_path / "usbmuxd")
    with FakeIPhone(tmp_path / "media", tmp_path / "usbmuxd") as served:
        yield served


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Import into a vault and give the exit code, and what was said: JSON, or the text."""
    make(tmp_path / "vault").close()
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    passphrase = ("--passphrase-file", str(tmp_path / "passphrase"))

    def command(*words: str) -> tuple[int, Any]:
        capsys.readouterr()
        code = main(["import", str(tmp_path / "vault"), *words, *passphrase])
        said = capsys.readouterr().out
        return code, json.loads(said) if "--json" in words else said

    return command


def _photos(phone: FakeIPhone) -> list[str]:
    return sorted(path.name for path in phone.media.rglob("*.JPG"))


def test_an_iphone_is_listed_with_what_hinders_it(
    phone: FakeIPhone, capsys: pytest.CaptureFixture[str]
) -> None:
    phone.faults.trusted = False
    assert main(["devices", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    listed = next(one for one in said["devices"] if one["id"] == IPHONE)
    assert listed["name"].startswith(NAME)
    assert listed["hindered"]["reason"] == "iphone-not-trusted"
    assert main(["devices"]) == 0
    assert "Trust" in capsys.readouterr().out


def test_a_locked_iphone_is_not_imported_and_says_why(
    phone: FakeIPhone, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    phone.faults.locked = True
    assert run("--from", IPHONE)[0] == 1


def test_an_iphone_is_imported_and_keeps_its_files(phone: FakeIPhone, run: Run) -> None:
    code, said = run("--from", IPHONE, "--json")
    assert code == 0
    assert [one["status"] for one in said["items"]] == ["sealed", "sealed"]
    assert [one["erased"] for one in said["items"]] == [None, None]
    assert all(one["acquired_from"] == "phone" for one in said["items"])
    assert _photos(phone) == ["IMG_0001.JPG", "IMG_0002.JPG"]


def test_a_pulled_iphone_is_waited_for_and_the_import_goes_on(
    phone: FakeIPhone,
    run: Run,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    def pull(path: str) -> None:
        if path.endswith("2.JPG"):
            phone.faults.reading = lambda _path: None
            phone.faults.unplugged = True
            phone.pull()

    said: list[str] = []

    def say(_progress: terminal.Progress, text: str, stream: TextIO | None = None) -> None:
        said.append(text)
        phone.faults.unplugged = phone.faults.unplugged and stream is None

    monkeypatch.setattr(terminal.Progress, "say", say)
    phone.faults.reading = pull
    code, _ = run("--from", IPHONE, "--json")
    assert code == 0
    assert said[0] == (
        "The device is gone. Unlock it, or plug it in again: the import goes on from there."
    )
    assert "All that was found is sealed" in said[1]
    with Vault.open(tmp_path / "vault", PASSPHRASE) as vault:
        assert len(vault.originals()) == 2


def test_what_is_sealed_is_erased_only_when_asked_for_and_the_rest_is_left(
    phone: FakeIPhone, run: Run, tmp_path: Path
) -> None:
    (phone.media / "DCIM" / "note.txt").write_text("no picture")
    code, said = run("--from", IPHONE, "--erase-from-source", "--yes", "--json")
    assert code == 1, "the text was refused"
    erased = {one["source"]: one["erased"] for one in said["items"]}
    assert erased == {
        "/DCIM/100APPLE/IMG_0001.JPG": True,
        "/DCIM/100APPLE/IMG_0002.JPG": True,
        "/DCIM/note.txt": None,
    }
    assert [path.name for path in phone.media.rglob("*.*")] == ["note.txt"]
    with Vault.open(tmp_path / "vault", PASSPHRASE) as vault:
        events = [entry.event for entry in vault.custody(said["items"][0]["id"])]
    assert events[-2:] == ["erasing at source", "erased at source"]


def test_a_phone_that_keeps_what_it_says_is_deleted_is_named(phone: FakeIPhone, run: Run) -> None:
    phone.faults.keeps = True
    code, said = run("--from", IPHONE, "--erase-from-source", "--yes", "--json")
    assert code == 1
    assert {one["reason"] for one in said["errors"]} == {"still-there"}
    assert {one["status"] for one in said["errors"]} == {"left"}


def test_what_survives_is_said(phone: FakeIPhone, run: Run) -> None:
    code, said = run("--from", IPHONE, "--erase-from-source", "--yes")
    assert code == 0
    assert "deleted, and listed no more" in said
    assert "Recently deleted" in said
    assert "flash" in said


def test_erasing_asks_for_a_word_first(
    phone: FakeIPhone, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("--from", IPHONE, "--erase-from-source")[0] == 2
    typed = io.StringIO("no\n")
    monkeypatch.setattr(typed, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", typed)
    assert run("--from", IPHONE, "--erase-from-source")[0] == 2
    assert len(_photos(phone)) == 2


def test_more_paths_come_by_standard_input(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2, 3):
        (tmp_path / f"{number}.jpg").write_bytes(photo_bytes(number))
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{tmp_path}/2.jpg\n{tmp_path}/3.jpg\n"))
    code, said = run(str(tmp_path / "1.jpg"), "--more", "--json")
    assert code == 0
    assert [Path(one["source"]).name for one in said["items"]] == ["1.jpg", "2.jpg", "3.jpg"]
    assert all(one["derivatives"] for one in said["items"])


def test_sealing_alone_leaves_the_rest_to_the_next_import(run: Run, tmp_path: Path) -> None:
    (tmp_path / "1.jpg").write_bytes(photo_bytes(1))
    _, said = run(str(tmp_path / "1.jpg"), "--seal-only", "--json")
    assert [(one["status"], one["derivatives"]) for one in said["items"]] == [("sealed", [])]
    _, said = run(str(tmp_path / "1.jpg"), "--json")
    assert said["items"][0]["status"] == "already-sealed"
    assert len(said["items"][0]["derivatives"]) == 1


def test_what_was_only_sealed_is_prepared_without_its_source(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "1.jpg").write_bytes(photo_bytes(1))
    (tmp_path / "2.jpg").write_bytes(photo_bytes(2))
    run(str(tmp_path / "1.jpg"), str(tmp_path / "2.jpg"), "--seal-only")
    for name in ("1.jpg", "2.jpg"):
        (tmp_path / name).unlink()
    command = ["prepare", str(tmp_path / "vault")]
    command += ["--json", "--passphrase-file", str(tmp_path / "passphrase")]
    capsys.readouterr()
    assert main(command) == 0
    said = json.loads(capsys.readouterr().out)
    assert [(one["source"], len(one["derivatives"])) for one in said["items"]] == [
        ("1.jpg", 1),
        ("2.jpg", 1),
    ]
    assert main(command) == 0
    assert json.loads(capsys.readouterr().out) == {"items": [], "errors": []}


def test_what_cannot_be_cleaned_is_tried_again_only_where_that_is_asked_for(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "1.jpg").write_bytes(photo_bytes(1)[:200])
    run(str(tmp_path / "1.jpg"), "--seal-only")
    command = ["prepare", str(tmp_path / "vault")]
    command += ["--passphrase-file", str(tmp_path / "passphrase")]
    assert main(command) == 1
    capsys.readouterr()
    assert main(command) == 0
    assert "Nothing waits" in capsys.readouterr().out
    assert main([*command, "--again"]) == 1


def test_nothing_named_is_a_usage_error(run: Run) -> None:
    assert run()[0] == 2


def test_the_bar_tells_of_the_file_and_of_the_whole() -> None:
    standing = Standing(Phase.SEALING, 5, 20, 90.0, "/DCIM/IMG_1.MOV", 30, 60, 8.0)
    assert standing_text(standing) == "; IMG_1.MOV 50%, 8 s left; all is sealed in 1 min 30 s"
    assert standing_text(Standing(Phase.EXAMINING, 5, 20)) == ""
