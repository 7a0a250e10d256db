"""DOOR: what a bundle has said in a sealed commitment, shown to whom the witness chooses.

``reveal`` writes the opening of one item, made from what the vault kept when
the bundle left; what its recipient does with it is in ``capture/repeating.py``.
``show_log`` writes one item's custody log for whom it is shown to, and the two
after it what is exchanged with a time-stamp authority.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from capture import composing
from capture.composing import Showing
from capture.export import written_all, written_whole
from capture.kinds import EXTENSIONS, MediaKind
from capture.likeness import recipe
from storage.bundle import disclosure, notes, stamping
from storage.bundle.contents import Stamp, media_path, stamp_data
from storage.bundle.disclosure import Disclosed
from storage.bundle.notes import Row
from storage.bundle.opening import make_opening
from storage.bundle.stamping import Left
from storage.errors import AlreadyExists, DamagedVault, NoSuchItem
from storage.records import Json, Original
from storage.stamps import read
from storage.vault import Vault

_SHORTEST = 4
"""Digits of a bundle's id that a person has to give at least, as for an item."""


@dataclass(frozen=True, slots=True)
class Revealed:
    """One opening that was written: where, and of which item in which bundle."""

    path: Path
    bundle_id: str
    item: str


@dataclass(frozen=True, slots=True)
class ShownLog:
    """One item's custody log that was written: for programs, in words, and what it shows."""

    path: Path
    words: Path
    item: str
    shown: Disclosed


def reveal(vault: Vault, bundle: str, item: str, out: Path) -> Revealed:
    """Write the opening of one item's commitment to ``out``, which must not exist yet.

    It says how the copy was covered, cropped and cut, as far as doing so again needs it.

    ``bundle`` and ``item`` are ids or how they begin. Raises NoSuchItem, with ``reason`` "bundle"
    where the item went into no such bundle, DamagedVault, FileExistsError and OSError; then nothing
    is written.
    """
    original = vault.original(vault.resolve(item))
    bundle_id = _bundle_of(vault, original.id, bundle)
    salt = vault.commitments(bundle_id).get(original.id)
    if salt is None:  # the log says that it left, so the vault must have it
        raise DamagedVault(part="what opens a bundle's commitments")
    steps = _steps_of(vault, original.id, bundle_id)
    opening = make_opening(bundle_id, bytes.fromhex(salt), original.sha256, original.size, steps)
    with written_whole(out) as target:
        target.write(opening)
        vault.log("revealed", original.id, {"bundle": bundle_id})
    return Revealed(out, bundle_id, original.id)


def show_log(
    vault: Vault, item: str, out: Path, in_words: Callable[[Disclosed], Iterable[str]]
) -> ShownLog:
    """Write one item's custody log to ``out``, and the same in words to ``out`` + ".txt".

    Neither may exist yet. Raises DamagedVault where the log does not hold, NoSuchItem,
    AlreadyExists and OSError; then nothing is written.
    """
    words = out.with_name(out.name + ".txt")
    if os.path.lexists(out) or os.path.lexists(words):
        raise AlreadyExists
    vault.check_custody()
    original = vault.original(vault.resolve(item))
    # Logged first, so that the log which is shown says that it was shown.
    vault.log("custody exported", original.id, {})
    signer = vault.signer(f"custody log {original.id}")
    written = disclosure.disclose(vault.custody(), original, signer)
    shown = disclosure.check(written)
    with written_all(out.parent) as another:
        with another(out) as target:
            target.write(written)
        with another(words) as target:
            target.write("\n".join((*in_words(shown), "")).encode())
    return ShownLog(out, words, original.id, shown)


TABLES: dict[str, Callable[[Sequence[Row]], bytes]] = {
    "csv": notes.as_csv,
    "json": notes.as_json,
    "uwazi": notes.as_uwazi,
}
"""What makes a table of what is said of items, by the name of its form."""

_UNNAMED = ".bin"


def write_captions(
    vault: Vault, items: Sequence[str], showing: Showing, form: str, out: Path
) -> int:
    """Write what is said of items as a table of one of TABLES; return how many they are.

    The files are called as in a bundle of these items. Logged for each of them. ``out`` must not
    exist yet. Raises NoSuchItem, FileExistsError and OSError; then nothing is written.
    """
    originals = [vault.original(item) for item in items]
    rows = [_row(vault, at, one, showing) for at, one in enumerate(originals)]
    with written_whole(out) as target:
        target.write(TABLES[form](rows))
        for original in originals:
            vault.log("captions written", original.id, {"format": form})
    return len(rows)


def _row(vault: Vault, at: int, original: Original, showing: Showing) -> Row:
    copies = vault.derivatives(original.id)
    kind = MediaKind(copies[-1].kind if copies else original.kind)
    path = media_path(at, EXTENSIONS.get(kind, _UNNAMED))
    return path, composing.record(vault, original, showing)


def write_request(vault: Vault, left: Left, out: Path) -> None:
    """Write a request for a time stamp of a bundle that left, which is kept in the log."""
    with written_whole(out) as target:
        target.write(stamping.request(vault, left))


def write_stamp(vault: Vault, left: Left, stamp: Stamp, out: Path) -> str:
    """Write a time stamp for whoever has the bundle, and log it; return the time it states."""
    at = read(stamp.response, stamp_data(stamp.nonce, left.merkle_root)).at
    with written_whole(out) as target:
        target.write(stamping.write_file(left.bundle_id, stamp))
        stamping.log(vault, left.bundle_id, left.merkle_root, stamp)
    return at


def _steps_of(vault: Vault, item: str, bundle: str) -> Json | None:
    """Return what is told of how the copy in this bundle was made; None where the bundle says it.

    Raises BadPlan for a plan that cannot be read.
    """
    left = {
        entry.facts.get("copy")
        for entry in vault.custody(item)
        if entry.event == "bundled" and entry.facts.get("bundle") == bundle
    }
    for copy in vault.derivatives(item):
        if copy.sha256 in left:
            for step in copy.steps:
                if step.name == "redact":
                    return recipe.told(step.facts)
    return None


def _bundle_of(vault: Vault, item: str, typed: str) -> str:
    """Return the one bundle that the item went into and whose id begins like this."""
    begins = typed.strip().lower().removeprefix("b-")
    found = [bundle for bundle in vault.bundles_of(item) if bundle.startswith(begins)]
    if len(begins) < _SHORTEST or len(found) != 1:
        raise NoSuchItem(reason="bundle")
    return found[0]
