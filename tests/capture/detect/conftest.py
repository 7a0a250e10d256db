"""Pictures to look at: the sample portrait, and letters on a plain wall."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont, ImageOps

from capture.detect.running import Pixels

PORTRAIT = Path(__file__).resolve().parents[3] / "ui/cli/samples/IMG_20240501_184207.jpg"


@pytest.fixture(scope="session")
def portrait() -> Pixels:
    with Image.open(PORTRAIT) as image:
        return np.asarray(ImageOps.exif_transpose(image).convert("RGB"))


@pytest.fixture(scope="session")
def sign() -> Pixels:
    """A wall of 900 by 400 pixels with one word on it, about 300 to 600 across."""
    image = Image.new("RGB", (900, 400), (150, 140, 120))
    font = ImageFont.load_default(80)
    ImageDraw.Draw(image).text((300, 150), "HOTEL", fill="white", font=font)
    return np.asarray(image)


@pytest.fixture(scope="session")
def small_portrait(portrait: Pixels) -> Pixels:
    return np.asarray(Image.fromarray(portrait).resize((160, 200)))
