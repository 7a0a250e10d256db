"""The desktop's way to a newsroom: OpenPGP keys, passphrases, openings written and checked."""

import shutil
import threading
from functools import partial
from pathlib import Path

import pysequoia
import pytest
from pytestqt.qtbot import QtBot

from storage.bundle import age_passphrase
from storage.bundle.verdict import Check, NotWhole, Verdict
from storage.bundle.verify import verify_path
from storage.errors import WrongIdentity
from tests.storage.stamp_authority import Authority
from tests.ui.desktop.conftest import WAIT, Enter
from ui.desktop.pages import verify as verify_page
from ui.desktop.widgets.notice import Notice
from ui.desktop.window import Window

OPENSSL = shutil.which("openssl") or ""


def bundle_all(window: Window, qtbot: QtBot, out: Path) -> None:
    """Make a plain bundle of all that the library shows."""
    window.library.view.selectAll()
    window.rail.bundle.click()
    window.bundle.seal.wrapping.choose("plain")
    qtbot.waitUntil(window.bundle.press.isEnabled, timeout=WAIT)
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.bundle.make(out)


def bring_in(window: Window, qtbot: QtBot, *paths: Path) -> None:
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in(paths)


def test_an_openpgp_key_is_taken_from_a_file_and_names_its_owner(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    key = pysequoia.Tsk.generate("newsroom").extract_certificate()
    file = tmp_path / "newsroom.gpg"
    file.write_bytes(bytes(key))
    enter(tmp_path / "vault")
    bring_in(window, qtbot, photos[0])
    window.library.view.selectAll()
    window.rail.bundle.click()
    seal = window.bundle.seal
    seal.take_file(file)
    qtbot.waitUntil(lambda: "newsroom" in seal.owner.text(), timeout=WAIT)
    qtbot.waitUntil(window.bundle.press.isEnabled, timeout=WAIT)
    assert seal.ending == ".zip.gpg"
    out = tmp_path / "bundle.zip.gpg"
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.bundle.make(out)
    assert out.read_bytes()[0] == 0xC1
    seal.keys.setPlainText("-----BEGIN PGP PUBLIC KEY BLOCK-----\n")
    assert seal.recipients == (), "the key that was taken out is out at once"
    assert not window.bundle.press.isEnabled()
    qtbot.waitUntil(lambda: seal.key_problem.tone == "danger", timeout=WAIT)
    qtbot.waitUntil(lambda: not window.bundle.press.isEnabled(), timeout=WAIT)


def test_a_passphrase_seals_and_an_opening_is_written_and_checked(  # noqa: PLR0917 # fixtures
    window: Window,
    enter: Enter,
    qtbot: QtBot,
    tmp_path: Path,
    photos: tuple[Path, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(age_passphrase, "WORK", 10)
    enter(tmp_path / "vault")
    bring_in(window, qtbot, photos[0])
    window.library.view.selectAll()
    window.rail.bundle.click()
    seal = window.bundle.seal
    seal.wrapping.choose("passphrase")
    qtbot.waitUntil(lambda: not window.bundle.press.isEnabled(), timeout=WAIT)
    seal.passphrase.setText("words for a telephone")
    qtbot.waitUntil(window.bundle.press.isEnabled, timeout=WAIT)
    out, opening = tmp_path / "bundle.zip.age", tmp_path / "opening.json"
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.bundle.make(out)

    assert window.session is not None
    vault = window.session.vault
    (item,) = vault.originals()
    window.item.history.show_entries(vault.custody(item.id))
    openings = window.item.history.openings
    bundle = str(vault.custody(item.id)[-1].facts["bundle"])
    openings.write(bundle, item.id, opening)
    qtbot.waitUntil(lambda: openings.notice.tone == "good", timeout=WAIT)

    window.verify.identity.setPlainText("words for a telephone")
    window.verify.check(out)
    qtbot.waitUntil(lambda: window.verify.verdict.tone == "good", timeout=WAIT)
    window.verify.proofs.check_opening(opening)
    assert window.verify.proofs.opened.tone == "good"
    assert item.sha256[:8] in window.verify.proofs.opened.words.replace(" ", "")
    with qtbot.waitSignal(window.verify.strip.emptied, timeout=WAIT):
        window.verify.proofs.compare(photos[0])
    qtbot.waitUntil(lambda: window.verify.proofs.compared.tone == "good", timeout=WAIT)
    assert "bit for bit" in window.verify.proofs.compared.words
    with qtbot.waitSignal(window.verify.strip.emptied, timeout=WAIT):
        window.verify.proofs.compare(photos[1])
    qtbot.waitUntil(lambda: window.verify.proofs.compared.tone == "danger", timeout=WAIT)
    opening.write_bytes(opening.read_bytes().replace(b"bundle", b"BUNDLE", 1))
    window.verify.proofs.check_opening(opening)
    assert window.verify.proofs.opened.tone == "danger"


def test_several_keys_are_taken_and_each_is_shown(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    enter(tmp_path / "vault")
    seal = window.bundle.seal
    for name in ("desk one", "desk two"):
        file = tmp_path / f"{name}.gpg"
        file.write_bytes(bytes(pysequoia.Tsk.generate(name).extract_certificate()))
        seal.take_file(file)
    qtbot.waitUntil(lambda: len(seal.recipients) == 2, timeout=WAIT)
    assert "desk one" in seal.owner.text()
    assert "desk two" in seal.owner.text()


@pytest.mark.skipif(not OPENSSL, reason="openssl is not installed")
def test_a_custody_log_and_a_time_stamp_are_written_and_checked(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    enter(tmp_path / "vault")
    bring_in(window, qtbot, photos[0])
    out, log, request = (tmp_path / name for name in ("bundle.zip", "custody.json", "ask.tsq"))
    bundle_all(window, qtbot, out)
    assert window.session is not None
    vault = window.session.vault
    (item,) = vault.originals()
    openings = window.item.history.openings
    openings.show_entries(vault.custody(item.id))
    bundle = str(vault.custody(item.id)[-1].facts["bundle"])

    openings.write_log(item.id, log)
    qtbot.waitUntil(lambda: "custody.json" in openings.notice.words, timeout=WAIT)
    window.verify.check(log)
    qtbot.waitUntil(lambda: window.verify.verdict.tone == "good", timeout=WAIT)
    assert "custody log" in window.verify.verdict.words
    log.write_bytes(log.read_bytes().replace(b'"at":"2', b'"at":"3', 1))
    window.verify.check(log)
    qtbot.waitUntil(lambda: window.verify.verdict.tone == "danger", timeout=WAIT)

    openings.write_request(bundle, request)
    qtbot.waitUntil(lambda: "ask.tsq" in openings.notice.words, timeout=WAIT)
    authority = Authority(OPENSSL, tmp_path / "authority")
    answer, stamp, trusted = (tmp_path / name for name in ("a.tsr", "stamp.json", "a.pem"))
    trusted.write_bytes(authority.certificate)
    answer.write_bytes(authority.answer(request.read_bytes()))
    openings.take_answer(bundle, answer, stamp)
    qtbot.waitUntil(lambda: "stamp.json" in openings.notice.words, timeout=WAIT)
    window.verify.check(out)
    qtbot.waitUntil(lambda: window.verify.verdict.tone == "good", timeout=WAIT)
    proofs = window.verify.proofs
    proofs.check_stamp(stamp)
    assert proofs.stamped.tone == "plain"
    proofs.check_authority(trusted)
    assert proofs.stamped.tone == "good"
    proofs.check_authority(stamp)
    assert proofs.stamped.tone == "danger"


def _says(notice: Notice, words: str) -> bool:
    return words in notice.words


def test_what_is_said_is_written_as_a_table_at_the_chosen_precision(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    enter(tmp_path / "vault")
    assert not window.bundle.tables.isEnabled()
    bring_in(window, qtbot, photos[0])
    window.library.view.selectAll()
    window.rail.bundle.click()
    tables = window.bundle.tables
    qtbot.waitUntil(tables.isEnabled, timeout=WAIT)
    window.bundle.time.choose("month")
    forms = (("csv", b"\xef\xbb\xbfpath,"), ("json", b'{"items":[{'), ("uwazi", b"\xef"))
    for form, begins in forms:
        out = tmp_path / form
        tables.write(form, out)
        qtbot.waitUntil(partial(_says, tables.notice, f"written: {form}"), timeout=WAIT)
        assert out.read_bytes().startswith(begins)
    assert window.session is not None
    vault = window.session.vault
    (item,) = vault.originals()
    assert [entry.event for entry in vault.custody(item.id)].count("captions written") == 3
    tables.write("csv", tmp_path / "csv")  # never over something that is there
    qtbot.waitUntil(lambda: tables.notice.tone == "danger", timeout=WAIT)


def test_a_verdict_is_always_that_of_the_last_bundle(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    begun, gate = threading.Event(), threading.Event()

    def slow(path: Path, *_asked: object) -> Verdict:
        if path == first:  # is through with all of it when the person wants the other
            begun.set()
            gate.wait(WAIT / 1000)
            raise NotWhole((Check("format", passed=False),))
        raise WrongIdentity(reason="missing")

    monkeypatch.setattr(verify_page, "verify_path", slow)
    page = window.verify
    window.go(page)
    page.check(first)
    qtbot.waitUntil(begun.is_set, timeout=WAIT)
    page.check(second)
    qtbot.waitUntil(lambda: page.verdict.tone == "plain", timeout=WAIT)
    gate.set()
    qtbot.waitUntil(lambda: not page.strip.busy, timeout=WAIT)
    assert page.verdict.tone == "plain"


def test_the_key_that_is_expected_is_held_against_the_one_that_signed(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, photos: tuple[Path, ...]
) -> None:
    enter(tmp_path / "vault")
    bring_in(window, qtbot, photos[0])
    out = tmp_path / "bundle.zip"
    bundle_all(window, qtbot, out)
    page = window.verify
    page.check(out)
    qtbot.waitUntil(lambda: page.verdict.tone == "good", timeout=WAIT)
    assert "compare the key below" in page.verdict.words
    fingerprint = verify_path(out).fingerprint
    page.expected.setText(f" {fingerprint} ")
    page.check(out)
    qtbot.waitUntil(lambda: "the key that you gave" in page.verdict.words, timeout=WAIT)
    page.expected.setText("SHA256:" + "A" * 43)
    page.expected.returnPressed.emit()
    qtbot.waitUntil(lambda: page.verdict.tone == "danger", timeout=WAIT)
    assert "somebody else" in page.verdict.words
