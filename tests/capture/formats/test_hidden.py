"""What is hidden in a file is shown small, and told apart from what the photo itself shows."""

import io
import random
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageDraw

from capture.errors import CaptureError, UnknownKind
from capture.formats import hidden
from capture.formats.catalog import format_for
from capture.isolate import MediaPool, values
from capture.isolate.wire import BrokenWire
from capture.kinds import HEAD, MediaKind, sniff
from capture.progress import silent
from capture.report import Embedded, HiddenPicture, Likeness, Picture
from tests.capture.samples import heifs, jpegs, movies, raws, tiff_files
from tests.capture.samples import tiffs as t

SIDE = 96


def scene(size: tuple[int, int] = (96, 64)) -> Image.Image:
    return jpegs.picture(size=size)


def encoded(image: Image.Image, **settings: object) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", **{"quality": 85, **settings})
    return out.getvalue()


def with_thumbnail(small: bytes, main: bytes | None = None) -> bytes:
    """Put an Exif thumbnail into a JPEG, where cameras put it."""
    fields = [t.Field(0x0202, t.LONG, len(small).to_bytes(4, "little"))]
    empty = t.block({"IFD0": [], "IFD1": [*fields, t.Field(0x0201, t.LONG, bytes(4))]})
    place = t.Field(0x0201, t.LONG, len(empty).to_bytes(4, "little"))
    block = t.block({"IFD0": [], "IFD1": [*fields, place]}, tail=small)
    return jpegs.with_exif(block, base=main or encoded(scene()))


def found(data: bytes) -> tuple[HiddenPicture, ...]:
    source = io.BytesIO(data)
    kind = sniff(data[:HEAD])
    if kind is None:
        raise UnknownKind
    report = format_for(kind).read(source)
    return hidden.pictures(source, kind, report.embedded, SIDE, silent)


def only(data: bytes) -> HiddenPicture:
    (one,) = found(data)
    return one


def size(one: HiddenPicture) -> tuple[int, int]:
    assert one.picture is not None
    return one.picture.width, one.picture.height


def colour(one: HiddenPicture) -> tuple[int, ...]:
    """Give the mean colour of a picture."""
    assert one.picture is not None
    samples = np.frombuffer(one.picture.rgb, np.uint8).reshape(-1, 3)
    return tuple(int(channel) for channel in samples.mean(axis=0))


def test_a_thumbnail_of_the_same_picture_is_the_same() -> None:
    one = only(with_thumbnail(encoded(scene().resize((48, 32)))))
    assert (one.part.kind, size(one), one.likeness) == ("thumbnail", (48, 32), Likeness.SAME)


def test_a_thumbnail_from_before_the_cropping_is_of_another_shape() -> None:
    cropped = scene().crop((0, 0, 60, 64))
    one = only(with_thumbnail(encoded(scene().resize((48, 32))), encoded(cropped)))
    assert (size(one), one.likeness) == ((48, 32), Likeness.OTHER_SHAPE)


def test_a_thumbnail_from_before_a_face_was_covered_shows_something_else() -> None:
    covered = scene()
    ImageDraw.Draw(covered).rectangle((10, 8, 86, 60), fill="black")
    one = only(with_thumbnail(encoded(scene().resize((48, 32))), encoded(covered)))
    assert one.likeness is Likeness.OTHER_CONTENT


def test_black_bars_and_quarter_turns_are_no_difference() -> None:
    barred = Image.new("RGB", (80, 60))
    barred.paste(scene().resize((80, 53)), (0, 3))
    assert only(with_thumbnail(encoded(barred))).likeness is Likeness.SAME
    turned = scene().transpose(Image.Transpose.ROTATE_90).resize((32, 48))
    one = only(with_thumbnail(encoded(turned)))
    assert (size(one), one.likeness) == ((48, 32), Likeness.SAME)


def test_flat_pictures_are_told_apart_by_their_light() -> None:
    gray = encoded(Image.new("RGB", (96, 64), (120, 120, 120)))
    same = with_thumbnail(encoded(Image.new("RGB", (48, 32), (122, 120, 118))), gray)
    other = with_thumbnail(encoded(Image.new("RGB", (48, 32), (250, 250, 250))), gray)
    assert only(same).likeness is Likeness.SAME
    assert only(other).likeness is Likeness.OTHER_CONTENT


