"""DOOR: what leaves. A bundle is built in the vault, examined again from its own bytes, let out.

Nothing of it is on a disk in the clear before it has passed: the bundle is a
draft in the vault until every signature and digest in it was checked and every
photo and video in it was read again by a child that decodes nothing, and what
was covered also by the detectors. What fails is thrown away, by name and with
its reason.
"""

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from capture import composing, last_look
from capture.choosing import Chosen, choose
from capture.composing import Showing
from capture.errors import CaptureError, Unverified
from capture.export import written_all, written_whole
from capture.isolate import MediaPool
from capture.kinds import EXTENSIONS, MediaKind
from capture.progress import Tick, silent
from capture.report import needles_of
from capture.reveal import RevealPlace, RevealTime
from storage.bundle import sealing, stamping, volumes
from storage.bundle.build import build
from storage.bundle.contents import media_path
from storage.bundle.excerpt import lying
from storage.bundle.sheet_check import check_pdf
from storage.bundle.stamping import Ask
from storage.bundle.streams import Sink
from storage.bundle.verify import verify
from storage.errors import AlreadyExists, BadRecipient
from storage.records import Json
from storage.vault import Vault

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class BundleChoices:
    """What the witness chose to let out. Items are ids; recipients are public keys, of one kind.

    Instead of recipients there may be a passphrase; without either the bundle is a plain ZIP that
    anybody can read. Originals go along only sealed to the recipients. ``with_parts`` lets a live
    photo's clip, a raw and an edited version go along as media of their own. ``volume`` is the
    size in bytes of the parts that the bundle leaves in; without it, it leaves as one file.
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
    passphrase: str = field(default="", repr=False)

    @property
    def sealed(self) -> bool:
        """Whether only some people will be able to open it."""
        return bool(self.recipients or self.passphrase)


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
    stamped_at: str | None = None


def make_bundle(
    vault: Vault,
    pool: MediaPool,
    choices: BundleChoices,
    out: Path,
    tick: Tick = silent,
    *,
    stamp: Ask | None = None,
) -> BundleMade:
    """Build, audit and write a bundle to ``out``, which must not exist yet, or to its volumes.

    ``stamp`` asks an authority for a time stamp, which then is in the bundle. Raises NotCleaned
    and NoConsent by item, Unverified when the audit finds anything, and StorageError; then nothing
    is written. ``tick`` counts bytes over all passes, and for a look at a covered copy as many as
    could be passed on meanwhile.
    """
    if out.exists() or (choices.volume is not None and volumes.named(out, 1).exists()):
        raise AlreadyExists
    left: list[Path] = []

    @contextmanager
    def leaving() -> Iterator[Sink]:
        with _leaving(out, choices.volume) as target:
            yield target.sink
        left.extend(target.paths)

    done = _made(vault, pool, choices, leaving, tick, stamp)
    return BundleMade(
        path=left[0],
        bundle_id=done.bundle_id,
        sealed=choices.sealed,
        size=sum(path.stat().st_size for path in left),
        items=done.items,
        volumes=len(left) if choices.volume is not None else 0,
        stamped_at=done.stamped_at,
    )


def make_bundle_into(
    vault: Vault, pool: MediaPool, choices: BundleChoices, sink: Sink, tick: Tick = silent
) -> str:
    """Build, audit and write a bundle into a sink that is thrown away if this raises.

    Returns the bundle's id; the rest is as for ``make_bundle``.
    """
    return _made(vault, pool, choices, lambda: nullcontext(sink), tick, None).bundle_id


@dataclass(frozen=True, slots=True)
class _Done:
    """A bundle that has left: its id, the root of its tree, its items, its time stamp."""

    bundle_id: str
    merkle_root: str
    items: int
    stamped_at: str | None


def _made(  # noqa: PLR0917 # all of these are what one bundle is made of
    vault: Vault,
    pool: MediaPool,
    choices: BundleChoices,
    leaving: Callable[[], AbstractContextManager[Sink]],
    tick: Tick,
    stamp: Ask | None,
) -> _Done:
    """Build and audit a bundle, then let it leave."""
    choices = replace(choices, recipients=_recipients(choices))
    chosen = choose(vault, choices.items, with_parts=choices.with_parts)
    passes = _passes(chosen, tick)
    showing = Showing(choices.reveal_place, choices.reveal_time, contact=choices.contact)
    to_whom = choices.recipients if choices.with_originals else ()
    with (
        composing.sealed_originals(vault, choices.items, to_whom) as originals,
        composing.discarded(vault) as draft,
    ):
        contents = composing.contents(vault, pool, chosen, showing, choices.languages)
        contents = replace(contents, originals=originals)
        signer = vault.signer(f"bundle {contents.bundle_id.hex()}")
        if stamp is not None:
            contents = stamping.stamped(contents, signer, stamp)
        built = build(contents, signer, draft, passes.next())
        stamped_at = _audit(vault, pool, chosen, draft.reread, passes)
        done = _Done(built.bundle_id, built.merkle_root, len(chosen), stamped_at)
        salts = {item.original.id: item.salt.hex() for item in chosen}
        vault.keep_commitments(built.bundle_id, salts)
        with draft.reread() as stream, leaving() as sink:
            _pass_on(stream, choices, sink, passes.next())
            _log(vault, chosen, done, choices)
            if contents.stamp is not None:
                stamping.log(vault, done.bundle_id, done.merkle_root, contents.stamp)
    return done


def _passes(chosen: tuple[Chosen, ...], tick: Tick) -> "_Passes":
    """Return the count of building, verifying, looking at each covered copy, and letting out."""
    size = sum(item.copy.size for item in chosen)
    plans = (_covered(item) for item in chosen)
    looks = [last_look.share(covered) for covered in plans if covered is not None]
    return _Passes(tick, [size, size, *looks, size])


def _recipients(choices: BundleChoices) -> tuple[str, ...]:
    """Return the recipients, looked at once more; BadRecipient where they do not go together."""
    if choices.recipients and choices.passphrase:
        raise BadRecipient(reason="mixed")
    if choices.recipients:
        read = (key for text in choices.recipients for key in sealing.read_recipients(text))
        return sealing.checked(read)
    if choices.with_originals:
        raise BadRecipient(reason="originals-need-one")
    return ()


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


def _pass_on(stream: BinaryIO, choices: BundleChoices, target: Sink, tick: Tick) -> None:
    """Seal the bundle to its recipients or its passphrase, or copy it as it is without either."""
    stream_size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    sized = _unbounded(tick, stream_size)
    if choices.recipients:
        sealing.seal(stream, choices.recipients, target, sized)
        return
    if choices.passphrase:
        sealing.seal_with_passphrase(stream, choices.passphrase, target, sized)
        return
    done = 0
    while block := stream.read(_CHUNK):
        target.write(block)
        done += len(block)
        tick(done, stream_size)


class _Passes:
    """Several passes, each of so many bytes, as one count that never goes back."""

    def __init__(self, tick: Tick, sizes: Sequence[int]) -> None:
        self._tick = tick
        self._sizes = iter([max(size, 1) for size in sizes])
        self._total = sum(max(size, 1) for size in sizes)
        self._before, self._size, self._furthest = 0, 0, 0

    def alive(self, _done: int, _total: int) -> None:
        """Tick without being further, where how far is not known."""
        self._tick(self._before + self._furthest, self._total)

    def next(self) -> Tick:
        """Begin the next pass and give its tick."""
        self._before += self._size
        self._size, self._furthest = next(self._sizes), 0
        return self._within

    def _within(self, done: int, total: int) -> None:
        share = self._size * min(done, total) // total if total else 0
        self._furthest = max(self._furthest, share)
        self._tick(self._before + self._furthest, self._total)


def _audit(
    vault: Vault,
    pool: MediaPool,
    chosen: tuple[Chosen, ...],
    reread: Callable[[], BinaryIO],
    passes: _Passes,
) -> str | None:
    """Check the bundle as its recipient will, then read every medium in it once more.

    Returns the time that the stamp in it states, None where there is none.
    """
    with reread() as stream:
        size = sum(item.copy.size for item in chosen)
        verdict = verify(stream, None, _unbounded(passes.next(), size))
    with reread() as stream, zipfile.ZipFile(stream) as opened:
        top = opened.namelist()[0].split("/")[0]
        for file in verdict.manifest.files:
            if file.path.endswith(".pdf"):
                check_pdf(opened.read(f"{top}/{file.path}"))
        for index, item in enumerate(chosen):
            path = media_path(index, EXTENSIONS[MediaKind(item.copy.kind)])
            with (
                lying(reread(), opened.getinfo(f"{top}/{path}")) as member,
                vault.open_blob(item.original.id) as source,
            ):
                _examine_again(pool, member, source, item, passes.alive)
                _look_again(pool, member, item, passes)
    return verdict.stamp.at if verdict.stamp is not None else None


def _unbounded(tick: Tick, size: int) -> Tick:
    """Give a total to a pass that knows none."""
    return lambda done, _total: tick(done, max(size, done, 1))


def _examine_again(
    pool: MediaPool, member: BinaryIO, source: BinaryIO, item: Chosen, tick: Tick
) -> None:
    try:
        needles = needles_of(pool.inspect(source, tick))
        pool.verify(MediaKind(item.copy.kind), member, needles, tick)
    except CaptureError as error:
        raise Unverified(error.detail, item=item.original.id[:8]) from error


def _look_again(pool: MediaPool, member: BinaryIO, item: Chosen, passes: _Passes) -> None:
    """Have the detectors look at a covered copy. Raises CaptureError with the item's name."""
    covered = _covered(item)
    if covered is None:
        return
    try:
        last_look.look(pool, member, covered, passes.next())
    except CaptureError as error:
        error.facts["item"] = item.original.id[:8]
        raise


def _covered(item: Chosen) -> Json | None:
    """Return what was covered in a copy, and how; None where nothing was asked to be."""
    return next((step.facts for step in item.copy.steps if step.name == "redact"), None)


def _log(vault: Vault, chosen: tuple[Chosen, ...], done: _Done, choices: BundleChoices) -> None:
    facts: dict[str, str | bool] = {
        "bundle": done.bundle_id,
        "root": done.merkle_root,
        "sealed": choices.sealed,
        "place": choices.reveal_place.value,
        "time": choices.reveal_time.value,
        "originals": choices.with_originals,
    }
    for item in chosen:
        vault.log("bundled", item.original.id, {**facts, "copy": item.copy.sha256})
