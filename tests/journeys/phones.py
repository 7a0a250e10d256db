"""A real LocalSend device as a phone would be one, and the receiver that it finds and sends to.

To be run in ``unshare -n``: the device's own discovery speaks to everybody on its network, so both
get one where nobody else is. Prints, in JSON, what the device found and how its sending ended.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from localsendd.client import Client, DaemonUnavailable

ADDRESS = "10.9.8.7"
WITHIN = ("unshare", "-n", sys.executable, __file__)
_PATIENCE = 60.0
_LINKS = (
    "ip link set lo up",
    "ip link add out type veth peer name far",
    f"ip addr add {ADDRESS}/24 dev out",
    "ip link set out up",
    "ip link set far up",
    "ip route add 224.0.0.0/4 dev out",
)


def main(folder: Path, pin: str, files: list[str]) -> int:
    """Find the only receiver there is, send, and say how it went."""
    socket = folder / "socket"
    daemon = subprocess.Popen(
        [sys.executable, "-m", "localsendd", "--port", "54999", "--socket", str(socket)],
        env={**os.environ, "HOME": str(folder), "LOCALSEND_ALIAS": "A phone"},
        stderr=subprocess.DEVNULL,
    )
    try:
        with _connected(socket) as client:
            device = _found(client)
            tried = _sent(client, device["alias"], "000000", files[:1])
            ended = _sent(client, device["alias"], pin, files)
    finally:
        daemon.terminate()
        daemon.wait()
    sys.stdout.write(json.dumps({"device": device, "tried": tried, "ended": ended}))
    return 0


def _connected(socket: Path) -> Client:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return Client(str(socket)).connect()
        except DaemonUnavailable:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def _found(client: Client) -> dict[str, Any]:
    until = time.monotonic() + _PATIENCE
    while not (devices := client.call("list_devices")["devices"]):
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(0.2)
    found: dict[str, Any] = devices[0]
    return found


def _sent(client: Client, alias: str, pin: str, files: list[str]) -> str:
    started = time.time()
    client.call("send", to=alias, files=files, pin=pin)
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        result = client.state().get("result")
        if result and (result.get("at") or 0) >= started:
            return str(result["kind"])
        time.sleep(0.1)
    raise TimeoutError


def alone() -> None:
    """Give this process's network an address, and a way to everybody on it."""
    for line in _LINKS:
        subprocess.run(line.split(), check=True)


if __name__ == "__main__":
    if sys.argv[1] == "links":
        alone()
        os.execv(sys.executable, [sys.executable, *sys.argv[2:]])  # noqa: S606 # what was asked for
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:]))
