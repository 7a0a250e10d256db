"""The strict grammar of the boxes in our own videos, for the second reading.

Nothing here is tolerant: a box must be the one that is expected at its place,
every fixed field must have its one value, and no byte may be left over. Source
of the structures: ISO/IEC 14496-12.
"""

import struct

from capture.errors import Unverified

_HEADER = 8


def require(held: bool, what: str) -> None:  # noqa: FBT001 - a condition is what it takes
    """Raise Unverified with the reason unless the condition holds."""
    if not held:
        raise Unverified(what)


class Strict:
    """Reads a row of boxes or fields that must be exactly as expected. Raises Unverified."""

    def __init__(self, data: bytes | memoryview, name: str) -> None:
        self._data = memoryview(data)
        self._name = name
        self._at = 0

    @property
    def left(self) -> int:
        """Bytes not accounted for yet."""
        return len(self._data) - self._at

    @property
    def whole(self) -> bytes:
        """All bytes of it, whatever was read; none of them is accounted for by this."""
        return bytes(self._data)

    def take(self, length: int) -> bytes:
        """Read this many bytes."""
        require(0 <= length <= self.left, f"{self._name} ends too early")
        self._at += length
        return bytes(self._data[self._at - length : self._at])

    def number(self, length: int) -> int:
        """Read a big-endian number."""
        return int.from_bytes(self.take(length), "big")

    def exactly(self, expected: bytes) -> None:
        """Read bytes that must be these."""
        require(self.take(len(expected)) == expected, f"{self._name} holds something unexpected")

    def unpack(self, form: str) -> tuple[int, ...]:
        """Read fields in the form of ``struct``."""
        return struct.unpack(form, self.take(struct.calcsize(form)))

    def peek(self) -> bytes:
        """Give the type of the next box, empty at the end."""
        return bytes(self._data[self._at + 4 : self._at + _HEADER]) if self.left else b""

    def box(self, kind: bytes) -> "Strict":
        """Read a box that must be of this type, and give its inside."""
        name = kind.decode("ascii", "replace")
        require(self.left >= _HEADER, f"{self._name} has no {name}")
        size, found = struct.unpack(">I4s", self.take(_HEADER))
        require(found == kind, f"{self._name} holds {found!r} where {name} must be")
        require(_HEADER <= size <= self.left + _HEADER, f"{name} has an impossible size")
        inside = self._data[self._at : self._at + size - _HEADER]
        self._at += size - _HEADER
        return Strict(inside, name)

    def optional(self, kind: bytes) -> "Strict | None":
        """Read a box of this type if it is the next one."""
        return self.box(kind) if self.peek() == kind else None

    def rest(self) -> memoryview:
        """Take all that is left."""
        found = self._data[self._at :]
        self._at = len(self._data)
        return found

    def end(self) -> None:
        """Require that nothing is left."""
        require(self.left == 0, f"{self._name} holds {self.left} bytes too many")


def full(box: Strict, versions: tuple[int, ...] = (0,), flags: int = 0) -> int:
    """Read version and flags, which must be allowed, and give the version."""
    version, found = box.number(1), box.number(3)
    require(version in versions and found == flags, "a box has an unknown version or flags")
    return version
