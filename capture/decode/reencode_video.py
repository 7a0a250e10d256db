"""A video decoded and encoded again in one fixed way for everybody: the anonymous profile.

Whatever came in, out comes H.264 and AAC of one setting: upright, in the
standard colours of a screen (or its own, if they are of high dynamic range), at
most 1920 pixels long, at one of five even frame rates, sound in stereo at 48 kHz.
What is encoded stands in memory (never on a disk) until it is written by the same
writer as a faithful copy, so it is bounded; a longer video is refused in this profile.

FFmpeg may open nothing but the bytes it is given. Runs in the confined child.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any, BinaryIO

import av
from av.filter import Graph
from av.video.frame import PictureType, VideoFrame

from capture.decode.bounds import check_pixels
from capture.decode.containers import bounded, opened, pictures
from capture.decode.film_frame import transposes, turns_of
from capture.decode.packets import Tolerant
from capture.decode.reencode_sound import Clock, SoundLane, is_known
from capture.decode.wide import BT_2020, HDR
from capture.errors import Damaged, TooLarge, Unsupported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.audio.stream import AudioStream
    from av.packet import Packet
    from av.video.stream import VideoStream

    from capture.progress import Tick

MAX_ENCODED = 768 << 20
"""Most bytes of an encoded video that stand in memory: an hour and more at usual rates."""
LONGEST_SIDE = 1920
"""Pixels of the longer side at most: a larger picture is scaled down."""
RATES = (24, 25, 30, 50, 60)
"""Frames a second of the copies; the nearest one is taken."""

# Without "mbtree": on processors with AVX-512, x264's gives other bytes from one run to the next.
_X264 = {
    "preset": "veryfast",
    "crf": "22",
    "profile": "high",
    "x264-params": "threads=2:mbtree=0",
}
_KEY_SECONDS = 2
_THREADS = 2
_BT709 = 1
"""ITU-T H.273's number of a usual screen's primaries, transfer function and matrix."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """An MP4 in memory; ``broken`` counts pieces of the source that could not be decoded."""

    stream: io.BytesIO
    broken: int


@dataclass(frozen=True, slots=True)
class Within:
    """What a copy is held to: pixels of its longer side, frames and bits a second (0 for any)."""

    side: int = LONGEST_SIDE
    rate: int = RATES[-1]
    bits: int = 0

    @property
    def settings(self) -> dict[str, str]:
        """The encoder's settings: the usual ones, and a rate that it never exceeds for long."""
        bound = {"maxrate": str(self.bits), "bufsize": str(self.bits)} if self.bits else {}
        return {**_X264, **bound}


USUAL = Within()


def reencode(source: BinaryIO, containers: str, tick: Tick, within: Within = USUAL) -> Encoded:
    """Encode a video again and give it as an MP4 in memory.

    ``containers`` are FFmpeg's names of what the source may be. Raises Damaged when nothing in
    it can be decoded, Unsupported for a decoder that is not on the list, TooLarge.
    """
    size = source.seek(0, io.SEEK_END)
    encoded = io.BytesIO()
    with (
        opened(source, containers) as incoming,
        av.open(encoded, "w", format="mp4", options={"fflags": "+bitexact"}) as outgoing,
    ):
        broken = _Encoding(incoming, outgoing, within).run(size, tick)
    encoded.seek(0)
    return Encoded(encoded, broken)


class _Encoding:
    """One video on its way through decoder, filters and encoder."""

    def __init__(
        self,
        incoming: av.container.InputContainer,
        outgoing: av.container.OutputContainer,
        within: Within,
    ) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._within = within
        self._lanes: dict[int, _Picture | SoundLane] = {}
        self._held: list[Packet[Any]] = []
        self._bytes = 0
        self._tolerant = Tolerant()

    def run(self, size: int, tick: Tick) -> int:
        """Encode everything, then what decoder, filters and encoder still hold.

        Return how many pieces could not be decoded.
        """
        for packet in self._packets():
            lane = self._lanes[packet.stream_index]
            for frame in self._tolerant.frames_of(packet):
                self._mux(lane.push(frame))
            tick(min(packet.pos or 0, size), size)
        for lane in self._lanes.values():
            self._mux(lane.finish())
        if not all(lane.is_ready for lane in self._lanes.values()) or self._lost_one():
            raise Damaged("a track of it cannot be decoded")
        tick(size, size)
        return self._tolerant.errors

    def _packets(self) -> Iterator[Packet[Any]]:
        """Give the packets of the chosen tracks, up to where the container breaks off."""
        try:
            yield from self._incoming.demux(self._choose())
        except av.error.InvalidDataError:
            self._tolerant.count_error()

    def _lost_one(self) -> bool:
        """Whether a track had data and not a frame came out of it."""
        return self._tolerant.errors > 0 and not all(lane.frames for lane in self._lanes.values())

    def _choose(self) -> list[VideoStream | AudioStream]:
        """Take the first picture and the first sound that can be decoded."""
        moving = pictures(self._incoming)[:1]
        sounds = [stream for stream in self._incoming.streams.audio if is_known(stream)][:1]
        if not moving and not sounds:
            raise Unsupported("neither picture nor sound in it", codec="none")
        for picture in moving:
            self._lanes[picture.index] = _Picture(picture, self._outgoing, self._within)
        for sound in sounds:
            self._lanes[sound.index] = SoundLane(self._outgoing)
        return [*moving, *sounds]

    def _mux(self, packets: Iterator[Packet[Any]]) -> None:
        """Hand packets on; the container opens when all its tracks are known."""
        for packet in packets:
            self._bytes += packet.size
            if self._bytes > MAX_ENCODED:
                raise TooLarge("too long to be encoded again", part="video")
            self._held.append(packet)
        if all(lane.is_ready for lane in self._lanes.values()):
            self._outgoing.mux(self._held)
            self._held.clear()


