"""A picture of the app, made small enough for a page that may come by a slow line."""

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QPixmap

SMALL_WIDTH = 1024
SMALL_BYTES = 80_000


def save_small(pixmap: QPixmap, path: Path) -> None:
    """Write it 1024 pixels wide and in as many colours as 80 kB allow.

    Raises ValueError where sixteen are too many.
    """
    buffer = QBuffer()
    pixmap.save(buffer, "PNG")
    picture = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
    size = (SMALL_WIDTH, round(picture.height * SMALL_WIDTH / picture.width))
    picture = picture.resize(size, Image.Resampling.LANCZOS)
    for colours in (256, 128, 64, 32, 16):
        picture.quantize(colours, dither=Image.Dither.NONE).save(path, optimize=True)
        if path.stat().st_size < SMALL_BYTES:
            return
    raise ValueError(path)
