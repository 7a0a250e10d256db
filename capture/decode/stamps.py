"""Which time each frame of a picture track has, also where its container does not say so.

Everything that finds, shows and renders takes a frame's time from here, so that a moment of a plan
means the same frame to all of them. Containers that were written carelessly have tracks whose
packets have no times, or all the same one, or (AVI with B-frames) times that count what is decoded
and not what is shown. Such a track is counted through from its beginning, evenly: at the distance
of its decoding times, if those go on, or else at the rate that it claims, or at the usual one.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, pairwise
from statistics import median
from typing import TYPE_CHECKING

import av

from capture.decode.packets import frames_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from av.container import InputContainer
    from av.packet import Packet
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

USUAL_RATE = Fraction(25)
_RATES = (Fraction(1, 60), Fraction(1000))
"""Frames a second that are believed; otherwise the usual rate stands for them."""
_COUNTED_RATES = (Fraction(1), Fraction(300))
"""The same where there are no times that say so as well."""
_LOOKED_AT = 60
_MOSTLY = Fraction(3, 4)
_LONGEST = 100
"""Usual frames' lengths that a frame may claim to last."""


@dataclass(frozen=True, slots=True)
class Timing:
    """A usual frame's length in the track's time base, at least 1; and whether frames have times.

    ``even`` says that they have none: then each lasts as long as the other.
    """

    period: int
    even: bool = False
    announced: int = 0
    """How long the track is as it is counted; 0 where its container may be asked."""


def timing_of(container: InputContainer, stream: VideoStream) -> Timing:
    """Look at the first packets of a track that is ready to be decoded.

    The container has to be opened anew after that. Raises what decoding raises.
    """
    coming = _packets(container, stream)
    packets = list(islice(coming, _LOOKED_AT))
    base = stream.time_base or Fraction(1, av.time_base)
    times = {packet.pts for packet in packets if packet.pts is not None}
    timed = len(times) >= _MOSTLY * len(packets)
    if not packets[1:] or (timed and not _in_coded_order(stream, packets)):
        return Timing(_period(stream.average_rate, base))
    decoded = [packet.dts for packet in packets if packet.dts is not None]
    steps = [later - sooner for sooner, later in pairwise(decoded) if later > sooner]
    rate = 1 / (Fraction(median(steps)) * base) if steps else None
    if len(steps) + 1 >= _MOSTLY * len(packets) and _is_among(_COUNTED_RATES, rate):
        return Timing(_period(rate, base), even=True)
    rate = stream.average_rate
    period = _period(rate if _is_among(_COUNTED_RATES, rate) else None, base)
    count = len(packets) + sum(1 for _ in coming)
    return Timing(period, even=True, announced=count * period)


def _packets(container: InputContainer, stream: VideoStream) -> Iterator[Packet[VideoStream]]:
    try:
        yield from (one for one in container.demux(stream) if one.size)
    except (av.error.FFmpegError, OSError):
        return  # what is broken is found where it is decoded


def _in_coded_order(stream: VideoStream, packets: Sequence[Packet[VideoStream]]) -> bool:
    """Say whether times only count what is decoded, though frames are shown in another order."""
    times = [packet.pts for packet in packets if packet.pts is not None]
    if not stream.codec_context.has_b_frames or any(b < a for a, b in pairwise(times)):
        return False
    shown = [frame.pts for packet in packets for frame in frames_of(packet) or ()]
    known = [stamp for stamp in shown if stamp is not None]
    return any(later < sooner for sooner, later in pairwise(known))


def _period(rate: Fraction | None, base: Fraction) -> int:
    believed = rate if rate is not None and _is_among(_RATES, rate) else USUAL_RATE
    return max(1, round(1 / (believed * base)))


def _is_among(rates: tuple[Fraction, Fraction], rate: Fraction | None) -> bool:
    return rate is not None and rates[0] <= rate <= rates[1]


class Stamps:
    """Gives the frames of a track their times, in order, from one place of it on.

    A time that is missing, or not later than the frame's before, is made of that frame's and its
    length: a frame is never taken for an earlier one.
    """

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._last: int | None = None
        self._lasted = 0

    def of(self, frame: VideoFrame) -> tuple[int, int]:
        """Return when a frame begins and how long it lasts by itself, in the track's time base."""
        stamp = self._stamp(None if self._timing.even else frame.pts)
        self._last, self._lasted = stamp, self._length(frame)
        return stamp, self._lasted

    def _stamp(self, claimed: int | None) -> int:
        if self._last is None:
            return claimed or 0
        if claimed is None:
            return self._last + self._lasted
        return max(claimed, self._last + 1)

    def _length(self, frame: VideoFrame) -> int:
        period = self._timing.period
        said = not self._timing.even and 0 < frame.duration <= _LONGEST * period
        return frame.duration if said else period
