"""``redact``: cover faces and drawn boxes in a photo, as a copy in the vault."""

import argparse
import sys
from pathlib import Path

from capture import derive
from capture.detect.suggest import SURE
from capture.isolate import MediaPool
from capture.progress import Tick
from capture.redact.plan import RedactionPlan, Region, Style
from storage.records import Derivative
from storage.vault import Vault
from ui.cli import exits, items, life, passphrase, terminal
from ui.cli.groups import Commands, command, with_json

_NUMBERS = 4


def add(commands: Commands) -> None:
    """Add the command of this group."""
    redact = command(commands, "redact", _redact, "cover faces and boxes in a photo")
    redact.add_argument("vault", metavar="VAULT", type=Path)
    redact.add_argument("item", metavar="ITEM", help="an id, or how it begins")
    redact.add_argument("--faces", action="store_true", help="cover every face that is found")
    redact.add_argument(
        "--box",
        dest="boxes",
        metavar="X,Y,W,H",
        action="append",
        default=[],
        type=_box,
        help="cover a box, in pixels of the upright picture",
    )
    redact.add_argument("--style", choices=("fill", "solid"), default="fill")
    passphrase.with_passphrase(redact)
    with_json(redact)


def _box(text: str) -> tuple[int, int, int, int]:
    try:
        left, top, width, height = (int(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError("write X,Y,W,H in whole pixels") from None
    if width < 1 or height < 1:
        raise argparse.ArgumentTypeError("a box is at least one pixel wide and high")
    return left, top, width, height


def _redact(options: argparse.Namespace) -> int:
    if not options.faces and not options.boxes:
        print("Say what to cover: --faces, or --box X,Y,W,H, or both.", file=sys.stderr)
        return exits.USAGE
    style = Style(options.style)
    drawn = tuple(
        Region(left, top, width, height, style=style) for left, top, width, height in options.boxes
    )
    with life.opened(options) as vault, MediaPool() as pool:
        item = vault.resolve(options.item)
        with terminal.Progress("Looking") as progress:
            plan = derive.plan_for(
                vault, pool, item, drawn, faces=style if options.faces else None, tick=progress
            )
        with terminal.Progress("Covering") as progress:
            made, again = cover(vault, pool, item, plan, progress)
        if options.json:
            shown = {"item": item, "derivative": items.copy_json(made) if made else None}
            terminal.print_json({**shown, **_counts(plan), "found_again": again})
        else:
            print("\n".join(lines(plan, again)))
    return exits.DONE


def cover(
    vault: Vault, pool: MediaPool, item: str, plan: RedactionPlan, tick: Tick
) -> tuple[Derivative | None, int]:
    """Make the covered copy and count the faces that a second look at it still finds.

    A plan that covers nothing makes no copy.
    """
    if not plan.regions:
        return None, 0
    made = derive.redacted_copy(vault, pool, item, plan, tick)
    return made, len(derive.second_look(vault, pool, made.id, tick))


def _counts(plan: RedactionPlan) -> dict[str, int]:
    faces = [region for region in plan.regions if region.kind == "face"]
    maybe = sum(region.confidence < SURE * 1000 for region in faces)
    return {"covered": len(plan.regions), "faces": len(faces), "maybe": maybe}


def lines(plan: RedactionPlan, again: int) -> list[str]:
    """Say what was covered, and what a second look at the copy found."""
    counts = _counts(plan)
    if not counts["covered"]:
        return [
            "    No face was found, so nothing was covered.",
            "    That does not mean that there is none: look yourself.",
        ]
    said = [f"    Places covered: {counts['covered']}. What was there is not in the copy."]
    if counts["faces"]:
        said.append(f"    Faces found: {counts['faces']}, {counts['maybe']} of them only maybe.")
    if again:
        said.append(f"    A second look still finds faces: {again}. Look before you share it.")
    else:
        said.append("    A second look found no face in the copy. Look yourself before you share.")
    return said
