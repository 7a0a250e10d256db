"""Starting: a bare Python, the command line, a photo inspected beside exiftool, the first window.

An inspection starts a confined child besides itself: two Pythons against one Perl. The first
window, painted, is set against an empty window of Qt's in a Python of its own.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

import measure
from PIL import Image


def main() -> None:
    """Run the rounds, print the times and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    measure.need("exiftool")
    with tempfile.TemporaryDirectory() as made:
        photo = Path(made) / "small.jpg"
        Image.new("RGB", (64, 48), (90, 120, 60)).save(photo)
        bare = _side("python -c pass", sys.executable, "-c", "pass")
        measure.compare(
            _side("firsthand --help", *measure.FIRSTHAND, "--help"), [bare], options.rounds
        )
        measure.compare(
            _side("firsthand inspect", *measure.FIRSTHAND, "inspect", photo),
            [_side("exiftool", "exiftool", photo)],
            options.rounds,
        )
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        measure.compare(
            _side("first window", sys.executable, "-c", _WINDOW, measure.PROJECT),
            [_side("an empty window", sys.executable, "-c", _EMPTY)],
            options.rounds,
        )


_WINDOW = """
import sys
sys.path.insert(0, sys.argv[1])
from PySide6.QtWidgets import QApplication
from ui.desktop import dialogs
from ui.desktop.lanes import Lanes
from ui.desktop.theme import Theme
from ui.desktop.window import Window
from storage.vault import memory
memory.unprotected()
dialogs.forget_everything()
app = QApplication([])
window = Window(Lanes(), Theme(app))
window.show()
app.processEvents()
window.repaint()
import os
os._exit(0)
"""
_EMPTY = """
import os
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.show()
app.processEvents()
window.repaint()
os._exit(0)
"""


def _side(name: str, *command: str | Path) -> measure.Side:
    return measure.Side(name, lambda: None, lambda: measure.call(*command))


if __name__ == "__main__":
    main()
