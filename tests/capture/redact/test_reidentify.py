"""Who is under the cover? A machine that learned these people guesses, and no better than chance.

It is what McPherson, Shokri and Shmatikov did to blur and mosaic (2016), on drawn people: a
classifier learns from covered pictures whose person it is told, and is asked about others, covered
in the same way, of the same people. `packaging/bench.sh reidentify` prints the figures.
"""

import io
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from capture.decode.upright import encoded
from capture.redact.cover import rendered
from capture.redact.plan import RedactionPlan, Region, Style
from tests.capture.redact.drawn_people import BOX, SIDE, Pixels, picture

LEFT, TOP, WIDTH, HEIGHT = BOX
Hide = Callable[[Pixels, int], Pixels]
Rows = NDArray[np.float64]


def plain(pixels: Pixels, _seed: int) -> Pixels:
    return pixels


def blurred(pixels: Pixels, _seed: int) -> Pixels:
    """The blur of common editors: Gaussian, an eighth of the face wide."""
    return _with_face(pixels, lambda face: face.filter(ImageFilter.GaussianBlur(WIDTH / 8)))


def mosaic(cells: int) -> Hide:
    """Averages over so many cells across, as most programs have it."""

    def hidden(pixels: Pixels, _seed: int) -> Pixels:
        return _with_face(
            pixels,
            lambda face: face.resize((cells, cells * HEIGHT // WIDTH), Image.Resampling.BOX).resize(
                face.size, Image.Resampling.NEAREST
            ),
        )

    return hidden


def covered(style: Style) -> Hide:
    """Our own, with another seed of the noise for each picture, through the encoder."""

    def hidden(pixels: Pixels, seed: int) -> Pixels:
        region = Region(*BOX, style=style)
        plan = RedactionPlan(SIDE, SIDE, f"{seed:032x}", (region,))
        with Image.open(io.BytesIO(encoded(rendered(pixels, plan)))) as image:
            return np.asarray(image)

    return hidden


def _with_face(pixels: Pixels, change: Callable[[Image.Image], Image.Image]) -> Pixels:
    image = Image.fromarray(pixels)
    box = (LEFT, TOP, LEFT + WIDTH, TOP + HEIGHT)
    image.paste(change(image.crop(box)), box)
    return np.asarray(image)


def guessed(hide: Hide, people: int, pictures: int) -> float:
    """Return the share of held-back pictures whose person is guessed, of every picture once.

    The stronger of two machines: nearest neighbour, and a ridge regression to one number for
    each person, both over the whole face in 24 by 32 samples, brought to one light.
    """
    samples = np.array(
        [
            _samples(hide(picture(person, number), 1000 * person + number))
            for person in range(people)
            for number in range(pictures)
        ]
    )
    names = np.repeat(np.arange(people), pictures)
    folds = np.tile(np.arange(pictures), people) % 5
    hits = np.zeros(2)
    for fold in range(5):
        known, asked = folds != fold, folds == fold
        for index, machine in enumerate((_nearest, _ridge)):
            said = machine(samples[known], names[known], samples[asked])
            hits[index] += (said == names[asked]).sum()
    return float(hits.max() / len(names))


def _samples(pixels: Pixels) -> Rows:
    face = Image.fromarray(pixels[TOP : TOP + HEIGHT, LEFT : LEFT + WIDTH])
    small = np.asarray(face.resize((24, 32), Image.Resampling.BOX), dtype=np.float64).ravel()
    return np.asarray((small - small.mean()) / max(small.std(), 1.0))


def _nearest(known: Rows, names: NDArray[np.int64], asked: Rows) -> NDArray[np.int64]:
    apart = ((asked[:, None, :] - known[None, :, :]) ** 2).sum(axis=2)
    return np.asarray(names[apart.argmin(axis=1)])


def _ridge(known: Rows, names: NDArray[np.int64], asked: Rows) -> NDArray[np.int64]:
    middle = known.mean(axis=0)
    told = np.eye(names.max() + 1)[names]
    gram = (known - middle) @ (known - middle).T
    weights = np.linalg.solve(gram + 50.0 * np.eye(len(known)), told - told.mean(axis=0))
    return np.asarray(((asked - middle) @ (known - middle).T @ weights).argmax(axis=1))


def chance(people: int, pictures: int) -> float:
    """Return a share that pure guessing reaches in fewer than one of a thousand runs.

    Twice, because the stronger of two machines is taken: mean and 3.3 standard deviations.
    """
    share = 1 / people
    return share + 3.3 * float(np.sqrt(share * (1 - share) / (people * pictures)))


PEOPLE, PICTURES = 8, 10


@pytest.mark.parametrize("style", [Style.FILL, Style.SOLID])
def test_who_is_covered_is_guessed_no_better_than_by_chance(style: Style) -> None:
    assert guessed(covered(style), PEOPLE, PICTURES) <= chance(PEOPLE, PICTURES)


@pytest.mark.parametrize("hide", [plain, blurred, mosaic(8)], ids=["plain", "blur", "mosaic"])
def test_the_same_machine_knows_the_blurred_and_the_mosaicked(hide: Hide) -> None:
    """Without this, the test above would show only that the machine is bad."""
    assert guessed(hide, PEOPLE, PICTURES) > 0.6
