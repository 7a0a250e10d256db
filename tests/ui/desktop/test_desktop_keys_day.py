"""What is left on the disk after a day with the keys, and after a wipe."""

from pathlib import Path

from storage.vault import Vault
from ui.desktop import process

from .conftest import PASSPHRASE
from .days import ACTED, CHEAP, LIVED, began, files_below, outside_the_vault

WIPED = """
import sys
from pathlib import Path
from storage.vault import Vault
from ui.desktop import process
vault = Vault.open(Path(sys.argv[1]), sys.argv[2])
vault.destroy_keys()
process.lock([sys.executable, "-c", sys.argv[3]], wiped=vault.folder)
"""
NEXT = """
import os
from pathlib import Path
from ui.desktop import process
Path("next").write_text(f"{process.to_finish()} {process.to_finish()}")
"""


def test_the_next_process_is_told_of_the_wipe_and_of_nothing_else(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    folder = home / "vault"
    Vault.create(folder, PASSPHRASE, CHEAP).close()
    ended = began(WIPED, folder, PASSPHRASE, NEXT, home=home)
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "next").read_text() == f"{folder} None"
    assert process.to_finish() is None


DAY = (
    """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from ui.desktop import app, process
from ui.desktop.widgets.keyforms import RecoveryForm, SharesForm
from ui.desktop.window import Window

home, passphrase = Path(sys.argv[1]), sys.argv[2]
lock = process.lock
process.lock = lambda wiped=None: lock([sys.executable, "-c", "pass"], wiped=wiped)

def answer():
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog), dialog
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(home / "out"))
    dialog.accept()

def act(window, step):
    match step:
        case 0:
            window.unlock.passphrase.setText(passphrase)
            window.unlock.press.click()
        case 1 if window.session is not None:
            window.go(window.keys)
            window.keys.begin(SharesForm)
            window.keys.form.press.click()
        case 2 if window.keys.handout.isVisible():
            QTimer.singleShot(300, answer)
            window.keys.handout.save.click()
        case 3 if window.keys.handout.notice.tone == "warn":
            window.keys.handout.done.click()
            window.keys.begin(RecoveryForm)
            window.keys.form.press.click()
        case 4 if window.keys.handout.isVisible():
            names = [one.accessibleName() for one in window.keys.handout.findChildren(QLabel)]
            code = next(name for name in names if "-" in name).partition(": ")[2]
            print(code, flush=True)
            window.keys.guard.delay.setChecked(True)
            window.keys.guard.press.click()
            window.keys.wipe.rehearse.click()
            window.keys.check(deep=True)
        case 5 if window.keys.wipe.notice.tone and window.keys.health.tone:
            window.panicked.emit()
            (home / "still-here").touch()
        case _:
            return step
    return step + 1
"""
    + ACTED
    + LIVED
)


def test_a_day_with_the_keys_leaves_only_what_was_asked_for(tmp_path: Path) -> None:
    """No card and no code is on the disk but in the pages that were saved; a panic ends it all."""
    home = tmp_path / "home"
    (home / "out").mkdir(parents=True)
    Vault.create(home / "Firsthand", PASSPHRASE, CHEAP).close()
    before = files_below(home / "Firsthand")
    ended = began(DAY, home, PASSPHRASE, home=home)
    assert ended.returncode == 0, ended.stderr
    assert not (home / "still-here").exists()
    pages = {f"out/card-{number}.html" for number in (1, 2, 3)}
    assert outside_the_vault(home) == pages
    assert files_below(home / "Firsthand") - before == {"guard"}
    code = ended.stdout.strip()
    Vault.open(home / "Firsthand", code).close()
    words = (home / "out" / "card-1.html").read_text("utf-8").split('class="word">')
    secrets = [code.encode(), code.replace("-", "").encode(), words[1].split("&")[0].encode()]
    for path in home.rglob("*"):
        if path.is_file() and path.parent.name != "out":
            assert not [one for one in secrets if one in path.read_bytes()], path
