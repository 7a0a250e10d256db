"""Commands on posting: ``post-copy`` saves what fits there, ``platforms`` says what does."""

import argparse
import errno
from pathlib import Path

from capture import posting
from capture.isolate import MediaPool
from capture.platforms import PLATFORMS, READ, Bounds, Platform, platform
from capture.posting import Posted, Wanted
from ui import words
from ui.cli import exits, opening, terminal
from ui.cli.groups import Commands, command, with_json


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    parser = command(
        commands, "post-copy", _save, "save the copies of items as a platform takes them"
    )
    opening.with_vault(parser)
    parser.add_argument("items", metavar="ITEM", nargs="+", help="an id, or how it begins")
    names = [one.name for one in PLATFORMS]
    parser.add_argument("--for", dest="platform", choices=names, required=True)
    parser.add_argument("-o", "--out", metavar="DIR", type=Path, required=True)
    with_json(parser)
    listing = command(
        commands, "platforms", _list, "what fits where people post, and what is kept there"
    )
    with_json(listing)


def _save(options: argparse.Namespace) -> int:
    wanted = Wanted(platform(options.platform), options.out)
    with opening.opened(options) as vault:
        if not options.out.is_dir():
            raise FileNotFoundError(errno.ENOENT, "no such folder")
        items = tuple(dict.fromkeys(vault.resolve(item) for item in options.items))
        with MediaPool() as pool, terminal.Progress("Saving") as progress:
            ended = posting.save(vault, pool, items, wanted, tick=progress)
    if options.json:
        rows = [_json(one) for one in ended]
        terminal.print_json({"platform": options.platform, "items": rows})
    else:
        _say(ended, wanted.platform)
    errors = [one.error for one in ended if one.error is not None]
    return max(map(exits.exit_code, errors)) if errors else exits.DONE


def _say(ended: tuple[Posted, ...], where: Platform) -> None:
    for one in ended:
        if one.error is not None:
            print(f"{one.item[:8]}  not saved")
            terminal.complain(one.error)
            continue
        how = "made again, to fit" if one.smaller else "the copy as it is in the vault"
        path = words.shown(str(one.path))
        print(f"{one.item[:8]}  {path}: {terminal.size_text(one.size)}, {how}")
    print(f"Nothing was sent. {words.platform_keeps(where)}")


def _json(one: Posted) -> dict[str, object]:
    return {
        "item": one.item,
        "path": None if one.path is None else str(one.path),
        "size": one.size,
        "again": one.smaller,
        "kind": None if one.made is None else one.made.kind.value,
        "steps": [] if one.made is None else list(one.made.steps),
        "leaves": list(one.leaves),
        "error": terminal.error_json(one.error),
    }


def _list(options: argparse.Namespace) -> int:
    if options.json:
        terminal.print_json({"platforms": [_platform_json(one) for one in PLATFORMS]})
        return exits.DONE
    for one in PLATFORMS:
        photo, video = words.limits(one)
        print(f"{one.name}: {one.label}")
        print(f"    photos: {photo or 'none'}    videos: {video}")
        print(f"    {words.platform_keeps(one)}")
        print(f"    {_read(one)}")
    return exits.DONE


def _read(one: Platform) -> str:
    if not one.source:
        return "No page with these figures was found: they are what is generally known."
    return f"As read in {READ}: {one.source}"


def _platform_json(one: Platform) -> dict[str, object]:
    return {
        "name": one.name,
        "label": one.label,
        "photo": None if one.photo is None else _bounds_json(one.photo),
        "video": _bounds_json(one.video),
        "keeps": words.platform_keeps(one),
        "source": one.source or None,
        "read": READ if one.source else None,
    }


def _bounds_json(bounds: Bounds) -> dict[str, object]:
    return {
        "kinds": [kind.value for kind in bounds.kinds],
        "bytes": bounds.size,
        "side": bounds.side,
        "seconds": bounds.seconds or None,
        "rate": bounds.rate or None,
    }
