"""Each place that can hold text or a picture is filled, and must be empty afterwards."""

import io

import pytest

from capture.errors import Damaged, Unsupported, Unverified
from capture.formats.base import Format, Profile
from capture.formats.catalog import format_for
from capture.formats.gif import Gif
from capture.formats.heif import Heif
from capture.formats.jpeg import Jpeg
from capture.formats.jxl import Jxl
from capture.formats.mkv import Mkv
from capture.formats.mp4 import Mp4
from capture.formats.png import Png
from capture.formats.raw import Raw
from capture.formats.tiff import Tiff
from capture.formats.webp import Webp
from capture.progress import silent
from capture.report import MetadataReport
from capture.verify import needles
from tests.capture.samples import (
    gif_canaries,
    heif_canaries,
    jpeg_canaries,
    jxl_canaries,
    mkvs,
    movie_canaries,
    png_canaries,
    pngs,
    raw_canaries,
    tiff_canaries,
    webp_canaries,
)
from tests.capture.samples.jpeg_canaries import Place

PLACES: tuple[tuple[Format, Place], ...] = (
    *((Jpeg(), place) for place in jpeg_canaries.places()),
    *((Png(), place) for place in png_canaries.places()),
    *((Webp(), place) for place in webp_canaries.places()),
    *((Gif(), place) for place in gif_canaries.places()),
    *((Tiff(), place) for place in tiff_canaries.places()),
    *((Raw(), place) for place in raw_canaries.places()),
    *((Jxl(), place) for place in jxl_canaries.places()),
    *((Heif(), place) for place in heif_canaries.places()),
    *((Mp4(), place) for place in movie_canaries.places()),
    *((Mkv(), place) for place in mkvs.places()),
)


def _forms(canary: bytes) -> tuple[bytes, ...]:
    text = canary.decode()
    forms = (text.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be"))
    return (*forms, canary.hex().encode())


def _holds(data: bytes, canary: bytes) -> bool:
    whole = data + pngs.streams(data) if data.startswith(pngs.SIGNATURE) else data
    if data.startswith(b"\xff\x0a"):
        whole += _shifted(data)
    return any(form in whole for form in _forms(canary))


def _shifted(data: bytes) -> bytes:
    """Give a codestream at the other seven positions of its bits: its texts begin at any."""
    number = int.from_bytes(data, "little")
    return b"".join((number >> by).to_bytes(len(data), "little") for by in range(1, 8))


def _says(report: MetadataReport, canary: bytes) -> bool:
    values = any(canary.decode() in trace.value for trace in report.traces)
    return values or any(_holds(n, canary) for trace in report.traces for n in trace.needles)


@pytest.mark.parametrize("index", range(len(PLACES)), ids=lambda index: PLACES[index][1].name)
def test_what_stands_in_a_place_is_shown_and_gone(index: int) -> None:
    media, place = PLACES[index]
    canary = f"Canary{index:04}qzx".encode()
    source = io.BytesIO(place.build(canary))
    assert _holds(source.getvalue(), canary)
    report = media.read(source)
    assert _says(report, canary) or not place.shown
    wanted = [needle for trace in report.traces for needle in trace.needles]
    for profile in Profile:
        output = io.BytesIO()
        if place.refused and profile is Profile.FAITHFUL:
            with pytest.raises((Damaged, Unsupported, Unverified)):
                _cleaned(media, source, output, profile)
            continue
        made = _cleaned(media, source, output, profile)
        assert not _holds(output.getvalue(), canary)
        needles.search(output, wanted)
        left = made.read(output)
        assert left.traces == ()
        assert left.embedded == ()


def _cleaned(media: Format, source: io.BytesIO, output: io.BytesIO, profile: Profile) -> Format:
    """Clean and verify; give the format of what was made."""
    made = format_for(media.clean(source, output, profile, silent).kind)
    made.verify(output)
    return made


def test_every_place_has_a_name_of_its_own() -> None:
    assert len({place.name for _, place in PLACES}) == len(PLACES)
