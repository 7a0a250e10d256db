"""Covering faces and boxes through the real command line."""

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.journeys.conftest import Firsthand

PHOTO = "IMG_20240501_184207.jpg"


@pytest.fixture
def portrait(firsthand: Firsthand, samples: Path, tmp_path: Path) -> tuple[Path, str]:
    vault = tmp_path / "portrait-vault"
    assert firsthand.vault("vault", "create", vault).code == 0
    imported = firsthand.vault("import", vault, samples / PHOTO, "--json")
    return vault, imported.json["items"][0]["id"]


def _bundled(firsthand: Firsthand, vault: Path, item: str, out: Path) -> Image.Image:
    made = firsthand.vault("bundle", vault, item, "-o", out)
    assert made.code == 0, made.err
    with zipfile.ZipFile(out) as opened:
        name = next(name for name in opened.namelist() if name.endswith("media/001.jpg"))
        return Image.open(io.BytesIO(opened.read(name))).convert("RGB")


def test_a_found_face_is_covered_in_what_leaves(
    firsthand: Firsthand, portrait: tuple[Path, str], tmp_path: Path
) -> None:
    vault, item = portrait
    before = _bundled(firsthand, vault, item, tmp_path / "before.zip")
    done = firsthand.vault("redact", vault, item, "--faces", "--json")
    assert done.code == 0, done.err
    assert done.json["faces"] >= 1
    assert done.json["found_again"] == 0
    after = _bundled(firsthand, vault, item, tmp_path / "after.zip")
    region = done.json["derivative"]["steps"][0]["facts"]["regions"][0]
    left, top, width, height = region["box"]
    box = (left, top, left + width, top + height)
    inside = np.asarray(after.crop(box)).astype(int)
    was = np.asarray(before.crop(box)).astype(int)
    assert np.abs(inside - was).mean() > 20
    shown = firsthand.vault("show", vault, item, "--json").json
    assert [entry["event"] for entry in shown["custody"]].count("derived") == 2


def test_a_drawn_box_is_solid_where_asked(
    firsthand: Firsthand, portrait: tuple[Path, str], tmp_path: Path
) -> None:
    vault, item = portrait
    done = firsthand.vault(
        "redact", vault, item, "--box", "32,48,16,16", "--style", "solid", "--json"
    )
    assert (done.code, done.json["covered"], done.json["faces"]) == (0, 1, 0)
    covered = np.asarray(_bundled(firsthand, vault, item, tmp_path / "b.zip"))
    assert np.ptp(covered[50:62, 34:46].astype(int)) <= 4


@pytest.mark.parametrize("wrong", [(), ("--box", "1,2,3"), ("--box", "1,2,0,4")])
def test_wrong_usage_says_what_to_write(
    firsthand: Firsthand, portrait: tuple[Path, str], wrong: tuple[str, ...]
) -> None:
    vault, item = portrait
    assert firsthand.vault("redact", vault, item, *wrong).code == 2


def test_a_video_cannot_be_covered_yet_and_says_so(
    firsthand: Firsthand, samples: Path, tmp_path: Path
) -> None:
    vault = tmp_path / "video-vault"
    assert firsthand.vault("vault", "create", vault).code == 0
    (video,) = samples.glob("*.mp4")
    item = firsthand.vault("import", vault, video, "--json").json["items"][0]["id"]
    done = firsthand.vault("redact", vault, item, "--faces")
    assert done.code == 1
    assert done.err
