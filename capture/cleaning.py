"""From files on a disk to cleaned copies in a folder, without a vault.

A copy is written under a hidden name, read again from its own bytes by a child
that decodes nothing, and only then given a neutral name and a neutral time. A
copy that fails leaves no byte behind, a run that was killed is swept up by the
next one, and the source is only ever read.
"""

import os
import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import BinaryIO

from capture.errors import (
    CaptureError,
    DecoderCrashed,
    DecoderMemory,
    DecoderTimeout,
    Unreadable,
    Unsupported,
)
from capture.export import NEUTRAL_TIME, name_part, part_in, sweep
from capture.formats.base import Cleaning, Profile
from capture.isolate import MediaPool
from capture.kinds import EXTENSIONS, MediaKind
from capture.progress import Tick, Together
from capture.report import MetadataReport, Trace, needles_of
from capture.sources.base import Incoming, Skipped

_NEUTRAL_NAME = re.compile(r"(\d{3,9})\.[a-z0-9]{2,5}")
_UNDER_WAY = 2
"""Files under way for each that is worked on: while one waits for the disk, another is not."""
_DEVICE_ERRORS = (Unreadable, DecoderCrashed, DecoderMemory, DecoderTimeout, OSError)


class CleanStatus(Enum):
    """How one file ended: refused for what it is, failed for what happened around it."""

    CLEANED = "cleaned"
    ALREADY_CLEAN = "already-clean"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class CleanResult:
    """What became of one file.

    ``source`` is how the person named it, ``output`` the copy or None. ``said`` is what the
    source says, ``remaining`` what the copy was found to say when it was read again: nothing,
    or there is no copy. A file that said nothing gets its copy too, so that the folder is whole.
    """

    source: str
    status: CleanStatus
    output: Path | None = None
    said: MetadataReport | None = None
    remaining: tuple[Trace, ...] = ()
    cleaning: Cleaning | None = None
    error: CaptureError | OSError | None = None


Told = Callable[[CleanResult], None]


def clean_files(
    pool: MediaPool,
    found: Iterable[Incoming | Skipped],
    out: Path,
    *,
    profiles: Sequence[Profile],
    jobs: int,
    tick: Tick,
    told: Told,
) -> tuple[CleanResult, ...]:
    """Write a verified, cleaned copy of every file found into the folder ``out``.

    ``profiles`` are tried in order, the next only where one cannot carry a file over. ``jobs``
    files are worked on at once, and as many wait for the disk. ``tick`` counts bytes of the
    sources and ``told`` hears each file's end; both are called from other threads, one call at a
    time. Answers stand in the order of ``found``. Raises OSError if ``out`` cannot be made or
    listed.
    """
    out.mkdir(parents=True, exist_ok=True)
    sweep(out)
    offered = tuple(found)
    total = sum(item.size for item in offered if isinstance(item, Incoming))
    work = _Work(pool, out, tuple(profiles), Together(tick, total), told)
    with ThreadPoolExecutor(max_workers=_UNDER_WAY * max(1, jobs)) as threads:
        numbered = enumerate(offered, _first_free(out))
        futures = [threads.submit(work.one, number, item) for number, item in numbered]
        try:
            return tuple(future.result() for future in futures)
        finally:
            for future in futures:
                future.cancel()


@dataclass(frozen=True, slots=True)
class _Work:
    """What all files of one run share."""

    pool: MediaPool
    out: Path
    profiles: tuple[Profile, ...]
    progress: Together
    told: Told

    def one(self, number: int, offered: Incoming | Skipped) -> CleanResult:
        """Bring one file to its end; only a stop comes out of here as an exception."""
        size = offered.size if isinstance(offered, Incoming) else 0
        try:
            result = self._cleaned(number, offered)
        except (CaptureError, OSError) as error:
            failed = isinstance(error, _DEVICE_ERRORS)
            status = CleanStatus.FAILED if failed else CleanStatus.REFUSED
            result = CleanResult(offered.shown, status, error=error)
        self.progress.end(number, size, partial(self.told, result))
        return result

    def _cleaned(self, number: int, offered: Incoming | Skipped) -> CleanResult:
        if isinstance(offered, Skipped):
            raise offered.error
        tick = self.progress.part(number, offered.size)
        tick(0, offered.size)
        with offered.open() as stream, part_in(self.out) as part:
            said, cleaning = self._copied(stream, part, tick)
            output = _keep(part, self.out, number, cleaning.kind)
        status = CleanStatus.CLEANED if _says_something(said) else CleanStatus.ALREADY_CLEAN
        return CleanResult(offered.shown, status, output, said, (), cleaning)

    def _copied(self, stream: BinaryIO, part: Path, tick: Tick) -> tuple[MetadataReport, Cleaning]:
        with part.open("r+b") as copy:
            said, cleaning = self._written(stream, copy, tick)
            copy.flush()
            self.pool.verify(cleaning.kind, copy, needles_of(said), tick)
            os.fsync(copy.fileno())
        return said, cleaning

    def _written(
        self, stream: BinaryIO, copy: BinaryIO, tick: Tick
    ) -> tuple[MetadataReport, Cleaning]:
        said: list[MetadataReport] = []
        first, *others = self.profiles
        try:
            cleaning = self.pool.inspect_and_clean(stream, copy, first, said.append, tick)
        except Unsupported:
            if not said or not others:
                raise
            cleaning = self._otherwise(stream, copy, others, tick)
        return said[0], cleaning

    def _otherwise(
        self, stream: BinaryIO, copy: BinaryIO, profiles: Sequence[Profile], tick: Tick
    ) -> Cleaning:
        """Clean in the first of these profiles that can carry the file over."""
        for number, profile in enumerate(profiles, 1):
            copy.seek(0)
            copy.truncate()
            try:
                return self.pool.clean(stream, copy, profile, tick)
            except Unsupported:
                if number == len(profiles):
                    raise
        raise AssertionError


def _says_something(report: MetadataReport) -> bool:
    return bool(report.traces or report.embedded)


def _keep(part: Path, out: Path, number: int, kind: MediaKind) -> Path:
    """Give a verified copy its neutral time, then its neutral name."""
    os.utime(part, (NEUTRAL_TIME, NEUTRAL_TIME))
    while True:
        output = out / f"{number:03d}{EXTENSIONS[kind]}"
        try:
            name_part(part, output)
        except FileExistsError:  # somebody else took this name meanwhile
            number = _first_free(out)
            continue
        return output


def _first_free(out: Path) -> int:
    """Give the number after the highest that a file in the folder has."""
    matches = (_NEUTRAL_NAME.fullmatch(path.name) for path in out.iterdir())
    return 1 + max((int(match[1]) for match in matches if match), default=0)
