"""keys.bin: who can open the vault. Eight equal slots; a used one looks like an unused one.

A slot is a box (see ``boxes``) under a key that Argon2id makes of a passphrase;
an unused slot is as many random bytes. The file ends in a plain SHA-256 of
itself, so that of the two copies kept the whole one is known without any key.
Refused here: cost figures beyond the bounds, which could only have been put
there to exhaust the machine.
"""

import hashlib
import secrets
import struct
import time
import unicodedata
from dataclasses import dataclass, replace

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from storage.errors import (
    DamagedVault,
    EmptyPassphrase,
    NewerVersion,
    NoFreeSlot,
    NotAVault,
    WrongPassphrase,
)
from storage.vault import boxes, recovery_code
from storage.vault.keys import MASTER, MasterKey

MAGIC = b"FHkeys"
VERSION = 1
SLOTS = 8
PASSPHRASE, RECOVERY, SHARES = 0, 1, 2
"""What a slot is for."""

_HEAD = struct.Struct(">6sHIII32s")
_PAYLOAD = struct.Struct(">32sBBB29x")
_SLOT = _PAYLOAD.size + boxes.OVERHEAD
_SUM = 32
SIZE = _HEAD.size + SLOTS * _SLOT + _SUM
"""Bytes of keys.bin."""

_MIB = 1024
_FLOOR = 64 * _MIB
_MEMORY_MAX = 4096 * _MIB
_PASSES_MAX = 64
_LANES_MAX = 16
_TOO_SLOW = 3.0


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one try of a passphrase costs: memory in KiB, passes over it, lanes in parallel."""

    memory: int = 128 * _MIB
    passes: int = 3
    lanes: int = 4

    def bounded(self) -> bool:
        """Whether a keys.bin may ask for this much (a test may ask for very little)."""
        return (
            8 * self.lanes <= self.memory <= _MEMORY_MAX
            and 1 <= self.passes <= _PASSES_MAX
            and 1 <= self.lanes <= _LANES_MAX
        )


@dataclass(frozen=True, slots=True)
class Access:
    """What a slot opens: the master key, which of the two sets, and the slots that set may use.

    ``role`` is 0 for a passphrase, 1 for a recovery code, 2 for trusted people's cards.
    ``mask`` has a bit for each slot.
    """

    master: bytes
    which: int
    role: int
    mask: int


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The values of keys.bin; a slot is 144 bytes."""

    cost: KdfCost
    salt: bytes
    slots: tuple[bytes, ...]

    def pack(self) -> bytes:
        """Return the file's bytes."""
        body = self._head() + b"".join(self.slots)
        return body + hashlib.sha256(body).digest()

    def stretch(self, passphrase: str) -> bytes:
        """Return the 32 bytes that Argon2id makes of a passphrase; slow on purpose."""
        kdf = Argon2id(
            salt=self.salt,
            length=32,
            iterations=self.cost.passes,
            lanes=self.cost.lanes,
            memory_cost=self.cost.memory,
        )
        return kdf.derive(spelled(passphrase))

    def find(self, stretched: bytes) -> tuple[int, Access]:
        """Return the slot that a stretched passphrase opens, after trying all of them.

        Raises WrongPassphrase, or DamagedVault where a slot is this passphrase's and altered.
        """
        found = [self._try(index, stretched) for index in range(SLOTS)]
        for index, access in enumerate(found):
            if access is not None:
                return index, access
        raise WrongPassphrase("no key slot opens with this passphrase")

    def with_slot(self, index: int, stretched: bytes, access: Access) -> "KeyFile":
        """Return the file with one slot written for a stretched passphrase."""
        payload = _PAYLOAD.pack(access.master, access.which, access.role, access.mask)
        return self._put(index, boxes.seal(stretched, "slot", payload, self._bound(index)))

    def without_slot(self, index: int) -> "KeyFile":
        """Return the file with one slot made random again."""
        return self._put(index, secrets.token_bytes(_SLOT))

    def _put(self, index: int, slot: bytes) -> "KeyFile":
        return replace(self, slots=(*self.slots[:index], slot, *self.slots[index + 1 :]))

    def _try(self, index: int, stretched: bytes) -> Access | None:
        try:
            plain = boxes.unseal(stretched, "slot", self.slots[index], self._bound(index))
        except boxes.NotThisKey:
            return None
        except boxes.BoxAltered as error:
            raise DamagedVault("a key slot was altered", part=f"key slot {index + 1}") from error
        return Access(*_PAYLOAD.unpack(plain))

    def _head(self) -> bytes:
        cost = self.cost
        return _HEAD.pack(MAGIC, VERSION, cost.memory, cost.passes, cost.lanes, self.salt)

    def _bound(self, index: int) -> bytes:
        return self._head() + bytes([index])


