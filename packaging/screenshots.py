"""Take the pictures of the app for the documentation, from the real app over the demo's samples.

    python packaging/screenshots.py [FOLDER]           those of the documentation, some small
    python packaging/screenshots.py FOLDER --every     every page, light and dark, in two languages

Nothing in them is drawn by hand: a vault is made in a folder that is deleted afterwards, the
samples are taken in, and each page is grabbed as it stands. QT_SCALE_FACTOR=2 takes them at 200%;
``--text 200`` has the letters twice as large, in a window of the same size. ``--languages`` takes
others than English and Persian.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(PROJECT), str(PROJECT / "packaging" / "site")]

from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: E402 # after the path is set
    Ed25519PrivateKey,
)
from PySide6.QtCore import QItemSelectionModel, QPointF, QRectF, Qt  # noqa: E402 # after the path is set
from PySide6.QtWidgets import QApplication  # noqa: E402
from small_picture import save_small  # noqa: E402 # likewise

from capture.audit import BundleChoices  # noqa: E402
from capture.receiving import Choice  # noqa: E402
from capture.redact.film import Voice  # noqa: E402
from storage.outlets import network  # noqa: E402
from storage.outlets.card import Card, sign  # noqa: E402
from storage.outlets.network import Network  # noqa: E402
from storage.vault import Vault  # noqa: E402
from ui.desktop import dialogs, language  # noqa: E402
from ui.desktop.editor.tools import Tool  # noqa: E402
from ui.desktop.lanes import Lanes  # noqa: E402
from ui.desktop.models.library import Role as CardRole  # noqa: E402
from ui.desktop.models.review import Role  # noqa: E402
from ui.desktop.models.sieve import Order  # noqa: E402
from ui.desktop.theme import Theme  # noqa: E402
from ui.desktop.widgets.comparing import Comparing  # noqa: E402
from ui.desktop.widgets.keyforms import DecoyForm, SharesForm  # noqa: E402
from ui.desktop.window import Window  # noqa: E402
from ui.words import languages  # noqa: E402

SAMPLES = PROJECT / "ui" / "cli" / "samples"
SIZE = (1366, 768)
SETTLE_SECONDS = 0.3
A_DAY = 86_400 * 19_844  # the first of May 2024, in seconds since 1970
A_HOME = Path("/home/you")  # shown where a place is: nothing is ever written there
PATIENCE_SECONDS = 90
_PERCENT = 100
CARD = Card(
    "The Paper",
    "webdav",
    "https://drop.example.org/in/",
    "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg",
    largest=2_000_000_000,
    note="Since 1921. Call the desk for the words of this card.",
)
DOCUMENTED = {"library", "item", "record", "bundle", "verify"}
# In docs/witnesses, in the order of its pages.
ILLUSTRATED = {
    *("create", "keys-cards", "source", "summary", "receive", "receive-open", "item"),
    *("editor-found", "editor-result", "film", "film-copy", "bundle", "outlets-compare"),
    *("outbox", "keys-decoy", "keys-end", "backups", "restore"),
}


class Camera:
    """Walks through the app and grabs what is asked for."""

    def __init__(self, app: QApplication, folder: Path, *, every: bool) -> None:
        self._app = app
        self._folder = folder
        self._every = every
        self._suffix = ""
        folder.mkdir(parents=True, exist_ok=True)

    def walk(self, theme: Theme, scheme: Qt.ColorScheme, code: str) -> None:
        """Take every picture in one look."""
        theme.choose(scheme)
        language.speak(self._app, code)
        if self._every:
            self._suffix = f"-{scheme.name.lower()}-{code}"
        with tempfile.TemporaryDirectory() as place:
            window = Window(Lanes(), theme)
            window.resize(*SIZE)
            window.show()
            try:
                self._tour(window, Path(place))
            finally:
                window.close_session()
                window.hide()

    def _tour(self, window: Window, place: Path) -> None:
        self._grab(window, "welcome")
        window.to_parts()
        self._grab(window, "licences")
        self._restore(window)
        window.go(window.unlock)
        self._grab(window, "unlock")
        window.unlock.switch_way()
        self._grab(window, "unlock-cards")
        window.unlock.switch_way()
        self._make_vault(window, place / "Firsthand")
        self._grab(window, "empty")
        window.library.bring_in(tuple(sorted(SAMPLES.iterdir())))
        self._until(lambda: not window.strip.busy)
        self._grab(window, "summary")
        window.library.summary.dismiss()
        self._until(lambda: self._all_seen(window))
        window.library.erase.ask()
        self._grab(window, "erase")
        window.library.erase.forget()
        model = window.library.view.model()
        select = QItemSelectionModel.SelectionFlag.Select
        window.library.view.selectionModel().select(model.index(0, 0), select)
        self._grab(window, "library")
        self._light_tables(window, place / "card")
        self._item(window)
        self._editor(window)
        self._film(window)
        self._receive(window)
        self._keys(window)
        self._backups(window, place)
        self._bundle(window, place / "bundle.zip")
        self._sending(window, place)
        self._review(window)

    def _all_seen(self, window: Window) -> bool:
        """Say whether every card has its picture, and a face was found; both where one asks."""
        model = window.library.view.model()
        looks = [model.index(row, 0).data(CardRole.LOOK) for row in range(model.rowCount())]
        return all(one.picture is not None for one in looks) and any(one.faces for one in looks)

    def _make_vault(self, window: Window, folder: Path) -> None:
        page = window.create_page
        window.go(page)
        page.suggest()
        page.again.setText(page.passphrase.text())
        page.understood.setChecked(True)
        page.folder.set_path(A_HOME / "Firsthand")
        self._grab(window, "create")
        page.folder.set_path(folder)
        page.make()
        self._until(lambda: window.session is not None)

    def _light_tables(self, window: Window, card: Path) -> None:
        page = window.library
        page.bar.filters.click()
        page.bar.order.setCurrentIndex(page.bar.order.findData(Order.NEWEST))
        self._grab(window, "library-filters")
        page.bar.filters.click()
        page.delete_selected()
        self._grab(window, "library-deleting")
        page.deleting.undo()
        page.bar.order.setCurrentIndex(page.bar.order.findData(Order.IMPORT))
        card.mkdir()
        for number, sample in enumerate((*sorted(SAMPLES.iterdir()), *sorted(SAMPLES.iterdir()))):
            # The second time they are other files: new to the vault, and of another day.
            extra = b"" if number < len(list(SAMPLES.iterdir())) else bytes(1)
            copied = card / f"{number}-{sample.name}"
            copied.write_bytes(sample.read_bytes() + extra)
            os.utime(copied, (A_DAY + 86_400 * (number % 2),) * 2)
        page.take((card,))
        model = window.source.view.model()
        self._until(lambda: model.rowCount() == 2 * len(list(SAMPLES.iterdir())))
        self._until(lambda: model.index(0, 0).data(Role.PICTURE) is not None)
        self._grab(window, "source")
        window.source.leave()

    def _open_first(self, window: Window, kind: str) -> None:
        found = next(one for one in _vault(window).originals() if one.kind == kind)
        window.library.opened.emit(found.id)

    def _item(self, window: Window) -> None:
        self._open_first(window, "jpeg")
        self._until(lambda: window.item.says.words != "")
        self._grab(window, "item")
        window.item.parts.choose("record")
        window.item.record.editors["summary"].set_value("A portrait, taken before the flight")
        window.item.record.keep_all()
        self._grab(window, "record")
        window.item.parts.choose("history")
        self._grab(window, "history")

    def _editor(self, window: Window) -> None:
        window.item.copy.editor.click()
        page = window.editor
        self._until(lambda: page.draft is not None and len(page.draft.undecided) > 0)
        page.acts.step(1)
        self._grab(window, "editor-found")
        page.acts.cover_all()
        page.bench.use(Tool.BRUSH)
        page.acts.stroke(Tool.BRUSH, [QPointF(60, 340), QPointF(240, 370)], 12)
        page.places.ask_why.click()
        self._grab(window, "editor-drawn")
        page.bench.looking.emit(True)  # noqa: FBT003 # Qt's own shape
        self._until(lambda: page.canvas.shows_result)
        self._grab(window, "editor-result")
        page.bench.looking.emit(False)  # noqa: FBT003 # likewise
        page.bench.use(Tool.FRAME)
        page.framing.angle.setValue(3.0)
        self._grab(window, "editor-crop")
        page.bench.use(Tool.PICK)
        page.leave()

    def _film(self, window: Window) -> None:
        self._open_first(window, "mp4")
        player = window.item.film.player
        self._until(lambda: window.item.says.words != "" and player.frame is not None)
        self._grab(window, "item-video")
        window.item.copy.editor.click()
        page = window.film
        self._until(lambda: page.draft is not None and page.player.frame is not None)
        page.canvas.drew.emit(Tool.ELLIPSE, QRectF(40, 120, 60, 70))
        page.player.seek(1_500_000)
        self._until(lambda: not page.player._seeking)  # noqa: SLF001 # nothing else says so
        page.acts.mark_from()
        page.acts.hear(Voice.MUTE)
        page.acts.end_here()
        self._grab(window, "film")
        page.as_copy.setChecked(True)
        self._until(lambda: page.canvas.shows_result)
        self._grab(window, "film-copy")
        page.leave()

    def _review(self, window: Window) -> None:
        window.go(window.library)
        window.library.view.selectAll()
        window.library.cover.click()
        self._until(lambda: not window.strip.busy)
        self._grab(window, "review")

    def _receive(self, window: Window) -> None:
        page = window.receive
        window.go(page)
        self._grab(window, "receive")
        page.begin_with(Choice("127.0.0.1", port=0))
        self._until(page.box.isVisible)
        self._grab(window, "receive-open")
        page.stop.click()
        self._until(lambda: not window.strip.busy)

    def _keys(self, window: Window) -> None:
        page = window.keys
        window.go(page)
        page.begin(SharesForm)
        self._grab(window, "keys-form")
        if page.form is not None:
            page.form.press.click()
        self._until(page.handout.isVisible)
        self._grab(window, "keys-cards")
        page.handout.forget()
        page.quick.click()
        self._until(lambda: not window.strip.busy)
        page.wipe.rehearse.click()
        self._until(lambda: page.wipe.notice.tone != "")
        page.begin(DecoyForm)
        self._grab(window, "keys-decoy")
        page.end()
        page.area.verticalScrollBar().setValue(page.area.verticalScrollBar().maximum())
        self._grab(window, "keys-end")

    def _restore(self, window: Window) -> None:
        window.to_restore()
        if window.restore is None:
            raise RuntimeError
        window.restore.folder.set_path(A_HOME / "Firsthand")
        self._grab(window, "restore")
        window.restore.kind.choose("outlet")
        self._grab(window, "restore-outlet")

    def _backups(self, window: Window, place: Path) -> None:
        page = window.backups
        window.go(page)
        page.backup.folder.set_path(place / "other-disk")
        page.backup.begin()
        self._until(lambda: not window.strip.busy and page.backup.notice.tone != "")
        page.merge.begin()
        page.backup.folder.set_path(Path("/media/you/other-disk"))
        self._grab(window, "backups")
        page.head.write_to(place / "statement.json")
        self._until(lambda: page.head.notice.tone != "")
        page.head.check_file(place / "statement.json")
        self._grab(window, "backups-end")

    def _bundle(self, window: Window, out: Path) -> None:
        items = tuple(one.id for one in _vault(window).originals())
        window.library.chosen.emit(items)
        window.bundle.place.choose("city")
        window.bundle.time.choose("month")
        self._until(lambda: window.bundle.preview.words != "")
        self._grab(window, "bundle")
        window.bundle.wrapping.choose("plain")
        self._until(window.bundle.press.isEnabled)
        window.bundle.make(out)
        self._until(out.exists)
        self._until(lambda: not window.strip.busy)
        self._grab(window, "made")
        window.bundle.verify.emit(out)
        self._until(lambda: window.verify.verdict.tone != "")
        self._grab(window, "verify")

    def _sending(self, window: Window, place: Path) -> None:
        # Nothing connects for a picture: neither a Tor that runs nor one of our own.
        network.choose(_vault(window), Network(start=False))
        window.rail.outbox.click()
        self._grab(window, "outbox-empty")
        self._trust(window, place / "card.json")
        items = tuple(one.id for one in _vault(window).originals())
        window.sendings.send_items(BundleChoices(items))
        self._until(lambda: window.sendings.send.chosen is not None)
        self._grab(window, "send")
        window.sendings.send.press.click()
        cards = window.sendings.outbox.cards
        self._until(lambda: any(card.waiting.tries for card in cards.values()))
        self._grab(window, "outbox")
        window.sendings.post_items(items)
        self._grab(window, "post")
        (place / "posted").mkdir()
        window.sendings.post.save(place / "posted")
        self._until(lambda: window.sendings.post.problem.tone != "")
        self._grab(window, "posted")

    def _trust(self, window: Window, file: Path) -> None:
        outlets = window.sendings.outlets
        window.go(outlets)
        self._grab(window, "outlets-empty")
        outlets.show_form()
        self._grab(window, "outlets-form")
        file.write_text(sign(CARD, Ed25519PrivateKey.generate()).text(), encoding="utf-8")
        outlets.take_files([file])
        self._until(lambda: isinstance(outlets.asking, Comparing))
        if isinstance(outlets.asking, Comparing):
            self._grab(window, "outlets-compare")
            outlets.asking.same.setChecked(True)
            outlets.asking.press.click()
        self._until(lambda: len(outlets.cards) == 1)
        self._grab(window, "outlets")

    def _grab(self, window: Window, name: str) -> None:
        end = time.monotonic() + SETTLE_SECONDS
        self._until(lambda: time.monotonic() > end)
        if self._every or name in DOCUMENTED:
            path = self._folder / f"{name}{self._suffix}.png"
            window.grab().save(str(path))
            print(path.name, path.stat().st_size)
        if not self._every and name in ILLUSTRATED:
            path = self._folder / "witness" / f"{name}.png"
            path.parent.mkdir(exist_ok=True)
            save_small(window.grab(), path)
            print(path.name, path.stat().st_size)

    def _until(self, there: Callable[[], bool]) -> None:
        patience = time.monotonic() + PATIENCE_SECONDS
        while not there():
            if time.monotonic() > patience:
                raise TimeoutError
            self._app.processEvents()
            time.sleep(0.01)


def _vault(window: Window) -> Vault:
    if window.session is None:
        raise RuntimeError
    return window.session.vault


def main(arguments: list[str]) -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=PROJECT / "docs" / "images")
    parser.add_argument("--every", action="store_true", help="every page, in every look")
    parser.add_argument("--languages", nargs="+", choices=languages.CODES, default=["en", "fa"])
    parser.add_argument("--text", type=int, default=100, help="size of the letters, in percent")
    options = parser.parse_args(arguments)
    dialogs.forget_everything()
    app = QApplication(["screenshots"])
    app.setQuitOnLastWindowClosed(False)
    theme = Theme(app)
    if options.text != _PERCENT:
        font = app.font()
        font.setPointSizeF(font.pointSizeF() * options.text / _PERCENT)
        app.setFont(font)
    camera = Camera(app, options.folder, every=options.every)
    schemes = (Qt.ColorScheme.Light, Qt.ColorScheme.Dark)
    looks = [(one, other) for one in schemes for other in options.languages]
    for scheme, code in looks if options.every else looks[:1]:
        camera.walk(theme, scheme, code)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
