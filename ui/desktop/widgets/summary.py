"""What became of an import: how many were sealed, and by name what was not, and why."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from capture.intake import Status, Taken
from ui import words
from ui.desktop import phrases
from ui.desktop.widgets.outcome import Outcome


class Summary(Outcome):
    """Hidden until imports ended; several imports in a row are told together."""

    def __init__(self) -> None:
        listed = QCoreApplication.translate("Summary", "Files that need your attention")
        super().__init__(listed)
        self._all: list[Taken] = []
        self._prepared: dict[str, Taken] = {}
        self._free = False

    @override
    def dismiss(self) -> None:
        """Forget the told imports."""
        self._all.clear()
        self._prepared.clear()
        super().dismiss()

    def tell(self, ended: Sequence[Taken], *, free: bool = False) -> None:
        """Add what became of one import; ``free`` where its device may be unplugged now."""
        self._all += ended
        self._free = free and any(taken.original for taken in ended)
        self._show()

    def tell_prepared(self, ended: Sequence[Taken]) -> None:
        """Add how examining and cleaning ended; without an import only what went wrong is said."""
        self._prepared.update((taken.original.id, taken) for taken in ended if taken.original)
        self._free = False
        if self._all or any(taken.error for taken in ended):
            self._show()

    def _show(self) -> None:
        told = (*self._all, *self._prepared.values())
        troubles = [taken for taken in told if taken.error is not None]
        lines = [self._line(taken) for taken in troubles]
        self.say("warn" if troubles else "good", self._counted(), lines)

    def _counted(self) -> str:
        numbers = dict.fromkeys(Status, 0)
        for taken in self._all:
            numbers[taken.status] += 1
        ends = self._prepared.values()
        uncleaned = sum(1 for taken in (*self._all, *ends) if taken.original and taken.error)
        parts = (
            (numbers[Status.SEALED], self.tr("Sealed in the vault: {number}")),
            (numbers[Status.ALREADY_SEALED], self.tr("Already there: {number}")),
            (sum(1 for one in ends if one.cleaned), self.tr("Examined and cleaned: {number}")),
            (uncleaned, self.tr("Without a cleaned copy: {number}")),
            (numbers[Status.REFUSED], self.tr("Not taken: {number}")),
            (numbers[Status.FAILED], self.tr("Failed: {number}")),
        )
        said = [line.format(number=phrases.count(number)) for number, line in parts if number]
        if self._free:
            said.append(self.tr("The device may be unplugged now"))
        return " · ".join(said) if said else self.tr("There was nothing to take in.")

    def _line(self, taken: Taken) -> str:
        name = words.shown(Path(taken.source).name or taken.source, 80)
        if taken.error is None:
            return name
        said = words.sentence(taken.error)
        kept = self.tr("The original is sealed.") if taken.original else ""
        return " ".join(part for part in (f"{name}:", said.what, kept, said.remedy) if part)
