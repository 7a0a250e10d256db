"""The custody log: who did what to which item, in a chain that cannot be rewritten.

Pure: entries in, entries out. Each entry holds the digest of the one before and
is signed with a key that only the opened vault has, so that leaving one out,
changing one or putting one in between shows. What it cannot show by itself is
a log cut off at its end: the vault's head holds the last digest for that, and a
head given to somebody else (``storage/vault/head.py``) holds it against the
owner too.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from storage.errors import DamagedVault
from storage.records import CustodyEntry, Json, canonical

NOTHING_BEFORE = "0" * 64
"""The ``previous`` of the first entry."""


def make(
    previous: CustodyEntry | None,
    key: Ed25519PrivateKey,
    *,
    at: str,
    event: str,
    item: str | None,
    facts: Json,
) -> CustodyEntry:
    """Return the entry that follows ``previous`` (None for the first), signed."""
    sequence = 1 if previous is None else previous.sequence + 1
    before = NOTHING_BEFORE if previous is None else previous.digest
    draft = CustodyEntry(sequence, at, event, item, facts, before, digest="", signature="")
    digest = _digest(draft)
    return replace(draft, digest=digest, signature=key.sign(bytes.fromhex(digest)).hex())


def check(entries: Iterable[CustodyEntry], key: Ed25519PublicKey) -> str:
    """Walk a whole log from its first entry and return its last digest.

    Raises DamagedVault, naming the first entry that does not fit: out of order, not following
    the one before, altered, or not signed by this vault. An empty log gives NOTHING_BEFORE.
    """
    last: CustodyEntry | None = None
    for entry in entries:
        follow(last, entry, key)
        last = entry
    return NOTHING_BEFORE if last is None else last.digest


def follow(previous: CustodyEntry | None, entry: CustodyEntry, key: Ed25519PublicKey) -> None:
    """Check that one entry follows another (None: is the first). Raises DamagedVault."""
    expected = 1 if previous is None else previous.sequence + 1
    before = NOTHING_BEFORE if previous is None else previous.digest
    part = f"custody entry {expected}"
    if entry.sequence != expected or entry.previous != before:
        raise DamagedVault("the custody log has a gap", part=part)
    digest = _digest(entry)
    if digest != entry.digest:
        raise DamagedVault("a custody entry was altered", part=part)
    try:
        key.verify(bytes.fromhex(entry.signature), bytes.fromhex(digest))
    except (InvalidSignature, ValueError) as error:
        raise DamagedVault("a custody entry is not signed by this vault", part=part) from error


def _digest(entry: CustodyEntry) -> str:
    said = {
        "sequence": entry.sequence,
        "at": entry.at,
        "event": entry.event,
        "item": entry.item,
        "facts": entry.facts,
        "previous": entry.previous,
    }
    return hashlib.sha256(canonical(said)).hexdigest()
