"""DOOR: from a sealed original to what may be shown of it.

Every copy is written into the vault, read again from its own stored bytes by a
child that decodes nothing, and kept only if that second reading passes. What
fails leaves no copy and no half of one.
"""

import secrets
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import BinaryIO

from capture.detect import again, film_again, suggest
from capture.detect.again import SecondLook
from capture.detect.finding import FINDABLE, Finding
from capture.errors import BadPlan, Unsupported, Unverified, WeightsMissing
from capture.formats.base import Cleaning, Profile, another_may
from capture.isolate import MediaPool, following, rendering
from capture.progress import Passes, Tick, silent
from capture.redact import film, joining_films
from capture.redact import plan as redaction
from capture.redact.film import FilmPlan
from capture.redact.plan import RedactionPlan, Region, RegionKind, Style, Window
from capture.redact.rendered import Rendered
from capture.report import MetadataReport, Picture, as_json, needles_of
from storage.errors import DiskFull
from storage.evidence import TOOL
from storage.records import Derivative, Json, Original, Step
from storage.vault import Draft, Vault


def prepare(vault: Vault, pool: MediaPool, item: str, tick: Tick = silent) -> Derivative:
    """Examine an original, keep its report, and make its cleaned copy.

    The copy is faithful where the file allows it; a file that cannot be carried over bit by bit
    is encoded again, and its steps say so. ``tick`` counts bytes of the original.
    Raises CaptureError or StorageError; the report is kept even where the copy fails.
    """
    making = _Making(vault, pool, vault.original(item), tick)
    try:
        return making.cleaned(Profile.FAITHFUL)
    except (Unsupported, Unverified) as error:
        # Without what it says, it is the original that cannot be read.
        if not making.said or not another_may(error):
            raise
        return making.cleaned(Profile.ANONYMOUS)


