"""Commands on the items of a vault: ``import``, ``list``, ``show``, ``note``, ``custody``."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from capture.intake import Status, Taken, take_in
from capture.isolate import MediaPool
from storage.errors import DamagedVault
from storage.evidence import EvidenceRecord
from storage.records import CustodyEntry, Derivative, Json, Original
from storage.vault import Vault
from ui import words
from ui.cli import devices, exits, heads, life, parts, passphrase, terminal
from ui.cli.groups import Commands, command, with_json

_SHORT_ID = 8
_DELETE = "DELETE"


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    take = command(commands, "import", _import, "seal originals, examine and clean them")
    _with_vault(take)
    take.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="a file or a folder")
    take.add_argument(
        "--from", dest="device", metavar="DEVICE", help='what "devices" lists: its id or its name'
    )
    take.add_argument(
        "--keep-device", action="store_true", help="keep the device's name in the record"
    )
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
    delete.add_argument("vault", metavar="VAULT", type=Path)
    passphrase.with_passphrase(delete)
    _with_item(delete)
    delete.add_argument("--yes", action="store_true", help="do not ask to type a word first")
    custody = command(commands, "custody", _custody, "show the custody log and check its chain")
    _with_vault(custody)
    custody.add_argument("item", metavar="ITEM", nargs="?")
    heads.add_to(custody)


def _with_vault(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("vault", metavar="VAULT", type=Path)
    passphrase.with_passphrase(parser)
    with_json(parser)


def _with_item(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("item", metavar="ITEM", help="an id, or how it begins")


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError("write FIELD=VALUE")
    return name, value


def _import(options: argparse.Namespace) -> int:
    with devices.source(options) as source, life.opened(options) as vault, MediaPool() as pool:
        with terminal.Progress("Importing") as progress:

            def told(taken: Taken) -> None:
                if not options.json:
                    progress.say("\n".join(taken_lines(taken)))

            ended = take_in(vault, pool, source, progress, told, keep_device=options.keep_device)
            if not options.json:
                for line in parts.together(vault, ended):
                    progress.say(line)
        if options.json:
            terminal.print_json(
                {
                    "items": [_taken_json(vault, taken) for taken in ended],
                    "errors": [_error_json(taken) for taken in ended if taken.error],
                }
            )
    return exits.REFUSED if any(taken.error for taken in ended) else exits.DONE


def taken_lines(taken: Taken) -> Iterator[str]:
    """Give the lines that say what became of one file of an import."""
    source = words.shown(taken.source)
    if taken.original is None:
        yield f"{source}: {taken.status.value}"
    else:
        how = "sealed" if taken.status is Status.SEALED else "is sealed already"
        yield f"{source}: {how} as {taken.original.id[:_SHORT_ID]}"
    if taken.cleaned is not None:
        yield f"    cleaned copy {taken.cleaned.id[:_SHORT_ID]}, verified"
        yield from _left(taken.cleaned)
    if taken.error is not None:
        if taken.original is not None:
            yield "    The original is kept, but there is no cleaned copy of it:"
        yield from terminal.trouble(taken.error)


def _left(copy: Derivative) -> Iterator[str]:
    for code in leaves_of(copy):
        yield f"    It still shows: {words.leaves(code)}"


def leaves_of(copy: Derivative) -> tuple[str, ...]:
    """Return the codes of what a copy honestly still shows."""
    found: list[str] = []
    for step in copy.steps:
        codes = step.facts.get("leaves")
        if isinstance(codes, list | tuple):
            found += [str(code) for code in codes]
    return tuple(found)


def _taken_json(vault: Vault, taken: Taken) -> dict[str, Any]:
    if taken.original is None:
        nothing = dict.fromkeys(("id", "name", "kind", "size", "sha256", "sealed_at"))
        rest: dict[str, Any] = {"parts": [], "derivatives": [], "says": None}
        item = {**nothing, **rest}
    else:
        item = _item_json(vault, taken.original)
    lead = vault.lead_of(taken.original.id) if taken.original else None
    said = {
        "source": taken.source,
        "status": taken.status.value,
        "part_of": None if lead is None or lead == item["id"] else lead,
        "error": terminal.error_json(taken.error),
    }
    return {**item, **said}


def _error_json(taken: Taken) -> dict[str, Any]:
    item = taken.original.id if taken.original else None
    said = terminal.error_json(taken.error) or {}
    return {"source": taken.source, "item": item, "status": taken.status.value, **said}


def _item_json(vault: Vault, original: Original) -> dict[str, Any]:
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
        "derivatives": [copy_json(copy) for copy in vault.derivatives(original.id)],
        "says": _says(vault.report(original.id)),
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
    with life.opened(options) as vault:
        items = [_item_json(vault, original) for original in vault.leads()]
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


def _says_text(counts: dict[str, int] | None) -> str:
    if counts is None:
        return "not examined"
    said = ", ".join(f"{count} {harm}" for harm, count in counts.items())
    return f"says: {said}" if said else "nothing was found in it"


def _show(options: argparse.Namespace) -> int:
    with life.opened(options) as vault:
        original = vault.original(vault.resolve(options.item))
        report = vault.report(original.id)
        record = vault.record(original.id)
        custody = vault.custody(original.id)
        item = _item_json(vault, original)
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
    with life.opened(options) as vault:
        record = vault.note(vault.resolve(options.item), dict(options.values))
    if options.json:
        terminal.print_json({"item": record.item, "record": _record_json(record)})
    else:
        print("\n".join(_record_lines(record)))
    return exits.DONE


def _delete(options: argparse.Namespace) -> int:
    if not options.yes:
        life.confirm(
            _DELETE,
            "This destroys the original, its copies and its record. It cannot be undone.",
            "Nothing was deleted.",
        )
    with life.opened(options) as vault:
        item = vault.resolve(options.item)
        vault.delete(item)
    print(f"{item[:_SHORT_ID]} is deleted. The custody log says that it was there.")
    print("A flash disk can keep remnants, readable for who also has the passphrase.")
    return exits.DONE


def _custody(options: argparse.Namespace) -> int:
    about_heads = heads.asked(options)
    with life.opened(options) as vault:
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
