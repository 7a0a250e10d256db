"""What the tracks of a movie say: their descriptions, streams, edits, and the bytes of none."""

from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from capture.blocks.boxes import Budget, read_at
from capture.errors import CaptureError
from capture.formats.movie.clean import choose, samples_of
from capture.formats.movie.coding import inner
from capture.formats.movie.edits import MOVIE_TIMESCALE, shown_of
from capture.formats.movie.index import Movie, Track
from capture.formats.movie.pictures import MAX_PADDING, edges_of
from capture.formats.movie.said import Said
from capture.formats.movie.sounds import sound_coding
from capture.formats.movie.streams import read_stream
from capture.formats.movie.tables import Samples
from capture.formats.movie.telemetry import read_track
from capture.formats.movie.userdata import decoded, name_of
from capture.kinds import sniff
from capture.report import Facts, Harm

MAX_GAPS = 40
"""Most stretches that belong to no sample which are looked into."""
MAX_PER_GAP = 1 << 16

_PICTURE_FIXED = 86
_SOUND_FIXED = 36
_EXPECTED = frozenset(
    (b"avcC", b"hvcC", b"av1C", b"vpcC", b"esds", b"pasp", b"clap", b"mdcv", b"clli", b"colr",
     b"dOps", b"dac3", b"dec3", b"alac", b"wave", b"chan", b"chnl", b"btrt", b"fiel", b"pcmC",
     b"enda", b"frma", b"gama", b"dvcC", b"dvvC", b"dvwC", b"hvcE", b"lhvC", b"vexu", b"srat",
     b"d263", b"damr", b"ccst", b"cclv", b"amve", b"hfov")
)  # fmt: skip


