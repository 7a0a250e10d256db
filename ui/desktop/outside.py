"""What the system tells of the person going away: it sleeps, its lid is shut, its screen is locked.

Linux tells it by D-Bus: logind of sleep and of a locked session, UPower of the lid, each desktop's
own service of its screen. A signal is believed whoever sends it: the worst that it can do is to
lock. Windows tells a window of ours (``outside_windows``). On macOS nothing is heard, which the
window says.
"""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

    from ui.desktop.outside_windows import Ear

_LOGIND = "/org/freedesktop/login1"
_UPOWER = "/org/freedesktop/UPower"
_SCREENS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
_LID = "LidIsClosed"


class Outside(QObject):
    """Listens for as long as it lives. Lives in the window's thread."""

    left = Signal()
    """The computer goes to sleep, or its lid was shut."""
    screen_locked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ear: Ear | None = None
        self.hears = self._listen()
        """Whether the system tells of sleep and of a locked session."""

    def _listen(self) -> bool:
        ways = {"linux": self._listen_to_buses, "win32": self._listen_to_windows}
        way = ways.get(sys.platform)
        return way is not None and way()

    def _listen_to_windows(self) -> bool:
        from ui.desktop.outside_windows import Ear

        ear = Ear()
        ear.left.connect(self.left)
        ear.session_gone.connect(self.screen_locked)
        self._ear = ear
        return ear.listen()

    def _listen_to_buses(self) -> bool:
        from PySide6.QtDBus import QDBusConnection

        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        for name in _SCREENS:
            self._hear(session, "", name, "ActiveChanged", "on_screen(bool)")
        power = "on_power(QString,QVariantMap,QStringList)"
        self._hear(system, _UPOWER, "org.freedesktop.DBus.Properties", "PropertiesChanged", power)
        sleeps = self._hear(
            system, _LOGIND, "org.freedesktop.login1.Manager", "PrepareForSleep", "on_sleep(bool)"
        )
        locks = self._hear(system, "", "org.freedesktop.login1.Session", "Lock", "on_lock()")
        return system.isConnected() and sleeps and locks

    def _hear(
        self, bus: "QDBusConnection", path: str, interface: str, name: str, slot: str
    ) -> bool:
        """Have a slot of ours called at a signal, whichever service sends it; say whether it is."""
        told: bool = bus.connect("", path, interface, name, self, SLOT(slot))  # type: ignore[call-overload] # its stub names bytes, which it refuses
        return told

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:  # noqa: FBT001 # the shape of the system's signal
        """Hear that the computer goes to sleep, or (false) that it woke up."""
        if begins:
            self.left.emit()

    @Slot()
    def on_lock(self) -> None:
        """Hear that the session was locked."""
        self.screen_locked.emit()

    @Slot(bool)
    def on_screen(self, locked: bool) -> None:  # noqa: FBT001 # as above
        """Hear that the screen was locked, or (false) opened again."""
        if locked:
            self.screen_locked.emit()

    @Slot(str, "QVariantMap", "QStringList")
    def on_power(self, _of: str, changed: dict[str, object], _unsaid: list[str]) -> None:
        """Hear what changed about power, among it the lid."""
        if changed.get(_LID) is True:
            self.left.emit()
