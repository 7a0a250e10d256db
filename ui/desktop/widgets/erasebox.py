"""Deleting on the phone or card what was just taken in: offered after an import, never chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture.erasing import Erased, ToErase, erase_at_source
from capture.intake import Taken
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.jobs import Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.flow import flowing
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import frame, text
from ui.desktop.widgets.tickbox import TickBox

_NAMED = 5


class EraseBox(QWidget):
    """Hidden until something was taken in from a device that can delete."""

    working = Signal(object, str)
    """A Job and the words for it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._files: tuple[ToErase, ...] = ()
        self.headline = text("", "label")
        self.sure = TickBox(self.tr("I want them deleted there"))
        self.press = button(self.tr("Delete them there"), self.erase, icon_name="delete")
        self.leave = button(self.tr("Leave them where they are"), self.forget, "primary")
        self.ended = Notice()
        self.sure.toggled.connect(self.press.setEnabled)
        self._box = frame("notice-plain")
        lines = layout.column(1, 2.5)
        lines.addWidget(self.headline)
        lines.addWidget(
            text(
                self.tr(
                    "Each is first compared with the vault and read from the device once more; "
                    "what does not fit is left there. What can stay behind all the same:"
                )
            )
        )
        lines.addWidget(text("\n".join(f"• {line}" for line in words.survivors()), "soft"))
        lines.addWidget(flowing(self.sure, self.press, self.leave))
        self._box.setLayout(lines)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(theme.space(2))
        around.addWidget(self.ended)
        around.addWidget(self._box)
        self.forget()

    def forget(self) -> None:
        """Offer nothing any more."""
        self._files = ()
        self._box.hide()
        self.setVisible(bool(self.ended.tone))

    def offer(self, ended: Sequence[Taken]) -> None:
        """Offer to delete, where they came from, the files of an import that are in the vault."""
        self.ended.clear()
        self._files = tuple(
            ToErase(one.offered, one.original)
            for one in ended
            if one.offered is not None and one.original is not None and one.offered.erasing
        )
        self.sure.setChecked(False)
        self.press.setEnabled(False)
        number = phrases.count(len(self._files))
        self.headline.setText(
            self.tr("They are still on the device, too. Delete them there? {number}").format(
                number=number
            )
        )
        self._box.setVisible(bool(self._files))
        self.setVisible(bool(self._files))

    def erase(self) -> None:
        """Delete them, each checked by itself."""
        vault, files = self._session.vault, self._files
        if not files or not self.sure.isChecked():
            return

        def work(tick: Tick, tell: Tell) -> tuple[Erased, ...]:
            return erase_at_source(vault, files, tick, tell)

        job = self._session.write(work)
        job.succeeded.connect(self._on_erased)
        job.failed.connect(self.ended.say_error)
        job.cancelled.connect(self._on_cancelled)
        self.working.emit(job, self.tr("Comparing and deleting on the device"))
        self.forget()

    def _on_cancelled(self) -> None:
        self.ended.say(
            "plain",
            self.tr("Stopped."),
            self.tr("What was deleted until then is in the history of each item."),
        )
        self.show()

    def _on_erased(self, ended: Sequence[Erased]) -> None:
        left = [one for one in ended if one.error is not None]
        gone = self.tr("Deleted there, and listed no more: {number}").format(
            number=phrases.count(len(ended) - len(left))
        )
        said = [self._line(one) for one in left[:_NAMED]]
        if left:
            stayed = self.tr("Left where they are: {number}")
            said.insert(0, stayed.format(number=phrases.count(len(left))))
        self.ended.say("warn" if left else "good", gone, "\n".join(said))
        self.show()

    def _line(self, one: Erased) -> str:
        name = words.shown(one.original.provenance.name, 80)
        return f"{name}: {words.sentence(one.error).what}" if one.error is not None else name
