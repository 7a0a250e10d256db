"""Make the sample media that ``demo`` works on, from one public-domain portrait.

    python packaging/make_samples.py ASTRONAUT.PNG

The portrait is NASA's photograph of the astronaut Eileen Collins, as scikit-image carries it
(``skimage/data/astronaut.png`` in its wheel). Everything that the samples say about their
maker is invented here: no such person, camera or serial number exists.
"""

import hashlib
import math
import sys
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import piexif
import pillow_heif
from PIL import Image, ImageDraw

OUT = Path(__file__).resolve().parent.parent / "ui" / "cli" / "samples"
PORTRAIT_SHA256 = "88431cd9653ccd539741b555fb0a46b61558b301d4110412b5bc28b5e3ea6cb5"
SEED = 20240501

LATITUDE = ((35, 1), (41, 1), (2112, 100))
LONGITUDE = ((51, 1), (23, 1), (2040, 100))
ISO_6709 = "+35.6892+051.3890+1190.000/"
TAKEN = "2024:05:01 18:42:07"
ZONE = b"+03:30"
MAKER, MODEL = b"Sample Works", b"Witness One"
UPRIGHT, ON_ITS_SIDE = 1, 6

VIDEO_SIZE = (320, 240)
FRAMES_PER_SECOND = 15
SECONDS = 3
SOUND_RATE = 44100

Pixels = npt.NDArray[np.uint8]


