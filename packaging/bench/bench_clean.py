"""Cleaning a folder of photos and videos, against exiftool and mat2 over the same files.

``clean`` reads each file, writes a cleaned copy, reads that copy again in another process and
waits until it is on the disk; ``exiftool -all=`` only writes, and leaves what it does not know;
mat2 encodes pictures anew. The plain copy is the least that any program has to do: read, write,
fsync.

    packaging/bench.sh clean --photos 500 --videos 20            all of it
    packaging/bench.sh clean --photos 500 --videos 0 --jobs 2 --against copy exiftool
                                                                 JPEG alone

The processor's time counts the confined children where the system lets it (``counted.py``).
"""

import argparse
import os
import shutil
import tempfile
from pathlib import Path

import counted
import footage
import measure

_AGAINST = ("exiftool", "copy", "mat2")


def main() -> None:
    """Generate the files, run the rounds, print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=40)
    parser.add_argument("--videos", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, help="files that are worked on at once")
    parser.add_argument("--against", nargs="+", choices=_AGAINST, default=_AGAINST)
    options = parser.parse_args()
    measure.need("ffmpeg", *(name for name in options.against if name != "copy"))
    with tempfile.TemporaryDirectory() as made:
        source = measure.anew(Path(made) / "source")
        footage.photos(source, options.photos)
        footage.videos(source, options.videos)
        size = sum(path.stat().st_size for path in source.iterdir())
        print(f"{options.photos} photos, {options.videos} videos, {size / 1e6:.0f} MB")
        others = _others(source, Path(made))
        chosen = [others[name] for name in options.against]
        at_once = ("--jobs", str(options.jobs)) if options.jobs else ()
        count = counted.counter()
        if count is None:
            print("the processor's time is without the confined children")
        measure.compare(_ours(source, Path(made), at_once), chosen, options.rounds, count)


def _ours(source: Path, made: Path, at_once: tuple[str, ...]) -> measure.Side:
    ours = made / "ours"
    command = (*measure.FIRSTHAND, "clean", str(source), "-o", str(ours), "--profile", "faithful")
    return measure.Side(
        "firsthand clean", lambda: measure.anew(ours), lambda: measure.call(*command, *at_once)
    )


def _others(source: Path, made: Path) -> dict[str, measure.Side]:
    plain, copies = made / "plain", made / "mat2"

    def copy_for_mat2() -> None:
        shutil.rmtree(copies, ignore_errors=True)
        shutil.copytree(source, copies)  # it writes beside its sources

    return {
        "exiftool": measure.Side(
            "exiftool -all=",
            lambda: measure.anew(plain),
            lambda: measure.call("exiftool", "-q", "-all=", "-o", f"{plain}/", source),
        ),
        "copy": measure.Side(
            "plain copy", lambda: measure.anew(plain), lambda: copy(source, plain)
        ),
        "mat2": measure.Side(
            "mat2", copy_for_mat2, lambda: measure.call("mat2", *sorted(copies.iterdir()))
        ),
    }


def copy(source: Path, target: Path) -> None:
    """Copy every file in pieces of a megabyte, each on the disk before the next begins."""
    for path in sorted(source.iterdir()):
        with path.open("rb") as reading, (target / path.name).open("wb") as writing:
            shutil.copyfileobj(reading, writing, 1 << 20)
            writing.flush()
            os.fsync(writing.fileno())


if __name__ == "__main__":
    main()
