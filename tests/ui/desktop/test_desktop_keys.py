"""Keys and locks through the window: everything that opens a vault, and what ends it."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPageSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from storage.errors import VaultWiped
from storage.vault import Vault, keyring, shares
from storage.vault.guard import Policy
from ui.desktop.pages.keys import KeysPage
from ui.desktop.widgets import keyforms
from ui.desktop.widgets.handout import print_pages
from ui.desktop.window import Window
from ui.words import printed

from .conftest import PASSPHRASE, WAIT, Enter
from .test_desktop_access import nameless

OTHER = "another few quiet words"


@pytest.fixture
def page(window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path) -> KeysPage:
    enter(tmp_path / "vault")
    window.rail.keys.click()
    qtbot.waitUntil(lambda: rows(window.keys) == ["passphrase"], timeout=WAIT)
    return window.keys


def rows(page: KeysPage) -> list[str]:
    found = []
    for at in range(page.list.count()):
        item = page.list.itemAt(at)
        widget = item.widget() if item is not None else None
        labels = widget.findChildren(QLabel) if widget is not None else []
        found += [labels[0].text()]
    return sorted(found)


def vault_of(window: Window) -> Vault:
    assert window.session is not None
    return window.session.vault


def done(page: KeysPage, qtbot: QtBot) -> None:
    page_form = page.form
    assert page_form is not None
    page_form.press.click()
    qtbot.waitUntil(
        lambda: page.notice.tone == "good" or page_form.problem.tone != "", timeout=WAIT
    )
    assert page_form.problem.tone == "", page_form.problem.words


Form = TypeVar("Form", bound=keyforms.KeyForm)


def begun(page: KeysPage, kind: type[Form]) -> Form:
    page.starts[kind].click()
    assert isinstance(page.form, kind)
    return page.form


def shown_cards(page: KeysPage) -> list[str]:
    names = [label.accessibleName() for label in page.handout.findChildren(QLabel)]
    return [name.partition(": ")[2] for name in names if ": " in name]


def test_a_passphrase_is_added_changed_and_taken_away(
    page: KeysPage, window: Window, qtbot: QtBot
) -> None:
    form = begun(page, keyforms.AddForm)
    form.press.click()
    assert "Choose a passphrase" in form.problem.words
    form.label.setText("Ana")
    form.fresh.first.setText(OTHER)
    form.fresh.again.setText(OTHER + "x")
    form.press.click()
    assert "differ" in form.problem.words
    form.fresh.again.setText(OTHER)
    done(page, qtbot)
    qtbot.waitUntil(lambda: rows(page) == ["Ana", "passphrase"], timeout=WAIT)
    assert page.form is None

    change = begun(page, keyforms.ChangeForm)
    change.old.setText("not the old one")
    change.fresh.first.setText("a third one for tests")
    change.fresh.again.setText("a third one for tests")
    change.press.click()
    qtbot.waitUntil(lambda: change.problem.tone == "danger", timeout=WAIT)
    change.problem.clear()
    change.old.setText(OTHER)
    change.fresh.first.setText("a third one for tests")
    change.fresh.again.setText("a third one for tests")
    done(page, qtbot)

    ana = next(key for key in vault_of(window).opened_by() if key.label == "Ana")
    page._take_away(ana)
    qtbot.waitUntil(lambda: rows(page) == ["passphrase"], timeout=WAIT)
    assert "Taken away: Ana" in page.notice.words
    assert nameless(page) == []


def test_cards_are_shown_once_printed_saved_and_open_the_vault(
    page: KeysPage, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    form = begun(page, keyforms.SharesForm)
    form.need.setCurrentIndex(form.need.findData(4))
    form.press.click()
    assert "More cards would be needed" in form.problem.words
    form.need.setCurrentIndex(form.need.findData(2))
    done(page, qtbot)
    assert page.handout.isVisible()
    cards = shown_cards(page)
    assert len(cards) == 3
    assert nameless(page) == []
    qtbot.waitUntil(lambda: rows(page) == ["cards, 2 of 3", "passphrase"], timeout=WAIT)

    page.handout.save_in(tmp_path)
    qtbot.waitUntil(lambda: page.handout.notice.tone == "warn", timeout=WAIT)
    assert sorted(path.name for path in tmp_path.glob("*.html")) == [
        f"card-{number}.html" for number in (1, 2, 3)
    ]
    page.handout.save_in(tmp_path)
    qtbot.waitUntil(lambda: page.handout.notice.tone == "danger", timeout=WAIT)
    page.handout.done.click()
    assert not page.handout.isVisible()
    assert page.handout._pages == {}

    folder = vault_of(window).folder
    window.close_session()
    Vault.open(folder, shares.passphrase(cards[1:])).close()


def test_a_recovery_code_opens_the_vault(page: KeysPage, window: Window, qtbot: QtBot) -> None:
    begun(page, keyforms.RecoveryForm)
    done(page, qtbot)
    (code,) = shown_cards(page)
    folder = vault_of(window).folder
    window.close_session()
    Vault.open(folder, code).close()


def test_a_code_that_is_being_made_is_shown_whatever_else_is_pressed(
    page: KeysPage, qtbot: QtBot
) -> None:
    form = begun(page, keyforms.RecoveryForm)
    form.press.click()
    page.starts[keyforms.AddForm].click()
    qtbot.waitUntil(page.handout.isVisible, timeout=WAIT)
    assert len(shown_cards(page)) == 1
    assert page.form is None


def test_a_decoy_wants_the_passphrase_of_what_is_open(
    page: KeysPage, window: Window, qtbot: QtBot
) -> None:
    form = begun(page, keyforms.DecoyForm)

    def fill(keep: str, word: str) -> None:
        form.keep.setText(keep)
        form.fresh.first.setText(OTHER)
        form.fresh.again.setText(OTHER)
        form.word.setText(word)

    fill(PASSPHRASE, "yes")
    form.press.click()
    assert "DECOY" in form.problem.words
    fill("one that opens nothing here", "DECOY")
    form.press.click()
    qtbot.waitUntil(lambda: "does not open what you see" in form.problem.words, timeout=WAIT)
    form.problem.clear()
    fill(PASSPHRASE, "DECOY")
    done(page, qtbot)
    folder = vault_of(window).folder
    window.close_session()
    Vault.open(folder, OTHER).close()
    Vault.open(folder, PASSPHRASE).close()


def test_the_guard_is_kept_and_shown_again(page: KeysPage, window: Window, qtbot: QtBot) -> None:
    page.guard.delay.setChecked(True)
    page.guard.wipe.setCurrentIndex(page.guard.wipe.findData(10))
    page.guard.press.click()
    qtbot.waitUntil(lambda: page.guard.notice.tone == "warn", timeout=WAIT)
    assert vault_of(window).guard == Policy(delay=True, wipe_after=10)
    vault_of(window).set_guard(Policy(wipe_after=7))
    page.enter()
    assert (page.guard.delay.isChecked(), page.guard.wipe.currentData()) == (False, 7)


def test_damage_is_named_and_set_right(page: KeysPage, window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        page.quick.click()
    assert "No damage" in page.health.words
    backup = vault_of(window).folder / "keys.backup"
    backup.write_bytes(b"x" + backup.read_bytes()[1:])
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        page.deep.click()
    assert "keys.backup" in page.health.words
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        page.repair.click()
    assert page.health.tone == "good"


def test_a_wipe_is_rehearsed_and_then_wants_its_word(
    page: KeysPage, window: Window, qtbot: QtBot
) -> None:
    page.wipe.rehearse.click()
    qtbot.waitUntil(lambda: "Nothing was destroyed" in page.wipe.notice.words, timeout=WAIT)
    folder = vault_of(window).folder
    assert not page.wipe.press.isEnabled()
    QTest.keyClick(page.wipe.word, Qt.Key.Key_Return)
    QTest.keyClicks(page.wipe.word, "WIPE")
    assert not keyring.wiped(folder)
    with qtbot.waitSignal(window.wiped, timeout=WAIT) as told:
        QTest.keyClick(page.wipe.word, Qt.Key.Key_Return)
    assert told.args == [folder]
    window.close_session()
    with pytest.raises(VaultWiped):
        Vault.open(folder, PASSPHRASE)


def test_ctrl_shift_w_leads_to_the_end_and_ends_nothing(
    page: KeysPage, window: Window, qtbot: QtBot
) -> None:
    window.rail.library.click()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(
        window,
        Qt.Key.Key_W,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.waitUntil(page.wipe.word.hasFocus, timeout=WAIT)
    assert not keyring.wiped(vault_of(window).folder)


def test_a_printer_that_is_not_chosen_prints_nothing(
    page: KeysPage, window: Window, qtbot: QtBot
) -> None:
    begun(page, keyforms.RecoveryForm)
    done(page, qtbot)
    seen = []

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append(type(dialog).__name__)
        dialog.reject()

    QTimer.singleShot(500, leave)
    page.handout.print.click()
    assert seen == ["QPrintDialog"]
    assert page.handout.isVisible()


def test_ctrl_shift_l_locks_this_moment(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    with qtbot.waitSignal(window.panicked, timeout=WAIT):
        QTest.keyClick(
            window,
            Qt.Key.Key_L,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )


def test_a_page_is_printed_on_a_sheet_of_its_own(theme: object, tmp_path: Path) -> None:
    from PySide6.QtPrintSupport import QPrinter

    cards = shares.deal(2, 3)
    pages = [printed.share_card(words, 1, 3, 2) for words in cards.texts]
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_pages(printer, pages)
    data = (tmp_path / "printed.pdf").read_bytes()
    assert data.count(b"/Type /Page\n") == 3
    assert data.count(b"/Subtype /Image") >= 3
