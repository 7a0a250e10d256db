"""Memory while importing, as a whole: sealing, examining, cleaning, the second reading.

For each size: one video of so many megabytes, and photos; the largest process, and all of them
together. Nothing may grow with the files: what is read is sealed and passed on in chunks. The last
line says by how much it grew from the smallest to the largest.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import footage
import measure

LIMIT = 300_000_000
"""Most resident memory of one process, in bytes."""
_GROWTH = 1.1
"""Most that all together may grow, as a factor, while the files grow fourfold."""


def main() -> None:
    """Make the files, import them, print the peaks; exit 1 above the limit or where it grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, nargs="+", default=[1000, 2000, 4000])
    parser.add_argument("--photos", type=int, default=1000, help="beside the largest video")
    parser.add_argument("--folder", type=Path, help="where there is room for three times as much")
    options = parser.parse_args()
    measure.need("ffmpeg")
    sizes, largest = sorted(options.megabytes), max(options.megabytes)
    peaks = []
    for megabytes in sizes:
        with tempfile.TemporaryDirectory(dir=options.folder) as made:
            source = measure.anew(Path(made) / "source")
            photos = max(1, options.photos * megabytes // largest)
            footage.photos(source, photos)
            _video(source, megabytes)
            peaks.append(_import(Path(made), source))
            print(
                f"{megabytes} MB of video, {photos} photos: "
                f"largest process {peaks[-1].largest / 1e6:.0f} MB, "
                f"all together {peaks[-1].together / 1e6:.0f} MB",
                flush=True,
            )
    grown = max(one.together for one in peaks) / peaks[0].together
    print(f"from {sizes[0]} to {sizes[-1]} MB: {grown:.2f} times; limit of one process 300 MB")
    too_much = max(one.largest for one in peaks) > LIMIT or grown > _GROWTH
    sys.exit(1 if too_much else 0)


def _video(folder: Path, megabytes: int) -> None:
    scene, video = folder / "scene.mp4", folder / "VID_20240115_100000.mp4"
    footage.encode(scene, seconds=20, rate="40M")
    times = max(1, round(megabytes * 1e6 / scene.stat().st_size))
    footage.relabel(scene, video, "+48.0000+016.0000/", times)
    scene.unlink()


def _import(folder: Path, source: Path) -> measure.Memory:
    secret, vault = folder / "passphrase", folder / "vault"
    secret.write_text("a passphrase of the benchmark", encoding="utf-8")
    opened = ("--passphrase-file", secret)
    measure.call(*measure.FIRSTHAND, "vault", "create", vault, *opened)
    return measure.memory_of([*measure.FIRSTHAND, "import", vault, source, *opened])


if __name__ == "__main__":
    main()
