"""A video's plan as data: everything it holds comes back, and nothing that is out of bounds."""

import json
import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.errors import BadPlan
from capture.redact import checked, film, keys
from capture.redact import plan as redaction
from capture.redact.film import (
    Alarm,
    Answer,
    Coding,
    Doubt,
    FilmPlan,
    Hearing,
    Span,
    Track,
    Voice,
)
from capture.redact.keys import MAX_TIME, Key
from capture.redact.plan import RegionKind, Shape, Style

SEED = "00112233445566778899aabbccddeeff"
boxes = st.tuples(
    st.integers(-65_535, 65_535),
    st.integers(-65_535, 65_535),
    st.integers(1, 131_070),
    st.integers(1, 131_070),
)


@st.composite
def some_keys(draw: st.DrawFn) -> tuple[Key, ...]:
    times = draw(st.lists(st.integers(0, MAX_TIME), min_size=1, max_size=8, unique=True))
    return tuple(Key(at, *draw(boxes)) for at in sorted(times))


spans = st.builds(
    lambda begins, length: Span(begins, begins + length),
    st.integers(0, MAX_TIME - 1),
    st.integers(1, 1),
) | st.builds(lambda a, b: Span(min(a, b), max(a, b) + 1), *[st.integers(0, MAX_TIME)] * 2)
tracks = st.builds(
    Track,
    some_keys(),
    kind=st.sampled_from(RegionKind),
    answer=st.sampled_from(Answer),
    shape=st.sampled_from([Shape.BOX, Shape.ELLIPSE]),
    style=st.sampled_from([Style.FILL, Style.SOLID]),
    found_by=st.text(max_size=20),
    confidence=st.integers(0, 1000),
    reason=st.just("she is a minister"),
    person=st.none() | st.integers(1, 99),
)
plans = st.builds(
    FilmPlan,
    st.integers(1, 65_535),
    st.integers(1, 65_535),
    st.integers(0, MAX_TIME),
    st.just(SEED),
    tracks=st.lists(tracks, max_size=4).map(tuple),
    blank=st.lists(spans, max_size=3).map(tuple),
    cut=st.lists(spans, max_size=3).map(tuple),
    sound=st.lists(st.builds(Hearing, spans, st.sampled_from(Voice)), max_size=3).map(tuple),
    alarms=st.lists(
        st.builds(Alarm, spans, st.sampled_from(Doubt), st.none() | boxes, st.booleans()),
        max_size=3,
    ).map(tuple),
    coding=st.sampled_from(Coding),
)
A_TRACK = Track((Key(0, 1, 2, 3, 4), Key(40_000, 2, 3, 4, 5)))
A_PLAN = FilmPlan(640, 360, 2_000_000, SEED, tracks=(A_TRACK,), blank=(Span(5, 9),))


@given(plans)
def test_a_plan_comes_back_from_json(plan: FilmPlan) -> None:
    assert film.from_json(json.loads(json.dumps(film.as_json(plan)))) == plan


@given(some_keys())
def test_keys_come_back_from_their_packing(some: tuple[Key, ...]) -> None:
    assert keys.unpack(keys.pack(some)) == some


@given(st.binary(max_size=60), st.sampled_from([bytes, zlib.compress]))
def test_bytes_that_are_no_keys_are_refused_in_one_way(
    junk: bytes, pack: Callable[[bytes], bytes]
) -> None:
    packed = pack(junk)
    try:
        found = keys.unpack(packed)
    except (TypeError, ValueError, zlib.error):
        return
    assert keys.unpack(keys.pack(found)) == found


def test_keys_that_unpack_to_far_too_much_are_refused_before_they_are_held() -> None:
    bomb = zlib.compress(bytes(64 << 20), 9)

    assert len(bomb) < film.MAX_PACKED
    with pytest.raises(ValueError, match=r"^$"):
        keys.unpack(bomb)


def test_a_film_plan_and_a_photos_are_never_taken_for_each_other() -> None:
    photo = redaction.as_json(redaction.RedactionPlan(4, 4, SEED, ()))

    assert film.is_film(film.as_json(A_PLAN))
    assert not film.is_film(photo)
    with pytest.raises(BadPlan):
        film.from_json(photo)
    with pytest.raises(BadPlan):
        redaction.from_json(film.as_json(A_PLAN))


def _with(path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    stored: dict[str, Any] = json.loads(json.dumps(film.as_json(A_PLAN)))
    place: Any = stored
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return stored


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("film",), 2),
        (("film",), True),
        (("width",), 0),
        (("height",), 65_536),
        (("width",), 1.5),
        (("length",), -1),
        (("length",), MAX_TIME + 1),
        (("seed",), "x" * 32),
        (("coding",), "theora"),
        (("tracks",), None),
        (("tracks",), [{}] * (film.MAX_TRACKS + 1)),
        (("tracks", 0, "keys"), ""),
        (("tracks", 0, "keys"), "not base64"),
        (("tracks", 0, "style"), "label"),
        (("tracks", 0, "shape"), "brush"),
        (("tracks", 0, "answer"), "maybe"),
        (("tracks", 0, "answer"), "visible"),
        (("tracks", 0, "person"), 0),
        (("tracks", 0, "confidence"), 1001),
        (("tracks", 0, "reason"), "x" * 201),
        (("blank",), [[9, 5]]),
        (("blank",), [[5, 5]]),
        (("blank",), [[5]]),
        (("cut",), [[-1, 5]]),
        (("cut",), "5-9"),
        (("sound",), [[0, 5, "louder"]]),
        (("sound",), [[0, 5]]),
        (("alarms",), [{"span": [0, 5], "doubt": "weak", "place": None, "answered": 1}]),
        (
            ("alarms",),
            [{"span": [0, 5], "doubt": "weak", "place": [0, 0, 0, 1], "answered": False}],
        ),
    ],
)
def test_a_value_out_of_bounds_is_refused(path: tuple[str | int, ...], value: Any) -> None:
    with pytest.raises(BadPlan):
        film.from_json(_with(path, value))


@pytest.mark.parametrize("name", sorted(film.as_json(A_PLAN)))
def test_a_missing_value_is_refused(name: str) -> None:
    stored = film.as_json(A_PLAN)
    del stored[name]

    with pytest.raises(BadPlan):
        film.from_json(stored)


def test_keys_that_do_not_go_forward_are_refused() -> None:
    for some in (
        (Key(5, 0, 0, 1, 1), Key(5, 0, 0, 1, 1)),
        (Key(5, 0, 0, 1, 1), Key(4, 0, 0, 1, 1)),
    ):
        stored = _with(("tracks", 0, "keys"), checked.packed_as_json(keys.pack(some)))
        with pytest.raises(BadPlan):
            film.from_json(stored)


def test_more_places_than_a_plan_can_hold_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(film, "MAX_PACKED", film.packed_bytes((A_TRACK,)))
    assert film.from_json(film.as_json(A_PLAN)) == A_PLAN
    twice = replace(A_PLAN, tracks=(A_TRACK, A_TRACK))

    with pytest.raises(BadPlan):
        film.from_json(film.as_json(twice))
