"""AVIF pictures decoded by libavif: the primary picture, turned upright.

libavif leaves the turns to its caller, and Pillow passes on those of ``irot`` and ``imir`` as an
Exif orientation. It passes on no crop (``clap``): such a picture is refused, for it would be
shown with what its maker cut off.
"""

import warnings
from typing import BinaryIO

from PIL import AvifImagePlugin, Image, ImageOps

from capture.blocks import boxes
from capture.blocks.boxes import Budget
from capture.decode.bounds import check_pixels, foreign_decoder
from capture.errors import Unsupported

AvifImagePlugin.DEFAULT_MAX_THREADS = 2
Image.MAX_IMAGE_PIXELS = None  # our own bound is checked by header, before decoding

_PATH = (b"meta", b"iprp", b"ipco")


def primary(source: BinaryIO) -> Image.Image:
    """Decode the primary picture: mode L, RGB or RGBA, 8 bits, ``icc_profile`` in its info.

    Raises Damaged, TooLarge and Unsupported.
    """
    if _has_crop(source):
        raise Unsupported("a crop that the decoder does not apply", part="clap")
    source.seek(0)
    with foreign_decoder(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = Image.open(source, formats=("AVIF",))
        check_pixels(*image.size)
        image.info.pop("xmp", None)  # where Pillow would look for another orientation
        profile = image.info.get("icc_profile")
        upright = ImageOps.exif_transpose(image)
    upright.info = {"icc_profile": profile} if profile else {}
    return upright


def _has_crop(source: BinaryIO) -> bool:
    """Look for a ``clap`` among the file's properties. Raises Damaged and TooLarge."""
    budget = Budget()
    found = boxes.scan(source, 0, boxes.size_of(source), budget).boxes
    for kind in _PATH:
        holder = boxes.one(found, kind)
        skip = boxes.meta_skip(source, holder) if kind == b"meta" else 0
        found = boxes.children(source, holder, budget, skip)
    return boxes.first(found, b"clap") is not None
