"""From files on a disk to cleaned copies in a folder, without a vault.

A copy is written under a hidden name, read again from its own bytes by a child
that decodes nothing, and only then given a neutral name and a neutral time. A
copy that fails leaves no byte behind, a run that was killed is swept up by the
next one, and the source is only ever read.
"""

import contextlib
import os
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import partial
from pathlib import Path
from typing import BinaryIO

from capture.errors import (
    CaptureError,
    DecoderCrashed,
    DecoderForbidden,
    DecoderMemory,
    DecoderTimeout,
    NotCleaned,
    Unreadable,
    Unsupported,
    Unverified,
)
from capture.export import first_free, give_neutral_time, name_part, part_in, sweep
from capture.formats.base import Cleaning, Profile, another_may
from capture.isolate import MediaPool
from capture.kinds import EXTENSIONS, MediaKind
from capture.progress import Tick, Together
from capture.report import MetadataReport, Trace, needles_of
from capture.reveal import Kept, RevealPlace, RevealTime, kept
from capture.sources.base import Incoming, Skipped
from capture.sources.groups import Member, Role, sidecars
from capture.sources.waiting import Settled, Waiting, member

_UNDER_WAY = 2
"""Files under way for each that is worked on: while one waits for the disk, another is not."""
_KEPT = {"embedded_time": "time", "embedded_place": "place", "place": "place"}
_DEVICE_ERRORS = (
    Unreadable,
    DecoderCrashed,
    DecoderForbidden,
    DecoderMemory,
    DecoderTimeout,
    OSError,
)


class CleanStatus(Enum):
    """How one file ended: refused for what it is, failed for what happened around it."""

    CLEANED = "cleaned"
    ALREADY_CLEAN = "already-clean"
    REFUSED = "refused"
    FAILED = "failed"
    LEFT_OUT = "left-out"
    """A text about a file beside it: it is no medium, and never leaves."""


@dataclass(frozen=True, slots=True)
class CleanResult:
    """What became of one file.

    ``source`` is how the person named it, ``output`` the copy or None. ``said`` is what the
    source says, ``remaining`` what the copy was found to say when it was read again: nothing,
    or there is no copy. ``kept`` are names and values of what it says again because its witness
    asked for it. A file that said nothing gets its copy too, so that the folder is whole. ``item``
    is the source that leads the files of one item, None for a file by itself, and ``role`` what
    this one is to it.
    """

    source: str
    status: CleanStatus
    output: Path | None = None
    said: MetadataReport | None = None
    remaining: tuple[Trace, ...] = ()
    cleaning: Cleaning | None = None
    error: CaptureError | OSError | None = None
    kept: tuple[tuple[str, str], ...] = ()
    item: str | None = None
    role: Role | None = None


Told = Callable[[CleanResult], None]


@dataclass(frozen=True, slots=True)
class Keep:
    """How much of its own place and time a cleaned file may say; nothing by default."""

    place: RevealPlace = RevealPlace.NONE
    time: RevealTime = RevealTime.NONE

    def of(self, said: MetadataReport) -> Kept | None:
        """Write what is kept of what a file said, None where there is nothing."""
        facts = said.facts
        return kept(facts.latitude, facts.longitude, facts.taken_at, self.place, self.time)


def clean_files(
    pool: MediaPool,
    found: Iterable[Incoming | Skipped],
    out: Path,
    *,
    profiles: Sequence[Profile],
    jobs: int,
    tick: Tick,
    told: Told,
    keep: Keep | None = None,
) -> tuple[CleanResult, ...]:
    """Write a verified, cleaned copy of every file found into the folder ``out``.

    ``profiles`` are tried in order, the next only where one cannot carry a file over. ``jobs``
    files are worked on at once, and as many wait for the disk. ``tick`` counts bytes of the
    sources and ``told`` hears each file's end; both are called from other threads, one call at a
    time. ``keep`` is what is written afresh of each file's own time and place. Of files that are
    one item (``capture/sources/groups``) all get a copy, or none does. Answers stand in the order
    of ``found``. Raises OSError if ``out`` cannot be made or listed.
    """
    out.mkdir(parents=True, exist_ok=True)
    sweep(out)
    offered = tuple(found)
    progress = Together(tick, sum(_size(item) for item in offered))
    makes = _Makes(pool, out, tuple(profiles), keep or Keep(), progress)
    work = _Work(makes, offered, told)
    try:
        with ThreadPoolExecutor(max_workers=_UNDER_WAY * max(1, jobs)) as threads:
            # It starts while the first file is read. What it fails for, its first call says.
            if work.makes_copies:
                threads.submit(pool.prepare, "verify")
            futures = [threads.submit(work.one, number) for number in range(len(offered))]
            try:
                for future in futures:
                    future.result()
            finally:
                for future in futures:
                    future.cancel()
        return work.results()
    finally:
        work.drop()


