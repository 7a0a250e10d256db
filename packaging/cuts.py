"""Cut uploads at random, in every way, and look at what the servers have of them.

Each parcel goes through a proxy to a real server; at random bytes the client is killed, the
connection reset, the server killed or the proxy killed, and the upload is tried again by a new
process that knows only what the memo kept. After each cut nothing may lie under the parcel's name
but the whole parcel; in the end it is there, and nothing half of it beside.

What each single cut costs is counted: the bytes that had left by the proxy before it, with all that
is said beside them, from where that try had begun, less where the next one begins. Where the
protocol resumes that may be one part and no more, after every cut. Run by
``packaging/test-outlets.sh``.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from storage.outlets.base import PART  # noqa: E402 # found once the project is
from tests.storage.outlets import servers  # noqa: E402
from tests.storage.outlets.proxies import Proxy  # noqa: E402
from tests.storage.outlets.servers import Server, running  # noqa: E402

RATE = 60_000_000
_MOST_TRIES = 60
BESIDE = 128 * 1024
"""Bytes that a try says beside the parcel: a greeting, requests, the frames of packets."""

CHILD = """
import json, sys
from pathlib import Path
from storage.outlets import catalog
from storage.outlets.address import read_route
from storage.outlets.base import Parcel
from storage.outlets.card import Card
from storage.outlets.transport import Pace
card, route, data, memo = json.loads(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])
began = memo.with_suffix(".began")
done = [0, 0]

class Kept:
    def read(self):
        return json.loads(memo.read_text()) if memo.exists() else {}
    def keep(self, notes):
        part = memo.with_suffix(".new")
        part.write_text(json.dumps(dict(notes)))
        part.rename(memo)

class Noted(Pace):
    def spend(self, count, pulse):
        if done[1] and not began.exists():
            began.write_text(str(done[0] - count))
        super().spend(count, pulse)

def tick(*told):
    done[:] = told

parcel = Parcel(sys.argv[5], data.stat().st_size, sys.argv[6], lambda: data.open("rb"))
with catalog.opened(Card(**card), read_route(route), Noted(int(sys.argv[7]))) as outlet:
    print(outlet.send(parcel, Kept(), tick).how)
"""
"""Sends a parcel, and notes the byte of it that it begins with."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of outlet and its server."""

    name: str
    server: Callable[[Path], Server]
    resumes: bool


KINDS = (
    Kind("tus", servers.tus, resumes=True),
    Kind("s3", servers.nanio, resumes=True),
    Kind("sftp", servers.sshd, resumes=True),
    Kind("webdav", servers.rclone_webdav, resumes=False),
    Kind("onionshare", servers.onionshare, resumes=False),
)


