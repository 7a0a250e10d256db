"""When another child is started, and that what is prepared is what the first call gets."""

import threading

import pytest

from capture.isolate import roles
from capture.isolate.roles import Load, Role


class Clock:
    """The time, as it is told."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        """Return it."""
        return self.now


class Idle:
    """A child that has answered once and does nothing."""

    begun = answered = True
    calls = 0
    made = 0

    def __init__(self, _stall_seconds: float) -> None:
        Idle.made += 1
        self.ended = False

    def end(self) -> None:
        """Note it."""
        self.ended = True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Every second that passes is told to pass."""
    clock = Clock()
    monkeypatch.setattr(roles, "time", clock)
    monkeypatch.setattr(roles, "Child", Idle)
    monkeypatch.setattr(Idle, "made", 0)
    return clock


def test_room_is_counted_only_while_fewer_are_at_work(clock: Clock) -> None:
    load = Load(2)
    clock.now += 3
    load.change(1)
    clock.now += 4
    assert load.room_seconds() == 7
    load.change(1)
    clock.now += 50
    assert load.room_seconds() == 7
    load.change(-1)
    clock.now += 1
    assert load.room_seconds() == 8


def test_a_prepared_child_is_the_one_that_is_lent(clock: Clock) -> None:
    del clock
    role = Role(2, Load(2))
    role.prepare(1.0)
    role.prepare(1.0)
    with role.lend(1.0):
        assert Idle.made == 1
        role.prepare(1.0)
    assert Idle.made == 1


@pytest.mark.parametrize(("elsewhere", "started"), [(0, True), (1, False)])
def test_another_is_started_where_there_is_room_for_it(
    clock: Clock, monkeypatch: pytest.MonkeyPatch, *, elsewhere: int, started: bool
) -> None:
    load = Load(2)
    role = Role(2, load)
    for _ in range(elsewhere):
        load.change(1)
    waits = list[float]()

    def waited(_condition: object, seconds: float | None = None) -> bool:
        clock.now += 0.25
        waits.append(seconds or 0.0)
        return True

    monkeypatch.setattr(threading.Condition, "wait", waited)
    with role.lend(1.0), role.lend(1.0):
        assert Idle.made == 2
    assert (len(waits) == 2) is started
    assert (len(waits) == 4) is not started  # it was waited for a whole second instead


def test_what_is_prepared_in_a_closed_pool_is_nothing(clock: Clock) -> None:
    del clock
    role = Role(1, Load(1))
    role.end_all()
    role.prepare(1.0)
    assert Idle.made == 0
