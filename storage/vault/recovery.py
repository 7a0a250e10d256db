"""Opening the books of a set after whatever happened to them.

What is found is told apart: as it was left; one step ahead of the head (a crash
between the two); or not what was written: lost, older than the head, altered. In the
last case the index is set aside, never erased, and built anew from the blobs,
which describe themselves, and from the journal. Then unfinished blobs are
purged, complete ones that the index does not know are taken back, and what was
to be erased is erased. Everything that was mended is told and logged.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from storage.errors import DamagedVault, DiskFailed, DiskFull, NoPermission
from storage.records import Json
from storage.vault import head, rebuild, schema, system
from storage.vault.blobs import BlobFolder
from storage.vault.books import HEAD, INDEX, Books, begin
from storage.vault.boxes import NotThisKey
from storage.vault.index import Index
from storage.vault.keys import MasterKey
from storage.vault.layout import Record


@dataclass(frozen=True, slots=True)
class Mended:
    """One thing that opening found and set right; ``count`` is how many of them."""

    code: str
    count: int = 1


IN_DOUBT = "bodies in doubt"
"""A fact: what is kept at length was found broken while the vault was open."""


Meanwhile = Callable[[Index], object]
"""What may be read of an index whose rows add up, before all of it is found to stand."""


def open_books(
    folder: Path, master: MasterKey, blobs: BlobFolder, *, soon: Meanwhile | None = None
) -> tuple[Books, tuple[Mended, ...]]:
    """Return the books of a set, in order, and what had to be mended for that.

    With ``soon`` what is kept at length (``Table.bodies``) is not gone through: ``look_through``
    is to be called then. All that opening decides by is looked at, and each body when it is read.
    It is called while SQLite still compares its indexes; what it read is worth nothing where
    opening fails, or the index changes.
    Raises NewerVersion, DiskFull or NoPermission; damage alone never keeps a vault shut.
    """
    mended: list[Mended] = []
    latest, unreadable = head.read(folder / HEAD, master)
    with ThreadPoolExecutor(1) as beside:  # for the disk: it lists the files meanwhile
        listed = beside.submit(blobs.both)
        index = _whole_index(folder, master, latest, mended, doubtful=bool(unreadable), soon=soon)
    if index is None:
        books = rebuild.books(folder, master, blobs, latest, mended[-1].code)
    else:
        books = _with_journal(folder, master, index, latest, mended)
    try:
        _settle(books, blobs, listed.result(), mended)
        if _in_doubt(books.index):  # and so all was gone through just now
            with books.step(None) as step:
                step.fact(IN_DOUBT, "")
        if unreadable or latest != books.head():
            if unreadable:
                mended.append(Mended("head-renewed", unreadable))
            books.make_head()
    except BaseException:
        books.close()
        raise
    return books, tuple(mended)


def _whole_index(
    folder: Path,
    master: MasterKey,
    latest: head.Head | None,
    mended: list[Mended],
    *,
    doubtful: bool,
    soon: Meanwhile | None,
) -> Index | None:
    """Return the index if its rows are the ones that the head vouches for, else set it aside."""
    path = folder / INDEX
    if not path.exists():
        mended.append(Mended("index-lost"))
        return None
    try:
        index = Index(path, master)
    except DamagedVault:
        mended.append(Mended("index-damaged"))
        system.set_aside(path)
        return None
    try:
        furthest = _furthest(folder, master, latest, doubtful=doubtful)
        wrong = _wrong(index, latest, furthest, soon=soon)
    except DamagedVault:
        wrong = "index-damaged"
    except BaseException:
        index.close()
        raise
    if wrong is None:
        return index
    index.close()
    mended.append(Mended(wrong))
    system.set_aside(path)
    return None


def look_through(books: Books) -> bool:
    """Go through what is kept at length; say whether it is whole.

    What is not is remembered: the next opening goes through all, and makes the index anew.
    """
    books.index.let_go()
    if books.index.bodies_stand():
        return True
    books.index.reconnect()
    with books.step(None) as step:
        step.fact(IN_DOUBT, "yes")
    return False


def _ends_whole(index: Index) -> bool:
    """Whether the last entry of the log has its body, which the next one is made from."""
    last = index.rows(
        "SELECT body FROM custody LEFT JOIN entries USING (sequence) ORDER BY sequence DESC LIMIT 1"
    )
    return (None,) not in last


def _in_doubt(index: Index) -> bool:
    return bool(index.rows("SELECT 1 FROM facts WHERE name = ?", IN_DOUBT))


def _wrong(
    index: Index, latest: head.Head | None, furthest: int, *, soon: Meanwhile | None
) -> str | None:
    """Return why an index is not the one that was left, None where it is."""
    state = index.state
    if soon is None or _in_doubt(index):
        stands = index.stands()
    else:
        stands = index.rows_stand(soon) and _ends_whole(index)
    if not stands:
        return "index-altered"
    if state.counter < furthest:
        return "index-older"
    if latest is None or (state.counter, state.digest) == (latest.counter, latest.digest):
        return None
    if state.counter == latest.counter + 1 and state.previous == latest.digest:
        return None
    return "index-older" if state.counter < latest.counter else "index-altered"


def _furthest(folder: Path, master: MasterKey, latest: head.Head | None, *, doubtful: bool) -> int:
    """Return the last step that the journal knows of beyond the head; 0 where it knows none.

    The journal is written before the head: an index that is behind it was put back, even with
    its head. All of it is read only where a place of the head could not be.
    """
    start = 0 if doubtful or latest is None else latest.journal
    return max(
        (frame["step"] for frame in rebuild.read_frames(folder, master, start)[0]), default=0
    )


def _with_journal(
    folder: Path,
    master: MasterKey,
    index: Index,
    latest: head.Head | None,
    mended: list[Mended],
) -> Books:
    """Return the books over a whole index; a journal that does not fit is written anew."""
    end, synced = (latest.journal, latest.synced) if latest else (0, 0)
    try:
        books = Books(folder, master, index, end, synced)
    except DamagedVault:
        mended.append(Mended("journal-lost"))
        return begin(folder, master, index)
    except BaseException:
        index.close()
        raise
    length = books.journal.length()
    if length < synced and not rebuild.mirrors(folder, master, index):
        mended.append(Mended("journal-lost"))  # a crash leaves a short one only if it has all
    if length != end or books.head() != latest or books.journal.torn():
        # Where the disk refuses, the next step tries again.
        with suppress(DiskFull, NoPermission, DiskFailed):
            books.rewrite_journal()
    return books


def _settle(
    books: Books, blobs: BlobFolder, listed: tuple[set[str], list[str]], mended: list[Mended]
) -> None:
    """Bring blobs and index together: purge, take back, finish erasing, count what is missing."""
    present, purged = _present(blobs, *listed)
    # One row of all, and not one for each: what crosses into Python one by one takes its time.
    ((ids,),) = books.index.rows("SELECT group_concat(id, ' ') FROM records")
    known = set((ids or "").split())
    erasing = [blob for (blob,) in books.index.rows("SELECT id FROM erasing")]
    finished = _finish_erasing(books, blobs, erasing) if erasing else 0
    present -= set(erasing)
    orphans = [_take_back(books, blobs, blob) for blob in sorted(present - known)]
    counts = {
        "unfinished-purged": purged,
        "taken-back": orphans.count("taken-back"),
        "erasing-finished": finished + orphans.count("erased"),
        "items-missing": len(known - present),
    }
    mended.extend(Mended(code, count) for code, count in counts.items() if count)


def _finish_erasing(books: Books, blobs: BlobFolder, erasing: list[str]) -> int:
    """Do the rest of deleting: of what is gone the journal may still hold what was said.

    Return how many are gone; those on a bad place of the disk are tried again when next opened.
    """
    gone = [blob for blob in erasing if _erased(blobs, blob)]
    with suppress(DiskFull, NoPermission, DiskFailed):  # then the next opening does it
        books.rewrite_journal()
        with books.step(None) as step:
            for blob in gone:
                step.change.remove(schema.ERASING, blob)
    return len(gone)


def _erased(blobs: BlobFolder, blob: str) -> bool:
    try:
        blobs.erase(blob)
    except DiskFailed:
        return False
    return True


def _present(blobs: BlobFolder, present: set[str], parts: list[str]) -> tuple[set[str], int]:
    """Return the ids of all blobs that are whole, ours or not, and how many were purged.

    What is incomplete is purged; what is complete gets its name. What lies on a bad place of the
    disk stays as it is.
    """
    purged = 0
    for blob in parts:
        with suppress(NotThisKey, DiskFailed):
            if _is_whole(blobs, blob):
                blobs.adopt(blob)
                present.add(blob)
            else:
                blobs.purge(blob)
                purged += 1
    return present, purged


def _is_whole(blobs: BlobFolder, blob: str) -> bool:
    try:
        blobs.record(blob, part=True)
    except DamagedVault:
        return False
    return True


def _take_back(books: Books, blobs: BlobFolder, blob: str) -> str:
    """Give a complete blob its row again, unless it is another set's or damaged.

    One that the custody log calls deleted came back with an old copy of the folder: it is erased,
    for the witness wanted it gone.
    """
    try:
        record = blobs.record(blob)
    except (NotThisKey, DamagedVault, DiskFailed):
        return "left"
    if _deleted(books, record):
        return "erased" if _erased(blobs, blob) else "left"
    with books.step(*sealed_event(record, taken_back=True)) as step:
        step.record(record)
    return "taken-back"


def _deleted(books: Books, record: Record) -> bool:
    found = books.index.rows(
        "SELECT 1 FROM custody WHERE item = ? AND event = 'deleted'", rebuild.item_of(record)
    )
    return bool(found)


def sealed_event(record: Record, *, taken_back: bool = False) -> tuple[str, str | None, Json]:
    """Return the custody event of a record: its name, its item and its facts."""
    facts: dict[str, str | int | bool] = {
        "kind": record["kind"],
        "size": record["size"],
        "sha256": record["sha256"],
    }
    if taken_back:
        facts["taken_back"] = True
    if record["type"] == "original":
        return "sealed", record["id"], facts
    if record["type"] == "parcel":
        return "queued", None, {**facts, "parcel": record["id"]}
    covered = any(step["name"] == "redact" for step in record["steps"][:1])
    facts["derivative"] = record["id"]
    return "redacted" if covered else "derived", record["original"], facts
