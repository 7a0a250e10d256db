"""What confinement costs a photo: the same call of a warm child, with what holds it and without.

Two children are asked to examine the same small photo, in turns, in the same run; nothing holds
the second one: no bubble, no Landlock, no seccomp, no limits.
"""

import argparse
import io
import statistics
import sys
import time
from unittest import mock

import measure
from PIL import Image

sys.path.insert(0, str(measure.PROJECT))

from capture.isolate import MediaPool
from capture.isolate.limits import bubble

_BARE = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from capture.isolate import child, confine
confine.confine = lambda: frozenset()
sys.exit(child.main())
"""


def main() -> None:
    """Ask both children in turns, and print what a call takes and by how much they differ."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--calls", type=int, default=200)
    options = parser.parse_args()
    photo = io.BytesIO()
    Image.effect_noise((64, 64), 60).convert("RGB").save(photo, "JPEG")
    with MediaPool(workers=1) as held, MediaPool(workers=1) as bare:
        held.inspect(photo)
        print(f"held by: {', '.join(sorted(one.value for one in held.held()))}")
        with (
            mock.patch("capture.isolate.process._command", _bare_command),
            mock.patch.object(bubble, "_found", return_value=None),
        ):
            bare.inspect(photo)
        print(f"bare: {', '.join(sorted(one.value for one in bare.held())) or 'by nothing'}")
        pairs = [(_call(held, photo), _call(bare, photo)) for _ in range(options.calls)]
    ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    overhead = statistics.median(one - other for one, other in pairs)
    print(f"a call: {ours * 1e3:.2f} ms confined, {theirs * 1e3:.2f} ms bare (medians)")
    print(f"overhead of confinement: {overhead * 1e3:.2f} ms a photo (median of the pairs)")


def _bare_command() -> list[str]:
    return [sys.executable, "-c", _BARE, str(measure.PROJECT)]


def _call(pool: MediaPool, photo: io.BytesIO) -> float:
    began = time.perf_counter()
    pool.inspect(photo)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
