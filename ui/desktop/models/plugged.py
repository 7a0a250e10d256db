"""What is plugged in, noticed as it comes and goes, off the window's thread."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from capture.sources import arrivals
from capture.sources.arrivals import Sign
from capture.sources.devices import Device, devices
from ui.desktop.jobs import Job, Tell, Tick
from ui.desktop.session import Session

_EVERY_MS = 2000
_LATE = 4
"""How many times more it is asked after a change: a phone is a while until it answers."""


@dataclass(frozen=True, slots=True)
class _Found:
    sign: Sign
    devices: tuple[Device, ...] | None
    """None where nothing came or went."""


class Plugged(QObject):
    """Looks again every two seconds while it is wanted."""

    changed = Signal(tuple)
    """The devices that are there now."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._sign: Sign = ()
        self._late = 0
        self._looked = False
        self._job: Job | None = None
        self.devices: tuple[Device, ...] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def watch(self) -> None:
        """Begin, or go on."""
        if not self._timer.isActive():
            self._timer.start()
            self.look()

    def rest(self) -> None:
        """Ask no more for now."""
        self._timer.stop()

    def look(self) -> None:
        """Ask once, unless an answer is still awaited."""
        if self._job is not None:
            return
        before, anyway = self._sign, self._late > 0 or self._waits()
        self._late = max(self._late - 1, 0)

        def work(_tick: Tick, _tell: Tell) -> _Found:
            sign = arrivals.sign()
            return _Found(sign, devices() if anyway or sign != before else None)

        self._job = self._session.reach(work)
        self._job.succeeded.connect(self._on_found)
        self._job.ended.connect(self._on_end)

    def _waits(self) -> bool:
        """Whether a phone waits for its owner: that it was unlocked shows nowhere else."""
        return any(one.hindered for one in self.devices)

    def _on_found(self, found: _Found) -> None:
        if found.sign != self._sign:
            self._sign, self._late = found.sign, _LATE
        if found.devices is None:
            return
        # That nothing is there is news, too, the first time: what comes then is known to come.
        if found.devices != self.devices or not self._looked:
            self._looked, self.devices = True, found.devices
            self.changed.emit(self.devices)

    def _on_end(self) -> None:
        self._job = None
