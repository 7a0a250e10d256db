"""The texts of a CBOR item, with the keys that they stand under.

Source: RFC 8949. Only for reading what C2PA manifests say: numbers and tags are
passed over, depth and count are bounded, and what does not add up raises Damaged.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from capture.errors import Damaged

MAX_DEPTH = 32
MAX_ITEMS = 20_000

_BYTES, _TEXT, _ARRAY, _MAP, _TAG, _SIMPLE = 2, 3, 4, 5, 6, 7
_INDEFINITE = 31
_BREAK = 0xFF
_DIRECT = 24
_WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}


@dataclass(frozen=True, slots=True)
class Said:
    """One string: under which key, as text or as raw bytes."""

    key: str
    value: str | bytes


class _Reader:
    def __init__(self, untrusted: bytes) -> None:
        self._data = untrusted
        self._at = 0
        self._items = 0

    def read(self, key: str, depth: int) -> Iterator[Said]:
        """Yield every string of the item at the cursor."""
        self._items += 1
        if depth > MAX_DEPTH or self._items > MAX_ITEMS:
            raise Damaged("a manifest is too deep or too large")
        major, count = self._head()
        if major in {_BYTES, _TEXT}:
            yield Said(key, self._string(major, count))
        elif major == _ARRAY:
            for _ in self._members(count):
                yield from self.read(key, depth + 1)
        elif major == _MAP:
            yield from self._map(key, count, depth)
        elif major == _TAG:
            yield from self.read(key, depth + 1)

    def _map(self, key: str, count: int | None, depth: int) -> Iterator[Said]:
        for _ in self._members(count):
            names = list(self.read(key, depth + 1))
            name = names[0].value if names else key
            yield from self.read(name if isinstance(name, str) else key, depth + 1)

    def _members(self, count: int | None) -> Iterator[None]:
        if count is not None:
            if count > len(self._data) - self._at:
                raise Damaged("a manifest is cut")
            for _ in range(count):
                yield
            return
        while self._peek() != _BREAK:
            yield
        self._at += 1

    def _string(self, major: int, count: int | None) -> str | bytes:
        joined = b"".join(self._parts(major)) if count is None else self._take(count)
        return joined.decode("utf-8", "replace") if major == _TEXT else joined

    def _parts(self, major: int) -> Iterator[bytes]:
        """Yield the parts of a string whose length is not said."""
        for _ in self._members(None):
            inner, size = self._head()
            if inner != major or size is None:
                raise Damaged("a manifest's string is broken")
            yield self._take(size)

    def _head(self) -> tuple[int, int | None]:
        first = self._take(1)[0]
        major, low = first >> 5, first & 31
        if low < _DIRECT:
            return major, low
        if low in _WIDTHS:
            return major, int.from_bytes(self._take(_WIDTHS[low]), "big")
        if low == _INDEFINITE and major in {_BYTES, _TEXT, _ARRAY, _MAP}:
            return major, None
        raise Damaged("a manifest's item is of no known form")

    def _peek(self) -> int:
        if self._at >= len(self._data):
            raise Damaged("a manifest is cut")
        return self._data[self._at]

    def _take(self, size: int) -> bytes:
        taken = self._data[self._at : self._at + size]
        if len(taken) < size:
            raise Damaged("a manifest is cut")
        self._at += size
        return taken


def strings(untrusted: bytes) -> Iterator[Said]:
    """Yield the strings of the first item. Raises Damaged where it does not add up."""
    yield from _Reader(untrusted).read("", 0)
