"""The real servers that outlets are tried against, each a process of its own on loopback."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, NoReturn

import pytest

from tests.conftest import REQUIRED, find_tool

HERE = "127.0.0.1"
USER, PASSWORD = "witness", "quiet-harbour-9"
SSHD = "/usr/sbin/sshd"
_PATIENCE = 20.0

WSGIDAV = """
import sys
from cheroot import wsgi
from wsgidav.wsgidav_app import WsgiDAVApp
folder, port, user, password = sys.argv[1:]
app = WsgiDAVApp({
    "provider_mapping": {"/": folder},
    "simple_dc": {"user_mapping": {"*": {user: {"password": password}}}},
    "verbose": 0, "logging": {"enable": False},
})
wsgi.Server(("127.0.0.1", int(port)), app).start()
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(slots=True)
class Server:
    """One server: where it answers, the folder that it serves, and how it is started."""

    url: str
    port: int
    folder: Path
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    says_port: bool = False
    """Whether the port is chosen by the server, which says it on its output."""

    def start(self) -> None:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("RCLONE")}
        self.process = subprocess.Popen(
            self.command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if self.says_port else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**clean, **self.environment},
        )
        if self.says_port:
            self._read_port(self.process)
        answering(self.port, self.process)

    def _read_port(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            if (said := re.search(rb"http://127\.0\.0\.1:([0-9]+)", line)) is not None:
                self.port = int(said[1])
                self.url = f"http://{HERE}:{self.port}/"
                # What it goes on to say would fill the pipe, and then it would wait.
                threading.Thread(target=_drain, args=(process.stdout,), daemon=True).start()
                return
        pytest.fail("the server does not say where it is", pytrace=False)

    def kill(self) -> None:
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.process = None

    def files(self) -> dict[str, int]:
        """What is in the folder: name → bytes."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.stat().st_size for path in found}


def _drain(said: IO[bytes]) -> None:
    with said:
        for _ in said:
            pass


def without(what: str) -> NoReturn:
    """End a test that wants something which is not here, as ``find_tool`` does."""
    message = f"{what} is not installed"
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def answering(port: int, process: subprocess.Popen[bytes] | None = None) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        if process is not None and process.poll() is not None:
            pytest.fail(f"the server ended with {process.returncode}", pytrace=False)
        with contextlib.suppress(OSError), socket.create_connection((HERE, port), 1):
            return
        time.sleep(0.05)
    pytest.fail("the server does not answer", pytrace=False)


@contextlib.contextmanager
def running(server: Server) -> Iterator[Server]:
    server.folder.mkdir(parents=True, exist_ok=True)
    try:
        server.start()
        yield server
    finally:
        server.kill()


def wsgidav(folder: Path) -> Server:
    port = free_port()
    command = [sys.executable, "-c", WSGIDAV, str(folder), str(port), USER, PASSWORD]
    return Server(f"http://{HERE}:{port}/", port, folder, command)


def rclone() -> str:
    """The rclone that the locked package brings: Debian's has no ``serve s3``."""
    return str(Path(sys.executable).with_name("rclone"))


def rclone_webdav(folder: Path) -> Server:
    port = free_port()
    serve = [rclone(), "serve", "webdav", str(folder), "--addr", f"{HERE}:{port}"]
    login = ["--user", USER, "--pass", PASSWORD, "--config", os.devnull]
    return Server(f"http://{HERE}:{port}/", port, folder, serve + login)


def rclone_s3(folder: Path) -> Server:
    port = free_port()
    (folder / "bucket").mkdir(parents=True, exist_ok=True)
    serve = [rclone(), "serve", "s3", str(folder), "--addr", f"{HERE}:{port}"]
    login = ["--auth-key", f"{USER},{PASSWORD}", "--config", os.devnull]
    return Server(f"http://{HERE}:{port}/bucket", port, folder / "bucket", serve + login)


def nanio(folder: Path) -> Server:
    """An S3 server that keeps the parts of what is unfinished on the disk, and so over a kill."""
    program = Path(sys.prefix) / "nanio" / "bin" / "nanio"
    if not program.exists():
        without("the S3 server nanio (packaging/test.sh installs it)")
    port = free_port()
    (folder / "bucket").mkdir(parents=True, exist_ok=True)
    serve = [str(program), "serve", "--data-dir", str(folder), "--host", HERE, "--port", str(port)]
    keys = {"NANIO_ACCESS_KEY": USER, "NANIO_SECRET_KEY": PASSWORD}
    command = [*serve, "--no-access-log", "--log-level", "error"]
    return Server(f"http://{HERE}:{port}/bucket", port, folder / "bucket", command, keys)


def tus(folder: Path, largest: int | None = None) -> Server:
    modules = Path(sys.prefix) / "tus"
    if not (modules / "node_modules").is_dir():
        without("the tus server (packaging/test.sh installs it)")
    port = free_port()
    script = Path(__file__).with_name("tus_server.mjs")
    command = [find_tool("node"), str(script), str(modules), str(folder), str(port)]
    limit = [] if largest is None else [str(largest)]
    return Server(f"http://{HERE}:{port}/files", port, folder, command + limit)


def sshd(folder: Path) -> Server:
    """OpenSSH's own server, with its internal SFTP, for this user alone and by key alone."""
    port, home = free_port(), folder.parent / "sshd"
    home.mkdir(parents=True, exist_ok=True)
    for name in ("host", "user"):
        if not (home / name).exists():
            key = [find_tool("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-C", ""]
            subprocess.run([*key, "-f", str(home / name)], check=True)
    (home / "config").write_text(
        f"ListenAddress {HERE}:{port}\nHostKey {home}/host\nPidFile none\nUsePAM no\n"
        f"AuthorizedKeysFile {home}/user.pub\nStrictModes no\nPasswordAuthentication no\n"
        "Subsystem sftp internal-sftp\nMaxStartups 100\n"
    )
    Path("/run/sshd").mkdir(exist_ok=True)  # where it parts with its rights
    command = [sshd_program(), "-D", "-e", "-f", str(home / "config")]
    return Server(f"sftp://{HERE}:{port}{folder}", port, folder, command)


def stub(path: str) -> Callable[[Path], "Server"]:
    """A stub of Nextcloud (said to be one), at one of its places."""

    def make(folder: Path) -> Server:
        return _stub("nextcloud_stub", folder, path)

    return make


def archive_stub(folder: Path) -> "Server":
    """A stub of the Internet Archive (said to be one)."""
    return _stub("archive_stub", folder, "/")


def _stub(module: str, folder: Path, path: str) -> Server:
    port = free_port()
    command = [sys.executable, "-m", f"{__package__}.{module}", str(folder), str(port)]
    found = {"PYTHONPATH": str(Path(__file__).resolve().parents[3])}
    return Server(f"http://{HERE}:{port}{path}", port, folder, [*command, USER, PASSWORD], found)


def onionshare(folder: Path, version: str = "2.7") -> Server:
    """OnionShare in receive mode, without Tor; it chooses its port and takes its settings along."""
    program = Path(sys.prefix) / f"onionshare-{version}" / "bin" / "onionshare-cli"
    if not program.exists():
        without(f"onionshare-cli {version} (packaging/test.sh installs it)")
    home = folder.parent / "home"
    command = [str(program), "--local-only", "--receive", "--public", "--data-dir", str(folder)]
    return Server("", 0, folder, command, {"HOME": str(home)}, says_port=True)


def old_onionshare(folder: Path) -> Server:
    """The OnionShare that Debian and many newsrooms still have."""
    return onionshare(folder, "2.6")


def sshd_program() -> str:
    return SSHD if os.access(SSHD, os.X_OK) else find_tool("sshd")


def sshd_keys(server: Server) -> tuple[str, str]:
    """The host's public key, and the private one that it lets in."""
    home = server.folder.parent / "sshd"
    return (home / "host.pub").read_text(), (home / "user").read_text()


Maker = Callable[[Path], Server]
