"""Who it is, of the people in the record: one choice for photos and videos."""

from collections.abc import Sequence

from ui.desktop import phrases
from ui.desktop.editor.photo import Person
from ui.desktop.translating import translate
from ui.desktop.widgets.dropdown import DropDown


def offer(field: DropDown, people: Sequence[Person]) -> None:
    """Offer these people to be named, each by the number of its row; None for nobody."""
    field.clear()
    field.addItem(translate("editor", "Nobody of them"), None)
    for one in people:
        said = translate("editor", "Person {number}").format(number=phrases.count(one.number))
        said = f"{said}: {one.name}" if one.name else said
        if one.refused:
            said = translate("editor", "{person} (no consent)").format(person=said)
        field.addItem(said, one.number)
