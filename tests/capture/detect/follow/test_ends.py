"""Where covers begin and end is known for each moment, and overlapping places become one."""

from hypothesis import given
from hypothesis import strategies as some

from capture.detect.follow.ends import Ends
from capture.redact.film import Track
from capture.redact.keys import Key
from capture.redact.moments import Place

BESIDE = 125_000
NOON = 1_000_000


def track(left: int, begins: int = NOON, lasts: int = 500_000, side: int = 100) -> Track:
    return Track(
        (Key(begins, left, 50, side, side), Key(begins + lasts, left + 400, 50, side, side))
    )


def test_a_cover_matters_just_before_it_begins_and_just_after_it_ended() -> None:
    ends = Ends([track(200)])
    ended = NOON + 500_000

    assert ends.at(NOON - BESIDE - 1) == ()
    assert ends.at(NOON - BESIDE) == ends.at(NOON) == ((150, 0, 200, 200),)
    assert ends.at(NOON + 1) == ends.at(ended - 1) == ()
    assert ends.at(ended) == ends.at(ended + BESIDE - 1) == ((550, 0, 200, 200),)
    assert ends.at(ended + BESIDE) == ()


def test_small_covers_are_looked_at_with_enough_around_them() -> None:
    assert Ends([track(200, side=10)]).at(NOON) == ((157, 7, 96, 96),)


def test_places_that_touch_one_another_in_turn_become_one() -> None:
    places = Ends([track(0), track(300), track(150), track(2000)]).at(NOON)

    assert sorted(places) == [(-50, 0, 500, 200), (1950, 0, 200, 200)]


@given(some.lists(some.tuples(some.integers(0, 3000), some.integers(0, 2 * NOON)), max_size=12))
def test_no_end_is_left_out_and_none_is_given_twice(covers: list[tuple[int, int]]) -> None:
    tracks = [track(left, begins) for left, begins in covers]
    ends = Ends(tracks)
    for at in range(0, 3 * NOON, 40_000):
        places = ends.at(at)
        for one in tracks:
            if 0 <= one.begins - at <= BESIDE:
                assert sum(_holds(place, one.keys[0]) for place in places) == 1
            if 0 <= at - one.ends < BESIDE:
                assert sum(_holds(place, one.keys[-1]) for place in places) == 1


def _holds(place: Place, key: Key) -> bool:
    left, top, width, height = place
    across = left <= key.left and key.left + key.width <= left + width
    return across and top <= key.top and key.top + key.height <= top + height
