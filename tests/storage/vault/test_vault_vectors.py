"""The format as it is written down: a committed vault, read by code that knows only the document.

``tests/vectors/vault/v1`` was made by the first version and is never made again; ``v1.json`` says
what is in it. The reader below shares nothing with ``storage/vault``.
"""

import hashlib
import json
import shutil
import struct
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlcipher3 import dbapi2

from storage.errors import WrongPassphrase
from storage.vault import Vault

VECTORS = Path(__file__).resolve().parent.parent.parent / "vectors" / "vault"
CHUNK = 262_144


@pytest.fixture(scope="module")
def said() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((VECTORS / "v1.json").read_text(encoding="utf-8"))
    return loaded


def hkdf(secret: bytes, purpose: str, salt: bytes = b"", length: int = 32) -> bytes:
    return HKDF(SHA256(), length, salt, b"firsthand vault 1 " + purpose.encode()).derive(secret)


def unbox(secret: bytes, purpose: str, box: bytes, bound: bytes) -> bytes | None:
    material = hkdf(secret, purpose, box[:32], 64)
    if material[32:] != box[32:64]:
        return None
    return AESGCM(material[:32]).decrypt(bytes(12), box[64:], bound)


def master_of(keys: bytes, passphrase: str) -> tuple[bytes, int]:
    magic, version, memory, passes, lanes, salt = struct.unpack_from(">6sHIII32s", keys)
    assert (magic, version, len(keys)) == (b"FHkeys", 1, 1236)
    assert hashlib.sha256(keys[:-32]).digest() == keys[-32:]
    stretched = Argon2id(
        salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory
    ).derive(passphrase.encode())
    slots = [keys[start : start + 144] for start in range(52, 1204, 144)]
    found = [
        unbox(stretched, "slot", slot, keys[:52] + bytes([index]))
        for index, slot in enumerate(slots)
    ]
    plain = next(payload for payload in found if payload is not None)
    return plain[:32], plain[32]


def read_blob(master: bytes, path: Path) -> tuple[dict[str, Any], bytes]:
    data = path.read_bytes()
    header = data[:136]
    assert header[:24] == b"FHblob\x00\x01" + bytes.fromhex(path.name)
    key = unbox(master, "wrap", header[24:], header[:24])
    assert key is not None
    length = int.from_bytes(data[-4:], "big")
    payload = unbox(master, "record", data[-4 - length : -4], b"footer" + header[:24])
    assert payload is not None
    record = json.loads(payload[4 : 4 + int.from_bytes(payload[:4], "big")])
    assert record["header"] == header.hex()
    sealed = data[136 : -4 - length]
    chunks = [sealed[start : start + CHUNK + 16] for start in range(0, len(sealed), CHUNK + 16)]
    plain = b"".join(
        AESGCM(key).decrypt(
            number.to_bytes(11, "big") + bytes([number == len(chunks) - 1]), chunk, header
        )
        for number, chunk in enumerate(chunks)
    )
    return record, plain


def test_the_document_is_enough_to_read_the_blobs(said: dict[str, Any]) -> None:
    master, which = master_of((VECTORS / "v1" / "keys.bin").read_bytes(), said["passphrase"])
    assert (master.hex(), which) == (said["master"], said["set"])
    assert (VECTORS / "v1" / "keys.backup").read_bytes() == (
        VECTORS / "v1" / "keys.bin"
    ).read_bytes()
    for item in said["items"]:
        path = VECTORS / "v1" / "blobs" / item["id"][:2] / item["id"]
        record, plain = read_blob(master, path)
        assert hashlib.sha256(plain).hexdigest() == record["sha256"] == item["sha256"]
        assert len(plain) == record["size"] == item["size"]
        assert record["type"] == item["type"]


