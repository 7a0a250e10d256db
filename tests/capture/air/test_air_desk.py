"""Who may send: the PIN, the page's secret, one sender at a time, and the end of each visit."""

import pytest

from capture.air import limits
from capture.air.answers import Refused
from capture.air.desk import Desk, Visit
from capture.air.offers import Offer, Sender, Way

PIN = "402913"
PHONE, OTHER = "10.0.0.5", "10.0.0.66"
ROOM = 1 << 30


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(clock: Clock) -> Desk:
    return Desk(PIN, 600, clock)


def arrive(desk: Desk, address: str = PHONE, sizes: tuple[int, ...] = (10, 20)) -> Visit:
    offers = [Offer(str(at), f"{at}.jpg", "", size) for at, size in enumerate(sizes)]
    return desk.announce(Sender(Way.LOCALSEND, address), offers, ROOM)


def begin(desk: Desk, visit: Visit, file: str = "0", *, address: str = PHONE) -> Visit:
    slot = visit.slots[file]
    return desk.begin(address, visit.id, file, slot.token, slot.offer.size)


def refused(status: int) -> pytest.RaisesExc[Refused]:
    return pytest.raises(Refused, check=lambda error: error.status == status)


def test_the_pin_lets_in_and_asking_for_it_costs_nothing(desk: Desk) -> None:
    for _ in range(20):
        with refused(401):
            desk.check_pin(PHONE, None)
    desk.check_pin(PHONE, PIN)


@pytest.mark.parametrize("wrong", ["", "40291", "4029130", "402914", "٤٠٢٩١٣", "\x00", "é" * 6])
def test_a_wrong_pin_lets_nobody_in(desk: Desk, wrong: str) -> None:
    with refused(401):
        desk.check_pin(PHONE, wrong)


def test_after_a_few_wrong_pins_an_address_is_not_heard_even_with_the_right_one(desk: Desk) -> None:
    for _ in range(limits.PIN_TRIES):
        with refused(401):
            desk.check_pin(OTHER, "000000")
    with refused(429):
        desk.check_pin(OTHER, PIN)
    desk.check_pin(PHONE, PIN)


def test_somebody_who_guesses_from_many_addresses_closes_it(desk: Desk) -> None:
    for number in range(limits.ALL_PIN_TRIES):
        assert not desk.beset
        with refused(401):
            desk.check_pin(f"10.0.1.{number}", "000000")
    assert desk.beset
    with refused(429):
        desk.check_pin(PHONE, PIN)


def test_a_second_sender_waits(desk: Desk) -> None:
    visit = arrive(desk)
    begin(desk, visit)
    with refused(409):
        arrive(desk, OTHER)
    with refused(409):
        arrive(desk, PHONE)
    with refused(409):
        desk.browse(PHONE)


def test_the_same_phone_may_begin_anew(desk: Desk) -> None:
    first = arrive(desk)
    second = arrive(desk)
    assert desk.gone() is first
    with refused(403):
        begin(desk, first)
    begin(desk, second)


def test_a_file_needs_all_of_its_secrets_from_the_same_address(desk: Desk) -> None:
    visit = arrive(desk)
    token = visit.slots["0"].token
    for address, visit_id, file, secret, length in (
        (OTHER, visit.id, "0", token, 10),
        (PHONE, "x", "0", token, 10),
        (PHONE, visit.id, "1", token, 20),
        (PHONE, visit.id, "none", token, 10),
        (PHONE, visit.id, "0", "", 10),
        (PHONE, visit.id, "0", "é", 10),
        (PHONE, visit.id, "0", token, 11),
        (PHONE, visit.id, "0", token, 9),
    ):
        with pytest.raises(Refused):
            desk.begin(address, visit_id, file, secret, length)
    assert begin(desk, visit) is visit


