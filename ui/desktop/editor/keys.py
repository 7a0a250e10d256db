"""Keys of the editor: what they do, and how they press a button only while it can be pressed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

Key = tuple[str, Callable[[], object]]
"""A key in Qt's portable words ("Ctrl+S"), and what it does."""


def listen(page: QWidget, keys: tuple[Key, ...]) -> None:
    """Hear keys anywhere on a page; a text field keeps the plain letters for itself."""
    for key, done in keys:
        made = QShortcut(QKeySequence(key), page)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(done)


def press(pressed: QAbstractButton) -> None:
    """Press a button that is in sight; Qt itself would press a hidden one as well."""
    if pressed.isVisible():
        pressed.click()


def turn(choices: QComboBox, by: int) -> None:
    """Choose another one, around the ends, as if by hand; a screen reader says which."""
    if not choices.isVisible() or not choices.count():
        return
    choices.setCurrentIndex((choices.currentIndex() + by) % choices.count())
    choices.activated.emit(choices.currentIndex())
    said = f"{choices.accessibleName()}: {choices.currentText()}"
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(choices, said))
