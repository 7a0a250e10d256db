"""A video's faithful copy: one picture track and one sound track, samples bit for bit.

Two passes over the source, in the order of the new file: the first only
measures what is left of each sample without its notes, so that the index can
stand at the beginning; the second writes. Memory holds the sample tables and
some megabytes, however long the video is.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from capture.blocks.boxes import Budget, read_at
from capture.errors import CaptureError, Damaged, TooLarge, Unsupported
from capture.formats.base import Cleaning, Sink
from capture.formats.movie.coding import Coding
from capture.formats.movie.edits import Shown, shown_of
from capture.formats.movie.fragments import read_fragments
from capture.formats.movie.index import UNITY, Movie, Track, read_index
from capture.formats.movie.layout import Planned, lay_out, order_of, upright_matrix
from capture.formats.movie.pictures import picture_coding
from capture.formats.movie.sounds import sound_coding
from capture.formats.movie.tables import Samples, check_inside, joined, read_tables
from capture.kinds import MediaKind
from capture.progress import Tick

MAX_SAMPLE = 64 << 20
"""Longest compressed sample in bytes: a frame of 8K takes about 20 MB at worst."""
_HALF, _WHOLE = 1 << 15, 0xFFFF0000
"""Of a size in 1/65536 pixels: what rounds it, and whole pixels."""
_PIECE = 1 << 20
"""Most bytes read at once, unless one sample is longer."""


def clean_faithfully(source: BinaryIO, sink: Sink, tick: Tick) -> Cleaning:
    """Write a faithful copy. Raises Damaged, TooLarge and Unsupported."""
    budget = Budget()
    movie = read_index(source, budget)
    chosen = choose(movie)
    planned = [_plan(source, movie, track, codings, budget) for track, codings in chosen]
    plans = tuple(plan for plan in planned if plan is not None)
    handlers = [track.handler for track in movie.tracks]
    return write_copy(source, plans, handlers, sink, tick)


def write_copy(
    source: BinaryIO,
    plans: tuple[Planned, ...],
    handlers: list[bytes],
    sink: Sink,
    tick: Tick,
) -> Cleaning:
    """Write planned tracks to a new file; ``handlers`` are those of all tracks of the source.

    Raises Damaged and TooLarge.
    """
    if not plans:
        raise Damaged("the video holds no picture and no sound")
    work = _Work(source, tick, plans)
    measured = work.measured()
    quicktime = any(plan.samples.frame for plan in measured)
    layout = lay_out(measured, quicktime=quicktime)
    sink.write(layout.head)
    work.write(measured, layout.order, sink)
    kind = MediaKind.MOV if quicktime else MediaKind.MP4
    return Cleaning(kind, lossless=True, steps=_steps(handlers, measured), leaves=_leaves(measured))


def choose(movie: Movie) -> list[tuple[Track, tuple[Coding, ...]]]:
    """Choose the main picture and the main sound, with their codecs' new descriptions.

    The first enabled track of each kind that no other track uses as a helper, and of the sounds
    the first that can be carried over: phones add a second one in a format of their own.
    Raises Unsupported.
    """
    helpers = frozenset().union(*(track.helpers for track in movie.tracks))
    found = []
    pictures = _candidates(movie, b"vide", helpers)
    if pictures:
        found.append((pictures[0], _codings(pictures[0], picture_coding)))
    sounds = _candidates(movie, b"soun", helpers)
    if sounds:
        found.append(_first_supported(sounds))
    if not found:
        raise Unsupported("neither picture nor sound in it", codec="none")
    return found


def _candidates(movie: Movie, handler: bytes, helpers: frozenset[int]) -> list[Track]:
    mine = [t for t in movie.tracks if t.handler == handler and t.entries]
    for wanted in (
        [t for t in mine if t.enabled and t.number not in helpers],
        [t for t in mine if t.number not in helpers],
    ):
        if wanted:
            return wanted
    return mine


def _first_supported(sounds: list[Track]) -> tuple[Track, tuple[Coding, ...]]:
    problems: list[CaptureError] = []
    for track in sounds:
        try:
            return track, _codings(track, sound_coding)
        except Unsupported as error:
            problems.append(error)
    raise problems[0]


def _codings(track: Track, build: Callable[[bytes], Coding]) -> tuple[Coding, ...]:
    codings = tuple(build(entry) for entry in track.entries)
    if len({coding.frame for coding in codings}) > 1 or (codings[0].frame and len(codings) > 1):
        raise Unsupported("sound that changes its form", codec="mixed-sound")
    return codings


def _plan(
    source: BinaryIO, movie: Movie, track: Track, codings: tuple[Coding, ...], budget: Budget
) -> Planned | None:
    """Plan one track of the new file; None where it has no samples."""
    samples = samples_of(source, movie, track, budget, codings[0].frame)
    if not len(samples):
        return None
    if int(samples.entry.max()) >= len(codings):
        raise Damaged("the chunk map names no description", part="index")
    return plan_track(track, samples, codings, movie.timescale)


def plan_track(
    track: Track, samples: Samples, codings: tuple[Coding, ...], timescale: int
) -> Planned:
    """Plan one track of the new file; ``timescale`` is that of its edits' lengths."""
    width, height = _size(track)
    shown = shown_of(track, samples, timescale)
    shown, codings = _used(shown, codings)
    return Planned(
        handler=track.handler,
        timescale=track.timescale,
        matrix=upright_matrix(track.matrix, width, height) if width else UNITY,
        width=width,
        height=height,
        shown=shown,
        codings=codings,
        sizes=shown.samples.sizes,
    )


