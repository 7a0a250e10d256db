"""A public outlet takes only what was marked for everybody, and only when that is said."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest

from capture import intake, sending
from capture.audit import BundleChoices, make_bundle
from capture.formats.base import Profile
from capture.isolate import MediaPool
from capture.progress import silent
from capture.sources.folder import Folder
from storage.errors import NotForPublication
from storage.outlets import delivery, known, publication, queue
from storage.outlets.address import DIRECT
from storage.outlets.card import Card
from storage.outlets.known import Known
from storage.outlets.queue import State
from storage.vault import Vault
from tests.capture.doors.conftest import Photo, cleaned_copy
from tests.storage.outlets.servers import PASSWORD, USER, Server, archive_stub, running


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(archive_stub(tmp_path_factory.mktemp("public") / "archive")) as started:
        yield started


@pytest.fixture
def outlet(vault: Vault, archive: Server) -> Known:
    card = Card("Archive", "archive-org", archive.url, user=USER, password=PASSWORD)
    return known.add(vault, known.own(vault, card), DIRECT)


@pytest.fixture
def item(vault: Vault, pool: MediaPool, photo: Photo) -> str:
    (taken,) = intake.take_in(vault, pool, Folder([photo()]), silent, lambda _taken: None)
    assert taken.original is not None
    return taken.original.id


def refused(code: str, send: object) -> None:
    assert callable(send)
    with pytest.raises(NotForPublication) as caught:
        send()
    assert caught.value.facts["reason"] == code


def test_it_takes_marked_copies_and_says_so(
    vault: Vault, pool: MediaPool, outlet: Known, item: str, archive: Server
) -> None:
    choices = BundleChoices((item,))
    refused("unsaid", lambda: sending.queue_items(vault, pool, choices, outlet))
    refused("unsaid", lambda: sending.queue_items(vault, pool, choices, outlet, unsealed=True))
    refused("not-marked", lambda: sending.queue_items(vault, pool, choices, outlet, public=True))
    publication.mark(vault, vault.derivatives(item)[-1])
    waiting = sending.queue_items(vault, pool, choices, outlet, public=True)
    (tried,) = delivery.work(vault)
    assert (tried.waiting.state, tried.waiting.how) == (State.DELIVERED, "digest")
    (arrived,) = archive.folder.glob(f"*/{waiting.name}")
    assert zipfile.is_zipfile(arrived)
    events = [entry.event for entry in vault.custody(item)]
    assert "marked for publication" in events


def test_a_copy_that_is_made_later_has_to_be_marked_anew(
    vault: Vault, pool: MediaPool, outlet: Known, item: str
) -> None:
    publication.mark(vault, vault.derivatives(item)[-1])
    cleaned_copy(vault, pool, item, Profile.ANONYMOUS)
    choices = BundleChoices((item,))
    refused("not-marked", lambda: sending.queue_items(vault, pool, choices, outlet, public=True))


def test_a_mark_can_be_taken_back(vault: Vault, item: str) -> None:
    copy = vault.derivatives(item)[-1]
    publication.mark(vault, copy)
    publication.take_back(vault, copy)
    assert publication.marked(vault) == frozenset()


def test_a_bundle_that_was_made_before_is_looked_into(
    vault: Vault, pool: MediaPool, outlet: Known, item: str, tmp_path: Path
) -> None:
    made = make_bundle(vault, pool, BundleChoices((item,)), tmp_path / "bundle.zip")
    refused("not-marked", lambda: sending.queue_bundle(vault, made.path, outlet, public=True))
    publication.mark(vault, vault.derivatives(item)[-1])
    assert sending.queue_bundle(vault, made.path, outlet, public=True).bundle == made.bundle_id
    key = str(pyrage.x25519.Identity.generate().to_public())
    sealed = make_bundle(vault, pool, BundleChoices((item,), (key,)), tmp_path / "b.zip.age")
    refused("sealed", lambda: sending.queue_bundle(vault, sealed.path, outlet, public=True))
    assert len(queue.queued(vault)) == 1