def test_a_file_comes_once_unless_it_broke_off(desk: Desk) -> None:
    visit = begin(desk, arrive(desk))
    with refused(409):
        begin(desk, visit)
    desk.end(visit, "0", again=True)
    begin(desk, visit)
    desk.end(visit, "0")
    with refused(409):
        begin(desk, visit)


def test_no_more_files_at_once_than_may_be(desk: Desk) -> None:
    visit = arrive(desk, sizes=(1,) * (limits.MOST_AT_ONCE + 1))
    for at in range(limits.MOST_AT_ONCE):
        begin(desk, visit, str(at))
    with refused(429):
        begin(desk, visit, str(limits.MOST_AT_ONCE))


def test_what_there_is_no_room_for_is_refused_before_its_first_byte(desk: Desk) -> None:
    with refused(413):
        arrive(desk, sizes=(ROOM, 1))
    assert desk.idle


def test_a_visit_ends_when_all_has_come(desk: Desk) -> None:
    visit = arrive(desk)
    for file in ("0", "1"):
        assert desk.gone() is None
        begin(desk, visit, file)
        assert desk.gone() is None
        desk.end(visit, file)
    assert desk.gone() is visit
    assert desk.idle


def test_a_silent_sender_has_left_and_one_in_the_middle_of_a_file_has_not(
    desk: Desk, clock: Clock
) -> None:
    visit = arrive(desk)
    begin(desk, visit)
    clock.now += 10 * limits.SILENT_SECONDS
    assert desk.gone() is None
    desk.end(visit, "0")
    clock.now += limits.SILENT_SECONDS + 1
    assert desk.gone() is visit


def test_a_sender_may_break_off_and_nobody_else_may(desk: Desk) -> None:
    visit = arrive(desk)
    for address, visit_id in ((OTHER, visit.id), (PHONE, ""), (PHONE, "é")):
        with refused(403):
            desk.leave(address, visit_id)
    desk.leave(PHONE, visit.id)
    with refused(403):
        begin(desk, visit)
    assert desk.gone() is visit


def test_the_page_is_the_first_phones_and_nobody_elses(desk: Desk) -> None:
    token = desk.token
    with refused(404):
        desk.check_page(OTHER, "wrong")
    taken = [desk.page_taken]
    desk.check_page(PHONE, token)
    desk.check_page(PHONE, token)
    assert [*taken, desk.page_taken] == [False, True]
    with refused(403):
        desk.check_page(OTHER, token)
    desk.renew_page()
    with refused(404):
        desk.check_page(PHONE, token)
    desk.check_page(OTHER, desk.token)


def test_when_the_time_is_over_nobody_comes_but_whoever_sends_may_end(
    desk: Desk, clock: Clock
) -> None:
    visit = arrive(desk)
    clock.now += 601
    assert desk.seconds_left == 0
    begin(desk, visit)
    desk.end(visit, "0")
    begin(desk, visit, "1")
    for late in (
        lambda: desk.check_pin(OTHER, PIN),
        lambda: arrive(desk, OTHER),
        lambda: desk.check_page(OTHER, desk.token),
    ):
        with refused(403):
            late()
    desk.prolong(60)
    desk.check_pin(OTHER, PIN)


def test_a_browser_that_says_no_more_is_done(desk: Desk, clock: Clock) -> None:
    first = desk.browse(PHONE)
    visit = first[0]
    assert [first, desk.browse(PHONE)] == [(visit, True), (visit, False)]
    with refused(409):
        desk.browse(OTHER)
    desk.end(visit)
    clock.now += 2 * limits.FORM_SILENT_SECONDS
    assert desk.gone() is None
    desk.end(visit)
    clock.now += 2 * limits.FORM_SILENT_SECONDS
    assert desk.gone() is visit


def test_a_browser_sends_no_more_files_than_may_be(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_FILES", 2)
    visit, _ = desk.browse(PHONE)
    assert [desk.count(visit), desk.count(visit)] == [1, 2]
    with refused(413):
        desk.count(visit)
