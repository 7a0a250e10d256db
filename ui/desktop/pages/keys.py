"""Keys and locks: what opens the vault, what wrong passphrases lead to, its health, its end."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from storage.vault import Finding, Key
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.idle import MINUTES
from ui.desktop.jobs import Tell, Tick
from ui.desktop.models.keylabels import key_words
from ui.desktop.protected import Protected
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.guardbox import GuardBox
from ui.desktop.widgets.handout import HandOut
from ui.desktop.widgets.keyforms import FORMS, KeyForm
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import frame, one_line, text
from ui.desktop.widgets.wipebox import WipeBox

Look = Callable[[Tick, Tell], tuple[Finding, ...]]


class KeysPage(QWidget):
    """Everything about who gets in, in one scrolled column."""

    working = Signal(object, str)
    """A Job and the words for it."""
    wiped = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.notice = Notice()
        self.list = layout.column(1)
        self.form: KeyForm | None = None
        self._place = QVBoxLayout()
        self.starts = self._make_starts()
        self.handout = HandOut(session)
        self.guard = GuardBox(session)
        self.quick = button(self.tr("Quick check"), lambda: self.check(deep=False))
        self.deep = button(self.tr("Read every byte"), lambda: self.check(deep=True))
        self.repair = button(self.tr("Set right what can be"), self._repair)
        self.repair.hide()
        self.health = Notice()
        self._protection = text("", "body")
        self._locking = text("", "soft")
        self.wipe = WipeBox(session)
        self.wipe.wiped.connect(self.wiped.emit)
        self._lay_out()

    def _make_starts(self) -> dict[type[KeyForm], QPushButton]:
        said = (
            self.tr("Add a passphrase"),
            self.tr("Change a passphrase"),
            self.tr("Recovery code"),
            self.tr("Cards for trusted people"),
            self.tr("Decoy"),
        )
        return {form: self._start(form, title) for form, title in zip(FORMS, said, strict=True)}

    def _start(self, form: type[KeyForm], title: str) -> QPushButton:
        return button(title, lambda: self.begin(form))

    def _lay_out(self) -> None:
        content = layout.column(3)
        content.addWidget(one_line(self.tr("Keys and locks"), "title"))
        content.addWidget(self.notice)
        content.addWidget(self.handout)
        content.addWidget(self._keys_card())
        content.addWidget(self.guard)
        content.addWidget(self._check_card())
        content.addWidget(self._protection_card())
        content.addWidget(self.wipe)
        content.addStretch(1)
        self.area = layout.fill(self, content)

    def _keys_card(self) -> QWidget:
        card = frame("card")
        column = layout.column(2, 3)
        column.addWidget(text(self.tr("What opens this vault"), "heading"))
        column.addLayout(self.list)
        rows = (tuple(self.starts.values())[:2], tuple(self.starts.values())[2:])
        for buttons in rows:
            layout.in_a_row(column, *buttons)
        column.addLayout(self._place)
        card.setLayout(column)
        return card

    def _check_card(self) -> QWidget:
        card = frame("card")
        column = layout.explained(
            self.tr("Is everything whole?"),
            self.tr("The quick check looks at every item; only reading every byte is certain."),
        )
        layout.in_a_row(column, self.quick, self.deep, self.repair)
        column.addWidget(self.health)
        card.setLayout(column)
        return card

    def _protection_card(self) -> QWidget:
        card = frame("card")
        column = layout.explained(
            self.tr("While the vault is open"),
            self.tr(
                "Its keys are in this computer's memory until it is locked: Ctrl+L keeps what "
                "was just typed and locks, Ctrl+Shift+L locks that very moment, "
                "Ctrl+Shift+W leads to its destruction."
            ),
        )
        column.addWidget(self._locking)
        column.addWidget(self._protection)
        card.setLayout(column)
        return card

    def show_protected(self, protected: Protected) -> None:
        """Say when the vault locks by itself, and what this system does not grant."""
        minutes = phrases.count(MINUTES)
        lines = [
            self.tr("It locks by itself when nobody has touched it for {number} minutes.").format(
                number=minutes
            ),
            self.tr(
                "It locks when the computer sleeps or its lid is shut, and when its screen is "
                "locked: then as soon as no work is under way."
            )
            if protected.hears
            else self.tr(
                "This system does not tell Firsthand when it sleeps or when its screen is locked: "
                "lock the vault yourself before you leave."
            ),
            self.tr("Other programs are kept from taking pictures of this window.")
            if protected.unseen
            else self.tr(
                "Other programs can take pictures of this window: this system lets no program "
                "prevent that."
            ),
            self.tr(
                "Locking empties the clipboard. A program that collects copies may still have it."
            ),
        ]
        self._locking.setText("\n".join(f"• {line}" for line in lines))

    def enter(self) -> None:
        """Show what holds now; an old message would be of another time."""
        self.notice.clear()
        self.guard.load()
        warnings = [words.finding(code) for code in self._session.vault.info().warnings]
        self._protection.setText(
            "\n".join(f"• {warning}." for warning in warnings)
            or self.tr(
                "This system has granted what Firsthand asks for: no crash dumps, no reading by "
                "other programs, no swap space for the vault's key."
            )
        )
        theme.give_role(self._protection, "warn" if warnings else "good")
        self._refresh()

    def show_the_end(self) -> None:
        """Bring the destruction of the vault into view, with the keyboard on its word."""
        self.wipe.word.setFocus()
        self.area.ensureWidgetVisible(self.wipe)

    def begin(self, form: type[KeyForm]) -> None:
        """Show the form for one change, in the place of the one that was there.

        Not while that one is at work: a code that it makes is shown by it alone, and only once.
        """
        if self.form is not None and self.form.busy:
            return
        self.end()
        self.notice.clear()
        made = self.form = form(self._session)  # type: ignore[call-arg] # every form takes a session
        made.left.connect(self.end)
        made.finished.connect(self._on_finished)
        made.handed.connect(self.handout.show_handed)
        self._place.addWidget(made)
        made.show()
        made.focusNextChild()

    def end(self) -> None:
        """Take the form away, with whatever was typed into it."""
        self.form = None
        layout.clear(self._place)

    def _on_finished(self, said: str) -> None:
        self.end()
        self.notice.say("good", said)
        self._refresh()

    def _refresh(self) -> None:
        vault = self._session.vault

        def work(_tick: Tick, _tell: Tell) -> tuple[Key, ...]:
            return vault.opened_by()

        job = self._session.ask(work)
        job.succeeded.connect(self._show_keys)
        job.failed.connect(self.notice.say_error)

    def _show_keys(self, keys: Sequence[Key]) -> None:
        layout.clear(self.list)
        for key in keys:
            self.list.addWidget(self._row(key, alone=len(keys) == 1))

    def _row(self, key: Key, *, alone: bool) -> QWidget:
        line = layout.row()
        label = key_words(key.label)
        line.addWidget(one_line(label, "label"))
        since = self.tr("since {when}").format(when=phrases.when(key.added_at))
        line.addWidget(one_line(since, "soft"))
        line.addStretch(1)
        away = button(self.tr("Take away"), lambda: self._take_away(key), "quiet")
        away.setAccessibleName(self.tr("Take away: {label}").format(label=label))
        away.setHidden(alone)  # the last key stays
        line.addWidget(away)
        return layout.holding(line)

    def _take_away(self, key: Key) -> None:
        vault = self._session.vault

        def work(_tick: Tick, _tell: Tell) -> None:
            vault.remove_key(key.slot)

        job = self._session.ask(work)
        job.succeeded.connect(lambda _nothing: self._on_finished(self._taken(key)))
        job.failed.connect(self.notice.say_error)

    def _taken(self, key: Key) -> str:
        said = self.tr("Taken away: {label}. Copies made before still open with it.")
        return said.format(label=key_words(key.label))

    def check(self, *, deep: bool) -> None:
        """Look for damage, after what is under way already."""
        vault = self._session.vault

        def work(tick: Tick, _tell: Tell) -> tuple[Finding, ...]:
            return vault.check(deep=deep, tick=tick)

        self._look(work, self.tr("Checking the vault"))

    def _repair(self) -> None:
        vault = self._session.vault

        def work(tick: Tick, _tell: Tell) -> tuple[Finding, ...]:
            return vault.repair(tick)

        self._look(work, self.tr("Setting right what can be"))

    def _look(self, work: Look, said: str) -> None:
        self.health.clear()
        self._allow_checks(allowed=False)
        job = self._session.write(work)
        job.succeeded.connect(self._show_findings)
        job.failed.connect(self.health.say_error)
        job.ended.connect(lambda: self._allow_checks(allowed=True))
        self.working.emit(job, said)

    def _allow_checks(self, *, allowed: bool) -> None:
        for one in (self.quick, self.deep, self.repair):
            one.setEnabled(allowed)

    def _show_findings(self, found: Sequence[Finding]) -> None:
        self.repair.setVisible(bool(found))
        if not found:
            self.health.say("good", self.tr("No damage was found."))
            return
        lines = [words.finding_at(one.code, one.part) for one in found]
        self.health.say("danger", self.tr("Damage was found."), "\n".join(lines))
