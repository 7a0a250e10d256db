"""Edit lists: what of a track is shown when, and footage that they hide.

Source: ISO/IEC 14496-12, 8.6.6. A phone that trims a video may leave the cut
footage in the file and only write an edit list around it. What no edit shows
is cut away here, back to the last picture that can be decoded alone; the few
frames between that picture and the first shown one must stay, because what
follows is made from them. That remainder is named.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from capture.errors import Damaged, Unsupported
from capture.formats.movie.index import Edit, Track
from capture.formats.movie.tables import Samples

MOVIE_TIMESCALE = 90_000
"""Ticks a second of every movie that we write."""
NORMAL_RATE = 1 << 16
_LONGEST = 1 << 62
"""Ticks of our clock: more than a movie's header can say."""
PREROLL = 4
"""Sound frames kept before the first one heard: decoders start up on them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A track's samples that must stay, its edits on our clock, and how much they still hide.

    ``duration`` is on the movie's clock. ``hidden`` counts video frames that stay although no
    edit shows them; ``cut`` counts samples taken away.
    """

    samples: Samples
    edits: tuple[Edit, ...]
    duration: int
    hidden: int
    cut: int


def shown_of(track: Track, samples: Samples, timescale: int) -> Shown:
    """Cut a track down to what its edits show; ``timescale`` is the source movie's.

    Raises Damaged, and Unsupported for edits that play at another speed.
    """
    if track.timescale == 0:
        raise Damaged("a track without a clock")
    total = samples.duration()
    if not any(edit.start >= 0 for edit in track.edits):
        return Shown(samples, (), _on_our_clock(total, track.timescale), 0, 0)
    edits = _on_our_clocks(track, timescale, max(total, _end(samples)))
    shown = [edit for edit in edits if edit.start >= 0]
    start = min(edit.start for edit in shown)
    stop = max(edit.start + _in_track(edit.length, track.timescale) for edit in shown)
    kept, skipped = _kept(track, samples, start, stop)
    moved = tuple(
        edit if edit.start < 0 else replace(edit, start=edit.start - skipped) for edit in edits
    )
    hidden = _hidden(kept, moved, track.timescale) if track.handler == b"vide" else 0
    length = sum(edit.length for edit in moved)
    cut = len(samples) - len(kept)
    return Shown(kept, _if_needed(moved, kept, track), length, hidden, cut)


def _on_our_clocks(track: Track, timescale: int, total: int) -> list[Edit]:
    """Put the edits on our clock."""
    found = [edit for edit in track.edits if edit.length or edit.start >= 0]
    if any(edit.start >= 0 and edit.rate != NORMAL_RATE for edit in found):
        raise Unsupported("a part that plays at another speed", codec="edit-rate")
    if any(edit.start < -1 for edit in found) or timescale == 0:
        raise Damaged("an edit list that makes no sense")
    if sum(_on_our_clock(edit.length, timescale) for edit in found) > _LONGEST:
        raise Damaged("an edit list that makes no sense")
    edits = [_on_clock(edit, track, timescale, total) for edit in found if edit.start < total]
    plain = _plain(edits)
    if not plain:
        raise Damaged("an edit list that shows nothing")
    return plain


def _plain(edits: list[Edit]) -> list[Edit]:
    """Put pauses that follow each other together, and leave out the last one: nothing follows."""
    plain: list[Edit] = []
    for edit in edits:
        if edit.start < 0 and plain and plain[-1].start < 0:
            edit = replace(edit, length=edit.length + plain.pop().length)  # noqa: PLW2901 - it grows
        plain.append(edit)
    return plain[:-1] if plain and plain[-1].start < 0 else plain


def _on_clock(edit: Edit, track: Track, timescale: int, total: int) -> Edit:
    """Put one edit on our clock; nothing is shown for longer than there is something."""
    length = _on_our_clock(edit.length, timescale)
    if edit.start >= 0:
        longest = _on_our_clock(total - edit.start, track.timescale)
        length = min(length, longest) if edit.length else longest
    return Edit(length, edit.start, NORMAL_RATE)


def _on_our_clock(ticks: int, timescale: int) -> int:
    """Convert to our ticks, to the nearest."""
    return (ticks * MOVIE_TIMESCALE * 2 + timescale) // (timescale * 2)


