"""Building and sealing a bundle, against ``zip -0 | age`` over the same files, in the same run.

Ours makes everything that a bundle has (two checksum lists, signatures, tree, pad) as one stream
from files to a sealed file; zip only stores. Memory is the peak of the process that did it, with
what Python and the libraries take by themselves beside it.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import measure

sys.path.insert(0, str(measure.PROJECT))

if TYPE_CHECKING:
    from storage.bundle.contents import BundleContents

_SEED = bytes(range(32))
_MEGABYTE = 1_000_000


def main() -> None:
    """Make the files, run the rounds, print ratio and memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=2000)
    parser.add_argument("--files", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--ours", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.ours:
        print(json.dumps(_ours(Path(options.ours[0]), Path(options.ours[1]), options.ours[2])))
        return
    measure.need("zip", "age", "age-keygen")
    with tempfile.TemporaryDirectory() as made:
        _rounds(Path(made), options)


def _rounds(folder: Path, options: argparse.Namespace) -> None:
    source = measure.anew(folder / "source")
    for number in range(options.files):
        write_noise(source / f"{number:03d}.mp4", options.megabytes * _MEGABYTE // options.files)
    recipient = _recipient(folder / "key")
    out, theirs = folder / "bundle.age", folder / "theirs.age"
    ours = (sys.executable, __file__, "--ours", source, out, recipient)
    print(f"{options.megabytes} MB in {options.files} files")
    measure.compare(
        measure.Side("firsthand build and seal", partial(out.unlink, missing_ok=True),
                     lambda: measure.call(*ours)),
        [measure.Side("zip -0 | age", partial(theirs.unlink, missing_ok=True),
                      partial(_zip_and_age, source, recipient, theirs))],
        options.rounds,
        size=sum(path.stat().st_size for path in source.iterdir()),
    )  # fmt: skip
    out.unlink()
    empty = measure.anew(folder / "empty")
    write_noise(empty / "000.mp4", 1000)
    least = json.loads(measure.call(*ours[:3], empty, out, recipient))
    out.unlink()
    most = json.loads(measure.call(*ours))
    extra = most["peak"] - least["peak"]
    print(f"peak memory {most['peak'] / 1e6:.0f} MB, of which {extra / 1e6:.0f} MB for the size")


def write_noise(path: Path, size: int) -> None:
    """Write bytes that nothing can compress, and that differ from file to file."""
    block = os.urandom(_MEGABYTE)
    with path.open("wb") as sink:
        for _ in range(size // _MEGABYTE):
            sink.write(block)
        sink.write(block[: size % _MEGABYTE])


def _recipient(key: Path) -> str:
    said = measure.call("age-keygen", "-o", key)
    del said
    return measure.call("age-keygen", "-y", key).strip()


def _zip_and_age(source: Path, recipient: str, out: Path) -> None:
    stored = subprocess.Popen(
        ("zip", "-0", "-q", "-r", "-", "."), cwd=source, stdout=subprocess.PIPE
    )
    with out.open("wb") as sink:
        subprocess.run(("age", "-r", recipient), stdin=stored.stdout, stdout=sink, check=True)
    if stored.wait():
        sys.exit("zip failed")


def _ours(source: Path, out: Path, recipient: str) -> dict[str, int]:
    """Build and seal in this process; give its peak memory in bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from storage.bundle.build import BundleStream
    from storage.bundle.sealing import seal

    signer = Ed25519PrivateKey.from_private_bytes(_SEED)
    with out.open("xb") as sink:
        seal(BundleStream(contents_of(source), signer), [recipient], sink)
    return {"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}


def contents_of(source: Path) -> "BundleContents":
    """Return a bundle's contents for the files of a folder: what the vault knows of its items."""
    from storage.bundle.contents import BundleContents, MediaItem

    items = tuple(
        MediaItem(
            open=_opener(path),
            kind="mp4",
            extension=path.suffix,
            size=path.stat().st_size,
            sha256=_known(path),
            lossless=True,
            steps=(),
            original_sha256="00" * 32,
            original_size=1,
            salt=sha256(path.name.encode()).digest(),
        )
        for path in sorted(source.iterdir())
    )
    return BundleContents(bytes(16), items, pdf=False)


def _opener(path: Path) -> Callable[[], BinaryIO]:
    return lambda: path.open("rb", buffering=0)


def _known(path: Path) -> str:
    """Return the digest, which the vault has from the day the copy was made: kept beside."""
    kept = path.parent.parent / f"{path.parent.name}-{path.name}.sha256"
    if not kept.exists():
        with path.open("rb") as stream:
            digest = sha256()
            while block := stream.read(_MEGABYTE):
                digest.update(block)
        kept.write_text(digest.hexdigest())
    return kept.read_text()


if __name__ == "__main__":
    main()
