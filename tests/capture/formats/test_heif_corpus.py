"""Real HEIF and AVIF files of phones and cameras: all but the broken ones come out clean."""

import io
from pathlib import Path

import pillow_heif

from capture.errors import CaptureError, Unsupported
from capture.formats.base import Profile
from capture.formats.catalog import format_for
from capture.kinds import MediaKind, sniff
from capture.progress import silent
from capture.report import needles_of
from capture.verify import needles
from tests.capture.samples import heifs as h

ENDINGS = {".heic", ".heif", ".hif", ".avif"}
SMALL = 1 << 20
"""Longest file whose pixels are compared, in bytes."""


def test_every_file_is_cleaned_or_refused_by_name(corpus: Path) -> None:
    refused = 0
    files = [path for path in sorted(corpus.rglob("*")) if path.suffix.lower() in ENDINGS]
    for path in files:
        data = path.read_bytes()
        kind = sniff(data[:64])
        assert kind in {MediaKind.HEIF, MediaKind.AVIF}
        try:
            copy = _cleaned(data, kind)
        except Unsupported:
            continue
        except CaptureError:
            refused += 1
            continue
        if len(data) <= SMALL and kind is MediaKind.HEIF and _shows_its_primary(data):
            assert h.pixels(copy) == h.pixels(data)
    assert refused <= len(files) * 0.1


def _cleaned(data: bytes, kind: MediaKind) -> bytes:
    media = format_for(kind)
    report = media.read(io.BytesIO(data))
    sink = io.BytesIO()
    made = format_for(media.clean(io.BytesIO(data), sink, Profile.FAITHFUL, silent).kind)
    made.verify(sink)
    needles.search(sink, needles_of(report))
    left = made.read(sink)
    assert (left.traces, left.embedded) == ((), ())
    return sink.getvalue()


def _shows_its_primary(data: bytes) -> bool:
    """Whether libheif lists the primary picture, and can decode it."""
    try:
        container = pillow_heif.open_heif(io.BytesIO(data))
        chosen = container[container.primary_index]
        return bool(chosen.info["primary"] and chosen.data)
    except (ValueError, EOFError, OSError, RuntimeError, SyntaxError):
        return False
