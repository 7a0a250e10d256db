"""How strong a passphrase is, said low and in words."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.desktop import theme
from ui.desktop.strength import Level, Strength, estimate
from ui.desktop.widgets.text import set_role, text

_FULL_BITS = 80
_MINUTE, _DAY, _MONTH = 60.0, 86_400.0, 2_592_000.0
_ROLES = {Level.EMPTY: "soft", Level.WEAK: "danger", Level.FAIR: "warn", Level.STRONG: "good"}


class Meter(QWidget):
    """A bar and a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setRange(0, _FULL_BITS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Strength of the passphrase"))
        self._words = text("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addWidget(self._bar)
        column.addWidget(self._words)
        self.show_strength("")

    def show_strength(self, passphrase: str) -> Strength:
        """Show, and return, the estimate for what was typed so far."""
        strength = estimate(passphrase)
        self._bar.setValue(min(round(strength.bits), _FULL_BITS))
        self._words.setText(self._sentence(strength))
        set_role(self._words, _ROLES[strength.level])
        return strength

    def _sentence(self, strength: Strength) -> str:
        match strength.level:
            case Level.EMPTY:
                return self.tr(
                    "Several words that have nothing to do with each other are best: no saying, no "
                    "verse, no song, nothing that stands in a book."
                )
            case Level.WEAK:
                return self.tr(
                    "Weak: someone powerful who takes this computer could find it {time}."
                ).format(time=self._time(strength.seconds))
            case Level.FAIR:
                return self.tr(
                    "Fair: it would take someone powerful years to find it, unless it is a line "
                    "that others know."
                )
            case Level.STRONG:
                return self.tr(
                    "Strong: guessing it would take longer than anybody has, unless it is a line "
                    "that others know."
                )

    def _time(self, seconds: float) -> str:
        if seconds < _MINUTE:
            return self.tr("at once")
        if seconds < _DAY:
            return self.tr("within a day")
        return self.tr("within days") if seconds < _MONTH else self.tr("within months")
