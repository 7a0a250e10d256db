"""What is shown once: the cards of a shared key, or a recovery code; printed, saved, forgotten."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from capture import export
from ui.desktop import dialogs, theme
from ui.desktop.jobs import Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.keyforms import Handed
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import frame, text

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_COLUMNS = 5


class HandOut(QFrame):
    """Shows secrets until they are put away; they are in no other place of the window."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._session = session
        self._pages: dict[str, str] = {}
        self.notice = Notice()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.space(2))
        self.print = button(self.tr("Print…"), self.ask_printer, "primary")
        self.save = button(self.tr("Save pages to print…"), self._ask_folder, icon_name="save")
        self.done = button(self.tr("I have them: put away"), self.forget, icon_name="check")
        column = layout.column(2, 3)
        column.addWidget(text(self.tr("Shown only once"), "heading"))
        column.addWidget(
            text(
                self.tr(
                    "Print them, or write them down. A printer may keep a copy, and so does a page "
                    "that was saved until you delete it. Nothing in Firsthand keeps them."
                )
            )
        )
        column.addLayout(self._cards)
        column.addWidget(self.notice)
        layout.in_a_row(column, self.print, self.save, self.done)
        self.setLayout(column)
        self.hide()

    def show_handed(self, handed: Handed) -> None:
        """Show secrets, in the place of what was shown before."""
        self.forget()
        self._pages = dict(handed.pages)
        for title, words in handed.cards:
            self._cards.addWidget(_card(title, words))
        self.show()

    def forget(self) -> None:
        """Show nothing any more, and keep nothing."""
        layout.clear(self._cards)
        self._pages = {}
        self.notice.clear()
        self.hide()

    def ask_printer(self) -> None:
        """Ask for a printer, and print a page for each card."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setCreator("")
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            print_pages(printer, tuple(self._pages.values()))
        dialog.deleteLater()

    def _ask_folder(self) -> None:
        chosen = dialogs.folder(self, self.tr("Save pages to print"), Path.home())
        if chosen is not None:
            self.save_in(chosen)

    def save_in(self, folder: Path) -> None:
        """Write the pages into a folder, all or none, and say that they are secrets there."""
        pages = dict(self._pages)

        def work(_tick: Tick, _tell: Tell) -> None:
            with export.written_all(folder) as another:
                for name, page in pages.items():
                    with another(folder / name) as stream:
                        stream.write(page.encode("utf-8"))

        job = self._session.ask(work)
        job.succeeded.connect(lambda _nothing: self._say_saved(pages))
        job.failed.connect(self.notice.say_error)

    def _say_saved(self, pages: dict[str, str]) -> None:
        self.notice.say(
            "warn",
            self.tr("Saved: {names}").format(names=", ".join(pages)),
            self.tr("Each page is a secret on that disk. Print them, then delete them."),
        )


def _card(title: str, words: str) -> QWidget:
    """Return one card: its title, and its words numbered in rows."""
    parts = words.split()
    lines = [words]
    if len(parts) > 1:
        numbered = [f"{number:>2} {word:<9}" for number, word in enumerate(parts, 1)]
        lines = ["".join(numbered[at : at + _COLUMNS]) for at in range(0, len(parts), _COLUMNS)]
    box = frame("notice-plain")
    column = layout.column(1, 2.5)
    column.addWidget(text(title, "label"))
    shown = text("\n".join(lines), "mono")
    shown.setAccessibleName(f"{title}: {words}")
    shown.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # the words are, in every language
    column.addWidget(shown)
    box.setLayout(column)
    return box


def print_pages(printer: "QPrinter", pages: Sequence[str]) -> None:
    """Print each page on a sheet of its own."""
    painter = QPainter(printer)
    try:
        for number, page in enumerate(pages):
            if number:
                printer.newPage()
            document = QTextDocument()
            document.documentLayout().setPaintDevice(printer)
            document.setHtml(page)
            sheet = QSizeF(printer.width(), printer.height())
            document.setPageSize(sheet)
            document.drawContents(painter, QRectF(0, 0, sheet.width(), sheet.height()))
    finally:
        painter.end()
