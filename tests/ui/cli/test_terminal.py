import io
import json
import os
import signal

import pytest
from typing_extensions import override

from ui.cli.exits import Cancelled
from ui.cli.terminal import Progress, complain, print_json, size_text


class Screen(io.StringIO):
    @override
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (999_900, "999.9 kB"),
        (999_999, "1.0 MB"),
        (2_500_000, "2.5 MB"),
        (7 * 10**9, "7.0 GB"),
        (7 * 10**12, "7000.0 GB"),
    ],
)
def test_sizes_are_written_for_people(count: int, text: str) -> None:
    assert size_text(count) == text


def test_off_a_terminal_progress_is_plain_lines_and_few() -> None:
    out, clock = io.StringIO(), Clock()
    with Progress("Cleaning", out, clock) as tick:
        for done in range(1000):
            clock.now += 0.01
            tick(done, 1000)
    lines = out.getvalue().splitlines()
    assert lines[0] == "Cleaning:   0% of 1.0 kB"
    assert 5 < len(lines) <= 11
    assert "\r" not in out.getvalue()


def test_off_a_terminal_slow_work_still_speaks_and_estimates() -> None:
    out, clock = io.StringIO(), Clock()
    with Progress("Cleaning", out, clock) as tick:
        tick(0, 100)
        clock.now += 31
        tick(5, 100)
    assert out.getvalue().splitlines()[1] == "Cleaning:   5% of 100 bytes, 9 min 49 s left"


def test_on_a_terminal_the_bar_stays_in_its_line_and_leaves_none() -> None:
    out, clock = Screen(), Clock()
    with Progress("Cleaning", out, clock) as tick:
        tick(0, 100)
        clock.now += 1
        tick(50, 100)
    assert "\n" not in out.getvalue()
    assert "50%" in out.getvalue()
    assert out.getvalue().endswith("\r")


def test_an_unknown_total_counts_bytes() -> None:
    out = io.StringIO()
    with Progress("Verifying", out, Clock()) as tick:
        tick(2_000_000, 0)
    assert out.getvalue() == "Verifying: 2.0 MB\n"


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_an_interrupt_stops_at_the_next_tick_and_is_given_back(name: str) -> None:
    number = getattr(signal, name)
    before = signal.getsignal(number)
    with Progress("Cleaning", io.StringIO()) as tick:
        tick(1, 10)
        os.kill(os.getpid(), number)
        with pytest.raises(Cancelled):
            tick(2, 10)
    assert signal.getsignal(number) is before


def test_a_second_interrupt_ends_at_once() -> None:
    with Progress("Cleaning", io.StringIO()):
        os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


def test_cancelled_is_not_caught_as_an_exception() -> None:
    assert not issubclass(Cancelled, Exception)


def test_json_is_one_ascii_document(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"path": "عکس\n\udcff.jpg"})
    written = capsys.readouterr().out
    assert written.isascii()
    assert json.loads(written) == {"path": "عکس\n\udcff.jpg"}


def test_trouble_is_said_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    complain(PermissionError(13, "denied", "/home/maryam"))
    written = capsys.readouterr()
    assert written.out == ""
    assert "maryam" not in written.err
    assert len(written.err.splitlines()) == 2
