"""One act on a vault, as a program of its own that says what it does: it is run to be hit.

Its arguments are the act, the vault, and a folder beside the vault where backups, bundles and
other vaults lie.
"""

import hashlib
import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import jobs

from storage.backup.exporting import export
from storage.backup.folder import FolderStore
from storage.backup.merging import merge
from storage.backup.restoring import restore
from storage.errors import StorageError
from storage.records import Original, Provenance, Step
from storage.vault import KdfCost, Vault
from storage.vault.guard import Policy

PASSPHRASE = "a quiet harbour"  # noqa: S105 # of vaults that are thrown away
SECOND, THIRD = "another harbour", "a third harbour"
OLD = "Früh am Hafen"
"""What opens the committed vault of the first format."""
CHEAP = KdfCost(memory=64, passes=1, lanes=1)

Say = Callable[..., None]
Act = Callable[[Path, Path, Say], None]

REFUSED = 9
"""Exit code where the vault refused with an error of ours, as it should when the disk fails."""


def noise(size: int, seed: int) -> bytes:
    """Return bytes that cannot be guessed or compressed, the same for the same seed."""
    return random.Random(seed).randbytes(size)


def seal(vault: Vault, data: bytes, say: Say, name: str = "IMG_0001.jpg") -> Original:
    """Keep an original and say so."""
    draft = vault.draft()
    draft.write(data)
    original = vault.keep_original(draft, "jpeg", Provenance("folder", name, None))
    say("sealed", original.id, hashlib.sha256(data).hexdigest())
    return original


def derive(vault: Vault, original: Original, data: bytes, say: Say) -> None:
    """Keep a copy and say so."""
    draft = vault.draft()
    draft.write(data)
    steps = (Step("clean", {"profile": "faithful", "leaves": ()}),)
    made = vault.keep_derivative(draft, original.id, "jpeg", True, steps)  # noqa: FBT003 # a noun's field
    say("derived", made.id, original.id, hashlib.sha256(data).hexdigest())


def note(vault: Vault, item: str, text: str, say: Say) -> None:
    """Note something of an item and say so."""
    say("noting", item, text)
    vault.note(item, {"summary": text})
    say("noted", item, text)


def prepare(vault: Path, side: Path, say: Say) -> None:
    """Make what every act begins with: three items, a copy, a parcel, a backup, another vault."""
    with Vault.create(vault, PASSPHRASE, CHEAP) as made:
        say("opens", PASSPHRASE)
        first = seal(made, noise(5000, 1), say)
        derive(made, first, noise(3000, 2), say)
        note(made, first.id, "first", say)
        lead = seal(made, noise(270_000, 3), say)
        part = seal(made, noise(400, 4), say, "IMG_0001.mov")
        made.group(lead.id, {part.id: "clip"})
        say("grouped", part.id, lead.id)
        made.keep_commitments("b" * 32, {first.id: "0" * 64})
        say("committed", "b" * 32)
        (side / "disk").mkdir(parents=True)
        export(made, FolderStore(side / "disk"))
    with Vault.create(side / "other", SECOND, CHEAP) as other:
        own = seal(other, noise(6000, 9), lambda *_: None)
        derive(other, own, noise(700, 10), lambda *_: None)


def _sealing(vault: Path, _side: Path, say: Say) -> None:
    with Vault.open(vault, PASSPHRASE) as opened:
        original = seal(opened, noise(300_000, 20), say)
        derive(opened, original, noise(2000, 21), say)


def _muxing(vault: Path, _side: Path, say: Say) -> None:
    """Write as muxers do, which go back."""
    data = bytearray(noise(600_000, 22))
    with Vault.open(vault, PASSPHRASE) as opened:
        draft = opened.draft(seekable=True)
        draft.write(bytes(data))
        draft.seek(40)
        draft.write(b"patched")
        data[40:47] = b"patched"
        kept = opened.keep_original(draft, "mp4", Provenance("folder", "VID.mp4", None))
        say("sealed", kept.id, hashlib.sha256(data).hexdigest())


def _noting(vault: Path, _side: Path, say: Say) -> None:
    with Vault.open(vault, PASSPHRASE) as opened:
        item = opened.originals()[1].id
        note(opened, item, "second", say)
        opened.keep_report(item, {"facts": {"device": "Phone"}})
        opened.keep_commitments("c" * 32, {item: "1" * 64})
        say("committed", "c" * 32)


def _changing(vault: Path, _side: Path, say: Say) -> None:
    with Vault.open(vault, PASSPHRASE) as opened:
        say("changing", PASSPHRASE, SECOND)
        opened.change_passphrase(PASSPHRASE, SECOND)
        say("changed", PASSPHRASE, SECOND)


