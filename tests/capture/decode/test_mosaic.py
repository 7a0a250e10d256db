"""A grid decoded tile by tile is the picture that libheif makes of the whole."""

import io
from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image

from capture.decode import mosaic
from capture.errors import Damaged, TooLarge
from capture.formats.base import Profile
from capture.formats.heif import Heif
from capture.formats.items import tiles as tiles_of
from capture.progress import silent
from tests.capture.samples import heifs as h

COLOURS = b"nclx" + bytes((0, 12, 0, 13, 0, 6, 128))
TURNS = {
    "as it is": (),
    "a quarter": (h.turn(1),),
    "half": (h.turn(2),),
    "three quarters": (h.turn(3),),
    "top to bottom": (h.mirror(0),),
    "left to right": (h.mirror(1),),
    "mirrored and turned": (h.mirror(1), h.turn(3)),
    "turned and mirrored": (h.turn(1), h.mirror(0)),
    # An odd crop of libheif moves the colours by half a pixel: nothing to compare with.
    "cropped": (h.crop(100, 90),),
    "cropped and turned": (h.crop(100, 90), h.turn(1)),
    "of other colours": ((b"colr", COLOURS),),
}


def grid(*own: h.Own) -> bytes:
    whole = h.grid(1, (2, 3, 4, 5), 2, (120, 110))
    parts = tuple(h.picture(number, shade=number) for number in (2, 3, 4, 5))
    first = h.Part(1, b"grid", whole.data, whole.own + own, whole.links, method=1)
    return h.File((first, *parts)).build()


def anonymous(source: bytes) -> np.ndarray:
    sink = io.BytesIO()
    Heif().clean(io.BytesIO(source), sink, Profile.ANONYMOUS, silent)
    with Image.open(sink) as picture:
        return np.asarray(picture).astype(int)


@pytest.mark.parametrize("name", TURNS)
def test_tile_by_tile_is_the_same_picture(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    source = grid(*TURNS[name])
    whole = anonymous(source)
    monkeypatch.setattr(tiles_of, "LARGE", 1000)
    apart = anonymous(source)
    assert apart.shape == whole.shape
    # Colours of half the resolution are drawn out at a tile's edge without its neighbour.
    assert np.abs(apart - whole).mean() < 0.5


def test_progress_counts_tiles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiles_of, "LARGE", 1000)
    source = grid()
    ticks: list[tuple[int, int]] = []
    Heif().clean(io.BytesIO(source), io.BytesIO(), Profile.ANONYMOUS, lambda *at: ticks.append(at))
    done = [at for at, _ in ticks]
    assert done == sorted(done)
    assert len(set(done)) >= 5
    assert {total for _, total in ticks} == {len(source)}


def squares(*sizes: tuple[int, int]) -> Iterator[io.BytesIO]:
    for size in sizes:
        stream = io.BytesIO()
        Image.new("RGB", size).save(stream, "PNG")
        yield stream


def opened(stream: object) -> Image.Image:
    assert isinstance(stream, io.BytesIO)
    return Image.open(stream)


def test_tiles_that_do_not_fit_are_damaged() -> None:
    with pytest.raises(Damaged):
        mosaic.assemble(squares((8, 8), (8, 9)), opened, 2, (16, 8))
    with pytest.raises(Damaged):
        mosaic.assemble(squares(), opened, 2, (16, 8))


def test_a_whole_of_too_many_pixels_is_never_made() -> None:
    with pytest.raises(TooLarge):
        mosaic.assemble(squares((8, 8)), opened, 2, (1 << 20, 1 << 20))


def test_a_crop_out_of_the_picture_is_damaged() -> None:
    with pytest.raises(Damaged):
        mosaic.turned(Image.new("RGB", (8, 8)), [h.crop(9, 9)])
