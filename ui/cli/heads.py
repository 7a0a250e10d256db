"""``custody --export-head|--check-head``: where the log stood, in somebody else's keeping."""

import argparse
from dataclasses import asdict
from pathlib import Path

from capture.export import written_whole
from storage import stamps
from storage.errors import StorageError
from storage.outlets.address import read_route
from storage.outlets.timestamping import ask_for_stamp
from storage.stamps import Confirmed, Stamped
from storage.vault import Vault
from storage.vault.statement import MOST, Statement, read
from ui import words
from ui.cli import exits, terminal
from ui.cli.exits import UsageError


def add_to(parser: argparse.ArgumentParser) -> None:
    """Add these options to ``custody``."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--export-head",
        metavar="FILE",
        type=Path,
        help="write a small signed statement of where the log stands, to be given to somebody",
    )
    either.add_argument(
        "--check-head",
        metavar="FILE",
        type=Path,
        help="say whether the log still contains what such a statement says",
    )
    stamp = parser.add_argument_group("time stamps of a statement (RFC 3161)")
    stamp.add_argument("--stamp-request", metavar="FILE", type=Path, help="write a request")
    stamp.add_argument("--stamp-from", metavar="URL", help="ask this authority; into FILE.tsr")
    stamp.add_argument("--route", metavar="ROUTE", default="tor", help="how to get there")
    stamp.add_argument("--stamp", metavar="FILE", type=Path, help="an authority's answer")
    stamp.add_argument("--authority", metavar="FILE", type=Path, help="certificate that you trust")


def asked(options: argparse.Namespace) -> bool:
    """Whether one of the two was asked for."""
    _refuse_without(options, options.export_head, "--export-head", ("stamp_request", "stamp_from"))
    _refuse_without(options, options.check_head, "--check-head", ("stamp", "authority"))
    _refuse_without(options, options.stamp, "--stamp", ("authority",))
    return options.export_head is not None or options.check_head is not None


def _refuse_without(
    options: argparse.Namespace, there: Path | None, name: str, needing: tuple[str, ...]
) -> None:
    if there is None and any(getattr(options, one) is not None for one in needing):
        raise UsageError(f"--{needing[0].replace('_', '-')} and the like go with {name} alone.")


def run(options: argparse.Namespace, vault: Vault) -> int:
    """Write a statement, or check one."""
    if options.item is not None:
        raise UsageError("A statement is about the whole log, not about one item.")
    return _export(options, vault) if options.export_head else _check(options, vault)


def _export(options: argparse.Namespace, vault: Vault) -> int:
    with written_whole(options.export_head) as target:
        data = vault.export_head()
        target.write(data)
    said = read(data)
    stamp = None
    if options.stamp_request is not None:
        _write(options.stamp_request, stamps.request(data))
    if options.stamp_from is not None:
        answer = ask_for_stamp(stamps.request(data), options.stamp_from, read_route(options.route))
        stamp = stamps.read(answer, data)
        _write(options.export_head.with_name(f"{options.export_head.name}.tsr"), answer)
    if options.json:
        _print_json(said, stamp, None)
        return exits.DONE
    print(f"Written: {words.shown(str(options.export_head))}")
    print("Give it to somebody you trust. It names no item, no person and no place.")
    print("Should an older copy of this vault ever be put back, it will show that.")
    return exits.DONE


def _write(path: Path, data: bytes) -> None:
    with written_whole(path) as target:
        target.write(data)


def _check(options: argparse.Namespace, vault: Vault) -> int:
    data = _read(options.check_head, MOST)
    stamp: Stamped | Confirmed | None = None
    if options.stamp is not None:
        answer = _read(options.stamp, stamps.MAX_RESPONSE)
        stamp = stamps.read(answer, data)
        if options.authority is not None:
            stamp = stamps.confirm(answer, data, _read(options.authority, stamps.MAX_AUTHORITY))
    try:
        said = vault.check_head(data)
    except StorageError as error:
        if options.json:
            _print_json(None, stamp, error)
        terminal.complain(error)
        return exits.exit_code(error)
    if options.json:
        _print_json(said, stamp, None)
        return exits.DONE
    print(f"The log contains what it did on {said.at}, when it had {said.sequence} entries.")
    if stamp is not None:
        print(_stamp_words(stamp))
    return exits.DONE


def _stamp_words(stamp: Stamped | Confirmed) -> str:
    if isinstance(stamp, Confirmed):
        return f"{words.shown(stamp.authority)} confirms that the statement was there {stamp.at}."
    return (
        f"The stamp says {stamp.at}. Whose word that is was not checked: name the certificate "
        "of the authority that you trust with --authority."
    )


def _read(path: Path, most: int) -> bytes:
    """Read a small file and one byte beyond: its reader refuses what is too long."""
    with path.open("rb") as file:
        return file.read(most + 1)


def _print_json(
    said: Statement | None, stamp: Stamped | Confirmed | None, error: StorageError | None
) -> None:
    terminal.print_json(
        {
            "head": None if said is None else asdict(said),
            "stamp": None if stamp is None else {"authority": None, **asdict(stamp)},
            "error": terminal.error_json(error),
        }
    )
