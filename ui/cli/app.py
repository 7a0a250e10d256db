"""The command line: which commands there are, and how each one ends.

Another face of the same core as the desktop. Every command is a function from
its arguments to an exit code; what it cannot finish it raises, and the words
for that are found here, once.
"""

import argparse
import sys
import traceback
from pathlib import Path

from capture.errors import CaptureError
from storage.errors import StorageError
from ui.cli import bundles, demo, exits, items, life, media, redaction, terminal

GROUPS = (media, demo, life, items, redaction, bundles)
_ABOUT = "Keeps evidence from a phone, cleans it of what gives people away, makes it believed."


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    terminal.harden_streams()
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as leaving:  # argparse leaves this way, for --help and for wrong usage
        return leaving.code if isinstance(leaving.code, int) else exits.USAGE
    return _ended(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="firsthand",
        allow_abbrev=False,
        description=_ABOUT,
        epilog=exits.MEANINGS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for group in GROUPS:
        group.add(commands)
    return parser


def _ended(options: argparse.Namespace) -> int:
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
