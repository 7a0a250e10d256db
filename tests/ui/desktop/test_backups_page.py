"""A vault backed up, made again and merged by the pages for it, as a person does."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.backup.folder import FolderStore
from storage.records import Provenance
from storage.vault import KdfCost, Vault
from ui.desktop.window import Window

from .conftest import PASSPHRASE, SAMPLES, WAIT, Enter
from .test_desktop_journey import bring_in

CHEAP = KdfCost(memory=64, passes=1, lanes=1)
OTHER = "another six words of another vault"


def backed_up(window: Window, qtbot: QtBot, place: Path) -> str:
    box = window.backups.backup
    box.folder.set_path(place)
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        box.press.click()
    return box.notice.words


def test_a_backup_is_made_told_and_made_again_as_a_vault(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    enter(tmp_path / "vault")
    bring_in(window, qtbot, photos[0])
    assert window.session is not None
    item = window.session.vault.originals()[0]
    window.rail.backups.click()
    assert window.backups.isVisible()
    window.backups.backup.begin()
    assert "Choose the folder first" in window.backups.backup.notice.words
    said = backed_up(window, qtbot, tmp_path / "disk")
    assert "Sealed files in it: 2" in said
    assert "Sent now and read back: 5 files" in said
    assert "Sent now and read back: 3 files" in backed_up(window, qtbot, tmp_path / "disk")

    other = Window(window._lanes, window._look)
    qtbot.addWidget(other)
    other.show()
    other.to_restore()
    page = other.restore
    assert page is not None
    page.begin()
    assert "Choose the folder of the backup" in page.notice.words
    page.place.set_path(tmp_path / "disk")
    page.folder.set_path(tmp_path / "again")
    page.passphrase.setText("not it")
    page.press.click()
    qtbot.waitUntil(lambda: "does not open" in page.notice.words, timeout=WAIT)
    assert page.passphrase.property("role") == "wrong"
    qtbot.waitUntil(page.press.isEnabled, timeout=WAIT)
    page.passphrase.setText(PASSPHRASE)
    page.press.click()
    qtbot.waitUntil(page.unlock.isVisible, timeout=WAIT)
    assert "The vault is back. Files that came back: 2" in page.notice.words
    assert page.notice.tone == "good"
    page.unlock.click()
    assert other.unlock.isVisible()
    assert other.unlock.folder.path == tmp_path / "again"
    with Vault.open(tmp_path / "again", PASSPHRASE) as vault:
        assert vault.originals() == (item,)


def test_what_is_no_backup_is_said_and_leaves_no_vault(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    window.to_restore()
    page = window.restore
    assert page is not None
    page.place.set_path(tmp_path)
    page.folder.set_path(tmp_path / "again")
    page.passphrase.setText(PASSPHRASE)
    page.press.click()
    qtbot.waitUntil(lambda: "There is no backup" in page.notice.words, timeout=WAIT)
    assert not page.unlock.isVisible()
    assert not (tmp_path / "again").exists()
    page.kind.choose("outlet")
    page.press.click()
    assert "Choose the card of the outlet" in page.notice.words
    page.take_card(tmp_path / "no-such-card")
    assert page.notice.tone == "danger"


def test_a_backup_of_the_vault_in_itself_is_refused_beside_the_button(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    enter(tmp_path / "vault")
    window.go(window.backups)
    said = backed_up(window, qtbot, tmp_path / "vault" / "inside")
    assert "would lie in the vault itself" in said
    assert window.backups.backup.notice.tone == "danger"


def test_a_backup_that_is_stopped_goes_on_when_it_is_asked_again(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(tmp_path / "vault")
    bring_in(window, qtbot, SAMPLES / "IMG_20240501_184207.jpg")
    window.go(window.backups)
    put = FolderStore.put
    reached, let_go = threading.Event(), threading.Event()

    def wait_at_first_blob(store: FolderStore, name: str, *rest: object) -> None:
        if name.startswith("blobs/"):
            reached.set()
            let_go.wait(WAIT / 1000)
        put(store, name, *rest)  # type: ignore[arg-type] # handed on as it came

    box = window.backups.backup
    with monkeypatch.context() as patched:
        patched.setattr(FolderStore, "put", wait_at_first_blob)
        box.folder.set_path(tmp_path / "disk")
        box.press.click()
        qtbot.waitUntil(reached.is_set, timeout=WAIT)
        window.strip.cancel.click()
        let_go.set()
        qtbot.waitUntil(lambda: "Stopped" in box.notice.words, timeout=WAIT)
    assert "Sealed files in it: 2" in backed_up(window, qtbot, tmp_path / "disk")


def test_another_vault_is_brought_in_and_shown(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    with Vault.create(tmp_path / "other", OTHER, CHEAP) as other:
        draft = other.draft()
        draft.write(photos[0].read_bytes())
        other.keep_original(draft, "jpeg", Provenance("folder", "from-there.jpg", None))
    enter(tmp_path / "vault")
    window.go(window.backups)
    box = window.backups.merge
    box.folder.set_path(tmp_path / "vault")
    box.begin()
    assert "This is the vault that is open" in box.notice.words
    box.folder.set_path(tmp_path / "other")
    box.begin()
    assert "Type the passphrase" in box.notice.words
    for typed, said in (("wrong", "does not open"), (OTHER, "Came: 1")):
        box.passphrase.setText(typed)
        with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
            box.press.click()
        assert said in box.notice.words
        assert box.passphrase.text() == ""
    model = window.library.view.model()
    qtbot.waitUntil(lambda: model.rowCount() == 1, timeout=WAIT)
    assert model.index(0, 0).data() == "from-there.jpg"


def test_a_statement_shows_that_an_older_copy_was_put_back(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    enter(tmp_path / "vault")
    window.go(window.backups)
    box = window.backups.head
    box.write_to(tmp_path / "statement.json")
    qtbot.waitUntil(lambda: "Written: statement.json" in box.notice.words, timeout=WAIT)
    box.check_file(tmp_path / "statement.json")
    qtbot.waitUntil(lambda: "Nothing older" in box.notice.words, timeout=WAIT)
    with Vault.create(tmp_path / "other", OTHER, CHEAP) as other:
        (tmp_path / "foreign.json").write_bytes(other.export_head())
    box.check_file(tmp_path / "foreign.json")
    qtbot.waitUntil(lambda: box.notice.tone == "danger", timeout=WAIT)
    box.write_to(tmp_path / "statement.json")
    qtbot.waitUntil(lambda: "nothing is ever overwritten" in box.notice.words, timeout=WAIT)
