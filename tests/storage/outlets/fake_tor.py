"""A program that says what Tor says, and leads wherever the test's proxy leads."""

import sys
from dataclasses import dataclass
from pathlib import Path

SCRIPT = """#!{python}
import os, signal, sys, time
home = {home!r}
with open(os.path.join(home, "said"), "a") as said:
    said.write("\\n".join((*sys.argv[1:], sys.stdin.read(), "--", "")))
if os.path.exists("state"):
    with open("state") as old, open(os.path.join(home, "state"), "w") as copy:
        copy.write(old.read())
def leave(*_):
    with open("state", "w") as state:
        state.write("TorVersion 1\\nGuard in=default rsa_id=AA nickname=x\\nLastWritten now\\n")
    with open(os.path.join(home, "left"), "a") as left:
        left.write("x")
    os._exit(0)
signal.signal(signal.SIGTERM, leave)
print("Nov 22 10:00:00.000 [notice] Socks listener listening on port {port}.", flush=True)
for line in {lines!r}:
    print("Nov 22 10:00:00.000 " + line, flush=True)
if {ends!r}:
    os._exit(1)
while True:
    time.sleep(0.05)
"""

READY = ("[notice] Bootstrapped 0% (starting): Starting",
         "[notice] Bootstrapped 10% (conn_done): Connected to a relay",
         "[notice] Bootstrapped 50% (loading_descriptors): Loading",
         "[notice] Bootstrapped 100% (done): Done")  # fmt: skip


@dataclass(frozen=True, slots=True)
class FakeTor:
    """The program, and what it was told: its arguments and configuration, and Tor's old state."""

    home: Path

    @property
    def program(self) -> Path:
        return self.home / "tor"

    @property
    def starts(self) -> list[str]:
        path = self.home / "said"
        return path.read_text().split("--\n")[:-1] if path.exists() else []

    @property
    def state(self) -> str:
        path = self.home / "state"
        return path.read_text() if path.exists() else ""

    @property
    def ends(self) -> int:
        path = self.home / "left"
        return len(path.read_text()) if path.exists() else 0


def fake_tor(
    home: Path, port: int, lines: tuple[str, ...] = READY, *, ends: bool = False
) -> FakeTor:
    """Make one that says these lines; it ends after them, or when it is told to."""
    home.mkdir(exist_ok=True)
    text = SCRIPT.format(python=sys.executable, home=str(home), port=port, lines=lines, ends=ends)
    made = FakeTor(home)
    made.program.write_text(text)
    made.program.chmod(0o700)
    return made
