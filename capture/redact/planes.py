"""Cover places of one frame of a video, on its planes as they were decoded.

The rules are those of photos (``cover.py``): covers grow to whole blocks of 16 by 16 pixels, a
soft fill takes its colours from averages of open blocks alone, and nothing is computed from a
covered pixel. But nothing is converted: a plane is written where it is covered and stays to the
bit where it is not. The noise is the same in every frame, by its place in the picture, so that a
cover that rests does not flicker.

Each frame is covered before anything is made of several pixels or several frames (scaling,
turning, interlacing, coding), so nothing covered reaches those.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from capture.decode.plane import Plane, Samples
from capture.redact import soft
from capture.redact.mask import BLOCK, SOLID, Mask, lay
from capture.redact.plan import Region

_NOISE = 6.0
_NEAR = 2
"""Blocks around a hole that its colours are taken from, at least; further ones change little."""
_MOST_HOLES = 64


@dataclass(frozen=True, slots=True)
class Covers:
    """Which blocks (rows, columns) of a frame are filled softly, and which are solid."""

    fill: Mask
    hard: Mask

    def __bool__(self) -> bool:
        """Say whether anything is covered."""
        return bool(self.fill.any() or self.hard.any())


def covers_of(regions: Sequence[Region], width: int, height: int) -> Covers:
    """Lay regions onto the blocks of an upright picture; solid wins over soft."""
    shape = -(-height // BLOCK), -(-width // BLOCK)
    fill, hard = np.zeros(shape, dtype=bool), np.zeros(shape, dtype=bool)
    for region in regions:
        lay(hard if region.style in SOLID else fill, region, (height, width))
    return Covers(fill & ~hard, hard)


def everything(width: int, height: int) -> Covers:
    """Return a solid cover over the whole picture."""
    shape = -(-height // BLOCK), -(-width // BLOCK)
    return Covers(np.zeros(shape, dtype=bool), np.ones(shape, dtype=bool))


def grown(covers: Covers, *, across: bool, down: bool) -> Covers:
    """Grow covers by a block to the right or downwards.

    So it must be where samples of colour do not begin at a block's edge: in a turned picture with
    an odd side, one sample then belongs to two blocks.
    """
    fill, hard = covers.fill, covers.hard
    if across:
        fill, hard = (_moved(mask, 1) for mask in (fill, hard))
    if down:
        fill, hard = (_moved(mask, 0) for mask in (fill, hard))
    return Covers(fill & ~hard, hard)


def _moved(mask: Mask, axis: int) -> Mask:
    wider = mask.copy()
    if axis:
        wider[:, 1:] |= mask[:, :-1]
    else:
        wider[1:] |= mask[:-1]
    return wider


class Cover:
    """Covers frames of one size; ``seed`` (32 hexadecimal digits) makes the fill's noise."""

    def __init__(self, width: int, height: int, seed: str) -> None:
        self._shape = height, width
        source = np.random.Generator(np.random.PCG64(int(seed, 16)))
        drawn = source.normal(0.0, _NOISE, size=(height, width))
        self._noise = np.clip(np.rint(drawn), -127, 127).astype(np.int8)

    def draw(self, planes: Sequence[Plane], covers: Covers) -> None:
        """Cover blocks of a frame, in place."""
        closed = covers.fill | covers.hard
        if covers.fill.any():
            # All colours are taken before anything is painted: a fill is never made of a fill.
            holes = [(hole, _colours(planes, closed, hole)) for hole in _holes(covers.fill)]
            for hole, colours in holes:
                self._fill(planes, covers.fill, hole, colours)
        for plane in planes:
            _paint(plane, covers.hard)

    def _fill(
        self, planes: Sequence[Plane], fill: Mask, hole: "_Hole", colours: soft.Levels
    ) -> None:
        target = fill[hole.top : hole.bottom, hole.left : hole.right]
        for number, plane in enumerate(planes):
            part = _part(plane, hole)
            high, wide = (BLOCK // plane.down, BLOCK // plane.across)
            drawn = _drawn(colours[..., number], part.shape, high, wide)
            if plane.shade:
                top, left = hole.top * BLOCK, hole.left * BLOCK
                noise = self._noise[top : top + part.shape[0], left : left + part.shape[1]]
                drawn += noise * np.float32((plane.most + 1) / 256)
            inside = np.repeat(np.repeat(target, high, axis=0), wide, axis=1)
            np.clip(drawn, 0, plane.most, out=drawn)
            np.copyto(
                part,
                drawn.astype(part.dtype),
                where=inside[: part.shape[0], : part.shape[1]],
            )


@dataclass(frozen=True, slots=True)
class _Hole:
    """A rectangle of blocks: those of a hole and some around it."""

    top: int
    bottom: int
    left: int
    right: int

    def meets(self, other: "_Hole") -> bool:
        return (
            self.top < other.bottom
            and other.top < self.bottom
            and self.left < other.right
            and other.left < self.right
        )

    def joined(self, other: "_Hole") -> "_Hole":
        return _Hole(
            min(self.top, other.top),
            max(self.bottom, other.bottom),
            min(self.left, other.left),
            max(self.right, other.right),
        )


def _holes(fill: Mask) -> list[_Hole]:
    """Return rectangles that hold every block to fill, with some around it; none meet.

    Runs of blocks in a row are joined with those that they touch, so what lies apart stays apart.
    """
    found: list[_Hole] = []
    for hole in _runs(fill):
        now = hole
        while (meeting := next((one for one in found if one.meets(now)), None)) is not None:
            found.remove(meeting)
            now = now.joined(meeting)
        found.append(now)
        if len(found) > _MOST_HOLES:
            return [_Hole(0, fill.shape[0], 0, fill.shape[1])]
    return found


def _runs(fill: Mask) -> Iterator[_Hole]:
    rows, columns = fill.shape
    for row in np.flatnonzero(fill.any(axis=1)).tolist():
        edges = np.flatnonzero(np.diff(fill[row].astype(np.int8), prepend=0, append=0)).tolist()
        for left, right in zip(edges[::2], edges[1::2], strict=True):
            yield _Hole(
                max(row - _NEAR, 0),
                min(row + 1 + _NEAR, rows),
                max(left - _NEAR, 0),
                min(right + _NEAR, columns),
            )


def _part(plane: Plane, hole: _Hole) -> Samples:
    high, wide = BLOCK // plane.down, BLOCK // plane.across
    return plane.samples[hole.top * high : hole.bottom * high, hole.left * wide : hole.right * wide]


def _colours(planes: Sequence[Plane], closed: Mask, hole: _Hole) -> soft.Levels:
    """Return what each block around a hole is drawn with (rows, columns, planes)."""
    shut = closed[hole.top : hole.bottom, hole.left : hole.right]
    weight = (~shut).astype(np.float32)[:, :, None]
    means = np.stack([_means(plane, hole, shut.shape) for plane in planes], axis=-1)
    return soft.pull_push(means * weight, weight, (planes[0].most + 1) / 2)


def _means(plane: Plane, hole: _Hole, shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Return each block's mean; one at the picture's edge is continued by its last samples."""
    high, wide = BLOCK // plane.down, BLOCK // plane.across
    part: NDArray[Any] = _part(plane, hole)
    short = shape[0] * high - part.shape[0], shape[1] * wide - part.shape[1]
    if any(short):
        part = np.pad(part, ((0, short[0]), (0, short[1])), mode="edge")
    sums = part.reshape(shape[0], high, shape[1] * wide).sum(axis=1, dtype=np.uint32)
    blocks = sums.reshape(shape[0], shape[1], wide).sum(axis=2)
    return np.asarray(blocks / np.float32(high * wide), dtype=np.float32)


def _drawn(colours: soft.Levels, shape: tuple[int, ...], high: int, wide: int) -> soft.Levels:
    """Draw a plane's part between the middles of its blocks.

    Colours in quarters and shares in halves of a sample make all products whole and short enough
    for 32-bit floats: whatever the order in which a computer adds them, the result is the same.
    """
    down = _shares(colours.shape[0], high)[: shape[0]]
    across = _shares(colours.shape[1], wide)[: shape[1]]
    whole = down @ np.rint(colours * 4) @ across.T
    return np.asarray(whole / np.float32(4 * (2 * high) * (2 * wide)))


@lru_cache(maxsize=256)
def _shares(blocks: int, size: int) -> soft.Levels:
    """Return by how much each block counts in each sample (samples, blocks), in 1 / (2 * size)."""
    middles = (np.arange(blocks * size) + 0.5) / size - 0.5
    shares = soft.between(np.eye(blocks, dtype=np.float32)[..., None], middles, axis=0)[..., 0]
    return np.ascontiguousarray(shares * np.float32(2 * size))


def _paint(plane: Plane, hard: Mask) -> None:
    high, wide = BLOCK // plane.down, BLOCK // plane.across
    if hard.all():
        plane.samples[:] = plane.dark
        return
    for row in np.flatnonzero(hard.any(axis=1)).tolist():
        band = plane.samples[row * high : (row + 1) * high]
        band[:, np.repeat(hard[row], wide)[: band.shape[1]]] = plane.dark
