"""Letters as bits: what a label says, drawn once, so that rendering a plan needs no font.

Uses the one typeface that comes inside Pillow (Aileron, public domain), which
has the Latin letters. Other scripts are drawn by who has a typeface for them.
"""

import numpy as np
from PIL import Image, ImageDraw, ImageFont

_SIZE = 52
_NOT_THERE = "\U000f0000"


def drawn(text: str, rows: int, most: int) -> tuple[int, bytes] | None:
    """Return the width in pixels, and ``rows`` rows of bits in whole bytes; black is 0.

    None where the typeface lacks a letter, or the words are wider than ``most`` pixels.
    """
    font = ImageFont.load_default(_SIZE)
    missing = bytes(font.getmask(_NOT_THERE))
    if any(bytes(font.getmask(letter)) == missing for letter in text if not letter.isspace()):
        return None
    width = round(font.getlength(text))
    if not 1 <= width <= most:
        return None
    image = Image.new("L", (width, rows))
    ImageDraw.Draw(image).text((width / 2, rows / 2), text, fill=255, font=font, anchor="mm")
    bits = np.packbits(np.asarray(image) > 127, axis=1)  # noqa: PLR2004 # half covered
    return width, bits.tobytes()
