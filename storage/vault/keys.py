"""The master key of an opened vault, and everything that is derived from it.

The key can be closed: its bytes are overwritten and every later use raises
VaultClosed. Copies that Python and OpenSSL made on the way stay in this
process's memory until it ends, which is why locking ends the process.
"""

import secrets

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storage.errors import VaultClosed
from storage.vault import boxes
from storage.vault.memory import lock_memory

MASTER = 32
"""Bytes of a master key."""


class MasterKey:
    """A random secret and its derivations; see ``docs/formats/vault.md`` for the schedule."""

    __slots__ = ("_secret", "memory_locked")

    def __init__(self, secret: bytes) -> None:
        self._secret: bytearray | None = bytearray(secret)
        self.memory_locked = lock_memory(self._secret)

    @classmethod
    def fresh(cls) -> "MasterKey":
        """Return a new random key."""
        return cls(secrets.token_bytes(MASTER))

    def close(self) -> None:
        """Overwrite the key; what wants it later gets VaultClosed."""
        if self._secret is not None:
            self._secret[:] = bytes(len(self._secret))
            self._secret = None

    def raw(self) -> bytes:
        """Return the key itself, for a key slot and nothing else."""
        return bytes(self._open())

    def derive(self, purpose: str, length: int = 32) -> bytes:
        """Return the key for one purpose."""
        return boxes.derive(self._open(), purpose, length=length)

    def seal(self, purpose: str, plain: bytes, bound: bytes = b"") -> bytes:
        """Return a box around ``plain`` (see ``boxes``)."""
        return boxes.seal(self._open(), purpose, plain, bound)

    def unseal(self, purpose: str, untrusted_box: bytes, bound: bytes = b"") -> bytes:
        """Return what a box holds. Raises NotThisKey or BoxAltered."""
        return boxes.unseal(self._open(), purpose, untrusted_box, bound)

    def signer(self, purpose: str) -> Ed25519PrivateKey:
        """Return the signing key for one purpose; two purposes share no key."""
        return Ed25519PrivateKey.from_private_bytes(self.derive(f"sign {purpose}"))

    def _open(self) -> bytearray:
        if self._secret is None:
            raise VaultClosed("the vault is locked")
        return self._secret
