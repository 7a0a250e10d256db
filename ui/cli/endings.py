"""How a command ends: its exit code, or the words for what it raised.

Apart from ``app``, because the stand-alone verifier ends in the same way and
knows no other command.
"""

import argparse
import sys
import traceback
from pathlib import Path

from capture.errors import CaptureError
from storage.errors import StorageError
from ui.cli import exits, terminal


def ended(options: argparse.Namespace) -> int:
    """Run the command that was chosen and return its exit code."""
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        terminal.drop_output()
        return exits.REFUSED
    except (Exception, exits.Cancelled, KeyboardInterrupt) as error:  # noqa: BLE001 # said, not hidden
        _say(error, as_json=getattr(options, "json", False))
        return exits.exit_code(error)
    return code


def _say(error: BaseException, *, as_json: bool) -> None:
    if as_json:
        terminal.print_json({"error": terminal.error_json(error)})
    terminal.complain(error)
    if not isinstance(error, _FORESEEN):
        print(_where(error), file=sys.stderr)


_FORESEEN = (
    CaptureError,
    StorageError,
    OSError,
    MemoryError,
    exits.UsageError,
    exits.Cancelled,
    KeyboardInterrupt,
)


def _where(error: BaseException) -> str:
    """Say where in the program a bug is: places in our own code, no values and no paths."""
    frames = traceback.extract_tb(error.__traceback__)
    places = (f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
    return f"{type(error).__name__} at {' > '.join(places)}"
