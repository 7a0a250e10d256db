"""A terminal's Ctrl-C reaches every process of a group; the parent alone decides how work ends."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]

_WHILE_IT_RAINS = """
import io, os, signal, sys, threading
from capture.isolate import MediaPool
from tests.capture.doors.conftest import photo_bytes

os.setpgid(0, 0)
signal.signal(signal.SIGINT, lambda *_: None)
over, kinds = threading.Event(), []

def interrupt():
    while not over.is_set():
        os.killpg(0, signal.SIGINT)

def work():
    try:
        for _ in range(3):
            with MediaPool(workers=1) as pool:
                kinds.append(pool.inspect(io.BytesIO(photo_bytes())).kind.value)
    finally:
        over.set()

threads = [threading.Thread(target=one) for one in (work, interrupt)]
for one in threads:
    one.start()
while threads[0].is_alive():
    threads[0].join(0.1)
print(*kinds)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="groups of processes are POSIX's")
def test_an_interrupt_while_a_child_is_started_does_not_end_it() -> None:
    """Before it is in a group of its own it hears what its parent's group does."""
    done = subprocess.run(
        [sys.executable, "-c", _WHILE_IT_RAINS],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["jpeg"] * 3, done.stderr