def _used(shown: Shown, codings: tuple[Coding, ...]) -> tuple[Shown, tuple[Coding, ...]]:
    """Leave out descriptions that no sample needs, and those that say what another one says."""
    entry = shown.samples.entry
    if not len(entry) or int(entry.max()) >= len(codings):
        return shown, codings
    needed, first = np.unique(entry, return_index=True)
    kept: dict[bytes, Coding] = {}
    for number in needed[np.argsort(first)].tolist():
        kept.setdefault(codings[number].entry, codings[number])
    places = {each: place for place, each in enumerate(kept)}
    moved = np.array([places.get(coding.entry, 0) for coding in codings], np.int64)
    samples = replace(shown.samples, entry=moved[entry])
    return replace(shown, samples=samples), tuple(kept.values())


def _size(track: Track) -> tuple[int, int]:
    """Give the size at which a track is shown, whole, in 1/65536 pixels; zeros for a sound."""
    if track.handler != b"vide":
        return 0, 0
    width, height = (side + _HALF & _WHOLE for side in (track.width, track.height))
    if width and height:
        return width, height
    fixed = track.entries[0][32:36]
    return int.from_bytes(fixed[:2], "big") << 16, int.from_bytes(fixed[2:], "big") << 16


def samples_of(
    source: BinaryIO, movie: Movie, track: Track, budget: Budget, frame: int = 0
) -> Samples:
    """Read a track's samples, of its own tables and of all fragments.

    Raises Damaged and TooLarge.
    """
    parts = []
    if any(box.kind in (b"stsz", b"stz2") for box in track.stbl):
        parts.append(read_tables(source, track.stbl, frame))
    if movie.fragments:
        parts.append(read_fragments(source, movie, track, budget, frame))
    return check_inside(joined(parts), movie.size)


