"""From the editor to the covered copy, its second look, and back into the editor."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from capture import choosing, derive
from capture.errors import NotLooked
from capture.isolate import following
from capture.redact.film import Alarm, Answer, Doubt, FilmPlan, Span, Voice
from tests.ui.desktop.conftest import WAIT
from tests.ui.desktop.film.conftest import FACES, until
from ui.desktop.editor.tools import Tool
from ui.desktop.film.page import FilmPage
from ui.desktop.session import Session
from ui.desktop.window import Window

STILL = Alarm(Span(500_000, 700_000), Doubt.AGAIN, (100, 100, 40, 40))


@pytest.fixture
def session(window: Window, item: str) -> Session:
    assert window.session is not None
    window.session.vault.note(item, {"person.1.consent": "implied"})
    return window.session


def second_looks(monkeypatch: pytest.MonkeyPatch, *alarms: Alarm) -> None:
    """Have a second look find this, where no detector is tested."""

    def look(_pool: object, _output: object, plan: FilmPlan, _tick: object) -> FilmPlan:
        return replace(plan, tracks=(), alarms=alarms)

    monkeypatch.setattr(following, "look_again", look)


def made(page: FilmPage, window: Window) -> None:
    until(lambda: not window.strip.busy and page.making.save.isEnabled())


def test_the_copy_is_made_kept_shown_and_opened_again(
    page: FilmPage, window: Window, session: Session, item: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    second_looks(monkeypatch)
    page.canvas.drew.emit(Tool.BOX, QRectF(100, 80, 60, 60))
    page.acts.hear(Voice.MUTE)
    plan = page.draft.plan() if page.draft is not None else None
    page.making.save.click()
    assert not page.making.save.isEnabled(), "not twice at once"
    made(page, window)
    assert "left no question open" in page.problem.words
    assert derive.latest_film_plan(session.vault, item) == plan
    choosing.choose(session.vault, (item,), with_parts=False)
    page.leave()
    until(lambda: "Places covered: 1" in window.item.copy.state.words)
    window.item.which.choose("copy")
    copy = session.vault.derivatives(item)[-1].id
    player = window.item.film.player
    until(lambda: window.item.film.blob == copy and player.frame is not None)
    page._drafts.clear()
    window.item.copy.editor.click()
    until(lambda: page.draft is not None and page.player.frame is not None)
    assert page.draft is not None
    assert page.draft.plan() == plan, "what was decided comes back from the vault"


def test_what_a_second_look_finds_holds_the_copy_up_until_somebody_answers(
    page: FilmPage, window: Window, session: Session, item: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    second_looks(monkeypatch, STILL)
    page.canvas.drew.emit(Tool.BOX, QRectF(10, 10, 30, 30))
    page.making.save.click()
    made(page, window)
    assert "still finds something" in page.problem.words
    assert page.draft is not None
    assert STILL in page.draft.open_alarms
    with pytest.raises(NotLooked):
        choosing.choose(session.vault, (item,), with_parts=False)
    assert page.making.watched.isVisible()
    page.making.watched.click()
    made(page, window)
    assert page.draft.open_alarms == ()
    choosing.choose(session.vault, (item,), with_parts=False)


def test_a_word_is_asked_for_what_was_watched_and_nothing_else(
    page: FilmPage, window: Window, item: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    second_looks(monkeypatch, replace(STILL, span=Span(1_500_000, 1_700_000)))
    page.canvas.drew.emit(Tool.BOX, QRectF(10, 10, 30, 30))
    page.making.save.click()
    made(page, window)
    assert page.draft is not None
    assert page.making.watched.isVisible()
    page.canvas.drew.emit(Tool.BOX, QRectF(50, 50, 30, 30))
    assert not page.making.watched.isVisible(), "that copy is another one"
    page.draft.undo.undo()
    assert page.making.watched.isVisible()
    page.draft.answer_all("seen one by one")
    assert page.making.watched.isVisible(), "an answer covers nothing"


def test_a_copy_that_is_stopped_leaves_none(
    page: FilmPage, window: Window, session: Session, item: str, qtbot: QtBot
) -> None:
    before = len(session.vault.derivatives(item))
    page.acts.blank()
    page.making.save.click()
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.strip.cancel.click()
    until(lambda: "No copy was made" in page.problem.words)
    assert len(session.vault.derivatives(item)) == before
    assert page.making.save.isEnabled()


def test_found_faces_are_answered_and_kept(
    page: FilmPage, window: Window, session: Session, item: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    second_looks(monkeypatch)
    before = len(page.draft.tracks) if page.draft is not None else 0
    page.finder.faces.click()
    until(lambda: page.draft is not None and len(page.draft.tracks) == before + 2)
    page.acts.step(-1)
    page.acts.answer(Answer.VISIBLE, "The minister")
    page.making.save.click()
    made(page, window)
    assert "nobody has looked" in page.problem.words, "doubtful places are left"
    with pytest.raises(NotLooked):
        choosing.choose(session.vault, (item,), with_parts=False)
    kept = derive.latest_film_plan(session.vault, item)
    assert kept is not None
    assert [one.reason for one in kept.tracks if one.answer is Answer.VISIBLE] == ["The minister"]


def test_what_a_second_look_had_covered_comes_into_the_editor(
    page: FilmPage, window: Window, session: Session, item: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = 0

    def look(_pool: object, _output: object, plan: FilmPlan, _tick: object) -> FilmPlan:
        nonlocal looks
        looks += 1
        return replace(plan, tracks=() if looks > 1 else FACES[1:], alarms=())

    def follow(_pool: object, _source: object, again: FilmPlan, _tick: object) -> FilmPlan:
        return replace(again, tracks=FACES[1:])

    monkeypatch.setattr(following, "look_again", look)
    monkeypatch.setattr(following, "follow_found", follow)
    assert page.draft is not None
    page.draft.add("found", FACES[:1])
    page.making.save.click()
    made(page, window)
    assert "covered in it as well: 1" in page.problem.words
    assert page.draft.plan().tracks[-2:] == FACES
    assert derive.latest_film_plan(session.vault, item) == page.draft.plan()
    assert page.draft.undo.isClean()
