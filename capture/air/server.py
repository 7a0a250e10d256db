"""The receiver at work: connections in, one request of each, one answer out.

A thread for each connection, and no more of them than ``limits`` allows; whoever is sending
has a few of their own besides, so that a crowd of others cannot push it out.
"""

import threading
import time
from collections import Counter
from contextlib import suppress

from capture.air import limits
from capture.air.answers import Answer, Gone, Refused, refusal
from capture.air.desk import Desk
from capture.air.identity import Identity
from capture.air.lines import Announcer, Line, Listener, Socket, secured
from capture.air.localsend import announcement
from capture.air.request import read_head
from capture.air.routes import Request, Routes, answer
from capture.air.taker import Taker

_ANNOUNCE_SECONDS = 5.0


class Server:
    """Listens until it is closed."""

    def __init__(
        self, listener: Listener, identity: Identity, desk: Desk, taker: Taker, routes: Routes
    ) -> None:
        """Serve from ``start`` on; the listener is closed with it."""
        self._listener = listener
        self._identity = identity
        self._desk = desk
        self._taker = taker
        self._routes = routes
        self._guests = Guests(desk)
        self._stopped = threading.Event()
        self._threads: set[threading.Thread] = set()
        self._announcer: Announcer | None = None
        self._announce_at = 0.0
        self._serving = threading.Thread(target=self._serve, name="air", daemon=True)
        self.bug: Exception | None = None
        """What nobody foresaw, where something did happen; whoever waits raises it."""

    def start(self, *, announce: bool) -> None:
        """Begin to serve; with ``announce`` the network is told that a receiver is there."""
        if announce:
            self._announcer = Announcer(self._listener.address)
        self._serving.start()

    def hang_up(self) -> None:
        """Hear nobody any more; ``close`` waits until that is done."""
        self._stopped.set()

    def close(self) -> None:
        """Hang up on everybody, and wait until no thread is left."""
        self.hang_up()
        if self._serving.is_alive():
            self._serving.join()
        self._listener.close()
        if self._announcer is not None:
            self._announcer.close()
        for thread in tuple(self._threads):
            thread.join()
        self._desk.dismiss()
        self._see_off()

    def _serve(self) -> None:
        try:
            while not self._stopped.is_set():
                arrived = self._listener.accept()
                if arrived is not None:
                    self._welcome(*arrived)
                self._see_off()
                self._announce()
        except Exception as error:  # noqa: BLE001 # raised again by whoever waits
            self.bug = self.bug or error

    def _see_off(self) -> None:
        while (visit := self._desk.gone()) is not None:
            self._taker.left(visit)

    def _announce(self) -> None:
        if self._announcer is None or not self._desk.seconds_left:
            return
        if time.monotonic() >= self._announce_at:
            self._announce_at = time.monotonic() + _ANNOUNCE_SECONDS
            who = self._identity
            self._announcer.say(announcement(who.alias, who.fingerprint, self._listener.port))

    def _welcome(self, sock: Socket, address: str) -> None:
        if not self._guests.enter(address):
            sock.close()
            return
        thread = threading.Thread(
            target=self._attend, args=(sock, address), name="air-line", daemon=True
        )
        self._threads.add(thread)
        thread.start()

    def _attend(self, sock: Socket, address: str) -> None:
        try:
            with suppress(Gone):
                line = secured(sock, self._identity.context, self._stopped.is_set)
                try:
                    self._converse(line, address)
                finally:
                    line.close()
        except Exception as error:  # noqa: BLE001 # raised again by whoever waits
            self.bug = self.bug or error
        finally:
            self._guests.leave(address)
            self._threads.discard(threading.current_thread())

    def _converse(self, line: Line, address: str) -> None:
        try:
            asked = Request(read_head(line.head()), line, address)
        except Refused as error:
            self._say(line, refusal(error), unread=True)
            return
        said = answer(self._routes, asked)
        self._say(line, said, unread=asked.body.left > 0)

    def _say(self, line: Line, said: Answer, *, unread: bool) -> None:
        line.send(said.raw())
        if unread:
            line.let_go()


class Guests:
    """Who is connected, how often; and whether one more may be."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lock = threading.Lock()
        self._lines: Counter[str] = Counter()

    def enter(self, address: str) -> bool:
        """Count one more connection, unless there are too many."""
        with self._lock:
            own = self._lines[address] < limits.MOST_LINES_OF_ONE
            room = self._lines.total() < limits.MOST_LINES or self._desk.sends(address)
            self._lines[address] += own and room
            return own and room

    def leave(self, address: str) -> None:
        """Count one less."""
        with self._lock:
            self._lines[address] -= 1
            if self._lines[address] <= 0:
                del self._lines[address]
