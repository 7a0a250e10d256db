"""Times of frames, what holds while one is shown, and where cut-out stretches leave them."""

import itertools
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from capture.redact.film import Span, Track
from capture.redact.keys import Key
from capture.redact.moments import Cuts, holds, merged, moment, place_during

LONG = 100
spans = st.builds(
    lambda begins, length: Span(begins, begins + length),
    st.integers(0, LONG),
    st.integers(1, LONG // 4),
)


def track_of(*keys: tuple[int, int, int, int, int]) -> Track:
    return Track(tuple(Key(*key) for key in keys))


def test_a_moment_is_rounded_down_from_the_first_frame_on() -> None:
    assert moment(100, Fraction(1, 90_000), 100) == 0
    assert moment(3103, Fraction(1, 90_000), 100) == 33_366
    assert moment(1001, Fraction(1, 30_000), 0) == 33_366
    assert moment(-1, Fraction(1, 1000), 0) == -1000


@given(st.lists(spans, max_size=8), st.integers(0, 2 * LONG))
def test_merging_changes_no_moment(some: list[Span], at: int) -> None:
    whole = merged(some)

    assert holds(whole, at, at + 1) == holds(some, at, at + 1)
    assert all(a.ends < b.begins for a, b in itertools.pairwise(whole))


@given(st.lists(spans, max_size=8))
def test_what_is_cut_is_gone_and_the_rest_moves_up(cut: list[Span]) -> None:
    cuts = Cuts(cut)
    kept = [at for at in range(3 * LONG) if not holds(cut, at, at + 1)]

    assert [cuts.in_copy(at) for at in kept] == list(range(len(kept)))
    assert [cuts.in_original(at) for at in range(len(kept))] == kept


@given(st.lists(spans, max_size=8), st.integers(0, 2 * LONG))
def test_a_moment_that_is_cut_is_at_the_joint(cut: list[Span], at: int) -> None:
    cuts = Cuts(cut)
    after = next(one for one in range(at, 4 * LONG) if not holds(cut, one, one + 1))

    assert cuts.in_copy(at) == cuts.in_copy(after)


def test_a_track_is_nowhere_but_from_its_first_key_to_its_last() -> None:
    track = track_of((100, 0, 0, 10, 10), (200, 100, 50, 10, 30))

    assert place_during(track, 0, 100) is None
    assert place_during(track, 201, 300) is None
    assert place_during(track, 0, 101) == (0, 0, 10 + 1, 10 + 1)
    assert place_during(track, 200, 300) == (100, 50, 10, 30)
    assert place_during(track, 150, 151) == (50, 25, 11, 21)


@st.composite
def tracks(draw: st.DrawFn) -> Track:
    times = draw(st.lists(st.integers(0, LONG), min_size=1, max_size=6, unique=True))
    side, edge = st.integers(1, 40), st.integers(-20, 60)
    return track_of(*((at, draw(edge), draw(edge), draw(side), draw(side)) for at in sorted(times)))


@given(tracks(), st.integers(0, LONG), st.integers(1, 30))
def test_a_frames_place_contains_every_moments(track: Track, begins: int, lasts: int) -> None:
    whole = place_during(track, begins, begins + lasts)
    parts = [place_during(track, at, at + 1) for at in range(begins, begins + lasts)]

    present = [part for part in parts if part is not None]
    assert (whole is None) == (not present)
    for left, top, width, height in present:
        assert whole is not None
        assert whole[0] <= left
        assert left + width <= whole[0] + whole[2]
        assert whole[1] <= top
        assert top + height <= whole[1] + whole[3]
