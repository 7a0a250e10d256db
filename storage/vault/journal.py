"""journal: a second copy of what lives in the index alone.

Blobs describe themselves, so a lost index can be rebuilt from them; what the
witness said of the items, the custody log and the salts of bundles could not.
Each step of the vault appends one sealed frame with what it added. The journal
is written after the index and synced when the vault closes: it is the copy, not
the truth, and is written anew from the index whenever the two differ. What was
not synced is looked at when the vault is opened: a power cut may have torn it.

    file   32 random bytes, then frames, each from a multiple of 256 bytes
    frame  length(4) check(16) box, zeros to the next multiple of 256
"""

import hashlib
import hmac
import os
import secrets
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from storage.errors import DamagedVault, StorageError
from storage.records import canonical, parsed
from storage.vault import boxes, system
from storage.vault.keys import MasterKey

_ALIGN = 256
_LENGTH = struct.Struct(">I")
_PLACE = struct.Struct(">IQ")
_CHECK = 16
_PREFIX = _LENGTH.size + _CHECK
_NAME = 32
_FRAME_MAX = 4 << 20

Frame = dict[str, Any]
"""A JSON object: "step" is the index's counter; beside it "entry", "notes", "commitments",
"facts", "slots" and "parts" are what it may hold."""


class Journal:
    """The open journal of one set."""

    def __init__(self, path: Path, master: MasterKey, end: int, synced: int = 0) -> None:
        """Open the journal that is there, to go on after ``end`` bytes. Raises StorageError.

        The first ``synced`` bytes are known to be on the disk.
        """
        self._path = path
        self._master = master
        self._key = master.derive("journal place")
        self.end = end
        self.synced = synced
        self.stale = False
        with system.disk("journal"):
            self._file: BinaryIO = system.open_file(path, writable=True)
            self._name = self._file.read(_NAME)
        if len(self._name) < _NAME:
            self._file.close()
            raise DamagedVault("the journal is empty", part="journal")

    def append(self, frame: Frame) -> None:
        """Add a frame. A disk that refuses makes the journal stale; it never fails the step."""
        if self.stale:
            return
        try:
            with system.disk("journal"):
                self._file.seek(self.end)
                sealed = _seal(self._master, self._key, self._name, self.end, frame)
                system.write_all(self._file, sealed)
                self.end += len(sealed)
        except StorageError:
            self.stale = True

    def settle(self) -> bool:
        """Have it on the disk; say whether it was not all there before. Raises StorageError."""
        if self.synced == self.end:
            return False
        with system.disk("journal"):
            system.sync(self._file)
        self.synced = self.end
        return True

    def torn(self) -> bool:
        """Whether something is amiss in the part that nobody waited for."""
        try:
            return any(frame is None for frame in self.frames(self.synced))
        except StorageError:
            return True

    def close(self) -> None:
        """Let go of it."""
        self._file.close()

    def length(self) -> int:
        """Return the bytes that the file really has."""
        with system.disk("journal"):
            return self._path.stat().st_size

    def frames(self, start: int = _ALIGN) -> Iterator[Frame | None]:
        """Yield every frame from ``start`` on, None where bytes are that are no whole frame."""
        with system.disk("journal"):
            file = system.open_file(self._path)
        with file:
            yield from _frames(self._master, self._key, file, self._name, max(start, _ALIGN))


def write_new(path: Path, master: MasterKey, frames: Iterable[Frame]) -> int:
    """Write a whole journal in place of what is there, and return its length."""
    key = master.derive("journal place")
    name = secrets.token_bytes(_NAME)
    with system.disk("journal"), system.replacing(path) as file:
        system.write_all(file, name.ljust(_ALIGN, b"\0"))
        end = _ALIGN
        for frame in frames:
            sealed = _seal(master, key, name, end, frame)
            system.write_all(file, sealed)
            end += len(sealed)
    return end


def _seal(master: MasterKey, key: bytes, name: bytes, at: int, frame: Frame) -> bytes:
    box = master.seal("journal", canonical(frame), name + at.to_bytes(8, "big"))
    sealed = _LENGTH.pack(len(box)) + _check(key, len(box), at) + box
    return sealed + bytes(-len(sealed) % _ALIGN)


def _check(key: bytes, length: int, at: int) -> bytes:
    return hmac.digest(key, _PLACE.pack(length, at), hashlib.sha256)[:_CHECK]


def _frames(
    master: MasterKey, key: bytes, file: BinaryIO, name: bytes, at: int
) -> Iterator[Frame | None]:
    """Walk the boundaries; after damage the next frame is found by its check."""
    with system.disk("journal"):
        size = os.fstat(file.fileno()).st_size
    lost = False
    while at < size:
        frame, length = _frame_at(master, key, file, name, at)
        if frame is None and not lost:
            yield None
        lost = frame is None
        if frame is not None:
            yield frame
        at += length


def _frame_at(
    master: MasterKey, key: bytes, file: BinaryIO, name: bytes, at: int
) -> tuple[Frame | None, int]:
    with system.disk("journal"):
        file.seek(at)
        untrusted_prefix = file.read(_PREFIX)
    if len(untrusted_prefix) < _PREFIX:
        return None, _ALIGN
    length = _LENGTH.unpack_from(untrusted_prefix)[0]
    if length > _FRAME_MAX or not hmac.compare_digest(
        untrusted_prefix[_LENGTH.size :], _check(key, length, at)
    ):
        return None, _ALIGN
    with system.disk("journal"):
        untrusted_box = file.read(length)
    whole = -(-(_PREFIX + length) // _ALIGN) * _ALIGN
    try:
        plain = master.unseal("journal", untrusted_box, name + at.to_bytes(8, "big"))
    except (boxes.NotThisKey, boxes.BoxAltered):
        return None, whole
    frame: Frame = parsed(plain)
    return frame, whole
