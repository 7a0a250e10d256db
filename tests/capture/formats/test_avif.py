"""AVIF: the picture stays to the bit; notes between its units, and all beside it, are gone."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from capture.decode import preview
from capture.errors import Unsupported, Unverified
from capture.formats.avif import Avif
from capture.formats.base import Cleaning, Profile
from capture.formats.catalog import format_for
from capture.formats.heif import Heif
from capture.kinds import MediaKind, sniff
from capture.progress import silent
from capture.report import needles_of
from capture.verify import needles
from tests.capture.samples import heifs as h
from tests.capture.samples import tiffs

MEDIA = Avif()
BRANDS = (b"mif1", b"miaf", b"avif")
CANARY = b"Canary of the coder"


def file(*parts: h.Part, **more: object) -> bytes:
    return h.File(parts, brand=b"avif", brands=BRANDS, **more).build()  # type: ignore[arg-type]


def picture(number: int, *own: h.Own, shade: int = 0) -> h.Part:
    base = h.coded_av1(shade)
    return replace(base, number=number, own=base.own + own)


def obu(kind: int, body: bytes) -> bytes:
    return bytes((kind << 3 | 2, len(body))) + body


def cleaned(source: bytes, profile: Profile = Profile.FAITHFUL) -> tuple[bytes, Cleaning]:
    sink = io.BytesIO()
    cleaning = MEDIA.clean(io.BytesIO(source), sink, profile, silent)
    format_for(cleaning.kind).verify(sink)
    return sink.getvalue(), cleaning


def pixels(data: bytes) -> tuple[str, tuple[int, int], bytes, int | None]:
    with Image.open(io.BytesIO(data)) as image:
        turn: int | None = image.getexif().get(0x0112)
        return image.mode, image.size, image.tobytes(), turn


def with_alpha() -> bytes:
    veil = h.coded_av1(5, "L")
    own = (*veil.own, h.auxiliary(h.ALPHA))
    return file(picture(1), replace(veil, number=2, own=own, links=((b"auxl", (1,)),)))


KEPT = {
    "one picture": file(picture(1)),
    "turned": file(picture(1, h.turn(1))),
    "mirrored": file(picture(1, h.mirror(0), h.turn(3))),
    "grid": file(h.grid(1, (2, 3), 2, (120, 64)), picture(2), picture(3, shade=1)),
    "transparency": with_alpha(),
    "light levels": file(picture(1, (b"clli", b"\0\1\0\1"))),
}


@pytest.mark.parametrize("name", KEPT)
def test_pixels_stay_to_the_bit(name: str) -> None:
    source = KEPT[name]
    copy, cleaning = cleaned(source)
    assert cleaning.kind is MediaKind.AVIF is sniff(source[:64]) is sniff(copy[:64])
    assert pixels(copy) == pixels(source)
    report = MEDIA.read(io.BytesIO(copy))
    assert (report.traces, report.embedded) == ((), ())
    assert cleaned(copy)[0] == copy


@pytest.mark.parametrize("name", KEPT)
def test_an_anonymous_copy_is_an_upright_jpeg(name: str) -> None:
    copy, cleaning = cleaned(KEPT[name], Profile.ANONYMOUS)
    assert cleaning.kind is MediaKind.JPEG
    report = MEDIA.read(io.BytesIO(KEPT[name]))
    with Image.open(io.BytesIO(copy)) as image:
        assert image.size == (report.facts.width, report.facts.height)


def with_units(part: h.Part, *added: bytes) -> h.Part:
    return replace(part, data=b"".join(added) + part.data)


EXIF = tiffs.block({"IFD0": [tiffs.text(0x010F, CANARY.decode())]})
HIDDEN = {
    "user data": file(with_units(picture(1), obu(5, b"\x04\xb5" + CANARY + b"\x80"))),
    "unknown metadata": file(with_units(picture(1), obu(5, b"\x1f" + CANARY + b"\x80"))),
    "Exif": file(picture(1), h.exif(2, EXIF)),
    "second picture": file(
        picture(1), h.Part(2, b"av01", bytes(64) + CANARY + bytes(64), (h.size(9, 9),))
    ),
    "after the end": file(picture(1), after=CANARY),
    "name": file(replace(picture(1), texts=CANARY + b"\0")),
}  # fmt: skip


@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_hidden_is_said_and_gone(name: str) -> None:
    source = HIDDEN[name]
    report = MEDIA.read(io.BytesIO(source))
    assert report.traces
    copy, _ = cleaned(source)
    assert CANARY in source
    assert CANARY not in copy
    needles.search(io.BytesIO(copy), needles_of(report))
    assert MEDIA.read(io.BytesIO(copy)).traces == ()
    assert pixels(copy)[2] == pixels(KEPT["one picture"])[2]


def test_padding_and_units_of_no_known_kind_are_left_behind() -> None:
    for kind in (2, 8, 9, 14, 15):
        source = file(with_units(picture(1), obu(kind, CANARY)))
        copy, _ = cleaned(source)
        assert CANARY not in copy


def test_notes_in_the_configuration_are_left_behind() -> None:
    part = picture(1)
    own = tuple(
        (kind, body[:4] + obu(5, b"\x04" + CANARY) if kind == b"av1C" else body)
        for kind, body in part.own
    )
    source = file(replace(part, own=own))
    assert any(CANARY.decode() in t.value for t in MEDIA.read(io.BytesIO(source)).traces)
    assert CANARY not in cleaned(source)[0]


def test_metadata_in_the_data_is_refused_by_the_second_reading() -> None:
    copy, _ = cleaned(KEPT["one picture"])
    at = copy.index(b"mdat") + 4
    with pytest.raises(Unverified):
        MEDIA.verify(io.BytesIO(copy[:at] + obu(5, b"\x04\xb5text\x80") + copy[at + 9 :]))


def test_a_crop_that_the_decoder_would_not_apply_is_refused() -> None:
    source = file(picture(1, h.crop(40, 40)))
    assert cleaned(source)[1].lossless
    with pytest.raises(Unsupported):
        cleaned(source, Profile.ANONYMOUS)
    with pytest.raises(Unsupported):
        preview.picture(io.BytesIO(source), MediaKind.AVIF, 64)


def test_a_preview_is_upright() -> None:
    picture_of = preview.picture(io.BytesIO(KEPT["turned"]), MediaKind.AVIF, 64)
    with Image.open(io.BytesIO(KEPT["one picture"])) as image:
        wanted = image.transpose(Image.Transpose.ROTATE_90)
    assert picture_of.rgb == wanted.tobytes()


def test_an_av1_picture_in_a_heic_becomes_an_avif() -> None:
    source = h.File((picture(1),)).build()
    sink = io.BytesIO()
    cleaning = Heif().clean(io.BytesIO(source), sink, Profile.FAITHFUL, silent)
    assert cleaning.kind is MediaKind.AVIF is sniff(sink.getvalue()[:64])


def test_codecs_are_not_mixed() -> None:
    tiles = (picture(2), h.picture(3))
    with pytest.raises(Unsupported):
        cleaned(file(h.grid(1, (2, 3), 2, (128, 64)), *tiles))


@pytest.mark.parametrize(
    ("brands", "kind"),
    [
        ((b"avif", b"mif1"), MediaKind.AVIF),
        ((b"avis", b"msf1"), MediaKind.AVIF),
        ((b"mif1", b"avif"), MediaKind.AVIF),
        ((b"mif1", b"heic"), MediaKind.HEIF),
        ((b"mif1", b"heic", b"avif"), MediaKind.HEIF),
        ((b"heic", b"mif1", b"avif"), MediaKind.HEIF),
        ((b"mif1",), MediaKind.HEIF),
        ((b"isom", b"mif1"), MediaKind.HEIF),
        ((b"isom", b"avif"), MediaKind.AVIF),
        ((b"isom", b"mp42"), MediaKind.MP4),
        ((b"crx ", b"isom"), MediaKind.CR3),
    ],
)
def test_brands_say_which_codec(brands: tuple[bytes, ...], kind: MediaKind) -> None:
    assert sniff(h.box(b"ftyp", brands[0], bytes(4), *brands[1:])) is kind


@pytest.mark.parametrize("profile", [Profile.FAITHFUL, Profile.ANONYMOUS])
def test_of_a_picture_that_moves_the_copy_says_that_it_is_one_picture(profile: Profile) -> None:
    frames = [Image.new("RGB", (64, 48), (shade, 0, 90)) for shade in (0, 120, 250)]
    moving = io.BytesIO()
    frames[0].save(moving, "AVIF", save_all=True, append_images=frames[1:], duration=100)
    output, cleaning = cleaned(moving.getvalue(), profile)
    assert "first-picture-alone" in cleaning.leaves
    assert Image.open(io.BytesIO(output)).size == (64, 48)
    assert "first-picture-alone" not in cleaned(file(picture(1)), profile)[1].leaves
