"""The real program is killed (``kill -9``) at random moments: what it had said stays true.

    packaging/test-faults.sh kills --kills 500

Imports, covered copies, bundles, sending to a server, changes of the passphrase, deletions and the
opening of a vault of the first format are run by the command line and killed while they have the
vault: half of them at a random moment, half of them at a random change of its files. After each,
the vault is opened and compared with what it held before and what the killed program had said.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from life import ACTS, Life
from program import Ended, Program, Usual
from stage import MEMORY

from tests.storage.outlets.servers import rclone_webdav, running

_LIFE = 40
"""Kills of one vault, before a new one is begun."""

_WEIGHTS = {"import": 5, "redact": 2, "bundle": 4, "send": 4, "passwd": 3, "delete": 3, "old": 3}


def main() -> int:
    """Kill the program so many times; print how often in which act."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", choices=sorted(ACTS), metavar="ACT")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(dir=MEMORY) as home:
        run = Run(Path(home), chance, options.only or sorted(ACTS))
        with running(rclone_webdav(Path(home) / "served")) as server:
            while run.killed.total() < options.kills:
                run.live(min(_LIFE, options.kills - run.killed.total()), server.url)
    for act, count in sorted(run.killed.items()):
        print(f"{act}: killed {count} times, of which {run.late[act]} came too late to count")
    mended = ", ".join(f"{code} {count}" for code, count in sorted(run.mended.items()))
    print(f"mended when opened: {mended or 'nothing'}")
    print(
        f"{run.killed.total()} kills in {time.monotonic() - began:.0f} s: everything that was"
        " sealed is there byte for byte, nothing is half there, every check is clean"
    )
    return 0


class Run:
    """Lives of vaults, one after the other, and what became of them."""

    def __init__(self, home: Path, chance: random.Random, acts: list[str]) -> None:
        self._home = home
        self._chance = chance
        self._acts = acts
        self._usual = {act: Usual() for act in acts}
        self.killed: Counter[str] = Counter()
        self.late: Counter[str] = Counter()
        self.mended: Counter[str] = Counter()

    def live(self, kills: int, address: str) -> None:
        """Begin a vault, kill the program on it so many times, and have it work once more."""
        home = Path(tempfile.mkdtemp(dir=self._home))
        life = Life(home, Program(home, self._chance), self._chance, address)
        life.begin()
        for act in self._acts:
            if not self._usual[act].seconds:
                life.measure(act, self._usual[act])
        done = 0
        while done < kills:
            act = self._chance.choices(self._acts, [_WEIGHTS[act] for act in self._acts])[0]
            ended, mended = life.hit(act, self._usual[act])
            self._count(act, ended, mended)
            done += ended.killed
        life.end()
        shutil.rmtree(home)
        said = ", ".join(f"{act} {count}" for act, count in sorted(self.killed.items()))
        print(f"… {self.killed.total()} kills: {said}", flush=True)

    def _count(self, act: str, ended: Ended, mended: Counter[str]) -> None:
        if ended.killed:
            self.killed[act] += 1
            self.mended += mended
        else:
            self.late[act] += 1


if __name__ == "__main__":
    sys.exit(main())
