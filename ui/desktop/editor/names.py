"""What kinds, styles and decisions are called."""

from capture.redact.plan import Region, RegionKind, Shape, Style
from ui.desktop import phrases
from ui.desktop.editor.draft import SURE, Mark, State
from ui.desktop.translating import marked, translate

_ALL = 100
_KINDS = {
    RegionKind.FACE: marked("editor", "Face"),
    RegionKind.PERSON: marked("editor", "Person"),
    RegionKind.VEHICLE: marked("editor", "Vehicle"),
    RegionKind.PLATE: marked("editor", "Number plate"),
    RegionKind.TEXT: marked("editor", "Writing"),
    RegionKind.SCREEN: marked("editor", "Screen"),
    RegionKind.PLACE: marked("editor", "Place that can be recognised"),
    RegionKind.OTHER: marked("editor", "Something else"),
}
_STYLES = {
    Style.FILL: marked("editor", "Soft fill"),
    Style.SOLID: marked("editor", "Solid"),
    Style.LABEL: marked("editor", "Solid, with words"),
}
_SHAPES = {
    Shape.BOX: marked("editor", "Box"),
    Shape.ELLIPSE: marked("editor", "Ellipse"),
    Shape.BRUSH: marked("editor", "Painted place"),
}
_STATES = {
    State.FOUND: marked("editor", "Found, not decided"),
    State.COVERED: marked("editor", "Covered"),
    State.STAYS: marked("editor", "Stays visible"),
    State.NOTHING: marked("editor", "Nothing to cover"),
}


def kind_words(kind: RegionKind) -> str:
    """Say what is at a place."""
    return translate("editor", _KINDS[kind])


def style_words(style: Style) -> str:
    """Say what stands where something was covered."""
    return translate("editor", _STYLES[style])


def maybe(region: Region) -> bool:
    """Whether a detector found it, and is not sure."""
    return region.confidence < SURE


def state_words(mark: Mark) -> str:
    """Say what was decided about a mark; of an undecided one how sure the detector is."""
    if mark.state is State.FOUND and maybe(mark.region):
        return translate("editor", "Maybe, not decided")
    return translate("editor", _STATES[mark.state])


def mark_words(number: int, mark: Mark) -> str:
    """Name a mark in a list: "3. Face: covered"."""
    return f"{phrases.count(number)}. {kind_words(mark.region.kind)}: {state_words(mark)}"


def spot_words(number: int, total: int, mark: Mark) -> str:
    """Name a mark on the picture: "Ellipse 3 of 5. Face: covered"."""
    said = translate("editor", "{shape} {number} of {total}. {kind}: {state}")
    return said.format(
        shape=translate("editor", _SHAPES[mark.region.shape]),
        number=phrases.count(number),
        total=phrases.count(total),
        kind=kind_words(mark.region.kind),
        state=state_words(mark),
    )


def where_words(region: Region, width: int, height: int) -> str:
    """Say where a region lies on a picture of this size, in hundredths of it, and how to change it.

    The keys are those of ``spots``.
    """
    said = translate(
        "editor",
        "{left} % from the left, {top} % from the top, {width} % wide, {height} % high. "
        "Arrow keys move it, + and - change its size, Delete removes it.",
    )
    return said.format(
        left=phrases.count(round(_ALL * region.left / width)),
        top=phrases.count(round(_ALL * region.top / height)),
        width=phrases.count(round(_ALL * region.width / width)),
        height=phrases.count(round(_ALL * region.height / height)),
    )
