"""How a bundle leaves: the language of its sheet, in one file or in parts, with a time stamp."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from storage.bundle.sheet_words import WORDS
from storage.bundle.stamping import Ask
from storage.outlets.address import TOR, read_address
from ui.desktop import theme
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import Segments
from ui.desktop.widgets.text import one_line, text
from ui.desktop.widgets.tickbox import TickBox
from ui.words import languages

PART = 95_000_000
"""Bytes of a part that messengers carry as a document."""


class LeavingBox(QWidget):
    """What is chosen about the way a bundle leaves."""

    def __init__(self) -> None:
        super().__init__()
        self.language = Segments(
            self.tr("Language of the sheet"),
            tuple((code, languages.NAMES.get(code, code)) for code in WORDS),
        )
        self.parts = Segments(
            self.tr("As"),
            (("whole", self.tr("One file")), ("parts", self.tr("Parts of 95 MB"))),
        )
        self.stamp = TickBox(self.tr("Ask an authority for a time stamp, through Tor"))
        self.authority = QLineEdit()
        self.authority.setPlaceholderText("https://…")
        self.authority.setAccessibleName(self.tr("Address of the time-stamp authority"))
        self.told = text(
            self.tr(
                "The authority sees one digest that means nothing to it, and that somebody asked. "
                "The bundle is not made if it does not answer."
            ),
            "soft",
        )
        self.stamp.toggled.connect(self._on_stamp)
        self._lay_out()
        self._on_stamp()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the contact sheet."""
        return (self.language.value,)

    @property
    def volume(self) -> int | None:
        """Bytes of each part; None for one file."""
        return PART if self.parts.value == "parts" else None

    def asking(self) -> Ask | None:
        """Return what asks the authority, None where no stamp is wanted. Raises BadAddress."""
        if not self.stamp.isChecked():
            return None
        from storage.outlets.timestamping import ask_for_stamp  # the network, only where wanted

        address = self.authority.text().strip()
        read_address(address, "https", "http", signed=True)
        return lambda request: ask_for_stamp(request, address, TOR)

    def _on_stamp(self) -> None:
        for widget in (self.authority, self.told):
            widget.setVisible(self.stamp.isChecked())

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.space(1.5))
        for words_, widget in (
            (self.tr("Sheet in"), self.language),
            (self.tr("As"), self.parts),
        ):
            label = one_line(words_, "label")
            label.setMinimumWidth(theme.space(14))
            line = layout.row()
            line.addWidget(label)
            line.addWidget(widget, 1)
            lines.addLayout(line)
        for more in (self.stamp, self.authority, self.told):
            lines.addWidget(more)
