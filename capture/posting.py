"""DOOR: copies that are ready to be posted, each as a platform takes it, in a chosen folder.

What is saved is the copy that would leave in a bundle, held to the same: it was
cleaned, nobody without consent is shown, a covered one was looked at. Where it is
larger or longer than the platform takes, it is made again, smaller, in the confined
child; either way its own bytes are read again by a child that decodes nothing before it
gets its neutral name. Nothing is sent anywhere.
"""

import hashlib
import os
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from capture import choosing
from capture.choosing import Chosen
from capture.errors import CaptureError, Unsupported, Unverified
from capture.export import name_next, part_in, sweep
from capture.formats.base import Cleaning
from capture.isolate import MediaPool
from capture.isolate.outward import fit
from capture.kinds import EXTENSIONS, MediaKind
from capture.platforms import Bounds, Platform
from capture.progress import Tick, silent
from capture.report import needles_of
from storage.errors import StorageError
from storage.vault import Vault

_FITS = "fits-already"
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where copies are to be posted, and the folder that they are saved in."""

    platform: Platform
    folder: Path


@dataclass(frozen=True, slots=True)
class Posted:
    """What became of one item: the file, or why there is none.

    ``size`` is in bytes. ``made`` says whether it is the copy itself (its steps "fits-already")
    or one that was encoded again to fit; ``leaves`` what it still shows.
    """

    item: str
    path: Path | None = None
    size: int = 0
    made: Cleaning | None = None
    leaves: tuple[str, ...] = ()
    error: CaptureError | StorageError | OSError | None = None

    @property
    def smaller(self) -> bool:
        """Whether it was made again to fit."""
        return self.made is not None and _FITS not in self.made.steps


Told = Callable[[Posted], None]


def save(
    vault: Vault,
    pool: MediaPool,
    items: Sequence[str],
    wanted: Wanted,
    *,
    tick: Tick = silent,
    told: Told = lambda _posted: None,
) -> tuple[Posted, ...]:
    """Save the copies of items as a platform takes them; each item ends for itself.

    ``tick`` counts bytes of the copies, ``told`` hears each item's end. Raises OSError where the
    folder cannot be listed.
    """
    sweep(wanted.folder)
    sizes = [sum(copy.size for copy in vault.derivatives(item)[-1:]) for item in items]
    ended = []
    for number, item in enumerate(items):
        part = _part(tick, sum(sizes[:number]), sizes[number], sum(sizes))
        ended.append(_Saving(vault, pool, wanted, part).ended(item))
        told(ended[-1])
    return tuple(ended)


def _part(tick: Tick, before: int, size: int, total: int) -> Tick:
    """Return what counts one item as its share of all."""

    def ticked(at: int, of: int) -> None:
        tick(before + (size * min(at, of) // of if of else 0), total)

    return ticked


@dataclass(frozen=True, slots=True)
class _Saving:
    """One item on its way into the folder."""

    vault: Vault
    pool: MediaPool
    wanted: Wanted
    tick: Tick

    def ended(self, item: str) -> Posted:
        try:
            (chosen,) = choosing.choose(self.vault, [item], with_parts=False)
            return self._saved(chosen)
        except (CaptureError, StorageError, OSError) as error:
            return Posted(item, error=error)

    def _saved(self, chosen: Chosen) -> Posted:
        with part_in(self.wanted.folder) as part:
            with part.open("r+b") as out:
                made = self._written(chosen, out)
                self._read_again(chosen, made.kind, out)
                digest = self._digest(out)
                if made.lossless and digest != chosen.copy.sha256:
                    raise Unverified("it is not the copy that was chosen")
                os.fsync(out.fileno())
            size, name = part.stat().st_size, self.wanted.platform.name
            facts: dict[str, str | int] = {"platform": name, "sha256": digest, "size": size}
            # Logged first: no copy stands there of which the log knows nothing.
            self.vault.log("saved for posting", chosen.original.id, facts)
            path = name_next(part, self.wanted.folder, EXTENSIONS[made.kind])
        return Posted(chosen.original.id, path, size, made, made.leaves or _leaves(chosen))

    def _written(self, chosen: Chosen, out: BinaryIO) -> Cleaning:
        bounds = _bounds(self.wanted.platform, MediaKind(chosen.copy.kind))
        with closing(self.vault.open_blob(chosen.copy.id)) as source:
            made = fit(self.pool, source, out, bounds, self.tick)
        out.flush()
        return made

    def _read_again(self, chosen: Chosen, kind: MediaKind, out: BinaryIO) -> None:
        """Have another child read what was written, and look for all that the original says."""
        with closing(self.vault.open_blob(chosen.original.id)) as original:
            needles = needles_of(self.pool.inspect(original, self._still))
        self.pool.verify(kind, out, needles, self._still)

    def _digest(self, out: BinaryIO) -> str:
        digest = hashlib.sha256()
        out.seek(0)
        while block := out.read(_BLOCK):
            digest.update(block)
            self._still(1, 1)
        return digest.hexdigest()

    def _still(self, _done: int, _total: int) -> None:
        """Tick while a copy that is written is read, so that it can be cancelled."""
        self.tick(1, 1)


def _bounds(platform: Platform, kind: MediaKind) -> Bounds:
    if kind.is_sound:
        raise Unsupported("sound alone", reason="post-sound")
    if kind.is_video:
        return platform.video
    if platform.photo is None:
        raise Unsupported("no photos there", reason="post-photo")
    return platform.photo


def _leaves(chosen: Chosen) -> tuple[str, ...]:
    """Return what the copy itself was said to show still, when it was made."""
    told = [step.facts.get("leaves") for step in chosen.copy.steps]
    return tuple(str(code) for codes in told if isinstance(codes, tuple) for code in codes)
