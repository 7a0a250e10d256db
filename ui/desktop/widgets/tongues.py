"""Choosing the language of the window: each is called as those who speak it call it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton

from ui.desktop.translating import translate
from ui.desktop.widgets.buttons import button
from ui.words import languages
from ui.words.speaking import spoken


def tongues(chosen: Callable[[str], object], role: str = "quiet", warning: str = "") -> QPushButton:
    """Return a button that shows the language and offers the others, by their codes.

    ``warning`` is said above the choices, where choosing has a price.
    """
    now = spoken()
    press = button(now.name, None, role, "language", translate("Tongues", "Language"))
    press.setAccessibleName(translate("Tongues", "Language: {name}").format(name=now.name))
    menu = QMenu(press)
    if warning:
        menu.addAction(warning).setEnabled(False)
        menu.addSeparator()
    for code, name in languages.NAMES.items():
        action = menu.addAction(name, partial(chosen, code))
        action.setCheckable(True)
        action.setChecked(code == now.code)
        action.setEnabled(code != now.code)
    # Not by setMenu: Qt then draws the words without the room that the stylesheet leaves them.
    press.clicked.connect(lambda: menu.popup(press.mapToGlobal(press.rect().topLeft())))
    return press
