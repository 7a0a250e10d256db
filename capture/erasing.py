"""DOOR: taking away, from a phone or card, what the vault holds byte for byte.

Never done unless it was asked for. For each file: it is read back from the vault's disk, where
every chunk is authenticated, and compared; read once more from its source, and compared;
only then deleted, by its name; and its folder is listed again. Whatever does not fit leaves
the file where it is. The custody log says before each deletion that it is about to be done,
and afterwards what the listing showed.

What a deletion on a device leaves is not in our hands (``ui/words`` says so): albums of
what was deleted, copies in clouds and messengers, thumbnails, remnants in flash memory.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from capture.errors import CaptureError, Unreadable
from capture.progress import Tick
from capture.sources import ahead
from capture.sources.base import Erasing, Incoming
from storage.errors import DamagedVault, StorageError
from storage.records import Original
from storage.vault import Vault

_CHUNK = 1 << 20
_TOGETHER = 32
"""After so many deletions the folder is listed again, though there may be more in it."""


@dataclass(frozen=True, slots=True)
class ToErase:
    """A file at its source and the original that is sealed of it."""

    offered: Incoming
    original: Original


@dataclass(frozen=True, slots=True)
class Erased:
    """What became of one file at its source: it is gone, or ``error`` says why it was left."""

    source: str
    original: Original
    error: CaptureError | StorageError | None = None


Told = Callable[[Erased], None]


def erase_at_source(
    vault: Vault, files: Sequence[ToErase], tick: Tick, told: Told
) -> tuple[Erased, ...]:
    """Delete the files that are byte for byte what the vault holds, each checked by itself.

    ``tick`` counts bytes, of the vault's copy and of the source's; ``told`` hears each file's end.
    A cancel, between two files or in one, leaves what was not deleted yet; what was is listed
    again and stands in the custody log.
    """
    work = _Erasing(vault, tick, 2 * sum(one.original.size for one in files))
    ended: list[Erased] = []
    for batch in _batches(files):
        ended += work.batch(batch, told)
    return tuple(ended)


def _batches(files: Iterable[ToErase]) -> Iterator[list[ToErase]]:
    """Give files of one folder together, a few at a time."""
    batch: list[ToErase] = []
    for one in files:
        if batch and (one.offered.folder != batch[0].offered.folder or len(batch) == _TOGETHER):
            yield batch
            batch = []
        batch.append(one)
    if batch:
        yield batch


class _Erasing:
    """One run over all the files; it knows how many bytes were gone through."""

    def __init__(self, vault: Vault, tick: Tick, total: int) -> None:
        self._vault = vault
        self._tick = tick
        self._total = total
        self._done = 0

    def batch(self, files: Sequence[ToErase], told: Told) -> list[Erased]:
        """Delete what may be, then list the folder again and tell; also where a cancel comes."""
        asked: list[Callable[[], Erased]] = []
        ended: list[Erased] = []
        try:
            for one in files:
                erasing, error = self._compared(one)
                if erasing is None:
                    asked.append(partial(self._left, one, error))
                else:
                    asked.append(partial(self._listed, one, erasing, self._delete(erasing)))
        finally:
            for answer in asked:
                ended.append(answer())
                told(ended[-1])
        return ended

    def _compared(self, one: ToErase) -> tuple[Erasing | None, CaptureError | StorageError]:
        """Return the way to delete a file that may be, otherwise why it may not."""
        start = self._done
        error: CaptureError | StorageError = Unreadable(reason="not-erasable")
        try:
            if one.offered.erasing is not None:
                self._check(one)
                self._vault.log("erasing at source", one.original.id, _facts(one))
                return one.offered.erasing, error
        except (CaptureError, StorageError) as found:
            error = found
        finally:
            self._done = start + 2 * one.original.size
        return None, error

    def _check(self, one: ToErase) -> None:
        """Read both, and compare. Raises where anything differs or cannot be read."""
        if one.offered.size != one.original.size:
            raise Unreadable(reason="changed")
        if self._digest(self._kept(one.original)) != one.original.sha256:
            raise DamagedVault("the sealed original is not what was sealed", part="item")
        offered = ahead.chunks(one.offered.open, self._waiting)
        if self._digest(offered) != one.original.sha256:
            raise Unreadable(reason="changed")

    def _kept(self, original: Original) -> Iterator[bytes]:
        with self._vault.open_blob(original.id, from_disk=True) as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk

    def _digest(self, chunks: Iterable[bytes]) -> str:
        digest = hashlib.sha256()
        for chunk in chunks:
            digest.update(chunk)
            self._done += len(chunk)
            self._waiting()
        return digest.hexdigest()

    def _waiting(self) -> None:
        self._tick(min(self._done, self._total), self._total)

    def _delete(self, erasing: Erasing) -> CaptureError | None:
        """Ask the source to delete, and return what it answers: the listing tells what is true."""
        try:
            ahead.answer(erasing.erase, _patiently)
        except CaptureError as error:
            return error
        return None

    def _listed(self, one: ToErase, erasing: Erasing, said: CaptureError | None) -> Erased:
        """List the folder again, which no cancel keeps from being done, and write it down."""
        try:
            there = ahead.answer(erasing.there, _patiently)
        except CaptureError as error:
            return self._left(one, said or error)
        if there:
            return self._left(one, said or Unreadable(reason="still-there"))
        return self._logged("erased at source", one, None)

    def _left(self, one: ToErase, error: CaptureError | StorageError) -> Erased:
        return self._logged("left at source", one, error)

    def _logged(
        self, event: str, one: ToErase, error: CaptureError | StorageError | None
    ) -> Erased:
        reason = {} if error is None else {"reason": str(error.facts.get("reason", error.code))}
        try:
            self._vault.log(event, one.original.id, {**_facts(one), **reason})
        except StorageError as unlogged:
            return Erased(one.offered.shown, one.original, error or unlogged)
        return Erased(one.offered.shown, one.original, error)


def _patiently() -> None:
    """Wait: a question that was begun is answered, or given up by itself."""


def _facts(one: ToErase) -> dict[str, str | int]:
    return {
        "name": one.offered.name,
        "size": one.original.size,
        "sha256": one.original.sha256,
    }
