"""The logic of following, over made frames and made findings: no network, no video."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from capture.detect.finding import SURE, Finding
from capture.detect.follow import covers, doubts
from capture.detect.follow.follower import Follower
from capture.detect.follow.patches import found_again, levels_of, patches_of
from capture.detect.follow.stills import Still, Stills
from capture.detect.follow.trails import BEYOND, Trail
from capture.redact.film import Doubt, Track
from capture.redact.moments import place_during
from capture.redact.plan import RegionKind

WIDTH, HEIGHT = 320, 180
FRAME = 40_000
EVERY = 5
Grey = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]
Place = tuple[float, float, float, float]


def noise(seed: int, width: int, height: int, coarse: int = 6) -> Grey:
    """Return a texture with edges some pixels apart."""
    draw = np.random.default_rng(seed)
    small = draw.integers(30, 225, (height // coarse + 2, width // coarse + 2)).astype(np.float64)
    whole = np.kron(small, np.ones((coarse, coarse)))
    whole = (whole + np.roll(whole, 2, 0) + np.roll(whole, 2, 1) + np.roll(whole, 1, 1)) / 4
    return np.asarray(whole[:height, :width], dtype=np.uint8)


WALL = noise(1, 900, 400)
HEAD = noise(2, 30, 36, 4)


def drawn(left: int, top: int, *, seen: bool = True, pan: int = 0, wall: Grey = WALL) -> Grey:
    """Draw a head before a wall; ``pan`` is by how much the camera moved to the right."""
    frame = wall[40 : 40 + HEIGHT, 100 + pan : 100 + pan + WIDTH].copy()
    height, width = HEAD.shape
    if seen and 0 <= left <= WIDTH - width and 0 <= top <= HEIGHT - height:
        frame[top : top + height, left : left + width] = HEAD
    return frame


def box(left: float, top: float) -> Place:
    return left, top, left + HEAD.shape[1], top + HEAD.shape[0]


def found(place: Place, confidence: float = 0.9) -> Finding:
    return Finding(*place, RegionKind.FACE, confidence, "test")


def stills(frames: list[Grey]) -> list[tuple[Still, bool]]:
    """Return frames as following takes them, and which is the last of its shot."""
    maker: Stills[None] = Stills()

    def every() -> Iterator[tuple[Still, None, bool]]:
        for number, frame in enumerate(frames):
            yield from maker.push(number * FRAME, frame, None)
        yield from maker.finish()

    return [(still, last) for still, _, last in every()]


def followed(frames: list[Grey], seen: Callable[[int], list[Finding]]) -> list[Trail]:
    """Follow through frames; ``seen`` says what a look at a frame finds."""
    closed: list[Trail] = []
    follower = Follower(closed.append)
    waiting: list[Still] = []
    for number, (still, last) in enumerate(stills(frames)):
        waiting.append(still)
        if last or still.first or len(waiting) >= EVERY:
            follower.look(waiting, seen(number), last=last)
            waiting = []
    return closed


def is_around(trail: Trail, number: int, place: Place, slack: float = 2.0) -> bool:
    """Say whether a trail's box in a frame reaches around a place."""
    if number * FRAME not in trail.times:
        return False
    left, top, right, bottom = trail.boxes[trail.times.index(number * FRAME)]
    return bool(
        left <= place[0] + slack
        and top <= place[1] + slack
        and right >= place[2] - slack
        and bottom >= place[3] - slack
    )


class TestPatches:
    def test_one_is_found_where_it_went(self) -> None:
        before, after = levels_of(drawn(100, 60)), levels_of(drawn(109, 55))
        boxes = np.array([box(100, 60)])
        where, score = found_again(after, boxes, patches_of(before, boxes))
        assert score[0] > 0.9
        assert np.abs(where[0] - np.array(box(109, 55))).max() < 2

    def test_one_without_contrast_agrees_with_nothing(self) -> None:
        flat = levels_of(np.full((HEIGHT, WIDTH), 90, dtype=np.uint8))
        boxes = np.array([box(100, 60)])
        _, score = found_again(levels_of(drawn(100, 60)), boxes, patches_of(flat, boxes))
        assert score[0] == 0

    @pytest.mark.parametrize("place", [(-20.0, -20.0), (310.0, 170.0), (-500.0, 900.0)])
    def test_one_at_the_edge_or_beyond_breaks_nothing(self, place: tuple[float, float]) -> None:
        frame = levels_of(drawn(0, 0))
        boxes = np.array([box(*place)])
        where, score = found_again(frame, boxes, patches_of(frame, boxes))
        assert np.isfinite(where).all()
        assert np.isfinite(score).all()

    @pytest.mark.parametrize("size", [(1, 1), (3, 200), (200, 2)])
    def test_a_frame_of_any_size_is_taken(self, size: tuple[int, int]) -> None:
        frame = levels_of(np.full(size, 7, dtype=np.uint8))
        boxes = np.array([[0.0, 0.0, 1.0, 1.0]])
        assert found_again(frame, boxes, patches_of(frame, boxes))[1][0] == 0


