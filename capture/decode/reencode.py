"""Pixels out, and pixels in again in one fixed way for everybody: the anonymous profile.

Every picture becomes 8 bits a channel in sRGB, upright, and is encoded by the same
libjpeg or zlib setting with the standard tables, so that the copy says nothing of the
encoder that made the source. Runs in the confined child: the only way here is hostile.
"""

import io
import warnings
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import numpy as np
from PIL import Image, ImageCms

from capture.decode.bounds import check_pixels, foreign_decoder
from capture.decode.turn import stood_up
from capture.errors import Damaged

Image.MAX_IMAGE_PIXELS = None  # our own bound is checked by header, before decoding

QUALITY = 90
"""libjpeg's quality: the tables of T.81 Annex K scaled to 20%, 4:2:0, standard Huffman codes."""

_LARGEST_JPEG = 65500
"""Pixels of the longest side that libjpeg writes."""
_SIXTEEN_BITS = frozenset(("I;16", "I;16L", "I;16B", "I;16N", "I"))
_PROFILE_MODES = {b"RGB ": "RGB", b"GRAY": "L", b"CMYK": "CMYK", b"Lab ": "LAB"}
_SPACE = slice(16, 20)


def open_picture(source: BinaryIO, formats: tuple[str, ...]) -> Image.Image:
    """Decode the first picture with one of Pillow's decoders, by their names ("JPEG", "PNG").

    Raises Damaged (also for one that ends too early) and TooLarge before decoding.
    """
    source.seek(0)
    with foreign_decoder(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = Image.open(source, formats=formats)
        check_pixels(*image.size)
        image.load()
        return image


def pages(
    source: BinaryIO, profiles: Mapping[int, bytes | None], max_side: int | None
) -> Iterator[bytes]:
    """Encode pages of a TIFF, by their numbers, each as one of its own, in the one way.

    ``profiles`` are their colours' profiles. Raises Damaged, and TooLarge before decoding.
    """
    for number, profile in profiles.items():
        source.seek(0)
        with foreign_decoder(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(source, formats=("TIFF",))
            image.seek(number)
            check_pixels(*image.size)
            image.load()
        page = fitted(upright_srgb(image, profile=profile), max_side)
        yield _encoded(page, "TIFF", compression="tiff_adobe_deflate")


def upright_srgb(
    image: Image.Image, orientation: int = 1, profile: bytes | None = None
) -> Image.Image:
    """Return the picture as it is meant to be seen: mode RGB, or RGBA if it lets light through.

    ``orientation`` is Exif's 1 to 8; ``profile`` is its ICC profile, which is ignored where it
    is broken or of another kind of colour than the pixels, as viewers do.
    """
    with foreign_decoder(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        opaque, alpha = _split(_eight_bits(image))
        colours = _to_srgb(opaque, profile)
        if alpha is not None and alpha.getextrema() != (255, 255):
            colours = _hide_under(colours, alpha)
        return stood_up(colours, orientation)


def fitted(image: Image.Image, max_side: int | None) -> Image.Image:
    """Scale the picture down so that its longer side has at most ``max_side`` pixels."""
    longer = max(image.size)
    if max_side is None or longer <= max_side:
        return image
    width, height = (max(1, round(side * max_side / longer)) for side in image.size)
    return image.resize((width, height), Image.Resampling.LANCZOS)


def jpeg(image: Image.Image, max_side: int | None = None) -> bytes:
    """Encode an upright picture as the one JPEG; what is transparent becomes white."""
    picture = fitted(image, max_side)
    if picture.mode == "RGBA":
        white = Image.new("RGB", picture.size, "white")
        white.paste(picture, mask=picture.getchannel("A"))
        picture = white
    return _encoded(
        picture, "JPEG", quality=QUALITY, subsampling="4:2:0", optimize=False, progressive=False
    )


def png(image: Image.Image, max_side: int | None = None) -> bytes:
    """Encode an upright picture as the one PNG, RGB or RGBA of 8 bits."""
    return _encoded(fitted(image, max_side), "PNG", compress_level=6, optimize=False)


def _encoded(picture: Image.Image, name: str, **settings: str | int | bool) -> bytes:
    # Pillow writes what it finds in ``info`` of a picture: ours has pixels alone.
    bare = picture.copy()
    bare.info = {}
    if max(bare.size) > _LARGEST_JPEG and name == "JPEG":
        bare = fitted(bare, _LARGEST_JPEG)
    out = io.BytesIO()
    bare.save(out, name, **settings)
    return out.getvalue()


def _eight_bits(image: Image.Image) -> Image.Image:
    if image.mode not in _SIXTEEN_BITS:
        return image
    samples = np.asarray(image).astype(np.int64)
    return Image.fromarray((np.clip(samples, 0, 65535) >> 8).astype(np.uint8))


def _split(image: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """Part a picture into its opaque colours and how opaque each pixel is."""
    if image.mode in {"P", "PA"} or (image.mode in {"L", "RGB", "1"} and _keyed(image)):
        image = image.convert("RGBA" if _see_through(image) else "RGB")
    if image.mode in {"RGBA", "LA", "La", "RGBa", "RGBX"}:
        straight = image.convert({"La": "LA", "RGBa": "RGBA"}.get(image.mode, image.mode))
        alpha = None if image.mode == "RGBX" else straight.getchannel("A")
        return straight.convert("L" if straight.mode == "LA" else "RGB"), alpha
    return image if image.mode in {"L", "RGB", "CMYK", "LAB"} else image.convert("RGB"), None


def _keyed(image: Image.Image) -> bool:
    return "transparency" in image.info


def _see_through(image: Image.Image) -> bool:
    return image.mode == "PA" or _keyed(image)


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile and _PROFILE_MODES.get(profile[_SPACE]) == image.mode:
        try:
            found = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            own = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, found, own, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            converted = None
        if converted is not None:
            return converted
    return image.convert("RGB")


def _hide_under(colours: Image.Image, alpha: Image.Image) -> Image.Image:
    """Join colours and alpha; a pixel that nobody sees keeps no colour that could be seen."""
    if colours.size != alpha.size:
        raise Damaged("the transparency has another size than the picture")
    unseen = alpha.point([255] + [0] * 255)
    colours = colours.copy()
    colours.paste((0, 0, 0), mask=unseen)
    colours.putalpha(alpha)
    return colours


def used_colours(image: Image.Image) -> frozenset[int] | None:
    """Return which palette entries the pixels use, or None for a picture without palette."""
    if image.mode != "P":
        return None
    return frozenset(index for index, count in enumerate(image.histogram()) if count)
