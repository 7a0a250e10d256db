"""What was covered is looked at once more in the bundle's own bytes, and a hit blocks by name."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from capture import derive, last_look
from capture.audit import BundleChoices, make_bundle
from capture.detect.finding import Finding
from capture.errors import Unverified, WeightsMissing
from capture.isolate import MediaPool, following
from capture.progress import silent
from capture.redact import film
from capture.redact.film import Alarm, Answer, Doubt, FilmPlan, Hearing, Span, Track, Voice
from capture.redact.keys import Key
from capture.redact.plan import Crop, Kept, RedactionPlan, Region, RegionKind
from storage.records import Derivative, Original, Provenance
from storage.vault import Vault
from tests.capture.detect.follow import walks
from tests.capture.doors.conftest import photo_bytes
from ui import words

SEED = "0" * 32
SIZE = (48, 64)
FACE = Finding(12, 12, 24, 26, RegionKind.FACE, 0.9, "test")
BESIDE = Finding(30, 40, 42, 54, RegionKind.FACE, 0.9, "test")
AT = 280_000
HIT = Alarm(Span(AT, AT + 1), Doubt.AGAIN, (10, 12, 20, 24))
Bundle = Callable[..., Path]


def keep(vault: Vault, data: bytes, kind: str) -> Original:
    draft = vault.draft(len(data))
    draft.write(data)
    return vault.keep_original(draft, kind, Provenance("folder", f"one.{kind}", None))


@pytest.fixture
def bundle(vault: Vault, pool: MediaPool, tmp_path: Path) -> Bundle:
    """Make a bundle of an item, which is not there if anything was found."""

    def make(original: Original, tick: Any = silent) -> Path:
        out = tmp_path / "b.zip"
        out.unlink(missing_ok=True)
        return make_bundle(vault, pool, BundleChoices((original.id,)), out, tick).path

    return make


@pytest.fixture
def photo(vault: Vault) -> Original:
    return keep(vault, photo_bytes(), "jpeg")


@pytest.fixture
def seen(pool: MediaPool, monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    """What the detectors find in a photo."""
    there: list[Finding] = []
    monkeypatch.setattr(pool, "find", lambda *_a, **_k: (SIZE, list(there)))
    return there


def covering(*regions: Region, **more: Any) -> RedactionPlan:
    return RedactionPlan(*SIZE, SEED, regions, **more)


def test_what_a_person_looked_at_leaves_and_what_came_since_does_not(
    vault: Vault, pool: MediaPool, photo: Original, seen: list[Finding], bundle: Bundle
) -> None:
    seen.append(FACE)
    plan = covering(Region(0, 0, 8, 8))
    derive.redacted_copy(vault, pool, photo.id, plan, looked=True)
    assert bundle(photo).exists()
    seen.append(BESIDE)
    with pytest.raises(Unverified) as caught:
        bundle(photo)
    assert caught.value.facts == {"reason": "face", "item": photo.id[:8]}


def test_a_face_that_stays_visible_does_not_answer_for_another(
    vault: Vault, pool: MediaPool, photo: Original, seen: list[Finding], bundle: Bundle
) -> None:
    stays = Kept(12, 12, 12, 14, "the minister")
    derive.redacted_copy(vault, pool, photo.id, covering(Region(0, 0, 8, 8), kept=(stays,)))
    seen.append(FACE)
    assert bundle(photo).exists()
    seen[:] = [BESIDE]
    with pytest.raises(Unverified):
        bundle(photo)


def test_a_face_in_what_is_left_of_a_picture_blocks_too(
    vault: Vault, pool: MediaPool, photo: Original, seen: list[Finding], bundle: Bundle
) -> None:
    crop = Crop(8, 8, 32, 40)
    under = Region(20, 20, 12, 14, kind=RegionKind.FACE)
    derive.redacted_copy(vault, pool, photo.id, covering(under, crop=crop))
    seen.append(FACE)  # 12 pixels beside the crop's corner: in the middle of the cover
    with pytest.raises(Unverified):
        bundle(photo)


def test_where_a_person_looked_because_no_detector_was_there_none_is_missed(
    vault: Vault,
    pool: MediaPool,
    photo: Original,
    bundle: Bundle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plan = covering(Region(0, 0, 8, 8))
    derive.redacted_copy(vault, pool, photo.id, plan, looked=True)

    def missing(*_asked: object, **_how: object) -> None:
        raise WeightsMissing

    monkeypatch.setattr(pool, "find", missing)
    with pytest.raises(WeightsMissing) as caught:
        bundle(photo)
    assert caught.value.facts == {"item": photo.id[:8]}
    derive.redacted_copy(vault, pool, photo.id, plan, looked=True)
    assert bundle(photo).exists()


@pytest.fixture
def clip(vault: Vault) -> Original:
    """Keep a video of ten frames in which somebody's face is to be seen."""
    walk = walks.walk(10, lambda _number: (110, 20), tall=80)
    return keep(vault, walk.film.getvalue(), "mp4")


def over_the_face(vault: Vault, pool: MediaPool, item: str, **more: Any) -> FilmPlan:
    box = (120, 25, 130, 150)
    track = Track((Key(0, *box), Key(1_000_000, *box)), found_by="centerface")
    return replace(derive.plan_film(vault, pool, item), tracks=(track,), **more)


