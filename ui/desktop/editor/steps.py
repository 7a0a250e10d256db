"""What a person has decided so far about one file, step by step, and the way back from each step.

A step holds the whole of what was decided before it and after.
"""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

_MOVES = 1
Work = TypeVar("Work")
"""All that was decided, as one value."""


class Step(QUndoCommand, Generic[Work]):
    """Takes a draft from one work to the next; steps of ``moving`` one thing melt into one."""

    def __init__(
        self, draft: Stepwise[Work], words: str, after: Work, moving: int | None = None
    ) -> None:
        super().__init__(words)
        self._draft = draft
        self.before = draft.work
        self.after = after
        self.moving = moving

    @override
    def redo(self) -> None:
        self._draft.become(self.after)

    @override
    def undo(self) -> None:
        self._draft.become(self.before)

    @override
    def id(self) -> int:
        return _MOVES if self.moving is not None else -1

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Step) or other.moving != self.moving:
            return False
        if other.text() != self.text():
            return False
        self.after = other.after
        return True


class Stepwise(QObject, Generic[Work]):
    """A file under the hands of a person: what was decided, as steps, and what is selected.

    A subclass says in ``_work`` what was decided when it begins.
    """

    changed = Signal()
    """What was decided may be another now."""
    picked = Signal()
    """Something else is selected, or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.undo = QUndoStack(self)
        self._work: Work
        self._next = 1
        self._selected: int | None = None

    @property
    def work(self) -> Work:
        """What was decided."""
        return self._work

    def select(self, one: int | None) -> None:
        """Work on what has this id."""
        if one != self._selected:
            self._selected = one
            self.picked.emit()

    def do(self, words: str, work: Work, moving: int | None = None) -> None:
        """Make a step that can be undone; steps of ``moving`` one thing melt into one."""
        if work != self._work:
            self.undo.push(Step(self, words, work, moving))

    def become(self, work: Work) -> None:
        """Be as this says; only a step calls it."""
        self._work = work
        self.changed.emit()
        if self._selected is not None:
            self.picked.emit()

    def fresh_id(self) -> int:
        """Return an id that nothing here has had."""
        self._next += 1
        return self._next - 1
