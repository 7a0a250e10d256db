"""Openings: written from an item's history, for one bundle that it went into."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture.opening import Revealed, reveal
from storage.records import CustodyEntry
from ui import words
from ui.desktop import dialogs, theme
from ui.desktop.jobs import Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import frame, text

_SHORT = 8


class OpeningsBox(QWidget):
    """Offers an opening for each bundle that an item went into."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.notice = Notice()
        self._column = layout.column(1.5, 3)
        self._box = frame("card")
        self._box.setLayout(self._column)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(theme.space(2))
        around.addWidget(self._box)
        around.addWidget(self.notice)
        self.hide()

    def show_entries(self, entries: Sequence[CustodyEntry]) -> None:
        """Offer openings for the bundles that these entries of one item name."""
        layout.clear(self._column)
        self.notice.clear()
        left = {str(entry.facts["bundle"]): entry for entry in entries if entry.event == "bundled"}
        self.setVisible(bool(left))
        self._column.addWidget(text(self.tr("Prove this original to somebody"), "heading"))
        self._column.addWidget(
            text(
                self.tr(
                    "An opening shows whom you give it to that you held this original when you "
                    "signed the bundle. It tells its digest and size, nothing of other items, "
                    "and cannot be taken back."
                ),
                "soft",
            )
        )
        for bundle, entry in left.items():
            name = self.tr("Write an opening for bundle {bundle}…").format(bundle=bundle[:_SHORT])
            self._column.addWidget(
                button(name, partial(self._ask, bundle, entry.item or ""), icon_name="key")
            )

    def _ask(self, bundle: str, item: str) -> None:
        out = dialogs.save_as(self, self.tr("Write the opening to"), Path.home() / "opening.json")
        if out is not None:
            self.write(bundle, item, out)

    def write(self, bundle: str, item: str, out: Path) -> None:
        """Write the opening of one item of one bundle."""

        def work(_tick: Tick, _tell: Tell) -> Revealed:
            return reveal(self._session.vault, bundle, item, out)

        job = self._session.write(work)
        job.succeeded.connect(self._on_written)
        job.failed.connect(self.notice.say_error)

    def _on_written(self, revealed: Revealed) -> None:
        self.notice.say(
            "good",
            self.tr("The opening is written: {name}").format(name=words.shown(revealed.path.name)),
            self.tr("Give it to whom you choose, with the bundle. “Verify a bundle” checks it."),
        )
        self._session.changed.emit(revealed.item)
