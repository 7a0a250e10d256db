"""A burst is photos of one size, taken within seconds."""

import pytest

from capture.redact.burst import like
from capture.report import Facts


def facts(taken_at: str | None, width: int | None = 4000, height: int | None = 3000) -> Facts:
    return Facts(taken_at=taken_at, width=width, height=height)


ONE = facts("2024-05-01T18:42:07+03:30")


@pytest.mark.parametrize(
    ("other", "belongs"),
    [
        (facts("2024-05-01T18:42:09+03:30"), True),
        (facts("2024-05-01T15:12:00+00:00"), True),
        (facts("2024-05-01T18:42:18+03:30"), False),
        (facts("2024-05-02T18:42:07+03:30"), False),
        (facts("2024-05-01T18:42:07+03:30", 3000, 4000), False),
        (facts(None), False),
        (facts("yesterday"), False),
    ],
)
def test_what_belongs_to_a_burst(other: Facts, *, belongs: bool) -> None:
    assert like(ONE, {"other": other}) == (("other",) if belongs else ())


def test_a_photo_without_a_time_or_a_size_has_no_burst() -> None:
    others = {"other": facts("2024-05-01T18:42:07")}
    assert like(facts(None), others) == ()
    assert like(facts("2024-05-01T18:42:07", None, None), others) == ()
    assert like(facts("2024-05-01T18:42:07"), others) == ("other",)
