"""Working the queue: one parcel after the other, each until its outlet has it or says why not.

A try that fails changes nothing but the line of the queue: what passes is tried
again later and later, with a random share in each wait, so that many programs
do not come back at once; what does not pass is held until the person acts.
"""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from storage.errors import BadAddress, BadCard, OutletRefused, OutletTrouble, StorageError
from storage.outlets import catalog, queue
from storage.outlets.base import Outlet
from storage.outlets.queue import State, Waiting
from storage.outlets.transport import Pace
from storage.progress import Tick, silent
from storage.vault import Vault

_FIRST_WAIT = 30.0
_DOUBLINGS = 12


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one try: the parcel as it stands now, and the error if there was one."""

    waiting: Waiting
    error: StorageError | None = None


def work(
    vault: Vault,
    tick: Tick = silent,
    pace: Pace | None = None,
    chosen: Callable[[Waiting], bool] = lambda _waiting: True,
    began: Callable[[Waiting], None] = lambda _waiting: None,
) -> Iterator[Tried]:
    """Try every parcel that is due and chosen, once each, and give what became of it.

    What ``tick`` raises ends the work; the parcel then stays as it is, with what its outlet
    remembers of it. ``tick`` counts the bytes of the parcel at hand, which ``began`` names.
    """
    for queued in queue.queued(vault):
        waiting = queue.current(vault, queued.id)  # others were tried since the queue was read
        if waiting is None or waiting.state is not State.WAITING or not chosen(waiting):
            continue
        if waiting.due <= datetime.now(UTC):
            began(waiting)
            yield _try(vault, waiting, pace, tick)


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


def _try(vault: Vault, waiting: Waiting, pace: Pace | None, tick: Tick) -> Tried:
    memo = queue.Kept(vault, waiting)
    furthest = _Furthest(tick, waiting.size)
    try:
        known = queue.outlet_of(vault, waiting)
        queue.check(vault, waiting, known)
        with catalog.opened(known.card, known.route, pace) as outlet:
            if not waiting.notes:
                _check_room(outlet, waiting, tick)
            receipt = outlet.send(queue.parcel_of(vault, memo.waiting), memo, furthest)
    except (OutletTrouble, BadAddress, BadCard, StorageError) as error:
        return Tried(_kept(vault, memo.waiting, error, moved=furthest.moved), error)
    return Tried(queue.finish(vault, memo.waiting, receipt))


def _check_room(outlet: Outlet, waiting: Waiting, tick: Tick) -> None:
    """Compare the size with what the outlet says of its limits, before the first byte."""
    limits = outlet.ask(lambda _done, _total: tick(0, waiting.size))
    if limits.largest is not None and waiting.size > limits.largest:
        raise OutletRefused(reason="too-large", size=waiting.size, largest=limits.largest)
    if limits.free is not None and waiting.size > limits.free:
        raise OutletRefused(reason="no-room", size=waiting.size, free=limits.free)


class _Furthest:
    """Notes whether a try brought bytes over, so that a slow line is not taken for a dead one."""

    def __init__(self, tick: Tick, size: int) -> None:
        self._tick = tick
        self._first: int | None = None
        self._last = (0, size)
        self.moved = False

    def __call__(self, done: int, total: int) -> None:
        if total:  # else it is only waited for
            self._first = done if self._first is None else self._first
            self.moved = self.moved or done > self._first
            self._last = (done, total)
        self._tick(*self._last)


def _kept(vault: Vault, waiting: Waiting, error: StorageError, *, moved: bool) -> Waiting:
    reason = f"{error.code}:{error.facts.get('reason', '')}".rstrip(":")
    if not (isinstance(error, OutletTrouble) and error.passing):
        return queue.hold(vault, waiting, reason)
    return queue.again(vault, waiting, reason, wait(0 if moved else waiting.tries))


def wait(tries: int) -> float:
    """Return how many seconds to wait after so many tries: doubled each time, half of it chance."""
    longest = min(queue.LONGEST_WAIT.total_seconds(), _FIRST_WAIT * 2.0 ** min(tries, _DOUBLINGS))
    return longest / 2 + longest / 2 * secrets.randbelow(1001) / 1000
