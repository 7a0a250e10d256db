"""Photos and videos as a phone makes them, generated: every file different, nobody's.

Twelve-megapixel JPEG with Exif, GPS and a thumbnail; 1080p H.264 with sound, a place and a
device. A few pictures are encoded, then told apart by their metadata and a changed comment, so
that hundreds are made in seconds and yet none has the digest of another.
"""

import io
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import piexif
from PIL import Image, ImageFilter

WIDTH, HEIGHT = 4032, 3024
_SCENES = 4
_ISO6709 = "+{latitude:08.4f}+{longitude:09.4f}/"


def photos(folder: Path, count: int) -> None:
    """Write ``count`` photos of about four megabytes each."""
    scenes = [_scene(number) for number in range(min(_SCENES, count))]
    for number in range(count):
        exif = piexif.dump(_exif(number, scenes[number % len(scenes)][1]))
        target = folder / f"IMG_{20240101 + number % 28}_{100000 + number}.jpg"
        piexif.insert(exif, scenes[number % len(scenes)][0], str(target))


def _scene(seed: int) -> tuple[bytes, bytes]:
    """Give a picture with the texture of a photo, and its thumbnail, as JPEG."""
    chance = np.random.default_rng(seed)
    coarse = Image.fromarray(chance.integers(0, 256, (96, 128, 3), dtype=np.uint8))
    picture = coarse.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
    grain = chance.normal(0, 9, (HEIGHT, WIDTH, 1))
    pixels = np.clip(np.asarray(picture, dtype=np.float32) + grain, 0, 255).astype(np.uint8)
    soft = Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(0.6))
    small = soft.resize((160, 120))
    return _jpeg(soft, 92), _jpeg(small, 80)


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    sink = io.BytesIO()
    picture.save(sink, "JPEG", quality=quality)
    return sink.getvalue()


def _exif(number: int, thumbnail: bytes) -> dict[str, object]:
    chance = random.Random(number)
    return {
        "0th": {
            piexif.ImageIFD.Make: b"Examplephone",
            piexif.ImageIFD.Model: b"EP-7 Pro",
            piexif.ImageIFD.Software: b"EP7-2024.1",
            piexif.ImageIFD.DateTime: b"2024:01:15 12:30:00",
        },
        "Exif": {
            piexif.ExifIFD.DateTimeOriginal: b"2024:01:15 12:30:00",
            piexif.ExifIFD.BodySerialNumber: f"SN{chance.randrange(10**9)}".encode(),
            piexif.ExifIFD.LensModel: b"EP-7 rear camera 5.6mm f/1.8",
            piexif.ExifIFD.UserComment: b"ASCII\0\0\0picture %d" % number,
        },
        "GPS": {
            piexif.GPSIFD.GPSLatitudeRef: b"N",
            piexif.GPSIFD.GPSLatitude: ((48, 1), (chance.randrange(60), 1), (number, 100)),
            piexif.GPSIFD.GPSLongitudeRef: b"E",
            piexif.GPSIFD.GPSLongitude: ((16, 1), (chance.randrange(60), 1), (number, 100)),
        },
        "1st": {piexif.ImageIFD.Compression: 6},
        "thumbnail": thumbnail,
    }


def videos(folder: Path, count: int, seconds: int = 10) -> None:
    """Write ``count`` 1080p videos; each is encoded once and told apart by its metadata."""
    if not count:
        return
    scene = folder.parent / "scene.mp4"
    encode(scene, seconds)
    for number in range(count):
        place = _ISO6709.format(latitude=48 + number / 1000, longitude=16 + number / 1000)
        relabel(scene, folder / f"VID_20240115_{100000 + number}.mp4", place)
    scene.unlink()


def encode(target: Path, seconds: int, rate: str = "12M") -> None:
    """Encode a moving test picture with sound."""
    _ffmpeg(
        *("-f", "lavfi", "-i", f"testsrc2=size=1920x1080:rate=30:duration={seconds}"),
        *("-f", "lavfi", "-i", f"sine=frequency=440:duration={seconds}"),
        *("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"),
        *("-b:v", rate, "-minrate", rate, "-maxrate", rate, "-bufsize", rate),
        *("-nal-hrd", "cbr", "-c:a", "aac", "-b:a", "128k", str(target)),
    )


def relabel(scene: Path, target: Path, place: str, times: int = 1) -> None:
    """Copy the streams ``times`` over and name a place, a device and a time."""
    _ffmpeg(
        *("-stream_loop", str(times - 1), "-i", str(scene), "-c", "copy"),
        *("-metadata", f"location={place}", "-metadata", "make=Examplephone"),
        *("-metadata", "model=EP-7 Pro", "-metadata", "creation_time=2024-01-15T12:30:00Z"),
        str(target),
    )


def _ffmpeg(*arguments: str) -> None:
    done = subprocess.run(
        ["ffmpeg", "-nostdin", "-loglevel", "error", "-y", *arguments], check=False
    )
    if done.returncode:
        sys.exit("ffmpeg could not make the sample")
