"""What a second look leaves open, and what answers it."""

from dataclasses import replace

import pytest

from capture.detect import again
from capture.detect.again import SecondLook
from capture.detect.finding import FINDABLE, Finding
from capture.redact.plan import Crop, Dismissed, Kept, RedactionPlan, Region, RegionKind

FACE, PLATE = RegionKind.FACE, RegionKind.PLATE
PLAN = RedactionPlan(400, 300, "0" * 32, (Region(100, 100, 60, 60, kind=PLATE),))


def _face(left: float, top: float, confidence: float, side: float = 40) -> Finding:
    return Finding(left, top, left + side, top + side, FACE, confidence, "test")


@pytest.mark.parametrize("confidence", [0.36, 0.9])
def test_a_face_beside_the_cover_is_an_open_question(confidence: float) -> None:
    found = _face(220, 100, confidence)
    assert again.unanswered(PLAN, [found]) == (found,)


def test_a_doubtful_face_in_the_noise_of_a_cover_is_none_but_a_sure_one_is() -> None:
    assert again.unanswered(PLAN, [_face(110, 110, 0.45)]) == ()
    sure = _face(110, 110, 0.8)
    assert again.unanswered(PLAN, [sure]) == (sure,)


@pytest.mark.parametrize("decision", ["kept", "dismissed"])
def test_a_person_s_decision_answers_for_its_own_place_and_kind(decision: str) -> None:
    box = (213, 93, 54, 54)
    answer = (
        replace(PLAN, kept=(Kept(*box, reason="the speaker"),))
        if decision == "kept"
        else replace(PLAN, dismissed=(Dismissed(*box, FACE, "test", 900),))
    )
    assert again.unanswered(answer, [_face(220, 100, 0.9)]) == ()
    assert again.unanswered(answer, [_face(320, 100, 0.9)]) != ()
    assert again.unanswered(answer, [_face(200, 50, 0.9, side=150)]) != ()
    other = replace(_face(220, 100, 0.9), kind=PLATE)
    assert again.unanswered(answer, [other]) != ()


def test_a_finding_in_a_cropped_copy_is_where_it_is_in_the_picture() -> None:
    cropped = replace(PLAN, crop=Crop(50, 80, 300, 200))
    (place,) = again.in_picture(cropped, [_face(100, 20, 0.9)])
    assert (place.left + place.width / 2, place.top + place.height / 2) == (170, 120)
    box = (place.left, place.top, place.width, place.height)
    dismissed = replace(cropped, dismissed=(Dismissed(*box, FACE, "test", 900),))
    assert again.unanswered(dismissed, [_face(100, 20, 0.9)]) == ()


def test_a_plan_is_extended_by_what_it_does_not_cover_or_decide_yet() -> None:
    covered = Region(98, 98, 64, 64, kind=PLATE)
    fresh = Region(10, 10, 50, 50, kind=FACE)
    more = again.extended(PLAN, [covered, fresh, fresh])
    assert more.regions == (*PLAN.regions, fresh)
    decided = replace(PLAN, kept=(Kept(8, 8, 52, 52, reason="the speaker"),))
    assert again.extended(decided, [fresh]) == decided


def test_faces_are_always_looked_for_and_otherwise_what_is_covered() -> None:
    assert again.wanted(PLAN, FINDABLE) == (FACE, PLATE)
    drawn = replace(PLAN, regions=(Region(0, 0, 9, 9, kind=RegionKind.PLACE),))
    assert again.wanted(drawn, FINDABLE) == (FACE,)


@pytest.mark.parametrize(
    ("look", "holds_up"),
    [
        (SecondLook(), False),
        (SecondLook((_face(1, 2, 0.75),)), True),
        (SecondLook((_face(1, 2, 0.75),), looked=True), False),
        (SecondLook(able=False), True),
        (SecondLook(able=False, looked=True), False),
    ],
)
def test_a_second_look_is_kept_and_read_back(look: SecondLook, holds_up: bool) -> None:  # noqa: FBT001 # the table's own
    assert look.holds_up is holds_up
    assert again.from_json(again.as_json(look)) == look


@pytest.mark.parametrize(
    "kept", [None, {}, {"open": 1, "looked": True, "able": True}, {"open": [[1]]}, [], "x"]
)
def test_what_cannot_be_read_back_holds_a_bundle_up(kept: object) -> None:
    assert again.from_json(kept).holds_up
