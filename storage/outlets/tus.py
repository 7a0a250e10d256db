"""tus 1.0 (tus.io): uploads that go on at the byte where they were cut.

The server says at which byte it stands, and is not believed further than what
was sent: an offset beyond that, or behind what it had confirmed, is a lie. The
protocol itself neither lists nor reads back: ``tus_store`` makes a store of it.
"""

import base64
from collections.abc import Mapping
from dataclasses import replace
from typing import BinaryIO

from storage.errors import OutletLied
from storage.outlets import answers
from storage.outlets.account import NOBODY, Account
from storage.outlets.address import Address
from storage.outlets.base import PART, Limits, Memo, Parcel, Receipt, Sureness
from storage.outlets.transport import Body, Reply, Web
from storage.progress import Tick, silent

_VERSION = {"Tus-Resumable": "1.0.0"}
_MISSING, _GONE, _CONFLICT, _CREATED = 404, 410, 409, 201
_LONGEST_PLACE = 2048


class Tus:
    """An upload endpoint of a tus server."""

    def __init__(self, web: Web, account: Account = NOBODY) -> None:
        """Create uploads at ``web.address``."""
        self._web = web
        self._said = {**_VERSION, **account.basic()}

    def close(self) -> None:
        """End the connection."""
        self._web.close()

    def ask(self, tick: Tick = silent) -> Limits:
        """Ask for the largest upload that the server takes."""
        reply = answers.good(self._web.ask("OPTIONS", self._web.address, self._said, tick=tick))
        if "tus-version" not in reply.headers and "tus-resumable" not in reply.headers:
            raise OutletLied("no tus server", reason="answer")
        return Limits(largest=_number(reply.headers, "tus-max-size"))

    def send(self, parcel: Parcel, memo: Memo, tick: Tick = silent) -> Receipt:
        """Send a parcel, going on with the upload that the memo names."""
        upload, offset = self._going_on(parcel, memo, tick)
        with parcel.open() as source:
            source.seek(offset)
            self._rest(upload, source, offset, parcel.size, tick)
        if self._offset(upload, parcel.size, tick) != parcel.size:
            raise OutletLied("another size than was sent", reason="offset")
        return Receipt(Sureness.CONFIRMED, "size", upload.text)

    def forget(self, parcel: Parcel, memo: Memo) -> None:
        """End the upload that the memo names, where the server lets us."""
        del parcel
        place = memo.read().get("upload")
        if place:
            at = replace(self._web.address, path=place)
            answers.good(self._web.ask("DELETE", at, self._said), _MISSING, _GONE, 400, 405)

    def _rest(self, upload: Address, source: BinaryIO, offset: int, total: int, tick: Tick) -> None:
        """Send what a source, which stands at an offset, still has of an upload."""
        while offset < total:
            body = Body(source, min(PART, total - offset), offset, total)
            offset = self._patch(upload, body, total, tick)

    def _going_on(self, parcel: Parcel, memo: Memo, tick: Tick) -> tuple[Address, int]:
        """Return where an upload stands, and how many bytes it has; a new one if need be."""
        place = memo.read().get("upload")
        if place:
            upload = replace(self._web.address, path=place)
            offset = self._offset(upload, parcel.size, tick)
            if offset is not None:
                return upload, offset
        name = base64.b64encode(parcel.name.encode()).decode()
        said = {"Upload-Metadata": f"filename {name}"}
        upload = self._create(parcel.size, said, tick)
        memo.keep({"upload": upload.path})
        return upload, 0

    def _create(self, size: int, said: Mapping[str, str], tick: Tick) -> Address:
        headers = {**self._said, "Upload-Length": str(size), **said}
        reply = answers.good(self._web.ask("POST", self._web.address, headers, b"", tick=tick))
        place = path_of(reply.headers.get("location", ""), self._web.address)
        if reply.status != _CREATED or place is None:
            raise OutletLied("no upload", reason="answer")
        return replace(self._web.address, path=place)

    def _patch(self, upload: Address, body: Body, total: int, tick: Tick) -> int:
        """Send some bytes from an offset; return the next. Raises OutletLied for any other."""
        headers = {
            **self._said,
            "Content-Type": "application/offset+octet-stream",
            "Upload-Offset": str(body.before),
        }
        reply = self._web.ask("PATCH", upload, headers, body, tick=tick)
        if reply.status == _CONFLICT:
            raise OutletLied("another offset than it said", reason="offset")
        answers.good(reply)
        offset = _number(reply.headers, "upload-offset")
        if offset != body.before + body.size:
            raise OutletLied(f"offset {offset} of {total}", reason="offset")
        return offset

    def _offset(self, upload: Address, size: int, tick: Tick) -> int | None:
        """Return how many bytes the server has, None where it no longer knows the upload."""
        reply: Reply = self._web.ask("HEAD", upload, self._said, tick=tick)
        if reply.status in (_MISSING, _GONE):
            return None
        answers.good(reply)
        offset = _number(reply.headers, "upload-offset")
        length = _number(reply.headers, "upload-length")
        if offset is None or offset > size or length not in (None, size):
            raise OutletLied(f"offset {offset} of {size}", reason="offset")
        return offset


def _number(headers: Mapping[str, str], name: str) -> int | None:
    text = headers.get(name, "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else None  # noqa: PLR2004  # digits of 2^63


def path_of(untrusted_location: str, base: Address) -> str | None:
    """Return the path of an upload. Its host is not looked at: we stay with the one we know."""
    text = untrusted_location
    if "://" in text:
        text = "/" + text.partition("://")[2].partition("/")[2]
    elif not text.startswith("/"):
        text = f"{base.path.partition('?')[0].rpartition('/')[0]}/{text}"
    plain = text.isascii() and text.isprintable() and " " not in text and "#" not in text
    return text if plain and 1 < len(text) <= _LONGEST_PLACE else None
