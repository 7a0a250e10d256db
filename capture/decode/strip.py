"""What a timeline shows of a video: a row of small pictures, and how loud it is where.

Runs in the confined child, in bounded memory: pictures are taken at even distances, loudness is
one byte for each of so many stretches of equal length.
"""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from capture.decode.reel import MICRO, Heard, Reel, Shown
from capture.decode.reencode_sound import SOUND_RATE

_TO_BYTE = 7
_SHORT = 12 * MICRO
"""A video of at most so many microseconds is decoded whole: it may have one key frame only."""


def pictures(reel: Reel, count: int, side: int, done: Callable[[], object]) -> list[Shown]:
    """Return ``count`` small frames at even distances; ``done`` is called for each.

    None where there is no picture, fewer where its beginning cannot be decoded.
    """
    length = reel.facts.length
    wanted = [length * (2 * number + 1) // (2 * count) for number in range(count)]
    if reel.picture is None:
        return []
    found: list[Shown] = []
    frames = _in_order(reel, side) if length <= _SHORT else None
    last: Shown | None = None
    for at in wanted:
        last = _until(frames, at, last) if frames else reel.nearest(at, side) or last
        if last is not None:
            found.append(last)
        done()
    return found


def loudness(reel: Reel, count: int, done: Callable[[int], object]) -> bytes:
    """Return the loudest sample of each of ``count`` stretches as a byte; none without sound.

    ``done`` hears how far it is, in microseconds.
    """
    if reel.sound is None:
        return b""
    loudest = np.zeros(count, dtype=np.int32)
    for heard in reel.listen():
        _add(loudest, heard, reel.facts.length)
        done(heard.at)
    return (loudest >> _TO_BYTE).clip(0, 255).astype(np.uint8).tobytes()


def _add(loudest: NDArray[np.int32], heard: Heard, length: int) -> None:
    samples = np.abs(heard.samples.reshape(-1, 2).astype(np.int32)).max(axis=1)
    if not len(samples):
        return
    at = heard.at + np.arange(len(samples), dtype=np.int64) * MICRO // SOUND_RATE
    place = (at * len(loudest) // max(length, 1)).clip(0, len(loudest) - 1)
    np.maximum.at(loudest, place, samples)


def _in_order(reel: Reel, side: int) -> Iterator[Shown]:
    return (one for one in reel.run(0, side, rate=2) if isinstance(one, Shown))


def _until(frames: Iterator[Shown], at: int, last: Shown | None) -> Shown | None:
    while last is None or last.at < at:
        following = next(frames, None)
        if following is None:
            break
        last = following
    return last
