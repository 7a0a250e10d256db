"""WebDAV (RFC 4918): a folder over HTTP, such as most office clouds offer.

A cut PUT leaves a truncated file under the name it was sent to, and servers
differ in what they make of Content-Range and If-None-Match. So nothing is
resumed, and everything is sent as ``NAME.part``, measured there, and only then
moved to its name.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from storage.errors import AlreadyExists, OutletLied, OutletTrouble
from storage.outlets import answers, xml_rows
from storage.outlets.account import NOBODY, Account
from storage.outlets.address import Address, unquoted
from storage.outlets.base import Limits, Memo, Parcel, Receipt, Stored, Sureness
from storage.outlets.names import checked_name, is_name
from storage.outlets.transport import Body, Web
from storage.progress import Tick, silent

_PART = ".part"
_MOST_LISTING = 64 << 20
_MOST_FOLDERS = 100_000
_ASKED = (
    b'<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/>'
    b"<getcontentlength/><quota-available-bytes/></prop></propfind>"
)
_MULTI, _EXISTS, _PRECONDITION, _MISSING = 207, 405, 412, 404


class WebDav:
    """A folder of a WebDAV server, as an outlet and as a store."""

    def __init__(self, web: Web, account: Account = NOBODY) -> None:
        """Work below ``web.address``, which must be there already."""
        self._web = web
        self._login = dict(account.basic())
        self._made: set[str] = set()

    def close(self) -> None:
        """End the connection."""
        self._web.close()

    def ask(self, tick: Tick = silent) -> Limits:
        """Look at the folder, and at the room that the server says there is in it."""
        found = self._look(self._web.address, 0, tick)
        if found is None:
            raise answers.meant(_MISSING)
        return Limits(free=xml_rows.number(found[0], "quota-available-bytes"))

    def send(self, parcel: Parcel, memo: Memo, tick: Tick = silent) -> Receipt:
        """Send a parcel; a whole one of that name and size is not sent twice."""
        del memo  # nothing of a cut try is used again
        there = self._size(parcel.name, tick)
        if there is None:
            with parcel.open() as source:
                self._send(parcel.name, source, parcel.size, tick, replace=False)
            there = self._size(parcel.name, tick)
        _compare(there, parcel.size)
        return Receipt(Sureness.CONFIRMED, "size", self._at(parcel.name).text)

    def forget(self, parcel: Parcel, memo: Memo) -> None:
        """Take away what a cut try left."""
        del memo
        self._delete(self._at(parcel.name + _PART))

    def names(self, prefix: str) -> Iterator[Stored]:
        """Give the files below a folder, folder by folder."""
        folders = [prefix.rstrip("/")]
        for number, folder in enumerate(folders):
            if number > _MOST_FOLDERS:
                raise OutletLied("too many folders", reason="answer")
            for row in self._look(self._at(folder).below(""), 1, silent) or ():
                name = self._name_of(row.get("href", ""))
                if name is None or name == folder:
                    continue
                if "collection" in row:
                    folders.append(name)
                elif is_name(name) and not name.endswith(_PART):
                    yield Stored(name, _size_of(row))

    def put(self, name: str, source: BinaryIO, size: int, tick: Tick = silent) -> None:
        """Keep a file under a name, in place of what was there."""
        self._send(checked_name(name), source, size, tick, replace=True)

    @contextmanager
    def get(self, name: str) -> Iterator[BinaryIO]:
        """Open a file to be read once."""
        with self._web.reading(self._at(checked_name(name)), self._login) as (answer, stream):
            answers.there(answer.status)
            yield stream

    def remove(self, name: str) -> None:
        """Take a file away."""
        self._delete(self._at(checked_name(name)))

    def _send(self, name: str, source: BinaryIO, size: int, tick: Tick, *, replace: bool) -> None:
        self._make_folders(name)
        part, whole = self._at(name + _PART), self._at(name)
        try:
            body = Body(source, size, total=size)
            answers.good(self._web.ask("PUT", part, self._login, body, tick=tick))
            _compare(self._size(name + _PART, silent), size)
            self._move(part, whole, replace=replace)
        except BaseException:
            # The next try writes over it; this only spares the server the room until then.
            with suppress(OutletTrouble):
                self._delete(part)
            raise

    def _move(self, part: Address, whole: Address, *, replace: bool) -> None:
        headers = {"Destination": whole.text, "Overwrite": "T" if replace else "F", **self._login}
        reply = self._web.ask("MOVE", part, headers)
        if reply.status == _PRECONDITION:
            raise AlreadyExists
        answers.good(reply)

    def _delete(self, address: Address) -> None:
        answers.good(self._web.ask("DELETE", address, self._login), _MISSING)

    def _make_folders(self, name: str) -> None:
        folders = name.split("/")[:-1]
        for depth in range(1, len(folders) + 1):
            folder = "/".join(folders[:depth])
            if folder not in self._made:
                reply = self._web.ask("MKCOL", self._at(folder).below(""), self._login)
                answers.good(reply, _EXISTS)
                self._made.add(folder)

    def _at(self, name: str) -> Address:
        return self._web.address.below(*filter(None, name.split("/")))

    def _size(self, name: str, tick: Tick) -> int | None:
        found = self._look(self._at(name), 0, tick)
        return None if found is None else xml_rows.number(found[0], "getcontentlength")

    def _look(self, address: Address, depth: int, tick: Tick) -> list[dict[str, str]] | None:
        """Return what is said of a file, or of a folder and what is in it; None if not there."""
        headers = {"Depth": str(depth), "Content-Type": "application/xml", **self._login}
        reply = self._web.ask("PROPFIND", address, headers, _ASKED, tick=tick, most=_MOST_LISTING)
        if reply.status == _MISSING:
            return None
        answers.good(reply)
        found = xml_rows.rows(reply.body, "response") if reply.status == _MULTI else []
        if not found:
            raise OutletLied("no listing", reason="answer")
        return found

    def _name_of(self, untrusted_href: str) -> str | None:
        """Return the name below our folder that an href stands for; None for any other."""
        path = untrusted_href
        if "://" in path:
            path = "/" + path.partition("://")[2].partition("/")[2]
        base = unquoted(self._web.address.path).rstrip("/") + "/"
        plain = unquoted(path)
        return plain[len(base) :].strip("/") if (plain + "/").startswith(base) else None


def _compare(there: int | None, sent: int) -> None:
    if there != sent:
        raise OutletLied("another size than was sent", reason="size")


def _size_of(row: dict[str, str]) -> int:
    size = xml_rows.number(row, "getcontentlength")
    if size is None:
        raise OutletLied("a file without a size", reason="answer")
    return size
