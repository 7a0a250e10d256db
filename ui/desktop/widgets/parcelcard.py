"""One parcel of the outbox: for whom, how it stands and why, how far it is, what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from storage.outlets.queue import FINISHED, State, Waiting
from storage.records import CustodyEntry
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.courier import Moving
from ui.desktop.widgets import layout
from ui.desktop.widgets.bar import Bar
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.text import breakable, one_line, text
from ui.words.parcels import confirmed, parcel_state, why

_FULL = 1000
_FACTS = ("how", "place", "size", "sha256", "bundle", "parcel")
"""What of an entry's facts stands on a receipt, in this order."""
_DIGESTS = frozenset(("sha256", "bundle", "parcel"))
_TONES = {
    State.HELD: "danger",
    State.DELIVERED: "good",
    State.UNCONFIRMED: "warn",
}


class ParcelCard(QFrame):
    """Shows one parcel; told of each change, it mends itself in place."""

    paused = Signal()
    resumed = Signal()
    cancelled = Signal()
    asked = Signal()
    """Somebody wants to see its receipt."""

    def __init__(self, waiting: Waiting) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.waiting = waiting
        self._outlet = one_line("", "heading")
        self._facts = one_line("", "small")
        self._state = text("", "label")
        self._more = text("", "body")
        self._receipt = text("", "mono", select=True)
        self._receipt.hide()
        self._bar = Bar(self.tr("How much was sent"))
        self._far = one_line("", "small")
        self.receipt = button(self.tr("Receipt"), self.asked.emit, "quiet", "history")
        self.pause = button(self.tr("Pause"), self.paused.emit, "quiet", "pause")
        self.resume = button(self.tr("Send now"), self.resumed.emit, "quiet", "send")
        self.cancel = button(self.tr("Take out"), self.cancelled.emit, "quiet", "close")
        self._lay_out()
        self.show_parcel(waiting, None)

    def _lay_out(self) -> None:
        column = layout.column(1.5, 3)
        top = layout.row()
        top.addWidget(self._outlet)
        top.addStretch(1)
        top.addWidget(self._facts)
        column.addLayout(top)
        column.addWidget(self._state)
        column.addWidget(self._more)
        column.addWidget(self._receipt)
        column.addWidget(self._bar)
        last = layout.row()
        last.addWidget(self._far)
        last.addStretch(1)
        for one in (self.receipt, self.pause, self.resume, self.cancel):
            last.addWidget(one)
        column.addLayout(last)
        self.setLayout(column)

    def show_parcel(self, waiting: Waiting, moving: Moving | None) -> None:
        """Show how it stands; ``moving`` is how far it is while it is sent."""
        self.waiting = waiting
        outlet = words.shown(waiting.outlet_name, 60)
        self._outlet.setText(outlet)
        sealed = self.tr("sealed") if waiting.sealed else self.tr("not sealed")
        when = phrases.when(waiting.queued_at)
        self._facts.setText(phrases.together(phrases.size(waiting.size), sealed, when))
        said = self._said(waiting, moving)
        self._state.setText(said[:1].upper() + said[1:])
        theme.give_role(self._state, self._tone(waiting, moving))
        more = self._why(waiting, moving)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._show_buttons(waiting, moving, outlet)
        self.show_moving(moving)

    def show_moving(self, moving: Moving | None) -> None:
        """Show how far it is."""
        self._bar.setVisible(moving is not None)
        self._far.setText("")
        if moving is None:
            return
        self._bar.setRange(0, _FULL if moving.total else 0)
        if moving.total:
            self._bar.setValue(min(_FULL, moving.done * _FULL // moving.total))
            done = self.tr("{done} of {total}").format(
                done=phrases.size(moving.done), total=phrases.size(moving.total)
            )
            left = phrases.left(moving.left)
            self._far.setText(phrases.together(*(part for part in (done, left) if part)))

    def show_receipt(self, entries: Sequence[CustodyEntry]) -> None:
        """Show what the custody log holds of it, or put that away again."""
        lines = []
        for entry in entries:
            lines.append(f"{entry.sequence}. {words.event_name(entry.event)}: {entry.at}")
            known = [(name, entry.facts[name]) for name in _FACTS if entry.facts.get(name)]
            lines += [f"   {name}: {_readable(name, str(value))}" for name, value in known]
            lines.append(f"   digest: {phrases.grouped(entry.digest)}")
        self._receipt.setText("\n".join(map(breakable, lines)))
        self._receipt.setVisible(bool(lines) and self._receipt.isHidden())

    @property
    def words(self) -> str:
        """Everything it says now."""
        shown = (self._outlet, self._facts, self._state, self._more, self._receipt, self._far)
        return "\n".join(one.text() for one in shown if one.text())

    def _said(self, waiting: Waiting, moving: Moving | None) -> str:
        if moving is not None:
            return self.tr("is being sent") if moving.total else self.tr("is being connected")
        said = parcel_state(waiting.state)
        if waiting.state is State.WAITING:
            return self.tr("{state}, not before {when}").format(
                state=said, when=phrases.when(waiting.due.isoformat())
            )
        return said

    def _tone(self, waiting: Waiting, moving: Moving | None) -> str:
        return "label" if moving is not None else _TONES.get(waiting.state, "label")

    def _why(self, waiting: Waiting, moving: Moving | None) -> str:
        if waiting.state in FINISHED:
            when = phrases.when(waiting.ended_at or waiting.queued_at)
            return self.tr("{confirmed} {when}. The custody log has it.").format(
                confirmed=confirmed(waiting), when=when
            )
        reason = None if moving is not None else why(waiting)
        if reason is None:
            return ""
        tried = self.tr("Tries so far: {number}.").format(number=phrases.count(waiting.tries))
        return f"{reason.line} {tried}"

    def _show_buttons(self, waiting: Waiting, moving: Moving | None, outlet: str) -> None:
        done = waiting.state in FINISHED
        self.pause.setVisible(waiting.state is State.WAITING)
        self.resume.setVisible(not done and moving is None)
        self.receipt.setVisible(done)
        away = self.tr("Forget this line") if done else self.tr("Take out")
        self.cancel.setText(away)
        for one in (self.receipt, self.pause, self.resume, self.cancel):
            one.setAccessibleName(f"{one.text()}: {outlet}, {phrases.size(waiting.size)}")


def _readable(name: str, value: str) -> str:
    """Break digests into groups that can be compared; what is foreign is shown as one line."""
    return phrases.grouped(value) if name in _DIGESTS else words.shown(value, 200)
