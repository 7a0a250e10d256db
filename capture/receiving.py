"""DOOR: from a phone on the same network to sealed originals.

Off until it is asked for, on one address, for some minutes. What a phone sends goes from the
encrypted line into an encrypted draft; the phone is told that a file has come when it is
sealed. When a sender has left, what it brought is examined and cleaned like every import.
"""

import queue
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import BinaryIO, NoReturn

from capture.air import limits, lines
from capture.air.addresses import Address
from capture.air.desk import Desk, Visit
from capture.air.identity import make
from capture.air.lines import Listener
from capture.air.loan import Loan
from capture.air.offers import Offer, Sender
from capture.air.routes import Routes
from capture.air.server import Server
from capture.errors import EmptyFile, UnknownKind, Unreadable
from capture.intake import Status, Taken, Told, examine, seal_one
from capture.isolate import MediaPool
from capture.progress import Tick
from capture.sealing import Sealing
from capture.sources.base import About, Incoming
from capture.sources.groups import sidecars
from capture.together import note
from storage.vault import Vault, slip39

MINUTES = 10
"""How long newcomers are let in, where the person says nothing else."""

PORT = limits.PORT
WORDS = 8
_BITS = 10
_RESERVE = 64 << 20
_WAIT = 0.2


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person chose. ``announce`` has the network told that a receiver is there.

    ``keep_device`` has the name and model that the phone gives itself kept with what it sent.
    """

    address: str
    port: int = PORT
    seconds: float = MINUTES * 60.0
    announce: bool = False
    keep_device: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What a person needs to send, and to see that it is this computer that they send to.

    ``fingerprint`` is the SHA-256 of the certificate, ``words`` 80 bits of it; ``page`` the address
    of the page for one phone's browser.
    """

    alias: str
    address: str
    port: int
    pin: str
    page: str
    fingerprint: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody begins to send; a browser does not say how much."""

    sender: Sender
    files: int
    size: int


@dataclass(frozen=True, slots=True)
class Coming:
    """How far one file is; ``size`` is 0 where the sender does not say it.

    ``state`` is "coming", "sealed", "already", "refused" or "failed".
    """

    number: int
    name: str
    size: int
    done: int
    state: str


@dataclass(frozen=True, slots=True)
class Knocked:
    """Somebody gave a wrong PIN."""

    address: str


@dataclass(frozen=True, slots=True)
class Left:
    """A sender has left; what it brought is examined now."""

    sender: Sender
    files: int


Heard = Came | Coming | Knocked | Left
Hear = Callable[[Heard], None]


def addresses() -> tuple[Address, ...]:
    """Return this computer's own addresses, those that others reach first."""
    return lines.addresses()


def fingerprint_words(digest: bytes) -> tuple[str, ...]:
    """Return the first 80 bits of a digest as eight words, of the list that key cards use."""
    number, words = int.from_bytes(digest, "big"), slip39.wordlist()
    bits = 8 * len(digest)
    return tuple(words[(number >> (bits - _BITS * at)) % len(words)] for at in range(1, WORDS + 1))


class Receiving:
    """One time of receiving: it listens from its making on, and answers while ``run`` runs."""

    def __init__(self, vault: Vault, pool: MediaPool, choice: Choice) -> None:
        """Listen. Raises CannotReceive."""
        self._vault = vault
        self._pool = pool
        self._choice = choice
        self._listener = Listener(choice.address, choice.port)
        try:
            self._identity = make(choice.address)
            self._desk = Desk(self._identity.pin, choice.seconds)
        except BaseException:
            self._listener.close()
            raise
        self._words = fingerprint_words(self._identity.digest)
        self._reception = _Reception(vault, keep_device=choice.keep_device)
        host = f"{choice.address}:{self._listener.port}"
        routes = Routes(self._identity, self._desk, self._reception, host, self._words)
        self._server = Server(self._listener, self._identity, self._desk, self._reception, routes)
        self._stopped = threading.Event()

    @property
    def shown(self) -> Shown:
        """What to show now; the page's address is another one after ``renew_page``."""
        who, port = self._identity, self._listener.port
        page = f"https://{self._choice.address}:{port}/{self._desk.token}"
        return Shown(
            who.alias, self._choice.address, port, who.pin, page, who.fingerprint, self._words
        )

    @property
    def seconds_left(self) -> float:
        """How long newcomers are still let in."""
        return self._desk.seconds_left

    @property
    def page_taken(self) -> bool:
        """Whether a phone has opened the page, so that no other can."""
        return self._desk.page_taken

    @property
    def beset(self) -> bool:
        """Whether it was closed because somebody was guessing the PIN."""
        return self._desk.beset

    def prolong(self, seconds: float) -> None:
        """Let newcomers in for so many seconds from now."""
        self._desk.prolong(seconds)

    def renew_page(self) -> None:
        """Give the page another address, for another phone."""
        self._desk.renew_page()

    def stop(self) -> None:
        """Hear nobody any more: what is under way is broken off, what is sealed is examined."""
        self._desk.shut()
        self._stopped.set()
        self._server.hang_up()

    def run(self, tick: Tick, told: Told, hear: Hear) -> tuple[Taken, ...]:
        """Receive until the time is over, and examine what came; return how each file ended.

        Whoever is sending when the time is over may end. ``tick`` counts bytes of the present
        sender, then those that are examined. A cancel leaves what is sealed sealed.
        """
        watched = _Watched(self._reception, tick, hear)
        ended: list[Taken] = []
        try:
            try:
                self._server.start(announce=self._choice.announce)
                while self._goes_on():
                    watched.wait()
                    ended += self._examine(watched, told)
            finally:
                self._server.close()
            watched.wait()
            ended += self._examine(watched, told)
        finally:
            self._keep_notes()
        if self._server.bug is not None:
            raise self._server.bug
        return tuple(ended)

    def _keep_notes(self) -> None:
        """Keep what is needed to put together what came, whoever examines it after a cancel."""
        while (brought := self._reception.brought()) is not None:
            note(self._vault, brought.about, brought.taken)

    def _goes_on(self) -> bool:
        if self._stopped.is_set() or self._desk.beset or self._server.bug is not None:
            return False
        return self._desk.seconds_left > 0 or not self._desk.idle

    def _examine(self, watched: "_Watched", told: Told) -> list[Taken]:
        """Examine what the senders brought who have left by now."""
        ended: list[Taken] = []
        while (brought := self._reception.brought()) is not None:
            about, taken = brought.about, brought.taken
            ended += examine(self._vault, self._pool, about, taken, watched.tick, told=told)
        return ended


