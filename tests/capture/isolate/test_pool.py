"""The child that crashes, hangs or eats memory costs one file, and never the program."""

import contextlib
import io
import os
import random
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from capture.errors import (
    CaptureError,
    Damaged,
    DecoderCrashed,
    DecoderMemory,
    DecoderTimeout,
    EmptyFile,
    UnknownKind,
    Unsupported,
)
from capture.formats.base import Profile
from capture.isolate import MediaPool, process, window, wire
from capture.progress import silent
from capture.report import Facts, Harm, MetadataReport

STALL = 12.0
"""Seconds after which a silent child is ended: longer than one needs to start on a busy machine."""


@pytest.fixture
def rogue(monkeypatch: pytest.MonkeyPatch) -> Iterator[MediaPool]:
    script = Path(__file__).with_name("rogue_child.py")
    monkeypatch.setattr(process, "_command", lambda: [sys.executable, str(script)])
    with MediaPool(workers=1, stall_seconds=STALL) as children:
        yield children


def _file(behaviour: str) -> io.BytesIO:
    return io.BytesIO(behaviour.encode().ljust(16, b"."))


@pytest.mark.parametrize(
    ("behaviour", "expected"),
    [
        ("crash", DecoderCrashed),
        ("hang", DecoderTimeout),
        ("hang-loudly", DecoderTimeout),
        ("eat", DecoderMemory),
        ("bug", DecoderCrashed),
        ("damaged", Damaged),
        ("nonsense", DecoderCrashed),
    ],
)
def test_a_child_that_misbehaves_costs_one_file(
    rogue: MediaPool, behaviour: str, expected: type[CaptureError]
) -> None:
    with pytest.raises(expected):
        rogue.inspect(_file(behaviour))
    assert rogue.inspect(_file("well")).size == 16


def test_a_bug_is_named_by_its_place_and_not_by_content(rogue: MediaPool) -> None:
    with pytest.raises(DecoderCrashed, match=r"KeyError at rogue_child\.py:\d+"):
        rogue.inspect(_file("bug"))


def test_an_error_keeps_its_detail_and_facts(rogue: MediaPool) -> None:
    with pytest.raises(Damaged) as raised:
        rogue.inspect(_file("damaged"))
    assert raised.value.detail == "at the start"
    assert raised.value.facts == {"part": "header"}


def test_a_report_arrives_whole(rogue: MediaPool) -> None:
    report = rogue.inspect(_file("well"))
    (trace,) = report.traces
    assert (trace.tag, trace.value, trace.harm, trace.where) == (
        "GPS",
        "here",
        Harm.LOCATION,
        "APP1",
    )
    assert trace.needles == (b"needle\x00",)
    assert report.facts == Facts(
        "1.000000", "-2.000000", "2024-05-01T10:00:00+02:00", "Maker Model", "1.5", 40, 30
    )


class Cancelled(BaseException):
    """As the faces raise it."""


def test_a_cancel_ends_the_child_and_the_next_call_works(rogue: MediaPool) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        rogue.inspect(_file("hang-loudly"), cancel)
    assert rogue.inspect(_file("well")).size == 16


def test_a_cancel_reaches_a_child_that_says_nothing(rogue: MediaPool) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        rogue.inspect(_file("hang"), cancel)


def _wait_for_it(pool: MediaPool, begun: threading.Event, ended: list[BaseException]) -> None:
    try:
        pool.inspect(_file("hang-loudly"), lambda _d, _t: begun.set())
    except DecoderCrashed as error:
        ended.append(error)


def test_closing_the_pool_ends_a_call_under_way(rogue: MediaPool) -> None:
    begun, ended = threading.Event(), list[BaseException]()
    work = partial(_wait_for_it, rogue, begun, ended)
    thread = threading.Thread(target=work)
    thread.start()
    assert begun.wait(30)
    rogue.close()
    thread.join(30)
    assert len(ended) == 1


