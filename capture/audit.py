"""DOOR: what leaves. A bundle is built in the vault, examined again from its own bytes, let out.

Nothing of it is on a disk in the clear before it has passed: the bundle is a
draft in the vault until every signature and digest in it was checked and every
photo and video in it was read again by a child that decodes nothing. What
fails is thrown away, by name and with its reason.
"""

import io
import secrets
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from capture.choosing import Chosen, choose
from capture.errors import CaptureError, Unverified
from capture.export import written_all, written_whole
from capture.isolate import MediaPool
from capture.kinds import EXTENSIONS, MediaKind
from capture.progress import Tick, silent
from capture.report import needles_of
from capture.reveal import RevealPlace, RevealTime, shown
from capture.sources.groups import SIDECAR
from storage.bundle import volumes
from storage.bundle.build import build
from storage.bundle.contents import (
    BUNDLE_ID,
    MAX_THUMBNAIL,
    MAX_THUMBNAILS,
    BundleContents,
    MediaItem,
    SealedPart,
    media_path,
)
from storage.bundle.originals import OriginalPart, OriginalsStream
from storage.bundle.sealing import read_recipients, seal
from storage.bundle.streams import Sink
from storage.bundle.verify import verify
from storage.errors import AlreadyExists, BadRecipient
from storage.records import CustodyEntry, Derivative, Json, Original, Step
from storage.vault import Draft, Vault

_CHUNK = 1 << 20
_THUMBNAIL_SIDE = 288
_TEXT = ".txt"


@dataclass(frozen=True, slots=True)
class BundleChoices:
    """What the witness chose to let out. Items are ids; recipients are age public keys.

    Without recipients the bundle is a plain ZIP that anybody can read. Originals go along only
    sealed to the recipients. ``with_parts`` lets a live photo's clip, a raw and an edited version
    go along as media of their own. ``volume`` is the size in bytes of the parts that the bundle
    leaves in; without it, it leaves as one file.
    """

    items: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    reveal_place: RevealPlace = RevealPlace.NONE
    reveal_time: RevealTime = RevealTime.NONE
    contact: bool = False
    with_originals: bool = False
    with_parts: bool = False
    languages: tuple[str, ...] = ("en",)
    volume: int | None = None


@dataclass(frozen=True, slots=True)
class BundleMade:
    """What was let out: the file, its id, whether it is sealed, its size in bytes.

    ``path`` is the first part where it left in parts; ``volumes`` is then how many, and else 0.
    """

    path: Path
    bundle_id: str
    sealed: bool
    size: int
    items: int
    volumes: int = 0


def make_bundle(
    vault: Vault, pool: MediaPool, choices: BundleChoices, out: Path, tick: Tick = silent
) -> BundleMade:
    """Build, audit and write a bundle to ``out``, which must not exist yet, or to its volumes.

    Raises NotCleaned and NoConsent by item, Unverified when the audit finds anything, and
    StorageError; then nothing is written. ``tick`` counts bytes over all passes.
    """
    if out.exists() or (choices.volume is not None and volumes.named(out, 1).exists()):
        raise AlreadyExists
    left: list[Path] = []

    @contextmanager
    def leaving() -> Iterator[Sink]:
        with _leaving(out, choices.volume) as target:
            yield target.sink
        left.extend(target.paths)

    bundle_id, items = _made(vault, pool, choices, leaving, tick)
    return BundleMade(
        path=left[0],
        bundle_id=bundle_id,
        sealed=bool(choices.recipients),
        size=sum(path.stat().st_size for path in left),
        items=items,
        volumes=len(left) if choices.volume is not None else 0,
    )


def make_bundle_into(
    vault: Vault, pool: MediaPool, choices: BundleChoices, sink: Sink, tick: Tick = silent
) -> str:
    """Build, audit and write a bundle into a sink that is thrown away if this raises.

    Returns the bundle's id; the rest is as for ``make_bundle``.
    """
    return _made(vault, pool, choices, lambda: nullcontext(sink), tick)[0]


def _made(
    vault: Vault,
    pool: MediaPool,
    choices: BundleChoices,
    leaving: Callable[[], AbstractContextManager[Sink]],
    tick: Tick,
) -> tuple[str, int]:
    """Build and audit a bundle, then let it leave; returns its id and how many items it has."""
    recipients = _recipients(choices)
    chosen = choose(vault, choices.items, with_parts=choices.with_parts)
    passes = _Passes(tick, sum(item.copy.size for item in chosen))
    with _sealed_originals(vault, choices) as originals, _discarded(vault) as draft:
        contents = _contents(vault, pool, chosen, choices, originals)
        signer = vault.signer(f"bundle {contents.bundle_id.hex()}")
        built = build(contents, signer, draft, passes.next())
        _audit(vault, pool, chosen, draft.reread, passes.next())
        salts = {item.original.id: item.salt.hex() for item in chosen}
        vault.keep_commitments(built.bundle_id, salts)
        with draft.reread() as stream, leaving() as sink:
            _pass_on(stream, recipients, sink, passes.next())
            _log(vault, chosen, built.bundle_id, choices)
    return built.bundle_id, len(chosen)


def _recipients(choices: BundleChoices) -> tuple[str, ...]:
    recipients = read_recipients("\n".join(choices.recipients)) if choices.recipients else ()
    if choices.with_originals and not recipients:
        raise BadRecipient(reason="originals-need-one")
    return recipients


