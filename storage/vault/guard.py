"""The guard: a growing pause after wrong passphrases, and a wipe after so many of them.

Both are off until the person wants them. They bind this program only: whoever has a copy of the
folder, or writes to it, is not held up. A try is counted, on the disk, before it is made, so that
ending the process between two tries wins nothing; a try that could not be judged (damage, a full
disk) is counted back. The file has two places that are written in turn, so a crash leaves one of
them whole, and a full disk cannot stand in the way of counting.
"""

import hashlib
import struct
import time
from dataclasses import dataclass, replace
from pathlib import Path

from storage.errors import DamagedVault, StorageError, TryLater, VaultWiped, WrongPassphrase
from storage.vault import keyring, system
from storage.vault.creation import GUARD
from storage.vault.keyring import Unlocked

FREE_TRIES = 3
"""Wrong passphrases before the first pause: people mistype."""

FEWEST_TRIES, MOST_TRIES = 5, 100
"""Bounds of how many wrong passphrases a wipe may be set to."""

_MAGIC, _VERSION = b"FHguard", 1
_RECORD = struct.Struct(">7sBQBxHIQ")
_SUM = 32
_PLACE = 512
_FIRST_PAUSE, _LONGEST_PAUSE = 5, 3600


@dataclass(frozen=True, slots=True)
class Policy:
    """What the person wants: pauses or not, and after how many wrong tries to wipe (0: never)."""

    delay: bool = False
    wipe_after: int = 0

    @property
    def on(self) -> bool:
        """Whether there is anything to count for."""
        return self.delay or self.wipe_after > 0


@dataclass(frozen=True, slots=True)
class State:
    """What the guard's file says; ``last`` is when the last try began, in Unix seconds."""

    policy: Policy
    failures: int = 0
    last: int = 0
    sequence: int = 0

    def pause(self, now: int) -> int:
        """Return how many seconds are left of the pause after the last wrong try."""
        if not self.policy.delay or self.failures < FREE_TRIES:
            return 0
        doubled = _FIRST_PAUSE << min(self.failures - FREE_TRIES, 16)
        whole = min(doubled, _LONGEST_PAUSE)
        # A clock that was set back must not lock anybody out for longer than the pause.
        return min(whole, max(0, self.last + whole - now))


OFF = State(Policy())


def policy_of(folder: Path) -> Policy:
    """Return what is wanted now; nothing where the file is not there or damaged."""
    return _read(folder)[0].policy


def set_policy(folder: Path, policy: Policy) -> None:
    """Want something else from now on; what was counted is forgotten.

    Raises ValueError for a number of tries beyond the bounds, or what the disk says.
    """
    if policy.wipe_after and not FEWEST_TRIES <= policy.wipe_after <= MOST_TRIES:
        raise ValueError(policy.wipe_after)
    with system.disk(GUARD):
        if not policy.on:
            system.erase(folder / GUARD)
            system.sync_folder(folder)
            return
        places = _packed(State(policy, sequence=0)), _packed(State(policy, sequence=1))
        system.replace(folder / GUARD, b"".join(places))


def unlock(folder: Path, passphrase: str) -> Unlocked:
    """Return what a passphrase opens, counting the try before it is made.

    Raises what ``keyring.unlock`` raises; TryLater before anything is tried or counted; VaultWiped
    after the last try that was granted, when the keys are gone: ``wiping.finish`` does the rest.
    """
    state, sound = _read(folder)
    counted = _begin(folder, state) if state.policy.on else state
    try:
        unlocked = keyring.unlock(folder, passphrase)
    except WrongPassphrase:
        _judge(folder, counted)
        raise
    except (StorageError, MemoryError):
        if counted.policy.on:
            _write(folder, replace(counted, failures=state.failures))
        raise
    if counted.policy.on:
        _write(folder, replace(counted, failures=0))
    if state.failures:
        unlocked.mended = (*unlocked.mended, "wrong-tries")
    if not sound:
        set_policy(folder, Policy())
        unlocked.mended = (*unlocked.mended, "guard-damaged")
    return unlocked


def _begin(folder: Path, state: State) -> State:
    """Count a try that is about to be made. Raises TryLater or VaultWiped."""
    now = int(time.time())
    pause = state.pause(now)
    if pause:
        raise TryLater("the guard wants a pause", seconds=pause)
    _judge(folder, state)  # the last one granted was begun, and ended before it was judged
    counted = replace(state, failures=state.failures + 1, last=now)
    return _write(folder, counted)


def _judge(folder: Path, state: State) -> None:
    """Destroy the keys where the wrong tries are as many as were granted; VaultWiped then."""
    granted = state.policy.wipe_after
    if not granted or state.failures < granted:
        return
    keyring.erase(folder)
    raise VaultWiped("the guard wiped the vault", reason="guard")


def _write(folder: Path, state: State) -> State:
    """Put a state into the place of the older one, and wait for the disk."""
    fresh = replace(state, sequence=state.sequence + 1)
    with system.disk(GUARD), system.open_file(folder / GUARD, writable=True) as file:
        file.seek(fresh.sequence % 2 * _PLACE)
        system.write_all(file, _packed(fresh))
        system.sync(file)
    return fresh


def _read(folder: Path) -> tuple[State, bool]:
    """Return the later state that is whole, and whether the file can be believed.

    A file that cannot be read is no guard: who could damage it could also take it away.
    """
    try:
        with system.disk(GUARD):
            untrusted = system.read_all(folder / GUARD, 2 * _PLACE + 1)
    except DamagedVault:  # there is none
        return OFF, True
    states = [
        state
        for start in (0, _PLACE)
        if (state := _parsed(untrusted[start : start + _PLACE])) is not None
    ]
    if not states:
        return OFF, False
    return max(states, key=lambda state: state.sequence), True


def _packed(state: State) -> bytes:
    """Return one place of the file: 32 bytes, their SHA-256, zeros to 512."""
    policy = state.policy
    fields = (state.sequence, policy.delay, policy.wipe_after, state.failures, state.last)
    body = _RECORD.pack(_MAGIC, _VERSION, *fields)
    return (body + hashlib.sha256(body).digest()).ljust(_PLACE, b"\0")


def _parsed(untrusted_place: bytes) -> State | None:
    body = untrusted_place[: _RECORD.size]
    sum_ = untrusted_place[_RECORD.size : _RECORD.size + _SUM]
    if len(untrusted_place) != _PLACE or hashlib.sha256(body).digest() != sum_:
        return None
    magic, version, sequence, delay, wipe_after, failures, last = _RECORD.unpack(body)
    if (magic, version) != (_MAGIC, _VERSION):
        return None
    return State(Policy(bool(delay), wipe_after), failures, last, sequence)
