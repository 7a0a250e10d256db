"""What else can be checked of a bundle that is whole: an opening, its original, a time stamp."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storage import stamps
from storage.bundle.excerpt import part_of
from storage.bundle.opening import MAX_OPENING, Opened, check_opening, check_original
from storage.bundle.stamping import MAX_FILE, read_file
from storage.bundle.verdict import StampClaim, Verdict
from storage.errors import StorageError
from ui import words
from ui.desktop import dialogs, phrases, theme
from ui.desktop.jobs import Tell, Tick
from ui.desktop.lanes import Lanes
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.strip import Strip
from ui.words.copies import said_of_copy

if TYPE_CHECKING:
    from capture.repeating import Outcome

_GOOD = frozenset(("same", "measured", "outside", "steps"))
_BAD = frozenset(("unlike", "unlike-steps"))


class ProofsBox(QWidget):
    """Offers the checks that need another file; hidden while there is no bundle to check it by."""

    def __init__(self, lanes: Lanes, strip: Strip) -> None:
        super().__init__()
        self._lanes, self._strip = lanes, strip
        self._path = Path()
        self._identity: str | None = None
        self._verdict: Verdict | None = None
        self._opening: Opened | None = None
        self._claim: StampClaim | None = None
        self.opened, self.compared, self.stamped = Notice(), Notice(), Notice()
        self.open_ = button(self.tr("Check an opening…"), self._ask_opening, icon_name="key")
        self.compare_ = button(
            self.tr("Compare with the original…"), self._ask_original, icon_name="file"
        )
        self.stamp_ = button(
            self.tr("Check a time stamp that came later…"), self._ask_stamp, icon_name="file"
        )
        self.trust_ = button(
            self.tr("Check the time stamp by the authority's certificates…"),
            self._ask_authority,
            icon_name="verify",
        )
        self._lay_out()
        self.forget()

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.space(2))
        for press, notice in (
            (self.open_, self.opened),
            (self.compare_, self.compared),
            (self.stamp_, None),
            (self.trust_, self.stamped),
        ):
            line = layout.row()
            line.addWidget(press, 0, Qt.AlignmentFlag.AlignLeading)
            lines.addLayout(line)
            if notice is not None:
                lines.addWidget(notice)

    def forget(self) -> None:
        """Know of no bundle."""
        self._verdict = self._opening = self._claim = self._identity = None
        for notice in (self.opened, self.compared, self.stamped):
            notice.clear()
        self.hide()

    def begin(self, path: Path, identity: str | None, verdict: Verdict) -> None:
        """Offer the checks for a bundle that was found whole."""
        self.forget()
        self._path, self._identity, self._verdict = path, identity, verdict
        self._claim = verdict.stamp
        self.compare_.hide()
        self.trust_.setVisible(self._claim is not None)
        self.show()

    def _ask_opening(self) -> None:
        chosen = dialogs.files(self, self.tr("Choose the opening"), Path.home())
        if chosen:
            self.check_opening(chosen[0])

    def check_opening(self, path: Path) -> None:
        """Check what the sender revealed about one item of the bundle that was verified."""
        if self._verdict is None:
            return
        self._opening = None
        self.compared.clear()
        self.compare_.hide()
        try:
            with path.open("rb") as stream:
                shown = check_opening(stream.read(MAX_OPENING + 1), self._verdict.manifest)
        except (StorageError, OSError) as error:
            self.opened.say_error(error)
            return
        self._opening = shown
        self.compare_.show()
        self.opened.say(
            "good",
            self.tr("The opening holds for {item}.").format(item=shown.item.path),
            self.tr(
                "Whoever signed this bundle held an original of {size} with the SHA-256 {digest} "
                "then. When and where it was recorded, it does not say."
            ).format(
                size=phrases.size(shown.original_size),
                digest=phrases.grouped(shown.original_sha256),
            ),
        )

    def _ask_original(self) -> None:
        chosen = dialogs.files(self, self.tr("Choose the original"), Path.home())
        if chosen:
            self.compare(chosen[0])

    def compare(self, path: Path) -> None:
        """Check that a file is the opened original, and how the copy comes of it."""
        opening, bundle, identity = self._opening, self._path, self._identity
        if opening is None:
            return
        self.compared.clear()
        self.compare_.setEnabled(False)

        def work(tick: Tick, _tell: Tell) -> "Outcome":
            from capture.isolate import MediaPool  # what this needs is too much for a first window
            from capture.repeating import repeat

            with path.open("rb") as original, MediaPool(workers=1) as pool:
                check_original(opening, original, tick)
                original.seek(0)
                return repeat(
                    pool,
                    opening,
                    original,
                    lambda: part_of(bundle, opening.item.path, identity, tick),
                    tick,
                )

        job = self._lanes.run(self._lanes.surveying, work)
        job.succeeded.connect(lambda outcome: self._on_compared(opening, outcome))
        job.failed.connect(lambda error: self._on_not_compared(opening, error))
        job.cancelled.connect(lambda: self._on_not_compared(opening, None))
        job.ended.connect(lambda: self.compare_.setEnabled(True))
        self._strip.watch(job, self.tr("Comparing the original and the copy"))

    def _on_not_compared(self, opening: Opened, error: BaseException | None) -> None:
        if opening is not self._opening:
            return  # it is of the bundle or the opening before this one
        if error is None:
            self.compared.say("plain", self.tr("Stopped."))
        else:
            self.compared.say_error(error)

    def _on_compared(self, opening: Opened, outcome: "Outcome") -> None:
        if opening is not self._opening:
            return
        code = outcome.shown.value
        measure = None if outcome.measure is None else asdict(outcome.measure)
        first, *figures = said_of_copy(code, measure)
        tone = "good" if code in _GOOD else "danger" if code in _BAD else "plain"
        self.compared.say(
            tone, self.tr("This is the original that was signed."), " ".join((first, *figures))
        )

    def _ask_stamp(self) -> None:
        chosen = dialogs.files(self, self.tr("Choose the time stamp"), Path.home())
        if chosen:
            self.check_stamp(chosen[0])

    def check_stamp(self, path: Path) -> None:
        """Read a time stamp that was made after the bundle."""
        if self._verdict is None:
            return
        try:
            with path.open("rb") as stream:
                self._claim = read_file(stream.read(MAX_FILE + 1), self._verdict.manifest)
        except (StorageError, OSError) as error:
            self.stamped.say_error(error)
            return
        self.trust_.show()
        self.stamped.say(
            "plain",
            self.tr("It is about this bundle, and states {when}.").format(
                when=phrases.when(self._claim.at)
            ),
            self.tr("Whether that is so is not checked before you give the authority's own "
                    "certificates, which you got from it and not from the sender."),
        )  # fmt: skip

    def _ask_authority(self) -> None:
        chosen = dialogs.files(self, self.tr("Choose the authority's certificates"), Path.home())
        if chosen:
            self.check_authority(chosen[0])

    def check_authority(self, path: Path) -> None:
        """Check the time stamp by certificates that somebody trusts."""
        if self._claim is None:
            return
        try:
            with path.open("rb") as stream:
                trusted = stream.read(stamps.MAX_AUTHORITY + 1)
            confirmed = stamps.confirm(self._claim.response, self._claim.data, trusted)
        except (StorageError, OSError) as error:
            self.stamped.say_error(error)
            return
        self.stamped.say(
            "good",
            self.tr("It was there at {when}: the authority that you trust has stamped it then.")
            .format(when=phrases.when(confirmed.at)),
            words.shown(confirmed.authority),
        )  # fmt: skip
