"""Saving copies to be posted: where, what fits there, what is kept there, and what was saved."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from capture import posting
from capture.platforms import PLATFORMS, READ, Bounds, platform
from capture.posting import Posted, Wanted
from ui import words
from ui.desktop import dialogs, phrases
from ui.desktop.jobs import Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.dropdown import DropDown
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import frame, label_for, one_line, text


class PostPage(QWidget):
    """Saves the copies of items as one platform takes them."""

    back = Signal()
    working = Signal(object, str)
    """A Job and the words for it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._items: tuple[str, ...] = ()
        self._what = text("", "body")
        self.platform = DropDown()
        for one in PLATFORMS:
            self.platform.addItem(one.label, one.name)
        self._takes = text("", "body")
        self._keeps = text("", "warn")
        self._source = text("", "small")
        self.problem = Notice()
        self._ended = layout.column(1.5)
        self.press = button(self.tr("Save for posting…"), self.ask_where, "primary", "save")
        self._lay_out()
        self.platform.currentIndexChanged.connect(self._show_platform)
        self._show_platform()

    def _lay_out(self) -> None:
        box = frame("card")
        lines = layout.column(2, 3)
        lines.addWidget(label_for(self.tr("Where you post it"), self.platform))
        lines.addWidget(self.platform)
        for one in (self._takes, self._keeps, self._source):
            lines.addWidget(one)
        box.setLayout(lines)
        content = layout.column(3)
        layout.topped(
            content,
            button("", self.back.emit, "quiet", "back", self.tr("Back")),
            one_line(self.tr("Save for posting"), "title"),
        )
        content.addWidget(self._what)
        content.addWidget(box)
        content.addWidget(
            text(
                self.tr(
                    "Firsthand posts nothing. It saves the cleaned or covered copies under names "
                    "that say nothing, makes smaller what is too large there, and reads each file "
                    "again before it gets its name. Whoever knows the place or the people still "
                    "knows them in the picture."
                ),
                "soft",
            )
        )
        content.addWidget(self.problem)
        content.addLayout(self._ended)
        layout.ended(content, self.press)
        layout.fill(self, content)

    def begin(self, items: Sequence[str]) -> None:
        """Start over with these items."""
        self._items = tuple(items)
        self.problem.clear()
        layout.clear(self._ended)
        number = phrases.count(len(self._items))
        self._what.setText(self.tr("Photos and videos to be saved: {number}").format(number=number))
        self.press.setEnabled(bool(self._items))

    def _show_platform(self) -> None:
        chosen = platform(str(self.platform.currentData()))
        photo = self.tr("no photos") if chosen.photo is None else _figures(chosen.photo)
        self._takes.setText(
            self.tr("What fits there. Photos: {photo}. Videos: {video}.").format(
                photo=photo, video=_figures(chosen.video)
            )
        )
        self._keeps.setText(words.platform_keeps(chosen))
        said = self.tr("As read in {month}: {source}").format(
            month=_apart(READ), source=_apart(chosen.source)
        )
        unread = self.tr("No page with these figures was found: they are what is generally known.")
        self._source.setText(said if chosen.source else unread)

    def ask_where(self) -> None:
        """Ask for the folder, and save."""
        folder = dialogs.folder(self, self.tr("Save the copies in"), Path.home())
        if folder is not None:
            self.save(folder)

    def save(self, folder: Path) -> None:
        """Save the copies in a folder."""
        vault, pool, items = self._session.vault, self._session.pool, self._items
        wanted = Wanted(platform(str(self.platform.currentData())), folder)

        def work(tick: Tick, tell: Tell) -> tuple[Posted, ...]:
            return posting.save(vault, pool, items, wanted, tick=tick, told=tell)

        self.problem.clear()
        layout.clear(self._ended)
        self.press.setEnabled(False)
        job = self._session.write(work)
        job.told.connect(self._on_told)
        job.succeeded.connect(lambda ended: self._on_saved(ended, folder))
        job.failed.connect(self.problem.say_error)
        job.cancelled.connect(
            lambda: self.problem.say("plain", self.tr("Stopped. What was saved is whole."))
        )
        job.ended.connect(lambda: self.press.setEnabled(True))
        self.working.emit(job, self.tr("Saving what is to be posted"))

    def _on_told(self, one: Posted) -> None:
        notice = Notice()
        self._ended.addWidget(notice)
        if one.error is not None:
            said = words.sentence(one.error)
            notice.say("warn", f"{one.item[:8]}: {said.what}", said.remedy)
            return
        how = (
            self.tr("made again, to fit") if one.smaller else self.tr("the very copy of the vault")
        )
        name = words.shown(one.path.name) if one.path else ""
        facts = phrases.together(name, phrases.size(one.size), how)
        still = " ".join(words.leaves(code) for code in one.leaves)
        notice.say("plain", facts, still)
        self._session.changed.emit(one.item)

    def _on_saved(self, ended: Sequence[Posted], folder: Path) -> None:
        saved = sum(one.error is None for one in ended)
        tone = "good" if saved == len(ended) else "warn"
        said = self.tr("Saved: {number} of {all}, in {folder}").format(
            number=phrases.count(saved),
            all=phrases.count(len(ended)),
            folder=words.shown(str(folder), 120),
        )
        self.problem.say(tone, said, self.tr("Nothing was sent."))


def _figures(bounds: Bounds) -> str:
    """Say what fits, in the locale's figures."""
    parts = [phrases.size(bounds.size), f"{phrases.count(bounds.side)} px"]
    if bounds.seconds:
        parts.append(phrases.duration(str(bounds.seconds)))
    return ", ".join(map(_apart, parts))


def _apart(figure: str) -> str:
    """Keep a figure in its own direction, whatever stands around it."""
    return f"\u2068{figure}\u2069"
