"""What a program does to a disk, seen and made to fail by strace, below every library it uses.

A run can be recorded (each write with its bytes and its place, each sync, each name given and
taken) or hit: a chosen call of a chosen kind answers with an error, as a disk would.
"""

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from warm import Warm

RECORDED = (
    "openat,write,pwrite64,writev,pwritev,sendfile,copy_file_range,splice,lseek,ftruncate,"
    "truncate,fallocate,fsync,fdatasync,sync_file_range,rename,renameat,renameat2,link,linkat,"
    "unlink,unlinkat,mkdir,mkdirat,rmdir"
)
HIT = (
    *("write", "pwrite64", "fsync", "fdatasync", "rename", "unlink", "ftruncate", "mkdir"),
    "openat",
)
"""Kinds of calls that can be made to fail; ``openat`` where it makes a file."""

_LONGEST = 8_000_000
_LINE = re.compile(
    rb"^(\d+) +(?:(\w+)\((.*?)(?: <unfinished \.\.\.>)?|<\.\.\. (\w+) resumed>(.*))$", re.DOTALL
)
_ENDED = re.compile(rb"^(.*)\) += (-?\d+|\?)(?:<.*?>(?:\(deleted\))?)?( .*)?$", re.DOTALL)
_DESCRIPTOR = re.compile(rb"^(\d+|AT_FDCWD)<([^>]*)>(\(deleted\))?")
_TEXT = re.compile(rb'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Call:
    """One call that came to its end: its arguments as strace wrote them, and its result."""

    thread: int
    name: str
    untrusted_arguments: bytes
    result: int
    injected: bool

    @property
    def descriptor(self) -> tuple[int, str]:
        """The first argument, an open file: its number and its path."""
        found = _DESCRIPTOR.match(self.untrusted_arguments)
        if found is None or found[1] == b"AT_FDCWD":
            return -1, ""
        return int(found[1]), _plain(found[2]).decode()

    @property
    def texts(self) -> list[bytes]:
        """Its arguments that are bytes, whole."""
        return [_plain(text) for text in _TEXT.findall(self.untrusted_arguments)]

    @property
    def numbers(self) -> list[int]:
        """Its arguments that are numbers, in order, the first (a descriptor) apart."""
        rest = _TEXT.sub(b"", self.untrusted_arguments).split(b", ")[1:]
        return [int(part) for part in rest if part.lstrip(b"-").isdigit()]

    @property
    def flags(self) -> frozenset[str]:
        """Its flags, such as O_CREAT."""
        return frozenset(re.findall(r"[A-Z]+_[A-Z]+", self.untrusted_arguments.decode("latin-1")))


def _plain(escaped: bytes) -> bytes:
    return bytes.fromhex(escaped.replace(b"\\x", b"").decode("ascii"))


def recorded(program: Warm, act: Sequence[str], log: Path, folder: Path) -> list[Call]:
    """Run an act in a folder and return its calls, in the order in which they ended."""
    ended = program.run(act, folder, log.parent, _watching(f"trace={RECORDED}", log))
    if ended.returncode:
        raise RuntimeError(f"{act} ended with {ended.returncode}: {ended.stderr!r}")
    calls = list(_calls(log.read_bytes()))
    log.unlink()
    return calls


def hit(
    program: Warm, act: Sequence[str], log: Path, folder: Path, fault: "Fault"
) -> tuple[subprocess.CompletedProcess[bytes], list[Call]]:
    """Run an act of which one call fails (or all from that one on); return the failed calls."""
    when = f"{fault.turn}+" if fault.lasting else str(fault.turn)
    inject = f"inject={fault.name}:error={fault.error}:when={when}"
    watching = _watching(f"trace={fault.name}", log, "-e", inject)
    ended = program.run(act, folder, log.parent, watching)
    calls = [call for call in _calls(log.read_bytes()) if call.injected]
    log.unlink()
    return ended, calls


@dataclass(frozen=True, slots=True)
class Fault:
    """The ``turn``-th call of a name in each thread answers ``error``, and all after if lasting."""

    name: str
    turn: int
    error: str
    lasting: bool


def _watching(what: str, log: Path, *more: str) -> list[str]:
    said = ("-f", "-qq", "-y", "-xx", "-s", str(_LONGEST), "-o", str(log))
    return ["strace", *said, "-e", what, *more]


def _calls(log: bytes) -> Iterator[Call]:
    """Put together what strace wrote in two halves where threads took turns."""
    begun: dict[tuple[int, bytes], bytes] = {}
    for line in log.split(b"\n"):
        found = _LINE.match(line)
        if found is None:
            continue
        thread = int(found[1])
        if found[4] is None and line.endswith(b"<unfinished ...>"):
            begun[thread, found[2]] = found[3]
            continue
        name = found[2] or found[4]
        rest = found[3] if found[4] is None else begun.pop((thread, name), b"") + found[5]
        ended = _ENDED.match(rest)
        if ended is not None and ended[2] != b"?":
            injected = ended[3] is not None and b"INJECTED" in ended[3]
            yield Call(thread, name.decode(), ended[1], int(ended[2]), injected)
