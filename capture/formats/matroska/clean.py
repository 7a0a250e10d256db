"""A Matroska or WebM video's faithful copy: its frames, bit for bit, in a movie of ours.

Players know MP4 everywhere and Matroska not; the writer and the second reading
of movies are one and the same for all videos. Frames are told by when they are
shown alone: their decoding times are these, sorted.
"""

from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from capture.blocks import opus
from capture.blocks.boxes import Budget, read_at
from capture.blocks.ebml import MAX_ELEMENTS
from capture.errors import CaptureError, Damaged, Unsupported
from capture.formats.base import Cleaning, Sink
from capture.formats.matroska.entries import AAC_FRAME, AC3_FRAME, entry_of, opus_skip
from capture.formats.matroska.frames import Frames, read_frames
from capture.formats.matroska.index import Mkv, MkvTrack, check_plain, read_mkv
from capture.formats.movie.clean import plan_track, write_copy
from capture.formats.movie.coding import Coding
from capture.formats.movie.edits import MOVIE_TIMESCALE, NORMAL_RATE
from capture.formats.movie.index import UNITY, Edit, Track
from capture.formats.movie.layout import Planned
from capture.formats.movie.pictures import picture_coding
from capture.formats.movie.sounds import sound_coding
from capture.formats.movie.tables import Samples, check_inside
from capture.progress import Tick

_NANO = 1_000_000_000
_FIRST_BYTES = 64
_ALAC_FRAME = slice(0, 4)
_GAP_SECONDS = 0.1
"""A sound that stands still for longer than this has a gap; less is rounding."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A track that is carried over, with its frames and its new description."""

    track: MkvTrack
    frames: Frames
    entry: bytes
    coding: Coding


def clean_matroska(source: BinaryIO, sink: Sink, tick: Tick) -> Cleaning:
    """Write a faithful copy as MP4. Raises Damaged, TooLarge and Unsupported.

    A clock whose ticks are longer than a second is none that we can tell times by.
    """
    budget = Budget(MAX_ELEMENTS)
    mkv = read_mkv(source, budget)
    if mkv.cut:
        raise Damaged("the file ends before its video")
    if mkv.scale > _NANO:
        raise Damaged("a clock that no recording has")
    found = read_frames(source, mkv, budget)
    chosen = choose(source, mkv, found)
    first = min(min(one.frames.times) for one in chosen)
    plans = tuple(_plan(source, mkv, one, first) for one in chosen)
    return write_copy(source, plans, [track.handler for track in mkv.tracks], sink, tick)


def choose(source: BinaryIO, mkv: Mkv, found: dict[int, Frames]) -> list[Chosen]:
    """Choose the first enabled picture, and the first enabled sound that can be carried over.

    Raises Unsupported.
    """
    chosen = []
    for handler in (b"vide", b"soun"):
        mine = [t for t in mkv.tracks if t.handler == handler and found[t.number].sizes]
        mine = [t for t in mine if t.enabled] or mine
        if mine:
            candidates = mine[:1] if handler == b"vide" else mine
            chosen.append(_first_supported(source, candidates, found))
    if not chosen:
        raise Damaged("the video holds no picture and no sound")
    return chosen


def _first_supported(
    source: BinaryIO, candidates: list[MkvTrack], found: dict[int, Frames]
) -> Chosen:
    problems: list[CaptureError] = []
    for track in candidates:
        frames = found[track.number]
        begin = read_at(source, frames.offsets[0], min(frames.sizes[0], _FIRST_BYTES))
        try:
            entry = entry_of(check_plain(track), begin)
            build = picture_coding if track.handler == b"vide" else sound_coding
            return Chosen(track, frames, entry, build(entry))
        except Unsupported as error:
            problems.append(error)
    raise problems[0]


