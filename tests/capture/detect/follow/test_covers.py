"""A cover made of few keys reaches around the exact one in every frame."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capture.detect.follow import covers, doubts, gathering
from capture.detect.follow.gathering import Gathering
from capture.detect.follow.patches import Boxes
from capture.errors import TooLarge
from capture.redact.film import MAX_TRACKS, Alarm, Doubt, Span, Track
from capture.redact.keys import Key
from capture.redact.moments import place_during
from capture.redact.plan import RegionKind

FRAME = 33_333


def wander(seed: int, frames: int = 120, rough: float = 1.0) -> Boxes:
    draw = np.random.default_rng(seed)
    middle = np.cumsum(np.cumsum(draw.normal(0, 0.4 * rough, (frames, 2)), axis=0), axis=0) + 400
    half = 8 + np.abs(30 + np.cumsum(draw.normal(0, rough, (frames, 2)), axis=0))
    return np.concatenate((middle - half, middle + half), axis=1)


def reaches_around(keys: tuple[Key, ...], times: list[int], edges: Boxes) -> bool:
    track = Track(keys)
    for at, (left, top, right, bottom) in zip(times, edges, strict=True):
        place = place_during(track, at, at + 1)
        if place is None or place[0] > left or place[1] > top:
            return False
        if place[0] + place[2] < right or place[1] + place[3] < bottom:
            return False
    return True


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    rough=st.floats(0.1, 6),
    tolerance=st.sampled_from([0.02, 0.06, 0.3]),
    frames=st.integers(1, 60),
)
def test_keys_reach_around_every_box(
    seed: int, rough: float, tolerance: float, frames: int
) -> None:
    edges = wander(seed, frames, rough)
    steps = np.random.default_rng(seed).integers(1, 90_000, frames)
    times = np.cumsum(steps).tolist()
    keys = covers.keys_of(times, edges, tolerance)
    assert reaches_around(keys, times, edges)
    assert (keys[0].at, keys[-1].at) == (times[0], times[-1])
    assert reaches_around(covers.fewer(keys, 0.4), times, edges)


def test_a_smooth_way_needs_few_keys() -> None:
    frames = 250
    edges = wander(3, frames, 0.3)
    times = [FRAME * number for number in range(frames)]
    keys = covers.keys_of(times, edges)
    assert len(keys) < frames / 5
    assert len(covers.fewer(keys, 0.3)) < len(keys)


@pytest.mark.parametrize("growth", [1.35, 1.5])
def test_a_cover_is_larger_and_never_smaller_than_its_box_grown(growth: float) -> None:
    boxes = wander(5)
    cover = covers.cover(boxes, growth)
    middle, half = (boxes[:, :2] + boxes[:, 2:]) / 2, (boxes[:, 2:] - boxes[:, :2]) / 2
    assert (cover[:, :2] <= middle - growth * half + 1e-9).all()
    assert (cover[:, 2:] >= middle + growth * half - 1e-9).all()


def test_a_tiny_box_gets_a_margin_of_whole_pixels() -> None:
    cover = covers.cover(np.array([[10.0, 10.0, 11.0, 11.0]]), 1.35)
    assert cover[0, 2] - cover[0, 0] >= 5


def _tracks(count: int, frames: int) -> list[Track]:
    times = [FRAME * number for number in range(frames)]
    return [
        Track(covers.keys_of(times, wander(seed % 7, frames, 8.0), 0.001)) for seed in range(count)
    ]


def test_a_plan_that_is_too_large_gets_fewer_keys_and_covers_as_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tracks = _tracks(6, 80)
    monkeypatch.setattr(gathering, "MAX_PACKED", 2_000)
    fitted = gathering.fitting(tracks)
    assert sum(len(track.keys) for track in fitted) < sum(len(track.keys) for track in tracks)
    times = [FRAME * number for number in range(80)]
    for track in fitted:
        assert any(reaches_around(track.keys, times, wander(seed, 80, 8.0)) for seed in range(6))


def _gathered(confidence: int, count: int) -> tuple[tuple[Track, ...], tuple[Alarm, ...]]:
    all_of_them = Gathering()
    for number in range(count):
        all_of_them.add(Track((Key(number, 5, 5, 5, 5),), confidence=confidence), ())
    return all_of_them.finish()


@pytest.mark.parametrize("confidence", [300, 900])
def test_too_many_are_put_together_covered_all_of_them_and_said(confidence: int) -> None:
    tracks, alarms = _gathered(confidence, 3 * MAX_TRACKS)
    assert len(tracks) <= MAX_TRACKS
    assert alarms
    assert all(alarm.doubt is Doubt.CROWDED and not alarm.answered for alarm in alarms)
    spans = [(track.begins, track.ends) for track in tracks]
    alone = {begins for begins, ends in spans if begins == ends}
    for at in range(3 * MAX_TRACKS):
        if at not in alone:
            assert any(begins <= at <= ends for begins, ends in spans)
            assert any(a.span.begins <= at < a.span.ends for a in alarms)


def test_what_is_put_together_lies_around_all_of_it_from_end_to_end() -> None:
    draw = np.random.default_rng(5)
    kinds = (RegionKind.FACE, RegionKind.PLATE)
    many = []
    for number in range(600):
        at, left, top = (int(draw.integers(0, most)) for most in (600_000_000, 1900, 1000))
        keys = (Key(at, left, top, 30, 30), Key(at + 900_000, left + 40, top, 30, 30))
        many.append(Track(keys, kinds[number % 2], confidence=200))
    few = gathering.together(many, 50)
    assert len(few) <= 50
    for one in many:
        assert any(
            larger.kind is one.kind
            and larger.begins <= one.begins
            and larger.ends >= one.ends
            and all(_within(key, larger.keys[0]) for key in one.keys)
            for larger in few
        )


def _within(key: Key, other: Key) -> bool:
    across = other.left <= key.left and key.left + key.width <= other.left + other.width
    down = other.top <= key.top and key.top + key.height <= other.top + other.height
    return across and down


def test_covers_that_cannot_be_made_to_fit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MAX_PACKED", 10)
    with pytest.raises(TooLarge):
        gathering.fitting(_tracks(3, 20))


def _there(begins: int, ends: int, kind: RegionKind = RegionKind.FACE) -> Track:
    return Track((Key(begins, 0, 0, 9, 9), Key(ends, 0, 0, 9, 9)), kind)


def test_where_many_faces_are_at_once_somebody_has_to_look() -> None:
    second = 1_000_000
    seven = [_there(0, 9 * second) for _ in range(7)]
    others = [_there(2 * second, 3 * second), _there(3 * second + 500_000, 4 * second)]

    assert doubts.many([*seven, _there(0, 9 * second, RegionKind.OTHER)]) == ()
    assert doubts.many([*seven, *others]) == (Alarm(Span(2 * second, 4 * second + 1), Doubt.MANY),)
    apart = [*seven, _there(0, 0), _there(8 * second, 9 * second)]
    assert [(one.span.begins, one.span.ends) for one in doubts.many(apart)] == [
        (0, 1),
        (8 * second, 9 * second + 1),
    ]
    assert doubts.many([]) == ()
