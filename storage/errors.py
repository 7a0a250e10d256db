"""Every way in which keeping evidence, or making it leave, can fail.

An error carries a stable ``code`` (the key to its sentence in ``ui/words``)
and ``facts`` for that sentence. Facts never hold a path, a name or content of
evidence. "Not mine" (a wrong passphrase, another's key) and "broken" (damage)
are different classes on purpose: the remedies differ.
"""

from typing import ClassVar


class StorageError(Exception):
    """The root of what can go wrong with what is kept and what leaves."""

    code: ClassVar[str] = "storage"

    def __init__(self, detail: str = "", **facts: str | int) -> None:
        super().__init__(detail or self.code)
        self.detail = detail
        self.facts = facts


class NotMine(StorageError):
    """Healthy, but not opened by what was given."""

    code = "not-mine"


class WrongPassphrase(NotMine):
    """No key slot opens with this passphrase."""

    code = "wrong-passphrase"


class WrongIdentity(NotMine):
    """The sealed bundle is for somebody else's key."""

    code = "wrong-identity"


class BadRecipient(StorageError):
    """What was given as a recipient is no public key that we may seal to."""

    code = "bad-recipient"


class Damaged(StorageError):
    """Stored bytes are not what was written; ``facts`` name the part."""

    code = "damaged-storage"


class DamagedVault(Damaged):
    """A part of the vault is not what was written."""

    code = "damaged-vault"


class DamagedBundle(Damaged):
    """A bundle is not what its maker signed, or breaks the format's rules."""

    code = "damaged-bundle"


class NotAVault(StorageError):
    """The folder holds no vault."""

    code = "not-a-vault"


class NewerVersion(StorageError):
    """Written by a later version of Firsthand than this one."""

    code = "newer-version"


class AlreadyExists(StorageError):
    """There is something in the way, and nothing is overwritten."""

    code = "already-exists"


class TooManyVolumes(StorageError):
    """The parts of a bundle are too small for their number to have three digits."""

    code = "too-many-volumes"


class VaultInUse(StorageError):
    """Another process holds the vault."""

    code = "vault-in-use"


class VaultClosed(StorageError):
    """The vault was locked while something still wanted it."""

    code = "vault-closed"


class NoSuchItem(StorageError):
    """No item has that id."""

    code = "no-such-item"


class NoSuchField(StorageError):
    """The evidence record has no such field, or it is filled by the program alone."""

    code = "no-such-field"


class DiskFull(StorageError):
    """There is no room for what was to be written; nothing half-done is kept."""

    code = "disk-full"


class NoPermission(StorageError):
    """The system would not let us read or write there."""

    code = "no-permission"


class DiskFailed(StorageError):
    """The disk itself gave an error, or went away."""

    code = "disk-failed"


class EmptyPassphrase(StorageError):
    """A passphrase of nothing keeps nothing."""

    code = "empty-passphrase"


class NoFreeSlot(StorageError):
    """Every key slot that this vault may use is taken."""

    code = "no-free-slot"


class NoSuchKey(StorageError):
    """The vault has no such key to take away."""

    code = "no-such-key"


class LastKey(StorageError):
    """Without this key nothing would open the vault."""

    code = "last-key"


class BadValue(StorageError):
    """A field of the evidence record does not take this value; ``facts`` name what it takes."""

    code = "bad-value"
