"""JPEG XL pictures decoded by libjxl: the first frame, upright.

libjxl gets the bare codestream and no box beside it, and only after its header was read here:
the plugin decodes at once, without asking for the size first.
"""

import io
import warnings
from typing import BinaryIO

from PIL import Image
from pillow_jxl import Decoder, JpegXLImagePlugin

from capture.blocks import jxl_codestream
from capture.blocks.jxl_boxes import open_container
from capture.decode.bounds import check_pixels, foreign_decoder
from capture.errors import Damaged, TooLarge

JpegXLImagePlugin.DECODE_THREADS = 0  # one: pages of more would count against the child's memory

MAX_CHANNELS = 8
"""Most channels beside the colours: each costs as much memory as a colour."""


def picture(source: BinaryIO) -> Image.Image:
    """Decode the first frame: 8 or 16 bits, upright, with the ``icc_profile`` of its colours.

    ``source`` is a file with boxes or a bare codestream. Raises Damaged and TooLarge.
    """
    source.seek(0)
    container = open_container(source.read())
    if container.problem:
        raise Damaged(container.problem)
    _check(container.codestream)
    with foreign_decoder(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = Image.open(io.BytesIO(container.codestream), formats=("JXL",))
        image.load()
        profile = image.info.get("icc_profile")
        upright = image.copy()
    upright.info = {"icc_profile": profile} if profile else {}
    return upright


def original_jpeg(untrusted: bytes) -> bytes:
    """Return the JPEG that a file was made from, made again. Raises Damaged and TooLarge."""
    _check(open_container(untrusted).codestream)
    with foreign_decoder():
        is_jpeg, _, data, _, _ = Decoder(num_threads=0)(untrusted)
    if not is_jpeg:
        raise Damaged("no JPEG can be made from it")
    return bytes(data)


def _check(codestream: bytes) -> None:
    image = jxl_codestream.read(codestream).image
    check_pixels(*image.size)
    if len(image.extra) > MAX_CHANNELS:
        raise TooLarge("too many channels", part="channels")
