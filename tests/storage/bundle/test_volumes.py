import io
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from typing_extensions import override

from storage.bundle.contents import BundleContents
from storage.bundle.sealing import seal
from storage.bundle.verdict import Verdict
from storage.bundle.verify import verify, verify_path
from storage.bundle.volumes import SMALLEST, Joined, Volumes, siblings
from storage.errors import DamagedBundle, TooManyVolumes
from tests.storage.bundle.samples import chance, identity, item, made

SECRET, PUBLIC = identity()


def opening(folder: Path) -> Callable[[int], io.BufferedWriter]:
    return lambda number: (folder / f"bundle.age.{number:03d}").open("wb")


@pytest.fixture(scope="module")
def sealed() -> bytes:
    large = BundleContents(bytes(16), (item("x", chance("x", 2_400_000)),))
    sink = io.BytesIO()
    seal(io.BytesIO(made(large)[0]), [PUBLIC], sink)
    return sink.getvalue()


@pytest.fixture
def volumes(tmp_path: Path, sealed: bytes) -> list[Path]:
    with Volumes(SMALLEST, opening(tmp_path)) as sink:
        for at in range(0, len(sealed), 65_536):
            sink.write(sealed[at : at + 65_536])
    return sorted(tmp_path.iterdir())


def verdict(paths: list[Path]) -> Verdict:
    with closing(Joined(paths)) as stream:
        return verify(stream, SECRET)


def test_volumes_are_full_but_the_last(volumes: list[Path], sealed: bytes) -> None:
    sizes = [path.stat().st_size for path in volumes]
    assert sizes == [SMALLEST, SMALLEST, len(sealed) - 2 * SMALLEST]


def test_the_whole_is_verified_from_its_volumes(volumes: list[Path]) -> None:
    assert verdict(volumes).wrapping == "sealed"


def test_the_others_are_found_beside_the_first(volumes: list[Path]) -> None:
    (volumes[0].parent / "bundle.age").touch()
    (volumes[0].parent / "bundle.age.0010").touch()
    (volumes[0].parent / "other.age.002").touch()
    assert list(siblings(volumes[0])) == volumes
    assert siblings(volumes[1]) == (volumes[1],)


def test_the_first_is_enough_to_verify_all(volumes: list[Path], sealed: bytes) -> None:
    told: list[tuple[int, int]] = []
    verdict = verify_path(volumes[0], SECRET, lambda done, total: told.append((done, total)))
    assert verdict.wrapping == "sealed"
    assert told[-1] == (len(sealed), len(sealed))


def test_a_missing_one_is_named(volumes: list[Path]) -> None:
    volumes[1].unlink()
    with pytest.raises(DamagedBundle) as caught:
        siblings(volumes[0])
    assert caught.value.facts == {"reason": "volume", "number": 2}


def test_a_missing_last_one_is_noticed(volumes: list[Path]) -> None:
    volumes[2].unlink()
    with pytest.raises(DamagedBundle):
        verdict(list(siblings(volumes[0])))


def test_cat_puts_them_together(volumes: list[Path], sealed: bytes) -> None:
    done = subprocess.run(["cat", *volumes], check=True, capture_output=True, timeout=60)
    assert done.stdout == sealed


@pytest.mark.parametrize("order", [[0, 1], [0, 2], [1, 2], [0, 2, 1], [1, 0, 2], [0, 1, 2, 2]])
def test_missing_or_swapped_volumes_are_noticed(volumes: list[Path], order: list[int]) -> None:
    with pytest.raises(DamagedBundle):
        verdict([volumes[at] for at in order])


def test_one_large_write_is_split_too(tmp_path: Path) -> None:
    with Volumes(SMALLEST, opening(tmp_path)) as sink:
        sink.write(bytes(3 * SMALLEST))
    assert [path.stat().st_size for path in sorted(tmp_path.iterdir())] == [SMALLEST] * 3


def test_more_than_999_are_refused() -> None:
    class Nowhere(io.BytesIO):
        @override
        def write(self, data: object, /) -> int:
            return 0

    sink = Volumes(SMALLEST, lambda _: Nowhere())
    block = bytes(SMALLEST)
    for _ in range(999):
        sink.write(block)
    with pytest.raises(TooManyVolumes):
        sink.write(b"x")


def test_tiny_volumes_are_refused() -> None:
    with pytest.raises(ValueError, match="volume"):
        Volumes(10, lambda _: io.BytesIO())
