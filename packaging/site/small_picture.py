"""A picture of the app, made small enough for a page that may come by a slow line."""

import io
from pathlib import Path

from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QPixmap

SMALL_WIDTH = 1024
SMALL_BYTES = 80_000
MARGIN = 24


def save_small(pixmap: QPixmap, path: Path) -> None:
    """Write it without empty edges, at most 1024 pixels wide, in as many colours as 80 kB allow.

    Raises ValueError where sixteen are too many.
    """
    buffer = QBuffer()
    pixmap.save(buffer, "PNG")
    picture = _without_edges(Image.open(io.BytesIO(buffer.data().data())).convert("RGB"))
    if picture.width > SMALL_WIDTH:
        size = (SMALL_WIDTH, round(picture.height * SMALL_WIDTH / picture.width))
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    for colours in (256, 128, 64, 32, 16):
        picture.quantize(colours, dither=Image.Dither.NONE).save(path, optimize=True)
        if path.stat().st_size < SMALL_BYTES:
            return
    raise ValueError(path)


def _without_edges(picture: Image.Image) -> Image.Image:
    """Cut off what is empty around it: of the colour that its last corner has."""
    empty = Image.new(
        "RGB", picture.size, picture.getpixel((picture.width - 1, picture.height - 1))
    )
    box = ImageChops.difference(picture, empty).getbbox()
    if box is None:
        return picture
    left, top, right, bottom = box
    return picture.crop(
        (
            max(left - MARGIN, 0),
            max(top - MARGIN, 0),
            min(right + MARGIN, picture.width),
            min(bottom + MARGIN, picture.height),
        )
    )
