"""The forms that change what opens a vault, one for each thing that can be done.

A form checks what was typed, has the core do it beside the window, says what went wrong in its own
place, and forgets every secret as soon as it is handed on.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout
from typing_extensions import override

from storage.errors import WrongPassphrase
from storage.vault import Vault, recovery_code, shares
from ui.desktop import phrases, theme
from ui.desktop.jobs import Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.bar import Bar
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.dropdown import DropDown
from ui.desktop.widgets.fields import PassphraseField
from ui.desktop.widgets.newkey import NewPassphrase
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import label_for, text
from ui.words import printed

_LABEL = 60
Change = Callable[[Vault], object]


@dataclass(frozen=True, slots=True)
class Handed:
    """Secrets that are shown once: (title, words) of each, and their pages by file name."""

    cards: tuple[tuple[str, str], ...]
    pages: dict[str, str]


class KeyForm(QFrame):
    """One change; ``finished`` carries what was done in words, ``handed`` what is shown once."""

    finished = Signal(str)
    handed = Signal(object)
    left = Signal()

    def __init__(self, session: Session, title: str, said: str, press: str) -> None:
        super().__init__()
        theme.give_role(self, "notice-plain")
        self._session = session
        self.problem = Notice()
        self._busy = Bar(title)
        self._busy.setRange(0, 0)
        self._busy.hide()
        self.press = button(press, self.submit, "primary")
        self._leave = button(self.tr("Cancel"), self.left.emit, "quiet")
        column = layout.column(1.5, 3)
        column.addWidget(text(title, "heading"))
        column.addWidget(text(said))
        self.fill(column)
        column.addWidget(self.problem)
        column.addWidget(self._busy)
        layout.in_a_row(column, self.press, self._leave)
        self.setLayout(column)

    @property
    def busy(self) -> bool:
        """Whether what was sent is still being done."""
        return not self._busy.isHidden()

    def fill(self, column: QVBoxLayout) -> None:
        """Add the form's own fields."""

    def missing(self) -> str:
        """Say what is missing; empty where the form can be sent."""
        return ""

    def change(self) -> Change:
        """Return what the vault is asked to do; what was typed is taken out of the fields."""
        raise NotImplementedError

    def succeed(self) -> None:
        """Tell what was done."""
        raise NotImplementedError

    def submit(self) -> None:
        """Have it done, if everything is there and nothing is under way."""
        missing = self.missing()
        if missing or self.busy:
            self.problem.say("danger", missing or self.tr("A moment, please."))
            return
        change, vault = self.change(), self._session.vault
        self.problem.clear()
        self._wait(busy=True)

        def work(_tick: Tick, _tell: Tell) -> None:
            change(vault)

        job = self._session.ask(work)
        job.succeeded.connect(lambda _nothing: self.succeed())
        job.failed.connect(self._on_failed)
        job.ended.connect(lambda: self._wait(busy=False))

    def _wait(self, *, busy: bool) -> None:
        self._busy.setVisible(busy)
        self.press.setEnabled(not busy)
        self._leave.setEnabled(not busy)

    def _on_failed(self, error: BaseException) -> None:
        self.problem.say_error(error)


class AddForm(KeyForm):
    """One more passphrase."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            self.tr("Add a passphrase"),
            self.tr(
                "Another person, or another place, gets a passphrase of its own. It opens the same "
                "things, and can be taken away without changing yours."
            ),
            self.tr("Add it"),
        )

    @override
    def fill(self, column: QVBoxLayout) -> None:
        self.label = QLineEdit()
        self.label.setMaxLength(_LABEL)
        self.fresh = NewPassphrase(self.tr("New passphrase"))
        column.addWidget(label_for(self.tr("Whose it is, or what for"), self.label))
        column.addWidget(self.label)
        column.addWidget(self.fresh)

    @override
    def missing(self) -> str:
        return self.fresh.missing()

    @override
    def change(self) -> Change:
        passphrase, label = self.fresh.take(), self.label.text().strip()
        return lambda vault: vault.add_passphrase(passphrase, label)

    @override
    def succeed(self) -> None:
        self.finished.emit(self.tr("The new passphrase opens the vault too."))


class ChangeForm(KeyForm):
    """Another passphrase in the place of one."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            self.tr("Change a passphrase"),
            self.tr(
                "Nothing is encrypted again. Copies of the vault that were made before still open "
                "with the old one."
            ),
            self.tr("Change it"),
        )

    @override
    def fill(self, column: QVBoxLayout) -> None:
        self.old = PassphraseField()
        self.fresh = NewPassphrase(self.tr("New passphrase"))
        column.addWidget(label_for(self.tr("Old passphrase"), self.old))
        column.addWidget(self.old)
        column.addWidget(self.fresh)

    @override
    def missing(self) -> str:
        return self.fresh.missing() if self.old.text() else self.tr("Type the old passphrase.")

    @override
    def change(self) -> Change:
        old, new = self.old.take(), self.fresh.take()
        return lambda vault: vault.change_passphrase(old, new)

    @override
    def succeed(self) -> None:
        self.finished.emit(self.tr("The passphrase is changed. The old one opens nothing here."))

    @override
    def _on_failed(self, error: BaseException) -> None:
        super()._on_failed(error)
        self.old.say_error(error)


