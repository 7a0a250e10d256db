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


class BadShare(NotMine):
    """A card of a shared secret cannot be used; ``facts["reason"]`` says why.

    Reasons: "word" (``number`` of the first word that is on no card), "length", "checksum",
    "impossible", "mixed" (of different sets), "twice", "too-few" (``missing``).
    """

    code = "bad-share"


class TryLater(NotMine):
    """The vault's guard wants a pause after wrong passphrases; ``seconds`` are left of it."""

    code = "try-later"


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


class VaultWiped(StorageError):
    """The vault's keys were destroyed, on purpose: nothing opens what is left of it."""

    code = "vault-wiped"


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


class BadHead(StorageError):
    """What was given is no statement of where a custody log stood, or was altered."""

    code = "bad-head"


class OtherVaultsHead(NotMine):
    """The statement of where a custody log stood is another vault's."""

    code = "other-vaults-head"


class RolledBack(DamagedVault):
    """The custody log does not contain a state that it once had."""

    code = "rolled-back"


class NotABackup(StorageError):
    """The place holds no backup of a vault."""

    code = "not-a-backup"


class BackupNotKept(StorageError):
    """What a backup's place gave back is not what was sent there."""

    code = "backup-not-kept"


class OutOfReach(StorageError):
    """What is being written went back further than a new item can be changed."""

    code = "out-of-reach"


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


class OutletTrouble(StorageError):
    """The way to an outlet, or the outlet itself, did not do it; nothing is lost by that.

    ``facts`` have a ``reason``. ``passing`` says whether the same may well work a little later.
    """

    code = "outlet"
    passing: ClassVar[bool] = True


class NoRoute(OutletTrouble):
    """Tor or the proxy is not there or refused; nothing was sent any other way."""

    code = "no-route"


class Unreachable(OutletTrouble):
    """The outlet did not answer, or the connection to it broke."""

    code = "unreachable"


class NotTrusted(OutletTrouble):
    """What answered could not show that it is the outlet; it was sent nothing."""

    code = "not-trusted"
    passing = False


class OutletRefused(OutletTrouble):
    """The outlet answered, and said no."""

    code = "outlet-refused"
    passing = False


class OutletBusy(OutletTrouble):
    """The outlet answered that it cannot at the moment."""

    code = "outlet-busy"


class NotThere(OutletTrouble):
    """The outlet has nothing under that name."""

    code = "outlet-not-there"
    passing = False


class OutletLied(OutletTrouble):
    """The outlet's answer does not fit what was sent, so nothing is concluded from it."""

    code = "outlet-lied"
    passing = False


class BadAddress(StorageError):
    """This is no address that an outlet or a proxy may have; ``facts`` have a ``reason``."""

    code = "bad-address"


class BadCard(StorageError):
    """This is no outlet card, or one that may not be believed; ``facts`` have a ``reason``."""

    code = "bad-card"


class NoSuchOutlet(StorageError):
    """The vault knows no outlet by that name."""

    code = "no-such-outlet"


class NoSuchParcel(StorageError):
    """The queue holds no parcel with that id."""

    code = "no-such-parcel"


class NotSealed(StorageError):
    """The outlet has a key, and what was to be sent is not sealed."""

    code = "not-sealed"


class NotForPublication(StorageError):
    """What goes to this outlet is seen by everybody, and nobody said that this is meant so."""

    code = "not-for-publication"


class TooBigForOutlet(StorageError):
    """The parcel is larger than the outlet takes."""

    code = "too-big-for-outlet"


class BadStamp(StorageError):
    """A time stamp that says nothing about what it was given for; ``reason`` says why."""

    code = "bad-stamp"
