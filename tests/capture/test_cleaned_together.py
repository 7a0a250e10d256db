"""Files that are one item leave together, or not at all, when a folder is cleaned."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from capture.cleaning import CleanResult, CleanStatus, clean_files
from capture.formats.base import Profile
from capture.isolate import MediaPool
from capture.progress import Tick, silent
from capture.sources.folder import find
from capture.sources.groups import Role
from tests.capture.samples import jpegs, live

BOTH = (Profile.FAITHFUL, Profile.ANONYMOUS)
OTHER = "9D0AE7B1-0E5C-4D57-9B62-1B7E0A1D3B11"


@pytest.fixture(scope="module")
def pool() -> Iterator[MediaPool]:
    with MediaPool(workers=2) as opened:
        yield opened


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    folder = tmp_path / "DCIM"
    folder.mkdir()
    return folder


def clean(
    pool: MediaPool, phone: Path, tick: Tick = silent, jobs: int = 2
) -> dict[str, CleanResult]:
    told: list[CleanResult] = []
    results = clean_files(
        pool,
        find([phone]),
        phone.parent / "out",
        profiles=BOTH,
        jobs=jobs,
        tick=tick,
        told=told.append,
    )
    assert sorted(told, key=repr) == sorted(results, key=repr)
    return {Path(result.source).name: result for result in results}


def written(phone: Path) -> list[str]:
    return sorted(path.name for path in (phone.parent / "out").iterdir())


def test_the_halves_of_a_live_photo_leave_together(pool: MediaPool, phone: Path) -> None:
    (phone / "IMG_1234.JPG").write_bytes(live.still())
    (phone / "IMG_1234.MOV").write_bytes(live.clip())
    results = clean(pool, phone)
    assert written(phone) == ["001.jpg", "002.mp4"]
    assert results["IMG_1234.MOV"].item == results["IMG_1234.JPG"].source
    assert results["IMG_1234.MOV"].role is Role.CLIP
    assert results["IMG_1234.JPG"].role is None


def test_halves_find_each_other_under_whatever_names(pool: MediaPool, phone: Path) -> None:
    (phone / "a.jpg").write_bytes(live.still())
    (phone / "z.mov").write_bytes(live.clip())
    (phone / "m.mov").write_bytes(live.clip(OTHER))
    results = clean(pool, phone)
    assert results["z.mov"].role is Role.CLIP
    assert results["m.mov"].item is None
    assert written(phone) == ["001.jpg", "002.mp4", "003.mp4"]


@pytest.mark.parametrize("broken", ["IMG_1234.JPG", "IMG_1234.MOV"])
@pytest.mark.parametrize("keep", [0, 5, 600])
def test_a_half_that_cannot_be_cleaned_holds_the_other_back(
    pool: MediaPool, phone: Path, broken: str, keep: int
) -> None:
    (phone / "IMG_1234.JPG").write_bytes(live.still())
    (phone / "IMG_1234.MOV").write_bytes(live.clip())
    (phone / "IMG_1235.JPG").write_bytes(jpegs.oriented(6))
    (phone / broken).write_bytes((phone / broken).read_bytes()[:keep])
    results = clean(pool, phone)
    assert written(phone) == ["003.jpg"]
    (other,) = {"IMG_1234.JPG", "IMG_1234.MOV"} - {broken}
    assert results[broken].error is not None
    assert getattr(results[other].error, "code", None) == "not-cleaned"
    assert results[other].status is CleanStatus.REFUSED


def test_a_raw_an_edit_and_a_text_belong_to_the_picture(pool: MediaPool, phone: Path) -> None:
    (phone / "IMG_0007.JPG").write_bytes(jpegs.oriented(6))
    (phone / "IMG_E0007.JPG").write_bytes(jpegs.oriented(3))
    (phone / "IMG_0007.AAE").write_bytes(b"<plist>what was done</plist>")
    results = clean(pool, phone)
    assert results["IMG_E0007.JPG"].role is Role.EDITED
    assert results["IMG_0007.AAE"].role is Role.SIDECAR
    assert results["IMG_0007.AAE"].status is CleanStatus.LEFT_OUT
    assert results["IMG_0007.AAE"].error is None
    assert len(written(phone)) == 2
    (phone / "IMG_0007.DNG").write_bytes(b"II*\0" + bytes(100))
    again = clean(pool, phone)
    assert again["IMG_0007.DNG"].output is None
    assert len(written(phone)) == 2
    assert all(result.output is None for result in again.values())


def test_a_name_in_the_way_of_one_takes_back_the_others(
    pool: MediaPool, phone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (phone / "IMG_1234.JPG").write_bytes(live.still())
    (phone / "IMG_1234.MOV").write_bytes(live.clip())
    real = __import__("capture.cleaning", fromlist=["name_part"]).name_part

    def fails(part: Path, target: Path) -> None:
        if target.suffix == ".mp4":
            raise OSError(28, "full")
        real(part, target)

    monkeypatch.setattr("capture.cleaning.name_part", fails)
    results = clean(pool, phone)
    assert written(phone) == []
    assert {result.status for result in results.values()} == {CleanStatus.FAILED}


def test_what_waited_goes_with_a_stop(pool: MediaPool, phone: Path) -> None:
    class Stop(BaseException):
        pass

    for number in range(3):
        (phone / f"IMG_123{number}.JPG").write_bytes(live.still(f"{OTHER[:-1]}{number}"))
    (phone / "Z.MOV").write_bytes(live.clip())

    def tick(done: int, total: int) -> None:
        if done == total:
            raise Stop

    with pytest.raises(Stop):
        clean(pool, phone, tick, jobs=1)
    assert written(phone) == []
