"""Each byte of each book flipped, each cut at every length: it is noticed, and nothing is lost.

Opening takes a book as it is, or makes it anew, whatever was wrong with it. So each place is read
as opening reads it, which is cheap, and a whole life follows at some. The fill after a frame and
after the two places of the head says nothing: nobody notices there, and nothing comes of it.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from storage.errors import DamagedVault
from storage.vault import head, keyring, rebuild
from storage.vault.index import Index
from storage.vault.keys import MasterKey
from tests.storage.vault import extent, vaults
from tests.storage.vault.held import codes, everything, fill, snapshot

_FRAME = 256


@dataclass(frozen=True, slots=True)
class Books:
    """A small vault as it was left, to be put back after each blow."""

    folder: Path
    home: Path
    master: MasterKey
    files: dict[Path, bytes]

    def put_back(self) -> None:
        for path in self.home.iterdir():
            if path not in self.files:
                path.unlink()
        for path, data in self.files.items():
            path.write_bytes(data)


@pytest.fixture
def books(quick: Path) -> Iterator[Books]:
    folder = quick / "v"
    with vaults.make(folder) as vault:
        fill(vault)
    home = vaults.used_set(folder)
    master = MasterKey(keyring.unlock(folder, vaults.PASSPHRASE).access.master)
    paths = [folder / "keys.bin", folder / "keys.backup", *home.iterdir()]
    yield Books(folder, home, master, {path: path.read_bytes() for path in paths})
    shutil.rmtree(folder)


def read_index(books: Books) -> object:
    try:
        index = Index(books.home / "index.db", books.master)
    except DamagedVault:
        return False
    try:
        return index.stands()
    except DamagedVault:
        return False
    finally:
        index.close()


def read_journal(books: Books) -> object:
    return rebuild.read_frames(books.home, books.master)


def read_head(books: Books) -> object:
    return head.read(books.home / "head", books.master)


def read_keys(books: Books) -> object:
    return keyring.unlock(books.folder, vaults.PASSPHRASE).mended


Read = Callable[[Books], object]
Blow = Callable[[bytes, int], bytes]


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1 << at % 8]) + data[at + 1 :]


def cut(data: bytes, at: int) -> bytes:
    return data[:at]


def hit(books: Books, name: str, read: Read, blow: Blow, lives: Callable[[int], bool]) -> int:
    """Strike a file at every place (some, in the short form); return how often it was noticed."""
    path = next(path for path in books.files if path.name == name)
    before, whole, noticed, lived = snapshot(books.folder), read(books), 0, 0
    places = range(0, len(books.files[path]), extent.of(len(books.files[path]) // 40, 1))
    for number, at in enumerate(places):
        books.put_back()
        path.write_bytes(blow(books.files[path], at))
        seen = read(books) != whole
        noticed += seen
        if lives(number):
            lived += 1
            books.put_back()
            path.write_bytes(blow(books.files[path], at))
            with vaults.reopen(books.folder) as vault:
                assert everything(vault) == before, at
                found = codes(vault) | {one.code for one in vault.check(deep=False)}
                assert found or not seen, at
    extent.told(f"{name} {blow.__name__} at {len(places)} places: {noticed} noticed, {lived} lived")
    return noticed


@pytest.mark.parametrize("blow", [flipped, cut])
def test_every_byte_of_the_index(books: Books, blow: Blow) -> None:
    size = len(books.files[books.home / "index.db"])
    places = range(0, size, extent.of(size // 40, 1))
    step = extent.of(3, 64)
    assert hit(books, "index.db", read_index, blow, lambda at: at % step == 0) == len(places)


@pytest.mark.parametrize("blow", [flipped, cut])
def test_every_byte_of_the_journal(books: Books, blow: Blow) -> None:
    step = extent.of(3, _FRAME // 2)
    assert hit(books, "journal", read_journal, blow, lambda at: at % step == 0)


@pytest.mark.parametrize("blow", [flipped, cut])
def test_every_byte_of_the_head(books: Books, blow: Blow) -> None:
    step = extent.of(3, _FRAME // 2)
    assert hit(books, "head", read_head, blow, lambda at: at % step == 0)


@pytest.mark.parametrize("blow", [flipped, cut])
@pytest.mark.parametrize("name", ["keys.bin", "keys.backup"])
def test_every_byte_of_the_keys(books: Books, name: str, blow: Blow) -> None:
    size = len(books.files[books.folder / name])
    places = range(0, size, extent.of(size // 40, 1))
    assert hit(books, name, read_keys, blow, lambda at: at % 40 == 0) == len(places)


def test_a_journal_that_a_crash_left_shorter_is_not_called_lost(quick: Path) -> None:
    """It was written anew, and the head does not know: all is there, and nothing is said."""
    folder, crashed = quick / "v", quick / "crashed"
    with vaults.make(folder) as vault:
        original = vaults.seal(vault, b"one")
        vault.note(original.id, {"summary": "a note"})
        for number in range(20):
            with vault._books.step(None) as step:
                step.fact("a fact", f"{number}")
        vault.add_passphrase("another quiet harbour", "a friend")
    journal = vaults.used_set(folder) / "journal"
    before = journal.stat().st_size
    with vaults.reopen(folder) as vault:
        vault._books.rewrite_journal()
        shutil.copytree(folder, crashed)
    copied = crashed / journal.relative_to(folder)
    assert copied.stat().st_size < before
    with vaults.reopen(crashed) as vault:
        assert codes(vault) == set()
