"""Which files are one item: what an identifier says, what a name hints, what contradicts it."""

import io

import pytest

from capture.sources.base import Incoming
from capture.sources.groups import (
    SIDECAR,
    Group,
    Member,
    Role,
    burst_of,
    content_of,
    grouped,
    sidecars,
)


def _member(
    name: str, kind: str = "jpeg", folder: str | None = "DCIM", **said: str | None
) -> Member:
    return Member(
        name, name, folder, kind, said.get("taken_at"), said.get("content"), said.get("burst")
    )


def _one(*members: Member) -> Group:
    (group,) = grouped(members)
    return group


def test_a_live_photos_halves_name_each_other() -> None:
    still = _member("IMG_1.HEIC", "heif", content="A-1")
    clip = _member("renamed.MOV", "mov", folder="elsewhere", content="A-1")
    assert _one(clip, still) == Group("IMG_1.HEIC", {"renamed.MOV": Role.CLIP})


def test_a_clip_of_the_same_name_without_the_identifier_is_its_own_item() -> None:
    assert grouped((_member("IMG_1.HEIC", "heif", content="A"), _member("IMG_1.MOV", "mov"))) == ()


def test_two_stills_of_one_identifier_that_both_look_original_stay_apart() -> None:
    copies = (_member("a.heic", "heif", content="A"), _member("b.jpg", content="A"))
    assert grouped((*copies, _member("a.mov", "mov", content="A"))) == ()


def test_a_whole_family_stands_under_the_picture_that_was_not_edited() -> None:
    members = (
        _member("IMG_E1234.HEIC", "heif", content="B", taken_at="2024-05-01T10:00:00+02:00"),
        _member("IMG_1234.HEIC", "heif", content="B", taken_at="2024-05-01T10:00:00+02:00"),
        _member("IMG_1234.MOV", "mov", content="B"),
        _member("IMG_1234.DNG", "dng", taken_at="2024-05-01T10:00:01"),
        _member("IMG_1234.AAE", SIDECAR),
        _member("IMG_O1234.AAE", SIDECAR),
        _member("IMG_1234.HEIC.xmp", SIDECAR),
    )
    assert _one(*members) == Group(
        "IMG_1234.HEIC",
        {
            "IMG_E1234.HEIC": Role.EDITED,
            "IMG_1234.MOV": Role.CLIP,
            "IMG_1234.DNG": Role.RAW,
            "IMG_1234.AAE": Role.SIDECAR,
            "IMG_O1234.AAE": Role.SIDECAR,
            "IMG_1234.HEIC.xmp": Role.SIDECAR,
        },
    )


def test_a_video_leads_its_telemetry_and_its_small_copies() -> None:
    video = _member("GX010042.MP4", "mp4")
    small = _member("GL010042.LRV", "mp4")
    thumb = _member("GX010042.THM")
    text = _member("GX010042.SRT", SIDECAR)
    parts = {small.id: Role.PREVIEW, thumb.id: Role.PREVIEW, text.id: Role.SIDECAR}
    assert _one(small, text, thumb, video) == Group(video.id, parts)


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("2024-05-01T10:00:00", "2024-05-01T10:00:01", True),
        ("2024-05-01T10:00:00", "2024-05-01T10:09:00", False),
        ("2024-05-01T10:00:00+02:00", "2024-05-01T08:00:00+00:00", True),
        ("no time", "no time", True),
        ("no time", "2024-05-01T10:00:00", False),
        (None, None, True),
    ],
)
def test_a_raw_of_another_moment_only_shares_a_name(
    first: str | None, second: str | None, *, together: bool
) -> None:
    raw = _member("DSC_0001.NEF", "nef", taken_at=first)
    photo = _member("DSC_0001.JPG", taken_at=second)
    assert bool(grouped((raw, photo))) is together


def test_names_count_in_one_folder_alone_unless_the_times_agree() -> None:
    photo = _member("DSC_0001.JPG", taken_at="2024-05-01T10:00:00")
    elsewhere = _member("DSC_0001.NEF", "nef", folder="other", taken_at="2024-05-01T10:00:00")
    assert grouped((photo, elsewhere)) == ()
    earlier = _member("DSC_0001.NEF", "nef", folder=None, taken_at="2024-05-01T10:00:00")
    assert _one(photo, earlier).lead == photo.id
    assert grouped((photo, _member("DSC_0001.NEF", "nef", folder=None))) == ()


