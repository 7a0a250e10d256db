"""In a network of its own, whose only way out is the proxy: nothing else leaves, and no look-up.

The outlet lies "outside", where only the proxy leads. Every packet of the namespace crosses one of
two pairs of counters: those of the loopback, where the proxy listens, and those of a second
interface, the default route, where everything else would go. Root on Linux alone.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]

INSIDE = """
import io, os, random, subprocess, sys, threading
sys.path.insert(0, sys.argv[1])
for command in (
    "ip link set lo up",
    "ip link add out type veth peer name far",
    "ip link set far up",
    "ip addr add 10.9.8.7/24 dev out",
    "ip link set out up",
    "ip route add default via 10.9.8.1",
):
    subprocess.run(command.split(), check=True)
    quiet = "/proc/sys/net/ipv6/conf/out/disable_ipv6"
    if os.path.exists(quiet):
        with open(quiet, "w") as file:
            file.write("1")  # it would greet its neighbours
def left():
    with open("/proc/self/net/dev") as file:
        line = next(line for line in file if line.strip().startswith("out:"))
    return int(line.partition(":")[2].split()[9])
from pathlib import Path
from storage.errors import OutletTrouble
from storage.outlets import catalog, timestamping
from storage.outlets.address import read_route
from storage.outlets.base import Fleeting, Parcel
from storage.outlets.card import Card
from storage.outlets.sftp import read_host_key
from storage.progress import silent
from tests.storage.outlets import servers
from tests.storage.outlets.proxies import proxy
folder = Path(sys.argv[2])
data = random.Random(1).randbytes(9 << 20)
parcel = Parcel("p.age", len(data), "", lambda: io.BytesIO(data))
onion = "2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion"
login = {"user": servers.USER, "password": servers.PASSWORD}
kinds = {
    "webdav": (servers.rclone_webdav, f"http://{onion}/", login),
    "s3": (servers.rclone_s3, f"http://{onion}/bucket", login),
    "tus": (servers.tus, f"http://{onion}/files", {}),
    "sftp": (servers.sshd, "sftp://files.example", login),
    "form": (servers.stub("/form"), f"http://{onion}/form", {}),
}
before, sent = left(), 0
for kind, (make, url, fields) in kinds.items():
    with servers.running(make(folder / kind / "served")) as server, proxy(server.port) as made:
        if kind == "sftp":
            host, user = servers.sshd_keys(server)
            fields = {"user": "root", "password": user, "pin": read_host_key(host)}
            url += str(server.folder)
        for scheme in ("socks5h", "http"):
            route = read_route(f"{scheme}://127.0.0.1:{made.port}")
            with catalog.opened(Card("x", kind, url, **fields), route) as outlet:
                outlet.ask(silent)
                outlet.send(parcel, Fleeting(), silent)
        assert made.sent > len(data), kind
        sent += made.sent
        port = made.port
    for path in ("tor", f"socks5h://127.0.0.1:{port}"):
        try:
            with catalog.opened(Card("x", kind, url, **fields), read_route(path)) as outlet:
                outlet.send(parcel, Fleeting(), silent)
        except OutletTrouble as error:
            assert error.code == "no-route", error.code
        else:
            raise AssertionError("it went another way")
print(sent, left() - before)
import socket
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
    control.sendto(b"x", ("192.0.2.1", 53))
import time
deadline = time.monotonic() + 5
while left() == before and time.monotonic() < deadline:
    time.sleep(0.05)  # the first thing that leaves asks who the gateway is
print(left() - before)
"""


def can_unshare() -> bool:
    """Whether this system gives a process a network of its own."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    made = subprocess.run(
        ["unshare", "-n", "ip", "link", "add", "out", "type", "veth", "peer", "name", "far"],
        capture_output=True,
        check=False,
    )
    return made.returncode == 0


@pytest.mark.skipif(not can_unshare(), reason="no network of its own here (Linux, root, iproute2)")
def test_nothing_leaves_but_by_the_proxy(tmp_path: Path) -> None:
    names = ("http_proxy", "https_proxy", "all_proxy", "ALL_PROXY")
    hostile = dict.fromkeys(names, "http://192.0.2.9:1")
    done = subprocess.run(
        ["unshare", "-n", sys.executable, "-c", INSIDE, str(PROJECT), str(tmp_path)],
        env={**os.environ, **hostile},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    numbers, control = done.stdout.splitlines()
    assert numbers.split()[1] == "0", "packets went elsewhere"
    assert int(control) > 0, "the counter counts nothing"
