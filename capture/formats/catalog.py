"""The formats, in one explicit list."""

from capture.errors import UnknownKind
from capture.formats.avi import Avi
from capture.formats.avif import Avif
from capture.formats.base import Format
from capture.formats.gif import Gif
from capture.formats.heif import Heif
from capture.formats.jpeg import Jpeg
from capture.formats.jxl import Jxl
from capture.formats.mkv import Mkv
from capture.formats.mp4 import Mp4
from capture.formats.png import Png
from capture.formats.raw import Raw
from capture.formats.sound import Sound
from capture.formats.tiff import Tiff
from capture.formats.webp import Webp
from capture.kinds import MediaKind

FORMATS: tuple[Format, ...] = (
    Jpeg(),
    Png(),
    Webp(),
    Gif(),
    Tiff(),
    Raw(),
    Jxl(),
    Heif(),
    Avif(),
    Mp4(),
    Mkv(),
    Avi(),
    *map(Sound, (MediaKind.OGG, MediaKind.MP3, MediaKind.WAV, MediaKind.AMR)),
)


def format_for(kind: MediaKind) -> Format:
    """Return the format that handles the kind. Raises UnknownKind."""
    for found in FORMATS:
        if found.accepts(kind):
            return found
    raise UnknownKind("no format handles this kind", kind=kind.value)
