"""S3 and what speaks like it: objects in a bucket, large ones in parts that survive a cut.

The address is the bucket's, path style, with a prefix if wanted:
``https://s3.example.org/BUCKET/PREFIX?region=eu-west-1``. Every part is signed
with its digest, compared with the server's own (ETag), and what is there
already is compared, too, before it is taken for ours.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import BinaryIO

from storage.errors import OutletLied, OutletRefused, OutletTrouble, StorageError
from storage.outlets import answers, sigv4, xml_rows
from storage.outlets.account import Account
from storage.outlets.address import Address, unquoted
from storage.outlets.base import PART, Fleeting, Limits, Memo, Parcel, Receipt, Stored, Sureness
from storage.outlets.names import checked_name, is_name
from storage.outlets.transport import Body, Reply, Web
from storage.progress import Tick, silent

_MOST_PARTS = 10_000
_MOST_LISTING = 16 << 20
_MOST_PAGES = 10_000
_MISSING = 404
_EMPTY = hashlib.sha256().hexdigest()
_REGION = "us-east-1"
_LATE = ("RequestTimeTooSkewed", "RequestExpired")


@dataclass(frozen=True, slots=True)
class _Sent:
    """One part that the server has."""

    etag: str
    size: int


class S3:
    """A bucket, as an outlet and as a store."""

    def __init__(self, web: Web, account: Account) -> None:
        """Work below ``web.address``: a bucket, and a prefix in it if there is one."""
        path, _, asked = web.address.path.partition("?")
        bucket, _, prefix = path.strip("/").partition("/")
        self._web = web
        self._bucket = replace(web.address, path=f"/{bucket}")
        self._prefix = f"{unquoted(prefix)}/" if prefix else ""
        region = asked.removeprefix("region=") or _region_of(web.address.host)
        self._keys = sigv4.Keys(account.user, account.password, region)

    def close(self) -> None:
        """End the connection."""
        self._web.close()

    def ask(self, tick: Tick = silent) -> Limits:
        """See whether the bucket is there and ours; S3 says nothing of limits."""
        self._list(self._prefix, "", tick, most=1)
        return Limits()

    def send(self, parcel: Parcel, memo: Memo, tick: Tick = silent) -> Receipt:
        """Send a parcel in parts, going on with the upload that the memo names."""
        key = self._key(parcel.name)
        with parcel.open() as source:
            if self._is_done(key, source, parcel.size, memo):
                return Receipt(Sureness.CONFIRMED, "digest", self._at(key).text)
            digest = self._store(key, source, parcel.size, memo, tick)
        reply = self._ask("HEAD", self._at(key))
        answers.good(reply)
        if reply.headers.get("content-length") != str(parcel.size):
            raise OutletLied("another size than was sent", reason="size")
        sure = "digest" if _etag(reply) == digest else "size"
        return Receipt(Sureness.CONFIRMED, sure, self._at(key).text)

    def _is_done(self, key: str, source: BinaryIO, size: int, memo: Memo) -> bool:
        """Say whether an earlier try has sent all of it and only the last answer was lost.

        What was put together is no upload any more, and would be sent from its first byte.
        """
        if not memo.read().get("upload"):
            return False
        reply = self._ask("HEAD", self._at(key))
        if reply.status == _MISSING:
            return False
        answers.good(reply)
        if reply.headers.get("content-length") != str(size):
            return False
        plain, digests = hashlib.md5(usedforsecurity=False), []
        for data in _parts_of(source, size):
            plain.update(data)
            digests.append(_digest(data))
        source.seek(0)
        return _etag(reply) in (_whole(digests), plain.hexdigest())  # some put it together for good

    def forget(self, parcel: Parcel, memo: Memo) -> None:
        """End the upload that the memo names, and have its parts thrown away."""
        upload = memo.read().get("upload")
        if upload:
            at = self._at(self._key(parcel.name), uploadId=upload)
            answers.good(self._ask("DELETE", at), _MISSING)

    def names(self, prefix: str) -> Iterator[Stored]:
        """Give the objects below a prefix, a thousand at a time."""
        token = ""
        for _ in range(_MOST_PAGES):
            page = self._list(self._prefix + prefix, token, silent)
            for row in xml_rows.rows(page, "Contents"):
                name = row.get("Key", "").removeprefix(self._prefix)
                size = xml_rows.number(row, "Size")
                if size is not None and is_name(name):
                    yield Stored(name, size)
            after = xml_rows.top(page).get("NextContinuationToken", "")
            if not after or after == token:
                return
            token = after
        raise OutletLied("a listing without end", reason="too-much")

    def put(self, name: str, source: BinaryIO, size: int, tick: Tick = silent) -> None:
        """Keep an object; until all of it is there, what was there before stays."""
        memo = Fleeting()
        key = self._key(checked_name(name))
        try:
            self._store(key, source, size, memo, tick)
        except BaseException:
            with suppress(OutletTrouble):
                self.forget(Parcel(name, size, "", lambda: source), memo)
            raise

    @contextmanager
    def get(self, name: str) -> Iterator[BinaryIO]:
        """Open an object to be read once."""
        at = self._at(self._key(checked_name(name)))
        with self._web.reading(at, self._headers("GET", at, _EMPTY)) as (answer, stream):
            answers.there(answer.status)
            yield stream

    def remove(self, name: str) -> None:
        """Take an object away."""
        answers.good(self._ask("DELETE", self._at(self._key(checked_name(name)))), _MISSING)

    def _store(self, key: str, source: BinaryIO, size: int, memo: Memo, tick: Tick) -> str:
        """Send all of a source; return the ETag that the object has if the server says digests."""
        if size <= PART:
            data = _exactly(source, size)
            reply = self._ask("PUT", self._at(key), data, total=size, tick=tick)
            return _same(reply, _digest(data).hex())
        upload, sent = self._going_on(key, memo)
        start = 0
        digests = []
        for number, data in enumerate(_parts_of(source, size), 1):
            digest = _digest(data)
            digests.append(digest)
            if sent.get(number) == _Sent(digest.hex(), len(data)):
                tick(start + len(data), size)
            else:
                at = self._at(key, partNumber=number, uploadId=upload)
                reply = self._ask("PUT", at, data, start, total=size, tick=tick)
                sent[number] = _Sent(_same(reply, digest.hex()) or _etag(reply), len(data))
            start += len(data)
        self._complete(key, upload, [sent[number + 1].etag for number in range(len(digests))])
        return _whole(digests)

    def _going_on(self, key: str, memo: Memo) -> tuple[str, dict[int, _Sent]]:
        """Return the upload of an earlier try and the parts that it has, or a new one."""
        upload = memo.read().get("upload")
        if upload:
            sent = self._parts(key, upload)
            if sent is not None:
                return upload, sent
        reply = answers.good(self._ask("POST", self._at(key, uploads="")))
        upload = xml_rows.top(reply.body).get("UploadId", "")
        if not upload:
            raise OutletLied("no upload", reason="answer")
        memo.keep({"upload": upload})
        return upload, {}

    def _parts(self, key: str, upload: str) -> dict[int, _Sent] | None:
        """Return the parts that the server has of an upload, None where it knows none such."""
        found: dict[int, _Sent] = {}
        marker = 0
        while True:
            at = self._at(key, part_number_marker=marker, uploadId=upload)
            reply = self._ask("GET", at)
            if reply.status == _MISSING:
                return None
            answers.good(reply)
            before = len(found)
            for row in xml_rows.rows(reply.body, "Part"):
                number, size = xml_rows.number(row, "PartNumber"), xml_rows.number(row, "Size")
                if number is not None and 0 < number <= _MOST_PARTS and size is not None:
                    found[number] = _Sent(row.get("ETag", "").strip('"'), size)
            cut = xml_rows.top(reply.body).get("IsTruncated") == "true"
            if len(found) == before or not cut:
                return found
            marker = max(found)

    def _complete(self, key: str, upload: str, etags: list[str]) -> None:
        parts = "".join(
            f"<Part><PartNumber>{number}</PartNumber><ETag>&quot;{etag}&quot;</ETag></Part>"
            for number, etag in enumerate(etags, 1)
        )
        body = f"<CompleteMultipartUpload>{parts}</CompleteMultipartUpload>".encode()
        reply = answers.good(self._ask("POST", self._at(key, uploadId=upload), body))
        if xml_rows.rows(reply.body, "Error"):  # S3 may say 200 first and fail later
            raise OutletLied("the parts were not put together", reason="answer")

    def _list(self, prefix: str, token: str, tick: Tick, most: int = 1000) -> bytes:
        asked = sigv4.query(list_type=2, max_keys=most, prefix=prefix)
        if token:
            asked = sigv4.query(continuation_token=token, list_type=2, max_keys=most, prefix=prefix)
        at = replace(self._bucket, path=f"{self._bucket.path}?{asked}")
        reply = answers.good(self._ask("GET", at, tick=tick, most=_MOST_LISTING))
        if not xml_rows.rows(reply.body, "ListBucketResult"):
            raise OutletLied("no listing", reason="answer")
        return reply.body

    def _key(self, name: str) -> str:
        return self._prefix + name

    def _at(self, key: str, **asked: str | int) -> Address:
        at = self._bucket.below(*key.split("/"))
        return replace(at, path=f"{at.path}?{sigv4.query(**asked)}") if asked else at

    def _headers(self, method: str, at: Address, sha256: str) -> dict[str, str]:
        now = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        return sigv4.signed(method, at, {"x-amz-content-sha256": sha256}, self._keys, now)

    def _ask(
        self,
        method: str,
        at: Address,
        data: bytes = b"",
        at_byte: int = 0,
        *,
        total: int = 0,
        tick: Tick = silent,
        most: int = 1 << 20,
    ) -> Reply:
        """Make a signed request; the data stands at a byte of a whole of ``total``."""
        headers = self._headers(method, at, hashlib.sha256(data).hexdigest())
        body = Body.of(data, at_byte, total) if method in ("PUT", "POST") else None
        reply = self._web.ask(method, at, headers, body, tick=tick, most=most)
        if any(code.encode() in reply.body for code in _LATE) and reply.status // 100 == 4:  # noqa: PLR2004  # refusals
            raise OutletRefused("the clocks differ", reason="wrong-clock", status=reply.status)
        return reply


def _region_of(host: str) -> str:
    """Return the region that is in a host name of AWS, or the one that others go by."""
    labels = host.split(".")
    is_aws = host.endswith(".amazonaws.com") and len(labels) == 4  # noqa: PLR2004  # s3.REGION.amazonaws.com
    return labels[1] if is_aws else _REGION


def _parts_of(source: BinaryIO, size: int) -> Iterator[bytes]:
    part = max(PART, -(-size // _MOST_PARTS))
    for start in range(0, size, part):
        yield _exactly(source, min(part, size - start))


def _whole(digests: list[bytes]) -> str:
    """Return the ETag of what was put together of parts with these digests."""
    return f"{_digest(b''.join(digests)).hex()}-{len(digests)}"


def _exactly(source: BinaryIO, size: int) -> bytes:
    data = source.read(size)
    if len(data) != size:
        raise StorageError("what is sent ended too early")
    return data


def _etag(reply: Reply) -> str:
    return reply.headers.get("etag", "").strip('"').lower()


def _digest(data: bytes) -> bytes:
    """Return the MD5, which is what S3 compares by; what is signed is the SHA-256."""
    return hashlib.md5(data, usedforsecurity=False).digest()


def _same(reply: Reply, digest: str) -> str:
    """Return the digest that the server answered with. Raises OutletLied where it is another's.

    A server that encrypts answers with an ETag that is no digest; it is then as long as another.
    """
    answers.good(reply)
    etag = _etag(reply)
    encrypted = "x-amz-server-side-encryption" in reply.headers
    if etag != digest and not encrypted:
        raise OutletLied("another digest than was sent", reason="digest")
    return etag
