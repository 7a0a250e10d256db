"""What a backup lists: which blobs it holds and what they must be, sealed for its owner.

    list    two areas of equal length, one for each set of the vault
    area    box {length(8) of the next box}, that box, random bytes to the area's end
    box     backup(16) round(8) counter(8) custody(32) whole(1) count(4), then for each blob
            id(16) size(8) SHA-256(32) of the file as it lies in the vault

Both boxes are bound to the set's number. An area that no set has used is random, as
the rest of it is. One set never reads or writes the other's area: it carries it along.
"""

import secrets
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from storage.errors import DamagedVault

NAME = "list"
AREAS = 2
MOST = 1 << 29
"""Bytes of the largest list that is read."""

_ALIGN = 1 << 12
_HEAD = struct.Struct(">16sQQ32sBI")
_ROW = struct.Struct(">16sQ32s")
_LENGTH = struct.Struct(">Q")
_OVERHEAD = 80
_FIRST = _LENGTH.size + _OVERHEAD

Sealing = Callable[[bytes, bytes], bytes]
Opening = Callable[[bytes, bytes], bytes | None]


@dataclass(frozen=True, slots=True)
class Row:
    """One blob's file as it was read back: its bytes and their SHA-256, hexadecimal."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What one set's owner knows of a backup.

    ``backup`` is its random id, ``round`` counts how often it was listed; ``counter`` and
    ``custody`` say where the books stood; ``whole`` is false while a round is under way.
    """

    backup: str
    round: int
    counter: int
    custody: bytes
    whole: bool
    rows: Mapping[str, Row]


def bound(which: int, place: int) -> bytes:
    """Return what a box of an area is bound to: the set's number and which of the two it is."""
    return bytes([which, place])


def read(untrusted: bytes, which: int, unseal: Opening) -> Listing | None:
    """Return what one set's area says, None where that set has written none.

    Raises DamagedVault for an area that was altered.
    """
    area = _area(untrusted, which)
    told = unseal(bound(which, 0), area[:_FIRST])
    if told is None:
        return None
    length = _LENGTH.unpack(told)[0] if len(told) == _LENGTH.size else 0
    plain = unseal(bound(which, 1), area[_FIRST : _FIRST + length])
    if plain is None or len(plain) < _HEAD.size:
        raise DamagedVault("what the backup lists was altered", part="backup")
    return _parsed(plain)


def _parsed(plain: bytes) -> Listing:
    backup, turn, counter, custody, whole, count = _HEAD.unpack_from(plain)
    if len(plain) != _HEAD.size + count * _ROW.size:
        raise DamagedVault("what the backup lists does not add up", part="backup")
    rows = {
        blob.hex(): Row(size, digest.hex())
        for blob, size, digest in _ROW.iter_unpack(plain[_HEAD.size :])
    }
    return Listing(backup.hex(), turn, counter, custody, bool(whole), rows)


def write(untrusted_before: bytes, which: int, listing: Listing, seal: Sealing) -> bytes:
    """Return the list with one set's area written, and the other's as it was (or random)."""
    box = seal(bound(which, 1), _plain(listing))
    mine = seal(bound(which, 0), _LENGTH.pack(len(box))) + box
    other = _area(untrusted_before, 1 - which) if untrusted_before else b""
    size = max(len(other), -(-len(mine) // _ALIGN) * _ALIGN)
    areas = {which: mine, 1 - which: other}
    return b"".join(_filled(areas[place], size) for place in range(AREAS))


def _filled(area: bytes, size: int) -> bytes:
    return area + secrets.token_bytes(size - len(area))


def _plain(listing: Listing) -> bytes:
    head = _HEAD.pack(
        bytes.fromhex(listing.backup),
        listing.round,
        listing.counter,
        listing.custody,
        listing.whole,
        len(listing.rows),
    )
    rows = (
        _ROW.pack(bytes.fromhex(blob), row.size, bytes.fromhex(row.sha256))
        for blob, row in sorted(listing.rows.items())
    )
    return head + b"".join(rows)


def _area(untrusted: bytes, which: int) -> bytes:
    size, odd = divmod(len(untrusted), AREAS)
    if odd or size % _ALIGN or not size:
        raise DamagedVault("the backup's list is cut short", part="backup")
    return untrusted[which * size : (which + 1) * size]
