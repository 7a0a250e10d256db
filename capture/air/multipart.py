"""A form with files as a browser sends it, read as a stream (RFC 7578, RFC 2046 section 5.1).

The whole is never held: at most one block and one part's headers are. Each byte is looked at
once. A file is whole only when the boundary after it came.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from capture.air import limits
from capture.air.answers import Refused

_BLOCK = 256 << 10
_KIND = re.compile(
    r'multipart/form-data;\s*boundary=("?)([0-9A-Za-z\'()+_,./:=?-]{1,70})\1', re.IGNORECASE
)
_FILENAME = re.compile(r';\s*filename="([^"]*)"', re.IGNORECASE)
_DISPOSITION = re.compile(r"content-disposition:\s*form-data(;.*)", re.IGNORECASE)

Read = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Part:
    """One field; ``filename`` is None where it is no file. ``read`` gives some bytes, then none."""

    filename: str | None
    read: Read

    def pass_over(self, most: int) -> None:
        """Read and drop it. Raises Refused where it is longer than that."""
        left = most
        while some := self.read(_BLOCK):
            left -= len(some)
            if left < 0:
                raise Refused(413, "A field of the form is too long.")


def boundary(kind: str) -> bytes:
    """Return what stands between the parts, by the request's Content-Type. Raises Refused."""
    found = _KIND.fullmatch(kind.strip())
    if found is None:
        raise Refused(415, "This is no form with files.")
    return found[2].encode("ascii")


class Form:
    """The parts of a body, one after another; what was not read of one is passed over."""

    def __init__(self, read: Read, between: bytes) -> None:
        """Read from a stream that gives some bytes, none at its end."""
        self._read = read
        self._delimiter = b"\r\n--" + between
        self._held = bytearray(b"\r\n")  # so that the first boundary is found like the others
        self._within = True
        self._searched = 0

    @property
    def held(self) -> int:
        """How many bytes were read of the body and not given out yet."""
        return len(self._held)

    def parts(self) -> Iterator[Part]:
        """Yield each part. Raises Refused where the form breaks off or is malformed."""
        if self._take(1):
            raise Refused(400, "The form does not begin with a boundary.")
        for _ in range(limits.MOST_FILES + 1):
            if self._ends_here():
                return
            filename = self._filename()
            self._within, self._searched = True, 0
            yield Part(filename, self._take)
            while self._take(_BLOCK):
                pass
        raise Refused(413, f"No more than {limits.MOST_FILES} files at once")

    def _take(self, most: int) -> bytes:
        """Return some bytes of the present part; none from when its boundary was reached."""
        while self._within:
            at = self._held.find(self._delimiter, self._searched)
            if at == 0:
                del self._held[: len(self._delimiter)]
                self._within, self._searched = False, 0
                return b""
            sure = at if at > 0 else len(self._held) - len(self._delimiter) + 1
            if sure > 0:
                return self._give(min(most, sure), found=at)
            self._fill()
        return b""

    def _give(self, count: int, found: int) -> bytes:
        some = bytes(self._held[:count])
        del self._held[:count]
        # What was searched is not searched again: only where a boundary may still begin.
        done = found if found > 0 else len(self._held) + count - len(self._delimiter) + 1
        self._searched = max(0, done - count)
        return some

    def _fill(self) -> None:
        some = self._read(_BLOCK)
        if not some:
            raise Refused(400, "The form broke off.")
        self._held += some

    def _until(self, end: bytes, most: int) -> bytes:
        """Take all until some bytes, and these away; no more than so many."""
        while (at := self._held.find(end)) < 0 and len(self._held) <= most:
            self._fill()
        if not 0 <= at <= most:
            raise Refused(431, "The headers of a part are too long.")
        found = bytes(self._held[:at])
        del self._held[: at + len(end)]
        return found

    def _ends_here(self) -> bool:
        """Read what follows a boundary: two hyphens at the very end, else the end of its line."""
        while len(self._held) < len(b"--"):
            self._fill()
        return self._held.startswith(b"--")

    def _filename(self) -> str | None:
        if self._until(b"\r\n", limits.PART_HEAD).strip(b" \t"):
            raise Refused(400, "The form is malformed.")
        head = self._until(b"\r\n\r\n", limits.PART_HEAD).decode("utf-8", "replace")
        for line in head.split("\r\n"):
            said = _DISPOSITION.fullmatch(line.strip())
            if said is not None:
                name = _FILENAME.search(said[1])
                # Browsers escape a quote and line ends, and nothing else (HTML, 4.10.21.8).
                return None if name is None else name[1].replace("%22", '"')
        raise Refused(400, "The form is malformed.")
