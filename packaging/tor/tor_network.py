"""A whole Tor network on loopback: authorities, relays and an onion service, from the system's tor.

Nothing of it knows of the real network, nor tries to reach it: the relays know these authorities
alone. The votes are a few seconds apart instead of an hour. Source of the settings: Tor's manual,
"Testing Tor Network Options", and what its own chutney writes.
"""

import contextlib
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = "127.0.0.1"
AUTHORITIES, RELAYS = 5, 3
PATIENCE = 240.0
_PUBLISHED = "Uploaded hidden service descriptor (status 200"
_PUBLISHING = 2.0
"""Seconds from the first directory that took it to the last one: nothing says which that is."""
COMMON = f"""TestingTorNetwork 1
PathsNeededToBuildCircuits 0.67
TestingClientDownloadInitialDelay 0
TestingServerDownloadInitialDelay 0
TestingClientConsensusDownloadInitialDelay 0
TestingServerConsensusDownloadInitialDelay 0
TestingBridgeDownloadInitialDelay 0
TestingClientMaxIntervalWithoutRequest 1
TestingDirConnectionMaxStall 30
ServerDNSDetectHijacking 0
ServerDNSTestAddresses
Address {HERE}
"""
AUTHORITY = """AuthoritativeDirectory 1
V3AuthoritativeDirectory 1
ContactInfo nobody@example.invalid
ExitPolicy reject *:*
TestingV3AuthInitialVotingInterval 20
TestingV3AuthInitialVoteDelay 4
TestingV3AuthInitialDistDelay 4
V3AuthVotingInterval 20
V3AuthVoteDelay 4
V3AuthDistDelay 4
TestingDirAuthVoteExit *
TestingDirAuthVoteGuard *
TestingDirAuthVoteHSDir *
V3AuthNIntervalsValid 2
"""
RELAY = """ExitRelay 1
ExitPolicy accept 127.0.0.0/8:*
ExitPolicyRejectPrivate 0
"""
BRIDGE = """BridgeRelay 1
PublishServerDescriptor 0
ExitRelay 0
ExtORPort auto
ServerTransportPlugin obfs4 exec {program}
ServerTransportListenAddr obfs4 127.0.0.1:{port}
"""


