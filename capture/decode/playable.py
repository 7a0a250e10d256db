"""What there is to play of a file, as the child that decodes and the window that shows know it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Film:
    """The upright picture in pixels (0 without one), whether there is sound; times in microseconds.

    ``frame`` is about how long one frame is shown; ``length`` is until the end of the last one.
    """

    width: int
    height: int
    length: int
    frame: int
    sound: bool
