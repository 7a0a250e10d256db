"""The desktop's way to a newsroom: OpenPGP keys, passphrases, openings written and checked."""

from pathlib import Path

import pysequoia
import pytest
from pytestqt.qtbot import QtBot

from storage.bundle import age_passphrase
from tests.ui.desktop.conftest import WAIT, Enter
from ui.desktop.window import Window


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
    window.verify.check_opening(opening)
    assert window.verify.opened.tone == "good"
    assert item.sha256[:8] in window.verify.opened.words.replace(" ", "")
    opening.write_bytes(opening.read_bytes().replace(b"bundle", b"BUNDLE", 1))
    window.verify.check_opening(opening)
    assert window.verify.opened.tone == "danger"