@dataclass(frozen=True, slots=True)
class _Held:
    """A verified copy that has no name yet: its hidden file, and what keeps that from going."""

    part: Path
    copied: "_Copied"
    keeps: contextlib.ExitStack


_End = _Held | CaptureError | OSError | None
"""How one file ended; None is a text about another, of which no copy is made."""


class _Work:
    """What all files of one run share; each is worked on by whichever thread."""

    def __init__(self, making: "_Makes", offered: Sequence[Incoming | Skipped], told: Told) -> None:
        self._makes = making
        self._offered = offered
        self._told = told
        self._texts = sidecars(one for one in offered if isinstance(one, Incoming))
        self._first = first_free(making.out)
        self._lock = threading.Lock()
        self._ends: dict[int, _End] = {}
        known = (self._member(number) for number in range(len(offered)))
        self._waiting = Waiting(known)
        self._results: dict[int, CleanResult] = {}

    @property
    def makes_copies(self) -> bool:
        """Whether there is any file that a copy may be made of."""
        return any(isinstance(one, Incoming) for one in self._offered)

    def one(self, number: int) -> None:
        """Bring one file to its end; only a stop comes out of here as an exception."""
        offered = self._offered[number]
        end: _End
        try:
            end = None if offered.shown in self._texts else self._makes.held(number, offered)
        except (CaptureError, OSError) as error:
            end = error
        said = end.copied.said if isinstance(end, _Held) else None
        with self._lock:
            self._ends[number] = end
            items = self._waiting.end(self._member(number, said), read=said is not None)
        self._makes.progress.end(number, _size(offered))
        self._settle(items)

    def results(self) -> tuple[CleanResult, ...]:
        """Settle what still waits, and return how every file ended, in order."""
        self._settle(self._waiting.rest())
        return tuple(self._results[number] for number in range(len(self._offered)))

    def drop(self) -> None:
        """Remove every copy that was not named."""
        for end in self._ends.values():
            if isinstance(end, _Held):
                end.keeps.close()

    def _member(self, number: int, said: MetadataReport | None = None) -> Member:
        offered = self._offered[number]
        return member(str(number), offered, said, text=offered.shown in self._texts)

    def _settle(self, items: Iterable[Settled]) -> None:
        """Name all copies of an item, or none."""
        for item in items:
            numbers = [int(file) for file in item.files]
            ends = {number: self._ends[number] for number in numbers}
            lead = self._offered[int(item.lead)].shown if item.parts else None
            for number, ended in self._named(ends).items():
                role = item.parts.get(str(number))
                result = replace(ended, item=lead, role=role)
                self._results[number] = result
                size = _size(self._offered[number])
                self._makes.progress.end(number, size, partial(self._told, result))

    def _named(self, ends: Mapping[int, _End]) -> dict[int, CleanResult]:
        held = {number: end for number, end in ends.items() if isinstance(end, _Held)}
        troubles = [end for end in ends.values() if isinstance(end, CaptureError | OSError)]
        outputs: dict[int, Path] = {}
        withheld: CaptureError | OSError = NotCleaned(reason="part")
        if not troubles:
            try:
                outputs = self._makes.named(
                    {number + self._first: (one.part, one.copied) for number, one in held.items()}
                )
            except OSError as error:
                withheld = error
        for one in held.values():
            one.keeps.close()
        return {
            number: self._result(number, end, outputs.get(number + self._first), withheld)
            for number, end in ends.items()
        }

    def _result(
        self, number: int, end: _End, output: Path | None, withheld: CaptureError | OSError
    ) -> CleanResult:
        source = self._offered[number].shown
        if end is None:
            return CleanResult(source, CleanStatus.LEFT_OUT)
        if not isinstance(end, _Held) or output is None:
            error = withheld if isinstance(end, _Held) else end
            failed = isinstance(error, _DEVICE_ERRORS)
            return CleanResult(
                source, CleanStatus.FAILED if failed else CleanStatus.REFUSED, error=error
            )
        copied = end.copied
        status = CleanStatus.CLEANED if _says_something(copied.said) else CleanStatus.ALREADY_CLEAN
        again = copied.kept.said if copied.kept else ()
        return CleanResult(source, status, output, copied.said, (), copied.cleaning, kept=again)


def _size(offered: Incoming | Skipped) -> int:
    return offered.size if isinstance(offered, Incoming) else 0


