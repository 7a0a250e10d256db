"""The strip under the pages: what is under way, how long it may take, and the way to stop it."""

from collections import deque
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture.standing import Phase, Standing
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.jobs import Job
from ui.desktop.widgets.bar import Bar
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.text import Elided, frame, one_line

_FULL = 1000


class Strip(QWidget):
    """Shows the first of the jobs it watches, patient ones last; hidden while there is none."""

    emptied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._jobs: deque[tuple[Job, str]] = deque()
        self._words = one_line("", "label")
        self._file = Elided("small")
        self._detail = one_line("", "small")
        self._standing: Standing | None = None
        self._bar = Bar(self.tr("Progress"))
        self.cancel = button(self.tr("Cancel"), self._stop, icon_name="close")
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(theme.space(1))
        top = QHBoxLayout()
        top.setSpacing(theme.space(3))
        top.addWidget(self._words)
        top.addWidget(self._file, 1)
        top.addWidget(self._detail)
        lines.addLayout(top)
        lines.addWidget(self._bar)
        strip = frame("strip")
        row = QHBoxLayout(strip)
        row.setContentsMargins(theme.space(4), theme.space(2), theme.space(4), theme.space(2))
        row.setSpacing(theme.space(4))
        row.addLayout(lines, 1)
        row.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(strip)

    def watch(self, job: Job, said: str) -> None:
        """Show this job when its turn comes; ``said`` is what it does."""
        place = len(self._jobs) if job.patient else sum(not one.patient for one, _ in self._jobs)
        self._jobs.insert(place, (job, said))
        job.progressed.connect(lambda *far: self._on_progress(job, *far))
        job.told.connect(lambda said: self._on_told(job, said))
        job.ended.connect(lambda: self._on_end(job))
        self._show_first()

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._jobs)

    def _show_first(self) -> None:
        self.setVisible(self.busy)
        if not self._jobs:
            return
        self._words.setText(self._jobs[0][1])
        self._file.setText("")
        self._standing = None
        self.cancel.setEnabled(True)
        self._on_progress(self._jobs[0][0], 0, 0, None)

    def _on_told(self, job: Job, said: object) -> None:
        """Say of an import which file it is at, and how far it is with that one."""
        if isinstance(said, Standing) and self._is_first(job) and self.cancel.isEnabled():
            self._words.setText(self._phase(said.phase))
            self._file.setText(_of_file(said))
            if said.phase is Phase.WAITING:
                self._ask_for_device()
            self._standing = said

    def _ask_for_device(self) -> None:
        """Say how the device comes back; a screen reader hears it once."""
        asked = self.tr("Unlock it, or plug it in again: the import goes on from there.")
        self._file.setText(asked)
        if self._standing is None or self._standing.phase is not Phase.WAITING:
            self.setAccessibleName(f"{self._words.text()}. {asked}")
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _is_first(self, job: Job) -> bool:
        return bool(self._jobs) and self._jobs[0][0] is job

    def _on_progress(self, job: Job, done: int, total: int, left: float | None) -> None:
        if not self._is_first(job):
            return
        self._bar.setRange(0, _FULL if total else 0)
        if total:
            self._bar.setValue(min(_FULL, done * _FULL // total))
        waiting = len(self._jobs) - 1
        standing = self._standing
        if standing is not None:
            waiting += standing.waiting
            left = standing.seconds_left
        said = [phrases.left(left)]
        if waiting:
            said.append(self.tr("{number} more waiting").format(number=phrases.count(waiting)))
        self._detail.setText(" · ".join(part for part in said if part))

    def _on_end(self, job: Job) -> None:
        self._jobs = deque(pair for pair in self._jobs if pair[0] is not job)
        self._show_first()
        if not self._jobs:
            self.emptied.emit()

    def _stop(self) -> None:
        """Stop everything that is shown or waits: one press must be enough."""
        for job, _said in self._jobs:
            job.cancel()
        self.cancel.setEnabled(False)
        self._words.setText(self.tr("Stopping…"))

    @property
    def words(self) -> str:
        """Everything it says now."""
        said = (self._words.text(), self._file.text(), self._detail.text())
        return " ".join(part for part in said if part)

    def _phase(self, phase: Phase) -> str:
        match phase:
            case Phase.LISTING:
                return self.tr("Looking for files")
            case Phase.SEALING:
                return self.tr("Sealing in the vault")
            case Phase.EXAMINING:
                return self.tr("Sealed; reading and cleaning")
            case Phase.WAITING:
                return self.tr("The device is gone; it is waited for")


def _of_file(standing: Standing) -> str:
    """Say which file is sealed now, and how much of it is."""
    if standing.file is None:
        return ""
    name = words.shown(Path(standing.file).name or standing.file, 60)
    far = f"{phrases.size(standing.file_done)} / {phrases.size(standing.file_size)}"
    return phrases.together(name, far)
