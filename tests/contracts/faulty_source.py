"""Any source on a bad day: the streams of its files stall, lie, change or vanish."""

import io
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO, cast

from typing_extensions import override

from capture.sources.base import Incoming, Skipped, Source

CUT = 20_000
"""Bytes that a file gives before the fault comes."""


class Faulty:
    """A source whose files are offered as ``wrong`` makes them."""

    def __init__(self, source: Source, wrong: Callable[[Incoming], Incoming]) -> None:
        self._source = source
        self._wrong = wrong
        self.about = source.about

    def find(self) -> Iterator[Incoming | Skipped]:
        """Yield what the source does, made wrong."""
        for one in self._source.find():
            yield self._wrong(one) if isinstance(one, Incoming) else one


class _Broken(io.RawIOBase):
    """Gives what a stream gives, up to a place where something happens."""

    def __init__(self, stream: BinaryIO, at: int, then: Callable[[], None]) -> None:
        super().__init__()
        self._stream = stream
        self._left = at
        self._then = then

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Any, /) -> int:
        if not self._left:
            self._then()
            return 0
        data = self._stream.read(min(len(buffer), self._left))
        self._left -= len(data)
        buffer[: len(data)] = data
        return len(data)

    @override
    def close(self) -> None:
        if not self.closed:
            self._stream.__exit__(None, None, None)  # a stream need only be a context manager
        super().close()


def _with(offered: Incoming, at: int, then: Callable[[], None]) -> Incoming:
    def opened() -> BinaryIO:
        return cast("BinaryIO", io.BufferedReader(_Broken(offered.open(), at, then)))

    return replace(offered, open=opened)


def vanishing(at: int) -> Callable[[Incoming], Incoming]:
    """Have the device be gone after so many bytes."""

    def gone() -> None:
        raise OSError(19, "No such device")

    return lambda offered: _with(offered, at, gone)


class Dying:
    """Have the device be gone at one read, counted over all files, and from then on."""

    def __init__(self, at: int) -> None:
        self._left = at
        self.died = False

    def __call__(self, offered: Incoming) -> Incoming:
        """Offer a file so."""

        def opened() -> BinaryIO:
            return cast("BinaryIO", io.BufferedReader(_Mortal(offered.open(), self.read)))

        return replace(offered, open=opened)

    def read(self) -> None:
        """Count a read."""
        if not self._left:
            self.died = True
            raise OSError(19, "No such device")
        self._left -= 1


class _Mortal(_Broken):
    """Gives what a stream gives, asking before each read."""

    def __init__(self, stream: BinaryIO, ask: Callable[[], None]) -> None:
        super().__init__(stream, 1 << 40, ask)

    @override
    def readinto(self, buffer: Any, /) -> int:
        self._then()
        return super().readinto(buffer)


def cut(offered: Incoming) -> Incoming:
    """Have a file end before the size that it says."""
    return _with(offered, min(CUT, offered.size // 2), lambda: None)


def stalling(plug: threading.Event) -> Callable[[Incoming], Incoming]:
    """Have nothing come after some bytes until the plug is pulled."""

    def wait() -> None:
        plug.wait(30)

    return lambda offered: _with(offered, min(CUT, offered.size // 2), wait)


def lying(by: int) -> Callable[[Incoming], Incoming]:
    """Say a size that is so many bytes off."""
    return lambda offered: replace(offered, size=max(0, offered.size + by))


class Turning:
    """Give other bytes, of the same number, from the second time on."""

    def __init__(self) -> None:
        self._opened: set[str] = set()

    def __call__(self, offered: Incoming) -> Incoming:
        """Offer a file so."""

        def opened() -> BinaryIO:
            with offered.open() as stream:
                data = bytearray(stream.read())
            if offered.shown in self._opened and data:
                data[-1] ^= 1
            self._opened.add(offered.shown)
            return io.BytesIO(data)

        return replace(offered, open=opened)
