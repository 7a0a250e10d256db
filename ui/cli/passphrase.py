"""The passphrase: from a prompt, a file or standard input, and from nowhere else.

Never from an argument or the environment, where every program of the same
person can read it.
"""

import argparse
import getpass
import sys
import warnings
from pathlib import Path

from ui.cli.exits import UsageError

_LONGEST = 4096
_SHORT = 12
FROM_STANDARD_INPUT = "-"


def with_passphrase(parser: argparse.ArgumentParser) -> None:
    """Let a command take the vault's passphrase from a file."""
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help="the passphrase is the first line of FILE (- for standard input); "
        "without it you are asked",
    )


def current(options: argparse.Namespace) -> str:
    """Return the passphrase of a vault that is there."""
    return _from(options.passphrase_file, "Passphrase: ")


def chosen(source: str | None) -> str:
    """Return a passphrase for a new lock; at a prompt it is asked for twice."""
    passphrase = _from(source, "New passphrase: ")
    if source is None and _asked("The same again: ") != passphrase:
        raise UsageError("The two passphrases are not the same. Nothing was changed.")
    if len(passphrase) < _SHORT:
        print(
            "This passphrase is short. Whoever takes this computer can guess it; "
            "five or more random words are better.",
            file=sys.stderr,
        )
    return passphrase


def _from(source: str | None, prompt: str) -> str:
    passphrase = _asked(prompt) if source is None else _line_of(source)
    if not passphrase:
        raise UsageError("The passphrase is empty. Nothing was changed.")
    return passphrase


def _asked(prompt: str) -> str:
    with warnings.catch_warnings():
        # Without a terminal getpass would fall back to reading with the letters shown.
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt, stream=sys.stderr)
        except (getpass.GetPassWarning, EOFError):
            raise UsageError(
                "There is no terminal to ask for the passphrase. Use --passphrase-file."
            ) from None


def _line_of(source: str) -> str:
    """Read one line; two calls on standard input read two lines, one after the other."""
    if source == FROM_STANDARD_INPUT:
        return _decoded(sys.stdin.buffer.readline(_LONGEST + 1))
    with Path(source).open("rb") as stream:
        return _decoded(stream.readline(_LONGEST + 1))


def _decoded(untrusted_line: bytes) -> str:
    if len(untrusted_line) > _LONGEST:
        raise UsageError(f"The passphrase is longer than {_LONGEST} bytes.")
    try:
        return untrusted_line.rstrip(b"\r\n").decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError("The passphrase file is not UTF-8 text.") from None
