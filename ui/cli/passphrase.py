"""The passphrase: from a prompt, a file or standard input, and from nowhere else.

A recovery code, or trusted people's cards, stand in its place. Never from an argument or the
environment, where every program of the same person can read it.
"""

import argparse
import getpass
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

from storage.errors import BadShare
from storage.vault import memory, shares
from ui.cli import terminal
from ui.cli.exits import UsageError

_LONGEST = 4096
_SHORT = 12
_MOST_LINES = 64
FROM_STANDARD_INPUT = "-"


def with_passphrase(parser: argparse.ArgumentParser) -> None:
    """Let a command take the vault's passphrase from a file."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help="the passphrase is the first line of FILE (- for standard input); "
        "without it you are asked",
    )
    either.add_argument(
        "--shares-file",
        metavar="FILE",
        help="trusted people's cards open the vault: the words of one card a line "
        "(- for standard input); without it type a card where the passphrase is asked for",
    )


def current(options: argparse.Namespace) -> str:
    """Return what opens a vault that is there: a passphrase, or what cards stand for."""
    memory.unprotected()  # before any secret is in this process
    if getattr(options, "shares_file", None) is not None:
        return shares.passphrase(list(_cards_of(options.shares_file)))
    typed = _from(options.passphrase_file, "Passphrase: ")
    if options.passphrase_file is None and shares.like_a_card(typed):
        return _gathered(typed)
    return typed


def _gathered(typed: str) -> str:
    """Ask for one card after the other, each checked as it is typed, until they are enough."""
    hand = shares.Hand()
    while True:
        try:
            number = hand.add(typed)
        except BadShare as error:
            terminal.complain(error)
        else:
            print(f"Card {number} is right.", file=sys.stderr)
        if not hand.missing:
            return hand.passphrase()
        wanted = f" ({hand.missing} more needed)" if hand.need else ""
        typed = _asked(f"Next card{wanted}: ")


def _cards_of(source: str) -> Iterator[str]:
    """Read the cards of a file, one a line; empty lines say nothing."""
    if source == FROM_STANDARD_INPUT:
        lines = [sys.stdin.buffer.readline(_LONGEST + 1) for _ in range(_MOST_LINES)]
    else:
        with Path(source).open("rb") as stream:
            lines = [stream.readline(_LONGEST + 1) for _ in range(_MOST_LINES)]
    for line in lines:
        if card := _decoded(line).strip():
            yield card


def another(source: str | None, prompt: str) -> str:
    """Return the passphrase of a second vault that is there."""
    return _from(source, prompt)


def chosen(source: str | None) -> str:
    """Return a passphrase for a new lock; at a prompt it is asked for twice."""
    memory.unprotected()
    passphrase = _from(source, "New passphrase: ")
    if source is None and _asked("The same again: ") != passphrase:
        raise UsageError("The two passphrases are not the same. Nothing was changed.")
    if shares.like_a_card(passphrase):
        raise UsageError("This is a card of a shared key. Choose a passphrase that is none.")
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
