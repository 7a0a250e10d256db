"""Commands on outlets: ``outlet add|list|export|route|test|remove``."""

import argparse
import sys
from pathlib import Path

from capture import trusting
from capture.isolate import MediaPool
from storage.errors import BadCard, BadRecipient
from storage.outlets import catalog, known
from storage.outlets.address import read_route
from storage.outlets.card import MOST_CARD, Card, SignedCard
from storage.outlets.known import Known
from storage.vault import Vault
from ui import words
from ui.cli import bundles, exits, opening, terminal, typed
from ui.cli.groups import Commands, command, with_json

_KEYS = {"age": "age", "openpgp": "OpenPGP"}
_WRITTEN_DOWN = (
    "name", "kind", "address", "key", "pin", "largest", "note", "user", "password_file",
)  # fmt: skip
"""What an outlet without a card is written down by, as options are called."""


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    parser = commands.add_parser(
        "outlet", help="the outlets that you trust: where bundles are sent", allow_abbrev=False
    )
    inner = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_parser(inner)
    listing = command(inner, "list", _list, "list the outlets that the vault knows")
    opening.with_vault(listing)
    with_json(listing)
    out = command(inner, "export", _export, "write an outlet's card: a file, or a picture of it")
    _with_outlet(out)
    out.add_argument("-o", "--out", metavar="FILE", type=Path, required=True, help="….json|svg|png")
    moved = command(inner, "route", _route, "choose the way to an outlet")
    _with_outlet(moved)
    moved.add_argument("route", metavar="ROUTE", help=_ROUTES)
    test = command(inner, "test", _test, "reach an outlet and ask for its limits; nothing is sent")
    _with_outlet(test)
    with_json(test)
    gone = command(inner, "remove", _remove, "take an outlet away")
    _with_outlet(gone)


_ROUTES = "tor (the default), socks5h://IP:PORT, http://IP:PORT, or direct"


def _add_parser(inner: Commands) -> None:
    parser = command(inner, "add", _add, "trust an outlet, once its words were compared")
    opening.with_vault(parser)
    parser.add_argument(
        "--card",
        metavar="FILE",
        type=Path,
        nargs="+",
        help="the card that the outlet gave: its file, or pictures of it",
    )
    parser.add_argument("--name", help="without a card: what to call it")
    parser.add_argument("--kind", choices=[kind.name for kind in catalog.OUTLETS])
    parser.add_argument("--address", metavar="URL")
    parser.add_argument("--key", metavar="RECIPIENT", help="its age or OpenPGP key, to seal to")
    parser.add_argument("--pin", help="its server's key: cert:…, key:…, or an SSH host key")
    parser.add_argument("--largest", metavar="SIZE", type=typed.size_of, default=0)
    parser.add_argument("--note", default="")
    parser.add_argument("--user", default="")
    parser.add_argument("--password-file", metavar="FILE", type=Path)
    parser.add_argument("--route", default="tor", help=_ROUTES)
    parser.add_argument("--words", help="the words that the outlet says its card has")
    parser.add_argument("--change", action="store_true", help="let it change the outlet's card")
    with_json(parser)


def _with_outlet(parser: argparse.ArgumentParser) -> None:
    opening.with_vault(parser)
    parser.add_argument("name", metavar="NAME")


def _add(options: argparse.Namespace) -> int:
    _refuse_beside_a_card(options)
    route = read_route(options.route)
    with opening.opened(options) as vault:
        signed = _given(vault, options)
        trusting.check(signed, route)
        _say_changes(vault, signed)
        if options.card is not None:
            _compare(signed, options.words)
        outlet = trusting.trust(vault, signed, route, change=options.change)
    if options.json:
        terminal.print_json({"outlet": outlet_json(outlet)})
    else:
        print("\n".join(_lines(outlet)))
    return exits.DONE


def _refuse_beside_a_card(options: argparse.Namespace) -> None:
    """Refuse what would be ignored: who types a key or a pin beside a card relies on it."""
    if options.card is not None and any(getattr(options, name) for name in _WRITTEN_DOWN):
        raise exits.UsageError("A card is taken as it is: leave out --name, --key and the like.")
    if options.card is None and options.words is not None:
        raise exits.UsageError("--words are those of a card: give it, too, with --card.")


def _given(vault: Vault, options: argparse.Namespace) -> SignedCard:
    """Return the card of a file, or the one that the options write."""
    if options.card is not None:
        with MediaPool() as pool, terminal.Progress("Reading the card") as progress:
            return trusting.read_files(pool, options.card, progress)
    if not (options.name and options.kind and options.address):
        raise exits.UsageError("Give the outlet's card, or its --name, --kind and --address.")
    keys = bundles.recipients_in(options.key) if options.key else ()
    card = Card(
        name=options.name,
        kind=options.kind,
        address=options.address,
        recipient="\n".join(keys),
        pin=options.pin or "",
        largest=options.largest,
        note=options.note,
        user=options.user,
        password=_password(options.password_file),
    )
    return trusting.written_down(vault, card)


def _password(path: Path | None) -> str:
    if path is None:
        return ""
    with path.open("rb") as stream:
        return stream.read(MOST_CARD).decode("utf-8", "replace").strip()


