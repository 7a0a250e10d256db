"""A video's sound, read in order as stereo of one rate, on the clock of its picture.

What must not be heard is taken out of the decoded samples, before anything is made of several of
them: what changes the rate would otherwise carry some of it over the edge.
"""

from __future__ import annotations

from contextlib import contextmanager
from fractions import Fraction
from typing import TYPE_CHECKING, BinaryIO

import av
import numpy as np
from av.audio.frame import AudioFrame

from capture.decode.containers import VIDEOS_AND_SOUNDS, opened, pictures
from capture.decode.packets import Packets
from capture.decode.reencode_sound import Clock, is_known, sound_graph
from capture.errors import BadPlan, Unsupported

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.filter import Graph
    from numpy.typing import NDArray


MICRO = 1_000_000
_UNSIGNED = ("u8", "u8p")
_SILENT_BYTE = 128


class SoundTrack:
    """The first sound that can be decoded of a container that is open.

    ``first`` is the picture's first moment in seconds of the container, and time zero here; None
    is the sound's own first moment, for a file without a picture.
    ``silent`` are stretches of microseconds since then in which nothing may be heard, in order.
    """

    def __init__(
        self,
        container: InputContainer,
        stream: AudioStream,
        first: Fraction | None,
        silent: Sequence[tuple[int, int]],
    ) -> None:
        self._packets = Packets(container, stream)
        self._first = first
        self._silent = silent
        self._shape: tuple[str, str, int] | None = None
        self._next: int | None = None
        self._clock = Clock()

    @property
    def errors(self) -> int:
        """Return how many pieces could not be decoded so far."""
        return self._packets.errors

    def blocks(self) -> Iterator[NDArray[np.float32]]:
        """Give the sound from time zero on without a gap, in pieces (2, count).

        Raises Unsupported for sound that changes its form, Damaged for too much that is broken.
        """
        graph: Graph | None = None
        for frame in self._frames():
            shape = (frame.format.name, frame.layout.name, frame.sample_rate)
            if graph is None:
                graph, self._shape = sound_graph(frame), shape
            if shape != self._shape:
                raise Unsupported("sound that changes its form", codec="mixed-sound")
            graph.push(frame)
            yield from _drained(graph)
        if graph is not None:
            graph.push(None)
            yield from _drained(graph)

    def _frames(self) -> Iterator[AudioFrame]:
        """Give decoded frames on the picture's clock, silenced where they must be."""
        for frame in self._packets.frames():
            base = frame.time_base or Fraction(1, frame.sample_rate)
            stamp = frame.pts
            if self._first is None:
                self._first = (stamp or 0) * base
            stamp = self._next if stamp is None else stamp - round(self._first / base)
            if stamp is None:
                continue
            self._clock.check(float(stamp * base))
            self._next = stamp + round(Fraction(frame.samples, frame.sample_rate) / base)
            begins = stamp * base * MICRO
            quiet = silenced(frame, begins.numerator // begins.denominator, self._silent)
            quiet.pts, quiet.time_base = stamp, base
            yield quiet


def silenced(frame: AudioFrame, begins: int, silent: Sequence[tuple[int, int]]) -> AudioFrame:
    """Return a frame that begins at a moment without what lies in silent stretches, outwards."""
    lasts = frame.samples * MICRO // frame.sample_rate + 1
    touched = [one for one in silent if one[0] < begins + lasts and begins <= one[1]]
    if not touched:
        return frame
    samples = frame.to_ndarray().copy()
    wide = samples.shape[1] // frame.samples
    for start, end in touched:
        left = max((start - begins) * frame.sample_rate // MICRO - 1, 0)
        right = max(-(-(end - begins) * frame.sample_rate // MICRO) + 1, 0)
        samples[:, left * wide : right * wide] = (
            _SILENT_BYTE if frame.format.name in _UNSIGNED else 0
        )
    quiet = AudioFrame.from_ndarray(samples, frame.format.name, frame.layout.name)
    quiet.sample_rate = frame.sample_rate
    return quiet


def _drained(graph: Graph) -> Iterator[NDArray[np.float32]]:
    while True:
        try:
            frame = graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
        yield np.asarray(frame.to_ndarray(), dtype=np.float32)


@contextmanager
def sound_track(
    source: BinaryIO, first: Fraction | None, silent: Sequence[tuple[int, int]]
) -> Iterator[SoundTrack | None]:
    """Open a file's sound; None where it has none that can be decoded. Raises Damaged.

    Without a ``first`` moment of a picture, it has to be a file without one: otherwise BadPlan.
    """
    with opened(source, VIDEOS_AND_SOUNDS) as container:
        if first is None and pictures(container):
            raise BadPlan("the plan is for a recording without a picture")
        stream = _chosen(container)
        yield None if stream is None else SoundTrack(container, stream, first, silent)


def _chosen(container: InputContainer) -> AudioStream | None:
    return next((one for one in container.streams.audio if is_known(one)), None)
