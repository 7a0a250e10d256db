"""Make the outlines of ``capture/places`` from Natural Earth, as in the package world-atlas.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python packaging/make_outlines.py package/countries-50m.json

Natural Earth (https://www.naturalearthdata.com) is in the public domain. Kept: the land as rings,
and the borders between countries as lines, in hundredths of a degree. The file is the same on every
run over the same package.
"""

import json
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "capture" / "places" / "outlines.bin"
PER_DEGREE = 100
_LOW, _MORE = 0x7F, 0x80
_FEWEST = 3
"""Points of a ring."""
Point = tuple[int, int]


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the arcs of a TopoJSON as hundredths of a degree: east, north."""
    (wide, high), (left, low) = (topology["transform"][name] for name in ("scale", "translate"))
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for by_x, by_y in steps:
            x, y = x + by_x, y + by_y
            arc.append(
                (round((x * wide + left) * PER_DEGREE), round((y * high + low) * PER_DEGREE))
            )
        arcs.append(_thinned(arc))
    return arcs


def _thinned(points: Iterable[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        if not kept or kept[-1] != point:
            kept.append(point)
    return kept


def rings_of(shape: dict[str, Any]) -> Iterator[list[int]]:
    """Yield the rings of a geometry as numbers of arcs; a negative one runs backwards."""
    for part in shape.get("geometries", ()):
        yield from rings_of(part)
    if shape["type"] == "Polygon":
        yield from shape["arcs"]
    elif shape["type"] == "MultiPolygon":
        for polygon in shape["arcs"]:
            yield from polygon


def ring(arcs: list[list[Point]], numbers: list[int]) -> list[Point]:
    """Return one ring as points."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc
    return _thinned(points)


def packed(lines: list[list[Point]]) -> bytes:
    """Pack lines: their count, and for each its count and zigzag varints of each step."""
    out = bytearray()
    _put(out, len(lines))
    for line in lines:
        _put(out, len(line))
        x = y = 0
        for point in line:
            for step in (point[0] - x, point[1] - y):
                _put(out, step << 1 if step >= 0 else (-step << 1) - 1)
            x, y = point
    return bytes(out)


def _put(out: bytearray, value: int) -> None:
    while value > _LOW:
        out.append(value & _LOW | _MORE)
        value >>= 7
    out.append(value)


def main(arguments: list[str]) -> int:
    """Write the file."""
    topology = json.loads(Path(arguments[0]).read_text())
    arcs = arcs_of(topology)
    objects = topology["objects"]
    rings = list(rings_of(objects["land"]))
    coast = {number if number >= 0 else ~number for one in rings for number in one}
    used = {n if n >= 0 else ~n for one in rings_of(objects["countries"]) for n in one}
    land = [points for one in rings if len(points := ring(arcs, one)) >= _FEWEST]
    borders = [arcs[number] for number in sorted(used - coast) if len(arcs[number]) > 1]
    TARGET.write_bytes(zlib.compress(packed(land) + packed(borders), 9))
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes, {len(land)} rings, {len(borders)} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
