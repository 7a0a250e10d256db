"""The nouns: what is kept and what is said of it. No I/O here.

Times are ISO 8601 in UTC with seconds ("2026-01-31T09:30:00Z") unless a field
says otherwise; sizes are bytes; digests are lower-case hexadecimal SHA-256.
``storage`` never knows what a JPEG is: ``kind`` is a word from ``capture/kinds``
that is kept and given back.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, "str | int | bool | Json | tuple[Json | str | int, ...] | None"]
"""What may be kept as a fact: it is written as canonical JSON (sorted keys, UTF-8, no floats)."""


def canonical(value: object) -> bytes:
    """Return the one spelling of a JSON value: sorted keys, no spaces, UTF-8, no floats.

    Half of a surrogate pair (from a file name that is no text) is written as its JSON escape,
    so that it comes back as it was. Raises TypeError for a float or anything that JSON has not.
    """
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.encode("utf-8", "backslashreplace")


def parsed(text: str | bytes) -> Any:
    """Return a JSON value as it was before ``canonical``: arrays come back as tuples."""
    return _frozen(json.loads(text))


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    return value


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | int):  # most are, and Mapping is slow to ask
        return value
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    raise TypeError(type(value).__name__)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an original came from, as its source said it."""

    source: str
    """Kind of the source: "folder", "dropped", "phone", …"""
    name: str
    """The file's own name there, without its folders."""
    modified_at: str | None
    """The file's modification time there."""
    path: str | None = None
    """Where it lay on a device that was read, below the device's own root."""
    device: str | None = None
    """The device's name and model, where the witness wants them kept."""
    clock_error: str | None = None
    """By how many seconds this computer's clock was off at most at sealing; None where unknown."""


@dataclass(frozen=True, slots=True)
class Original:
    """A file exactly as it came in; sealed once and never changed."""

    id: str
    kind: str
    size: int
    sha256: str
    sealed_at: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Part:
    """An original that belongs to another, the lead: the clip of a live photo, a raw, a sidecar.

    ``role`` is a word of the room that found it (``capture/sources/groups``).
    """

    original: Original
    role: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done to make a derivative, with enough facts to do it again."""

    name: str
    facts: Json


@dataclass(frozen=True, slots=True)
class Derivative:
    """A copy made from an original: cleaned, redacted, verified by a second reading."""

    id: str
    original: str
    """The id of its original."""
    kind: str
    size: int
    sha256: str
    made_at: str
    lossless: bool
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class CustodyEntry:
    """One line of the custody log.

    ``digest`` = SHA-256 of the canonical JSON of the other fields but the signature, so it
    covers ``previous`` (the digest of the entry before; 64 zeros for the first).
    ``signature`` is Ed25519 over the digest, hexadecimal.
    """

    sequence: int
    at: str
    event: str
    item: str | None
    facts: Json
    previous: str
    digest: str
    signature: str
