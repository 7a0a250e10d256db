"""From bytes to what they say, to a cleaned copy, and to its second reading.

The pure middle of the house: no vault, no file, no process. It runs in the
confined child, which is the only caller in the product.
"""

import io
import os
from collections.abc import Collection
from dataclasses import replace
from typing import BinaryIO

from capture.blocks.encodings import with_all_forms
from capture.detect.finding import Finding
from capture.errors import (
    BadPlan,
    CaptureError,
    EmptyFile,
    TooLarge,
    UnknownKind,
    Unsupported,
    Unverified,
)
from capture.formats import kept as keeping
from capture.formats import mp4
from capture.formats.anonymous import anonymous_pieces
from capture.formats.base import Cleaning, Format, Profile, Sink
from capture.formats.catalog import format_for
from capture.kinds import HEAD, MediaKind, sniff
from capture.platforms import Bounds
from capture.progress import Tick, silent, stage
from capture.redact.plan import RedactionPlan, RegionKind, Window
from capture.report import HiddenPicture, MetadataReport, Picture
from capture.reveal import Kept
from capture.seeking import watched
from capture.verify import kept as kept_reading
from capture.verify import needles as needle_search

_SMALLEST_THUMBNAIL = 64
_BLOCK = 1 << 20
_FOLLOWED = 0.9
"""Share of a video's second reading that is spent on its samples."""


def inspect(source: BinaryIO, tick: Tick = silent) -> MetadataReport:
    """Return everything that a file says. ``source`` is seekable and hostile."""
    chosen = _format_of(source)
    report = with_all_forms(chosen.read(source))
    tick(report.size, report.size)
    return report


def clean(source: BinaryIO, sink: Sink, profile: Profile, tick: Tick = silent) -> Cleaning:
    """Write a cleaned copy of ``source`` to ``sink``. Raises CaptureError."""
    chosen = _format_of(source)
    return chosen.clean(source, sink, profile, tick)


def clean_keeping(
    source: BinaryIO, sink: Sink, profile: Profile, kept: Kept, tick: Tick = silent
) -> Cleaning:
    """Write a cleaned copy that says what its witness keeps. Raises CaptureError.

    A still is held in memory until it is whole; a movie gets its box at its end.
    """
    if _kind_of(source).is_video:
        cleaning = clean(source, sink, profile, tick)
        keeping.check(cleaning.kind)
        sink.write(keeping.last_box(kept))
        return cleaning
    whole = io.BytesIO()
    cleaning = clean(source, whole, profile, tick)
    sink.write(keeping.with_kept(cleaning.kind, whole.getvalue(), kept))
    return cleaning


def verify(
    kind: MediaKind, output: BinaryIO, needles: tuple[bytes, ...], tick: Tick = silent
) -> None:
    """Read a cleaned copy again: its structure, its traces, its source's own values.

    ``needles`` are the identifying bytes of the source's report. Raises Unverified.
    """
    try:
        _read_again(kind, output, needles, tick)
    except Unverified:
        raise
    except CaptureError as error:
        raise Unverified(f"the second reading failed: {error.code}") from error


def verify_keeping(
    kind: MediaKind, output: BinaryIO, needles: tuple[bytes, ...], kept: Kept, tick: Tick = silent
) -> None:
    """Read a copy again that says what its witness keeps, exactly and nowhere else.

    All the rest of it is read as ``verify`` does. Raises Unverified.
    """
    verify(kind, kept_reading.without(kind, output, kept), needles, tick)


def _read_again(kind: MediaKind, output: BinaryIO, needles: tuple[bytes, ...], tick: Tick) -> None:
    found = _kind_of(output)
    if found is not kind:
        raise Unverified(f"{kind.value} was announced, {found.value} was found")
    chosen = format_for(kind)
    if kind.is_video:
        # Following an hour of it takes minutes: the search of it afterwards, seconds.
        size = output.seek(0, os.SEEK_END)
        output.seek(0)
        chosen.verify(watched(output, stage(tick, size, 0, _FOLLOWED), _BLOCK))
        tick = stage(tick, size, _FOLLOWED, 1)
    else:
        chosen.verify(output)
    output.seek(0)
    needle_search.search(output, needles, tick)
    output.seek(0)
    if left := chosen.read(output).traces:
        raise Unverified(f"{len(left)} traces are left", traces=len(left))


def preview(source: BinaryIO, max_side: int) -> Picture:
    """Return a small upright picture of a photo, or of a video's first frame."""
    # Imported here: the decoders are heavy, and a verifying child must never run them.
    from capture.decode import preview as decoder

    return decoder.picture(source, _kind_of(source), max_side)


def first_look(untrusted_head: BinaryIO, max_side: int) -> Picture:
    """Return the small picture in the beginning of a file whose rest is not here."""
    from capture.decode import first_look as decoder

    return decoder.picture(untrusted_head, _kind_of(untrusted_head), max_side)


def view(
    source: BinaryIO, max_side: int, window: Window | None = None, plan: RedactionPlan | None = None
) -> tuple[tuple[int, int], Picture]:
    """Return a photo's upright width and height, and a window of it (left, top, width, height).

    With a plan it is the covered picture, by the very code that makes copies. The window is
    scaled down where a side of it is longer than ``max_side`` pixels. Raises BadPlan, Unsupported
    for a video, and what decoding raises.
    """
    from capture.decode import scale, upright
    from capture.redact.cover import rendered

    whole = plan is None and window is None
    size, samples = upright.at_most(source, _kind_of(source), max_side if whole else None)
    if plan is not None:
        samples = rendered(samples, plan)
        size = samples.shape[1], samples.shape[0]
    height, width = samples.shape[:2]
    left, top, across, down = window or (0, 0, width, height)
    part = samples[max(top, 0) : max(top + down, 0), max(left, 0) : max(left + across, 0)]
    if not part.size:
        raise BadPlan("a window beside the picture")
    small = scale.resized(part, min(1.0, max(1, max_side) / max(part.shape[:2])))
    return size, Picture(small.shape[1], small.shape[0], small.tobytes())


