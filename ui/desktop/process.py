"""This process: what it is told by the one before it, and how it ends.

The only honest lock is to end the process that held the keys, because copies of a passphrase and a
key stay in its memory whatever it overwrites. ``lock`` starts a new Firsthand, which knows nothing
of this one, and leaves at once.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

_TO_FINISH = "FIRSTHAND_WIPED"
"""Environment: a vault whose keys were destroyed; the next process takes its files away."""


def to_finish() -> Path | None:
    """Return the vault that the process before this one has wiped, if it did; asked once."""
    named = os.environ.pop(_TO_FINISH, "")
    return Path(named) if named else None


def lock(
    command: Sequence[str] | None = None,
    leave: Callable[[int], object] = os._exit,
    wiped: Path | None = None,
) -> None:
    """Start a new Firsthand that knows nothing, and end this process without looking back.

    Work under way is cut off like by a pulled plug, which the vault is built for: what was
    reported as sealed stays sealed. The children end when their pipes close. A vault that was
    wiped is named to the new one, which has no keys, to take the files away. Where no new one can
    be started (the stick with the program was pulled out), this one ends all the same.
    """
    told = {} if wiped is None else {_TO_FINISH: str(wiped)}
    try:
        subprocess.Popen(
            command or [sys.executable, *sys.orig_argv[1:]],
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, **told},
        )
    finally:
        leave(0)
