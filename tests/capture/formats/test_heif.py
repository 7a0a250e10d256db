"""HEIF: the picture stays to the bit, upright and in its colours; everything else is gone."""

import io
import json
import subprocess
from dataclasses import replace

import numpy as np
import pillow_heif
import pytest
from PIL import Image

from capture.errors import CaptureError, Damaged, Unsupported
from capture.formats.base import Cleaning, Profile
from capture.formats.heif import Heif
from capture.formats.jpeg import Jpeg
from capture.kinds import MediaKind, sniff
from capture.progress import silent
from capture.report import MetadataReport, needles_of
from capture.verify import needles
from tests.capture.samples import heif_canaries, tiffs
from tests.capture.samples import heifs as h
from tests.capture.samples import jpegs as j
from tests.conftest import Tool

MEDIA = Heif()


def cleaned(source: bytes, profile: Profile = Profile.FAITHFUL) -> tuple[bytes, Cleaning]:
    sink = io.BytesIO()
    cleaning = MEDIA.clean(io.BytesIO(source), sink, profile, silent)
    return sink.getvalue(), cleaning


def read(source: bytes) -> MetadataReport:
    return MEDIA.read(io.BytesIO(source))


def encoded(samples: np.ndarray, mode: str, **settings: object) -> bytes:
    height, width = samples.shape[:2]
    stream = io.BytesIO()
    coder = pillow_heif.from_bytes(mode, (width, height), samples.tobytes())
    coder.save(stream, quality=70, **settings)
    return stream.getvalue()


def noise(*shape: int, kind: type = np.uint8) -> np.ndarray:
    return np.random.default_rng(5).integers(0, np.iinfo(kind).max, shape, dtype=kind)


def four_tiles(**sides: tuple[int, int]) -> h.File:
    tiles = tuple(h.picture(number, shade=number) for number in (2, 3, 4, 5))
    whole = h.grid(1, (2, 3, 4, 5), 2, sides.get("sides", (120, 100)))
    return h.File((whole, *tiles))


def with_alpha(name: bytes = h.ALPHA, *links: tuple[bytes, tuple[int, ...]]) -> h.File:
    first = replace(h.picture(1), links=links)
    veil = h.coded(mode="L", shade=7)
    own = (*veil.own, h.auxiliary(name, b"settings"))
    return h.File((first, replace(veil, number=2, own=own, links=((b"auxl", (1,)),))))


def twice_derived() -> h.File:
    same = h.Part(1, b"iden", own=(h.size(64, 64), h.turn(1)), links=((b"dimg", (2,)),), method=1)
    return h.File((same, h.picture(2, h.mirror(1))))


