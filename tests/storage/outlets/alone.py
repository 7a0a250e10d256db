"""Run tests in a network of their own, whose only way out is the proxy, and count what else leaves.

The outlets lie "outside": the tests that hold them to their promises call them by names that only
the proxy knows (``FIRSTHAND_TEST_WAY``). Every packet of the namespace crosses one of two pairs of
counters: those of the loopback, where the proxy listens, and those of a second interface, the
default route, where everything else would go, and every question to the resolver. The environment
is as hostile as can be. Needs root on Linux, and is to be run in ``unshare -n -m``.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
WAY = "FIRSTHAND_TEST_WAY"
WITHIN = ("unshare", "-n", "-m", sys.executable, __file__)
_PATIENCE = 5.0

HOSTILE = {
    **dict.fromkeys(
        ("http_proxy", "https_proxy", "all_proxy", "ftp_proxy", "socks_proxy", "HTTP_PROXY",
         "HTTPS_PROXY", "ALL_PROXY", "FTP_PROXY", "SOCKS_PROXY", "SOCKS5_PROXY", "WS_PROXY"),
        "http://{evil}",
    ),
    **dict.fromkeys(("no_proxy", "NO_PROXY"), "*"),
    **dict.fromkeys(
        ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS"), "{pem}"
    ),
    **dict.fromkeys(("SSL_CERT_DIR", "HOME", "XDG_CONFIG_HOME", "CURL_HOME"), "{home}"),
    "SSLKEYLOGFILE": "{home}/keys",
    "NETRC": "{home}/.netrc",
    "HOSTALIASES": "{home}/aliases",
    "RES_OPTIONS": "ndots:9 use-vc",
    "LOCALDOMAIN": "evil.example",
    "GETADDRINFO_CONF": "{home}/aliases",
    "PYTHONHTTPSVERIFY": "0",
    "SOCKS_SERVER": "{evil}",
    "SSH_AUTH_SOCK": "{home}/agent",
    "AWS_ACCESS_KEY_ID": "evil",
    "AWS_ENDPOINT_URL": "http://{evil}",
    "RCLONE_CONFIG": "{home}/rclone",
}  # fmt: skip
"""What somebody could put into the environment to have it go another way, or to read along."""


def hostile(evil: str, pem: Path, home: Path) -> dict[str, str]:
    """Such an environment: a proxy ``HOST:PORT``, an authority, and a home with a password."""
    (home / ".netrc").write_text("default login evil password evil\n")
    (home / "aliases").write_text("first.example evil.example\n")
    places = {"evil": evil, "pem": pem, "home": home}
    return {name: text.format(**places) for name, text in HOSTILE.items()}


def can_be_alone() -> bool:
    """Whether this system gives a process a network of its own."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    made = subprocess.run(
        ["unshare", "-n", "-m", "ip", "link", "add", "out", "type", "veth", "peer", "name", "far"],
        capture_output=True,
        check=False,
    )
    return made.returncode == 0


def main(home: Path, way: str, tests: list[str]) -> None:
    """Run the tests; print what left beside the proxy meanwhile, and for two controls."""
    _make_network(home)
    (home / "none.pem").write_text("")
    environment = {**os.environ, **hostile("192.0.2.9:1", home / "none.pem", home), WAY: way}
    before = _left()
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(command, cwd=PROJECT, env=environment, check=False)
    if done.returncode:
        sys.exit(done.returncode)
    sys.stdout.write(f"left: {_left() - before}\n")
    sys.stdout.write(f"controls: {_control(_send)} {_control(_look_up)}\n")


def _make_network(home: Path) -> None:
    for command in (
        "ip link set lo up",
        "ip link add out type veth peer name far",
        "ip link set far up",
        "ip addr add 10.9.8.7/24 dev out",
        "ip link set out up",
        "ip route add default via 10.9.8.1",
    ):
        subprocess.run(command.split(), check=True)
        quiet = Path("/proc/sys/net/ipv6/conf/out/disable_ipv6")
        if quiet.exists():
            quiet.write_text("1")  # it would greet its neighbours
    # A resolver on the loopback would be asked uncounted.
    (home / "resolv.conf").write_text("nameserver 10.9.8.1\noptions timeout:1 attempts:1\n")
    place = str(Path("/etc/resolv.conf").resolve())
    subprocess.run(["mount", "--bind", str(home / "resolv.conf"), place], check=True)


def _left() -> int:
    lines = Path("/proc/self/net/dev").read_text().splitlines()
    line = next(line for line in lines if line.strip().startswith("out:"))
    return int(line.partition(":")[2].split()[9])


def _control(do: Callable[[], None]) -> int:
    before = _left()
    do()
    until = time.monotonic() + _PATIENCE
    while _left() == before and time.monotonic() < until:
        time.sleep(0.05)  # the first thing that leaves asks who the gateway is
    return _left() - before


def _send() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        control.sendto(b"x", ("192.0.2.1", 53))


def _look_up() -> None:
    try:
        socket.getaddrinfo("control.example", 80)
    except OSError:
        return


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
