"""Looking for damage without changing anything, and naming it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from storage.errors import DamagedVault, DiskFailed, StorageError
from storage.progress import Tick
from storage.records import parsed
from storage.vault import keyring, layout
from storage.vault.blobs import BlobFolder
from storage.vault.books import Books
from storage.vault.boxes import NotThisKey
from storage.vault.layout import Record
from storage.vault.recovery import Mended


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was written.

    ``part`` names it ("chunk 60 of item 0123…"); ``item`` is the id of the item that suffers.
    """

    code: str
    part: str
    item: str | None


_FOUND_AT_OPENING = {
    "index-lost": "index (it was gone, and was made anew)",
    "index-damaged": "index (it was set aside, and made anew)",
    "index-altered": "index (it was set aside, and made anew)",
    "index-older": "index (an older one had been put back; it was set aside, and made anew)",
    "journal-lost": "journal (it was written anew)",
    "head-renewed": "head (it was written anew)",
    "keys-mended": "one copy of the keys (it was written anew)",
}
"""What opening mended and was damage, not the mere trace of a crash."""


def opening(mended: tuple[Mended, ...]) -> Iterator[Finding]:
    """Name the damage that was found, and mended, when the vault was opened."""
    for note in mended:
        if note.code in _FOUND_AT_OPENING:
            yield Finding(note.code, _FOUND_AT_OPENING[note.code], None)


def keys(folder: Path) -> Iterator[Finding]:
    """Look at both copies of the keys."""
    for name in keyring.faults(folder):
        yield Finding("keys-damaged", name, None)


def books(books: Books) -> Iterator[Finding]:
    """Look at index, custody log and journal."""
    if not (books.index.sound() and books.index.stands()):
        yield Finding("index-damaged", "index", None)
    try:
        books.check_custody()
    except DamagedVault as error:
        yield Finding("custody-broken", str(error.facts["part"]), None)
    if not books.journal_stands():
        yield Finding("journal-damaged", "journal", None)


def blobs(books: Books, blobs: BlobFolder, *, deep: bool, tick: Tick) -> Iterator[Finding]:
    """Look at every blob that the index knows, and at ours that it does not know."""
    records = [
        parsed(body) for (body,) in books.index.rows("SELECT body FROM records ORDER BY rowid")
    ]
    total = sum(record["size"] for record in records) if deep else len(records)
    done = 0
    for number, record in enumerate(records):
        yield from _shape(blobs, record)
        if deep:
            yield from _content(blobs, record, done, total, tick)
            done += record["size"]
        tick(done if deep else number + 1, total)
    known = {record["id"] for record in records}
    for blob in blobs.names():
        if blob not in known and blobs.header_stands(blob):
            yield Finding("unknown-damaged", f"footer of item {blob}", blob)


def _shape(blobs: BlobFolder, record: Record) -> Iterator[Finding]:
    blob = record["id"]
    if not blobs.path(blob).is_file():
        yield Finding("item-missing", f"item {blob}", blob)
        return
    try:
        blobs.check_header(blob)
    except (NotThisKey, StorageError):
        yield Finding("header-damaged", f"header of item {blob}", blob)
    try:
        if blobs.record(blob) != record:
            yield Finding("footer-damaged", f"footer of item {blob}", blob)
    except NotThisKey:
        yield Finding("footer-damaged", f"footer of item {blob}", blob)
    except StorageError as error:
        yield Finding("footer-damaged", str(error.facts.get("part", blob)), blob)


def _content(
    blobs: BlobFolder, record: Record, done: int, total: int, tick: Tick
) -> Iterator[Finding]:
    blob, digest, broken = record["id"], hashlib.sha256(), False
    try:
        reader = blobs.open(blob, record["size"])
    except StorageError:
        return  # its shape was named already
    with reader:
        for index in range(layout.chunks(record["size"])):
            try:
                reader.seek(index * layout.CHUNK)
                digest.update(reader.read(layout.CHUNK) or b"")
            except (DamagedVault, DiskFailed):
                broken = True
                yield Finding("chunk-damaged", layout.chunk_part(index, blob), blob)
            tick(done + min(record["size"], (index + 1) * layout.CHUNK), total)
    if not broken and digest.hexdigest() != record["sha256"]:
        yield Finding("content-differs", f"content of item {blob}", blob)
