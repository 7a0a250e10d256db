"""The strip under the pages: what is under way, how long it may take, and the way to stop it."""

from collections import deque

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.desktop import phrases, theme
from ui.desktop.jobs import Job
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.text import frame, one_line

_FULL = 1000


class Strip(QWidget):
    """Shows the first of the jobs it watches; hidden while there is none."""

    emptied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._jobs: deque[tuple[Job, str]] = deque()
        self._words = one_line("", "label")
        self._detail = one_line("", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.cancel = button(self.tr("Cancel"), self._stop, icon_name="close")
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(theme.space(1))
        top = QHBoxLayout()
        top.addWidget(self._words)
        top.addStretch(1)
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

    def watch(self, job: Job, words: str) -> None:
        """Show this job when its turn comes; ``words`` say what it does."""
        self._jobs.append((job, words))
        job.progressed.connect(lambda *far: self._on_progress(job, *far))
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
        self.cancel.setEnabled(True)
        self._on_progress(self._jobs[0][0], 0, 0, None)

    def _on_progress(self, job: Job, done: int, total: int, left: float | None) -> None:
        if not self._jobs or self._jobs[0][0] is not job:
            return
        self._bar.setRange(0, _FULL if total else 0)
        if total:
            self._bar.setValue(min(_FULL, done * _FULL // total))
        waiting = len(self._jobs) - 1
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
        for job, _words in self._jobs:
            job.cancel()
        self.cancel.setEnabled(False)
        self._words.setText(self.tr("Stopping…"))
