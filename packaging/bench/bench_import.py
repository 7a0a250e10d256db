"""Importing into the vault, against ``cp`` and ``sha256sum``, and against a plain loop.

``cp`` and ``sha256sum`` are what somebody does who copies a phone's files with care: they encrypt
nothing and wait for no disk. The loop reads, hashes, encrypts (AES-256-GCM) and syncs; it keeps no
index and no custody log. Of ours, ``seal`` is ``import --seal-only``, the whole command up to the
moment at which the phone may be unplugged; ``import`` goes on to the confined children, the
cleaned copies and their second reading; ``vault alone`` is what the loop does. Each round runs all
of them, in another order. Needs room for four times the files.
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
_SECONDS = 20
_RATE = "40M"


def main() -> None:
    """Generate the files, run the rounds, print the ratios and the memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=1000)
    parser.add_argument("--video-megabytes", type=int, default=4000)
    parser.add_argument("--videos", type=int, default=8, help="how many they are together")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seal-only", action="store_true", help="leave out the whole import")
    parser.add_argument("--folder", type=Path, help="where there is room")
    options = parser.parse_args()
    measure.need("ffmpeg", "cp", "sha256sum")
    with tempfile.TemporaryDirectory(dir=options.folder) as made:
        source = measure.anew(Path(made) / "source")
        footage.photos(source, options.photos)
        _videos(source, options.videos, options.video_megabytes)
        size = sum(path.stat().st_size for path in source.iterdir())
        print(f"{options.photos} photos, {options.videos} videos, {size / 1e6:.0f} MB")
        _compare(source, Path(made), options.rounds, whole=not options.seal_only)


def _videos(folder: Path, count: int, megabytes: int) -> None:
    scene = folder.parent / "scene.mp4"
    footage.encode(scene, _SECONDS, _RATE)
    times = max(1, round(megabytes * 1e6 / max(count, 1) / scene.stat().st_size))
    for number in range(count):
        place = f"+{48 + number / 1000:08.4f}+016.0000/"
        footage.relabel(scene, folder / f"VID_20240115_{100000 + number}.mp4", place, times)
    scene.unlink()


def _compare(source: Path, made: Path, rounds: int, *, whole: bool) -> None:
    vault, plain = made / "vault", made / "plain"
    secret = made / "passphrase"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    opened = ("--passphrase-file", secret)
    ours: list[str | Path] = [*measure.FIRSTHAND, "import", vault, source, *opened]

    def create() -> None:
        measure.anew(plain)
        measure.anew(vault).rmdir()
        measure.call(*measure.FIRSTHAND, "vault", "create", vault, *opened)

    def empty() -> None:
        measure.anew(vault)
        measure.anew(plain)

    copy = measure.Side("cp + sha256sum", empty, lambda: copied(source, plain))
    loop = measure.Side("plain loop", empty, lambda: encrypt(source, plain))
    sealed = measure.Side("seal", create, lambda: measure.call(*ours, "--seal-only"))
    alone = measure.Side("vault alone", create, lambda: seal(source, vault))
    measure.compare(sealed, [copy, loop], rounds)
    if whole:
        measure.compare(
            measure.Side("import", create, lambda: measure.call(*ours)), [copy, loop], rounds
        )
    measure.compare(alone, [loop], rounds)
    create()
    peak = measure.memory_of([*ours, "--seal-only"])
    print(f"memory of seal: {peak.largest / 1e6:.0f} MB (largest process)")


def copied(source: Path, target: Path) -> None:
    """Copy every file, and compute the digest of each copy."""
    measure.call("cp", "-r", source, target)
    measure.call("sha256sum", *sorted((target / source.name).iterdir()))


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
