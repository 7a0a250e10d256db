"""The check of one Ed25519 signature, by the library that is fast and well looked after.

The stand-alone verifier has another module in this one's place, written out in
Python, because a library of machine code cannot travel in it.
"""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def check(public: bytes, signature: bytes, message: bytes) -> None:
    """Raise ValueError unless the signature is this raw key's over the message (RFC 8032)."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except InvalidSignature:
        raise ValueError("the signature does not fit") from None
