"""Memory while importing one large video: the peak of each process and of all together.

Nothing may grow with the file: what is read is sealed and passed on in chunks.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import footage
import measure

LIMIT = 300_000_000
"""Most resident memory of one process, in bytes."""


def main() -> None:
    """Make the video, import it, print the peaks; exit 1 above the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=2000)
    parser.add_argument("--folder", type=Path, help="where there is room for three times as much")
    options = parser.parse_args()
    measure.need("ffmpeg")
    with tempfile.TemporaryDirectory(dir=options.folder) as made:
        video = _video(Path(made), options.megabytes)
        print(f"one video of {video.stat().st_size / 1e6:.0f} MB")
        peak = _import(Path(made), video)
    print(f"largest process: {peak.largest / 1e6:.0f} MB (limit {LIMIT / 1e6:.0f} MB)")
    print(f"all together:    {peak.together / 1e6:.0f} MB")
    sys.exit(1 if peak.largest > LIMIT else 0)


def _video(folder: Path, megabytes: int) -> Path:
    scene, video = folder / "scene.mp4", folder / "VID_20240115_100000.mp4"
    footage.encode(scene, seconds=20, rate="40M")
    times = max(1, round(megabytes * 1e6 / scene.stat().st_size))
    footage.relabel(scene, video, "+48.0000+016.0000/", times)
    scene.unlink()
    return video


def _import(folder: Path, video: Path) -> measure.Memory:
    secret, vault = folder / "passphrase", folder / "vault"
    secret.write_text("a passphrase of the benchmark", encoding="utf-8")
    opened = ("--passphrase-file", secret)
    measure.call(*measure.FIRSTHAND, "vault", "create", vault, *opened)
    return measure.memory_of([*measure.FIRSTHAND, "import", vault, video, *opened])


if __name__ == "__main__":
    main()
