"""DOOR: what the recipient of an opening does with it: the steps once more, and a comparison.

A given original is cleaned by the steps that the signed manifest states, or covered, cropped and
turned as the opening says, and the outcome is held against the copy that was signed. Where bits
cannot be the same, original and copy are measured. No vault is needed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from shutil import copyfileobj
from typing import BinaryIO

from capture import likeness
from capture.errors import BadPlan, CaptureError
from capture.formats.base import Profile
from capture.isolate import MediaPool
from capture.kinds import MediaKind
from capture.likeness import Compared, Recipe, recipe
from capture.progress import Tick, silent
from capture.redact.film import FilmPlan
from storage.bundle.manifest import ItemEntry
from storage.bundle.opening import Opened
from storage.errors import DamagedBundle


class Repeated(Enum):
    """What doing the steps on the original once more has shown about the signed copy."""

    SAME = "same"  # bit for bit the copy that was signed
    MEASURED = "measured"  # encoded again, and alike everywhere by the measure
    OUTSIDE = "outside"  # something was covered or changed; alike elsewhere by the measure
    UNLIKE = "unlike"  # encoded again, and not alike by the measure
    OTHER_SHAPE = "other-shape"  # encoded again, and of another size or length
    UNPROVEN = "unproven"  # cannot be compared here: shows nothing either way
    STEPS = "steps"  # done again as the opening says, and alike everywhere by the measure
    UNLIKE_STEPS = "unlike-steps"  # done again as the opening says, and not alike
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


def repeat(
    pool: MediaPool,
    opened: Opened,
    original: BinaryIO,
    signed_copy: Callable[[], BinaryIO],
    tick: Tick = silent,
) -> Outcome:
    """Do the steps on the original again, and say whether the same copy comes of it.

    Where other bits come out because the copy was encoded again, and where something was covered,
    both are decoded (in the confined child) and compared; ``signed_copy`` opens the copy. Raises
    what that does, DamagedBundle with ``reason`` "opening-copy" where a copy that
    was signed as lossless comes out otherwise and "opening" where the steps that the opening says
    are none, and CaptureError where the original cannot be cleaned.
    """
    signed = opened.item
    covered = bool(signed.steps) and signed.steps[0].name == "redact"
    if covered:
        return _covered(pool, opened, original, signed_copy, tick)
    profile = _profile(signed)
    if profile is None:
        return Outcome(Repeated.NOT_PUBLIC)
    again = _Digest()
    pool.clean(original, again, profile, tick)
    if again.is_of(signed):
        return Outcome(Repeated.SAME)
    if signed.lossless:
        raise DamagedBundle(reason="opening-copy")
    found = _compared(pool, signed, signed_copy, original, tick, done=None)
    if not isinstance(found, Compared):
        return Outcome(found or Repeated.OTHER_SHAPE)
    shown = Repeated.MEASURED if found.holds else Repeated.UNLIKE
    return Outcome(shown, Measure.of(found, covered=False))


def _covered(
    pool: MediaPool,
    opened: Opened,
    original: BinaryIO,
    signed_copy: Callable[[], BinaryIO],
    tick: Tick,
) -> Outcome:
    """Compare a copy that was covered or changed, as far as the opening says how."""
    done = _recipe(opened)
    found = _compared(pool, opened.item, signed_copy, original, tick, done=done)
    if not isinstance(found, Compared):
        return Outcome(found or (Repeated.OTHER_SHAPE if done else Repeated.NOT_PUBLIC))
    if done is None or not _is_all_told(opened.item, done):
        shown = Repeated.OUTSIDE if found.holds_outside else Repeated.NOT_PUBLIC
        return Outcome(shown, Measure.of(found, covered=True))
    if isinstance(done, FilmPlan):
        shown = Repeated.STEPS if found.holds else Repeated.UNLIKE_STEPS
        return Outcome(shown, Measure.of(found, covered=False))
    again = _Digest()
    original.seek(0)
    pool.redact(original, done, again, tick)
    return Outcome(judged(found, same=again.is_of(opened.item)), Measure.of(found, covered=False))


def judged(found: Compared, *, same: bool) -> Repeated:
    """Say what a photo shows that was done again by an opened plan; ``same`` is of its bits."""
    if not found.holds:
        return Repeated.UNLIKE_STEPS
    if same:
        return Repeated.SAME if found.shows_enough else Repeated.NOT_PUBLIC
    return Repeated.STEPS if found.is_seen else Repeated.NOT_PUBLIC


def _recipe(opened: Opened) -> Recipe | None:
    if opened.untrusted_steps is None:
        return None
    try:
        return recipe.read(opened.untrusted_steps)
    except BadPlan as error:
        raise DamagedBundle(reason="opening") from error


def _is_all_told(signed: ItemEntry, done: Recipe) -> bool:
    """Whether the opening says all that was done: of a film it says no covered places."""
    if not isinstance(done, FilmPlan):
        return True
    return signed.steps[0].facts.get("regions") == 0 and not recipe.changes_more_than_cuts(done)


def _compared(
    pool: MediaPool,
    signed: ItemEntry,
    signed_copy: Callable[[], BinaryIO],
    original: BinaryIO,
    tick: Tick,
    *,
    done: Recipe | None,
) -> Compared | Repeated | None:
    """Compare both; None where they do not lie over each other, UNPROVEN where it cannot be."""
    kind = next((kind for kind in MediaKind if kind.value == signed.kind), None)
    if kind is None:
        return Repeated.UNPROVEN  # of a newer version
    with signed_copy() as copy:
        seen = _Digest()
        copyfileobj(copy, seen)
        if not seen.is_of(signed):
            return Repeated.UNPROVEN  # changed since it was verified
        try:
            return likeness.compare(pool, copy, original, tick, played=kind.is_video, done=done)
        except BadPlan:
            return None  # this was not done to a picture of that shape
        except CaptureError:
            return Repeated.UNPROVEN  # of a kind that is not shown


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

    def is_of(self, signed: ItemEntry) -> bool:
        """Say whether what was written is what was signed."""
        return (self.size, self.sha256.hexdigest()) == (signed.size, signed.sha256)

    def write(self, data: bytes, /) -> int:
        self.sha256.update(data)
        self.size += len(data)
        return len(data)
