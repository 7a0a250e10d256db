"""A page that takes a file: a plain HTTPS form, and OnionShare's receive mode, which is one.

Neither goes on where it was cut, and neither can be asked later what it has. So
a form's parcel counts as sent, unconfirmed, unless its answer repeats the
parcel's SHA-256; OnionShare names the file that it has taken to its end, which
is its confirmation. OnionShare 2.6 and 2.7: POST ``/upload-ajax`` with the field
``file[]``; the page at ``/`` says the size limit.
"""

import io
import json
import re
import secrets
from contextlib import closing
from typing import BinaryIO

from typing_extensions import override

from storage.errors import OutletLied, OutletRefused, StorageError
from storage.outlets import answers
from storage.outlets.account import NOBODY, Account
from storage.outlets.address import Address
from storage.outlets.base import Limits, Memo, Parcel, Receipt, Sureness
from storage.outlets.transport import Body, Web
from storage.progress import Tick, silent

_KIND = "application/octet-stream"
_LIMIT = re.compile(rb"Maximum upload size[^:<]{0,40}:\s*([0-9]{1,7}(?:\.[0-9])?)\s*([KMGT]?i?B)")
_UNITS = {"B": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40}
_TOO_LARGE = ("too large", "maximum upload size")


class Form:
    """A form with one field for a file, called ``file``."""

    _field = "file"

    def __init__(self, web: Web, account: Account = NOBODY) -> None:
        """POST to ``web.address``."""
        self._web = web
        self._login = dict(account.basic())

    def close(self) -> None:
        """End the connection."""
        self._web.close()

    def ask(self, tick: Tick = silent) -> Limits:
        """See whether the page is there; a form says nothing of limits."""
        reply = self._web.ask("GET", self._web.address, self._login, tick=tick)
        answers.good(reply, 405)  # some answer to POST alone
        return Limits()

    def send(self, parcel: Parcel, memo: Memo, tick: Tick = silent) -> Receipt:
        """Send a parcel from its first byte."""
        del memo
        body = self._post(parcel, tick)
        if parcel.sha256.encode() in body.lower():
            return Receipt(Sureness.CONFIRMED, "digest", self._web.address.text)
        return Receipt(Sureness.UNCONFIRMED, "answer", self._web.address.text)

    def forget(self, parcel: Parcel, memo: Memo) -> None:
        """Do nothing: a form cannot be asked to take anything away."""

    def _post(self, parcel: Parcel, tick: Tick) -> bytes:
        boundary = secrets.token_hex(16)
        head = (
            f'--{boundary}\r\nContent-Disposition: form-data; name="{self._field}"; '
            f'filename="{parcel.name}"\r\nContent-Type: {_KIND}\r\n\r\n'
        ).encode()
        tail = f"\r\n--{boundary}--\r\n".encode()
        size = len(head) + parcel.size + len(tail)
        headers = {"Content-Type": f"multipart/form-data; boundary={boundary}", **self._login}
        with parcel.open() as source, closing(_Around(head, source, parcel.size, tail)) as whole:
            body = Body(io.BufferedReader(whole), size, total=size)
            reply = self._web.ask("POST", self._address(), headers, body, tick=tick)
        return self._answered(reply.status, reply.body)

    def _address(self) -> Address:
        return self._web.address

    def _answered(self, status: int, body: bytes) -> bytes:
        if status // 100 != 2:  # noqa: PLR2004  # the answers that mean yes
            raise answers.meant(status)
        return body


class OnionShare(Form):
    """Somebody's OnionShare in receive mode."""

    _field = "file[]"

    @override
    def ask(self, tick: Tick = silent) -> Limits:
        """Read the size limit from the page, where it shows one."""
        reply = answers.good(self._web.ask("GET", self._web.address, self._login, tick=tick))
        if b"onionshare" not in reply.body.lower() and b"OnionShare" not in reply.body:
            raise OutletLied("no OnionShare", reason="answer")
        said = _LIMIT.search(reply.body)
        if said is None:
            return Limits()
        # What is shown is rounded: half of its last digit may be too much.
        largest = (float(said[1]) - 0.05) * _UNITS.get(said[2].decode(), 1)
        return Limits(largest=max(0, int(largest)))

    @override
    def send(self, parcel: Parcel, memo: Memo, tick: Tick = silent) -> Receipt:
        """Send a parcel from its first byte; OnionShare then says which file it has taken."""
        del memo
        answer = _json(self._post(parcel, tick))
        said = " ".join(str(line) for line in answer.get("info_flashes", ()))
        if parcel.name not in said:
            raise OutletLied("it did not name the file", reason="answer")
        return Receipt(Sureness.CONFIRMED, "answer", self._web.address.text)

    @override
    def _address(self) -> Address:
        return self._web.address.below("upload-ajax")

    @override
    def _answered(self, status: int, body: bytes) -> bytes:
        """Name what OnionShare refuses: it says so in words, with a status that may mean yes."""
        flashes = " ".join(str(line) for line in _json(body).get("error_flashes", ()))
        if any(words in flashes for words in _TOO_LARGE):
            raise OutletRefused("the upload is too large", reason="too-large", status=status)
        if flashes:
            raise OutletRefused("it takes no more", reason="refused", status=status)
        return super()._answered(status, body)


def _json(untrusted: bytes) -> dict[str, list[object]]:
    """Return the lists of an answer in JSON; nothing where it is none."""
    try:
        answer = json.loads(untrusted)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(answer, dict):
        return {}
    return {str(name): value for name, value in answer.items() if isinstance(value, list)}


class _Around(io.RawIOBase):
    """A stream between a head and a tail."""

    def __init__(self, head: bytes, source: BinaryIO, size: int, tail: bytes) -> None:
        super().__init__()
        self._before, self._source, self._left, self._after = head, source, size, tail

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # io declares the wider Buffer protocol, which 3.11 cannot name
        data = self._next(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _next(self, size: int) -> bytes:
        if self._before:
            data, self._before = self._before[:size], self._before[size:]
        elif self._left:
            data = self._source.read(min(size, self._left))
            if not data:
                raise StorageError("what is sent ended too early")
            self._left -= len(data)
        else:
            data, self._after = self._after[:size], self._after[size:]
        return data
