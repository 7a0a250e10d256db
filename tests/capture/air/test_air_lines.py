"""One connection, without a network: how long it is waited for."""

from typing import Any, cast

import pytest

from capture.air import limits, lines
from capture.air.answers import Gone
from capture.air.lines import Line


class Dripping:
    """Gives one byte each time that it is asked, a second after the last one."""

    def __init__(self) -> None:
        self.now = 0.0

    def settimeout(self, _seconds: float) -> None:
        pass

    def recv(self, _most: int) -> bytes:
        self.now += 1.0
        return b"a"

    def monotonic(self) -> float:
        return self.now


def test_a_head_that_comes_byte_by_byte_is_waited_for_no_longer_than_any(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drip = Dripping()
    monkeypatch.setattr(lines, "time", drip)
    with pytest.raises(Gone):
        Line(cast("Any", drip), lambda: False).head()
    assert drip.now == limits.HEAD_SECONDS
