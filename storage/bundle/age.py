"""What is known of an age file before it is opened.

Apart from ``age_sealing``, so that a bundle which is not sealed can be verified
where the library that opens sealed ones is missing.
"""

import re
from collections.abc import Iterable

from storage.bundle.streams import Readable
from storage.errors import DamagedBundle

MAGIC = b"age-encryption.org/"
"""The first bytes of what age writes."""

MAX_KEY_TEXT = 64 * 1024
"""Characters of a file of age recipients or identities that are looked at."""

_HEADER_LIMIT = 64 * 1024
_HEADER_END = re.compile(rb"\n--- [A-Za-z0-9+/]{43}\n")
_SCRYPT = b"\n-> scrypt "


class Headed:
    """An age file whose header was looked at first: pyrage would hold one of any length.

    Raises DamagedBundle(reason="seal") where no header ends within 64 KiB.
    """

    def __init__(self, untrusted: Readable) -> None:
        self._stream = untrusted
        self._held, self.header = self._read_header()

    @property
    def asks_for_passphrase(self) -> bool:
        """Whether a passphrase opens it, and no key."""
        return _SCRYPT in self.header

    def read(self, size: int, /) -> bytes:
        """Return at most this many of the file's bytes, header and all."""
        if not self._held:
            return self._stream.read(size)
        taken, self._held = self._held[:size], self._held[size:]
        return taken

    def _read_header(self) -> tuple[bytes, bytes]:
        head = bytearray()
        while len(head) < _HEADER_LIMIT and not _HEADER_END.search(head):
            block = self._stream.read(4096)
            if not block:
                break
            head += block
        found = _HEADER_END.search(head)
        if not found:
            raise DamagedBundle(reason="seal")
        return bytes(head), bytes(head[: found.end()])


def significant(untrusted: str) -> Iterable[str]:
    """Return the lines of a file of keys: trimmed, without the empty ones and ``#`` comments."""
    lines = (line.strip() for line in untrusted.splitlines())
    return [line for line in lines if line and not line.startswith("#")]
