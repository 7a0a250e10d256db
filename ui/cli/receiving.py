"""``receive``: let a phone on the same network send into the vault, for some minutes."""

import argparse
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TextIO

import segno

from capture.errors import CannotReceive
from capture.intake import Taken
from capture.isolate import MediaPool
from capture.progress import Tick
from capture.receiving import (
    MINUTES,
    PORT,
    Came,
    Choice,
    Coming,
    Heard,
    Knocked,
    Left,
    Receiving,
    Shown,
    addresses,
)
from storage.vault import Vault
from ui import words
from ui.cli import exits, importing, opening, parts, terminal
from ui.cli.groups import Commands, command, with_json
from ui.words import air

_MOST_MINUTES = 240
_MOST_PORT = 65535
_MINUTE = 60.0
_GROUP = 8


def add(commands: Commands) -> None:
    """Add the command of this group."""
    receive = command(
        commands, "receive", _receive, "let a phone on the same network send into the vault"
    )
    opening.with_vault(receive)
    with_json(receive)
    receive.add_argument(
        "--address", metavar="IP", help="the address of this computer on which it is listened"
    )
    receive.add_argument("--port", type=_Number(_MOST_PORT), default=PORT, help=f"usually {PORT}")
    receive.add_argument(
        "--minutes",
        type=_Number(_MOST_MINUTES),
        default=MINUTES,
        help=f"how long newcomers are let in (at most {_MOST_MINUTES}, else {MINUTES})",
    )
    receive.add_argument(
        "--announce", action="store_true", help="tell all devices on the network that it is here"
    )
    receive.add_argument(
        "--keep-device", action="store_true", help="keep what the phone calls itself in the record"
    )


@dataclass(frozen=True, slots=True)
class _Number:
    """Reads a whole number from 1 to a bound, for argparse."""

    most: int

    def __call__(self, text: str) -> int:
        if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= self.most:
            raise argparse.ArgumentTypeError(f"a number from 1 to {self.most}")
        return int(text)


def _receive(options: argparse.Namespace) -> int:
    choice = Choice(
        _address(options.address),
        options.port,
        options.minutes * _MINUTE,
        announce=options.announce,
        keep_device=options.keep_device,
    )
    with opening.opened(options) as vault, MediaPool() as pool:
        receiving = Receiving(vault, pool, choice)
        stream = sys.stderr if options.json else sys.stdout
        for line in _lines(receiving.shown, choice, picture=stream.isatty()):
            print(line, file=stream, flush=True)
        with terminal.Progress("Receiving") as progress:
            told = _Told(progress, stream, as_json=options.json)
            ended = receiving.run(told.tick_until(receiving), told.taken, told.heard)
            _summary(vault, ended, told)
        if options.json:
            terminal.print_json(_document(vault, ended, receiving))
    return _code(ended, receiving, told)


def _address(named: str | None) -> str:
    """Return the address to listen on: the one that was named, or the only one there is."""
    if named is not None:
        return named
    others = [one for one in addresses() if not one.own_alone]
    if not others:
        raise CannotReceive(reason="no-network")
    if len(others) > 1:
        listed = ", ".join(f"{one.ip} ({words.shown(one.network)})" for one in others)
        raise exits.UsageError(f"Choose the network that the phone is on, by --address: {listed}.")
    return others[0].ip


def _lines(shown: Shown, choice: Choice, *, picture: bool) -> Iterator[str]:
    """Give what a person needs to send from a phone."""
    minutes = round(choice.seconds / _MINUTE)
    yield f"Receiving for {minutes} min. Ctrl-C ends it; what has come is then still examined."
    yield ""
    yield air.said("by-app", alias=shown.alias, address=shown.address, port=shown.port)
    yield f"    PIN: {shown.pin}"
    yield ""
    yield air.said("by-browser")
    yield f"    {shown.page}"
    if picture:
        yield _picture(shown.page)
    yield ""
    yield f"    Words:   {' '.join(shown.words)}"
    digits = shown.fingerprint
    yield f"    SHA-256: {' '.join(digits[at : at + _GROUP] for at in range(0, 64, _GROUP))}"
    yield from (air.said("compare"), air.said("app-trust"), "", air.said("seen"))
    if choice.announce:
        yield air.said("announced", alias=shown.alias)
    yield from (air.said("altered"), air.said("unreached"), air.said("kept"))


def _picture(page: str) -> str:
    """Return a QR code of block characters, as a terminal shows it."""
    out = io.StringIO()
    segno.make(page, error="m", micro=False).terminal(out, border=2, compact=True)
    return out.getvalue()


@dataclass
class _Told:
    """Says what is heard while it runs, and ends the receiving at the first interrupt."""

    progress: terminal.Progress
    stream: TextIO
    as_json: bool
    interrupted: bool = field(default=False, init=False)

    def tick_until(self, receiving: Receiving) -> Tick:
        """Return a tick that stops the receiving where the person wants an end."""

        def tick(done: int, total: int) -> None:
            try:
                self.progress(done, total)
            except exits.Cancelled:
                if not self.interrupted:
                    self.interrupted = True
                    self.progress.say("Ending. What is sealed is still examined.", sys.stderr)
                    receiving.stop()

        return tick

    def heard(self, heard: Heard) -> None:
        """Say what a sender does."""
        if isinstance(heard, Came | Left):
            self.progress.again()
        for line in _heard_lines(heard):
            self.progress.say(line, self.stream)

    def taken(self, taken: Taken) -> None:
        """Say how one file ended."""
        if not self.as_json:
            self.progress.say("\n".join(importing.taken_lines(taken)))


def _heard_lines(heard: Heard) -> Iterator[str]:
    if isinstance(heard, Came):
        sender = heard.sender
        many = f", {terminal.count_text(heard.files)}, {terminal.size_text(heard.size)}"
        yield (
            f"From {air.sender(sender.way.value, sender.address, sender.device)}"
            f"{many if heard.files else ''}:"
        )
    elif isinstance(heard, Coming) and heard.state != "coming":
        yield f"  {words.shown(heard.name)}: {air.state(heard.state)}"
    elif isinstance(heard, Knocked):
        yield air.said("knocked", address=words.shown(heard.address))
    elif isinstance(heard, Left) and heard.files:
        yield "Examining and cleaning what came."


def _summary(vault: Vault, ended: tuple[Taken, ...], told: _Told) -> None:
    if told.as_json:
        return
    for line in parts.together(vault, ended):
        told.progress.say(line)
    sealed = sum(taken.original is not None for taken in ended)
    told.progress.say(f"Ended. In the vault of what came: {terminal.count_text(sealed)}.")


def _document(vault: Vault, ended: tuple[Taken, ...], receiving: Receiving) -> dict[str, Any]:
    return {**importing.answer_json(vault, ended), "beset": receiving.beset}


def _code(ended: tuple[Taken, ...], receiving: Receiving, told: _Told) -> int:
    if receiving.beset:
        print(air.said("beset"), air.said("beset-remedy"), file=sys.stderr)
    if told.interrupted:
        return exits.CANCELLED
    return exits.REFUSED if receiving.beset or any(one.error for one in ended) else exits.DONE