RED = bytes((200, 30, 40)) * 12


@pytest.mark.parametrize(
    ("marker", "body"),
    [
        (0xE0, b"JFIF\0\1\2\0\0\1\0\1\4\3" + RED),
        (0xE0, b"JFXX\0\x13\4\3" + RED),
        (0xE0, b"JFXX\0\x11\4\3" + bytes(3) * 255 + bytes((200, 30, 40)) + b"\xff" * 12),
    ],
)
def test_bare_pixels_of_jfif_are_shown(marker: int, body: bytes) -> None:
    one = only(jpegs.with_segments(jpegs.segment(marker, body)))
    assert (size(one), colour(one)) == ((4, 3), (200, 30, 40))


def claim(picture: bytes) -> bytes:
    """Spread Content Credentials with a thumbnail over segments, as their standard says."""
    boxes = jpegs.superbox(b"c2pa", jpegs.box(b"bidb", picture))
    parts = [boxes[at : at + 500] for at in range(8, len(boxes), 500)]
    segments = (
        jpegs.segment(0xEB, b"JP\0\1" + number.to_bytes(4, "big") + boxes[:8] + part)
        for number, part in enumerate(parts, 1)
    )
    return jpegs.with_segments(*segments, base=encoded(scene()))


def test_a_thumbnail_spread_over_segments_is_joined() -> None:
    data = claim(encoded(scene().resize((48, 32))))
    one = only(data)
    assert (size(one), one.likeness) == ((48, 32), Likeness.SAME)
    assert data[one.part.offset : one.part.offset + 3] == b"\xff\xd8\xff"


def test_a_photoshop_thumbnail_is_shown() -> None:
    small = encoded(scene().resize((48, 32)))
    block = jpegs.resource(0x040C, bytes(28) + small)
    data = jpegs.with_segments(jpegs.segment(0xED, jpegs.PHOTOSHOP + block))
    assert size(only(data)) == (48, 32)


def test_a_second_picture_after_the_end_is_shown() -> None:
    data = encoded(scene()) + encoded(scene((64, 64)))
    one = only(data)
    assert (one.part.kind, one.likeness) == ("picture", Likeness.OTHER_SHAPE)


def test_a_motion_clip_shows_a_frame() -> None:
    clip = movies.muxed()
    (one,) = (each for each in found(encoded(scene()) + clip) if each.part.kind == "motion-clip")
    assert one.picture is not None
    assert one.likeness is Likeness.UNKNOWN


def test_a_thumbnail_of_heif_is_shown() -> None:
    heif = pillow_heif.from_pillow(scene((256, 192)))
    heif.info["thumbnails"] = [64]
    out = io.BytesIO()
    heif.save(out)
    one = only(out.getvalue())
    assert (one.part.kind, size(one), one.likeness) == ("thumbnail", (64, 48), Likeness.SAME)


def test_a_thumbnail_of_heif_is_shown_with_what_its_camera_cut_off() -> None:
    coded = heifs.coded(64, 64)
    own = tuple(heifs.size(60, 44) if name == b"ispe" else (name, data) for name, data in coded.own)
    small = replace(coded, number=2, own=own, links=((b"thmb", (1,)),))
    one = only(heifs.File((heifs.picture(1, shade=3), small)).build())
    assert (one.part.kind, size(one)) == ("thumbnail", (64, 64))


def test_a_picture_of_a_tiff_that_is_no_page_is_shown() -> None:
    out = io.BytesIO()
    other = Image.new("RGB", (96, 64), (10, 200, 30))
    other.encoderinfo = {"tiffinfo": {254: 1}}  # a reduced picture, not a page
    scene().save(out, "TIFF", save_all=True, append_images=[other])
    one = only(out.getvalue())
    assert (one.likeness, colour(one)) == (Likeness.OTHER_CONTENT, (10, 200, 30))


def test_a_preview_in_a_raw_file_is_shown() -> None:
    assert size(only(raws.nef())) == (96, 64)


