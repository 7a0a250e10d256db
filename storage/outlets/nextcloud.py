"""Nextcloud: an account, uploaded in parts, and a file drop, which takes and shows nothing.

An account's address is its folder's, ``https://HOST/remote.php/dav/files/USER/FOLDER``. Parts go
to ``…/dav/uploads/USER/ID/00001`` and are put together by moving ``.file`` (chunked
upload, version 2, in Nextcloud's developer manual). A file drop's address is the
share link, ``https://HOST/s/TOKEN``; Nextcloud 29 and later take it at
``public.php/dav/files/TOKEN``, earlier ones at ``public.php/webdav``.

Read, not run: tests have a stub of these answers, for the server itself is in
no registry.
"""

import secrets
from dataclasses import replace

from typing_extensions import override

from storage.errors import BadAddress, OutletLied
from storage.outlets import answers, xml_rows
from storage.outlets.account import NOBODY, Account
from storage.outlets.address import Address
from storage.outlets.base import PART, Limits, Memo, Parcel, Receipt, Sureness
from storage.outlets.transport import Body, Web
from storage.outlets.webdav import WebDav
from storage.progress import Tick, silent

_FILES, _UPLOADS = "/files/", "/uploads/"
_MOST_PARTS = 10_000
_MISSING, _EXISTS = 404, 405
_OLD = (401, 404, 405)


class Nextcloud(WebDav):
    """A folder of a Nextcloud account."""

    @override
    def send(self, parcel: Parcel, memo: Memo, tick: Tick = silent) -> Receipt:
        """Send a parcel in parts, going on with the upload that the memo names."""
        if parcel.size <= PART:
            return super().send(parcel, memo, tick)
        if self._size(parcel.name, tick) != parcel.size:
            upload = memo.read().get("upload") or secrets.token_hex(16)
            memo.keep({"upload": upload})
            self._send_parts(parcel, upload, tick)
        if self._size(parcel.name, silent) != parcel.size:
            raise OutletLied("another size than was sent", reason="size")
        return Receipt(Sureness.CONFIRMED, "size", self._at(parcel.name).text)

    @override
    def forget(self, parcel: Parcel, memo: Memo) -> None:
        """Take away the parts of a cut try."""
        upload = memo.read().get("upload")
        if upload:
            self._delete(self._upload(upload))
        else:
            super().forget(parcel, memo)

    def _send_parts(self, parcel: Parcel, upload: str, tick: Tick) -> None:
        part = max(PART, -(-parcel.size // _MOST_PARTS))
        whole = self._at(parcel.name)
        said = {"Destination": whole.text, "OC-Total-Length": str(parcel.size), **self._login}
        made = self._web.ask("MKCOL", self._upload(upload), said)
        there = self._parts(upload) if made.status == _EXISTS else {}
        answers.good(made, _EXISTS)
        with parcel.open() as source:
            for number, start in enumerate(range(0, parcel.size, part), 1):
                name, size = f"{number:05d}", min(part, parcel.size - start)
                if there.get(name) == size:
                    tick(start + size, parcel.size)
                    continue
                source.seek(start)
                body = Body(source, size, start, parcel.size)
                at = self._upload(upload).below(name)
                answers.good(self._web.ask("PUT", at, said, body, tick=tick))
        answers.good(self._web.ask("MOVE", self._upload(upload).below(".file"), said))

    def _parts(self, upload: str) -> dict[str, int]:
        """Return the parts that the server has of an upload, by name, with their sizes."""
        found: dict[str, int] = {}
        for row in self._look(self._upload(upload), 1, silent) or ():
            name = row.get("href", "").rstrip("/").rpartition("/")[2]
            size = xml_rows.number(row, "getcontentlength")
            if name.isdigit() and size is not None:
                found[name] = size
        return found

    def _upload(self, upload: str) -> Address:
        base, found, rest = self._web.address.path.partition(_FILES)
        user = rest.partition("/")[0]
        if not (found and user):
            raise BadAddress(reason="spelling")
        return replace(self._web.address, path=f"{base}{_UPLOADS}{user}/{upload}")


class FileDrop:
    """A Nextcloud share that anybody may put files into, and nobody can look into."""

    def __init__(self, web: Web, account: Account = NOBODY) -> None:
        """Send to the share link ``web.address``; the account has its password, if it has one."""
        base, found, token = web.address.path.rstrip("/").partition("/s/")
        if not found or not token or "/" in token:
            raise BadAddress(reason="spelling")
        self._web = web
        self._base = replace(web.address, path=base.removesuffix("/index.php") or "/")
        self._token = token
        said = Account(token, account.password).basic()
        # Without this header a public share takes nothing.
        self._said = {"X-Requested-With": "XMLHttpRequest", **said}

    def close(self) -> None:
        """End the connection."""
        self._web.close()

    def ask(self, tick: Tick = silent) -> Limits:
        """See which of the two places the share has; it says nothing of limits."""
        self._place(tick)
        return Limits()

    def send(self, parcel: Parcel, memo: Memo, tick: Tick = silent) -> Receipt:
        """Send a parcel from its first byte; what was cut is dropped by the server."""
        del memo
        at = self._place(tick).below(parcel.name)
        with parcel.open() as source:
            body = Body(source, parcel.size, total=parcel.size)
            answers.good(self._web.ask("PUT", at, self._said, body, tick=tick))
        return Receipt(Sureness.UNCONFIRMED, "answer", self._web.address.text)

    def forget(self, parcel: Parcel, memo: Memo) -> None:
        """Do nothing: nobody can take anything out of a file drop."""

    def _place(self, tick: Tick) -> Address:
        new = self._base.below("public.php", "dav", "files", self._token)
        old = self._base.below("public.php", "webdav")
        reply = self._web.ask("OPTIONS", new.below(""), self._said, tick=tick)
        if reply.status in _OLD:
            answers.good(self._web.ask("OPTIONS", old.below(""), self._said, tick=tick))
            return old
        answers.good(reply)
        return new
