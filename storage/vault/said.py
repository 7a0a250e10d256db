"""What is said of the items of an open vault: by the program, by the witness, by the log."""

from collections.abc import Mapping
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storage import evidence
from storage.errors import NoSuchItem
from storage.evidence import EvidenceRecord
from storage.records import CustodyEntry, Json, Original, canonical, parsed
from storage.vault import nouns, schema
from storage.vault.blobs import BlobFolder
from storage.vault.books import Books
from storage.vault.keys import MasterKey
from storage.vault.settings import Settings


class Said(Settings):
    """What is said of what is kept."""

    def __init__(self, books: Books, blobs: BlobFolder, master: MasterKey) -> None:
        """Take over books and blobs that were found in order, and the key that opened them."""
        super().__init__(books, blobs)
        self._master = master

    def keep_report(self, item: str, report: Json) -> None:
        """Keep what examining an item found, in place of what was found before."""
        body = canonical(report)
        with self._lock:
            if not self._knows(item):
                raise NoSuchItem("no item has that id")
            with self._opened().step(None) as step:
                digest = nouns.digest(item.encode() + body)
                step.change.put(schema.REPORTS, item, digest, body=body.decode())

    def report(self, item: str) -> Json | None:
        """Return what examining an item found, None where it was not examined."""
        found = self._rows(
            "SELECT digest, body FROM reports JOIN report_bodies USING (id) WHERE id = ?", item
        )
        if not found or nouns.digest(f"{item}{found[0][1]}".encode()) != found[0][0]:
            return None  # a report that is not what was kept is made again by examining again
        report: Json = parsed(found[0][1])
        return report

    def record(self, item: str) -> EvidenceRecord:
        """Return what is said of an original, by the program and by the witness."""
        original = self.original(item)
        report: Mapping[str, Any] = self.report(item) or {}
        embedded = report.get("facts") or {}
        said = self._rows("SELECT field, value FROM notes WHERE item = ? ORDER BY field", item)
        automatic = evidence.automatic(original, embedded, self._fixity(original))
        return EvidenceRecord(item, automatic, dict(said))

    def _fixity(self, original: Original) -> str:
        """Return when the sealed bytes were last found to be what was sealed."""
        found = self._rows(
            "SELECT body FROM custody JOIN entries USING (sequence) WHERE event = 'checked'"
            " ORDER BY sequence DESC LIMIT 100"
        )
        for (body,) in found:
            entry = parsed(body)
            if entry["at"] >= original.sealed_at and original.id not in entry["facts"]["items"]:
                return str(entry["at"])
        return original.sealed_at

    def note(self, item: str, values: Mapping[str, str]) -> EvidenceRecord:
        """Keep what the witness says; an empty value takes a field's value away.

        Raises NoSuchItem, NoSuchField (not there, or the program's own) or BadValue.
        """
        checked = evidence.checked(values)
        with self._lock:
            self.original(item)
            if checked:
                with self._opened().step("noted", item, nouns.noted(checked)) as step:
                    step.note(item, checked)
            return self.record(item)

    def log(self, event: str, item: str | None, facts: Json) -> CustodyEntry:
        """Append an entry to the custody log."""
        with self._lock:
            books = self._opened()
            with books.step(event, item, facts):
                pass
            return books.last

    def custody(self, item: str | None = None) -> tuple[CustodyEntry, ...]:
        """Return the custody log, whole or what concerns one item."""
        return self._opened().entries(item)

    def check_custody(self) -> None:
        """Walk the whole custody log. Raises DamagedVault, naming the entry that does not fit."""
        self._opened().check_custody()

    def signer(self, purpose: str) -> Ed25519PrivateKey:
        """Return the signing key for one purpose; two purposes share no key."""
        return self._master.signer(f"for {purpose}")

    def keep_commitments(self, bundle: str, salts: Mapping[str, str]) -> None:
        """Keep the salts that open a bundle's commitments, by item id."""
        with self._lock, self._opened().step(None) as step:
            step.commit_to(bundle, salts)

    def commitments(self, bundle: str) -> dict[str, str]:
        """Return the salts that open a bundle's commitments, by item id."""
        return dict(self._rows("SELECT item, salt FROM commitments WHERE bundle = ?", bundle))
