"""DOOR: what goes into a bundle of the items that were chosen.

The copies, what is said of them at the precision that the witness chose, their
small pictures, and, where wanted, the originals in an envelope of their own.
"""

import io
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from capture.choosing import Chosen
from capture.errors import CaptureError
from capture.isolate import MediaPool
from capture.kinds import EXTENSIONS, MediaKind
from capture.redact import film
from capture.reveal import RevealPlace, RevealTime, shown
from capture.sources.groups import SIDECAR
from storage.bundle import sealing
from storage.bundle.contents import (
    BUNDLE_ID,
    MAX_THUMBNAIL,
    MAX_THUMBNAILS,
    BundleContents,
    MediaItem,
    SealedPart,
)
from storage.bundle.originals import OriginalPart, OriginalsStream
from storage.records import CustodyEntry, Derivative, Json, Original, Step
from storage.vault import Draft, Vault

_THUMBNAIL_SIDE = 288
_TEXT = ".txt"


@dataclass(frozen=True, slots=True)
class Showing:
    """How much of the records is shown."""

    place: RevealPlace
    time: RevealTime
    contact: bool


def record(vault: Vault, original: Original, showing: Showing) -> dict[str, str]:
    """Return the fields of one item's record that leave, by name."""
    return shown(_fields(vault, original), showing.place, showing.time, contact=showing.contact)


def contents(
    vault: Vault,
    pool: MediaPool,
    chosen: Sequence[Chosen],
    showing: Showing,
    languages: tuple[str, ...],
) -> BundleContents:
    """Return what a bundle is made of, with a new id. Raises CaptureError or StorageError."""
    room = min(MAX_THUMBNAIL, MAX_THUMBNAILS // max(len(chosen), 1))
    items = tuple(_media_item(vault, pool, item, showing, room) for item in chosen)
    return BundleContents(secrets.token_bytes(BUNDLE_ID), items, languages=languages)


@contextmanager
def discarded(vault: Vault) -> Iterator[Draft]:
    """Give a draft that is thrown away afterwards: a bundle's bytes can be made again."""
    draft = vault.draft()
    try:
        yield draft
    finally:
        draft.discard()


@contextmanager
def sealed_originals(
    vault: Vault, items: Sequence[str], recipients: tuple[str, ...]
) -> Iterator[SealedPart | None]:
    """Give the originals of these items, sealed; None without recipients."""
    if not recipients:
        yield None
        return
    leads = dict.fromkeys(vault.original(item) for item in items)
    parts = [part for lead in leads for part in _original_parts(vault, lead)]
    with discarded(vault) as draft:
        sealing.seal(OriginalsStream(parts), recipients, draft)
        openpgp = sealing.are_openpgp(recipients)
        yield SealedPart(draft.reread, draft.size, draft.sha256, openpgp)


def _media_item(
    vault: Vault, pool: MediaPool, item: Chosen, showing: Showing, room: int
) -> MediaItem:
    copy, original = item.copy, item.original
    return MediaItem(
        open=lambda: vault.open_blob(copy.id),
        kind=copy.kind,
        extension=EXTENSIONS[MediaKind(copy.kind)],
        size=copy.size,
        sha256=copy.sha256,
        lossless=copy.lossless,
        steps=tuple(_public(step) for step in copy.steps),
        original_sha256=original.sha256,
        original_size=original.size,
        salt=item.salt,
        record=record(vault, original, showing),
        thumbnail=_thumbnail(vault, pool, copy, room),
    )


def _fields(vault: Vault, original: Original) -> dict[str, str]:
    record_ = vault.record(original.id)
    return {**record_.automatic, **record_.witness}


def _public(step: Step) -> Step:
    """Return a step without what only the vault should know: who was covered, and why."""
    if step.name != "redact":
        return step
    regions = step.facts.get("tracks" if film.is_film(step.facts) else "regions")
    return Step("redact", {"regions": len(regions) if isinstance(regions, list | tuple) else 0})


def _thumbnail(vault: Vault, pool: MediaPool, copy: Derivative, room: int) -> bytes | None:
    """Make the contact sheet's small picture from the copy alone, never from the original.

    None for a copy that cannot be shown, such as sound: the sheet then has no picture of it.
    """
    try:
        with vault.open_blob(copy.id) as source:
            small = pool.thumbnail(source, _THUMBNAIL_SIDE, room)
    except CaptureError:
        return None
    if not small:
        return None
    pool.verify(MediaKind.JPEG, io.BytesIO(small), ())
    return small


def _original_parts(vault: Vault, lead: Original) -> Iterator[OriginalPart]:
    """Give an original and everything that belongs to it, sidecars too: this is for a court."""
    yield _original_part(vault, lead, {})
    for part in vault.parts(lead.id):
        yield _original_part(vault, part.original, {"role": part.role, "part_of": lead.sha256})


def _original_part(vault: Vault, original: Original, belongs: Json) -> OriginalPart:
    log = tuple(_entry(entry) for entry in vault.custody(original.id))
    return OriginalPart(
        open=lambda: vault.open_blob(original.id),
        size=original.size,
        extension=_TEXT if original.kind == SIDECAR else EXTENSIONS[MediaKind(original.kind)],
        notes={
            "name": original.provenance.name,
            "sha256": original.sha256,
            "sealed_at": original.sealed_at,
            "record": _fields(vault, original),
            "custody": log,
            **belongs,
        },
    )


def _entry(entry: CustodyEntry) -> Json:
    return {"at": entry.at, "event": entry.event, "facts": entry.facts}
