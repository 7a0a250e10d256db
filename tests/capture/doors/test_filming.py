"""Covered copies of videos: made whole or not at all, and what holds them up."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import pytest

from capture import choosing, derive
from capture.detect import film_again
from capture.errors import BadPlan, DecoderCrashed, NoConsent, NotLooked, Unverified, WeightsMissing
from capture.isolate import MediaPool, following, rendering
from capture.progress import silent
from capture.redact import film
from capture.redact.film import Alarm, Answer, Doubt, FilmPlan, Span, Track
from capture.redact.keys import Key
from capture.redact.plan import RegionKind, Shape
from storage.records import Original, Provenance
from storage.vault import Vault
from tests.capture.samples import films

WIDTH, HEIGHT = 96, 64
AGAIN = Alarm(Span(10_000, 20_000), Doubt.AGAIN, (10, 10, 20, 20))


class Stop(BaseException):
    """What a caller's tick raises."""


@pytest.fixture
def original(vault: Vault) -> Original:
    pictures = [films.planes(WIDTH, HEIGHT, number) for number in range(6)]
    data = films.film(pictures, WIDTH, HEIGHT)
    draft = vault.draft(len(data))
    draft.write(data)
    return vault.keep_original(draft, "mov", Provenance("folder", "clip.mov", None))


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Alarm]:
    """What a second look at a copy finds."""
    alarms: list[Alarm] = []

    def look(_pool: MediaPool, output: Any, plan: FilmPlan, tick: Any = silent) -> Any:
        output.seek(0)
        assert output.read(8)[4:] == b"ftyp"
        tick(plan.length, plan.length)
        return replace(plan, tracks=(), alarms=tuple(alarms))

    monkeypatch.setattr(following, "look_again", look)
    return alarms


def plan_for(vault: Vault, pool: MediaPool, item: str, **more: Any) -> FilmPlan:
    plan = derive.plan_film(vault, pool, item)
    track = Track((Key(0, 20, 10, 40, 40), Key(1_000_000, 20, 10, 40, 40)), shape=Shape.BOX)
    return replace(plan, tracks=(track,), **more)


def test_a_plan_of_nothing_knows_the_videos_size_and_length(
    vault: Vault, pool: MediaPool, original: Original
) -> None:
    plan = derive.plan_film(vault, pool, original.id)

    assert (plan.width, plan.height, plan.length) == (WIDTH, HEIGHT, 200_000)
    assert not plan.tracks


@pytest.mark.usefixtures("found")
def test_a_copy_is_kept_with_its_plan_and_leaves(
    vault: Vault, pool: MediaPool, original: Original
) -> None:
    plan = plan_for(vault, pool, original.id)
    ticks: list[tuple[int, int]] = []

    made = derive.filmed_copy(vault, pool, original.id, plan, lambda *now: ticks.append(now))

    assert derive.latest_film_plan(vault, original.id) == plan
    assert derive.latest_plan(vault, original.id) is None
    assert not made.lossless
    assert [step.name for step in made.steps][:3] == ["redact", "covered", "encoded-again"]
    (chosen,) = choosing.choose(vault, [original.id], with_parts=False)
    assert chosen.copy.id == made.id
    assert all(0 <= done <= total == plan.length for done, total in ticks)
    with vault.open_blob(made.id) as stream, av.open(io.BytesIO(stream.read()), "r") as container:
        assert sum(1 for _ in container.decode(video=0)) == 6


def test_the_same_plan_makes_the_same_copy(
    vault: Vault, pool: MediaPool, original: Original, found: list[Alarm]
) -> None:
    assert not found
    plan = plan_for(vault, pool, original.id)

    one, other = (derive.filmed_copy(vault, pool, original.id, plan) for _ in range(2))

    assert one.sha256 == other.sha256


@pytest.mark.parametrize("doubt", [Doubt.WEAK, Doubt.LOST, Doubt.SUDDEN, Doubt.BROKEN])
@pytest.mark.usefixtures("found")
def test_an_open_alarm_holds_the_copy_up_until_somebody_has_looked(
    vault: Vault, pool: MediaPool, original: Original, doubt: Doubt
) -> None:
    alarm = Alarm(Span(0, 40_000), doubt)
    plan = plan_for(vault, pool, original.id, alarms=(alarm,))

    made = derive.filmed_copy(vault, pool, original.id, plan)

    assert film_again.alarms_of(made.steps[0].facts) == (alarm,)
    with pytest.raises(NotLooked):
        choosing.choose(vault, [original.id], with_parts=False)
    answered = replace(plan, alarms=(replace(alarm, answered=True),))
    derive.filmed_copy(vault, pool, original.id, answered)
    assert choosing.choose(vault, [original.id], with_parts=False)
    derive.filmed_copy(vault, pool, original.id, plan, looked=True)
    assert choosing.choose(vault, [original.id], with_parts=False)


