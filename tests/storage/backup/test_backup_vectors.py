"""The formats as they are written down: committed files, read by code that knows only the document.

``tests/vectors/backup`` was made of ``tests/vectors/vault/v1`` by the first version, and is never
made again. The readers below share nothing with ``storage/backup`` and ``storage/vault``.
"""

import hashlib
import json
import shutil
import struct
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from storage.backup import listing
from storage.backup.exporting import export
from storage.backup.folder import FolderStore
from storage.backup.restoring import restore
from storage.errors import DamagedVault, NewerVersion
from storage.vault import Vault
from tests.storage.vault.test_vault_vectors import VECTORS, hkdf, unbox

BACKUP = VECTORS.parent / "backup"
SAID = json.loads((VECTORS / "v1.json").read_text(encoding="utf-8"))
MASTER = bytes.fromhex(SAID["master"])
BOOKS = ("index.db", "index.db-journal", "head", "journal")


def test_the_document_is_enough_to_read_the_list() -> None:
    data = (BACKUP / "list.v1").read_bytes()
    size = len(data) // 2
    assert size % 4096 == 0
    which = SAID["set"]
    area = data[which * size : (which + 1) * size]
    told = unbox(MASTER, "backup", area[:88], bytes([which, 0]))
    assert told is not None
    box = area[88 : 88 + int.from_bytes(told, "big")]
    plain = unbox(MASTER, "backup", box, bytes([which, 1]))
    assert plain is not None
    backup, turn, counter, custody, whole, count = struct.unpack_from(">16sQQ32sBI", plain)
    assert (len(backup), turn, counter, whole, count) == (16, 1, 7, 1, 3)
    assert custody.hex() != "0" * 64
    rows = list(struct.iter_unpack(">16sQ32s", plain[69:]))
    assert [row[0].hex() for row in rows] == sorted(item["id"] for item in SAID["items"])
    for blob, length, digest in rows:
        path = VECTORS / "v1" / "blobs" / blob.hex()[:2] / blob.hex()
        assert path.stat().st_size == length
        assert hashlib.sha256(path.read_bytes()).digest() == digest
    # The other set has written nothing: its area opens with no key, and looks like ours.
    other = data[(1 - which) * size :][:size]
    assert unbox(MASTER, "backup", other[:88], bytes([1 - which, 0])) is None


def test_the_document_is_enough_to_read_a_head_that_was_given_away() -> None:
    data = (BACKUP / "head.v1.json").read_bytes()
    said = json.loads(data)
    signature = bytes.fromhex(said.pop("signature"))
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    key = Ed25519PrivateKey.from_private_bytes(hkdf(MASTER, "sign custody head")).public_key()
    assert key.public_bytes_raw().hex() == said["vault"]
    Ed25519PublicKey.from_public_bytes(bytes.fromhex(said["vault"])).verify(signature, text)
    assert (said["format"], said["sequence"]) == ("firsthand custody head 1", 7)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    shutil.copytree(VECTORS / "v1", tmp_path / "v")
    (tmp_path / "disk").mkdir()
    return tmp_path / "v"


def test_the_document_is_enough_to_read_the_books(vault: Path) -> None:
    disk = vault.with_name("disk")
    with Vault.open(vault, SAID["passphrase"]) as opened:
        export(opened, FolderStore(disk))
        homes = [vault / name for name in ("one", "two")]
        # Only our head and journal go on after it: what lies in the other set's folder is the same.
        now = {path: path.read_bytes() for home in homes for path in home.iterdir()}
    data = (disk / "books").read_bytes()
    magic, version, *sizes = struct.unpack_from(">6sH8Q", data)
    assert (magic, version) == (b"FHbook", 1)
    assert data[-36:-4] == hashlib.sha256(data[:-36]).digest()
    assert data[-4:] == bytes(4)
    at = 72
    for home in homes:
        for name in BOOKS:
            size, *sizes = sizes
            there = data[at : at + size]
            at += size
            if home.name == ("one", "two")[1 - SAID["set"]]:
                assert there == now.get(home / name, b"")
    assert at == len(data) - 36


def test_this_version_reads_the_list(vault: Path) -> None:
    data = (BACKUP / "list.v1").read_bytes()
    with Vault.open(vault, SAID["passphrase"]) as opened:
        found = listing.read(data, opened.which, opened.unseal_for)
        assert found is not None
        assert set(found.rows) == {item["id"] for item in SAID["items"]}
        with pytest.raises(DamagedVault):  # the log of the vector is older than its head
            opened.check_head((BACKUP / "head.v1.json").read_bytes())


def test_books_of_a_later_version_are_not_guessed_at(vault: Path) -> None:
    disk = vault.with_name("disk")
    with Vault.open(vault, SAID["passphrase"]) as opened:
        export(opened, FolderStore(disk))
    data = bytearray((disk / "books").read_bytes())
    data[7] = 2
    (disk / "books").write_bytes(data)
    with pytest.raises(NewerVersion):
        restore(FolderStore(disk), vault.with_name("back"), SAID["passphrase"])
    assert not (vault.with_name("back") / "keys.bin").exists()