def main() -> None:
    """Cut, and say what came of it; leave with a complaint where anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cuts", type=int, default=200, help="cuts over all kinds")
    parser.add_argument("--size", type=int, default=40, help="MiB of a parcel")
    parser.add_argument("--kinds", default=",".join(kind.name for kind in KINDS))
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    options = parser.parse_args()
    chance = random.Random(options.seed)
    kinds = [kind for kind in KINDS if kind.name in options.kinds.split(",")]
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory() as made:
        for number, kind in enumerate(kinds):
            cuts = options.cuts // len(kinds) + (number < options.cuts % len(kinds))
            folder = Path(made) / kind.name
            with running(kind.server(folder / "served")) as server:
                _Cutting(kind, server, folder, chance).run(cuts, options.size << 20)


@dataclass(frozen=True, slots=True)
class _Try:
    """How much had gone through the proxy before it, and the byte that it began with."""

    sent: int
    began: int | None


class _Cutting:
    def __init__(self, kind: Kind, server: Server, folder: Path, chance: random.Random) -> None:
        self.kind, self.server, self.folder, self.chance = kind, server, folder, chance
        self.proxy = Proxy(server.port).start()
        self.before = 0
        self.counts: dict[str, int] = {}
        self.costs: list[int] = []
        """Bytes that were sent again for each cut."""

    def run(self, cuts: int, size: int) -> None:
        """Send parcels, with up to five cuts each, until so many were made."""
        while len(self.costs) < cuts:
            self._parcel(min(cuts - len(self.costs), self.chance.randint(1, 5)), size)
        self.proxy.die()
        made = ", ".join(f"{count} {way}" for way, count in sorted(self.counts.items()))
        mean = sum(self.costs) / len(self.costs)
        print(
            f"{self.kind.name}: {cuts} cuts ({made}), sent again for a cut: "
            f"{mean / 1e6:.2f} MB on average, {max(self.costs) / 1e6:.2f} MB at most"
            + ("" if self.kind.resumes else " (it does not resume)")
        )

    def _parcel(self, cuts: int, size: int) -> None:
        """Send one parcel, cut so often at most, and count what each cut has cost."""
        name = f"{self.chance.randrange(1 << 60):016x}.age"
        data, memo = self.folder / name, self.folder / f"{name}.memo"
        data.write_bytes(self.chance.randbytes(size))
        tries: list[_Try] = []
        for _ in range(_MOST_TRIES):
            sent = self._sent()
            is_cut, code = self._try(data, memo, cuts - len(tries), size)
            if is_cut or code == 0:
                tries.append(_Try(sent, _began(memo)))
            if code == 0:
                break
            time.sleep(0.0 if is_cut else 0.5)  # the server may not know yet of the last cut
        else:
            sys.exit(f"{self.kind.name}: it did not arrive")
        self._look(name, data, arrived=True)
        data.unlink()
        self._count(tries, size)

    def _try(self, data: Path, memo: Path, cuts: int, size: int) -> tuple[bool, int | None]:
        """Send it, cut at a random byte if there are cuts left; (whether it was, exit code)."""
        child = self._child(data, memo)
        aim = self._sent() + self.chance.randrange(int(1.02 * size) // max(1, cuts))
        while cuts and self._sent() < aim and child.poll() is None:
            time.sleep(0.002)
        is_cut = bool(cuts) and child.poll() is None
        if is_cut:
            self._cut(child)
        child.communicate()
        self._look(data.name, data)
        return is_cut, None if is_cut else child.returncode

    def _count(self, tries: "list[_Try]", size: int) -> None:
        """Note the cost of each cut: what the try sent, less how much further the next begins."""
        begins = [size]  # one that was cut before its first byte begins where the next does
        for one in reversed(tries):
            begins.append(begins[-1] if one.began is None else one.began)
        begun = pairwise(reversed(begins[1:]))
        for (one, following), (began, goes_on) in zip(pairwise(tries), begun, strict=True):
            cost = began + following.sent - one.sent - goes_on
            self.costs.append(cost)
            if self.kind.resumes and cost > PART + BESIDE:
                sys.exit(f"{self.kind.name}: {cost / 1e6:.2f} MB were sent again after one cut")

    def _sent(self) -> int:
        return self.before + self.proxy.sent

    def _child(self, data: Path, memo: Path) -> "subprocess.Popen[str]":
        memo.with_suffix(".began").unlink(missing_ok=True)
        route = f"socks5h://127.0.0.1:{self.proxy.port}"
        card = json.dumps(self._card())
        return subprocess.Popen(
            [sys.executable, "-c", CHILD, card, route, data, memo, data.name, "ab" * 32, str(RATE)],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def _card(self) -> dict[str, str]:
        card = {"name": "x", "kind": self.kind.name, "address": self.server.url}
        if self.kind.name == "sftp":
            host, user = servers.sshd_keys(self.server)
            return {**card, "user": "root", "password": user, "pin": " ".join(host.split()[:2])}
        if self.kind.name in ("s3", "webdav"):
            card |= {"user": servers.USER, "password": servers.PASSWORD}
        return card

    def _cut(self, child: "subprocess.Popen[str]") -> None:
        ways = ("client killed", "connection reset", "server killed", "proxy killed")
        way = self.chance.choice(ways)
        self.counts[way] = self.counts.get(way, 0) + 1
        if way == "server killed":
            self.server.kill()
        elif way == "connection reset":
            self.proxy.reset()
        elif way == "proxy killed":
            self.proxy.die()
        else:
            child.kill()
        child.communicate()
        if way == "server killed":
            self.server.start()
            self.proxy.to = self.server.port
        elif way == "proxy killed":
            self.before += self.proxy.sent
            self.proxy = Proxy(self.server.port).start()

    def _look(self, name: str, data: Path, *, arrived: bool = False) -> None:
        """Look at what the server has: nothing under the name but the whole of it."""
        found = [path for path in self.server.folder.rglob("*") if path.is_file()]
        wanted = data.read_bytes()
        for path in found:
            if path.name == name and path.read_bytes() != wanted:
                sys.exit(f"{self.kind.name}: a part of it lies under its name")
        if arrived:
            whole = [path for path in found if path.read_bytes() == wanted]
            half = [path for path in found if path.name.startswith(f"{name}.part")]
            if len(whole) != 1 or half:
                sys.exit(f"{self.kind.name}: {len(whole)} whole, {len(half)} half")


def _began(memo: Path) -> int | None:
    path = memo.with_suffix(".began")
    return int(path.read_text()) if path.exists() else None


if __name__ == "__main__":
    main()