def hidden(source: BinaryIO, max_side: int, tick: Tick = silent) -> tuple[HiddenPicture, ...]:
    """Return the pictures that are hidden in a file, each as small as ``max_side``.

    Raises CaptureError where the file cannot be read at all.
    """
    from capture.formats import hidden as within  # it takes the tables of all formats

    chosen = _format_of(source)
    embedded = chosen.read(source).embedded
    return within.pictures(source, _kind_of(source), embedded, max_side, tick)


def codes(source: BinaryIO) -> tuple[bytes, ...]:
    """Return what the QR codes in a picture hold. Raises CaptureError."""
    from capture.decode import codes as reader

    return reader.read(source, _kind_of(source))


def thumbnail(source: BinaryIO, max_side: int, max_bytes: int) -> bytes:
    """Return a small picture as the one JPEG, smaller until it fits; empty if it never does."""
    from capture.decode import upright

    side = max_side
    while side >= _SMALLEST_THUMBNAIL:
        shown = preview(source, side)
        small = upright.encoded(upright.samples_of(shown))
        if len(small) <= max_bytes:
            return small
        side = side * 2 // 3
    return b""


def find(
    source: BinaryIO, wanted: Collection[RegionKind], tick: Tick = silent, *, thorough: bool
) -> tuple[tuple[int, int], list[Finding]]:
    """Return the upright picture's width and height, and what is found of the wanted kinds.

    A look at faces that is not thorough decodes no more of the picture than it needs, so that
    its boxes are there at once; of a video it is at the picture that stands for it. Raises
    WeightsMissing, Unsupported for a thorough look at a video, and what decoding raises.
    """
    from capture.decode import upright
    from capture.detect import catalog, faces, merge

    kind = _kind_of(source)
    side = None if thorough or set(wanted) != {RegionKind.FACE} else faces.INSTANT_SIDE
    if side is not None and kind.is_video:
        samples = upright.samples_of(preview(source, side))
        height, width = samples.shape[:2]
    else:
        (width, height), samples = upright.at_most(source, kind, side)
    found = catalog.find(samples, wanted, tick, thorough=thorough)
    back = width / samples.shape[1], height / samples.shape[0]
    return (width, height), merge.enlarged(found, *back)


def redact(source: BinaryIO, plan: RedactionPlan, sink: Sink, tick: Tick = silent) -> Cleaning:
    """Write a covered picture as the one JPEG: a pure function of the source and the plan.

    Raises BadPlan, Unsupported for a video, and what decoding raises.
    """
    from capture.decode import upright
    from capture.redact.cover import rendered

    samples = upright.pixels(source, _kind_of(source))
    pieces, cleaning = anonymous_pieces(upright.encoded(rendered(samples, plan)))
    tick(0, 0)
    for piece in pieces:
        sink.write(bytes(piece))
    return replace(cleaning, steps=("covered", *cleaning.steps))


def fit(source: BinaryIO, sink: Sink, bounds: Bounds, tick: Tick = silent) -> Cleaning:
    """Write what may be posted within some bounds: the copy as it is, or one made smaller.

    Raises TooLarge where nothing is small enough, Unsupported for sound, and what decoding raises.
    """
    from capture.decode import containers
    from capture.decode import fit as fitting

    kind, size = _kind_of(source), source.seek(0, io.SEEK_END)
    if kind.is_sound:
        raise Unsupported("sound alone", reason="post-sound")
    counted = _Counted(sink, bounds.size)
    if kind.is_video:
        within = fitting.video_plan(source, kind, size, bounds)
        if within is not None:
            return mp4.anonymous_copy(source, containers.VIDEOS, counted, tick, within)
    elif not fitting.photo_fits(source, kind, size, bounds):
        pieces, cleaning = anonymous_pieces(fitting.photo(source, kind, bounds))
        tick(0, 0)
        for piece in pieces:
            counted.write(piece)
        several = fitting.pictures_in(source, kind) > 1
        return replace(cleaning, steps=("first-picture",) * several + cleaning.steps)
    source.seek(0)
    while block := source.read(_BLOCK):
        counted.write(block)
        tick(min(source.tell(), size), size)
    return Cleaning(kind, lossless=True, steps=("fits-already",))


class _Counted:
    """A sink that takes no more than fits."""

    def __init__(self, sink: Sink, most: int) -> None:
        self._sink, self._left, self._most = sink, most, most

    def write(self, data: bytes, /) -> object:
        """Append the bytes. Raises TooLarge."""
        self._left -= len(data)
        if self._left < 0:
            raise TooLarge("more than fits", reason="post-size", bytes=self._most)
        return self._sink.write(data)


def _format_of(source: BinaryIO) -> Format:
    return format_for(_kind_of(source))


def _kind_of(source: BinaryIO) -> MediaKind:
    source.seek(0)
    untrusted_head = source.read(HEAD)
    source.seek(0)
    if not untrusted_head:
        raise EmptyFile
    kind = sniff(untrusted_head)
    if kind is None:
        raise UnknownKind
    return kind
