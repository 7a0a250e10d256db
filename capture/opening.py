"""DOOR: what a bundle has said in a sealed commitment, shown to whom the witness chooses.

``reveal`` is the witness's part: it writes the opening of one item, made from
what the vault kept when the bundle left. ``repeat`` is the recipient's: it
cleans a given original once more, by the steps that the signed manifest
states, and compares the outcome with the copy that was signed, or measures how
alike original and copy are where bits cannot be the same. No vault then.
``show_log`` writes one item's custody log for whom it is shown to, and the two
after it what is exchanged with a time-stamp authority.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO

from capture import likeness
from capture.errors import CaptureError
from capture.export import written_all, written_whole
from capture.formats.base import Profile
from capture.isolate import MediaPool
from capture.kinds import MediaKind
from capture.likeness import Compared
from capture.progress import Tick, silent
from storage.bundle import disclosure, stamping
from storage.bundle.contents import Stamp, stamp_data
from storage.bundle.disclosure import Disclosed
from storage.bundle.manifest import ItemEntry
from storage.bundle.opening import make_opening
from storage.bundle.stamping import Left
from storage.errors import AlreadyExists, DamagedBundle, DamagedVault, NoSuchItem
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


class Repeated(Enum):
    """What cleaning the original once more has shown about the signed copy."""

    SAME = "same"  # bit for bit the copy that was signed
    MEASURED = "measured"  # encoded again, and alike everywhere by the measure
    OUTSIDE = "outside"  # something was covered or changed; alike elsewhere by the measure
    UNLIKE = "unlike"  # encoded again, and not alike by the measure
    OTHER_SHAPE = "other-shape"  # encoded again, and of another size or length
    UNPROVEN = "unproven"  # cannot be compared here: shows nothing either way
    NOT_PUBLIC = "not-public"  # covered, and too little is left that could be compared


@dataclass(frozen=True, slots=True)
class SoundMeasure:
    """How the copy sounds beside the original, in stretches; see ``likeness/sounds.py``."""

    heard: int
    alike: int
    quiet: int
    wave: float | None
    rhythm: float | None
    holds: bool


@dataclass(frozen=True, slots=True)
class Measure:
    """How alike the signed copy and the original are; docs/formats/bundle.md defines each.

    ``pictures`` were compared at ``width`` by ``height``, in ``fields``, of which ``agree`` do;
    ``seen`` and ``seen_agree`` are of those with something to be seen in them. PSNR is in
    decibels, and ``largest`` the largest difference of a sample from 0 to 255: everywhere, or
    only where they agree if something was covered. None where there was no picture.
    """

    pictures: int
    width: int
    height: int
    fields: int
    agree: int
    seen: int
    seen_agree: int
    psnr: float | None
    largest: int | None
    sound: SoundMeasure | None
    name: str = "firsthand likeness 1"

    @classmethod
    def of(cls, found: Compared, *, covered: bool) -> "Measure":
        """Return the figures of a comparison."""
        fields, heard = found.fields, found.sound
        error = fields.agreeing if covered else fields.everywhere
        sound = None
        if heard is not None:
            told = (heard.heard, heard.alike, heard.quiet, heard.wave, heard.rhythm)
            sound = SoundMeasure(*told, holds=heard.holds_outside if covered else heard.holds)
        return cls(
            found.frames,
            *found.size,
            fields.count,
            fields.agree,
            fields.seen,
            fields.seen_agree,
            error.psnr if error.samples else None,
            error.largest if error.samples else None,
            sound,
        )


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
    signed_copy: Callable[[], BinaryIO | None],
    tick: Tick = silent,
) -> Outcome:
    """Clean the original again by the signed steps, and say whether the same copy comes of it.

    Where the copy was encoded again, and other bits come out, or where something was covered,
    both are decoded (in the confined child) and compared; ``signed_copy`` opens the copy, None
    where it is not at hand. Raises DamagedBundle(reason="opening-copy") where a copy that was
    signed as lossless comes out otherwise, and CaptureError where the original cannot be cleaned.
    """
    covered = bool(signed.steps) and signed.steps[0].name == "redact"
    profile = _profile(signed)
    if profile is None and not covered:
        return Outcome(Repeated.NOT_PUBLIC)
    if profile is not None:
        again = _Digest()
        pool.clean(original, again, profile, tick)
        if (again.size, again.sha256.hexdigest()) == (signed.size, signed.sha256):
            return Outcome(Repeated.SAME)
        if signed.lossless:
            raise DamagedBundle(reason="opening-copy")
    copy = signed_copy()
    if copy is None:
        return Outcome(Repeated.UNPROVEN)
    with copy:
        return _compared(pool, signed, copy, original, tick, covered=covered)


def _compared(
    pool: MediaPool,
    signed: ItemEntry,
    copy: BinaryIO,
    original: BinaryIO,
    tick: Tick,
    *,
    covered: bool,
) -> Outcome:
    """Measure how alike the signed copy and the original are."""
    seen = _Digest()
    copyfileobj(copy, seen)
    kind = next((kind for kind in MediaKind if kind.value == signed.kind), None)
    if seen.sha256.hexdigest() != signed.sha256 or kind is None:
        return Outcome(Repeated.UNPROVEN)  # changed since it was verified, or of a newer version
    try:
        found = likeness.compare(pool, copy, original, tick, played=kind.is_video)
    except CaptureError:
        return Outcome(Repeated.UNPROVEN)  # of a kind that is not shown
    if found is None:
        return Outcome(Repeated.NOT_PUBLIC if covered else Repeated.OTHER_SHAPE)
    return Outcome(_shown(found, covered=covered), Measure.of(found, covered=covered))


def _shown(found: Compared, *, covered: bool) -> Repeated:
    if covered:
        return Repeated.OUTSIDE if found.holds_outside else Repeated.NOT_PUBLIC
    return Repeated.MEASURED if found.holds else Repeated.UNLIKE


def _profile(signed: ItemEntry) -> Profile | None:
    """Return how the copy was cleaned, None where the signed steps tell of something else."""
    first = signed.steps[0] if signed.steps else None
    if first is None or first.name != "clean":
        return None
    untrusted = first.facts.get("profile")
    return next((profile for profile in Profile if profile.value == untrusted), None)


class _Digest:
    """A sink that keeps nothing but the digest and the size."""

    def __init__(self) -> None:
        self.sha256, self.size = sha256(), 0

    def write(self, data: bytes, /) -> int:
        self.sha256.update(data)
        self.size += len(data)
        return len(data)
