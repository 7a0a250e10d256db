"""The command ``publish``: marks copies that everybody may see. It publishes nothing by itself."""

import argparse

from capture import choosing
from storage.outlets import publication
from storage.vault import Vault
from ui.cli import exits, opening, terminal
from ui.cli.groups import Commands, command, with_json


def add(commands: Commands) -> None:
    """Add the command."""
    parser = command(
        commands, "publish", _publish, "mark the copies of items that everybody may see, for good"
    )
    opening.with_vault(parser)
    parser.add_argument("items", metavar="ITEM", nargs="+", help="an id, or how it begins")
    parser.add_argument("--take-back", action="store_true", help="take the mark away again")
    with_json(parser)


def _publish(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        items = tuple(dict.fromkeys(vault.resolve(item) for item in options.items))
        marked = [_marked(vault, item, take_back=options.take_back) for item in items]
    if options.json:
        terminal.print_json({"items": marked})
        return exits.DONE
    for one in marked:
        said = "is marked: everybody may see it" if one["marked"] else "is not marked any more"
        print(f"{str(one['item'])[:8]}  its copy {str(one['copy'])[:8]} {said}")
    if not options.take_back:
        print("Nothing was sent. A public outlet (the Internet Archive) takes these copies alone.")
    return exits.DONE


def _marked(vault: Vault, item: str, *, take_back: bool) -> dict[str, object]:
    """Mark the copy that would leave; whatever forbids that it leaves forbids this, too."""
    if take_back:
        copies = [copy for copy in vault.derivatives(item) if publication.is_marked(vault, copy)]
        for copy in copies:
            publication.take_back(vault, copy)
        return {"item": item, "copy": copies[-1].id if copies else None, "marked": False}
    (chosen,) = choosing.choose(vault, [item], with_parts=False)
    publication.mark(vault, chosen.copy)
    return {"item": item, "copy": chosen.copy.id, "marked": True}
