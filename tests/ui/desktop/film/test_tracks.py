"""What is done to a track and to stretches of time leaves values that a plan may hold."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from capture.redact import film
from capture.redact.film import FilmPlan, Hearing, Span, Track, Voice
from capture.redact.keys import Key
from ui.desktop.film import lanes, spans, tracks
from ui.desktop.film.lanes import Window

TRACK = Track((Key(1000, 0, 0, 10, 10), Key(2000, 100, 0, 10, 10), Key(4000, 100, 50, 20, 10)))
moments = st.integers(0, 6000)


@st.composite
def some_tracks(draw: st.DrawFn) -> Track:
    times = draw(st.lists(moments, min_size=1, max_size=6, unique=True))
    side = st.integers(1, 50)
    return Track(
        tuple(Key(at, draw(side), draw(side), draw(side), draw(side)) for at in sorted(times))
    )


def stays_a_track(track: Track) -> None:
    plan = FilmPlan(100, 100, 6000, "0" * 32, tracks=(track,))
    assert film.from_json(film.as_json(plan)) == plan


@given(some_tracks(), moments, moments)
def test_whatever_is_done_stays_a_track(track: Track, at: int, to: int) -> None:
    stays_a_track(tracks.with_key(track, Key(at, 1, 2, 3, 4)))
    stays_a_track(tracks.without_key(track, track.keys[0].at))
    stays_a_track(tracks.moved_key(track, track.keys[-1].at, to))
    stays_a_track(tracks.moved_key(track, track.keys[0].at, to))
    stays_a_track(tracks.begun_at(track, at))
    stays_a_track(tracks.ended_at(track, at))
    for part in tracks.split(track, at) or ():
        stays_a_track(part)


@given(some_tracks(), moments)
def test_both_parts_of_a_track_cover_what_it_covered(track: Track, at: int) -> None:
    parts = tracks.split(track, at)
    if parts is None:
        assert not track.begins < at <= track.ends
        return
    before, after = parts
    assert (before.begins, before.ends, after.begins, after.ends) == (
        track.begins,
        at - 1,
        at,
        track.ends,
    )
    whole = tracks.joined(before, after)
    assert whole is not None
    for moment in range(track.begins, track.ends + 1, 97):
        one, other = tracks.place_at(track, moment), tracks.place_at(whole, moment)
        assert abs(one.left - other.left) <= 2
        assert abs(one.top - other.top) <= 2


def test_a_place_makes_a_key_and_reaches_there() -> None:
    longer = tracks.with_key(TRACK, Key(5000, 7, 7, 7, 7))
    assert (longer.ends, len(longer.keys)) == (5000, 4)
    same = tracks.with_key(TRACK, Key(2000, 7, 7, 7, 7))
    assert same.keys[1] == Key(2000, 7, 7, 7, 7)
    assert len(same.keys) == 3


def test_a_track_begins_and_ends_where_it_is_told() -> None:
    assert tracks.begun_at(TRACK, 1500).keys[0] == Key(1500, 50, 0, 11, 10), "outwards"
    assert tracks.begun_at(TRACK, 0).keys[:2] == (Key(0, 0, 0, 10, 10), TRACK.keys[0])
    assert tracks.ended_at(TRACK, 6000).keys[-1] == Key(6000, 100, 50, 20, 10)
    assert tracks.ended_at(TRACK, 500) == TRACK, "it is not there yet"


def test_what_is_seen_at_once_is_not_joined() -> None:
    later = Track((Key(3000, 0, 0, 5, 5), Key(6000, 0, 0, 5, 5)))
    assert tracks.joined(TRACK, later) is None


def test_the_only_key_stays_and_keys_do_not_pass_each_other() -> None:
    one = Track((Key(5, 0, 0, 1, 1),))
    assert tracks.without_key(one, 5) == one
    assert tracks.moved_key(TRACK, 2000, 9000).keys[1].at == 3999
    assert tracks.moved_key(TRACK, 77, 9000) == TRACK
    assert tracks.nearest_key(TRACK, 2100, 150) == TRACK.keys[1]
    assert tracks.nearest_key(TRACK, 2100, 50) is None


some_spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda one: Span(one[0], sum(one))),
    max_size=6,
)


def held(stretches: tuple[Span, ...]) -> set[int]:
    return {at for span in stretches for at in range(span.begins, span.ends)}


@given(some_spans, some_spans)
def test_stretches_hold_exactly_what_was_put_in_and_not_taken_out(
    more: list[Span], less: list[Span]
) -> None:
    whole: tuple[Span, ...] = ()
    for span in more:
        whole = spans.joined(whole, span)
    assert held(whole) == held(tuple(more))
    assert all(one.ends < other.begins for one, other in pairwise(whole))
    for span in less:
        whole = spans.without(whole, span)
    assert held(whole) == held(tuple(more)) - held(tuple(less))


def test_what_is_heard_last_holds() -> None:
    sound = spans.hearing((), Span(0, 100), Voice.MUTE)
    sound = spans.hearing(sound, Span(40, 60), Voice.TONE)
    assert sound == (
        Hearing(Span(0, 40), Voice.MUTE),
        Hearing(Span(40, 60), Voice.TONE),
        Hearing(Span(60, 100), Voice.MUTE),
    )
    assert spans.hearing(sound, Span(50, 100), None) == (
        Hearing(Span(0, 40), Voice.MUTE),
        Hearing(Span(40, 50), Voice.TONE),
    )
    assert spans.hearing(sound, Span(40, 60), Voice.MUTE) == (Hearing(Span(0, 100), Voice.MUTE),)


@given(st.lists(some_tracks(), max_size=8))
def test_tracks_in_one_row_never_overlap(several: list[Track]) -> None:
    known = dict(enumerate(several))
    rows = lanes.rows_of(known)
    assert set(rows) == set(known)
    for (key, one), (key2, other) in combinations(known.items(), 2):
        if rows[key] == rows[key2]:
            assert one.ends < other.begins or other.ends < one.begins


def test_places_and_moments_turn_into_each_other() -> None:
    window = Window(2_000_000, 4_000_000, 800)
    assert window.x(4_000_000) == 400
    assert window.at(400) == 4_000_000
    ruling = lanes.ruling(window, 100)
    assert ruling[0] == 2_000_000
    assert all(window.span(100) <= other - one for one, other in pairwise(ruling))
