"""HEIF pictures decoded by libheif: the primary picture alone, upright.

Transformations (``irot``, ``imir``, ``clap``) are libheif's work and already applied; an
Exif orientation beside them means nothing in HEIF (ISO/IEC 23008-12, A.2.1) and is ignored.
"""

from typing import Any, BinaryIO

import numpy as np
import pillow_heif
from PIL import Image

from capture.decode.bounds import check_pixels, foreign_decoder
from capture.decode.wide import HDR, Samples, needs_converting, to_srgb
from capture.errors import Damaged, TooLarge, Unsupported

MAX_BYTES = 512 << 20
"""Longest file that is handed to the decoder, which wants all of it in memory."""

pillow_heif.options.DECODE_THREADS = 2
pillow_heif.options.THUMBNAILS = False
pillow_heif.options.DEPTH_IMAGES = False
pillow_heif.options.AUX_IMAGES = False

_MODES_OF_16_BITS = frozenset(("I;16", "I;16L", "I;16B", "I"))


def primary(source: BinaryIO) -> Image.Image:
    """Decode the primary picture: mode L, LA, RGB or RGBA, 8 bits, ``icc_profile`` in its info.

    Raises Damaged, TooLarge and Unsupported.
    """
    source.seek(0)
    data = source.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise TooLarge("too many bytes for the decoder", part="bytes")
    with foreign_decoder():
        return _decode(data)


def _decode(data: bytes) -> Image.Image:
    chosen = _chosen(data, eight_bits=True)
    info: dict[str, Any] = chosen.info
    profile = info.get("icc_profile")
    numbers = info.get("nclx_profile") or {}
    primaries = int(numbers.get("color_primaries", 2))
    transfer = int(numbers.get("transfer_characteristics", 2))
    if not profile and chosen.mode in {"RGB", "RGBA"} and needs_converting(primaries, transfer):
        whole = _chosen(data, eight_bits=False) if transfer in HDR else chosen
        return _converted(np.asarray(whole), primaries, transfer)
    upright = _eight_bits(chosen.to_pillow())
    upright.info = {"icc_profile": profile} if profile else {}
    return upright


def _chosen(data: bytes, *, eight_bits: bool) -> pillow_heif.HeifImage:
    """Find the primary picture; it is decoded when its pixels are asked for."""
    container = pillow_heif.open_heif(data, convert_hdr_to_8bit=eight_bits)
    if not len(container):
        raise Damaged("no picture in it")
    chosen = container[container.primary_index]
    if not chosen.info["primary"]:
        # A primary picture that is itself marked as a thumbnail: never show another instead.
        raise Unsupported("the decoder does not find the primary picture", part="primary")
    check_pixels(*chosen.size)
    return chosen


def _converted(samples: Samples, primaries: int, transfer: int) -> Image.Image:
    """Bring pixels to sRGB; transparency is of 8 bits afterwards, as the colours are."""
    colours = to_srgb(samples[..., :3], primaries, transfer)
    if samples.shape[2] == 3:  # noqa: PLR2004 - without transparency
        return Image.fromarray(colours)
    alpha = samples[..., 3:]
    if alpha.dtype != np.uint8:
        alpha = (alpha >> 8).astype(np.uint8)
    return Image.fromarray(np.concatenate((colours, alpha), axis=2))


def _eight_bits(decoded: Image.Image) -> Image.Image:
    """Bring grey of 10 and 12 bits, which the decoder leaves as 16, down to 8."""
    if decoded.mode not in _MODES_OF_16_BITS:
        return decoded
    samples = np.asarray(decoded).astype(np.uint32)
    return Image.fromarray((samples >> 8).astype(np.uint8), mode=None)
