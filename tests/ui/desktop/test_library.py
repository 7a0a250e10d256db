"""The library as a person uses it: found, sorted, under headings, deleted and taken back."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from storage.errors import DamagedVault
from storage.records import Original, Provenance
from storage.vault import Vault
from ui.desktop.models.facets import Sort
from ui.desktop.models.library import LibraryModel
from ui.desktop.models.sieve import Order, Section
from ui.desktop.pages.library import LibraryPage
from ui.desktop.window import Window

from .conftest import PASSPHRASE, WAIT, Enter

NAMES = ("beach.jpg", "square.jpg", "march.mp4", "voice.wav", "Screenshot_1.png")
KINDS = ("jpeg", "jpeg", "mp4", "wav", "png")


@pytest.fixture
def vault(window: Window, enter: Enter, tmp_path: Path, qtbot: QtBot) -> Vault:
    """Give the open vault of a window, with five originals that nobody has examined."""
    enter(tmp_path / "vault")
    assert window.session is not None
    kept = window.session.vault
    for name, kind in zip(NAMES, KINDS, strict=True):
        draft = kept.draft()
        draft.write(name.encode())
        day = "2024-05-01T10:00:00Z" if kind == "jpeg" else "2024-05-03T09:00:00Z"
        kept.keep_original(draft, kind, Provenance("folder", name, day))
    window.library.load()
    qtbot.waitUntil(lambda: window.library.view.model().rowCount() == 5, timeout=WAIT)
    qtbot.waitUntil(lambda: not window.library.surveyor.busy, timeout=WAIT)
    return kept


def names(page: LibraryPage) -> list[str]:
    model = page.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(page: LibraryPage, name: str, value: object) -> None:
    field = page.bar.fields[name]
    field.setCurrentIndex(field.findData(value))


def original(vault: Vault, name: str) -> Original:
    return next(one for one in vault.originals() if one.provenance.name == name)


def test_what_is_typed_is_looked_for_in_names_and_in_what_was_said(
    window: Window, vault: Vault, qtbot: QtBot
) -> None:
    page = window.library
    QTest.keyClicks(page.search, "SQU")
    qtbot.waitUntil(lambda: names(page) == ["square.jpg"], timeout=WAIT)
    assert window.session is not None
    window.session.note(original(vault, "march.mp4").id, {"summary": "Squadron of mounted police"})
    qtbot.waitUntil(lambda: set(names(page)) == {"square.jpg", "march.mp4"}, timeout=WAIT)
    page.bar.clear.click()
    assert len(names(page)) == 5


def test_filters_narrow_and_say_how_many_are_left(window: Window, vault: Vault) -> None:
    page = window.library
    page.bar.filters.click()
    choose(page, "sort", Sort.VIDEO)
    assert names(page) == ["march.mp4"]
    assert page.bar.filters.text() == "Filters (1)"
    assert page._count.text() == "1 / 5"
    choose(page, "covered", True)  # noqa: FBT003 # a filter's value
    assert names(page) == []
    page.bar.reset()
    choose(page, "first", "2024-05-03")
    assert set(names(page)) == {"march.mp4", "voice.wav", "Screenshot_1.png"}
    choose(page, "last", "2024-05-01")
    assert names(page) == []


def test_days_stand_under_headings_and_a_heading_selects_its_day(
    window: Window, vault: Vault, qtbot: QtBot
) -> None:
    page = window.library
    page.bar.order.setCurrentIndex(page.bar.order.findData(Order.NEWEST))
    sections = page._model.sections
    assert [section.key for section in sections] == sorted(
        {(one.provenance.modified_at or "")[:10] for one in vault.originals()}, reverse=True
    )
    assert "2024" in page._heading(0)
    top = page.view.grid.tops[1]
    page.view.verticalScrollBar().setValue(0)
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, top + 20))
    assert len(page.selected()) == sections[1].count
    assert {original.id for original in vault.originals()} >= set(page.selected())


def test_the_keyboard_walks_over_headings_and_selects(
    window: Window, vault: Vault, qtbot: QtBot
) -> None:
    page = window.library
    page.bar.order.setCurrentIndex(page.bar.order.findData(Order.NEWEST))
    view = page.view
    view.setCurrentIndex(view.model().index(0, 0))
    seen = [0]
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Down)
        seen.append(view.currentIndex().row())
    assert seen == [0, 3, 3, 3, 3]  # over the heading, in the same column, and no further
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.rows() == [0, 1]
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == 4
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.currentIndex().row() == 3
    view.selectAll()
    assert len(page.selected()) == 5
    assert page.delete.text() == "Delete (5)"


@pytest.mark.parametrize("rtl", [False, True])
def test_a_point_leads_to_the_card_that_is_painted_there(
    window: Window, vault: Vault, *, rtl: bool
) -> None:
    view = window.library.view
    window.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    view.settle()
    for row in range(5):
        index = view.model().index(row, 0)
        assert view.indexAt(view.visualRect(index).center()).row() == row
    first, second = (view.visualRect(view.model().index(row, 0)) for row in (0, 1))
    assert (second.left() < first.left()) is rtl
    assert not view.indexAt(QPoint(5, 10_000)).isValid()
    view.setSelection(QRect(first.center(), second.center()), view.selectionCommand(
        view.model().index(0, 0)
    ))  # fmt: skip
    assert view.rows() == [0, 1]


def test_what_is_selected_stays_selected_when_the_order_changes(
    window: Window, vault: Vault
) -> None:
    page = window.library
    page.select(original(vault, "march.mp4").id)
    page.bar.order.setCurrentIndex(page.bar.order.findData(Order.NAME))
    assert names(page) == sorted(NAMES, key=str.casefold)
    assert page.selected() == (original(vault, "march.mp4").id,)
    page.bar.search.setText("beach")
    page.bar._on_changed()
    assert page.selected() == ()


def test_deleting_can_be_taken_back(window: Window, vault: Vault, qtbot: QtBot) -> None:
    page = window.library
    page.select(original(vault, "beach.jpg").id)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert "beach.jpg" not in names(page)
    assert "Deleting: 1" in page.toast.words
    assert page.toast.isVisible()
    page.toast.undo.click()
    assert "beach.jpg" in names(page)
    assert not page.toast.isVisible()
    qtbot.wait(50)
    assert len(vault.originals()) == 5


def test_deleting_takes_its_card_out_and_leaves_the_others_as_they_are(
    window: Window, vault: Vault, qtbot: QtBot
) -> None:
    page = window.library
    page.bar.order.setCurrentIndex(page.bar.order.findData(Order.NEWEST))
    model = page.view.model()
    assert isinstance(model, LibraryModel)
    reset: list[None] = []
    model.modelReset.connect(lambda: reset.append(None))
    shown = names(page)
    page.view.select_rows([4])
    for row, sections in (
        (2, [Section("2024-05-03", 2), Section("2024-05-01", 2)]),
        (0, [Section("2024-05-03", 1), Section("2024-05-01", 2)]),
        (0, [Section("2024-05-01", 2)]),
    ):
        page.deleting.begin((model.at(row),))  # what was deleted before is destroyed now
        del shown[row]
        assert names(page) == shown
        assert list(model.sections) == sections
        assert page.view.grid.firsts[-1] == len(shown)
        assert [model.original(item).provenance.name for item in page.selected()] == shown[-1:]
    assert reset == []
    page.deleting.finish()
    qtbot.waitUntil(lambda: len(vault.originals()) == 2, timeout=WAIT)
    qtbot.waitUntil(lambda: not window.strip.busy, timeout=WAIT)
    assert names(page) == shown
    assert model.total == 2


def test_many_are_taken_out_at_once(window: Window, vault: Vault, qtbot: QtBot) -> None:
    page = window.library
    for number in range(20):
        draft = vault.draft()
        draft.write(bytes([number]))
        vault.keep_original(draft, "jpeg", Provenance("folder", f"{number}.jpg", None))
    page.load()
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 25, timeout=WAIT)
    page.view.select_rows(list(range(18)))
    left = names(page)[18:]
    page.delete_selected()
    assert names(page) == left
    assert page.selected() == ()
    page.toast.undo.click()
    assert page.view.model().rowCount() == 25
    page.view.select_rows(list(range(18)))
    page.delete_selected()
    page.toast.now.click()
    qtbot.waitUntil(lambda: len(vault.originals()) == 7, timeout=WAIT)
    assert names(page) == left


def test_what_is_deleted_is_destroyed_when_the_moment_is_over(
    window: Window, vault: Vault, qtbot: QtBot
) -> None:
    page = window.library
    page.select(original(vault, "beach.jpg").id)
    page.delete.click()
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        page.deleting._moment.timeout.emit()
    assert [one.provenance.name for one in vault.originals()] == [
        name for name in NAMES if name != "beach.jpg"
    ]
    assert len(names(page)) == 4
    assert not page.toast.isVisible()
    assert [entry.event for entry in vault.custody()][-1] == "deleted"


def test_a_deletion_that_waits_is_done_before_the_window_ends(window: Window, vault: Vault) -> None:
    page = window.library
    page.select(original(vault, "beach.jpg").id)
    page.delete.click()
    assert len(vault.originals()) == 5
    window.settle()
    assert len(vault.originals()) == 4


def test_a_newly_sealed_file_stands_first_under_its_import(
    window: Window, vault: Vault, qtbot: QtBot, photos: tuple[Path, ...]
) -> None:
    page = window.library
    page.view.settle()
    before = page._model.sections
    assert [section.count for section in before] == [5]
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        page.bring_in(photos[:1])
    qtbot.waitUntil(lambda: len(names(page)) == 6, timeout=WAIT)
    assert names(page)[0] == photos[0].name
    assert list(page._model.sections) == [Section(before[0].key, 6)]


def test_scrolling_brings_a_card_into_view(window: Window, vault: Vault) -> None:
    page = window.library
    page.view.setFixedHeight(200)
    last = page.view.model().index(4, 0)
    page.view.scrollTo(last)
    assert page.view.viewport().rect().intersects(page.view.visualRect(last))
    page.view.scrollTo(last, QAbstractItemView.ScrollHint.PositionAtCenter)
    assert page.view.verticalScrollBar().value() <= page.view.verticalScrollBar().maximum()


def test_what_a_person_wanted_deleted_is_decided_before_a_panic_ends_the_process(
    window: Window, vault: Vault, tmp_path: Path
) -> None:
    page = window.library
    gone = original(vault, "beach.jpg").id
    page.select(gone)
    page.delete.click()
    window.delete_now(5.0)
    assert page.deleting.items == ()
    assert gone not in {one.id for one in vault.originals()}
    blob = tmp_path / "vault" / "blobs" / gone[:2] / gone
    assert blob.exists()  # the process ends here; what is decided the next opening erases
    vault.close()
    with Vault.open(tmp_path / "vault", PASSPHRASE) as again:
        assert [one.code for one in again.info().notes] == ["erasing-finished"]
        assert not blob.exists()
        assert again.check(deep=True) == ()


def test_a_panic_does_not_wait_for_a_vault_that_is_busy(window: Window, vault: Vault) -> None:
    page = window.library
    page.select(original(vault, "beach.jpg").id)
    page.delete.click()
    held, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with vault._lock:
            held.set()
            let_go.wait(WAIT / 1000)

    holding = threading.Thread(target=hold)
    holding.start()
    held.wait()
    window.delete_now(0.01)
    assert len(page.deleting.items) == 0
    let_go.set()
    holding.join()


def test_an_index_that_is_broken_where_nobody_looked_is_said(
    window: Window, vault: Vault, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.library
    with monkeypatch.context() as broken:
        broken.setattr(Vault, "look_through", lambda _vault: False)
        page.wholeness.look_through()
        qtbot.waitUntil(lambda: "index is damaged" in page.problem.words, timeout=WAIT)


def test_what_cannot_be_read_of_the_items_is_said_where_one_filters(
    window: Window, vault: Vault, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DamagedVault(part="index")

    monkeypatch.setattr(Vault, "survey", refuse)
    assert window.session is not None
    window.session.changed.emit(original(vault, "beach.jpg").id)
    qtbot.waitUntil(lambda: not window.library.problem.isHidden(), timeout=WAIT)
    qtbot.waitUntil(lambda: not window.library.surveyor.busy, timeout=WAIT)


def test_who_types_in_the_search_goes_on_when_the_list_is_read_anew(
    window: Window, vault: Vault, qtbot: QtBot
) -> None:
    page = window.library
    page.search.setFocus()
    assert window.focusWidget() is page.search
    with qtbot.waitSignal(page.loaded, timeout=WAIT):
        page.load()
    assert window.focusWidget() is page.search
