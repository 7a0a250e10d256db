"""What is left on the disk after a day with the app: the vault, the bundle, and nothing else."""

from pathlib import Path

from storage.vault import Vault

from .conftest import PASSPHRASE, SAMPLES
from .days import ACTED, CHEAP, LIVED, began, files_below, outside_the_vault

DAY = (
    """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from ui.desktop import app, dialogs
from ui.desktop.window import Window

home, passphrase, sample = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])

def answer(chosen):
    def press():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog), dialog
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(chosen))
        dialog.accept()
    QTimer.singleShot(300, press)

def act(window, step):
    match step:
        case 0:
            assert window._stack.currentWidget() is window.unlock
            window.unlock.passphrase.setText(passphrase)
            window.unlock.press.click()
        case 1 if window.session is not None:
            answer(sample)
            window.library.ask_files()
        case 2 if window.session.vault.originals() and not window.strip.busy:
            window.bundle.wrapping.choose("plain")
            window.library.chosen.emit((window.session.vault.originals()[0].id,))
        case 3 if window.bundle.press.isEnabled():
            answer(home / "out" / "bundle.zip")
            window.bundle.press.click()
        case 4 if (home / "out" / "bundle.zip").exists() and not window.strip.busy:
            window.close()
        case _:
            return step
    return step + 1
"""
    + ACTED
    + LIVED
)


def test_a_day_leaves_only_the_vault_and_the_bundle(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "out").mkdir(parents=True)
    Vault.create(home / "Firsthand", PASSPHRASE, CHEAP).close()
    before = files_below(home / "Firsthand")
    sample = SAMPLES / "IMG_20240501_184207.jpg"
    done = began(DAY, home, PASSPHRASE, sample, home=home)
    assert done.returncode == 0, done.stderr
    said = [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]
    assert said == []
    assert "out/bundle.zip" in files_below(home)
    assert outside_the_vault(home) == {"out/bundle.zip"}
    assert len(files_below(home / "Firsthand") - before) == 2
    for path in home.rglob("*"):
        if path.is_file() and path.name != "bundle.zip":
            assert b"IMG_20240501" not in path.read_bytes()


LOCK = """
import sys
from pathlib import Path
from storage.vault import Vault
from ui.desktop import process

vault = Vault.open(Path(sys.argv[1]), sys.argv[2])
vault.note(vault.originals()[0].id, {"summary": "before the lock"})
process.lock([sys.executable, "-c", sys.argv[3]])
Path(sys.argv[1], "still-here").touch()
"""

NEXT = """
import os, sys
from pathlib import Path
Path("next").write_text(" ".join(sys.argv) + str(sorted(os.listdir("/proc/self/fd"))))
"""


def test_a_lock_ends_the_process_that_held_the_keys_and_starts_a_new_one(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    folder = home / "vault"
    with Vault.create(folder, PASSPHRASE, CHEAP) as vault:
        draft = vault.draft()
        draft.write(b"content")
        from storage.records import Provenance

        item = vault.keep_original(draft, "jpeg", Provenance("folder", "a.jpg", None)).id
    done = began(LOCK, folder, PASSPHRASE, NEXT, home=home)
    assert done.returncode == 0, done.stderr
    assert not (folder / "still-here").exists()
    with Vault.open(folder, PASSPHRASE) as vault:
        assert vault.record(item).witness == {"summary": "before the lock"}
        assert vault.check(deep=True) == ()
    told = (tmp_path / "next").read_text()
    assert PASSPHRASE not in told
    assert str(folder) not in told
