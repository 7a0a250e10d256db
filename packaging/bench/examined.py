"""A vault as imports leave it, and a card full of photos: for what is measured of the desktop."""

import io
import os
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import many
import numpy as np
import piexif
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from PIL import Image

from storage import custody
from storage.records import Derivative, Provenance, Step, canonical
from storage.vault import Vault, layout, nouns, recovery, schema
from storage.vault.layout import Record

_LOOKS = 40
_STEP = 1000
_TRACES = 40
_BEGUN = datetime(2023, 1, 1, tzinfo=UTC)


def make_vault(folder: Path, items: int) -> None:
    """Make a vault of small photos, each examined, with a cleaned copy; every tenth is noted."""
    photos = [_photo(number) for number in range(_LOOKS)]
    with Vault.create(folder, many.PASSPHRASE, many.CHEAP) as vault:
        for start in range(0, items, _STEP):
            with vault._books.step(None) as step:  # noqa: SLF001 # each by itself would wait for the disk
                for number in range(start, min(start + _STEP, items)):
                    _keep(vault, step, number, photos[number % _LOOKS])
        vault._books.rewrite_journal()  # noqa: SLF001 # as above
        vault._books.make_head()  # noqa: SLF001 # as above


def make_card(folder: Path, files: int) -> None:
    """Make a folder of so many photos, some kilobytes each, over half a year."""
    photos = [_photo(number) for number in range(_LOOKS)]
    for number in range(files):
        below = folder / "DCIM" / f"{100 + number // 2000}CAM"
        below.mkdir(parents=True, exist_ok=True)
        path = below / f"IMG_{number:06}.JPG"
        path.write_bytes(photos[number % _LOOKS] + number.to_bytes(4, "big"))
        seconds = (_BEGUN + timedelta(minutes=13 * number)).timestamp()
        os.utime(path, (seconds, seconds))


def _photo(number: int) -> bytes:
    """Return a small JPEG with a thumbnail, as a phone would make a large one."""
    noise = np.random.default_rng(number).integers(0, 255, (24, 32, 3), np.uint8)
    picture = Image.fromarray(noise).resize((640, 480), Image.Resampling.BICUBIC)
    small, whole = io.BytesIO(), io.BytesIO()
    picture.resize((160, 120)).save(small, "JPEG")
    exif = piexif.dump({"0th": {}, "1st": {}, "thumbnail": small.getvalue()})
    picture.save(whole, "JPEG", exif=exif, quality=80)
    return whole.getvalue()


def _keep(vault: Vault, step: Any, number: int, photo: bytes) -> None:
    when = (_BEGUN + timedelta(minutes=13 * number)).strftime("%Y-%m-%dT%H:%M:%SZ")
    data = photo + number.to_bytes(4, "big")
    original = nouns.original_record(
        secrets.token_hex(16), "jpeg", len(data), nouns.digest(data),
        Provenance("folder", f"IMG_{number:06}.jpg", when),
    ) | {"sealed_at": when}  # fmt: skip
    item = str(original["id"])
    copy = nouns.derivative_record(
        Derivative(
            secrets.token_hex(16), item, "jpeg", len(photo), nouns.digest(photo), when,
            lossless=True, steps=(Step("clean", {"profile": "faithful", "leaves": ()}),),
        )
    )  # fmt: skip
    for record, content in ((original, data), (copy, photo)):
        _write(vault, record, content)
        step.record(record)
        _log(vault, step, record)
    body = canonical(_report(number, when)).decode()
    step.change.put(schema.REPORTS, item, nouns.digest(f"{item}{body}".encode()), body=body)
    if number % 10 == 0:
        step.note(item, {"summary": f"what was seen, number {number}", "risk": "low"})


def _report(number: int, when: str) -> dict[str, object]:
    """Return a report as long as a phone's photo has one."""
    harms = ("device", "time", "technical", *(("location",) if number % 3 == 0 else ()))
    traces = [
        {
            "tag": f"Tag{at}",
            "value": f"a value of some length, {number}",
            "harm": harms[at % len(harms)],
            "where": "APP1/Exif/IFD0",
        }
        for at in range(_TRACES)
    ]
    facts = {"taken_at": when[:-1] + "+00:00", "device": "Phone 7", "width": 640, "height": 480}
    return {"kind": "jpeg", "size": 1, "traces": traces, "embedded": [], "facts": facts}


def _log(vault: Vault, step: Any, record: Record) -> None:
    books = vault._books  # noqa: SLF001 # as above
    event, item, facts = recovery.sealed_event(record)
    made = custody.make(
        books.last,
        books._signer,  # noqa: SLF001 # as above
        at=str(record.get("sealed_at") or record["made_at"]),
        event=event,
        item=item,
        facts=facts,
    )
    step.entry(made)
    books._last = made  # noqa: SLF001 # as above


def _write(vault: Vault, record: Record, data: bytes) -> None:
    master = vault._master  # noqa: SLF001 # as above
    blob = str(record["id"])
    header = layout.make_header(master, blob, secrets.token_bytes(32))
    sealed = AESGCM(header.key).encrypt(layout.nonce(0, last=True), data, header.raw)
    path = vault.folder / "blobs" / blob[:2] / blob
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(header.raw + sealed + layout.make_footer(master, header, record))
