"""Copies that are ready to be posted: within bounds, read again, under names that say nothing."""

from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from capture import intake, posting
from capture.errors import NoConsent, TooLarge, Unsupported
from capture.isolate import MediaPool
from capture.kinds import MediaKind
from capture.platforms import MB, PLATFORMS, Bounds, Platform, platform
from capture.posting import Posted, Wanted
from capture.progress import silent
from capture.sources.folder import Folder
from storage.errors import DiskFull
from storage.vault import Vault
from tests.capture.doors.conftest import MAKER, Photo
from tests.capture.samples.movies import muxed

PICTURES = (MediaKind.JPEG, MediaKind.PNG)


PHOTO = Bounds(PICTURES, MB, 4096)
VIDEO = Bounds((MediaKind.MP4,), MB, 1920, 60, 60)


def place(photo: Bounds = PHOTO, video: Bounds = VIDEO) -> Platform:
    return Platform("somewhere", "Somewhere", photo, video, "this test")


def taken(vault: Vault, pool: MediaPool, *paths: Path) -> list[str]:
    ended = intake.take_in(vault, pool, Folder(list(paths)), silent, lambda _taken: None)
    return [one.original.id for one in ended if one.original is not None]


def film(path: Path, seconds: int = 2, side: tuple[int, int] = (320, 240)) -> Path:
    """A noisy video with a comment that says where it is from."""
    noise = np.random.default_rng(5)
    with av.open(str(path), "w", format="mp4") as out:
        out.metadata["comment"] = MAKER
        track = out.add_stream("libx264", rate=25, options={"crf": "18"})
        track.width, track.height = side
        track.pix_fmt = "yuv420p"
        for _ in range(25 * seconds):
            pixels = noise.integers(0, 255, (side[1], side[0], 3), np.uint8)
            out.mux(track.encode(av.VideoFrame.from_ndarray(pixels)))
        out.mux(track.encode(None))
    return path


def saved(
    vault: Vault, pool: MediaPool, items: list[str], where: Platform, folder: Path
) -> tuple[Posted, ...]:
    folder.mkdir(exist_ok=True)
    return posting.save(vault, pool, items, Wanted(where, folder))


def test_what_fits_is_the_copy_itself_under_a_name_that_says_nothing(
    vault: Vault, pool: MediaPool, photo: Photo, tmp_path: Path
) -> None:
    items = taken(vault, pool, photo())
    for name in ("001.jpg", "002.jpg"):
        (one,) = saved(vault, pool, items, platform("x"), tmp_path / "out")
        assert (one.error, one.smaller) == (None, False)
        assert one.path == tmp_path / "out" / name
        with vault.open_blob(vault.derivatives(items[0])[-1].id) as copy:
            assert one.path.read_bytes() == copy.read()
        assert one.path.stat().st_mtime == 315532800
        assert one.leaves
    assert [entry.event for entry in vault.custody(items[0])][-1] == "saved for posting"


@pytest.mark.parametrize(("side", "size"), [(1000, MB), (4096, 150_000)])
def test_a_photo_that_is_too_large_is_made_smaller(
    vault: Vault, pool: MediaPool, tmp_path: Path, side: int, size: int
) -> None:
    Image.effect_noise((1600, 1200), 60).convert("RGB").save(tmp_path / "large.jpg", quality=95)
    items = taken(vault, pool, tmp_path / "large.jpg")
    where = place(Bounds(PICTURES, size, side))
    (one,) = saved(vault, pool, items, where, tmp_path / "out")
    assert one.path is not None
    assert one.smaller
    assert one.path.stat().st_size == one.size <= size
    with Image.open(one.path) as picture:
        assert max(picture.size) <= side
        assert picture.format == "JPEG"
        assert not picture.getexif()


def test_a_kind_that_is_not_taken_becomes_a_jpeg(
    vault: Vault, pool: MediaPool, tmp_path: Path
) -> None:
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "green", "blue")]
    frames[0].save(tmp_path / "moving.gif", save_all=True, append_images=frames[1:])
    items = taken(vault, pool, tmp_path / "moving.gif")
    (one,) = saved(vault, pool, items, place(), tmp_path / "out")
    assert one.path is not None
    assert one.made is not None
    assert (one.path.suffix, one.made.steps[0]) == (".jpg", "first-picture")


def test_a_video_that_fits_is_the_copy_itself(
    vault: Vault, pool: MediaPool, tmp_path: Path
) -> None:
    items = taken(vault, pool, film(tmp_path / "VID_1.mp4", 1, (64, 48)))
    (one,) = saved(vault, pool, items, place(), tmp_path / "out")
    assert (one.error, one.smaller) == (None, False)


