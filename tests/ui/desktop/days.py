"""Whole days with the app in a process of its own: how one is begun, and what it leaves."""

import os
import subprocess
import sys
from pathlib import Path

from storage.vault import KdfCost

PROJECT = Path(__file__).resolve().parents[3]
CHEAP = KdfCost(memory=64, passes=1, lanes=1)

LIVED = """
timer = None
run = QApplication.exec
def exec_with_day():
    global timer
    timer = QTimer()
    timer.timeout.connect(live)
    timer.start(20)
    return run()
QApplication.exec = staticmethod(exec_with_day)
sys.exit(app.main())
"""
"""The end of a program that opens the app and calls its ``live`` again and again."""

ACTED = """
state = {"step": 0}

def live():
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window))
    step = state["step"]
    state["step"] = -1  # a dialog that a step opens runs this again before it returns
    state["step"] = act(window, step)
"""
"""A ``live`` that calls the program's ``act`` with the window and a step, which gives the next."""


def began(program: str, *arguments: object, home: Path) -> subprocess.CompletedProcess[str]:
    """Run a program, beside this home, until it ends."""
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        env=_environment(home),
        cwd=home.parent,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def _environment(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    run = home.parent / "run"
    run.mkdir(mode=0o700)
    return {
        **kept,
        "HOME": str(home),
        "TMPDIR": str(home),
        "XDG_RUNTIME_DIR": str(run),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(PROJECT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def files_below(folder: Path) -> set[str]:
    """Return the paths of all files below a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def outside_the_vault(home: Path) -> set[str]:
    """Return what lies elsewhere in this home.

    The font library's own cache is left out: it holds names of fonts and nothing of ours.
    """
    ours = ("Firsthand/", ".cache/fontconfig/")
    return {name for name in files_below(home) if not name.startswith(ours)}
