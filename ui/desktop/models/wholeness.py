"""Whether the vault is as it was left: what opening mended, and what is looked at afterwards."""

from PySide6.QtCore import QObject, Signal

from ui import words
from ui.desktop.jobs import Tell, Tick
from ui.desktop.session import Session
from ui.desktop.translating import translate


class Wholeness(QObject):
    """Asks the vault, and says what a person should know."""

    said = Signal(str, str, str)
    """The tone of a notice, what happened, and what can be done."""
    failed = Signal(object)
    """Why it could not be looked at."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def say_mended(self) -> None:
        """Say what opening the vault had to set right."""
        mended = [words.finding(one.code) for one in self._session.vault.mended]
        if mended:
            found = translate("LibraryPage", "Opening the vault found this.")
            self.said.emit("warn", found, "\n".join(mended))

    def look_through(self) -> None:
        """Go through what opening left for later, and say so if anything is broken."""

        def work(_tick: Tick, _tell: Tell) -> bool:
            return self._session.vault.look_through()

        job = self._session.survey(work)
        job.succeeded.connect(self._on_looked)
        job.failed.connect(self.failed.emit)

    def _on_looked(self, whole: bool) -> None:  # noqa: FBT001 # the shape of Qt's signal
        if not whole:
            self.said.emit(
                "danger",
                translate(
                    "LibraryPage",
                    "Part of the index is damaged. Your photos and videos are not in it.",
                ),
                translate(
                    "LibraryPage",
                    "Lock the vault and unlock it again: the index is then made anew.",
                ),
            )
