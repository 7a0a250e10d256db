"""The first page: what this is, and the four things that can be done from here."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.desktop import phrases, theme
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.icons import icon
from ui.desktop.widgets.text import frame, text
from ui.desktop.widgets.tongues import tongues


class WelcomePage(QWidget):
    """Leads to a new vault, to an existing one, or to a received bundle."""

    wants_new = Signal()
    wants_open = Signal()
    wants_verify = Signal()
    wants_restore = Signal()
    wants_parts = Signal()
    tongue = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        content = layout.column(4)
        content.addStretch(2)
        content.addWidget(text(phrases.together("Firsthand"), "display"))
        content.addWidget(
            text(
                self.tr(
                    "Keep what your phone recorded, see what it would give away about you, and "
                    "pass it on without that."
                ),
                "heading",
            )
        )
        content.addSpacing(theme.space(2))
        content.addLayout(self._choices())
        content.addSpacing(theme.space(2))
        content.addWidget(
            text(
                self.tr(
                    "Everything stays on this computer. Firsthand connects to nothing by itself, "
                    "and remembers nothing outside your vault, not even where it is: only a "
                    "language that you choose here."
                ),
                "soft",
            )
        )
        last = layout.row()
        last.addWidget(tongues(self.tongue.emit))
        self.parts = button(self.tr("What Firsthand is made of"), self.wants_parts.emit, "quiet")
        last.addWidget(self.parts)
        last.addStretch(1)
        content.addLayout(last)
        content.addStretch(3)
        layout.fill(self, content)

    def _choices(self) -> QVBoxLayout:
        choices = layout.column(2.5)
        self.first = button(self.tr("Make a vault"), self.wants_new.emit, "primary")
        for mark, words, said, press in (
            (
                "lock",
                self.tr("I am new here"),
                self.tr("Make a vault: an encrypted folder that opens with a passphrase."),
                self.first,
            ),
            (
                "key",
                self.tr("I have a vault"),
                self.tr("Open it with its passphrase."),
                button(self.tr("Open a vault"), self.wants_open.emit),
            ),
            (
                "backup",
                self.tr("I have a backup"),
                self.tr("Make the vault again from a folder or an outlet."),
                button(self.tr("Restore a vault"), self.wants_restore.emit),
            ),
            (
                "verify",
                self.tr("I was sent a bundle"),
                self.tr("Check that it is whole and unchanged. No vault is needed."),
                button(self.tr("Verify a bundle"), self.wants_verify.emit),
            ),
        ):
            choices.addWidget(_choice(mark, words, said, press))
        return choices


def _choice(mark: str, words: str, said: str, press: QWidget) -> QWidget:
    card = frame("card")
    line = layout.row(4)
    line.setContentsMargins(*[theme.space(4)] * 4)
    picture = QLabel()
    side = theme.space(7)
    picture.setPixmap(icon(mark, "accent").pixmap(QSize(side, side)))
    line.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
    lines = layout.column(0.5)
    lines.addWidget(text(words, "heading"))
    lines.addWidget(text(said, "soft"))
    line.addLayout(lines, 1)
    press.setMinimumWidth(theme.space(38))
    line.addWidget(press, 0, Qt.AlignmentFlag.AlignVCenter)
    card.setLayout(line)
    return card