def test_more_threads_than_children_wait_for_their_turn(rogue: MediaPool) -> None:
    sizes: list[int] = []
    threads = [
        threading.Thread(target=lambda: sizes.append(rogue.inspect(_file("well")).size))
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sizes == [16] * 6


def test_a_sink_that_fails_is_heard_and_costs_one_child() -> None:
    class Full:
        def write(self, _data: bytes, /) -> int:
            raise OSError(28, "full")

    with MediaPool(workers=1) as children:
        with pytest.raises(EmptyFile):
            children.clean(io.BytesIO(b""), Full(), Profile.FAITHFUL, silent)
        with pytest.raises(UnknownKind):
            children.inspect(io.BytesIO(b"plain text"))


def _without_memory() -> None:
    return None


@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize("size", [0, 1, wire.MAX_WRITE, 3 * wire.MAX_WRITE + 5])
def test_a_result_of_any_length_arrives_in_order(
    monkeypatch: pytest.MonkeyPatch, *, shared: bool, size: int
) -> None:
    script = Path(__file__).with_name("rogue_child.py")
    monkeypatch.setattr(process, "_command", lambda: [sys.executable, str(script)])
    if not shared:
        monkeypatch.setattr(window, "make", _without_memory)
    source = _file("echo").getvalue() + random.Random(size).randbytes(size)
    with MediaPool(workers=1) as children:
        for _ in range(2):
            sink = io.BytesIO()
            children.clean(io.BytesIO(source), sink, Profile.FAITHFUL, silent)
            assert sink.getvalue() == source


@pytest.mark.parametrize("length", [50_000, 3 << 20, window.SIZE, window.SIZE + 1])
def test_what_the_result_has_of_the_source_comes_in_its_place(
    rogue: MediaPool, length: int
) -> None:
    source = b"parts." + random.Random(length).randbytes(length - 6)
    sink = io.BytesIO()
    rogue.clean(io.BytesIO(source), sink, Profile.FAITHFUL, silent)
    inside = source[70_001:] + source[3:80_000] + source[9:20]
    assert sink.getvalue() == b"head" + inside + b"tail" + source + source


@pytest.mark.parametrize(
    "behaviour",
    ["put-outside", "put-too-much", "same-outside", "show", "report-twice", "odd-error"],
)
def test_a_frame_that_makes_no_sense_ends_the_child(rogue: MediaPool, behaviour: str) -> None:
    sink = io.BytesIO()
    with pytest.raises(DecoderCrashed):
        rogue.inspect_and_clean(_file(behaviour), sink, Profile.FAITHFUL, lambda _: None)
    assert sink.getvalue() == b""
    assert rogue.inspect(_file("well")).size == 16


def test_the_report_is_heard_even_where_the_copy_fails(rogue: MediaPool) -> None:
    told: list[MetadataReport] = []
    with pytest.raises(Unsupported):
        rogue.inspect_and_clean(_file("unsupported"), io.BytesIO(), Profile.FAITHFUL, told.append)
    assert [report.facts for report in told] == [
        Facts("1.000000", "-2.000000", "2024-05-01T10:00:00+02:00", "Maker Model", "1.5", 40, 30)
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such memory")
def test_a_child_cannot_shorten_the_memory_that_is_shared() -> None:
    memory = window.make()
    assert memory is not None
    with pytest.raises(PermissionError):
        os.ftruncate(memory, 0)
    with pytest.raises(PermissionError):
        os.ftruncate(memory, 2 * window.SIZE)
    assert len(window.open_window(memory)) == window.SIZE


def test_a_long_call_keeps_nobody_waiting_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    script = Path(__file__).with_name("rogue_child.py")
    monkeypatch.setattr(process, "_command", lambda: [sys.executable, str(script)])
    begun = threading.Event()

    def stuck() -> None:
        with contextlib.suppress(DecoderCrashed):
            children.inspect(_file("hang-loudly"), lambda _d, _t: begun.set())

    with MediaPool(workers=2) as children:
        thread = threading.Thread(target=stuck)
        thread.start()
        assert begun.wait(30)
        assert children.inspect(_file("well")).size == 16
    thread.join(30)
    assert not thread.is_alive()


def test_who_waits_for_a_child_hears_that_the_pool_is_closed(rogue: MediaPool) -> None:
    begun, ended = threading.Event(), list[BaseException]()
    work = partial(_wait_for_it, rogue, begun, ended)
    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    assert begun.wait(30)
    rogue.close()
    for thread in threads:
        thread.join(30)
    assert len(ended) == 3
