"""Cut uploads at random, in every way, and look at what the servers have of them.

Each parcel goes through a proxy to a real server; at random bytes the client is killed, the
connection reset, the server killed or the proxy killed, and the upload is tried again by a new
process that knows only what the memo kept. After each cut nothing may lie under the parcel's name
but the whole parcel; in the end it is there, and nothing half of it beside. Printed: the cuts, and
the bytes that were sent again for each. rclone's S3 server keeps what is unfinished in memory: what
was sent before it was killed is counted apart, as forgotten. Run by ``packaging/test-outlets.sh``.
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
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from storage.outlets.base import PART  # noqa: E402 # found once the project is
from tests.storage.outlets import servers  # noqa: E402
from tests.storage.outlets.proxies import Proxy  # noqa: E402
from tests.storage.outlets.servers import Server, running  # noqa: E402

RATE = 60_000_000
SLACK = 1 << 20
"""Bytes that lie in buffers between the client and the server, and requests."""

CHILD = """
import json, sys
from pathlib import Path
from storage.outlets import catalog
from storage.outlets.address import read_route
from storage.outlets.base import Parcel
from storage.outlets.card import Card
from storage.outlets.transport import Pace
from storage.progress import silent
card, route, data, memo = json.loads(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])

class Kept:
    def read(self):
        return json.loads(memo.read_text()) if memo.exists() else {}
    def keep(self, notes):
        part = memo.with_suffix(".new")
        part.write_text(json.dumps(dict(notes)))
        part.rename(memo)

parcel = Parcel(sys.argv[5], data.stat().st_size, sys.argv[6], lambda: data.open("rb"))
with catalog.opened(Card(**card), read_route(route), Pace(int(sys.argv[7]))) as outlet:
    print(outlet.send(parcel, Kept(), silent).how)
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of outlet and its server."""

    name: str
    server: Callable[[Path], Server]
    resumes: bool
    forgets: bool = False
    """Whether the server has lost what is unfinished once it was killed."""


KINDS = (
    Kind("tus", servers.tus, resumes=True),
    Kind("s3", servers.rclone_s3, resumes=True, forgets=True),
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


class _Cutting:
    def __init__(self, kind: Kind, server: Server, folder: Path, chance: random.Random) -> None:
        self.kind, self.server, self.folder, self.chance = kind, server, folder, chance
        self.proxy = Proxy(server.port).start()
        self.before = 0
        self.counts: dict[str, int] = {}
        self.start = 0
        self.since = 0
        self.forgotten = 0

    def run(self, cuts: int, size: int) -> None:
        """Send parcels, with up to five cuts each, until so many were made."""
        left, again, worst = cuts, 0, 0
        while left:
            here = min(left, self.chance.randint(1, 5))
            self._parcel(here, size)
            more = self._sent() - self.start - size
            left -= here
            again += more
            worst = max(worst, more // max(1, self.since))
        self.proxy.die()
        made = ", ".join(f"{count} {way}" for way, count in sorted(self.counts.items()))
        print(
            f"{self.kind.name}: {cuts} cuts ({made}), sent again for each cut: "
            f"{again / cuts / 1e6:.1f} MB on average, {worst / 1e6:.1f} MB at most a parcel"
            + (f", {self.forgotten / 1e6:.0f} MB forgotten by the server" if self.forgotten else "")
        )
        if self.kind.resumes and worst > PART + SLACK:
            sys.exit(f"{self.kind.name}: more than one part was sent again")

    def _parcel(self, cuts: int, size: int) -> None:
        """Send one parcel, cut so often, counting since the start or since the server forgot."""
        name = f"{self.chance.randrange(1 << 60):016x}.age"
        data, memo = self.folder / name, self.folder / f"{name}.memo"
        data.write_bytes(self.chance.randbytes(size))
        self.start, self.since = self._sent(), 0
        for _ in range(cuts):
            child = self._child(data, memo)
            aim = self._sent() + self.chance.randrange(size // (cuts + 1))
            while self._sent() < aim and child.poll() is None:
                time.sleep(0.002)
            self._cut(child)
            self._look(name, data)
        for _ in range(60):
            child = self._child(data, memo)
            said = child.communicate()
            if child.returncode == 0:
                break
            time.sleep(0.5)  # the server may not have noticed yet that a line was cut
        else:
            sys.exit(f"{self.kind.name}: it did not arrive: {said}")
        self._look(name, data, arrived=True)
        data.unlink()

    def _sent(self) -> int:
        return self.before + self.proxy.sent

    def _child(self, data: Path, memo: Path) -> "subprocess.Popen[str]":
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
        self.since += 1
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
            if self.kind.forgets:
                self.forgotten += self._sent() - self.start
                self.start, self.since = self._sent(), 0
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


if __name__ == "__main__":
    main()
