"""Every kind of outlet that there is, and how one is made of its card.

An outlet lives as long as a ``with``: its connection ends there. The route is
the person's own choice for this outlet and stands on no card.
"""

import secrets
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import cast

from storage.errors import BadCard
from storage.outlets.account import Account
from storage.outlets.address import Address, Route, check_way, read_address
from storage.outlets.archive_org import ArchiveOrg
from storage.outlets.base import Outlet, Store
from storage.outlets.card import Card
from storage.outlets.form import Form, OnionShare
from storage.outlets.nextcloud import FileDrop, Nextcloud
from storage.outlets.s3 import S3
from storage.outlets.transport import Link, Pace, Web
from storage.outlets.transport.tls import read_pin
from storage.outlets.tus_store import TusStore
from storage.outlets.webdav import WebDav

_WEB = ("https", "http")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of outlet. ``schemes`` are those that its addresses may have.

    ``is_store`` says whether it can keep backups, ``needs`` which fields of a card it is nothing
    without.
    """

    name: str
    make: Callable[[Card, Link, Address], Outlet]
    schemes: tuple[str, ...] = _WEB
    is_store: bool = False
    needs: tuple[str, ...] = ()
    is_public: bool = False
    """Whether everybody sees what it takes: it then takes only copies that are marked so."""
    by_hand: int = 0
    """Where nothing can be sent by a program: the bytes of one volume to hand over; else 0."""


def _webdav(card: Card, link: Link, address: Address) -> Outlet:
    return WebDav(Web(link, address), _account(card))


def _s3(card: Card, link: Link, address: Address) -> Outlet:
    return S3(Web(link, address), _account(card))


def _tus(card: Card, link: Link, address: Address) -> Outlet:
    return TusStore(Web(link, address), _account(card))


def _sftp(card: Card, link: Link, address: Address) -> Outlet:
    from storage.outlets.sftp import Sftp  # paramiko is heavy, and most never need it

    return Sftp(link, address, _account(card))


def _nextcloud(card: Card, link: Link, address: Address) -> Outlet:
    return Nextcloud(Web(link, address), _account(card))


def _file_drop(card: Card, link: Link, address: Address) -> Outlet:
    return FileDrop(Web(link, address), _account(card))


def _onionshare(card: Card, link: Link, address: Address) -> Outlet:
    return OnionShare(Web(link, address), _account(card))


def _by_hand(card: Card, link: Link, address: Address) -> Outlet:
    del card, link, address
    raise BadCard(reason="by-hand")


def _archive_org(card: Card, link: Link, address: Address) -> Outlet:
    return ArchiveOrg(Web(link, address), _account(card))


def _form(card: Card, link: Link, address: Address) -> Outlet:
    return Form(Web(link, address), _account(card))


OUTLETS = (
    Kind("webdav", _webdav, is_store=True),
    Kind("s3", _s3, is_store=True, needs=("user", "password")),
    Kind("tus", _tus, is_store=True),
    Kind("nextcloud", _nextcloud, is_store=True, needs=("user", "password")),
    Kind("nextcloud-drop", _file_drop),
    Kind("onionshare", _onionshare),
    Kind("form", _form),
    Kind("archive-org", _archive_org, needs=("user", "password"), is_public=True),
    Kind("securedrop", _by_hand, needs=("recipient",), by_hand=500 << 20),
    Kind("sftp", _sftp, schemes=("sftp",), is_store=True, needs=("user", "password", "pin")),
)


def kind_of(card: Card) -> Kind:
    """Return the kind of a card's outlet. Raises BadCard(reason="unknown-kind")."""
    for kind in OUTLETS:
        if kind.name == card.kind:
            return kind
    raise BadCard(reason="unknown-kind", choices=" ".join(kind.name for kind in OUTLETS))


def check(card: Card, route: Route) -> None:
    """Raise BadCard or BadAddress where no outlet can be made of a card over a route."""
    kind = kind_of(card)
    missing = [name for name in kind.needs if not getattr(card, name)]
    if missing:
        raise BadCard(reason="card-lacks", field=missing[0])
    check_way(read_address(card.address, *kind.schemes), route)
    _pin_of(card)


@contextmanager
def opened(card: Card, route: Route, pace: Pace | None = None) -> Iterator[Outlet]:
    """Give the outlet of a card; nothing is connected before it is used."""
    kind = kind_of(card)
    check(card, route)
    link = Link(route, secrets.token_hex(8), _pin_of(card), pace=pace)
    made = kind.make(card, link, read_address(card.address, *kind.schemes))
    with closing(made):
        yield made


@contextmanager
def opened_store(card: Card, route: Route) -> Iterator[Store]:
    """Give the outlet of a card as a store. Raises BadCard(reason="no-store")."""
    if not kind_of(card).is_store:
        raise BadCard(reason="no-store")
    with opened(card, route) as made:
        yield cast("Store", made)


def _account(card: Card) -> Account:
    return Account(card.user, card.password)


def _pin_of(card: Card) -> str:
    if not card.pin:
        return ""
    if card.kind == "sftp":
        from storage.outlets.ssh import read_host_key

        return read_host_key(card.pin)
    return read_pin(card.pin)
