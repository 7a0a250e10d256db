"""DOOR: what a bundle has said in a sealed commitment, shown to whom the witness chooses.

``reveal`` is the witness's part: it writes the opening of one item, made from
what the vault kept when the bundle left. ``repeat`` is the recipient's: it
cleans a given original once more, by the steps that the signed manifest
states, and compares the outcome with the copy that was signed. No vault then.
"""

import io
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from math import log10
from operator import sub
from pathlib import Path
from typing import BinaryIO

from capture.errors import CaptureError
from capture.export import written_whole
from capture.formats.base import Profile
from capture.isolate import MediaPool
from capture.progress import Tick, silent
from capture.report import Picture
from storage.bundle.manifest import ItemEntry
from storage.bundle.opening import make_opening
from storage.errors import DamagedBundle, DamagedVault, NoSuchItem
from storage.vault import Vault

_SIDE = 1024
"""Longer side, in pixels, at which two pictures are compared."""
_SAME_PIXELS = 99.9
"""Decibels that are stated where no sample differs: the formula has no end there."""
_MOST_HELD = 64 * 1024 * 1024
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
    MEASURED = "measured"  # encoded again; how far the two are from each other is stated
    OTHER_SHAPE = "other-shape"  # encoded again, and a picture of another size came out
    UNPROVEN = "unproven"  # encoded again, and not to the same bits: shows nothing either way
    NOT_PUBLIC = "not-public"  # the steps do not say enough: what was covered stays in the vault


@dataclass(frozen=True, slots=True)
class Measure:
    """How far a copy made again is from the signed one: PSNR in decibels, largest difference.

    Differences are of samples from 0 to 255; width and height are of the pictures compared.
    """

    psnr: float
    largest: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was shown, with the measure where one was made."""

    shown: Repeated
    measure: Measure | None = None


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
    found = [bundle for bundle in vault.bundles_of(item) if bundle.startswith(begins)]
    if len(begins) < _SHORTEST or len(found) != 1:
        raise NoSuchItem(reason="bundle")
    return found[0]


def repeat(
    pool: MediaPool,
    signed: ItemEntry,
    original: BinaryIO,
    signed_copy: Callable[[], bytes | None],
    tick: Tick = silent,
) -> Outcome:
    """Clean the original again by the signed steps, and say whether the same copy comes of it.

    Where the copy was encoded again, and other bits come out, both are decoded (in the confined
    child) and compared; ``signed_copy`` gives the bytes of the copy, None where they are not at
    hand. Raises DamagedBundle(reason="opening-copy") where a copy that was signed as lossless
    comes out otherwise, and CaptureError where the original cannot be cleaned here.
    """
    profile = _profile(signed)
    if profile is None:
        return Outcome(Repeated.NOT_PUBLIC)
    copy = _Kept()
    pool.clean(original, copy, profile, tick)
    if (copy.size, copy.sha256.hexdigest()) == (signed.size, signed.sha256):
        return Outcome(Repeated.SAME)
    if signed.lossless:
        raise DamagedBundle(reason="opening-copy")
    return _compared(pool, copy, signed_copy(), tick)


def _compared(pool: MediaPool, copy: "_Kept", signed_copy: bytes | None, tick: Tick) -> Outcome:
    if signed_copy is None or copy.content is None:
        return Outcome(Repeated.UNPROVEN)
    try:
        pictures = [
            pool.view(io.BytesIO(data), _SIDE, None, None, tick)
            for data in (copy.content, signed_copy)
        ]
    except CaptureError:
        return Outcome(Repeated.UNPROVEN)  # sound, or a kind that is not shown
    (size, ours), (signed_size, signed_picture) = pictures
    if size != signed_size or ours.width != signed_picture.width:
        return Outcome(Repeated.OTHER_SHAPE)
    return Outcome(Repeated.MEASURED, _measure(ours, signed_picture))


def _measure(ours: Picture, signed: Picture) -> Measure:
    """Return how far two pictures of one size are from each other, over all their samples."""
    differences = Counter(map(sub, ours.rgb, signed.rgb))
    squares = sum(count * difference**2 for difference, count in differences.items())
    mean = squares / max(len(ours.rgb), 1)
    psnr = 10 * log10(255**2 / mean) if mean else _SAME_PIXELS
    largest = max(map(abs, differences))
    return Measure(round(psnr, 1), largest, ours.width, ours.height)


def _profile(signed: ItemEntry) -> Profile | None:
    """Return how the copy was cleaned, None where the signed steps tell of something else."""
    first = signed.steps[0] if signed.steps else None
    if first is None or first.name != "clean":
        return None
    untrusted = first.facts.get("profile")
    return next((profile for profile in Profile if profile.value == untrusted), None)


class _Kept:
    """A sink that digests what it is given, and holds it in memory unless it is too long."""

    def __init__(self) -> None:
        self.sha256, self.size = sha256(), 0
        self._held = bytearray()

    @property
    def content(self) -> bytes | None:
        return bytes(self._held) if len(self._held) == self.size else None

    def write(self, data: bytes, /) -> int:
        self.sha256.update(data)
        self.size += len(data)
        if self.size <= _MOST_HELD:
            self._held += data
        return len(data)
