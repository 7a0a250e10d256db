"""What two vaults of the same owner tell each other when one is merged into the other.

An item that comes keeps its id, its time and its record. What the other vault's
custody log says of it is kept word for word, signatures included, in entries of
ours: all of them together are the other's whole log, which can still be checked
against its key.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from storage.errors import NoSuchItem
from storage.records import CustodyEntry, canonical, parsed
from storage.vault.layout import Record
from storage.vault.survey import Surveyed
from storage.vault.writer import Draft

EVENT = "merged"
_PIECE = 1 << 20
"""Bytes of the other's log in one entry of ours, unless a single entry is longer."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a vault says of an original: the witness's notes, and the salts by bundle."""

    notes: Mapping[str, str]
    salts: Mapping[str, str]


class Joining(Surveyed):
    """An open vault that can be merged into another, and another into it."""

    @property
    def log_key(self) -> Ed25519PublicKey:
        """The key that signs the custody log: the vault's name in a merge."""
        return self._opened().public_key

    def free_space(self) -> int:
        """Return how many bytes can still be written to the vault's disk."""
        return self._blobs.free_space()

    def raw_record(self, item: str) -> Record:
        """Return an item's record as its blob has it. Raises NoSuchItem."""
        found = self._rows("SELECT body FROM records WHERE id = ?", item)
        if not found:
            raise NoSuchItem("no item has that id")
        record: Record = parsed(found[0][0])
        return record

    def said_of(self, item: str) -> Told:
        """Return what is said of an original beside its record and its custody."""
        notes = self._rows("SELECT field, value FROM notes WHERE item = ? ORDER BY field", item)
        salts = self._rows("SELECT bundle, salt FROM commitments WHERE item = ?", item)
        return Told(dict(notes), dict(salts))

    def bundles_of(self, item: str) -> frozenset[str]:
        """Return the ids of the bundles that an original went into, from here or before a merge."""
        return frozenset(
            str(entry["facts"]["bundle"])
            for entry in (*map(asdict, self.custody(item)), *self._merged_entries(item))
            if entry["event"] == "bundled"
        )

    def merged_log(self, log_key: str) -> tuple[CustodyEntry, ...]:
        """Return the entries of another vault's log that are kept here, in their order."""
        bodies = self._rows(
            "SELECT body FROM custody JOIN entries USING (sequence) WHERE event IN (?, ?)",
            EVENT,
            f"vault {EVENT}",
        )
        kept = {
            entry["sequence"]: CustodyEntry(**entry)
            for (body,) in bodies
            for entry in _log_in(parsed(body), log_key)
        }
        return tuple(kept[sequence] for sequence in sorted(kept))

    def _merged_entries(self, item: str) -> Iterator[dict[str, Any]]:
        for entry in self.custody(item):
            if entry.event == EVENT:
                yield from _log_in(asdict(entry), None)

    def draft_of(self, item: str, size: int) -> Draft:
        """Begin a blob under the id that an item has elsewhere, or another where that is taken.

        Taken it is by a blob that is there, of either set, and by an item that was deleted.
        """
        with self._lock:
            gone = self._rows("SELECT 1 FROM custody WHERE item = ? AND event = 'deleted'", item)
            taken = bool(gone) or self._knows(item) or self._blobs.path(item).exists()
            return self.draft(size, blob=None if taken else item)

    def take_over(self, draft: Draft, record: Record, log_key: str) -> None:
        """Keep what was written, with the record that it had elsewhere. ``log_key`` says where."""
        facts: dict[str, str | int] = {
            "from": log_key,
            "was": str(record["id"]),
            "kind": record["kind"],
            "size": record["size"],
            "sha256": record["sha256"],
        }
        item = draft.id
        if record["type"] == "derivative":
            item = record["original"]
            facts["derivative"] = draft.id
        self._keep(draft, {**record, "id": draft.id}, event=(EVENT, item, facts))

    def join(
        self, item: str | None, was: str | None, other: Told, log: Iterable[CustodyEntry], key: str
    ) -> None:
        """Keep what another vault says of an original (None: of itself), and its log about it.

        ``log`` are entries that are not here yet (``merged_log``), all of them where nothing was
        ``joined`` before; without any nothing happens. A note is taken where the field is empty;
        where it says something else, ours stays and the other's is kept in the log's entry.
        """
        event = f"vault {EVENT}" if item is None else EVENT
        for number, piece in enumerate(_pieces([asdict(entry) for entry in log])):
            facts: dict[str, object] = {"from": key, "log": tuple(piece)}
            if was is not None:
                facts["was"] = was
            with self._lock:
                self._join(event, item, facts, other if number == 0 else Told({}, {}))

    def joined(self, item: str, was: str, key: str) -> bool:
        """Whether something of what another vault says of an original is here already."""
        facts = (entry.facts for entry in self.custody(item) if entry.event == EVENT)
        return any("log" in one and (one["from"], one.get("was")) == (key, was) for one in facts)

    def _join(self, event: str, item: str | None, facts: dict[str, object], other: Told) -> None:
        mine = self.said_of(item) if item else Told({}, {})
        differs = {
            field: value
            for field, value in other.notes.items()
            if mine.notes.get(field, value) != value
        }
        if differs:
            facts["differs"] = differs
        with self._opened().step(event, item, facts) as step:  # type: ignore[arg-type]  # entries are JSON
            if item is not None:
                step.note(item, {**other.notes, **mine.notes})
                for bundle in other.salts.keys() - mine.salts.keys():
                    step.commit_to(bundle, {item: other.salts[bundle]})


def _pieces(entries: list[dict[str, object]]) -> Iterator[list[dict[str, object]]]:
    piece: list[dict[str, object]] = []
    size = 0
    for entry in entries:
        length = len(canonical(entry))
        if piece and size + length > _PIECE:
            yield piece
            piece, size = [], 0
        piece.append(entry)
        size += length
    if piece:
        yield piece


def _log_in(entry: dict[str, Any], log_key: str | None) -> Iterator[dict[str, Any]]:
    """Give the entries of another vault's log in an entry of ours."""
    facts = entry["facts"]
    if log_key is None or facts.get("from") == log_key:
        yield from facts.get("log", ())
