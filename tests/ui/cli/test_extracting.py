"""``inspect --extract`` writes what files still hold, by neutral names, and replaces nothing."""

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from tests.capture.samples import jpegs
from tests.capture.samples import tiffs as t
from ui.cli.app import main

SHOWN = (96, 64)


def uncropped(path: Path) -> None:
    """Write a photo whose thumbnail is from before the cropping."""
    small, cropped = io.BytesIO(), io.BytesIO()
    scene = jpegs.picture(size=SHOWN)
    scene.resize((48, 32)).save(small, "JPEG")
    scene.crop((0, 0, 50, 64)).save(cropped, "JPEG")
    size = t.Field(0x0202, t.LONG, len(small.getvalue()).to_bytes(4, "little"))
    empty = t.block({"IFD0": [], "IFD1": [size, t.Field(0x0201, t.LONG, bytes(4))]})
    at = t.Field(0x0201, t.LONG, len(empty).to_bytes(4, "little"))
    block = t.block({"IFD0": [], "IFD1": [size, at]}, tail=small.getvalue())
    path.write_bytes(jpegs.with_exif(block, base=cropped.getvalue()))


def test_the_uncropped_thumbnail_is_written_and_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo, out = tmp_path / "IMG_1234.jpg", tmp_path / "shown"
    uncropped(photo)
    assert main(["inspect", str(photo), "--extract", str(out)]) == 0
    said = capsys.readouterr().out
    assert "it can show what was cut away" in said
    assert str(out / "001-1.png") in said
    image = Image.open(io.BytesIO((out / "001-1.png").read_bytes()))
    assert (image.format, image.size, image.info) == ("PNG", (48, 32), {})
    assert (out / "001-1.png").stat().st_mtime == 315532800


def test_json_names_each_picture_and_nothing_is_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo, plain, out = tmp_path / "a.jpg", tmp_path / "b.jpg", tmp_path / "shown"
    uncropped(photo)
    plain.write_bytes(jpegs.plain() + b"only words after the end")
    for number in (1, 2):
        command = ["inspect", str(photo), str(plain), "--json", "--extract", str(out)]
        assert main(command) == 0
        first, second = json.loads(capsys.readouterr().out)
        (hidden,) = first["embedded"]
        assert hidden["likeness"] == "other-shape"
        assert hidden["preview"] == str(out / f"{number:03d}-1.png")
        (words,) = second["embedded"]
        assert (words["preview"], words["likeness"]) == (None, "unknown")
    assert sorted(path.name for path in out.iterdir()) == ["001-1.png", "002-1.png"]


def test_without_the_option_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = tmp_path / "a.jpg"
    uncropped(photo)
    assert main(["inspect", str(photo), "--json"]) == 0
    (answer,) = json.loads(capsys.readouterr().out)
    assert set(answer["embedded"][0]) == {"kind", "offset", "size"}
    assert [path.name for path in tmp_path.iterdir()] == ["a.jpg"]
