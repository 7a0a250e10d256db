"""Faces are found upright, lying and upside down, with weights that are what their list says."""

import hashlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from capture.detect import faces, suggest, weights
from capture.detect.faces import Pixels
from capture.detect.finding import Finding
from capture.detect.merge import merged
from capture.errors import WeightsMissing

PORTRAIT = Path(__file__).resolve().parents[3] / "ui/cli/samples/IMG_20240501_184207.jpg"


@pytest.fixture(scope="module")
def portrait() -> Pixels:
    with Image.open(PORTRAIT) as image:
        return np.asarray(ImageOps.exif_transpose(image).convert("RGB"))


def _sure(found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.confidence > 0.5]


@pytest.mark.parametrize("detector", [faces.Instant(), faces.Thorough(), faces.RetinaFace()])
def test_the_one_face_of_a_portrait_is_found(portrait: Pixels, detector: faces.Instant) -> None:
    (face,) = _sure(detector.find(portrait))
    height, width = portrait.shape[:2]
    assert 0 < face.left < face.right < width
    assert 0 < face.top < face.bottom < height / 2
    assert 0.05 < face.area / (width * height) < 0.25


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_turned_face_is_found_where_it_is(portrait: Pixels, turns: int) -> None:
    upright = _sure(faces.Thorough().find(portrait))[0]
    turned = np.rot90(portrait, turns)
    found = _sure(faces.Thorough().find(turned))[0]
    middle = (found.left + found.right) / 2, (found.top + found.bottom) / 2
    height, width = portrait.shape[:2]
    x, y = (upright.left + upright.right) / 2, (upright.top + upright.bottom) / 2
    expected = {1: (y, width - x), 2: (width - x, height - y), 3: (height - y, x)}[turns]
    size = upright.right - upright.left
    assert abs(middle[0] - expected[0]) < size / 3
    assert abs(middle[1] - expected[1]) < size / 3


def test_nothing_is_found_where_nothing_is() -> None:
    assert _sure(faces.Thorough().find(np.full((200, 300, 3), 128, dtype=np.uint8))) == []


@pytest.mark.parametrize("size", [(1, 1), (1, 500), (33, 31)])
def test_a_picture_of_any_size_is_looked_at(size: tuple[int, int]) -> None:
    faces.Thorough().find(np.zeros((*size, 3), dtype=np.uint8))


def test_weights_that_are_not_what_they_should_be_are_never_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(weights, "FOLDER", tmp_path)
    with pytest.raises(WeightsMissing):
        weights.load(weights.CENTERFACE)
    (tmp_path / "centerface.onnx").write_bytes(b"something else")
    with pytest.raises(WeightsMissing):
        weights.load(weights.CENTERFACE)


def test_every_model_that_is_listed_is_there_and_right() -> None:
    for listed in weights.WEIGHTS:
        assert hashlib.sha256(weights.load(listed)).hexdigest() == listed.sha256


def test_of_findings_that_overlap_the_surest_stays() -> None:
    weak = Finding(0, 0, 10, 10, "face", 0.3, "a")
    sure = Finding(1, 1, 11, 11, "face", 0.9, "b")
    other = Finding(1, 1, 11, 11, "text", 0.2, "c")
    apart = Finding(50, 50, 60, 60, "face", 0.1, "a")
    assert merged([weak, sure, other, apart]) == [sure, other, apart]


def test_a_suggested_region_grows_over_hair_and_chin_and_drops_nothing() -> None:
    (region,) = suggest.regions([Finding(100, 100, 140, 140, "face", 0.21, "a")])
    assert (region.left, region.top, region.width, region.height) == (93, 93, 54, 54)
    assert region.confidence == 210