def redacted_copy(
    vault: Vault,
    pool: MediaPool,
    item: str,
    plan: RedactionPlan,
    tick: Tick = silent,
    *,
    looked: bool = False,
) -> Derivative:
    """Make a covered copy of a photo by its plan. Raises CaptureError or StorageError.

    The detectors look once more at the copy's own bytes, and what they say is kept with it.
    ``looked`` says that a person has looked at what this plan makes: it answers for what they find.
    """
    making = _Making(vault, pool, vault.original(item), tick)
    making.examine()
    return making.redacted(plan, looked=looked)


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

    Raises CaptureError, Unsupported for what is not a photo.
    """
    wanted = () if faces is None else (RegionKind.FACE,)
    return plan_covering(vault, pool, item, wanted, faces or Style.FILL, drawn=drawn, tick=tick)


def plan_covering(
    vault: Vault,
    pool: MediaPool,
    item: str,
    wanted: Collection[RegionKind],
    style: Style,
    *,
    drawn: Sequence[Region] = (),
    onto: RedactionPlan | None = None,
    tick: Tick = silent,
) -> RedactionPlan:
    """Return a plan with the regions that were drawn, and with all that is found of some kinds.

    ``onto`` is a plan for the same photo: what it covers stays covered, and what it decides stays
    decided. Looks thoroughly, which takes seconds for a large photo. Raises CaptureError,
    Unsupported for what is not a photo.
    """
    with vault.open_blob(vault.original(item).id) as source:
        (width, height), found = pool.find(source, wanted, tick, thorough=True)
    plan = onto or RedactionPlan(width, height, secrets.token_hex(16), ())
    if (plan.width, plan.height) != (width, height):
        raise BadPlan("the plan is for a picture of another size")
    drawn_too = replace(plan, regions=(*plan.regions, *drawn))
    return again.extended(drawn_too, suggest.regions(found, style))


def latest_plan(vault: Vault, item: str) -> RedactionPlan | None:
    """Return the plan of the covered copy that would leave; None where nothing is covered."""
    copies = vault.derivatives(item)
    for step in copies[-1].steps if copies else ():
        if step.name == "redact" and not film.is_film(step.facts):
            return redaction.from_json(step.facts)
    return None


def latest_film_plan(vault: Vault, item: str) -> FilmPlan | None:
    """Return the same for a video."""
    copies = vault.derivatives(item)
    for step in copies[-1].steps if copies else ():
        if step.name == "redact" and film.is_film(step.facts):
            return film.from_json(step.facts)
    return None


def plan_film(
    vault: Vault,
    pool: MediaPool,
    item: str,
    wanted: Collection[RegionKind] = (),
    style: Style = Style.FILL,
    *,
    onto: FilmPlan | None = None,
    tick: Tick = silent,
) -> FilmPlan:
    """Return a plan for a video that covers what is found of some kinds, from end to end.

    ``onto`` is a plan for the same video: what it decides stays decided. With nothing wanted, it
    covers nothing yet; a recording without a picture has a plan of its sound alone. ``tick``
    counts as ``following.follow`` does. Raises CaptureError.
    """
    with vault.open_blob(vault.original(item).id) as source:
        if wanted:
            found = following.follow(pool, source, wanted, tick)
        else:
            found = rendering.measured(pool, source)
    styled = tuple(replace(track, style=style) for track in found.tracks)
    found = replace(found, tracks=styled)
    return found if onto is None else joining_films.extended(onto, found)


def filmed_copy(
    vault: Vault,
    pool: MediaPool,
    item: str,
    plan: FilmPlan,
    tick: Tick = silent,
    *,
    looked: bool = False,
    rounds: int = 0,
) -> Derivative:
    """Make a covered copy of a video by its plan. Raises CaptureError or StorageError.

    The detectors look once more at the copy's own bytes, and what they say is kept with it.
    ``looked`` says that a person has looked at what this plan makes: it answers for all alarms.
    What they find of kinds that the plan covers because they were found is covered as well, and
    the copy made anew, up to so many ``rounds``: the plan kept with the copy has them, too.
    ``tick`` counts microseconds of the video, over all passes together.
    """
    passes = Passes(tick, plan.length, rounds=rounds)
    making = _Making(vault, pool, vault.original(item), passes.alive)
    making.examine()
    while passes.rounds:
        try:
            return making.filmed(plan, passes, looked=looked, last=False)
        except _More as more:
            plan = more.plan
            passes.next_round()
    return making.filmed(plan, passes, looked=looked, last=True)


class _More(Exception):
    """There is more to be covered than a plan said: with ``plan`` the copy is made anew."""

    def __init__(self, plan: FilmPlan) -> None:
        super().__init__()
        self.plan = plan


def second_look(vault: Vault, pool: MediaPool, copy: str, tick: Tick = silent) -> list[Finding]:
    """Return what a second look still found in a covered copy, surest first.

    It was made with the copy and kept beside it; for a copy without, it is made now.
    """
    steps = {step.name: step.facts for step in vault.derivative(copy).steps}
    kept = steps.get("redact", {}).get("again")
    if kept is not None:
        return list(again.from_json(kept).open)
    with vault.open_blob(copy) as source:
        _, found = pool.find_faces(source, tick, thorough=True)
    return found


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


FILM_ROUNDS = 2
"""How often a video's copy is made anew, at most, because a second look found something in it."""
Write = Callable[[BinaryIO, Draft], Cleaning]
Look = Callable[[BinaryIO], Json]


