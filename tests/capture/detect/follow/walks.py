"""Videos in which the sample portrait walks, with the place of its face in every frame."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, cast

import av
import numpy as np
from PIL import Image, ImageOps

from capture.detect.running import Pixels

if TYPE_CHECKING:
    from av.video.stream import VideoStream

PORTRAIT = Path(__file__).resolve().parents[4] / "ui/cli/samples/IMG_20240501_184207.jpg"
FACE = (84, 66, 176, 178)
"""Left, top, right, bottom of the face in the portrait, in pixels (320 by 400)."""
WIDTH, HEIGHT = 320, 180
RATE = 25
MICRO = 1_000_000
Box = tuple[float, float, float, float]
Path_ = Callable[[int], tuple[float, float] | None]
"""Where the portrait's left top corner is in a frame, None where it is not there."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A video, and the box of the face in each frame, None where there is none."""

    film: io.BytesIO
    truth: tuple[Box | None, ...]


def street(seed: int = 1, size: tuple[int, int] = (WIDTH, HEIGHT)) -> Image.Image:
    """Return a background with edges, and nobody."""
    draw = np.random.default_rng(seed)
    coarse = draw.integers(40, 200, (size[1] // 12 + 1, size[0] // 12 + 1, 3), dtype=np.uint8)
    return Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC)


def portrait(tall: int) -> tuple[Image.Image, Box]:
    """Return the portrait with a face of so many pixels' height, and the face's box."""
    with Image.open(PORTRAIT) as image:
        whole = ImageOps.exif_transpose(image).convert("RGB")
    scale = tall / (FACE[3] - FACE[1])
    small = whole.resize((round(whole.width * scale), round(whole.height * scale)))
    left, top, right, bottom = (side * scale for side in FACE)
    return small, (left, top, right, bottom)


def walk(
    frames: int,
    path: Path_,
    tall: int = 44,
    *,
    scene: Callable[[int], Image.Image] | None = None,
    stamps: Sequence[int] | None = None,
) -> Walk:
    """Film a portrait on its path before a street."""
    image, face = portrait(tall)
    wall = street()
    pictures: list[Pixels] = []
    truth: list[Box | None] = []
    for number in range(frames):
        shown = (scene(number) if scene else wall).copy()
        place = path(number)
        truth.append(None)
        if place is not None:
            shown.paste(image, (round(place[0]), round(place[1])))
            left, top, right, bottom = face
            x, y = round(place[0]), round(place[1])
            truth[-1] = (left + x, top + y, right + x, bottom + y)
        pictures.append(np.asarray(shown))
    return Walk(film(pictures, stamps), tuple(truth))


def film(
    pictures: Sequence[Pixels],
    stamps: Sequence[int] | None = None,
    *,
    form: str = "mp4",
    codec: str = "libx264",
    pixels: str = "yuv420p",
    options: dict[str, str] | None = None,
) -> io.BytesIO:
    """Encode pictures (height, width, 3) of one size; ``stamps`` are milliseconds."""
    out = io.BytesIO()
    with av.open(out, "w", format=form) as container:
        settings = {"crf": "16", "preset": "ultrafast", "g": "12"} if codec == "libx264" else {}
        settings |= options or {}
        stream = cast("VideoStream", container.add_stream(codec, rate=RATE, options=settings))
        stream.height, stream.width = pictures[0].shape[:2]
        stream.pix_fmt = pixels
        stream.time_base = stream.codec_context.time_base = Fraction(1, 1000)
        for number, picture in enumerate(pictures):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(format=pixels)
            frame.pts = number * 1000 // RATE if stamps is None else stamps[number]
            frame.time_base = Fraction(1, 1000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    out.seek(0)
    return out


def covered(places: Sequence[tuple[int, int, int, int]], face: Box, size: tuple[int, int]) -> float:
    """Return the share of a face that lies in ellipses with these boxes."""
    mask = np.zeros((size[1], size[0]), dtype=bool)
    y, x = np.mgrid[0 : size[1], 0 : size[0]]
    for left, top, width, height in places:
        across = (x + 0.5 - left - width / 2) / (width / 2)
        down = (y + 0.5 - top - height / 2) / (height / 2)
        mask |= across**2 + down**2 <= 1
    left, top, right, bottom = (round(side) for side in face)
    part = mask[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)]
    return float(part.mean()) if part.size else 1.0
