"""Every control can be reached by keyboard and has a name that a screen reader can say."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.desktop.widgets.keyforms import AddForm
from ui.desktop.window import Window

from .conftest import WAIT, Enter


def controls(page: QWidget) -> Iterator[QWidget]:
    for widget in page.findChildren(QWidget):
        named_by_qt = widget.objectName().startswith("qt_") or widget.metaObject().className() in (
            "QLineEditIconButton",
            "QComboBoxListView",
            "QComboBoxPrivateContainer",
        )
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not named_by_qt:
            yield widget


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name).strip()


def nameless(page: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in controls(page)
        if not name_of(widget)
    ]


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    QPushButton(page)
    assert nameless(page) == ["QPushButton in QWidget"]


def test_every_control_before_a_vault_has_a_name(window: Window) -> None:
    assert nameless(window) == []
    assert len(list(controls(window))) > 15


def test_every_control_of_an_open_vault_has_a_name(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    enter(tmp_path / "vault")
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in(photos[:1])
    assert window.session is not None
    item = window.session.vault.originals()[0].id
    window.session.vault.note(item, {"person.1.consent": "implied"})
    window.library.opened.emit(item)
    qtbot.waitUntil(lambda: "person.1.minor" in window.item.record.editors, timeout=WAIT)
    window.library.chosen.emit((item,))
    assert nameless(window) == []
    assert len(list(controls(window))) > 60


def test_pictures_without_words_are_named_too(window: Window) -> None:
    for pressed in window.findChildren(QAbstractButton):
        if not pressed.text() and pressed.focusPolicy():
            assert name_of(pressed), pressed


def test_tab_reaches_every_control_of_the_form(window: Window, qtbot: QtBot) -> None:
    page = window.create_page
    window.go(page)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.passphrase.setFocus()
    seen = set()
    for _ in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert {page.folder.line, page.passphrase, page.again, page.understood, page.press} <= seen


def test_work_that_ends_elsewhere_does_not_take_the_keyboard(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    """Who types a passphrase while an import ends would go on typing into the library."""
    enter(tmp_path / "vault")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go(window.keys)
    window.keys.begin(AddForm)
    form = window.keys.form
    assert isinstance(form, AddForm)
    form.fresh.first.setFocus()
    with qtbot.waitSignal(window.library.loaded, timeout=WAIT):
        window.library.load()
    assert QApplication.focusWidget() is form.fresh.first


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_no_page_is_wider_than_a_small_screen(
    window: Window, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    try:
        for page in (window.welcome, window.create_page, window.unlock, window.verify):
            assert page.minimumSizeHint().width() <= 900, page
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_text_of_another_size_is_followed(window: Window, qapp: QApplication) -> None:
    font = qapp.font()
    before = window.welcome.first.sizeHint().height()
    larger = qapp.font()
    larger.setPointSizeF(font.pointSizeF() * 2)
    try:
        qapp.setFont(larger)
        window._look.apply()
        assert window.welcome.first.sizeHint().height() > before * 1.5
    finally:
        qapp.setFont(font)
        window._look.apply()
