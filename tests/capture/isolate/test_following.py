"""Following in the child: its plan comes back whole, and nonsense from it is not believed."""

import io
import json
from dataclasses import replace
from typing import Any

import pytest

from capture.errors import BadPlan, Damaged, DecoderCrashed
from capture.isolate import MediaPool, following
from capture.redact.film import Doubt, FilmPlan
from capture.redact.plan import RegionKind
from tests.capture.detect.follow.walks import MICRO, Walk, walk


@pytest.fixture(scope="module")
def made() -> Walk:
    return walk(15, lambda number: (30.0 + 6 * number, 12.0))


def test_a_plan_its_second_look_and_one_track_come_from_the_child(made: Walk) -> None:
    with MediaPool(workers=1) as pool:
        plan = following.follow(pool, made.film, (RegionKind.FACE,))
        assert (plan.width, plan.height, plan.length) == (320, 180, 15 * MICRO // 25)
        assert any(track.confidence > 700 for track in plan.tracks)
        assert plan.seed != following.follow(pool, made.film, (RegionKind.FACE,)).seed
        bare = FilmPlan(320, 180, plan.length, plan.seed)
        again = following.look_again(pool, made.film, bare)
        assert {alarm.doubt for alarm in again.alarms} == {Doubt.AGAIN}
        assert all(len(track.keys) == 1 for track in again.tracks)
        # What was found in a copy is followed through the original, to both ends.
        more = following.follow_found(pool, made.film, replace(again, tracks=again.tracks[:1]))
        assert more.tracks[0].begins == 0
        assert more.tracks[0].ends == plan.tracks[0].ends
        track = following.follow_one(pool, made.film, MICRO // 4, (66, 30, 60, 66))
        assert track.begins < MICRO // 4 < track.ends
        with pytest.raises(BadPlan):
            following.follow_one(pool, made.film, 0, (5000, 30, 60, 66))
        with pytest.raises(Damaged):
            following.follow(pool, io.BytesIO(b"no video at all"), (RegionKind.FACE,))


class _Liar:
    """A pool whose child was taken over."""

    def __init__(self, answer: bytes) -> None:
        self.answer = answer

    def call(self, *_: Any, **__: Any) -> bytes:
        return self.answer


@pytest.mark.parametrize(
    "answer",
    [b"", b"[]", b"{}", b"null", b"[" * 100_000, b'{"film": 1}', json.dumps([[1]]).encode()],
)
def test_nonsense_is_not_believed(answer: bytes) -> None:
    pool: Any = _Liar(answer)
    with pytest.raises(DecoderCrashed):
        following.follow(pool, io.BytesIO(), (RegionKind.FACE,))
    with pytest.raises(DecoderCrashed):
        following.follow_one(pool, io.BytesIO(), 0, (0, 0, 5, 5))
    for ask in (following.look_again, following.follow_found):
        with pytest.raises(DecoderCrashed):
            ask(pool, io.BytesIO(), FilmPlan(5, 5, 5, "0" * 32))
