"""Setting right what the vault has twice; what it has once and is damaged stays as it is.

A header is written again from the footer, a footer from the index, the journal and
the head from the index. A damaged chunk cannot be had back from anywhere.
"""

from contextlib import suppress

from storage.errors import StorageError
from storage.progress import Tick, silent
from storage.records import parsed
from storage.vault.blobs import BlobFolder
from storage.vault.books import Books
from storage.vault.boxes import NotThisKey
from storage.vault.layout import Record


def repair(books: Books, blobs: BlobFolder, tick: Tick = silent) -> tuple[str, ...]:
    """Mend what can be mended, and return the names of what was; ``tick`` says only that it works.

    Each mending is whole by itself: stopped on the way, what was mended stays.
    """
    done = []
    for (body,) in books.index.rows("SELECT body FROM records ORDER BY rowid"):
        tick(0, 0)
        # What cannot be mended is named by the check that follows. Where header and footer are
        # both damaged, neither says any more that it is ours.
        with suppress(NotThisKey, StorageError):
            done += _mend(blobs, parsed(body))
    if not books.journal_stands():
        books.rewrite_journal()
        done.append("journal")
    books.make_head()
    return tuple(done)


def _mend(blobs: BlobFolder, record: Record) -> list[str]:
    blob = record["id"]
    done = []
    if not blobs.header_stands(blob):
        blobs.mend_header(blob)
        done.append(f"header of item {blob}")
    if not _footer_stands(blobs, record):
        blobs.mend_footer(blob, record)
        done.append(f"footer of item {blob}")
    return done


def _footer_stands(blobs: BlobFolder, record: Record) -> bool:
    try:
        return blobs.record(record["id"]) == record
    except (NotThisKey, StorageError):
        return False
