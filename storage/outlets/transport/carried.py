"""Errors of a caller on their way through code that would take them for the network's."""

from collections.abc import Iterator
from contextlib import contextmanager


class CarriedError(Exception):
    """Holds what a source or a tick raised, and is no kind of error that anybody waits for."""

    def __init__(self, error: Exception) -> None:
        """Hold an error."""
        super().__init__()
        self.error = error


@contextmanager
def carried() -> Iterator[None]:
    """Have what is raised in here carried; ``speaking.named`` raises it again."""
    try:
        yield
    except Exception as error:
        raise CarriedError(error) from error
