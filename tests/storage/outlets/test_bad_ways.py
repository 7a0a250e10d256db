"""What can be wrong with an outlet or the way to it: a clear sentence, and the parcel stays.

Refusals by status, full disks, sizes and offsets that are lies stand in ``test_queue``.
"""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from storage.outlets import catalog, delivery, known, queue
from storage.outlets.address import DIRECT, Route, Way
from storage.outlets.card import Card
from storage.outlets.queue import State
from storage.outlets.transport import Link, tls
from storage.vault import Vault
from tests.storage.outlets.proxies import proxy
from tests.storage.outlets.scripted import HERE, Scripted, Talk, says, scripted
from tests.storage.outlets.servers import free_port
from tests.storage.outlets.test_queue import KEY, SEALED
from tests.storage.outlets.test_transport import ONION, YES, certificate
from ui import words

Making = Callable[[ExitStack, Path], tuple[Card, Route]]


def card(address: str, pin: str = "") -> Card:
    return Card("Paper", "form", address, KEY, pin=pin)


def silent(connection: socket.socket, server: Scripted) -> None:
    """Take a request's head and not a byte more, and say nothing: a line that is half open."""
    server.head(connection)
    server.head(connection)


def mute(connection: socket.socket, _server: Scripted) -> None:
    """Take the connection, and nothing else ever."""
    connection.recv(1, socket.MSG_PEEK)
    while connection.recv(1 << 16):
        pass


def nobody(_stack: ExitStack, _folder: Path) -> tuple[Card, Route]:
    return card(f"http://{HERE}:{free_port()}/"), DIRECT


def talking(talk: Talk, scheme: str = "http") -> Making:
    def way(stack: ExitStack, _folder: Path) -> tuple[Card, Route]:
        return card(f"{scheme}://{HERE}:{stack.enter_context(scripted(talk)).port}/"), DIRECT

    return way


def answered(code: int) -> Making:
    """A proxy, such as Tor, that answers with a code."""

    def way(stack: ExitStack, _folder: Path) -> tuple[Card, Route]:
        made = stack.enter_context(proxy(1, answer=code))
        return card(ONION), Route(Way.SOCKS, HERE, made.port)

    return way


def encrypted(*, days: int = 1, pin: str = "", trusted: bool = False) -> Making:
    def way(stack: ExitStack, folder: Path) -> tuple[Card, Route]:
        context, _ = certificate(folder, days=days)
        if trusted:
            patch = stack.enter_context(pytest.MonkeyPatch.context())
            patch.setattr("certifi.where", lambda: str(folder / "server.pem"))
            tls.context.cache_clear()
            stack.callback(tls.context.cache_clear)
        server: Scripted = stack.enter_context(scripted(says(YES), context))
        return card(f"https://{HERE}:{server.port}/", pin=pin), DIRECT

    return way


CASES = {
    "nobody listens": (nobody, "unreachable:refused", "Check the address"),
    "no such host": (answered(0x04), "unreachable:no-host", "There is no such host"),
    "an onion that is off": (answered(0xF0), "unreachable:onion-not-published", "not online"),
    "a broken onion": (answered(0xF1), "unreachable:onion-unreadable", "cannot be read"),
    "an onion out of reach": (answered(0xF2), "unreachable:onion-failed", "could not get through"),
    "no meeting point": (answered(0xF3), "unreachable:onion-failed", "could not get through"),
    "an onion with a key": (answered(0xF4), "unreachable:onion-key-needed", "asks for a key"),
    "another key": (answered(0xF5), "unreachable:onion-wrong-key", "wrong one"),
    "a mistyped onion": (answered(0xF6), "unreachable:onion-address", "mistyped"),
    "a slow onion": (answered(0xF7), "unreachable:onion-too-slow", "took too long"),
    "a strict proxy": (answered(0x02), "no-route:proxy-refused", "would not let"),
    "a wrong pin": (encrypted(pin="key:" + "0" * 64), "not-trusted:pin", "another key"),
    "a stranger": (encrypted(), "not-trusted:certificate", "No authority"),
    "an expired key": (
        encrypted(days=-1, trusted=True), "not-trusted:certificate-expired", "has expired",
    ),
    "no TLS": (talking(silent, "https"), "unreachable:timed-out", "took too long"),
    "half open": (talking(silent), "unreachable:timed-out", "took too long"),
    "all mute": (talking(mute), "unreachable:timed-out", "took too long"),
    "rubbish": (talking(says(b"\x00" * 70_000)), "outlet-lied:answer", "does not fit"),
}  # fmt: skip
"""What is wrong → the way there, what it is called, and words of the sentence."""


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as made:
        yield made


@pytest.mark.parametrize("case", CASES)
def test_it_is_told_in_a_sentence_of_its_own_and_the_parcel_stays(
    case: str, vault: Vault, stack: ExitStack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalog, "Link", partial(Link, idle=0.3))
    way, name, sentence = CASES[case]
    address, route = way(stack, tmp_path)
    outlet = known.add(vault, known.own(vault, address), route)
    draft = vault.draft()
    draft.write(SEALED)
    queue.put_in(vault, draft, outlet)
    (tried,) = delivery.work(vault)
    assert tried.error is not None
    assert f"{tried.error.code}:{tried.error.facts['reason']}" == name
    said = words.sentence(tried.error)
    assert sentence in said.line
    assert "Nothing is lost" in said.remedy
    (waiting,) = queue.queued(vault)
    passing = name.partition(":")[0] in ("unreachable", "no-route")
    assert waiting.state is (State.WAITING if passing else State.HELD)
    assert vault.parcels() == (waiting.id,)
