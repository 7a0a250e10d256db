"""Working the queue: each parcel until its outlet has it or says why not.

The parcels of one outlet go one after the other; several outlets are worked at once, so that a
dead one holds up no other.

A try that fails changes nothing but the line of the queue: what passes is tried
again later and later, with a random share in each wait, so that many programs
do not come back at once; what does not pass is held until the person acts.
"""

import secrets
import time
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from storage.errors import OutletRefused, OutletTrouble, StorageError
from storage.outlets import catalog, queue
from storage.outlets.abreast import Beside, Crew
from storage.outlets.base import Outlet
from storage.outlets.known import Known
from storage.outlets.queue import State, Waiting
from storage.outlets.transport import Pace
from storage.progress import Tick, silent
from storage.vault import Vault

_FIRST_WAIT = 30.0
_DOUBLINGS = 12
_OFTEN = 0.1
"""Seconds between what is told of one parcel on its way."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one try: the parcel as it stands now, and the error if there was one."""

    waiting: Waiting
    error: StorageError | None = None


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told of the work, and asked about it.

    ``began`` names a parcel that is about to be tried, and ``moved`` says how far it is; both and
    ``tick``, which gets the sum of all that are under way, are called in the thread that asked for
    the work, and what ``tick`` raises ends it. ``chosen`` is asked before a parcel is tried and
    while it is, from any thread: what is no longer chosen is left as it stands. ``gate`` raises
    StorageError for a parcel that may not leave, in whichever thread works at it. Where it
    ``stays``, what becomes due while something is under way is begun beside it.
    """

    tick: Tick = silent
    began: Callable[[Waiting], None] = lambda _waiting: None
    moved: Callable[[Waiting, int, int], None] = lambda _waiting, _done, _total: None
    chosen: Callable[[Waiting], bool] = lambda _waiting: True
    gate: Callable[[Waiting, Known], None] = lambda _waiting, _outlet: None
    stays: bool = False


NOBODY = Watch()
"""Hears nothing, and has everything sent."""


def work(vault: Vault, watch: Watch = NOBODY, pace: Pace | None = None) -> Iterator[Tried]:
    """Try every parcel that is due and chosen, and give what became of each try.

    What ``tick`` raises ends the work; a parcel under way then stays as it is, with what its
    outlet remembers of it.
    """
    lines = _due(vault, watch, ())
    if len(lines) == 1 and not watch.stays:
        for line in lines.values():
            yield from _line(vault, line, watch, pace)
    elif lines:
        yield from _Abreast(vault, watch, pace).work()


def _due(vault: Vault, watch: Watch, without: Container[str]) -> dict[str, list[Waiting]]:
    """Return what is due, by outlet."""
    lines: dict[str, list[Waiting]] = {}
    for waiting in queue.queued(vault):
        if waiting.outlet not in without and _is_due(waiting, watch):
            lines.setdefault(waiting.outlet, []).append(waiting)
    return lines


class _Abreast:
    """Works several outlets at once, each in a thread of its own."""

    def __init__(self, vault: Vault, watch: Watch, pace: Pace | None) -> None:
        self._vault, self._watch, self._pace = vault, watch, pace
        self._under_way: set[str] = set()
        self._has_looked = False

    def work(self) -> Iterator[Tried]:
        """Work until nothing is under way any more."""
        crew: Crew[Tried] = Crew()
        yield from crew.results(self._more, self._watch.tick)

    def _more(self) -> list[Callable[[Beside], Iterator[Tried]]]:
        """Return a piece of work for each outlet that has something due and is not worked yet."""
        if self._has_looked and not self._watch.stays:
            return []
        self._has_looked = True
        lines = _due(self._vault, self._watch, self._under_way)
        self._under_way |= lines.keys()
        return [partial(self._worked, outlet, line) for outlet, line in lines.items()]

    def _worked(self, outlet: str, line: list[Waiting], beside: Beside) -> Iterator[Tried]:
        told = [0.0]

        def moved(waiting: Waiting, done: int, total: int) -> None:
            if (now := time.monotonic()) > told[0] + _OFTEN:
                told[0] = now
                beside.call(partial(self._watch.moved, waiting, done, total))

        def began(waiting: Waiting) -> None:
            beside.call(partial(self._watch.began, waiting))

        here = replace(self._watch, tick=beside.tick, began=began, moved=moved)
        try:
            yield from _line(self._vault, line, here, self._pace)
        finally:
            self._under_way.discard(outlet)


def _line(vault: Vault, line: list[Waiting], watch: Watch, pace: Pace | None) -> Iterator[Tried]:
    """Try the parcels of one outlet, one after the other."""
    for queued in line:
        waiting = queue.current(vault, queued.id)  # others were tried since the queue was read
        if waiting is not None and _is_due(waiting, watch):
            watch.began(waiting)
            yield _try(vault, waiting, pace, watch)


def _is_due(waiting: Waiting, watch: Watch) -> bool:
    is_waiting = waiting.state is State.WAITING and waiting.due <= datetime.now(UTC)
    return is_waiting and watch.chosen(waiting)


def next_due(vault: Vault) -> float | None:
    """Return in how many seconds the next parcel is due; None where none waits."""
    waits = [one.due for one in queue.queued(vault) if one.state is State.WAITING]
    if not waits:
        return None
    return max(0.0, (min(waits) - datetime.now(UTC)).total_seconds())


def take_back(vault: Vault, waiting: Waiting) -> OutletTrouble | None:
    """Have an outlet forget what cut tries left there; return what kept it from that."""
    if not waiting.notes:
        return None
    try:
        known = queue.outlet_of(vault, waiting)
        with catalog.opened(known.card, known.route) as outlet:
            outlet.forget(queue.parcel_of(vault, waiting), queue.Kept(vault, waiting))
    except OutletTrouble as error:
        return error
    except StorageError:  # the outlet is no longer known: there is nobody to ask
        return None
    return None


def _try(vault: Vault, waiting: Waiting, pace: Pace | None, watch: Watch) -> Tried:
    memo = queue.Kept(vault, waiting)
    furthest = _Furthest(waiting, watch)
    try:
        known = queue.outlet_of(vault, waiting)
        queue.check(vault, waiting, known)
        watch.gate(waiting, known)
        with catalog.opened(known.card, known.route, pace) as outlet:
            if not waiting.notes:
                _check_room(outlet, waiting, furthest.wait)
            receipt = outlet.send(queue.parcel_of(vault, memo.waiting), memo, furthest)
    except _Left:
        return Tried(queue.current(vault, waiting.id) or memo.waiting)
    except StorageError as error:
        return Tried(_kept(vault, memo.waiting, error, moved=furthest.moved), error)
    return Tried(queue.finish(vault, memo.waiting, receipt))


def _check_room(outlet: Outlet, waiting: Waiting, tick: Tick) -> None:
    """Compare the size with what the outlet says of its limits, before the first byte."""
    limits = outlet.ask(tick)
    if limits.largest is not None and waiting.size > limits.largest:
        raise OutletRefused(reason="too-large", size=waiting.size, largest=limits.largest)
    if limits.free is not None and waiting.size > limits.free:
        raise OutletRefused(reason="no-room", size=waiting.size, free=limits.free)


class _Left(BaseException):
    """Ends the try of a parcel that is no longer chosen."""


class _Furthest:
    """Notes whether a try brought bytes over, so that a slow line is not taken for a dead one."""

    def __init__(self, waiting: Waiting, watch: Watch) -> None:
        self._waiting, self._watch = waiting, watch
        self._first: int | None = None
        self._last = (0, waiting.size)
        self.moved = False

    def __call__(self, done: int, total: int) -> None:
        if total:  # else it is only waited for
            self._first = done if self._first is None else self._first
            self.moved = self.moved or done > self._first
            self._last = (done, total)
            self._watch.moved(self._waiting, done, total)
        self.wait(done, total)

    def wait(self, _done: int, _total: int) -> None:
        """Tell how far it was, while something else than the parcel moves."""
        if not self._watch.chosen(self._waiting):
            raise _Left
        self._watch.tick(*self._last)


def _kept(vault: Vault, waiting: Waiting, error: StorageError, *, moved: bool) -> Waiting:
    reason = f"{error.code}:{error.facts.get('reason', '')}".rstrip(":")
    if not (isinstance(error, OutletTrouble) and error.passing):
        return queue.hold(vault, waiting, reason)
    return queue.again(vault, waiting, reason, wait(0 if moved else waiting.tries))


def wait(tries: int) -> float:
    """Return how many seconds to wait after so many tries: doubled each time, half of it chance."""
    longest = min(queue.LONGEST_WAIT.total_seconds(), _FIRST_WAIT * 2.0 ** min(tries, _DOUBLINGS))
    return longest / 2 + longest / 2 * secrets.randbelow(1001) / 1000