class TestStills:
    def test_a_cut_is_seen_between_two_scenes(self) -> None:
        other = noise(9, 900, 400)
        frames = [drawn(50, 50)] * 3 + [drawn(50, 50, wall=other)] * 3
        firsts = [still.first for still, _ in stills(frames)]
        lasts = [last for _, last in stills(frames)]
        assert firsts == [True, False, False, True, False, False]
        assert lasts == [False, False, True, False, False, True]

    def test_a_fast_pan_is_none_and_its_speed_is_known(self) -> None:
        made = stills([drawn(50, 50, seen=False, pan=12 * n) for n in range(6)])
        assert [still.first for still, _ in made] == [True] + [False] * 5
        assert all(abs(still.change.across + 12) <= 2 for still, _ in made[1:])

    def test_a_flash_is_none(self) -> None:
        frames = [drawn(50, 50)] * 6
        frames[3] = np.full((HEIGHT, WIDTH), 250, dtype=np.uint8)
        assert [still.first for still, _ in stills(frames)] == [True] + [False] * 5

    def test_a_dark_scene_of_noise_is_not_full_of_cuts(self) -> None:
        draw = np.random.default_rng(4)
        frames = [draw.integers(8, 14, (HEIGHT, WIDTH)).astype(np.uint8) for _ in range(5)]
        assert sum(still.first for still, _ in stills(frames)) == 1


