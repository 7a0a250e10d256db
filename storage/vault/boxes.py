"""The one way in which the vault seals a short secret: hazardous code, kept small.

A box is ``salt(32) ‖ commitment(32) ‖ AES-256-GCM ciphertext and tag``. Key and
commitment are HKDF-SHA256 of a secret under that random salt, so every key is
used for one message and the nonce can be zero; the commitment says which key a
box is for before anything is decrypted (GCM alone would let one box open under
two keys). "Not made with this secret" and "made with it and altered since" are
told apart: a box whose salt or commitment was altered looks like the former.
"""

import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SALT = 32
COMMITMENT = 32
TAG = 16
OVERHEAD = SALT + COMMITMENT + TAG
_NONCE = bytes(12)
_CONTEXT = b"firsthand vault 1 "


class NotThisKey(Exception):
    """The box was not made with this secret (or its first 64 bytes were altered)."""


class BoxAltered(Exception):
    """The box was made with this secret, and is not what was made."""


def derive(secret: bytes | bytearray, purpose: str, salt: bytes = b"", length: int = 32) -> bytes:
    """Return HKDF-SHA256 of a secret for one purpose; two purposes share nothing."""
    kdf = HKDF(SHA256(), length, salt, _CONTEXT + purpose.encode())
    return kdf.derive(bytes(secret))


def seal(secret: bytes | bytearray, purpose: str, plain: bytes, bound: bytes = b"") -> bytes:
    """Return a box around ``plain``; ``bound`` is authenticated with it and kept elsewhere."""
    salt = secrets.token_bytes(SALT)
    key, commitment = _key(secret, purpose, salt)
    return salt + commitment + AESGCM(key).encrypt(_NONCE, plain, bound)


def unseal(
    secret: bytes | bytearray, purpose: str, untrusted_box: bytes, bound: bytes = b""
) -> bytes:
    """Return what a box holds. Raises NotThisKey or BoxAltered."""
    key, commitment = _key(secret, purpose, untrusted_box[:SALT])
    if not hmac.compare_digest(commitment, untrusted_box[SALT : SALT + COMMITMENT]):
        raise NotThisKey
    try:
        return AESGCM(key).decrypt(_NONCE, untrusted_box[SALT + COMMITMENT :], bound)
    except InvalidTag as error:
        raise BoxAltered from error


def _key(secret: bytes | bytearray, purpose: str, salt: bytes) -> tuple[bytes, bytes]:
    material = derive(secret, purpose, salt, 64)
    return material[:32], material[32:]
