"""Opening one commitment: proof that one original was held when a bundle was signed.

The witness makes it, for whom they choose, from what the vault kept; whoever
has the bundle checks it, without the vault. It fixes the original's digest and
size, and tells nothing of any other item. What it does not show is when or
where the original was recorded. It may say how the copy was made of it, so that
this can be done again; that is not signed, and believed as far as it is borne out.
"""

import hmac
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from storage.bundle import canonical
from storage.bundle.commitments import SALT, commit
from storage.bundle.manifest import ItemEntry, Manifest
from storage.bundle.streams import Readable
from storage.errors import DamagedBundle
from storage.progress import Tick, silent
from storage.records import Json

FORMAT = "firsthand-opening"
VERSION = 2
_WITHOUT_STEPS = 1
"""Version of an opening that says no steps: readers of the first version take it, too."""

MAX_OPENING = 1 << 20
"""Bytes of an opening that are looked at; without steps one has about 300."""

_BLOCK = 1024 * 1024
_ID = re.compile(r"[0-9a-f]{32}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Opened:
    """What a checked opening shows: the item as signed, and the original's digest and size.

    ``untrusted_steps`` is what it says of how the copy was made, which nobody has looked at.
    """

    item: ItemEntry
    original_sha256: str
    original_size: int
    untrusted_steps: Json | None = None


def make_opening(
    bundle_id: str,
    salt: bytes,
    original_sha256: str,
    original_size: int,
    steps: Json | None = None,
) -> bytes:
    """Return the opening of one item's commitment; ValueError for parts of another form.

    ``steps`` is what doing them again needs, where the signed ones do not say it.
    """
    if not _ID.fullmatch(bundle_id) or not _DIGEST.fullmatch(original_sha256) or len(salt) != SALT:
        raise ValueError("an opening is made of a bundle's id, a salt and a digest")
    return canonical.write(
        {
            "format": FORMAT,
            "version": _WITHOUT_STEPS if steps is None else VERSION,
            "bundle": bundle_id,
            "salt": salt.hex(),
            "original_sha256": original_sha256,
            "original_size": original_size,
            **({} if steps is None else {"steps": steps}),
        }
    )


def check_opening(untrusted: bytes, manifest: Manifest) -> Opened:
    """Return what an opening shows about a bundle that was verified.

    Raises NewerVersion, and DamagedBundle with a ``reason``: "opening" when it is none,
    "opening-elsewhere" when it belongs to another bundle, "opening-wrong" when it opens no
    commitment of this one.
    """
    value = _read(untrusted)
    if value["bundle"] != manifest.bundle_id:
        raise DamagedBundle(reason="opening-elsewhere")
    digest, size = value["original_sha256"], value["original_size"]
    found = commit(bytes.fromhex(value["salt"]), bytes.fromhex(manifest.signer), digest, size)
    for item in manifest.items:
        if hmac.compare_digest(item.commitment, found):
            return Opened(item, digest, size, value.get("steps"))
    raise DamagedBundle(reason="opening-wrong")


def check_original(opened: Opened, untrusted: Readable, tick: Tick = silent) -> None:
    """Raise DamagedBundle(reason="opening-original") unless these bytes are the opened original."""
    digest, size = sha256(), 0
    while block := untrusted.read(_BLOCK):
        digest.update(block)
        size += len(block)
        tick(size, opened.original_size)
        if size > opened.original_size:
            break
    if (size, digest.hexdigest()) != (opened.original_size, opened.original_sha256):
        raise DamagedBundle(reason="opening-original")


def _read(untrusted: bytes) -> dict[str, Any]:
    value = canonical.read_file(untrusted, MAX_OPENING, FORMAT, VERSION, "opening")
    if not _has_form(value):
        raise DamagedBundle(reason="opening")
    return value


def _has_form(value: dict[str, Any]) -> bool:
    size = value.get("original_size")
    texts = (
        (_ID, value.get("bundle")),
        (_DIGEST, value.get("salt")),
        (_DIGEST, value.get("original_sha256")),
    )
    return (
        _has_steps(value)
        and isinstance(size, int)
        and not isinstance(size, bool)
        and 0 <= size < 1 << 63
        and all(isinstance(text, str) and form.fullmatch(text) for form, text in texts)
    )


def _has_steps(value: dict[str, Any]) -> bool:
    """Whether there are steps if and only if the version has them, and no key too many."""
    version, keys = value.get("version"), 6
    if version == VERSION:
        return len(value) == keys + 1 and isinstance(value.get("steps"), dict)
    return version == _WITHOUT_STEPS and version is not True and len(value) == keys
