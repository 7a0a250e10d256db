"""What is shown of an item to whom a person chooses: openings, time stamps, its custody log.

An opening and a time stamp are of one bundle that the item went into.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture.opening import (
    Revealed,
    ShownLog,
    reveal,
    show_log,
    write_request,
    write_stamp,
)
from storage.bundle import stamping
from storage.records import CustodyEntry
from storage.stamps import MAX_RESPONSE
from ui import words
from ui.desktop import dialogs, phrases, theme
from ui.desktop.jobs import Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import frame, text
from ui.words.shownlog import log_lines

_SHORT = 8


class OpeningsBox(QWidget):
    """Offers what can be shown of an item, and of each bundle that it went into."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._item = ""
        self.notice = Notice()
        self._column = layout.column(1.5, 3)
        self._box = frame("card")
        self._box.setLayout(self._column)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(theme.space(2))
        around.addWidget(self._box)
        around.addWidget(self.notice)
        self.hide()

    def show_entries(self, entries: Sequence[CustodyEntry]) -> None:
        """Offer what can be shown of the one item that these entries are of."""
        layout.clear(self._column)
        item = next((entry.item for entry in entries if entry.item), None) or ""
        if item != self._item:  # what was just done for this one stays to be read
            self.notice.clear()
        self._item = item
        self.setVisible(bool(self._item))
        self._offer_log()
        left = dict.fromkeys(str(one.facts["bundle"]) for one in entries if one.event == "bundled")
        if left:
            self._offer_openings(tuple(left))

    def _offer_log(self) -> None:
        self._say(
            self.tr("Show what was done with it"),
            self.tr(
                "Everything above, signed, for whom you give it to, and the same in words beside "
                "it. It tells the digest and size of this original, and nothing of other items."
            ),
        )
        self._press(self.tr("Write the custody log of this item…"), self._ask_log)

    def _offer_openings(self, bundles: Sequence[str]) -> None:
        self._say(
            self.tr("Prove this original to somebody"),
            self.tr(
                "An opening shows whom you give it to that you held this original when you "
                "signed the bundle. It tells its digest and size, how the copy was covered, "
                "cropped and cut, nothing of other items, and cannot be taken back."
            ),
        )
        for bundle in bundles:
            short = bundle[:_SHORT]
            self._press(
                self.tr("Write an opening for bundle {bundle}…").format(bundle=short),
                partial(self._ask, bundle),
            )
        self._say(
            self.tr("Prove when a bundle was there"),
            self.tr(
                "A time-stamp authority signs one digest that means nothing to it. Write the "
                "request, take it there in a way that does not tell who you are, and take its "
                "answer in. Whoever has the bundle gets the file that is then written."
            ),
        )
        for bundle in bundles:
            short = bundle[:_SHORT]
            self._press(
                self.tr("Write a request for bundle {bundle}…").format(bundle=short),
                partial(self._ask_request, bundle),
            )
            self._press(
                self.tr("Take in the answer for bundle {bundle}…").format(bundle=short),
                partial(self._ask_answer, bundle),
            )

    def _say(self, heading: str, about: str) -> None:
        self._column.addWidget(text(heading, "heading"))
        self._column.addWidget(text(about, "soft"))

    def _press(self, name: str, do: Callable[[], object]) -> None:
        press = button(name, do, icon_name="key")
        self._column.addWidget(press, 0, Qt.AlignmentFlag.AlignLeading)

    def _ask(self, bundle: str) -> None:
        out = dialogs.save_as(self, self.tr("Write the opening to"), Path.home() / "opening.json")
        if out is not None:
            self.write(bundle, self._item, out)

    def write(self, bundle: str, item: str, out: Path) -> None:
        """Write the opening of one item of one bundle."""

        def work(_tick: Tick, _tell: Tell) -> Revealed:
            return reveal(self._session.vault, bundle, item, out)

        job = self._session.write(work)
        job.succeeded.connect(self._on_written)
        job.failed.connect(self.notice.say_error)

    def _on_written(self, revealed: Revealed) -> None:
        self.notice.say(
            "good",
            self.tr("The opening is written: {name}").format(name=words.shown(revealed.path.name)),
            self.tr("Give it to whom you choose, with the bundle. “Verify a bundle” checks it."),
        )
        self._session.changed.emit(revealed.item)

    def _ask_log(self) -> None:
        out = dialogs.save_as(self, self.tr("Write the log to"), Path.home() / "custody.json")
        if out is not None:
            self.write_log(self._item, out)

    def write_log(self, item: str, out: Path) -> None:
        """Write one item's custody log, for programs and in words."""

        def work(_tick: Tick, _tell: Tell) -> ShownLog:
            return show_log(self._session.vault, item, out, log_lines)

        job = self._session.write(work)
        job.succeeded.connect(self._on_log)
        job.failed.connect(self.notice.say_error)

    def _on_log(self, made: ShownLog) -> None:
        self._session.changed.emit(made.item)
        self.notice.say(
            "good",
            self.tr("The log is written: {name}").format(name=words.shown(made.path.name)),
            self.tr("The same in words: {name}. “Verify a bundle” checks the first.").format(
                name=words.shown(made.words.name)
            ),
        )

    def _ask_request(self, bundle: str) -> None:
        out = dialogs.save_as(self, self.tr("Write the request to"), Path.home() / "request.tsq")
        if out is not None:
            self.write_request(bundle, out)

    def write_request(self, bundle: str, out: Path) -> None:
        """Write a request for a time stamp of a bundle that left."""
        vault = self._session.vault

        def work(_tick: Tick, _tell: Tell) -> None:
            left = stamping.bundle_that_left(vault, bundle)
            write_request(vault, left, out)

        job = self._session.write(work)
        job.succeeded.connect(
            lambda _none: self.notice.say(
                "good",
                self.tr("The request is written: {name}").format(name=words.shown(out.name)),
                self.tr("Give it to a time-stamp authority, and keep its answer."),
            )
        )
        job.failed.connect(self.notice.say_error)

    def _ask_answer(self, bundle: str) -> None:
        chosen = dialogs.files(self, self.tr("Choose the authority's answer"), Path.home())
        if not chosen:
            return
        out = dialogs.save_as(self, self.tr("Write the time stamp to"), Path.home() / "stamp.json")
        if out is not None:
            self.take_answer(bundle, chosen[0], out)

    def take_answer(self, bundle: str, answer: Path, out: Path) -> None:
        """Take in an authority's answer, and write the time stamp for whoever has the bundle."""
        vault = self._session.vault

        def work(_tick: Tick, _tell: Tell) -> str:
            with answer.open("rb") as stream:
                untrusted = stream.read(MAX_RESPONSE + 1)
            left = stamping.bundle_that_left(vault, bundle)
            return write_stamp(vault, left, stamping.answer(vault, left, untrusted), out)

        job = self._session.write(work)
        job.succeeded.connect(lambda at: self._on_stamped(at, out))
        job.failed.connect(self.notice.say_error)

    def _on_stamped(self, at: str, out: Path) -> None:
        self.notice.say(
            "good",
            self.tr("The time stamp is written: {name}").format(name=words.shown(out.name)),
            self.tr("It states {when}. “Verify a bundle” checks it.").format(when=phrases.when(at)),
        )
