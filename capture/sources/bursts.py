"""What the names of phones' bursts say: which photos were taken in one go, and which is shown.

Sources: Android's and Sony's camera (``00001IMG_00001_BURST20170801120000123_COVER.jpg``,
``IMG_20190101_120000_BURST002.jpg``), Google's since 2020
(``PXL_20230505_101112131.BURST-01.COVER.jpg``, ``.RAW-02.ORIGINAL.dng``,
``.PORTRAIT-02.ORIGINAL.jpg``), Samsung's (``20190101_120000_003.jpg``). A name is a hint: what
the files say of their time may contradict it.
"""

import re
from dataclasses import dataclass
from enum import Enum


class Part(Enum):
    """What one photo of a series is."""

    FIRST = "first"
    """The one that the phone shows, or that was not worked over."""
    SHOT = "shot"
    WORKED_OVER = "worked over"
    """Made by the phone of the first: its background blurred, lightened, drawn in time."""
    RAW = "raw"


@dataclass(frozen=True, slots=True)
class Shot:
    """One photo of a series, by its name; ``series`` is what the names have in common."""

    series: str
    part: Part


_MAX_NAME = 255
_NUMBERED = re.compile(r"(?:\d{5}\w*?_\d{5}|\w+)_burst(\d{17})(_cover)?")
_LETTERED = re.compile(r"(\w+?)_burst\d{1,4}(_cover)?")
_GOOGLE = re.compile(r"((?:pxl|img|vid)_\d{8}_\d{6,9})\.([a-z_]+)-\d\d(\.cover|\.original)?")
_SAMSUNG = re.compile(r"(\d{8}_\d{6})_\d{3}")
_PORTRAIT = re.compile(r"\d{5}\w*portrait")


def shot(untrusted_name: str) -> Shot | None:
    """Return what a file's name says of its burst, None where it says nothing."""
    stem = untrusted_name[:_MAX_NAME].lower().rpartition(".")[0]
    if found := _GOOGLE.fullmatch(stem):
        return Shot(found[1], _google(found[2], found[3]))
    if found := _NUMBERED.fullmatch(stem):
        portrait = _PORTRAIT.match(stem) is not None
        return Shot(f"burst{found[1]}", _covered(found[2], portrait=portrait))
    if found := _LETTERED.fullmatch(stem):
        return Shot(f"{found[1]}_burst", _covered(found[2], portrait=False))
    if found := _SAMSUNG.fullmatch(stem):
        return Shot(f"{found[1]}_burst", Part.SHOT)
    return None


def _google(mode: str, which: str | None) -> Part:
    if mode == "raw":
        return Part.FIRST if which == ".cover" else Part.RAW
    if mode == "burst":
        return Part.FIRST if which == ".cover" else Part.SHOT
    return Part.WORKED_OVER if which == ".cover" else Part.FIRST


def _covered(cover: str | None, *, portrait: bool) -> Part:
    if portrait:
        return Part.WORKED_OVER if cover else Part.FIRST
    return Part.FIRST if cover else Part.SHOT
