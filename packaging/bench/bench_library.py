"""The library with many items, and the light table before an import, in front of a person.

Time to the first cards, frames while scrolling against Qt's own list of icons in the same run,
and memory. A vault of so many photos (50,000 unless told), each examined, with a cleaned copy, is
made first; its key derivation is cheap, so that what is measured is what comes after it.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import examined
import many
import measure

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView

sys.path.insert(0, str(measure.PROJECT))

from storage.vault import Vault  # after the path is set
from ui.desktop import ahead, dialogs  # likewise
from ui.desktop.lanes import Lanes  # likewise
from ui.desktop.models.sieve import Sieve  # likewise
from ui.desktop.theme import Theme  # likewise
from ui.desktop.widgets.cards import card_size  # likewise
from ui.desktop.window import Window  # likewise

_FRAMES = 300
_LINE = 48
_SIZE = QSize(1366, 768)
_PATIENCE = 120.0


def main() -> None:
    """Make a vault, open it, scroll through it, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=50_000)
    parser.add_argument("--offered", type=int, default=20_000)
    parser.add_argument("--in", dest="place", type=Path, help="a folder to keep what is made in")
    options = parser.parse_args()
    app = QApplication([])
    dialogs.forget_everything()
    with tempfile.TemporaryDirectory() as made:
        place: Path = options.place or Path(made)
        if not (place / "vault").exists():
            examined.make_vault(place / "vault", options.items)
            examined.make_card(place / "card", options.offered)
        window = Window(Lanes(), Theme(app))
        window.resize(_SIZE)
        window.show()
        app.processEvents()
        ahead.load(lambda _done, _total: None, lambda _said: None)  # while somebody types
        ahead.load_pages()
        try:
            _library(app, window, place / "vault", options.items)
            _review(app, window, place / "card", options.offered)
        finally:
            window.hide()
            window.close_session()
    _plain(app, options.items)


def _library(app: QApplication, window: Window, folder: Path, items: int) -> None:
    before, begun, used = _resident(), time.perf_counter(), time.process_time()
    mine = time.thread_time()
    vault = Vault.open(folder, many.PASSPHRASE, soon=True)
    opened, of_it = time.perf_counter() - begun, time.process_time() - used
    mine = time.thread_time() - mine  # beside it SQLite compares its indexes
    window.enter(vault)
    page = window.library
    _until(app, lambda: page.view.model().rowCount() == items)
    app.processEvents()
    page.view.viewport().repaint()
    took, cpu = time.perf_counter() - begun, time.process_time() - used
    print(f"{items} items: shown {took:.2f} s after the key; CPU {cpu:.2f} s")
    print(f"  of it the vault's own opening: {opened:.2f} s; CPU {of_it:.2f} s")
    beside = min(mine, of_it - mine)
    print(f"  with a processor for each of its two threads: CPU {cpu - beside:.2f} s")
    begun, used = time.perf_counter(), time.process_time()
    _until(app, lambda: not page.surveyor.busy)
    took, cpu = time.perf_counter() - begun, time.process_time() - used
    print(f"all of it surveyed {took:.2f} s later, CPU {cpu:.2f} s")
    print(f"memory: {_resident() - before >> 20} MB more than before")
    _scrolled(app, page.view, "library")
    _timed("sorted by day", lambda: page.bar.order.setCurrentIndex(1))
    found = Sieve(words="img_0a")
    _timed("found by name", lambda: page.bar.changed.emit(found))
    _timed("all shown again", lambda: page.bar.changed.emit(Sieve()))
    _timed("all selected", page.view.selectAll)
    page.view.select_rows([items // 2])
    _timed("one deleted", page.delete_selected)
    _timed("taken back", page.deleting.undo)
    print(f"memory after scrolling: {_resident() - before >> 20} MB more than before")


def _review(app: QApplication, window: Window, card: Path, files: int) -> None:
    before, begun, used = _resident(), time.perf_counter(), time.process_time()
    page = window.source
    window.library.take((card,))
    _until(app, lambda: page.view.model().rowCount() > 0)
    print(f"{files} files on a card: the first shown after {time.perf_counter() - begun:.2f} s")
    worst = 0.0
    while page.view.model().rowCount() < files:
        frame = time.thread_time()
        app.processEvents()
        worst = max(worst, time.thread_time() - frame)
        if time.perf_counter() - begun > _PATIENCE:
            raise TimeoutError
    took, cpu = time.perf_counter() - begun, time.process_time() - used
    print(
        f"all listed after {took:.2f} s, CPU {cpu:.2f} s; "
        f"longest pause of the window {worst * 1e3:.0f} ms"
    )
    _scrolled(app, page.view, "light table")
    print(f"memory: {_resident() - before >> 20} MB more than before")


def _plain(app: QApplication, items: int) -> None:
    icons = [QIcon(_pixmap(number)) for number in range(40)]
    model = QStandardItemModel()
    begun = time.perf_counter()
    for number in range(items):
        model.appendRow(QStandardItem(icons[number % len(icons)], f"IMG_{number:08}.jpg"))
    view = QListView()
    view.setViewMode(QListView.ViewMode.IconMode)
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setIconSize(QSize(190, 140))
    view.setGridSize(card_size())
    view.setModel(model)
    view.resize(_SIZE)
    view.show()
    app.processEvents()
    print(f"a plain list of {items} icons: filled and shown in {time.perf_counter() - begun:.2f} s")
    _scrolled(app, view, "plain list of icons")


def _pixmap(number: int) -> QPixmap:
    made = QPixmap(320, 240)
    made.fill(number * 99_991 % 0xFFFFFF)
    return made


def _scrolled(app: QApplication, view: QAbstractItemView, name: str) -> None:
    """Print what frames cost, line by line and page by page, with what arrives meanwhile.

    In milliseconds of the window's own thread, which other work on the machine does not change.
    """
    bar = view.verticalScrollBar()
    for said, step in (("lines", _LINE), ("pages", view.viewport().height())):
        bar.setValue(0)
        app.processEvents()
        frames = []
        for number in range(_FRAMES):
            begun = time.thread_time()
            bar.setValue(number * step)
            app.processEvents()
            frames.append((time.thread_time() - begun) * 1e3)
        middle, worst = statistics.median(frames), max(frames)
        late = sorted(frames)[int(len(frames) * 0.95)]
        print(
            f"{name}, by {said}: {middle:.1f} ms a frame, "
            f"95 of 100 under {late:.1f}, worst {worst:.1f}"
        )


def _timed(name: str, done: Callable[[], object]) -> None:
    begun = time.thread_time()
    done()
    print(f"{name}: {(time.thread_time() - begun) * 1e3:.0f} ms")


def _until(app: QApplication, true: Callable[[], bool]) -> None:
    until = time.perf_counter() + _PATIENCE
    while not true():
        app.processEvents()
        time.sleep(0.002)
        if time.perf_counter() > until:
            raise TimeoutError


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096


if __name__ == "__main__":
    main()
