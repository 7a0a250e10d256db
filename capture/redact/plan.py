"""What is to be covered in a photo: regions as data, kept in the vault, versioned.

A plan is measured in pixels of the upright picture, so it means the same to
the person who drew it and to the renderer. It holds everything that rendering
needs, the seed of its noise and the letters of its labels too: the same
original and plan give the same picture years later.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any

from capture.errors import BadPlan
from capture.redact import checked
from capture.redact.checked import MAX_SIDE

VERSION = 2
_FIRST_VERSION = 1
MAX_REGIONS = 2_000
MAX_PACKED = 192 << 10
"""Bytes of all packed strokes and letters of a plan: it is kept beside its copy, in a footer."""
MAX_CELLS = 1 << 28
"""Cells of all brush masks of a plan, and more than the pixels of any picture that we decode."""
MAX_CELL = 16
MAX_STRAIGHTEN = 45_000
LETTERS_HIGH = 64
"""Rows of a label's letters."""
MAX_LETTERS_WIDE = 4_096
_ANY_KIND = "drawn"
"""What the first version called whatever a person covered."""
Window = tuple[int, int, int, int]
"""A part of a picture: left, top, width, height in pixels."""


class RegionKind(StrEnum):
    """What is at a place that may have to be covered."""

    FACE = "face"
    PERSON = "person"
    VEHICLE = "vehicle"
    PLATE = "plate"
    TEXT = "text"
    SCREEN = "screen"
    PLACE = "place"
    OTHER = "other"


class Shape(Enum):
    """The outline of a region inside its box."""

    BOX = "box"
    ELLIPSE = "ellipse"
    BRUSH = "brush"


class Style(Enum):
    """What stands where something was covered. Nothing is ever computed from covered pixels."""

    FILL = "fill"
    SOLID = "solid"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Label:
    """Words on a solid cover, and their letters as drawn, so that rendering needs no font.

    ``letters`` is one bit a pixel in LETTERS_HIGH rows of whole bytes, ``width`` pixels wide,
    packed with zlib.
    """

    text: str
    width: int
    letters: bytes


@dataclass(frozen=True, slots=True)
class Region:
    """One covered place; left, top, width, height in pixels of the upright picture.

    ``found_by`` is who found it ("person" or a detector's name), ``confidence`` in thousandths.
    ``strokes`` is the brush mask of a BRUSH region: one bit for each square of ``cell`` by
    ``cell`` pixels from its left top corner, in rows of whole bytes, packed with zlib. ``person``
    is the row of "people shown" in the evidence record whom it covers.
    """

    left: int
    top: int
    width: int
    height: int
    shape: Shape = Shape.BOX
    style: Style = Style.FILL
    kind: RegionKind = RegionKind.OTHER
    found_by: str = "person"
    confidence: int = 1000
    reason: str = ""
    person: int | None = None
    strokes: bytes = b""
    cell: int = 1
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What was found and stays visible by a person's decision; ``reason`` is why, or a name."""

    left: int
    top: int
    width: int
    height: int
    reason: str
    kind: RegionKind = RegionKind.FACE
    found_by: str = "person"
    confidence: int = 1000
    person: int | None = None


@dataclass(frozen=True, slots=True)
class Dismissed:
    """Where a detector found something, and a person looked and saw that it is no such thing."""

    left: int
    top: int
    width: int
    height: int
    kind: RegionKind
    found_by: str
    confidence: int


