"""What a program said that it did, and whether a vault keeps to it after the program was hit.

A line is said after what it tells is done, or before what it announces ("deleting" before,
"deleted" after): whatever was said must stand, and what was only announced may have come about.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from storage.errors import DamagedVault, NotAVault, VaultWiped, WrongPassphrase
from storage.vault import KdfCost, Vault
from storage.vault.creation import OURS
from storage.vault.keyring import COPIES
from storage.vault.wiping import finish

CHEAP = KdfCost(memory=64, passes=1, lanes=1)
"""A derivation that costs nothing: what is hit is what comes after it."""

LOST = frozenset(("items-missing", "keys-damaged"))
"""What opening never may find after a crash, a refusal or a power cut."""

_BOOKS = frozenset(("index.db", "head", "journal"))


class Broken(AssertionError):
    """A vault does not keep to what was said."""


@dataclass(slots=True)
class Told:
    """Everything that was said, added up line by line."""

    sealed: dict[str, str] = field(default_factory=dict)
    """Original → SHA-256 of its content."""
    copies: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Copy → its original and the SHA-256 of its content."""
    notes: dict[str, set[str]] = field(default_factory=dict)
    """Original → what its summary may be."""
    bundles: set[str] = field(default_factory=set)
    parcels: set[str] = field(default_factory=set)
    parts: dict[str, str] = field(default_factory=dict)
    covered: set[str] = field(default_factory=set)
    """Originals of which there is a covered copy."""
    doubtful: set[str] = field(default_factory=set)
    """Items, parcels and parts whose end was announced."""
    gone: set[str] = field(default_factory=set)
    opens: list[str] = field(default_factory=list)
    """Passphrases that open it; the first is the one that was there first."""
    may_open: list[str] = field(default_factory=list)
    """Passphrases that may open it: announced, or to be replaced."""
    never: list[str] = field(default_factory=list)
    ending: str = ""
    """"wiping" or "wiped"."""

    def hear(self, line: str) -> None:
        """Take one line: a verb and its words, with tabs between."""
        verb, *words = line.split("\t")
        getattr(self, f"_{verb}")(*words)

    def _sealed(self, item: str, digest: str) -> None:
        self.sealed[item] = digest

    def _derived(self, copy: str, item: str, digest: str) -> None:
        self.copies[copy] = (item, digest)

    def _noting(self, item: str, text: str) -> None:
        self.notes.setdefault(item, {""}).add(text)

    def _noted(self, item: str, text: str) -> None:
        self.notes[item] = {text}

    def _committed(self, bundle: str) -> None:
        self.bundles.add(bundle)

    def _queued(self, parcel: str) -> None:
        self.parcels.add(parcel)

    def _grouped(self, item: str, lead: str) -> None:
        self.parts[item] = lead

    def _covered(self, item: str) -> None:
        self.covered.add(item)

    def _deleting(self, ident: str) -> None:
        self.doubtful |= self._with_parts(ident)

    def _deleted(self, ident: str) -> None:
        self.gone |= self._with_parts(ident)

    def _with_parts(self, ident: str) -> set[str]:
        return {ident, *(part for part, lead in self.parts.items() if lead == ident)}

    def _opens(self, passphrase: str) -> None:
        self.opens.append(passphrase)

    def _changing(self, old: str, new: str) -> None:
        if old in self.opens:
            self.opens.remove(old)
        self.may_open += [old, new]

    def _changed(self, old: str, new: str) -> None:
        self.may_open.clear()
        self.opens.append(new)
        self.never.append(old)

    def _adding(self, passphrase: str) -> None:
        self.may_open.append(passphrase)

    def _added(self, passphrase: str) -> None:
        self.may_open.remove(passphrase)
        self.opens.append(passphrase)

    def _removing(self, passphrase: str) -> None:
        self.opens.remove(passphrase)
        self.may_open.append(passphrase)

    def _removed(self, passphrase: str) -> None:
        self.may_open.remove(passphrase)
        self.never.append(passphrase)

    def _wiping(self) -> None:
        self.ending = "wiping"

    def _wiped(self) -> None:
        self.ending = "wiped"


def heard(lines: Iterable[str]) -> Told:
    """Add up what was said."""
    told = Told()
    for line in lines:
        told.hear(line)
    return told


def digest_of(vault: Vault, item: str) -> str:
    """Return the SHA-256 of what is read of an item."""
    with vault.open_blob(item) as stream:
        return hashlib.sha256(stream.read()).hexdigest()


