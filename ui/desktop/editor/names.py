"""What kinds, styles and decisions are called."""

from PySide6.QtCore import QCoreApplication

from capture.redact.plan import Region, RegionKind, Style
from ui.desktop import phrases
from ui.desktop.editor.draft import SURE, Mark, State

_KINDS = {
    RegionKind.FACE: "Face",
    RegionKind.PERSON: "Person",
    RegionKind.VEHICLE: "Vehicle",
    RegionKind.PLATE: "Number plate",
    RegionKind.TEXT: "Writing",
    RegionKind.SCREEN: "Screen",
    RegionKind.PLACE: "Place that can be recognised",
    RegionKind.OTHER: "Something else",
}
_STYLES = {
    Style.FILL: "Soft fill",
    Style.SOLID: "Solid",
    Style.LABEL: "Solid, with words",
}
_STATES = {
    State.FOUND: "Found, not decided",
    State.COVERED: "Covered",
    State.STAYS: "Stays visible",
    State.NOTHING: "Nothing to cover",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("editor", text)


def kind_words(kind: RegionKind) -> str:
    """Say what is at a place."""
    return _tr(_KINDS[kind])


def style_words(style: Style) -> str:
    """Say what stands where something was covered."""
    return _tr(_STYLES[style])


def maybe(region: Region) -> bool:
    """Whether a detector found it, and is not sure."""
    return region.confidence < SURE


def state_words(mark: Mark) -> str:
    """Say what was decided about a mark; of an undecided one how sure the detector is."""
    if mark.state is State.FOUND and maybe(mark.region):
        return _tr("Maybe, not decided")
    return _tr(_STATES[mark.state])


def mark_words(number: int, mark: Mark) -> str:
    """Name a mark in a list: "3. Face: covered"."""
    return f"{phrases.count(number)}. {kind_words(mark.region.kind)}: {state_words(mark)}"
