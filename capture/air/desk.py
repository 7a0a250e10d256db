"""Who may send, and what of it has come: the rules of the receiver, with no network in them.

One sender at a time. A LocalSend sender gives the PIN and is given a secret for its
visit and one for each file; a browser has the secret of the page's address, which is the
first one's to use it. All secrets are compared in constant time, and all of them
are of one address: elsewhere they open nothing.
"""

import hmac
import secrets
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from capture.air import limits
from capture.air.answers import Refused
from capture.air.offers import Offer, Sender, Way

Clock = Callable[[], float]


class State(Enum):
    """How far one announced file is."""

    EXPECTED = "expected"
    UNDER_WAY = "under way"
    ENDED = "ended"


@dataclass(slots=True)
class Slot:
    """One announced file, and the secret with which it may be sent."""

    offer: Offer
    token: str
    state: State = State.EXPECTED


@dataclass(slots=True, eq=False)
class Visit:
    """One sender, from its announcement until it has left."""

    sender: Sender
    id: str
    seen_at: float
    slots: dict[str, Slot] = field(default_factory=dict)
    under_way: int = 0
    files: int = 0
    left: bool = False

    @property
    def done(self) -> bool:
        """Whether all that was announced has come or was given up."""
        ended = all(slot.state is State.ENDED for slot in self.slots.values())
        return bool(self.slots) and ended