def test_a_container_that_is_not_taken_becomes_an_mp4(
    vault: Vault, pool: MediaPool, tmp_path: Path
) -> None:
    (tmp_path / "clip.mov").write_bytes(muxed(audio="pcm_s16le", form="mov"))
    items = taken(vault, pool, tmp_path / "clip.mov")
    assert vault.derivatives(items[0])[-1].kind == "mov"
    (one,) = saved(vault, pool, items, place(), tmp_path / "out")
    assert one.path is not None
    assert (one.path.suffix, one.smaller) == (".mp4", True)


def test_sound_alone_is_not_posted(vault: Vault, pool: MediaPool, tmp_path: Path) -> None:
    (tmp_path / "voice.m4a").write_bytes(muxed(video=""))
    items = taken(vault, pool, tmp_path / "voice.m4a")
    (one,) = saved(vault, pool, items, place(), tmp_path / "out")
    assert isinstance(one.error, Unsupported)
    assert one.error.facts["reason"] == "post-sound"


@pytest.mark.parametrize(
    "bounds",
    [
        Bounds((MediaKind.MP4,), 20 * MB, 160, 60, 60),
        Bounds((MediaKind.MP4,), 300_000, 1920, 60, 60),
    ],
)
def test_a_video_is_made_smaller_until_it_fits(
    vault: Vault, pool: MediaPool, tmp_path: Path, bounds: Bounds
) -> None:
    items = taken(vault, pool, film(tmp_path / "VID_1.mp4"))
    assert vault.derivatives(items[0])[-1].size > 300_000
    (one,) = saved(vault, pool, items, place(video=bounds), tmp_path / "out")
    assert one.error is None
    assert one.path is not None
    assert one.smaller
    assert one.size <= bounds.size
    with av.open(str(one.path)) as made:
        assert max(made.streams.video[0].width, made.streams.video[0].height) <= bounds.side
        assert made.duration is not None
        assert abs(made.duration / 1e6 - 2) < 0.2, "nothing is cut off"
    assert MAKER.encode() not in one.path.read_bytes()


def test_a_video_that_is_too_long_is_refused_and_never_cut(
    vault: Vault, pool: MediaPool, tmp_path: Path
) -> None:
    items = taken(vault, pool, film(tmp_path / "VID_1.mp4"))
    short = place(video=Bounds((MediaKind.MP4,), MB, 1920, 1, 60))
    tiny = place(video=Bounds((MediaKind.MP4,), 40_000, 1920, 60, 60))
    for where in (short, tiny):
        (one,) = saved(vault, pool, items, where, tmp_path / "out")
        assert isinstance(one.error, TooLarge)
        assert one.error.facts["reason"] == "post-length"
        assert list((tmp_path / "out").iterdir()) == []


def test_what_holds_an_item_back_holds_it_back_here_and_the_others_are_saved(
    vault: Vault, pool: MediaPool, photo: Photo, tmp_path: Path
) -> None:
    first, second = taken(vault, pool, photo("a.jpg", 1), photo("b.jpg", 2))
    vault.note(first, {"person.1.name": "A", "person.1.consent": "none"})
    ended = saved(vault, pool, [first, second], platform("signal"), tmp_path / "out")
    assert isinstance(ended[0].error, NoConsent)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["001.jpg"]


def test_photos_are_not_for_where_only_videos_go(
    vault: Vault, pool: MediaPool, photo: Photo, tmp_path: Path
) -> None:
    (one,) = saved(vault, pool, taken(vault, pool, photo()), platform("youtube"), tmp_path / "o")
    assert isinstance(one.error, Unsupported)
    assert one.error.facts["reason"] == "post-photo"


def test_what_cannot_be_logged_does_not_leave(
    vault: Vault, pool: MediaPool, photo: Photo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = taken(vault, pool, photo())

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(Vault, "log", full)
    (one,) = saved(vault, pool, items, platform("x"), tmp_path / "out")
    assert isinstance(one.error, DiskFull)
    assert list((tmp_path / "out").iterdir()) == []


class Stop(BaseException):
    """Raised by a tick."""


def test_a_stop_leaves_nothing_half_done(vault: Vault, pool: MediaPool, tmp_path: Path) -> None:
    items = taken(vault, pool, film(tmp_path / "VID_1.mp4"))
    (tmp_path / "out").mkdir()

    def stop(done: int, _total: int) -> None:
        if done:
            raise Stop

    small = place(video=Bounds((MediaKind.MP4,), 20 * MB, 160, 60, 60))
    with pytest.raises(Stop):
        posting.save(vault, pool, items, Wanted(small, tmp_path / "out"), tick=stop)
    assert list((tmp_path / "out").iterdir()) == []


def test_every_platform_has_figures_that_make_sense_and_a_name_of_its_own() -> None:
    assert len({one.name for one in PLATFORMS}) == len(PLATFORMS) == 10
    for one in PLATFORMS:
        for bounds in filter(None, (one.photo, one.video)):
            assert bounds.size >= 3 * MB
            assert bounds.side >= 1280
        assert one.video.rate >= 30
        assert one.video.seconds >= 60
