"""DOOR: the moving part of a motion photo becomes a part of its item.

A motion photo is one file: a still, and behind it (or within it) a film of some seconds, with
sound. The file is sealed as it is; its film is sealed once more as an original of its own, so
that it can be shown, cleaned, covered, given away or deleted by its own name, as the clip of a
live photo can. Where it was taken from stands in its record: the digest of that file, and
which of its bytes. It is done once: a film that somebody deleted does not come back.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from capture.errors import CaptureError
from capture.isolate import MediaPool
from capture.kinds import HEAD, MediaKind, sniff
from capture.together import INSIDE
from storage.records import Original, Provenance
from storage.vault import Draft, Vault

TAKEN_OUT = "clip taken out"
"""The event in the custody log of the photo that holds the film."""

_KINDS = frozenset(("motion-clip", "clip"))
_HOLDERS = frozenset((MediaKind.JPEG.value, MediaKind.HEIF.value))
_FILMS = {MediaKind.MP4: ".mp4", MediaKind.MOV: ".mov"}
_MOST = 1 << 30
"""Bytes of the longest film that is taken out: they are seconds long."""
_CHUNK = 1 << 20


def take_out(vault: Vault, pool: MediaPool, original: Original) -> Original | None:
    """Seal the film that an examined photo holds, and return it.

    None where there is none, none that can be read, or where it was done before. Raises
    StorageError.
    """
    if original.kind not in _HOLDERS:
        return None
    place = next(_places(vault, original), None)
    if place is None or _was_done(vault, original):
        return None
    return _sealed(vault, pool, original, place)


def _places(vault: Vault, original: Original) -> Iterator[tuple[int, int]]:
    """Give offset and size, in bytes of the photo's file, of every film that its report names."""
    report: Mapping[str, Any] = vault.report(original.id) or {}
    for part in report.get("embedded") or ():
        if isinstance(part, Mapping) and part.get("kind") in _KINDS:
            untrusted_offset, untrusted_size = part.get("offset"), part.get("size")
            if isinstance(untrusted_offset, int) and isinstance(untrusted_size, int):
                end = untrusted_offset + untrusted_size
                if 0 < untrusted_offset < end <= original.size and untrusted_size <= _MOST:
                    yield untrusted_offset, untrusted_size


def _was_done(vault: Vault, original: Original) -> bool:
    return any(entry.event == TAKEN_OUT for entry in vault.custody(original.id))


def _sealed(
    vault: Vault, pool: MediaPool, original: Original, place: tuple[int, int]
) -> Original | None:
    """Return the film as an original, None where its bytes are no film that can be read."""
    offset, size = place
    draft = vault.draft(size)
    try:
        kind = _copied(vault, original, place, draft)
        if kind is None or not _reads(pool, draft):
            return None
        film = vault.keep_original(draft, kind.value, _provenance(original, place, kind))
    finally:
        draft.discard()  # which does nothing to what was kept
    vault.log(TAKEN_OUT, original.id, {"clip": film.id, "offset": offset, "size": size})
    return film


def _copied(
    vault: Vault, original: Original, place: tuple[int, int], draft: Draft
) -> MediaKind | None:
    """Write the film's bytes, and return what kind its first bytes say that it is."""
    offset, left = place
    kind = None
    with vault.open_blob(original.id) as stream:
        stream.seek(offset)
        while left and (chunk := stream.read(min(left, _CHUNK))):
            kind = kind or sniff(chunk[:HEAD])
            draft.write(chunk)
            left -= len(chunk)
    return kind if kind in _FILMS and not left else None


def _reads(pool: MediaPool, draft: Draft) -> bool:
    """Say whether its index can be read: a broken film would only hinder its photo."""
    try:
        with draft.reread() as stream:
            return pool.inspect(stream).facts.duration is not None
    except CaptureError:
        return False


def _provenance(original: Original, place: tuple[int, int], kind: MediaKind) -> Provenance:
    said = original.provenance
    return Provenance(
        INSIDE,
        PurePosixPath(said.name).stem + _FILMS[kind],
        said.modified_at,
        f"{original.sha256}:{place[0]}+{place[1]}",
        said.device,
        said.clock_error,
    )
