"""What the tracks of a Matroska file say beside picture and sound."""

from typing import BinaryIO

import numpy as np

from capture.errors import CaptureError
from capture.formats.matroska.entries import entry_of
from capture.formats.matroska.frames import Frames
from capture.formats.matroska.index import MkvTrack
from capture.formats.movie.index import UNITY, Track
from capture.formats.movie.said import Said
from capture.formats.movie.streams import read_stream
from capture.formats.movie.tables import Samples
from capture.formats.movie.telemetry import looked_at
from capture.formats.movie.userdata import decoded
from capture.report import Harm

_MAX_TEXTS = 100


def samples_of(frames: Frames) -> Samples:
    """Give the frames as rows of a table, without their times."""
    sizes = np.array(frames.sizes, np.int64)
    none = np.zeros(len(sizes), np.int64)
    return Samples(np.array(frames.offsets, np.int64), sizes, none, none)


def read_main_track(source: BinaryIO, track: MkvTrack, frames: Frames, said: Said) -> None:
    """Say what the stream of a track that is carried over holds beside it."""
    where = f"Tracks[{track.number}]"
    samples = samples_of(frames)
    begin = next(looked_at(source, samples), b"") if len(samples) else b""
    try:
        entry = entry_of(track, begin)
    except CaptureError:
        said.opaque(f"{where}/CodecPrivate", track.private, Harm.HISTORY, where)
        return
    as_movie = Track(
        track.number, True, track.handler, 1, UNITY, 0, 0, 0, (), (entry,), (), frozenset()  # noqa: FBT003 - fields in order
    )  # fmt: skip
    read_stream(source, as_movie, samples, said, where)


def read_hidden_track(source: BinaryIO, track: MkvTrack, frames: Frames, said: Said) -> None:
    """Say what a track holds that a copy does not carry over."""
    where = f"Tracks[{track.number}]"
    kind = track.handler.decode("ascii")
    samples = samples_of(frames)
    said.add(f"{where}/{kind}/track", f"{track.codec}, {len(samples)} frames", Harm.DEVICE, where)
    said.opaque(f"{where}/CodecPrivate", track.private, Harm.HISTORY, where)
    if not len(samples):
        return
    said.hidden("track", int(samples.offsets[0]), int(samples.sizes.sum()))
    data = list(looked_at(source, samples))
    if track.handler == b"subt" and track.codec.startswith("S_TEXT"):
        for text in list(dict.fromkeys(map(decoded, data)))[:_MAX_TEXTS]:
            said.text(f"{where}/transcript", text, Harm.IDENTITY, where)
    else:
        said.opaque(f"{where}/data", b"".join(data[:8]), Harm.DEVICE, where)