def test_the_document_is_enough_to_read_the_books(said: dict[str, Any], tmp_path: Path) -> None:
    master = bytes.fromhex(said["master"])
    home = tmp_path / "set"
    shutil.copytree(VECTORS / "v1" / ("one", "two")[said["set"]], home)
    connection = dbapi2.connect(str(home / "index.db"))
    connection.execute(f"PRAGMA key = \"x'{hkdf(master, 'index').hex()}'\"")
    counter, digest, _ = connection.execute("SELECT * FROM state").fetchone()
    assert connection.execute("PRAGMA user_version").fetchone() == (counter,)
    assert added_up(connection, hkdf(master, "rows")) == digest
    (last,) = connection.execute(
        "SELECT digest FROM custody ORDER BY sequence DESC LIMIT 1"
    ).fetchone()
    connection.close()
    place = counter % 2
    box = (home / "head").read_bytes()[place * 4096 : place * 4096 + 176]
    head = unbox(master, "head", box, bytes([place]))
    assert head is not None
    journal = (home / "journal").read_bytes()
    assert head == counter.to_bytes(8, "big") + digest + bytes.fromhex(last) + len(
        journal
    ).to_bytes(8, "big") + bytes(16)
    public = Ed25519PrivateKey.from_private_bytes(hkdf(master, "sign custody")).public_key()
    entries = [frame["entry"] for frame in frames(master, journal) if "entry" in frame]
    assert [entry["event"] for entry in entries] == said["events"]
    for entry in entries:
        parts = ("sequence", "at", "event", "item", "facts", "previous")
        text = json.dumps(
            {part: entry[part] for part in parts},
            ensure_ascii=False,
            separators=(",", ":"),
            sort_keys=True,
        )
        assert hashlib.sha256(text.encode()).hexdigest() == entry["digest"]
        public.verify(bytes.fromhex(entry["signature"]), bytes.fromhex(entry["digest"]))


def added_up(connection: Any, key: bytes) -> bytes:
    """The digest over all rows, from the hashed columns that the document names."""
    hashed = {
        "records": "body",
        "custody": "digest",
        "notes": "item, field, value",
        "reports": "digest",
        "commitments": "bundle, item, salt",
        "slots": "slot, label, added_at",
        "erasing": "id",
        "facts": "name, value",
    }
    total = 0
    for table, columns in hashed.items():
        for row in connection.execute(f"SELECT {columns} FROM {table}"):  # noqa: S608  # names of the document
            text = (
                row[0]
                if len(row) == 1
                else json.dumps(list(row), ensure_ascii=False, separators=(",", ":"))
            )
            person = table.encode()
            digest = hashlib.blake2b(text.encode(), digest_size=32, key=key, person=person)
            total += int.from_bytes(digest.digest(), "big")
    return (total % (1 << 256)).to_bytes(32, "big")


def frames(master: bytes, journal: bytes) -> list[dict[str, Any]]:
    found, at = [], 256
    while at < len(journal):
        length = int.from_bytes(journal[at : at + 4], "big")
        bound = journal[:32] + at.to_bytes(8, "big")
        plain = unbox(master, "journal", journal[at + 20 : at + 20 + length], bound)
        assert plain is not None
        found.append(json.loads(plain))
        at += -(-(20 + length) // 256) * 256
    return found


def test_this_version_opens_it(said: dict[str, Any], tmp_path: Path) -> None:
    folder = tmp_path / "v"
    shutil.copytree(VECTORS / "v1", folder)
    with pytest.raises(WrongPassphrase):
        Vault.open(folder, said["passphrase"] + "x")
    with Vault.open(folder, said["passphrase"]) as vault:
        assert vault.info().notes == ()
        assert vault.check(deep=True) == ()
        vault.check_custody()
        original = vault.originals()[0]
        assert original.provenance.name == said["name"]
        assert vault.record(original.id).witness == said["notes"]
        assert [copy.original for copy in vault.derivatives(original.id)] == [original.id]
        signer = vault.signer("vector").public_key().public_bytes_raw().hex()
        assert signer == said["signer of vector"]
