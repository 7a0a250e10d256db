"""What every detector of the catalogue keeps to, and what the catalogue makes of them."""

import os

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from capture.detect import catalog, weights
from capture.detect.catalog import DETECTORS
from capture.detect.finding import Detector, Finding
from capture.detect.running import Pixels
from capture.detect.text import Text
from capture.detect.things import Things
from capture.errors import WeightsMissing
from capture.redact.plan import RegionKind

needs_nanodet = pytest.mark.skipif(
    not (weights.FOLDER / weights.NANODET.name).is_file()
    and os.environ.get("FIRSTHAND_REQUIRE_TOOLS") != "1",
    reason="NanoDet's weights are not there: they come by npm",
)


def _named(detector: Detector) -> str:
    return type(detector).__name__


@needs_nanodet
@pytest.mark.parametrize("detector", DETECTORS, ids=_named)
class TestEveryDetector:
    """The conformance suite."""

    @pytest.mark.parametrize("size", [(1, 1), (1, 700), (37, 41), (300, 200)])
    def test_takes_any_size_and_stays_inside(
        self, detector: Detector, size: tuple[int, int]
    ) -> None:
        noise = np.random.default_rng(7).integers(0, 256, (*size, 3), dtype=np.uint8)
        for found in detector.find(noise):
            assert 0 <= found.left < found.right <= size[1]
            assert 0 <= found.top < found.bottom <= size[0]
            assert 0 < found.confidence <= 1
            assert found.found_by
            assert isinstance(found.kind, RegionKind)

    def test_says_the_same_twice_and_leaves_the_picture_alone(
        self, detector: Detector, small_portrait: Pixels
    ) -> None:
        before = small_portrait.copy()
        assert detector.find(small_portrait) == detector.find(small_portrait)
        assert np.array_equal(before, small_portrait)

    def test_gives_the_surest_first(self, detector: Detector, small_portrait: Pixels) -> None:
        confidences = [found.confidence for found in detector.find(small_portrait)]
        assert confidences == sorted(confidences, reverse=True)

    def test_ticks_to_the_end(self, detector: Detector, small_portrait: Pixels) -> None:
        ticks: list[tuple[int, int]] = []
        detector.find(small_portrait, lambda done, total: ticks.append((done, total)))
        assert ticks
        assert ticks[-1][0] == ticks[-1][1]
        assert [done for done, _ in ticks] == sorted(done for done, _ in ticks)

    def test_runs_nothing_but_its_own_weights(
        self,
        detector: Detector,
        small_portrait: Pixels,
        monkeypatch: pytest.MonkeyPatch,
        tmp_path_factory: pytest.TempPathFactory,
    ) -> None:
        from capture.detect import running

        running._session.cache_clear()
        monkeypatch.setattr(weights, "FOLDER", tmp_path_factory.mktemp("empty"))
        with pytest.raises(WeightsMissing):
            detector.find(small_portrait)
        running._session.cache_clear()


def test_a_word_is_found_where_it_stands(sign: Pixels) -> None:
    (word,) = Text().find(sign)
    assert word.kind is RegionKind.TEXT
    assert word.confidence > 0.8
    assert 250 < word.left <= 310
    assert 140 <= word.top < 175
    assert word.right < 650


@pytest.mark.parametrize("size", [12, 200])
def test_large_and_small_letters_are_found(size: int) -> None:
    image = Image.new("RGB", (2000, 500), (60, 70, 60))
    text = ImageDraw.Draw(image)
    font = ImageFont.load_default(size)
    text.text((100, 200), "2024-05-01 18:42", fill=(250, 220, 80), font=font)
    left, top, right, bottom = text.textbbox((100, 200), "2024-05-01 18:42", font=font)
    found = [one for one in Text().find(np.asarray(image)) if one.confidence > 0.5]
    assert found
    assert min(one.left for one in found) < left + size
    assert max(one.right for one in found) > min(right, 2000) - size
    assert all(one.top < bottom and one.bottom > top for one in found)


@needs_nanodet
def test_a_person_is_found_and_is_larger_than_the_face(portrait: Pixels) -> None:
    people = [one for one in Things().find(portrait) if one.kind is RegionKind.PERSON]
    (face,) = catalog.find(portrait, [RegionKind.FACE], thorough=False)
    around = [
        person
        for person in people
        if person.left <= face.left and person.right >= face.right and person.bottom >= face.bottom
    ]
    assert around
    assert around[0].area > 2 * face.area


def test_only_what_is_wanted_is_looked_for(portrait: Pixels, sign: Pixels) -> None:
    joined = np.vstack([sign, np.full((400, 900, 3), 90, dtype=np.uint8)])
    joined[400 : 400 + portrait.shape[0], : portrait.shape[1]] = portrait[:400]
    faces = catalog.find(joined, [RegionKind.FACE], thorough=False)
    texts = catalog.find(joined, [RegionKind.TEXT], thorough=True)
    assert {one.kind for one in faces} == {RegionKind.FACE}
    assert {one.kind for one in texts} == {RegionKind.TEXT}
    assert catalog.find(joined, [], thorough=True) == []


def test_the_catalogue_counts_in_thousandths(sign: Pixels) -> None:
    ticks: list[tuple[int, int]] = []
    wanted = [RegionKind.FACE, RegionKind.TEXT]
    catalog.find(sign, wanted, lambda done, total: ticks.append((done, total)), thorough=False)
    assert ticks[-1] == (1000, 1000)
    assert [done for done, _ in ticks] == sorted(done for done, _ in ticks)


@needs_nanodet
def test_a_plate_is_given_once_and_not_as_text_too(monkeypatch: pytest.MonkeyPatch) -> None:
    car = Finding(100, 100, 500, 400, RegionKind.VEHICLE, 0.8, "test")
    plate = Finding(250, 350, 330, 370, RegionKind.TEXT, 0.9, "test")
    shop = Finding(600, 10, 900, 40, RegionKind.TEXT, 0.9, "test")

    class Says:
        def __init__(self, *found: Finding) -> None:
            self._found = list(found)

        def find(self, _pixels: Pixels, _tick: object = None) -> list[Finding]:
            return self._found

    monkeypatch.setattr(catalog, "THINGS", Says(car))
    monkeypatch.setattr(catalog, "TEXT", Says(plate, shop))
    nothing = np.zeros((4, 4, 3), dtype=np.uint8)
    wanted = [RegionKind.PLATE, RegionKind.TEXT]
    found = {one.kind: one for one in catalog.find(nothing, wanted, thorough=True)}
    assert set(found) == {RegionKind.PLATE, RegionKind.TEXT}
    assert (found[RegionKind.PLATE].left, found[RegionKind.TEXT].left) == (250, 600)
    (only,) = catalog.find(nothing, [RegionKind.PLATE], thorough=True)
    assert (only.kind, only.confidence) == (RegionKind.PLATE, 0.9)