def _in_track(ticks: int, timescale: int) -> int:
    """Convert our ticks to a track's, upwards, so that no shown sample is cut for rounding."""
    return -(-ticks * timescale // MOVIE_TIMESCALE) + 1


def _kept(track: Track, samples: Samples, start: int, stop: int) -> tuple[Samples, int]:
    """Give the samples that showing this stretch needs, and the ticks before the first of them.

    Raises Damaged when nothing is shown.
    """
    if samples.frame:
        samples, dropped = _cut_runs(samples, start, stop)
        if not len(samples):
            raise Damaged("an edit list that shows nothing")
        return samples, dropped
    begins = _shown_at(samples)
    visible = np.flatnonzero(_overlaps(samples, begins, start, stop + _late(begins, start)))
    if not len(visible):
        raise Damaged("an edit list that shows nothing")
    first, last = int(visible[0]), int(visible[-1]) + 1
    if track.handler == b"soun":
        first = max(first - PREROLL, 0)
    else:
        first = _decodable(samples, begins, first, start)
    return samples.part(first, last), int(samples.durations[:first].sum())


def _shown_at(samples: Samples) -> NDArray[np.int64]:
    """Give the time at which each sample is shown, before any edit."""
    starts = samples.starts()
    return starts if samples.shifts is None else starts + samples.shifts


def _end(samples: Samples) -> int:
    """Give when the last picture shown ends, before any edit: reordered ones are shown late."""
    if samples.frame:
        return samples.duration()
    return int((_shown_at(samples) + samples.durations).max())


def _late(begins: NDArray[np.int64], start: int) -> int:
    """Give by how much the first picture comes after the edit that shows it.

    Writers that forget the delay of reordered pictures in their edit list lose none by it.
    """
    return max(int(begins.min()) - start, 0)


def _overlaps(
    samples: Samples, begins: NDArray[np.int64], start: int, stop: int
) -> NDArray[np.bool_]:
    """Say of each sample whether it is shown in this stretch; a last one may have no length."""
    ends = begins + np.maximum(samples.durations, 1)
    overlaps: NDArray[np.bool_] = (ends > start) & (begins < stop)
    return overlaps


def _decodable(samples: Samples, begins: NDArray[np.int64], first: int, start: int) -> int:
    """Go back to where decoding can begin.

    A picture that is shown after the stretch begins is not far enough: those shown before it
    but decoded after it may be made from earlier ones.
    """
    able = begins[: first + 1] <= start
    if samples.sync is not None:
        able &= samples.sync[: first + 1]
    found = np.flatnonzero(able)
    return int(found[-1]) if len(found) else 0


def _cut_runs(samples: Samples, start: int, stop: int) -> tuple[Samples, int]:
    """Cut runs of uncompressed sound to the very frame; return the ticks before them too."""
    begins = samples.starts()
    ends = begins + samples.durations
    low, high = np.maximum(begins, start), np.minimum(ends, stop)
    rows = np.flatnonzero(high > low)
    counts = (high - low)[rows]
    cut = replace(
        samples,
        offsets=samples.offsets[rows] + (low - begins)[rows] * samples.frame,
        sizes=counts * samples.frame,
        durations=counts,
        entry=samples.entry[rows],
    )
    return cut, int(low[rows[0]]) if len(rows) else 0


def _hidden(samples: Samples, edits: tuple[Edit, ...], timescale: int) -> int:
    """Count the samples that no edit shows."""
    begins = _shown_at(samples)
    shown = np.zeros(len(samples), np.bool_)
    for edit in edits:
        if edit.start >= 0:
            stop = edit.start + _in_track(edit.length, timescale) + _late(begins, edit.start)
            shown |= _overlaps(samples, begins, edit.start, stop)
    return int((~shown & (samples.sizes > 0)).sum())


def _if_needed(edits: tuple[Edit, ...], samples: Samples, track: Track) -> tuple[Edit, ...]:
    """Leave the list out where it shows the whole track from its beginning."""
    whole = _on_our_clock(samples.duration(), track.timescale)
    if len(edits) == 1 and edits[0].start == 0 and edits[0].length == whole:
        return ()
    return edits
