"""main.py picks the face, and a face loads nothing that it has no business with.

What is loaded can be reached: a decoder in the window's process would be one import away from
foreign bytes, and Qt in the confined child one import away from the screen.
"""

import subprocess
import sys
from pathlib import Path

import pytest

import main
from capture.isolate import child
from ui.cli import app as command_line
from ui.desktop import app as desktop

PROJECT = Path(__file__).resolve().parent.parent.parent
DECODERS = {"PIL", "pillow_heif", "av", "onnxruntime"}
NETWORK = {"requests", "urllib3", "asyncio", "pymobiledevice3"}


def loaded_by(program: str) -> set[str]:
    """Run a program in a fresh Python and give the top-level packages that it has loaded."""
    done = subprocess.run(
        [sys.executable, "-c", f"{program}\nimport sys\nprint('loaded', *sys.modules)"],
        cwd=PROJECT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    last = done.stdout.splitlines()[-1].split()
    assert last[0] == "loaded"
    return {name.partition(".")[0] for name in last[1:]}


def test_no_arguments_open_the_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop, "main", lambda: 7)
    assert main.main([]) == 7


def test_arguments_go_to_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command_line, "main", len)
    assert main.main(["inspect", "--media-child", "x"]) == 3


def test_the_program_itself_starts_the_confined_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "main", lambda: 5)
    assert main.main([main.MEDIA_CHILD]) == 5


def test_the_command_line_loads_no_qt_no_decoder_and_no_network() -> None:
    loaded = loaded_by("import main; main.main(['--help'])")
    assert "ui" in loaded
    assert not loaded & ({"PySide6", "shiboken6"} | DECODERS | NETWORK)


def test_the_confined_child_loads_no_vault_and_no_face() -> None:
    loaded = loaded_by("from capture.isolate import child")
    assert "capture" in loaded
    assert not loaded & ({"PySide6", "ui", "storage", "sqlcipher3"} | NETWORK)


def test_the_desktop_loads_no_decoder_and_no_network_library() -> None:
    loaded = loaded_by("from ui.desktop import app")
    assert "PySide6" in loaded
    assert not loaded & (DECODERS | NETWORK)


WINDOW = """
from PySide6.QtWidgets import QApplication
from ui.desktop.lanes import Lanes
from ui.desktop.theme import Theme
from ui.desktop.window import Window
app = QApplication(["test", "-platform", "offscreen"])
lanes = Lanes()
window = Window(lanes, Theme(app))
window.show()
app.processEvents()
window.close_session()
lanes.close()
"""


def test_the_window_comes_up_without_a_network_library() -> None:
    assert not loaded_by(WINDOW) & (DECODERS | NETWORK)


def test_the_child_that_verifies_loads_no_decoder() -> None:
    loaded = loaded_by("from capture import examine")
    assert "capture" in loaded
    assert not loaded & DECODERS