class _Work:
    """Both passes over the samples, with one progress over them."""

    def __init__(self, source: BinaryIO, tick: Tick, plans: tuple[Planned, ...]) -> None:
        self._source = source
        self._tick = tick
        self._plans = plans
        self._done = 0
        self._told = 0
        self._total = sum(
            int(plan.samples.sizes.sum()) * (2 if _resizes(plan) else 1) for plan in plans
        )

    def measured(self) -> tuple[Planned, ...]:
        """Return the plans with the sizes that their samples have without their notes."""
        sizes = [plan.samples.sizes.copy() for plan in self._plans]
        for number, first, last in order_of(self._plans).tolist():
            plan = self._plans[number]
            if _resizes(plan):
                for row, data in self._scrubbed(plan, first, last):
                    sizes[number][row] = len(data)
        return tuple(
            replace(plan, sizes=size) for plan, size in zip(self._plans, sizes, strict=True)
        )

    def write(self, plans: tuple[Planned, ...], order: NDArray[np.int64], sink: Sink) -> None:
        """Write all samples in the order of the layout. Raises Damaged if the source changed."""
        for number, first, last in order.tolist():
            plan = plans[number]
            if all(coding.scrub is None for coding in plan.codings):
                self._copy(plan, first, last, sink)
                continue
            self._filter(plan, first, last, sink)

    def _filter(self, plan: Planned, first: int, last: int, sink: Sink) -> None:
        expected = plan.sizes[first:last].tolist()
        pieces: list[bytes] = []
        held = 0
        for row, data in self._scrubbed(plan, first, last):
            if len(data) != expected[row - first]:
                raise Damaged("the file changed while it was read")
            pieces.append(data)
            held += len(data)
            if held > _PIECE:
                sink.write(b"".join(pieces))
                pieces, held = [], 0
        sink.write(b"".join(pieces))

    def _scrubbed(self, plan: Planned, first: int, last: int) -> Iterator[tuple[int, bytes]]:
        scrubs = [coding.scrub or bytes for coding in plan.codings]
        entries = plan.samples.entry[first:last].tolist()
        for row, data in self._samples(plan.samples, first, last):
            yield row, scrubs[entries[row - first]](data)

    def _samples(self, samples: Samples, first: int, last: int) -> Iterator[tuple[int, bytes]]:
        """Give the samples one by one, reading those that lie side by side at once."""
        sizes = samples.sizes[first:last].tolist()
        for start, length, rows in _reads(samples, first, last):
            if length > MAX_SAMPLE:
                raise TooLarge("one sample is too long", part="sample")
            data = read_at(self._source, start, length)
            at = 0
            for row in rows:
                size = sizes[row - first]
                yield row, data[at : at + size]
                at += size
            self._progress(length)

    def _copy(self, plan: Planned, first: int, last: int, sink: Sink) -> None:
        for start, length, _rows in _reads(plan.samples, first, last):
            for at in range(start, start + length, _PIECE):
                piece = read_at(self._source, at, min(_PIECE, start + length - at))
                sink.write(piece)
                self._progress(len(piece))

    def _progress(self, length: int) -> None:
        self._done += length
        if self._done - self._told >= _PIECE or self._done >= self._total:
            self._told = self._done
            self._tick(self._done, self._total)


def _resizes(plan: Planned) -> bool:
    return any(coding.resizes for coding in plan.codings)


def _reads(samples: Samples, first: int, last: int) -> Iterator[tuple[int, int, range]]:
    """Group samples that lie side by side: (offset, length, rows), one at least in each."""
    offsets = samples.offsets[first:last].tolist()
    sizes = samples.sizes[first:last].tolist()
    begin, length = 0, 0
    for row, size in enumerate(sizes):
        apart = offsets[row] != offsets[begin] + length
        if row > begin and (apart or length + size > _PIECE):
            yield offsets[begin], length, range(first + begin, first + row)
            begin, length = row, 0
        length += size
    yield offsets[begin], length, range(first + begin, last)


def _steps(handlers: list[bytes], plans: tuple[Planned, ...]) -> tuple[str, ...]:
    kept = {b"vide": 0, b"soun": 0, **{plan.handler: 1 for plan in plans}}
    dropped = [
        name
        for handler, name in (
            (b"vide", "other-pictures-dropped"),
            (b"soun", "other-sounds-dropped"),
        )
        if handlers.count(handler) > kept[handler]
    ]
    if any(handler not in kept for handler in handlers):
        dropped.append("data-tracks-dropped")
    if any(plan.shown.cut for plan in plans):
        dropped.append("hidden-footage-cut")
    codecs = [step for plan in plans for coding in plan.codings for step in coding.steps]
    return ("index-rewritten", "samples-filtered", *dict.fromkeys(codecs), *dropped)


def _leaves(plans: tuple[Planned, ...]) -> tuple[str, ...]:
    leaves = ["codec-settings", "frame-timing", "duration"]
    if any(plan.handler == b"vide" for plan in plans):
        leaves = ["visible-content", "sensor-noise", *leaves, "resolution"]
    if any(plan.handler == b"soun" for plan in plans):
        leaves.append("audible-content")
    if any(plan.shown.hidden for plan in plans):
        leaves.append("hidden-frames")
    return tuple(leaves)
