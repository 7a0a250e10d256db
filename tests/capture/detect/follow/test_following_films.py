"""A face is covered in every frame in which it is there; bad videos give clear answers."""

import io
import secrets
from collections.abc import Sized
from dataclasses import replace
from typing import ClassVar

import av
import numpy as np
import pytest

from capture.decode.glimpse import Glimpse
from capture.detect.finding import SURE, Finding
from capture.detect.follow import eyes as eyes_room
from capture.detect.follow import second
from capture.detect.follow.eyes import WAYS, Eyes
from capture.detect.follow.film import follow, follow_given
from capture.detect.follow.given import Given
from capture.detect.follow.one import follow_one
from capture.detect.follow.second import look_again
from capture.detect.follow.trails import LIKELY
from capture.detect.running import Pixels
from capture.errors import BadPlan, CaptureError, Damaged, Unsupported
from capture.progress import silent
from capture.redact.film import Answer, Doubt, FilmPlan, Span, Track
from capture.redact.keys import Key
from capture.redact.moments import place_during
from capture.redact.plan import RegionKind, Shape
from tests.capture.detect.follow.walks import (
    HEIGHT,
    MICRO,
    RATE,
    WIDTH,
    Walk,
    covered,
    film,
    portrait,
    street,
    walk,
)

FACES = (RegionKind.FACE,)
SEED = "0" * 32


def found(source: io.BytesIO) -> FilmPlan:
    return follow(source, FACES, SEED, silent)


