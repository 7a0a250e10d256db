"""The ways in: one list of what can be taken in, for the menu and for the empty library."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from capture.errors import Unreadable
from capture.sources.devices import Device
from ui import words
from ui.desktop import theme
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.icons import icon
from ui.desktop.widgets.text import frame, text

_ICONS = {"phone": "device", "camera": "camera", "card": "card"}


@dataclass(frozen=True, slots=True)
class Way:
    """One way in: its icon, its words, and what it begins."""

    icon: str
    words: str
    begin: Callable[[], object]


class Ways(QWidget):
    """The button "Add" with all ways in, and the devices that are plugged in.

    Another page offers its own way with ``offer``; devices come and go by themselves.
    """

    device = Signal(object)
    """The Device that a person wants to look at."""
    offered = Signal(object)
    """A Way that was added."""

    def __init__(self) -> None:
        super().__init__()
        self._ways: list[Way] = []
        self._devices: tuple[Device, ...] = ()
        self.press: QPushButton = button(self.tr("Add"), None, "primary", "add")
        self.menu = QMenu(self.press)
        self.press.setMenu(self.menu)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.press)

    def offer(self, icon_name: str, said: str, begin: Callable[[], object]) -> None:
        """Add a way in, after those that are there."""
        way = Way(icon_name, said, begin)
        self._ways.append(way)
        self._fill()
        self.offered.emit(way)

    def show_devices(self, devices: tuple[Device, ...]) -> None:
        """Have these devices in the menu, after the other ways."""
        self._devices = devices
        self._fill()

    def _fill(self) -> None:
        self.menu.clear()
        for way in self._ways:
            self.menu.addAction(icon(way.icon), way.words, way.begin)
        if self._devices:
            self.menu.addSeparator()
        for one in self._devices:
            self.menu.addAction(
                icon(_ICONS.get(one.kind, "device")),
                self.tr("From {name}…").format(name=words.shown(one.name, 40)),
                partial(self.device.emit, one),
            )


class DeviceList(QWidget):
    """The devices that are plugged in, each with a way to what is on it, or why there is none."""

    device = Signal(object)
    """The Device that a person wants to look at."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.space(2))
        self.presses: list[QPushButton] = []
        self._told: list[QLabel] = []
        self.show_devices(())

    def show_devices(self, devices: tuple[Device, ...]) -> None:
        """Show these, or how to have one seen."""
        layout.clear(self._lines)
        self.presses.clear()
        self._told.clear()
        for one in devices:
            self._lines.addWidget(self._line(one))
        if not devices:
            self._lines.addWidget(self._quiet(self.tr(
                "A phone, a card or a camera appears here by itself when it is plugged in: unlock "
                "the phone, and choose “File transfer” on it, or “Trust this computer”."
            )))  # fmt: skip

    @property
    def words(self) -> str:
        """Everything it says now, a line each."""
        said = [press.text() for press in self.presses]
        return "\n".join([*said, *(label.text() for label in self._told)])

    def _line(self, one: Device) -> QWidget:
        said = self.tr("See what is on {name}").format(name=words.shown(one.name, 40))
        press = button(said, partial(self.device.emit, one), icon_name=_ICONS.get(one.kind, ""))
        self.presses.append(press)
        line = layout.row()
        line.addStretch(1)
        line.addWidget(press)
        line.addStretch(1)
        column = layout.column(1)
        column.addLayout(line)
        if one.hindered:
            told = words.sentence(Unreadable(reason=one.hindered))
            column.addWidget(self._quiet(f"{told.what} {told.remedy}".strip()))
        return layout.holding(column)

    def _quiet(self, said: str) -> QLabel:
        label = text(said, "soft")
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._told.append(label)
        return label


class Arrived(QWidget):
    """A line that says what was just plugged in, with the way to it; hidden otherwise."""

    device = Signal(object)
    """The Device that a person wants to look at."""

    def __init__(self) -> None:
        super().__init__()
        self._known: frozenset[str] | None = None
        self._device: Device | None = None
        self._said = text("", "label")
        self.press = button(self.tr("See what is on it"), self._look, "primary")
        self.close_press = button("", self.hide, "quiet", "close", self.tr("Not now"))
        box = frame("notice-plain")
        line = layout.row(3)
        line.setContentsMargins(*[theme.space(2.5)] * 4)
        line.addWidget(self._said, 1)
        line.addWidget(self.press)
        line.addWidget(self.close_press)
        box.setLayout(line)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(box)
        self.hide()

    def show_devices(self, devices: tuple[Device, ...]) -> None:
        """Say what came since this was last called; what was there at first is no news."""
        ids = frozenset(one.id for one in devices)
        new = [one for one in devices if self._known is not None and one.id not in self._known]
        self._known = ids
        told = new[-1] if new else self._again(devices)
        if told is not None:
            self._say(told)
        elif self._device is None or self._device.id in ids:
            return
        self.setVisible(told is not None)

    def _again(self, devices: tuple[Device, ...]) -> Device | None:
        """Return the device that it speaks of now, where that was unlocked, or locked, since."""
        if self.isHidden() or self._device is None:
            return None
        return next((one for one in devices if one.id == self._device.id), None)

    def _say(self, one: Device) -> None:
        self._device = one
        said = self.tr("{name} is plugged in.").format(name=words.shown(one.name, 60))
        if one.hindered:
            told = words.sentence(Unreadable(reason=one.hindered))
            said = f"{said}\n{told.what} {told.remedy}".strip()
        self._said.setText(said)
        self.press.setVisible(not one.hindered)
        self.setAccessibleName(said)

    def _look(self) -> None:
        self.hide()
        if self._device is not None:
            self.device.emit(self._device)
