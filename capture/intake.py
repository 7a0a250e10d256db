"""DOOR: from the files that sources offer to sealed originals, examined and cleaned.

All originals are sealed before the first is examined: the cable may be pulled,
and what is sealed is not lost. One file's trouble is that file's alone; the
rest of the import goes on, and each ends with one answer. More sources may be
added while an import runs: they are sealed before anything more is examined.
"""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from capture.errors import CaptureError
from capture.isolate import MediaPool
from capture.preparing import prepare_all, try_again, waiting
from capture.progress import Tick, Together
from capture.sealing import Sealer, Sealing, Status, Taken, Told, seal_one
from capture.sources import ahead
from capture.sources.base import About, Incoming, Skipped, Source
from capture.sources.groups import sidecars
from capture.sources.returning import Returning
from capture.standing import Count, Phase, Standing
from capture.together import note, noted, put_together
from storage.vault import Vault

__all__ = [
    "Import",
    "Phase",
    "Standing",
    "Status",
    "Taken",
    "Told",
    "examine",
    "listed",
    "seal_one",
    "take_in",
]

_BETWEEN_TICKS = 64
_LOOK = 0.2


Watch = Callable[[Standing], None]


def take_in(
    vault: Vault,
    pool: MediaPool,
    source: Source,
    tick: Tick,
    told: Told,
    *,
    keep_device: bool = False,
    patience: float = 0.0,
) -> tuple[Taken, ...]:
    """Seal every photo and video that a source offers, then examine and clean each.

    ``tick`` counts bytes twice, once sealed and once examined; ``told`` hears each file's end.
    ``keep_device`` has the device's name kept with what came from it. ``patience`` is how many
    seconds a source that goes away is waited for. Errors of single files are in their ``Taken``. A
    cancel leaves what is sealed sealed. Raises Unreadable where the source as a whole cannot be
    reached.
    """
    work = Import(vault, pool, keep_device=keep_device, patience=patience)
    work.add(source)
    ended = work.run(lambda standing: tick(standing.done, standing.total), told)
    if work.unreached:
        raise work.unreached[0]
    return ended


