"""A picture that another program has copied: the bytes that it gives, as it gives them.

They are in memory already, where the system keeps what was copied; nothing is decoded and
nothing is written. Such bytes have no name, no folder and no time.
"""

import io
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, cast

from capture.errors import TooLarge
from capture.sources.base import About, Incoming, Skipped

MAX_BYTES = 256 << 20

_ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/heic": "heic",
    "image/avif": "avif",
    "image/jxl": "jxl",
    "image/gif": "gif",
    "image/tiff": "tiff",
}
"""Kinds of pictures as programs name them to each other (IANA) → the ending of a name."""


class Pasted:
    """One picture."""

    def __init__(self, data: bytes, ending: str) -> None:
        self._data = data
        self._name = f"pasted.{ending}"
        self.about = About("clipboard")

    def find(self) -> Iterator[Incoming | Skipped]:
        """Yield it; Skipped where it is larger than any picture."""
        if len(self._data) > MAX_BYTES:
            yield Skipped(self._name, TooLarge())
            return
        yield Incoming(self._name, self._name, "", len(self._data), None, self._open)

    def _open(self) -> BinaryIO:
        return cast("BinaryIO", io.BytesIO(self._data))


def pasted(formats: Iterable[str], bytes_of: Callable[[str], bytes]) -> Pasted | None:
    """Return the first of the kinds that a program offers which is a picture's, or None."""
    for kind in formats:
        ending = _ENDINGS.get(kind)
        if ending is not None and (data := bytes_of(kind)):
            return Pasted(data, ending)
    return None
