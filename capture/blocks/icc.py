"""ICC profiles: what they say of a device, and a neutral one that shows the same colours.

Source: ICC.1:2022 (profile version 4.4), and ICC.1:2001-04 for version 2. A profile is
never carried over: one that describes a standard space is replaced by our own of that
space, any other is built again from its colorants and curves alone, with fixed header,
name and date. Whoever has a profile of a single display or scanner keeps its colours,
and they may still be told by it: ``Neutral.standard`` is then None.
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass

from capture.blocks import needle
from capture.blocks.tiff import as_text
from capture.errors import Damaged, Unsupported
from capture.report import Harm, Trace, shorten

HEADER_SIZE = 128
MAX_TAGS = 200
MAX_CURVE = 4096
"""Most points of a curve that is carried over."""

RGB, GRAY = b"RGB ", b"GRAY"
_D50 = (0xF6D6, 0x10000, 0xD32D)
_ONE = 0x10000
_COLORANTS = (b"rXYZ", b"gXYZ", b"bXYZ")
_CURVES = {RGB: (b"rTRC", b"gTRC", b"bTRC"), GRAY: (b"kTRC",)}
_PARAMETERS = {0: 1, 1: 3, 2: 4, 3: 5, 4: 7}
_COLORANT_TOLERANCE = 0.003
_CURVE_TOLERANCE = 0.002
_SAMPLES = tuple(index / 32 for index in range(33))

_SRGB_CURVE = struct.pack(
    ">4s4xHxx5I", b"para", 3, *(round(x * _ONE) for x in (2.4, 1 / 1.055, 0.055 / 1.055)),
    round(_ONE / 12.92), round(0.04045 * _ONE),
)  # fmt: skip
_ADOBE_CURVE = struct.pack(">4s4xIH", b"curv", 1, 0x0233)
_SRGB = (0.43607, 0.22249, 0.01392, 0.38515, 0.71687, 0.09708, 0.14307, 0.06061, 0.71410)
_P3 = (0.51512, 0.24120, -0.00105, 0.29198, 0.69225, 0.04189, 0.15710, 0.06657, 0.78407)
_ADOBE = (0.60974, 0.31111, 0.01947, 0.20528, 0.62567, 0.06087, 0.14919, 0.06322, 0.74457)


@dataclass(frozen=True, slots=True)
class Neutral:
    """A profile that says nothing but colours; ``standard`` names the space if it is a known one.

    ``space`` is the kind of pixels it is for: b"RGB " or b"GRAY".
    """

    data: bytes
    space: bytes
    standard: str | None


@dataclass(frozen=True, slots=True)
class _Tag:
    signature: bytes
    offset: int
    data: bytes


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(v * _ONE)) for v in values)


def _text(words: str) -> bytes:
    encoded = words.encode("utf-16-be")
    return struct.pack(">4s4xII4sII", b"mluc", 1, 12, b"enUS", len(encoded), 28) + encoded


def _build(
    space: bytes, name: str, colorants: tuple[bytes, ...], curves: tuple[bytes, ...]
) -> bytes:
    white = b"XYZ \0\0\0\0" + struct.pack(">3I", *_D50)
    parts = [(b"desc", _text(name)), (b"cprt", _text("Public domain")), (b"wtpt", white)]
    parts += list(zip(_COLORANTS, colorants, strict=False))
    parts += list(zip(_CURVES[space], curves, strict=True))
    table, body, placed = b"", b"", {}
    start = HEADER_SIZE + 4 + 12 * len(parts)
    for signature, data in parts:
        if data not in placed:
            placed[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += struct.pack(">4sII", signature, placed[data], len(data))
    return _header(space, start + len(body)) + struct.pack(">I", len(parts)) + table + body


def _header(space: bytes, size: int) -> bytes:
    made = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    head = struct.pack(">I4xI4s4s4s", size, 0x04300000, b"mntr", space, b"XYZ ") + made + b"acsp"
    return head + bytes(28) + struct.pack(">3I", *_D50) + bytes(48)


def _standard(name: str, primaries: tuple[float, ...], curve: bytes) -> bytes:
    colorants = tuple(_xyz(primaries[at : at + 3]) for at in (0, 3, 6))
    return _build(RGB, name, colorants, (curve,) * 3)


STANDARD = {
    "srgb": _standard("sRGB", _SRGB, _SRGB_CURVE),
    "display-p3": _standard("Display P3", _P3, _SRGB_CURVE),
    "adobe-rgb": _standard("Adobe RGB", _ADOBE, _ADOBE_CURVE),
    "gray": _build(GRAY, "Gray", (), (_SRGB_CURVE,)),
}
"""Our own profiles, by the name of their space."""

_OWN = frozenset(STANDARD.values())


def neutral(untrusted: bytes) -> Neutral:
    """Return the profile to write instead of this one.

    Raises Damaged for what viewers ignore too (no profile at all), and Unsupported for one that
    works by tables of its device (``A2B0`` without colorants), which no neutral form replaces.
    """
    tags = {tag.signature: tag.data for tag in _tags(untrusted)}
    space = untrusted[16:20]
    if space not in _CURVES or untrusted[20:24] != b"XYZ " or not tags.keys() >= {*_needed(space)}:
        raise Unsupported("a colour profile made of tables", part="icc")
    curves = tuple(_curve(tags[name]) for name in _CURVES[space])
    colorants = tuple(_colorant(tags[name]) for name in _COLORANTS) if space == RGB else ()
    standard = _which(space, colorants, curves)
    if standard:
        return Neutral(STANDARD[standard], space, standard)
    rebuilt = tuple(b"XYZ \0\0\0\0" + data[8:20] for data in colorants)
    return Neutral(_build(space, "Neutral profile", rebuilt, curves), space, None)


def _needed(space: bytes) -> tuple[bytes, ...]:
    return (_COLORANTS if space == RGB else ()) + _CURVES[space]


def _tags(untrusted: bytes) -> list[_Tag]:
    if len(untrusted) < HEADER_SIZE + 4 or untrusted[36:40] != b"acsp":
        raise Damaged("not a colour profile")
    (count,) = struct.unpack_from(">I", untrusted, HEADER_SIZE)
    room = (len(untrusted) - HEADER_SIZE - 4) // 12
    if count > min(room, MAX_TAGS):
        raise Damaged("a colour profile's table is cut")
    found = []
    for index in range(count):
        name, at, size = struct.unpack_from(">4sII", untrusted, HEADER_SIZE + 4 + 12 * index)
        if at + size > len(untrusted):
            raise Damaged("a colour profile is cut")
        found.append(_Tag(name, at, untrusted[at : at + size]))
    return found


def _colorant(data: bytes) -> bytes:
    if len(data) < 20 or data[:4] != b"XYZ ":  # noqa: PLR2004 - header and three numbers
        raise Damaged("a colorant is no colour")
    return data


def _curve(data: bytes) -> bytes:
    """Return the curve without anything around it."""
    kind, number = data[:4], data[8:12]
    if kind == b"para" and len(number) == 4:  # noqa: PLR2004 - type and reserve
        size = 12 + 4 * _PARAMETERS.get(int.from_bytes(number[:2], "big"), len(data))
        body = data[8:10] + b"\0\0" + data[12:size]
    elif kind == b"curv" and len(number) == 4:  # noqa: PLR2004 - the count of points
        count = int.from_bytes(number, "big")
        size = 12 + 2 * count
        if count > MAX_CURVE:
            raise Unsupported("a colour profile with a very long curve", part="icc")
        body = data[8:size]
    else:
        raise Damaged("a curve of no known kind")
    if size > len(data):
        raise Damaged("a curve is cut")
    return kind + bytes(4) + body


def _which(space: bytes, colorants: tuple[bytes, ...], curves: tuple[bytes, ...]) -> str | None:
    if space == GRAY:
        return "gray" if _same_curve(curves[0], _SRGB_CURVE) else None
    found = [v / _ONE for data in colorants for v in struct.unpack(">3i", data[8:20])]
    known = (("srgb", _SRGB, _SRGB_CURVE), ("display-p3", _P3, _SRGB_CURVE),
             ("adobe-rgb", _ADOBE, _ADOBE_CURVE))  # fmt: skip
    for name, primaries, curve in known:
        near = all(abs(a - b) < _COLORANT_TOLERANCE for a, b in zip(found, primaries, strict=True))
        if near and all(_same_curve(own, curve) for own in curves):
            return name
    return None


def _same_curve(one: bytes, other: bytes) -> bool:
    left, right = _function(one), _function(other)
    try:
        return all(abs(left(x) - right(x)) < _CURVE_TOLERANCE for x in _SAMPLES)
    except (ArithmeticError, ValueError, TypeError):
        return False  # parameters without meaning: carried over as they are


def _function(curve: bytes) -> Callable[[float], float]:
    """Return the curve as a function of 0…1; one without meaning raises when it is called."""
    if curve[:4] == b"curv":
        points = struct.unpack(f">{(len(curve) - 12) // 2}H", curve[12:])
        if len(points) > 1:
            return lambda x: _between(points, x * (len(points) - 1)) / 65535
        gamma = points[0] / 256 if points else 1.0
        return lambda x: float(x**gamma)
    values = [v / _ONE for v in struct.unpack(f">{(len(curve) - 12) // 4}i", curve[12:])]
    return _parametric(int.from_bytes(curve[8:10], "big"), values)


def _between(points: tuple[int, ...], position: float) -> float:
    below = min(int(position), len(points) - 2)
    return points[below] + (points[below + 1] - points[below]) * (position - below)


def _parametric(kind: int, values: list[float]) -> Callable[[float], float]:
    """ICC.1:2022 table 68; a type without a linear part gets one of no length."""
    g, a, b, c, d, e, f = (values + [1.0, 0.0, 0.0, 0.0, 0.0, 0.0][len(values) - 1 :])[:7]
    if kind in {1, 2}:
        d, e, f, c = (-b / a if a else 0.0), c, c, 0.0
    return lambda x: float((a * x + b) ** g + e) if x >= d else c * x + f


def read_icc(untrusted: bytes, where: str) -> list[Trace]:
    """Return what the profile says beside colours; nothing for one that we wrote ourselves."""
    try:
        if untrusted in _OWN or neutral(untrusted).data == untrusted:
            return []
    except (Damaged, Unsupported):
        pass  # it is described all the same
    try:
        tags = _tags(untrusted)
    except Damaged:
        strings = needle.string_needles(untrusted)
        said = f"{len(untrusted)} bytes, not a readable profile"
        return [Trace("ICC", said, Harm.TECHNICAL, where, strings)]
    texts = [_said(tag, where) for tag in tags if tag.signature not in _COLOUR_ONLY]
    return [*_header_traces(untrusted, where), *texts]


_COLOUR_ONLY = frozenset(
    (*_COLORANTS, *_CURVES[RGB], b"kTRC", b"wtpt", b"bkpt", b"chad", b"lumi", b"view", b"tech",
     b"chrm", b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"gamt", b"meas")
)  # fmt: skip
_NAMES = {
    b"desc": "ProfileDescription",
    b"cprt": "ProfileCopyright",
    b"dmnd": "DeviceManufacturer",
    b"dmdd": "DeviceModel",
    b"vued": "ViewingConditions",
    b"meta": "ProfileMetadata",
    b"mmod": "MakeAndModel",
}


def _header_traces(untrusted: bytes, where: str) -> list[Trace]:
    year, month, day, hour, minute, second = struct.unpack_from(">6H", untrusted, 24)
    made = f"{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"
    makers = {
        "PrimaryPlatform": untrusted[40:44],
        "DeviceManufacturer": untrusted[48:52],
        "DeviceModel": untrusted[52:56],
        "ProfileCreator": untrusted[80:84],
    }
    traces = [Trace("ICC:ProfileDateTime", made, Harm.TECHNICAL, where)]
    for name, raw in makers.items():
        if raw.strip(b"\0 "):
            traces.append(Trace(f"ICC:{name}", shorten(as_text(raw)), Harm.DEVICE, where))
    return traces


def _said(tag: _Tag, where: str) -> Trace:
    name = _NAMES.get(tag.signature, as_text(tag.signature))
    text = _localized(tag.data) if tag.data[:4] == b"mluc" else as_text(_printable(tag.data[8:]))
    needles = needle.text_needles(text) + needle.string_needles(tag.data[:4096])
    shown = shorten(text.strip("\0 ")) if text.strip("\0 ") else f"{len(tag.data)} bytes"
    return Trace(f"ICC:{name}", shown, Harm.DEVICE, f"{where}/{as_text(tag.signature)}", needles)


def _localized(data: bytes) -> str:
    """Return the text of the first language of an "mluc" tag."""
    size, at = struct.unpack(">II", data[20:28].ljust(8, b"\0"))
    return data[at : at + min(size, 2048)].decode("utf-16-be", "replace")


def _printable(body: bytes) -> bytes:
    """Return the ASCII text of a "desc" or "text" tag, which is counted in the first kind."""
    counted = int.from_bytes(body[:4], "big")
    text = body[4 : 4 + counted] if 0 < counted <= len(body) - 4 else body
    return text.split(b"\0")[0][:1024]
