"""The Internet Archive's adapter beyond the common suite, against a stub that is said to be one."""

import io
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from storage.errors import OutletBusy, OutletLied
from storage.outlets.account import Account
from storage.outlets.address import DIRECT, read_address
from storage.outlets.archive_org import ArchiveOrg
from storage.outlets.base import Fleeting, Parcel
from storage.outlets.transport import Link, Web
from storage.progress import silent
from tests.storage.outlets.servers import PASSWORD, USER, Server, archive_stub, running

DATA = b"a bundle that everybody may see" * 1000
PARCEL = Parcel(
    "0123456789abcdef.zip", len(DATA), sha256(DATA).hexdigest(), lambda: io.BytesIO(DATA)
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Server]:
    with running(archive_stub(tmp_path / "archive")) as started:
        yield started


@pytest.fixture
def outlet(archive: Server) -> Iterator[ArchiveOrg]:
    web = Web(Link(DIRECT, idle=10), read_address(archive.url, "http"))
    yield ArchiveOrg(web, Account(USER, PASSWORD))
    web.close()


def test_a_parcel_becomes_an_item_of_its_own_that_says_nothing(
    archive: Server, outlet: ArchiveOrg
) -> None:
    receipt = outlet.send(PARCEL, Fleeting(), silent)
    item = archive.folder / "0123456789abcdef"
    assert (item / "0123456789abcdef.zip").read_bytes() == DATA
    said = dict(line.split(": ", 1) for line in (item / "said.txt").read_text().splitlines())
    assert {name: value for name, value in said.items() if name.startswith("x-archive-meta")} == {
        "x-archive-meta-mediatype": "data",
        "x-archive-meta-collection": "opensource_media",
        "x-archive-meta-title": "0123456789abcdef",
    }
    assert "user-agent" not in said
    assert receipt.place.endswith("/0123456789abcdef/0123456789abcdef.zip")


def test_bytes_that_were_changed_on_their_way_are_no_delivery(
    archive: Server, outlet: ArchiveOrg
) -> None:
    (archive.folder / "spoil").touch()
    with pytest.raises(OutletLied):
        outlet.send(PARCEL, Fleeting(), silent)


def test_an_archive_that_is_full_of_work_is_tried_again_later(
    archive: Server, outlet: ArchiveOrg
) -> None:
    outlet.ask(silent)
    (archive.folder / "busy").touch()
    with pytest.raises(OutletBusy):
        outlet.ask(silent)
