"""Previews: upright, in sRGB, small, and never more than the bound on pixels."""

import io
import struct
import zlib
from fractions import Fraction

import av
import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageCms

from capture.decode import preview
from capture.decode.bounds import MAX_PIXELS
from capture.errors import Damaged, TooLarge, Unsupported
from capture.kinds import MediaKind

RED, GREEN, BLUE, GREY = (255, 0, 0), (0, 255, 0), (0, 0, 255), (128, 128, 128)


def quarters(width: int = 64, height: int = 32) -> Image.Image:
    """Red top left, green top right, blue bottom left, grey bottom right."""
    image = Image.new("RGB", (width, height), GREY)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    return image


def encoded(image: Image.Image, form: str, **options: object) -> io.BytesIO:
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream


def near(pixel: tuple[int, int, int], wanted: tuple[int, int, int], by: int = 40) -> bool:
    return all(abs(a - b) <= by for a, b in zip(pixel, wanted, strict=True))


def shown(source: io.BytesIO, kind: MediaKind, side: int = 64) -> Image.Image:
    picture = preview.picture(source, kind, side)
    assert len(picture.rgb) == picture.width * picture.height * 3
    return Image.frombytes("RGB", (picture.width, picture.height), picture.rgb)


def pixel_at(image: Image.Image, x: int, y: int) -> tuple[int, int, int]:
    red, green, blue = np.asarray(image.convert("RGB"))[y, x]
    return int(red), int(green), int(blue)


def corners(image: Image.Image) -> list[tuple[int, int, int]]:
    width, height = image.size
    spots = [(0, 0), (1, 0), (0, 1), (1, 1)]
    return [
        pixel_at(image, width // 4 + x * width // 2, height // 4 + y * height // 2)
        for x, y in spots
    ]


def test_a_large_jpeg_is_scaled_to_the_side() -> None:
    picture = shown(encoded(quarters(1600, 800), "JPEG"), MediaKind.JPEG, 200)
    assert picture.size == (200, 100)
    pairs = zip(corners(picture), (RED, GREEN, BLUE, GREY), strict=True)
    assert all(near(pixel, colour) for pixel, colour in pairs)


def test_a_small_picture_is_never_blown_up() -> None:
    assert shown(encoded(quarters(), "PNG"), MediaKind.PNG, 500).size == (64, 32)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation_is_applied(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = shown(encoded(quarters(), "JPEG", exif=exif, quality=95), MediaKind.JPEG)
    assert picture.size == ((64, 32) if orientation <= 4 else (32, 64))
    whole: Image.Image = Image.open(encoded(quarters(), "JPEG", exif=exif, quality=95))
    turns = {
        1: [],
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_270],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_90],
    }[orientation]
    for turn in turns:
        whole = whole.transpose(turn)
    pairs = zip(corners(picture), corners(whole.convert("RGB")), strict=True)
    assert all(near(pixel, colour) for pixel, colour in pairs)


def test_a_heif_is_turned_once() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # written by the encoder as irot, and kept in its Exif item
    stream = io.BytesIO()
    pillow_heif.from_pillow(quarters(128, 64)).save(stream, quality=90, exif=exif.tobytes())
    picture = shown(stream, MediaKind.HEIF, 128)
    wanted = quarters(128, 64).transpose(Image.Transpose.ROTATE_270)
    assert picture.size == wanted.size
    pairs = zip(corners(picture), corners(wanted), strict=True)
    assert all(near(pixel, colour) for pixel, colour in pairs)


def test_a_heif_of_ten_bit_grey() -> None:
    ramp = (np.linspace(0, 65535, 64 * 64).reshape(64, 64)).astype(np.uint16)
    stream = io.BytesIO()
    pillow_heif.from_bytes("I;16", (64, 64), ramp.tobytes()).save(stream, quality=-1)
    picture = shown(stream, MediaKind.HEIF)
    assert pixel_at(picture, 32, 1)[0] < 12
    assert 118 < pixel_at(picture, 32, 32)[0] < 138


def test_transparent_places_are_white() -> None:
    layer = Image.new("RGBA", (32, 32), (255, 0, 0, 0))
    assert pixel_at(shown(encoded(layer, "PNG"), MediaKind.PNG), 5, 5) == (255, 255, 255)


def test_sixteen_bit_grey_is_not_blown_out() -> None:
    grey = Image.fromarray(np.full((16, 16), 0x8000, np.uint16))
    assert near(pixel_at(shown(encoded(grey, "PNG"), MediaKind.PNG), 5, 5), GREY, 2)


