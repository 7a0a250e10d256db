"""What rendering a video did, as plain values: nothing here decodes anything."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from capture.redact import checked

_MOST_FRAMES = 1 << 40
_MOST_STEPS = 50


@dataclass(frozen=True, slots=True)
class Rendered:
    """What was done: its steps by name, and how many frames there are in the copy.

    ``covered`` of them have a cover; ``broken`` ones could not be decoded and are blank.
    """

    steps: tuple[str, ...]
    frames: int
    covered: int
    broken: int
    sound: bool


def as_json(done: Rendered) -> dict[str, Any]:
    """Return it as plain values."""
    return asdict(done)


def from_json(untrusted: Mapping[str, Any]) -> Rendered:
    """Read it back. Raises KeyError, TypeError or ValueError for anything else."""
    frames, covered, broken = (
        checked.number(untrusted[name], 0, _MOST_FRAMES) for name in ("frames", "covered", "broken")
    )
    steps = tuple(checked.said(step) for step in checked.rows(untrusted["steps"], _MOST_STEPS))
    return Rendered(steps, frames, covered, broken, sound=untrusted["sound"] is True)
