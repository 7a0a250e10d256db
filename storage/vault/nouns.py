"""The nouns of ``storage/records`` to the records that blobs carry, and back."""

import hashlib
import json
from collections.abc import Iterable, Mapping

from storage.evidence import TOOL
from storage.records import Derivative, Json, Original, Provenance, Step, canonical
from storage.vault.books import now
from storage.vault.layout import Record


def original_record(blob: str, kind: str, size: int, sha256: str, provenance: Provenance) -> Record:
    """Return the record of a new original, dated now."""
    further = {
        "path": provenance.path and _text(provenance.path),
        "device": provenance.device and _text(provenance.device),
        "clock_error": provenance.clock_error,
    }
    return {
        "id": blob,
        "type": "original",
        "kind": kind,
        "size": size,
        "sha256": sha256,
        "sealed_at": now(),
        "source": _text(provenance.source),
        "name": _text(provenance.name),
        "modified_at": provenance.modified_at,
        "tool": TOOL,
        **{name: value for name, value in further.items() if value is not None},
    }


def original(record: Record) -> Original:
    """Return the original that a record speaks of."""
    provenance = Provenance(
        record["source"],
        record["name"],
        record["modified_at"],
        record.get("path"),
        record.get("device"),
        record.get("clock_error"),
    )
    return Original(
        id=record["id"],
        kind=record["kind"],
        size=record["size"],
        sha256=record["sha256"],
        sealed_at=record["sealed_at"],
        provenance=provenance,
    )


def originals(bodies: Iterable[str]) -> tuple[Original, ...]:
    """Return the originals that many records speak of, each as the index keeps it."""
    # Parsed as one text, and not frozen: nothing of a list stays in an original.
    return tuple(map(original, json.loads(f"[{','.join(bodies)}]")))


def derivative_record(made: Derivative) -> Record:
    """Return the record of a new derivative."""
    return {
        "id": made.id,
        "type": "derivative",
        "original": made.original,
        "kind": made.kind,
        "size": made.size,
        "sha256": made.sha256,
        "made_at": made.made_at,
        "lossless": made.lossless,
        "steps": [{"name": step.name, "facts": step.facts} for step in made.steps],
        "tool": TOOL,
    }


def parcel_record(blob: str, size: int, sha256: str) -> Record:
    """Return the record of a new parcel, dated now."""
    return {
        "id": blob,
        "type": "parcel",
        "kind": "parcel",
        "size": size,
        "sha256": sha256,
        "sealed_at": now(),
        "tool": TOOL,
    }


def derivative(record: Record) -> Derivative:
    """Return the derivative that a record speaks of."""
    return Derivative(
        id=record["id"],
        original=record["original"],
        kind=record["kind"],
        size=record["size"],
        sha256=record["sha256"],
        made_at=record["made_at"],
        lossless=record["lossless"],
        steps=tuple(Step(step["name"], step["facts"]) for step in record["steps"]),
    )


def noted(values: Mapping[str, str]) -> Json:
    """Return what the custody log says of a note: which fields, and a digest of the values."""
    return {"fields": tuple(sorted(values)), "digest": digest(canonical(values))}


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _text(untrusted_name: str) -> str:
    """Spell out what is no text in a file's name, so that nothing of it is lost."""
    return untrusted_name.encode("utf-8", "backslashreplace").decode()