def test_cmyk_is_shown() -> None:
    ink = Image.new("CMYK", (32, 32), (255, 255, 0, 0))
    assert near(pixel_at(shown(encoded(ink, "JPEG"), MediaKind.JPEG), 5, 5), BLUE)


def test_a_profile_is_converted_and_a_broken_one_left_aside() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    good = shown(encoded(quarters(), "PNG", icc_profile=lab), MediaKind.PNG)
    broken = shown(encoded(quarters(), "PNG", icc_profile=b"no profile"), MediaKind.PNG)
    assert near(pixel_at(good, 3, 3), RED, 3)
    assert near(pixel_at(broken, 3, 3), RED, 3)


@pytest.mark.parametrize("kind", [MediaKind.JPEG, MediaKind.PNG, MediaKind.HEIF, MediaKind.MP4])
@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", bytes(500)])
def test_no_picture_is_damaged(kind: MediaKind, data: bytes) -> None:
    with pytest.raises(Damaged):
        preview.picture(io.BytesIO(data), kind, 64)


def test_a_jpeg_cut_in_half_is_damaged() -> None:
    whole = encoded(quarters(400, 400), "JPEG").getvalue()
    with pytest.raises(Damaged):
        preview.picture(io.BytesIO(whole[: len(whole) // 2]), MediaKind.JPEG, 64)


def test_a_png_bomb_is_refused_by_its_header() -> None:
    header = struct.pack(">II5B", 30_000, 30_000, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(99)))
    with pytest.raises(TooLarge):
        preview.picture(io.BytesIO(bomb), MediaKind.PNG, 64)
    assert MAX_PIXELS < 30_000 * 30_000


def clip(frames: list[Image.Image]) -> bytes:
    stream = io.BytesIO()
    with av.open(stream, "w", format="mp4") as container:
        video = container.add_stream("libx264", rate=Fraction(25))
        video.width, video.height = frames[0].size
        video.pix_fmt = "yuv420p"
        for image in frames:
            frame = av.VideoFrame.from_ndarray(np.asarray(image), format="rgb24")
            container.mux(video.encode(frame))
        container.mux(video.encode())
    return stream.getvalue()


TURNS = {
    0: (1, 0, 0, 1),
    90: (0, 1, -1, 0),
    180: (-1, 0, 0, -1),
    270: (0, -1, 1, 0),
}


def turned(video: bytes, degrees: int) -> bytes:
    """Write a display matrix into the track header: ``degrees`` clockwise."""
    a, b, c, d = (value * 0x10000 for value in TURNS[degrees])
    at = video.index(b"tkhd") + 4 + 40
    matrix = struct.pack(">9i", a, b, 0, c, d, 0, 0, 0, 0x40000000)
    return video[:at] + matrix + video[at + 36 :]


@pytest.mark.parametrize("degrees", sorted(TURNS))
def test_a_video_is_turned_upright(degrees: int) -> None:
    video = turned(clip([quarters(128, 64)]), degrees)
    picture = shown(io.BytesIO(video), MediaKind.MP4, 128)
    wanted = quarters(128, 64).rotate(-degrees, expand=True)
    assert picture.size == wanted.size
    pairs = zip(corners(picture), corners(wanted), strict=True)
    assert all(near(pixel, colour, 70) for pixel, colour in pairs)


def test_black_frames_at_the_start_are_passed_over() -> None:
    black = Image.new("RGB", (64, 64))
    picture = shown(io.BytesIO(clip([black] * 5 + [quarters(64, 64)])), MediaKind.MP4)
    assert near(pixel_at(picture, 10, 10), RED, 70)


def test_a_black_video_still_has_a_preview() -> None:
    picture = shown(io.BytesIO(clip([Image.new("RGB", (64, 64))] * 40)), MediaKind.MP4)
    assert near(pixel_at(picture, 10, 10), (0, 0, 0))


def test_a_playlist_that_calls_itself_a_video_opens_nothing() -> None:
    session = b"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n"
    with pytest.raises(Damaged):
        preview.picture(io.BytesIO(session), MediaKind.MP4, 64)


def test_sound_alone_has_no_picture() -> None:
    stream = io.BytesIO()
    with av.open(stream, "w", format="mp4") as container:
        sound = container.add_stream("aac", rate=44100)
        silence = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", "mono")
        silence.sample_rate = 44100
        container.mux(sound.encode(silence))
        container.mux(sound.encode())
    with pytest.raises(Unsupported):
        preview.picture(stream, MediaKind.MP4, 64)
