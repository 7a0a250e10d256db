"""DOOR: from a sealed original to what may be shown of it.

Every copy is written into the vault, read again from its own stored bytes by a
child that decodes nothing, and kept only if that second reading passes. What
fails leaves no copy and no half of one.
"""

from capture.errors import Unsupported
from capture.formats.base import Cleaning, Profile
from capture.isolate import MediaPool
from capture.progress import Tick, silent
from capture.report import MetadataReport, Picture, as_json, needles_of
from storage.records import Derivative, Original, Step
from storage.vault import Vault


def prepare(vault: Vault, pool: MediaPool, item: str, tick: Tick = silent) -> Derivative:
    """Examine an original, keep its report, and make its cleaned copy.

    The copy is faithful where the file allows it; a file that cannot be carried over bit by bit
    is encoded again, and its steps say so. ``tick`` counts bytes of the original.
    Raises CaptureError or StorageError; the report is kept even where the copy fails.
    """
    original = vault.original(item)
    report = examine(vault, pool, original)
    try:
        return _copy(vault, pool, original, report, profile=Profile.FAITHFUL, tick=tick)
    except Unsupported:
        return _copy(vault, pool, original, report, profile=Profile.ANONYMOUS, tick=tick)


def examine(vault: Vault, pool: MediaPool, original: Original) -> MetadataReport:
    """Read what the original says and keep that in the vault."""
    with vault.open_blob(original.id) as source:
        report = pool.inspect(source)
    vault.keep_report(original.id, as_json(report))
    return report


def cleaned_copy(
    vault: Vault, pool: MediaPool, item: str, profile: Profile, tick: Tick = silent
) -> Derivative:
    """Make a cleaned copy in one profile and no other. Raises CaptureError or StorageError."""
    original = vault.original(item)
    report = examine(vault, pool, original)
    return _copy(vault, pool, original, report, profile=profile, tick=tick)


def preview(vault: Vault, pool: MediaPool, blob: str, max_side: int) -> Picture:
    """Return a small picture of an original or a derivative, in memory alone."""
    with vault.open_blob(blob) as source:
        return pool.preview(source, max_side)


def _copy(
    vault: Vault,
    pool: MediaPool,
    original: Original,
    report: MetadataReport,
    *,
    profile: Profile,
    tick: Tick,
) -> Derivative:
    draft = vault.draft()
    kept = False
    try:
        with vault.open_blob(original.id) as source:
            cleaning = pool.clean(source, draft, profile, tick)
        with draft.reread() as output:
            pool.verify(cleaning.kind, output, needles_of(report), _whole(tick, original.size))
        derivative = vault.keep_derivative(
            draft, original.id, cleaning.kind.value, cleaning.lossless, _steps(cleaning, profile)
        )
        kept = True
    finally:
        if not kept:
            draft.discard()
    return derivative


def _whole(tick: Tick, size: int) -> Tick:
    """Keep the progress at its end while the second reading runs, so that it can be cancelled."""
    return lambda _done, _total: tick(size, size)


def _steps(cleaning: Cleaning, profile: Profile) -> tuple[Step, ...]:
    first = Step("clean", {"profile": profile.value, "leaves": cleaning.leaves})
    return (first, *(Step(name, {}) for name in cleaning.steps))
