"""Pictures with faces whose places are known: annotated ones beside the project, and made ones."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from measure import PROJECT
from numpy.typing import NDArray
from PIL import Image, ImageEnhance, ImageOps

ANNOTATED = PROJECT.parent / "shared/faces"
_PORTRAIT = PROJECT / "ui/cli/samples/IMG_20240501_184207.jpg"
_FACE = (84, 66, 176, 178)
"""Where the face of the sample portrait is, in pixels of the upright picture (320 by 400)."""
_HEIGHTS = (12, 16, 22, 30, 45, 70, 110, 180)
_MADE_SIZE = (1600, 1200)
_MADE = 8

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Annotated:
    """One picture: which group it is of, its JPEG, the faces to be found, and others in it.

    Boxes are left, top, right, bottom in pixels. ``others`` are faces too small or too unclear to
    count as missed; finding them is not wrong.
    """

    name: str
    group: str
    jpeg: bytes
    faces: tuple[Box, ...]
    others: tuple[Box, ...]

    def pixels(self) -> NDArray[np.uint8]:
        """Return its samples."""
        with Image.open(io.BytesIO(self.jpeg)) as image:
            return np.asarray(image.convert("RGB"))


def annotated() -> Iterator[Annotated]:
    """Give the annotated pictures, if they are there."""
    truth = ANNOTATED / "truth.json"
    for row in json.loads(truth.read_text("utf-8")) if truth.is_file() else ():
        boxes = [(tuple(face["box"]), face["ignore"]) for face in row["faces"]]
        yield Annotated(
            row["file"],
            row["file"].split("_")[0],
            (ANNOTATED / row["file"]).read_bytes(),
            tuple(box for box, ignored in boxes if not ignored),
            tuple(box for box, ignored in boxes if ignored),
        )


def made() -> Iterator[Annotated]:
    """Give made pictures: the sample portrait at eight sizes in other light, before noise.

    Every second one lies on its side.
    """
    with Image.open(_PORTRAIT) as image:
        portrait = ImageOps.exif_transpose(image).convert("RGB")
    for number in range(_MADE):
        yield _one_made(portrait, number)


def _one_made(portrait: Image.Image, number: int) -> Annotated:
    draw = np.random.default_rng(number)
    width, height = _MADE_SIZE
    coarse = draw.integers(40, 210, (height // 40, width // 40, 3), dtype=np.uint8)
    canvas = Image.fromarray(coarse).resize(_MADE_SIZE, Image.Resampling.BICUBIC)
    faces = []
    for index, tall in enumerate(_HEIGHTS):
        scale = tall / (_FACE[3] - _FACE[1])
        size = (round(portrait.width * scale), round(portrait.height * scale))
        small = ImageEnhance.Brightness(portrait.resize(size)).enhance(draw.uniform(0.5, 1.2))
        left = index % 4 * 400 + int(draw.integers(0, max(400 - size[0], 1)))
        top = index // 4 * 600 + int(draw.integers(0, max(600 - size[1], 1)))
        canvas.paste(small, (left, top))
        x0, y0, x1, y1 = (side * scale for side in _FACE)
        faces.append((left + x0, top + y0, left + x1, top + y1))
    if number % 2:
        canvas = canvas.transpose(Image.Transpose.ROTATE_90)
        faces = [(y0, width - x1, y1, width - x0) for x0, y0, x1, y1 in faces]
    out = io.BytesIO()
    canvas.save(out, "JPEG", quality=92)
    return Annotated(f"made-{number}.jpg", "made", out.getvalue(), tuple(faces), ())


def large() -> bytes:
    """Return a made JPEG of 12 megapixels with faces near and far."""
    pictures = [Image.open(io.BytesIO(one.jpeg)) for one in made()]
    canvas = Image.new("RGB", (4000, 3000))
    for index, picture in enumerate(pictures[::2] * 2):
        canvas.paste(picture.resize((1000, 1500)), (index % 4 * 1000, index // 4 * 1500))
    with Image.open(_PORTRAIT) as image:
        canvas.paste(ImageOps.exif_transpose(image).resize((1280, 1600)), (1300, 1200))
    out = io.BytesIO()
    canvas.save(out, "JPEG", quality=90)
    return out.getvalue()
