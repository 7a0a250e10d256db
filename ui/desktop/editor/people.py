"""Who it is, of the people in the record: one choice for photos and videos."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ui.desktop import phrases
from ui.desktop.editor.photo import Person
from ui.desktop.widgets.dropdown import DropDown


def _tr(text: str) -> str:
    return QCoreApplication.translate("editor", text)


def offer(field: DropDown, people: Sequence[Person]) -> None:
    """Offer these people to be named, each by the number of its row; None for nobody."""
    field.clear()
    field.addItem(_tr("Nobody of them"), None)
    for one in people:
        said = _tr("Person {number}").format(number=phrases.count(one.number))
        said = f"{said}: {one.name}" if one.name else said
        if one.refused:
            said = _tr("{person} (no consent)").format(person=said)
        field.addItem(said, one.number)
