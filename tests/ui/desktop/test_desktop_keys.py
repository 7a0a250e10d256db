"""Keys and locks through the window: everything that opens a vault, and what ends it."""

import subprocess
import sys
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPageSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from storage.errors import VaultWiped, WrongPassphrase
from storage.vault import KdfCost, Vault, keyring, shares
from storage.vault.guard import Policy
from ui.desktop import session
from ui.desktop.pages.keys import KeysPage
from ui.desktop.widgets import keyforms
from ui.desktop.widgets.handout import print_pages
from ui.desktop.window import Window
from ui.words import printed

from .conftest import PASSPHRASE, WAIT, Enter
from .test_desktop_access import nameless
from .test_desktop_privacy import environment, files_below

OTHER = "another few quiet words"
CHEAP = KdfCost(memory=64, passes=1, lanes=1)


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


def test_the_next_window_takes_away_what_a_wipe_left(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    with Vault.create(folder, PASSPHRASE) as vault:
        vault.destroy_keys()
    window.unlock.folder.set_path(folder)
    window.go(window.unlock)
    qtbot.waitUntil(lambda: window.unlock.problem.tone == "good", timeout=WAIT)
    assert not folder.exists()
    assert window.unlock.press.isEnabled()


def test_a_wipe_that_the_window_is_closed_over_can_go_on(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    with Vault.create(folder, PASSPHRASE) as vault:
        vault.destroy_keys()
    window.unlock.folder.set_path(folder)
    window.go(window.unlock)
    window.close_session()
    assert not folder.exists() or keyring.wiped(folder)


def test_cards_open_the_vault_at_the_door(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    cards = shares.deal(2, 3)
    with Vault.create(tmp_path / "vault", PASSPHRASE) as vault:
        vault.add_shares(cards)
    page = window.unlock
    page.folder.set_path(tmp_path / "vault")
    window.go(page)
    page.switch.click()
    field = page.cards
    field.line.setText("wrongword aca")
    assert "Word 1 is on no card" in field._live.text()
    field.line.setText(cards.texts[0].rpartition(" ")[0] + " academic")
    field.press.click()
    assert "not the one on the card" in field.problem.words
    field.line.setText(cards.texts[0])
    assert "right" in field._live.text()
    field.press.click()
    assert "Still needed: 1" in field.state.text()
    assert field.line.text() == ""
    field.line.setText(cards.texts[2])
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is not None, timeout=WAIT)


def test_a_card_typed_as_the_passphrase_asks_for_the_next(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    cards = shares.deal(2, 2)
    with Vault.create(tmp_path / "vault", PASSPHRASE) as vault:
        vault.add_shares(cards)
    page = window.unlock
    page.folder.set_path(tmp_path / "vault")
    window.go(page)
    page.passphrase.setText(cards.texts[1])
    page.press.click()
    assert "Card 2 is right" in page.cards.state.text()
    page.cards.line.setText(cards.texts[0])
    page.cards.press.click()
    qtbot.waitUntil(lambda: window.session is not None, timeout=WAIT)


def test_the_guard_s_pause_is_told_at_the_door(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    with Vault.create(folder, PASSPHRASE) as vault:
        vault.set_guard(Policy(delay=True))
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            Vault.open(folder, "wrong")
    page = window.unlock
    page.folder.set_path(folder)
    window.go(page)
    page.passphrase.setText(PASSPHRASE)
    page.press.click()
    qtbot.waitUntil(lambda: "seconds" in page.problem.words, timeout=WAIT)
    qtbot.waitUntil(page.folder.line.isEnabled, timeout=WAIT)
    assert not page.press.isEnabled()
    page._pause.timeout.emit()
    page._pause.stop()
    page._wait(busy=False)
    assert page.press.isEnabled()


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


WIPED = """
import sys
from pathlib import Path
from storage.vault import Vault
from ui.desktop import session
vault = Vault.open(Path(sys.argv[1]), sys.argv[2])
vault.destroy_keys()
session.lock([sys.executable, "-c", sys.argv[3]], wiped=vault.folder)
"""
NEXT = """
import os
from pathlib import Path
from ui.desktop import session
Path("next").write_text(f"{session.to_finish()} {session.to_finish()}")
"""


def test_the_next_process_is_told_of_the_wipe_and_of_nothing_else(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    folder = home / "vault"
    Vault.create(folder, PASSPHRASE, CHEAP).close()
    ended = subprocess.run(
        [sys.executable, "-c", WIPED, str(folder), PASSPHRASE, NEXT],
        env=environment(home),
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "next").read_text() == f"{folder} None"
    assert session.to_finish() is None


DAY = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from ui.desktop import app, session
from ui.desktop.widgets.keyforms import RecoveryForm, SharesForm
from ui.desktop.window import Window

home, passphrase = Path(sys.argv[1]), sys.argv[2]
lock = session.lock
session.lock = lambda wiped=None: lock([sys.executable, "-c", "pass"], wiped=wiped)
state = {"step": 0}

def live():
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window))
    step = state["step"]
    state["step"] = -1
    state["step"] = act(window, step)

def answer():
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog), dialog
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(home / "out"))
    dialog.accept()

def act(window, step):
    match step:
        case 0:
            window.unlock.passphrase.setText(passphrase)
            window.unlock.press.click()
        case 1 if window.session is not None:
            window.go(window.keys)
            window.keys.begin(SharesForm)
            window.keys.form.press.click()
        case 2 if window.keys.handout.isVisible():
            QTimer.singleShot(300, answer)
            window.keys.handout.save.click()
        case 3 if window.keys.handout.notice.tone == "warn":
            window.keys.handout.done.click()
            window.keys.begin(RecoveryForm)
            window.keys.form.press.click()
        case 4 if window.keys.handout.isVisible():
            names = [one.accessibleName() for one in window.keys.handout.findChildren(QLabel)]
            code = next(name for name in names if "-" in name).partition(": ")[2]
            print(code, flush=True)
            window.keys.guard.delay.setChecked(True)
            window.keys.guard.press.click()
            window.keys.wipe.rehearse.click()
            window.keys.check(deep=True)
        case 5 if window.keys.wipe.notice.tone and window.keys.health.tone:
            window.panicked.emit()
            (home / "still-here").touch()
        case _:
            return step
    return step + 1

timer = None
run = QApplication.exec
def exec_with_day():
    global timer
    timer = QTimer()
    timer.timeout.connect(live)
    timer.start(50)
    return run()
QApplication.exec = staticmethod(exec_with_day)
sys.exit(app.main())
"""


def test_a_day_with_the_keys_leaves_only_what_was_asked_for(tmp_path: Path) -> None:
    """No card and no code is on the disk but in the pages that were saved; a panic ends it all."""
    home = tmp_path / "home"
    (home / "out").mkdir(parents=True)
    Vault.create(home / "Firsthand", PASSPHRASE, CHEAP).close()
    before = files_below(home / "Firsthand")
    ended = subprocess.run(
        [sys.executable, "-c", DAY, str(home), PASSPHRASE],
        env=environment(home),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert not (home / "still-here").exists()
    pages = {f"out/card-{number}.html" for number in (1, 2, 3)}
    outside = {
        name
        for name in files_below(home)
        if not name.startswith(("Firsthand/", ".cache/fontconfig/"))
    }
    assert outside == pages
    assert files_below(home / "Firsthand") - before == {"guard"}
    code = ended.stdout.strip()
    Vault.open(home / "Firsthand", code).close()
    words = (home / "out" / "card-1.html").read_text("utf-8").split('class="word">')
    secrets = [code.encode(), code.replace("-", "").encode(), words[1].split("&")[0].encode()]
    for path in home.rglob("*"):
        if path.is_file() and path.parent.name != "out":
            assert not [one for one in secrets if one in path.read_bytes()], path
