"""The whole picture of a still, upright and in sRGB: what redaction works on.

The same decoders as the preview, so that a region drawn on the preview means
the same place here.
"""

import warnings
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image

from capture.decode import decoders, reencode
from capture.decode.bounds import check_pixels, foreign_decoder
from capture.errors import Unsupported
from capture.kinds import MediaKind
from capture.report import Picture

_SIDEWAYS = frozenset((5, 6, 7, 8))
"""Exif's orientations that exchange width and height."""


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


def at_most(
    source: BinaryIO, kind: MediaKind, side: int | None
) -> tuple[tuple[int, int], NDArray[np.uint8]]:
    """Return the upright picture's width and height, and its samples, smaller where that is quick.

    A JPEG can be decoded at a half, a quarter or an eighth; its longer side still has ``side``
    pixels or more, and None asks for all of it. Raises as ``pixels`` does.
    """
    if side is None or kind is not MediaKind.JPEG:
        samples = pixels(source, kind)
        return (samples.shape[1], samples.shape[0]), samples
    source.seek(0)
    with foreign_decoder(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = Image.open(source, formats=decoders.PILLOW[kind])
        width, height = image.size
        check_pixels(width, height)
        image.draft(None, (side * width // max(width, height), side * height // max(width, height)))
        image.load()
    orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    turned = orientation in _SIDEWAYS
    upright = reencode.upright_srgb(image, orientation, image.info.get("icc_profile"))
    return (height, width) if turned else (width, height), np.asarray(upright)


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
