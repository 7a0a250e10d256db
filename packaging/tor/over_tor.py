"""A delivery over a real Tor, to real onion addresses, in a Tor network on loopback.

What a person does is done by the command line: trust two outlets, a tus server and somebody's
OnionShare, send a bundle to each, have the Tor that Firsthand started killed in the middle, have
Firsthand itself killed, and go on. Firsthand finds no Tor and starts one, a client of this network
alone. What arrived is opened with the outlet's key and verified. Printed: the seconds of each step.
Run by ``packaging/test-tor.sh``.
"""

import argparse
import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pyrage
from PIL import Image
from tor_network import TorNetwork, tor_network

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

from storage.outlets.transport.bridges import program  # noqa: E402 # found once the project is
from tests.storage.outlets import servers  # noqa: E402 # found once the project is
from tests.storage.outlets.servers import Server, running  # noqa: E402

COMMAND = """
import sys
from storage.outlets.transport import dial, tor
tor.PROGRAMS, dial.TOR_PORTS = (sys.argv[1],), ()
from ui.cli.app import main
sys.exit(main(sys.argv[2:]))
"""
NETWORK_TROUBLE = 5
NOBODY = "2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion"
ENDS_WITHIN = 20.0
"""Seconds in which a Tor ends whose program was killed: it looks every 15."""


class Witness:
    """A vault, and the command line over it."""

    def __init__(self, folder: Path, tor: Path) -> None:
        self.folder, self.tor = folder, tor
        self.vault, self.secret = folder / "vault", folder / "passphrase"
        self.secret.write_text("quiet harbour nine lanterns\n")
        self.identity = pyrage.x25519.Identity.generate()
        (folder / "identity").write_text(f"{self.identity}\n")

    def begin(self, *words: str) -> "subprocess.Popen[str]":
        """Begin a command; its answer is JSON."""
        passphrase = ("--passphrase-file", str(self.secret))
        return subprocess.Popen(
            [sys.executable, "-c", COMMAND, str(self.tor), *words, *passphrase],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str, code: int = 0) -> str:
        """Run a command to its end; leave with its complaint where it ends otherwise."""
        process = self.begin(*words)
        said, complained = process.communicate()
        if process.returncode != code:
            sys.exit(f"{words} ended with {process.returncode}: {said} {complained}")
        return said

    def states(self) -> list[tuple[str, str | None]]:
        """How the parcels stand, and why."""
        listed = json.loads(self.run("queue", "list", str(self.vault), "--json"))
        return [(one["state"], one["reason"]) for one in listed["parcels"]]

    def add(self, name: str, kind: str, address: str) -> None:
        """Trust an outlet."""
        place = ("--name", name, "--kind", kind, "--address", address)
        key = ("--key", str(self.identity.to_public()))
        self.run("outlet", "add", str(self.vault), *place, *key)


def main() -> None:
    """Do all of it, and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tor", default=_found("tor"))
    parser.add_argument("--gencert", default=_found("tor-gencert"))
    options = parser.parse_args()
    began = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as made,
        running(servers.tus(Path(made) / "tus" / "served")) as tus,
        running(servers.onionshare(Path(made) / "share" / "served")) as share,
        tor_network(Path(made) / "net", options.tor, options.gencert) as network,
    ):
        print(f"a Tor network of {len(network.nodes)} relays: {time.monotonic() - began:.1f} s")
        witness = _witness(Path(made), network, tus, share)
        with _timed("Tor started, a bundle to tus over an onion"):
            _send(witness, tus, "Paper")
        with _timed("the same to OnionShare"):
            _send(witness, share, "Share")
        with _timed("Tor killed in the middle, and the rest sent by the next"):
            _cut(witness, tus, kill_program=False)
        with _timed("Firsthand killed in the middle, and the rest sent by the next"):
            _cut(witness, tus, kill_program=True)
        with _timed("the same by an obfs4 bridge alone, with a Tor of its own"):
            _bridged(witness, network, share)
        with _timed("what Tor says of onions that are not there, or not for us"):
            _refused(witness, network)
    print(f"all of it: {time.monotonic() - began:.0f} s")


def _witness(folder: Path, network: TorNetwork, tus: Server, share: Server) -> Witness:
    witness = Witness(folder, network.client())
    photo = folder / "IMG_1.jpg"
    Image.effect_noise((2600, 2600), 120).convert("RGB").save(photo, quality=100, subsampling=0)
    witness.run("vault", "create", str(witness.vault))
    witness.run("import", str(witness.vault), str(photo))
    witness.add("Paper", "tus", f"http://{network.onion('paper', tus.port)}/files")
    witness.add("Share", "onionshare", f"http://{network.onion('share', share.port)}/")
    return witness


def _send(witness: Witness, server: Server, outlet: str) -> None:
    (item,) = json.loads(witness.run("list", str(witness.vault), "--json"))["items"]
    vault = str(witness.vault)
    sent = witness.run("send", vault, item["id"], "--outlet", outlet, "--json")
    (parcel,) = json.loads(sent)["parcels"]
    if parcel["state"] != "delivered":
        sys.exit(f"{outlet}: {parcel}")
    _arrived(witness, server, 1)


def _arrived(witness: Witness, server: Server, count: int) -> None:
    """See that so many bundles lie at the server, each whole and opened by the outlet's key."""
    found = [path for path in server.folder.rglob("*") if path.is_file() and _is_sealed(path)]
    if len(found) != count:
        sys.exit(f"{len(found)} bundles instead of {count}: {server.files()}")
    for path in found:
        identity = ("--identity", str(witness.folder / "identity"))
        verifying = [sys.executable, str(PROJECT / "main.py"), "verify", str(path), *identity]
        subprocess.run(verifying, check=True, capture_output=True)


