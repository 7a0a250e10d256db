"""Covers on the planes of a frame: whole blocks, from open blocks alone, nothing else touched."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capture.decode.plane import Plane
from capture.redact.plan import Region, Shape, Style
from capture.redact.planes import Cover, Covers, covers_of, everything, grown

SEED = "00112233445566778899aabbccddeeff"
LAYOUTS = [((1, 1), (2, 2)), ((1, 1), (2, 1)), ((1, 1), (1, 1)), ((1, 1), (4, 1)), ((1, 1),)]


def frame(
    width: int, height: int, layout: tuple[tuple[int, int], ...], bits: int = 8, seed: int = 1
) -> list[Plane]:
    chance = np.random.default_rng(seed)
    kind: Any = np.uint8 if bits == 8 else np.uint16
    most = (1 << bits) - 1
    shares = layout if len(layout) == 1 else (*layout, layout[1])
    return [
        Plane(
            chance.integers(0, most + 1, (-(-height // down), -(-width // across))).astype(kind),
            across,
            down,
            most,
            dark=37 << (bits - 8) if not number else 1 << (bits - 1),
            shade=not number,
        )
        for number, (across, down) in enumerate(shares)
    ]


def copied(planes: list[Plane]) -> list[np.ndarray]:
    return [plane.samples.copy() for plane in planes]


def samples_of(mask: np.ndarray, plane: Plane) -> np.ndarray:
    """Return which samples of a plane these blocks have."""
    whole = np.repeat(np.repeat(mask, 16 // plane.down, axis=0), 16 // plane.across, axis=1)
    return whole[: plane.samples.shape[0], : plane.samples.shape[1]]


regions = st.builds(
    Region,
    st.integers(-20, 110),
    st.integers(-20, 80),
    st.integers(1, 90),
    st.integers(1, 70),
    shape=st.sampled_from([Shape.BOX, Shape.ELLIPSE]),
    style=st.sampled_from([Style.FILL, Style.SOLID]),
)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 120),
    st.integers(1, 90),
    st.sampled_from(LAYOUTS),
    st.sampled_from([8, 10]),
    st.lists(regions, max_size=4),
)
def test_nothing_open_changes_and_nothing_covered_counts(
    width: int, height: int, layout: Any, bits: int, some: list[Region]
) -> None:
    one = frame(width, height, layout, bits)
    before = copied(one)
    covers = covers_of(some, width, height)
    closed = covers.fill | covers.hard
    other = frame(width, height, layout, bits)
    for plane, noise in zip(other, frame(width, height, layout, bits, seed=2), strict=True):
        hidden = samples_of(closed, plane)
        plane.samples[hidden] = noise.samples[hidden]

    for planes in (one, other):
        Cover(width, height, SEED).draw(planes, covers)

    for plane, twin, was in zip(one, other, before, strict=True):
        assert np.array_equal(plane.samples, twin.samples)
        open_ = ~samples_of(closed, plane)
        assert np.array_equal(plane.samples[open_], was[open_])
        assert (plane.samples[samples_of(covers.hard, plane)] == plane.dark).all()
        assert plane.samples.max(initial=0) <= plane.most


def test_a_fill_is_of_what_surrounds_it_and_the_same_in_every_frame() -> None:
    planes = frame(160, 128, LAYOUTS[0])
    for plane, value in zip(planes, (90, 100, 180), strict=True):
        plane.samples[:] = value
    covers = covers_of([Region(40, 40, 60, 50)], 160, 128)
    cover = Cover(160, 128, SEED)

    cover.draw(planes, covers)
    first = copied(planes)
    cover.draw(planes, covers)

    part = first[0][48:80, 48:96]
    assert abs(part.mean() - 90) < 1.5
    assert 4 < part.std() < 8
    for plane, value in zip(planes[1:], (100, 180), strict=True):
        assert (plane.samples == value).all()
    for plane, was in zip(planes, first, strict=True):
        assert np.array_equal(plane.samples, was)


def test_a_picture_with_nothing_open_is_filled_with_the_middle() -> None:
    planes = frame(48, 48, LAYOUTS[0])

    Cover(48, 48, SEED).draw(planes, covers_of([Region(0, 0, 48, 48)], 48, 48))

    assert abs(planes[0].samples.mean() - 128) < 2


def test_everything_is_dark() -> None:
    planes = frame(50, 30, LAYOUTS[0])

    Cover(50, 30, SEED).draw(planes, everything(50, 30))

    for plane in planes:
        assert (plane.samples == plane.dark).all()


@pytest.mark.parametrize("seed", [SEED, "f" * 32])
def test_the_noise_is_the_seeds(seed: str) -> None:
    made = []
    for one in (SEED, seed):
        planes = frame(64, 64, LAYOUTS[0])
        Cover(64, 64, one).draw(planes, covers_of([Region(16, 16, 32, 32)], 64, 64))
        made.append(planes[0].samples)

    assert np.array_equal(made[0], made[1]) == (seed == SEED)


def test_covers_grow_to_the_right_and_downwards() -> None:
    mask = np.zeros((3, 4), bool)
    mask[0, 1] = mask[2, 3] = True
    covers = Covers(mask, np.zeros_like(mask))

    wider, lower = grown(covers, across=True, down=False), grown(covers, across=False, down=True)

    assert np.argwhere(wider.fill).tolist() == [[0, 1], [0, 2], [2, 3]]
    assert np.argwhere(lower.fill).tolist() == [[0, 1], [1, 1], [2, 3]]
