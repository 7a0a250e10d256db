"""One step of editing: the whole of what was decided before it and after, and the way back."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

_MOVES = 1
Work = TypeVar("Work")


class Becoming(Protocol[Work]):
    """What is edited: it has its work, and can be as another work says."""

    @property
    def work(self) -> Work:
        """What was decided."""

    def become(self, work: Work) -> None:
        """Be as this says; only a step calls it."""


class Step(QUndoCommand, Generic[Work]):
    """Takes a draft from one work to the next; steps of ``moving`` one thing melt into one."""

    def __init__(
        self, draft: Becoming[Work], words: str, after: Work, moving: int | None = None
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
