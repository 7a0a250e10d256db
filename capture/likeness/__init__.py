"""How alike a signed copy and the original are that it is said to come of.

Both are decoded in the confined child; only small pictures and short stretches of sound come out
of it, and are compared here. Every figure and where it comes from: docs/formats/bundle.md.
"""

from typing import BinaryIO

from capture.isolate import MediaPool
from capture.likeness import films, pictures, recipe
from capture.likeness.compared import Compared
from capture.likeness.recipe import Recipe
from capture.progress import Tick, silent
from capture.redact.film import FilmPlan
from capture.redact.plan import RedactionPlan

__all__ = ["Compared", "Recipe", "compare"]

_SIDE = 1024
"""Longer side, in pixels, at which two photos are compared."""
_WHOLE = (0, 0, 1 << 20, 1 << 20)
"""A window that holds any picture: both are then decoded whole, and made smaller the same way."""


def compare(
    pool: MediaPool,
    copy: BinaryIO,
    original: BinaryIO,
    tick: Tick = silent,
    *,
    played: bool,
    done: Recipe | None = None,
) -> Compared | None:
    """Compare a photo, or what is ``played``; None where they cannot be laid over each other.

    That is so where they have another shape or length, or picture or sound in one of them alone.
    What the opening says was ``done`` is done to the original first: a photo is cropped, turned
    and covered, of a film the cuts are left out. Raises CaptureError where one of them cannot be
    decoded, and BadPlan where this was not done to such an original.
    """
    if done is not None:
        recipe.fits(done, played=played)
    if played:
        cut = done.cut if isinstance(done, FilmPlan) else ()
        return films.compare(pool, copy, original, tick, cut)
    plan = done if isinstance(done, RedactionPlan) else None
    bare = None if plan is None else recipe.bare(plan)
    _, ours = pool.view(copy, _SIDE, _WHOLE, None, tick)
    _, theirs = pool.view(original, _SIDE, _WHOLE, bare, tick)
    covered = None
    if plan is not None and plan.regions:
        _, covered = pool.view(original, _SIDE, _WHOLE, plan, tick)
    found = pictures.compare(theirs, ours, covered)
    return None if found is None else Compared(1, (ours.width, ours.height), found, None)
