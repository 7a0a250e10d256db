"""The Internet Archive: what goes there is seen by everybody, for good.

Its interface (ias3) is like S3 and not S3: an item is made with its first file,
by headers, keys are sent as they are and sign nothing, and what was uploaded shows
up minutes later, after the archive has worked on it. So the whole file goes in
one request that names its MD5, which the archive compares before it answers:
that answer is the confirmation. Every parcel becomes an item of its own under a
random name, and nothing is said about it but that name.

Source: https://archive.org/developers/ias3.html, and the archive's own client
(PyPI ``internetarchive``), which sends Content-MD5 in hexadecimal.
"""

import hashlib
import json
import re
from typing import BinaryIO

from storage.errors import OutletBusy, OutletLied, OutletRefused
from storage.outlets import answers
from storage.outlets.account import Account
from storage.outlets.address import Address, quoted
from storage.outlets.base import BLOCK, Limits, Memo, Parcel, Receipt, Sureness
from storage.outlets.transport import Body, Reply, Web
from storage.progress import Tick, silent

_MOVED = range(300, 400)
_NO = 403
_BAD_DIGEST = re.compile(rb"<Code>\s*(BadDigest|InvalidDigest)\s*</Code>")
_WRONG_KEYS = re.compile(
    rb"<Code>\s*(AccessDenied|InvalidAccessKeyId|SignatureDoesNotMatch)\s*</Code>"
)
_COLLECTION = "opensource_media"
"""Where everybody with an account may upload ("Community Media")."""


class ArchiveOrg:
    """Uploads to archive.org, each an item of its own."""

    def __init__(self, web: Web, account: Account) -> None:
        """``account`` has the two keys of archive.org/account/s3.php; the address is the host's."""
        self._web = web
        self._user = account.user
        self._login = {"Authorization": f"LOW {account.user}:{account.password}"}

    def close(self) -> None:
        """End the connection."""
        self._web.close()

    def ask(self, tick: Tick = silent) -> Limits:
        """Ask whether it takes anything at the moment; it says nothing of sizes."""
        asked = f"{self._web.address.path}?check_limit=1&accesskey={quoted(self._user)}"
        reply = self._good(self._web.ask("GET", self._at(asked), self._login, tick=tick))
        if _over_limit(reply.body):
            raise OutletBusy("it takes no more at the moment")
        return Limits()

    def send(self, parcel: Parcel, memo: Memo, tick: Tick = silent) -> Receipt:
        """Send a parcel from its first byte; it is confirmed by its MD5."""
        del memo
        with parcel.open() as source:
            digest = _md5(source, parcel.size, tick)
            source.seek(0)
            item = parcel.name.partition(".")[0]
            at = self._web.address.below(item, parcel.name)
            headers = {**self._login, **_said_of(item, parcel.size), "Content-MD5": digest}
            body = Body(source, parcel.size, total=parcel.size)
            reply = self._web.ask("PUT", at, headers, body, tick=tick)
        if _BAD_DIGEST.search(reply.body):
            raise OutletLied("other bytes arrived than were sent", reason="size")
        self._good(reply)
        return Receipt(Sureness.CONFIRMED, "digest", at.text)

    def forget(self, parcel: Parcel, memo: Memo) -> None:
        """Do nothing: of an upload that was cut, the archive keeps nothing."""

    def _at(self, path: str) -> Address:
        address = self._web.address
        return Address(address.scheme, address.host, address.port, path)

    def _good(self, reply: Reply) -> Reply:
        """Return an answer that means yes. Redirects pass: it sends to itself when it is busy."""
        if reply.status in _MOVED:
            raise OutletBusy("it answered with another place", status=reply.status)
        if reply.status == _NO and reply.body and not _WRONG_KEYS.search(reply.body):
            raise OutletRefused("the archive refused it", reason="refused", status=reply.status)
        return answers.good(reply)


def _said_of(item: str, size: int) -> dict[str, str]:
    """Return the headers that make the item: no date, no place, no person, no description."""
    return {
        "x-archive-auto-make-bucket": "1",
        "x-archive-queue-derive": "0",
        "x-archive-size-hint": str(size),
        "x-archive-meta-mediatype": "data",
        "x-archive-meta-collection": _COLLECTION,
        "x-archive-meta-title": item,
    }


def _md5(source: BinaryIO, size: int, tick: Tick) -> str:
    """Return the digest that the archive compares; it is no seal, only a check of the way."""
    digest = hashlib.md5(usedforsecurity=False)
    while block := source.read(BLOCK):
        digest.update(block)
        tick(0, size)
    return digest.hexdigest()


def _over_limit(untrusted: bytes) -> bool:
    """Whether it says that it takes nothing now; what is no answer of its kind is no."""
    try:
        said = json.loads(untrusted)
    except (ValueError, RecursionError):
        return False
    return isinstance(said, dict) and said.get("over_limit") == 1
