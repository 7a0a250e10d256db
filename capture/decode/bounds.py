"""What every decoder of foreign pixels is held to: their number, and how it may fail."""

from collections.abc import Iterator
from contextlib import contextmanager

from capture.errors import CaptureError, Damaged, TooLarge

MAX_PIXELS = 200_000_000
"""Most pixels of a picture that we decode; the largest phone sensors have 200 million."""


def check_pixels(width: int, height: int) -> None:
    """Refuse a picture before it is decoded. Raises TooLarge, or Damaged for an empty one."""
    if width < 1 or height < 1:
        raise Damaged("a picture without pixels")
    if width * height > MAX_PIXELS:
        raise TooLarge("too many pixels", part="pixels", width=width, height=height)


@contextmanager
def foreign_decoder() -> Iterator[None]:
    """Turn whatever a decoder raises over hostile bytes into Damaged.

    Running out of memory stays what it is: it says something of this computer, not of the file.
    """
    try:
        yield
    except (CaptureError, MemoryError):
        raise
    except Exception as error:  # decoders fail in more ways than they document
        raise Damaged(f"the decoder gave up ({type(error).__name__})") from error
