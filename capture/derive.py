"""DOOR: from a sealed original to what may be shown of it.

Every copy is written into the vault, read again from its own stored bytes by a
child that decodes nothing, and kept only if that second reading passes. What
fails leaves no copy and no half of one.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from capture.detect import suggest
from capture.detect.finding import Finding
from capture.errors import Unsupported
from capture.formats.base import Cleaning, Profile
from capture.isolate import MediaPool
from capture.progress import Tick, silent
from capture.redact import plan as redaction
from capture.redact.plan import RedactionPlan, Region, Style, Window
from capture.report import MetadataReport, Picture, as_json, needles_of
from storage.evidence import TOOL
from storage.records import Derivative, Json, Original, Step
from storage.vault import Draft, Vault


def prepare(vault: Vault, pool: MediaPool, item: str, tick: Tick = silent) -> Derivative:
    """Examine an original, keep its report, and make its cleaned copy.

    The copy is faithful where the file allows it; a file that cannot be carried over bit by bit
    is encoded again, and its steps say so. ``tick`` counts bytes of the original.
    Raises CaptureError or StorageError; the report is kept even where the copy fails.
    """
    making = _begin(vault, pool, item, tick)
    try:
        return making.cleaned(Profile.FAITHFUL)
    except Unsupported:
        return making.cleaned(Profile.ANONYMOUS)


def cleaned_copy(
    vault: Vault, pool: MediaPool, item: str, profile: Profile, tick: Tick = silent
) -> Derivative:
    """Make a cleaned copy in one profile and no other. Raises CaptureError or StorageError."""
    return _begin(vault, pool, item, tick).cleaned(profile)


def redacted_copy(
    vault: Vault, pool: MediaPool, item: str, plan: RedactionPlan, tick: Tick = silent
) -> Derivative:
    """Make a covered copy of a photo by its plan. Raises CaptureError or StorageError."""
    return _begin(vault, pool, item, tick).redacted(plan)


def plan_for(
    vault: Vault,
    pool: MediaPool,
    item: str,
    drawn: Sequence[Region] = (),
    *,
    faces: Style | None = None,
    tick: Tick = silent,
) -> RedactionPlan:
    """Return a plan with the regions that were drawn, and with every face found in ``faces`` style.

    Looks thoroughly, which takes seconds for a large photo. Raises CaptureError, Unsupported for
    what is not a photo.
    """
    with vault.open_blob(vault.original(item).id) as source:
        (width, height), found = pool.find_faces(source, tick, thorough=faces is not None)
    suggested = suggest.regions(found, faces) if faces is not None else ()
    return RedactionPlan(width, height, secrets.token_hex(16), (*drawn, *suggested))


def second_look(vault: Vault, pool: MediaPool, copy: str, tick: Tick = silent) -> list[Finding]:
    """Return the faces that are still found in a covered copy, read from its own bytes."""
    with vault.open_blob(copy) as source:
        _, found = pool.find_faces(source, tick, thorough=True)
    return [finding for finding in found if finding.confidence >= suggest.SURE]


def preview(vault: Vault, pool: MediaPool, blob: str, max_side: int) -> Picture:
    """Return a small picture of an original or a derivative, in memory alone."""
    with vault.open_blob(blob) as source:
        return pool.preview(source, max_side)


def view(
    vault: Vault,
    pool: MediaPool,
    blob: str,
    max_side: int,
    *,
    window: Window | None = None,
    plan: RedactionPlan | None = None,
    tick: Tick = silent,
) -> tuple[tuple[int, int], Picture]:
    """Return a photo's upright width and height, and a window of it, covered by a plan if any.

    Nothing is kept: it is what an editor shows. Raises CaptureError or StorageError.
    """
    with vault.open_blob(blob) as source:
        return pool.view(source, max_side, window, plan, tick)


def _begin(vault: Vault, pool: MediaPool, item: str, tick: Tick) -> "_Making":
    """Read what the original says, and keep that in the vault."""
    original = vault.original(item)
    with vault.open_blob(original.id) as source:
        report = pool.inspect(source, tick)
    vault.keep_report(original.id, as_json(report))
    return _Making(vault, pool, original, report, tick)


Write = Callable[[BinaryIO, Draft], Cleaning]


@dataclass(frozen=True, slots=True)
class _Making:
    """One original, what it says, and the way from it to a copy that is kept."""

    vault: Vault
    pool: MediaPool
    original: Original
    report: MetadataReport
    tick: Tick

    def cleaned(self, profile: Profile) -> Derivative:
        write = partial(self.pool.clean, profile=profile, tick=self.tick)
        return self._kept(write, "clean", {"profile": profile.value})

    def redacted(self, plan: RedactionPlan) -> Derivative:
        def write(source: BinaryIO, draft: Draft) -> Cleaning:
            return self.pool.redact(source, plan, draft, self.tick)

        return self._kept(write, "redact", redaction.as_json(plan))

    def _kept(self, write: Write, name: str, facts: Json) -> Derivative:
        draft = self.vault.draft(self.original.size)
        kept = False
        try:
            with self.vault.open_blob(self.original.id) as source:
                cleaning = write(source, draft)
            with draft.reread() as output:
                needles = needles_of(self.report)
                self.pool.verify(cleaning.kind, output, needles, self._still_at_the_end)
            derivative = self.vault.keep_derivative(
                draft,
                self.original.id,
                cleaning.kind.value,
                cleaning.lossless,
                _steps(cleaning, name, facts),
            )
            kept = True
        finally:
            if not kept:
                draft.discard()
        return derivative

    def _still_at_the_end(self, _done: int, _total: int) -> None:
        """Tick while the second reading runs, so that it can be cancelled."""
        self.tick(self.original.size, self.original.size)


def _steps(cleaning: Cleaning, name: str, facts: Json) -> tuple[Step, ...]:
    first = Step(name, {**facts, "leaves": cleaning.leaves, "program": TOOL})
    return (first, *(Step(step, {}) for step in cleaning.steps))