def _is_sealed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(16) == b"age-encryption.o"


def _cut(witness: Witness, server: Server, *, kill_program: bool) -> None:
    (item,) = json.loads(witness.run("list", str(witness.vault), "--json"))["items"]
    before = sum(map(_is_sealed, server.folder.glob("*")))
    vault = str(witness.vault)
    witness.run("send", vault, item["id"], "--outlet", "Paper", "--later")
    size = sum(server.files().values())
    sending = witness.begin("queue", "run", vault, "--rate", "2MB", "--json")
    while sum(server.files().values()) < size + (2 << 20):
        if sending.poll() is not None:
            sys.exit(f"it ended before it was cut: {sending.communicate()}")
        time.sleep(0.05)
    (tor,) = _children(sending.pid)
    if kill_program:
        sending.kill()
        sending.communicate()
        _wait_for_end(tor)
    else:
        os.kill(tor, signal.SIGKILL)
        cut_at = time.monotonic()
        sending.communicate()
        print(f"    said so {time.monotonic() - cut_at:.1f} s after Tor was killed")
        if sending.returncode != NETWORK_TROUBLE:
            sys.exit(f"it ended with {sending.returncode}")
    print(f"    it stands: {witness.states()[-1]}")
    witness.run("queue", "resume", vault, _last(witness))
    witness.run("queue", "run", vault, "--json")
    _arrived(witness, server, before + 1)


def _last(witness: Witness) -> str:
    listed = json.loads(witness.run("queue", "list", str(witness.vault), "--json"))
    waiting = [one["id"] for one in listed["parcels"] if one["state"] == "waiting"]
    return str(waiting[-1])


def _children(parent: int) -> list[int]:
    listed = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    names = {int(pid): Path(f"/proc/{pid}/comm").read_text().strip() for pid in listed}
    return [pid for pid, name in names.items() if name == "tor"]


def _wait_for_end(process: int) -> None:
    began = time.monotonic()
    while time.monotonic() < began + ENDS_WITHIN:
        try:
            if Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                break
        except OSError:
            break
        time.sleep(0.2)
    else:
        sys.exit("Tor goes on without the program that started it")
    print(f"    its Tor ended {time.monotonic() - began:.1f} s after it was killed")


def _bridged(witness: Witness, network: TorNetwork, server: Server) -> None:
    """Send by a bridge, and by nothing else."""
    bridge = network.bridge(program("obfs4"))
    (witness.folder / "bridges").write_text(bridge)
    vault, kept = str(witness.vault), str(witness.folder / "bridges")
    said = witness.run("network", "set", vault, "--bridges-file", kept, "--json")
    print(f"    {json.loads(said)['bridges'][0][:24]}…")
    for path in server.folder.rglob("*"):
        if path.is_file():
            path.unlink()
    _send(witness, server, "Share")
    witness.run("network", "set", vault, "--no-bridges")


def _refused(witness: Witness, network: TorNetwork) -> None:
    guarded = network.onion(
        "guarded", 1, for_key="3CWHZRBJMOB56Z3LPG4GKGJWTQZTDGN5GVMLXEUV2KVP4BJAWCMA"
    )
    cases = (("Nobody", NOBODY, "onion-not-published"), ("Guarded", guarded, "onion-key-needed"))
    for name, onion, reason in cases:
        witness.add(name, "form", f"http://{onion}/")
        said = witness.run(
            "outlet", "test", str(witness.vault), name, "--json", code=NETWORK_TROUBLE
        )
        print(f"    {reason}: {json.loads(said)['error']['message']}")
        words = {"onion-not-published": "not online", "onion-key-needed": "asks for a key"}
        if words[reason] not in said:
            sys.exit(f"{name}: {said}")


@contextlib.contextmanager
def _timed(what: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    print(f"{what}: {time.monotonic() - began:.1f} s", flush=True)


def _found(name: str) -> str:
    places = (Path(folder) / name for folder in ("/usr/bin", "/usr/sbin", "/usr/local/bin"))
    return next((str(path) for path in places if path.is_file()), name)


if __name__ == "__main__":
    main()
