"""The sound's way through an encoding again: stereo, one rate, one codec for everybody."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, cast

import av
from av.codec.context import Flags
from av.filter import Graph

from capture.errors import Unsupported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.container.output import OutputContainer
    from av.packet import Packet

SOUND_RATE = 48_000
SOUND_BITRATE = 128_000

_AWAY = 0.03
"""Seconds by which sound and its times may differ before one is brought to the other."""
LONGEST_GAP = 60
"""Seconds without a frame that are bridged; a longer gap is no recording but a trap."""
LONGEST = 6 * 3600
"""Seconds of the longest recording that is encoded again."""

_DECODERS = frozenset(
    [
        "aac",
        "aac_latm",
        "alac",
        "mp3",
        "mp3float",
        "mp2",
        "mp2float",
        "ac3",
        "eac3",
        "opus",
        "libopus",
        "vorbis",
        "flac",
        "amrnb",
        "amrwb",
        "dca",
        "adpcm_ima_qt",
        "adpcm_ms",
        "adpcm_ima_wav",
        "qdm2",
        "mace3",
        "mace6",
        "gsm",
    ]
)
_PCM = "pcm_"


def is_known(stream: AudioStream) -> bool:
    """Say whether a sound's decoder is on the list."""
    name = stream.codec_context.name
    return name in _DECODERS or name.startswith(_PCM)


class Clock:
    """Holds a track to times that a recording can have."""

    def __init__(self) -> None:
        self._last = 0.0

    def check(self, seconds: float) -> None:
        """Raise Unsupported for a time far after the last one, or beyond all bounds."""
        if seconds - self._last > LONGEST_GAP or seconds > LONGEST:
            raise Unsupported("a long stretch of time without a frame", codec="gap")
        self._last = max(seconds, self._last)


class SoundLane:
    """The sound's way: decoded, brought to stereo at one rate, encoded."""

    def __init__(self, outgoing: OutputContainer) -> None:
        self._clock = Clock()
        self._graph: Graph | None = None
        self._shape: tuple[str, str, int] = ("", "", 0)
        self._encoder = outgoing.add_stream("aac", rate=SOUND_RATE)
        self._encoder.layout = "stereo"
        self._encoder.bit_rate = SOUND_BITRATE
        self._encoder.codec_context.flags |= Flags.bitexact
        self.frames = 0

    @property
    def is_ready(self) -> bool:
        """Whether its track of the copy is known: always."""
        return True

    def push(self, frame: AudioFrame) -> Iterator[Packet[AudioStream]]:
        """Take one decoded frame and give the packets that are ready."""
        if frame.pts is None or frame.time is None:
            return
        self._clock.check(frame.time)
        self.frames += 1
        shape = (frame.format.name, frame.layout.name, frame.sample_rate)
        if self._graph is None:
            self._graph, self._shape = sound_graph(frame), shape
        if shape != self._shape:
            raise Unsupported("sound that changes its form", codec="mixed-sound")
        self._graph.push(frame)
        yield from self._drain(self._graph)

    def finish(self) -> Iterator[Packet[AudioStream]]:
        """Give the packets that filters and encoder still hold."""
        if self._graph is not None:
            self._graph.push(None)
            yield from self._drain(self._graph)
            yield from self._encoder.encode(None)

    def _drain(self, graph: Graph) -> Iterator[Packet[AudioStream]]:
        while True:
            try:
                frame = graph.pull()
            except (av.error.BlockingIOError, av.error.EOFError):
                return
            yield from self._encoder.encode(cast("AudioFrame", frame))


def sound_graph(frame: AudioFrame) -> Graph:
    """Return the filters that bring sound like this frame's to the one form, from time 0 on.

    Where its times leave the samples' own count by a frame of a film, it is filled or trimmed.
    """
    graph = Graph()
    links = [
        graph.add_abuffer(
            format=frame.format.name,
            sample_rate=frame.sample_rate,
            layout=frame.layout.name,
            time_base=frame.time_base,
        ),
        graph.add("aresample", f"{SOUND_RATE}:async=1:min_hard_comp={_AWAY}:first_pts=0"),
        graph.add("aformat", f"sample_fmts=fltp:channel_layouts=stereo:sample_rates={SOUND_RATE}"),
        graph.add("asetnsamples", "1024"),
        graph.add("abuffersink"),
    ]
    for one, other in pairwise(links):
        one.link_to(other)
    graph.configure()
    return graph
