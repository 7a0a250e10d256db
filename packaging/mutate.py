"""Change files of every kind at random and see that nothing gets through.

    packaging/mutate.sh                      300 files of each kind
    packaging/mutate.sh --count 20000        the long form
    packaging/mutate.sh --kind png --seed 7  one kind, other files

Each file is read, cleaned and read again as in the program. It is refused by an error of ours,
or its copy says nothing; anything else is printed with its number and ends with exit code 1. The
same seed gives the same files. What only an encoder can carry over is encoded by the confined
child, now and then, because that takes long.
"""

import argparse
import io
import random
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from capture.errors import CaptureError
from capture.formats.base import Profile
from capture.isolate import MediaPool
from capture.kinds import MediaKind
from capture.report import needles_of
from tests.capture.contracts.mutation import mutated
from tests.capture.contracts.trial import Refused, copy_of

_ENCODED_EACH = 100


def main() -> None:
    """Try every kind that was asked for; print a line of figures for each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=[kind.value for kind in MediaKind], action="append")
    options = parser.parse_args()
    wrong = 0
    with MediaPool(workers=1) as pool:
        for kind in MediaKind:
            if not options.kind or kind.value in options.kind:
                wrong += _tried(kind, options.count, options.seed, pool)
    sys.exit(1 if wrong else 0)


def _tried(kind: MediaKind, count: int, seed: int, pool: MediaPool) -> int:
    chance = random.Random(f"{kind.value} {seed}")
    ended: Counter[str] = Counter()
    began = time.process_time()
    for number in range(count):
        data = mutated(kind, chance)
        ended[_outcome(data, number)] += 1
        if number % _ENCODED_EACH == 0:
            ended[f"encoded again: {_encoded(pool, data)}"] += 1
    seconds = time.process_time() - began
    told = ", ".join(f"{how} {times}" for how, times in ended.most_common())
    print(f"{kind.value}: {count} files, {1000 * seconds / count:.1f} ms each; {told}", flush=True)
    return ended["WRONG"]


def _outcome(data: bytes, number: int) -> str:
    try:
        copy_of(data)
    except Refused as refused:
        return str(refused)
    except Exception:  # noqa: BLE001 # what this program looks for
        print(f"number {number}:", traceback.format_exc(), sep="\n")
        return "WRONG"
    return "written"


def _encoded(pool: MediaPool, data: bytes) -> str:
    output = io.BytesIO()
    try:
        report = pool.inspect(io.BytesIO(data))
        cleaning = pool.clean(io.BytesIO(data), output, Profile.ANONYMOUS)
        pool.verify(cleaning.kind, output, needles_of(report))
    except CaptureError as error:
        return error.code
    return "written"


if __name__ == "__main__":
    main()