def test_the_identifier_is_read_from_what_stills_and_clips_say() -> None:
    assert content_of([{"tag": "Apple:ContentIdentifier", "value": "X"}]) == "X"
    assert content_of([{"tag": "moov/meta/com.apple.quicktime.content.identifier", "value": "Y"}])
    assert content_of([{"tag": "Apple:PhotoIdentifier", "value": "Z"}]) is None


def test_a_burst_of_one_identifier_stands_under_its_first_photo() -> None:
    members = (
        _member("IMG_0011.JPG", burst="U", taken_at="2024-05-01T10:00:00"),
        _member("IMG_0010.JPG", burst="U", taken_at="2024-05-01T10:00:00"),
        _member("IMG_E0011.JPG", burst="U", taken_at="2024-05-01T10:00:00"),
        _member("IMG_0011.AAE", SIDECAR),
        _member("IMG_0010.MOV", "mov", burst="U"),
        _member("IMG_0012.JPG", burst="another"),
    )
    assert _one(*members) == Group(
        "IMG_0010.JPG",
        {
            "IMG_0011.JPG": Role.BURST,
            "IMG_E0011.JPG": Role.EDITED,
            "IMG_0011.AAE": Role.SIDECAR,
        },
    )


@pytest.mark.parametrize(
    ("lead", "parts"),
    [
        (
            "00001IMG_00001_BURST20170801120000123_COVER.jpg",
            {"00000IMG_00000_BURST20170801120000123.jpg": Role.BURST},
        ),
        (
            "DSC_0002_BURST20170801120000123_COVER.JPG",
            {"DSC_0001_BURST20170801120000123.JPG": Role.BURST},
        ),
        (
            "00000PORTRAIT_00000_BURST20180101120000000.jpg",
            {"00100dPORTRAIT_00100_BURST20180101120000000_COVER.jpg": Role.EDITED},
        ),
        (
            "IMG_20190101_120000_BURST002_COVER.jpg",
            {
                "IMG_20190101_120000_BURST001.jpg": Role.BURST,
                "IMG_20190101_120000_BURST003.jpg": Role.BURST,
            },
        ),
        (
            "PXL_20230505_101112131.BURST-02.COVER.jpg",
            {"PXL_20230505_101112131.BURST-01.jpg": Role.BURST},
        ),
        (
            "PXL_20230505_101112131.RAW-01.COVER.jpg",
            {"PXL_20230505_101112131.RAW-02.ORIGINAL.dng": Role.RAW},
        ),
        (
            "PXL_20230505_101112131.PORTRAIT-02.ORIGINAL.jpg",
            {"PXL_20230505_101112131.PORTRAIT-01.COVER.jpg": Role.EDITED},
        ),
        ("20190101_120000_001.jpg", {"20190101_120000_002.jpg": Role.BURST}),
    ],
)
def test_a_burst_is_told_by_its_names(lead: str, parts: dict[str, Role]) -> None:
    assert _one(*map(_member, (*parts, lead))) == Group(lead, parts)


def test_photos_of_other_moments_or_folders_only_share_a_bursts_name() -> None:
    first = _member("20190101_120000_001.jpg", taken_at="2019-01-01T12:00:00")
    later = _member("20190101_120000_002.jpg", taken_at="2019-01-01T13:00:00")
    elsewhere = _member("20190101_120000_003.jpg", folder="other")
    assert grouped((first, later, elsewhere)) == ()


def test_a_bursts_identifier_is_read_from_what_photos_say() -> None:
    assert burst_of([{"tag": "Apple:BurstUUID", "value": "X"}]) == "X"
    assert burst_of([{"tag": "XMP-GCamera:BurstID", "value": "Y"}]) == "Y"
    assert burst_of([{"tag": "Apple:ContentIdentifier", "value": "Z"}]) is None


def _incoming(name: str, folder: str = "d", size: int = 10) -> Incoming:
    return Incoming(f"{folder}/{name}", name, folder, size, None, io.BytesIO)


def test_a_text_is_a_sidecar_where_its_medium_lies_beside_it() -> None:
    offered = (
        _incoming("IMG_1.HEIC"),
        _incoming("IMG_1.AAE"),
        _incoming("photo.jpg"),
        _incoming("photo.jpg.supplemental-metadata.json"),
        _incoming("settings.json"),
        _incoming("IMG_1.AAE", folder="other"),
        _incoming("IMG_1.XMP", size=1 << 30),
    )
    found = sidecars(offered)
    assert found == {"d/IMG_1.AAE", "d/photo.jpg.supplemental-metadata.json"}
