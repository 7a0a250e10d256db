"""The open vault, the confined children and the lanes that work for the window.

A session begins when a vault is unlocked and ends with the process: the only
honest lock is to end the process that held the keys, because copies of a
passphrase and a key stay in its memory whatever it overwrites. ``lock`` starts
a new Firsthand, which knows nothing of this one, and leaves at once.
"""

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from capture.intake import Import, Standing, Taken, Watch
from capture.isolate import MediaPool
from storage.evidence import EvidenceRecord
from storage.vault import Vault
from ui.desktop.jobs import Job, Lane, Tell, Tick, Work

DEFAULT_FOLDER = "Firsthand"
_SETTLE_SECONDS = 2.0
_TOLD_SECONDS = 0.1
_SWITCH_SECONDS = 0.001
_GARBAGE = (20_000, 50, 1000)
_TO_FINISH = "FIRSTHAND_WIPED"
"""Environment: a vault whose keys were destroyed; the next process takes its files away."""


def default_folder() -> Path:
    """Where a vault is suggested and looked for. Nothing about another place is remembered."""
    return Path.home() / DEFAULT_FOLDER


class Lanes:
    """Where jobs run; closed once, at the end, and then no thread of ours is left."""

    def __init__(self) -> None:
        # A worker that is busy in Python holds the window up for this long at each of its steps.
        sys.setswitchinterval(_SWITCH_SECONDS)
        # Going through a library's objects for garbage stops the window for a fifth of a second.
        gc.set_threshold(*_GARBAGE)
        self.writing = Lane("writing")
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
            self.writing,
        ):
            lane.close()
        for job in self._jobs:
            job.mute()
        self._jobs.clear()


@dataclass(frozen=True, slots=True)
class Lost:
    """A note that could not be kept: the item, and why."""

    item: str
    error: BaseException


class Session(QObject):
    """What the pages share once a vault is open."""

    taken = Signal(object)
    """A Taken, as each file of an import ends."""
    changed = Signal(str)
    """The id of an item about which more is known now."""
    regrouped = Signal(str)
    """The id of an item whose parts are others now."""
    noted = Signal(str)
    """The id of an item of which a person says something else now."""

    def __init__(self, vault: Vault, pool: MediaPool, lanes: Lanes) -> None:
        super().__init__()
        self.vault = vault
        self.pool = pool
        self.lanes = lanes

    def run_import(self, work: Import) -> Job:
        """Seal, examine and clean what was added to an import, after what is under way.

        The job tells a Taken as each file ends, and a Standing now and then.
        """

        def run(tick: Tick, tell: Tell) -> tuple[Taken, ...]:
            return work.run(_watching(tick, tell), tell)

        job = self.write(run)
        job.told.connect(self._on_told)
        return job

    def note(self, item: str, values: dict[str, str]) -> Job:
        """Keep what a person says of an item; succeeds with the EvidenceRecord."""

        def work(_tick: Tick, _tell: Tell) -> EvidenceRecord:
            return self.vault.note(item, values)

        job = self.ask(work)
        job.succeeded.connect(lambda _record: self.noted.emit(item))
        return job

    def write(self, work: Work) -> Job:
        """Run long vault writing: one after another."""
        return self.lanes.run(self.lanes.writing, work)

    def ask(self, work: Work) -> Job:
        """Run a short reading or writing of the index, beside a long import."""
        return self.lanes.run(self.lanes.index, work)

    def send(self, work: Work) -> Job:
        """Speak with an outlet, beside everything else: a line may be slow."""
        return self.lanes.run(self.lanes.sending, work)

    def receive(self, work: Work) -> Job:
        """Receive from a phone for as long as that was chosen, beside everything else."""
        return self.lanes.run(self.lanes.air, work)

    def look(self, work: Work) -> Job:
        """Decode something for the screen; the last asked comes first."""
        return self.lanes.run(self.lanes.looking, work)

    def survey(self, work: Work) -> Job:
        """Read much of the vault, beside everything else."""
        return self.lanes.run(self.lanes.surveying, work)

    def reach(self, work: Work) -> Job:
        """Ask something of a device, which does one thing at a time; the last asked comes first."""
        return self.lanes.run(self.lanes.devices, work)

    def play(self, work: Work) -> Job:
        """Decode a video for as long as somebody watches it; one at a time."""
        return self.lanes.run(self.lanes.playing, work)

    def close(self) -> None:
        """End the children and close the vault; the lanes must be closed before."""
        self.pool.close()
        self.vault.close()

    def _on_told(self, said: object) -> None:
        if isinstance(said, Taken):
            self.taken.emit(said)
            if said.original is not None:
                self.changed.emit(said.original.id)


def _watching(tick: Tick, tell: Tell) -> Watch:
    """Return what an import is watched by: every step may stop it, and some are told of."""
    told = 0.0

    def watch(standing: Standing) -> None:
        nonlocal told
        tick(standing.done, standing.total)
        if time.monotonic() - told >= _TOLD_SECONDS:
            told = time.monotonic()
            tell(standing)

    return watch


def to_finish() -> Path | None:
    """Return the vault that the process before this one has wiped, if it did; asked once."""
    named = os.environ.pop(_TO_FINISH, "")
    return Path(named) if named else None


def lock(
    command: Sequence[str] | None = None,
    leave: Callable[[int], object] = os._exit,
    wiped: Path | None = None,
) -> None:
    """Start a new Firsthand that knows nothing, and end this process without looking back.

    Work under way is cut off like by a pulled plug, which the vault is built for: what was
    reported as sealed stays sealed. The children end when their pipes close. A vault that was
    wiped is named to the new one, which has no keys, to take the files away.
    """
    told = {} if wiped is None else {_TO_FINISH: str(wiped)}
    subprocess.Popen(
        command or [sys.executable, *sys.orig_argv[1:]],
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, **told},
    )
    leave(0)
