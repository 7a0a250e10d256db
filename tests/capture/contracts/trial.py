"""One hostile file through the whole house, and what may come of it.

Either it is refused by an error of ours, or there is a copy that the second reading passes and
that says nothing. Anything else, an exception that is none of ours above all, fails the test.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager

from typing_extensions import override

from capture import examine
from capture.errors import CaptureError, Unverified
from capture.formats.base import Profile
from capture.report import needles_of

_READ_FACTOR, _READ_SPARE = 400, 4 << 20
_MOST_CALLS = 400_000


class Counted(io.BytesIO):
    """A source that knows how much of it was read, and says when it is too much."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self._left = _READ_FACTOR * len(data) + _READ_SPARE
        self._calls = _MOST_CALLS

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self._left -= len(data)
        self._calls -= 1
        assert self._left >= 0, "it is read again and again"
        assert self._calls >= 0, "it is read in crumbs"
        return data


class Refused(Exception):
    """A file that was refused, with the code of the error."""

    def __init__(self, error: CaptureError) -> None:
        super().__init__(error.code)
        self.caught = isinstance(error, Unverified)


@contextmanager
def _named() -> Iterator[None]:
    try:
        yield
    except CaptureError as error:
        raise Refused(error) from error


def copy_of(data: bytes, profile: Profile = Profile.FAITHFUL) -> bytes:
    """Give the verified copy. Raises Refused."""
    with _named():
        report = examine.inspect(Counted(data))
        output = io.BytesIO()
        cleaning = examine.clean(Counted(data), output, profile)
        examine.verify(cleaning.kind, Counted(output.getvalue()), needles_of(report))
    left = examine.inspect(output)
    assert (left.traces, left.embedded) == ((), ())
    return output.getvalue()


def survives(data: bytes, profile: Profile = Profile.FAITHFUL) -> bool:
    """Say whether there is a copy; False where the file is refused by name."""
    try:
        copy_of(data, profile)
    except Refused:
        return False
    return True
