"""Backups: a second place for the vault, another vault brought in, and older copies found out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.backupbox import BackupBox
from ui.desktop.widgets.headbox import HeadBox
from ui.desktop.widgets.mergebox import MergeBox
from ui.desktop.widgets.text import one_line


class BackupsPage(QWidget):
    """What keeps a vault from being lost with its disk, in one scrolled column."""

    working = Signal(object, str)
    """A Job and the words for it."""
    changed = Signal()
    """There is more in the vault now."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.backup = BackupBox(session)
        self.merge = MergeBox(session)
        self.head = HeadBox(session)
        self.backup.working.connect(self.working.emit)
        self.merge.working.connect(self.working.emit)
        self.merge.merged.connect(self.changed.emit)
        content = layout.column(3)
        content.addWidget(one_line(self.tr("Backups"), "title"))
        for box in (self.backup, self.merge, self.head):
            content.addWidget(box)
        content.addStretch(1)
        layout.fill(self, content)

    def enter(self) -> None:
        """Offer the places that there are now."""
        self.backup.load()
