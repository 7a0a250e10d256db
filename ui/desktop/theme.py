"""One quiet design system: colour roles, spacing, a type scale; light and dark.

Nothing outside this module names a colour or a size. Widgets carry a ``role``
property and the stylesheet below dresses them. Every pair of ink and ground
used here has a contrast of at least 4.5 to 1 (WCAG 2.2 AA), every edge of a
control at least 3 to 1; a test computes them.
"""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

_DARK_BELOW = 128
_SMALLEST_FONT = 10.0


@dataclass(frozen=True, slots=True)
class Colours:
    """Colour roles. ``*_soft`` are grounds on which the role's own colour is written."""

    canvas: str
    surface: str
    sunken: str
    line: str
    edge: str
    ink: str
    soft: str
    accent: str
    on_accent: str
    accent_soft: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    good: str
    good_soft: str


LIGHT = Colours(
    canvas="#f5f5f2", surface="#ffffff", sunken="#ebebe6", line="#dcdcd5", edge="#85857d",
    ink="#1c1f20", soft="#555b5e", accent="#0b5a68", on_accent="#ffffff", accent_soft="#dfecee",
    danger="#a3271b", danger_soft="#fbe8e5", warn="#734700", warn_soft="#faefd9",
    good="#1d5f33", good_soft="#e2f0e5",
)  # fmt: skip
DARK = Colours(
    canvas="#15181a", surface="#1d2124", sunken="#101214", line="#333a3e", edge="#7c868c",
    ink="#eceeef", soft="#a9b2b7", accent="#6cc3d2", on_accent="#06252b", accent_soft="#17343a",
    danger="#ff9c8f", danger_soft="#3a1d19", warn="#efbe6c", warn_soft="#36290f",
    good="#84d39b", good_soft="#152f1e",
)  # fmt: skip


def current() -> Colours:
    """Return the colours of the application's palette as it is now."""
    dark = QGuiApplication.palette().window().color().lightness() < _DARK_BELOW
    return DARK if dark else LIGHT


def space(steps: float) -> int:
    """Return a distance in device-independent pixels; one step is a quarter of a text line."""
    font = QApplication.font()
    return round(_line_height(font.family(), font.pointSizeF()) / 4 * steps)


@lru_cache(maxsize=16)
def _line_height(_family: str, _points: float) -> float:
    """Return the height of a line of the application's font, which its name and size tell apart."""
    return QFontMetricsF(QApplication.font()).height()


def give_role(widget: QWidget, role: str) -> None:
    """Dress a widget in a role of the stylesheet, also after it was shown."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Theme(QObject):
    """Dresses the application; follows the system's light or dark unless told otherwise."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._chosen: Qt.ColorScheme | None = None
        app.setStyle("Fusion")
        font = app.font()
        if font.pointSizeF() < _SMALLEST_FONT:
            font.setPointSizeF(_SMALLEST_FONT)
            app.setFont(font)
        app.styleHints().colorSchemeChanged.connect(self.apply)
        self.apply()

    def choose(self, scheme: Qt.ColorScheme | None) -> None:
        """Use one scheme for this run, or follow the system again (None). Not kept on disk."""
        self._chosen = scheme
        self.apply()

    @property
    def dark(self) -> bool:
        """Whether the window is dark now."""
        return current() is DARK

    def apply(self) -> None:
        """Set palette and stylesheet, now and for all windows."""
        scheme = self._chosen or self._app.styleHints().colorScheme()
        colours = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        self._app.setPalette(_palette(colours))
        self._app.setStyleSheet(_stylesheet(colours, self._app.font().pointSizeF()))
        self.changed.emit()


def _palette(c: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, c.canvas), (role.WindowText, c.ink), (role.Base, c.surface),
        (role.AlternateBase, c.sunken), (role.Text, c.ink), (role.Button, c.surface),
        (role.ButtonText, c.ink), (role.BrightText, c.danger), (role.Highlight, c.accent),
        (role.HighlightedText, c.on_accent), (role.Link, c.accent), (role.LinkVisited, c.accent),
        (role.PlaceholderText, c.soft), (role.ToolTipBase, c.surface), (role.ToolTipText, c.ink),
        (role.Mid, c.line), (role.Midlight, c.line), (role.Dark, c.edge), (role.Light, c.surface),
        (role.Accent, c.accent),
    ):  # fmt: skip
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(c.edge))
    return palette