def main(arguments: list[str]) -> int:
    """Write all samples; the one argument is the portrait."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    portrait = read_portrait(Path(arguments[0]))
    OUT.mkdir(parents=True, exist_ok=True)
    make_photo(portrait, OUT / "IMG_20240501_184207.jpg")
    make_heic(OUT / "IMG_4711.HEIC")
    make_video(OUT / "VID_20240501_184512.mp4")
    for path in sorted(OUT.iterdir()):
        print(f"{path.name}: {path.stat().st_size} bytes")
    return 0


def read_portrait(path: Path) -> Image.Image:
    """Open the portrait, and be sure that it is the one whose source is recorded."""
    if hashlib.sha256(path.read_bytes()).hexdigest() != PORTRAIT_SHA256:
        sys.exit("this is not the portrait that docs/licences.md records")
    return Image.open(path).convert("RGB")


def make_photo(portrait: Image.Image, path: Path) -> None:
    """Write a photo that lies on its side and whose thumbnail still shows what was cut away."""
    cropped = portrait.crop((96, 0, 416, 400))
    turned = cropped.transpose(Image.Transpose.ROTATE_90)
    thumbnail = path.with_suffix(".tmp")
    portrait.resize((160, 160)).save(thumbnail, "JPEG", quality=80)
    exif = phone_exif(ON_ITS_SIDE)
    exif["thumbnail"] = thumbnail.read_bytes()
    exif["1st"] = {piexif.ImageIFD.Compression: 6}
    thumbnail.unlink()
    turned.save(path, "JPEG", quality=88, exif=piexif.dump(exif), comment=b"from my phone")


def phone_exif(orientation: int) -> dict[str, object]:
    """Return what the invented phone writes into every photo, as piexif wants it."""
    return {
        "0th": {
            piexif.ImageIFD.Make: MAKER,
            piexif.ImageIFD.Model: MODEL,
            piexif.ImageIFD.Software: b"WitnessCam 4.2",
            piexif.ImageIFD.Artist: b"Maryam Sample",
            piexif.ImageIFD.DateTime: TAKEN.encode(),
            piexif.ImageIFD.Orientation: orientation,
            piexif.ImageIFD.ImageDescription: b"in front of our house",
        },
        "Exif": {
            piexif.ExifIFD.DateTimeOriginal: TAKEN.encode(),
            piexif.ExifIFD.DateTimeDigitized: TAKEN.encode(),
            piexif.ExifIFD.OffsetTimeOriginal: ZONE,
            piexif.ExifIFD.CameraOwnerName: b"Maryam Sample",
            piexif.ExifIFD.BodySerialNumber: b"SW-4411-902357",
            piexif.ExifIFD.LensModel: b"Witness One back camera 4.2mm f/1.8",
            piexif.ExifIFD.LensSerialNumber: b"LN-77120045",
            piexif.ExifIFD.ImageUniqueID: b"7c0f5d1e9a3b4c6d8e2f1a0b9c8d7e6f",
            piexif.ExifIFD.UserComment: b"ASCII\0\0\0call Reza before sending",
        },
        "GPS": {
            piexif.GPSIFD.GPSLatitudeRef: b"N",
            piexif.GPSIFD.GPSLatitude: LATITUDE,
            piexif.GPSIFD.GPSLongitudeRef: b"E",
            piexif.GPSIFD.GPSLongitude: LONGITUDE,
            piexif.GPSIFD.GPSAltitudeRef: 0,
            piexif.GPSIFD.GPSAltitude: (1190, 1),
            piexif.GPSIFD.GPSImgDirectionRef: b"T",
            piexif.GPSIFD.GPSImgDirection: (2140, 10),
        },
    }


def make_heic(path: Path) -> None:
    """Write a drawn street scene, stored lying and shown upright, as a phone does."""
    lying = street(480, 640, 0.0).transpose(Image.Transpose.ROTATE_90)
    exif = piexif.dump(phone_exif(ON_ITS_SIDE))
    picture = pillow_heif.from_pillow(lying)
    picture.save(path, quality=60, exif=exif)


def make_video(path: Path) -> None:
    """Write a short film with sound, a place, a time and a device."""
    with av.open(str(path), "w", format="mp4", options={"movflags": "use_metadata_tags"}) as film:
        film.metadata.update(
            {
                "location": ISO_6709,
                "creation_time": "2024-05-01T15:15:12.000000Z",
                "com.android.version": "14",
                "com.android.manufacturer": MAKER.decode(),
                "com.android.model": MODEL.decode(),
                "artist": "Maryam Sample",
            }
        )
        pictures = film.add_stream("libx264", rate=FRAMES_PER_SECOND)
        pictures.width, pictures.height = VIDEO_SIZE
        pictures.pix_fmt = "yuv420p"
        pictures.options = {"crf": "30"}
        sound = film.add_stream("aac", rate=SOUND_RATE, layout="mono")
        sound.bit_rate = 48000
        for number in range(FRAMES_PER_SECOND * SECONDS):
            scene = street(*VIDEO_SIZE, number / FRAMES_PER_SECOND)
            frame = av.VideoFrame.from_ndarray(np.asarray(scene), format="rgb24")
            film.mux(pictures.encode(frame))
        film.mux(pictures.encode(None))
        film.mux(sound.encode(tone()))
        film.mux(sound.encode(None))


def tone() -> av.AudioFrame:
    """Return a soft rising and falling tone as long as the film."""
    at = np.arange(SOUND_RATE * SECONDS) / SOUND_RATE
    wave = 0.2 * np.sin(2 * math.pi * (300 * at + 30 * np.sin(2 * at)))
    frame = av.AudioFrame.from_ndarray(wave.astype(np.float32)[None], "fltp", "mono")
    frame.sample_rate = SOUND_RATE
    return frame


def street(width: int, height: int, seconds: float) -> Image.Image:
    """Draw houses, a road, and a bus that drives by; a little noise stands for a sensor's."""
    picture = Image.new("RGB", (width, height), (150, 185, 220))
    draw = ImageDraw.Draw(picture)
    horizon = height * 2 // 3
    shades = np.random.default_rng(SEED).integers(90, 190, size=(6, 4))
    for number, (red, green, blue, tall) in enumerate(shades.tolist()):
        left = number * width // 6
        top = horizon - tall * height // 400
        draw.rectangle((left, top, left + width // 6 - 2, horizon), fill=(red, green, blue))
        for row in range(top + 8, horizon - 8, height // 16):
            draw.rectangle((left + 6, row, left + 14, row + 8), fill=(240, 225, 150))
    draw.rectangle((0, horizon, width, height), fill=(85, 85, 90))
    bus = int((0.1 + 0.2 * seconds) * width)
    box = (bus, horizon - height // 10, bus + width // 4, horizon + 10)
    draw.rectangle(box, fill=(190, 40, 40))
    return Image.fromarray(with_noise(np.asarray(picture), int(seconds * 100)))


def with_noise(pixels: Pixels, seed: int) -> Pixels:
    """Add noise of a few levels, the same for the same seed."""
    noise = np.random.default_rng(SEED + seed).normal(0, 2, size=pixels.shape)
    return np.clip(pixels + noise, 0, 255).astype(np.uint8)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
