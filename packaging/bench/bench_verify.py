"""Verifying a bundle, against bagit over the same bundle unpacked.

``verify`` reads the ZIP as it arrived, checks the signature, every digest and the structure;
bagit checks the digests of files that somebody unpacked before.
"""

import argparse
import sys
import tempfile
import zipfile
from pathlib import Path

import bench_bundle
import footage
import measure

BAGIT = (sys.executable, "-m", "bagit", "--validate", "--quiet")


def main() -> None:
    """Make a bundle through the program itself, run the rounds, print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=40)
    parser.add_argument("--videos", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--megabytes", type=int, default=0, help="a bundle of so many MB of noise instead"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        source = measure.anew(Path(made) / "source")
        if options.megabytes:
            bundle = _of_noise(source, options.megabytes)
        else:
            measure.need("ffmpeg")
            footage.photos(source, options.photos)
            footage.videos(source, options.videos)
            bundle = _bundle(Path(made), source)
        print(f"a bundle of {bundle.stat().st_size / 1e6:.0f} MB")
        bag = _unpack(bundle, Path(made) / "unpacked")
        ours, theirs = (*measure.FIRSTHAND, "verify", bundle), (*BAGIT, bag)
        measure.compare(
            measure.Side(
                "firsthand verify",
                lambda: None,
                lambda: measure.call(*ours),
            ),
            [measure.Side("bagit --validate", lambda: None, lambda: measure.call(*theirs))],
            options.rounds,
            size=bundle.stat().st_size,
        )
        for name, command in (("firsthand verify", ours), ("bagit --validate", theirs)):
            print(f"peak memory of {name}: {measure.memory_of(command).largest / 1e6:.0f} MB")


def _bundle(folder: Path, source: Path) -> Path:
    secret, vault, bundle = folder / "passphrase", folder / "vault", folder / "bundle.zip"
    secret.write_text("a passphrase of the benchmark", encoding="utf-8")
    opened = ("--passphrase-file", secret)
    measure.call(*measure.FIRSTHAND, "vault", "create", vault, *opened)
    measure.call(*measure.FIRSTHAND, "import", vault, source, *opened)
    items = measure.items_of(measure.call(*measure.FIRSTHAND, "list", vault, "--json", *opened))
    measure.call(*measure.FIRSTHAND, "bundle", vault, *items, "-o", bundle, *opened)
    return bundle


def _of_noise(source: Path, megabytes: int) -> Path:
    """Build a bundle of files that nothing can compress, straight from the format's own code."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from storage.bundle.build import build

    for number in range(10):
        bench_bundle.write_noise(source / f"{number:03d}.mp4", megabytes * 100_000)
    bundle = source.parent / "bundle.zip"
    with bundle.open("xb") as sink:
        contents = bench_bundle.contents_of(source)
        build(contents, Ed25519PrivateKey.from_private_bytes(bytes(32)), sink)
    return bundle


def _unpack(bundle: Path, folder: Path) -> Path:
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(folder)
    return next(path.parent for path in folder.glob("*/bagit.txt"))


if __name__ == "__main__":
    main()
