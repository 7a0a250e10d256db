"""Items of several parts: how they are shown, ``group`` and ``ungroup``."""

import argparse
from collections.abc import Iterator, Mapping
from typing import Any

from capture.intake import Taken
from capture.sources.groups import SIDECAR, Role
from storage.records import Json, Original, Part
from storage.vault import Vault
from ui import words
from ui.cli import exits, opening, terminal
from ui.cli.groups import Commands, command, with_json

_SHORT_ID = 8


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    group = command(commands, "group", _group, "keep originals as parts of one item")
    opening.with_vault(group)
    with_json(group)
    group.add_argument("item", metavar="ITEM", help="the one that leads")
    group.add_argument("parts", metavar="PART", nargs="+", help="what belongs to it")
    group.add_argument(
        "--as",
        dest="role",
        choices=[role.value for role in Role if role is not Role.SIDECAR],
        default=Role.CLIP.value,
        help="what the parts are to it (default: clip)",
    )
    apart = command(commands, "ungroup", _ungroup, "make the parts of an item items of their own")
    opening.with_vault(apart)
    with_json(apart)
    apart.add_argument("item", metavar="ITEM", help="an id, or how it begins")


def as_json(parts: tuple[Part, ...]) -> list[dict[str, Any]]:
    """Return the parts of an item as plain values."""
    return [
        {
            "id": part.original.id,
            "role": part.role,
            "name": part.original.provenance.name,
            "kind": part.original.kind,
            "size": part.original.size,
            "sha256": part.original.sha256,
        }
        for part in parts
    ]


_INSIDE = frozenset(("motion-clip", "clip"))


def inside(report: Json | None) -> list[dict[str, Any]]:
    """Return the moving parts that an original holds in its own file: a motion photo's."""
    embedded = (report or {}).get("embedded")
    found = embedded if isinstance(embedded, list | tuple) else ()
    return [
        {"kind": str(one["kind"]), "size": one["size"]}
        for one in found
        if isinstance(one, Mapping) and one.get("kind") in _INSIDE
    ]


def lines_inside(inside: list[dict[str, Any]]) -> Iterator[str]:
    """Give the lines that tell of moving parts in an original's own file."""
    for one in inside:
        size = terminal.size_text(one["size"])
        yield f"          + {words.embedded_name(one['kind'])}, {size}, in the same file"


def lines(parts: list[dict[str, Any]]) -> Iterator[str]:
    """Give the lines that tell of an item's parts."""
    for part in parts:
        size = terminal.size_text(part["size"])
        name = words.shown(part["name"])
        yield f"          + {part['id'][:_SHORT_ID]}  {words.role(part['role'])}, {size}, {name}"


def together(vault: Vault, ended: tuple[Taken, ...]) -> Iterator[str]:
    """Give the lines that tell, after an import, which of its files are one item."""
    originals = {taken.original.id: taken.original for taken in ended if taken.original}
    leads = dict.fromkeys(vault.lead_of(item) for item in originals)
    for lead in map(vault.original, leads):
        parts = as_json(vault.parts(lead.id))
        if parts:
            yield f"{words.shown(lead.provenance.name)} is one item with its parts:"
            yield from lines(parts)


def _group(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        lead = vault.original(vault.resolve(options.item))
        vault.group(lead.id, {vault.resolve(part): options.role for part in options.parts})
        return _told(vault, lead, as_document=options.json)


def _ungroup(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        lead = vault.original(vault.lead_of(vault.resolve(options.item)))
        apart = [part for part in vault.parts(lead.id) if part.original.kind != SIDECAR]
        vault.take_apart(lead.id, tuple(part.original.id for part in apart))
        return _told(vault, lead, as_document=options.json)


def _told(vault: Vault, lead: Original, *, as_document: bool) -> int:
    parts = as_json(vault.parts(lead.id))
    if as_document:
        terminal.print_json({"item": lead.id, "parts": parts})
        return exits.DONE
    print(f"{lead.id[:_SHORT_ID]}  {words.shown(lead.provenance.name)}")
    print("\n".join(lines(parts)) if parts else "          It has no parts.")
    return exits.DONE