class _Picture:
    """The picture's way: decoded, turned upright, scaled, at an even rate, encoded."""

    def __init__(
        self, stream: VideoStream, outgoing: av.container.OutputContainer, within: Within
    ) -> None:
        bounded(stream).codec_context.thread_count = _THREADS
        rate = float(stream.average_rate or RATES[2])
        self._within = within
        allowed = [known for known in RATES if known <= within.rate]
        self._rate = min(allowed, key=lambda known: abs(known - rate))
        self._outgoing = outgoing
        self._clock = Clock()
        self._graph: Graph | None = None
        self._shape = (0, 0, "")
        self._encoder: VideoStream | None = None
        self.frames = 0

    @property
    def is_ready(self) -> bool:
        """Whether its track of the copy is known."""
        return self._encoder is not None

    def push(self, frame: VideoFrame) -> Iterator[Packet[VideoStream]]:
        """Take one decoded frame and give the packets that are ready."""
        check_pixels(frame.width, frame.height)
        if frame.is_corrupt or frame.pts is None or frame.time is None:
            return
        self._clock.check(frame.time)
        self.frames += 1
        if self._graph is None:
            self._graph = self._build(frame)
        width, height, form = self._shape
        if (frame.width, frame.height, frame.format.name) != self._shape:
            frame = frame.reformat(width, height, form)
        self._graph.vpush(frame)
        yield from self._drain(self._graph)

    def finish(self) -> Iterator[Packet[VideoStream]]:
        """Give the packets that filters and encoder still hold."""
        if self._graph is None:
            return
        self._graph.vpush(None)
        yield from self._drain(self._graph)
        if self._encoder is not None:
            yield from self._encoder.encode(None)

    def _build(self, frame: VideoFrame) -> Graph:
        """Chain the filters by the first frame: turn, scale, colours, rate."""
        self._shape = (frame.width, frame.height, frame.format.name)
        graph = Graph()
        links = [
            graph.add_buffer(
                width=frame.width,
                height=frame.height,
                format=frame.format,
                time_base=frame.time_base,
            )
        ]
        links += [graph.add("transpose", turn) for turn in transposes(turns_of(frame))]
        links += [graph.add("scale", _scaling(frame, self._within.side)), graph.add("setsar", "1")]
        links += [graph.add("fps", f"{self._rate}:start_time=0"), graph.add("format", "yuv420p")]
        links.append(graph.add("buffersink"))
        for one, other in pairwise(links):
            one.link_to(other)
        graph.configure()
        return graph

    def _drain(self, graph: Graph) -> Iterator[Packet[VideoStream]]:
        while True:
            try:
                frame = graph.vpull()
            except (av.error.BlockingIOError, av.error.EOFError):
                return
            if self._encoder is None:
                self._encoder = self._open(frame)
            frame.pict_type = PictureType.NONE
            yield from self._encoder.encode(frame)

    def _open(self, frame: VideoFrame) -> VideoStream:
        encoder = self._outgoing.add_stream(
            "libx264", rate=self._rate, options=self._within.settings
        )
        encoder.width, encoder.height = frame.width, frame.height
        encoder.pix_fmt = "yuv420p"
        context = encoder.codec_context
        context.time_base = Fraction(1, self._rate)
        context.gop_size = self._rate * _KEY_SECONDS
        context.thread_count = _THREADS
        context.color_range = 1
        hdr = frame.color_trc in HDR
        context.color_primaries = context.colorspace = BT_2020 if hdr else _BT709
        context.color_trc = frame.color_trc if hdr else _BT709
        return encoder


def _scaling(frame: VideoFrame, longest: int) -> str:
    """Give the scale filter's words: at most the longest side, even, in a screen's colours.

    A picture of high dynamic range keeps its own colours, and is told by them.
    """
    side = f"min({longest}\\,max(iw\\,ih))"
    matrix = "bt2020" if frame.color_trc in HDR else "bt709"
    return (
        f"w=trunc(iw*{side}/max(iw\\,ih)/2)*2:h=trunc(ih*{side}/max(iw\\,ih)/2)*2"
        f":flags=bicubic:out_color_matrix={matrix}:out_range=tv"
    )
