import io
from pathlib import Path

import pytest

from capture.report import Harm
from capture.sources.base import Incoming
from capture.sources.folder import find
from capture.sources.outside import NEUTRAL_TIME, outside


def item(name: str, modified_at: str | None = None, folder: Path = Path("/nowhere")) -> Incoming:
    return Incoming(str(folder / name), name, str(folder), 1, modified_at, io.BytesIO)


def said(name: str) -> dict[str, str]:
    return {trace.tag: trace.value for trace in outside(item(name))}


@pytest.mark.parametrize(
    ("name", "who", "date"),
    [
        ("IMG_20240501_184207.jpg", None, "2024-05-01T18:42:07"),
        ("PXL_20240501_151207123.jpg", "a Google phone", "2024-05-01T15:12:07"),
        ("20240501_184207.jpg", "a Samsung phone", "2024-05-01T18:42:07"),
        ("IMG-20240501-WA0007.jpg", "WhatsApp", "2024-05-01"),
        ("WhatsApp Image 2024-05-01 at 18.42.07.jpeg", "WhatsApp", "2024-05-01T18:42:07"),
        ("signal-2024-05-01-184207.jpg", "Signal", "2024-05-01T18:42:07"),
        ("photo_2024-05-01_18-42-07.jpg", "Telegram", "2024-05-01T18:42:07"),
        ("FB_IMG_1714574527000.jpg", "Facebook", "2024-05-01T14:42:07Z"),
        ("Screenshot_20240501-184207_Maps.png", "a screenshot", "2024-05-01T18:42:07"),
        ("IMG_1234.HEIC", "an iPhone or a Canon camera", None),
        ("DSC_0042.JPG", "a Nikon camera or a Sony phone", None),
        ("GX010042.MP4", "a GoPro camera", None),
        ("DJI_0042.MP4", "a DJI drone or camera", None),
        ("VID_20241399_250000.mp4", None, None),
        ("our house.jpg", None, None),
    ],
)
def test_a_name_tells_who_made_it_and_when(name: str, who: str | None, date: str | None) -> None:
    found = said(name)
    assert found["FileName"] == name
    assert found.get("FileNameMadeBy") == who
    assert found.get("FileNameDate") == date


@pytest.mark.parametrize("name", ["001.jpg", "0042.mp4", "123456.heic"])
def test_a_neutral_name_and_time_say_nothing(name: str) -> None:
    assert outside(item(name, NEUTRAL_TIME)) == ()


def test_a_time_is_told() -> None:
    (trace,) = outside(item("001.jpg", "2024-05-01T18:42:07Z"))
    assert (trace.tag, trace.harm) == ("FileModifyDate", Harm.TIME)


def test_what_lies_beside_is_named(tmp_path: Path) -> None:
    for name in ("IMG_1.HEIC", "IMG_1.MOV", "IMG_1.aae", "IMG_2.MOV"):
        (tmp_path / name).touch()
    (first,) = [one for one in find([tmp_path / "IMG_1.HEIC"]) if isinstance(one, Incoming)]
    found = {trace.tag: trace.value for trace in outside(first)}
    assert found["sidecar"] == "IMG_1.aae"
    assert found["live-photo-partner"] == "IMG_1.MOV"


def test_a_hostile_name_is_bounded_and_one_line() -> None:
    for trace in outside(item("19999999-" * 5000 + "\n\x1b.jpg")):
        assert trace.value.isprintable()
        assert len(trace.value) <= 2001
    assert outside(item("\0.jpg"))
    assert outside(item("x" * 300 + ".jpg", folder=Path("/")))
