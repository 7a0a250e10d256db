"""The folder of cleaned copies, over the real confined children and the project's samples."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest
from typing_extensions import override

from capture.cleaning import CleanResult, CleanStatus, clean_files
from capture.errors import DecoderCrashed, Unverified
from capture.export import NEUTRAL_TIME
from capture.formats.base import Cleaning, Profile, Sink
from capture.isolate import MediaPool
from capture.isolate.exchange import Told
from capture.kinds import MediaKind
from capture.progress import Tick, silent
from capture.sources.folder import find
from tests.capture.samples import heifs, movies

SAMPLES = Path(__file__).resolve().parents[2] / "ui" / "cli" / "samples"
PHOTO = SAMPLES / "IMG_20240501_184207.jpg"
BOTH = (Profile.FAITHFUL, Profile.ANONYMOUS)


class Stop(BaseException):
    """What a caller's tick raises to stop."""


@pytest.fixture(scope="module")
def pool() -> Iterator[MediaPool]:
    with MediaPool(workers=2) as opened:
        yield opened


def clean(
    pool: MediaPool, paths: list[Path], out: Path, tick: Tick = silent, jobs: int = 2
) -> tuple[CleanResult, ...]:
    told: list[CleanResult] = []
    results = clean_files(
        pool, find(paths), out, profiles=BOTH, jobs=jobs, tick=tick, told=told.append
    )
    assert sorted(told, key=repr) == sorted(results, key=repr)
    return results


def all_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_photo_becomes_a_neutral_verified_copy(pool: MediaPool, tmp_path: Path) -> None:
    before = PHOTO.read_bytes(), PHOTO.stat().st_mtime_ns
    (result,) = clean(pool, [PHOTO], tmp_path / "new" / "out")
    assert result.status is CleanStatus.CLEANED
    assert result.output == tmp_path / "new" / "out" / "001.jpg"
    assert result.said is not None
    assert len(result.said.traces) > 20
    assert result.remaining == ()
    assert result.output.stat().st_mtime == NEUTRAL_TIME
    assert b"Maryam" not in result.output.read_bytes()
    assert (PHOTO.read_bytes(), PHOTO.stat().st_mtime_ns) == before


HIDDEN = bytes(range(150, 210))


def longer(units: bytes) -> bytes:
    """Put what hides behind the codes of the last unit of a sample."""
    at = 0
    while (after := at + 4 + int.from_bytes(units[at : at + 4], "big")) < len(units):
        at = after
    length = len(units) - at - 4 + len(HIDDEN)
    return units[:at] + length.to_bytes(4, "big") + units[at + 4 :] + HIDDEN


def hiding_jpeg() -> bytes:
    data = PHOTO.read_bytes()
    return data[:-2] + HIDDEN + data[-2:]


def hiding_heic() -> bytes:
    part = heifs.picture(1)
    return heifs.File((replace(part, data=longer(part.data)),)).build()


def hiding_film(codec: str) -> bytes:
    track = movies.picture(movies.coded(codec))
    samples = (*track.samples[:-1], longer(track.samples[-1]))
    return movies.Movie((replace(track, samples=samples), movies.sound())).build()


def hiding_sound(codec: str) -> bytes:
    track = movies.sound(movies.spoken(codec))
    samples = tuple(sample + HIDDEN for sample in track.samples)
    return movies.Movie((movies.picture(), replace(track, samples=samples))).build()


HIDING: dict[str, Callable[[], bytes]] = {
    "a.jpg": hiding_jpeg,
    "a.heic": hiding_heic,
    "H264.mp4": lambda: hiding_film("libx264"),
    "HEVC.mp4": lambda: hiding_film("libx265"),
    "AAC.mp4": lambda: hiding_sound("aac"),
    "ALAC.mp4": lambda: hiding_sound("alac"),
}


