"""A camera's raw picture, developed by LibRaw in one fixed way for everybody.

The camera's own white balance, LibRaw's colour matrix for the model, AHD interpolation, sRGB.
What the camera's maker cuts off at the edges (DNG 1.7, ``DefaultCropSize``) is cut off here,
too: it must not be seen in a copy when nobody sees it in the picture.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

import numpy as np
import rawpy
from numpy.typing import NDArray
from PIL import Image

from capture.decode.bounds import check_pixels, foreign_decoder
from capture.errors import Damaged, TooLarge, Unsupported

MAX_PIXELS = 120_000_000
"""Most pixels that are developed: LibRaw holds 14 bytes of each, and we 6 more."""

_FLIPS = {
    3: Image.Transpose.ROTATE_180,
    5: Image.Transpose.ROTATE_90,
    6: Image.Transpose.ROTATE_270,
}
"""LibRaw's numbers of turns; 0 is none."""


def developed(source: BinaryIO) -> Image.Image:
    """Develop the whole picture: mode RGB, upright, sRGB. Raises Damaged, TooLarge, Unsupported."""
    return _developed(source, small=False)


def glimpsed(source: BinaryIO) -> Image.Image:
    """Develop half of the width and height, each pixel from four of the mosaic: for a preview."""
    return _developed(source, small=True)


def _developed(source: BinaryIO, *, small: bool) -> Image.Image:
    source.seek(0)
    with foreign_decoder(), _libraw(), rawpy.imread(source) as raw:
        sizes = raw.sizes
        check_pixels(sizes.width, sizes.height)
        if sizes.raw_width * sizes.raw_height > MAX_PIXELS:
            raise TooLarge("too many pixels", part="pixels", width=sizes.width)
        _check_light(raw.raw_image_visible)
        pixels = raw.postprocess(
            half_size=small,
            use_camera_wb=True,
            output_color=rawpy.ColorSpace.sRGB,
            gamma=(2.4, 12.92),
            output_bps=8,
            user_flip=0,
        )
    image = _cropped(_image(pixels), sizes)
    turn = _FLIPS.get(sizes.flip)
    return image if turn is None else image.transpose(turn)


@contextmanager
def _libraw() -> Iterator[None]:
    """Give LibRaw's refusals their names."""
    try:
        yield
    except rawpy.LibRawFileUnsupportedError as error:
        raise Unsupported("an unknown camera", part="raw", reason="raw-camera") from error
    except rawpy.LibRawUnsufficientMemoryError as error:
        raise MemoryError from error
    except rawpy.LibRawTooBigError as error:
        raise TooLarge("too many pixels", part="pixels") from error


def _check_light(mosaic: NDArray[np.uint16] | None) -> None:
    """Refuse a mosaic of one value: LibRaw leaves zeros where it cannot read, and says nothing."""
    if mosaic is None or mosaic.size == 0 or mosaic.min() == mosaic.max():
        raise Damaged("there are no pixels in it")


def _image(pixels: NDArray[np.uint8]) -> Image.Image:
    if pixels.shape[2] == 1:
        return Image.fromarray(pixels[:, :, 0]).convert("RGB")
    return Image.fromarray(pixels[:, :, :3])


def _cropped(image: Image.Image, sizes: rawpy.ImageSizes) -> Image.Image:
    """Cut to what the camera shows; the file counts from the sensor's corner (LibRaw's margins)."""
    if not sizes.crop_width or not sizes.crop_height or not sizes.width or not sizes.height:
        return image
    across, down = image.width / sizes.width, image.height / sizes.height
    left = round((sizes.crop_left_margin - sizes.left_margin) * across)
    top = round((sizes.crop_top_margin - sizes.top_margin) * down)
    right = left + round(sizes.crop_width * across)
    bottom = top + round(sizes.crop_height * down)
    inside = 0 <= left < right <= image.width and 0 <= top < bottom <= image.height
    return image.crop((left, top, right, bottom)) if inside else image
