"""The whole picture of a still, upright and in sRGB: what redaction works on.

The same decoders as the preview, so that a region drawn on the preview means
the same place here.
"""

from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image

from capture.decode import decoders, reencode
from capture.errors import Unsupported
from capture.kinds import MediaKind
from capture.report import Picture


def pixels(source: BinaryIO, kind: MediaKind) -> NDArray[np.uint8]:
    """Return RGB samples (height, width, 3); what is transparent is white.

    Raises Damaged, TooLarge, and Unsupported for what is not a still picture.
    """
    image = _upright(source, kind)
    if image.mode == "RGBA":
        white = Image.new("RGB", image.size, "white")
        white.paste(image, mask=image.getchannel("A"))
        image = white
    return np.asarray(image)


def samples_of(picture: Picture) -> NDArray[np.uint8]:
    """Return a decoded picture as RGB samples (height, width, 3)."""
    flat = np.frombuffer(picture.rgb, dtype=np.uint8)
    return flat.reshape(picture.height, picture.width, 3)


def encoded(samples: NDArray[np.uint8]) -> bytes:
    """Encode upright RGB samples as the one JPEG of the anonymous profile."""
    return reencode.jpeg(Image.fromarray(samples))


def _upright(source: BinaryIO, kind: MediaKind) -> Image.Image:
    own = decoders.OWN.get(kind)
    if own is not None:
        image = own(source)
        return reencode.upright_srgb(image, profile=image.info.get("icc_profile"))
    names = decoders.PILLOW.get(kind)
    if names is None:
        raise Unsupported("not a still picture", kind=kind.value)
    image = reencode.open_picture(source, names)
    orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    return reencode.upright_srgb(image, orientation, image.info.get("icc_profile"))
