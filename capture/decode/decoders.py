"""Which decoder may see a still of each kind: one table for previews and for whole pictures."""

from collections.abc import Callable
from typing import BinaryIO

from PIL import Image

from capture.decode import avif, heic, jxl, raw
from capture.kinds import RAWS, MediaKind

PILLOW = {
    MediaKind.JPEG: ("JPEG", "MPO"),
    MediaKind.PNG: ("PNG",),
    MediaKind.GIF: ("GIF",),
    MediaKind.WEBP: ("WEBP",),
    MediaKind.TIFF: ("TIFF",),
}
"""Pillow's decoders by their names; no other may look at a file of the kind."""

OWN: dict[MediaKind, Callable[[BinaryIO], Image.Image]] = {
    MediaKind.HEIF: heic.primary,
    MediaKind.AVIF: avif.primary,
    MediaKind.JXL: jxl.picture,
    **dict.fromkeys(RAWS, raw.developed),
}
"""Decoders of the kinds whose turns and crops are not Exif's: they give an upright picture."""

SMALL: dict[MediaKind, Callable[[BinaryIO], Image.Image]] = {
    **OWN,
    **dict.fromkeys(RAWS, raw.glimpsed),
}
"""The same for previews: what takes seconds to develop is developed at a quarter of its pixels."""
