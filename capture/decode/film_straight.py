"""From a covered frame to what the encoder takes: upright, progressive, 8 bits, a screen's colours.

Whatever is done here is done to frames in which nothing covered is left. Colours of wide range
(PQ, HLG, BT.2020, P3) are brought to those of a usual screen by FFmpeg's own tone mapping; all
others keep their matrix, so a frame of 8 bits and halved colour passes as it is.
"""

from collections import deque
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import av
from av.filter import Graph
from av.video.frame import VideoFrame

from capture.decode.film_frame import transposes
from capture.decode.wide import BT_2020, HDR
from capture.errors import Unsupported

CLOCK = 90_000
"""Ticks a second of every time in a copy's picture."""

_P3_PRIMARIES = frozenset((11, 12))
_AS_IT_IS = "yuv420p"
_TO_A_SCREEN = (
    "out_color_matrix=bt709:out_primaries=bt709:out_transfer=bt709:out_range=tv:intent=perceptual"
)
_BYTE = 8
Timed = tuple[VideoFrame, int, int]
"""A frame, its time and its length in the copy's clock."""


class Straight:
    """The filters that planar frames go through; ``first`` is one, ``turns`` makes it upright.

    Raises Unsupported for a frame of another shape than the first.
    """

    def __init__(self, first: VideoFrame, turns: int) -> None:
        self._shape = _shape(first)
        self._turns = turns
        self._interlaced = first.interlaced_frame
        self._waiting: deque[tuple[int, int]] = deque()
        self._graph = self._built(first)
        self.steps = self._named(first)

    def push(self, frame: VideoFrame, at: int, lasts: int) -> Iterator[Timed]:
        """Take a frame and give what is ready."""
        if _shape(frame) != self._shape:
            raise Unsupported("a picture that changes its size", codec="size")
        self._waiting.append((at, lasts))
        frame.pts, frame.time_base = at, Fraction(1, CLOCK)
        self._graph.vpush(frame)
        yield from self._ready()

    def finish(self) -> Iterator[Timed]:
        """Give what the filters still hold."""
        self._graph.vpush(None)
        yield from self._ready()

    def _ready(self) -> Iterator[Timed]:
        while True:
            try:
                frame = self._graph.vpull()
            except (av.error.BlockingIOError, av.error.EOFError):
                return
            if self._waiting:  # one comes out for each that went in, in order
                yield (frame, *self._waiting.popleft())

    def _built(self, first: VideoFrame) -> Graph:
        graph = Graph()
        words = (
            f"width={first.width}:height={first.height}:pix_fmt={first.format.name}"
            f":time_base=1/{CLOCK}:colorspace={_known(first.colorspace)}"
            f":range={_known(first.color_range, 0)}"
        )
        links = [graph.add("buffer", words)]
        links += [graph.add(name, args) for name, args in self._filters(first)]
        links.append(graph.add("buffersink"))
        for one, other in pairwise(links):
            one.link_to(other)
        graph.configure()
        return graph

    def _filters(self, first: VideoFrame) -> Iterator[tuple[str, str]]:
        if self._interlaced:
            yield "bwdif", "mode=send_frame:deint=interlaced"
        for turn in transposes(self._turns):
            yield "transpose", turn
        if _is_odd(first):
            yield "crop", "w=trunc(iw/2)*2:h=trunc(ih/2)*2:x=0:y=0:exact=1"
        if _is_wide(first):
            yield "scale", f"flags=bicubic:{_TO_A_SCREEN}"
        elif first.format.name != _AS_IT_IS:
            rgb = ":out_color_matrix=bt709" if first.format.is_rgb else ""
            yield "scale", f"flags=bicubic+accurate_rnd:out_range=tv{rgb}"
        yield "format", _AS_IT_IS
        yield "sidedata", "mode=delete"

    def _named(self, first: VideoFrame) -> tuple[str, ...]:
        """Name what the filters do to the picture."""
        deep = max(component.bits for component in first.format.components) > _BYTE
        return tuple(
            name
            for name, done in (
                ("turned-upright", self._turns != 0),
                ("interlacing-removed", self._interlaced),
                ("odd-edge-cut", _is_odd(first)),
                ("colours-to-sdr", first.color_trc in HDR),
                ("colours-to-bt709", _is_wide(first) and first.color_trc not in HDR),
                ("depth-to-8-bit", deep),
            )
            if done
        )


def _shape(frame: VideoFrame) -> tuple[int, int, str]:
    return frame.width, frame.height, frame.format.name


def _is_odd(frame: VideoFrame) -> bool:
    return bool(frame.width % 2 or frame.height % 2)


def _is_wide(frame: VideoFrame) -> bool:
    primaries = frame.color_primaries
    return frame.color_trc in HDR or primaries == BT_2020 or primaries in _P3_PRIMARIES


def _known(number: int, unknown: int = 2) -> int:
    """Return a number of ITU-T H.273 that FFmpeg knows."""
    return number if 0 < number <= 14 else unknown  # noqa: PLR2004 - the last of its table