def check(folder: Path, told: Told) -> Counter[str]:
    """Open a vault that was hit, and compare it with what was said; return what was mended.

    Then it is opened again: the second time nothing may be left to mend, every byte is read, and
    nothing lies in its folder but what it knows. Raises Broken.
    """
    if told.ending and _is_wiped(folder, told):
        return Counter(("wiped",))
    try:
        vault = _opened(folder, told)
    except (VaultWiped, NotAVault):
        if told.ending:
            return Counter(("wiped",))
        raise
    with vault:
        mended = Counter({note.code: note.count for note in vault.info().notes})
        if LOST & set(mended):
            raise Broken(f"opening found {dict(mended)}")
        _compare(vault, told)
    with _opened(folder, told) as vault:
        _compare(vault, told)
        found = vault.check(deep=True)
        if found:
            raise Broken(f"the second check still finds {[one.code for one in found]}")
        vault.check_custody()
        _nothing_else(folder, vault)
    _others_open(folder, told)
    return mended


def _is_wiped(folder: Path, told: Told) -> bool:
    """Whether nothing opens it, as was announced; the next start takes the rest away."""
    try:
        _opened(folder, told).close()
    except DamagedVault:
        # Nothing could be overwritten: the keys were unlinked, and the wipe said that it failed.
        if told.ending == "wiped":
            raise
        return True
    except (NotAVault, VaultWiped, FileNotFoundError):
        if folder.exists():
            finish(folder)
        if folder.exists():
            raise Broken("a wipe left files") from None
        return True
    if told.ending == "wiped":
        raise Broken("it was said to be wiped, and opens")
    return False


def _opened(folder: Path, told: Told) -> Vault:
    for passphrase in (*told.opens[:1], *told.may_open):
        with suppress(WrongPassphrase):
            return Vault.open(folder, passphrase)
    raise Broken("nothing opens it")


def _compare(vault: Vault, told: Told) -> None:
    originals = {original.id for original in vault.originals()}
    for item, digest in told.sealed.items():
        if item in told.gone:
            _expect(item not in originals, "a deleted item is there")
        elif item in originals or item not in told.doubtful:
            _expect(item in originals, "a sealed item is lost")
            _expect(digest_of(vault, item) == digest, "a sealed item is other bytes")
    present = originals - told.gone
    for copy, (item, digest) in told.copies.items():
        if item in present:
            known = {one.id for one in vault.derivatives(item)}
            _expect(copy in known, "a copy is lost")
            _expect(digest_of(vault, copy) == digest, "a copy is other bytes")
    for item, may in told.notes.items():
        if item in present:
            said = vault.record(item).witness.get("summary", "")
            _expect(said in may, "a note is lost")
    _compare_rest(vault, told, present)


def _compare_rest(vault: Vault, told: Told, present: set[str]) -> None:
    for bundle in told.bundles:
        _expect(bool(vault.commitments(bundle)), "a bundle's salts are lost")
    for parcel in told.parcels:
        known = parcel in vault.parcels()
        _expect(known or parcel in told.doubtful, "a parcel is lost")
        _expect(not (known and parcel in told.gone), "a parcel that was dropped is there")
    for item in told.covered:
        _expect(is_covered(vault, item), "a covered copy is lost")
    for item, lead in told.parts.items():
        if item in present and lead not in told.doubtful:
            _expect(item in {part.original.id for part in vault.parts(lead)}, "a part is loose")


def is_covered(vault: Vault, item: str) -> bool:
    """Whether there is a covered copy of an original."""
    return any(step.name == "redact" for copy in vault.derivatives(item) for step in copy.steps)


def stated(vault: Vault) -> Iterator[str]:
    """Say what a vault holds, as lines to be heard."""
    for original in vault.originals():
        yield f"sealed\t{original.id}\t{original.sha256}"
        for copy in vault.derivatives(original.id):
            yield f"derived\t{copy.id}\t{original.id}\t{copy.sha256}"
    for parcel in vault.parcels():
        yield f"queued\t{parcel}"


def _nothing_else(folder: Path, vault: Vault) -> None:
    """Nothing half-done lies about: no unfinished blob, no file beside, no forgotten journal."""
    known = set(vault.parcels())
    for original in vault.originals():
        known |= {original.id, *(copy.id for copy in vault.derivatives(original.id))}
    blobs = {path.name for path in (folder / "blobs").rglob("*") if path.is_file()}
    _expect(blobs == known, f"blobs that nobody knows: {len(blobs - known)}")
    names = {path.name for path in folder.iterdir()}
    _expect(names <= OURS | set(COPIES), f"beside the vault's own files: {sorted(names)}")
    for home in ("one", "two"):
        books = {path.name for path in (folder / home).iterdir()}
        _expect(books == _BOOKS, f"among the books: {sorted(books)}")


def _others_open(folder: Path, told: Told) -> None:
    for passphrase in told.opens[1:]:
        try:
            Vault.open(folder, passphrase).close()
        except WrongPassphrase as error:
            raise Broken("a passphrase that was added does not open it") from error
    for passphrase in told.never:
        with suppress(WrongPassphrase):
            Vault.open(folder, passphrase).close()
            raise Broken("a passphrase that was taken away opens it")


def _expect(true: bool, otherwise: str) -> None:  # noqa: FBT001 # as an assertion has it
    if not true:
        raise Broken(otherwise)
