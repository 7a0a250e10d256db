"""One bit flipped, files cut, swapped, replayed or gone: found, named, and the rest kept."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from storage.errors import DamagedVault, NewerVersion, NotAVault, WrongPassphrase
from storage.vault import head, keyring, slots
from tests.storage.vault import extent, vaults
from tests.storage.vault.held import codes, everything, fill, snapshot


@pytest.fixture
def folder(quick: Path) -> Path:
    with vaults.make(quick / "v") as vault:
        fill(vault)
    return quick / "v"


@pytest.mark.parametrize("name", ["keys.bin", "keys.backup"])
def test_a_bit_of_one_copy_of_the_keys(folder: Path, name: str) -> None:
    before = snapshot(folder)
    whole = (folder / name).read_bytes()
    for at in range(0, slots.SIZE, extent.of(37, 1)):
        vaults.flip(folder / name, at, at % 8)
        assert keyring.unlock(folder, vaults.PASSPHRASE).mended == ("keys-mended",), at
        assert (folder / name).read_bytes() == whole
    vaults.flip(folder / name, 99)
    with vaults.reopen(folder) as vault:
        assert codes(vault) == {"keys-mended"}
        assert [found.code for found in vault.check(deep=False)] == ["keys-mended"]
    assert snapshot(folder) == before


def test_every_bit_of_the_keys_matters_or_is_redundant(folder: Path) -> None:
    """The sum finds each; where both copies suffer the same, it opens or damage is said."""
    whole = (folder / "keys.bin").read_bytes()
    stretched = slots.parse(whole)[0].stretch(vaults.PASSPHRASE)
    opened = 0
    for at in range(slots.SIZE):
        data = bytearray(whole)
        data[at] ^= 1 << at % 8
        try:
            file, sound = slots.parse(bytes(data))
        except (NotAVault, DamagedVault):
            assert at < 20  # the words before the salt
            continue
        assert not sound
        opened += opens(file, stretched if file.salt == slots.parse(whole)[0].salt else b"")
    # Seven of eight slots, the sum and the version's number carry nothing that opens this one.
    assert opened == 7 * 144 + 32 + 2


def opens(file: slots.KeyFile, stretched: bytes) -> bool:
    """Stretching again shows what altered costs or an altered salt do; it is the slow part."""
    try:
        file.find(stretched or file.stretch(vaults.PASSPHRASE))
    except (WrongPassphrase, DamagedVault):
        return False
    return True


def test_the_same_damage_to_both_copies_is_told_from_a_wrong_passphrase(folder: Path) -> None:
    whole = (folder / "keys.bin").read_bytes()
    vaults.flip(folder / "keys.bin", 30)
    vaults.flip(folder / "keys.backup", 30)
    with pytest.raises(DamagedVault) as caught:
        vaults.reopen(folder)
    assert caught.value.facts["part"] == "keys.bin"
    for name in ("keys.bin", "keys.backup"):
        (folder / name).write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with vaults.reopen(folder) as vault:
        assert codes(vault) == {"keys-damaged"}
        assert [found.code for found in vault.check(deep=False)] == ["keys-damaged"] * 2


def test_a_lost_copy_of_the_keys_is_made_again_and_both_lost_is_said(folder: Path) -> None:
    for name in ("keys.bin", "keys.backup"):
        (folder / name).unlink()
        vaults.reopen(folder).close()
        assert (folder / name).stat().st_size == slots.SIZE
    for name in ("keys.bin", "keys.backup"):
        (folder / name).unlink()
    with pytest.raises(DamagedVault):
        vaults.reopen(folder)


def test_a_later_version_is_not_guessed_at(folder: Path) -> None:
    file, _ = slots.parse((folder / "keys.bin").read_bytes())
    data = bytearray(file.pack()[:-32])
    data[7] = 2
    (folder / "keys.bin").write_bytes(bytes(data) + hashlib.sha256(data).digest())
    with pytest.raises(NewerVersion):
        vaults.reopen(folder)


def test_costs_beyond_the_bounds_are_not_paid(folder: Path) -> None:
    """A keys.bin that asks for 4 TiB of memory is damage, and is told at once."""
    for name in ("keys.bin", "keys.backup"):
        data = bytearray((folder / name).read_bytes())
        data[8:12] = b"\xff\xff\xff\xff"
        (folder / name).write_bytes(data)
    with pytest.raises(DamagedVault):
        vaults.reopen(folder)


def test_a_bit_of_the_head(folder: Path) -> None:
    before = snapshot(folder)
    path = vaults.used_set(folder) / "head"
    box = 96 + 80
    step = extent.of(5, 1)
    for at in [*range(0, box, step), *range(4096, 4096 + box, step)]:
        vaults.flip(path, at, at % 8)
        with vaults.reopen(folder) as vault:
            assert codes(vault) == {"head-renewed"}, at
            assert [found.code for found in vault.check(deep=False)] == ["head-renewed"]
    assert snapshot(folder) == before


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"")])
@pytest.mark.parametrize("name", ["head", "journal", "index.db"])
def test_a_lost_or_emptied_book_costs_nothing(
    folder: Path, name: str, damage: Callable[[Path], object]
) -> None:
    before = snapshot(folder)
    damage(vaults.used_set(folder) / name)
    with vaults.reopen(folder) as vault:
        assert codes(vault) & {"head-renewed", "journal-lost", "index-lost", "index-damaged"}
        assert everything(vault) == before
        vault.check_custody()
        assert vault.check(deep=True)
    with vaults.reopen(folder) as vault:
        assert codes(vault) == set()
        assert vault.check(deep=True) == ()


def test_all_books_lost_still_leaves_every_item(folder: Path) -> None:
    with vaults.reopen(folder) as vault:
        originals = {original.id: original for original in vault.originals()}
    home = vaults.used_set(folder)
    for name in ("head", "journal", "index.db"):
        (home / name).unlink()
    with vaults.reopen(folder) as vault:
        assert {original.id: original for original in vault.originals()} == originals
        assert vault.custody()[-1].event == "index rebuilt"
        assert all(len(vault.derivatives(item)) == 1 for item in originals)


@pytest.mark.parametrize("keep", [0, 1, 4095, 4096, 8192, -4096, -1])
def test_a_truncated_index_is_made_anew(folder: Path, keep: int) -> None:
    before = snapshot(folder)
    path = vaults.used_set(folder) / "index.db"
    path.write_bytes(path.read_bytes()[:keep])
    with vaults.reopen(folder) as vault:
        assert everything(vault) == before
        assert codes(vault) & {"index-damaged", "index-altered"}
        assert any(path.parent.glob("index.db.aside-*"))


def test_an_older_index_put_back_is_noticed(folder: Path) -> None:
    path = vaults.used_set(folder) / "index.db"
    old = path.read_bytes()
    with vaults.reopen(folder) as vault:
        vaults.seal(vault, b"one more")
        vault.note(vault.originals()[0].id, {"summary": "changed"})
        before = everything(vault)
    path.write_bytes(old)
    with vaults.reopen(folder) as vault:
        assert codes(vault) == {"index-older"}
        assert everything(vault) == before
        assert [found.code for found in vault.check(deep=True)] == ["index-older"]


def test_an_older_page_put_back_is_noticed(folder: Path) -> None:
    """SQLCipher itself takes it for good: every page is authentic on its own."""
    path = vaults.used_set(folder) / "index.db"
    old = path.read_bytes()
    with vaults.reopen(folder) as vault:
        vault.note(vault.originals()[0].id, {"summary": "changed"})
        vault.note(vault.originals()[1].id, {"summary": ""})
        before = everything(vault)
    new = path.read_bytes()
    assert len(new) == len(old)
    pages = [at for at in range(0, len(new), 4096) if new[at : at + 4096] != old[at : at + 4096]]
    assert len(pages) > 1
    for page in pages:
        path.write_bytes(new[:page] + old[page : page + 4096] + new[page + 4096 :])
        home = {file.name: file.read_bytes() for file in path.parent.iterdir()}
        with vaults.reopen(folder) as vault:
            assert codes(vault) & {"index-older", "index-altered", "index-damaged"}, page
            assert everything(vault) == before
        for file in path.parent.iterdir():
            file.unlink()
        for name, data in home.items():
            (path.parent / name).write_bytes(data)
        path.write_bytes(new)


def test_a_row_dropped_by_somebody_with_the_index_key_alone_is_noticed(folder: Path) -> None:
    with vaults.reopen(folder) as vault:
        key = vault._master.derive("index")
        before = everything(vault)
    connection = dbapi2.connect(str(vaults.used_set(folder) / "index.db"))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("DELETE FROM notes WHERE value = 'note 1'")
    connection.commit()
    connection.close()
    with vaults.reopen(folder) as vault:
        assert codes(vault) == {"index-altered"}
        assert everything(vault) == before


def test_an_older_index_and_head_are_noticed_while_the_journal_knows_better(folder: Path) -> None:
    home = vaults.used_set(folder)
    old = {name: (home / name).read_bytes() for name in ("index.db", "head")}
    with vaults.reopen(folder) as vault:
        vault.note(vault.originals()[0].id, {"summary": "changed"})
        before = everything(vault)
    for name, data in old.items():
        (home / name).write_bytes(data)
    with vaults.reopen(folder) as vault:
        assert "index-older" in codes(vault)
        assert everything(vault) == before


def test_the_whole_folder_put_back_opens_as_it_was(folder: Path, tmp_path: Path) -> None:
    """The limit: nothing inside the folder can tell; a custody head given away can."""
    with vaults.reopen(folder) as vault:
        pass
    shutil.copytree(folder, tmp_path / "old")
    with vaults.reopen(folder) as vault:
        vaults.seal(vault, b"later")
        given_away = vault.custody()[-1].digest
    with vaults.reopen(tmp_path / "old") as vault:
        assert codes(vault) == set()
        assert given_away not in {entry.digest for entry in vault.custody()}


def test_a_damaged_journal_is_named_and_the_index_stands(folder: Path) -> None:
    before = snapshot(folder)
    path = vaults.used_set(folder) / "journal"
    for at in range(256, path.stat().st_size, 256):
        vaults.flip(path, at)
    with vaults.reopen(folder) as vault:
        assert everything(vault) == before
        assert "journal-damaged" in {found.code for found in vault.check(deep=False)}


def test_a_journal_torn_by_a_power_cut_is_written_anew(folder: Path) -> None:
    """Nobody waited for its last frames; once the vault was closed, somebody did."""
    cut = folder.with_name("cut")
    with vaults.reopen(folder) as vault:
        vault.note(vault.originals()[0].id, {"summary": "just before"})
        shutil.copytree(folder, cut)
    for copy, found in ((cut, ()), (folder, ("journal-damaged",))):
        path = vaults.used_set(folder) / "journal"
        path = copy / path.relative_to(folder)
        vaults.flip(path, path.stat().st_size - 250)
        with vaults.reopen(copy) as vault:
            assert tuple(one.code for one in vault.check(deep=True)) == found
            assert vault.record(vault.originals()[0].id).witness == {"summary": "just before"}


def test_a_journal_with_one_bad_frame_gives_the_others_back(folder: Path) -> None:
    with vaults.reopen(folder) as vault:
        notes = [vault.record(original.id).witness for original in vault.originals()]
    home = vaults.used_set(folder)
    data = (home / "journal").read_bytes()
    vaults.flip(home / "journal", len(data) - 256 + 30)
    (home / "index.db").unlink()
    with vaults.reopen(folder) as vault:
        assert [vault.record(original.id).witness for original in vault.originals()] == notes


def test_a_lost_blob_is_named_and_the_others_are_kept(folder: Path) -> None:
    with vaults.reopen(folder) as vault:
        lost, *others = vault.originals()
        vaults.blob_file(folder, lost.id).unlink()
    with vaults.reopen(folder) as vault:
        assert codes(vault) == {"items-missing"}
        assert [(found.code, found.item) for found in vault.check(deep=True)] == [
            ("item-missing", lost.id)
        ]
        with pytest.raises(DamagedVault):
            vaults.content(vault, lost.id)
        assert all(vaults.content(vault, original.id) for original in others)


def test_a_stranger_in_the_blobs_is_left_alone(folder: Path) -> None:
    stranger = folder / "blobs" / "ab" / ("ab" * 16)
    stranger.parent.mkdir(exist_ok=True)
    stranger.write_bytes(vaults.noise(3000))
    with vaults.reopen(folder) as vault:
        assert codes(vault) == set()
        assert vault.check(deep=True) == ()
    assert stranger.read_bytes() == vaults.noise(3000)


def test_an_orphan_with_a_damaged_footer_is_named_and_never_swept(folder: Path) -> None:
    with vaults.reopen(folder) as vault:
        lost = vault.originals()[0]
    path = vaults.blob_file(folder, lost.id)
    vaults.flip(path, path.stat().st_size - 40)
    (vaults.used_set(folder) / "index.db").unlink()
    with vaults.reopen(folder) as vault:
        assert lost.id not in {original.id for original in vault.originals()}
        assert ("unknown-damaged", lost.id) in {
            (found.code, found.item) for found in vault.check(deep=False)
        }
    assert path.exists()


def test_a_head_is_read_from_either_place(folder: Path) -> None:
    assert (vaults.used_set(folder) / "head").stat().st_size == head.SIZE
