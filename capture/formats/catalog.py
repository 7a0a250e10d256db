"""Every format there is: an explicit list, so that a newcomer sees them all in one place."""

from capture.errors import UnknownKind
from capture.formats.base import Format
from capture.formats.jpeg import Jpeg
from capture.kinds import MediaKind

FORMATS: tuple[Format, ...] = (Jpeg(),)


def format_for(kind: MediaKind) -> Format:
    """Return the one format that handles the kind. Raises UnknownKind."""
    for chosen in FORMATS:
        if chosen.accepts(kind):
            return chosen
    raise UnknownKind(kind=kind.value)