@dataclass(slots=True)
class Node:
    """One process of tor, with a folder of its own."""

    name: str
    folder: Path
    program: str
    settings: str = ""
    ports: tuple[int, int] = (0, 0)
    process: subprocess.Popen[bytes] | None = None

    def start(self, common: str) -> None:
        """Start it; its log lies in its folder, with what is done about onions."""
        text = f"Nickname {self.name}\nDataDirectory {self.folder}\n{common}{self.settings}"
        (self.folder / "torrc").write_text(f"Log [rend]info notice stdout\nSocksPort 0\n{text}")
        with (self.folder / "log").open("wb") as log:
            self.process = subprocess.Popen(
                [self.program, "-f", self.folder / "torrc"],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def stop(self) -> None:
        """Kill it."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def says(self, what: str) -> bool:
        """Whether its log has these words; leaves with its log where it ended."""
        log = (self.folder / "log").read_text(errors="replace")
        if self.process is not None and self.process.poll() is not None:
            sys.exit(f"{self.name} ended:\n{log[-2000:]}")
        return what in log


@dataclass(slots=True)
class TorNetwork:
    """The nodes, and what each of them and every client has to be told."""

    folder: Path
    program: str
    common: str = ""
    nodes: list[Node] = field(default_factory=list)

    def onion(self, name: str, port: int, for_key: str = "") -> str:
        """Publish a port of this computer; return its onion address, once it is published.

        With a public key (X25519, base32), only for clients that have the private one.
        """
        folder = self.folder / name
        hidden = folder / "hidden"
        hidden.mkdir(parents=True, mode=0o700)
        folder.chmod(0o700)
        if for_key:
            clients = hidden / "authorized_clients"
            clients.mkdir(mode=0o700)
            (clients / "one.auth").write_text(f"descriptor:x25519:{for_key}\n")
        node = Node(name, folder, self.program)
        node.settings = f"HiddenServiceDir {hidden}\nHiddenServicePort 80 {HERE}:{port}\n"
        self.nodes.append(node)
        node.start(self.common)
        _wait(lambda: node.says(_PUBLISHED), "the onion service")
        time.sleep(_PUBLISHING)
        return (hidden / "hostname").read_text().strip()

    def bridge(self, program: Path) -> str:
        """Start a bridge that looks like nothing (obfs4); return the line that leads to it."""
        node = _node(self, "bridge", BRIDGE.format(program=program, port=_free_port()))
        node.start(self.common)
        _wait(lambda: node.says("Bootstrapped 100%"), "the bridge")
        written = node.folder / "pt_state" / "obfs4_bridgeline.txt"
        line = next(text for text in written.read_text().splitlines() if text.startswith("Bridge"))
        place = re.search(r"^ServerTransportListenAddr obfs4 (.*)$", node.settings, re.MULTILINE)
        fingerprint = (node.folder / "fingerprint").read_text().split()[1]
        assert place is not None  # noqa: S101  # it was written there
        return line.replace("<IP ADDRESS>:<PORT>", place[1]).replace("<FINGERPRINT>", fingerprint)

    def client(self) -> Path:
        """Return a program that is tor, as a client of this network: for whoever starts a tor."""
        script, common = self.folder / "client-tor", self.folder / "client-common"
        common.write_text(self.common)
        options = "--defaults-torrc none --ignore-missing-torrc"
        script.write_text(
            f"#!/bin/sh\n{{ cat; cat {common}; }} >torrc\nexec {self.program} -f torrc {options}\n"
        )
        script.chmod(0o700)
        return script


@contextlib.contextmanager
def tor_network(folder: Path, program: str, gencert: str) -> Iterator[TorNetwork]:
    """Give a network that carries something already."""
    made = TorNetwork(folder, program)
    authorities = [_node(made, f"auth{number}", AUTHORITY) for number in range(AUTHORITIES)]
    relays = [_node(made, f"relay{number}", RELAY) for number in range(RELAYS)]
    made.common = COMMON + "".join(_authority(node, gencert) for node in authorities)
    try:
        for node in (*authorities, *relays):
            node.start(made.common)
        _wait(lambda: all(node.says("Bootstrapped 100%") for node in made.nodes), "the relays")
        yield made
    finally:
        for node in made.nodes:
            node.stop()


def _node(network: TorNetwork, name: str, settings: str) -> Node:
    folder = network.folder / name
    (folder / "keys").mkdir(parents=True, mode=0o700)
    folder.chmod(0o700)
    ports = (_free_port(), _free_port())
    node = Node(name, folder, network.program, settings, ports)
    node.settings += f"ORPort {ports[0]}\n"
    if settings == AUTHORITY:
        node.settings += f"DirPort {ports[1]}\n"
    network.nodes.append(node)
    return node


def _authority(node: Node, gencert: str) -> str:
    """Make the keys of an authority; return the line that the others know it by."""
    keys = node.folder / "keys"
    made = [gencert, "--create-identity-key", "-m", "12", "-a", f"{HERE}:{node.ports[1]}"]
    subprocess.run(
        [*made, "--passphrase-fd", "0"], cwd=keys, input=b"none\n", check=True, capture_output=True
    )
    certificate = (keys / "authority_certificate").read_text()
    found = re.search(r"^fingerprint ([0-9A-F]{40})$", certificate, re.MULTILINE)
    nobody = f"x {HERE}:1 {'F' * 40}"
    listed = subprocess.run(
        [node.program, "--list-fingerprint", "--quiet", "--ignore-missing-torrc",
         "-f", str(node.folder / "none"), "--DataDirectory", str(node.folder),
         "--Nickname", node.name, "--ORPort", "1", "--DirAuthority", nobody],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    fingerprint = "".join(listed.split()[1:])[-40:]
    if found is None or not re.fullmatch("[0-9A-F]{40}", fingerprint):
        sys.exit(f"{node.name} has no keys: {listed}")
    orport, dirport = node.ports
    return (
        f"DirAuthority {node.name} orport={orport} v3ident={found[1]} "
        f"{HERE}:{dirport} {fingerprint}\n"
    )


def _wait(done: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + PATIENCE
    while not done():
        if time.monotonic() > until:
            sys.exit(f"{what} did not come up within {PATIENCE:.0f} s")
        time.sleep(0.5)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        port: int = probe.getsockname()[1]
        return port