class Tracks:
    """Reads the tracks of one movie."""

    def __init__(self, source: BinaryIO, movie: Movie, budget: Budget, said: Said) -> None:
        self._source = source
        self._movie = movie
        self._budget = budget
        self._said = said

    def read(self) -> Facts:
        """Read all tracks and the gaps between their samples; return the facts."""
        main = self._main()
        found: list[Samples | None] = []
        durations = [0.0]
        for number, track in enumerate(self._movie.tracks):
            where = f"moov/trak[{number}]"
            samples = self._samples(track)
            found.append(samples)
            if track.handler in (b"vide", b"soun"):
                self._read_entries(track, where)
            if track in main:
                read_stream(self._source, track, samples, self._said, where)
                durations.append(self._read_edits(track, samples, where))
            else:
                read_track(self._source, track, samples, self._said, where)
                read_stream(self._source, track, samples, self._said, where)
        whole = [samples for samples in found if samples is not None]
        if len(whole) == len(found):
            self._read_gaps(whole)
        return self._facts(main, max(durations))

    def _main(self) -> list[Track]:
        """Give the tracks that a copy carries over, or would if it could."""
        try:
            return [track for track, _ in choose(self._movie)]
        except CaptureError:
            kinds = ([t for t in self._movie.tracks if t.handler == h] for h in (b"vide", b"soun"))
            return [tracks[0] for tracks in kinds if tracks]

    def _samples(self, track: Track) -> Samples | None:
        frame = 0
        try:
            if track.handler == b"soun" and track.entries:
                frame = sound_coding(track.entries[0]).frame
        except CaptureError:
            frame = 0
        try:
            return samples_of(self._source, self._movie, track, self._budget, frame)
        except CaptureError:
            return None

    def _read_entries(self, track: Track, where: str) -> None:
        """Read names of makers and compressors, and boxes that no decoder needs."""
        is_picture = track.handler == b"vide"
        for entry in track.entries:
            vendor, name = entry[20:24], entry[50:82]
            place = f"{where}/{name_of(entry[4:8])}"
            if vendor.strip(b"\0"):
                self._said.add(f"{place}/vendor", name_of(vendor), Harm.HISTORY, place)
            if is_picture and name:
                text = decoded(name[1 : 1 + name[0]])
                self._said.text(f"{place}/encoder", text, Harm.HISTORY, place)
            found = inner(entry, _PICTURE_FIXED if is_picture else _SOUND_FIXED)
            if is_picture:
                self._read_edges(edges_of(entry, found), place)
            for kind, body in found.items():
                if kind not in _EXPECTED:
                    self._said.opaque(f"{place}/{name_of(kind)}", body, Harm.DEVICE, place)
                elif kind == b"colr" and body[:4] in (b"prof", b"rICC"):
                    self._said.opaque(f"{place}/icc", body[4:], Harm.DEVICE, place)

    def _read_edges(self, hidden: tuple[int, int], place: str) -> None:
        """Say what a crop leaves in the file, beyond an encoder's padding."""
        if max(hidden) > MAX_PADDING:
            said = "pixels at the edges, which not every player shows, are in the file"
            self._said.add(
                f"{place}/cropped", f"{hidden[0]} x {hidden[1]} {said}", Harm.HISTORY, place
            )

    def _read_edits(self, track: Track, samples: Samples | None, where: str) -> float:
        """Say what an edit list hides; return how long the track is shown, in seconds."""
        if samples is None or not len(samples) or not track.timescale:
            return 0.0
        try:
            shown = shown_of(track, samples, self._movie.timescale)
        except CaptureError:
            return samples.duration() / track.timescale
        if shown.cut:
            left = samples.duration() - shown.samples.duration()
            text = f"{left / track.timescale:.1f} s of footage that is not shown"
            self._said.add(f"{where}/elst/hidden-footage", text, Harm.HISTORY, f"{where}/edts")
            start = int(samples.offsets.min())
            self._said.hidden("track", start, int(samples.sizes.sum() - shown.samples.sizes.sum()))
        return shown.duration / MOVIE_TIMESCALE

    def _read_gaps(self, found: list[Samples]) -> None:
        """Find bytes of the media data that belong to no sample."""
        gaps = [gap for gap in self._gaps(found) if gap[1] > gap[0]]
        for start, end in gaps[:MAX_GAPS]:
            data = read_at(self._source, start, min(end - start, MAX_PER_GAP))
            if data.strip(b"\0"):
                kind = sniff(data[:64])
                self._said.hidden(kind.value if kind else "unreferenced", start, end - start)
                self._said.opaque("mdat/unreferenced", data, Harm.HISTORY, "mdat", start)
        if len(gaps) > MAX_GAPS:
            text = f"{len(gaps)} stretches"
            self._said.add("mdat/unreferenced", text, Harm.HISTORY, "mdat")

    def _gaps(self, found: list[Samples]) -> list[tuple[int, int]]:
        starts, ends = _covered(found)
        gaps: list[tuple[int, int]] = []
        for box in self._movie.top:
            if box.kind != b"mdat":
                continue
            inside = (ends > box.body) & (starts < box.end)
            edges = np.concatenate(([box.body], ends[inside]))
            nexts = np.concatenate((starts[inside], [box.end]))
            wide = np.flatnonzero(nexts > edges)
            gaps += [(int(edges[at]), min(int(nexts[at]), box.end)) for at in wide]
        return gaps

    def _facts(self, main: list[Track], seconds: float) -> Facts:
        duration = f"{seconds:.1f}" if seconds else None
        picture = next((track for track in main if track.handler == b"vide"), None)
        if picture is None:
            return self._said.facts(duration, None, None)
        fixed = picture.entries[0][32:36] if picture.entries else bytes(4)
        width = picture.width >> 16 or int.from_bytes(fixed[:2], "big")
        height = picture.height >> 16 or int.from_bytes(fixed[2:4], "big")
        if picture.matrix[0] == picture.matrix[4] == 0:
            width, height = height, width
        return self._said.facts(duration, width or None, height or None)


def _covered(found: list[Samples]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the stretches that samples cover, in order, each starting after the last one's end."""
    starts = np.concatenate([samples.offsets for samples in found] or [np.zeros(0, np.int64)])
    sizes = np.concatenate([samples.sizes for samples in found] or [np.zeros(0, np.int64)])
    order = np.argsort(starts, kind="stable")
    starts, ends = starts[order], np.maximum.accumulate(starts[order] + sizes[order])
    if not len(starts):
        return starts, ends
    first = np.ones(len(starts), np.bool_)
    first[1:] = starts[1:] > ends[:-1]
    last = np.append(np.flatnonzero(first)[1:] - 1, len(starts) - 1)
    return starts[first], ends[last]
