"""Deleting where it came from what was just taken in: offered calmly, never chosen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from capture.erasing import Erased, ToErase, erase_at_source
from capture.intake import Taken
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.jobs import Job, Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.flow import flowing
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.outcome import Outcome
from ui.desktop.widgets.text import frame, text
from ui.desktop.widgets.tickbox import TickBox


class EraseBox(QWidget):
    """Hidden until something was taken in from where it can be deleted.

    One quiet line offers it. Only who presses that sees the box, which says first what stays
    behind; and only a tick there makes its button a button.
    """

    working = Signal(object, str)
    """A Job and the words for it."""
    through = Signal()
    """It ended, and the device may be let go."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._files: tuple[ToErase, ...] = ()
        self.headline = text("", "soft")
        self.open = button("", self.ask, "quiet", "delete")
        self.question = text("", "label")
        self.sure = TickBox(self.tr("I want them deleted there"))
        self.press = button(self.tr("Delete them there"), self.erase, icon_name="delete")
        self.leave = button(self.tr("Leave them where they are"), self.forget, "primary")
        self.problem = Notice()
        self.outcome = Outcome(self.tr("What became of each file where it came from"))
        self.sure.toggled.connect(self.press.setEnabled)
        self._line = self._lay_out_line()
        self._box = self._lay_out_box()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(theme.space(2))
        for part in (self.problem, self.outcome, self._line, self._box):
            around.addWidget(part)
        self.forget()

    def _lay_out_line(self) -> QWidget:
        dismiss = button("", self.forget, "quiet", "close", self.tr("Leave them where they are"))
        line = layout.row(2)
        line.addWidget(self.headline, 1)
        line.addWidget(self.open)
        line.addWidget(dismiss)
        return layout.holding(line)

    def _lay_out_box(self) -> QFrame:
        box = frame("notice-plain")
        lines = layout.column(1, 2.5)
        lines.addWidget(self.question)
        lines.addWidget(text(self.tr("What can stay behind all the same:")))
        lines.addWidget(text("\n".join(f"• {line}" for line in words.survivors()), "soft"))
        lines.addWidget(
            text(
                self.tr(
                    "Each is first compared with the vault and read once more where it is; "
                    "what does not fit is left there. It cannot be taken back."
                )
            )
        )
        lines.addWidget(flowing(self.sure, self.press, self.leave))
        box.setLayout(lines)
        return box

    def forget(self) -> None:
        """Offer nothing any more."""
        self._files = ()
        self._line.hide()
        self._box.hide()

    def offer(self, ended: Sequence[Taken]) -> None:
        """Offer to delete, where they came from, the files of an import that are in the vault."""
        self.forget()
        self._files = tuple(
            ToErase(one.offered, one.original)
            for one in ended
            if one.offered is not None and one.original is not None and one.offered.erasing
        )
        number = phrases.count(len(self._files))
        said = self.tr("Still where they came from, too: {number}").format(number=number)
        self.headline.setText(said)
        self.open.setText(self.tr("Delete them there…"))
        self.open.setAccessibleName(f"{said}. {self.open.text()}")
        self._line.setVisible(bool(self._files))

    def ask(self) -> None:
        """Open the box, with nothing chosen in it."""
        number = phrases.count(len(self._files))
        question = self.tr("To be deleted from the phone, card or folder: {number}")
        self.question.setText(question.format(number=number))
        self.sure.setChecked(False)
        self.press.setEnabled(False)
        self._line.hide()
        self._box.setVisible(bool(self._files))
        self.leave.setFocus()

    def erase(self) -> None:
        """Delete them, each checked by itself."""
        vault, files = self._session.vault, self._files
        if not files or self._box.isHidden() or not self.sure.isChecked():
            return

        def work(tick: Tick, tell: Tell) -> tuple[Erased, ...]:
            return erase_at_source(vault, files, tick, tell)

        self.forget()
        self.problem.clear()
        self.outcome.dismiss()
        self._watch(self._session.write(work), len(files))

    def _watch(self, job: Job, tried: int) -> None:
        told: list[Erased] = []
        job.told.connect(told.append)
        job.succeeded.connect(lambda _ended: self._say(told, tried))
        job.cancelled.connect(lambda: self._say(told, tried))
        job.failed.connect(self.problem.say_error)
        job.failed.connect(lambda _error: self._say(told, tried))
        job.ended.connect(self.through.emit)
        self.working.emit(job, self.tr("Comparing and deleting where they came from"))

    def _say(self, told: Sequence[Erased], tried: int) -> None:
        """Say what became of each file: first what was left, and why."""
        left = [one for one in told if one.error is not None]
        gone = [one for one in told if one.error is None]
        parts = (
            (len(gone), self.tr("Deleted there, and listed no more: {number}")),
            (len(left), self.tr("Left where they are: {number}")),
            (tried - len(told), self.tr("Stopped before these, which are left: {number}")),
        )
        said = [line.format(number=phrases.count(number)) for number, line in parts if number]
        whole = len(gone) == tried
        self.outcome.say(
            "good" if whole else "warn",
            " · ".join(said),
            [self._became(one) for one in (*left, *gone)],
        )

    def _became(self, one: Erased) -> str:
        name = words.shown(Path(one.source).name or one.source, 80)
        if one.error is None:
            return self.tr("{name}: deleted there").format(name=name)
        said = words.sentence(one.error)
        return " ".join(part for part in (f"{name}:", said.what, said.remedy) if part)