def _stylesheet(c: Colours, points: float) -> str:
    s, radius = space, space(1.5)
    return f"""
    QWidget {{ color: {c.ink}; }}
    QToolTip {{ color: {c.ink}; background: {c.surface}; border: 1px solid {c.edge};
        padding: {s(1)}px; }}
    QLabel[role="display"] {{ font-size: {points * 2:.1f}pt; font-weight: 600; }}
    QLabel[role="title"] {{ font-size: {points * 1.5:.1f}pt; font-weight: 600; }}
    QLabel[role="heading"] {{ font-size: {points * 1.15:.1f}pt; font-weight: 600; }}
    QLabel[role="label"] {{ font-weight: 600; }}
    QLabel[role="soft"] {{ color: {c.soft}; }}
    QLabel[role="small"] {{ color: {c.soft}; font-size: {points * 0.9:.1f}pt; }}
    QLabel[role="danger"] {{ color: {c.danger}; }}
    QLabel[role="warn"] {{ color: {c.warn}; }}
    QLabel[role="good"] {{ color: {c.good}; }}
    QLabel[role="mono"] {{ font-family: monospace; font-size: {points * 0.9:.1f}pt; }}
    QFrame[role="card"] {{ background: {c.surface}; border: 1px solid {c.line};
        border-radius: {radius}px; }}
    QFrame[role="rail"] {{ background: {c.sunken}; border: none; }}
    QFrame[role="strip"] {{ background: {c.surface}; border: none;
        border-top: 1px solid {c.line}; }}
    QFrame[role="drop"] {{ background: transparent; border: 2px dashed {c.edge};
        border-radius: {radius * 2}px; }}
    QFrame[role="drop-over"] {{ background: {c.accent_soft}; border: 2px solid {c.accent};
        border-radius: {radius * 2}px; }}
    QFrame[role="notice-danger"] {{ background: {c.danger_soft}; border-radius: {radius}px; }}
    QFrame[role="notice-warn"] {{ background: {c.warn_soft}; border-radius: {radius}px; }}
    QFrame[role="notice-good"] {{ background: {c.good_soft}; border-radius: {radius}px; }}
    QFrame[role="notice-plain"] {{ background: {c.sunken}; border-radius: {radius}px; }}
    QFrame[role="line"] {{ background: {c.line}; border: none; max-height: 1px;
        min-height: 1px; }}
    QScrollArea, QScrollArea > QWidget > QWidget[role="page"] {{ background: transparent;
        border: none; }}
    QPushButton {{ background: {c.surface}; border: 1px solid {c.edge};
        border-radius: {radius}px; padding: {s(1.25)}px {s(3)}px; min-height: {s(4.5)}px; }}
    QPushButton:hover {{ background: {c.accent_soft}; }}
    QPushButton:pressed {{ background: {c.sunken}; }}
    QPushButton:focus {{ border: 2px solid {c.accent}; padding: {s(1.25) - 1}px {s(3) - 1}px; }}
    QPushButton:disabled {{ color: {c.soft}; border-color: {c.line}; background: {c.sunken}; }}
    QPushButton[role="primary"] {{ background: {c.accent}; color: {c.on_accent};
        border-color: {c.accent}; font-weight: 600; }}
    QPushButton[role="primary"]:hover {{ border-color: {c.ink}; }}
    QPushButton[role="primary"]:focus {{ border: 2px solid {c.ink}; }}
    QPushButton[role="primary"]:disabled {{ background: {c.sunken}; color: {c.soft};
        border-color: {c.line}; }}
    QPushButton[role="quiet"], QPushButton[role="rail"] {{ background: transparent;
        border-color: transparent; text-align: left; }}
    QPushButton[role="quiet"] {{ color: {c.accent}; padding: {s(1.25)}px {s(1.5)}px; }}
    QPushButton[role="quiet"]:hover, QPushButton[role="rail"]:hover {{
        background: {c.accent_soft}; }}
    QPushButton[role="quiet"]:focus, QPushButton[role="rail"]:focus {{
        border: 2px solid {c.accent}; }}
    QPushButton[role="quiet"]:focus {{ padding: {s(1.25) - 1}px {s(1.5) - 1}px; }}
    QPushButton[role="rail"]:checked {{ background: {c.surface}; color: {c.accent};
        font-weight: 600; }}
    QPushButton[role="rail"][narrow="true"] {{ color: transparent; }}
    QPushButton[role="segment"] {{ padding: {s(1)}px {s(2.5)}px; }}
    QPushButton[role="segment"]:checked {{ background: {c.accent}; color: {c.on_accent};
        border-color: {c.accent}; }}
    QPushButton[role="segment"]:checked:focus {{ border: 2px solid {c.ink}; }}
    QLineEdit, QPlainTextEdit, QComboBox {{ background: {c.surface}; border: 1px solid {c.edge};
        border-radius: {radius}px; padding: {s(1.25)}px {s(2)}px;
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QLineEdit, QPlainTextEdit {{ placeholder-text-color: {c.soft}; }}
    QLineEdit, QComboBox {{ min-height: {s(4.5)}px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: 2px solid {c.accent};
        padding: {s(1.25) - 1}px {s(2) - 1}px; }}
    QLineEdit[role="wrong"] {{ border: 2px solid {c.danger}; }}
    QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {c.sunken}; }}
    QComboBox::drop-down {{ border: none; width: {s(6)}px; }}
    QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.edge};
        selection-background-color: {c.accent_soft}; selection-color: {c.ink}; }}
    QScrollBar {{ background: transparent; border: none; margin: 0; }}
    QScrollBar:vertical {{ width: {s(2.5)}px; }}
    QScrollBar:horizontal {{ height: {s(2.5)}px; }}
    QScrollBar::handle {{ background: {c.edge}; border-radius: {s(0.75)}px; margin: {s(0.5)}px; }}
    QScrollBar::handle:disabled {{ background: transparent; }}
    QScrollBar::handle:hover {{ background: {c.soft}; }}
    QScrollBar::handle:vertical {{ min-height: {s(8)}px; }}
    QScrollBar::handle:horizontal {{ min-width: {s(8)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QPushButton::menu-indicator {{ image: none; width: 0; }}
    QSlider:horizontal {{ min-height: {s(5)}px; }}
    QSlider::groove:horizontal {{ background: {c.edge}; height: {s(0.75)}px;
        border-radius: {s(0.375)}px; }}
    QSlider::sub-page:horizontal {{ background: {c.accent}; border-radius: {s(0.375)}px; }}
    QSlider::handle:horizontal {{ background: {c.surface}; border: 2px solid {c.accent};
        width: {s(2.5)}px; margin: -{s(1.25)}px 0; border-radius: {s(1.25)}px; }}
    QSlider::handle:horizontal:focus {{ background: {c.accent}; border-color: {c.ink}; }}
    QProgressBar {{ background: {c.sunken}; border: none; border-radius: {s(0.75)}px;
        min-height: {s(1.5)}px; max-height: {s(1.5)}px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: {s(0.75)}px; }}
    QListView {{ background: transparent; border: none; outline: none; }}
    QPlainTextEdit[role="raw"] {{ font-family: monospace; font-size: {points * 0.9:.1f}pt;
        border: none; background: {c.sunken}; }}
    QGraphicsView {{ background: {c.sunken}; border: 1px solid {c.line};
        border-radius: {radius}px; }}
    QGraphicsView:focus {{ border: 2px solid {c.accent}; }}
    QSplitter::handle {{ background: transparent; }}
    QTreeView, QTableView, QTextBrowser {{ background: {c.surface};
        border: 1px solid {c.line}; border-radius: {radius}px;
        selection-background-color: {c.accent_soft}; selection-color: {c.ink}; }}
    QListView:focus[role="framed"], QTreeView:focus, QTextBrowser:focus {{
        border: 2px solid {c.accent}; }}
    QListView[role="framed"] {{ background: {c.surface}; border: 1px solid {c.line};
        border-radius: {radius}px; selection-background-color: {c.accent_soft};
        selection-color: {c.ink}; }}
    QHeaderView::section {{ background: {c.sunken}; color: {c.soft}; border: none;
        padding: {s(1)}px {s(2)}px; }}
    QMenu {{ background: {c.surface}; border: 1px solid {c.edge}; padding: {s(1)}px; }}
    QMenu::item {{ padding: {s(1.5)}px {s(4)}px; border-radius: {radius}px; }}
    QMenu::item:selected {{ background: {c.accent_soft}; color: {c.ink}; }}
    """
