"""The one interface behind which every file format stands.

A format reads what a file says, and writes a new file from what decoding needs
(an allowlist: what is not known to be harmless is left out or refused). The
second, independent reading of what was written lives in ``capture/verify`` and
shares no code with this package.
"""

from dataclasses import dataclass, replace
from enum import Enum
from typing import BinaryIO, Protocol

from capture.errors import CaptureError, Unsupported, Unverified
from capture.kinds import MediaKind
from capture.progress import Tick, stage
from capture.report import MetadataReport


class Profile(Enum):
    """How a cleaned copy is made."""

    FAITHFUL = "faithful"
    """Pixels and samples bit-exact where the format allows it."""
    ANONYMOUS = "anonymous"
    """Decoded and encoded again with one fixed setting for everybody."""
    SMALL = "small"
    """Anonymous, and no larger than a screen shows: less is left of the sensor's noise, too."""

    @property
    def max_side(self) -> int | None:
        """Pixels of the longer side at most, None where pictures keep their size."""
        return 2048 if self is Profile.SMALL else None

    def stages(self, tick: Tick, whole: int) -> tuple[Tick, Tick]:
        """Return the ticks of a copy's writing and of its second reading, of ``whole`` together.

        Reading again, each code is followed: of a video that is most of the work, unless it was
        encoded again.
        """
        written = 0.3 if self is Profile.FAITHFUL else 0.9
        return stage(tick, whole, 0, written), stage(tick, whole, written, 1)


def another_may(error: CaptureError) -> bool:
    """Whether another profile may do what this one could not.

    That is: carry over what it has no place for, or leave nothing behind coded data, which only
    encoding them again can promise. Encoding a file again, only so that it can say something that
    its witness keeps, is nobody's wish.
    """
    reason = error.facts.get("reason")
    if isinstance(error, Unverified):
        return reason == "codes"
    return isinstance(error, Unsupported) and reason != "kept"


class Sink(Protocol):
    """Where a cleaned copy goes: strictly in order, never seeked, never read back."""

    def write(self, data: bytes, /) -> object:
        """Append the bytes."""


@dataclass(frozen=True, slots=True)
class Cleaning:
    """What a writer did.

    ``kind`` is the kind of what was written (HEIC may become JPEG). ``lossless`` is true where
    pixels and samples are bit-exact. ``steps`` are stable names of what was done, enough to do
    it again; ``leaves`` are codes (keys of ``ui/words``) of what the copy honestly still shows,
    such as the camera's JPEG tables or sensor noise.
    """

    kind: MediaKind
    lossless: bool
    steps: tuple[str, ...]
    leaves: tuple[str, ...] = ()


def first_alone(cleaning: Cleaning, *, last: bool = False) -> Cleaning:
    """Say that of several pictures only the first (or the last) is in the copy."""
    name = "last-picture" if last else "first-picture"
    steps, leaves = (name, *cleaning.steps), (*cleaning.leaves, f"{name}-alone")
    return replace(cleaning, steps=steps, leaves=leaves)


class Format(Protocol):
    """One file format. Implementers are listed in ``catalog.py``."""

    def accepts(self, kind: MediaKind) -> bool:
        """Whether this format handles the kind."""

    def read(self, source: BinaryIO) -> MetadataReport:
        """Return everything that the file says.

        ``source`` is seekable and hostile. Raises Damaged or TooLarge; a file that is damaged
        after its metadata still gives its report.
        """

    def clean(self, source: BinaryIO, sink: Sink, profile: Profile, tick: Tick) -> Cleaning:
        """Write a cleaned copy to ``sink``; ``tick`` counts bytes of the source.

        Raises Damaged, TooLarge or Unsupported; what was written until then is the caller's
        to throw away.
        """

    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, by ``capture/verify``, against the allowlist.

        Accounts for every byte. Raises Unverified with the reason.
        """
