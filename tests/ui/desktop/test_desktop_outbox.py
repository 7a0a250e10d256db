"""The outbox in the desktop, against a real server: trusted by words, sent beside, confirmed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest
import segno
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.bundle.verify import verify_path
from storage.outlets import known, manner, network, queue
from storage.outlets.address import DIRECT, TOR
from storage.outlets.card import Card, SignedCard, sign
from storage.outlets.queue import State, Waiting
from storage.vault import Vault
from tests.storage.outlets.servers import PASSWORD, USER, Server, rclone_webdav, running
from tests.ui.desktop.conftest import PASSPHRASE, WAIT, Enter
from ui.desktop.jobs import Job, Work
from ui.desktop.session import Session
from ui.desktop.widgets.comparing import Comparing
from ui.desktop.widgets.networkbox import Standing
from ui.desktop.widgets.outletform import OutletForm
from ui.desktop.window import Window

THEIRS = Ed25519PrivateKey.generate()
IDENTITY = pyrage.x25519.Identity.generate()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(rclone_webdav(tmp_path_factory.mktemp("paper") / "served")) as started:
        yield started


@pytest.fixture
def vault(window: Window, enter: Enter, tmp_path: Path) -> Vault:
    enter(tmp_path / "vault")
    assert window.session is not None
    return window.session.vault


def card(url: str, **fields: str) -> SignedCard:
    login = {"user": USER, "password": PASSWORD, "recipient": str(IDENTITY.to_public())}
    return sign(Card("The Paper", "webdav", url, **{**login, **fields}), THEIRS)  # type: ignore[arg-type]  # fields by name


def asking(window: Window, qtbot: QtBot) -> Comparing:
    page = window.sendings.outlets
    qtbot.waitUntil(lambda: isinstance(page.asking, Comparing), timeout=WAIT)
    assert isinstance(page.asking, Comparing)
    return page.asking


def trust(window: Window, qtbot: QtBot, signed: SignedCard, folder: Path) -> None:
    """Add an outlet by a picture of its card, directly, as a person does."""
    path = folder / "card.png"
    segno.make_qr(signed.text().encode(), error="l", mode="byte").save(str(path), scale=5)
    window.rail.outbox.click()
    window.sendings.outbox.outlets.emit()
    page = window.sendings.outlets
    page.take_files([path])
    asked = asking(window, qtbot)
    assert not asked.press.isEnabled(), "the words have to be compared first"
    asked.same.setChecked(True)
    asked.route.way.choose("direct")
    asked.press.click()
    assert asked.route.problem.tone == "warn", "that the network sees it has to be meant"
    asked.route.meant.setChecked(True)
    asked.press.click()
    qtbot.waitUntil(lambda: page.notice.tone == "good", timeout=WAIT)
    qtbot.waitUntil(lambda: len(page.cards) == 1, timeout=WAIT)


def send_all(window: Window, qtbot: QtBot, *paths: Path) -> None:
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in(paths)
    window.go(window.library)
    window.library.view.selectAll()
    window.rail.bundle.click()
    qtbot.waitUntil(window.bundle.send_press.isEnabled, timeout=WAIT)
    window.bundle.send_press.click()
    page = window.sendings.send
    qtbot.waitUntil(lambda: page.chosen is not None, timeout=WAIT)
    page.press.click()


def only(vault: Vault) -> Waiting:
    (waiting,) = queue.queued(vault)
    return waiting


def told(window: Window) -> str:
    return "\n".join(card.words for card in window.sendings.outbox.cards.values())


def until(qtbot: QtBot, there: Callable[[], bool]) -> None:
    qtbot.waitUntil(there, timeout=WAIT)


def test_an_item_is_sent_to_an_outlet_whose_picture_and_words_were_compared(  # noqa: PLR0917 # fixtures
    window: Window,
    qtbot: QtBot,
    vault: Vault,
    server: Server,
    tmp_path: Path,
    photos: tuple[Path, ...],
) -> None:
    trust(window, qtbot, card(server.url), tmp_path)
    shown = next(iter(window.sendings.outlets.cards.values()))
    shown.test.click()
    until(qtbot, lambda: shown.notice.tone == "good")
    send_all(window, qtbot, photos[0])
    until(qtbot, lambda: any(one.state is State.DELIVERED for one in queue.queued(vault)))
    sent = only(vault)
    outbox = window.sendings.outbox
    until(qtbot, lambda: "its size there was compared" in told(window))
    assert "The Paper has all of it" in told(window)
    (arrived,) = server.folder.iterdir()
    assert verify_path(arrived, str(IDENTITY)).manifest.bundle_id == sent.bundle
    assert "delivered" in [entry.event for entry in vault.custody()]
    until(qtbot, lambda: window.rail.outbox.text() == "Outbox")
    assert not window.busy
    outbox.cards[sent.id].receipt.click()
    until(qtbot, lambda: sent.sha256[:8] in told(window))
    outbox.cards[sent.id].cancel.click()
    until(qtbot, lambda: not outbox.cards)


def test_what_cannot_be_sent_says_why_and_can_be_paused_and_taken_out(
    window: Window, qtbot: QtBot, vault: Vault, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    trust(window, qtbot, card("http://127.0.0.1:1/"), tmp_path)
    send_all(window, qtbot, photos[0])
    until(qtbot, lambda: bool(queue.queued(vault)) and only(vault).tries == 1)
    outbox = window.sendings.outbox
    until(qtbot, lambda: "nothing answers at that port" in told(window))
    shown = outbox.cards[only(vault).id]
    shown.pause.click()
    until(qtbot, lambda: only(vault).state is State.PAUSED)
    until(qtbot, shown.pause.isHidden)
    shown.resume.click()
    until(qtbot, lambda: only(vault).tries == 1 and only(vault).state is State.WAITING)
    shown.cancel.click()
    until(qtbot, lambda: queue.queued(vault) == ())
    until(qtbot, outbox.empty.isVisible)
    assert vault.parcels() == ()


def test_an_outlet_that_goes_down_half_way_is_said_and_gets_the_rest_when_it_is_back(
    window: Window, qtbot: QtBot, vault: Vault, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    with running(rclone_webdav(tmp_path / "desk")) as desk:
        trust(window, qtbot, card(desk.url), tmp_path)
        manner.keep(vault, manner.Manner(rate=4000))
        send_all(window, qtbot, photos[0])
        courier, outbox = window.sendings.courier, window.sendings.outbox
        until(qtbot, lambda: any(one.done > 0 for one in courier.moving))
        desk.kill()
        until(qtbot, lambda: only(vault).tries > 0 and not window.busy)
        assert only(vault).state is State.WAITING
        assert vault.parcels() == (only(vault).id,), "nothing of it is lost here"
        until(qtbot, lambda: "Tries so far: " in told(window))
        manner.keep(vault, manner.Manner())
        desk.start()
        until(qtbot, outbox.cards[only(vault).id].resume.isVisible)
        outbox.cards[only(vault).id].resume.click()
        until(qtbot, lambda: only(vault).state is State.DELIVERED)
        (arrived,) = desk.folder.iterdir()
        assert verify_path(arrived, str(IDENTITY)).manifest.bundle_id == only(vault).bundle
    until(qtbot, lambda: "The Paper has all of it" in told(window))


def test_how_all_is_sent_is_chosen_in_the_outbox(
    window: Window, qtbot: QtBot, vault: Vault
) -> None:
    window.rail.outbox.click()
    outbox = window.sendings.outbox
    outbox.rate.choose("50000")
    outbox.span.choose("3600")
    until(qtbot, lambda: manner.read(vault) == manner.Manner(50_000, 3600))


def test_a_card_that_changes_an_outlet_is_loud(
    window: Window, qtbot: QtBot, vault: Vault, tmp_path: Path
) -> None:
    trust(window, qtbot, card("http://127.0.0.1:1/"), tmp_path)
    page = window.sendings.outlets
    clipboard = QApplication.clipboard()
    clipboard.setText(card("http://127.0.0.1:2/").text())
    page.paste.click()
    asked = asking(window, qtbot)
    assert asked.change.tone == "danger"
    told = asked.change.words
    assert (
        "Its address: before \u2068http://127.0.0.1:1/\u2069, now \u2068http://127.0.0.1:2/" in told
    )
    asked.back.click()
    assert known.find(vault, "the paper").card.address == "http://127.0.0.1:1/"
    file = tmp_path / "again.json"
    file.write_text(card("http://127.0.0.1:3/").text(), encoding="utf-8")
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(file))])
    clipboard.setMimeData(copied)
    page.paste.click()
    assert "http://127.0.0.1:3/" in asking(window, qtbot).change.words
    clipboard.setText("not a card")
    page.paste.click()
    until(qtbot, lambda: page.notice.tone == "danger")
    clipboard.setText(card("http://127.0.0.1:1/").text())
    page.paste.click()
    assert asking(window, qtbot).change.tone == "plain", "it is the card that is trusted already"
    clipboard.clear()


def test_an_outlet_is_written_down_by_hand_and_taken_away(
    window: Window, qtbot: QtBot, vault: Vault
) -> None:
    window.go(window.sendings.outlets)
    page = window.sendings.outlets
    page.write.click()
    form = page.asking
    assert isinstance(form, OutletForm)
    form.press.click()
    until(qtbot, lambda: form.problem.tone == "danger")
    form.name.setText("By hand")
    form.address.setText("https://drop.example.org/in/")
    form.press.click()
    asked = asking(window, qtbot)
    asked.press.click()
    until(qtbot, lambda: len(page.cards) == 1)
    outlet = known.find(vault, "by hand")
    assert outlet.route == TOR
    page.reroute(outlet, DIRECT)
    until(qtbot, lambda: [one.outlet.route for one in page.cards.values()] == [DIRECT])
    next(iter(page.cards.values())).remove.click()
    until(qtbot, lambda: not page.cards)
    assert known.known(vault) == ()
    page.undo.click()
    until(qtbot, lambda: len(page.cards) == 1)
    assert known.find(vault, "by hand").route == DIRECT


def test_a_card_is_saved_as_a_picture(
    window: Window, qtbot: QtBot, vault: Vault, tmp_path: Path
) -> None:
    outlet = known.add(vault, card("http://127.0.0.1:1/"), DIRECT)
    page = window.sendings.outlets
    page.export(outlet, tmp_path / "out.png")
    until(qtbot, (tmp_path / "out.png").exists)


def test_copies_are_saved_for_posting_from_the_library(
    window: Window, qtbot: QtBot, vault: Vault, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in(photos[:1])
    window.library.view.selectAll()
    window.library.post.click()
    page = window.sendings.post
    page.platform.setCurrentIndex(page.platform.findData("mastodon"))
    (tmp_path / "out").mkdir()
    page.save(tmp_path / "out")
    until(qtbot, lambda: page.problem.tone == "good")
    assert [path.stem for path in (tmp_path / "out").iterdir()] == ["001"]
    assert "saved for posting" in [entry.event for entry in vault.custody()]


def test_bridges_are_kept_and_what_is_none_is_said(
    window: Window, qtbot: QtBot, vault: Vault
) -> None:
    window.go(window.sendings.outlets)
    box = window.sendings.outlets.network
    until(qtbot, lambda: box._here.text() != "")
    box.bridges.setPlainText("not a bridge")
    box.keep.click()
    until(qtbot, lambda: box.notice.tone == "danger")
    QTest.keyClicks(box.bridges, "half a line")
    box._on_loaded(Standing(network.chosen(vault), network.look(network.chosen(vault))))
    assert "half a line" in box.bridges.toPlainText(), "what is read late writes nothing over it"
    bridge = "obfs4 192.0.2.3:443 " + "A" * 40 + " cert=" + "b" * 70 + " iat-mode=0"
    box.bridges.setPlainText(bridge)
    box.keep.click()
    until(qtbot, lambda: box.notice.tone == "good")
    assert network.chosen(vault).bridges == (bridge,)


def test_sending_is_paused_and_cut_off_by_closing_and_nothing_is_lost(  # noqa: PLR0917 # fixtures
    window: Window,
    qtbot: QtBot,
    vault: Vault,
    server: Server,
    tmp_path: Path,
    photos: tuple[Path, ...],
) -> None:
    manner.keep(vault, manner.Manner(rate=4000))
    trust(window, qtbot, card(server.url), tmp_path)
    send_all(window, qtbot, photos[0])
    courier = window.sendings.courier
    until(qtbot, lambda: any(one.done > 0 for one in courier.moving))
    assert window.busy, "an idle lock waits for it"
    until(qtbot, lambda: "%" in window.rail.outbox.text())
    window.sendings.outbox.cards[only(vault).id].pause.click()
    until(qtbot, lambda: only(vault).state is State.PAUSED)
    until(qtbot, lambda: not window.busy)
    shown = window.sendings.outbox.cards[only(vault).id]
    until(qtbot, lambda: "Is paused" in shown.words)
    shown.resume.click()
    until(qtbot, lambda: any(one.done > 0 for one in courier.moving))
    window.close_session()
    with Vault.open(tmp_path / "vault", PASSPHRASE) as again:
        assert only(again).state is State.WAITING
        assert again.parcels() == (only(again).id,)
        assert again.check(deep=True) == ()


def test_what_is_put_in_while_the_queue_is_read_is_looked_for_at_once_after_it(
    window: Window, qtbot: QtBot, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    courier = window.sendings.courier
    until(qtbot, lambda: courier._job is None)
    begun: list[Work] = []
    real = Session.send

    def send(self: Session, work: Work) -> Job:
        begun.append(work)
        return real(self, work)

    monkeypatch.setattr(Session, "send", send)
    courier.look()
    courier.look()
    until(qtbot, lambda: len(begun) == 2)
    until(qtbot, lambda: courier._job is None)
    assert len(begun) == 2


def test_who_pauses_one_parcel_stops_that_one_alone(
    window: Window, qtbot: QtBot, vault: Vault, server: Server, tmp_path: Path
) -> None:
    manner.keep(vault, manner.Manner(rate=40_000))
    ids = {}
    for name in ("One", "Two"):
        signed = known.own(vault, replace(card(server.url).card, name=name))
        trusted = known.add(vault, signed, DIRECT)
        draft = vault.draft()
        draft.write(b"age-encryption.org/v1\n" + bytes(2_000_000))
        ids[name] = queue.put_in(vault, draft, trusted).id
    window.rail.outbox.click()
    courier, outbox = window.sendings.courier, window.sendings.outbox
    courier.look()
    until(qtbot, lambda: all((of := courier.of(one)) and of.done > 0 for one in ids.values()))
    until(qtbot, lambda: len(outbox.cards) == len(ids))
    outbox.cards[ids["One"]].pause.click()
    until(qtbot, lambda: courier.of(ids["One"]) is None)
    until(qtbot, lambda: State.PAUSED in {one.state for one in queue.queued(vault)})
    other = courier.of(ids["Two"])
    assert other is not None, "it goes on"
    until(qtbot, lambda: (now := courier.of(ids["Two"])) is not None and now.done > other.done)
    window.close_session()
