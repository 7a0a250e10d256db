"""Where a custody log stood: a small signed statement to be given to somebody else.

A vault that is put back as it was some time ago opens as it was: nothing inside can
tell. A statement that lies elsewhere can. It names no item and no person; it says a
key that is used for nothing else, how many entries the log had, and the digest of
the last one, which holds all before. A random part keeps a digest of the statement
(for a time stamp) from telling anything.

    {"at", "digest", "format", "nonce", "sequence", "signature", "vault"}

Canonical JSON and a line end; ``signature`` is Ed25519 over the canonical JSON of the
other fields, ``vault`` its public key.
"""

import json
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from storage.errors import BadHead
from storage.records import canonical

FORMAT = "firsthand custody head 1"
MOST = 4096
"""Bytes of the longest statement that is read."""

_NONCE = 32
_TEXTS = {"at": 20, "digest": 64, "nonce": 2 * _NONCE, "signature": 128, "vault": 64}
"""Fields that are text, and how long each is."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Where a log stood: its entries' number, the last one's digest, when this was written.

    ``vault`` is the public key that signed it: the vault's name for this purpose alone.
    """

    vault: str
    sequence: int
    digest: str
    at: str


def make(key: Ed25519PrivateKey, sequence: int, digest: str, at: str) -> bytes:
    """Return the statement's bytes."""
    said = {
        "format": FORMAT,
        "vault": key.public_key().public_bytes_raw().hex(),
        "sequence": sequence,
        "digest": digest,
        "at": at,
        "nonce": secrets.token_hex(_NONCE),
    }
    signed = {**said, "signature": key.sign(canonical(said)).hex()}
    return canonical(signed) + b"\n"


def read(untrusted: bytes) -> Statement:
    """Return what a statement says, if the key that it names signed it. Raises BadHead."""
    said = _object(untrusted)
    signature = bytes.fromhex(str(said.pop("signature")))
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(str(said["vault"])))
        key.verify(signature, canonical(said))
    except (InvalidSignature, ValueError) as error:
        raise BadHead("it is not what was signed", reason="signature") from error
    return Statement(
        str(said["vault"]), int(said["sequence"]), str(said["digest"]), str(said["at"])
    )


def _object(untrusted: bytes) -> dict[str, str | int]:
    """Return the fields, each of its kind and length."""
    if len(untrusted) > MOST:
        raise BadHead("it is too long", reason="not-one")
    try:
        said = json.loads(untrusted)
    except (ValueError, RecursionError) as error:
        raise BadHead("it is no JSON", reason="not-one") from error
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise BadHead("it is of another format", reason="not-one")
    texts = all(_is_text(said.get(name), size) for name, size in _TEXTS.items())
    number = type(said.get("sequence")) is int and 0 < said["sequence"] < 1 << 53
    if not (texts and number and len(said) == len(_TEXTS) + 2):
        raise BadHead("its fields are not those of a statement", reason="not-one")
    return said


def _is_text(untrusted: object, size: int) -> bool:
    """Whether a value is a text of so many characters, hexadecimal unless it is a time."""
    if not isinstance(untrusted, str) or len(untrusted) != size:
        return False
    return size == _TEXTS["at"] or not untrusted.strip("0123456789abcdef")
