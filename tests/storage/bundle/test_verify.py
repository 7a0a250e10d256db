import io
import os
import threading
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from typing_extensions import override

from storage.bundle import plan, walk
from storage.bundle.build import BundleStream
from storage.bundle.opening import check_opening
from storage.bundle.sealing import seal
from storage.bundle.verdict import CODES, NotWhole
from storage.bundle.verify import verify, verify_folder, verify_path
from storage.errors import DamagedBundle, NewerVersion, StorageError, WrongIdentity
from tests.storage.bundle.samples import chance, contents, identity, item, key, made

VECTORS = sorted((Path(__file__).parents[2] / "vectors" / "bundle").glob("*.vector"))
GOOD, BUILT = made()


def read_vector(file: Path) -> tuple[dict[str, str], bytes]:
    head, _, body = file.read_bytes().partition(b"\n\n")
    fields = dict(line.split(": ", 1) for line in head.decode().splitlines())
    return fields, zlib.decompress(body)


def outcome(data: bytes, head: dict[str, str]) -> tuple[str, object]:
    """Give what verifying came to: "good" or the error's reason or code, and the part."""
    try:
        verdict = verify(io.BytesIO(data), head.get("identity"), signer=head.get("signer"))
        if "opening" in head:
            check_opening(head["opening"].encode() + b"\n", verdict.manifest)
    except DamagedBundle as error:
        return str(error.facts["reason"]), error.facts.get("part")
    except (WrongIdentity, NewerVersion) as error:
        return error.code, None
    return "good", None


@pytest.mark.parametrize("file", VECTORS, ids=lambda file: file.stem)
def test_vector(file: Path) -> None:
    head, data = read_vector(file)
    assert outcome(data, head) == (head["expect"], head.get("part"))


