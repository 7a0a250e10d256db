"""What is to be covered in a photo: regions as data, kept in the vault, versioned.

A plan is measured in pixels of the upright picture, so it means the same to
the person who drew it and to the renderer. It holds everything that rendering
needs, the seed of its noise too: the same original and plan give the same
picture years later.
"""

import base64
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from capture.errors import BadPlan

VERSION = 1
MAX_REGIONS = 5_000
MAX_SIDE = 65_535
MAX_TEXT = 200
_SEED = re.compile(r"[0-9a-f]{32}")


class Shape(Enum):
    """The outline of a region inside its box."""

    BOX = "box"
    ELLIPSE = "ellipse"
    BRUSH = "brush"


class Style(Enum):
    """What stands where something was covered. Nothing is ever computed from covered pixels."""

    FILL = "fill"
    SOLID = "solid"


@dataclass(frozen=True, slots=True)
class Region:
    """One covered place; left, top, width, height in pixels of the upright picture.

    ``kind`` says what is covered ("face", "plate", "text", "drawn"), ``found_by`` who found it
    ("person" or a detector's name), ``confidence`` in thousandths. ``strokes`` is the brush mask
    of a BRUSH region, one bit a pixel in rows of whole bytes, packed with zlib. ``person`` is the
    row of "people shown" in the evidence record.
    """

    left: int
    top: int
    width: int
    height: int
    shape: Shape = Shape.BOX
    style: Style = Style.FILL
    kind: str = "drawn"
    found_by: str = "person"
    confidence: int = 1000
    reason: str = ""
    person: int | None = None
    strokes: bytes = b""


@dataclass(frozen=True, slots=True)
class Kept:
    """A found face that stays visible by a person's decision, and why."""

    left: int
    top: int
    width: int
    height: int
    reason: str


@dataclass(frozen=True, slots=True)
class RedactionPlan:
    """Everything that rendering a photo needs: the upright size, the regions, the noise's seed."""

    width: int
    height: int
    seed: str
    regions: tuple[Region, ...]
    kept: tuple[Kept, ...] = ()


def as_json(plan: RedactionPlan) -> dict[str, Any]:
    """Return the plan as plain values."""
    return {
        "version": VERSION,
        "width": plan.width,
        "height": plan.height,
        "seed": plan.seed,
        "regions": [_region_as_json(region) for region in plan.regions],
        "kept": [
            {"box": [kept.left, kept.top, kept.width, kept.height], "reason": kept.reason}
            for kept in plan.kept
        ],
    }


def from_json(untrusted: Mapping[str, Any]) -> RedactionPlan:
    """Read a plan back. Raises BadPlan for anything out of bounds or of another version."""
    try:
        if untrusted["version"] != VERSION:
            raise BadPlan("another version")
        plan = RedactionPlan(
            width=_number(untrusted["width"], 1, MAX_SIDE),
            height=_number(untrusted["height"], 1, MAX_SIDE),
            seed=_seed(untrusted["seed"]),
            regions=tuple(_region(row) for row in _rows(untrusted["regions"])),
            kept=tuple(_kept(row) for row in _rows(untrusted["kept"])),
        )
    except (KeyError, TypeError, ValueError, zlib.error) as error:
        raise BadPlan("a value is missing or out of bounds") from error
    return plan


def _region_as_json(region: Region) -> dict[str, Any]:
    return {
        "box": [region.left, region.top, region.width, region.height],
        "shape": region.shape.value,
        "style": region.style.value,
        "kind": region.kind,
        "found_by": region.found_by,
        "confidence": region.confidence,
        "reason": region.reason,
        "person": region.person,
        "strokes": base64.b64encode(region.strokes).decode("ascii"),
    }


def _region(untrusted: Mapping[str, Any]) -> Region:
    left, top, width, height = _box(untrusted["box"])
    person = untrusted["person"]
    return Region(
        left,
        top,
        width,
        height,
        shape=Shape(untrusted["shape"]),
        style=Style(untrusted["style"]),
        kind=_text(untrusted["kind"]),
        found_by=_text(untrusted["found_by"]),
        confidence=_number(untrusted["confidence"], 0, 1000),
        reason=_text(untrusted["reason"]),
        person=None if person is None else _number(person, 1, 99),
        strokes=base64.b64decode(untrusted["strokes"], validate=True),
    )


def _kept(untrusted: Mapping[str, Any]) -> Kept:
    return Kept(*_box(untrusted["box"]), reason=_text(untrusted["reason"]))


def _box(untrusted: Any) -> tuple[int, int, int, int]:
    left, top, width, height = untrusted
    return (
        _number(left, -MAX_SIDE, MAX_SIDE),
        _number(top, -MAX_SIDE, MAX_SIDE),
        _number(width, 1, 2 * MAX_SIDE),
        _number(height, 1, 2 * MAX_SIDE),
    )


def _rows(untrusted: Any) -> Sequence[Any]:
    if not isinstance(untrusted, list | tuple) or len(untrusted) > MAX_REGIONS:
        raise TypeError
    return untrusted


def _number(untrusted: Any, least: int, most: int) -> int:
    if isinstance(untrusted, bool) or not isinstance(untrusted, int):
        raise TypeError
    if not least <= untrusted <= most:
        raise ValueError
    return untrusted


def _text(untrusted: Any) -> str:
    if not isinstance(untrusted, str) or len(untrusted) > MAX_TEXT:
        raise TypeError
    return untrusted


def _seed(untrusted: Any) -> str:
    if not isinstance(untrusted, str) or not _SEED.fullmatch(untrusted):
        raise ValueError
    return untrusted
