"""The whole picture that redaction works on is the one that the preview shows."""

import io

import numpy as np
import pytest
from PIL import Image

from capture.decode import decoders, preview, upright
from capture.errors import Unsupported
from capture.kinds import MediaKind

ORIENTATION = 0x0112


def _picture() -> Image.Image:
    ramp = np.linspace(0, 255, 64 * 48).reshape(48, 64).astype(np.uint8)
    return Image.fromarray(np.stack([ramp, ramp[:, ::-1], ramp[::-1]], axis=2))


@pytest.mark.parametrize("kind", list(decoders.PILLOW))
def test_every_still_is_upright_and_as_its_preview(kind: MediaKind) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 1 if kind is MediaKind.GIF else 6
    out = io.BytesIO()
    _picture().save(out, decoders.PILLOW[kind][0], exif=exif.tobytes())
    shown = upright.samples_of(preview.picture(out, kind, 4096))
    whole = upright.pixels(out, kind)
    assert whole.shape == ((48, 64, 3) if kind is MediaKind.GIF else (64, 48, 3))
    assert np.abs(shown.astype(int) - whole.astype(int)).max() <= 2


def test_what_moves_is_no_still() -> None:
    with pytest.raises(Unsupported):
        upright.pixels(io.BytesIO(), MediaKind.MP4)
