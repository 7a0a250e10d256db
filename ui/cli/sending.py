"""Commands on delivery: ``send``, and ``queue list|run|pause|resume|cancel``."""

import argparse
import errno
import re
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from capture import sending
from capture.audit import BundleChoices
from capture.export import written_whole
from capture.isolate import MediaPool
from storage.errors import BadCard, StorageError
from storage.outlets import catalog, delivery, known, manner, queue
from storage.outlets.delivery import Tried, Watch
from storage.outlets.manner import Manner
from storage.outlets.queue import State, Waiting
from storage.outlets.transport import Pace
from storage.vault import Vault
from ui import words
from ui.cli import bundles, exits, opening, terminal, typed
from ui.cli.groups import Commands, command, with_json
from ui.words.handing import handed_files, instructions
from ui.words.parcels import parcel_state

_SPAN = re.compile(r"([0-9]{1,5}) ?(s|min|h)")
_SECONDS = {"s": 1, "min": 60, "h": 3600}
_SLICE = 0.25
_LOOK_AGAIN = 10.0
"""Seconds after which it is looked once more how long is left to wait."""
_AS_MADE = "A bundle goes as it was made: --to, --reveal and --with-… are for items."
_WAITS = (State.WAITING, State.PAUSED, State.HELD)


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    _send_parser(commands)
    parser = commands.add_parser(
        "queue", help="what waits to be sent, and what became of it", allow_abbrev=False
    )
    inner = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    listing = command(inner, "list", _list, "list what waits and what was sent")
    opening.with_vault(listing)
    with_json(listing)
    run = command(inner, "run", _run, "send what is due")
    opening.with_vault(run)
    _with_rate(run)
    run.add_argument("--wait", action="store_true", help="stay until everything is sent or held")
    with_json(run)
    pace = command(inner, "pace", _pace, "say or choose how fast and how spread out all is sent")
    opening.with_vault(pace)
    pace.add_argument("--rate", metavar="SIZE|off", help="at most this much a second")
    pace.add_argument("--within", metavar="TIME|off", help="begin at a random moment of it")
    with_json(pace)
    for name, change, summary in _CHANGES:
        one = command(inner, name, _changing(change), summary)
        opening.with_vault(one)
        one.add_argument("parcels", metavar="PARCEL", nargs="+", help="an id, or how it begins")


def _send_parser(commands: Commands) -> None:
    parser = command(commands, "send", _send, "send a bundle, or items in a new one, to an outlet")
    opening.with_vault(parser)
    parser.add_argument("what", metavar="BUNDLE|ITEM", nargs="+", help="one bundle, or item ids")
    parser.add_argument("--outlet", metavar="NAME", required=True)
    parser.add_argument(
        "--to",
        metavar="RECIPIENT",
        action="append",
        default=[],
        help="seal to this age public key besides the outlet's",
    )
    bundles.with_what_goes_along(parser)
    parser.add_argument(
        "--unsealed", action="store_true", help="let it go to an outlet without a key as it is"
    )
    parser.add_argument(
        "--public",
        action="store_true",
        help="for the Internet Archive: let everybody see it, for good",
    )
    parser.add_argument(
        "--folder", metavar="DIR", type=Path, help="for SecureDrop: where to write what you upload"
    )
    parser.add_argument("--later", action="store_true", help="only put it into the queue")
    parser.add_argument(
        "--within",
        metavar="TIME",
        type=_span,
        help="begin at a random moment of the next 30min, 2h, …; implies --later",
    )
    _with_rate(parser)
    with_json(parser)


def _with_rate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rate", metavar="SIZE", type=typed.size_of, help="send at most this much a second"
    )


def _span(text: str) -> int:
    match = _SPAN.fullmatch(text.strip())
    if match is None:
        raise argparse.ArgumentTypeError("write a time such as 30min")
    return int(match[1]) * _SECONDS[match[2]]