@dataclass(frozen=True, slots=True)
class _Leaving:
    """Where a bundle is written to; ``paths`` are the files that stand there once it has left."""

    sink: Sink
    paths: list[Path]


@contextmanager
def _leaving(out: Path, volume: int | None) -> Iterator[_Leaving]:
    """Give where the bundle goes, whole or not at all: one file, or volumes of this size."""
    if volume is None:
        with written_whole(out) as target:
            yield _Leaving(target, [out])
        return
    paths: list[Path] = []
    with written_all(out.parent) as another:

        def open_volume(number: int) -> BinaryIO:
            paths.append(volumes.named(out, number))
            return another(paths[-1])

        with volumes.Volumes(volume, open_volume) as parts:
            yield _Leaving(parts, paths)


def _pass_on(stream: BinaryIO, recipients: tuple[str, ...], target: Sink, tick: Tick) -> None:
    """Seal the bundle to its recipients, or copy it as it is where there are none."""
    if recipients:
        seal(stream, recipients, target, tick)
        return
    stream_size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    done = 0
    while block := stream.read(_CHUNK):
        target.write(block)
        done += len(block)
        tick(done, stream_size)


class _Passes:
    """Three passes over the same bytes as one count."""

    def __init__(self, tick: Tick, size: int) -> None:
        self._tick = tick
        self._size = max(size, 1)
        self._pass = -1

    def next(self) -> Tick:
        """Begin the next pass and give its tick."""
        self._pass += 1
        before = self._pass * self._size

        def within(done: int, total: int) -> None:
            share = self._size * min(done, total) // total if total else 0
            self._tick(before + share, 3 * self._size)

        return within


@contextmanager
def _discarded(vault: Vault) -> Iterator[Draft]:
    """Give a draft that is thrown away afterwards: a bundle's bytes can be made again."""
    draft = vault.draft()
    try:
        yield draft
    finally:
        draft.discard()


def _contents(
    vault: Vault,
    pool: MediaPool,
    chosen: tuple[Chosen, ...],
    choices: BundleChoices,
    originals: SealedPart | None,
) -> BundleContents:
    room = min(MAX_THUMBNAIL, MAX_THUMBNAILS // max(len(chosen), 1))
    items = tuple(_media_item(vault, pool, item, choices, room) for item in chosen)
    return BundleContents(secrets.token_bytes(BUNDLE_ID), items, originals, choices.languages)


def _media_item(
    vault: Vault, pool: MediaPool, item: Chosen, choices: BundleChoices, room: int
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
        record=shown(
            _fields(vault, original),
            choices.reveal_place,
            choices.reveal_time,
            contact=choices.contact,
        ),
        thumbnail=_thumbnail(vault, pool, copy, room),
    )


def _fields(vault: Vault, original: Original) -> dict[str, str]:
    record = vault.record(original.id)
    return {**record.automatic, **record.witness}


def _public(step: Step) -> Step:
    """Return a step without what only the vault should know: who was covered, and why."""
    if step.name != "redact":
        return step
    regions = step.facts["regions"]
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


@contextmanager
def _sealed_originals(vault: Vault, choices: BundleChoices) -> Iterator[SealedPart | None]:
    if not choices.with_originals:
        yield None
        return
    leads = dict.fromkeys(vault.original(item) for item in choices.items)
    parts = [part for lead in leads for part in _original_parts(vault, lead)]
    with _discarded(vault) as draft:
        seal(OriginalsStream(parts), _recipients(choices), draft)
        yield SealedPart(draft.reread, draft.size, draft.sha256)


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


def _audit(
    vault: Vault,
    pool: MediaPool,
    chosen: tuple[Chosen, ...],
    reread: Callable[[], BinaryIO],
    tick: Tick,
) -> None:
    """Check the bundle as its recipient will, then read every medium in it once more."""
    with reread() as stream:
        verify(stream, None, _unbounded(tick, sum(item.copy.size for item in chosen)))
    with reread() as stream, zipfile.ZipFile(stream) as opened:
        top = opened.namelist()[0].split("/")[0]
        for index, item in enumerate(chosen):
            kind = MediaKind(item.copy.kind)
            name = f"{top}/{media_path(index, EXTENSIONS[kind])}"
            with (
                cast("BinaryIO", opened.open(name)) as member,
                vault.open_blob(item.original.id) as source,
            ):
                _examine_again(pool, kind, member, source, item)


def _unbounded(tick: Tick, size: int) -> Tick:
    """Give a total to a pass that knows none."""
    return lambda done, _total: tick(done, max(size, done, 1))


def _examine_again(
    pool: MediaPool, kind: MediaKind, member: BinaryIO, source: BinaryIO, item: Chosen
) -> None:
    try:
        pool.verify(kind, member, needles_of(pool.inspect(source)))
    except CaptureError as error:
        raise Unverified(error.detail, item=item.original.id[:8]) from error


def _log(vault: Vault, chosen: tuple[Chosen, ...], bundle_id: str, choices: BundleChoices) -> None:
    facts: dict[str, str | bool] = {
        "bundle": bundle_id,
        "sealed": bool(choices.recipients),
        "place": choices.reveal_place.value,
        "time": choices.reveal_time.value,
        "originals": choices.with_originals,
    }
    for item in chosen:
        vault.log("bundled", item.original.id, {**facts, "copy": item.copy.sha256})
