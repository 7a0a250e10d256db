"""How one blob lies on the disk: pure arithmetic and sealing, no files.

    header   "FHblob" version(2) id(16) box of the item key
    chunks   256 KiB each and the last shorter, every one with a 16-byte tag
    footer   box of the record, padded; then its length in 4 bytes

A chunk's nonce is its number and a flag that only the last one has, so chunks
cannot be moved, left out or cut off; the header is authenticated with each. The
footer holds the header a second time, so that a damaged header costs nothing.
"""

import struct
from dataclasses import dataclass
from typing import Any

from storage.errors import DamagedVault, NewerVersion, StorageError
from storage.records import canonical, parsed
from storage.vault import boxes
from storage.vault.keys import MasterKey

MAGIC = b"FHblob"
VERSION = 1
CHUNK = 256 * 1024
"""Plain bytes of every chunk but the last, which has 1 to CHUNK (0 for an empty blob)."""

TAG = 16
_PREFIX = struct.Struct(">6sH16s")
HEADER = _PREFIX.size + boxes.OVERHEAD + 32
_LENGTH = struct.Struct(">I")
TRAILER = _LENGTH.size
_PAD = 1024
_FOOTER_MAX = 1 << 20

Record = dict[str, Any]
"""A blob's own record: canonical JSON with at least "id", "type", "kind", "size", "sha256"."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header's 136 bytes and the key it holds."""

    raw: bytes
    key: bytes


def make_header(master: MasterKey, blob: str, key: bytes) -> Header:
    """Return the header of a new blob, its item key wrapped by the vault's key."""
    prefix = _PREFIX.pack(MAGIC, VERSION, bytes.fromhex(blob))
    return Header(prefix + master.seal("wrap", key, prefix), key)


def open_header(master: MasterKey, blob: str, untrusted_raw: bytes) -> Header:
    """Return a header that is this blob's and this vault's.

    Raises NotThisKey for another set's blob (or one damaged beyond telling), DamagedVault, or
    NewerVersion.
    """
    if len(untrusted_raw) != HEADER:
        raise DamagedVault("the header is cut short", part=_part("header", blob))
    magic, version, name = _PREFIX.unpack_from(untrusted_raw)
    prefix = untrusted_raw[: _PREFIX.size]
    try:
        key = master.unseal("wrap", untrusted_raw[_PREFIX.size :], prefix)
    except boxes.BoxAltered as error:
        raise DamagedVault("the header was altered", part=_part("header", blob)) from error
    if magic != MAGIC or name.hex() != blob:
        raise DamagedVault("the header is another blob's", part=_part("header", blob))
    if version != VERSION:
        raise NewerVersion("this blob was made by a later Firsthand", version=version)
    return Header(untrusted_raw, key)


def make_footer(master: MasterKey, header: Header, record: Record) -> bytes:
    """Return the sealed record and its length, the last bytes of a blob."""
    said = canonical({**record, "header": header.raw.hex()})
    if len(said) > _FOOTER_MAX:
        raise StorageError("the record is too large to be sealed", size=len(said))
    plain = _LENGTH.pack(len(said)) + said
    plain += bytes(-len(plain) % _PAD)
    box = master.seal("record", plain, _footer_bound(header.raw))
    return box + _LENGTH.pack(len(box))


def footer_length(untrusted_trailer: bytes, blob: str) -> int:
    """Return the bytes of the whole footer, trailer included, from the last four of a file."""
    if len(untrusted_trailer) != TRAILER:
        raise DamagedVault("the footer is cut short", part=_part("footer", blob))
    length: int = _LENGTH.unpack(untrusted_trailer)[0]
    if (length - boxes.OVERHEAD) % _PAD or not _PAD <= length <= _FOOTER_MAX + 2 * _PAD:
        raise DamagedVault("the footer's length is wrong", part=_part("footer", blob))
    return length + TRAILER


def open_footer(master: MasterKey, blob: str, untrusted_footer: bytes) -> tuple[Record, bytes]:
    """Return the record of a footer and the copy of the header.

    Raises NotThisKey for another set's blob, or DamagedVault.
    """
    bound = _footer_bound(_PREFIX.pack(MAGIC, VERSION, bytes.fromhex(blob)))
    try:
        plain = master.unseal("record", untrusted_footer[:-TRAILER], bound)
    except boxes.BoxAltered as error:
        raise DamagedVault("the footer was altered", part=_part("footer", blob)) from error
    length = _LENGTH.unpack_from(plain)[0]
    record: Record = parsed(plain[TRAILER : TRAILER + length])
    return record, bytes.fromhex(record.pop("header"))


def nonce(index: int, *, last: bool) -> bytes:
    """Return the nonce of a chunk: its number in 11 bytes, then 1 for the last."""
    return index.to_bytes(11, "big") + bytes([last])


def chunks(size: int) -> int:
    """Return how many chunks hold ``size`` plain bytes; an empty blob has one, empty."""
    return max(1, -(-size // CHUNK))


def stored(size: int) -> int:
    """Return the bytes of the chunks of a blob of ``size`` plain bytes, tags included."""
    return size + chunks(size) * TAG


def plain_size(stored_bytes: int, blob: str) -> int:
    """Return the plain size from the bytes between header and footer, or DamagedVault."""
    count = max(1, -(-stored_bytes // (CHUNK + TAG)))
    size = stored_bytes - count * TAG
    if size < 0 or chunks(size) != count:
        raise DamagedVault("the chunks do not add up", part=_part("length", blob))
    return size


def chunk_part(index: int, blob: str) -> str:
    """Name a chunk for people, counted from 1: "chunk 60 of item 0123abcd…"."""
    return _part(f"chunk {index + 1}", blob)


def _part(what: str, blob: str) -> str:
    return f"{what} of item {blob}"


def _footer_bound(header: bytes) -> bytes:
    return b"footer" + header[: _PREFIX.size]
