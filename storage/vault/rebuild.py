"""Making a lost index anew, from the blobs and from the journal.

What blobs say of themselves gives the items back; the journal gives what the
witness said, the custody log and the salts of bundles. What examining found is
not kept twice: examining again finds it again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from storage import custody
from storage.errors import DamagedVault, DiskFailed, StorageError
from storage.records import CustodyEntry, canonical
from storage.vault import head, system
from storage.vault.blobs import BlobFolder
from storage.vault.books import INDEX, JOURNAL, Books, Step, begin, frames_of
from storage.vault.boxes import NotThisKey
from storage.vault.index import Index
from storage.vault.journal import Frame, Journal
from storage.vault.keys import MasterKey
from storage.vault.layout import Record


def books(
    folder: Path,
    master: MasterKey,
    blobs: BlobFolder,
    latest: head.Head | None,
    reason: str,
) -> Books:
    """Return books made anew from the blobs and the journal."""
    frames, log, whole = _mirrored(folder, master)
    gone = {entry.item for entry in log if entry.event == "deleted"}
    records = [record for record in _own_records(blobs) if item_of(record) not in gone]
    fresh = folder / (INDEX + ".new")
    with system.disk("index"):
        fresh.unlink(missing_ok=True)
    index = Index(fresh, master, fresh=True)
    try:
        with index.change() as change:
            _fill(Step(change), records, log, frames, gone)
        if latest is not None:
            index.restart(latest.counter + 1, latest.digest)
    finally:
        index.close()
    with system.disk("index"):
        (folder / f"{INDEX}-journal").unlink(missing_ok=True)
        system.put_in_place(fresh, folder / INDEX)
        system.sync_folder(folder)
    if not whole:
        # What could not be read of it may yet be read by somebody else.
        system.set_aside(folder / JOURNAL)
    made = begin(folder, master, Index(folder / INDEX, master))
    facts: dict[str, str | int] = {"reason": reason, "items": len(records), "entries": len(log)}
    with made.step("index rebuilt", None, facts):
        pass
    return made


def item_of(record: Record) -> str:
    """Return the id of the item that a record is about: of a copy it is its original's."""
    return str(record["original"] if record["type"] == "derivative" else record["id"])


def _fill(
    step: Step,
    records: list[Record],
    log: list[CustodyEntry],
    frames: list[Frame],
    gone: set[str | None],
) -> None:
    kept = {str(record["id"]) for record in records}
    for record in sorted(records, key=_order(log)):
        step.record(record)
    for entry in log:
        step.entry(entry)
    for frame in frames:
        for item in frame.get("notes", {}).keys() - gone:
            step.note(item, frame["notes"][item])
        for bundle, salts in frame.get("commitments", {}).items():
            step.commit_to(bundle, salts)
        for name, value in frame.get("facts", {}).items():
            step.fact(name, value)
        for slot, (label, added_at) in frame.get("slots", {}).items():
            step.slot(int(slot), label, added_at)
        for item, (lead, role) in frame.get("parts", {}).items():
            step.part(item, lead if kept.issuperset((item, lead)) else "", role)


def _order(log: list[CustodyEntry]) -> Callable[[Record], tuple[int, str, str]]:
    """Order records as they were sealed: by the custody log, then by their own times."""
    places = {entry.facts.get("derivative", entry.item): entry.sequence for entry in reversed(log)}

    def place(record: Record) -> tuple[int, str, str]:
        moment = str(record.get("sealed_at") or record.get("made_at"))
        return places.get(record["id"], len(log) + 1), moment, str(record["id"])

    return place


def _own_records(blobs: BlobFolder) -> Iterator[Record]:
    for blob in blobs.names():
        # What is damaged stays where it is, and "check" names it.
        with suppress(NotThisKey, DamagedVault, DiskFailed):
            yield blobs.record(blob)


def _mirrored(folder: Path, master: MasterKey) -> tuple[list[Frame], list[CustodyEntry], bool]:
    """Return the best second copy there is: the journal, or an index that was set aside.

    With its custody log, as far as that holds, and whether the journal was whole.
    """
    frames, whole = read_frames(folder, master)
    copies = [frames]
    if not whole:
        for aside in sorted(folder.glob(f"{INDEX}.aside-*")):
            with suppress(StorageError):
                copies.append(_frames_aside(aside, master))
    chains = [_chain(copy, master) for copy in copies]
    best = max(range(len(copies)), key=lambda number: len(chains[number]))
    return copies[best], chains[best], whole


def _frames_aside(path: Path, master: MasterKey) -> list[Frame]:
    index = Index(path, master)
    try:
        return list(frames_of(index))
    finally:
        index.close()


def read_frames(folder: Path, master: MasterKey, start: int = 0) -> tuple[list[Frame], bool]:
    """Return the journal's frames from an offset on, and whether nothing lay between them."""
    try:
        mirror = Journal(folder / JOURNAL, master, 0)
    except DamagedVault:
        return [], False
    try:
        found = list(mirror.frames(start))
    finally:
        mirror.close()
    return [frame for frame in found if frame is not None], None not in found


def mirrors(folder: Path, master: MasterKey, index: Index) -> bool:
    """Whether the journal is whole and says all that it would if it were written anew."""
    frames, whole = read_frames(folder, master)
    return whole and set(_sayings(frames_of(index))) <= set(_sayings(frames))


def _sayings(frames: Iterable[Frame]) -> Iterator[tuple[str, ...]]:
    """Yield each single thing that frames say, whichever of them says it."""
    for frame in frames:
        yield from _leaves({name: said for name, said in frame.items() if name != "step"}, ())


def _leaves(said: object, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if isinstance(said, Mapping):
        for name, inner in said.items():
            yield from _leaves(inner, (*path, name))
    else:
        yield (*path, canonical(said).decode())


def entries(frames: list[Frame]) -> Iterator[CustodyEntry]:
    """Yield the custody entries among the frames of a journal."""
    yield from (CustodyEntry(**frame["entry"]) for frame in frames if "entry" in frame)


def _chain(frames: list[Frame], master: MasterKey) -> list[CustodyEntry]:
    """Return the custody log as far as it holds from its first entry on."""
    key = master.signer("custody").public_key()
    held: list[CustodyEntry] = []
    for entry in entries(frames):
        try:
            custody.follow(held[-1] if held else None, entry, key)
        except DamagedVault:
            break
        held.append(entry)
    return held
