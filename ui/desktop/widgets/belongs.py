"""What belongs to an item, what of it leaves, and the way to take it apart."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture.sources.groups import SIDECAR
from storage.records import Part
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.text import frame, text


class BelongsPanel(QWidget):
    """Hidden for an item of one part."""

    apart = Signal(tuple)
    """The ids of the parts that shall be items of their own."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[str, ...] = ()
        self._lines = layout.column(1)
        self.press = button(self.tr("Take apart"), lambda: self.apart.emit(self._parts), "quiet")
        box = frame("card")
        column = QVBoxLayout(box)
        column.setContentsMargins(*[theme.space(3)] * 4)
        column.addWidget(text(self.tr("This is one item with several parts"), "heading"))
        column.addLayout(self._lines)
        column.addWidget(
            text(
                self.tr("Only the first leaves in a bundle, and only once all were cleaned."),
                "soft",
            )
        )
        layout.in_a_row(column, self.press)
        around = layout.column(0)
        around.addWidget(box)
        self.setLayout(around)
        self.hide()

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Show these parts."""
        layout.clear(self._lines)
        for part in parts:
            said = f"{words.shown(part.original.provenance.name)}: {words.role(part.role)}"
            size = phrases.size(part.original.size)
            self._lines.addWidget(text(f"\u2022 {said}, {size}"))
        self._parts = tuple(part.original.id for part in parts if part.original.kind != SIDECAR)
        self.press.setVisible(bool(self._parts))
        self.setVisible(bool(parts))
