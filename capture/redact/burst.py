"""Which photos belong to one burst: what is covered in one is likely to stand in the others."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from capture.report import Facts

NEAR = timedelta(seconds=10)
"""How far apart two photos of a burst were taken at most."""


def like(one: Facts, others: Mapping[str, Facts]) -> tuple[str, ...]:
    """Return which of the others have the size of this one and were taken within seconds of it."""
    taken = _moment(one)
    if taken is None or not one.width:
        return ()
    return tuple(_near(taken, (one.width, one.height), others.items()))


def _near(
    taken: datetime, size: tuple[int | None, int | None], others: Iterable[tuple[str, Facts]]
) -> Iterable[str]:
    for name, other in others:
        moment = _moment(other)
        same = (other.width, other.height) == size
        if same and moment is not None and abs(moment - taken) <= NEAR:
            yield name


def _moment(facts: Facts) -> datetime | None:
    """Return when the file says it was taken; one without a zone is compared as if in UTC."""
    try:
        moment = datetime.fromisoformat(facts.taken_at or "")
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
