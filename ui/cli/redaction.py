"""``redact``: cover faces, plates, text and boxes in photos and videos, as copies in the vault."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from capture import derive
from capture.choosing import second_look
from capture.detect.finding import SURE
from capture.errors import BadPlan, CaptureError, NotCleaned
from capture.isolate import MediaPool
from capture.kinds import MediaKind
from capture.progress import Tick
from capture.redact.checked import MAX_SIDE
from capture.redact.plan import RedactionPlan, Region, RegionKind, Style
from storage.errors import StorageError
from storage.records import Derivative
from storage.vault import Vault
from ui import words
from ui.cli import exits, filming, items, opening, plans, terminal
from ui.cli.bundles import check_out
from ui.cli.groups import Commands, command, with_json

_NUMBERS = 4
_SHORT_ID = 8
_REVIEWED = 20
"""Places that are listed for people, the most doubtful ones; the JSON has all of them."""
_KINDS = {
    "faces": (RegionKind.FACE, "every face that is found"),
    "plates": (RegionKind.PLATE, "number plates: text on vehicles, and of a plate's shape"),
    "text": (RegionKind.TEXT, "signs, badges, dates: all text that is found"),
    "people": (RegionKind.PERSON, "whole people"),
    "vehicles": (RegionKind.VEHICLE, "whole vehicles"),
    "screens": (RegionKind.SCREEN, "screens and telephones"),
}


def add(commands: Commands) -> None:
    """Add the command of this group."""
    redact = command(commands, "redact", _redact, "cover faces and more in photos and videos")
    opening.with_vault(redact)
    redact.add_argument("items", metavar="ITEM", nargs="*", help="ids, or how they begin")
    redact.add_argument("--all", action="store_true", help="every photo in the vault")
    for name, (_, covers) in _KINDS.items():
        redact.add_argument(f"--{name}", action="store_true", help=f"cover {covers}")
    redact.add_argument(
        "--box",
        dest="boxes",
        metavar="X,Y,W,H[@RANGE]",
        action="append",
        default=[],
        type=_box,
        help="cover a box, in pixels of the upright picture, in a video for a range of time; for "
        "one item",
    )
    redact.add_argument("--style", choices=("fill", "solid"), default="fill")
    redact.add_argument(
        "--anew", action="store_true", help="forget what the latest copy covers, and begin again"
    )
    redact.add_argument(
        "--looked",
        action="store_true",
        help="say that you have looked at the covered copy, so that it may leave as it is",
    )
    redact.add_argument(
        "--plan",
        metavar="FILE",
        type=Path,
        help="cover exactly what this plan says: ellipses, brush masks, labels, who stays visible, "
        "crop and turn, too (docs/formats/redaction.md; film.md for videos); for one item",
    )
    redact.add_argument(
        "--write-plan",
        metavar="FILE",
        type=Path,
        help="write the plan of the covered copy into a new file; it tells who is in the photo",
    )
    filming.add(redact)
    with_json(redact)


def _box(text: str) -> filming.Box:
    place, at, within = text.partition("@")
    try:
        left, top, width, height = (int(part) for part in place.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError("write X,Y,W,H in whole pixels") from None
    if width < 1 or height < 1:
        raise argparse.ArgumentTypeError("a box is at least one pixel wide and high")
    if max(abs(left), abs(top), width, height) > MAX_SIDE:
        raise argparse.ArgumentTypeError("no picture is that large")
    return filming.Box(left, top, width, height, filming.span(within) if at else None)


@dataclass(frozen=True, slots=True)
class Covered:
    """What became of one item: its plan and copy, or why there is none."""

    item: str
    plan: RedactionPlan | None = None
    copy: Derivative | None = None
    error: CaptureError | StorageError | None = None
    filmed: filming.Filmed | None = None

    @property
    def again(self) -> int:
        """How many places a second look at the copy still finds, and nobody has answered for."""
        return len(second_look(self.copy).open) if self.copy else 0


def _redact(options: argparse.Namespace) -> int:
    if complaint := _misused(options):
        print(complaint, file=sys.stderr)
        return exits.USAGE
    if options.write_plan:
        check_out(options.write_plan)
    with opening.opened(options) as vault, MediaPool() as pool:
        chosen = _chosen(vault, options)
        ended = []
        for number, item in enumerate(chosen, start=1):
            label = "Covering" if len(chosen) == 1 else f"Covering {number} of {len(chosen)}"
            what = filming.named(vault, item)
            with terminal.Progress(label, unit=partial(_unit, what)) as progress:
                ended.append(_one(vault, pool, item, options, progress))
                if not options.json:
                    progress.say("\n".join(_told(vault, ended[-1])))
    if len(chosen) == 1 and ended[0].error:
        raise ended[0].error
    plan = ended[0].filmed.plan if ended and ended[0].filmed else ended[0].plan if ended else None
    if options.write_plan and plan:
        plans.write(plan, options.write_plan)
    if options.json:
        terminal.print_json(_document(ended))
    elif len(ended) > 1:
        print("\n".join(_review_lines(ended)))
    return exits.REFUSED if any(one.error for one in ended) else exits.DONE


def _unit(what: str, _total: int) -> str:
    return what


def _wanted(options: argparse.Namespace) -> list[RegionKind]:
    return [kind for name, (kind, _) in _KINDS.items() if getattr(options, name)]


def _misused(options: argparse.Namespace) -> str:
    """Say what is wrong with the arguments, if anything is."""
    files = options.plan or options.write_plan
    more = bool(_wanted(options) or options.boxes or options.anew or filming.asked(options))
    wrong = (
        (
            options.all == bool(options.items),
            "Name items, or say --all for every photo in the vault.",
        ),
        (
            options.all and filming.asked(options),
            "--all is every photo: name the videos whose time or sound is to be changed.",
        ),
        (
            (options.boxes or files) and len(options.items) != 1,
            "A box or a plan is for one item: name it alone.",
        ),
        (
            options.plan and (more or options.looked),
            "A plan says everything by itself: give --plan without anything else to cover.",
        ),
        (
            options.looked and more,
            "Look first: --looked is said by itself, of copies that are there.",
        ),
        (
            not (options.looked or more or files),
            "Say what to cover: --faces, --plates, --text, --box X,Y,W,H, --plan …; or --looked.",
        ),
    )
    return next((complaint for holds, complaint in wrong if holds), "")


def _chosen(vault: Vault, options: argparse.Namespace) -> list[str]:
    if not options.all:
        return list(dict.fromkeys(vault.resolve(item) for item in options.items))
    photos = []
    for original in vault.originals():
        kind = MediaKind(original.kind) if original.kind in _KNOWN else None
        if kind is None or kind.is_video or kind.is_sound:
            continue
        if not options.looked or derive.latest_plan(vault, original.id) is not None:
            photos.append(original.id)
    return photos


_KNOWN = {kind.value for kind in MediaKind}


def _one(
    vault: Vault, pool: MediaPool, item: str, options: argparse.Namespace, tick: Tick
) -> Covered:
    """Cover one item; what goes wrong with it is its own, and the others go on."""
    try:
        if filming.is_video(vault, item):
            done = filming.one(vault, pool, item, options, _wanted(options), tick)
            return Covered(item, filmed=done, copy=done.copy)
        if filming.asked(options):
            raise BadPlan("a photo has no time and no sound")
        if options.looked:
            return _looked(vault, pool, item, tick)
        if options.plan:
            plan = plans.read(options.plan)
            return Covered(item, plan, derive.redacted_copy(vault, pool, item, plan, tick))
        if not (_wanted(options) or options.boxes):
            return Covered(item, _kept_plan(vault, item))
        style = Style(options.style)
        drawn = [
            Region(box.left, box.top, box.width, box.height, style=style) for box in options.boxes
        ]
        before = None if options.anew else derive.latest_plan(vault, item)
        plan = derive.plan_covering(
            vault, pool, item, _wanted(options), style, drawn=drawn, onto=before, tick=tick
        )
        made, _ = cover(vault, pool, item, plan, tick)
    except (CaptureError, StorageError) as error:
        return Covered(item, error=error)
    return Covered(item, plan, made)


def _kept_plan(vault: Vault, item: str) -> RedactionPlan:
    plan = derive.latest_plan(vault, item)
    if plan is None:
        raise NotCleaned(reason="not-covered", item=item[:_SHORT_ID])
    return plan


def _looked(vault: Vault, pool: MediaPool, item: str, tick: Tick) -> Covered:
    """Make the covered copy once more, by the same plan, with the word of a person."""
    plan = _kept_plan(vault, item)
    return Covered(item, plan, derive.redacted_copy(vault, pool, item, plan, tick, looked=True))


def cover(
    vault: Vault, pool: MediaPool, item: str, plan: RedactionPlan, tick: Tick
) -> tuple[Derivative | None, int]:
    """Make the covered copy and count what a second look at it still finds.

    A plan that covers nothing makes no copy.
    """
    if not plan.regions:
        return None, 0
    made = derive.redacted_copy(vault, pool, item, plan, tick)
    return made, len(second_look(made).open)


def _counts(plan: RedactionPlan) -> dict[str, Any]:
    kinds = [region.kind for region in plan.regions]
    maybe = sum(region.confidence < SURE * 1000 for region in plan.regions)
    return {
        "covered": len(kinds),
        "faces": kinds.count(RegionKind.FACE),
        "kinds": {kind.value: kinds.count(kind) for kind in dict.fromkeys(kinds)},
        "maybe": maybe,
    }


def _document(ended: Sequence[Covered]) -> dict[str, Any]:
    """Return the answer; what one item has alone stands at the top as well, as it always did."""
    rows = [_row(one) for one in ended]
    first = rows[0] if len(rows) == 1 else {}
    errors = [
        {"item": one.item, **(terminal.error_json(one.error) or {})} for one in ended if one.error
    ]
    return {**first, "items": rows, "review": list(_review(ended)), "errors": errors}


def _row(one: Covered) -> dict[str, Any]:
    empty = RedactionPlan(1, 1, "", ())
    look = second_look(one.copy) if one.copy else None
    return {
        "item": one.item,
        "derivative": items.copy_json(one.copy) if one.copy else None,
        **(filming.counts(one.filmed.plan) if one.filmed else _counts(one.plan or empty)),
        "found_again": one.again,
        "to_look_at": bool(look and look.holds_up),
        "error": terminal.error_json(one.error),
        **({"video": filming.row(one.filmed)} if one.filmed else {}),
    }


def _review(ended: Sequence[Covered]) -> Iterator[dict[str, Any]]:
    """Give what was covered because it was found, the most doubtful first."""
    found = [
        (region, one.item)
        for one in ended
        for region in (one.plan.regions if one.plan else ())
        if region.found_by != "person"
    ]
    for region, item in sorted(found, key=lambda pair: pair[0].confidence):
        yield {
            "item": item,
            "kind": region.kind.value,
            "confidence": region.confidence,
            "box": [region.left, region.top, region.width, region.height],
            "found_by": region.found_by,
        }


def _review_lines(ended: Sequence[Covered]) -> Iterator[str]:
    doubtful = [row for row in _review(ended) if row["confidence"] < SURE * 1000]
    if not doubtful:
        return
    yield f"Covered, but only maybe what it seems: {len(doubtful)} places, the least sure first."
    for row in doubtful[:_REVIEWED]:
        box = ",".join(str(side) for side in row["box"])
        yield f"    {row['item'][:_SHORT_ID]}  {row['kind']}  {row['confidence'] / 10:.0f}%  {box}"
    if len(doubtful) > _REVIEWED:
        yield f"    … and {len(doubtful) - _REVIEWED} more; --json lists all of them."


def _told(vault: Vault, one: Covered) -> Iterator[str]:
    yield f"{one.item[:_SHORT_ID]}  {words.shown(vault.original(one.item).provenance.name)}"
    if one.error:
        yield from terminal.trouble(one.error)
    elif one.filmed and not one.copy and filming.counts(one.filmed.plan)["covered"]:
        yield _SAME_PLAN
    elif one.filmed:
        yield from filming.lines(one.filmed)
    elif one.plan and not one.copy and one.plan.regions:
        yield _SAME_PLAN
    elif one.plan:
        yield from lines(one.plan, one.again)
    if one.copy and second_look(one.copy).looked:
        yield "    You say that you have looked at it: it may leave as it is."


def lines(plan: RedactionPlan, again: int) -> list[str]:
    """Say what was covered, and what a second look at the copy found."""
    counts = _counts(plan)
    if not counts["covered"]:
        return [
            "    No face was found, nor anything else that was looked for: nothing was covered.",
            *_NOT_NONE,
        ]
    kinds = ", ".join(f"{count} {kind}" for kind, count in counts["kinds"].items())
    covered = f"Places covered: {counts['covered']} ({kinds})."
    said = [f"    {covered} What was there is not in the copy."]
    if counts["maybe"]:
        said.append(f"    Only maybe what they seem: {counts['maybe']} of them.")
    if not counts["faces"]:
        said += ["    No face was covered.", *_NOT_NONE]
    if again:
        said.append(
            f"    A second look still finds something, at {again} places. Look at the copy,"
        )
        said.append("    and cover more, or say --looked. Until then it does not leave.")
    else:
        said.append("    A second look found nothing more. Look yourself before you share it.")
    return said


_SAME_PLAN = "    Nothing new was covered; this is the plan of the copy that is there."
_NOT_NONE = (
    "    That does not mean that there is none: faces that are turned away, blurred, half hidden",
    "    or very small are missed. Look yourself.",
)