@dataclass(frozen=True, slots=True)
class Crop:
    """What is left of the picture, in pixels of the upright and straightened one."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class RedactionPlan:
    """Everything that rendering a photo needs: the upright size, the regions, the noise's seed.

    ``straighten`` is by how much the covered picture is turned clockwise about its middle, in
    thousandths of a degree; ``crop`` cuts it after that, None leaves all of it.
    """

    width: int
    height: int
    seed: str
    regions: tuple[Region, ...]
    kept: tuple[Kept, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()
    crop: Crop | None = None
    straighten: int = 0


Box = Region | Kept | Dismissed | Crop


def as_json(plan: RedactionPlan) -> dict[str, Any]:
    """Return the plan as plain values."""
    return {
        "version": VERSION,
        "width": plan.width,
        "height": plan.height,
        "seed": plan.seed,
        "straighten": plan.straighten,
        "crop": None if plan.crop is None else _box_as_json(plan.crop),
        "regions": [_region_as_json(region) for region in plan.regions],
        "kept": [
            {**_found_as_json(kept), "reason": kept.reason, "person": kept.person}
            for kept in plan.kept
        ],
        "dismissed": [_found_as_json(dismissed) for dismissed in plan.dismissed],
    }


def from_json(untrusted: Mapping[str, Any]) -> RedactionPlan:
    """Read a plan back, of this version or of the first. Raises BadPlan for anything else."""
    try:
        version = untrusted["version"]
        if version not in {VERSION, _FIRST_VERSION} or isinstance(version, bool):
            raise BadPlan("another version")
        plan = _plan(untrusted if version == VERSION else _since_the_first(untrusted))
    except (KeyError, TypeError, ValueError) as error:
        raise BadPlan("a value is missing or out of bounds") from error
    _check_size(plan.regions)
    return plan


def cells_of(region: Region) -> tuple[int, int]:
    """Return how many rows and columns of cells a region's brush mask has."""
    return -(-region.height // region.cell), -(-region.width // region.cell)


def _plan(untrusted: Mapping[str, Any]) -> RedactionPlan:
    width, height = (checked.number(untrusted[side], 1, MAX_SIDE) for side in ("width", "height"))
    crop = untrusted["crop"]
    return RedactionPlan(
        width,
        height,
        seed=checked.seed(untrusted["seed"]),
        regions=tuple(_region(row) for row in checked.rows(untrusted["regions"], MAX_REGIONS)),
        kept=tuple(_kept(row) for row in checked.rows(untrusted["kept"], MAX_REGIONS)),
        dismissed=tuple(
            Dismissed(*_found(row)) for row in checked.rows(untrusted["dismissed"], MAX_REGIONS)
        ),
        crop=None if crop is None else _crop(crop, width, height),
        straighten=checked.number(untrusted["straighten"], -MAX_STRAIGHTEN, MAX_STRAIGHTEN),
    )


def _since_the_first(untrusted: Mapping[str, Any]) -> dict[str, Any]:
    """Give a plan of the first version what came later; its brushes had one bit a pixel."""
    later = {"cell": 1, "label": None}
    found = {"kind": "face", "found_by": "person", "confidence": 1000, "person": None}
    regions = [{**later, **row} for row in checked.rows(untrusted["regions"], MAX_REGIONS)]
    for row in regions:
        row["kind"] = "other" if row["kind"] == _ANY_KIND else row["kind"]
    kept = [{**found, **row} for row in checked.rows(untrusted["kept"], MAX_REGIONS)]
    since: dict[str, Any] = {"straighten": 0, "crop": None, "dismissed": []}
    return {**untrusted, **since, "regions": regions, "kept": kept}


def _box_as_json(box: Box) -> list[int]:
    return [box.left, box.top, box.width, box.height]


def _found_as_json(found: Region | Kept | Dismissed) -> dict[str, Any]:
    return {
        "box": _box_as_json(found),
        "kind": found.kind.value,
        "found_by": found.found_by,
        "confidence": found.confidence,
    }


def _region_as_json(region: Region) -> dict[str, Any]:
    label = region.label
    return {
        **_found_as_json(region),
        "shape": region.shape.value,
        "style": region.style.value,
        "reason": region.reason,
        "person": region.person,
        "strokes": checked.packed_as_json(region.strokes),
        "cell": region.cell,
        "label": label
        and {
            "text": label.text,
            "width": label.width,
            "letters": checked.packed_as_json(label.letters),
        },
    }


def _region(untrusted: Mapping[str, Any]) -> Region:
    left, top, width, height, kind, found_by, confidence = _found(untrusted)
    style = Style(untrusted["style"])
    label = checked.maybe(_label, untrusted["label"])
    if (style is Style.LABEL) != (label is not None):
        raise ValueError
    return Region(
        left,
        top,
        width,
        height,
        shape=Shape(untrusted["shape"]),
        style=style,
        kind=kind,
        found_by=found_by,
        confidence=confidence,
        reason=checked.text(untrusted["reason"]),
        person=checked.maybe(checked.person, untrusted["person"]),
        strokes=checked.packed(untrusted["strokes"], MAX_PACKED),
        cell=checked.number(untrusted["cell"], 1, MAX_CELL),
        label=label,
    )


def _label(untrusted: Mapping[str, Any]) -> Label:
    return Label(
        checked.said(untrusted["text"]),
        checked.number(untrusted["width"], 1, MAX_LETTERS_WIDE),
        checked.packed(untrusted["letters"], MAX_PACKED),
    )


def _kept(untrusted: Mapping[str, Any]) -> Kept:
    left, top, width, height, kind, found_by, confidence = _found(untrusted)
    return Kept(
        left,
        top,
        width,
        height,
        reason=checked.said(untrusted["reason"]),
        kind=kind,
        found_by=found_by,
        confidence=confidence,
        person=checked.maybe(checked.person, untrusted["person"]),
    )


def _found(untrusted: Mapping[str, Any]) -> tuple[int, int, int, int, RegionKind, str, int]:
    return (
        *checked.box(untrusted["box"]),
        RegionKind(untrusted["kind"]),
        checked.text(untrusted["found_by"]),
        checked.number(untrusted["confidence"], 0, 1000),
    )


def _crop(untrusted: Any, width: int, height: int) -> Crop:
    left, top, across, down = checked.box(untrusted)
    if left < 0 or top < 0 or left + across > width or top + down > height:
        raise ValueError
    return Crop(left, top, across, down)


def _check_size(regions: Iterable[Region]) -> None:
    """Hold what has to be kept and unpacked for a plan to its bounds."""
    packed = cells = 0
    for region in regions:
        packed += len(region.strokes) + (len(region.label.letters) if region.label else 0)
        if region.shape is Shape.BRUSH:
            rows, columns = cells_of(region)
            cells += rows * columns
    if packed > MAX_PACKED or cells > MAX_CELLS:
        raise BadPlan("more strokes than a plan can hold")
