"""Every outlet and every store, each made for the real server that it speaks to."""

import getpass
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from storage.outlets.account import NOBODY, Account
from storage.outlets.address import DIRECT, read_address, read_route
from storage.outlets.archive_org import ArchiveOrg
from storage.outlets.base import Outlet, Store, Sureness
from storage.outlets.form import Form, OnionShare
from storage.outlets.nextcloud import FileDrop, Nextcloud
from storage.outlets.s3 import S3
from storage.outlets.sftp import Sftp
from storage.outlets.ssh import read_host_key
from storage.outlets.transport import Link, Web
from storage.outlets.tus_store import TusStore
from storage.outlets.webdav import WebDav
from tests.storage.outlets import servers
from tests.storage.outlets.alone import WAY
from tests.storage.outlets.proxies import Proxy
from tests.storage.outlets.servers import HERE, Server
from tests.storage.outlets.test_transport import ONION

ACCOUNT = Account(servers.USER, servers.PASSWORD)


OPENED: list[Web | Sftp] = []
"""What tests opened; closed after each."""


PROXIES: dict[int, Proxy] = {}
"""The one way to each server, by its port, where the tests run in a network of their own."""


WAY_SAYS_LITTLE = os.environ.get(WAY) == "http"
"""An HTTP proxy does not tell why it reached nobody."""


def reached(server: Server) -> tuple[Link, str]:
    """Give the way to a server and its address there: ours, or a name that only a proxy knows."""
    way = os.environ.get(WAY)
    if way is None:
        return Link(DIRECT, idle=10), server.url
    if server.port not in PROXIES:
        PROXIES[server.port] = Proxy(server.port).start()
    route = read_route(f"{way}://{HERE}:{PROXIES[server.port].port}")
    return Link(route, idle=10), server.url.replace(HERE, ONION[7:-1])


def web(server: Server, link: Link | None = None) -> Web:
    way, url = reached(server)
    opened = Web(link or way, read_address(url, "http"))
    OPENED.append(opened)
    return opened


def webdav(server: Server, account: Account = ACCOUNT, link: Link | None = None) -> WebDav:
    return WebDav(web(server, link), account)


def s3(server: Server, account: Account = ACCOUNT, link: Link | None = None) -> S3:
    return S3(web(server, link), account)


def tus(server: Server, account: Account = NOBODY, link: Link | None = None) -> TusStore:
    return TusStore(web(server, link), account)


def sftp(server: Server, account: Account | None = None, link: Link | None = None) -> Sftp:
    host, user = servers.sshd_keys(server)
    way, url = reached(server)
    base = link or way
    if account is None or account == ACCOUNT:
        account = Account(getpass.getuser(), user)
    pinned = base if base.pin else replace(base, pin=read_host_key(host))
    opened = Sftp(pinned, read_address(url, "sftp"), account)
    OPENED.append(opened)
    return opened


def nextcloud(server: Server, account: Account = ACCOUNT, link: Link | None = None) -> Nextcloud:
    return Nextcloud(web(server, link), account)


def file_drop(server: Server, account: Account = NOBODY, link: Link | None = None) -> FileDrop:
    return FileDrop(web(server, link), account)


def onionshare(server: Server, account: Account = NOBODY, link: Link | None = None) -> OnionShare:
    return OnionShare(web(server, link), account)


def archive_org(server: Server, account: Account = ACCOUNT, link: Link | None = None) -> ArchiveOrg:
    return ArchiveOrg(web(server, link), account)


def form(server: Server, account: Account = NOBODY, link: Link | None = None) -> Form:
    return Form(web(server, link), account)


ACCOUNT_FOLDER = f"/remote.php/dav/files/{servers.USER}"


@dataclass(frozen=True, slots=True)
class Kind:
    """One server, and the adapter that speaks to it."""

    name: str
    server: Callable[[Path], Server]
    make: Callable[..., Outlet]
    resumes: bool = False
    sure: Sureness = Sureness.CONFIRMED
    has_login: bool = False
    keeps: bool = True
    """Whether the parcel lies in a folder where the test can see it."""


@dataclass(frozen=True, slots=True)
class StoreKind:
    """One server, and the store that it is."""

    name: str
    server: Callable[[Path], Server]
    make: Callable[..., Store]
    has_login: bool = True


OUTLETS = (
    Kind("webdav-wsgidav", servers.wsgidav, webdav, has_login=True),
    Kind("webdav-rclone", servers.rclone_webdav, webdav, has_login=True),
    Kind("s3-rclone", servers.rclone_s3, s3, resumes=True, has_login=True),
    Kind("s3-nanio", servers.nanio, s3, resumes=True, has_login=True),
    Kind("tus", servers.tus, tus, resumes=True),
    Kind("sftp-openssh", servers.sshd, sftp, resumes=True, has_login=True),
    Kind("onionshare-2.7", servers.onionshare, onionshare),
    Kind("onionshare-2.6", servers.old_onionshare, onionshare),
    Kind("nextcloud-stub", servers.stub(ACCOUNT_FOLDER), nextcloud, resumes=True, has_login=True),
    Kind("drop-stub", servers.stub("/s/token"), file_drop, sure=Sureness.UNCONFIRMED),
    Kind("old-drop-stub", servers.stub("/old/s/token"), file_drop, sure=Sureness.UNCONFIRMED),
    Kind("archive-stub", servers.archive_stub, archive_org, has_login=True),
    Kind("form-stub", servers.stub("/form"), form, keeps=False),
)

STORES = (
    StoreKind("webdav-wsgidav", servers.wsgidav, webdav),
    StoreKind("webdav-rclone", servers.rclone_webdav, webdav),
    StoreKind("s3-rclone", servers.rclone_s3, s3),
    StoreKind("s3-nanio", servers.nanio, s3),
    StoreKind("nextcloud-stub", servers.stub(ACCOUNT_FOLDER), nextcloud),
    StoreKind("sftp-openssh", servers.sshd, sftp),
    StoreKind("tus", servers.tus, tus, has_login=False),
)
