"""How well a machine guesses who is under a blur, a mosaic, and each of our covers.

    packaging/bench.sh reidentify [--people 10] [--pictures 30]

The people are drawn (tests/capture/redact/drawn_people.py): the gallery belongs to the project and
identifies nobody.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from capture.redact.plan import Style  # found through the path
from tests.capture.redact.test_reidentify import (  # likewise
    blurred,
    chance,
    covered,
    guessed,
    mosaic,
    plain,
)

WAYS = {
    "as taken": plain,
    "Gaussian blur, an eighth of the face": blurred,
    "mosaic of 16 cells across": mosaic(16),
    "mosaic of 8 cells across": mosaic(8),
    "mosaic of 4 cells across": mosaic(4),
    "ours: soft fill": covered(Style.FILL),
    "ours: solid": covered(Style.SOLID),
}


def main() -> int:
    """Print one line for each way of hiding a face."""
    parser = argparse.ArgumentParser(description="re-identification of covered faces")
    parser.add_argument("--people", type=int, default=10)
    parser.add_argument("--pictures", type=int, default=30)
    options = parser.parse_args()
    print(f"{options.people} drawn people, {options.pictures} pictures each")
    for name, hide in WAYS.items():
        print(f"  {name:40} {guessed(hide, options.people, options.pictures):6.1%}")
    highest = chance(options.people, options.pictures)
    print(f"  {'guessing':40} {1 / options.people:6.1%} (below {highest:.1%} is no more than that)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