def leaks(plan: FilmPlan, made: Walk, stamps: list[int] | None = None) -> list[tuple[int, float]]:
    """Return the frames in which less than 80% of the face is covered, with the share."""
    size = plan.width, plan.height
    out = []
    for number, face in enumerate(made.truth):
        if face is None or not (face[0] > 0 and face[2] < size[0]):
            continue
        at = (number * 1000 // RATE if stamps is None else stamps[number] - stamps[0]) * 1000
        places = (place_during(track, at, at + 1) for track in plan.tracks)
        share = covered([place for place in places if place is not None], face, size)
        if share < 0.8:
            out.append((number, share))
    return out


def across(number: int) -> tuple[float, float]:
    return 5 + 3.4 * number, 8 + 6 * np.sin(number / 4)


@pytest.fixture(scope="module")
def crossing() -> Walk:
    return walk(50, across)


@pytest.fixture(scope="module")
def crossed(crossing: Walk) -> FilmPlan:
    return found(crossing.film)


class TestFollow:
    def test_a_face_that_crosses_is_covered_in_every_frame(
        self, crossing: Walk, crossed: FilmPlan
    ) -> None:
        assert (crossed.width, crossed.height, crossed.length) == (WIDTH, HEIGHT, 2 * MICRO)
        assert leaks(crossed, crossing) == []
        assert all(track.shape is Shape.ELLIPSE for track in crossed.tracks)
        assert all(track.answer is Answer.COVER for track in crossed.tracks)
        assert max(track.confidence for track in crossed.tracks) > 800

    def test_the_same_video_gives_the_same_plan(self, crossing: Walk, crossed: FilmPlan) -> None:
        assert found(crossing.film) == crossed

    def test_a_cut_ends_a_track_and_the_other_side_is_found(self) -> None:
        other = street(8)

        def path(number: int) -> tuple[float, float]:
            return (20.0, 10.0) if number < 18 else (180.0, 40.0)

        made = walk(36, path, scene=lambda number: street() if number < 18 else other)
        plan = found(made.film)
        assert leaks(plan, made) == []
        cut = 18 * MICRO // RATE
        sure = [track for track in plan.tracks if track.confidence > 700]
        assert all(track.ends < cut or track.begins >= cut for track in sure)

    def test_frames_without_even_times_are_followed_by_their_own(self) -> None:
        steps = [30, 50, 35, 95, 40, 20, 160, 33]
        stamps = [0]
        for number in range(39):
            stamps.append(stamps[-1] + steps[number % len(steps)])
        made = walk(40, across, stamps=stamps)
        plan = found(made.film)
        assert leaks(plan, made, stamps) == []

    def test_a_video_of_two_frames_a_second_is_looked_at_in_each(self) -> None:
        stamps = [500 * number for number in range(6)]
        made = walk(6, lambda number: (10 + 30 * number, 20.0), stamps=stamps)
        assert leaks(found(made.film), made, stamps) == []

    def test_nobody_is_nobody(self) -> None:
        plan = found(film([np.asarray(street(5))] * 15))
        assert not [track for track in plan.tracks if track.confidence > 500]

    def test_each_tick_may_stop_it(self, crossing: Walk) -> None:
        class Stop(BaseException):
            pass

        def tick(done: int, total: int) -> None:
            assert 0 <= done <= total
            if done > MICRO // 2:
                raise Stop

        with pytest.raises(Stop):
            follow(crossing.film, FACES, SEED, tick)


@pytest.mark.parametrize("number", range(2 * len(WAYS)))
def test_each_way_of_looking_finds_a_face_where_it_is(crossing: Walk, number: int) -> None:
    with av.open(io.BytesIO(crossing.film.getvalue()), "r") as container:
        frame = next(container.decode(video=0))
    face = crossing.truth[0]
    assert face is not None
    eyes, glimpse = Eyes(FACES), Glimpse(frame)
    left, top = (round(side) for side in face[:2])
    place = (left - 30, top - 30, 100, 110)
    for found in (eyes.find(glimpse, number), eyes.find_in(glimpse, number, [place])):
        best = found[0]
        middle = (best.left + best.right) / 2, (best.top + best.bottom) / 2
        assert abs(middle[0] - (face[0] + face[2]) / 2) < 10
        assert abs(middle[1] - (face[1] + face[3]) / 2) < 10
    beside = (left + 100, 0, WIDTH, HEIGHT)
    assert not any(one.confidence > SURE for one in eyes.find_in(glimpse, number, [beside]))
    assert eyes.find_in(glimpse, number, [(WIDTH, 0, 50, 50), (-50, -50, 50, 50)]) == []


def test_a_face_that_an_edge_cuts_in_half_is_found_more_surely(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wide, high = 640, 360
    picture, box = portrait(24)
    across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    sure: dict[bool, list[float]] = {False: [], True: []}
    for left, top in ((-across, 120), (wide - across, 120), (300, -down), (300, high - down)):
        shown = street(size=(wide, high))
        shown.paste(picture, (round(left), round(top)))
        glimpse = Glimpse(av.VideoFrame.from_ndarray(np.asarray(shown), format="rgb24"))
        face = [left + box[0], top + box[1], left + box[2], top + box[3]]
        for number in (0, 1):
            for edges, seen in sure.items():
                with monkeypatch.context() as patch:
                    if not edges:
                        patch.setattr(eyes_room, "_at_edges", lambda *_: [])
                    found = Eyes(FACES).find(glimpse, number)
                seen.append(max(_shared(one, face, (wide, high)) * one.confidence for one in found))

    assert min(sure[True]) > LIKELY
    assert np.mean(sure[True]) > np.mean(sure[False]) + 0.1


def _shared(found: Finding, face: list[float], size: tuple[int, int]) -> float:
    """Return how much of what is to be seen of a face is in a finding."""
    sides = [min(max(side, 0), most) for side, most in zip(face, (*size, *size), strict=True)]
    across = min(found.right, sides[2]) - max(found.left, sides[0])
    down = min(found.bottom, sides[3]) - max(found.top, sides[1])
    whole = (sides[2] - sides[0]) * (sides[3] - sides[1])
    return max(across, 0) * max(down, 0) / whole


class TestOddVideos:
    @pytest.mark.parametrize(
        ("codec", "form", "pixels"),
        [
            ("libx264", "matroska", "yuv420p10le"),
            ("libx264", "mp4", "yuv444p"),
            ("mjpeg", "avi", "yuvj420p"),
            ("mpeg4", "mp4", "yuv420p"),
            ("libvpx-vp9", "webm", "yuv420p"),
        ],
    )
    def test_codecs_and_depths(self, codec: str, form: str, pixels: str) -> None:
        options = {"speed": "8"} if codec == "libvpx-vp9" else {}
        made = walk(12, lambda number: (60 + 3 * number, 10.0))
        frames = _pictures(made)
        again = film(frames, codec=codec, form=form, pixels=pixels, options=options)
        assert leaks(found(again), made) == []

    def test_an_odd_size_and_interlaced_frames(self) -> None:
        made = walk(14, lambda number: (60 + 2 * number, 10.0))
        frames = [one[:177, :315] for one in _pictures(made)]
        odd = found(film(frames, pixels="yuv444p"))
        assert (odd.width, odd.height) == (315, 177)
        assert leaks(odd, made) == []
        frames = _pictures(made)
        woven = film(frames, options={"x264-params": "interlaced=1:tff=1"})
        assert leaks(found(woven), made) == []

    def test_a_file_that_ends_early_says_so(self, crossing: Walk) -> None:
        whole = film(_pictures(crossing), form="matroska")
        data = whole.getvalue()
        plan = found(io.BytesIO(data[: len(data) // 3]))
        assert plan.length < MICRO
        assert plan.alarms[-1].doubt is Doubt.BROKEN
        assert plan.alarms[-1].span.ends > plan.length

    def test_broken_frames_in_the_middle_are_alarms(self, crossing: Walk) -> None:
        data = bytearray(crossing.film.getvalue())
        start = data.index(b"mdat") + len(data) // 3
        data[start : start + 6000] = bytes(6000)
        plan = found(io.BytesIO(bytes(data)))
        assert Doubt.BROKEN in {alarm.doubt for alarm in plan.alarms}

    @pytest.mark.parametrize("data", [b"", b"\0" * 300, b"\x1aE\xdf\xa3" + bytes(100)])
    def test_no_video_is_a_clear_error(self, data: bytes) -> None:
        with pytest.raises(CaptureError):
            found(io.BytesIO(data))

    def test_cut_anywhere_it_is_a_plan_or_a_clear_error(self, crossing: Walk) -> None:
        data = crossing.film.getvalue()
        for part in range(1, 8):
            try:
                found(io.BytesIO(data[: len(data) * part // 8]))
            except (Damaged, Unsupported):
                continue


class TestFollowOne:
    def test_a_box_is_followed_both_ways_to_the_end_of_its_shot(self, crossing: Walk) -> None:
        face = crossing.truth[25]
        assert face is not None
        left, top, right, bottom = face
        grown = (
            round(left - 8),
            round(top - 8),
            round(right - left + 16),
            round(bottom - top + 16),
        )
        plan = follow_one(crossing.film, MICRO, grown, SEED, silent)
        (track,) = plan.tracks
        assert (track.begins, track.ends) == (0, 49 * MICRO // RATE)
        assert leaks(plan, crossing) == []

    def test_it_stops_at_a_cut(self) -> None:
        made = walk(
            30, lambda _number: (100.0, 20.0), scene=lambda number: street(1 + (number >= 20))
        )
        blank = [np.asarray(street(9))] * 10
        frames = _pictures(made)[:20] + blank
        (track,) = follow_one(film(frames), 400_000, (100, 20, 60, 70), SEED, silent).tracks
        assert (track.begins, track.ends) == (0, 19 * MICRO // RATE)

    def test_a_place_outside_the_picture_is_refused(self, crossing: Walk) -> None:
        with pytest.raises(BadPlan):
            follow_one(crossing.film, 0, (900, 900, 40, 40), SEED, silent)


class TestSecondLook:
    def test_a_face_that_is_left_is_an_alarm_with_its_time(self, crossing: Walk) -> None:
        plan = FilmPlan(WIDTH, HEIGHT, 2 * MICRO, SEED)
        alarms = look_again(crossing.film, plan, silent).alarms
        assert alarms
        assert {alarm.doubt for alarm in alarms} == {Doubt.AGAIN}
        assert alarms[0].span.begins <= 200_000
        assert max(alarm.span.ends for alarm in alarms) > 1_500_000

    def test_times_are_those_of_the_original(self, crossing: Walk) -> None:
        cut = Span(MICRO, 3 * MICRO)
        plan = FilmPlan(WIDTH, HEIGHT, 4 * MICRO, SEED, cut=(cut,))
        alarms = look_again(crossing.film, plan, silent).alarms
        assert all(not cut.begins < alarm.span.begins < cut.ends for alarm in alarms)
        assert max(alarm.span.ends for alarm in alarms) > 3_500_000

    @pytest.mark.parametrize("answer", [Answer.VISIBLE, Answer.DISMISSED])
    def test_what_a_person_decided_is_answered(
        self, crossing: Walk, crossed: FilmPlan, answer: Answer
    ) -> None:
        decided = tuple(
            replace(track, answer=answer, reason="a public speaker", keys=_tighter(track.keys))
            for track in crossed.tracks
        )
        assert look_again(crossing.film, replace(crossed, tracks=decided), silent).alarms == ()

    def test_a_cover_that_goes_one_frame_early_is_seen(self) -> None:
        made = walk(30, lambda _number: (100.0, 20.0))
        frames = _pictures(made)
        for number, frame in enumerate(frames):
            if number != 17:
                frame[15:110, 95:230] = 90
        cover = Track((Key(0, 95, 15, 135, 95), Key(16 * 40_000, 95, 15, 135, 95)))
        plan = FilmPlan(WIDTH, HEIGHT, 30 * 40_000, SEED, tracks=(cover,))
        alarms = look_again(film(frames), plan, silent).alarms
        assert [alarm.span.begins for alarm in alarms] == [17 * 40_000]
        assert all(alarm.place for alarm in alarms)


def _tighter(keys: tuple[Key, ...]) -> tuple[Key, ...]:
    """Bring a cover's keys to what a second look makes of a finding: 1.35 instead of 1.5."""
    return tuple(
        Key(
            k.at,
            k.left + k.width // 20,
            k.top + k.height // 20,
            k.width * 9 // 10,
            k.height * 9 // 10,
        )
        for k in keys
    )


def _pictures(made: Walk) -> list[Pixels]:
    """Decode a walk's frames again."""
    with av.open(io.BytesIO(made.film.getvalue()), "r") as container:
        shown = (frame.to_ndarray(format="rgb24") for frame in container.decode(video=0))
        return [frame.astype(np.uint8) for frame in shown]


class _Counting:
    """Stands for the detectors, and finds nothing."""

    whole: ClassVar[int] = 0
    parts: ClassVar[list[int]] = []

    def __init__(self, _wanted: object) -> None:
        _Counting.whole, _Counting.parts = 0, []

    def find(self, _glimpse: Glimpse, _number: int) -> list[object]:
        _Counting.whole += 1
        return []

    def find_in(self, _glimpse: Glimpse, _number: int, places: Sized) -> list[object]:
        _Counting.parts.append(len(places))
        return []


@pytest.mark.parametrize(
    ("covers", "side", "parts"), [((), 20, 0), ((0,), 20, 1), ((0, 150), 20, 2), ((0,), 90, None)]
)
def test_every_frame_at_the_ends_of_covers_is_looked_at(
    covers: tuple[int, ...],
    side: int,
    parts: int | None,
    crossing: Walk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(second, "Eyes", _Counting)
    # Covers of two frames each, that come and go twice a second: nowhere is a frame far from one.
    tracks = tuple(
        Track((Key(at, left, 5, side, side), Key(at + 40_000, left, 5, side, side)))
        for at in range(240_000, 2 * MICRO, 480_000)
        for left in covers
    )
    look_again(crossing.film, FilmPlan(WIDTH, HEIGHT, 2 * MICRO, SEED, tracks=tracks), silent)
    near = sum(
        any(0 <= track.begins - at <= 125_000 or 0 <= at - track.ends < 125_000 for track in tracks)
        for at in range(0, 2 * MICRO, 40_000)
    )
    looks = _Counting.whole + len(_Counting.parts)
    assert near <= looks <= near + 11, "every fifth frame and every frame at an end"
    if parts is None:
        assert _Counting.whole == looks, "where little else is left, all of it is looked at"
    else:
        assert 10 <= _Counting.whole <= 11
        assert set(_Counting.parts) == ({parts} if parts else set())


def test_what_a_second_look_finds_is_followed_from_end_to_end(crossing: Walk) -> None:
    again = look_again(crossing.film, FilmPlan(WIDTH, HEIGHT, 2 * MICRO, SEED), silent)
    assert again.tracks
    assert all(len(track.keys) == 1 for track in again.tracks)
    one = next(track for track in again.tracks if track.begins > MICRO // 2)
    plan = follow_given(crossing.film, Given([one]), SEED, silent)
    assert plan.tracks[0].begins == 0
    assert len(leaks(plan, crossing)) < len(leaks(FilmPlan(WIDTH, HEIGHT, 1, SEED), crossing)) / 4


def test_a_seed_is_taken_as_given(crossing: Walk) -> None:
    seed = secrets.token_hex(16)
    assert follow(crossing.film, (), seed, silent).seed == seed
