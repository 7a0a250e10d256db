"""Videos with faces whose places are known in every frame, made of pictures of faces.

A world is one large picture of several; a camera pans, shakes and zooms over it. Before it, heads
that were cut out move, turn, grow, leave, come back and pass behind a pole. Everything is drawn
from a fixed seed, at 1080p and 30 frames a second, and encoded as phones do.
"""

import io
import math
import subprocess
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import face_pictures
import numpy as np
from face_pictures import Annotated, Box
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT, RATE = 1920, 1080, 30
LEAST = 20
"""Faces of fewer pixels' height are not counted."""
_LEAST_SEEN = 0.5
"""Share of a face that has to be in the picture, and before the pole, for it to count."""
_CELL = (960, 720)
_SHOWN, _HEADS = 24, 12
"""Pictures of which the worlds of one seed are laid out, and from which its heads are cut."""
_POLE = 90
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class View:
    """Where a camera looks in a world: the middle, pixels of the world for one, and a turn."""

    x: float
    y: float
    zoom: float = 1.0
    turn: float = 0.0


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a head is in a frame: its middle, its face's height, its turn, and how narrow it is."""

    x: float
    y: float
    tall: float
    turn: float = 0.0
    narrow: float = 1.0


@dataclass(frozen=True, slots=True)
class World:
    """One large picture and the faces in it."""

    picture: Image.Image
    faces: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A head cut out of its picture (RGBA), and the box of its face in that."""

    picture: Image.Image
    face: Box


Moves = tuple[tuple[Head, Callable[[int], Stand | None]], ...]
"""Heads, and where each of them is in a frame; None where it is not there."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be seen: for each frame a view of a world and where each head is, or None."""

    name: str
    frames: int
    world: Callable[[int], World]
    view: Callable[[int], View]
    heads: Moves = ()
    pole: bool = False


@dataclass(frozen=True, slots=True)
class Clip:
    """A video, and for each of its frames the faces in it: each one's number, and its box."""

    name: str
    path: Path
    truth: tuple[tuple[tuple[int, Box], ...], ...]


def clips(folder: Path, frames: int, wanted: Collection[str] = (), seed: int = 0) -> Iterator[Clip]:
    """Write each clip that is wanted, or all of them, of so many frames.

    A seed other than 0 makes clips of other pictures, other heads and other ways: what was chosen
    on one set is measured on another.
    """
    beside = [one for one in face_pictures.annotated() if one.faces]
    pictures = beside or list(face_pictures.made())
    for scene in _scenes(pictures, frames, seed):
        if not wanted or scene.name in wanted:
            yield _filmed(scene, folder / f"{scene.name}.mp4")


