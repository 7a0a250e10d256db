"""A confined child whose reading of a file is taken over: the first bytes say how it misbehaves."""

import os
import resource
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from capture import examine
from capture.errors import Damaged, Unsupported
from capture.formats.base import Cleaning, Profile, Sink
from capture.isolate import child, wire
from capture.isolate.channel import Channel
from capture.isolate.wire import Kind
from capture.kinds import MediaKind
from capture.progress import Tick
from capture.report import Facts, Harm, MetadataReport, Trace

FACTS = Facts("1.000000", "-2.000000", "2024-05-01T10:00:00+02:00", "Maker Model", "1.5", 40, 30)


def _hold_up(pid: int) -> None:
    os.kill(pid, signal.SIGSTOP)


_ATTACKS: dict[str, Callable[[], object]] = {
    "write-file": lambda: Path(os.environ["ROGUE_FILE"]).write_bytes(b"x" * 10),
    "read-file": lambda: Path(os.environ["ROGUE_FILE"]).read_bytes(),
    "list-folder": lambda: list(Path(os.environ["ROGUE_FILE"]).parent.iterdir()),
    "remove-file": lambda: Path(os.environ["ROGUE_FILE"]).unlink(),
    "connect": lambda: socket.create_connection(("127.0.0.1", int(os.environ["ROGUE_PORT"]))),
    "send": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
    "local": lambda: socket.socket(socket.AF_UNIX).connect("/run/dbus/system_bus_socket"),
    "fork": os.fork,
    "program": lambda: os.execv("/bin/sh", ["sh", "-c", "true"]),  # noqa: S606 # the point of it
    "stop-parent": lambda: _hold_up(os.getppid()),
    "more-memory": lambda: resource.setrlimit(resource.RLIMIT_AS, (64 << 30, 64 << 30)),
}


def _misbehave(source: BinaryIO, tick: Tick) -> MetadataReport:  # noqa: C901 # one case each
    behaviour = source.read(16).split(b".")[0].decode()
    match behaviour:
        case "crash":
            os.abort()
        case "hang":
            time.sleep(3600)
        case "hang-loudly":
            while True:
                tick(0, 0)
                time.sleep(0.01)
        case "eat":
            bytearray(64 << 30)
        case "bug":
            raise KeyError(behaviour)
        case "damaged":
            raise Damaged("at the start", part="header")
        case _ if act := _ATTACKS.get(behaviour):
            act()
        case "nonsense":
            os.write(3, b"\xff" * 64)
            os.write(4, b"\xff" * 64)
        case _:
            pass
    source.seek(0)
    return MetadataReport(
        MediaKind.JPEG,
        len(source.read()),
        (Trace("GPS", "here", Harm.LOCATION, "APP1", (b"needle\x00",)),),
        facts=FACTS,
    )


def _clean(source: BinaryIO, sink: Sink, profile: Profile, tick: Tick) -> Cleaning:
    source.seek(0)
    behaviour = source.read(16).split(b".")[0].decode()
    if behaviour == "unsupported":
        raise Unsupported
    if frame := _NONSENSE.get(behaviour):
        _CHANNELS[-1].send(*frame)
    source.seek(0)
    if behaviour == "parts":
        whole = memoryview(source.read())
        for part in (b"head", whole[70_001:], whole[3:80_000], whole[9:20], b"tail", whole):
            sink.write(part)  # type: ignore[arg-type] # a view is taken, too, and says where it lies
    source.seek(0)
    while piece := source.read(100_001):
        sink.write(piece)
    tick(0, 0)
    return Cleaning(MediaKind.JPEG, lossless=profile is Profile.FAITHFUL, steps=())


_NONSENSE = {
    "put-outside": (Kind.PUT, wire.PUT.pack(2 * wire.MAX_WRITE - 1, 2)),
    "put-too-much": (Kind.PUT, wire.PUT.pack(0, wire.MAX_WRITE + 1)),
    "same-outside": (Kind.SAME, wire.PUT.pack(1, 16)),
    "show": (Kind.SHOWN, wire.SHOWN.pack(1)),
    "report-twice": (Kind.REPORT, b"{}"),
    "odd-error": (Kind.FAIL, b'{"class": "Damaged", "detail": "", "facts": {"detail": "x"}}'),
}


_CHANNELS: list[Channel] = []


class _Known(Channel):
    """A channel that the misbehaving functions can reach."""

    def __init__(self, *parts: Any, **named: Any) -> None:
        super().__init__(*parts, **named)
        _CHANNELS.append(self)


child.Channel = _Known  # type: ignore[attr-defined] # the point of this file
examine.clean = _clean  # type: ignore[assignment] # likewise
examine.inspect = _misbehave  # type: ignore[assignment] # likewise
sys.exit(child.main())