@dataclass(frozen=True, slots=True)
class _Makes:
    """How copies are made and named."""

    pool: MediaPool
    out: Path
    profiles: tuple[Profile, ...]
    keep: Keep
    progress: Together

    def held(self, number: int, offered: Incoming | Skipped) -> _Held:
        """Make a verified copy of one file, without a name. Raises CaptureError and OSError."""
        if isinstance(offered, Skipped):
            raise offered.error
        tick = self.progress.part(number, offered.size)
        tick(0, offered.size)
        with contextlib.ExitStack() as stack:
            part = stack.enter_context(part_in(self.out))
            with offered.open() as stream:
                copied = self._copied(stream, part, offered.size, tick)
            return _Held(part, copied, stack.pop_all())

    def named(self, copies: Mapping[int, tuple[Path, "_Copied"]]) -> dict[int, Path]:
        """Give these copies their names, by their numbers: all of them, or none. Raises OSError."""
        with contextlib.ExitStack() as named:
            outputs = {}
            for number, (part, copied) in sorted(copies.items()):
                outputs[number] = _keep(part, self.out, number, copied.cleaning.kind)
                named.callback(outputs[number].unlink, missing_ok=True)
            named.pop_all()
        return outputs

    def _copied(self, stream: BinaryIO, part: Path, size: int, tick: Tick) -> "_Copied":
        """Make a verified copy in the first of the profiles that can."""
        with part.open("r+b") as copy:
            making = _Making(self.pool, stream, copy, self.keep, size, tick)
            for number, profile in enumerate(self.profiles, 1):
                try:
                    copied = making.copied(profile)
                except (Unsupported, Unverified) as error:
                    last = number == len(self.profiles)
                    if last or not making.said or not another_may(error):
                        raise
                    copy.seek(0)
                    copy.truncate()
                else:
                    os.fsync(copy.fileno())
                    return copied
        raise AssertionError


@dataclass(frozen=True, slots=True)
class _Making:
    """One file on its way to a verified copy, and what it says once that is known."""

    pool: MediaPool
    stream: BinaryIO
    copy: BinaryIO
    keep: Keep
    size: int
    tick: Tick
    said: list[MetadataReport] = field(default_factory=list)

    def copied(self, profile: Profile) -> "_Copied":
        """Write a copy in one profile, and have it read again. Raises CaptureError."""
        writing, verifying = profile.stages(self.tick, self.size)
        cleaning, again = self._written(profile, writing)
        self.copy.flush()
        said = self.said[0]
        kind, needles = cleaning.kind, needles_of(said)
        if again is None:
            self.pool.verify(kind, self.copy, needles, verifying)
        else:
            self.pool.verify_keeping(kind, self.copy, needles, again, verifying)
            cleaning = _telling(cleaning, again)
        return _Copied(said, cleaning, again)

    def _written(self, profile: Profile, tick: Tick) -> tuple[Cleaning, Kept | None]:
        pool, stream, copy = self.pool, self.stream, self.copy
        if not self.said and self.keep == Keep():
            # Nothing of what is found has to be known before: one reading serves both.
            return pool.inspect_and_clean(stream, copy, profile, self.said.append, tick), None
        if not self.said:
            self.said.append(pool.inspect(stream, tick))
        again = self.keep.of(self.said[0])
        if again is None:
            return pool.clean(stream, copy, profile, tick), None
        return pool.clean_keeping(stream, copy, profile, again, tick), again


@dataclass(frozen=True, slots=True)
class _Copied:
    """A copy that is written but not verified: what its source said, what was done, what stays."""

    said: MetadataReport
    cleaning: Cleaning
    kept: Kept | None = None


def _telling(cleaning: Cleaning, kept: Kept) -> Cleaning:
    """Add what is kept to the steps and to what the copy still shows."""
    names = dict.fromkeys(_KEPT[name] for name, _ in kept.said)
    return replace(
        cleaning,
        steps=(*cleaning.steps, *(f"{name}-written-afresh" for name in names)),
        leaves=(*cleaning.leaves, *(f"kept-{name}" for name in names)),
    )


def _says_something(report: MetadataReport) -> bool:
    return bool(report.traces or report.hidden)


def _keep(part: Path, out: Path, number: int, kind: MediaKind) -> Path:
    """Give a verified copy its neutral time, then its neutral name."""
    give_neutral_time(part)
    while True:
        output = out / f"{number:03d}{EXTENSIONS[kind]}"
        try:
            name_part(part, output)
        except FileExistsError:  # somebody else took this name meanwhile
            number = first_free(out)
            continue
        return output