def uncovered(vault: Vault, pool: MediaPool, clip: Original, covered: Derivative) -> None:
    """Keep another copy that says that it is the covered one, with the face in its bytes."""
    cleaned = derive.prepare(vault, pool, clip.id)
    draft = vault.draft(cleaned.size)
    with vault.open_blob(cleaned.id) as bytes_of_it:
        draft.write(bytes_of_it.read())
    vault.keep_derivative(draft, clip.id, cleaned.kind, covered.lossless, covered.steps)


def test_a_film_in_whose_bytes_a_face_is_seen_is_blocked_by_name_and_time(
    vault: Vault, pool: MediaPool, clip: Original, bundle: Bundle, tmp_path: Path
) -> None:
    plan = over_the_face(vault, pool, clip.id)
    made = derive.filmed_copy(vault, pool, clip.id, plan)
    path = bundle(clip)
    with zipfile.ZipFile(path) as opened, vault.open_blob(made.id) as stream:
        (name,) = (one for one in opened.namelist() if "/data/media/" in one)
        assert opened.read(name) == stream.read()

    uncovered(vault, pool, clip, made)
    with pytest.raises(Unverified) as caught:
        bundle(clip)

    facts = caught.value.facts
    found = last_look.alarm_of(facts)
    assert (facts["reason"], facts["item"]) == ("film", clip.id[:8])
    assert found is not None
    assert found.doubt is Doubt.AGAIN
    assert 0 <= found.span.begins < 400_000
    assert found.place is not None
    left, top, width, height = found.place
    assert (left < 185 < left + width, top < 100 < top + height) == (True, True), "the face"
    said = words.sentence(caught.value).what
    assert f"video {clip.id[:8]}" in said
    assert f" at {words.clock(found.span.begins)}," in said
    assert not path.exists()
    assert vault.custody(clip.id)[-1].event != "bundled"

    stays = replace(plan.tracks[0], answer=Answer.VISIBLE, reason="the minister")
    seen = derive.filmed_copy(vault, pool, clip.id, replace(plan, tracks=(stays,)))
    assert seen.id != made.id
    assert bundle(clip).exists()


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[Alarm]:
    """What every look at a finished video finds; it takes a while, and can be stopped."""
    alarms: list[Alarm] = []

    def look(_pool: MediaPool, output: Any, plan: FilmPlan, tick: Any) -> FilmPlan:
        output.seek(-1, 2)
        assert output.read(2)
        for done in range(11):
            tick(done, 10)
        return replace(plan, tracks=(), alarms=tuple(alarms))

    monkeypatch.setattr(following, "look_again", look)
    return alarms


def test_of_a_film_only_what_nobody_has_answered_blocks(
    vault: Vault, pool: MediaPool, clip: Original, looks: list[Alarm], bundle: Bundle
) -> None:
    looks.append(HIT)
    plan = over_the_face(vault, pool, clip.id)
    weak = Alarm(Span(0, 90_000), Doubt.WEAK)
    answered = replace(plan, alarms=(replace(HIT, answered=True),))
    derive.filmed_copy(vault, pool, clip.id, answered)
    assert bundle(clip).exists()
    derive.filmed_copy(vault, pool, clip.id, replace(plan, alarms=(weak,)), looked=True)
    assert bundle(clip).exists()

    later = Alarm(Span(AT + 60_000, AT + 80_000), Doubt.AGAIN)
    looks.append(later)
    with pytest.raises(Unverified) as caught:
        bundle(clip)
    assert last_look.alarm_of(caught.value.facts) == later
    assert words.sentence(caught.value).what.endswith(" is found at 0:00.3, perhaps a face.")


@pytest.mark.usefixtures("looks")
def test_a_look_at_a_film_counts_can_be_stopped_and_leaves_nothing(
    vault: Vault, pool: MediaPool, clip: Original, bundle: Bundle, tmp_path: Path
) -> None:
    class Stop(BaseException):
        pass

    derive.filmed_copy(vault, pool, clip.id, over_the_face(vault, pool, clip.id))
    ticks: list[tuple[int, int]] = []
    assert bundle(clip, lambda *now: ticks.append(now)).exists()
    totals = {total for _, total in ticks}
    assert len(totals) == 1
    assert [done for done, _ in ticks] == sorted(done for done, _ in ticks)
    shares = {done / total for done, total in ticks}
    assert sum(0.1 < share < 0.9 for share in shares) >= 8, "the look is most of the work"

    def stop(done: int, total: int) -> None:
        if done > total * 0.5:
            raise Stop

    (tmp_path / "b.zip").unlink()
    with pytest.raises(Stop):
        bundle(clip, stop)
    assert [path.name for path in tmp_path.iterdir()] == ["vault"]
    assert not vault.check(deep=True)


def test_a_recording_has_no_face_to_look_for(
    vault: Vault, pool: MediaPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(*_asked: object) -> None:
        pytest.fail("there is nothing to be seen in it")

    monkeypatch.setattr(following, "look_again", look)
    hearing = Hearing(Span(0, 500), Voice.MUTE)
    facts = film.as_json(FilmPlan(0, 0, 1000, SEED, sound=(hearing,)))
    assert last_look.share(facts) == 0
    with vault.open_blob(keep(vault, b"sound", "wav").id) as member:
        last_look.look(pool, member, facts, silent)
