"""What each system is asked for to protect keys in memory, and what is said where it refuses."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from storage.vault import memory

PROJECT = Path(__file__).resolve().parents[3]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Machine":
    return Machine(tmp_path, monkeypatch)


class Machine:
    """A pretended /proc/swaps and /sys: devices by what they lie on."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.swaps = folder / "swaps"
        monkeypatch.setattr(memory, "SWAPS", self.swaps)
        monkeypatch.setattr(memory, "SYSFS", folder)
        self.numbers = folder / "dev" / "block"
        self.numbers.mkdir(parents=True)

    def device(self, name: str, *, uuid: str = "", on: tuple[str, ...] = ()) -> None:
        place = self.folder / "block" / name
        (place / "dm").mkdir(parents=True)
        (place / "dm" / "uuid").write_text(f"{uuid}\n")
        (place / "slaves").mkdir()
        for below in on:
            (place / "slaves" / below).symlink_to(self.folder / "block" / below)

    def swap_on(self, name: str) -> None:
        """Have a swap file lie on a device: on the one of this test's own folder."""
        file = self.folder / "swap file"
        file.touch()
        number = file.stat().st_dev
        link = self.numbers / f"{os.major(number)}:{os.minor(number)}"
        link.unlink(missing_ok=True)
        link.symlink_to(self.folder / "block" / name)
        shown = str(file).replace(" ", "\\040")
        self.swaps.write_text(f"Filename\tType\tSize\n{shown}\tfile\t\t1024\t0\t-2\n")


@LINUX
def test_swap_is_judged_by_what_it_lies_on(machine: Machine) -> None:
    machine.swaps.write_text("Filename\tType\tSize\tUsed\tPriority\n")
    assert memory._swap() == ()
    machine.device("sda2")
    machine.device("dm-0", uuid="CRYPT-LUKS2-abc", on=("sda2",))
    machine.device("dm-1", uuid="LVM-abc", on=("dm-0",))
    machine.device("dm-2", uuid="LVM-def", on=("dm-0", "sda2"))
    machine.device("zram0")
    machine.device("zram1")
    (machine.folder / "block" / "zram1" / "backing_dev").write_text("/dev/sda2\n")
    for name, sealed in (
        ("sda2", False),
        ("dm-0", True),
        ("dm-1", True),
        ("dm-2", False),
        ("zram0", True),
        ("zram1", False),
    ):
        machine.swap_on(name)
        assert memory._swap() == (() if sealed else ("swap-plain",)), name


@LINUX
def test_swap_that_nobody_can_tell_of_is_not_called_encrypted(machine: Machine) -> None:
    assert memory._swap() == ("swap-unknown",)
    machine.swaps.write_text("Filename\n/nowhere/at/all\tpartition\n")
    assert memory._swap() == ("swap-plain",)
    machine.device("dm-0", uuid="LVM-x", on=("dm-0",))
    machine.swap_on("dm-0")  # a circle
    assert memory._swap() == ("swap-plain",)


CHILD = """
import resource, sys
from pathlib import Path
from storage.vault import memory
assert not {"core-dumps", "memory-readable"} & set(memory.unprotected())
assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
print("ready", flush=True)
sys.stdin.read()
"""


@LINUX
def test_a_process_of_the_same_user_cannot_read_the_memory() -> None:
    """Shown by the owner of its /proc files: root's for a process that may not be dumped."""
    with subprocess.Popen(
        [sys.executable, "-c", CHILD],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        status = Path(f"/proc/{child.pid}/coredump_filter")
        assert status.exists()
        if os.geteuid() != 0:
            with pytest.raises(PermissionError):
                Path(f"/proc/{child.pid}/mem").open("rb").close()
        child.communicate()
    assert child.returncode == 0


def refusing(*_: Any) -> int:
    return -1


def test_what_linux_refuses_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(memory, "_swap", lambda: ())
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace(prctl=refusing, mlock=refusing))
    assert memory.unprotected() == ("memory-readable",)
    assert not memory.lock_memory(bytearray(32))
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace())
    assert memory.unprotected() == ("memory-readable",)
    assert not memory.lock_memory(bytearray(32))


def test_macos_is_asked_for_its_own_means(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Any, ...]] = []

    def ptrace(*arguments: Any) -> int:
        asked.append(arguments)
        return 0

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace(ptrace=ptrace))
    assert memory.unprotected() == ()
    assert asked == [(31, 0, None, 0)]
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace(ptrace=refusing))
    assert memory.unprotected() == ("memory-readable",)


def test_windows_is_asked_for_its_own_means(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, Any]] = []

    def called(name: str, answer: int) -> Any:
        def call(*arguments: Any) -> int:
            asked.append((name, arguments))
            return answer

        return call

    kernel = SimpleNamespace(
        SetErrorMode=called("SetErrorMode", 0),
        WerSetFlags=called("WerSetFlags", 0),
        VirtualLock=called("VirtualLock", 1),
    )
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert memory.unprotected() == ("memory-readable", "swap-unknown")
    assert memory.lock_memory(bytearray(32))
    assert [name for name, _ in asked] == ["SetErrorMode", "WerSetFlags", "VirtualLock"]
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(), raising=False)
    assert memory.unprotected() == ("core-dumps", "memory-readable", "swap-unknown")
    assert not memory.lock_memory(bytearray(32))


@LINUX
def test_a_key_is_locked_where_it_lies() -> None:
    secret = bytearray(32)
    before = int(_status("VmLck"))
    if not memory.lock_memory(secret):
        pytest.skip("this system allows no locked memory")
    assert int(_status("VmLck")) > before or before > 0


def _status(name: str) -> str:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(line.split()[1] for line in lines if line.startswith(name))