def test_a_small_picture_of_bare_pixels_in_a_raw_file_is_shown() -> None:
    pixels = bytes((200, 30, 40)) * 12

    def leading(at: int) -> bytes:
        fields = [
            *(tiff_files.long(tag, n) for tag, n in ((0xFE, 1), (0x100, 4), (0x101, 3))),
            t.Field(0x102, t.SHORT, b"\x08\0" * 3),
            *(t.short(tag, n) for tag, n in ((0x103, 1), (0x106, 2), (0x115, 3))),
            *(tiff_files.long(tag, n) for tag, n in ((0x111, at), (0x116, 3), (0x117, 36))),
        ]
        return raws.dng(others={"IFD1": fields}, tail=pixels)

    one = only(leading(len(leading(0)) - len(pixels)))
    assert (one.part.kind, size(one), colour(one)) == ("thumbnail", (4, 3), (200, 30, 40))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda part: Embedded(part.kind, part.offset, 0),
        lambda part: Embedded(part.kind, part.offset, part.size // 2),
        lambda part: Embedded(part.kind, 1 << 40, part.size),
        lambda part: Embedded(part.kind, 1 << 64, part.size),
        lambda part: Embedded(part.kind, -1, part.size),
        lambda part: Embedded(part.kind, part.offset, 1 << 40),
        lambda part: Embedded("unreferenced", part.offset + 7, part.size - 7),
    ],
)
def test_a_place_that_lies_shows_nothing_and_stops_nothing(
    spoil: Callable[[Embedded], Embedded],
) -> None:
    data = with_thumbnail(encoded(scene().resize((48, 32))))
    (part,) = format_for(MediaKind.JPEG).read(io.BytesIO(data)).embedded
    shown = hidden.pictures(io.BytesIO(data), MediaKind.JPEG, [spoil(part), part], SIDE, silent)
    assert len(shown) == 2
    assert shown[1].picture is not None


def test_no_more_than_sixteen_are_shown_and_none_is_large() -> None:
    data = with_thumbnail(encoded(scene((900, 600))))
    (part,) = format_for(MediaKind.JPEG).read(io.BytesIO(data)).embedded
    shown = hidden.pictures(io.BytesIO(data), MediaKind.JPEG, [part] * 40, 10_000, silent)
    assert len(shown) == hidden.MAX_SHOWN
    assert max(size(shown[0])) == hidden.MAX_SIDE


def test_nothing_that_is_hidden_in_a_changed_file_stops_the_others() -> None:
    chance = random.Random(7)
    small = encoded(scene().resize((48, 32)))
    sources = [with_thumbnail(small), claim(small), encoded(scene()) + small, raws.nef()]
    shown = 0
    for _ in range(120):
        data = bytearray(chance.choice(sources))
        for _ in range(chance.choice((1, 2, 6))):
            data[chance.randrange(len(data))] = chance.choice((0, 1, 0xFF, chance.randrange(256)))
        try:
            shown += sum(one.picture is not None for one in found(bytes(data)))
        except CaptureError:  # what cannot be read at all has nothing to show
            continue
    assert shown > 30


def test_a_png_of_samples_is_what_it_was() -> None:
    image = scene((31, 17))
    made = Image.open(io.BytesIO(hidden.png(31, 17, image.tobytes())))
    assert np.array_equal(np.asarray(made), np.asarray(image))


def test_the_child_hands_them_over() -> None:
    data = with_thumbnail(encoded(scene().resize((48, 32))))
    with MediaPool(workers=1) as pool:
        (one,) = pool.hidden(io.BytesIO(data), SIDE)
        assert pool.hidden(io.BytesIO(encoded(scene())), SIDE) == ()
    assert (size(one), one.likeness) == ((48, 32), Likeness.SAME)


def test_what_the_child_says_is_checked() -> None:
    shown = (
        HiddenPicture(Embedded("thumbnail", 5, 9), Picture(2, 1, b"abcdef"), Likeness.SAME),
        HiddenPicture(Embedded("track", 50, 90), None, Likeness.UNKNOWN),
    )
    packed = values.pack_hidden(shown)
    assert values.unpack_hidden(packed) == shown
    for bad in (
        packed + b"x",
        packed[:-1],
        b"",
        packed.replace(b"same", b"good"),
        packed.replace(b"2, 1]", b"9, 9]"),
        packed.replace(b'"thumbnail"', b"77777777777"),
    ):
        with pytest.raises(BrokenWire):
            values.unpack_hidden(bad)
