"""head: what the index must be, outside the index.

Two places of 4096 bytes are written in turn, so that a write torn by a crash
leaves the other; nothing is allocated, so a full disk cannot stop it. Each
holds a box with the step counter, the digest of all rows, the last digest of
the custody log, the length of the journal, and how much of that is on the disk.

What it cannot show: the whole folder put back as it was before. Only a head
that was given to somebody else can (see ``docs/formats/vault.md``).
"""

import secrets
import struct
from dataclasses import dataclass
from pathlib import Path

from storage.errors import DamagedVault
from storage.vault import boxes, system
from storage.vault.keys import MasterKey

_PLACE = 4096
_PLACES = 2
SIZE = _PLACE * _PLACES
_PAYLOAD = struct.Struct(">Q32s32sQQ8x")
_BOX = _PAYLOAD.size + boxes.OVERHEAD


@dataclass(frozen=True, slots=True)
class Head:
    """One step of the vault; ``journal`` is the journal's length in bytes.

    Its first ``synced`` bytes were waited for; a power cut may have torn the rest.
    """

    counter: int
    digest: bytes
    custody: bytes
    journal: int
    synced: int = 0


def make(path: Path, master: MasterKey, head: Head) -> None:
    """Write a new head file, both places alike."""
    with system.disk("head"):
        system.replace(path, b"".join(_place(master, head, turn) for turn in range(_PLACES)))


def write(path: Path, master: MasterKey, head: Head) -> None:
    """Write a step into the place whose turn it is, and wait for the disk."""
    turn = head.counter % _PLACES
    with system.disk("head"), system.open_file(path, writable=True) as file:
        file.seek(turn * _PLACE)
        system.write_all(file, _box(master, head, turn))
        system.sync(file)


def read(path: Path, master: MasterKey) -> tuple[Head | None, int]:
    """Return the later step that can be read (None if neither), and how many could not."""
    try:
        with system.disk("head"):
            untrusted = system.read_all(path, SIZE)
    except DamagedVault:
        untrusted = b""
    found = [_open(master, untrusted, turn) for turn in range(_PLACES)]
    whole = [head for head in found if head is not None]
    latest = max(whole, key=lambda head: (head.counter, head.synced), default=None)
    return latest, _PLACES - len(whole)


def _open(master: MasterKey, untrusted: bytes, turn: int) -> Head | None:
    box = untrusted[turn * _PLACE : turn * _PLACE + _BOX]
    try:
        plain = master.unseal("head", box, bytes([turn]))
    except (boxes.NotThisKey, boxes.BoxAltered):
        return None
    return Head(*_PAYLOAD.unpack(plain))


def _box(master: MasterKey, head: Head, turn: int) -> bytes:
    plain = _PAYLOAD.pack(head.counter, head.digest, head.custody, head.journal, head.synced)
    return master.seal("head", plain, bytes([turn]))


def _place(master: MasterKey, head: Head, turn: int) -> bytes:
    return _box(master, head, turn) + secrets.token_bytes(_PLACE - _BOX)