def _keys(vault: Path, _side: Path, say: Say) -> None:
    with Vault.open(vault, PASSPHRASE) as opened:
        for passphrase in (THIRD, SECOND):
            say("adding", passphrase)
            opened.add_passphrase(passphrase, passphrase)
            say("added", passphrase)
        (slot,) = (key.slot for key in opened.opened_by() if key.label == SECOND)
        say("removing", SECOND)
        opened.remove_key(slot)
        say("removed", SECOND)


def _deleting(vault: Path, _side: Path, say: Say) -> None:
    with Vault.open(vault, PASSPHRASE) as opened:
        for original in opened.originals()[:2]:
            say("deleting", original.id)
            opened.delete(original.id)
            say("deleted", original.id)


def _queueing(vault: Path, _side: Path, say: Say) -> None:
    with Vault.open(vault, PASSPHRASE) as opened:
        for number in range(2):
            draft = opened.draft()
            draft.write(b"age-encryption.org/v1\n" + noise(4000, 30 + number))
            opened.keep_parcel(draft, f"parcel:{draft.id}", "a line of the queue")
            say("queued", draft.id)
        parcel = opened.parcels()[0]
        say("deleting", parcel)
        opened.drop_parcel(parcel, f"parcel:{parcel}", "", "delivered", {"parcel": parcel})
        say("deleted", parcel)


def _guarding(vault: Path, _side: Path, _say: Say) -> None:
    with Vault.open(vault, PASSPHRASE) as opened:
        opened.set_guard(Policy(delay=True, wipe_after=50))
    Vault.open(vault, PASSPHRASE).close()


def _decoy(vault: Path, _side: Path, say: Say) -> None:
    with Vault.open(vault, PASSPHRASE) as opened:
        say("adding", SECOND)
        opened.make_decoy(SECOND, PASSPHRASE)
        say("added", SECOND)


def _repairing(vault: Path, _side: Path, _say: Say) -> None:
    """Mend headers and a copy of the keys; whoever prepares the vault damages them first."""
    with Vault.open(vault, PASSPHRASE) as opened:
        opened.repair()


def _merging(vault: Path, side: Path, _say: Say) -> None:
    with Vault.open(vault, PASSPHRASE) as opened, Vault.open(side / "other", SECOND) as other:
        merge(opened, other)


def _exporting(vault: Path, side: Path, _say: Say) -> None:
    with Vault.open(vault, PASSPHRASE) as opened:
        export(opened, FolderStore(side / "disk"))


def _restoring(vault: Path, side: Path, _say: Say) -> None:
    """Make the vault again where it was."""
    restore(FolderStore(side / "disk"), vault, PASSPHRASE)


def _migrating(vault: Path, _side: Path, _say: Say) -> None:
    Vault.open(vault, OLD).close()


def _wiping(vault: Path, _side: Path, say: Say) -> None:
    with Vault.open(vault, PASSPHRASE) as opened:
        say("wiping")
        opened.wipe()
        say("wiped")


def _redacting(vault: Path, side: Path, say: Say) -> None:
    item = jobs.item_of(side)
    jobs.command(side, "redact", str(vault), item, "--box", "1,1,20,20")
    say("covered", item)


def _bundling(vault: Path, side: Path, _say: Say) -> None:
    out = str(jobs.next_bundle(side))
    jobs.command(side, "bundle", str(vault), jobs.item_of(side), "-o", out)


def _sending(vault: Path, side: Path, _say: Say) -> None:
    jobs.command(side, "send", str(vault), jobs.item_of(side), "--outlet", "Paper")


ACTS: dict[str, Act] = {
    "seal": _sealing,
    "mux": _muxing,
    "note": _noting,
    "passphrase": _changing,
    "keys": _keys,
    "delete": _deleting,
    "queue": _queueing,
    "guard": _guarding,
    "decoy": _decoy,
    "repair": _repairing,
    "merge": _merging,
    "backup": _exporting,
    "restore": _restoring,
    "migrate": _migrating,
    "wipe": _wiping,
    "redact": _redacting,
    "bundle": _bundling,
    "send": _sending,
}


def _said(*words: str) -> None:
    """Say a line by a call that no vault makes, so that it is not hit with the vault's own."""
    os.writev(1, [("\t".join(words) + "\n").encode()])


def main(arguments: list[str]) -> int:
    """Do one act; the exit code is REFUSED where the vault said that it could not."""
    act, vault, side = arguments
    try:
        ACTS[act](Path(vault), Path(side), _said)
    except StorageError as error:
        os.writev(2, [f"{error.code}\n".encode()])
        return REFUSED
    except jobs.Refused as refused:
        os.writev(2, [f"{refused}\n".encode()])
        return REFUSED
    return 0
