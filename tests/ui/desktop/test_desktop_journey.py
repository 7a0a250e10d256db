"""The whole job through the window, over the real vault, the real children, the real bundle."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from capture.intake import Taken
from storage.bundle.verify import verify
from storage.errors import VaultInUse
from storage.vault import Vault
from ui import words
from ui.desktop.models.library import Role
from ui.desktop.models.looks import AUDIBLE
from ui.desktop.session import Session
from ui.desktop.window import Window

from .conftest import PASSPHRASE, SAMPLES, WAIT, Enter


def opened(window: Window) -> Session:
    assert window.session is not None
    return window.session


def bring_in(window: Window, qtbot: QtBot, *paths: Path) -> None:
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in(paths)


def one_shown(window: Window, qtbot: QtBot) -> str:
    """Bring a photo with a face in, go to its page, and return its id."""
    bring_in(window, qtbot, SAMPLES / "IMG_20240501_184207.jpg")
    item = opened(window).vault.originals()[0].id
    window.library.opened.emit(item)
    return item


def test_from_an_empty_vault_to_a_verified_bundle(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    enter(tmp_path / "vault")
    assert window.library.first.isVisible()

    bad = tmp_path / "note.jpg"
    bad.write_text("no picture")
    bring_in(window, qtbot, *photos, bad)
    assert "Sealed in the vault: 3" in window.library.summary.words
    assert "note.jpg: This is not a photo or video" in window.library.summary.words

    photo = next(
        one for one in opened(window).vault.originals() if one.provenance.name.endswith(".jpg")
    )
    window.library.opened.emit(photo.id)
    qtbot.waitUntil(lambda: "35.689200, 51.389000" in window.item.says.words, timeout=WAIT)
    qtbot.waitUntil(lambda: window.item.picture.sceneRect().width() > 0, timeout=WAIT)
    assert "nothing identifying left that we know how to find" in window.item.copy.state.words

    window.item.parts.choose("record")
    summary = window.item.record.editors["summary"]
    QTest.keyClicks(summary, "Water cannon at the square")
    QTest.keyClick(summary, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.item.record.saved.text() != "", timeout=WAIT)
    said = opened(window).vault.record(photo.id).witness
    assert said == {"summary": "Water cannon at the square"}

    window.item.bundle.emit((photo.id,))
    window.bundle.place.choose("city")
    window.bundle.time.choose("month")
    window.bundle.wrapping.choose("plain")
    qtbot.waitUntil(lambda: "Tehran" in window.bundle.preview.words, timeout=WAIT)
    assert "2024-05" in window.bundle.preview.words
    assert "2024-05-01" not in window.bundle.preview.words
    qtbot.waitUntil(window.bundle.press.isEnabled, timeout=WAIT)

    out = tmp_path / "bundle.zip"
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.bundle.make(out)
    assert "The bundle is written" in window.bundle.made.notice.words
    with out.open("rb") as stream:
        assert verify(stream).wrapping == "plain"
    with zipfile.ZipFile(out) as opened_zip:
        notes = next(name for name in opened_zip.namelist() if name.endswith("record.json"))
        text = opened_zip.read(notes).decode()
    for line in window.bundle.preview.words.splitlines():
        assert line.split(": ", 1)[1] in text

    window.bundle.verify.emit(out)
    qtbot.waitUntil(lambda: window.verify.verdict.tone == "good", timeout=WAIT)
    changed = bytearray(out.read_bytes())
    changed[len(changed) // 2] ^= 1
    out.write_bytes(changed)
    window.verify.check(out)
    qtbot.waitUntil(lambda: window.verify.verdict.tone == "danger", timeout=WAIT)


def test_a_sealed_bundle_asks_for_the_key_and_opens_with_it(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    import pyrage

    key = pyrage.x25519.Identity.generate()
    enter(tmp_path / "vault")
    bring_in(window, qtbot, photos[0])
    window.library.view.selectAll()
    window.rail.bundle.click()
    window.bundle.keys.setPlainText(str(key))
    qtbot.waitUntil(lambda: window.bundle.key_problem.tone == "danger", timeout=WAIT)
    assert "secret" in window.bundle.key_problem.words
    assert not window.bundle.press.isEnabled()
    window.bundle.keys.setPlainText(str(key.to_public()))
    qtbot.waitUntil(window.bundle.press.isEnabled, timeout=WAIT)
    out = tmp_path / "bundle.zip.age"
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.bundle.make(out)
    assert out.read_bytes().startswith(b"age-encryption.org/v1")

    window.bundle.verify.emit(out)
    qtbot.waitUntil(window.verify.identity.isVisible, timeout=WAIT)
    window.verify.identity.setPlainText(str(pyrage.x25519.Identity.generate()))
    window.verify.check(out)
    qtbot.waitUntil(lambda: window.verify.verdict.tone == "danger", timeout=WAIT)
    window.verify.identity.setPlainText(str(key))
    window.verify.check(out)
    qtbot.waitUntil(lambda: window.verify.verdict.tone == "good", timeout=WAIT)
    assert window.verify.identity.toPlainText() == ""


def test_what_blocks_a_bundle_is_named_and_mended_with_one_click(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    enter(tmp_path / "vault")
    half = tmp_path / "half.jpg"
    half.write_bytes(photos[0].read_bytes()[:9000])
    bring_in(window, qtbot, photos[0], half)
    originals = opened(window).vault.originals()
    window.library.chosen.emit(tuple(one.id for one in originals))
    window.bundle.wrapping.choose("plain")
    qtbot.waitUntil(lambda: window.bundle.blocked.tone == "warn", timeout=WAIT)
    assert "half.jpg: it has no cleaned copy" in window.bundle.blocked.words
    assert not window.bundle.press.isEnabled()
    window.bundle.mend.click()
    qtbot.waitUntil(window.bundle.press.isEnabled, timeout=WAIT)

    whole = next(one for one in originals if one.provenance.name != "half.jpg")
    opened(window).vault.note(whole.id, {"person.1.consent": "none"})
    window.bundle.begin((whole.id,))
    assert not window.bundle.press.isEnabled(), "what is seen is still of the other items"
    qtbot.waitUntil(lambda: "did not consent" in window.bundle.blocked.words, timeout=WAIT)
    assert not window.bundle.press.isEnabled()


def test_a_cancel_half_way_keeps_what_was_sealed_and_nothing_else(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    enter(tmp_path / "vault")
    folder = tmp_path / "card"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.jpg").write_bytes(photos[0].read_bytes() + bytes([number]))
    session = opened(window)

    def stop(_taken: Taken) -> None:
        window.strip.cancel.click()

    session.taken.connect(stop)
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in((folder,))
    assert "Stopped" in window.library.problem.words
    vault = opened(window).vault
    kept = vault.originals()
    assert 0 < len(kept) <= 40
    assert sum(bool(vault.derivatives(one.id)) for one in kept) < len(kept)
    assert vault.check(deep=True) == ()
    qtbot.waitUntil(lambda: window.library.view.model().rowCount() == len(kept), timeout=WAIT)

    def nothing_else() -> bool:
        """Say so once no copy is under way: what is sealed is prepared beside everything."""
        blobs = [path for path in (tmp_path / "vault" / "blobs").rglob("*") if path.is_file()]
        return len(blobs) == len(kept) + sum(len(vault.derivatives(one.id)) for one in kept)

    qtbot.waitUntil(nothing_else, timeout=WAIT)


def test_more_can_be_added_while_an_import_runs(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    enter(tmp_path / "vault")
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in((photos[0],))
        window.library.bring_in((photos[1],))
        window.library.bring_in((photos[0],))
        assert window.strip.isVisible()
    assert "Sealed in the vault: 2" in window.library.summary.words
    assert "Already there: 1" in window.library.summary.words


def test_a_wrong_passphrase_is_named_beside_the_field_and_tells_nothing(
    window: Window, qtbot: QtBot, tmp_path: Path, enter: Enter
) -> None:
    enter(tmp_path / "vault")
    window.go(window.verify)
    other = Window(window._lanes, window._look)
    qtbot.addWidget(other)
    page = other.unlock
    other.go(page)
    other.show()
    page.folder.set_path(tmp_path / "vault")
    QTest.keyClicks(page.passphrase, PASSPHRASE)
    QTest.keyClick(page.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.problem.tone == "danger", timeout=WAIT)
    assert "Another Firsthand has this vault open" in page.problem.words
    with pytest.raises(VaultInUse):
        Vault.open(tmp_path / "vault", PASSPHRASE)

    opened(window).vault.close()
    QTest.keyClicks(page.passphrase, "not it")
    page.press.click()
    qtbot.waitUntil(lambda: "does not open" in page.problem.words, timeout=WAIT)
    qtbot.waitUntil(page.passphrase.isEnabled, timeout=WAIT)
    assert page.passphrase.property("role") == "wrong"
    assert page.passphrase.text() == ""
    assert page.passphrase.hasFocus() or QApplication.focusWidget() is None
    assert other.session is None


def test_the_library_finds_by_name_and_badges_what_is_dangerous(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    enter(tmp_path / "vault")
    bring_in(window, qtbot, *photos)
    model = window.library.view.model()

    def looks() -> list[bool]:
        return [model.index(row, 0).data(Role.LOOK).known for row in range(model.rowCount())]

    qtbot.waitUntil(lambda: all(looks()), timeout=WAIT)
    spoken = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    assert all("Where" in said for said in spoken), spoken
    heard = [model.index(row, 0).data(Role.LOOK).heard for row in range(model.rowCount())]
    assert [words.leaves(AUDIBLE) in said for said in spoken] == heard
    assert [model.index(row, 0).data().startswith("VID") for row in range(3)] == heard
    assert all(model.index(row, 0).data(Role.LOOK).picture is not None for row in range(3))

    def said_of_the_portrait() -> str:
        row = next(row for row in range(3) if model.index(row, 0).data().startswith("IMG_2024"))
        return str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))

    qtbot.waitUntil(lambda: "faces can be seen" in said_of_the_portrait(), timeout=WAIT)
    window.library.search.setText("VID")
    qtbot.waitUntil(lambda: model.rowCount() == 1, timeout=WAIT)
    window.library.search.setText("no such name")
    qtbot.waitUntil(lambda: model.rowCount() == 0, timeout=WAIT)
    assert not window.library.view.isVisible()


def test_the_faces_that_are_found_are_covered_and_the_rest_is_said(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    enter(tmp_path / "vault")
    item = one_shown(window, qtbot)
    qtbot.waitUntil(window.item.copy.faces.isVisible, timeout=WAIT)
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.item.copy.faces.click()
    qtbot.waitUntil(lambda: "Places covered: 1" in window.item.copy.state.words, timeout=WAIT)
    copies = opened(window).vault.derivatives(item)
    assert [copy.steps[0].name for copy in copies] == ["clean", "redact"]
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.item.copy.retry.click()
    qtbot.waitUntil(lambda: "exactly that" in window.item.copy.state.words, timeout=WAIT)


def test_what_is_being_typed_stays_when_the_item_is_read_anew(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    """A copy is made, or the file examined, while a person writes: the form is then filled anew."""
    enter(tmp_path / "vault")
    item = one_shown(window, qtbot)
    window.item.parts.choose("record")
    record = window.item.record
    qtbot.waitUntil(lambda: "summary" in record.editors, timeout=WAIT)
    read_before = opened(window).vault.record(item)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    record.editors["summary"].setFocus()
    QTest.keyClicks(record.editors["summary"], "Water can")
    record.show_record(read_before)
    assert record.editors["summary"].value() == "Water can"
    qtbot.waitUntil(lambda: record.saved.text() != "", timeout=WAIT)
    assert opened(window).vault.record(item).witness == {"summary": "Water can"}
    assert window.bug.tone == ""


def test_a_note_typed_and_not_left_is_kept_when_the_window_closes(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    enter(tmp_path / "vault")
    item = one_shown(window, qtbot)
    window.item.parts.choose("record")
    qtbot.waitUntil(lambda: "notes" in window.item.record.editors, timeout=WAIT)
    window.item.record.editors["notes"].set_value("typed in haste")
    window.close()
    with Vault.open(tmp_path / "vault", PASSPHRASE) as vault:
        assert vault.record(item).witness == {"notes": "typed in haste"}
