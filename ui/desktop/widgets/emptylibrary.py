"""What an empty library teaches: what happens to what is put in, the ways in, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.desktop import theme
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.drop import DropZone
from ui.desktop.widgets.text import frame, text
from ui.desktop.widgets.ways import DeviceList, Way


class EmptyLibrary(DropZone):
    """Shown while nothing is in the vault."""

    def __init__(self, ask_files: Callable[[], object], ask_folder: Callable[[], object]) -> None:
        super().__init__()
        self.first = button(self.tr("Choose photos and videos…"), ask_files, "primary", "file")
        self._folder = button(self.tr("Choose a folder…"), ask_folder, icon_name="folder")
        self._further = layout.column(2)
        self.devices = DeviceList()
        self.keys = button(self.tr("Make a way back"), None, icon_name="key")
        inside = layout.column(2)
        inside.addStretch(1)
        self._fill(inside)
        inside.addStretch(1)
        page = layout.scrolled(layout.centred(inside, 130))
        self.column.setContentsMargins(*[theme.space(2)] * 4)
        self.column.addWidget(page)

    def _fill(self, column: QVBoxLayout) -> None:
        column.addWidget(_middle(self.tr("Drop photos, videos or folders here"), "title"))
        for line in (
            self.tr(
                "Each is sealed in the vault exactly as it is, read for what it gives away "
                "about you, and gets a cleaned copy that can be passed on."
            ),
            self.tr("Your files stay where they are: nothing is moved, changed or deleted."),
        ):
            column.addWidget(_middle(line, "soft"))
        column.addSpacing(theme.space(2))
        buttons = layout.row()
        buttons.addStretch(1)
        buttons.addWidget(self.first)
        buttons.addWidget(self._folder)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addLayout(self._further)
        column.addSpacing(theme.space(2))
        column.addWidget(self.devices)
        column.addSpacing(theme.space(3))
        column.addWidget(self._way_back())

    def offer(self, way: Way) -> None:
        """Show one more way in, below the others."""
        line = layout.row()
        line.addStretch(1)
        line.addWidget(button(way.words, way.begin, icon_name=way.icon))
        line.addStretch(1)
        self._further.addLayout(line)

    def _way_back(self) -> QWidget:
        box = frame("card")
        line = layout.row(3)
        line.setContentsMargins(*[theme.space(3)] * 4)
        words = layout.column(0.5)
        words.addWidget(text(self.tr("If you forget the passphrase"), "label"))
        words.addWidget(text(self.tr(
            "Nobody can help, unless you make a way back now: a recovery code to keep on paper, or "
            "cards for people you trust, several of whom open the vault together."
        ), "soft"))  # fmt: skip
        line.addLayout(words, 1)
        line.addWidget(self.keys, 0, Qt.AlignmentFlag.AlignVCenter)
        box.setLayout(line)
        return box


def _middle(words: str, role: str) -> QLabel:
    label = text(words, role)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label


def nothing_found() -> QWidget:
    """Return what is shown where a filter lets nothing through."""
    column = layout.column(2)
    column.addStretch(1)
    said = QCoreApplication.translate("EmptyLibrary", "Nothing is like that.")
    column.addWidget(_middle(said, "soft"))
    column.addStretch(2)
    return layout.holding(column)
