"""The records of the ZIP against Python's own reader, beyond 4 GiB too, without the bytes."""

import io
import struct
import zipfile

import pytest
from typing_extensions import override

from storage.bundle import container
from storage.bundle.container import Slot
from storage.bundle.padme import padded


class Sparse(io.RawIOBase):
    """A large file of which only some places hold bytes; the rest is zeros."""

    def __init__(self, size: int, places: dict[int, bytes]) -> None:
        super().__init__()
        self._size, self._places, self._at = size, places, 0

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = offset + (0, self._at, self._size)[whence]
        return self._at

    @override
    def tell(self) -> int:
        return self._at

    @override
    def read(self, size: int = -1) -> bytes:
        end = self._size if size < 0 else min(self._size, self._at + size)
        data = bytearray(max(0, end - self._at))
        for place, held in self._places.items():
            low, high = max(place, self._at), min(place + len(held), end)
            if low < high:
                data[low - self._at : high - self._at] = held[low - place : high - place]
        self._at = max(self._at, end)
        return bytes(data)


def laid_out(sizes: list[tuple[str, int]]) -> tuple[Sparse, list[Slot]]:
    places: dict[int, bytes] = {}
    slots: list[Slot] = []
    at = 0
    for name, size in sizes:
        header = container.local_header(name, size, 7)
        places[at] = header
        slots.append(Slot(name, size, 7, at))
        at += len(header) + size
    places[at] = container.directory(slots, at)
    return Sparse(at + len(places[at]), places), slots


@pytest.mark.parametrize(
    "sizes",
    [
        [("a", 0)],
        [("a", 10), ("b", 20)],
        [("a", 0xFFFFFFFE), ("b", 5)],
        [("a", 0xFFFFFFFF), ("b", 5)],
        [("a", 5 << 30), ("b", 5 << 30), ("c", 1)],
        [("a", 0xFFFFFFFF - 31 - 50)],
    ],
)
def test_python_reads_every_size_and_place(sizes: list[tuple[str, int]]) -> None:
    sparse, slots = laid_out(sizes)
    with zipfile.ZipFile(sparse) as archive:
        found = [(e.filename, e.file_size, e.header_offset) for e in archive.infolist()]
        assert found == [(slot.name, slot.size, slot.offset) for slot in slots]
        for entry in archive.infolist():
            archive.open(entry).close()  # compares the local header
    assert container.length(sizes) == sparse.seek(0, 2)


def test_zip64_stands_only_where_it_is_needed() -> None:
    assert container.local_header("a", 0xFFFFFFFE, 0)[28:30] == b"\0\0"
    wide = container.local_header("a", 0xFFFFFFFF, 0)
    assert struct.unpack("<2H2Q", wide[31:]) == (1, 16, 0xFFFFFFFF, 0xFFFFFFFF)


@pytest.mark.parametrize(
    "size", [0, 1, 1000, (1 << 32) - 500, (1 << 32) - 1, 1 << 33, 150 << 30, 200_000_000_003]
)
def test_the_pad_always_comes_out_at_a_padme_length(size: int) -> None:
    sizes = [("medium", size)]
    pad = container.pad_for(sizes, "pad")
    total = container.length([*sizes, ("pad", pad)])
    assert padded(total) == total
