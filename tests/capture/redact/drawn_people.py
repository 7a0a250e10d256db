"""People who do not exist: faces drawn from an identity's numbers, in another light each time."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

SIDE = 256
BOX = (56, 40, 144, 176)
"""Left, top, width, height of the face in its picture, hair and ears too, in pixels."""
Pixels = NDArray[np.uint8]
Colour = tuple[int, int, int]


def picture(person: int, number: int) -> Pixels:
    """Return picture ``number`` of a person, SIDE by SIDE, upright RGB.

    What a person is drawn from (shape, skin, hair, eyes, brows, mouth) is fixed by ``person``;
    where they stand, how they turn, the light and the wall are another each time.
    """
    who = np.random.default_rng([1, person])
    when = np.random.default_rng([2, person, number])
    wall: Colour = tuple(int(v) for v in when.integers(60, 200, 3))  # type: ignore[assignment] # three
    image = Image.new("RGB", (SIDE, SIDE), wall)
    pen = ImageDraw.Draw(image)
    for _ in range(6):
        x, y = (int(v) for v in when.integers(0, SIDE, 2))
        pen.rectangle((x, y, x + 60, y + 40), fill=_shade(wall, when.uniform(0.7, 1.3)))
    _face(pen, who, when)
    lit = np.asarray(image.filter(ImageFilter.GaussianBlur(1.2)), dtype=np.float64)
    lit = lit * when.uniform(0.8, 1.15) + when.normal(0, 4, lit.shape)
    return np.clip(lit, 0, 255).astype(np.uint8)


def _face(pen: ImageDraw.ImageDraw, who: np.random.Generator, when: np.random.Generator) -> None:
    x, y = SIDE / 2 + when.uniform(-5, 5), 128 + when.uniform(-5, 5)
    turn = when.uniform(-3, 3)
    wide, high = who.uniform(38, 56), who.uniform(56, 76)
    skin = _mixed((246, 214, 190), (86, 56, 42), who.uniform(0, 1))
    hair = _mixed((222, 190, 120), (24, 18, 16), who.uniform(0, 1))
    crown = who.uniform(0.2, 0.7)
    pen.ellipse((x - wide - 8, y - high - 12, x + wide + 8, y + high * crown), fill=hair)
    pen.ellipse((x - wide, y - high, x + wide, y + high), fill=skin)
    pen.chord(
        (x - wide, y - high - 2, x + wide, y - high + who.uniform(30, 80)), 180, 360, fill=hair
    )
    apart, at, eye = who.uniform(15, 26), y - who.uniform(2, 18), who.uniform(4, 8)
    brow, tilt = who.uniform(2, 6), who.uniform(-5, 5)
    iris = _mixed((70, 120, 160), (50, 32, 20), who.uniform(0, 1))
    for side in (-1, 1):
        middle = x + side * apart + turn
        pen.ellipse((middle - eye - 3, at - eye, middle + eye + 3, at + eye), fill="white")
        pen.ellipse((middle - eye, at - eye, middle + eye, at + eye), fill=iris)
        top = at - eye - 8
        line = (middle - 12, top + side * tilt, middle + 12, top - side * tilt)
        pen.line(line, fill=hair, width=int(brow))
    nose = who.uniform(14, 30)
    pen.line((x + turn, at + 4, x + turn + who.uniform(-6, 6), at + nose), _shade(skin, 0.7), 4)
    mouth, full = who.uniform(12, 26), who.uniform(3, 9)
    low = y + high * who.uniform(0.4, 0.62)
    red = _mixed((190, 80, 80), (120, 60, 60), who.uniform(0, 1))
    pen.ellipse((x - mouth + turn, low - full, x + mouth + turn, low + full), fill=red)


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (int(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _shade(colour: Colour, by: float) -> Colour:
    red, green, blue = (min(int(part * by), 255) for part in colour)
    return red, green, blue
