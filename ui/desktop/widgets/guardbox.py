"""What wrong passphrases lead to, as a form; off until the person wants it."""

from PySide6.QtWidgets import QFrame

from storage.vault import guard
from storage.vault.guard import Policy
from ui.desktop import phrases
from ui.desktop.jobs import Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.dropdown import DropDown
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import label_for
from ui.desktop.widgets.tickbox import TickBox

_CHOICES = (0, guard.FEWEST_TRIES, 10, 20, 50, guard.MOST_TRIES)


class GuardBox(QFrame):
    """Shows and changes the guard of the vault."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._session = session
        self.delay = TickBox(self.tr("Growing pauses after three wrong passphrases"))
        self.wipe = DropDown()
        for tries in _CHOICES:
            self._offer(tries)
        self.notice = Notice()
        self.press = button(self.tr("Keep this"), self.keep)
        self._lay_out()

    def _lay_out(self) -> None:
        column = layout.explained(
            self.tr("After wrong passphrases"),
            self.tr(
                "Both hold up somebody who tries at this computer, in Firsthand. Whoever takes "
                "a copy of the folder can go on trying there: only a strong passphrase helps "
                "against that."
            ),
        )
        column.addWidget(self.delay)
        layout.in_a_row(
            column,
            label_for(self.tr("Wipe the vault after so many in a row"), self.wipe),
            self.wipe,
        )
        column.addWidget(self.notice)
        layout.in_a_row(column, self.press)
        self.setLayout(column)

    def _offer(self, tries: int) -> None:
        self.wipe.addItem(phrases.count(tries) if tries else self.tr("never"), tries)

    def load(self) -> None:
        """Show what holds now."""
        policy = self._session.vault.guard
        self.delay.setChecked(policy.delay)
        if self.wipe.findData(policy.wipe_after) < 0:
            self._offer(policy.wipe_after)
        self.wipe.setCurrentIndex(self.wipe.findData(policy.wipe_after))
        self.notice.clear()

    def keep(self) -> None:
        """Have it hold from now on."""
        policy = Policy(self.delay.isChecked(), self.wipe.currentData())
        vault = self._session.vault

        def work(_tick: Tick, _tell: Tell) -> None:
            vault.set_guard(policy)

        job = self._session.ask(work)
        job.succeeded.connect(lambda _nothing: self._say(policy))
        job.failed.connect(self.notice.say_error)

    def _say(self, policy: Policy) -> None:
        if policy.wipe_after:
            self.notice.say(
                "warn",
                self.tr("Kept. {count} wrong passphrases in a row destroy the vault.").format(
                    count=phrases.count(policy.wipe_after)
                ),
                self.tr("Anybody who can start Firsthand here can do that. Keep a backup."),
            )
            return
        self.notice.say("good", self.tr("Kept."))
