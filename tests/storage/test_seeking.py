"""A stream that is read part by part behaves as a file does."""

import io

import pytest
from typing_extensions import override

from storage.seeking import InParts

WHOLE = bytes(range(200))


class Sevens(InParts):
    """Gives at most seven bytes at once, none behind a place where its source ends."""

    def __init__(self, ends: int = len(WHOLE)) -> None:
        super().__init__(len(WHOLE))
        self.ends = ends

    @override
    def _part(self, at: int, most: int) -> bytes:
        assert 0 < most <= len(WHOLE) - at
        return WHOLE[at : min(at + most, at + 7, self.ends)]


def test_it_is_read_from_any_place() -> None:
    with io.BufferedReader(Sevens()) as stream:
        assert stream.read() == WHOLE
        assert stream.seek(-30, io.SEEK_END) == 170
        assert stream.read(10) == WHOLE[170:180]
        assert stream.seek(-5, io.SEEK_CUR) == 175
        assert stream.tell() == 175
        assert stream.read() == WHOLE[175:]


def test_behind_the_end_is_nothing_and_before_the_beginning_is_no_place() -> None:
    stream = Sevens()
    assert stream.seek(5, io.SEEK_END) == 205
    assert stream.read(10) == b""
    with pytest.raises(ValueError, match="beginning"):
        stream.seek(-1)
    assert stream.tell() == 205


def test_a_source_that_ends_too_early_ends() -> None:
    with io.BufferedReader(Sevens(ends=20)) as stream:
        assert stream.read() == WHOLE[:20]
