"""``import``: what sources offer is sealed, examined, cleaned; and erased there, if asked for."""

import argparse
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from capture.erasing import Erased, ToErase, erase_at_source
from capture.errors import CaptureError
from capture.intake import Import, Phase, Standing, Status, Taken
from capture.isolate import MediaPool
from capture.sources.folder import Folder
from storage.vault import Vault
from ui import words
from ui.cli import devices, exits, items, opening, parts, terminal
from ui.cli.groups import Commands, command, with_json

_SHORT_ID = 8
_NAME = 40
_ERASE = "ERASE"
_WAIT = 300
_GONE = "The device is gone. Unlock it, or plug it in again: the import goes on from there."
_SEALED = (
    "All that was found is sealed: a device may be unplugged now. What follows is examining and"
    ' cleaning; where that is stopped, "prepare" goes on with it.'
)


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    take = command(commands, "import", _import, "seal originals, examine and clean them")
    opening.with_vault(take)
    with_json(take)
    take.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="a file or a folder")
    take.add_argument(
        "--from",
        dest="devices",
        metavar="DEVICE",
        action="append",
        default=[],
        help='what "devices" lists: its id or its name; may be given again',
    )
    take.add_argument(
        "--more", action="store_true", help="take further paths from standard input meanwhile"
    )
    take.add_argument(
        "--keep-device", action="store_true", help="keep the device's name in the record"
    )
    take.add_argument(
        "--wait",
        metavar="SECONDS",
        type=int,
        default=_WAIT,
        help=f"how long to wait for a device that goes away in the middle (default: {_WAIT})",
    )
    take.add_argument(
        "--seal-only", action="store_true", help='examine and clean another time, by "prepare"'
    )
    take.add_argument(
        "--erase-from-source",
        action="store_true",
        help="then delete there what is the same to the byte, each file checked again",
    )
    take.add_argument("--yes", action="store_true", help="do not ask to type a word first")


def _import(options: argparse.Namespace) -> int:
    if options.erase_from_source and not options.yes:
        terminal.confirm(
            _ERASE,
            "What is sealed will be deleted where it lies, once it has been read again and"
            " compared. It cannot be undone.",
            "Nothing was imported, and nothing deleted.",
        )
    with devices.sources(options) as sources, opening.opened(options) as vault, MediaPool() as pool:
        work = Import(
            vault,
            pool,
            keep_device=options.keep_device,
            seal_only=options.seal_only,
            patience=options.wait,
        )
        for source in sources:
            work.add(source)
        ended = _taken(options, vault, work)
        erased = _erased(options, vault, ended) if options.erase_from_source else ()
        if options.json:
            terminal.print_json(answer_json(vault, ended, erased, work.unreached))
    troubles = (*(one.error for one in ended), *(one.error for one in erased), *work.unreached)
    return exits.REFUSED if any(troubles) else exits.DONE


def _taken(options: argparse.Namespace, vault: Vault, work: Import) -> tuple[Taken, ...]:
    with terminal.Progress("Importing") as progress:

        def told(taken: Taken) -> None:
            if not options.json:
                progress.say("\n".join(taken_lines(taken)))

        if options.more:
            _listen(work)
        ended = work.run(_Bar(progress), told)
        if not options.json:
            for line in parts.together(vault, ended):
                progress.say(line)
    if work.unreached and not ended:
        raise work.unreached[0]
    for error in work.unreached:
        terminal.complain(error)
    return ended


class _Bar:
    """Shows how far an import is, and says when it waits for its source."""

    def __init__(self, progress: terminal.Progress) -> None:
        self._progress = progress
        self._phase = Phase.LISTING

    def __call__(self, standing: Standing) -> None:
        if standing.phase is Phase.WAITING and self._phase is not Phase.WAITING:
            self._progress.say(_GONE, sys.stderr)
        if standing.phase is Phase.EXAMINING and self._phase is not Phase.EXAMINING:
            self._progress.say(_SEALED, sys.stderr)
        self._phase = standing.phase
        self._progress.beside(standing_text(standing))
        self._progress(standing.done, standing.total)


def _listen(work: Import) -> None:
    """Take paths from standard input, a line each, while the import runs and until they end."""
    work.hold()

    def listen() -> None:
        try:
            with suppress(OSError, ValueError):
                for line in sys.stdin:
                    if name := line.rstrip("\n"):
                        work.add(Folder([Path(name)]))
        finally:
            work.release()

    threading.Thread(target=listen, daemon=True).start()


