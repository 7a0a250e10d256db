"""The tools above the picture: what each does, its key, and which one is held."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QUndoGroup
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from ui.desktop import theme
from ui.desktop.editor.canvas import Canvas
from ui.desktop.editor.keys import Key, listen
from ui.desktop.editor.tools import Tool
from ui.desktop.widgets.buttons import button

_GROWS = 1.25
_ICON_ALONE = 10
"""Width of a button without words, in steps of the spacing scale."""
_SMALLEST, _LARGEST = 4.0, 400.0
_KEYS = {
    Tool.PICK: "V",
    Tool.BOX: "B",
    Tool.ELLIPSE: "E",
    Tool.BRUSH: "P",
    Tool.ERASER: "X",
    Tool.HAND: "H",
    Tool.FRAME: "C",
}
LOOK_KEY = Qt.Key.Key_A


class Bench(QWidget):
    """Tools, zoom, undo and the look at the result, for one canvas."""

    used = Signal(object)
    """The Tool that was taken."""
    looking = Signal(bool)
    """Whether somebody holds the button or the key to see the result."""

    def __init__(
        self, canvas: Canvas, steps: QUndoGroup, tools: Collection[Tool] = tuple(Tool)
    ) -> None:
        """``tools`` are those that it offers."""
        super().__init__()
        self._offered = frozenset(tools)
        self._canvas = canvas
        self._steps = steps
        self.tools: dict[Tool, QPushButton] = {}
        self.undo = button("", steps.undo, "quiet", "undo", self.tr("Undo (Ctrl+Z)"))
        self.redo = button("", steps.redo, "quiet", "redo", self.tr("Redo (Ctrl+Shift+Z)"))
        for one, turned in ((self.undo, steps.canUndoChanged), (self.redo, steps.canRedoChanged)):
            one.setEnabled(False)
            turned.connect(one.setEnabled)
        self.look = button(
            self.tr("Hold to see the result"), None, "plain", "eye", self.tr("Hold (A)")
        )
        self._look_words = self.look.text()
        self.look.setMinimumWidth(theme.space(_ICON_ALONE))
        self.look.pressed.connect(lambda: self._look(on=True))
        self.look.released.connect(lambda: self._look(on=False))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space(0.5))
        self._add_tools()
        self._row.addSpacing(theme.space(2))
        self._row.addWidget(self.undo)
        self._row.addWidget(self.redo)
        self._row.addStretch(1)
        self._row.addWidget(self.look)
        self._row.addSpacing(theme.space(2))
        self._add_zoom()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up the words of the look where there is no room for them; its tip still has them."""
        super().resizeEvent(event)
        self.look.setText(self._look_words)
        whole = (
            self.minimumSizeHint().width() - self.look.minimumWidth() + self.look.sizeHint().width()
        )
        if event.size().width() < whole:
            self.look.setText("")
            self.look.setToolTip(f"{self._look_words} (A)")

    def _add_tools(self) -> None:
        for tool, words, mark in (
            (Tool.PICK, self.tr("Pick, move and resize (V)"), "pick"),
            (Tool.BOX, self.tr("Draw a box (B)"), "box"),
            (Tool.ELLIPSE, self.tr("Draw an ellipse (E)"), "ellipse"),
            (Tool.BRUSH, self.tr("Paint with the brush (P), [ and ] for its size"), "brush"),
            (Tool.ERASER, self.tr("Erase (X), [ and ] for its size"), "eraser"),
            (Tool.HAND, self.tr("Move the picture (H)"), "hand"),
            (Tool.FRAME, self.tr("Crop and straighten (C)"), "crop"),
        ):
            if tool not in self._offered:
                continue
            made = button("", None, "segment", mark, words)
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.clicked.connect(lambda _on, tool=tool: self.use(tool))
            self.tools[tool] = made
            self._row.addWidget(made)
        self.tools[Tool.PICK].setChecked(True)

    def _add_zoom(self) -> None:
        for mark, done, tip in (
            ("zoom-out", self._canvas.further, self.tr("Further away (-)")),
            ("zoom-in", self._canvas.closer, self.tr("Closer (+)")),
            ("fit", self._canvas.fit, self.tr("Show all of it (0)")),
            ("one-to-one", self._canvas.full_size, self.tr("Pixel by pixel (1)")),
        ):
            self._row.addWidget(button("", done, "quiet", mark, tip))

    def add_keys(self, page: QWidget, more: tuple[Key, ...]) -> None:
        """Listen to the keys of tools, zoom and steps, and to ``more``, anywhere on the page."""
        sizes: tuple[Key, ...] = (
            ("[", lambda: self.grow(1 / _GROWS)),
            ("]", lambda: self.grow(_GROWS)),
        )
        keys: tuple[Key, ...] = (
            *((key, partial(self.use, tool)) for tool, key in _KEYS.items() if tool in self.tools),
            *(sizes if Tool.BRUSH in self.tools else ()),
            ("+", self._canvas.closer),
            ("=", self._canvas.closer),
            ("-", self._canvas.further),
            ("0", self._canvas.fit),
            ("1", self._canvas.full_size),
            ("Ctrl+Z", self._steps.undo),
            ("Ctrl+Shift+Z", self._steps.redo),
            ("Ctrl+Y", self._steps.redo),
        )
        listen(page, (*keys, *more))

    def use(self, tool: Tool) -> None:
        """Take a tool."""
        self.tools[tool].setChecked(True)
        self._canvas.use(tool)
        self.used.emit(tool)

    def grow(self, by: float) -> None:
        """Make the brush larger or smaller."""
        self._canvas.radius = min(max(self._canvas.radius * by, _SMALLEST), _LARGEST)

    def _look(self, *, on: bool) -> None:
        self.looking.emit(on)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the key that is held to see the result; it is no shortcut, because it is held."""
        if isinstance(event, QKeyEvent) and event.key() == LOOK_KEY and not event.modifiers():
            kind = event.type()
            if kind in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}:
                if not event.isAutoRepeat():
                    self._look(on=kind == QEvent.Type.KeyPress)
                return True
        return super().eventFilter(watched, event)
