"""Small vaults for the tests, with a key derivation that costs next to nothing."""

import hashlib
import random
from pathlib import Path

from storage.records import Original, Provenance, Step
from storage.vault import KdfCost, Vault

CHEAP = KdfCost(memory=64, passes=1, lanes=1)
PASSPHRASE = "a quiet harbour"
CHUNK = 256 * 1024


def noise(size: int, seed: int = 0) -> bytes:
    return random.Random(seed).randbytes(size)


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def make(folder: Path) -> Vault:
    return Vault.create(folder, PASSPHRASE, CHEAP)


def reopen(folder: Path, passphrase: str = PASSPHRASE) -> Vault:
    return Vault.open(folder, passphrase)


def seal(vault: Vault, data: bytes, name: str = "IMG_0001.jpg") -> Original:
    draft = vault.draft()
    draft.write(data)
    return vault.keep_original(draft, "jpeg", Provenance("folder", name, None))


def derive(vault: Vault, original: Original, data: bytes) -> str:
    draft = vault.draft()
    draft.write(data)
    steps = (Step("clean", {"profile": "faithful", "leaves": ("tables",)}),)
    return vault.keep_derivative(draft, original.id, "jpeg", True, steps).id  # noqa: FBT003  # as the API has it


def content(vault: Vault, item: str) -> bytes:
    with vault.open_blob(item) as file:
        return file.read()


def blob_file(folder: Path, item: str) -> Path:
    return folder / "blobs" / item[:2] / item


def used_set(folder: Path, vault_of: Vault | None = None) -> Path:
    """Find which of the two sets the passphrase opens: the vault names it, open or not."""
    vault = vault_of or reopen(folder)
    which = vault._locks._access.which
    if vault_of is None:
        vault.close()
    return folder / ("one", "two")[which]


def flip(path: Path, at: int, bit: int = 0) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1 << bit
    path.write_bytes(data)
