"""Backups at a tus server: uploads that are found again by a list of our own.

tus 1.0 lists nothing and chooses its own names. But the servers in use answer GET
on an upload with its bytes, and DELETE. So what a name stands for is kept by us, in
a ``Ledger``, and for a new machine in a catalogue (``tus_catalogue``), which is one
more upload. Uploads are sent without a name. Nothing that an earlier catalogue lists
is deleted before the new one was read back and ``sweep`` is called.
"""

import hashlib
import io
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import BinaryIO

from storage.errors import (
    BackupNotKept,
    NotABackup,
    NotThere,
    OutletLied,
    OutletRefused,
    OutletTrouble,
)
from storage.outlets import answers
from storage.outlets.account import NOBODY, Account
from storage.outlets.address import Address
from storage.outlets.base import BLOCK, Stored
from storage.outlets.names import checked_name
from storage.outlets.transport import Web
from storage.outlets.tus import Tus, path_of
from storage.outlets.tus_catalogue import (
    CATALOGUE,
    Ledger,
    Passing,
    Row,
    is_size,
    read,
    written,
)
from storage.progress import Tick, silent

_MOST = 64 << 20
_GONE = (404, 410)
_CANNOT = (400, 403, 405, 501)
_PROBE = 32


class TusStore(Tus):
    """An upload endpoint of a tus server, as an outlet and as a store."""

    def __init__(self, web: Web, account: Account = NOBODY, ledger: Ledger | None = None) -> None:
        """Create uploads at ``web.address``; nothing is kept of it until ``remember``."""
        super().__init__(web, account)
        self._probed = False
        self.remember(ledger or Passing())

    def remember(self, ledger: Ledger) -> None:
        """Go on with what a ledger says, and keep in it what comes."""
        self._ledger = ledger
        self._rows = dict(ledger.read())

    def names(self, prefix: str) -> Iterator[Stored]:
        """Give the files whose uploads the server still knows: each is asked for."""
        for name, row in sorted(self._rows.items()):
            if row.path and name != CATALOGUE and name.startswith(prefix):
                there = self._there(row.path)
                if there is not None:
                    yield Stored(name, there)

    def put(self, name: str, source: BinaryIO, size: int, tick: Tick = silent) -> None:
        """Keep a file under a name; an upload of the same bytes that was cut goes on."""
        self._put(checked_name(name), source, size, tick)

    @contextmanager
    def get(self, name: str) -> Iterator[BinaryIO]:
        """Open a file to be read once."""
        row = self._rows.get(checked_name(name), Row())
        if not row.path:
            raise NotThere(reason="missing")
        with self._reading(row.path) as stream:
            yield stream

    def remove(self, name: str) -> None:
        """Take a file out of the list; ``sweep`` deletes it, once a catalogue says so."""
        row = self._rows.get(checked_name(name))
        if row is not None and row.path:
            self._keep(name, Row(half=row.half, old=(*row.old, row.path)))

    def publish(self, tick: Tick = silent) -> str:
        """Send the catalogue, read it back, and return its address. Raises BackupNotKept."""
        data = written(self._rows)
        self._put(CATALOGUE, io.BytesIO(data), len(data), tick)
        path = self._rows[CATALOGUE].path
        if self._whole(path) != data:
            raise BackupNotKept("the catalogue read back is not what was sent")
        return self._at(path).text

    def sweep(self) -> int:
        """Delete what no catalogue needs any more; return how many the server does not let go."""
        left = 0
        for name, row in list(self._rows.items()):
            unwanted = (*row.old, row.half) if row.half else row.old
            left += sum(not self._deleted(path) for path in unwanted if path != row.path)
            if unwanted:
                self._keep(name, Row(row.path, row.size))
        return left

    def open_at(self, untrusted_address: str) -> None:
        """Read the catalogue at an address that was written down. Raises NotABackup.

        Only its path is used: the host is the card's.
        """
        path = path_of(untrusted_address.strip(), self._web.address)
        try:
            data = self._whole(path) if path else b""
        except (NotThere, OutletRefused) as error:
            if isinstance(error, OutletRefused) and error.facts.get("reason") == "wrong-login":
                raise
            raise NotABackup(reason="address") from error
        rows = read(data, self._web.address)
        if path is None or rows is None:
            raise NotABackup(reason="address")
        for name, row in {**rows, CATALOGUE: Row(path, len(data))}.items():
            self._keep(name, row)

    def rows(self) -> Mapping[str, Row]:
        """Return what is known of every name."""
        return dict(self._rows)

    def _put(self, name: str, source: BinaryIO, size: int, tick: Tick) -> None:
        begun = source.tell()
        self._probe(tick)
        digest = _digest(source, size, tick)
        row, upload, offset = self._begun(name, digest, size, tick)
        source.seek(begun + offset)
        self._rest(upload, source, offset, size, tick)
        if self._offset(upload, size, tick) != size:
            raise OutletLied("another size than was sent", reason="offset")
        old = (*row.old, row.path) if row.path else row.old
        self._keep(name, Row(upload.path, size, old=old))

    def _begun(self, name: str, digest: str, size: int, tick: Tick) -> tuple[Row, Address, int]:
        """Return the row of a name, its upload and the bytes that has: the cut one if it fits."""
        row = self._rows.get(name, Row())
        if row.half and row.half_sha256 == digest:
            upload = self._at(row.half)
            offset = self._offset(upload, size, tick)
            if offset is not None:
                return row, upload, offset
        upload = self._create(size, {}, tick)
        old = (*row.old, row.half) if row.half else row.old
        row = replace(row, half=upload.path, half_sha256=digest, old=old)
        self._keep(name, row)
        return row, upload, 0

    def _probe(self, tick: Tick) -> None:
        """See, once, that the server gives back what it took; nothing of ours is sent before."""
        if self._probed:
            return
        data = secrets.token_bytes(_PROBE)
        upload = self._create(len(data), {}, tick)
        try:
            self._rest(upload, io.BytesIO(data), 0, len(data), tick)
            if not self._gives(upload.path, data):
                raise OutletRefused("it does not give back uploads", reason="no-reading")
        finally:
            with suppress(OutletTrouble):
                self._deleted(upload.path)
        self._probed = True

    def _gives(self, path: str, data: bytes) -> bool:
        try:
            return self._whole(path) == data
        except (NotThere, OutletRefused):
            return False

    def _there(self, path: str) -> int | None:
        """Return how many bytes of an upload the server has, None where it knows it no more."""
        reply = self._web.ask("HEAD", self._at(path), self._said)
        if reply.status in _GONE:
            return None
        text = answers.good(reply).headers.get("upload-offset", "").strip()
        return int(text) if is_size(text) else None

    @contextmanager
    def _reading(self, path: str) -> Iterator[BinaryIO]:
        with self._web.reading(self._at(path), self._said) as (answer, stream):
            answers.there(404 if answer.status in _GONE else answer.status)
            yield stream

    def _whole(self, path: str) -> bytes:
        with self._reading(path) as stream:
            data = stream.read(_MOST + 1)
        if len(data) > _MOST:
            raise OutletLied("a catalogue is larger than it may be", reason="too-much")
        return data

    def _deleted(self, path: str) -> bool:
        """Delete an upload; False where the server cannot."""
        reply = self._web.ask("DELETE", self._at(path), self._said)
        return answers.good(reply, *_GONE, *_CANNOT).status not in _CANNOT

    def _at(self, path: str) -> Address:
        return replace(self._web.address, path=path)

    def _keep(self, name: str, row: Row) -> None:
        self._ledger.keep(name, row)
        self._rows[name] = row


def _digest(source: BinaryIO, size: int, tick: Tick) -> str:
    """Return the SHA-256 of what is sent: bytes of a cut upload go on only with the same."""
    digest, left = hashlib.sha256(), size
    while left > 0 and (part := source.read(min(BLOCK, left))):
        digest.update(part)
        left -= len(part)
        tick(0, size)
    return digest.hexdigest()
