"""The books of one set of items: index, head, journal and custody log, moved together.

One step is: rows and their custody entry in one transaction of the index, then
a frame of the journal, then the head. A crash leaves the index one step ahead
of the head, which opening knows from tampering because the index names the
digest it started from. Once the index has it, a step is done: a head or a
journal that could not follow is brought up before the next step begins.
"""

import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from storage import custody
from storage.errors import DamagedVault, StorageError
from storage.records import CustodyEntry, Json, canonical, parsed
from storage.vault import head, journal, schema
from storage.vault.index import Change, Index
from storage.vault.journal import Frame, Journal
from storage.vault.keys import MasterKey

INDEX, HEAD, JOURNAL = "index.db", "head", "journal"


def now() -> str:
    """Return this moment as records spell it: UTC, whole seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Step:
    """What one step changes: rows by ``change``, and the journal's frame beside them."""

    def __init__(self, change: Change) -> None:
        self.change = change
        self.frame: Frame = {}

    def note(self, item: str, values: Mapping[str, str]) -> None:
        """Keep what the witness says of an item; an empty value takes the field's away."""
        for field, value in values.items():
            if value:
                self.change.put(schema.NOTES, item, field, value)
            else:
                self.change.remove(schema.NOTES, item, field)
        self.frame.setdefault("notes", {}).setdefault(item, {}).update(values)

    def commit_to(self, bundle: str, salts: Mapping[str, str]) -> None:
        """Keep the salts that open a bundle's commitments."""
        for item, salt in salts.items():
            self.change.put(schema.COMMITMENTS, bundle, item, salt)
        self.frame.setdefault("commitments", {}).setdefault(bundle, {}).update(salts)

    def fact(self, name: str, value: str) -> None:
        """Keep a single fact of the set, or with an empty value take it away."""
        self.change.remove(schema.FACTS, name)
        if value:
            self.change.put(schema.FACTS, name, value)
        self.frame.setdefault("facts", {})[name] = value

    def slot(self, number: int, label: str, added_at: str) -> None:
        """Keep that a key slot is used, or with an empty label that it no longer is."""
        self.change.remove(schema.SLOTS, number)
        if label:
            self.change.put(schema.SLOTS, number, label, added_at)
        self.frame.setdefault("slots", {})[str(number)] = [label, added_at]

    def part(self, item: str, lead: str, role: str) -> None:
        """Keep that an original is part of an item, or with an empty lead that it no longer is."""
        self.change.remove(schema.PARTS, item)
        if lead:
            self.change.put(schema.PARTS, item, lead, role)
        self.frame.setdefault("parts", {})[item] = [lead, role]

    def entry(self, entry: CustodyEntry) -> None:
        """Keep one entry of the custody log."""
        body = asdict(entry)
        self.change.put(
            schema.CUSTODY,
            entry.sequence,
            entry.event,
            entry.item,
            entry.digest,
            body=canonical(body).decode(),
        )
        self.frame["entry"] = body

    def record(self, record: Mapping[str, object]) -> None:
        """Keep a blob's record; the blob has it too, so the journal need not."""
        self.change.put(
            schema.RECORDS,
            str(record["id"]),
            str(record["type"]),
            str(record["original"]) if "original" in record else None,
            str(record["sha256"]),
            canonical(record).decode(),
        )


