"""How Tor is come by: one that runs, one that is started, by bridges."""

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QPlainTextEdit

from storage.outlets import network
from storage.outlets.network import Found, Network
from storage.outlets.transport.bridges import read_bridges
from ui import words
from ui.desktop import phrases, theme
from ui.desktop.jobs import Tell, Tick
from ui.desktop.session import Session
from ui.desktop.widgets import layout
from ui.desktop.widgets.buttons import button
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import label_for, text
from ui.desktop.widgets.tickbox import TickBox

_LINES = 4


@dataclass(frozen=True, slots=True)
class Standing:
    """What was chosen, and what was found for it."""

    chosen: Network
    found: Found


class NetworkBox(QFrame):
    """Shows and changes what is kept of it in the vault; nothing is sent by that."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._session = session
        self._here = text("", "body")
        self.start = TickBox(self.tr("Start Tor where none runs"))
        self.bridges = QPlainTextEdit()
        self.bridges.setTabChangesFocus(True)
        self.bridges.setPlaceholderText("obfs4 192.0.2.3:443 …")
        height = self.bridges.fontMetrics().lineSpacing() * _LINES + theme.space(4)
        self.bridges.setFixedHeight(height)
        self.notice = Notice()
        self.keep = button(self.tr("Keep this"), self.choose, icon_name="check")
        self.test = button(self.tr("Try Tor now"), self.try_it, "quiet", "good")
        self._lay_out()

    def _lay_out(self) -> None:
        column = layout.column(1.5, 3)
        column.addWidget(text(self.tr("How Tor is come by"), "heading"))
        column.addWidget(self._here)
        column.addWidget(self.start)
        column.addWidget(label_for(self.tr("Bridges, one a line"), self.bridges))
        column.addWidget(self.bridges)
        column.addWidget(
            text(
                self.tr(
                    "Bridges hide from your network that you use Tor, as far as that can be done. "
                    "You get them from bridges.torproject.org, or from somebody you trust. With "
                    "them Firsthand starts a Tor of its own, and uses no other."
                ),
                "soft",
            )
        )
        column.addWidget(self.notice)
        layout.in_a_row(column, self.keep, self.test)
        self.setLayout(column)

    def load(self) -> None:
        """Read what was chosen, and look what there is on this computer."""
        vault = self._session.vault

        def work(tick: Tick, _tell: Tell) -> Standing:
            chosen = network.chosen(vault)
            return Standing(chosen, network.look(chosen, tick))

        job = self._session.send(work)
        job.succeeded.connect(self._on_loaded)
        job.failed.connect(self.notice.say_error)

    def _on_loaded(self, standing: Standing) -> None:
        if not self.bridges.document().isModified():  # somebody is typing them just now
            self.start.setChecked(standing.chosen.start)
            self.bridges.setPlainText("\n".join(standing.chosen.bridges))
        self._here.setText("\n".join(self._lines(standing)))

    def _lines(self, standing: Standing) -> list[str]:
        found = standing.found
        lines = [
            self.tr("A Tor runs on this computer.")
            if found.running
            else self.tr("No Tor runs on this computer.")
        ]
        if found.program:
            lines.append(self.tr("Firsthand can start one."))
        elif not found.running:
            lines.append(self.tr("There is none to start either: install the package tor."))
        for name in found.missing:
            said = self.tr("The bridges need the package {name}, which is not here.")
            lines.append(said.format(name=words.shown(name)))
        return lines

    def choose(self) -> None:
        """Keep what is chosen."""
        vault, typed, start = (
            self._session.vault,
            self.bridges.toPlainText(),
            self.start.isChecked(),
        )

        def work(tick: Tick, _tell: Tell) -> Standing:
            bridges = read_bridges(typed) if typed.strip() else ()
            network.choose(vault, Network(start or bool(bridges), bridges))
            chosen = network.chosen(vault)
            return Standing(chosen, network.look(chosen, tick))

        self.notice.clear()
        job = self._session.send(work)
        job.succeeded.connect(self._on_kept)
        job.failed.connect(self.notice.say_error)

    def _on_kept(self, standing: Standing) -> None:
        self.bridges.document().setModified(False)
        self._on_loaded(standing)
        count = len(standing.chosen.bridges)
        said = self.tr("Kept. Bridges: {number}.").format(number=phrases.count(count))
        self.notice.say("good", said)

    def try_it(self) -> None:
        """Wait until Tor is ready, started if need be; nothing is sent to anybody."""
        from storage.outlets.transport import find_tor

        def work(tick: Tick, _tell: Tell) -> str:
            return str(find_tor(lambda: tick(0, 0)).text)

        self.test.setEnabled(False)
        self.notice.say("plain", self.tr("Waiting for Tor…"))
        job = self._session.send(work)
        job.succeeded.connect(lambda at: self.notice.say("good", self.tr("Tor is ready."), at))
        job.failed.connect(self.notice.say_error)
        job.ended.connect(lambda: self.test.setEnabled(True))

    def say_stage(self, stage: str, percent: int) -> None:
        """Say what the Tor that was started is at."""
        if not self.test.isEnabled():
            said = f"{stage} ({phrases.count(percent)} %)"
            self.notice.say("plain", said)
