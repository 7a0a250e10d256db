"""The outlets that a person trusts, kept in the vault.

An outlet is known by the key that signed its card. Another card of the same
name and key is a change, which is told field by field and logged; of another
key, it is somebody else, and is refused until the first is taken away.
"""

import secrets
from dataclasses import dataclass, replace

from storage.errors import AlreadyExists, BadCard, NoSuchOutlet
from storage.outlets import catalog
from storage.outlets.address import TOR, Route, read_route
from storage.outlets.card import Card, SignedCard, read_card, sign
from storage.records import canonical, parsed
from storage.vault import Vault
from storage.vault.books import now

_PREFIX = "outlet:"
_OWN_KEY = "outlet card"


@dataclass(frozen=True, slots=True)
class Known:
    """An outlet that the vault knows: its card, the way that the person allowed to it, since when.

    ``id`` is a random word that names it in the queue and in the custody log.
    """

    id: str
    signed: SignedCard
    route: Route
    added_at: str

    @property
    def card(self) -> Card:
        """What is known of it."""
        return self.signed.card


def known(vault: Vault) -> tuple[Known, ...]:
    """Return all outlets, by name."""
    found = (_read(name, text) for name, text in vault.settings(_PREFIX).items())
    return tuple(sorted(found, key=lambda outlet: outlet.card.name.casefold()))


def find(vault: Vault, name: str) -> Known:
    """Return an outlet by its name or id. Raises NoSuchOutlet."""
    for outlet in known(vault):
        if name.casefold() == outlet.card.name.casefold() or name == outlet.id:
            return outlet
    raise NoSuchOutlet


def own(vault: Vault, card: Card) -> SignedCard:
    """Return a card that the person wrote down, signed with this vault's own key for cards."""
    return sign(card, vault.signer(_OWN_KEY))


def former(vault: Vault, signed: SignedCard) -> Known | None:
    """Return the outlet that the vault knows by the name on a card, whoever signed it."""
    name = signed.card.name.casefold()
    return next((found for found in known(vault) if found.card.name.casefold() == name), None)


def differences(vault: Vault, signed: SignedCard) -> tuple[str, ...]:
    """Return which fields a card would change; none for a new outlet.

    Raises BadCard(reason="other-signer") where the name is that of another's outlet.
    """
    before = former(vault, signed)
    if before is None:
        return ()
    if before.signed.signer != signed.signer:
        raise BadCard(reason="other-signer")
    fields = {*before.card.said(), *signed.card.said()}
    old, new = before.card.said(), signed.card.said()
    return tuple(sorted(name for name in fields if old.get(name) != new.get(name)))


def add(vault: Vault, signed: SignedCard, route: Route = TOR, *, change: bool = False) -> Known:
    """Keep a card whose words the person has compared.

    Raises AlreadyExists where it would change one and ``change`` was not said, BadCard for
    somebody else's of the same name, and what ``catalog.check`` does.
    """
    catalog.check(signed.card, route)
    changed = differences(vault, signed)
    before = former(vault, signed)
    if before is not None and not change:
        raise AlreadyExists(changed=" ".join(changed))
    outlet = Known(before.id if before else secrets.token_hex(4), signed, route, now())
    facts = {"outlet": outlet.id, "words": " ".join(signed.words)}
    if before is not None:
        before_words = " ".join(before.signed.words)
        facts = {**facts, "before": before_words, "fields": " ".join(changed)}
    _keep(vault, outlet, "outlet changed" if before else "outlet added", facts)
    return outlet


def set_route(vault: Vault, outlet: Known, route: Route) -> Known:
    """Keep another way to an outlet."""
    catalog.check(outlet.card, route)
    moved = replace(outlet, route=route)
    _keep(vault, moved, "outlet changed", {"outlet": outlet.id, "fields": "route"})
    return moved


def remove(vault: Vault, outlet: Known) -> None:
    """Take an outlet away; what waits for it in the queue stays, and says so."""
    vault.keep_setting(f"{_PREFIX}{outlet.id}", "", "outlet removed", {"outlet": outlet.id})


def _keep(vault: Vault, outlet: Known, event: str, facts: dict[str, str]) -> None:
    value = canonical(
        {"card": outlet.signed.text(), "route": outlet.route.text, "added_at": outlet.added_at}
    )
    vault.keep_setting(f"{_PREFIX}{outlet.id}", value.decode(), event, facts)


def _read(name: str, text: str) -> Known:
    kept = parsed(text)
    signed = read_card(kept["card"].encode())
    return Known(
        name.removeprefix(_PREFIX), signed, read_route(kept["route"]), str(kept["added_at"])
    )
