"""The built program beside the same program from source: ``--help``, and the window.

    packaging/bench.sh packaged FOLDER [--source FOLDER]

Each window is opened under a screen of its own, waited for, and closed by its own key. By the clock
it is what somebody waits for; the processor's time is what a busy machine cannot blur.
"""

import argparse
import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import measure

_SCREEN = ":93"
_TITLE = "^Firsthand$"


def main() -> None:
    """Run the rounds, print the times and ratios, and the size of the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="what build.sh onefolder has made")
    parser.add_argument("--source", type=Path, default=measure.PROJECT)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    measure.need("Xvfb", "xdotool")
    built = (str(options.folder / options.folder.name),)
    source = (sys.executable, str(options.source / "main.py"))
    files = [path for path in options.folder.rglob("*") if path.is_file()]
    print(f"{sum(path.stat().st_size for path in files) / 1e6:.0f} MB in {len(files)} files")
    help_of = [
        measure.Side(name, lambda: None, partial(measure.call, *command, "--help"))
        for name, command in (("built --help", built), ("source --help", source))
    ]
    measure.compare(help_of[0], help_of[1:], options.rounds)
    screen = subprocess.Popen(["Xvfb", _SCREEN, "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
    try:
        time.sleep(2)
        windows = [
            measure.Side(name, lambda: None, partial(_open_and_close, *command))
            for name, command in (("built window", built), ("source window", source))
        ]
        measure.compare(windows[0], windows[1:], options.rounds)
    finally:
        screen.terminate()
        screen.wait()


def _open_and_close(*command: str) -> None:
    """Open the window, wait until it is there, and close it by its own key."""
    environment = {**os.environ, "DISPLAY": _SCREEN, "QT_QPA_PLATFORM": "xcb"}
    program = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", _TITLE]
    found = subprocess.run(search, env=environment, check=True, capture_output=True, text=True)
    window = found.stdout.split()[0]
    keys = ["xdotool", "windowfocus", "--sync", window, "key", "ctrl+q"]
    while program.poll() is None:
        subprocess.run(keys, env=environment, check=False, capture_output=True)
        time.sleep(0.2)


if __name__ == "__main__":
    main()
