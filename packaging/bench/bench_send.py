"""Sending over loopback by each kind of outlet, against curl or rclone for the same protocol.

Both sides send the same file to the same server in the same run, in turn. What is measured is the
adapter and the transport: the file is read from the disk on both sides, and Firsthand, which is
started once for many parcels, has started and asked the outlet for its limits before. Then the peak
of resident memory of one process that sends, above that of the same process before it does.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import measure

sys.path.insert(0, str(measure.PROJECT))

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


def _named(kind: str) -> Callable[[Server], dict[str, str]]:
    return lambda server: {"kind": kind, "address": server.url}


_ACCOUNT = f"/remote.php/dav/files/{servers.USER}"

KINDS = (
    Kind("webdav", servers.rclone_webdav, _login("webdav"), _curl, "curl -T"),
    Kind("s3", servers.rclone_s3, _login("s3"), _rclone_s3, "rclone copyto"),
    Kind("tus", servers.tus, _named("tus"), _curl_tus, "curl PATCH"),
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
        "curl -T, in one piece",
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
    with ExitStack() as stack:
        server = stack.enter_context(running(kind.server(folder / "served")))
        _name_bucket(server)
        said: list[dict[str, float]] = []
        ready: list[subprocess.Popen[str]] = []
        numbers = iter(range(1000))

        def begin() -> None:
            clear()
            code = (SEND, json.dumps(kind.card(server)), str(data), f"ours-{next(numbers)}")
            process = subprocess.Popen(
                [sys.executable, "-c", *code],
                cwd=measure.PROJECT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            assert process.stdout is not None  # noqa: S101  # it was asked for
            if process.stdout.readline() != "ready\n":
                sys.exit(f"{kind.name}: it does not begin")
            ready.append(process)

        def ours() -> None:
            process = ready.pop()
            answer, _ = process.communicate("go\n")
            if process.returncode:
                sys.exit(f"{kind.name}: it ended with {process.returncode}")
            said.append(json.loads(answer))

        def clear() -> None:
            for path in server.folder.rglob("*"):
                if path.is_file():
                    path.unlink()

        measure.compare(
            measure.Side(f"firsthand {kind.name}", begin, ours),
            [
                measure.Side(
                    kind.other_name,
                    clear,
                    lambda: measure.call(*kind.other(server, data)),
                )
            ],
            rounds,
        )
        memory = max(one["memory"] for one in said) / 1e6
        cpu = min(one["cpu"] for one in said)
        print(f"  {memory:.0f} MB resident above idle, {cpu:.1f} s of processor time for it")


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
