"""A HEIF file that is a film: it is read as one, and its first picture is the anonymous copy."""

import io
from functools import cache

import pytest
from PIL import Image

from capture.errors import Damaged, Unsupported
from capture.formats.avif import Avif
from capture.formats.base import Profile
from capture.formats.catalog import format_for
from capture.formats.heif import Heif
from capture.kinds import MediaKind, sniff
from capture.progress import silent
from tests.capture.samples import movies


@cache
def film(brand: bytes = b"msf1") -> bytes:
    """Give a movie the brand of an image sequence, in a type box of the same size."""
    data = movies.muxed("libx265", "")
    size = int.from_bytes(data[:4], "big")
    return data[:8] + (brand + bytes(4) + brand * 8)[: size - 8] + data[size:]


def test_it_says_what_a_movie_says() -> None:
    data = film()
    assert sniff(data) is MediaKind.HEIF
    report = Heif().read(io.BytesIO(data))
    assert report.kind is MediaKind.HEIF
    assert report.facts.latitude == "48.858400"
    assert any(trace.value == "Kamerawerk" for trace in report.traces)


@pytest.mark.parametrize("profile", [Profile.ANONYMOUS, Profile.SMALL])
def test_its_first_picture_is_the_copy(profile: Profile) -> None:
    output = io.BytesIO()
    cleaning = Heif().clean(io.BytesIO(film()), output, profile, silent)
    assert (cleaning.kind, cleaning.steps[0]) == (MediaKind.JPEG, "first-picture")
    made = format_for(cleaning.kind)
    made.verify(output)
    assert made.read(output).traces == ()
    first = Image.open(io.BytesIO(output.getvalue()))
    report = Heif().read(io.BytesIO(film()))
    assert first.size == (report.facts.width, report.facts.height)


def test_no_faithful_copy_is_made() -> None:
    with pytest.raises(Unsupported) as refused:
        Heif().clean(io.BytesIO(film()), io.BytesIO(), Profile.FAITHFUL, silent)
    assert refused.value.facts["part"] == "sequence"


def test_avif_does_the_same() -> None:
    data = film(b"avis")
    assert sniff(data) is MediaKind.AVIF
    assert Avif().read(io.BytesIO(data)).facts.latitude
    cleaning = Avif().clean(io.BytesIO(data), io.BytesIO(), Profile.ANONYMOUS, silent)
    assert cleaning.steps[0] == "first-picture"


def test_a_film_cut_anywhere_is_refused_or_shows_its_whole_first_picture() -> None:
    data = film()
    for cut in range(40, len(data), 997):
        output = io.BytesIO()
        try:
            Heif().clean(io.BytesIO(data[:cut]), output, Profile.ANONYMOUS, silent)
        except (Damaged, Unsupported):
            continue
        assert Image.open(io.BytesIO(output.getvalue())).size == (160, 120)