@pytest.mark.parametrize(
    "file", [one for one in VECTORS if "opening" not in one.stem], ids=lambda file: file.stem
)
def test_vector_that_lies_on_a_disk(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head, data = read_vector(file)
    monkeypatch.setattr(walk, "WORTH_SKIPPING", 1)
    lies = tmp_path / "bundle"
    lies.write_bytes(data)
    try:
        verify_path(lies, head.get("identity"), signer=head.get("signer"))
        found: tuple[str, object] = ("good", None)
    except DamagedBundle as error:
        found = str(error.facts["reason"]), error.facts.get("part")
    except (WrongIdentity, NewerVersion) as error:
        found = error.code, None
    assert found == (head["expect"], head.get("part"))


def test_a_bundle_on_a_disk_can_be_let_be_at_any_tick(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walk, "WORTH_SKIPPING", 1)
    lies = tmp_path / "bundle"
    lies.write_bytes(GOOD)
    ticks: list[tuple[int, int]] = []
    verify_path(lies, tick=lambda *now: ticks.append(now))
    assert ticks[-1] == (len(GOOD), len(GOOD))
    assert all(done <= total for done, total in ticks)

    class Stop(BaseException):
        pass

    for last in range(len(ticks)):
        left = iter(range(last))

        def stop(_done: int, _total: int, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise Stop

        with pytest.raises(Stop):
            verify_path(lies, tick=stop)
    assert not [one for one in threading.enumerate() if one.name.startswith("digest")]


def test_there_are_vectors() -> None:
    assert len(VECTORS) > 60
    expected = {read_vector(file)[0]["expect"] for file in VECTORS}
    assert set(CODES) <= expected


def test_a_good_bundle_says_what_is_in_it() -> None:
    verdict = verify(io.BytesIO(GOOD))
    assert verdict.wrapping == "plain"
    assert verdict.manifest.bundle_id == BUILT.bundle_id
    assert verdict.manifest.merkle_root == BUILT.merkle_root
    assert tuple(entry.commitment for entry in verdict.manifest.items) == BUILT.commitments
    assert [check.code for check in verdict.checks] == [
        code for code in CODES if code not in {"signer", "stamp"}
    ]
    assert all(check.passed for check in verdict.checks)


def test_a_sealed_bundle_is_verified_without_being_written_anywhere() -> None:
    secret, public = identity()
    sealed = io.BytesIO()
    seal(BundleStream(contents(), key()), [public], sealed)
    verdict = verify(io.BytesIO(sealed.getvalue()), secret)
    assert verdict.wrapping == "sealed"
    assert verdict.statement == verify(io.BytesIO(GOOD)).statement


@given(
    some.lists(
        some.tuples(some.integers(0, len(GOOD) - 1), some.integers(1, 255)), min_size=1, max_size=4
    )
)
def test_no_changed_byte_passes(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for at, by in changes:
        data[at] ^= by
    if data != GOOD:
        with pytest.raises(StorageError):
            verify(io.BytesIO(data))


@given(some.integers(0, len(GOOD)), some.integers(0, 300), some.binary(max_size=300))
def test_no_inserted_or_removed_bytes_pass(at: int, removed: int, inserted: bytes) -> None:
    data = GOOD[:at] + inserted + GOOD[at + removed :]
    if data != GOOD:
        with pytest.raises(StorageError):
            verify(io.BytesIO(data))


@given(some.binary(max_size=2000))
def test_noise_is_no_bundle(noise: bytes) -> None:
    with pytest.raises(StorageError):
        verify(io.BytesIO(noise))


def test_bytes_may_come_in_any_pieces() -> None:
    class Dripping(io.BytesIO):
        @override
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(size or 1, 17))

    assert verify(Dripping(GOOD)).manifest.bundle_id == BUILT.bundle_id


def test_large_media_go_through_whole() -> None:
    given = contents()
    large = item("large", chance("large", 3_000_001), ".mp4")
    data, built = made(type(given)(bytes(16), (large, *given.items)))
    assert verify(io.BytesIO(data)).manifest.merkle_root == built.merkle_root
    broken = data.replace(large.open().read()[-50:], bytes(50))
    with pytest.raises(NotWhole) as caught:
        verify(io.BytesIO(broken))
    assert caught.value.facts == {"reason": "media", "part": "data/media/001.mp4"}


def test_every_fault_is_named_not_only_the_first() -> None:
    first, second = (held.open().read() for held in contents().items)
    data = GOOD.replace(first, first[::-1]).replace(second, second[::-1])
    with pytest.raises(NotWhole) as caught:
        verify(io.BytesIO(data))
    failed = [(check.code, check.part) for check in caught.value.checks if not check.passed]
    assert failed == [("media", "data/media/001.jpg"), ("media", "data/media/002.jpg")]
    assert any(check.passed and check.code == "signature" for check in caught.value.checks)


def test_a_bundle_without_its_instructions_is_not_whole_though_it_was_signed_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spoken = plan._spoken

    def without(*given: Any) -> list[plan.Source]:
        return [source for source in spoken(*given) if source.path != "VERIFY.txt"]

    monkeypatch.setattr(plan, "_spoken", without)
    data, _ = made()
    with pytest.raises(NotWhole) as caught:
        verify(io.BytesIO(data))
    assert caught.value.facts == {"reason": "pages", "part": "VERIFY.txt"}


def test_stopping_comes_through() -> None:
    class StopError(BaseException):
        pass

    def stop(_done: int, _total: int) -> None:
        raise StopError

    with pytest.raises(StopError):
        verify(io.BytesIO(GOOD), tick=stop)


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        archive.extractall(tmp_path)
    return next(tmp_path.iterdir())


def test_an_unpacked_bundle_is_verified_as_a_folder(unpacked: Path) -> None:
    (unpacked / "data" / ".DS_Store").write_bytes(b"what a system leaves")
    verdict = verify_folder(unpacked)
    assert verdict.wrapping == "folder"
    assert verdict.statement == verify(io.BytesIO(GOOD)).statement


def test_an_unpacked_bundle_with_a_changed_file_is_not_whole(unpacked: Path) -> None:
    (unpacked / "data/media/002.jpg").write_bytes(b"another picture")
    with pytest.raises(NotWhole) as caught:
        verify_folder(unpacked)
    assert caught.value.facts == {"reason": "media", "part": "data/media/002.jpg"}


@pytest.mark.parametrize("kind", ["extra", "link", "pipe", "folder"])
def test_what_does_not_belong_in_a_folder_is_refused(unpacked: Path, kind: str) -> None:
    place = unpacked / "data/media/002.jpg"
    if kind == "extra":
        (unpacked / "data/media/evil.sh").write_bytes(b"x")
    else:
        place.unlink()
    if kind == "link":
        place.symlink_to("001.jpg")
    elif kind == "pipe":
        os.mkfifo(place)
    elif kind == "folder":
        place.mkdir()
    with pytest.raises(DamagedBundle):
        verify_folder(unpacked)