class TestFollowing:
    def test_every_frame_between_two_looks_is_covered(self) -> None:
        def place(number: int) -> tuple[int, int]:
            return 40 + 4 * number, 60 + round(10 * np.sin(number / 3))

        frames = [drawn(*place(number)) for number in range(31)]
        (trail,) = followed(frames, lambda number: [found(box(*place(number)))])
        assert all(is_around(trail, number, box(*place(number))) for number in range(31))

    def test_it_was_there_before_the_first_sighting_and_after_the_last(self) -> None:
        def place(number: int) -> tuple[int, int]:
            return 20 + 2 * number, 70

        frames = [drawn(*place(number)) for number in range(100)]

        def seen(number: int) -> list[Finding]:
            return [found(box(*place(number)))] if 40 <= number <= 60 else []

        (trail,) = followed(frames, seen)
        first, last = trail.times[0] // FRAME, trail.times[-1] // FRAME
        assert first <= 44 - BEYOND
        assert last >= 59 + BEYOND - 4
        assert all(is_around(trail, number, box(*place(number))) for number in range(20, 80))

    def test_a_cut_ends_it(self) -> None:
        other = noise(9, 900, 400)
        frames = [drawn(60, 60)] * 12 + [drawn(0, 0, seen=False, wall=other)] * 12
        trails = followed(frames, lambda number: [found(box(60, 60))] if number < 12 else [])
        assert [(t.times[0], t.times[-1]) for t in trails] == [(0, 11 * FRAME)]
        assert trails[0].from_start
        assert trails[0].to_end

    def test_nothing_reaches_back_over_a_cut(self) -> None:
        other = noise(9, 900, 400)
        frames = [drawn(60, 60, seen=False, wall=other)] * 12 + [drawn(60, 60)] * 12
        trails = followed(frames, lambda number: [found(box(60, 60))] if number >= 12 else [])
        assert [t.times[0] for t in trails] == [12 * FRAME]

    def test_it_never_shrinks_in_a_gap_and_is_one_trail_over_it(self) -> None:
        def hidden(number: int) -> bool:
            return 20 <= number < 42

        frames = [drawn(60 + number, 60, seen=not hidden(number)) for number in range(70)]

        def seen(number: int) -> list[Finding]:
            return [] if hidden(number) else [found(box(60 + number, 60))]

        (trail,) = followed(frames, seen)
        sides = [side[2] - side[0] for side in trail.boxes[20:42]]
        assert min(sides) >= HEAD.shape[1] - 0.01
        assert all(is_around(trail, number, box(60 + number, 60), 6) for number in range(70))

    def test_a_camera_that_pans_takes_along_what_is_hidden(self) -> None:
        frames = [
            drawn(200 - 5 * number, 60, seen=number < 12, pan=5 * number) for number in range(30)
        ]

        def seen(number: int) -> list[Finding]:
            return [found(box(200 - 5 * number, 60))] if number < 12 else []

        (trail,) = followed(frames, seen)
        assert is_around(trail, 28, box(200 - 5 * 28, 60), 6)

    def test_what_jumps_further_than_it_is_looked_for_is_bridged(self) -> None:
        def place(number: int) -> tuple[int, int]:
            return 5 + 26 * (number // EVERY * EVERY) // 2, 60

        frames = [drawn(*place(number)) for number in range(20)]
        trails = followed(frames, lambda number: [found(box(*place(number)))])
        assert len(trails) == 1

    def test_a_doubtful_sighting_alone_is_left_aside_and_two_are_not(self) -> None:
        frames = [drawn(60, 60)] * 60
        once = followed(frames, lambda number: [found(box(60, 60), 0.2)] if number == 30 else [])
        assert not once
        twice = followed(
            frames, lambda number: [found(box(60, 60), 0.2)] if 25 <= number < 35 else []
        )
        assert len(twice) == 1

    def test_what_left_the_picture_is_let_go(self) -> None:
        frames = [drawn(250 + 8 * number, 60) for number in range(40)]

        def seen(number: int) -> list[Finding]:
            return [found(box(250 + 8 * number, 60))] if number <= 5 else []

        (trail,) = followed(frames, seen)
        assert trail.times[-1] < 35 * FRAME

    def test_what_was_seen_once_and_left_is_covered_and_what_is_doubtful_is_not(self) -> None:
        def way(number: int) -> tuple[int, int]:
            return 30 - 14 * number, 60

        # The camera turns away from it: nobody can see it a second time.
        frames = [drawn(*way(number), pan=14 * number) for number in range(30)]
        for confidence, trails in ((0.9, 1), (0.2, 0)):

            def seen(number: int, sure: float = confidence) -> list[Finding]:
                return [found(box(*way(number)), sure)] if number == 0 else []

            gone = followed(frames, seen)
            assert len(gone) == trails
            assert all(
                is_around(one, number, box(*way(number)), 6) for one in gone for number in (0, 1, 2)
            )

    def test_two_that_pass_each_other_stay_covered(self) -> None:
        def places(number: int) -> list[Place]:
            return [box(20 + 4 * number, 40), box(260 - 4 * number, 110)]

        frames = []
        for number in range(50):
            frame = drawn(20 + 4 * number, 40)
            head = drawn(260 - 4 * number, 110)
            left = 260 - 4 * number
            frame[110:146, left : left + 30] = head[110:146, left : left + 30]
            frames.append(frame)
        trails = followed(frames, lambda number: [found(place) for place in places(number)])
        for number in range(50):
            for place in places(number):
                assert any(is_around(trail, number, place) for trail in trails)


class TestDoubts:
    def _trail(self, seen: Callable[[int], list[Finding]], frames: int = 100) -> Trail:
        (trail,) = followed([drawn(120, 60)] * frames, seen)
        return trail

    def test_a_sure_one_that_is_always_seen_has_none(self) -> None:
        trail = self._trail(lambda _number: [found(box(120, 60))])
        assert doubts.doubts(trail, (HEIGHT, WIDTH), 1.0) == []

    def test_a_gap_is_lost(self) -> None:
        trail = self._trail(
            lambda number: [] if 30 < number < 70 else [found(box(120, 60))],
        )
        (alarm,) = doubts.doubts(trail, (HEIGHT, WIDTH), 2.0)
        assert alarm.doubt is Doubt.LOST
        assert alarm.span.begins <= 31 * FRAME
        assert alarm.span.ends >= 69 * FRAME
        assert alarm.place is not None
        assert alarm.place[0] <= 240 <= alarm.place[0] + alarm.place[2]

    def test_one_that_may_be_none_is_weak(self) -> None:
        trail = self._trail(lambda _number: [found(box(120, 60), SURE - 0.1)])
        assert [a.doubt for a in doubts.doubts(trail, (HEIGHT, WIDTH), 1.0)] == [Doubt.WEAK]

    def test_one_that_comes_and_goes_in_the_middle_is_sudden(self) -> None:
        frames = [drawn(*((120, 60) if 40 <= at <= 55 else (250, 110))) for at in range(100)]
        (trail,) = followed(
            frames, lambda number: [found(box(120, 60))] if 45 <= number <= 50 else []
        )
        kinds = [alarm.doubt for alarm in doubts.doubts(trail, (HEIGHT, WIDTH), 1.0)]
        assert kinds == [Doubt.SUDDEN, Doubt.SUDDEN]

    def test_what_still_looks_the_same_is_followed_further_and_is_not_sudden(self) -> None:
        trail = self._trail(lambda number: [found(box(120, 60))] if 45 <= number <= 50 else [])
        assert (trail.times[0], trail.times[-1]) == (0, 99 * FRAME)
        assert doubts.doubts(trail, (HEIGHT, WIDTH), 1.0) == []

    def test_a_crowd_of_weak_ones_is_one_alarm(self) -> None:
        trail = self._trail(lambda _number: [found(box(120, 60), 0.4)])
        (weak,) = doubts.doubts(trail, (HEIGHT, WIDTH), 1.0)
        gap = self._trail(lambda number: [] if 30 < number < 70 else [found(box(120, 60))])
        (lost,) = doubts.doubts(gap, (HEIGHT, WIDTH), 1.0)
        one, other = doubts.gathered([weak, lost, weak])
        assert {one.doubt, other.doubt} == {Doubt.WEAK, Doubt.LOST}
        assert one.span == weak.span

    def test_too_many_alarms_are_joined_not_dropped(self) -> None:
        trail = self._trail(lambda _number: [found(box(120, 60), 0.4)])
        (one,) = doubts.doubts(trail, (HEIGHT, WIDTH), 1.0)
        many = [
            type(one)(type(one.span)(at * 10, at * 10 + 5), one.doubt, (at, at, 5, 5))
            for at in range(50)
        ]
        few = doubts.fewer(many, 3)
        assert 1 <= len(few) <= 3
        assert (few[0].span.begins, few[-1].span.ends) == (0, 495)


def test_a_trail_that_is_long_is_settled_while_it_goes_on_and_loses_nothing() -> None:
    def place(number: int) -> tuple[int, int]:
        return 120 + round(60 * np.sin(number / 17)), 60 + round(30 * np.sin(number / 23))

    frames = [drawn(*place(number)) for number in range(160)]
    settled: list[int] = []
    closed: list[Trail] = []

    def goes_on(trail: Trail) -> None:
        end = trail.sightings[-1].place - covers.CONTEXT
        if end - trail.settled > 30:
            edges = covers.cover(np.array(trail.boxes), 1.35)
            part = slice(trail.settled, end)
            settled.append(end)
            trail.settle(covers.keys_of(trail.times[part], edges[part]), end, covers.CONTEXT)

    follower = Follower(closed.append, goes_on)
    waiting: list[Still] = []
    for number, (still, last) in enumerate(stills(frames)):
        waiting.append(still)
        if last or still.first or len(waiting) >= EVERY:
            follower.look(waiting, [found(box(*place(number)))], last=last)
            waiting = []
    (trail,) = closed
    assert len(settled) > 2
    assert len(trail.boxes) < 80
    edges = covers.cover(np.array(trail.boxes), 1.35)[trail.settled :]
    track = Track((*trail.keys, *covers.keys_of(trail.times[trail.settled :], edges)))
    for number in range(160):
        shown = place_during(track, number * FRAME, number * FRAME + 1)
        left, top, right, bottom = box(*place(number))
        assert shown is not None
        assert shown[0] <= left
        assert shown[1] <= top
        assert shown[0] + shown[2] >= right
        assert shown[1] + shown[3] >= bottom
