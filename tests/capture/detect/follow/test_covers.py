"""A cover made of few keys reaches around the exact one in every frame."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capture.detect.follow import covers, gathering
from capture.detect.follow.gathering import Gathering
from capture.detect.follow.patches import Boxes
from capture.errors import TooLarge
from capture.redact.film import MAX_TRACKS, Alarm, Doubt, Track
from capture.redact.keys import Key
from capture.redact.moments import place_during

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


def test_too_many_sure_ones_are_refused_and_not_cut() -> None:
    with pytest.raises(TooLarge):
        _gathered(900, 2 * MAX_TRACKS + 1)


def test_of_too_many_doubtful_ones_what_is_left_out_is_an_alarm() -> None:
    tracks, alarms = _gathered(300, 3 * MAX_TRACKS)
    assert len(tracks) == MAX_TRACKS
    covered = {track.begins for track in tracks}
    assert alarms
    assert all(alarm.doubt is Doubt.WEAK and not alarm.answered for alarm in alarms)
    for at in range(3 * MAX_TRACKS):
        assert at in covered or any(a.span.begins <= at < a.span.ends for a in alarms)


def test_covers_that_cannot_be_made_to_fit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MAX_PACKED", 10)
    with pytest.raises(TooLarge):
        gathering.fitting(_tracks(3, 20))