class Books:
    """The open books. Safe to use from several threads; one step at a time."""

    def __init__(
        self, folder: Path, master: MasterKey, index: Index, end: int, synced: int
    ) -> None:
        """Take over an index that was found whole, and a journal of ``end`` bytes.

        Its first ``synced`` bytes are known to be on the disk.
        """
        self._folder = folder
        self._master = master
        self._lock = threading.RLock()
        self._signer = master.signer("custody")
        self.index = index
        self.journal = Journal(folder / JOURNAL, master, end, synced)
        self._last = self._last_entry()
        self._behind = False

    @property
    def public_key(self) -> Ed25519PublicKey:
        """The key that the custody log is signed with."""
        return self._signer.public_key()

    @property
    def last(self) -> CustodyEntry:
        """The last entry of the custody log. Raises DamagedVault where there is none."""
        if self._last is None:
            raise DamagedVault("the custody log is empty", part="custody log")
        return self._last

    def close(self) -> None:
        """Write what is behind, and let go of everything."""
        with self._lock:
            try:
                self.catch_up()
                if self.journal.settle():
                    self._write_head()
            except StorageError:
                self._behind = True  # the index has it all; opening brings the rest up again
            finally:
                self.index.close()
                self.journal.close()

    @contextmanager
    def step(
        self, event: str | None, item: str | None = None, facts: Json | None = None
    ) -> Iterator[Step]:
        """Do what is inside as one step, with its custody entry where an event is named."""
        with self._lock:
            self.catch_up()
            entry = self._entry(event, item, facts or {}) if event else None
            before = self.index.state
            try:
                with self.index.change() as change:
                    step = Step(change)
                    yield step
                    if entry is not None:
                        step.entry(entry)
            except StorageError:
                if self.index.state != before:  # it is there, though not surely on the disk
                    self._last, self._behind = self._last_entry(), True
                    self.journal.stale = True
                raise
            self._last = entry or self._last
            if step.frame:
                self.journal.append({**step.frame, "step": self.index.state.counter})
            self._write_head()

    def _entry(self, event: str, item: str | None, facts: Json) -> CustodyEntry:
        return custody.make(self._last, self._signer, at=now(), event=event, item=item, facts=facts)

    def catch_up(self) -> None:
        """Bring head and journal to the index. Raises DiskFull where they cannot be."""
        with self._lock:
            if self.journal.stale:
                self.rewrite_journal()
            if self._behind:
                head.write(self._folder / HEAD, self._master, self.head())

    def _write_head(self) -> None:
        try:
            head.write(self._folder / HEAD, self._master, self.head())
            self._behind = False
        except StorageError:
            self._behind = True

    def make_head(self) -> None:
        """Write both places of the head anew."""
        head.make(self._folder / HEAD, self._master, self.head())
        self._behind = False

    def head(self) -> head.Head:
        """Return the head that belongs to the index as it is."""
        state = self.index.state
        last = self._last.digest if self._last else custody.NOTHING_BEFORE
        written = self.journal
        return head.Head(
            state.counter, state.digest, bytes.fromhex(last), written.end, written.synced
        )

    def rewrite_journal(self) -> None:
        """Write the journal anew from the index."""
        with self._lock:
            self.journal.close()
            self.journal.stale = True  # until it is written: the next step tries again
            path = self._folder / JOURNAL
            end = journal.write_new(path, self._master, frames_of(self.index))
            self.journal = Journal(path, self._master, end, end)

    def journal_stands(self) -> bool:
        """Whether each frame of the journal can be read.

        One that cannot may be half written just now: it is read again while nothing is written.
        """
        if None not in self.journal.frames():
            return True
        with self._lock:
            return None not in self.journal.frames()

    def entries(self, item: str | None = None) -> tuple[CustodyEntry, ...]:
        """Return the custody log, whole or what concerns one item."""
        where = "" if item is None else "WHERE item = ?"
        found = self.index.rows(
            f"SELECT sequence, body FROM custody LEFT JOIN entries USING (sequence) {where}"  # noqa: S608  # both are our own
            " ORDER BY sequence",
            *(() if item is None else (item,)),
        )
        return tuple(parse_entry(sequence, body) for sequence, body in found)

    def check_custody(self) -> None:
        """Walk the whole custody log. Raises DamagedVault, naming the entry that does not fit."""
        with self._lock:
            last = custody.check(self.entries(), self.public_key)
            if self._last is not None and last != self._last.digest:
                raise DamagedVault("the custody log was cut off", part="custody log")

    def _last_entry(self) -> CustodyEntry | None:
        found = self.index.rows(
            "SELECT sequence, body FROM custody LEFT JOIN entries USING (sequence)"
            " ORDER BY sequence DESC LIMIT 1"
        )
        return parse_entry(*found[0]) if found else None


def parse_entry(sequence: int, body: str | None) -> CustodyEntry:
    """Return a custody entry from the JSON that the index keeps, or DamagedVault."""
    if body is None:
        raise DamagedVault("a custody entry is gone", part=f"custody entry {sequence}")
    return CustodyEntry(**parsed(body))


def frames_of(index: Index) -> Iterator[Frame]:
    """Yield frames that hold everything that the journal mirrors, from the index."""
    for frame in _mirrored(index):
        yield {**frame, "step": index.state.counter}


def _mirrored(index: Index) -> Iterator[Frame]:
    for (body,) in index.rows("SELECT body FROM entries ORDER BY sequence"):
        yield {"entry": parsed(body)}
    for item, field, value in index.rows("SELECT item, field, value FROM notes"):
        yield {"notes": {item: {field: value}}}
    for bundle, item, salt in index.rows("SELECT bundle, item, salt FROM commitments"):
        yield {"commitments": {bundle: {item: salt}}}
    for name, value in index.rows("SELECT name, value FROM facts"):
        yield {"facts": {name: value}}
    for slot, label, added_at in index.rows("SELECT slot, label, added_at FROM slots"):
        yield {"slots": {str(slot): [label, added_at]}}
    for item, lead, role in index.rows("SELECT item, lead, role FROM parts"):
        yield {"parts": {item: [lead, role]}}


def create(folder: Path, master: MasterKey) -> Books:
    """Make the books of a new set, empty."""
    return begin(folder, master, Index(folder / INDEX, master, fresh=True))


def begin(folder: Path, master: MasterKey, index: Index) -> Books:
    """Return books over a whole index, with journal and head written anew."""
    with ExitStack() as undo:
        undo.callback(index.close)
        end = journal.write_new(folder / JOURNAL, master, frames_of(index))
        made = Books(folder, master, index, end, end)
        undo.callback(made.journal.close)
        made.make_head()
        undo.pop_all()
    return made
