"""Sending over loopback by each kind of outlet, against curl or rclone for the same protocol.

Both sides send the same file to the same server in the same run, in turn. What is measured is the
adapter and the transport: the file is read from the disk on both sides, and Firsthand, which is
started once for many parcels, has started and asked the outlet for its limits before. Where we send
in parts, so that a cut costs no more than one, curl does it twice: in one piece, and in the same
parts over one connection, which is the same work. Then the peak of resident memory of one process
that sends, above that of the same process before it does.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import measure

sys.path.insert(0, str(measure.PROJECT))

from storage.outlets.base import PART  # found once the project is
from tests.storage.outlets import servers  # found once the project is
from tests.storage.outlets.servers import Server, running

SEND = """
import json, resource, sys
from pathlib import Path
from storage.outlets import catalog
from storage.outlets.address import DIRECT
from storage.outlets.base import Fleeting, Parcel
from storage.outlets.card import Card
from storage.progress import silent
card, data, name = json.loads(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
parcel = Parcel(name, data.stat().st_size, "", lambda: data.open("rb"))
with catalog.opened(Card("x", **card), DIRECT) as outlet:
    outlet.ask(silent)
    print("ready", flush=True)
    sys.stdin.readline()
    before = resource.getrusage(resource.RUSAGE_SELF)
    outlet.send(parcel, Fleeting(), silent)
after = resource.getrusage(resource.RUSAGE_SELF)
spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
print(json.dumps({"memory": (after.ru_maxrss - before.ru_maxrss) * 1024, "cpu": spent}))
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """A server, how we are told of it, and the command that sends the same file to it."""

    name: str
    server: Callable[[Path], Server]
    card: Callable[[Server], dict[str, str]]
    other: Callable[[Server, Path], list[str]]
    other_name: str
    in_parts: Callable[[Server, list[Path]], str] | None = None
    """What a configuration of curl says to send the same in the parts that we send it in."""


def _login(kind: str) -> Callable[[Server], dict[str, str]]:
    return lambda server: {
        "kind": kind,
        "address": server.url,
        "user": servers.USER,
        "password": servers.PASSWORD,
    }


def _sftp(server: Server) -> dict[str, str]:
    host, user = servers.sshd_keys(server)
    pin = " ".join(host.split()[:2])
    return {"kind": "sftp", "address": server.url, "user": "root", "password": user, "pin": pin}


def _curl(server: Server, data: Path) -> list[str]:
    login = f"{servers.USER}:{servers.PASSWORD}"
    return ["curl", "-sSf", "-u", login, "-T", str(data), f"{server.url}theirs"]


def _rclone_s3(_server: Server, data: Path) -> list[str]:
    return [
        servers.rclone(),
        "--config",
        os.devnull,
        "copyto",
        "--ignore-times",
        str(data),
        "bench:bucket/theirs",
    ]


def _curl_sftp(server: Server, data: Path) -> list[str]:
    home = server.folder.parent / "sshd"
    where = f"root@{servers.HERE}:{server.folder}/theirs"
    options = ["-q", "-P", str(server.port), "-i", str(home / "user")]
    unknown = ["-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"]
    return ["scp", *options, *unknown, str(data), where]


def _curl_tus(server: Server, data: Path) -> list[str]:
    version = ("-H", "Tus-Resumable: 1.0.0")
    length = f"Upload-Length: {data.stat().st_size}"
    said = measure.call("curl", "-sSfi", "-X", "POST", *version, "-H", length, server.url)
    place = next(line for line in said.splitlines() if line.lower().startswith("location:"))
    kind = "Content-Type: application/offset+octet-stream"
    patch = ("curl", "-sSf", "-X", "PATCH", *version, "-H", "Upload-Offset: 0", "-H", kind)
    return [*patch, "--data-binary", f"@{data}", place.partition(":")[2].strip()]


def _curl_form(field: str, below: str = "") -> Callable[[Server, Path], list[str]]:
    return lambda server, data: [
        "curl", "-sSf", "-F", f"{field}=@{data}", "-F", "text=", f"{server.url}{below}"
    ]  # fmt: skip


def _curl_nextcloud(server: Server, data: Path) -> list[str]:
    login = f"{servers.USER}:{servers.PASSWORD}"
    return ["curl", "-sSf", "-u", login, "-T", str(data), f"{server.url}/theirs"]


def _nextcloud_parts(server: Server, parts: list[Path]) -> str:
    upload = f"{server.url.replace('/files/', '/uploads/')}/{len(list(server.folder.rglob('*')))}"
    login = f'user = "{servers.USER}:{servers.PASSWORD}"'
    said = f'header = "OC-Total-Length: {sum(part.stat().st_size for part in parts)}"'
    to = f'header = "Destination: {server.url}/theirs"'
    puts = [
        f'upload-file = "{part}"\nurl = "{upload}/{number:05d}"'
        for number, part in enumerate(parts, 1)
    ]
    ends = f'request = MOVE\nurl = "{upload}/.file"\n{said}\n{to}'
    return _one_after_the_other([f'request = MKCOL\nurl = "{upload}"', *puts, ends], login)


def _tus_parts(server: Server, parts: list[Path]) -> str:
    size = sum(part.stat().st_size for part in parts)
    version, length = "Tus-Resumable: 1.0.0", f"Upload-Length: {size}"
    said = measure.call("curl", "-sSfi", "-X", "POST", "-H", version, "-H", length, server.url)
    place = next(line for line in said.splitlines() if line.lower().startswith("location:"))
    at = 0
    patches: list[str] = []
    for part in parts:
        patches.append(
            f'request = PATCH\nupload-file = "{part}"\nurl = "{place.partition(":")[2].strip()}"\n'
            f'header = "{version}"\nheader = "Upload-Offset: {at}"\n'
            'header = "Content-Type: application/offset+octet-stream"'
        )
        at += part.stat().st_size
    return _one_after_the_other(patches, 'header = "Expect:"')


def _one_after_the_other(requests: list[str], each: str) -> str:
    """Write a configuration of curl: all over one connection, nothing waited for beforehand."""
    same = f'{each}\nfail\nsilent\nshow-error\noutput = "{os.devnull}"'
    return "\nnext\n".join(f"{one}\n{same}" for one in requests)


def _named(kind: str) -> Callable[[Server], dict[str, str]]:
    return lambda server: {"kind": kind, "address": server.url}


_ACCOUNT = f"/remote.php/dav/files/{servers.USER}"

KINDS = (
    Kind("webdav", servers.rclone_webdav, _login("webdav"), _curl, "curl -T"),
    Kind("s3", servers.rclone_s3, _login("s3"), _rclone_s3, "rclone copyto"),
    Kind("tus", servers.tus, _named("tus"), _curl_tus, "curl, in one piece", _tus_parts),
    Kind("sftp", servers.sshd, _sftp, _curl_sftp, "scp (OpenSSH)"),
    Kind(
        "onionshare",
        servers.onionshare,
        _named("onionshare"),
        _curl_form("file[]", "upload-ajax"),
        "curl -F",
    ),
    Kind("form (stub)", servers.stub("/form"), _named("form"), _curl_form("file"), "curl -F"),
    Kind(
        "nextcloud (stub)",
        servers.stub(_ACCOUNT),
        _login("nextcloud"),
        _curl_nextcloud,
        "curl, in one piece",
        _nextcloud_parts,
    ),
)


def main() -> None:
    """Send by each kind, in turn with the other program."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--kinds", default=",".join(kind.name for kind in KINDS))
    options = parser.parse_args()
    measure.need("curl", "scp", "node")
    with tempfile.TemporaryDirectory() as made:
        data = Path(made) / "parcel"
        with data.open("wb") as file:
            for _ in range(options.megabytes):
                file.write(os.urandom(1_000_000))
        for kind in KINDS:
            if kind.name in options.kinds.split(","):
                _compare(kind, Path(made) / kind.name, data, options.rounds)


def _compare(kind: Kind, folder: Path, data: Path, rounds: int) -> None:
    with running(kind.server(folder / "served")) as server:
        _name_bucket(server)
        ours = _Ours(kind, server, data)
        theirs = lambda: measure.call(*kind.other(server, data))  # noqa: E731  # a new upload each time
        others = [measure.Side(kind.other_name, partial(_clear, server), theirs)]
        if kind.in_parts is not None:
            others.append(_in_parts(kind.in_parts, server, data, folder))
        side = measure.Side(f"firsthand {kind.name}", ours.begin, ours.send)
        measure.compare(side, others, rounds)
        memory = max(one["memory"] for one in ours.said) / 1e6
        cpu = min(one["cpu"] for one in ours.said)
        print(f"  {memory:.0f} MB resident above idle, {cpu:.1f} s of processor time for it")


class _Ours:
    """A process of ours for each parcel, which waits until it is told to send."""

    def __init__(self, kind: Kind, server: Server, data: Path) -> None:
        self.kind, self.server, self.data = kind, server, data
        self.said: list[dict[str, float]] = []
        self._ready: subprocess.Popen[str] | None = None

    def begin(self) -> None:
        """Start one, which asks the outlet."""
        _clear(self.server)
        card = json.dumps(self.kind.card(self.server))
        process = subprocess.Popen(
            [sys.executable, "-c", SEND, card, str(self.data), f"ours-{len(self.said)}"],
            cwd=measure.PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None  # noqa: S101  # it was asked for
        if process.stdout.readline() != "ready\n":
            sys.exit(f"{self.kind.name}: it does not begin")
        self._ready = process

    def send(self) -> None:
        """Have it send, to its end."""
        assert self._ready is not None  # noqa: S101  # it was begun
        answer, _ = self._ready.communicate("go\n")
        if self._ready.returncode:
            sys.exit(f"{self.kind.name}: it ended with {self._ready.returncode}")
        self.said.append(json.loads(answer))


def _in_parts(
    write: Callable[[Server, list[Path]], str], server: Server, data: Path, folder: Path
) -> measure.Side:
    parts, config = _parts(data, folder / "parts"), folder / "curl.config"

    def prepare() -> None:
        _clear(server)
        config.write_text(write(server, parts))

    run = partial(measure.call, "curl", "--config", config)
    return measure.Side("curl, in the same parts", prepare, run)


def _clear(server: Server) -> None:
    for path in server.folder.rglob("*"):
        if path.is_file():
            path.unlink()


def _parts(data: Path, folder: Path) -> list[Path]:
    """Write a file in parts of the size that adapters send."""
    folder.mkdir(parents=True)
    parts: list[Path] = []
    with data.open("rb") as whole:
        while block := whole.read(PART):
            parts.append(folder / f"{len(parts):05d}")
            parts[-1].write_bytes(block)
    return parts


def _name_bucket(server: Server) -> None:
    """Tell rclone of the S3 server as rclone is told without a file: by the environment."""
    os.environ.update(
        RCLONE_CONFIG_BENCH_TYPE="s3",
        RCLONE_CONFIG_BENCH_PROVIDER="Other",
        RCLONE_CONFIG_BENCH_ENDPOINT=f"http://{servers.HERE}:{server.port}",
        RCLONE_CONFIG_BENCH_ACCESS_KEY_ID=servers.USER,
        RCLONE_CONFIG_BENCH_SECRET_ACCESS_KEY=servers.PASSWORD,
    )


if __name__ == "__main__":
    main()