def test_what_a_second_look_finds_holds_the_copy_up_unless_it_was_answered(
    vault: Vault, pool: MediaPool, original: Original, found: list[Alarm]
) -> None:
    found.append(AGAIN)
    plan = plan_for(vault, pool, original.id)

    derive.filmed_copy(vault, pool, original.id, plan)

    with pytest.raises(NotLooked):
        choosing.choose(vault, [original.id], with_parts=False)
    seen = replace(plan, alarms=(replace(AGAIN, answered=True),))
    derive.filmed_copy(vault, pool, original.id, seen)
    assert choosing.choose(vault, [original.id], with_parts=False)


def test_where_nothing_can_look_a_person_has_to(
    vault: Vault, pool: MediaPool, original: Original, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_arguments: Any) -> None:
        raise WeightsMissing

    monkeypatch.setattr(following, "look_again", missing)
    derive.filmed_copy(vault, pool, original.id, plan_for(vault, pool, original.id))

    with pytest.raises(NotLooked):
        choosing.choose(vault, [original.id], with_parts=False)


@pytest.mark.usefixtures("found")
@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_cancel_leaves_nothing(
    vault: Vault, pool: MediaPool, original: Original, after: int, tmp_path: Path
) -> None:
    plan = plan_for(vault, pool, original.id)
    ticks = 0

    def tick(_done: int, _total: int) -> None:
        nonlocal ticks
        ticks += 1
        if ticks > after:
            raise Stop

    with pytest.raises(Stop):
        derive.filmed_copy(vault, pool, original.id, plan, tick)

    assert not vault.derivatives(original.id)
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.usefixtures("found")
def test_a_copy_that_fails_its_second_reading_leaves_neither_draft(
    vault: Vault,
    pool: MediaPool,
    original: Original,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise Unverified("planted")

    plan = plan_for(vault, pool, original.id)
    monkeypatch.setattr(pool, "verify", refuse)
    with pytest.raises(Unverified):
        derive.filmed_copy(vault, pool, original.id, plan)

    assert not vault.derivatives(original.id)
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.usefixtures("found")
def test_a_person_without_consent_has_to_be_covered(
    vault: Vault, pool: MediaPool, original: Original
) -> None:
    vault.note(original.id, {"person.1.name": "somebody", "person.1.consent": "none"})
    plan = plan_for(vault, pool, original.id)
    named = replace(plan, tracks=(replace(plan.tracks[0], person=1),))
    faces = replace(plan, tracks=(replace(plan.tracks[0], kind=RegionKind.FACE),))
    seen = replace(plan.tracks[0], answer=Answer.VISIBLE, reason="a minister")

    derive.filmed_copy(vault, pool, original.id, replace(faces, tracks=(*faces.tracks, seen)))
    with pytest.raises(NoConsent):
        choosing.choose(vault, [original.id], with_parts=False)
    for good in (named, faces):
        derive.filmed_copy(vault, pool, original.id, good)
        assert choosing.choose(vault, [original.id], with_parts=False)


def test_what_was_found_joins_what_was_decided(
    vault: Vault, pool: MediaPool, original: Original, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = plan_for(vault, pool, original.id, alarms=(replace(AGAIN, answered=True),))
    decided = replace(before.tracks[0], answer=Answer.DISMISSED)
    before = replace(before, tracks=(decided,))
    elsewhere = Track((Key(0, 70, 40, 20, 20), Key(90_000, 72, 40, 20, 20)))
    weak = Alarm(Span(0, 5_000), Doubt.WEAK)
    now = replace(before, tracks=(replace(decided, answer=Answer.COVER), elsewhere), alarms=(weak,))
    monkeypatch.setattr(following, "follow", lambda *_arguments: now)

    plan = derive.plan_film(vault, pool, original.id, [RegionKind.FACE], onto=before)

    assert plan.tracks == (decided, elsewhere)
    assert plan.alarms == (*before.alarms, weak)
    with pytest.raises(BadPlan):
        derive.plan_film(
            vault, pool, original.id, [RegionKind.FACE], onto=replace(before, width=WIDTH + 1)
        )


def test_a_child_is_not_believed_what_makes_no_sense(
    pool: MediaPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = FilmPlan(4, 4, 5, "0" * 32)
    for answer in (b"", b"[]", b'{"frames": -1}', b"[1, 2]", b"[0, 1, 1]", b"\xff"):
        monkeypatch.setattr(pool, "call", lambda *_a, _answer=answer, **_k: _answer)
        with pytest.raises((DecoderCrashed, BadPlan)):
            rendering.render(pool, io.BytesIO(), plan, io.BytesIO(), silent)
        with pytest.raises((DecoderCrashed, BadPlan)):
            rendering.measured(pool, io.BytesIO())
    assert film.is_film(film.as_json(plan))


LEFT = Track((Key(40_000, 70, 30, 12, 12),), RegionKind.FACE, found_by="centerface", confidence=900)
OVER = Track((Key(0, 64, 24, 24, 24), Key(190_000, 64, 24, 24, 24)), RegionKind.FACE)


class Looks:
    """A second look that finds a face until it is covered, and what follows it."""

    def __init__(self, rounds: int) -> None:
        self.rounds = rounds
        self.given: list[tuple[Track, ...]] = []

    def look(self, _pool: MediaPool, _output: Any, plan: FilmPlan, _tick: Any = silent) -> FilmPlan:
        if len(self.given) >= self.rounds:
            return replace(plan, tracks=(), alarms=())
        alarm = Alarm(Span(40_000, 40_001), Doubt.AGAIN, (70, 30, 12, 12))
        return replace(plan, tracks=(LEFT,), alarms=(alarm,))

    def follow(self, _pool: MediaPool, source: Any, again: FilmPlan, tick: Any) -> FilmPlan:
        source.seek(4)
        assert source.read(4) == b"ftyp", "the original"
        tick(1, 1)
        self.given.append(again.tracks)
        return replace(again, tracks=(OVER,), alarms=())


def looking(monkeypatch: pytest.MonkeyPatch, rounds: int) -> Looks:
    looks = Looks(rounds)
    monkeypatch.setattr(following, "look_again", looks.look)
    monkeypatch.setattr(following, "follow_found", looks.follow)
    return looks


def faces_in(plan: FilmPlan) -> FilmPlan:
    found = replace(plan.tracks[0], kind=RegionKind.FACE, found_by="centerface")
    return replace(plan, tracks=(found,))


def test_what_a_second_look_finds_is_covered_and_looked_at_again(
    vault: Vault, pool: MediaPool, original: Original, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = looking(monkeypatch, 1)
    plan = faces_in(plan_for(vault, pool, original.id))
    ticks: list[int] = []

    made = derive.filmed_copy(
        vault, pool, original.id, plan, lambda done, _total: ticks.append(done), rounds=2
    )

    assert looks.given == [(LEFT,)]
    kept = derive.latest_film_plan(vault, original.id)
    assert kept is not None
    assert kept.tracks == (*plan.tracks, OVER)
    assert film_again.alarms_of(made.steps[0].facts) == ()
    assert len(vault.derivatives(original.id)) == 1, "the copy that was not enough is gone"
    assert ticks == sorted(ticks)
    assert ticks[-1] > plan.length // 2


def test_rounds_end_and_what_is_left_is_an_alarm(
    vault: Vault, pool: MediaPool, original: Original, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = looking(monkeypatch, 9)
    plan = faces_in(plan_for(vault, pool, original.id))

    derive.filmed_copy(vault, pool, original.id, plan, rounds=2)

    assert len(looks.given) == 2
    with pytest.raises(NotLooked):
        choosing.choose(vault, [original.id], with_parts=False)


def test_nothing_is_covered_that_was_not_asked_for_or_was_answered(
    vault: Vault, pool: MediaPool, original: Original, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = looking(monkeypatch, 9)
    drawn = plan_for(vault, pool, original.id)
    answered = Alarm(Span(0, 100_000), Doubt.AGAIN, (60, 20, 30, 30), answered=True)

    derive.filmed_copy(vault, pool, original.id, drawn, rounds=2)
    derive.filmed_copy(
        vault, pool, original.id, replace(faces_in(drawn), alarms=(answered,)), rounds=2
    )

    assert not looks.given
