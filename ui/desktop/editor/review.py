"""What was covered in many photos, the least sure first: a person looks, and opens what is wrong.

The strip fills while the work goes on. Nothing here says that a photo is fine;
it says what was covered, how sure the program was, and what it found again.
"""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from capture import derive
from capture.redact.plan import RedactionPlan
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.editor import batch
from ui.desktop.editor.batch import Reviewed
from ui.desktop.jobs import Job, Tell, Tick
from ui.desktop.models.library import LibraryModel
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.icons import icon
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.picture import to_image
from ui.desktop.widgets.text import text

_SIDE = 40
"""Longest side of a picture in the strip, in steps of the spacing scale."""
_LINES = 4


class ReviewPage(QWidget):
    """Covers many photos and shows what became of each."""

    back = Signal()
    opened = Signal(str, str)
    """The id and the name of a photo to look at in the editor."""
    working = Signal(object, str)
    """A Job and the words for it."""

    def __init__(self, session: Session, model: LibraryModel) -> None:
        super().__init__()
        self._session = session
        self._model = model
        self._places: list[Reviewed] = []
        self._under_way = 0
        self.title = text("", "title")
        self.said = Notice()
        self.list = self._make_list()
        self._lay_out()

    def _make_list(self) -> QListWidget:
        made = QListWidget()
        made.setViewMode(QListView.ViewMode.IconMode)
        made.setResizeMode(QListView.ResizeMode.Adjust)
        made.setMovement(QListView.Movement.Static)
        made.setWordWrap(True)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.setProperty("role", "framed")
        side = theme.space(_SIDE)
        made.setIconSize(QSize(side, side * 3 // 4))
        line = self.fontMetrics().lineSpacing()
        made.setGridSize(
            QSize(side + theme.space(6), side * 3 // 4 + line * _LINES + theme.space(4))
        )
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setAccessibleName(self.tr("Covered photos, the least sure first"))
        made.itemActivated.connect(self._open)
        return made

    def _lay_out(self) -> None:
        top = layout.row(2)
        top.addWidget(button("", self.back.emit, "quiet", "back", self.tr("Back to the library")))
        top.addWidget(self.title, 1)
        page = QVBoxLayout(self)
        layout.as_page(page, foot=5)
        page.addLayout(top)
        page.addWidget(self.said)
        page.addWidget(self.list, 1)

    def begin(self, items: Sequence[str], like: RedactionPlan | None = None) -> Job:
        """Cover what is found in these photos, and what the plan of another photo covers.

        What is told of those before them stays in the list while they are still under way.
        """
        if not self._under_way:
            self._places.clear()
            self.list.clear()
        self._under_way += 1
        self.title.setText(
            self.tr("Covering {number} photos").format(number=phrases.count(len(items)))
        )
        self.said.say("plain", self.tr("The least sure come first. Open any of them to mend it."))
        chosen = tuple(items)

        def work(tick: Tick, tell: Tell) -> tuple[Reviewed, ...]:
            return batch.cover_each(self._session, chosen, like, tick, tell)

        job = self._session.write(work)
        job.told.connect(self._on_told)
        job.succeeded.connect(lambda _done: self._on_done())
        job.cancelled.connect(self._on_stopped)
        job.failed.connect(self.said.say_error)
        job.ended.connect(self._on_ended)
        self.working.emit(job, self.tr("Looking for faces and covering them"))
        return job

    def look_again(self, item: str) -> None:
        """Show the newest copy of a photo that was just mended by hand."""
        for row, one in enumerate(self._places):
            if one.item == item:
                copies = self._session.vault.derivatives(item)
                if copies:
                    self._ask_picture(self.list.item(row), copies[-1].id)

    def _on_told(self, one: Reviewed) -> None:
        row = bisect_left(self._places, one.worst_first, key=lambda other: other.worst_first)
        self._places.insert(row, one)
        made = QListWidgetItem(self._words(one))
        made.setData(Qt.ItemDataRole.UserRole, one.item)
        made.setToolTip(self._words(one))
        made.setIcon(icon("warn", "danger") if one.error else icon("picture", "soft"))
        self.list.insertItem(row, made)
        if one.error is None:
            self._ask_picture(made, one.copy or one.item)
        self._session.changed.emit(one.item)

    def _ask_picture(self, row: QListWidgetItem, blob: str) -> None:
        side = round(theme.space(_SIDE) * self.devicePixelRatioF())

        def work(_tick: Tick, _tell: Tell) -> QImage:
            return to_image(derive.preview(self._session.vault, self._session.pool, blob, side))

        item = row.data(Qt.ItemDataRole.UserRole)
        job = self._session.look(work)
        job.succeeded.connect(lambda image: self._on_picture(item, image))

    def _on_picture(self, item: str, image: QImage) -> None:
        for row, one in enumerate(self._places):
            if one.item == item:
                pixmap = QPixmap.fromImage(image)
                shown = QIcon(pixmap)
                shown.addPixmap(pixmap, QIcon.Mode.Selected)  # Qt would tint the picture
                self.list.item(row).setIcon(shown)

    def _on_ended(self) -> None:
        self._under_way -= 1

    def _on_done(self) -> None:
        """Say what became of all in the list, once nothing more comes into it."""
        if self._under_way > 1:
            return
        done = self._places
        doubtful = sum(one.doubtful or not one.covered for one in done)
        self.title.setText(
            self.tr("Covered: {done} of {all} photos").format(
                done=phrases.count(sum(one.copy is not None for one in done)),
                all=phrases.count(len(done)),
            )
        )
        self.said.say(
            "warn" if doubtful else "plain",
            self.tr("Look at these first: {number}.").format(number=phrases.count(doubtful))
            if doubtful
            else self.tr("Nothing stood out."),
            self.tr(
                "A face that no program finds is not covered. Look at each photo before it leaves."
            ),
        )
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _on_stopped(self) -> None:
        self.said.say(
            "plain",
            self.tr("Stopped."),
            self.tr("The photos shown here are done; the others are as they were."),
        )

    def _open(self, row: QListWidgetItem) -> None:
        item = row.data(Qt.ItemDataRole.UserRole)
        self.opened.emit(item, self._name(item))

    def _name(self, item: str) -> str:
        return words.shown(self._model.original(item).provenance.name)

    def _words(self, one: Reviewed) -> str:
        if one.error is not None:
            said = words.sentence(one.error).what
        elif one.again:
            said = self.tr("Still found in the copy: {number}").format(
                number=phrases.count(one.again)
            )
        elif not one.covered:
            said = self.tr("Nothing was found: look yourself")
        else:
            said = self.tr("Covered: {number}, least sure {share}%").format(
                number=phrases.count(one.covered), share=phrases.count(one.least // 10)
            )
        return f"{self._name(one.item)}\n{said}"
