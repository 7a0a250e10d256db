"""DOOR: the second round of an import: what was sealed is examined, cleaned and put together.

Several originals at a time, each in a child of its own; one's trouble is that one's alone.
What waits for it is in the vault, so it may be stopped at any moment, and goes on in another
process (``Preparing``). An original that could not be cleaned is not tried again by itself, until
another version of the program may know better.
"""

import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial

from capture import clips, derive, together
from capture.errors import CaptureError
from capture.isolate import MediaPool
from capture.progress import Tick, Together
from capture.sealing import Status, Taken, Told, bare
from capture.sources.groups import SIDECAR
from storage.errors import NoSuchItem, StorageError
from storage.evidence import TOOL
from storage.records import Derivative, Original
from storage.vault import Vault

_TRIED = "tried:"
_LOOK = 0.2


def waiting(vault: Vault) -> tuple[Original, ...]:
    """Return the originals that are still to be examined and cleaned, in the order of sealing."""
    tried = {name for name, version in vault.settings(_TRIED).items() if version == TOOL}
    return tuple(
        one for one in vault.uncopied() if one.kind != SIDECAR and f"{_TRIED}{one.id}" not in tried
    )


def try_again(vault: Vault, items: Collection[str] | None = None) -> None:
    """Have those wait again that could not be cleaned: all, or those of these ids."""
    for name in vault.settings(_TRIED):
        if items is None or name.removeprefix(_TRIED) in items:
            vault.keep_setting(name, "")


class _UnderWay:
    """Which originals are being prepared: where two meet at one, it is done once."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._items: set[str] = set()

    @contextmanager
    def alone(self, item: str, tick: Tick) -> Iterator[None]:
        """Wait until nobody else prepares this, and keep others waiting; ``tick`` may raise."""
        with self._changed:
            while item in self._items:
                tick(0, 0)
                self._changed.wait(_LOOK)
            self._items.add(item)
        try:
            yield
        finally:
            with self._changed:
                self._items.discard(item)
                self._changed.notify_all()


_under_way = _UnderWay()


class Preparing:
    """The second round over all that waits for it, and for what is sealed meanwhile.

    While it is held it begins with nothing more: what is sealed meanwhile is sealed faster.
    """

    def __init__(self, vault: Vault, pool: MediaPool) -> None:
        self._vault = vault
        self._pool = pool
        self._free = threading.Event()
        self._free.set()
        self.joined: tuple[str, ...] = ()
        """The ids of the originals that have got parts."""

    def hold(self) -> None:
        """Begin with nothing more until ``release``; from any thread."""
        self._free.clear()

    def release(self) -> None:
        """Go on; from any thread."""
        self._free.set()

    def run(self, tick: Tick, told: Told) -> tuple[Taken, ...]:
        """Prepare all that waits, put together what belongs together, return how each ended.

        ``tick`` counts bytes of the originals, whose total grows where more is sealed; it may raise
        to stop: what was prepared is kept, and the rest waits. ``told`` hears each one's end.
        """
        ended: dict[str, Taken] = {}
        while True:
            self._wait(tick)
            notes = together.noted(self._vault)
            rest = [one for one in waiting(self._vault) if one.id not in ended]
            if not rest and self._free.is_set():
                self.joined = together.put_together(self._vault, notes)
                return tuple(ended.values())
            done = sum(one.original.size for one in ended.values() if one.original)
            for taken in self._some(rest, done, tick, told):
                if taken.original:
                    ended[taken.original.id] = taken

    def _some(
        self, rest: Sequence[Original], done: int, tick: Tick, told: Told
    ) -> tuple[Taken, ...]:
        """Prepare these, or the first of them where it is held meanwhile."""
        total = done + sum(one.size for one in rest)
        progress = Together(lambda now, _all: tick(done + now, total), total - done)
        sealed = [Taken(one.provenance.name, Status.ALREADY_SEALED, one) for one in rest]
        held = lambda: not self._free.is_set()  # noqa: E731 # a question, asked often
        return prepare_all(self._vault, self._pool, sealed, progress, told, pause=held)

    def _wait(self, tick: Tick) -> None:
        while not self._free.wait(_LOOK):
            tick(0, 0)


def prepare_all(
    vault: Vault,
    pool: MediaPool,
    sealed: Sequence[Taken],
    progress: Together,
    told: Told,
    *,
    pause: Callable[[], bool] = lambda: False,
) -> tuple[Taken, ...]:
    """Examine and clean every original once, several at a time; ``told`` hears them in order.

    ``progress`` counts each as the part of its place in ``sealed``, after as many other parts.
    Once ``pause`` says so no more are begun, and only the first of them are returned.
    """
    futures: dict[str, Future[_Prepared]] = {}
    ended: list[Taken] = []
    with ThreadPoolExecutor(pool.workers) as threads:
        for number, taken in enumerate(sealed, len(sealed)):
            original = taken.original
            if original is not None and original.id not in futures:
                tick = progress.part(number, original.size)
                futures[original.id] = threads.submit(_prepared, vault, pool, original, tick)
        try:
            for number, taken in enumerate(sealed, len(sealed)):
                if pause() and taken.original and futures[taken.original.id].cancel():
                    break
                ended.append(_ended(taken, number, futures, progress, told))
        finally:
            for future in futures.values():
                future.cancel()
    return tuple(ended)


_Prepared = tuple[Derivative | None, CaptureError | StorageError | None]


def _prepared(vault: Vault, pool: MediaPool, original: Original, tick: Tick) -> _Prepared:
    if original.kind == SIDECAR:
        return None, None  # a text about a medium: it is kept, never shown and never let out
    with _under_way.alone(original.id, tick):
        return _prepared_alone(vault, pool, original, tick)


def _prepared_alone(vault: Vault, pool: MediaPool, original: Original, tick: Tick) -> _Prepared:
    existing = vault.derivatives(original.id)
    try:
        cleaned = existing[0] if existing else derive.prepare(vault, pool, original.id, tick)
        film = clips.take_out(vault, pool, original)
    except CaptureError as error:
        with suppress(StorageError):  # where there is no room for that, it is tried again one day
            vault.keep_setting(f"{_TRIED}{original.id}", TOOL)
        return None, bare(error)
    except NoSuchItem:
        return None, None  # somebody has deleted it meanwhile
    except StorageError as error:
        return None, bare(error)
    if film is not None:
        _prepared(vault, pool, film, lambda *_: tick(original.size, original.size))
    return cleaned, None


def _ended(
    taken: Taken,
    number: int,
    futures: Mapping[str, Future[_Prepared]],
    progress: Together,
    told: Told,
) -> Taken:
    if taken.original is None:
        return taken
    cleaned, error = futures[taken.original.id].result()
    done = replace(taken, cleaned=cleaned, error=error)
    progress.end(number, taken.original.size, partial(told, done))
    return done
