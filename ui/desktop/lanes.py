"""The lanes that work beside the window: which there are, and how they come to an end."""

import gc
import sys

from ui.desktop.jobs import Job, Lane, Work

_SETTLE_SECONDS = 2.0
_SWITCH_SECONDS = 0.001
_GARBAGE = (20_000, 50, 1000)


class Lanes:
    """Where jobs run; closed once, at the end, and then no thread of ours is left."""

    def __init__(self) -> None:
        # A worker that is busy in Python holds the window up for this long at each of its steps.
        sys.setswitchinterval(_SWITCH_SECONDS)
        # Going through a library's objects for garbage stops the window for a fifth of a second.
        gc.set_threshold(*_GARBAGE)
        self.writing = Lane("writing")
        self.preparing = Lane("preparing")
        self.index = Lane("index")
        self.air = Lane("receiving")
        self.sending = Lane("sending", threads=2)
        self.playing = Lane("playing")
        self.looking = Lane("looking", threads=2, newest_first=True)
        self.surveying = Lane("surveying")
        self.devices = Lane("devices", newest_first=True)
        self._jobs: set[Job] = set()

    def run(self, lane: Lane, work: Work) -> Job:
        """Queue the work; the job is kept until it has said its last word."""
        job = Job(work)
        self._jobs.add(job)
        job.ended.connect(lambda: self._jobs.discard(job))
        return lane.submit(job)

    def settle(self) -> None:
        """Let the notes that were just typed reach the vault; that is a matter of milliseconds."""
        self.index.drain(_SETTLE_SECONDS)

    def close(self) -> None:
        """Let notes be kept, cancel everything else and wait for it."""
        self.settle()
        self.air.close()
        self.sending.close()
        for lane in (
            self.playing,
            self.looking,
            self.surveying,
            self.devices,
            self.index,
            self.preparing,
            self.writing,
        ):
            lane.close()
        for job in self._jobs:
            job.mute()
        self._jobs.clear()
