"""Starting: a bare Python, the command line, one small photo inspected, and exiftool on it.

An inspection starts a confined child besides itself: two Pythons against one Perl.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import measure
from PIL import Image


def main() -> None:
    """Run the rounds, print the times and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    measure.need("exiftool")
    with tempfile.TemporaryDirectory() as made:
        photo = Path(made) / "small.jpg"
        Image.new("RGB", (64, 48), (90, 120, 60)).save(photo)
        bare = _side("python -c pass", sys.executable, "-c", "pass")
        measure.compare(
            _side("firsthand --help", *measure.FIRSTHAND, "--help"), [bare], options.rounds
        )
        measure.compare(
            _side("firsthand inspect", *measure.FIRSTHAND, "inspect", photo),
            [_side("exiftool", "exiftool", photo)],
            options.rounds,
        )


def _side(name: str, *command: str | Path) -> measure.Side:
    return measure.Side(name, lambda: None, lambda: measure.call(*command))


if __name__ == "__main__":
    main()