@pytest.mark.parametrize("name", HIDING)
def test_what_hides_behind_the_last_code_is_encoded_away(
    name: str, pool: MediaPool, tmp_path: Path
) -> None:
    source = tmp_path / name
    source.write_bytes(HIDING[name]())
    assert HIDDEN in source.read_bytes()
    (made,) = clean(pool, [source], tmp_path / "out")
    assert made.cleaning is not None
    assert made.output is not None
    assert not made.cleaning.lossless
    assert HIDDEN[:8] not in made.output.read_bytes()
    (refused,) = clean_files(
        pool,
        find([source]),
        tmp_path / "faithful",
        profiles=[Profile.FAITHFUL],
        jobs=1,
        tick=silent,
        told=lambda _result: None,
    )
    assert refused.status is CleanStatus.REFUSED
    assert isinstance(refused.error, Unverified)
    assert refused.error.facts["reason"] == "codes"
    assert all_in(tmp_path / "faithful") == []


def test_what_is_clean_gets_its_copy_too(pool: MediaPool, tmp_path: Path) -> None:
    (first,) = clean(pool, [PHOTO], tmp_path / "one")
    assert first.output is not None
    (second,) = clean(pool, [first.output], tmp_path / "two")
    assert second.status is CleanStatus.ALREADY_CLEAN
    assert second.output is not None
    assert second.output.read_bytes() == first.output.read_bytes()


def test_nothing_is_overwritten_and_numbers_go_on(pool: MediaPool, tmp_path: Path) -> None:
    (tmp_path / "007.png").write_bytes(b"mine")
    (tmp_path / "notes.txt").write_bytes(b"mine")
    (result,) = clean(pool, [PHOTO], tmp_path)
    assert result.output == tmp_path / "008.jpg"
    assert (tmp_path / "007.png").read_bytes() == b"mine"
    assert all_in(tmp_path) == ["007.png", "008.jpg", "notes.txt"]


def test_a_name_that_is_taken_meanwhile_is_not_replaced(pool: MediaPool, tmp_path: Path) -> None:
    class Rude(MediaPool):
        @override
        def verify(
            self,
            kind: MediaKind,
            output: BinaryIO,
            needles: tuple[bytes, ...],
            tick: Tick = silent,
        ) -> None:
            (tmp_path / "001.jpg").write_bytes(b"somebody else's")
            pool.verify(kind, output, needles, tick)

    with Rude(workers=1) as rude:
        (result,) = clean(rude, [PHOTO], tmp_path)
    assert result.output == tmp_path / "002.jpg"
    assert (tmp_path / "001.jpg").read_bytes() == b"somebody else's"


