"""The custody log of one item, to be shown to somebody, with nothing of the others' in it.

In the vault each entry holds the digest of the one before it. That digest is of
an entry that others have no business with, and some are short enough to be
guessed; so it is not shown. Instead the whole log is put under a tree, each
entry hidden by salt of its own, and the root is signed: what is shown of the
item can be found in the tree, and what is not shown cannot be.

What this does not show: that no entry of the item was left out, and that the
times are true. They are this program's clock.
"""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from storage.bundle import canonical, commitments, ed25519, signing
from storage.errors import DamagedBundle, NoSuchItem
from storage.records import CustodyEntry, Original

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FORMAT = "firsthand-custody"
VERSION = 1

MAX_FILE = 16 * 1024 * 1024
"""Bytes of such a file that are looked at."""

_SALT = 32
_DOMAIN = b"firsthand custody 1\0"
_LONGEST_PATH = 32


@dataclass(frozen=True, slots=True)
class Disclosed:
    """A log that was checked: of which original, its entries, the length of the whole log."""

    original_sha256: str
    original_size: int
    entries: tuple[dict[str, Any], ...]
    length: int
    fingerprint: str


def disclose(log: Sequence[CustodyEntry], original: Original, signer: "Ed25519PrivateKey") -> bytes:
    """Return the file that shows one item's entries of a whole log, signed.

    Raises NoSuchItem where the log knows nothing of the item.
    """
    salts = [secrets.token_bytes(_SALT) for _ in log]
    leaves = [_leaf(salt, _said(entry)) for salt, entry in zip(salts, log, strict=True)]
    shown = [
        {**_said(entry), "salt": salts[at].hex(), "path": _hex(commitments.path(leaves, at))}
        for at, entry in enumerate(log)
        if entry.item == original.id
    ]
    if not shown:
        raise NoSuchItem
    statement = {
        "format": FORMAT,
        "version": VERSION,
        "signer": signing.public_bytes(signer).hex(),
        "original_sha256": original.sha256,
        "original_size": original.size,
        "length": len(log),
        "root": commitments.root(leaves).hex(),
        "head": log[-1].digest,
        "entries": shown,
    }
    signature = signer.sign(_DOMAIN + canonical.write(statement)).hex()
    return canonical.write({**statement, "signature": signature})


def check(untrusted: bytes) -> Disclosed:
    """Return what such a file shows, when every entry and the signature hold.

    Raises NewerVersion, and DamagedBundle with ``reason`` "custody" when it is none or was changed.
    """
    value = canonical.read_file(untrusted, MAX_FILE, FORMAT, VERSION, "custody")
    try:
        return _checked(value)
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedBundle(reason="custody") from error


def _checked(value: dict[str, Any]) -> Disclosed:
    """Check a file's parts; KeyError, TypeError or ValueError where one does not hold."""
    statement = {name: held for name, held in value.items() if name != "signature"}
    public, length = bytes.fromhex(value["signer"]), _count(value["length"])
    message = _DOMAIN + canonical.write(statement)
    ed25519.check(public, bytes.fromhex(value["signature"]), message)
    entries = tuple(_entry(entry, value["root"], length) for entry in value["entries"])
    if value["version"] != VERSION or not entries or not _in_order(entries):
        raise ValueError("entries")
    return Disclosed(
        _digest(value["original_sha256"]),
        _count(value["original_size"]),
        entries,
        length,
        signing.fingerprint(public),
    )


def _entry(shown: dict[str, Any], root: str, length: int) -> dict[str, Any]:
    said = {name: shown[name] for name in ("sequence", "at", "event", "facts")}
    path = [bytes.fromhex(node) for node in shown["path"]]
    if len(shown) != len(said) + 2 or len(path) > _LONGEST_PATH:
        raise ValueError("another field")
    if not isinstance(said["facts"], dict):
        raise TypeError("facts")
    leaf = _leaf(bytes.fromhex(shown["salt"]), said)
    if commitments.root_by(leaf, _count(said["sequence"]) - 1, length, path).hex() != root:
        raise ValueError("not in the tree")
    return said


def _in_order(entries: Sequence[dict[str, Any]]) -> bool:
    numbers = [entry["sequence"] for entry in entries]
    return numbers == sorted(set(numbers))


def _said(entry: CustodyEntry) -> dict[str, Any]:
    return {
        "sequence": entry.sequence,
        "at": entry.at,
        "event": entry.event,
        "facts": entry.facts,
    }


def _leaf(salt: bytes, said: dict[str, Any]) -> bytes:
    if len(salt) != _SALT:
        raise ValueError("salt")
    return commitments.leaf(salt + canonical.write(said))


def _hex(nodes: Sequence[bytes]) -> list[str]:
    return [node.hex() for node in nodes]


def _digest(value: str) -> str:
    """Return a SHA-256 as it is written, and nothing else: it is shown to whoever checks."""
    digest = bytes.fromhex(value)
    if len(digest) != hashlib.sha256().digest_size or digest.hex() != value:
        raise ValueError("digest")
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1 << 62:
        raise TypeError("count")
    return value
