"""The command ``licences``: what Firsthand is made of, and the terms of each part."""

import argparse

from ui.cli import exits, terminal
from ui.cli.groups import Commands, command, with_json
from ui.words import licences
from ui.words.licences import Part


def add(commands: Commands) -> None:
    """Add the command."""
    parser = command(
        commands, "licences", _say, "what Firsthand is made of, and the terms of each part"
    )
    parser.add_argument("part", metavar="PART", nargs="?", help="show its terms in full")
    with_json(parser)


def _say(options: argparse.Namespace) -> int:
    chosen = licences.parts() if options.part is None else _named(options.part)
    if options.json:
        terminal.print_json({"parts": [_json(part) for part in chosen]})
    elif options.part is None:
        for part in chosen:
            print(f"{part.name}  {part.version}".rstrip() + f"\n    {part.licence}, {part.home}")
    else:
        for part in chosen:
            print("\n\n".join((f"{part.name}: {part.licence}, {part.home}", *part.texts)))
    return exits.DONE


def _named(name: str) -> tuple[Part, ...]:
    chosen = licences.named(name)
    if not chosen:
        raise exits.UsageError("There is no such part; without a name all of them are listed.")
    return chosen


def _json(part: Part) -> dict[str, object]:
    return {
        "name": part.name,
        "version": part.version,
        "licence": part.licence,
        "home": part.home,
        "carried_by": list(part.carried_by),
    }
