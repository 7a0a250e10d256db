"""Whole jobs through the window, and what can go wrong in the middle of one."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.bundle.verify import verify
from storage.vault import Vault
from storage.vault.blobs import BlobFolder
from ui.desktop.window import Window

from .conftest import PASSPHRASE, SAMPLES, WAIT, Enter
from .days import CHEAP, LIVED, began
from .test_desktop_journey import bring_in, one_shown, opened

PHOTO = SAMPLES / "IMG_20240501_184207.jpg"
FILES = 30

LOCKED = (
    """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.desktop import app, process
from ui.desktop.window import Window

card, passphrase = Path(sys.argv[1]), sys.argv[2]
end = process.lock
process.lock = lambda wiped=None: end([sys.executable, "-c", "pass"])

def live():
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window))
    if window.session is None:
        if window.unlock.passphrase.isEnabled():
            window.unlock.passphrase.setText(passphrase)
            window.unlock.press.click()
    elif not window.strip.busy:
        window.library.bring_in((card,))
    elif window.session.vault.originals():
        window.locked.emit()
"""
    + LIVED
)


def test_from_an_empty_vault_to_a_bundle_with_a_covered_face(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    enter(tmp_path / "vault")
    item = one_shown(window, qtbot)
    vault = opened(window).vault
    qtbot.waitUntil(window.item.copy.faces.isVisible, timeout=WAIT)
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.item.copy.faces.click()
    qtbot.waitUntil(lambda: "Places covered: 1" in window.item.copy.state.words, timeout=WAIT)
    window.item.bundle.emit((item,))
    window.bundle.wrapping.choose("plain")
    qtbot.waitUntil(window.bundle.press.isEnabled, timeout=WAIT)
    out = tmp_path / "bundle.zip"
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.bundle.make(out)
    with out.open("rb") as stream:
        left = {one.sha256 for one in verify(stream).manifest.items}
    covered = vault.derivatives(item)[-1]
    assert "redact" in {step.name for step in covered.steps}
    assert left == {covered.sha256}
    window.bundle.verify.emit(out)
    qtbot.waitUntil(lambda: window.verify.verdict.tone == "good", timeout=WAIT)


def test_a_lock_while_an_import_runs_loses_nothing_that_was_sealed(tmp_path: Path) -> None:
    home, card = tmp_path / "home", tmp_path / "card"
    home.mkdir()
    card.mkdir()
    Vault.create(home / "Firsthand", PASSPHRASE, CHEAP).close()
    for number in range(FILES):
        (card / f"{number}.jpg").write_bytes(PHOTO.read_bytes() + bytes([number]))
    ended = began(LOCKED, card, PASSPHRASE, home=home)
    assert ended.returncode == 0, ended.stderr
    with Vault.open(home / "Firsthand", PASSPHRASE) as vault:
        kept = vault.originals()
        assert 0 < len(kept) <= FILES
        assert vault.check(deep=True) == ()
        copies = sum(len(vault.derivatives(one.id)) for one in kept)
        assert copies < FILES, "the lock came when all was done"


def test_a_full_disk_is_said_and_when_there_is_room_it_goes_on(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(tmp_path / "vault")
    with monkeypatch.context() as full:
        full.setattr(BlobFolder, "free_space", lambda _blobs: 0)
        bring_in(window, qtbot, PHOTO)
        said = f"{window.library.summary.words} {window.library.problem.words}"
        assert "There is no room left on the disk" in said
        assert opened(window).vault.originals() == ()
    bring_in(window, qtbot, PHOTO)
    assert "Sealed in the vault: 1" in window.library.summary.words
    assert opened(window).vault.check(deep=True) == ()