def _say_changes(vault: Vault, signed: SignedCard) -> None:
    """Say what a card would change of one that the vault knows, old and new."""
    changed = known.differences(vault, signed)
    before = known.former(vault, signed)
    if before is None or not changed:
        return
    old, new = before.card.said(), signed.card.said()
    print("This changes the card of an outlet that you trust already:", file=sys.stderr)
    for name in changed:
        hidden = name == "password"
        values = (("•••" if hidden else one.get(name, "nothing")) for one in (old, new))
        print(
            f"    {name}: " + "  →  ".join(words.shown(str(value), 120) for value in values),
            file=sys.stderr,
        )


def _compare(signed: SignedCard, said: str | None) -> None:
    """Have the words of a card compared before it is trusted."""
    if said is not None:
        if tuple(said.lower().split()) != signed.words:
            raise BadCard(reason="other-words")
        return
    print(f"{words.shown(signed.card.name)}, {words.shown(signed.card.address)}", file=sys.stderr)
    print(f"Its words are: {' '.join(signed.words)}", file=sys.stderr)
    terminal.confirm(
        signed.words[0].upper(),
        "Ask the outlet, another way than the card came, for the words of its card. Only if all\n"
        "eight are the same, go on: whoever made this card gets what you send.",
        "Nothing was added.",
    )


def _list(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        found = known.known(vault)
    if options.json:
        terminal.print_json({"outlets": [outlet_json(outlet) for outlet in found]})
    else:
        for outlet in found:
            print("\n".join(_lines(outlet)))
    return exits.DONE


def _export(options: argparse.Namespace) -> int:
    bundles.check_out(options.out)
    with opening.opened(options) as vault:
        signed = known.find(vault, options.name).signed
    written = trusting.write_card(signed, options.out)
    for path in written:
        print(f"{words.shown(str(path))}: the card of {words.shown(signed.card.name)}")
    if len(written) > 1:
        print("    It comes in several pictures: all of them are needed to read it.")
    print(f"    Its words are: {' '.join(signed.words)}")
    if signed.card.password:
        print("    It holds the password of the outlet's account.")
    return exits.DONE


def _route(options: argparse.Namespace) -> int:
    route = read_route(options.route)
    with opening.opened(options) as vault:
        outlet = known.set_route(vault, known.find(vault, options.name), route)
    print("\n".join(_lines(outlet)))
    return exits.DONE


def _test(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        outlet = known.find(vault, options.name)
        with (
            terminal.Progress("Asking") as progress,
            catalog.opened(outlet.card, outlet.route) as reached,
        ):
            limits = reached.ask(lambda _done, _total: progress(0, 0))
    if options.json:
        terminal.print_json({"reached": True, "largest": limits.largest, "free": limits.free})
        return exits.DONE
    print(f"{words.shown(outlet.card.name)} answers.")
    if limits.largest is not None:
        print(f"    It takes at most {terminal.size_text(limits.largest)} at a time.")
    if limits.free is not None:
        print(f"    It has room for {terminal.size_text(limits.free)}.")
    return exits.DONE


def _remove(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault:
        outlet = known.find(vault, options.name)
        known.remove(vault, outlet)
    print(f"{words.shown(outlet.card.name)} is taken away. What waits for it is not sent.")
    return exits.DONE


def outlet_json(outlet: Known) -> dict[str, object]:
    """Return an outlet for the JSON of a command; its password is never shown."""
    card = outlet.card
    return {
        "id": outlet.id,
        "name": card.name,
        "kind": card.kind,
        "address": card.address,
        "recipient": card.recipient or None,
        "pin": card.pin or None,
        "largest": card.largest or None,
        "note": card.note,
        "user": card.user or None,
        "route": outlet.route.way.value,
        "words": list(outlet.signed.words),
        "signer": outlet.signed.signer,
        "added_at": outlet.added_at,
    }


def _lines(outlet: Known) -> tuple[str, ...]:
    card = outlet.card
    sealed, *key = _key_lines(card)
    lines = [
        f"{words.shown(card.name)}: {card.kind}, {words.shown(card.address)}",
        f"    reached by {outlet.route.way.value}; {sealed}",
        f"    words: {' '.join(outlet.signed.words)}",
    ]
    lines += key
    if catalog.kind_of(card).is_public:
        lines.append("    what it takes is seen by everybody, for good, with the account's name")
    if card.largest:
        lines.append(f"    takes at most {terminal.size_text(card.largest)}")
    if card.note:
        lines.append(f"    {words.shown(card.note)}")
    return tuple(lines)


def _key_lines(card: Card) -> tuple[str, ...]:
    """Say what is sealed to, and then the key as it is compared; a key can go bad with time."""
    try:
        key = trusting.key_of(card)
    except BadRecipient as error:
        return ("nothing can be sealed to its key", f"    {words.sentence(error).line}")
    if key is None:
        return ("it has no key to seal to",)
    shown = f"    key: {words.shown(key.shown)}  {words.shown(key.owner)}".rstrip()
    return (f"sealed to its {_KEYS[key.kind]} key", shown)
