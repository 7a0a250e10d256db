"""How far an import is: bytes never go back, and an estimate is only given once it is worth it."""

from capture.standing import Count, Phase


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_estimate_follows_the_pace_of_its_phase() -> None:
    clock = Clock()
    count = Count(clock)
    for phase in (Phase.SEALING, Phase.EXAMINING):
        count.expect(phase, 1000)
    count.begin(Phase.SEALING)
    count.file("a", 400)
    assert count.standing(0, 0).seconds_left is None
    clock.now = 2.0
    standing = count.standing(200, 3)
    assert (standing.done, standing.total, standing.waiting) == (200, 2000, 3)
    assert (standing.file, standing.file_done, standing.file_size) == ("a", 200, 400)
    assert standing.seconds_left == 8.0
    assert standing.file_seconds_left == 2.0
    count.end(Phase.SEALING, 1000)
    count.begin(Phase.EXAMINING)
    standing = count.standing(0, 0)
    assert (standing.done, standing.file, standing.seconds_left) == (1000, None, None)
    clock.now = 12.0
    assert count.standing(500, 0).seconds_left == 10.0


def test_the_pace_of_a_phase_is_not_slowed_by_the_others() -> None:
    clock = Clock()
    count = Count(clock)
    count.expect(Phase.SEALING, 100)
    count.begin(Phase.SEALING)
    clock.now = 10.0
    count.end(Phase.SEALING, 50)
    count.begin(Phase.LISTING)
    clock.now = 1000.0
    count.begin(Phase.SEALING)
    assert count.standing(0, 0).seconds_left == 10.0


def test_a_part_is_never_more_than_there_is() -> None:
    count = Count()
    count.expect(Phase.SEALING, 10)
    count.begin(Phase.SEALING)
    count.file("a", 10)
    assert count.standing(25, 0).done == 10
