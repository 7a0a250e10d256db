"""Every decision can be undone, and what a detector finds is never lost by undoing."""

from dataclasses import replace

import pytest

from capture.redact.plan import Crop, Region, RegionKind, as_json, from_json
from ui.desktop.editor.acts import Acts
from ui.desktop.editor.draft import Draft, Mark, State

FACE = Region(40, 40, 60, 60, kind=RegionKind.FACE, found_by="centerface", confidence=900)
WEAK = Region(200, 40, 30, 30, kind=RegionKind.FACE, found_by="retinaface", confidence=300)


@pytest.fixture
def draft() -> Draft:
    made = Draft(640, 480)
    made.find((FACE, WEAK))
    return made


@pytest.fixture
def acts(draft: Draft) -> Acts:
    made = Acts()
    made.take(draft)
    return made


def states(draft: Draft) -> list[State]:
    return [mark.state for mark in draft.marks]


def test_what_is_found_is_undecided_and_in_no_plan(draft: Draft) -> None:
    assert states(draft) == [State.FOUND, State.FOUND]
    assert draft.plan().regions == ()
    assert not draft.leaves_a_mark


def test_what_is_found_again_at_the_same_place_is_not_shown_twice(draft: Draft) -> None:
    assert draft.find((replace(FACE, left=44, found_by="other"),)) == 0
    assert draft.find((replace(FACE, left=300), replace(FACE, kind=RegionKind.TEXT))) == 2
    assert len(draft.marks) == 4


def test_undoing_a_decision_leaves_a_found_place_undecided(draft: Draft, acts: Acts) -> None:
    acts.cover_all()
    assert states(draft) == [State.COVERED, State.COVERED]
    late = replace(FACE, left=400)
    draft.find((late,))
    draft.undo.undo()
    assert states(draft) == [State.FOUND] * 3
    draft.undo.redo()
    assert states(draft) == [State.COVERED, State.COVERED, State.FOUND]


def test_each_decision_stands_in_the_plan_in_its_own_way(draft: Draft, acts: Acts) -> None:
    first, second = draft.marks
    acts.pick(first.id)
    acts.stay("Ana, who agreed")
    assert draft.selected is not None
    assert draft.selected.id == second.id, "the next undecided one is picked"
    acts.nothing()
    plan = draft.plan()
    assert [(kept.left, kept.reason) for kept in plan.kept] == [(40, "Ana, who agreed")]
    assert [(one.left, one.confidence) for one in plan.dismissed] == [(200, 300)]
    assert from_json(as_json(plan)) == plan


def test_a_kept_plan_comes_back_as_decisions(draft: Draft, acts: Acts) -> None:
    acts.pick(draft.marks[0].id)
    acts.stay("agreed")
    acts.cover()
    acts.frame(Crop(10, 10, 200, 100), 1500)
    again = Draft(640, 480, draft.plan())
    assert states(again) == [State.COVERED, State.STAYS]
    assert again.plan() == draft.plan()
    assert again.find((FACE, WEAK)) == 0, "what was decided is not asked again"
    assert again.undecided == ()


def test_small_moves_of_one_place_are_one_step(draft: Draft, acts: Acts) -> None:
    from PySide6.QtCore import QRectF

    mark = draft.add("draw", Region(10, 10, 20, 20))
    for by in range(1, 6):
        acts.reshape(mark, QRectF(10 + by, 10, 20, 20), small=True)
    assert draft.undo.count() == 2
    draft.undo.undo()
    assert draft.selected == Mark(mark, Region(10, 10, 20, 20), State.COVERED)


def test_a_place_that_was_drawn_can_be_removed_and_brought_back(draft: Draft, acts: Acts) -> None:
    draft.add("draw", Region(10, 10, 20, 20))
    acts.remove()
    assert len(draft.marks) == 2
    draft.undo.undo()
    assert len(draft.marks) == 3


def test_the_selection_goes_around(draft: Draft, acts: Acts) -> None:
    seen = []
    for _ in range(3):
        acts.step(1)
        assert draft.selected is not None
        seen.append(draft.selected.id)
    assert seen[0] == seen[2] != seen[1]
    acts.pick(None)
    acts.step(-1)
    assert draft.selected == draft.marks[-1]


def test_a_crop_of_everything_is_none(draft: Draft, acts: Acts) -> None:
    acts.frame(Crop(0, 0, 640, 480), 0)
    assert draft.undo.count() == 0
    acts.frame(Crop(0, 0, 100, 480), 0)
    assert draft.leaves_a_mark


def test_what_a_second_look_finds_on_a_cover_is_asked_again(draft: Draft, acts: Acts) -> None:
    acts.cover_all()
    assert draft.find((FACE,)) == 0
    assert draft.find((FACE,), in_copy=True) == 1
    acts.none_of_rest()
    assert draft.find((FACE,), in_copy=True) == 0
    assert len(draft.plan().dismissed) == 1
