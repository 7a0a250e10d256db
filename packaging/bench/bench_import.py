"""Importing into the vault, against a plain loop: read, SHA-256, AES-256-GCM, fsync.

The loop keeps no index, no custody log and no cleaned copies, and examines nothing: it is the
least that any program has to do to keep these bytes encrypted. ``import`` is the whole command,
with the confined children, the cleaned copies and their second reading; ``seal`` is the vault
alone, which is what the loop does.
"""

import argparse
import hashlib
import os
import secrets
import sys
import tempfile
from pathlib import Path

import footage
import measure
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

sys.path.insert(0, str(measure.PROJECT))

from storage.records import Provenance
from storage.vault import Vault

CHUNK = 256 << 10
PASSPHRASE = "a passphrase of the benchmark"  # noqa: S105 # of a vault that is thrown away


def main() -> None:
    """Generate the files, run the rounds, print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=40)
    parser.add_argument("--videos", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    measure.need("ffmpeg")
    with tempfile.TemporaryDirectory() as made:
        source = measure.anew(Path(made) / "source")
        footage.photos(source, options.photos)
        footage.videos(source, options.videos)
        size = sum(path.stat().st_size for path in source.iterdir())
        print(f"{options.photos} photos, {options.videos} videos, {size / 1e6:.0f} MB")
        _compare(source, Path(made), options.rounds)


def _compare(source: Path, made: Path, rounds: int) -> None:
    vault, plain = made / "vault", made / "plain"
    secret = made / "passphrase"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    opened = ("--passphrase-file", secret)

    def create() -> None:
        measure.anew(vault).rmdir()
        measure.call(*measure.FIRSTHAND, "vault", "create", vault, *opened)

    loop = measure.Side("plain loop", lambda: measure.anew(plain), lambda: encrypt(source, plain))
    whole = measure.Side(
        "firsthand import",
        create,
        lambda: measure.call(*measure.FIRSTHAND, "import", vault, source, *opened),
    )
    alone = measure.Side("vault alone (seal)", create, lambda: seal(source, vault))
    measure.compare(whole, [loop], rounds)
    measure.compare(alone, [loop], rounds)


def encrypt(source: Path, target: Path) -> None:
    """Do the least: every file hashed, encrypted in chunks with its own key, and on the disk."""
    for path in sorted(source.iterdir()):
        cipher = AESGCM(secrets.token_bytes(32))
        digest = hashlib.sha256()
        with path.open("rb") as reading, (target / path.name).open("wb") as writing:
            for number, chunk in enumerate(iter(lambda: reading.read(CHUNK), b"")):
                digest.update(chunk)
                writing.write(cipher.encrypt(number.to_bytes(12, "big"), chunk, None))
            writing.write(digest.digest())
            writing.flush()
            os.fsync(writing.fileno())


def seal(source: Path, folder: Path) -> None:
    """Keep every file as an original, with nothing examined and nothing cleaned."""
    with Vault.open(folder, PASSPHRASE) as vault:
        for path in sorted(source.iterdir()):
            draft = vault.draft()
            with path.open("rb") as reading:
                for chunk in iter(lambda: reading.read(CHUNK), b""):
                    draft.write(chunk)
            kind = "jpeg" if path.suffix == ".jpg" else "mp4"
            vault.keep_original(draft, kind, Provenance("folder", path.name, None))


if __name__ == "__main__":
    main()