class Desk:
    """Keeps the rules. Its methods may be called from several threads."""

    def __init__(self, pin: str, seconds: float, clock: Clock = time.monotonic) -> None:
        """Open for so many seconds."""
        self._pin = pin.encode("ascii")
        self._clock = clock
        self._lock = threading.Lock()
        self._until = clock() + seconds
        self._wrong: Counter[str] = Counter()
        self._page = (secrets.token_urlsafe(16), "")
        self._visit: Visit | None = None
        self._past: list[Visit] = []

    @property
    def seconds_left(self) -> float:
        """How long newcomers are still let in."""
        return max(0.0, self._until - self._clock())

    @property
    def idle(self) -> bool:
        """Whether nobody is sending."""
        return self._visit is None and not self._past

    @property
    def beset(self) -> bool:
        """Whether so many wrong PINs came that somebody must be guessing."""
        return self._wrong.total() >= limits.ALL_PIN_TRIES

    @property
    def token(self) -> str:
        """The page's secret."""
        return self._page[0]

    @property
    def page_taken(self) -> bool:
        """Whether a phone has opened the page, so that no other can."""
        return bool(self._page[1])

    def prolong(self, seconds: float) -> None:
        """Stay open for so many seconds from now."""
        with self._lock:
            self._until = self._clock() + seconds

    def shut(self) -> None:
        """Let nobody in any more; whoever is sending is not heard any more either."""
        with self._lock:
            self._until = self._clock()

    def renew_page(self) -> None:
        """Make a new secret for the page: for another phone, or because somebody else took it."""
        with self._lock:
            self._page = (secrets.token_urlsafe(16), "")

    def sends(self, address: str) -> bool:
        """Say whether this is the address of whoever is sending."""
        visit = self._visit
        return visit is not None and visit.sender.address == address

    def check_pin(self, address: str, untrusted: str | None) -> None:
        """Let whoever knows the PIN pass. Raises Refused; asking for it costs no try."""
        with self._lock:
            self._check_open()
            if self._wrong[address] >= limits.PIN_TRIES or self.beset:
                raise Refused(429, "Too many attempts")
            if untrusted is None:
                raise Refused(401, "PIN required")
            if not hmac.compare_digest(untrusted.encode("utf-8", "replace"), self._pin):
                self._wrong[address] += 1
                raise Refused(401, "Invalid PIN")

    def check_page(self, address: str, untrusted: str) -> None:
        """Let whoever has the page's secret pass; the first has the page. Raises Refused."""
        with self._lock:
            token, owner = self._page
            if not hmac.compare_digest(untrusted.encode("utf-8", "replace"), token.encode("ascii")):
                raise Refused(404, "There is nothing here.")
            if owner not in ("", address):
                raise Refused(403, "taken")
            if not (self._visit and self._visit.sender.address == address):
                self._check_open()
            self._page = (token, address)

    def announce(self, sender: Sender, offers: Sequence[Offer], room: int) -> Visit:
        """Let a sender begin, or begin anew. Raises Refused where another sends, or for room."""
        if sum(offer.size for offer in offers) > room:
            raise Refused(413, "There is not enough room for that")
        with self._lock:
            self._check_open()
            self._check_free(sender)
            visit = Visit(sender, secrets.token_urlsafe(16), self._clock())
            visit.slots = {offer.id: Slot(offer, secrets.token_urlsafe(16)) for offer in offers}
            self._visit = visit
            return visit

    def browse(self, address: str) -> tuple[Visit, bool]:
        """Return the visit of a browser that begins to send, and whether it is new.

        Raises Refused where another sends.
        """
        with self._lock:
            visit = self._visit
            if visit is None:
                self._check_open()
                sender = Sender(Way.BROWSER, address)
                visit = self._visit = Visit(sender, secrets.token_urlsafe(16), self._clock())
                self._enter(visit)
                return visit, True
            if visit.sender.way is not Way.BROWSER or visit.sender.address != address:
                raise Refused(409, "busy")
            self._enter(visit)
            return visit, False

    def count(self, visit: Visit) -> int:
        """Return the number of one more file of a visit. Raises Refused for too many."""
        with self._lock:
            if visit.files >= limits.MOST_FILES:
                raise Refused(413, f"No more than {limits.MOST_FILES} files at once")
            visit.files += 1
            return visit.files

    def begin(self, address: str, visit_id: str, file_id: str, token: str, length: int) -> Visit:
        """Let one announced file come. Raises Refused."""
        with self._lock:
            visit = self._visit
            if visit is None or not _same(visit.id, visit_id) or visit.sender.address != address:
                raise Refused(403, "Invalid session id")
            slot = visit.slots.get(file_id)
            if slot is None or not _same(slot.token, token):
                raise Refused(403, "Invalid token")
            if slot.state is not State.EXPECTED:
                raise Refused(409, "This file is here or on its way")
            if length != slot.offer.size:
                raise Refused(400, "The length is not the one that was announced")
            self._enter(visit)
            slot.state = State.UNDER_WAY
            return visit

    def end(self, visit: Visit, file_id: str | None = None, *, again: bool = False) -> None:
        """Take note that a file has come, or was given up; ``again`` where it may be sent again."""
        with self._lock:
            if file_id is not None:
                visit.slots[file_id].state = State.EXPECTED if again else State.ENDED
            visit.under_way -= 1
            visit.seen_at = self._clock()

    def leave(self, address: str, visit_id: str) -> None:
        """Let a sender break off. Raises Refused where it is somebody else who says so."""
        with self._lock:
            visit = self._visit
            if visit is None or not _same(visit.id, visit_id) or visit.sender.address != address:
                raise Refused(403, "Invalid session id")
            visit.left = True

    def gone(self) -> Visit | None:
        """Return the visit that has just come to its end, if one has; asked now and then."""
        with self._lock:
            if self._past:
                return self._past.pop()
            visit = self._visit
            if visit is None or visit.under_way:
                return None
            silent = self._clock() - visit.seen_at
            patience = (
                limits.SILENT_SECONDS
                if visit.sender.way is Way.LOCALSEND
                else limits.FORM_SILENT_SECONDS
            )
            if visit.left or visit.done or silent > patience:
                visit.left, self._visit = True, None
                return visit
            return None

    def dismiss(self) -> None:
        """Let the one who sends leave, because the receiver is closed."""
        with self._lock:
            if self._visit is not None:
                self._visit.left = True

    def _enter(self, visit: Visit) -> None:
        if visit.left:
            raise Refused(403, "Invalid session id")
        if visit.under_way >= limits.MOST_AT_ONCE:
            raise Refused(429, "Too many files at once")
        visit.under_way += 1

    def _check_open(self) -> None:
        if self._clock() >= self._until:
            raise Refused(403, "Receiving has ended")

    def _check_free(self, sender: Sender) -> None:
        visit = self._visit
        if visit is None:
            return
        if visit.under_way or visit.sender.address != sender.address:
            raise Refused(409, "Blocked by another session")
        visit.left, self._visit = True, None
        self._past.append(visit)


def _same(secret: str, untrusted: str) -> bool:
    return hmac.compare_digest(secret.encode("utf-8"), untrusted.encode("utf-8", "replace"))
