"""Faces are found upright, lying and upside down, by networks that agree or do not."""

import tracemalloc

import numpy as np
import pytest
from PIL import Image

from capture.detect import face_networks, faces
from capture.detect.face_networks import Network, centerface, libfacedetection, retinaface
from capture.detect.finding import Detector, Finding
from capture.detect.looks import Look, boxes_seen, turned_back
from capture.detect.running import Pixels
from capture.redact.plan import RegionKind


def _sure(found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.confidence > 0.5]


@pytest.mark.parametrize("detector", [faces.Instant(), faces.Thorough()])
def test_the_one_face_of_a_portrait_is_found(portrait: Pixels, detector: Detector) -> None:
    (face,) = _sure(detector.find(portrait))
    height, width = portrait.shape[:2]
    assert 0 < face.left < face.right < width
    assert 0 < face.top < face.bottom < height / 2
    assert 0.05 < face.area / (width * height) < 0.25
    assert face.confidence > 0.9


@pytest.mark.parametrize("network", [centerface, libfacedetection, retinaface])
@pytest.mark.parametrize("look", ["plain", "mirrored"])
def test_each_network_sees_the_face_where_it_is(
    portrait: Pixels, network: Network, look: str
) -> None:
    seen = boxes_seen(Look(network, 1.0, look == "mirrored"), portrait)[0]
    left, top, right, bottom, score = seen
    assert score > 0.5
    assert 80 < left < 140
    assert 150 < right < 220
    assert 40 < top < 80
    assert 150 < bottom < 200


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_turned_face_is_found_where_it_is(portrait: Pixels, turns: int) -> None:
    upright = _sure(faces.Thorough().find(portrait))[0]
    turned = np.rot90(portrait, turns)
    found = _sure(faces.Thorough().find(turned))[0]
    height, width = turned.shape[:2]
    back = turned_back(found, turns, portrait.shape[1], portrait.shape[0])
    assert abs(back.left - upright.left) < upright.width / 4
    assert abs(back.top - upright.top) < upright.height / 4
    assert 0 <= found.left < found.right <= width
    assert 0 <= found.top < found.bottom <= height


def test_a_face_in_a_large_picture_is_found_near_and_far(portrait: Pixels) -> None:
    """One face of five hundred pixels, and one of fifty."""
    image = Image.fromarray(portrait)
    canvas = Image.new("RGB", (2600, 2000), (90, 100, 110))
    canvas.paste(image.resize((1440, 1800)), (0, 0))
    canvas.paste(image.resize((128, 160)), (2300, 1700))
    found = _sure(faces.Thorough().find(np.asarray(canvas)))
    assert any(face.height > 400 and face.left < 1400 for face in found)
    assert any(face.height < 70 and face.left > 2300 for face in found)


def test_nothing_is_found_where_nothing_is() -> None:
    assert _sure(faces.Thorough().find(np.full((200, 300, 3), 128, dtype=np.uint8))) == []


@pytest.mark.parametrize("size", [(1, 1), (1, 500), (33, 31)])
def test_a_picture_of_any_size_is_looked_at(size: tuple[int, int]) -> None:
    faces.Thorough().find(np.zeros((*size, 3), dtype=np.uint8))


def test_turning_back_is_the_inverse_of_turning() -> None:
    dot = np.zeros((30, 50, 3), dtype=np.uint8)
    dot[4:9, 10:12] = 255
    for turns in range(4):
        rows, columns = np.nonzero(np.rot90(dot, turns)[:, :, 0])
        box = columns.min(), rows.min(), columns.max() + 1, rows.max() + 1
        left, top, right, bottom = map(float, box)
        seen = Finding(left, top, right, bottom, RegionKind.FACE, 1.0, "test")
        back = turned_back(seen, turns, 50, 30)
        assert (back.left, back.top, back.right, back.bottom) == (10, 4, 12, 9)


def test_a_look_ticks_and_can_be_stopped(portrait: Pixels) -> None:
    class Stopped(BaseException):
        pass

    ticks: list[tuple[int, int]] = []

    def tick(done: int, total: int) -> None:
        ticks.append((done, total))
        if len(ticks) == 3:
            raise Stopped

    with pytest.raises(Stopped):
        faces.Thorough().find(portrait, tick)
    assert [done for done, _ in ticks] == [1, 2, 3]
    assert all(done <= total for done, total in ticks)


def test_a_network_s_size_is_bounded() -> None:
    assert np.isfinite(face_networks._exp(np.array([1e30, -1e30]))).all()


def test_pictures_of_ever_other_sizes_leave_nothing_behind() -> None:
    """A video's second look has hundreds of them: what is kept of each would be its length."""
    retinaface(np.zeros((256, 1280, 3), np.uint8))
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        for width in range(1248, 0, -32):
            retinaface(np.zeros((256, width, 3), np.uint8))
        left = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert left < 1 << 20