def _plan(source: BinaryIO, mkv: Mkv, chosen: Chosen, first: int) -> Planned:
    build = _timed_picture if chosen.track.handler == b"vide" else _timed_sound
    samples, timescale, start = build(source, mkv, chosen)
    check_inside(samples, mkv.size)
    late = _ticks(min(chosen.frames.times) - first, mkv.scale, MOVIE_TIMESCALE)
    unheard = start if chosen.track.handler == b"soun" else 0
    length = -(-(samples.duration() - unheard) * MOVIE_TIMESCALE // timescale)
    pause = (Edit(late, -1, NORMAL_RATE),) if late else ()
    track = Track(
        number=chosen.track.number,
        enabled=True,
        handler=chosen.track.handler,
        timescale=timescale,
        matrix=UNITY,
        width=chosen.track.shown[0] << 16,
        height=chosen.track.shown[1] << 16,
        volume=0,
        edits=(*pause, Edit(length, start, NORMAL_RATE)) if pause or start else (),
        entries=(chosen.entry,),
        stbl=(),
        helpers=frozenset(),
    )
    return plan_track(track, samples, (chosen.coding,), MOVIE_TIMESCALE)


def _ticks(value: int, scale: int, timescale: int) -> int:
    """Convert a file's ticks of ``scale`` nanoseconds to a timescale's, to the nearest."""
    return (value * scale * timescale * 2 + _NANO) // (_NANO * 2)


def _timed_picture(_source: BinaryIO, mkv: Mkv, chosen: Chosen) -> tuple[Samples, int, int]:
    """Give samples, timescale, and how late after its decoding the first one is shown."""
    frames = chosen.frames
    scale = mkv.scale
    timescale = _NANO // scale if scale >= _NANO // MOVIE_TIMESCALE else MOVIE_TIMESCALE
    shown = np.array(frames.times, np.int64)
    if timescale * scale != _NANO:
        shown = (shown.astype(np.float64) * scale * timescale / _NANO).round().astype(np.int64)
    decoded = np.sort(shown)
    late = int(max((decoded - shown).max(), 0))
    durations = np.diff(decoded, append=decoded[-1])
    last = _ticks(frames.length, scale, timescale)
    durations[-1] = last or (durations[-2] if len(durations) > 1 else timescale // 25)
    shifts = shown - decoded + late
    keys = np.frombuffer(bytes(frames.keys), np.bool_)
    return (
        Samples(
            offsets=np.array(frames.offsets, np.int64),
            sizes=np.array(frames.sizes, np.int64),
            durations=durations,
            entry=np.zeros(len(shown), np.int64),
            shifts=shifts if shifts.any() else None,
            sync=None if keys.all() else keys,
        ),
        timescale,
        late,
    )


def _timed_sound(source: BinaryIO, mkv: Mkv, chosen: Chosen) -> tuple[Samples, int, int]:
    """Give samples, timescale, and the values at the beginning that are not to be heard.

    A sound's frames last as long as its codec says; times rounded to milliseconds only tell
    where there is a gap.
    """
    track, frames = chosen.track, chosen.frames
    timescale = opus.RATE if track.codec == "A_OPUS" else int(track.rate)
    if not 0 < timescale < 1 << 31:
        raise Damaged("a sound of an impossible rate")
    sizes = np.array(frames.sizes, np.int64)
    frame = chosen.coding.frame
    durations = sizes // frame if frame else _lengths(source, track, frames)
    if not frame:
        _bridge(durations, frames, mkv.scale, timescale)
    samples = Samples(
        offsets=np.array(frames.offsets, np.int64),
        sizes=durations * frame if frame else sizes,
        durations=durations,
        entry=np.zeros(len(sizes), np.int64),
        frame=frame,
    )
    return samples, timescale, opus_skip(track) if track.codec == "A_OPUS" else 0


def _lengths(source: BinaryIO, track: MkvTrack, frames: Frames) -> NDArray[np.int64]:
    if track.codec == "A_OPUS":
        return np.array(
            [
                opus_length(read_at(source, at, min(size, 2)))
                for at, size in zip(frames.offsets, frames.sizes, strict=True)
            ],
            np.int64,
        )
    if track.codec == "A_ALAC":
        one = int.from_bytes(track.private[_ALAC_FRAME], "big")
    else:
        one = AC3_FRAME if track.codec == "A_AC3" else AAC_FRAME
    return np.full(len(frames.sizes), one, np.int64)


def opus_length(begin: bytes) -> int:
    """Give how many values at 48 kHz a packet of Opus holds, by its first two bytes (RFC 6716)."""
    if not begin:
        return 0
    config, code = begin[0] >> 3, begin[0] & 3
    if config < 12:  # noqa: PLR2004 - SILK
        one = (480, 960, 1920, 2880)[config & 3]
    elif config < 16:  # noqa: PLR2004 - hybrid
        one = (480, 960)[config & 1]
    else:
        one = (120, 240, 480, 960)[config & 3]
    count = (1, 2, 2, (begin[1] & 63) if len(begin) > 1 else 0)[code]
    return one * count


def _bridge(durations: NDArray[np.int64], frames: Frames, scale: int, timescale: int) -> None:
    """Stretch the frame before each gap, so that what follows is heard when it was."""
    begins = (np.array(frames.times, np.float64) - frames.times[0]) * scale * timescale / _NANO
    wanted = np.concatenate((np.zeros(1), np.cumsum(durations)[:-1]))
    late = begins - wanted
    added = 0.0
    for row in np.flatnonzero(late > timescale * _GAP_SECONDS).tolist():
        if row and late[row] - added > timescale * _GAP_SECONDS:
            gap = int(late[row] - added)
            durations[row - 1] += gap
            added += gap
