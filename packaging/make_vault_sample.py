"""Make a small vault of the present format, to be committed and to open for ever.

    .venv/bin/python packaging/make_vault_sample.py tests/vectors/vault/NAME

Once in the life of a format: when its tables or files have changed, before it is released. Writes
the vault to NAME and what is in it to NAME.json, which ``tests/storage/vault`` compares for ever
after. What was committed once is never made again.
"""

import hashlib
import json
import random
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from storage.records import Derivative, Original, Provenance, Step
from storage.vault import KdfCost, Vault, schema, slots
from storage.vault.guard import Policy

_CHEAP = KdfCost(memory=64, passes=1, lanes=1)
_PASSPHRASE, _DECOY = "Abends am Kai", "ein anderer Kai"


def main() -> int:
    """Make the vault and say what is in it."""
    folder = Path(sys.argv[1])
    said: dict[str, Any] = {"version": slots.VERSION, "index": len(schema.MIGRATIONS)}
    with Vault.create(folder, _PASSPHRASE, _CHEAP) as vault:
        said |= {"passphrase": _PASSPHRASE, **_filled(vault)}
        vault.add_passphrase("noch ein Kai", "Ana")
        said["others"] = ["noch ein Kai", vault.add_recovery_code()]
        vault.make_decoy(_DECOY)
        vault.set_guard(Policy(delay=False, wipe_after=100))
        said["events"] = [entry.event for entry in vault.custody()]
        said["custody key"] = vault.signer("vector").public_key().public_bytes_raw().hex()
    with Vault.open(folder, _DECOY) as decoy:
        shown = _sealed(decoy, _noise(300, 9), "harmless.jpg")
        said["decoy"] = {"passphrase": _DECOY, "items": [_row(shown)]}
    text = json.dumps(said, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    folder.with_suffix(".json").write_text(text, encoding="utf-8")
    return 0


def _filled(vault: Vault) -> dict[str, Any]:
    """Put one of everything in, and return what it is."""
    photo = _sealed(vault, _noise(300_000, 1), "عکس IMG_0002.jpg")
    clip = _sealed(vault, _noise(700, 2), "IMG_0002.mov")
    gone = _sealed(vault, _noise(500, 3), "gone.jpg")
    draft = vault.draft()
    draft.write(_noise(900, 4))
    steps = (Step("clean", {"profile": "faithful", "leaves": ("sensor-noise",)}),)
    copy = vault.keep_derivative(draft, photo.id, "jpeg", True, steps)  # noqa: FBT003 # a noun's field
    parcel = vault.draft()
    parcel.write(b"age-encryption.org/v1\n" + _noise(800, 5))
    vault.keep_parcel(parcel, "parcel:sample", "a line of the queue")
    vault.group(photo.id, {clip.id: "clip"})
    notes = {"summary": "Das Tor, von Süden", "person.1.consent": "implied"}
    vault.note(photo.id, notes)
    vault.keep_report(photo.id, {"facts": {"device": "Phone"}, "traces": ()})
    vault.keep_commitments("b" * 32, {photo.id: "1" * 64})
    vault.keep_setting("outlet:sample", "a card")
    vault.delete(gone.id)
    return {
        "items": [_row(photo), _row(clip), _row(copy)],
        "names": {one.id: one.provenance.name for one in (photo, clip)},
        "parts": {clip.id: photo.id},
        "parcels": list(vault.parcels()),
        "notes": {photo.id: notes},
        "reports": {photo.id: {"facts": {"device": "Phone"}, "traces": []}},
        "commitments": {"b" * 32: {photo.id: "1" * 64}},
        "settings": {"outlet:sample": "a card"},
        "deleted": [gone.id],
    }


def _noise(size: int, seed: int) -> bytes:
    return random.Random(seed).randbytes(size)


def _sealed(vault: Vault, data: bytes, name: str) -> Original:
    draft = vault.draft()
    draft.write(data)
    assert draft.sha256 == hashlib.sha256(data).hexdigest()  # noqa: S101 # or the sample is no sample
    return vault.keep_original(draft, "jpeg", Provenance("folder", name, "2024-05-01T10:00:00Z"))


def _row(one: Original | Derivative) -> dict[str, Any]:
    kind = "original" if isinstance(one, Original) else "derivative"
    row = {"id": one.id, "type": kind, "size": one.size, "sha256": one.sha256}
    return row if isinstance(one, Original) else row | {"original": one.original}


if __name__ == "__main__":
    sys.exit(main())
