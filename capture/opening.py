"""DOOR: what a bundle has said in a sealed commitment, shown to whom the witness chooses.

``reveal`` is the witness's part: it writes the opening of one item, made from
what the vault kept when the bundle left. ``repeat`` is the recipient's: it
cleans a given original once more, by the steps that the signed manifest
states, and compares the outcome with the copy that was signed. No vault then.
"""

from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from capture.export import written_whole
from capture.formats.base import Profile
from capture.isolate import MediaPool
from capture.progress import Tick, silent
from storage.bundle.manifest import ItemEntry
from storage.bundle.opening import make_opening
from storage.errors import DamagedBundle, DamagedVault, NoSuchItem
from storage.vault import Vault

_SHORTEST = 4
"""Digits of a bundle's id that a person has to give at least, as for an item."""


@dataclass(frozen=True, slots=True)
class Revealed:
    """One opening that was written: where, and of which item in which bundle."""

    path: Path
    bundle_id: str
    item: str


class Repeated(Enum):
    """What cleaning the original once more has shown about the signed copy."""

    SAME = "same"  # bit for bit the copy that was signed
    UNPROVEN = "unproven"  # encoded again, and not to the same bits: shows nothing either way
    NOT_PUBLIC = "not-public"  # the steps do not say enough: what was covered stays in the vault


def reveal(vault: Vault, bundle: str, item: str, out: Path) -> Revealed:
    """Write the opening of one item's commitment to ``out``, which must not exist yet.

    ``bundle`` and ``item`` are ids or how they begin. Raises NoSuchItem, with ``reason`` "bundle"
    where the item went into no such bundle, DamagedVault, FileExistsError and OSError; then nothing
    is written.
    """
    original = vault.original(vault.resolve(item))
    bundle_id = _bundle_of(vault, original.id, bundle)
    salt = vault.commitments(bundle_id).get(original.id)
    if salt is None:  # the log says that it left, so the vault must have it
        raise DamagedVault(part="what opens a bundle's commitments")
    opening = make_opening(bundle_id, bytes.fromhex(salt), original.sha256, original.size)
    with written_whole(out) as target:
        target.write(opening)
        vault.log("revealed", original.id, {"bundle": bundle_id})
    return Revealed(out, bundle_id, original.id)


def _bundle_of(vault: Vault, item: str, typed: str) -> str:
    """Return the one bundle that the item went into and whose id begins like this."""
    begins = typed.strip().lower().removeprefix("b-")
    left = {str(entry.facts["bundle"]) for entry in vault.custody(item) if entry.event == "bundled"}
    found = [bundle for bundle in left if bundle.startswith(begins)]
    if len(begins) < _SHORTEST or len(found) != 1:
        raise NoSuchItem(reason="bundle")
    return found[0]


def repeat(pool: MediaPool, signed: ItemEntry, original: BinaryIO, tick: Tick = silent) -> Repeated:
    """Clean the original again by the signed steps, and say whether the same copy comes of it.

    Raises DamagedBundle(reason="opening-copy") where a copy that was signed as lossless comes out
    otherwise, and CaptureError where the original cannot be cleaned here.
    """
    profile = _profile(signed)
    if profile is None:
        return Repeated.NOT_PUBLIC
    copy = _Digest()
    pool.clean(original, copy, profile, tick)
    if (copy.size, copy.sha256.hexdigest()) == (signed.size, signed.sha256):
        return Repeated.SAME
    if signed.lossless:
        raise DamagedBundle(reason="opening-copy")
    return Repeated.UNPROVEN


def _profile(signed: ItemEntry) -> Profile | None:
    """Return how the copy was cleaned, None where the signed steps tell of something else."""
    first = signed.steps[0] if signed.steps else None
    if first is None or first.name != "clean":
        return None
    untrusted = first.facts.get("profile")
    return next((profile for profile in Profile if profile.value == untrusted), None)


class _Digest:
    """A sink that keeps nothing of what it is given but its digest."""

    def __init__(self) -> None:
        self.sha256, self.size = sha256(), 0

    def write(self, data: bytes, /) -> int:
        self.sha256.update(data)
        self.size += len(data)
        return len(data)
