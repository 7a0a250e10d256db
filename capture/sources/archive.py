"""ZIP archives, as messengers and cloud services hand them out.

An archive is read as a stream, member by member, and nothing of it is unpacked
to the disk. Its names are only shown, so none can lead anywhere; its sizes are
only believed as far as the bytes bear them out, so a bomb ends where it says a
byte more than it had announced. Members are read that are stored or deflated, as
all these programs pack them. Sources: PKWARE's APPNOTE 6.3.10, through the
standard library's reader.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO, BinaryIO, Self, cast

from capture.errors import Damaged, Unreadable
from capture.sources.base import About, Incoming, Skipped, iso

MAX_MEMBERS = 100_000
"""How many files an archive may hold: the listing of more would fill the memory."""

MAX_LISTING = 64 << 20
"""Largest central directory in bytes that is read."""

_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
_PASSED_OVER = ("__MACOSX/", ".thumbnails/")
_ENCRYPTED = 1
_FIELD = struct.Struct("<HH")
_EXTENDED_TIME = 0x5455
_TIME_LENGTH = 5
_END_MAX = 22 + 0xFFFF + 20
_IN_ZIP64 = 0xFFFFFFFF
_LOCATOR, _ZIP64 = b"PK\x06\x07", struct.Struct("<4s36xQ8x")
_PACKINGS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
"""Of the others the library unpacks all that it was given at once: a bomb of bzip2 (a gigabyte in
a few hundred bytes) would fill the memory before its size could be looked at."""
_ERRORS = (
    *(zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, EOFError),
    *(ValueError, OverflowError, OSError),
)


def is_archive(path: Path) -> bool:
    """Say whether a file is a ZIP by its name and its first bytes."""
    if path.suffix.lower() != ".zip":
        return False
    with suppress(OSError), path.open("rb") as stream:
        return stream.read(4) in _SIGNATURES
    return False


class Archive:
    """One ZIP file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.about = About("archive")

    def find(self) -> Iterator[Incoming | Skipped]:
        """Yield every file in the archive, in name order.

        Raises Unreadable, Damaged for what is no whole archive or holds more than may be.
        """
        for member in sorted(self._members(), key=lambda one: one.filename):
            shown = f"{self._path}/{member.filename}"
            if member.flag_bits & _ENCRYPTED:
                yield Skipped(shown, Unreadable(reason="archive-locked"))
            elif member.compress_type not in _PACKINGS:
                yield Skipped(shown, Unreadable(reason="archive"))
            else:
                yield self._incoming(shown, member)

    def _members(self) -> list[zipfile.ZipInfo]:
        try:
            _check_listing(self._path)
            with zipfile.ZipFile(self._path) as opened:
                members = opened.infolist()
        except OSError as error:
            raise Unreadable(reason="device") from error
        except _ERRORS as error:
            raise Damaged("the archive cannot be read") from error
        if len(members) > MAX_MEMBERS:
            raise Damaged("the archive holds too many files")
        return [one for one in members if _is_file(one) and not _passed_over(one.filename)]

    def _incoming(self, shown: str, member: zipfile.ZipInfo) -> Incoming:
        folder, _, name = member.filename.rpartition("/")
        return Incoming(
            shown=shown,
            name=name,
            folder=f"{self._path}/{folder}",
            size=member.file_size,
            modified_at=_time(member),
            open=partial(self._open, member),
        )

    def _open(self, member: zipfile.ZipInfo) -> BinaryIO:
        try:
            # Each stream has an archive of its own, so that it may be read in any thread.
            opened = zipfile.ZipFile(self._path)
            stream = opened.open(member)
        except _ERRORS as error:
            raise Unreadable(reason="archive") from error
        return cast("BinaryIO", _Member(opened, stream))


def _is_file(member: zipfile.ZipInfo) -> bool:
    """Say whether a member is a file; one without a name is nothing that a program packs."""
    return bool(member.filename) and not member.is_dir()


class _Member:
    """A member's bytes; its errors are named, and it takes the archive along when it is closed."""

    def __init__(self, archive: zipfile.ZipFile, stream: IO[bytes]) -> None:
        self._archive = archive
        self._stream = stream

    def read(self, count: int = -1, /) -> bytes:
        try:
            return bytes(self._stream.read(count))
        except _ERRORS as error:
            raise Unreadable(reason="archive") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()
        self._archive.close()


def _check_listing(path: Path) -> None:
    """Refuse a listing too long to be read, before the library reads it whole (APPNOTE 4.3.14-16).

    Its length stands in the record at the end, and in the ZIP64 record wherever a locator stands
    before that: the longest counts, because readers differ in which of them they believe.
    """
    with path.open("rb") as stream:
        size = stream.seek(0, io.SEEK_END)
        start = stream.seek(max(0, size - _END_MAX))
        tail = stream.read(_END_MAX)
        at = tail.rfind(b"PK\x05\x06")
        if at < 0 or at + 20 > len(tail):
            raise zipfile.BadZipFile
        length = int.from_bytes(tail[at + 12 : at + 16], "little")
        locator = tail[max(0, at - 20) : at]
        if locator.startswith(_LOCATOR):
            beside = max(0, start + at - len(locator) - _ZIP64.size)
            led_to = int.from_bytes(locator[8:16], "little")
            lengths = [_zip64_length(stream, place) for place in (beside, led_to)]
            length = max(*lengths, 0 if length == _IN_ZIP64 else length)
    if length > min(MAX_LISTING, start + at):
        raise Damaged("the archive's listing is longer than may be")


def _zip64_length(stream: BinaryIO, place: int) -> int:
    """Return the listing's length as the ZIP64 record at a place has it, 0 where none stands."""
    stream.seek(place)
    record = stream.read(_ZIP64.size)
    if len(record) < _ZIP64.size:
        return 0
    mark, length = _ZIP64.unpack(record)
    return int(length) if mark == b"PK\x06\x06" else 0


def _passed_over(name: str) -> bool:
    return any(name.startswith(part) or f"/{part}" in name for part in _PASSED_OVER)


def _time(member: zipfile.ZipInfo) -> str | None:
    """Return the member's time: in UTC where the archive has it so, else by its maker's clock.

    The first is Info-ZIP's extended timestamp (0x5455, ``proginfo/extrafld.txt``); the other has
    no zone, and gets none.
    """
    seconds = _seconds(member.extra)
    if seconds is not None:
        return iso(seconds)
    try:
        return datetime(*member.date_time).isoformat()  # noqa: DTZ001 - it has no zone
    except ValueError:
        return None


def _seconds(untrusted_extra: bytes) -> int | None:
    """Return the time of modification in seconds since 1970, from a member's extra fields."""
    at = 0
    while at + _FIELD.size <= len(untrusted_extra):
        kind, length = _FIELD.unpack_from(untrusted_extra, at)
        body = untrusted_extra[at + _FIELD.size : at + _FIELD.size + length]
        if kind == _EXTENDED_TIME and len(body) >= _TIME_LENGTH and body[0] & 1:
            return int.from_bytes(body[1:_TIME_LENGTH], "little", signed=True)
        at += _FIELD.size + length
    return None
