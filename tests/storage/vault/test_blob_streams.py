"""Blobs as streams: whole at every size, seekable, named where damaged, each key used once."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.backup.exporting import export
from storage.backup.folder import FolderStore
from storage.backup.merging import merge
from storage.backup.restoring import restore
from storage.errors import DamagedVault, StorageError, VaultClosed
from storage.progress import silent
from storage.records import Provenance
from storage.vault import Vault, boxes, checking, layout, reader, writer
from tests.storage.vault import extent, vaults

CHUNK = vaults.CHUNK
SIZES = (0, 1, 15, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 7, 5 * CHUNK + 99)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("step", [CHUNK * 10, 1 << 20, 70_001])
def test_every_size_comes_back(quick: Path, size: int, step: int) -> None:
    data = vaults.noise(size)
    with vaults.make(quick / "v") as vault:
        draft = vault.draft()
        for start in range(0, size, step):
            assert draft.write(data[start : start + step]) == len(data[start : start + step])
        assert draft.size == size
        with draft.reread() as file:
            assert file.read() == data
        original = vault.keep_original(draft, "jpeg", Provenance("folder", "n", None))
        assert original.size == size
        assert vaults.content(vault, original.id) == data
        assert vault.check(deep=True) == ()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 3 * CHUNK + 50), st.integers(0, CHUNK + 50)), max_size=8))
def test_reading_anywhere_is_like_reading_a_plain_file(
    kept: tuple[Vault, str, bytes], moves: list[tuple[int, int]]
) -> None:
    vault, item, data = kept
    plain = io.BytesIO(data)
    with vault.open_blob(item) as file:
        for offset, count in moves:
            assert file.seek(offset) == plain.seek(offset)
            assert file.read(count) == plain.read(count)
            assert file.tell() == plain.tell()
        assert file.seek(-5, io.SEEK_END) == plain.seek(-5, io.SEEK_END)
        assert file.read() == plain.read()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Vault, str, bytes]]:
    data = vaults.noise(3 * CHUNK + 20)
    with vaults.make(tmp_path_factory.mktemp("kept") / "v") as vault:
        yield vault, vaults.seal(vault, data).id, data


def test_a_draft_ends_once(quick: Path) -> None:
    with vaults.make(quick / "v") as vault:
        draft = vault.draft()
        draft.write(b"some")
        draft.reread().close()
        with pytest.raises(StorageError):
            draft.write(b"more")
        draft.discard()
        draft.discard()
        with pytest.raises(StorageError):
            draft.reread()
        assert list((quick / "v" / "blobs").rglob("*.part")) == []


def test_what_is_locked_in_the_middle_of_a_read_never_gives_zeros_for_it(
    quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with vaults.make(quick / "v") as vault:
        original = vaults.seal(vault, vaults.noise(CHUNK))
        copy = reader.ChunkReader._copy
        with vault.open_blob(original.id) as file:
            held: reader.ChunkReader = file.raw  # type: ignore[attr-defined]  # it is buffered
            assert file.read(10) == vaults.noise(CHUNK)[:10]

            def locked(self: reader.ChunkReader, target: memoryview) -> int:
                self.close()
                return copy(self, target)

            monkeypatch.setattr(reader.ChunkReader, "_copy", locked)
            for _ in ("while it is read", "afterwards"):
                with pytest.raises(VaultClosed):
                    held.readinto(bytearray(100))


def test_a_damaged_chunk_is_named_and_the_others_stay_readable(quick: Path) -> None:
    folder, data = quick / "v", vaults.noise(4 * CHUNK)
    with vaults.make(folder) as vault:
        original = vaults.seal(vault, data)
        vaults.flip(
            vaults.blob_file(folder, original.id), layout.HEADER + 2 * (CHUNK + layout.TAG) + 9
        )
        with vault.open_blob(original.id) as file:
            assert file.read(2 * CHUNK) == data[: 2 * CHUNK]
            with pytest.raises(DamagedVault) as caught:
                file.read(1)
            assert caught.value.facts["part"] == f"chunk 3 of item {original.id}"
            file.seek(3 * CHUNK)
            assert file.read() == data[3 * CHUNK :]
        assert [(found.code, found.part) for found in vault.check(deep=True)] == [
            ("chunk-damaged", f"chunk 3 of item {original.id}")
        ]


def test_chunks_cannot_change_places_or_be_cut_off(quick: Path) -> None:
    folder, data = quick / "v", vaults.noise(3 * CHUNK)
    with vaults.make(folder) as vault:
        original = vaults.seal(vault, data)
        path = vaults.blob_file(folder, original.id)
        whole = path.read_bytes()
        first, second = (layout.HEADER + n * (CHUNK + layout.TAG) for n in (0, 1))
        third = second + CHUNK + layout.TAG
        swapped = whole[:first] + whole[second:third] + whole[first:second] + whole[third:]
        cut = whole[:third] + whole[third + CHUNK + layout.TAG :]
        for broken in (swapped, cut):
            path.write_bytes(broken)
            assert vault.check(deep=True)
            with vault.open_blob(original.id) as file, pytest.raises(DamagedVault):
                file.read()


def test_a_damaged_header_costs_nothing(quick: Path) -> None:
    folder, data = quick / "v", vaults.noise(CHUNK + 5)
    with vaults.make(folder) as vault:
        original = vaults.seal(vault, data)
        path = vaults.blob_file(folder, original.id)
        for at in range(layout.HEADER):
            vaults.flip(path, at)
            assert vaults.content(vault, original.id) == data
            assert [found.code for found in vault.check(deep=False)] == ["header-damaged"]
            vaults.flip(path, at)


def test_a_blob_in_the_place_of_another_is_refused(quick: Path) -> None:
    folder = quick / "v"
    with vaults.make(folder) as vault:
        first, second = vaults.seal(vault, b"first"), vaults.seal(vault, b"other")
        path = vaults.blob_file(folder, first.id)
        path.write_bytes(vaults.blob_file(folder, second.id).read_bytes())
        with pytest.raises(DamagedVault):
            vaults.content(vault, first.id)
        assert {found.item for found in vault.check(deep=True)} == {first.id}


def outcome(vault: Vault, item: str) -> object:
    """What reading gives: the bytes, or the id in the name of what is damaged."""
    try:
        return vaults.content(vault, item)
    except DamagedVault as error:
        return str(error.facts["part"]).rpartition(" ")[2]


@pytest.mark.parametrize("size", [0, 10, CHUNK + 3])
def test_one_bit_flipped_at_every_place_of_a_blob(quick: Path, size: int) -> None:
    """Every flip is found by the check; reading gives the very bytes or names the damage."""
    folder, data = quick / "v", vaults.noise(size)
    with vaults.make(folder) as vault:
        original = vaults.seal(vault, data)
        path = vaults.blob_file(folder, original.id)
        length = path.stat().st_size
        places = range(0, length, 1 if size < CHUNK else extent.of(4099, 257))
        for at in places:
            vaults.flip(path, at, at % 8)
            found = list(checking.blobs(vault._books, vault._blobs, deep=True, tick=silent))
            assert found, at
            assert all(original.id in finding.part for finding in found)
            assert outcome(vault, original.id) in (data, original.id)
            vaults.flip(path, at, at % 8)
        assert vault.check(deep=True) == ()
    extent.told(f"a bit of a blob of {size} bytes flipped at {len(places)} places: all found")


def test_a_blob_cut_at_every_length_is_named_and_the_others_are_read(quick: Path) -> None:
    folder, data = quick / "v", vaults.noise(40)
    with vaults.make(folder) as vault:
        original, other = vaults.seal(vault, data), vaults.seal(vault, b"other")
        path = vaults.blob_file(folder, original.id)
        whole = path.read_bytes()
        places = range(0, len(whole), extent.of(11, 1))
        for length in places:
            path.write_bytes(whole[:length])
            found = list(checking.blobs(vault._books, vault._blobs, deep=True, tick=silent))
            assert {finding.item for finding in found} == {original.id}, length
            assert outcome(vault, original.id) in (data, original.id)
            assert vaults.content(vault, other.id) == b"other"
        path.write_bytes(whole)
        assert vault.check(deep=True) == ()
    extent.told(f"a blob cut at {len(places)} lengths: each named, the other one read")


def test_every_key_meets_every_nonce_once(quick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All encryption of a vault's life is watched; no (key, nonce) pair comes twice."""
    seen: list[tuple[bytes, bytes]] = []

    class Watched:
        def __init__(self, key: bytes) -> None:
            self._key, self._cipher = bytes(key), AESGCM(key)

        def encrypt(self, nonce: bytes, data: bytes, bound: bytes) -> bytes:
            seen.append((self._key, nonce))
            return self._cipher.encrypt(nonce, data, bound)

        def encrypt_into(self, nonce: bytes, data: bytes, bound: bytes, out: bytearray) -> int:
            seen.append((self._key, nonce))
            return self._cipher.encrypt_into(nonce, data, bound, out)

        def decrypt(self, nonce: bytes, data: bytes, bound: bytes) -> bytes:
            return self._cipher.decrypt(nonce, data, bound)

        def decrypt_into(self, nonce: bytes, data: bytes, bound: bytes, out: bytearray) -> int:
            return self._cipher.decrypt_into(nonce, data, bound, out)

    for module in (boxes, reader, writer):
        monkeypatch.setattr(module, "AESGCM", Watched)
    folder = quick / "v"
    with vaults.make(folder) as vault:
        for number in range(8):
            original = vaults.seal(vault, vaults.noise(3 * CHUNK + number))
            vaults.derive(vault, original, b"copy")
            vault.note(original.id, {"summary": "x"})
        muxed = vault.draft(seekable=True)
        for part in (b"head", bytes(3 * CHUNK), b"end"):
            muxed.write(part)
        muxed.seek(0)
        muxed.write(b"HEAD")
        vault.keep_original(muxed, "mp4", Provenance("folder", "n", None))
        vault.change_passphrase(vaults.PASSPHRASE, "new")
        vault.delete(original.id)
        vaults.flip(vaults.blob_file(folder, vault.originals()[0].id), 50)
        vault.repair()
    with vaults.reopen(folder, "new") as vault:
        vaults.seal(vault, b"more")
        beside(vault, quick)
    assert len(seen) > 200
    assert len(set(seen)) == len(seen)
    extent.told(f"{len(seen)} encryptions of a vault's life, no key and nonce twice")


def beside(vault: Vault, home: Path) -> None:
    """Bring a vault to a second place and back, and merge what went its own way there."""
    (home / "disk").mkdir()
    export(vault, FolderStore(home / "disk"))
    restore(FolderStore(home / "disk"), home / "back", "new")
    with vaults.reopen(home / "back", "new") as back:
        vaults.seal(back, b"there")
        merge(vault, back)
