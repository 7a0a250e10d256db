"""``verify``: a received bundle, and an opening of it; no vault, no network.

The stand-alone verifier is this module without the rest of the program. What
needs the rest (cleaning an original once more) is asked for through ``Repeat``.
"""

import argparse
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from capture.errors import CaptureError
from storage.bundle.age import MAX_KEY_TEXT
from storage.bundle.manifest import ItemEntry
from storage.bundle.opening import MAX_OPENING, Opened, check_opening, check_original
from storage.bundle.verdict import Check, NotWhole, Verdict
from storage.bundle.verify import verify, verify_path
from storage.errors import DamagedBundle, StorageError, WrongIdentity
from storage.progress import Tick
from ui import words
from ui.cli import exits, terminal
from ui.cli.groups import with_json

Repeat = Callable[[ItemEntry, BinaryIO, Tick], str]
"""Cleans an original once more and returns what that has shown: a key of COPY_WORDS."""

STANDARD_INPUT = "-"

COPY_WORDS = {
    "same": "Cleaned once more here, it becomes the copy in this bundle, bit for bit.",
    "unproven": "Cleaned once more here, it becomes another copy than the one in this bundle. "
    "The copy was encoded again, and another version does that to other bits: this shows nothing.",
    "not-public": "Whether the copy comes of it cannot be repeated: the bundle does not say "
    "exactly what was covered. Compare them by eye.",
    "not-here": "This program cannot clean it once more; Firsthand itself can, with the same "
    "command.",
}
"""What may be said of the copy beside a given original, by its code in the JSON."""


def with_arguments(check: argparse.ArgumentParser, repeat: Repeat) -> None:
    """Let a parser take what ``run`` needs."""
    check.add_argument(
        "bundle",
        metavar="BUNDLE",
        type=Path,
        help="a .zip, .age, first part (.001) or unpacked folder; - for standard input",
    )
    check.add_argument("--identity", metavar="KEYFILE", type=Path, help="opens a sealed bundle")
    check.add_argument(
        "--signer", metavar="KEY", help="the key or fingerprint that the bundle must be signed by"
    )
    check.add_argument(
        "--opening", metavar="FILE", type=Path, help="what the sender revealed about one item"
    )
    check.add_argument(
        "--original", metavar="FILE", type=Path, help="the original that the opening is about"
    )
    with_json(check)
    check.set_defaults(repeat=repeat)


def run(options: argparse.Namespace) -> int:
    """Verify the bundle, then the opening if there is one, and say what was found."""
    if options.original is not None and options.opening is None:
        raise exits.UsageError("An original is checked by its opening: give --opening, too.")
    identity = None if options.identity is None else _identity(options.identity)
    try:
        with terminal.Progress("Verifying") as progress:
            verdict = _verdict(options.bundle, identity, options.signer, progress)
    except DamagedBundle as broken:
        _say_broken(broken, as_json=options.json)
        return exits.DAMAGED
    try:
        shown = None if options.opening is None else _opening(options, verdict)
    except (StorageError, CaptureError, OSError) as error:
        _say(options, verdict, None, error)
        return exits.exit_code(error)
    _say(options, verdict, shown, None)
    return exits.DONE


def _identity(path: Path) -> str:
    with path.open("rb") as stream:
        untrusted = stream.read(MAX_KEY_TEXT + 1)
    try:
        return untrusted.decode()
    except UnicodeDecodeError:
        raise WrongIdentity(reason="not-a-key") from None


def _verdict(
    path: Path, identity: str | None, signer: str | None, progress: terminal.Progress
) -> Verdict:
    if str(path) == STANDARD_INPUT:
        return verify(sys.stdin.buffer, identity, progress, signer)
    return verify_path(path, identity, progress, signer)


def _opening(options: argparse.Namespace, verdict: Verdict) -> dict[str, Any]:
    """Check the opening, and the original where it is given; return the JSON of it."""
    with options.opening.open("rb") as stream:
        opened = check_opening(stream.read(MAX_OPENING + 1), verdict.manifest)
    copy = None if options.original is None else _original(options, opened)
    return {
        "item": opened.item.path,
        "original_sha256": opened.original_sha256,
        "original_size": opened.original_size,
        "original": copy is not None,
        "copy": copy,
    }


def _original(options: argparse.Namespace, opened: Opened) -> str:
    with options.original.open("rb") as original, terminal.Progress("Original") as progress:
        check_original(opened, original, progress)
        original.seek(0)
        repeat: Repeat = options.repeat
        return repeat(opened.item, original, progress)


def _say(
    options: argparse.Namespace,
    verdict: Verdict,
    shown: dict[str, Any] | None,
    error: Exception | None,
) -> None:
    if options.json:
        said = {"opening": shown, "error": terminal.error_json(error)}
        terminal.print_json({**_verdict_json(verdict), **said})
    else:
        lines = verdict_lines(verdict, expected=options.signer is not None)
        print("\n".join((*lines, *_opening_lines(shown))))
    if error is not None:
        terminal.complain(error)


def _opening_lines(shown: dict[str, Any] | None) -> tuple[str, ...]:
    if shown is None:
        return ()
    size = terminal.size_text(shown["original_size"])
    first = (
        f"The opening holds: whoever signed this bundle held the original of {shown['item']} then.",
        f"    Its SHA-256 is {shown['original_sha256']}, its size {size}.",
        "    That does not say when or where it was recorded.",
    )
    if shown["copy"] is None:
        return first
    return (*first, "The file you gave is that original.", f"    {COPY_WORDS[shown['copy']]}")


def verdict_lines(verdict: Verdict, *, expected: bool = False) -> tuple[str, ...]:
    """Give the lines that say that a bundle is whole, and what that means."""
    count = terminal.count_text(len(verdict.manifest.items))
    meaning = (
        "    The key in a bundle only shows that nothing changed since it was signed. Compare it",
        "    with one that you got from the witness another way.",
    )
    return (
        *map(_check_line, verdict.checks),
        f"This bundle is whole: {count}, {terminal.size_text(verdict.size)}.",
        f"    Signed with the key {verdict.fingerprint}",
        *(() if expected else meaning),
    )


def _check_line(check: Check) -> str:
    mark = "yes" if check.passed else "NO "
    part = f" ({words.shown(check.part)})" if check.part and not check.passed else ""
    return f"  {mark}  {words.check_name(check.code)}{part}"


def _verdict_json(verdict: Verdict) -> dict[str, Any]:
    manifest = verdict.manifest
    return {
        "whole": True,
        "wrapping": verdict.wrapping,
        "bundle_id": manifest.bundle_id,
        "signer": verdict.fingerprint,
        "merkle_root": manifest.merkle_root,
        "size": verdict.size,
        "items": [asdict(item) for item in manifest.items],
        "checks": [asdict(check) for check in verdict.checks],
        "opening": None,
        "error": None,
    }


def _say_broken(broken: DamagedBundle, *, as_json: bool) -> None:
    checks = broken.checks if isinstance(broken, NotWhole) else ()
    if as_json:
        made = [asdict(check) for check in checks]
        error = terminal.error_json(broken)
        terminal.print_json({"whole": False, "checks": made, "error": error})
    else:
        print("\n".join(map(_check_line, checks)), end="\n" if checks else "")
    terminal.complain(broken)
