"""The armor around an OpenPGP key, read strictly, so that a person learns what went wrong.

Libraries take a block with a broken checksum, the first of several blocks, or a
block that a mail program has quoted. Each of these is a mistake that somebody
should hear of before they seal evidence to the outcome.

Source: RFC 4880, section 6 (armor, CRC-24).
"""

import base64
import re

from storage.errors import BadRecipient

_BEGIN = "-----BEGIN PGP PUBLIC KEY BLOCK-----"
_END = "-----END PGP PUBLIC KEY BLOCK-----"
_QUOTED = re.compile(r"\s*[>|]+\s*-----BEGIN PGP")
_HEADER = re.compile(r"[A-Za-z]+: .*")
_CRC_BYTES = 3


def unarmored(untrusted: str) -> bytes:
    """Return the bytes of the one key block in a text; words around it are passed over.

    Raises BadRecipient with ``reason`` "openpgp-quoted", "openpgp-several",
    "openpgp-truncated", "openpgp-damaged", or "not-a-key" where there is no block.
    """
    lines = [line.rstrip() for line in untrusted.splitlines()]
    if any(_QUOTED.match(line) for line in lines):
        raise BadRecipient(reason="openpgp-quoted")
    if lines.count(_BEGIN) > 1:
        raise BadRecipient(reason="openpgp-several")
    if _BEGIN not in lines:
        raise BadRecipient(reason="not-a-key")
    inside = lines[lines.index(_BEGIN) + 1 :]
    if _END not in inside:
        raise BadRecipient(reason="openpgp-truncated")
    return _decoded(inside[: inside.index(_END)])


def _decoded(lines: list[str]) -> bytes:
    text = [line for line in lines if line and not _HEADER.fullmatch(line)]
    checksum = text.pop()[1:] if text and text[-1].startswith("=") else None
    try:
        data = base64.b64decode("".join(text), validate=True)
        stated = None if checksum is None else base64.b64decode(checksum, validate=True)
    except ValueError as error:
        raise BadRecipient(reason="openpgp-damaged") from error
    if stated is not None and stated != _crc24(data):
        raise BadRecipient(reason="openpgp-damaged")
    return data


def _crc24(data: bytes) -> bytes:
    crc = 0xB704CE
    for byte in data:
        crc = (crc << 8 ^ _TABLE[(crc >> 16 ^ byte) & 0xFF]) & 0xFFFFFF
    return crc.to_bytes(_CRC_BYTES, "big")


def _entry(byte: int) -> int:
    crc = byte << 16
    for _ in range(8):
        crc = crc << 1 ^ (0x1864CFB if crc & 0x800000 else 0)
    return crc & 0xFFFFFF


_TABLE = tuple(map(_entry, range(256)))
