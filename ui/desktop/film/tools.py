"""The tools over the timeline: what is done to the marked stretch, and to the chosen track.

Each is a button with a name and a key, so that the mouse is never needed.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from capture.redact.film import Voice
from ui.desktop import theme
from ui.desktop.editor.keys import Key, press
from ui.desktop.film import names
from ui.desktop.film.acts import FilmActs
from ui.desktop.film.draft import FilmDraft
from ui.desktop.film.timeline import Timeline
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.text import one_line

Done = Callable[[], object]


class Tools(QWidget):
    """The tools of one page's acts."""

    def __init__(self, acts: FilmActs, timeline: Timeline) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._keys: list[Key] = []
        self.all: list[QPushButton] = []
        self.stretch = one_line("", "small")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._add("mark-from", self.tr("Mark from here"), "[", acts.mark_from)
        self._row.addWidget(self.stretch)
        self._add("mark-to", self.tr("Mark up to here"), "]", acts.mark_to)
        self._gap()
        self._add("blank", self.tr("Cover the whole picture there"), "Ctrl+B", acts.blank)
        self.of_picture = self.all[-1:]
        self._add("cut", self.tr("Leave it out, with its sound"), "Ctrl+X", acts.cut)
        self._add("silent", self.tr("Silence there"), "Ctrl+M", partial(acts.hear, Voice.MUTE))
        self._add("tone", self.tr("A tone there"), "Ctrl+T", partial(acts.hear, Voice.TONE))
        self._add("mask", self.tr("Disguise the voices there"), "Ctrl+D",
                  partial(acts.hear, Voice.DISGUISE))  # fmt: skip
        self._add("undo", self.tr("Picture and sound there as they were"), "Ctrl+R", acts.restore)
        self._gap()
        self.of_track: list[QPushButton] = []
        before = len(self.all)
        self._add("begin", self.tr("The track begins here"), "I", acts.begin_here)
        self._add("end", self.tr("The track ends here"), "O", acts.end_here)
        self._add("extend", self.tr("The track reaches from cut to cut"), "X", acts.extend)
        self._add("split", self.tr("Split the track here"), "D", acts.split)
        self._add("join", self.tr("Join it with the next one"), "G", acts.join)
        self._add("erase-key", self.tr("Take the key here away"), "Z", acts.drop_key)
        self.of_track = self.all[before:]
        self._row.addStretch(1)
        self._add("zoom-out", self.tr("More of the time"), "Ctrl+-", timeline.further)
        self._add("zoom-in", self.tr("Less of the time"), "Ctrl++", timeline.closer)

    def _add(self, mark: str, words: str, key: str, done: Done) -> None:
        made = button("", done, "quiet", mark, f"{words} ({key})")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.all.append(made)
        self._row.addWidget(made)
        self._keys.append((key, partial(press, made)))

    def _gap(self) -> None:
        self._row.addSpacing(theme.space(3))

    def add_follow(self, done: Done) -> None:
        """Offer to follow what the chosen track covers."""
        self._add("follow", self.tr("Follow what is covered here"), "F", done)
        self.of_track.append(self.all[-1])
        made = self.all[-1]
        self._row.removeWidget(made)
        self._row.insertWidget(self._row.indexOf(self.of_track[0]), made)

    def keys(self) -> tuple[Key, ...]:
        """Return the keys of the tools; each does something only while its tool can be pressed."""
        return tuple(self._keys)

    def show_draft(self, draft: FilmDraft) -> None:
        """Show what is marked, and offer what can be done."""
        span = draft.range
        said = self.tr("all of it") if span is None else names.between(span.begins, span.ends)
        self.stretch.setText(f" {said} ")
        for one in self.of_track:
            one.setEnabled(draft.chosen is not None)
