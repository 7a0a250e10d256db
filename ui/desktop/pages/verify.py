"""Verifying a received bundle: no vault, no network, a plain verdict."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from storage.bundle import disclosure
from storage.bundle.disclosure import Disclosed
from storage.bundle.verdict import Check, NotWhole, Verdict
from storage.bundle.verify import verify_path
from storage.errors import WrongIdentity
from ui import words
from ui.desktop import dialogs, phrases, theme
from ui.desktop.jobs import Job, Tell, Tick
from ui.desktop.keyfile import read_key_file
from ui.desktop.lanes import Lanes
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.drop import DropZone
from ui.desktop.widgets.icons import icon
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.proofs import ProofsBox
from ui.desktop.widgets.strip import Strip
from ui.desktop.widgets.text import frame, label_for, one_line, rule, text
from ui.words.shownlog import log_lines

_KEY_LINES = 3
_JSON = b'{"'


class VerifyPage(QWidget):
    """Takes a bundle, gives a verdict."""

    back = Signal()

    def __init__(self, lanes: Lanes) -> None:
        super().__init__()
        self._lanes = lanes
        self._path: Path | None = None
        self._job: Job | None = None
        self.zone = DropZone()
        self.zone.dropped.connect(lambda paths: self.check(paths[0]))
        self.verdict = Notice()
        self.identity = QPlainTextEdit()
        self.identity.setTabChangesFocus(True)
        self.identity.setPlaceholderText("AGE-SECRET-KEY-1…")
        lines = self.identity.fontMetrics().lineSpacing() * _KEY_LINES
        self.identity.setFixedHeight(lines + theme.space(4))
        self._key = self._key_part()
        self.expected = QLineEdit()
        self.expected.setPlaceholderText("SHA256:…")
        self.expected.returnPressed.connect(self._again)
        self._signer = self._signer_part()
        self.strip = Strip()
        self.proofs = ProofsBox(lanes, self.strip)
        self._details = layout.column(1.5, 3)
        self._box = frame("card")
        self._box.setLayout(self._details)
        self._box.hide()
        self.back_button = button(
            "", self.back.emit, "quiet", "back", self.tr("Back to the beginning")
        )
        self._lay_out()

    def _lay_out(self) -> None:
        content = layout.column(3)
        layout.topped(content, self.back_button, one_line(self.tr("Verify a bundle"), "title"))
        self._fill_zone()
        content.addWidget(self.zone)
        content.addWidget(self._signer)
        content.addWidget(self._key)
        content.addWidget(self.verdict)
        content.addWidget(self._box)
        content.addWidget(self.proofs)
        content.addStretch(1)
        layout.fill(self, content, self.strip)

    def _fill_zone(self) -> None:
        for words_, role in (
            (self.tr("Drop a bundle here"), "heading"),
            (
                self.tr(
                    "It is read on this computer alone: whether it is whole, and unchanged since "
                    "it was signed. Nothing is unpacked, and nothing is sent."
                ),
                "soft",
            ),
        ):
            label = text(words_, role)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.zone.column.addWidget(label)
        buttons = layout.row()
        buttons.addStretch(1)
        self.choose = button(self.tr("Choose a bundle…"), self._ask, "primary", "file")
        buttons.addWidget(self.choose)
        buttons.addStretch(1)
        self.zone.column.addLayout(buttons)

    def _key_part(self) -> QWidget:
        box = frame("card")
        lines = layout.column(1.5, 3)
        lines.addWidget(
            label_for(self.tr("Your &key, or the passphrase, for a sealed bundle"), self.identity)
        )
        lines.addWidget(self.identity)
        buttons = layout.row()
        buttons.addWidget(button(self.tr("Take it from a file…"), self._ask_key, icon_name="key"))
        buttons.addStretch(1)
        buttons.addWidget(button(self.tr("Open with this key"), self._again, "primary"))
        lines.addLayout(buttons)
        box.setLayout(lines)
        box.hide()
        return box

    def _signer_part(self) -> QWidget:
        line = layout.row(2)
        said = self.tr("Key that it has to be &signed with, if you know it")
        line.addWidget(label_for(said, self.expected))
        line.addWidget(self.expected, 1)
        line.addWidget(button(self.tr("Compare"), self._again))
        return layout.holding(line)

    def check(self, path: Path) -> None:
        """Verify the bundle at this path: a file, or the folder it was unpacked into.

        What was still being verified before is given up: a verdict is always that of the last one.
        """
        if self._job is not None:
            self._job.cancel()
        self._path = path
        self.verdict.clear()
        self.proofs.forget()
        self._box.hide()
        identity = self.identity.toPlainText().strip() or None
        signer = self.expected.text().strip() or None

        def work(tick: Tick, _tell: Tell) -> Verdict | Disclosed:
            return _checked(path, identity, tick, signer)

        self._job = job = self._lanes.run(self._lanes.looking, work)
        job.succeeded.connect(lambda found: self._on_checked(job, path, identity, found))
        job.failed.connect(lambda error: self._on_failed(job, error))
        job.cancelled.connect(lambda: self._on_cancelled(job))
        job.ended.connect(lambda: self._on_ended(job))
        self.strip.watch(job, self.tr("Reading the bundle"))

    def _on_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None

    def _on_cancelled(self, job: Job) -> None:
        if job is self._job:
            self.verdict.say("plain", self.tr("Stopped."))

    def _again(self) -> None:
        if self._path is not None:
            self.check(self._path)

    def _ask(self) -> None:
        chosen = dialogs.files(self, self.tr("Choose a bundle"), Path.home())
        if chosen:
            self.check(chosen[0])

    def _ask_key(self) -> None:
        chosen = dialogs.files(self, self.tr("Choose your key file"), Path.home())
        if not chosen:
            return
        try:
            untrusted = read_key_file(chosen[0])
        except OSError as error:
            self.verdict.say_error(error)
            return
        self.identity.setPlainText(untrusted)
        self._again()

    def _on_checked(
        self, job: Job, path: Path, identity: str | None, found: Verdict | Disclosed
    ) -> None:
        if job is not self._job:
            return  # it is of the bundle before this one
        if isinstance(found, Disclosed):
            self._show_log(found)
        else:
            self._on_whole(path, identity, found)

    def _show_log(self, log: Disclosed) -> None:
        """Show the custody log of one item, which is checked like a bundle."""
        self.verdict.say(
            "good",
            self.tr("This custody log holds: nothing in it was changed since it was signed."),
            self.tr(
                "The times are those of the sender's own clock, and it does not show that nothing "
                "was left out."
            ),
        )
        layout.clear(self._details)
        self._details.addWidget(text("\n".join(log_lines(log)), "body", select=True))
        self._box.show()

    def _on_whole(self, path: Path, identity: str | None, verdict: Verdict) -> None:
        self._key.hide()
        self.identity.clear()
        self.verdict.say(
            "good",
            self.tr("This bundle is whole, and unchanged since it was signed."),
            self.tr("It is signed with the key that you gave.")
            if _was_compared(verdict)
            else self.tr(
                "Whether you can believe it depends on who signed it: compare the key below with "
                "one that you got from the sender by another way."
            ),
        )
        layout.clear(self._details)
        manifest = verdict.manifest
        facts = QFormLayout()
        facts.setHorizontalSpacing(theme.space(4))
        facts.setVerticalSpacing(theme.space(1))
        for name, value in (
            (self.tr("Signed with the key"), verdict.fingerprint),
            (self.tr("Photos and videos"), phrases.count(len(manifest.items))),
            (self.tr("Size"), phrases.size(verdict.size)),
            (self.tr("Wrapping"), self._wrapping(verdict.wrapping)),
            *self._stamp(verdict),
        ):
            facts.addRow(one_line(name, "soft"), text(value, "body", select=True))
        self._details.addWidget(layout.holding(facts))
        self._details.addWidget(rule())
        self._show_checks(verdict.checks)
        self.proofs.begin(path, identity, verdict)

    def _stamp(self, verdict: Verdict) -> tuple[tuple[str, str], ...]:
        """Say what the time stamp states, where there is one; it is a claim until it is checked."""
        if verdict.stamp is None:
            return ()
        when = phrases.when(verdict.stamp.at)
        said = self.tr("{when}, as it states; it can be checked below").format(when=when)
        return ((self.tr("Time stamp"), said),)

    def _on_failed(self, job: Job, error: BaseException) -> None:
        if job is not self._job:
            return
        if isinstance(error, WrongIdentity) and "openpgp" not in str(error.facts.get("reason")):
            self._key.show()
            self.identity.setFocus()
            missing = error.facts.get("reason") == "missing"
            said = words.sentence(error)
            self.verdict.say("plain" if missing else "danger", said.what, said.remedy)
            return
        self.verdict.say_error(error)
        if isinstance(error, NotWhole):
            layout.clear(self._details)
            self._show_checks(error.checks)

    def _show_checks(self, checks: tuple[Check, ...]) -> None:
        for check in checks:
            self._details.addWidget(_check_line(check))
        self._box.show()

    def _wrapping(self, wrapping: str) -> str:
        return {
            "sealed": self.tr("sealed: only the key opens it"),
            "plain": self.tr("plain: anybody can open it"),
        }.get(wrapping, self.tr("an unpacked folder"))


def _was_compared(verdict: Verdict) -> bool:
    """Whether the key was held against one that was given; another one is no whole bundle."""
    return any(check.code == "signer" for check in verdict.checks)


def _checked(
    path: Path, identity: str | None, tick: Tick, signer: str | None
) -> Verdict | Disclosed:
    """Check a bundle, or the custody log of one item: JSON, which no bundle begins with."""
    if path.is_file():
        with path.open("rb") as stream:
            untrusted = stream.read(len(_JSON))
            if untrusted == _JSON:
                return disclosure.check(untrusted + stream.read(disclosure.MAX_FILE + 1))
    return verify_path(path, identity, tick, signer)


def _check_line(check: Check) -> QWidget:
    mark = QLabel()
    side = theme.space(4.5)
    name = "good" if check.passed else "bad"
    mark.setPixmap(icon(name, "good" if check.passed else "danger").pixmap(QSize(side, side)))
    said = words.check_name(check.code)
    if check.part is not None:
        said += f": {words.shown(check.part, 120)}"
    holds = QCoreApplication.translate("VerifyPage", "holds")
    fails = QCoreApplication.translate("VerifyPage", "does not hold")
    mark.setAccessibleName(holds if check.passed else fails)
    line = layout.row(1.5)
    line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(text(said, "body" if check.passed else "danger"), 1)
    return layout.holding(line)
