"""A child that was taken over reaches nothing: each attempt fails, and its parent hears of it."""

import io
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from capture.errors import CaptureError, DecoderCrashed, DecoderForbidden, DecoderMemory
from capture.isolate import MediaPool, confine, process
from capture.isolate.limits import bubble, jobs, seatbelt, seccomp
from capture.isolate.limits.promises import Held
from capture.isolate.limits.syscalls import ALLOWED, DEADLY, LOOKED_AT

linux = pytest.mark.skipif(sys.platform != "linux", reason="these means are those of Linux")
_SECRET = b"nobody else reads this"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "evidence.txt"
    path.write_bytes(_SECRET)
    return path


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        yield server


@pytest.fixture
def rogue(
    monkeypatch: pytest.MonkeyPatch, secret: Path, listener: socket.socket
) -> Iterator[MediaPool]:
    script = Path(__file__).with_name("rogue_child.py")
    port = str(listener.getsockname()[1])
    told = {"ROGUE_FILE": str(secret), "ROGUE_PORT": port}
    monkeypatch.setattr(process, "_command", lambda: [sys.executable, str(script)])
    monkeypatch.setattr(process, "_environment", lambda: told)
    with MediaPool(workers=1, stall_seconds=20.0) as children:
        yield children


def _file(behaviour: str) -> io.BytesIO:
    return io.BytesIO(behaviour.encode().ljust(16, b"."))


@linux
@pytest.mark.parametrize(
    ("behaviour", "expected"),
    [
        ("read-file", DecoderCrashed),
        ("write-file", DecoderCrashed),
        ("list-folder", DecoderCrashed),
        ("remove-file", DecoderCrashed),
        ("local", DecoderCrashed),
        ("more-memory", DecoderCrashed),
        ("eat", DecoderMemory),
        ("connect", DecoderForbidden),
        ("send", DecoderForbidden),
        ("fork", DecoderForbidden),
        ("program", DecoderForbidden),
        ("stop-parent", DecoderForbidden),
    ],
)
def test_what_a_child_that_was_taken_over_tries_fails_and_is_reported(
    rogue: MediaPool,
    secret: Path,
    listener: socket.socket,
    behaviour: str,
    expected: type[CaptureError],
) -> None:
    with pytest.raises(expected) as raised:
        rogue.inspect(_file(behaviour))
    assert type(raised.value) is expected
    assert secret.read_bytes() == _SECRET
    with pytest.raises(TimeoutError):
        listener.accept()
    assert rogue.inspect(_file("well")).size == 16


@linux
def test_every_promise_is_kept_by_the_real_child() -> None:
    with MediaPool(workers=1) as pool:
        held = pool.held()
    assert frozenset(Held) - held <= {Held.APART}, "only a bubble may be missing, where none works"


@linux
def test_without_a_bubble_the_rest_still_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bubble, "_found", lambda: None)
    with MediaPool(workers=1) as pool:
        assert pool.held() == frozenset(Held) - {Held.APART}
        photo = io.BytesIO()
        Image.new("RGB", (40, 30), (9, 99, 200)).save(photo, "JPEG")
        assert pool.preview(photo, 20).width == 20


@linux
def test_a_bubble_that_does_not_work_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bubble, "_found", lambda: "/usr/bin/false")
    command = ["python", "main.py"]
    assert bubble.around(command, confine.readable()) == command


@linux
def test_inside_a_bubble_there_is_nothing_but_code(tmp_path: Path) -> None:
    program = [sys.executable, "-c", _LOOK_AROUND, str(tmp_path)]
    command = bubble.around(program, confine.readable())
    if command == program:
        assert "FIRSTHAND_REQUIRE_TOOLS" not in os.environ, "the gate tries it"
        pytest.skip("this system has no bubble")
    said = json.loads(subprocess.run(command, capture_output=True, check=True, env={}).stdout)
    assert said["processes"] <= 2
    assert said["devices"] in ([], ["lo"])
    assert said["there"] is False
    assert said["told"] == "1"


_LOOK_AROUND = """
import json, os, socket, sys
print(json.dumps({
    "processes": sum(name.isdigit() for name in os.listdir("/proc")),
    "devices": [name for _, name in socket.if_nameindex()],
    "there": os.path.exists(sys.argv[1]),
    "told": os.environ.get("FIRSTHAND_APART"),
}))
"""


def test_a_call_is_in_one_list_alone() -> None:
    lists = (set(ALLOWED), set(LOOKED_AT), set(DEADLY))
    assert len(set.union(*lists)) == sum(map(len, lists))
    for column in (0, 1):
        numbers = [
            pair[column]
            for table in (ALLOWED, LOOKED_AT, DEADLY)
            for pair in table.values()
            if pair[column] is not None
        ]
        assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_ends_every_way_in_a_return(machine: str) -> None:
    rows = list(seccomp._program(machine))
    returns = 0x06
    assert len(rows) < 4096
    assert rows[-1][0] == returns
    for at, (code, then, otherwise, _value) in enumerate(rows):
        if code != returns:
            assert at + 1 + max(then, otherwise) < len(rows)


def test_a_code_reads_its_own_folders_and_never_the_whole_house() -> None:
    house = Path(process._MAIN).parent
    places = list(confine.readable())
    assert house not in places
    assert house / "capture" in places
    assert not any(house.is_relative_to(place) for place in places if place != Path("/"))
    assert Path("/") not in places


def test_the_profile_for_macos_denies_first_and_quotes_its_paths() -> None:
    profile = seatbelt.profile([Path('/a "b"/c')])
    assert profile.startswith("(version 1)(deny default)")
    assert '(subpath "/a \\"b\\"/c")' in profile
    assert "network" not in profile
    assert "process-exec" not in profile
    assert "file-write" not in profile


class _Windows:
    """Stands for the system's libraries, and notes what it was asked."""

    def __init__(self, *, refuses: str = "") -> None:
        self.refuses = refuses
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> "_Answer":
        return _Answer(self, name)


class _Answer:
    def __init__(self, system: _Windows, name: str) -> None:
        self.system, self.name = system, name
        self.restype: object = None

    def __call__(self, *_arguments: object) -> int:
        self.system.asked.append(self.name)
        return 0 if self.name == self.system.refuses else 1


def test_windows_promises_what_it_took_and_no_more() -> None:
    system = _Windows()
    assert jobs.bind(system, system) == {Held.MEMORY, Held.PROGRAMS, Held.WRITING}
    assert "AssignProcessToJobObject" in system.asked
    system = _Windows(refuses="AssignProcessToJobObject")
    assert jobs.bind(system, system) == {Held.WRITING}
    system = _Windows(refuses="SetTokenInformation")
    assert jobs.bind(system, system) == {Held.MEMORY, Held.PROGRAMS}
    assert system.asked[-1] == "CloseHandle"


@pytest.mark.skipif(sys.platform == "linux", reason="there they apply")
def test_elsewhere_nothing_is_promised_that_is_not_there() -> None:
    assert seccomp.apply() == frozenset()
    assert os.name
