"""What arrives from a phone, as lines of a list: one for each file, the newest first."""

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from capture.receiving import Coming
from ui import words
from ui.desktop import phrases
from ui.desktop.widgets.icons import icon
from ui.words import air

_ICONS = {
    "coming": "down",
    "sealed": "sealed",
    "already": "check",
    "refused": "warn",
    "failed": "bad",
}
_LONGEST = 80
_AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ArrivalsModel(QAbstractListModel):
    """Holds a line for each file, by its number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: list[Coming] = []
        self._places: dict[int, int] = {}

    def hear(self, coming: Coming) -> None:
        """Show how far a file is, in a new line if it had none."""
        place = self._places.get(coming.number)
        if place is None:
            self.beginInsertRows(QModelIndex(), 0, 0)
            self._places[coming.number] = len(self._files)
            self._files.append(coming)
            self.endInsertRows()
            return
        self._files[place] = coming
        index = self.index(len(self._files) - 1 - place)
        self.dataChanged.emit(index, index)

    def clear(self) -> None:
        """Forget all lines."""
        self.beginResetModel()
        self._files.clear()
        self._places.clear()
        self.endResetModel()

    @override
    def rowCount(self, parent: _AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._files)

    @override
    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        coming = self._files[len(self._files) - 1 - index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line(coming)
        if role == Qt.ItemDataRole.DecorationRole:
            return icon(_ICONS[coming.state], "soft")
        return None

    @override
    def roleNames(self) -> dict[int, QByteArray]:
        return {int(Qt.ItemDataRole.DisplayRole): QByteArray(b"display")}


def line(coming: Coming) -> str:
    """Return a file's name, its size and how far it is, in one line."""
    state = air.state(coming.state)
    if coming.state == "coming" and coming.size:
        state = f"{state}, {coming.done * 100 // coming.size}%"
    amount = coming.done if coming.state == "coming" else coming.size
    return phrases.together(words.shown(coming.name, _LONGEST), phrases.size(amount), state)
