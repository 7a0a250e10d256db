"""Commands on the items of a vault: ``list``, ``show``, ``note``, ``delete``, ``custody``."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from storage.errors import DamagedVault
from storage.evidence import EvidenceRecord
from storage.records import CustodyEntry, Derivative, Json, Original
from storage.vault import Vault
from ui import words
from ui.cli import exits, heads, opening, parts, terminal
from ui.cli.groups import Commands, command, with_json

_SHORT_ID = 8
_DELETE = "DELETE"


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    listing = command(commands, "list", _list, "list what the vault keeps")
    _with_vault(listing)
    show = command(commands, "show", _show, "show one item, its record and its custody")
    _with_vault(show)
    _with_item(show)
    note = command(commands, "note", _note, "fill in the evidence record of one item")
    _with_vault(note)
    _with_item(note)
    note.add_argument(
        "--set",
        dest="values",
        metavar="FIELD=VALUE",
        nargs="+",
        action="extend",
        required=True,
        type=_assignment,
        help="an empty VALUE takes the field's value away",
    )
    delete = command(commands, "delete", _delete, "take an item and its copies out of the vault")
    opening.with_vault(delete)
    _with_item(delete)
    delete.add_argument("--yes", action="store_true", help="do not ask to type a word first")
    custody = command(commands, "custody", _custody, "show the custody log and check its chain")
    _with_vault(custody)
    custody.add_argument("item", metavar="ITEM", nargs="?")
    heads.add_to(custody)


def _with_vault(parser: argparse.ArgumentParser) -> None:
    opening.with_vault(parser)
    with_json(parser)


def _with_item(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("item", metavar="ITEM", help="an id, or how it begins")


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError("write FIELD=VALUE")
    return name, value


def leaves_of(copy: Derivative) -> tuple[str, ...]:
    """Return the codes of what a copy honestly still shows."""
    found: list[str] = []
    for step in copy.steps:
        codes = step.facts.get("leaves")
        if isinstance(codes, list | tuple):
            found += [str(code) for code in codes]
    return tuple(found)


def item_json(vault: Vault, original: Original) -> dict[str, Any]:
    """Return an item with its parts, its copies and what it says, as plain values."""
    report = vault.report(original.id)
    return {
        "id": original.id,
        "name": original.provenance.name,
        "kind": original.kind,
        "size": original.size,
        "sha256": original.sha256,
        "sealed_at": original.sealed_at,
        "modified_at": original.provenance.modified_at,
        "acquired_from": original.provenance.source,
        "status": "sealed",
        "parts": parts.as_json(vault.parts(original.id)),
        "inside": parts.inside(report),
        "derivatives": [copy_json(copy) for copy in vault.derivatives(original.id)],
        "says": _says(report),
    }


def copy_json(copy: Derivative) -> dict[str, Any]:
    """Return a copy and what it honestly leaves, as plain values."""
    return {**asdict(copy), "leaves": list(leaves_of(copy))}


def _says(report: Json | None) -> dict[str, int] | None:
    """Count what the file says, by harm; None where it was not examined."""
    if report is None:
        return None
    counts: dict[str, int] = {}
    traces = report.get("traces")
    for trace in traces if isinstance(traces, list | tuple) else ():
        if isinstance(trace, dict):
            harm = str(trace.get("harm"))
            counts[harm] = counts.get(harm, 0) + 1
    return counts


def _list(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        items = [item_json(vault, original) for original in vault.leads()]
    if options.json:
        terminal.print_json({"items": items, "errors": []})
        return exits.DONE
    if not items:
        print("The vault is empty.")
    for item in items:
        print("\n".join(_list_lines(item)))
    return exits.DONE


def _list_lines(item: dict[str, Any]) -> Iterator[str]:
    size = terminal.size_text(item["size"])
    yield f"{item['id'][:_SHORT_ID]}  {item['kind']:5} {size:>9}  {words.shown(item['name'])}"
    says = _says_text(item["says"])
    copies = len(item["derivatives"])
    state = f"{copies} cleaned" if copies else "no cleaned copy"
    yield f"          {state}; {says}"
    yield from parts.lines(item["parts"])
    yield from parts.lines_inside(item["inside"])


def _says_text(counts: dict[str, int] | None) -> str:
    if counts is None:
        return "not examined"
    said = ", ".join(f"{count} {harm}" for harm, count in counts.items())
    return f"says: {said}" if said else "nothing was found in it"


def _show(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        original = vault.original(vault.resolve(options.item))
        report = vault.report(original.id)
        record = vault.record(original.id)
        custody = vault.custody(original.id)
        item = item_json(vault, original)
        vault.log("viewed", original.id, {})
    if options.json:
        terminal.print_json(
            {
                "item": item,
                "report": report,
                "record": _record_json(record),
                "custody": [asdict(entry) for entry in custody],
            }
        )
        return exits.DONE
    lines = [*_list_lines(item), *_copy_lines(item), *_record_lines(record)]
    print("\n".join([*lines, "Custody", *map(_custody_line, custody)]))
    return exits.DONE


def _copy_lines(item: dict[str, Any]) -> Iterator[str]:
    for copy in item["derivatives"]:
        exact = "bit by bit" if copy["lossless"] else "encoded again"
        yield f"Cleaned copy {copy['id'][:_SHORT_ID]}, {copy['kind']}, {exact}"
        for code in copy["leaves"]:
            yield f"    It still shows: {words.leaves(code)}"


def _record_json(record: EvidenceRecord) -> dict[str, dict[str, str]]:
    return {"automatic": dict(record.automatic), "witness": dict(record.witness)}


def _record_lines(record: EvidenceRecord) -> Iterator[str]:
    for title, values in (("Measured", record.automatic), ("Said by you", record.witness)):
        if values:
            yield title
        for name, value in values.items():
            yield f"    {name}: {words.shown(value)}"


def _note(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        record = vault.note(vault.resolve(options.item), dict(options.values))
    if options.json:
        terminal.print_json({"item": record.item, "record": _record_json(record)})
    else:
        print("\n".join(_record_lines(record)))
    return exits.DONE


def _delete(options: argparse.Namespace) -> int:
    if not options.yes:
        terminal.confirm(
            _DELETE,
            "This destroys the original, its copies and its record. It cannot be undone.",
            "Nothing was deleted.",
        )
    with opening.opened(options) as vault:
        item = vault.resolve(options.item)
        vault.delete(item)
    print(f"{item[:_SHORT_ID]} is deleted. The custody log says that it was there.")
    print("A flash disk can keep remnants, readable for who also has the passphrase.")
    return exits.DONE


def _custody(options: argparse.Namespace) -> int:
    about_heads = heads.asked(options)
    with opening.opened(options) as vault:
        if about_heads:
            return heads.run(options, vault)
        item = vault.resolve(options.item) if options.item else None
        entries = vault.custody(item)
        broken = _broken(vault)
    if options.json:
        terminal.print_json(
            {
                "holds": broken is None,
                "entries": [asdict(entry) for entry in entries],
                "error": terminal.error_json(broken),
            }
        )
    else:
        print("\n".join(map(_custody_line, entries)))
        if broken is None:
            print("The chain holds: no entry was changed, left out or put in.")
    if broken is not None:
        terminal.complain(broken)
        return exits.DAMAGED
    return exits.DONE


def _broken(vault: Vault) -> DamagedVault | None:
    try:
        vault.check_custody()
    except DamagedVault as error:
        return error
    return None


def _custody_line(entry: CustodyEntry) -> str:
    item = entry.item[:_SHORT_ID] if entry.item else " " * _SHORT_ID
    return f"{entry.sequence:5}  {entry.at}  {item}  {words.event_name(entry.event)}"
