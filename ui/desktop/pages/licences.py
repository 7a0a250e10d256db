"""What Firsthand is made of: each part, its version, and the terms that it is given under."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from ui.desktop import theme
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.text import one_line, text
from ui.words import licences
from ui.words.licences import Part

_LIST_STEPS = 80


class LicencesPage(QWidget):
    """A list of parts, and beside it what there is to say of the chosen one."""

    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._parts = licences.parts()
        self.list = QListWidget()
        self.list.setProperty("role", "framed")
        self.list.setAccessibleName(self.tr("Parts"))
        self.list.setFixedWidth(theme.space(_LIST_STEPS))
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(theme.space(0.5))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.about = text("", "soft", select=True)
        self.about.setAccessibleName(self.tr("About this part"))
        self.terms = QPlainTextEdit()
        self.terms.setReadOnly(True)
        self.terms.setTabChangesFocus(True)
        self.terms.setProperty("role", "raw")
        self.terms.setAccessibleName(self.tr("Its terms"))
        self.terms.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        # Terms are in English, whatever the window speaks.
        self.terms.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._lay_out()
        self._fill()

    def enter(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus()

    def _lay_out(self) -> None:
        top = layout.row()
        top.addWidget(button("", self.back.emit, "quiet", "back", self.tr("Back to the beginning")))
        top.addWidget(one_line(self.tr("What Firsthand is made of"), "title"))
        top.addStretch(1)
        right = layout.column(1.5)
        right.addWidget(self.about)
        right.addWidget(self.terms, 1)
        both = layout.row(3)
        both.addWidget(self.list)
        both.addLayout(right, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(*[theme.space(6)] * 4)
        page.setSpacing(theme.space(3))
        page.addLayout(top)
        page.addWidget(
            text(
                self.tr(
                    "Firsthand is free software under the GNU General Public License, version 3 "
                    "or later. It stands on the work of others; their names and terms are here."
                ),
                "soft",
            )
        )
        page.addLayout(both, 1)

    def _fill(self) -> None:
        for part in self._parts:
            item = QListWidgetItem(f"{part.name}  {part.version}".rstrip())
            item.setToolTip(part.licence)
            self.list.addItem(item)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        part = self._parts[row]
        self.about.setText(self._said(part))
        self.terms.setPlainText(f"\n\n{'─' * 40}\n\n".join(part.texts))

    def _said(self, part: Part) -> str:
        """Say whose it is, under which terms, and with what it comes."""
        lines = [
            self.tr("{name}, licence: {licence}").format(name=part.name, licence=part.licence),
            part.home,
        ]
        if part.carried_by:
            carriers = ", ".join(part.carried_by)
            lines.append(self.tr("Comes with: {carriers}").format(carriers=carriers))
        return "\n".join(lines)
