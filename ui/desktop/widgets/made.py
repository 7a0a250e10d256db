"""A bundle that was made: what it is, what was done, and how its recipient verifies it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture.audit import BundleChoices, BundleMade
from storage.bundle.sealing import are_openpgp
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.flow import Flow
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import frame, text


class MadePanel(QWidget):
    """Shows the result, and where to go from it."""

    again = Signal()
    verify = Signal(object)
    back = Signal()
    send = Signal(object)
    """The path of the bundle, which is to be sent to an outlet."""

    def __init__(self) -> None:
        super().__init__()
        self._path = Path()
        self.notice = Notice()
        self._done = text("", "body", select=True)
        self._how = text("", "body", select=True)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(self.notice)
        for title, body in (
            (self.tr("What was done"), self._done),
            (self.tr("How the recipient checks it"), self._how),
        ):
            box = frame("card")
            lines = layout.column(1.5, 3)
            lines.addWidget(text(title, "heading"))
            lines.addWidget(body)
            box.setLayout(lines)
            column.addWidget(box)
        buttons = Flow()
        buttons.addWidget(button(self.tr("Back to the library"), self.back.emit, "primary"))
        buttons.addWidget(button(self.tr("Verify it now"), self._verify, icon_name="verify"))
        send = button(self.tr("Send it to an outlet…"), self._send, icon_name="send")
        buttons.addWidget(send)
        buttons.addWidget(button(self.tr("Make another of these"), self.again.emit))
        column.addLayout(buttons)

    def show_made(self, made: BundleMade, choices: BundleChoices) -> None:
        """Show one result."""
        self._path = made.path
        name = words.shown(made.path.name)
        self.notice.say(
            "good",
            self.tr("The bundle is written: {name}").format(name=name),
            self.tr("{size}, {number} photos and videos, in {folder}").format(
                size=phrases.size(made.size),
                number=phrases.count(made.items),
                folder=words.shown(str(made.path.parent)),
            ),
        )
        self._done.setText("\n".join(f"• {line}" for line in self._lines(made, choices)))
        self._how.setText(self._commands(made, choices))

    def _lines(self, made: BundleMade, choices: BundleChoices) -> list[str]:
        lines = [
            self.tr("Only cleaned copies went in, under neutral names and dates."),
            self.tr(
                "Every byte was read again before it was written: nothing that should not "
                "leave was found."
            ),
            self.tr("It is signed with a key that is used for this bundle alone."),
        ]
        if made.sealed:
            lines.append(
                self.tr("It is sealed: it opens with the passphrase alone.")
                if choices.passphrase
                else self.tr(
                    "It is sealed: it opens with one of {number} keys, and with no other."
                ).format(number=phrases.count(len(choices.recipients)))
            )
        else:
            lines.append(self.tr("It is not sealed: whoever gets it can look into it."))
        if choices.with_originals:
            lines.append(
                self.tr("The untouched originals are in it too, with everything they give away.")
            )
        if made.volumes:
            lines.append(
                self.tr("It is in {number} parts. Send all of them, with their names.").format(
                    number=phrases.count(made.volumes)
                )
            )
        if made.stamped_at is not None:
            lines.append(
                self.tr("A time stamp in it says that it was there at {when}.").format(
                    when=phrases.when(made.stamped_at)
                )
            )
        return lines

    def _commands(self, made: BundleMade, choices: BundleChoices) -> str:
        name = "bundle.zip"
        first = _opening_commands(made, choices, name)
        said = self.tr(
            "With Firsthand: “Verify a bundle”. Without it, with tools that most systems have; "
            "VERIFY.txt inside has all the commands:"
        )
        commands = [*first, f"unzip {name}", "sha256sum -c manifest-sha256.txt"]
        return "\n".join([said, *(f"    {command}" for command in commands)])

    def _send(self) -> None:
        self.send.emit(self._path)

    def _verify(self) -> None:
        self.verify.emit(self._path)


def _opening_commands(made: BundleMade, choices: BundleChoices, name: str) -> list[str]:
    """Give the commands that join the parts of a bundle and open its seal."""
    sealed = made.path.stem if made.volumes else made.path.name
    joined = [f"cat {sealed}.* > {sealed}"] if made.volumes else []
    if choices.passphrase:
        return [*joined, f"age -d -o {name} {sealed}"]
    if are_openpgp(choices.recipients):
        return [*joined, f"gpg -o {name} -d {sealed}"]
    return [*joined, f"age -d -i key.txt -o {name} {sealed}"] if made.sealed else joined
