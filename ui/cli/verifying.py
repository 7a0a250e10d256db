"""``verify``: a received bundle, and an opening of it; no vault, no network.

The stand-alone verifier is this module without the rest of the program. What
needs the rest (cleaning an original once more) is asked for through ``Repeat``.
"""

import argparse
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from capture.errors import CaptureError
from storage import stamps
from storage.bundle.age import MAX_KEY_TEXT
from storage.bundle.opening import MAX_OPENING, Opened, check_opening, check_original
from storage.bundle.stamping import MAX_FILE, read_file
from storage.bundle.verdict import Check, NotWhole, Verdict
from storage.bundle.verify import verify, verify_path
from storage.errors import BadStamp, DamagedBundle, StorageError, WrongIdentity
from storage.progress import Tick
from ui import words
from ui.cli import exits, terminal
from ui.cli.groups import with_json
from ui.words.copies import said_of_copy


@dataclass(frozen=True, slots=True)
class Shown:
    """What cleaning an original once more has shown: a code of ``Repeated``, and its measure.

    ``measure`` has the fields of ``capture/repeating.py::Measure``; None where none was made.
    """

    copy: str | None
    measure: dict[str, Any] | None = None


_NOT_REPEATED = Shown(None)
_UNLIKE = frozenset(("unlike", "unlike-steps"))

Repeat = Callable[[Opened, BinaryIO, Callable[[], BinaryIO], Tick], Shown]
"""Cleans an original once more; the third argument gives the signed copy."""

STANDARD_INPUT = "-"

_NO_LIBRARY = (
    "Whose time stamp this is was not checked, because what reads one is not installed. Check it "
    "with openssl as VERIFY.txt says, or: python3 -m pip install rfc3161-client cryptography"
)


def with_arguments(check: argparse.ArgumentParser, repeat: Repeat) -> None:
    """Let a parser take what ``run`` needs."""
    check.add_argument(
        "bundle",
        metavar="BUNDLE",
        type=Path,
        help="a .zip, .age, first part (.001) or unpacked folder; - for standard input",
    )
    check.add_argument(
        "--identity",
        metavar="KEYFILE",
        type=Path,
        help="opens what age sealed: an identity file, or a file whose first line is the "
        "passphrase; what OpenPGP sealed is opened with the gpg that is here",
    )
    check.add_argument(
        "--signer", metavar="KEY", help="the key or fingerprint that the bundle must be signed by"
    )
    check.add_argument(
        "--opening", metavar="FILE", type=Path, help="what the sender revealed about one item"
    )
    check.add_argument(
        "--original", metavar="FILE", type=Path, help="the original that the opening is about"
    )
    check.add_argument(
        "--stamp", metavar="FILE", type=Path, help="a time stamp that was made later"
    )
    check.add_argument(
        "--authority",
        metavar="PEM",
        type=Path,
        help="the certificates of the authority whose time stamp you trust",
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
    told = _Told()
    error: Exception | None = None
    try:
        told = replace(told, stamp=_stamp(options, verdict))
        if options.opening is not None:
            told = replace(told, opening=_opening(options, verdict, identity))
            error = _unlike(told.opening)
    except (StorageError, CaptureError, OSError, exits.UsageError) as problem:
        error = problem
    _say(options, verdict, told, error)
    if error is not None:
        return exits.exit_code(error)
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


@dataclass(frozen=True, slots=True)
class _Told:
    """What was found beside the verdict, as the JSON has it; None where nothing was asked."""

    opening: dict[str, Any] | None = None
    stamp: dict[str, Any] | None = None


def _stamp(options: argparse.Namespace, verdict: Verdict) -> dict[str, Any] | None:
    """Read the time stamp, in the bundle or beside it, and check it where an authority is given."""
    claim = verdict.stamp
    if options.stamp is not None:
        with options.stamp.open("rb") as stream:
            claim = read_file(stream.read(MAX_FILE + 1), verdict.manifest)
    if claim is None and options.authority is not None:
        raise BadStamp(reason="not-there")  # who names an authority wants its word
    if claim is None:
        return None
    if options.authority is None:
        return {"at": claim.at, "confirmed": False, "authority": None}
    with options.authority.open("rb") as stream:
        trusted = stream.read(stamps.MAX_AUTHORITY + 1)
    try:
        confirmed = stamps.confirm(claim.response, claim.data, trusted)
    except ModuleNotFoundError as missing:  # in the stand-alone verifier
        raise exits.UsageError(_NO_LIBRARY) from missing
    return {"at": confirmed.at, "confirmed": True, "authority": confirmed.authority}


def _opening(options: argparse.Namespace, verdict: Verdict, identity: str | None) -> dict[str, Any]:
    """Check the opening, and the original where it is given; return the JSON of it."""
    with options.opening.open("rb") as stream:
        opened = check_opening(stream.read(MAX_OPENING + 1), verdict.manifest)
    shown = _NOT_REPEATED if options.original is None else _original(options, opened, identity)
    return {
        "item": opened.item.path,
        "original_sha256": opened.original_sha256,
        "original_size": opened.original_size,
        "original": shown.copy is not None,
        **asdict(shown),
    }


def _unlike(opening: dict[str, Any] | None) -> DamagedBundle | None:
    """Return what is wrong with a copy that was compared, and is not like its original."""
    if opening is None or opening["copy"] not in _UNLIKE:
        return None
    return DamagedBundle(reason="opening-unlike")


def _original(options: argparse.Namespace, opened: Opened, identity: str | None) -> Shown:
    def signed_copy() -> BinaryIO:
        from storage.bundle.excerpt import part_of  # only where it can be cleaned once more

        return part_of(options.bundle, opened.item.path, identity, progress)

    with options.original.open("rb") as original, terminal.Progress("Original") as progress:
        check_original(opened, original, progress)
        original.seek(0)
        repeat: Repeat = options.repeat
        return repeat(opened, original, signed_copy, progress)


def _say(
    options: argparse.Namespace, verdict: Verdict, told: _Told, error: Exception | None
) -> None:
    if options.json:
        said = {**asdict(told), "error": terminal.error_json(error)}
        terminal.print_json({**_verdict_json(verdict), **said})
    else:
        lines = verdict_lines(verdict, expected=options.signer is not None)
        print("\n".join((*lines, *_stamp_lines(told.stamp), *_opening_lines(told.opening))))
    if error is not None:
        terminal.complain(error)


def _stamp_lines(shown: dict[str, Any] | None) -> tuple[str, ...]:
    if shown is None:
        return ()
    if shown["confirmed"]:
        name = words.shown(shown["authority"])
        return (
            f"It was there at {shown['at']}: the authority that you trust has stamped it then.",
            f"    {name}",
        )
    return (
        f"It has a time stamp that states {shown['at']}. That is not checked yet: give the",
        "    authority's own certificates with --authority, or use openssl as VERIFY.txt says.",
    )


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
    said = said_of_copy(shown["copy"], shown["measure"])
    return (*first, "The file you gave is that original.", *(f"    {line}" for line in said))


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