def _send(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        if catalog.kind_of(known.find(vault, options.outlet).card).by_hand:
            return _hand_over(vault, options)
        if options.folder is not None:  # who names one expects that nothing is sent from here
            raise exits.UsageError("--folder is for outlets by hand alone. Nothing was sent.")
        with terminal.Progress("Preparing") as progress:
            waiting = _put_in(vault, options, progress)
        if options.later or waiting.due > datetime.now(UTC):
            tried = []
        else:
            tried = _work(vault, options.rate, lambda one: one.id == waiting.id)
        return _told(vault, tried, options, (waiting.id,))


def _put_in(vault: Vault, options: argparse.Namespace, progress: terminal.Progress) -> Waiting:
    outlet = known.find(vault, options.outlet)
    more = {
        "within": manner.read(vault).within if options.within is None else options.within,
        "unsealed": options.unsealed,
        "public": options.public,
        "tick": progress,
    }
    if len(options.what) == 1 and Path(options.what[0]).is_file():
        if options.to or options.reveal or options.with_originals or options.with_parts:
            raise exits.UsageError(_AS_MADE)
        return sending.queue_bundle(vault, Path(options.what[0]), outlet, **more)
    choices = _choices(vault, options)
    if options.with_originals and not (choices.recipients or outlet.card.recipient):
        raise exits.UsageError("Originals only leave sealed, and this outlet has no key.")
    with MediaPool() as pool:
        return sending.queue_items(vault, pool, choices, outlet, **more)


def _choices(vault: Vault, options: argparse.Namespace) -> BundleChoices:
    recipients = (key for text in options.to for key in bundles.recipients_in(text))
    return bundles.choices_of(vault, options, options.what, recipients)


def _hand_over(vault: Vault, options: argparse.Namespace) -> int:
    """Write what a person then uploads with Tor Browser, and say how."""
    outlet = known.find(vault, options.outlet)
    if options.folder is None:
        raise BadCard(reason="by-hand")
    if not options.folder.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder")
    with MediaPool() as pool, terminal.Progress("Preparing") as progress:
        choices = _choices(vault, options)
        made = sending.hand_over(vault, pool, choices, outlet, options.folder, tick=progress)
    names = handed_files(made)
    lines = instructions(outlet.card.address, names)
    with written_whole(options.folder / f"{made.path.name}.txt") as text:
        text.write("\n".join((*lines, "")).encode())
    if options.json:
        folder = str(options.folder)
        terminal.print_json({"folder": folder, "files": list(names), "bundle_id": made.bundle_id})
    else:
        print("\n".join(lines))
    return exits.DONE


def _work(
    vault: Vault,
    rate: int | None,
    chosen: Callable[[Waiting], bool] = lambda _one: True,
    *,
    stays: bool = False,
) -> list[Tried]:
    rate = rate or manner.read(vault).rate
    pace = Pace(rate) if rate else None
    with terminal.Progress("Sending") as progress:
        return list(sending.work(vault, Watch(tick=progress, chosen=chosen, stays=stays), pace))


def _run(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        before = {one.id for one in queue.queued(vault) if one.state in _WAITS}
        tried = _work(vault, options.rate, stays=options.wait)
        while options.wait and (seconds := delivery.next_due(vault)) is not None:
            _sleep(vault, seconds)
            tried += _work(vault, options.rate, stays=True)
        return _told(vault, tried, options, tuple(before))


def _sleep(vault: Vault, seconds: float) -> None:
    """Wait until the next parcel is due, and still hear an interrupt.

    The calendar is asked again now and then: while a computer sleeps, other clocks stand still.
    """
    with terminal.Progress("Waiting for the next try") as progress:
        while seconds > 0:
            asked = time.monotonic() + min(seconds, _LOOK_AGAIN)
            while time.monotonic() < asked:
                progress(0, 0)
                time.sleep(_SLICE)
            seconds = delivery.next_due(vault) or 0


def _told(
    vault: Vault, tried: list[Tried], options: argparse.Namespace, wanted: tuple[str, ...]
) -> int:
    """Say how the parcels stand that this was about, and end with 5 where one was not sent."""
    last = {one.waiting.id: one.error for one in tried}
    stand = [one for one in queue.queued(vault) if one.id in wanted]
    if options.json:
        parcels = [{**parcel_json(one), "error": _error(last.get(one.id))} for one in stand]
        terminal.print_json({"parcels": parcels})
    else:
        for one in stand:
            print(_line(one))
            if (error := last.get(one.id)) is not None:
                print("\n".join(terminal.trouble(error)), file=sys.stderr)
    failed = [one for one in stand if last.get(one.id) is not None]
    return exits.exit_code(_first(last, failed)) if failed else exits.DONE


def _first(last: dict[str, StorageError | None], failed: list[Waiting]) -> StorageError:
    errors = [error for one in failed if (error := last[one.id]) is not None]
    return max(errors, key=exits.exit_code)


def _error(error: StorageError | None) -> dict[str, str] | None:
    return terminal.error_json(error)


def _list(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        found = queue.queued(vault)
    if options.json:
        terminal.print_json({"parcels": [parcel_json(one) for one in found]})
    else:
        for one in found:
            print(_line(one))
    return exits.DONE


def _pace(options: argparse.Namespace) -> int:
    rate = _or_off(options.rate, typed.size_of)
    within = _or_off(options.within, _span)
    with opening.opened(options) as vault:
        chosen = manner.read(vault)
        chosen = Manner(
            chosen.rate if rate is None else rate, chosen.within if within is None else within
        )
        manner.keep(vault, chosen)
    if options.json:
        said = {"rate": chosen.rate or None, "within": chosen.within or None}
        terminal.print_json(said)
    else:
        fast = f"at most {terminal.size_text(chosen.rate)} a second" if chosen.rate else "no limit"
        spread = f"at a random moment of {chosen.within} seconds" if chosen.within else "at once"
        print(f"Sent with {fast}; begun {spread}.")
    return exits.DONE


def _or_off(text: str | None, read: Callable[[str], int]) -> int | None:
    """Return what an option chooses: 0 for "off", None where it says nothing."""
    if text is None or text == "off":
        return None if text is None else 0
    try:
        return read(text)
    except argparse.ArgumentTypeError as error:
        raise exits.UsageError(str(error)) from error


def _changing(change: Callable[[Vault, Waiting], object]) -> Callable[[argparse.Namespace], int]:
    def run(options: argparse.Namespace) -> int:
        with opening.opened(options) as vault:
            for prefix in options.parcels:
                change(vault, queue.resolve(vault, prefix))
            for one in queue.queued(vault):
                print(_line(one))
        return exits.DONE

    return run


def _cancel(vault: Vault, waiting: Waiting) -> None:
    trouble = delivery.take_back(vault, waiting)
    if trouble is not None:
        terminal.complain(trouble)
        print("What a cut try left at the outlet is still there.", file=sys.stderr)
    queue.cancel(vault, waiting)


_CHANGES = (
    ("pause", queue.pause, "leave a parcel in the queue and do not send it"),
    ("resume", queue.resume, "send a paused or held parcel with the next run"),
    ("cancel", _cancel, "take a parcel out of the queue"),
)


def parcel_json(one: Waiting) -> dict[str, object]:
    """Return a parcel for the JSON of a command."""
    return {
        "id": one.id,
        "outlet": one.outlet_name,
        "state": one.state.value,
        "size": one.size,
        "sealed": one.sealed,
        "bundle_id": one.bundle or None,
        "queued_at": one.queued_at,
        "not_before": one.not_before,
        "tries": one.tries,
        "reason": one.reason or None,
        "confirmed_by": one.how or None,
        "ended_at": one.ended_at or None,
    }


def _line(one: Waiting) -> str:
    after = f", next try not before {one.not_before}" if one.state is State.WAITING else ""
    outlet = words.shown(one.outlet_name)
    stands = parcel_state(one.state)
    return f"{one.id[:8]}  {terminal.size_text(one.size)} to {outlet} {stands}{after}"
