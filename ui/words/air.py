"""What both faces say while phones may send: how, what to compare, and what others can see."""

from ui.words.shown import shown
from ui.words.speaking import spoken


def said(key: str, **places: object) -> str:
    """Return one text of the table, with its places filled in."""
    return spoken().air[key].format(**places)


def state(name: str) -> str:
    """Return what became of a file, by the door's state."""
    return spoken().air[f"state-{name}"]


def sender(way: str, address: str, device: str | None) -> str:
    """Say who sends: what was seen of it, and what it says of itself, which anybody can say."""
    who = f"{shown(device, 120)}, " if device else ""
    return said("sender", who=f"{who}{shown(address)}", way=said(f"way-{way}"))
