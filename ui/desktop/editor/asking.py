"""Asking the core, in lanes, about what is edited: an answer counts only while it is still that."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.desktop.jobs import Job, Work
from ui.desktop.session import Session


class Asking(QObject):
    """What is asked about one item at a time; answers come in the window's thread."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._item = ""
        self._jobs: list[Job] = []

    def stop(self) -> None:
        """Give up everything that is asked for."""
        for job in self._jobs:
            job.cancel()
        self._item = ""

    def _run(
        self,
        lane: Callable[[Work], Job],
        asked: Work,
        done: Callable[[object], object],
        failed: Callable[[object], object],
    ) -> Job:
        """Run a job, and pass on how it ends if its item is still the one that is edited."""
        item = self._item

        def if_still(answer: Callable[[object], object], value: object) -> None:
            if item == self._item:
                answer(value)

        job = lane(asked)
        self._jobs.append(job)
        job.succeeded.connect(lambda value: if_still(done, value))
        job.failed.connect(lambda error: if_still(failed, error))
        job.ended.connect(lambda: self._jobs.remove(job))
        return job
