"""Reports, cleanings and errors as JSON for the pipes, and back with every field checked.

What comes from the child is hostile until checked: a decoder that was taken
over may say anything. The constructors below accept exactly the expected
types and bounded counts; anything else is BrokenWire.
"""

import base64
import json
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from capture import errors
from capture.detect.finding import Finding
from capture.formats.base import Cleaning
from capture.isolate.limits.promises import Held
from capture.isolate.wire import BrokenWire
from capture.kinds import MediaKind
from capture.redact.plan import RegionKind
from capture.report import (
    Embedded,
    Facts,
    Harm,
    HiddenPicture,
    Likeness,
    MetadataReport,
    Picture,
    Trace,
)
from capture.reveal import Kept

T = TypeVar("T")
MAX_TRACES = 50_000
_MAX_SIDE = 1 << 17
_TEXT_FACTS = ("latitude", "longitude", "taken_at", "device", "duration")
_NUMBER_FACTS = ("width", "height")


def pack_report(report: MetadataReport) -> bytes:
    """Encode a report with its needles.

    Raises TooLarge for one longer than is sent: what was left out would not be looked for in the
    copy either.
    """
    if max(len(report.traces), len(report.embedded)) > MAX_TRACES:
        raise errors.TooLarge("more traces than are told", part="traces")
    return _dump(
        {
            "kind": report.kind.value,
            "size": report.size,
            "traces": [
                [t.tag, t.value, t.harm.value, t.where, [_b64(n) for n in t.needles]]
                for t in report.traces
            ],
            "embedded": [[e.kind, e.offset, e.size] for e in report.embedded],
            "facts": {name: getattr(report.facts, name) for name in (*_TEXT_FACTS, *_NUMBER_FACTS)},
        }
    )