def _scenes(pictures: Sequence[Annotated], frames: int, seed: int) -> Iterator[Scene]:
    large = [one for one in pictures if not one.name.startswith("DL")] or list(pictures)
    shown = _turned(large, _SHOWN * seed)[:_SHOWN]
    worlds = [_world(shown[start : start + 8]) for start in range(0, len(shown), 8)]
    heads = list(_heads(pictures, seed))
    draw = np.random.default_rng(7 + seed)
    shake = np.cumsum(draw.normal(0, 1.5, (frames, 2)), axis=0)
    shake -= np.linspace(0, 1, frames)[:, None] * shake[-1]
    middle = worlds[0].picture.width / 2, worlds[0].picture.height / 2

    def ease(frame: int) -> float:
        return (1 - math.cos(math.pi * frame / frames)) / 2

    def pan(frame: int) -> View:
        x = WIDTH / 2 + (worlds[0].picture.width - WIDTH) * ease(frame)
        return View(x, HEIGHT * 0.6 + 40 * math.sin(frame / 9))

    def handheld(frame: int) -> View:
        return View(
            middle[0] + 8 * shake[frame][0],
            middle[1] + 6 * shake[frame][1],
            1.0,
            3 * math.sin(frame / 11),
        )

    def zoom(frame: int) -> View:
        return View(middle[0], middle[1], 1.6 - 1.1 * ease(frame))

    def still(_frame: int) -> View:
        return View(*middle, 1.0)

    def world(frame: int) -> World:
        return worlds[min(len(worlds) - 1, frame * len(worlds) // frames)]

    plain = _plain(seed)
    yield Scene("pan", frames, lambda _: worlds[0], pan)
    yield Scene("handheld", frames, lambda _: worlds[-1], handheld)
    yield Scene("zoom", frames, lambda _: worlds[len(worlds) // 2], zoom)
    yield Scene(
        "cuts",
        frames,
        lambda f: worlds[f // 17 % len(worlds)],
        lambda f: View(middle[0] + (f // 17 * 311) % 700 - 350, middle[1]),
    )
    yield Scene("walking", frames, lambda _: plain, still, _walkers(heads, seed))
    yield Scene("turning", frames, lambda _: plain, still, _turners(heads, seed))
    yield Scene("leaving", frames, lambda _: plain, handheld, _leavers(heads, seed))
    behind = _walkers(heads[::-1], seed)
    yield Scene("behind", frames, lambda _: plain, still, behind, pole=True)


def _walkers(heads: Sequence[Head], seed: int) -> Moves:
    def path(index: int) -> Callable[[int], Stand]:
        tall = (28, 50, 90, 150, 240)[index % 5]
        speed = (1 if index % 2 else -1) * (4 + 3 * index)
        start = 200 + 370 * index + 611 * seed

        def at(frame: int) -> Stand:
            x = (start + speed * frame) % (WIDTH + 400) - 200
            y = 200 + 150 * index + tall * 0.15 * math.sin(frame / 4 + index)
            return Stand(x, min(y, HEIGHT - 160), tall, 6 * math.sin(frame / 7 + index))

        return at

    return tuple((heads[index % len(heads)], path(index)) for index in range(5))


def _turners(heads: Sequence[Head], seed: int) -> Moves:
    def path(index: int) -> Callable[[int], Stand]:
        tall = (40, 70, 120, 200)[index % 4]

        def at(frame: int) -> Stand:
            turned = math.sin(2 * math.pi * frame / 75 + index + seed)
            size = tall * (1 + 0.5 * math.sin(frame / 20 + index))
            x = 250 + 470 * index + 90 * math.sin(frame / 12)
            return Stand(x, 540, size, 35 * turned, 1 - 0.5 * abs(turned))

        return at

    return tuple((heads[(index + 3) % len(heads)], path(index)) for index in range(4))


def _leavers(heads: Sequence[Head], seed: int) -> Moves:
    def path(index: int) -> Callable[[int], Stand | None]:
        tall = (36, 80, 160)[index % 3]

        def at(frame: int) -> Stand | None:
            # At most 0.6 of its own height in a frame: 5 metres a second.
            far = WIDTH / 2 + tall
            x = WIDTH / 2 + far * math.sin(0.6 * tall * frame / far + 1.2 + index + seed)
            return Stand(x, 250 + 280 * index, tall)

        return at

    return tuple((heads[(index + 5) % len(heads)], path(index)) for index in range(3))


def _world(pictures: Sequence[Annotated]) -> World:
    """Lay pictures beside and below each other."""
    columns = -(-len(pictures) // 2)
    canvas = Image.new("RGB", (_CELL[0] * columns, _CELL[1] * 2))
    faces: list[Box] = []
    for index, one in enumerate(pictures):
        with Image.open(io.BytesIO(one.jpeg)) as image:
            scale = max(_CELL[0] / image.width, _CELL[1] / image.height)
            size = round(image.width * scale), round(image.height * scale)
            part = image.convert("RGB").resize(size, Image.Resampling.BICUBIC)
        left, top = index % columns * _CELL[0], index // columns * _CELL[1]
        canvas.paste(part.crop((0, 0, *_CELL)), (left, top))
        for x0, y0, x1, y1 in (tuple(side * scale for side in face) for face in one.faces):
            # A face that its picture cuts through is one side of a face: none that a camera sees.
            edge = 0.2 * (y1 - y0)
            if min(x0, y0) > edge and x1 < _CELL[0] - edge and y1 < min(size[1], _CELL[1]) - edge:
                faces.append((left + x0, top + y0, left + x1, top + y1))
    return World(canvas, tuple(faces))


def _plain(seed: int) -> World:
    """Return a street without people: shades and edges."""
    draw = np.random.default_rng(3 + seed)
    coarse = draw.integers(50, 200, (36, 96, 3), dtype=np.uint8)
    canvas = Image.fromarray(coarse).resize((3840, 1440), Image.Resampling.BICUBIC)
    pen = ImageDraw.Draw(canvas)
    for _ in range(160):
        x, y, wide, high = (int(draw.integers(0, most)) for most in (3840, 1440, 160, 120))
        shade = tuple(int(v) for v in draw.integers(40, 210, 3))
        pen.rectangle((x, y, x + wide, y + high), fill=shade)
    return World(canvas.filter(ImageFilter.GaussianBlur(2)), ())


def _turned(pictures: Sequence[Annotated], first: int) -> list[Annotated]:
    """Return pictures in their order, from one on and then from the beginning."""
    first %= len(pictures)
    return [*pictures[first:], *pictures[:first]]


def _heads(pictures: Sequence[Annotated], seed: int) -> Iterator[Head]:
    """Cut the largest faces out, with their hair, softly; for each seed the next largest ones."""
    largest = sorted(pictures, key=lambda p: -max(f[3] - f[1] for f in p.faces))
    for one in _turned(largest, _HEADS * seed)[:_HEADS]:
        x0, y0, x1, y1 = max(one.faces, key=lambda face: face[3] - face[1])
        grow = 0.35 * (y1 - y0)
        with Image.open(io.BytesIO(one.jpeg)) as image:
            left, top = round(x0 - grow), round(y0 - grow)
            place = left, top, round(x1 + grow), round(y1 + grow)
            part = image.convert("RGB").crop(place)
        mask = Image.new("L", part.size, 0)
        ImageDraw.Draw(mask).ellipse((2, 2, part.width - 3, part.height - 3), fill=255)
        part.putalpha(mask.filter(ImageFilter.GaussianBlur(part.width / 40)))
        face = x0 - left, y0 - top, x1 - left, y1 - top
        yield Head(part, face)


def _filmed(scene: Scene, target: Path) -> Clip:
    """Draw a scene's frames and encode them."""
    command = [
        *("ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-f", "rawvideo"),
        *("-pix_fmt", "rgb24", "-s", f"{WIDTH}x{HEIGHT}", "-r", str(RATE), "-i", "-"),
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p"),
    ]
    truth = []
    with subprocess.Popen([*command, str(target)], stdin=subprocess.PIPE) as encoder:
        for frame in range(scene.frames):
            image, boxes = _drawn(scene, frame)
            truth.append(boxes)
            if encoder.stdin is not None:
                encoder.stdin.write(image.tobytes())
        if encoder.stdin is not None:
            encoder.stdin.close()
    return Clip(scene.name, target, tuple(truth))


def _drawn(scene: Scene, frame: int) -> tuple[Image.Image, tuple[tuple[int, Box], ...]]:
    world, view = scene.world(frame), scene.view(frame)
    cos, sin = (f(math.radians(view.turn)) * view.zoom for f in (math.cos, math.sin))
    affine = (
        *(cos, -sin, view.x - cos * WIDTH / 2 + sin * HEIGHT / 2),
        *(sin, cos, view.y - sin * WIDTH / 2 - cos * HEIGHT / 2),
    )
    image = world.picture.transform(
        (WIDTH, HEIGHT), Image.Transform.AFFINE, affine, Image.Resampling.BILINEAR
    )
    # A face of one world and one of another are not the same: cuts go from world to world.
    first = hash(world.faces) % 10**9 * 1000
    boxes = [(first + index, _seen(box, view)) for index, box in enumerate(world.faces)]
    for index, (head, path) in enumerate(scene.heads):
        stand = path(frame)
        if stand is not None:
            boxes.append((-1 - index, _stood(image, head, stand)))
    counted = [(index, box) for index, box in boxes if _counts(box, pole=scene.pole)]
    if scene.pole:
        middle = WIDTH // 2
        ImageDraw.Draw(image).rectangle((middle - _POLE, 0, middle + _POLE, HEIGHT), (90, 84, 80))
    return image, tuple(counted)


def _seen(box: Box, view: View) -> Box:
    """Return where a box of the world is in the frame: the box around its middle's place."""
    x, y = (box[0] + box[2]) / 2 - view.x, (box[1] + box[3]) / 2 - view.y
    cos, sin = math.cos(math.radians(view.turn)), math.sin(math.radians(view.turn))
    across = (cos * x + sin * y) / view.zoom + WIDTH / 2
    down = (-sin * x + cos * y) / view.zoom + HEIGHT / 2
    wide, high = (box[2] - box[0]) / view.zoom / 2, (box[3] - box[1]) / view.zoom / 2
    return across - wide, down - high, across + wide, down + high


def _stood(image: Image.Image, head: Head, stand: Stand) -> Box:
    """Draw a head, and return the box of its face."""
    scale = stand.tall / (head.face[3] - head.face[1])
    size = (
        max(2, round(head.picture.width * scale * stand.narrow)),
        max(2, round(head.picture.height * scale)),
    )
    shown = head.picture.resize(size, Image.Resampling.BILINEAR)
    turned = shown.rotate(stand.turn, Image.Resampling.BILINEAR, expand=True)
    image.paste(
        turned, (round(stand.x - turned.width / 2), round(stand.y - turned.height / 2)), turned
    )
    wide = (head.face[2] - head.face[0]) * scale * stand.narrow / 2
    high = stand.tall / 2
    return stand.x - wide, stand.y - high, stand.x + wide, stand.y + high


def _counts(box: Box, *, pole: bool) -> bool:
    """Say whether a face is large enough and enough of it is to be seen."""
    wide, high = box[2] - box[0], box[3] - box[1]
    if high < LEAST:
        return False
    across = min(box[2], WIDTH) - max(box[0], 0)
    down = min(box[3], HEIGHT) - max(box[1], 0)
    if pole:
        hidden = min(box[2], WIDTH / 2 + _POLE) - max(box[0], WIDTH / 2 - _POLE)
        across -= max(hidden, 0)
    return across > 0 and down > 0 and across * down >= _LEAST_SEEN * wide * high
