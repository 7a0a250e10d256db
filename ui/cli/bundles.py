"""Commands on what leaves and what arrives: ``bundle`` and ``verify``."""

import argparse
import errno
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from capture.audit import BundleChoices, BundleMade, make_bundle
from capture.isolate import MediaPool
from capture.reveal import RevealPlace, RevealTime
from storage.bundle.sealing import MAX_KEY_TEXT, read_recipients
from storage.bundle.verdict import Check, NotWhole, Verdict
from storage.bundle.verify import verify, verify_folder
from storage.errors import AlreadyExists, DamagedBundle, WrongIdentity
from ui import words
from ui.cli import exits, life, passphrase, terminal
from ui.cli.groups import Commands, command, with_json

_REVEALED: dict[str, type[RevealPlace] | type[RevealTime]] = {
    "location": RevealPlace,
    "time": RevealTime,
}


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    make = command(
        commands, "bundle", _bundle, "make a sanitized bundle that a stranger can verify"
    )
    make.add_argument("vault", metavar="VAULT", type=Path)
    make.add_argument("items", metavar="ITEM", nargs="+", help="an id, or how it begins")
    make.add_argument("-o", "--out", metavar="FILE", type=Path, required=True)
    make.add_argument(
        "--to",
        metavar="RECIPIENT",
        action="append",
        default=[],
        help="seal to this age public key, or to those in this file; without it the bundle "
        "is a plain ZIP that anybody can read",
    )
    make.add_argument(
        "--reveal",
        metavar="WHAT=HOW",
        action="append",
        default=[],
        type=_reveal,
        help="location=none|region|city|exact or time=none|month|day|exact; none by default",
    )
    make.add_argument(
        "--with-originals", action="store_true", help="let the originals go along, sealed"
    )
    passphrase.with_passphrase(make)
    with_json(make)
    check = command(commands, "verify", _verify, "check a received bundle: no vault, no network")
    check.add_argument(
        "bundle", metavar="BUNDLE", type=Path, help="a .zip, .age or unpacked folder"
    )
    check.add_argument("--identity", metavar="KEYFILE", type=Path, help="opens a sealed bundle")
    check.add_argument(
        "--signer", metavar="KEY", help="the key or fingerprint that the bundle must be signed by"
    )
    with_json(check)


def _reveal(text: str) -> tuple[str, RevealPlace | RevealTime]:
    what, _, how = text.partition("=")
    try:
        return what, _REVEALED[what](how)
    except (KeyError, ValueError):
        choices = "location=none|region|city|exact or time=none|month|day|exact"
        raise argparse.ArgumentTypeError(f"write {choices}") from None


def _bundle(options: argparse.Namespace) -> int:
    recipients = tuple(key for text in options.to for key in _recipients(text))
    revealed = dict(options.reveal)
    if options.with_originals and not recipients:
        raise exits.UsageError("Originals only leave sealed: name a recipient with --to.")
    if os.path.lexists(options.out):  # before anything is asked for or made
        raise AlreadyExists
    if not options.out.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder")
    with life.opened(options) as vault, MediaPool() as pool:
        choices = BundleChoices(
            items=tuple(dict.fromkeys(vault.resolve(item) for item in options.items)),
            recipients=recipients,
            reveal_place=revealed.get("location", RevealPlace.NONE),
            reveal_time=revealed.get("time", RevealTime.NONE),
            with_originals=options.with_originals,
        )
        with terminal.Progress("Bundling") as progress:
            made = make_bundle(vault, pool, choices, options.out, progress)
    if options.json:
        terminal.print_json({**asdict(made), "path": str(made.path)})
    else:
        print("\n".join(made_lines(made)))
    return exits.DONE


def _recipients(text: str) -> tuple[str, ...]:
    """Read a recipient: the key itself, or a file that holds keys."""
    path = Path(text)
    if not text.startswith("age1") and path.is_file():
        with path.open("rb") as stream:
            return read_recipients(stream.read(MAX_KEY_TEXT + 1).decode("utf-8", "replace"))
    return read_recipients(text)


def made_lines(made: BundleMade) -> tuple[str, ...]:
    """Give the lines that say what was let out."""
    how = "sealed to its recipients" if made.sealed else "not sealed: anybody can read it"
    items = _count(made.items)
    size = terminal.size_text(made.size)
    return (
        f"{words.shown(str(made.path))}: {items}, {size}, {how}",
        "    Everything in it was read again and verified before it was written.",
    )


def _count(items: int) -> str:
    return "1 item" if items == 1 else f"{items} items"


def _verify(options: argparse.Namespace) -> int:
    identity = None if options.identity is None else _identity(options.identity)
    try:
        with terminal.Progress("Verifying") as progress:
            verdict = _verdict(options.bundle, identity, options.signer, progress)
    except DamagedBundle as broken:
        _say_broken(broken, as_json=options.json)
        return exits.DAMAGED
    if options.json:
        terminal.print_json(_verdict_json(verdict))
    else:
        print("\n".join(verdict_lines(verdict, expected=options.signer is not None)))
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
    if path.is_dir():
        return verify_folder(path, progress, signer)
    size = path.stat().st_size
    with path.open("rb") as stream:
        return verify(stream, identity, lambda done, _total: progress(done, size), signer)


def verdict_lines(verdict: Verdict, *, expected: bool = False) -> tuple[str, ...]:
    """Give the lines that say that a bundle is whole, and what that means."""
    count = _count(len(verdict.manifest.items))
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