class RecoveryForm(KeyForm):
    """A code on paper."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            self.tr("Recovery code"),
            self.tr(
                "A code to print and keep far from the computer, for the day when the passphrase "
                "is forgotten. Whoever has it can open the vault. It is shown once."
            ),
            self.tr("Make a code"),
        )
        self._code = ""

    @override
    def change(self) -> Change:
        code = self._code = recovery_code.make()
        return lambda vault: vault.add_recovery_code(code)

    @override
    def succeed(self) -> None:
        code, self._code = self._code, ""
        page = {"recovery-code.html": printed.recovery_card(code)}
        self.finished.emit(self.tr("The code opens the vault."))
        self.handed.emit(Handed(((self.tr("Recovery code"), code),), page))


class SharesForm(KeyForm):
    """Cards for trusted people."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            self.tr("Cards for trusted people"),
            self.tr(
                "Each person gets a card with twenty words. So many of them open the vault "
                "together; fewer learn nothing from theirs, and none of these people can open it "
                "alone."
            ),
            self.tr("Make the cards"),
        )
        self._cards: shares.Cards | None = None

    @override
    def fill(self, column: QVBoxLayout) -> None:
        self.need, self.of = DropDown(), DropDown()
        for number in range(shares.FEWEST, shares.MOST + 1):
            for one in (self.need, self.of):
                one.addItem(phrases.count(number), number)
        self.of.setCurrentIndex(1)
        line = layout.row()
        for words, one in (
            (self.tr("People with a card"), self.of),
            (self.tr("Needed to open"), self.need),
        ):
            line.addWidget(label_for(words, one))
            line.addWidget(one)
            line.addSpacing(theme.space(3))
        line.addStretch(1)
        column.addLayout(line)

    @override
    def missing(self) -> str:
        if self.need.currentData() > self.of.currentData():
            return self.tr("More cards would be needed than there are people.")
        return ""

    @override
    def change(self) -> Change:
        cards = self._cards = shares.deal(self.need.currentData(), self.of.currentData())
        return lambda vault: vault.add_shares(cards)

    @override
    def succeed(self) -> None:
        cards, self._cards = self._cards, None
        if cards is None:
            return
        of = len(cards.texts)
        numbered = list(enumerate(cards.texts, 1))
        pages = {
            f"card-{number}.html": printed.share_card(words, number, of, cards.need)
            for number, words in numbered
        }
        shown = tuple(
            (self.tr("Card {number} of {of}").format(number=number, of=of), words)
            for number, words in numbered
        )
        self.finished.emit(self.tr("The cards open the vault. Give each to another person."))
        self.handed.emit(Handed(shown, pages))


class DecoyForm(KeyForm):
    """Another passphrase that opens another, empty set."""

    def __init__(self, session: Session) -> None:
        self._word = self.tr("DECOY")
        super().__init__(
            session,
            self.tr("Decoy"),
            self.tr(
                "Another passphrase opens another, empty set, for the day when somebody forces you "
                "to unlock. Put harmless things into it. Its limits: the files of the vault are "
                "more, and larger, than the decoy shows, and whoever counts them sees that. If "
                "there is such a set already, everything in it is destroyed, for from inside one "
                "set nobody can know of the other."
            ),
            self.tr("Make the decoy"),
        )

    @override
    def fill(self, column: QVBoxLayout) -> None:
        self.keep = PassphraseField()
        self.fresh = NewPassphrase(self.tr("Passphrase of the decoy"))
        self.word = QLineEdit()
        warning = text(
            self.tr(
                "Do this from the set that you want to keep. A passphrase that opens what you see "
                "now is wanted first: so nobody destroys the real set while the decoy is open."
            ),
            "warn",
        )
        column.addWidget(warning)
        column.addWidget(label_for(self.tr("Passphrase of what you see now"), self.keep))
        column.addWidget(self.keep)
        column.addWidget(self.fresh)
        words = self.tr("Type {word} to go on").format(word=self._word)
        column.addWidget(label_for(words, self.word))
        column.addWidget(self.word)

    @override
    def missing(self) -> str:
        if not self.keep.text():
            return self.tr("Type the passphrase of what you see now.")
        if self.word.text().strip() != self._word:
            return self.tr("Type {word} in the last field to go on.").format(word=self._word)
        return self.fresh.missing()

    @override
    def change(self) -> Change:
        keep, new = self.keep.take(), self.fresh.take()
        self.word.clear()
        return lambda vault: vault.make_decoy(new, keep=keep)

    @override
    def succeed(self) -> None:
        self.finished.emit(self.tr("The second passphrase opens another, empty set."))

    @override
    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, WrongPassphrase):
            self.problem.say(
                "danger",
                self.tr("This passphrase does not open what you see now."),
                self.tr("You may be in the other set. Nothing was changed."),
            )
            self.keep.say_wrong()
            return
        super()._on_failed(error)


FORMS = (AddForm, ChangeForm, RecoveryForm, SharesForm, DecoyForm)