def unpack_report(untrusted: bytes) -> MetadataReport:
    """Decode a report. Raises BrokenWire."""
    untrusted_value = _load(untrusted)
    try:
        return MetadataReport(
            kind=MediaKind(untrusted_value["kind"]),
            size=_number(untrusted_value["size"]),
            traces=tuple(_trace(*row) for row in _rows(untrusted_value["traces"])),
            embedded=tuple(
                Embedded(_text(kind), _number(offset), _number(size))
                for kind, offset, size in _rows(untrusted_value["embedded"])
            ),
            facts=_facts(untrusted_value["facts"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenWire from error


def pack_cleaning(cleaning: Cleaning) -> bytes:
    """Encode what a writer did."""
    return _dump(
        {
            "kind": cleaning.kind.value,
            "lossless": cleaning.lossless,
            "steps": cleaning.steps,
            "leaves": cleaning.leaves,
        }
    )


def unpack_cleaning(untrusted: bytes) -> Cleaning:
    """Decode what a writer did. Raises BrokenWire."""
    untrusted_value = _load(untrusted)
    try:
        return Cleaning(
            kind=MediaKind(untrusted_value["kind"]),
            lossless=untrusted_value["lossless"] is True,
            steps=tuple(_text(step) for step in _rows(untrusted_value["steps"])),
            leaves=tuple(_text(code) for code in _rows(untrusted_value["leaves"])),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenWire from error


def pack_found(size: tuple[int, int], findings: list[Finding]) -> bytes:
    """Encode a picture's width and height and what was found in it."""
    rows = [
        [f.left, f.top, f.right, f.bottom, f.kind, f.confidence, f.found_by]
        for f in findings[:MAX_TRACES]
    ]
    return _dump({"size": size, "found": rows})


def unpack_found(untrusted: bytes) -> tuple[tuple[int, int], list[Finding]]:
    """Decode what was found. Raises BrokenWire."""
    untrusted_value = _load(untrusted)
    try:
        width, height = (_number(side) for side in _rows(untrusted_value["size"]))
        found = [_finding(*row) for row in _rows(untrusted_value["found"])]
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenWire from error
    return (width, height), found


def _finding(left: Any, top: Any, right: Any, bottom: Any, *rest: Any) -> Finding:
    kind, confidence, found_by = rest
    return Finding(
        _fraction(left, _MAX_SIDE),
        _fraction(top, _MAX_SIDE),
        _fraction(right, _MAX_SIDE),
        _fraction(bottom, _MAX_SIDE),
        RegionKind(_text(kind)),
        _fraction(confidence, 1),
        _text(found_by),
    )


def _fraction(untrusted_value: Any, most: float) -> float:
    if isinstance(untrusted_value, bool) or not isinstance(untrusted_value, int | float):
        raise TypeError
    if not 0 <= untrusted_value <= most:
        raise ValueError
    return float(untrusted_value)


def pack_hidden(found: tuple[HiddenPicture, ...]) -> bytes:
    """Encode hidden pictures: four bytes of length, a list as JSON, then their pixels in order."""
    rows = [[*_place(one.part), one.likeness.value, *_sides(one.picture)] for one in found]
    listed = _dump({"found": rows})
    pixels = b"".join(one.picture.rgb for one in found if one.picture)
    return len(listed).to_bytes(4, "big") + listed + pixels


def unpack_hidden(untrusted: bytes) -> tuple[HiddenPicture, ...]:
    """Decode hidden pictures. Raises BrokenWire."""
    at = 4 + int.from_bytes(untrusted[:4], "big")
    untrusted_value = _load(untrusted[4:at])
    found = []
    try:
        for kind, offset, size, likeness, width, height in _rows(untrusted_value["found"]):
            part = Embedded(_text(kind), _number(offset), _number(size))
            end = at + 3 * _number(width) * _number(height)
            picture = Picture(width, height, untrusted[at:end]) if end > at else None
            found.append(HiddenPicture(part, picture, Likeness(likeness)))
            at = end
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenWire from error
    if at != len(untrusted):
        raise BrokenWire
    return tuple(found)


def _place(part: Embedded) -> tuple[str, int, int]:
    return part.kind, part.offset, part.size


def _sides(picture: Picture | None) -> tuple[int, int]:
    return (picture.width, picture.height) if picture else (0, 0)


def pack_error(error: errors.CaptureError) -> bytes:
    """Encode an error by its class and facts."""
    return _dump({"class": type(error).__name__, "detail": error.detail, "facts": error.facts})


def unpack_error(untrusted: bytes) -> errors.CaptureError:
    """Decode an error; a class that is none of ours becomes DecoderCrashed."""
    untrusted_value = _load(untrusted)
    try:
        found = getattr(errors, _text(untrusted_value["class"]), None)
        facts = {
            _text(name): value if isinstance(value, int) else _text(value)
            for name, value in untrusted_value["facts"].items()
        }
        detail = _text(untrusted_value["detail"])
        if isinstance(found, type) and issubclass(found, errors.CaptureError):
            return found(detail, **facts)  # a fact's name may be one that it cannot have
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BrokenWire from error
    return errors.DecoderCrashed(detail)


def pack_held(held: Iterable[Held]) -> bytes:
    """Encode what a child cannot do."""
    return json.dumps([one.value for one in held]).encode()


def unpack_held(data: bytes) -> frozenset[Held]:
    """Decode what a child says that it cannot do. Raises BrokenWire."""
    try:
        return frozenset(Held(name) for name in json.loads(data))
    except (TypeError, ValueError) as error:
        raise BrokenWire from error


def pack_needles(kind: MediaKind, needles: tuple[bytes, ...]) -> dict[str, Any]:
    """Encode the parameters of a verification."""
    return {"kind": kind.value, "needles": [_b64(needle) for needle in needles]}


def pack_kept(kept: Kept) -> dict[str, Any]:
    """Encode the blocks of what is kept; what they say in words stays with the parent."""
    return {"exif": [_b64(block) for block in kept.exif], "xmp": _b64(kept.xmp)}


def unpack_kept(value: dict[str, Any]) -> Kept:
    """Decode the blocks of what is kept, in the child."""
    exif = tuple(base64.b64decode(block) for block in value["exif"])
    return Kept((), exif, base64.b64decode(value["xmp"]))


def unpack_needles(value: dict[str, Any]) -> tuple[MediaKind, tuple[bytes, ...]]:
    """Decode the parameters of a verification, in the child."""
    return MediaKind(value["kind"]), tuple(base64.b64decode(item) for item in value["needles"])


def _trace(tag: Any, value: Any, harm: Any, where: Any, needles: Any) -> Trace:
    decoded = tuple(base64.b64decode(_text(needle), validate=True) for needle in _rows(needles))
    return Trace(_text(tag), _text(value), Harm(harm), _text(where), decoded)


def _facts(untrusted_value: Any) -> Facts:
    def text(name: str) -> str | None:
        return _maybe(_text, untrusted_value[name])

    return Facts(
        latitude=text("latitude"),
        longitude=text("longitude"),
        taken_at=text("taken_at"),
        device=text("device"),
        duration=text("duration"),
        width=_maybe(_number, untrusted_value["width"]),
        height=_maybe(_number, untrusted_value["height"]),
    )


def _maybe(check: Callable[[Any], T], untrusted_value: Any) -> T | None:
    return None if untrusted_value is None else check(untrusted_value)


def _rows(untrusted_value: Any) -> list[Any]:
    if not isinstance(untrusted_value, list) or len(untrusted_value) > MAX_TRACES:
        raise TypeError
    return untrusted_value


def _text(untrusted_value: Any) -> str:
    if not isinstance(untrusted_value, str):
        raise TypeError
    return untrusted_value


def _number(untrusted_value: Any) -> int:
    if isinstance(untrusted_value, bool) or not isinstance(untrusted_value, int):
        raise TypeError
    if untrusted_value < 0:
        raise ValueError
    return untrusted_value


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _dump(value: dict[str, Any]) -> bytes:
    return json.dumps(value).encode("ascii")


def _load(untrusted: bytes) -> Any:
    try:
        value = json.loads(untrusted)
    except (ValueError, RecursionError) as error:
        raise BrokenWire from error
    if not isinstance(value, dict):
        raise BrokenWire
    return value