def test_each_file_ends_alone_and_in_order(pool: MediaPool, tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.jpg").write_bytes(b"")
    (source / "b.jpg").write_bytes(b"this is text")
    shutil.copy(PHOTO, source / "c.jpg")
    (source / "d.jpg").write_bytes(PHOTO.read_bytes()[:20000])
    (source / "e.jpg").symlink_to(PHOTO)
    results = clean(pool, [source, tmp_path / "missing.jpg"], tmp_path / "out")
    assert [Path(result.source).name for result in results] == [
        *("a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg", "missing.jpg")
    ]
    assert [result.status.value for result in results] == [
        *("refused", "refused", "cleaned", "refused", "failed", "failed")
    ]
    codes = [getattr(result.error, "code", None) for result in results]
    assert codes == ["empty-file", "unknown-kind", None, "damaged", "unreadable", "unreadable"]
    assert all_in(tmp_path / "out") == ["003.jpg"]


class Otherwise(MediaPool):
    """A pool whose one child cleans in a way of the test's own."""

    def __init__(self, does: Callable[[BinaryIO, Sink, Told], Cleaning]) -> None:
        super().__init__(workers=1)
        self._does = does

    @override
    def inspect_and_clean(
        self,
        source: BinaryIO,
        sink: Sink,
        profile: Profile,
        told: Told,
        tick: Tick = silent,
    ) -> Cleaning:
        return self._does(source, sink, told)


def test_what_the_second_reading_refuses_leaves_nothing(pool: MediaPool, tmp_path: Path) -> None:
    class Strict(MediaPool):
        @override
        def verify(
            self,
            kind: MediaKind,
            output: BinaryIO,
            needles: tuple[bytes, ...],
            tick: Tick = silent,
        ) -> None:
            raise Unverified("a stray byte")

    with Strict(workers=1) as strict:
        (result,) = clean(strict, [PHOTO], tmp_path)
    assert result.status is CleanStatus.REFUSED
    assert isinstance(result.error, Unverified)
    assert all_in(tmp_path) == []


def test_a_writer_that_leaves_everything_in_is_caught(pool: MediaPool, tmp_path: Path) -> None:
    def leave_in(source: BinaryIO, sink: Sink, told: Told) -> Cleaning:
        told(pool.inspect(source))
        source.seek(0)
        sink.write(source.read())
        return Cleaning(MediaKind.JPEG, lossless=True, steps=("copied",))

    with Otherwise(leave_in) as lazy:
        (result,) = clean(lazy, [PHOTO], tmp_path)
    assert result.status is CleanStatus.REFUSED
    assert isinstance(result.error, Unverified)
    assert all_in(tmp_path) == []


def test_a_full_disk_fails_by_name_and_leaves_nothing(pool: MediaPool, tmp_path: Path) -> None:
    def fill_up(_source: BinaryIO, sink: Sink, _told: Told) -> Cleaning:
        sink.write(b"some bytes")
        raise OSError(errno.ENOSPC, "no space")

    with Otherwise(fill_up) as full:
        (result,) = clean(full, [PHOTO], tmp_path)
    assert result.status is CleanStatus.FAILED
    assert isinstance(result.error, OSError)
    assert all_in(tmp_path) == []


def test_a_crash_of_the_decoder_costs_one_file(pool: MediaPool, tmp_path: Path) -> None:
    def crash(_source: BinaryIO, _sink: Sink, _told: Told) -> Cleaning:
        raise DecoderCrashed

    with Otherwise(crash) as crashing:
        (result,) = clean(crashing, [PHOTO], tmp_path)
    assert result.status is CleanStatus.FAILED


def test_a_stop_leaves_nothing_half_done(pool: MediaPool, tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for number in range(6):
        shutil.copy(PHOTO, source / f"{number}.jpg")
    ticks = iter(range(10**6))

    def tick(done: int, total: int) -> None:
        if next(ticks) > 8:
            raise Stop

    with pytest.raises(Stop):
        clean(pool, [source], tmp_path / "out", tick)
    left = all_in(tmp_path / "out")
    assert len(left) < 6
    assert not [name for name in left if name.startswith(".")]


def test_progress_only_grows_and_ends_at_the_total(pool: MediaPool, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    clean(pool, [PHOTO, tmp_path / "missing.jpg", PHOTO], tmp_path / "o", lambda *t: seen.append(t))
    assert seen == sorted(seen)
    assert {total for _, total in seen} == {2 * PHOTO.stat().st_size}
    assert seen[-1][0] == seen[-1][1]


def test_what_a_killed_run_left_is_swept_and_a_living_one_is_not(
    pool: MediaPool, tmp_path: Path
) -> None:
    run = "0123456789abcdef"
    dead = tmp_path / f".firsthand-4194305-{run}-{run}.part"
    alive = tmp_path / f".firsthand-{os.getppid()}-{run}-{run}.part"
    foreign = tmp_path / ".firsthand-notes.part"
    for path in (dead, alive, foreign):
        path.write_bytes(b"half")
    clean(pool, [PHOTO], tmp_path)
    assert not dead.exists()
    assert alive.exists()
    assert foreign.exists()


def test_a_disk_without_second_names_still_replaces_nothing(
    pool: MediaPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no links on FAT")

    monkeypatch.setattr(os, "link", refuse)
    results = clean(pool, [PHOTO, PHOTO], tmp_path, jobs=1)
    assert [result.output for result in results] == [tmp_path / "001.jpg", tmp_path / "002.jpg"]
    assert all_in(tmp_path) == ["001.jpg", "002.jpg"]


def test_the_copy_is_its_owners_alone(pool: MediaPool, tmp_path: Path) -> None:
    (result,) = clean(pool, [PHOTO], tmp_path)
    assert result.output is not None
    assert result.output.stat().st_mode & 0o077 == 0
