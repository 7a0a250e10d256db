"""The feed holds the child back, and drops what nobody wants any more."""

import threading

import pytest

from capture.decode.playable import Film
from capture.isolate.playing import SAMPLE, SOUND_RATE, Enough, Frame, Rest, Sound, Wish
from capture.report import Picture
from ui.desktop.film.feed import MOST_FRAMES, Feed

PIXEL = Picture(1, 1, b"\1\2\3")


class Stop(BaseException):
    """What a cancelled tick raises."""


def silent(_done: int, _total: int) -> None:
    """Go on."""


def frames(feed: Feed, count: int) -> None:
    for number in range(count):
        assert feed.take(Frame(number * 40_000, PIXEL), silent) is None


def waiting(feed: Feed) -> list[int]:
    return [one.at for one in feed.frames]


def test_frames_come_in_order_and_can_be_put_back() -> None:
    feed = Feed()
    feed.take(Film(2, 2, 100, 40, sound=True), silent)
    frames(feed, 3)
    first = feed.next_frame()
    assert first is not None
    feed.put_back(first)
    assert waiting(feed) == [0, 40_000, 80_000]


def test_a_full_feed_holds_back_until_something_is_taken() -> None:
    feed = Feed()
    frames(feed, MOST_FRAMES - 1)
    answers = []
    lane = threading.Thread(
        target=lambda: answers.append(feed.take(Frame(1_000_000, PIXEL), silent))
    )
    lane.start()
    lane.join(0.3)
    assert lane.is_alive()
    feed.next_frame()
    lane.join(5)
    assert answers == [None]


def test_a_wish_drops_what_waits_and_goes_out_once() -> None:
    feed = Feed()
    frames(feed, 2)
    wish = Wish(500, 64)
    feed.wish(wish)
    assert waiting(feed) == []
    assert feed.take(Frame(80_000, PIXEL), silent) == wish
    assert waiting(feed) == [], "it belonged to what was wished before"
    assert feed.take(Frame(500, PIXEL), silent) is None
    assert waiting(feed) == [500]


def test_who_rests_waits_until_it_is_wanted_or_cancelled() -> None:
    feed = Feed()
    ticks = []

    def stop_at_third(_done: int, _total: int) -> None:
        ticks.append(1)
        if len(ticks) == 3:
            raise Stop

    with pytest.raises(Stop):
        feed.take(Rest(), stop_at_third)
    assert feed.resting
    feed.wish(Enough())
    assert feed.take(Rest(), silent) == Enough()


def test_sound_is_cut_to_its_time_and_silent_between() -> None:
    feed = Feed()
    second = b"\1\0\2\0" * SOUND_RATE
    feed.take(Sound(1_000_000, second), silent)
    half = SOUND_RATE // 2
    given = feed.sound(500_000, SOUND_RATE)
    assert given == bytes(half * SAMPLE) + second[: half * SAMPLE]
    assert feed.sound(500_000, SOUND_RATE) == given, "what may not have been heard is still there"
    assert feed.sound(1_750_000, half) == second[: half * SAMPLE // 2] + bytes(half * SAMPLE // 2)
    assert feed.sound(5_000_000, 10) == bytes(10 * SAMPLE)
    assert feed.sound(1_000_000, 10) == bytes(10 * SAMPLE), "and is dropped in the end"


def test_sound_without_picture_is_held_back_by_its_own_length() -> None:
    feed = Feed()
    feed.take(Film(0, 0, 100, 40, sound=True), silent)
    assert feed.take(Sound(0, b"\0" * SAMPLE * SOUND_RATE), silent) is None
    lane = threading.Thread(
        target=lambda: feed.take(Sound(1_000_000, b"\0" * SAMPLE * SOUND_RATE), silent)
    )
    lane.start()
    lane.join(0.3)
    assert lane.is_alive()
    feed.wish(Enough())
    lane.join(5)
    assert not lane.is_alive()
