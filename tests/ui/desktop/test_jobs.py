import contextlib
import threading
import traceback

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from capture.errors import Damaged
from ui.desktop.jobs import Cancelled, Estimate, Job, Lane, Tell, Tick, Unexpected


def test_a_job_tells_its_progress_and_result_in_the_thread_of_the_window(
    qtbot: QtBot, lane: Lane
) -> None:
    threads: list[str] = []

    def work(tick: Tick, tell: Tell) -> int:
        threads.append(threading.current_thread().name)
        tick(5, 10)
        tell("half")
        tick(10, 10)
        return 7

    job = Job(work)
    heard: list[object] = []
    job.progressed.connect(lambda *far: heard.append(far[:2]))
    job.told.connect(heard.append)
    job.succeeded.connect(lambda result: heard.append((result, threading.current_thread().name)))
    with qtbot.waitSignal(job.ended):
        lane.submit(job)
    assert threads == ["test-0"]
    assert heard[-3:] == ["half", (10, 10), (7, "MainThread")]


def test_sizes_beyond_two_gigabytes_pass_unharmed(qtbot: QtBot, lane: Lane) -> None:
    job = Job(lambda tick, _tell: tick(3 << 40, 3 << 40))
    with qtbot.waitSignal(job.progressed, check_params_cb=lambda done, *_: done == 3 << 40):
        lane.submit(job)


def test_a_cancelled_job_stops_at_its_next_tick_and_cleans_up(qtbot: QtBot, lane: Lane) -> None:
    begun, cleaned = threading.Event(), threading.Event()

    def work(tick: Tick, _tell: Tell) -> None:
        try:
            while True:
                begun.set()
                with contextlib.suppress(Exception):
                    tick(1, 100)
        finally:
            cleaned.set()

    job = Job(work)
    lane.submit(job)
    assert begun.wait(10)
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
    assert cleaned.is_set()


def test_a_job_cancelled_before_its_turn_never_begins(qtbot: QtBot, lane: Lane) -> None:
    gate = threading.Event()
    ran: list[int] = []
    first = lane.submit(Job(lambda _tick, _tell: gate.wait(10)))
    second = lane.submit(Job(lambda _tick, _tell: ran.append(1)))
    second.cancel()
    with qtbot.waitSignals([first.succeeded, second.cancelled]):
        gate.set()
    assert ran == []


def test_errors_of_the_core_come_whole_but_without_frames(qtbot: QtBot, lane: Lane) -> None:
    def work(_tick: Tick, _tell: Tell) -> None:
        secret = "in a frame"
        raise Damaged("why", part=len(secret))

    job = Job(work)
    with qtbot.waitSignal(job.failed) as got:
        lane.submit(job)
    error = got.args[0]
    assert isinstance(error, Damaged)
    assert error.facts == {"part": 10}
    assert error.__traceback__ is None


def test_a_bug_becomes_a_report_without_a_path_or_a_value(qtbot: QtBot, lane: Lane) -> None:
    def work(_tick: Tick, _tell: Tell) -> None:
        raise ValueError("/home/witness/IMG_1.jpg")

    job = Job(work)
    with qtbot.waitSignal(job.failed) as got:
        lane.submit(job)
    error = got.args[0]
    assert isinstance(error, Unexpected)
    assert error.report.startswith("ValueError")
    assert "test_jobs.py" in error.report
    assert "/" not in error.report
    assert "IMG_1" not in "".join(traceback.format_exception(error))


class Panic(BaseException):
    """What a parser in Rust raises where it must not go on: no Exception, like PyO3's own."""


def test_a_parser_that_panics_is_a_bug_like_any_other_and_ends_no_lane(
    qtbot: QtBot, lane: Lane, capsys: pytest.CaptureFixture[str]
) -> None:
    def work(_tick: Tick, _tell: Tell) -> None:
        raise Panic("/home/witness/IMG_1.jpg")

    job = Job(work)
    with qtbot.waitSignal(job.failed) as got:
        lane.submit(job)
    assert isinstance(got.args[0], Unexpected)
    after = Job(lambda _tick, _tell: 7)
    with qtbot.waitSignal(after.succeeded):
        lane.submit(after)
    assert capsys.readouterr().err == ""


def test_the_newest_comes_first_where_that_was_asked(qtbot: QtBot) -> None:
    lane = Lane("newest", newest_first=True)
    begun, gate, order = threading.Event(), threading.Event(), list[int]()

    def hold(_tick: Tick, _tell: Tell) -> None:
        begun.set()
        gate.wait(10)

    lane.submit(Job(hold))
    assert begun.wait(10), "the others are submitted while the lane is busy"

    def noting(number: int) -> Job:
        return Job(lambda _tick, _tell: order.append(number))

    jobs = [lane.submit(noting(number)) for number in range(3)]
    with qtbot.waitSignals([job.ended for job in jobs]):
        gate.set()
    lane.close()
    assert order == [2, 1, 0]


def test_closing_a_lane_cancels_what_runs_and_what_waits(qtbot: QtBot) -> None:
    lane = Lane("closing")
    begun = threading.Event()

    def forever(tick: Tick, _tell: Tell) -> None:
        while True:
            begun.set()
            tick(0, 0)

    jobs = [Job(forever), Job(forever)]
    for job in jobs:
        lane.submit(job)
    assert begun.wait(10)
    with qtbot.waitSignals([job.cancelled for job in jobs]):
        lane.close()
    assert not [one for one in threading.enumerate() if one.name.startswith("closing")]
    late = Job(forever)
    with qtbot.waitSignal(late.cancelled):
        lane.submit(late)


def test_an_estimate_follows_the_rate() -> None:
    estimate = Estimate()
    assert estimate.seconds_left(0, 1000, 10.0) is None
    assert estimate.seconds_left(100, 1000, 12.0) == pytest.approx(18.0)
    assert estimate.seconds_left(100, 0, 13.5) is None


def test_cancelled_is_no_exception() -> None:
    assert not issubclass(Cancelled, Exception)


def test_jobs_that_nobody_keeps_end_in_the_window_and_leave_nothing(qtbot: QtBot) -> None:
    lane = Lane("unkept", threads=2)
    ended: list[int] = []
    for number in range(400):
        job = lane.submit(Job(lambda tick, _tell: tick(1, 1)))
        job.ended.connect(lambda number=number: ended.append(number))
        del job
    qtbot.waitUntil(lambda: len(ended) == 400)
    lane.close()
    application = QCoreApplication.instance()
    assert application is not None
    qtbot.waitUntil(lambda: not application.findChildren(Job))
