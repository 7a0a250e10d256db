"""An import ends when all is sealed; the rest goes on beside it, and later where it is stopped."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from capture.intake import Import, Taken
from capture.isolate import MediaPool
from capture.preparing import waiting
from capture.sources.folder import Folder
from storage.vault import KdfCost, Vault
from tests.ui.desktop.conftest import PASSPHRASE, WAIT, Enter
from ui.desktop.window import Window


@pytest.fixture
def card(tmp_path: Path, photos: tuple[Path, ...]) -> Path:
    folder = tmp_path / "card"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.jpg").write_bytes(photos[0].read_bytes() + bytes([number]))
    (tmp_path / "one more.jpg").write_bytes(photos[0].read_bytes() + b"one more")
    return folder


def _vault(window: Window) -> Vault:
    assert window.session is not None
    return window.session.vault


def test_what_is_sealed_is_said_before_it_is_examined_and_both_are_true(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, card: Path
) -> None:
    enter(tmp_path / "vault")
    said: list[tuple[int, int, str]] = []

    def heard(_ended: Sequence[Taken]) -> None:
        vault = _vault(window)
        said.append((len(vault.originals()), len(waiting(vault)), window.strip.words))

    window.library.imports.ended.connect(heard)
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in((card,))
        qtbot.waitUntil(lambda: bool(said), timeout=WAIT)
        assert "Sealed in the vault: 6" in window.library.summary.words
        assert "Examined" not in window.library.summary.words
        qtbot.waitUntil(lambda: "reading and cleaning" in window.strip.words, timeout=WAIT)
    sealed, left, _ = said[0]
    assert sealed == 6
    assert left > 0
    assert waiting(_vault(window)) == ()
    assert "Examined and cleaned: 6" in window.library.summary.words


def test_examining_can_be_stopped_and_the_rest_waits(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, card: Path
) -> None:
    enter(tmp_path / "vault")

    def stop(_ended: Sequence[Taken]) -> None:
        QTimer.singleShot(0, window.strip.cancel.click)

    window.library.imports.ended.connect(stop)
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in((card,))
    assert "All that came whole is sealed" in window.library.problem.words
    assert len(_vault(window).originals()) == 6
    assert waiting(_vault(window))


def test_what_waits_is_examined_when_the_vault_is_opened_again(
    window: Window, qtbot: QtBot, tmp_path: Path, card: Path
) -> None:
    cost = KdfCost(memory=64, passes=1, lanes=1)
    vault = Vault.create(tmp_path / "vault", PASSPHRASE, cost)
    with MediaPool(workers=1) as pool:
        work = Import(vault, pool, seal_only=True)
        work.add(Folder([card]))
        work.run(lambda _standing: None, lambda _taken: None)
    vault.close()
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.enter(Vault.open(tmp_path / "vault", PASSPHRASE))
    assert waiting(_vault(window)) == ()
    assert not window.library.summary.isVisible(), window.library.summary.words


def test_more_is_sealed_before_the_rest_is_examined(
    window: Window, enter: Enter, qtbot: QtBot, tmp_path: Path, card: Path
) -> None:
    enter(tmp_path / "vault")
    shown: list[str] = []

    def more(_ended: Sequence[Taken]) -> None:
        if not shown:
            window.library.bring_in((card.parent / "one more.jpg",))
            shown.append(window.strip.words)

    window.library.imports.ended.connect(more)
    with qtbot.waitSignal(window.strip.emptied, timeout=WAIT):
        window.library.bring_in((card,))
    assert shown[0].startswith("Sealing")
    vault = _vault(window)
    assert len(vault.originals()) == 7
    assert waiting(vault) == ()
