"""What rendering a video did, as plain values: nothing here decodes anything."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from capture.redact import checked
from capture.redact.keys import MAX_TIME

_MOST_FRAMES = 1 << 40
_MOST_STEPS = 50
TO_USUAL_COLOURS = frozenset(("colours-to-sdr", "colours-to-bt709", "depth-to-8-bit"))
"""Steps after which a picture has other colours than before: fewer, as usual screens have."""
MOST_LOST = 500
"""Stretches that are named; what comes after them is of the last one."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What was done: its steps by name, and how many frames there are in the copy.

    ``covered`` of them have a cover; ``broken`` ones could not be decoded and are blank. ``lost``
    are the stretches (begins, ends) of the original in microseconds that are blank, or are missing
    at its end, in order.
    """

    steps: tuple[str, ...]
    frames: int
    covered: int
    broken: int
    sound: bool
    lost: tuple[tuple[int, int], ...] = ()


def as_json(done: Rendered) -> dict[str, Any]:
    """Return it as plain values."""
    return asdict(done)


def from_json(untrusted: Mapping[str, Any]) -> Rendered:
    """Read it back. Raises KeyError, TypeError or ValueError for anything else."""
    frames, covered, broken = (
        checked.number(untrusted[name], 0, _MOST_FRAMES) for name in ("frames", "covered", "broken")
    )
    steps = tuple(checked.said(step) for step in checked.rows(untrusted["steps"], _MOST_STEPS))
    lost = tuple(_span(row) for row in checked.rows(untrusted["lost"], MOST_LOST))
    return Rendered(steps, frames, covered, broken, untrusted["sound"] is True, lost)


def _span(untrusted: Any) -> tuple[int, int]:
    begins, ends = untrusted
    begins = checked.number(begins, 0, MAX_TIME)
    return begins, checked.number(ends, begins + 1, MAX_TIME + 1)
