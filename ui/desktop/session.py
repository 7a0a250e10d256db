"""The open vault, the confined children, and the work that the window asks of both.

A session begins when a vault is unlocked and ends with the process (``ui/desktop/process.py``).
"""

import time

from PySide6.QtCore import QObject, Signal

from capture.intake import Import, Standing, Taken, Watch
from capture.isolate import MediaPool
from storage.evidence import EvidenceRecord
from storage.vault import Vault
from ui.desktop.jobs import Job, Tell, Tick, Work
from ui.desktop.lanes import Lanes

_TOLD_SECONDS = 0.1


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

    def __init__(self, vault: Vault, lanes: Lanes) -> None:
        super().__init__()
        self.vault = vault
        self.pool = MediaPool()
        self.lanes = lanes

    def run_import(self, work: Import) -> Job:
        """Seal what was added to an import, after what is under way.

        The job tells a Taken as each file ends, and a Standing now and then.
        """

        def run(tick: Tick, tell: Tell) -> tuple[Taken, ...]:
            return work.run(_watching(tick, tell), tell)

        job = self.write(run)
        job.told.connect(self._on_told)
        return job

    def prepare(self, work: Work) -> Job:
        """Examine and clean what is sealed, beside everything else.

        The job tells a Taken as each original ends.
        """
        job = self.lanes.run(self.lanes.preparing, work)
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
