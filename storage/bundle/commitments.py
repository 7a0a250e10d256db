"""Commitments to the originals, and the tree that binds the items together.

A commitment proves, when the witness later opens it, that exactly this
original was held when the bundle was signed. It proves no capture time, and
until it is opened it tells nothing: the salt is 32 random bytes that stay in
the vault. It is bound to the signing key, so that nobody can copy it into a
bundle of their own and profit from the opening.

The tree is RFC 6962's (section 2.1): a leaf is hashed after a zero byte, a
node after a one, so that neither passes for the other.
"""

import hmac
from collections.abc import Sequence
from hashlib import sha256

SALT = 32
"""Bytes of a commitment's salt."""

_DOMAIN = b"firsthand commitment 1\0"
_LEAF = b"\0"
_NODE = b"\1"


def commit(salt: bytes, signer: bytes, original_sha256: str, original_size: int) -> str:
    """Return the hexadecimal commitment of an original, for bundles signed by this public key.

    HMAC-SHA256(salt, domain ‖ signer's raw Ed25519 key (32 bytes) ‖ SHA-256 of the original
    (32 bytes) ‖ its size (8 bytes, big-endian)). ValueError if a part has another length.
    """
    digest = bytes.fromhex(original_sha256)
    if (len(salt), len(signer), len(digest)) != (SALT, 32, 32):
        raise ValueError("a commitment is made of 32-byte parts")
    message = _DOMAIN + signer + digest + original_size.to_bytes(8, "big")
    return hmac.new(salt, message, sha256).hexdigest()


def leaf(entry: bytes) -> bytes:
    """Return the leaf of one item: its canonical entry in the manifest, hashed."""
    return sha256(_LEAF + entry).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """Return the root over at least one leaf."""
    if len(leaves) == 1:
        return leaves[0]
    split = _split(len(leaves))
    return _node(root(leaves[:split]), root(leaves[split:]))


def path(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """Return the nodes that lead from one leaf to the root, the lowest first (RFC 6962, 2.1.1)."""
    if len(leaves) == 1:
        return []
    split = _split(len(leaves))
    if index < split:
        return [*path(leaves[:split], index), root(leaves[split:])]
    return [*path(leaves[split:], index - split), root(leaves[:split])]


def root_by(leaf_: bytes, index: int, count: int, nodes: Sequence[bytes]) -> bytes:
    """Return the root that a leaf at this index of this many leads to.

    ValueError where the path has another length than such a tree's.
    """
    if not 0 <= index < count:
        raise ValueError("no such leaf")
    if count == 1:
        if nodes:
            raise ValueError("the path is too long")
        return leaf_
    if not nodes:
        raise ValueError("the path is too short")
    split, last = _split(count), nodes[-1]
    if index < split:
        return _node(root_by(leaf_, index, split, nodes[:-1]), last)
    return _node(last, root_by(leaf_, index - split, count - split, nodes[:-1]))


def _split(count: int) -> int:
    return 1 << ((count - 1).bit_length() - 1)


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(_NODE + left + right).digest()
