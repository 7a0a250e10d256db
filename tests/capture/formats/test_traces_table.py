"""The page that lists every place is as long as the list of samples."""

import re

import pytest

from tests.capture.samples import (
    gif_canaries,
    jpeg_canaries,
    jxl_canaries,
    png_canaries,
    raw_canaries,
    tiff_canaries,
    webp_canaries,
)
from tests.conftest import PROJECT

PAGE = (PROJECT / "docs" / "formats" / "traces.md").read_text(encoding="utf-8")
FORMATS = {
    "JPEG": jpeg_canaries,
    "PNG": png_canaries,
    "WebP": webp_canaries,
    "GIF": gif_canaries,
    "TIFF": tiff_canaries,
    "raw": raw_canaries,
    "JXL": jxl_canaries,
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_place_stands_on_the_page(name: str) -> None:
    places = [place.name for place in FORMATS[name].places()]
    rows = {row.split(" | ")[0].strip("| ") for row in PAGE.splitlines() if row.startswith("| ")}
    prefixes = ("PNG raw profile, ", f"{name} ", "")
    for place in places:
        assert any(place.removeprefix(prefix) in rows for prefix in prefixes), place
    assert f"| {name} | {len(places)} |" in PAGE


def test_the_sum_is_right() -> None:
    counts = [
        int(n)
        for n in re.findall(
            r"^\| (?:JPEG|PNG|WebP|GIF|TIFF|raw|JXL) \| (\d+) \|$", PAGE, re.MULTILINE
        )
    ]
    assert f"| together | {sum(counts)} |" in PAGE
    assert sum(counts) > 150