@dataclass(frozen=True, slots=True)
class _Making:
    """One original, what it says once that is known, and the way from it to a copy that is kept."""

    vault: Vault
    pool: MediaPool
    original: Original
    tick: Tick
    said: list[MetadataReport] = field(default_factory=list)

    def hear(self, report: MetadataReport) -> None:
        """Keep what the original says; it stays, whatever becomes of the copy."""
        self.vault.keep_report(self.original.id, as_json(report))
        self.said.append(report)

    def examine(self) -> None:
        with self.vault.open_blob(self.original.id) as source:
            self.hear(self.pool.inspect(source, self.tick))

    def cleaned(self, profile: Profile) -> Derivative:
        """Make a copy; where the original was not examined yet, both with one reading of it."""
        writing, verifying = profile.stages(self.tick, self.original.size)
        write: Write = partial(self.pool.clean, profile=profile, tick=writing)
        if not self.said:
            both = self.pool.inspect_and_clean
            write = partial(both, profile=profile, told=self.hear, tick=writing)
        return self._kept(write, "clean", {"profile": profile.value}, verifying=verifying)

    def redacted(self, plan: RedactionPlan, *, looked: bool) -> Derivative:
        def write(source: BinaryIO, draft: Draft) -> Cleaning:
            return self.pool.redact(source, plan, draft, self.tick)

        def look(output: BinaryIO) -> Json:
            said = self._looked_again(plan, output)
            return {"again": again.as_json(replace(said, looked=looked))}

        return self._kept(write, "redact", redaction.as_json(plan), look)

    def filmed(self, plan: FilmPlan, passes: Passes, *, looked: bool, last: bool) -> Derivative:
        """Render into a first draft, and make the copy that is kept of what stands there.

        Raises _More where a second look finds something to cover, unless this is the ``last`` time.
        """
        said: list[Rendered] = []

        def write(source: BinaryIO, draft: Draft) -> Cleaning:
            first = self.vault.draft(self.original.size)
            try:
                said.append(rendering.render(self.pool, source, plan, first, passes.of(0, 70)))
                with first.reread() as fragments:
                    faithful, part = Profile.FAITHFUL, passes.of(70, 74)
                    cleaning = self.pool.clean(fragments, draft, faithful, part)
            finally:
                first.discard()
            return _filmed(cleaning, said[0], "covered" if plan.has_picture else "voices-changed")

        def look(output: BinaryIO) -> Json:
            found = self._film_looked_again(plan, output, passes.of(76, 95))
            if found is not None and not last:
                self._cover_more(plan, found, passes.of(95, 100))
            lost = film_again.of_lost(said[0].lost)
            alarms = film_again.unanswered(plan, (*lost, *(found.alarms if found else ())))
            able = found is not None
            kept = film_again.as_json(alarms, plan, looked=looked, able=able)
            return {"again": kept, "broken": said[0].broken}

        return self._kept(write, "redact", film.as_json(plan), look, passes.of(74, 76))

    def _film_looked_again(self, plan: FilmPlan, output: BinaryIO, tick: Tick) -> FilmPlan | None:
        """Look at a rendered video. None without the detectors: then a person has to."""
        if not plan.has_picture:
            return plan  # in a recording of sound alone there is nothing to be seen
        try:
            return following.look_again(self.pool, output, plan, tick)
        except WeightsMissing:
            return None

    def _cover_more(self, plan: FilmPlan, again_found: FilmPlan, tick: Tick) -> None:
        """Raise _More with a plan that covers what was found again, if it may and can be."""
        left = film_again.to_cover(plan, again_found)
        if not left:
            return
        with self.vault.open_blob(self.original.id) as source:
            more = replace(again_found, tracks=left)
            found = following.follow_found(self.pool, source, more, tick)
        styled = replace(found, tracks=film_again.in_style_of(plan, found.tracks))
        try:
            joined = joining_films.with_more(plan, styled)
        except BadPlan:
            return  # there is no room for it: what was found stays an alarm
        if styled.tracks:
            raise _More(joined)

    def _looked_again(self, plan: RedactionPlan, output: BinaryIO) -> SecondLook:
        """Look at a rendered copy. Without the detectors, a person has to."""
        wanted = again.wanted(plan, FINDABLE)
        try:
            _, found = self.pool.find(output, wanted, self._still_at_the_end, thorough=True)
        except WeightsMissing:
            return SecondLook(able=False)
        return SecondLook(again.unanswered(plan, found))

    def _kept(
        self,
        write: Write,
        name: str,
        facts: Json,
        look: Look | None = None,
        verifying: Tick | None = None,
    ) -> Derivative:
        draft = self._draft()
        kept = False
        try:
            with self.vault.open_blob(self.original.id) as source:
                cleaning = write(source, draft)
            with draft.reread() as output:
                needles = needles_of(self.said[0])
                self.pool.verify(
                    cleaning.kind, output, needles, verifying or self._still_at_the_end
                )
                said = look(output) if look else {}
            derivative = self.vault.keep_derivative(
                draft,
                self.original.id,
                cleaning.kind.value,
                cleaning.lossless,
                _steps(cleaning, name, {**facts, **said}),
            )
            kept = True
        finally:
            if not kept:
                draft.discard()
        return derivative

    def _draft(self) -> Draft:
        try:
            return self.vault.draft(self.original.size)
        except DiskFull:  # what the original says is small: there may be room for that
            if not self.said:
                self.examine()
            raise

    def _still_at_the_end(self, _done: int, _total: int) -> None:
        """Tick while the second reading runs, so that it can be cancelled."""
        self.tick(self.original.size, self.original.size)


def _steps(cleaning: Cleaning, name: str, facts: Json) -> tuple[Step, ...]:
    first = Step(name, {**facts, "leaves": cleaning.leaves, "program": TOOL})
    return (first, *(Step(step, {}) for step in cleaning.steps))


def _filmed(cleaning: Cleaning, done: Rendered, what: str) -> Cleaning:
    """Say what was done to a video, all in all: it was encoded again, whatever came after."""
    return replace(
        cleaning,
        lossless=False,
        steps=(what, "encoded-again", *done.steps, *cleaning.steps),
        leaves=tuple(code for code in cleaning.leaves if code != "codec-settings"),
    )