class _Watched:
    """Hands on what the receiver's threads have to say, in the thread of whoever runs it."""

    def __init__(self, reception: "_Reception", tick: Tick, hear: Hear) -> None:
        self._reception = reception
        self._tick = tick
        self._hear = hear

    def wait(self) -> None:
        """Hear what there is, after a moment if there is nothing."""
        self._reception.tell(self._hear, _WAIT)
        self._tick(*self._reception.progress)

    def tick(self, done: int, total: int) -> None:
        """Hear what comes meanwhile, and say how far the examining is."""
        self._reception.tell(self._hear, 0)
        self._tick(done, total)


@dataclass(slots=True)
class _Brought:
    """What one sender brought, and how it ended."""

    about: About
    sealing: Sealing
    texts: frozenset[str]
    files: int = 0
    taken: list[Taken] = field(default_factory=list)


class _Reception:
    """Takes what the receiver's threads bring, and keeps what they say for who waits."""

    def __init__(self, vault: Vault, *, keep_device: bool) -> None:
        self._vault = vault
        self._keep_device = keep_device
        self._numbers = count(1)
        self._lock = threading.Lock()
        self._here: dict[Visit, _Brought] = {}
        self._done: queue.SimpleQueue[_Brought] = queue.SimpleQueue()
        self._heard: queue.SimpleQueue[Heard] = queue.SimpleQueue()
        self._bytes: dict[int, int] = {}
        self._announced = 0

    def room(self) -> int:
        """Return how many bytes the vault's disk has left for this."""
        return max(0, shutil.disk_usage(self._vault.folder).free - _RESERVE)

    def came(self, visit: Visit) -> None:
        sender, offers = visit.sender, [slot.offer for slot in visit.slots.values()]
        about = About(sender.way.value, sender.device)
        sealing = Sealing(self._vault, about, keep_device=self._keep_device)
        texts = sidecars(_incoming(offer, _never) for offer in offers)
        with self._lock:
            self._here[visit] = _Brought(about, sealing, texts)
            self._bytes.clear()
            self._announced = sum(offer.size for offer in offers)
        self._heard.put(Came(sender, len(offers), self._announced))

    def take(self, visit: Visit, offer: Offer, loan: Loan) -> str:
        brought = self._here[visit]
        number = next(self._numbers)
        incoming = _incoming(offer, loan.open)

        def tick(done: int, _total: int) -> None:
            self._bytes[number] = done
            size = offer.size if offer.exact else 0
            self._heard.put(Coming(number, offer.name, size, done, "coming"))

        sidecar = incoming.shown in brought.texts
        taken = seal_one(brought.sealing, incoming, tick, sidecar=sidecar)
        state = _state(taken)
        size = taken.original.size if taken.original else offer.size
        with self._lock:
            brought.taken.append(taken)
        self._heard.put(Coming(number, offer.name, size, size, state))
        return state

    def left(self, visit: Visit) -> None:
        brought = self._here.pop(visit)
        self._heard.put(Left(visit.sender, len(brought.taken)))
        self._done.put(brought)

    def knocked(self, address: str) -> None:
        self._heard.put(Knocked(address))

    def brought(self) -> _Brought | None:
        """Return what a sender brought who has left, if there is one."""
        try:
            return self._done.get_nowait()
        except queue.Empty:
            return None

    @property
    def progress(self) -> tuple[int, int]:
        """How many bytes have come of the present sender, and of how many; 0 where unknown."""
        with self._lock:
            return sum(self._bytes.values()), self._announced if self._here else 0

    def tell(self, hear: Hear, seconds: float) -> None:
        """Hand on what was heard, waiting so long for the first of it."""
        try:
            hear(self._heard.get(timeout=seconds) if seconds else self._heard.get_nowait())
            while True:
                hear(self._heard.get_nowait())
        except queue.Empty:
            return


def _incoming(offer: Offer, open_: Callable[[], BinaryIO]) -> Incoming:
    shown = f"{offer.folder}/{offer.name}" if offer.folder else offer.name
    return Incoming(
        shown, offer.name, offer.folder, offer.size, offer.modified_at, open_, offer.exact
    )


def _never() -> NoReturn:
    raise Unreadable(reason="missing")


def _state(taken: Taken) -> str:
    if isinstance(taken.error, EmptyFile | UnknownKind):
        return "refused"
    ends = {Status.SEALED: "sealed", Status.ALREADY_SEALED: "already"}
    return ends.get(taken.status, "failed")