class Import:
    """Sources that are taken in one after the other, in the order in which they were added.

    ``seal_only`` leaves the second round to ``preparing.Preparing``, now or another time.
    ``patience`` is how many seconds a source that goes away in the middle is waited for.
    """

    def __init__(
        self,
        vault: Vault,
        pool: MediaPool,
        *,
        keep_device: bool = False,
        seal_only: bool = False,
        patience: float = 0.0,
    ) -> None:
        self._vault = vault
        self._pool = pool
        self._keep_device = keep_device
        self._seal_only = seal_only
        self._patience = patience
        self._lock = threading.Lock()
        self._released = threading.Event()
        self._released.set()
        self._sources: deque[Source] = deque()
        self._taken: list[Taken] = []
        self._examined = 0
        self._notes: tuple[str, ...] = ()
        self._count = Count()
        self.unreached: list[CaptureError] = []

    def add(self, source: Source) -> None:
        """Have a source taken in, too, after those that were added before; from any thread."""
        with self._lock:
            self._sources.append(source)

    def hold(self) -> None:
        """Have ``run`` wait for more sources, once it is through, until ``release``."""
        self._released.clear()

    def release(self) -> None:
        """Have ``run`` end once it is through; from any thread."""
        self._released.set()

    @property
    def waiting(self) -> int:
        """How many sources are to come after the one that is read."""
        with self._lock:
            return len(self._sources)

    def run(self, watch: Watch, told: Told) -> tuple[Taken, ...]:
        """Take in all that was added and all that is added meanwhile; return each file's end.

        ``watch`` hears often how far it is, in several threads but never in two at once, and may
        raise to stop. A source that cannot be reached is among ``unreached``; the others go on.
        """
        through = False
        while not through:
            ending = self._released.wait(0)  # asked before whether there is more: it was all added
            source = self._next()
            if source is not None:
                self._reached(source, watch, told)
            elif not self._seal_only and self._examined < len(self._taken):
                self._examine(watch, told)
            else:
                through = ending
                self._idle(watch)
        if not self._seal_only:
            _join(self._vault, self._notes)
        return tuple(self._taken)

    def _reached(self, source: Source, watch: Watch, told: Told) -> None:
        try:
            self._seal(source, watch, told)
        except CaptureError as error:
            self.unreached.append(error)

    def _idle(self, watch: Watch) -> None:
        """Wait a little where more may come."""
        if not self._released.wait(0):
            self._count.begin(Phase.LISTING)
            self._tick(watch)(0, 0)
            self._released.wait(_LOOK)

    def _next(self) -> Source | None:
        with self._lock:
            return self._sources.popleft() if self._sources else None

    def _seal(self, source: Source, watch: Watch, told: Told) -> None:
        """Do the first round over one source."""
        tick = self._tick(watch)
        self._count.begin(Phase.LISTING)
        found = listed(source, tick)
        files = [one for one in found if isinstance(one, Incoming)]
        self._expect(sum(one.size for one in files))
        texts = sidecars(files)
        sealing = Sealing(self._vault, source.about, keep_device=self._keep_device)
        self._count.begin(Phase.SEALING)
        before = len(self._taken)
        kept = Sealer(sealing, Returning(self._patience, self._away(watch)))
        try:
            with kept as sealer:
                for one in found:
                    size = one.size if isinstance(one, Incoming) else 0
                    self._count.file(one.shown, size)
                    for taken in sealer.seal(one, tick, sidecar=one.shown in texts):
                        self._sealed(taken, told)
                    self._count.end(Phase.SEALING, size)
                    tick(0, 0)
                for taken in sealer.rest():
                    self._sealed(taken, told)
        finally:
            self._taken += kept.rest()  # of a cancel: it is sealed, though nobody waited for it
            self._keep_notes(source.about, self._taken[before:])

    def _keep_notes(self, about: About, ended: Sequence[Taken]) -> None:
        """Keep what the second round needs, whoever does it and whenever."""
        self._notes += note(self._vault, about, ended)
        try_again(self._vault, {one.original.id for one in ended if one.original})

    def _away(self, watch: Watch) -> Callable[[], None]:
        """Return what is called while a source is gone."""

        def away() -> None:
            standing = self._count.standing(0, self.waiting)
            watch(replace(standing, phase=Phase.WAITING, seconds_left=None))

        return away

    def _expect(self, size: int) -> None:
        self._count.expect(Phase.SEALING, size)
        if not self._seal_only:
            self._count.expect(Phase.EXAMINING, size)

    def _sealed(self, taken: Taken, told: Told) -> None:
        self._taken.append(taken)
        if taken.original is None and taken.offered is not None and not self._seal_only:
            self._count.end(Phase.EXAMINING, taken.offered.size)  # there is nothing to examine
        if taken.original is None or self._seal_only:
            told(taken)

    def _examine(self, watch: Watch, told: Told) -> None:
        """Do the second round, until all of it is done or another source is there to be sealed."""
        rest = self._taken[self._examined :]
        tick = self._tick(watch)
        self._count.begin(Phase.EXAMINING)
        progress = Together(tick, sum(_size(taken) for taken in rest))
        ended = prepare_all(
            self._vault, self._pool, rest, progress, told, pause=lambda: self.waiting > 0
        )
        self._count.end(Phase.EXAMINING, sum(map(_size, ended)))
        self._taken[self._examined : self._examined + len(ended)] = ended
        self._examined += len(ended)
        tick(0, 0)

    def _tick(self, watch: Watch) -> Tick:
        """Return a tick that counts bytes of the part under way."""
        return lambda done, _total: watch(self._count.standing(done, self.waiting))


def _size(taken: Taken) -> int:
    return taken.original.size if taken.original else 0


def listed(source: Source, tick: Tick) -> tuple[Incoming | Skipped, ...]:
    """Return all that a source offers. Raises Unreadable where it cannot be reached.

    ``tick`` is called with zeros, so that a listing which takes minutes can be stopped.
    """
    found = []
    for number, offered in enumerate(ahead.offered(source, partial(tick, 0, 0))):
        if number % _BETWEEN_TICKS == 0:
            tick(0, 0)
        found.append(offered)
    return tuple(found)


def examine(
    vault: Vault,
    pool: MediaPool,
    about: About,
    sealed: Sequence[Taken],
    tick: Tick,
    *,
    told: Told,
) -> tuple[Taken, ...]:
    """Do the second round alone, over files that ``seal_one`` took as they came.

    ``tick`` counts bytes, ``told`` hears each file's end.
    """
    notes = note(vault, about, sealed)
    progress = Together(tick, sum(map(_size, sealed)))
    for taken in sealed:
        if taken.original is None:
            told(taken)
    ended = prepare_all(vault, pool, sealed, progress, told)
    _join(vault, notes)
    return ended


def _join(vault: Vault, notes: tuple[str, ...]) -> None:
    """Put together what these notes are about, and what earlier imports left, if all is ready."""
    put_together(vault, notes if waiting(vault) else noted(vault))
