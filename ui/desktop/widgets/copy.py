"""The cleaned copy of an item: whether there is one, what was done, what it still shows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture.kinds import MediaKind
from capture.redact import film
from capture.redact.film import Answer
from capture.report import MetadataReport
from storage.records import Derivative
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import frame, text


class CopyPanel(QWidget):
    """Shows the state of the cleaned copy."""

    again = Signal()
    """Somebody wants it tried again."""
    cover = Signal()
    """Somebody wants the faces in it covered."""
    post = Signal()
    """Somebody wants to save it for posting."""
    edit = Signal()
    """Somebody wants to choose what is covered."""

    def __init__(self) -> None:
        super().__init__()
        self.state = Notice()
        self.retry = button(self.tr("Try to make one"), self.again.emit, icon_name="clean")
        self.faces = button(self.tr("Cover the faces"), self.cover.emit, icon_name="person")
        self.editor = button(self.tr("Cover faces and more…"), self.edit.emit, icon_name="brush")
        self.posting = button(self.tr("Save for posting…"), self.post.emit, icon_name="save")
        self._leaves = frame("card")
        self._lines = layout.column(1, 3)
        self._leaves.setLayout(self._lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(self.state)
        column.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.editor, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.faces, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.posting, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._leaves)

    def show_copy(
        self,
        report: MetadataReport | None,
        copies: Sequence[Derivative],
        *,
        recording: bool = False,
    ) -> None:
        """Show the latest copy, the one that bundles take, or that there is none.

        ``recording`` says that the original is of sound alone.
        """
        self._leaves.setVisible(bool(copies))
        self.posting.setVisible(bool(copies))
        covered = bool(copies) and covered_in(copies[-1]) is not None
        self.retry.setVisible(covered or not copies)
        wanted = self.tr("Make one without covers") if covered else self.tr("Try to make one")
        self.retry.setText(wanted)
        self.retry.setAccessibleName(wanted)
        self.retry.setEnabled(True)
        kind = MediaKind(copies[-1].kind) if copies else None
        self.faces.setVisible(kind is not None and not kind.is_video)
        self.faces.setEnabled(True)
        self.editor.setVisible(kind is not None)
        self._name_editor(film=kind is not None and kind.is_video, recording=recording)
        if not copies:
            self.state.say(
                "warn",
                self.tr("There is no cleaned copy of this."),
                self.tr("The original is sealed and unchanged. It is not put into bundles."),
            )
            return
        copy = copies[-1]
        removed = len(report.traces) if report is not None else 0
        self.state.say("good", self._headline(removed), self._how(copy))
        self._show_leaves(copy)

    def _name_editor(self, *, film: bool, recording: bool) -> None:
        said = self.tr("Cover faces and voices…") if film else self.tr("Cover faces and more…")
        if recording:
            said = self.tr("Cover voices…")
        self.editor.setText(said)
        self.editor.setAccessibleName(said)

    def _headline(self, removed: int) -> str:
        if not removed:
            return self.tr("Cleaned copy: nothing had to be removed that we know how to find.")
        return self.tr(
            "Cleaned copy: {number} things removed, nothing identifying left that we know how "
            "to find."
        ).format(number=phrases.count(removed))

    def _how(self, copy: Derivative) -> str:
        covered = covered_in(copy)
        if covered is not None:
            return self.tr(
                "Places covered: {number}. A face that was not found is not covered: look at the "
                "copy before it leaves."
            ).format(number=phrases.count(covered))
        if copy.lossless:
            return self.tr("What is seen and heard in it is exactly that of the original.")
        return self.tr("It was encoded again, so it is not exactly the original's picture.")

    def _show_leaves(self, copy: Derivative) -> None:
        layout.clear(self._lines)
        codes = leaves_of(copy)
        self._leaves.setVisible(bool(codes))
        self._lines.addWidget(text(self.tr("What the copy still shows"), "heading"))
        for code in codes:
            self._lines.addWidget(text(f"• {words.leaves(code)}"))


def covered_in(copy: Derivative) -> int | None:
    """Return how many places a copy has covered; None where it was not made to cover any."""
    for step in copy.steps:
        if step.name == "redact":
            if film.is_film(step.facts):
                tracks = film.from_json(step.facts).tracks
                return sum(track.answer is Answer.COVER for track in tracks)
            regions = step.facts.get("regions")
            return len(regions) if isinstance(regions, tuple | list) else 0
    return None


def leaves_of(copy: Derivative) -> tuple[str, ...]:
    """Return the codes of what a copy honestly still shows, from its recorded steps."""
    found: list[str] = []
    for step in copy.steps:
        listed = step.facts.get("leaves")
        if isinstance(listed, tuple | list):
            found += [code for code in listed if isinstance(code, str)]
    return tuple(dict.fromkeys(found))
