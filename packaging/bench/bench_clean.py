"""Cleaning a folder of photos and videos, against exiftool and mat2 over the same files.

``clean`` reads each file, writes a cleaned copy, reads that copy again in another process and
waits until it is on the disk; ``exiftool -all=`` only writes, and leaves what it does not know;
mat2 encodes pictures anew. The plain copy is the least that any program has to do: read, write,
fsync.
"""

import argparse
import os
import shutil
import tempfile
from pathlib import Path

import footage
import measure


def main() -> None:
    """Generate the files, run the rounds, print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=40)
    parser.add_argument("--videos", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    measure.need("exiftool", "mat2", "ffmpeg")
    with tempfile.TemporaryDirectory() as made:
        source = measure.anew(Path(made) / "source")
        footage.photos(source, options.photos)
        footage.videos(source, options.videos)
        size = sum(path.stat().st_size for path in source.iterdir())
        print(f"{options.photos} photos, {options.videos} videos, {size / 1e6:.0f} MB")
        _compare(source, Path(made), options.rounds)


def _compare(source: Path, made: Path, rounds: int) -> None:
    ours, plain, copies = made / "ours", made / "exiftool", made / "mat2"

    def copy_for_mat2() -> None:
        shutil.rmtree(copies, ignore_errors=True)
        shutil.copytree(source, copies)  # it writes beside its sources

    measure.compare(
        measure.Side(
            "firsthand clean",
            lambda: measure.anew(ours),
            lambda: measure.call(
                *measure.FIRSTHAND, "clean", source, "-o", ours, "--profile", "faithful"
            ),
        ),
        [
            measure.Side(
                "exiftool -all=",
                lambda: measure.anew(plain),
                lambda: measure.call("exiftool", "-q", "-all=", "-o", f"{plain}/", source),
            ),
            measure.Side("plain copy", lambda: measure.anew(plain), lambda: copy(source, plain)),
            measure.Side(
                "mat2",
                copy_for_mat2,
                lambda: measure.call("mat2", *sorted(copies.iterdir())),
            ),
        ],
        rounds,
    )


def copy(source: Path, target: Path) -> None:
    """Copy every file in pieces of a megabyte, each on the disk before the next begins."""
    for path in sorted(source.iterdir()):
        with path.open("rb") as reading, (target / path.name).open("wb") as writing:
            shutil.copyfileobj(reading, writing, 1 << 20)
            writing.flush()
            os.fsync(writing.fileno())


if __name__ == "__main__":
    main()