def fresh(cost: KdfCost) -> KeyFile:
    """Return a key file in which no slot is used."""
    salt = secrets.token_bytes(32)
    return KeyFile(cost, salt, tuple(secrets.token_bytes(_SLOT) for _ in range(SLOTS)))


def parse(untrusted_data: bytes) -> tuple[KeyFile, bool]:
    """Return the values of a keys.bin, and whether its sum says that it is whole.

    Raises NotAVault for what is none, NewerVersion for a later one, and DamagedVault for one
    that is cut short or asks for costs beyond the bounds.
    """
    if not untrusted_data.startswith(MAGIC):
        raise NotAVault("keys.bin does not begin as one")
    if len(untrusted_data) != SIZE:
        raise DamagedVault("keys.bin has another size", part="keys.bin")
    _, version, memory, passes, lanes, salt = _HEAD.unpack_from(untrusted_data)
    whole = hashlib.sha256(untrusted_data[:-_SUM]).digest() == untrusted_data[-_SUM:]
    cost = KdfCost(memory, passes, lanes)
    if whole and version > VERSION:
        raise NewerVersion("this vault was made by a later Firsthand", version=version)
    if not cost.bounded():
        raise DamagedVault("keys.bin asks for impossible costs", part="keys.bin")
    slots = tuple(untrusted_data[start : start + _SLOT] for start in _slot_starts())
    return KeyFile(cost, salt, slots), whole


def _slot_starts() -> range:
    return range(_HEAD.size, _HEAD.size + SLOTS * _SLOT, _SLOT)


def access_for(master: MasterKey, which: int, mask: int, role: int = 0) -> Access:
    """Return what a slot of this master key holds."""
    raw = master.raw()
    if len(raw) != MASTER:
        raise ValueError(len(raw))
    return Access(raw, which, role, mask)


def deal() -> tuple[int, int]:
    """Share the eight slots out at random: four for the one set, four for the other."""
    order = list(range(SLOTS))
    secrets.SystemRandom().shuffle(order)
    return tuple(sum(1 << index for index in half) for half in (order[:4], order[4:]))  # type: ignore[return-value]  # two halves make a pair


def first_free(mask: int, used: frozenset[int]) -> int:
    """Return a slot of this set that is not used yet. Raises NoFreeSlot."""
    free = [index for index in range(SLOTS) if mask >> index & 1 and index not in used]
    if not free:
        raise NoFreeSlot("every key slot is taken", slots=mask.bit_count())
    return secrets.choice(free)


def spelled(passphrase: str) -> bytes:
    """Return the bytes that a passphrase stands for: NFC, UTF-8. Raises EmptyPassphrase.

    A recovery code stands for itself as it was printed, however it is typed.
    """
    if not passphrase:
        raise EmptyPassphrase("the passphrase is empty")
    meant = recovery_code.canonical(passphrase) or passphrase
    return unicodedata.normalize("NFC", meant).encode("utf-8", "surrogatepass")


def calibrate() -> KdfCost:
    """Return the cost for a new vault: 128 MiB and 3 passes, 64 MiB where that is too much.

    Too much is more than three seconds for one try, or more memory than there is.
    """
    cost = KdfCost()
    begun = time.monotonic()
    try:
        fresh(cost).stretch("calibration")
    except MemoryError:
        return KdfCost(memory=_FLOOR)
    return cost if time.monotonic() - begun <= _TOO_SLOW else KdfCost(memory=_FLOOR)