def standing_text(standing: Standing) -> str:
    """Return what stands beside the bar: the file that is sealed, and when all of them are."""
    if standing.phase is not Phase.SEALING or standing.file is None:
        return ""
    name = words.shown(Path(standing.file).name, _NAME)
    share = standing.file_done / standing.file_size if standing.file_size else 1.0
    text = f"; {name} {share:.0%}"
    if (standing.file_seconds_left or 0.0) >= 1:
        text += f", {terminal.duration(standing.file_seconds_left or 0.0)} left"
    if standing.seconds_left is not None:
        text += f"; all is sealed in {terminal.duration(standing.seconds_left)}"
    return text


def taken_lines(taken: Taken) -> Iterator[str]:
    """Give the lines that say what became of one file of an import."""
    source = words.shown(taken.source)
    if taken.original is None:
        yield f"{source}: {taken.status.value}"
    else:
        how = "sealed" if taken.status is Status.SEALED else "is sealed already"
        yield f"{source}: {how} as {taken.original.id[:_SHORT_ID]}"
    if taken.cleaned is not None:
        yield f"    cleaned copy {taken.cleaned.id[:_SHORT_ID]}, verified"
        for code in items.leaves_of(taken.cleaned):
            yield f"    It still shows: {words.leaves(code)}"
    if taken.error is not None:
        if taken.original is not None:
            yield "    The original is kept, but there is no cleaned copy of it:"
        yield from terminal.trouble(taken.error)


def _erased(
    options: argparse.Namespace, vault: Vault, ended: Sequence[Taken]
) -> tuple[Erased, ...]:
    files = [ToErase(one.offered, one.original) for one in ended if one.offered and one.original]
    with terminal.Progress("Erasing") as progress:

        def told(erased: Erased) -> None:
            if not options.json:
                progress.say("\n".join(_erased_lines(erased)))

        done = erase_at_source(vault, files, progress, told)
    if not options.json and any(one.error is None for one in done):
        print("\n".join(["What can be left of them:", *words.survivors()]))
    return done


def _erased_lines(erased: Erased) -> Iterator[str]:
    source = words.shown(erased.source)
    if erased.error is None:
        yield f"{source}: deleted, and listed no more; sealed as {erased.original.id[:_SHORT_ID]}"
    else:
        yield f"{source}: left where it is"
        yield from terminal.trouble(erased.error)


def answer_json(
    vault: Vault,
    ended: Sequence[Taken],
    erased: Sequence[Erased] = (),
    unreached: Sequence[CaptureError] = (),
) -> dict[str, Any]:
    """Return what an import answers: its items, and what went wrong with which file."""
    gone = {one.source: one for one in erased}
    left = [
        {
            "source": one.source,
            "item": one.original.id,
            "status": "left",
            **(terminal.error_json(one.error) or {}),
        }
        for one in erased
        if one.error
    ]
    return {
        "items": [_taken_json(vault, taken, gone.get(taken.source)) for taken in ended],
        "errors": [
            *(_error_json(taken) for taken in ended if taken.error),
            *left,
            *(_unreached_json(error) for error in unreached),
        ],
    }


def _unreached_json(error: CaptureError) -> dict[str, Any]:
    nothing = {"source": None, "item": None, "status": Status.FAILED.value}
    return {**nothing, **(terminal.error_json(error) or {})}


def _taken_json(vault: Vault, taken: Taken, erased: Erased | None) -> dict[str, Any]:
    if taken.original is None:
        nothing = dict.fromkeys(("id", "name", "kind", "size", "sha256", "sealed_at"))
        rest: dict[str, Any] = {"parts": [], "inside": [], "derivatives": [], "says": None}
        item = {**nothing, **rest}
    else:
        item = items.item_json(vault, taken.original)
    lead = vault.lead_of(taken.original.id) if taken.original else None
    said = {
        "source": taken.source,
        "status": taken.status.value,
        "part_of": None if lead is None or lead == item["id"] else lead,
        "erased": None if erased is None else erased.error is None,
        "error": terminal.error_json(taken.error),
    }
    return {**item, **said}


def _error_json(taken: Taken) -> dict[str, Any]:
    item = taken.original.id if taken.original else None
    said = terminal.error_json(taken.error) or {}
    return {"source": taken.source, "item": item, "status": taken.status.value, **said}
