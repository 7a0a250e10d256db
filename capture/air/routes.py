"""From a request to its answer: LocalSend's five paths, and the page for a browser.

A request is refused before its body is read, wherever its head suffices for that.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from capture.air import limits, localsend, multipart, page
from capture.air.answers import Answer, Refused, refusal, says
from capture.air.desk import Desk, Visit
from capture.air.identity import Identity
from capture.air.lines import Body, Line
from capture.air.loan import Loan
from capture.air.localsend import API
from capture.air.offers import Offer, moment, name_and_folder
from capture.air.request import Head
from capture.air.taker import Taker

_STATUS = {"sealed": 200, "already": 200, "refused": 415, "failed": 422}


class Request:
    """One request: its head, who it is from, and the line on which its body comes."""

    def __init__(self, head: Head, line: Line, address: str) -> None:
        self.head = head
        self.address = address
        self.body = Body(line, head.length)
        self._line = line

    def small(self, most: int) -> bytes:
        """Return the whole body, if it is no longer than that. Raises Refused, Gone."""
        if self.head.length > most:
            raise Refused(413, "That is too long")
        self.begin()
        return self.body.whole()

    def begin(self) -> None:
        """Have the sender send the body, where it waits to be told."""
        if self.head.waits:
            self._line.go_on()

    @contextmanager
    def lent(self, read: multipart.Read, offer: Offer, visit: Visit) -> Iterator[Loan]:
        """Lend bytes of the body, until the end of the block or until the sender has left."""
        loan = Loan(read, offer.sha256)
        self._line.also_stopped = lambda: loan.over.is_set() or visit.left
        try:
            yield loan
        finally:
            loan.reclaim()
            self._line.also_stopped = None


class Routes:
    """Answers requests. May be called from several threads."""

    def __init__(
        self, identity: Identity, desk: Desk, taker: Taker, host: str, words: Sequence[str]
    ) -> None:
        """``host`` is the only name by which the receiver may be called: its address and port."""
        self._identity = identity
        self._desk = desk
        self._taker = taker
        self._host = host
        self._words = words
        # A visit can leave as soon as the next one is let in: it must have come by then.
        self._arriving = threading.Lock()
        self._api: dict[tuple[str, str], Callable[[Request], Answer]] = {
            ("GET", "info"): self._info,
            ("POST", "register"): self._register,
            ("POST", "prepare-upload"): self._prepare,
            ("POST", "upload"): self._upload,
            ("POST", "cancel"): self._cancel,
        }

    def answer(self, asked: Request) -> Answer:
        """Return the answer. Raises Refused, Gone."""
        head = asked.head
        if head.host != self._host:  # a name that somebody made to lead here (DNS rebinding)
            raise Refused(421, "This is not the one you look for.")
        if not head.path.startswith(API):
            return self._page(asked)
        route = self._api.get((head.method, head.path.removeprefix(API)))
        if route is None or head.origin is not None:  # the app is no page of anybody
            raise Refused(404, "There is nothing here.")
        return route(asked)

    def _info(self, asked: Request) -> Answer:
        if asked.head.query.get("fingerprint") == self._identity.fingerprint:
            raise Refused(412, "Self-discovered")
        return says(localsend.introduction(self._identity.alias, self._identity.fingerprint))

    def _register(self, asked: Request) -> Answer:
        localsend.read_object(asked.small(limits.INTRODUCTION))
        return says(localsend.introduction(self._identity.alias, self._identity.fingerprint))

    def _prepare(self, asked: Request) -> Answer:
        pin = asked.head.query.get("pin")
        try:
            self._desk.check_pin(asked.address, pin)
        except Refused:
            if pin is not None:
                self._taker.knocked(asked.address)
            raise
        raw = asked.small(limits.ANNOUNCEMENT)
        sender, offers = localsend.read_prepare(raw, asked.address)
        with self._arriving:
            visit = self._desk.announce(sender, offers, self._taker.room())
            self._taker.came(visit)
        tokens = {name: slot.token for name, slot in visit.slots.items()}
        return says({"sessionId": visit.id, "files": tokens})

    def _upload(self, asked: Request) -> Answer:
        query = asked.head.query
        if not {"sessionId", "fileId", "token"} <= set(query):
            raise Refused(400, "Missing parameters")
        file = query["fileId"]
        visit = self._desk.begin(
            asked.address, query["sessionId"], file, query["token"], asked.head.length
        )
        state = "failed"
        try:
            state = self._take(asked, visit, visit.slots[file].offer, asked.body.read)
        finally:
            self._desk.end(visit, file, again=state == "failed")
        return says({"message": state}, _STATUS[state])

    def _take(self, asked: Request, visit: Visit, offer: Offer, read: multipart.Read) -> str:
        asked.begin()
        with asked.lent(read, offer, visit) as loan:
            return self._taker.take(visit, offer, loan)

    def _cancel(self, asked: Request) -> Answer:
        self._desk.leave(asked.address, asked.head.query.get("sessionId", ""))
        return says({})

    def _page(self, asked: Request) -> Answer:
        head = asked.head
        if head.method != "GET" and head.origin not in (None, f"https://{self._host}"):
            raise Refused(403, "This form is another page's.")
        try:
            self._desk.check_page(asked.address, head.path[1:])
            return self._page_asked(asked)
        except Refused as error:
            if head.method == "PUT":
                return says({"state": "failed"}, error.status)
            if error.why in ("taken", "busy", "nothing"):
                return page.sorry(head.languages, error.why, error.status)
            raise

    def _page_asked(self, asked: Request) -> Answer:
        head = asked.head
        if head.method == "GET":
            return page.form(head.languages, self._words, self._taker.room())
        if head.method == "HEAD":
            return Answer(204)
        if head.length > self._taker.room():
            raise Refused(413, "There is not enough room for that")
        visit = self._browsing(asked.address)
        try:
            return self._one(asked, visit) if head.method == "PUT" else self._form(asked, visit)
        finally:
            self._desk.end(visit)

    def _browsing(self, address: str) -> Visit:
        """Count one more request of a browser; a second one waits until the first is announced."""
        with self._arriving:
            visit, new = self._desk.browse(address)
            if new:
                self._taker.came(visit)
            return visit

    def _one(self, asked: Request, visit: Visit) -> Answer:
        """Take the body as one file, as the page's script sends it."""
        query = asked.head.query
        name, folder = name_and_folder(query.get("name", ""))
        number = self._desk.count(visit)
        offer = Offer(str(number), name, folder, asked.head.length, moment(query.get("modified")))
        state = self._take(asked, visit, offer, asked.body.read)
        return says({"state": state}, _STATUS[state])

    def _form(self, asked: Request, visit: Visit) -> Answer:
        """Take every file of a form, as a browser without scripts sends it."""
        form = multipart.Form(asked.body.read, multipart.boundary(asked.head.kind))
        asked.begin()
        came = []
        for part in form.parts():
            if part.filename:
                name, folder = name_and_folder(part.filename)
                number = self._desk.count(visit)
                offer = Offer(str(number), name, folder, asked.body.left + form.held, exact=False)
                came.append(page.Came(name, self._take_part(asked, visit, offer, part)))
            else:
                part.pass_over(limits.SMALL_FIELD)
        if not came:
            raise Refused(400, "nothing")
        return page.form(asked.head.languages, self._words, self._taker.room(), came)

    def _take_part(self, asked: Request, visit: Visit, offer: Offer, part: multipart.Part) -> str:
        with asked.lent(part.read, offer, visit) as loan:
            return self._taker.take(visit, offer, loan)


def answer(routes: Routes, asked: Request) -> Answer:
    """Return the answer, also where it is a refusal. Raises Gone."""
    try:
        return routes.answer(asked)
    except Refused as error:
        return refusal(error)
