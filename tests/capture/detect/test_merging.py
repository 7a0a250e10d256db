"""Boxes: what overlaps, what is kept of it, and what hangs together on a map."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capture.detect import suggest
from capture.detect.components import MOST_RUNS, boxes_of
from capture.detect.finding import Finding
from capture.detect.merge import MOST, enlarged, merged, on_picture
from capture.detect.plates import plates_among
from capture.redact.plan import RegionKind

FACE, TEXT, VEHICLE = RegionKind.FACE, RegionKind.TEXT, RegionKind.VEHICLE


def test_of_findings_that_overlap_the_surest_stays() -> None:
    weak = Finding(0, 0, 10, 10, FACE, 0.3, "a")
    sure = Finding(1, 1, 11, 11, FACE, 0.9, "b")
    other = Finding(1, 1, 11, 11, TEXT, 0.2, "c")
    apart = Finding(50, 50, 60, 60, FACE, 0.1, "a")
    assert merged([weak, sure, other, apart]) == [sure, other, apart]


def test_findings_are_bounded_in_number() -> None:
    many = [Finding(i * 20.0, 0, i * 20.0 + 10, 10, FACE, 0.5, "a") for i in range(MOST + 50)]
    assert len(merged(many)) == MOST


def test_what_reaches_over_the_edge_is_cut_and_what_lies_beyond_is_left_out() -> None:
    over = Finding(-5, -5, 10, 10, FACE, 0.5, "a")
    beyond = Finding(100, 0, 120, 10, FACE, 0.5, "a")
    (cut,) = on_picture([over, beyond], 100, 50)
    assert (cut.left, cut.top, cut.right, cut.bottom) == (0, 0, 10, 10)
    assert enlarged([cut], 2, 3)[0].bottom == 30


def test_a_suggested_region_grows_over_hair_and_chin_and_drops_nothing() -> None:
    (region,) = suggest.regions([Finding(100, 100, 140, 140, FACE, 0.21, "a")])
    assert (region.left, region.top, region.width, region.height) == (93, 93, 54, 54)
    assert region.confidence == 210


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 24), st.integers(1, 24))
def test_places_of_a_map_are_those_that_flooding_finds(seed: int, rows: int, columns: int) -> None:
    likely = np.random.default_rng(seed).random((rows, columns)).astype(np.float32)
    expected = _flooded(likely > 0.6)
    found = boxes_of(likely, 0.6)
    assert sorted(tuple(map(int, box)) for box, _ in found) == sorted(expected)
    assert all(score > 0.6 for _, score in found)


def _flooded(mask: np.ndarray[tuple[int, int], np.dtype[np.bool_]]) -> list[tuple[int, ...]]:
    left = {(int(y), int(x)) for y, x in zip(*np.nonzero(mask), strict=True)}
    boxes: list[tuple[int, ...]] = []
    while left:
        todo = [left.pop()]
        place = list(todo)
        while todo:
            y, x = todo.pop()
            near = {(y + j, x + i) for j in (-1, 0, 1) for i in (-1, 0, 1)} & left
            left -= near
            todo += near
            place += near
        ys, xs = [y for y, _ in place], [x for _, x in place]
        boxes.append((min(xs), min(ys), max(xs) + 1, max(ys) + 1))
    return boxes


def test_a_map_of_noise_ends_in_linear_time_and_bounded() -> None:
    noise = (np.indices((1200, 1200)).sum(axis=0) % 2).astype(np.float32)
    assert noise.sum() > MOST_RUNS
    assert len(boxes_of(noise, 0.5)) == 1


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        (Finding(250, 350, 330, 370, TEXT, 0.8, "t"), 0.8),  # on the car
        (Finding(700, 350, 780, 370, TEXT, 0.8, "t"), 0.4),  # a plate's shape, away from any
        (Finding(700, 350, 1000, 370, TEXT, 0.8, "t"), None),  # far too wide for a plate
        (Finding(700, 350, 710, 390, TEXT, 0.8, "t"), None),  # upright letters
    ],
)
def test_plates_are_text_on_vehicles_or_of_their_shape(
    text: Finding, confidence: float | None
) -> None:
    car = Finding(100, 100, 500, 400, VEHICLE, 0.6, "n")
    plates = plates_among([text], [car])
    assert [plate.confidence for plate in plates] == ([] if confidence is None else [confidence])
    assert all(plate.kind is RegionKind.PLATE for plate in plates)


def test_words_in_a_line_are_no_plate() -> None:
    words = [Finding(i * 90.0, 10, i * 90.0 + 80, 30, TEXT, 0.9, "t") for i in range(4)]
    assert plates_among(words, []) == []
