"""Receiving through the air, against the same files sealed from a folder.

A phone that sends as LocalSend's app does (two files at once) to ``receive`` on the loopback,
against ``import --seal-only`` of the same files: what the network and TLS cost on top. Compared are
seconds of CPU of the whole command, because a loopback has no speed of its own; and the memory
that the receiver holds, empty and at its fullest. Needs room for three times the files.
"""

import argparse
import json
import os
import re
import secrets
import signal
import ssl
import subprocess
import sys
import tempfile
import threading
from http.client import HTTPSConnection
from pathlib import Path

import measure

sys.path.insert(0, str(measure.PROJECT))

PASSPHRASE = "a passphrase of the benchmark"  # noqa: S105 # of a vault that is thrown away
_HERE = "127.0.0.1"
_PORT = 53399
_API = "/api/localsend/v2"
_START = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
_BLOCK = 1 << 20
_AT_ONCE = 2


def main() -> None:
    """Make the files, run the rounds, print the ratio and the memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=8)
    parser.add_argument("--megabytes", type=int, default=1000, help="of all of them together")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="where there is room")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as made:
        source = measure.anew(Path(made) / "source")
        for number in range(options.files):
            _write(source / f"{number:03}.jpg", options.megabytes * 10**6 // options.files)
        ratios = [_round(Path(made), source) for _ in range(options.rounds)]
    print(f"receive / import --seal-only, CPU: {sorted(ratios)[len(ratios) // 2]:.2f} (median)")


def _write(path: Path, size: int) -> None:
    with path.open("wb") as stream:
        stream.write(_START)
        while (left := size - stream.tell()) > 0:
            stream.write(secrets.token_bytes(min(left, _BLOCK)))


def _round(folder: Path, source: Path) -> float:
    sealed = _command(folder, "import", str(source), "--seal-only")
    before = _spent()
    sealed.communicate(PASSPHRASE + "\n")
    folder_seconds = _spent() - before
    command = _command(folder, "receive", "--address", _HERE, "--port", str(_PORT), "--json")
    before = _spent()
    empty, fullest = _send(command, sorted(source.iterdir()))
    air_seconds = _spent() - before
    print(f"    seal {folder_seconds:.2f} s, air {air_seconds:.2f} s of CPU; "
          f"memory {empty} MB empty, {fullest} MB at its fullest")  # fmt: skip
    return air_seconds / folder_seconds


def _command(folder: Path, name: str, *arguments: str) -> "subprocess.Popen[str]":
    vault = measure.anew(folder / "vault")
    measure.call(
        *measure.FIRSTHAND, "vault", "create", vault, "--passphrase-file", _passphrase(folder)
    )
    return subprocess.Popen(
        [*measure.FIRSTHAND, name, str(vault), *arguments, "--passphrase-file", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _passphrase(folder: Path) -> Path:
    path = folder / "passphrase"
    path.write_text(PASSPHRASE)
    return path


def _spent() -> float:
    """Return the seconds of CPU of all commands that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def _send(command: "subprocess.Popen[str]", files: list[Path]) -> tuple[int, int]:
    """Send all files as a phone does, then end the command before it examines them.

    Return the megabytes of memory that it held before and at its fullest.
    """
    if command.stdin is None or command.stderr is None:
        raise RuntimeError
    command.stdin.write(PASSPHRASE + "\n")
    command.stdin.close()
    pin = ""
    while not pin:
        found = re.search(r"PIN: (\d+)", command.stderr.readline())
        pin = found[1] if found else ""
    threading.Thread(target=command.stderr.read, daemon=True).start()
    empty = _memory(command.pid)
    sampled = _Sampled(command.pid)
    _upload(pin, files)
    fullest = sampled.end()
    command.send_signal(signal.SIGKILL)
    command.wait()
    return empty, fullest


class _Sampled:
    """The most memory that a process holds, looked at often; its peak was opening the vault."""

    def __init__(self, process: int) -> None:
        self._most = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, args=(process,))
        self._thread.start()

    def _watch(self, process: int) -> None:
        while not self._over.wait(0.02):
            self._most = max(self._most, _memory(process))

    def end(self) -> int:
        """Return the most that was seen."""
        self._over.set()
        self._thread.join()
        return self._most


def _memory(process: int) -> int:
    """Return the megabytes of memory that a process holds now."""
    said = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", said)
    return int(found[1]) // 1000 if found else 0


def _upload(pin: str, files: list[Path]) -> None:
    said = {
        path.name: {"id": path.name, "fileName": path.name, "size": path.stat().st_size}
        for path in files
    }
    body = json.dumps({"info": {"alias": "bench"}, "files": said}).encode()
    opened = json.loads(_post(f"/prepare-upload?pin={pin}", body))
    waiting = list(files)
    threads = [
        threading.Thread(target=_upload_each, args=(waiting, opened)) for _ in range(_AT_ONCE)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _upload_each(waiting: list[Path], opened: dict[str, dict[str, str]]) -> None:
    while waiting:
        path = waiting.pop()
        token = opened["files"][path.name]
        with path.open("rb") as stream:
            _post(
                f"/upload?sessionId={opened['sessionId']}&fileId={path.name}&token={token}", stream
            )


def _post(path: str, body: object) -> bytes:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    line = HTTPSConnection(_HERE, _PORT, context=context, blocksize=_BLOCK)
    length = str(os.fstat(body.fileno()).st_size if hasattr(body, "fileno") else len(body))  # type: ignore[arg-type] # bytes
    line.request("POST", _API + path, body, {"Content-Length": length})  # type: ignore[arg-type] # bytes or a file
    answer = line.getresponse()
    if answer.status != 200:  # noqa: PLR2004 # of HTTP
        sys.exit(f"the receiver answered {answer.status}")
    return answer.read()


if __name__ == "__main__":
    main()
