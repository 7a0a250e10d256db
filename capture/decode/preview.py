"""A small upright sRGB picture of any photo or video, for the screen.

Runs in the confined child. Large JPEGs are decoded at a fraction of their size; every other
format is decoded whole, within the bound on pixels.
"""

import io
import warnings
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps

from capture.decode import decoders, frame
from capture.decode.bounds import check_pixels, foreign_decoder
from capture.errors import Unsupported
from capture.kinds import MediaKind
from capture.report import Picture

MAX_SIDE = 8192
"""Longest side that is given out, in pixels."""

Image.MAX_IMAGE_PIXELS = None  # our own bound is checked by header, before decoding


def picture(source: BinaryIO, kind: MediaKind, max_side: int) -> Picture:
    """Decode the first picture or frame and fit it into a square of ``max_side`` pixels.

    Raises Damaged, TooLarge and Unsupported.
    """
    side = max(1, min(max_side, MAX_SIDE))
    if kind.is_sound:
        raise Unsupported("there is nothing to be seen in a sound file", part="picture")
    if kind.is_video:
        return frame.first_good(source, side)
    with foreign_decoder(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        own = decoders.SMALL.get(kind)
        return _fitted(own(source) if own else _opened(source, kind), side)


def _opened(source: BinaryIO, kind: MediaKind) -> Image.Image:
    names = decoders.PILLOW.get(kind)
    if names is None:
        raise Unsupported("no decoder for a preview of this kind", kind=kind.value)
    source.seek(0)
    image = Image.open(source, formats=names)
    check_pixels(*image.size)
    return image


def _fitted(image: Image.Image, side: int) -> Picture:
    """Scale down first and convert colours after: the work is then the screen's size."""
    if image.mode in {"1", "P", "PA"}:
        image = image.convert("RGBA")
    elif image.mode.startswith(("I", "F")):
        image = _grey(image)
    profile = image.info.get("icc_profile")
    image.thumbnail((side, side), reducing_gap=2.0)
    upright = _on_white(_srgb(ImageOps.exif_transpose(image), profile))
    return Picture(upright.width, upright.height, upright.tobytes())


def _grey(image: Image.Image) -> Image.Image:
    """Bring greys of 16 bits (and more, cut to 16) down to 8."""
    whole = image.convert("I")
    return whole.point(lambda level: level * (1 / 256)).convert("L")


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert through the picture's own profile; one that cannot be used is left aside."""
    if not profile:
        return image
    alpha = image.getchannel("A") if image.mode in {"LA", "RGBA"} else None
    base = image.convert(image.mode[:-1]) if alpha else image
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        shown = ImageCms.profileToProfile(
            base, own, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    if shown is None:
        return image
    if alpha:
        shown.putalpha(alpha)
    return shown


def _on_white(image: Image.Image) -> Image.Image:
    """Lay a picture with holes on white, as a page would show it."""
    if image.mode not in {"LA", "RGBA", "La", "RGBa"} and "transparency" not in image.info:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    white = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(white, layer).convert("RGB")