KEPT = {
    "one picture": h.File((h.picture(1),)),
    "turned": h.File((h.picture(1, h.turn(1)),)),
    "turned half": h.File((h.picture(1, h.turn(2)),)),
    "mirrored": h.File((h.picture(1, h.mirror(0)),)),
    "mirrored, then turned": h.File((h.picture(1, h.mirror(1), h.turn(3)),)),
    "turned, then mirrored": h.File((h.picture(1, h.turn(3), h.mirror(1)),)),
    "padding cut off": h.File((h.picture(1, h.crop(40, 33)),)),
    "grid": four_tiles(),
    "grid whose tiles are all one": h.File((h.grid(1, (2, 2, 2, 2), 2, (128, 128)), h.picture(2))),
    "transparency": with_alpha(),
    "transparency by its other name": with_alpha(b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha"),
    "colours already weighed": with_alpha(h.ALPHA, (b"prem", (2,))),
    "derived from another": twice_derived(),
    "in pieces": h.File((h.picture(1, pieces=7),)),
    "in idat": h.File((h.picture(1, method=1),)),
    "data before the index": h.File((h.picture(1),), data_first=True),
    "colours by number": h.File(
        (h.picture(1, (b"colr", b"nclx" + bytes((0, 12, 0, 13, 0, 6, 128)))),)
    ),
    "shape of a pixel": h.File((h.picture(1, (b"pasp", bytes((0, 0, 0, 4, 0, 0, 0, 3)))),)),
    "light levels": h.File((h.picture(1, (b"clli", bytes((3, 232, 0, 200)))),)),
}


@pytest.mark.parametrize("name", KEPT)
def test_pixels_stay_to_the_bit(name: str) -> None:
    source = KEPT[name].build()
    copy, cleaning = cleaned(source)
    assert cleaning.lossless
    assert cleaning.kind is MediaKind.HEIF is sniff(copy[:64])
    assert h.pixels(copy) == h.pixels(source)
    MEDIA.verify(io.BytesIO(copy))
    left = read(copy)
    assert (left.traces, left.embedded) == ((), ())
    assert cleaned(copy)[0] == copy


@pytest.mark.parametrize(
    ("mode", "samples"),
    [
        ("RGB", noise(48, 80, 3)),
        ("RGBA", noise(48, 80, 4)),
        ("L", noise(48, 80)),
        ("RGB;16", noise(48, 80, 3, kind=np.uint16)),
        ("RGBA;16", noise(48, 80, 4, kind=np.uint16)),
        ("I;16", noise(48, 80, kind=np.uint16)),
    ],
)
def test_every_depth_and_number_of_channels_stays(mode: str, samples: np.ndarray) -> None:
    for chroma in (420, 444):
        source = encoded(samples, mode, chroma=chroma)
        copy, _ = cleaned(source)
        assert h.pixels(copy) == h.pixels(source)
        MEDIA.verify(io.BytesIO(copy))
        assert cleaned(copy)[0] == copy


def test_orientation_in_exif_means_nothing_in_heif() -> None:
    block = tiffs.block({"IFD0": [tiffs.short(0x0112, 6)]})
    source = h.File((h.picture(1), h.exif(2, block))).build()
    copy, _ = cleaned(source)
    assert h.pixels(copy)[0] == (64, 64)
    assert h.pixels(copy) == h.pixels(source)


def layers() -> h.File:
    data = bytes((0, 0)) + bytes(8) + bytes((0, 96, 0, 96)) + bytes((0, 0, 0, 0, 0, 8, 0, 8))
    whole = h.Part(1, b"iovl", data, (h.size(96, 96),), ((b"dimg", (2, 3)),), method=1)
    return h.File((whole, h.picture(2), h.picture(3, shade=1)))


def wide_part() -> h.Part:
    return replace(h.coded(width=192), number=1)


REFUSED = {
    "a crop that leaves the rest in the file": (
        h.File((replace(wide_part(), own=(*wide_part().own, h.crop(64, 64))),)), "clap"
    ),
    "layers that cover each other": (layers(), "iovl"),
    "a JPEG in a HEIF": (h.File((h.Part(1, b"jpeg", j.plain(), (h.size(96, 64),)),)), "jpeg"),
    "an unknown property that a viewer must know": (
        h.File((h.picture(1, (b"zzzz", b"1")),), essential=frozenset((b"hvcC", b"zzzz"))), "zzzz"
    ),
    "data in another file": (h.File((h.picture(1, external=1),)), "external"),
    "another size than is announced": (
        h.File((replace(h.picture(1), own=(h.coded().own[0], h.size(63, 64))),)), "ispe"
    ),
    "tiles that nobody sees": (four_tiles(sides=(64, 100)), "grid"),
    "tiles of different sizes": (
        h.File((h.grid(1, (2, 3), 2, (128, 64)), h.picture(2), h.picture(3, h.crop(60, 60)))),
        "grid",
    ),
    "no still picture": (h.File((h.picture(1),), primary=None), "sequence"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_kept_is_refused_by_name(name: str) -> None:
    built, part = REFUSED[name]
    with pytest.raises(Unsupported) as refused:
        cleaned(built.build())
    assert refused.value.facts["part"] == part


def test_a_crop_is_said_and_final_in_an_anonymous_copy() -> None:
    source = REFUSED["a crop that leaves the rest in the file"][0].build()
    assert "HEIF:Cropped" in {trace.tag for trace in read(source).traces}
    copy, cleaning = cleaned(source, Profile.ANONYMOUS)
    assert cleaning.kind is MediaKind.JPEG
    with Image.open(io.BytesIO(copy)) as picture:
        assert picture.size == (64, 64)


def test_layers_are_said_and_flattened_in_an_anonymous_copy() -> None:
    source = layers().build()
    assert "HEIF:Layers" in {trace.tag for trace in read(source).traces}
    copy, _ = cleaned(source, Profile.ANONYMOUS)
    with Image.open(io.BytesIO(copy)) as picture:
        assert picture.size == (96, 96)


@pytest.mark.parametrize("name", KEPT)
def test_an_anonymous_copy_is_an_upright_jpeg(name: str) -> None:
    source = KEPT[name].build()
    copy, cleaning = cleaned(source, Profile.ANONYMOUS)
    assert (cleaning.kind, cleaning.lossless) == (MediaKind.JPEG, False)
    Jpeg().verify(io.BytesIO(copy))
    with Image.open(io.BytesIO(copy)) as picture:
        assert picture.size == h.pixels(source)[0]
        assert picture.mode == "RGB"


def test_a_picture_that_is_its_own_thumbnail_shows_the_primary_one() -> None:
    """libheif lists item 2 alone, and would show it in place of the primary picture."""
    first = replace(h.picture(1), links=((b"thmb", (2,)),))
    source = h.File((first, h.picture(2, h.crop(32, 32), shade=9))).build()
    copy, _ = cleaned(source)
    assert h.pixels(copy) == h.pixels(h.File((h.picture(1),)).build())
    anonymous, _ = cleaned(source, Profile.ANONYMOUS)
    with Image.open(io.BytesIO(anonymous)) as picture:
        assert picture.size == (64, 64)


def phone_photo() -> h.File:
    block = tiffs.block(j.phone_fields())
    thumbnail = h.picture(4, shade=3, links=((b"thmb", (1,)),))
    gain_map = h.picture(5, h.auxiliary(h.GAIN_MAP), shade=4, links=((b"auxl", (1,)),))
    matte = h.picture(6, h.auxiliary(h.MATTE), shade=5, links=((b"auxl", (1,)),))
    second = h.picture(7, shade=6)
    return h.File(
        (
            h.with_units(h.with_set(h.picture(1, h.turn(3)), h.banner(b"x265 banner")),
                         h.banner(b"MAKERTEXT in the picture")),
            h.exif(2, block),
            h.xmp(3, b"<a>Xmp of the maker</a>"),
            thumbnail, gain_map, matte, second,
            h.exif(8, tiffs.block({"IFD0": [tiffs.text(0x010F, "Second maker")]}), target=7),
        ),
        brands=(b"mif1", b"heic", b"MiHB"),
        after=h.box(b"mpvd", heif_canaries.clip(b"comment of the clip")),
    )  # fmt: skip


def test_a_phone_photo_says_all_and_its_copy_nothing() -> None:
    source = phone_photo().build()
    report = read(source)
    assert {part.kind for part in report.embedded} >= {
        "thumbnail", "gain-map", "matte", "preview", "clip"
    }  # fmt: skip
    assert report.facts.latitude is not None
    assert report.facts.device is not None
    assert (report.facts.width, report.facts.height) == (64, 64)
    clip = next(part for part in report.embedded if part.kind == "clip")
    assert source[clip.offset + 4 : clip.offset + 8] == b"ftyp"
    copy, cleaning = cleaned(source)
    needles.search(io.BytesIO(copy), needles_of(report))
    for said in (b"MAKERTEXT", b"x265", b"Xmp of", b"Second maker", b"comment", b"MiHB", b"mpvd"):
        assert said in source
        assert said not in copy
    assert "visible-content" in cleaning.leaves
    assert len(copy) < len(source)


def test_the_facts_are_those_of_the_primary_picture() -> None:
    own = tiffs.block({"IFD0": [tiffs.text(0x0110, "Own model")]})
    other = tiffs.block({"IFD0": [tiffs.text(0x0110, "Other model")]})
    parts = (h.picture(1), h.picture(2), h.exif(3, other, target=2), h.exif(4, own))
    assert read(h.File(parts).build()).facts.device == "Own model"


def test_exiftool_finds_nothing_but_structure(tool: Tool) -> None:
    exiftool = tool("exiftool")
    command = [exiftool, "-j", "-a", "-u", "-ee3", "-G1", "-"]

    def tags(data: bytes) -> set[str]:
        done = subprocess.run(command, input=data, capture_output=True, check=True)
        return set(json.loads(done.stdout)[0])

    source = phone_photo().build()
    said = tags(source)
    assert {name.split(":")[0] for name in said} >= {"IFD0", "GPS"}
    copy, _ = cleaned(source)
    assert {name.split(":")[0] for name in tags(copy)} <= {
        "SourceFile", "ExifTool", "System", "File", "QuickTime", "Meta", "Composite"
    }  # fmt: skip
    structure = {
        "HandlerType", "PrimaryItemReference", "MajorBrand", "MinorVersion", "CompatibleBrands",
        "ImageSpatialExtent", "ImagePixelDepth", "MetaImageSize", "Rotation", "MediaData",
        "MediaDataSize", "MediaDataOffset", "HEVCConfigurationVersion",
    }  # fmt: skip
    config = {
        "GeneralProfileSpace", "GeneralTierFlag", "GeneralProfileIDC",
        "GenProfileCompatibilityFlags", "ConstraintIndicatorFlags", "GeneralLevelIDC",
        "MinSpatialSegmentationIDC",
        "ParallelismType", "ChromaFormat", "BitDepthLuma", "BitDepthChroma", "AverageFrameRate",
        "ConstantFrameRate", "NumTemporalLayers", "TemporalIDNested",
    }  # fmt: skip
    names = {tag.split(":")[1] for tag in tags(copy) if tag.split(":")[0] in {"QuickTime", "Meta"}}
    assert names <= structure | config


def test_a_profile_becomes_a_neutral_one_of_the_same_colours() -> None:
    device = j.profile((b"dmdd", j.described(b"Display of ANNA")))
    source = h.File((h.picture(1, (b"colr", b"prof" + device)),)).build()
    assert any("ANNA" in trace.value for trace in read(source).traces)
    copy, _ = cleaned(source)
    MEDIA.verify(io.BytesIO(copy))
    assert b"colrprof" in copy
    assert b"ANNA" not in copy
    assert read(copy).traces == ()


def test_a_profile_made_of_tables_is_refused_and_converted() -> None:
    tables = bytearray(j.profile())
    at = tables.index(b"rTRC")
    tables[at : at + 4] = b"A2B0"
    source = h.File((h.picture(1, (b"colr", b"prof" + bytes(tables))),)).build()
    with pytest.raises(Unsupported):
        cleaned(source)
    assert cleaned(source, Profile.ANONYMOUS)[1].kind is MediaKind.JPEG


def test_tiles_that_each_say_something_else_are_not_carried_over() -> None:
    tiles = tuple(
        h.picture(number, (b"clli", bytes((0, number, 0, 1)))) for number in range(2, 146)
    )
    source = h.File((h.grid(1, tuple(range(2, 146)), 12, (768, 768)), *tiles)).build()
    with pytest.raises(Unsupported):
        cleaned(source)
    grids = (h.grid(2, (4,), 1, (64, 64)), h.grid(3, (5,), 1, (64, 64)))
    source = h.File((h.grid(1, (2, 3), 2, (128, 64)), *grids, h.picture(4), h.picture(5))).build()
    with pytest.raises(Unsupported):
        cleaned(source)


def test_progress_counts_up_to_the_size_of_the_source() -> None:
    source = four_tiles().build()
    ticks: list[tuple[int, int]] = []
    MEDIA.clean(io.BytesIO(source), io.BytesIO(), Profile.FAITHFUL, lambda *t: ticks.append(t))
    assert [done for done, _ in ticks] == sorted(done for done, _ in ticks)
    assert {total for _, total in ticks} == {len(source)}


def test_a_caller_that_stops_gets_its_own_exception() -> None:
    class StopError(BaseException):
        pass

    def stop(_done: int, _total: int) -> None:
        raise StopError

    with pytest.raises(StopError):
        MEDIA.clean(io.BytesIO(four_tiles().build()), io.BytesIO(), Profile.FAITHFUL, stop)


def test_a_file_without_an_index_is_damaged() -> None:
    for data in (b"", h.box(b"ftyp", b"heic", bytes(4)), h.box(b"mdat", bytes(40))):
        with pytest.raises(Damaged):
            read(data)
        for profile in Profile:
            with pytest.raises(CaptureError):
                cleaned(data, profile)
