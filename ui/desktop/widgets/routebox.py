"""The way to one outlet: Tor, a proxy, or directly, which has to be meant."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from storage.errors import BadAddress
from storage.outlets.address import DIRECT, TOR, Route, Way, read_route
from ui.desktop import theme
from ui.desktop.widgets.buttons import Segments, button
from ui.desktop.widgets.notice import Notice
from ui.desktop.widgets.text import one_line, text
from ui.desktop.widgets.tickbox import TickBox

_KEYS = {Way.TOR: "tor", Way.SOCKS: "proxy", Way.HTTP: "proxy", Way.DIRECT: "direct"}


class RouteBox(QWidget):
    """Chooses a route; it speaks only when the button is pressed."""

    chosen = Signal(object)

    def __init__(self, route: Route = TOR, *, press: bool = True) -> None:
        """With ``press`` it has a button of its own, else ``route`` is read from outside."""
        super().__init__()
        self.way = Segments(
            self.tr("The way there"),
            (
                ("tor", self.tr("Tor")),
                ("proxy", self.tr("A proxy")),
                ("direct", self.tr("Directly")),
            ),
        )
        self.proxy = QLineEdit()
        self.proxy.setPlaceholderText("socks5h://127.0.0.1:1080")
        self.proxy.setAccessibleName(self.tr("Address of the proxy, in numbers"))
        self.meant = TickBox(self.tr("My network may see whom I write to"))
        self.problem = Notice()
        self.told = text("", "soft")
        self.press = button(self.tr("Use this way"), self._choose)
        self.press.setVisible(press)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.space(1.5))
        lines.addWidget(one_line(self.tr("How it is reached"), "label"))
        for one in (self.way, self.proxy, self.meant, self.told, self.problem):
            lines.addWidget(one)
        if press:
            lines.addWidget(self.press)
        self.way.show_chosen(_KEYS[route.way])
        if _KEYS[route.way] == "proxy":
            self.proxy.setText(route.text)
        self.way.chosen.connect(self._on_way)
        self._on_way()

    def route(self) -> Route | None:
        """Return the way that is chosen; None, with the problem said, where it is none yet."""
        self.problem.clear()
        if self.way.value == "tor":
            return TOR
        if self.way.value == "direct":
            if self.meant.isChecked():
                return DIRECT
            self.problem.say("warn", self.tr("Say first that your network may see it."))
            return None
        try:
            return read_route(self.proxy.text())
        except BadAddress as error:
            self.problem.say_error(error)
            return None

    def _choose(self) -> None:
        route = self.route()
        if route is not None:
            self.chosen.emit(route)

    def _on_way(self) -> None:
        self.problem.clear()
        self.proxy.setVisible(self.way.value == "proxy")
        self.meant.setVisible(self.way.value == "direct")
        self.told.setText(
            {
                "tor": self.tr(
                    "Tor hides from your network whom you write to, and from the outlet where you "
                    "are. If it is not running, nothing is sent."
                ),
                "proxy": self.tr("Its address in numbers. If it does not answer, nothing is sent."),
                "direct": self.tr(
                    "Whoever watches your line sees the outlet's address; the outlet sees yours."
                ),
            }[self.way.value]
        )
