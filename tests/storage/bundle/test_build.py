import hashlib
import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from storage.bundle.build import BundleStream, build
from storage.bundle.contents import BundleContents, SealedPart
from storage.bundle.padme import padded
from storage.errors import DamagedBundle
from tests.storage.bundle.samples import chance, contents, item, key, made, opener, with_first


def test_the_same_contents_make_the_same_bytes() -> None:
    assert made(contents())[0] == made(contents())[0]


def test_reading_in_any_steps_gives_the_bytes_that_building_writes() -> None:
    expected, built = made()
    for step in (1, 37, 8192, 1 << 20):
        stream = BundleStream(contents(), key())
        assert b"".join(iter(lambda: stream.read(step), b"")) == expected  # noqa: B023 (used now)
        assert stream.built == built


def test_what_is_said_to_be_built_is_what_was_written() -> None:
    data, built = made()
    assert built.size == len(data)
    assert built.bundle_id == contents().bundle_id.hex()
    assert len(set(built.commitments)) == 2


@pytest.mark.parametrize("size", [0, 1, 5_000, 70_001, 300_000])
def test_the_length_tells_little(size: int) -> None:
    data, _ = made(BundleContents(bytes(16), (item("x", bytes(size)),)))
    assert len(data) == padded(len(data))


@given(some.integers(0, 1 << 60))
def test_padme_rounds_up_by_at_most_an_eighth(length: int) -> None:
    assert length <= padded(length) <= length + length // 8
    assert padded(padded(length)) == padded(length)


def test_nothing_in_the_container_tells_a_time_a_system_or_an_owner() -> None:
    data, _ = made()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.create_system, entry.external_attr) == (0, 0)
            assert (entry.flag_bits, entry.compress_type) == (0, zipfile.ZIP_STORED)
            assert entry.extra == b""
            assert entry.comment == b""


def test_names_inside_are_neutral_and_numbered() -> None:
    data, _ = made(BundleContents(bytes(16), (item("a"), item("b", extension=".mp4"))))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        media = [name for name in archive.namelist() if "media" in name]
    assert media == [f"B-{'00' * 16}/data/media/{name}" for name in ("001.jpg", "002.mp4")]


def test_two_bundles_of_one_item_share_no_value_but_the_item() -> None:
    shared = contents("one", 1)
    other = with_first(replace(shared, bundle_id=chance("other", 16)), salt=chance("other salt"))
    first, second = (
        zipfile.ZipFile(io.BytesIO(made(given, key(seed))[0]))
        for given, seed in ((shared, "outlet one"), (other, "outlet two"))
    )
    values = []
    for archive in (first, second):
        statement = archive.read(next(n for n in archive.namelist() if n.endswith("t.json")))
        signer = archive.read(next(n for n in archive.namelist() if n.endswith("signer.pub")))
        words = {word for word in statement.decode().split('"') if len(word) >= 32}
        values.append(words | {signer.split()[1].decode()[25:]})
    told = hashlib.sha256(shared.items[0].open().read()).hexdigest()
    notes = {
        hashlib.sha256(first.read(name)).hexdigest()
        for name in first.namelist()
        if "/data/notes/" in name or name.endswith("/manifest-sha512.txt")
    }
    assert values[0] & values[1] == {told} | notes


def test_nothing_of_the_original_or_the_salt_is_inside() -> None:
    given = contents()
    data, _ = made(given)
    for held in given.items:
        digest = bytes.fromhex(held.original_sha256)
        for secret in (digest, held.original_sha256.encode(), held.salt, held.salt.hex().encode()):
            assert secret not in data


@pytest.mark.parametrize(
    "wrong",
    [
        {"sha256": "0" * 64},
        {"size": 699},
        {"size": 701},
    ],
)
def test_a_medium_that_is_not_what_was_said_finishes_nothing(wrong: dict[str, object]) -> None:
    given = with_first(contents(), **wrong)
    with pytest.raises(DamagedBundle) as caught:
        made(given)
    assert caught.value.facts == {"reason": "source", "part": "data/media/001.jpg"}


def test_a_medium_that_changes_between_its_readings_finishes_nothing() -> None:
    content = chance("x", 700)
    readings = iter([content, content[:-1] + b"!"])
    given = with_first(contents(), open=lambda: io.BytesIO(next(readings)))
    with pytest.raises(DamagedBundle):
        made(given)


@pytest.mark.parametrize(
    "wrong",
    [
        {"extension": ".jpg/../x"},
        {"extension": "jpg"},
        {"extension": ".jpg\n"},
        {"kind": "a b"},
        {"salt": b"short"},
        {"sha256": "0" * 63},
        {"original_size": -1},
        {"thumbnail": bytes(70_000)},
    ],
)
def test_contents_out_of_bounds_are_a_mistake_of_the_caller(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"item|thumbnail"):
        made(with_first(contents(), **wrong))


def test_items_may_not_share_a_salt() -> None:
    given = contents()
    with pytest.raises(ValueError, match="salt"):
        made(with_first(given, salt=given.items[1].salt))


def test_no_items_and_no_words_are_refused() -> None:
    with pytest.raises(ValueError, match="items"):
        made(BundleContents(bytes(16), ()))
    with pytest.raises(ValueError, match="speak"):
        made(replace(contents(), languages=("xx",)))
    with pytest.raises(ValueError, match="language"):
        made(replace(contents(), languages=("en", "en")))


def test_stopping_closes_what_was_open() -> None:
    class StopError(BaseException):
        pass

    def stop(done: int, total: int) -> None:
        if done > total // 3:
            raise StopError

    source = opener(chance("large", 3_000_000))
    given = BundleContents(bytes(16), (item("large", source.content),))
    given = with_first(given, open=source)
    with pytest.raises(StopError):
        build(given, key(), io.BytesIO(), stop)
    assert len(source.streams) == 1
    assert all(stream.closed for stream in source.streams)


def test_progress_grows_to_its_total() -> None:
    told: list[tuple[int, int]] = []
    build(contents(), key(), io.BytesIO(), lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]
    assert len({total for _, total in told}) == 1


def test_sealed_originals_are_carried_as_one_file() -> None:
    sealed = chance("sealed", 5_000)
    part = SealedPart(opener(sealed), len(sealed), hashlib.sha256(sealed).hexdigest())
    data, _ = made(replace(contents(), originals=part))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        name = next(name for name in archive.namelist() if name.endswith("/data/originals.age"))
        assert archive.read(name) == sealed
