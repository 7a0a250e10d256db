"""The items of an open vault: sealed, found, read, and in the end deleted."""

import threading
import weakref
from collections.abc import Sequence
from typing import Any, BinaryIO

from storage.errors import DiskFull, NoSuchItem, VaultClosed
from storage.progress import Tick, silent
from storage.records import Derivative, Json, Original, Provenance, Step, parsed
from storage.vault import nouns, schema
from storage.vault.blobs import BlobFolder
from storage.vault.books import Books, now
from storage.vault.layout import Record
from storage.vault.reader import ChunkReader, buffered
from storage.vault.recovery import sealed_event
from storage.vault.writer import Draft

RESERVE = 16 << 20
"""Bytes that must stay free on the disk beside what is written."""

_PREFIX_MIN = 4
_ID = 32


class Items:
    """What is kept. Its methods may be called from several threads."""

    def __init__(self, books: Books, blobs: BlobFolder) -> None:
        """Take over books and blobs that were found in order."""
        self._lock = threading.RLock()
        self._closed = False
        self._books = books
        self._blobs = blobs
        self._readers: weakref.WeakSet[ChunkReader] = weakref.WeakSet()
        self._drafts: weakref.WeakSet[Draft] = weakref.WeakSet()

    def draft(self, expected: int = 0, *, seekable: bool = False, blob: str | None = None) -> Draft:
        """Begin a new blob of about ``expected`` bytes. Raises DiskFull where it cannot fit.

        A seekable one can be written to as muxers do (``storage/vault/window.py``). Its id is
        random if none is given.
        """
        with self._lock:
            self._opened()
            free = self._blobs.free_space()
            if free < expected + RESERVE:
                raise DiskFull("there is no room for this", needed=expected + RESERVE, free=free)
            draft = self._blobs.create(seekable=seekable, blob=blob)
            self._drafts.add(draft)
            return draft

    def keep_original(self, draft: Draft, kind: str, provenance: Provenance) -> Original:
        """Seal what was written as an original; when this returns it is kept, whatever happens.

        Content that is sealed already is not kept twice: the first original is returned.
        """
        with self._lock:
            self._opened()
            known = self.find(draft.sha256)
            if known is not None:
                draft.discard()
                return known
        record = nouns.original_record(draft.id, kind, draft.size, draft.sha256, provenance)
        self._keep(draft, record)
        return nouns.original(record)

    def keep_derivative(
        self,
        draft: Draft,
        original: str,
        kind: str,
        lossless: bool,  # noqa: FBT001  # a noun's field, like the others
        steps: tuple[Step, ...],
    ) -> Derivative:
        """Seal what was written as a copy made from an original. Raises NoSuchItem."""
        with self._lock:
            self.original(original)
        made = Derivative(
            draft.id, original, kind, draft.size, draft.sha256, now(), lossless, steps
        )
        self._keep(draft, nouns.derivative_record(made))
        return made

    def _keep(
        self,
        draft: Draft,
        record: Record,
        setting: tuple[str, str] | None = None,
        event: tuple[str, str | None, Json] | None = None,
    ) -> None:
        """Complete a blob, without the lock (the disk may be long about it), and list it.

        A setting is kept in the same step. ``event`` stands in the log instead of the usual. Raises
        NoSuchItem for a copy whose original is gone by then.
        """
        try:
            draft.complete(record)
            with self._lock:
                if "original" in record:
                    self.original(record["original"])  # it may have been deleted meanwhile
                with self._opened().step(*(event or sealed_event(record))) as step:
                    step.record(record)
                    if setting is not None:
                        step.fact(*setting)
        except BaseException:
            # Not acknowledged, so not kept; but never take away what the index did commit. After
            # a lock in between it cannot be asked: what is complete is taken back when opened.
            if not self._closed and not self._knows(draft.id):
                draft.discard()
                self._blobs.withdraw(draft.id)
            raise

    def _knows(self, blob: str) -> bool:
        return bool(self._rows("SELECT 1 FROM records WHERE id = ?", blob))

    def find(self, sha256: str) -> Original | None:
        """Return the original with this content, if there is one.

        One whose file is lost or cut short is none: what is offered again is all there is of it.
        """
        found = self._rows(
            "SELECT body FROM records WHERE sha256 = ? AND type = 'original'", sha256
        )
        originals = (nouns.original(parsed(body)) for (body,) in found)
        return next((one for one in originals if self._blobs.reaches(one.id, one.size)), None)

    def originals(self) -> tuple[Original, ...]:
        """Return all originals, in the order in which they were sealed."""
        found = self._rows("SELECT body FROM records WHERE type = 'original' ORDER BY rowid")
        return nouns.originals(body for (body,) in found)

    def original(self, item: str) -> Original:
        """Return one original. Raises NoSuchItem."""
        return nouns.original(self._record(item, "original"))

    def derivatives(self, original: str) -> tuple[Derivative, ...]:
        """Return the copies made from an original, oldest first."""
        found = self._rows("SELECT body FROM records WHERE original = ? ORDER BY rowid", original)
        return tuple(nouns.derivative(parsed(body)) for (body,) in found)

    def derivative(self, item: str) -> Derivative:
        """Return one copy. Raises NoSuchItem."""
        return nouns.derivative(self._record(item, "derivative"))

    def _record(self, item: str, kind: str) -> Record:
        found = self._rows("SELECT body FROM records WHERE id = ? AND type = ?", item, kind)
        if not found:
            raise NoSuchItem("no item has that id")
        record: Record = parsed(found[0][0])
        return record

    def open_blob(self, item: str, *, from_disk: bool = False) -> BinaryIO:
        """Return the plain bytes of an original or a copy as a seekable file object.

        ``from_disk`` has them read from the disk itself, not from what the system remembers of it.
        Reading raises DamagedVault with the chunk's name where they are not what was written.
        """
        with self._lock:
            found = self._rows("SELECT body FROM records WHERE id = ?", item)
            if not found:
                raise NoSuchItem("no item has that id")
            reader = self._blobs.open(item, parsed(found[0][0])["size"])
            self._readers.add(reader)
            if from_disk:
                reader.from_disk()
            return buffered(reader)

    def resolve(self, prefix: str) -> str:
        """Return the id that begins with what a person typed. Raises NoSuchItem."""
        typed = prefix.strip().lower()
        if not _PREFIX_MIN <= len(typed) <= _ID or not set(typed) <= set("0123456789abcdef"):
            raise NoSuchItem("an id is at least four of its first hexadecimal digits")
        found = self._rows("SELECT id FROM records WHERE id >= ? AND id < ?", typed, typed + "g")
        if len(found) != 1:
            raise NoSuchItem("no single item begins with that", matches=len(found))
        return str(found[0][0])

    def delete(self, *items: str, tick: Tick = silent) -> None:
        """Take originals away, their copies and all that was said of them. Raises NoSuchItem.

        The keys are overwritten and the files unlinked; what a flash disk keeps of them stays
        readable for somebody who also has the passphrase. ``tick`` counts originals; those before
        the one that it stops at are gone.
        """
        blobs: list[str] = []
        try:
            for number, item in enumerate(items):
                tick(number, len(items))
                with self._lock:
                    blobs += self._erased(item)
        finally:
            self._forget(blobs)

    def _erased(self, item: str) -> tuple[str, ...]:
        blobs = self.condemn(item)
        for blob in blobs:
            self._blobs.erase(blob)
        return blobs

    def _forget(self, erased: Sequence[str]) -> None:
        """Have the journal hold nothing of what was erased: written anew once, it may be long."""
        if not erased:
            return
        with self._lock:
            self._opened().rewrite_journal()
            with self._opened().step(None) as step:
                for blob in erased:
                    step.change.remove(schema.ERASING, blob)
            self._opened().make_head()

    def condemn(self, item: str) -> tuple[str, ...]:
        """Decide an original's end, and return the ids of its blobs. Raises NoSuchItem.

        The first half of ``delete``, and the shorter: what is not erased by the second is erased
        when the vault is next opened, for nothing in the vault knows it any more.
        """
        with self._lock:
            original = self.original(item)
            blobs = (*(copy.id for copy in self.derivatives(item)), item)
            with self._opened().step("deleted", item, {"sha256": original.sha256}) as step:
                for blob in blobs:
                    step.change.remove(schema.RECORDS, blob)
                    step.change.remove(schema.REPORTS, blob)
                    step.change.put(schema.ERASING, blob)
                step.change.remove(schema.NOTES, item)
                step.part(item, "", "")
        return blobs

    def _rows(self, statement: str, *values: str | int | None) -> list[tuple[Any, ...]]:
        return self._opened().index.rows(statement, *values)

    def _opened(self) -> Books:
        if self._closed:
            raise VaultClosed("the vault is locked")
        return self._books
