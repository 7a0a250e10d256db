"""Real phones' programs send to the real command: an independent LocalSend, a browser, curl."""

import hashlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from storage.vault import Vault
from tests.conftest import Tool
from tests.journeys import phones
from tests.journeys.conftest import PASSPHRASE, Ended, Firsthand
from tests.storage.outlets.alone import can_be_alone

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
HERE = "127.0.0.1"
TRACED = (
    "trace=open,openat,openat2,creat,rename,renameat,renameat2,mkdir,mkdirat,link,linkat,"
    "execve,clone,clone3,fork,vfork"
)
_PATIENCE = 60.0


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind((HERE, 0))
        return int(sock.getsockname()[1])


@dataclass
class Command:
    """A running ``receive``, and what it has said so far on standard error."""

    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.said.append(line.rstrip("\n"))

    def wait_for(self, pattern: str) -> re.Match[str]:
        """Give the first match in what it says, once it says so."""
        waiting = threading.Event()
        for _ in range(int(_PATIENCE / 0.05)):
            found = re.search(pattern, "\n".join(self.said))
            if found:
                return found
            assert self.process.poll() is None, self.said
            waiting.wait(0.05)
        raise AssertionError(self.said)

    @property
    def pin(self) -> str:
        return self.wait_for(r"PIN: (\d{6})")[1]

    @property
    def page(self) -> str:
        return self.wait_for(r"(https://\S+)")[1]

    def close(self) -> None:
        """Leave no process and no pipe behind."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(_PATIENCE)
        self._reader.join(_PATIENCE)
        for stream in (self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()

    def end(self, how: signal.Signals = signal.SIGINT) -> Ended:
        os.killpg(self.process.pid, how)
        assert self.process.stdout is not None
        out = self.process.stdout.read()
        code = self._code()
        self._reader.join(_PATIENCE)
        return Ended(code, out, "\n".join(self.said))

    def _code(self) -> int:
        """Wait for the end, which standard output has come to before.

        A tracer that followed into a bubble's rooms does not always come back when they are torn
        down; what it traced has ended all the same, and it is ended then.
        """
        try:
            return self.process.wait(_PATIENCE / 2)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            return self.process.wait(_PATIENCE)


Receive = Callable[..., Command]


@pytest.fixture
def receive(firsthand: Firsthand, vault: Path) -> Iterator[Receive]:
    running: list[Command] = []

    def begin(*options: str, before: tuple[str, ...] = (), address: str = HERE) -> Command:
        named = ("--address", address, "--port", str(free_port()), "--json")
        command = firsthand.command("receive", vault, *named, *options, "--passphrase-file", "-")
        process = firsthand.begin([*before, *(command[1:] if before else command)])
        running.append(Command(process))
        return running[-1]

    yield begin
    for command in running:
        command.close()


def until(there: Callable[[], bool]) -> None:
    waiting = threading.Event()
    for _ in range(int(_PATIENCE / 0.05)):
        if there():
            return
        waiting.wait(0.05)
    raise AssertionError


def items(ended: Ended) -> dict[str, dict[str, Any]]:
    assert "Traceback" not in ended.err
    return {item["source"]: item for item in ended.json["items"]}


def form(tool: Tool, page: str, *files: Path, language: str = "en") -> str:
    """Send files as a browser without scripts does, and give the page that comes back."""
    sent = [part for path in files for part in ("-F", f"files=@{path}")]
    asked = ("--silent", "--insecure", "--header", f"Accept-Language: {language}")
    done = subprocess.run(
        [tool("curl"), *asked, *sent, page], capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.skipif(not can_be_alone(), reason="no network of its own here (Linux, root, iproute2)")
def test_an_independent_localsend_finds_it_and_sends(
    receive: Receive, firsthand: Firsthand, samples: Path, tool: Tool
) -> None:
    tool("openssl")  # the device makes its certificate with it
    within = (*phones.WITHIN, "links")
    command = receive("--announce", "--keep-device", before=within, address=phones.ADDRESS)
    files = [str(path) for path in sorted(samples.iterdir())]
    pin = command.pin
    found = pgid_net(command.process.pid)
    with tempfile.TemporaryDirectory() as folder:  # short, for a socket's name is
        done = subprocess.run(
            [*found, sys.executable, phones.__file__, folder, pin, *files],
            capture_output=True,
            text=True,
            check=False,
            env={**firsthand.environment(), "PYTHONPATH": str(Path.cwd())},
        )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    fingerprint = command.wait_for(r"SHA-256: ([0-9A-F ]+)")[1].replace(" ", "")
    assert told["device"]["fingerprint"] == fingerprint
    assert (told["tried"], told["ended"]) == ("pin_required", "sent")
    command.wait_for("Examining and cleaning")
    ended = command.end()
    assert ended.code == 130
    kept = items(ended)
    assert set(kept) == {Path(file).name for file in files}
    for file in files:
        item = kept[Path(file).name]
        assert item["sha256"] == digest(Path(file))
        assert item["acquired_from"] == "localsend"
        assert item["derivatives"]
    assert "gave a wrong PIN" in ended.err


def pgid_net(pid: int) -> tuple[str, ...]:
    """Return how to run something in the network of another process."""
    return ("nsenter", f"--net=/proc/{pid}/ns/net")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_a_kill_cuts_off_is_not_there_and_the_rest_is(
    receive: Receive, samples: Path, vault: Path, tool: Tool, tmp_path: Path
) -> None:
    """The process dies at once, in the middle of a file, as when the power fails."""
    command = receive()
    photo = samples / "IMG_20240501_184207.jpg"
    assert "sealed" in form(tool, command.page, photo)
    long = tmp_path / "half.jpg"
    long.write_bytes(photo.read_bytes() + bytes(30_000_000))
    slowly = ("--silent", "--insecure", "--limit-rate", "2M", "--upload-file", str(long))
    process = subprocess.Popen([tool("curl"), *slowly, f"{command.page}?name=half.jpg"])
    command.wait_for("IMG_20240501_184207.jpg: sealed")
    until(lambda: any(part.stat().st_size > 1_000_000 for part in vault.rglob("*.part")))
    os.killpg(command.process.pid, signal.SIGKILL)
    process.wait()
    with Vault.open(vault, PASSPHRASE) as opened:
        assert [one.sha256 for one in opened.originals()] == [digest(photo)]
        assert not opened.check(deep=True)
    assert not list(vault.rglob("*.part"))


def test_a_form_is_sealed_and_nothing_plain_is_written_anywhere(
    receive: Receive, samples: Path, vault: Path, tool: Tool, tmp_path: Path
) -> None:
    """strace sees every file that any of the processes opens for writing."""
    log, letter = tmp_path / "log", tmp_path / "letter.txt"
    letter.write_text("Dear all")
    photo, video = samples / "IMG_20240501_184207.jpg", samples / "VID_20240501_184512.mp4"
    traced = (tool("strace"), "-f", "-qq", "-e", TRACED, "-s", "400", "-o", str(log))
    command = receive(before=(*traced, sys.executable))
    assert len(command.wait_for(r"Words:   ([a-z ]+)")[1].split()) == 8
    for said in ("LocalSend app", "Nothing is deleted on the phone", "Who watches this network"):
        command.wait_for(said)
    assert "ni photo ni vidéo" in form(tool, command.page, photo, letter, video, language="fr")
    command.wait_for("Examining and cleaning")
    ended = command.end()
    assert ended.code in {130, -signal.SIGKILL}, "the tracer's own end is not looked at"
    assert ended.json["beset"] is False
    kept = items(ended)
    assert {name: item["status"] for name, item in kept.items()} == {
        photo.name: "sealed",
        letter.name: "refused",
        video.name: "sealed",
    }
    for sent in (photo, video):
        assert kept[sent.name]["sha256"] == digest(sent)
        assert kept[sent.name]["acquired_from"] == "browser"
        assert kept[sent.name]["derivatives"]
    paths = written(log)
    assert any(path.startswith(str(vault)) for path in paths), "strace saw nothing"
    allowed = (str(vault), "/dev/", "/proc/self/", "/proc/thread-self/")
    assert [path for path in paths if not path.startswith(allowed)] == []


WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE|^(?:creat|mkdir|rename|link)\w*\(")
STARTED = re.compile(r"(?:clone3?|v?fork)(?:\(| resumed).*= (\d+)$")


def written(log: Path) -> list[str]:
    """Give every path that a process opened for writing, made, renamed or linked.

    The media child's bubble, where there is one, makes folders of its own that are nowhere here.
    """
    calls = [line.split(maxsplit=1) for line in log.read_text(errors="replace").splitlines()]
    bubble: set[str] = set()
    for process, call in calls:
        started = STARTED.search(call)
        if "bwrap" in call and call.startswith("execve"):
            bubble.add(process)
        elif started and process in bubble:
            bubble.add(started[1])
    return [
        path
        for process, call in calls
        if process not in bubble and WRITING.search(call)
        for path in re.findall(r'"([^"]+)"', call)
    ]


def test_another_computers_address_is_refused(firsthand: Firsthand, vault: Path) -> None:
    refused = firsthand.vault("receive", vault, "--address", "0.0.0.0", "--json")  # noqa: S104 # refused
    assert refused.code == 1
    assert refused.json["error"]["code"] == "cannot-receive"
    assert refused.json["error"]["reason"] == "not-ours"
