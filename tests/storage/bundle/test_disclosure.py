"""One item's custody log, shown to others: provable, and with nothing of the other items in it."""

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storage import custody
from storage.bundle import canonical, commitments, disclosure
from storage.errors import DamagedBundle, NewerVersion, NoSuchItem
from storage.records import CustodyEntry, Original, Provenance
from tests.storage.bundle.samples import chance, key

if TYPE_CHECKING:
    from collections.abc import Callable

OURS, THEIRS = "aa" * 16, "bb" * 16
EVENTS = ((OURS, "sealed"), (THEIRS, "sealed"), (None, "passphrase changed"), (OURS, "noted"),
          (THEIRS, "deleted"), (OURS, "bundled"), (None, "checked"))  # fmt: skip


def log(count: int = len(EVENTS)) -> list[CustodyEntry]:
    entries: list[CustodyEntry] = []
    vault = Ed25519PrivateKey.from_private_bytes(chance("vault"))
    for number in range(count):
        item, event = EVENTS[number % len(EVENTS)]
        last = entries[-1] if entries else None
        facts = {"secret of " + str(item): event}
        at = f"2026-01-01T00:00:{number:02d}Z"
        entries.append(custody.make(last, vault, at=at, event=event, item=item, facts=facts))
    return entries


def original(item: str = OURS) -> Original:
    return Original(item, "jpeg", 900, "cc" * 32, "2026-01-01T00:00:00Z",
                    Provenance("folder", "IMG.jpg", None))  # fmt: skip


def shown(entries: list[CustodyEntry] | None = None) -> bytes:
    return disclosure.disclose(entries or log(), original(), key())


def test_the_items_entries_are_shown_and_hold() -> None:
    found = disclosure.check(shown())
    assert [entry["event"] for entry in found.entries] == ["sealed", "noted", "bundled"]
    assert [entry["sequence"] for entry in found.entries] == [1, 4, 6]
    assert (found.length, found.original_sha256, found.original_size) == (7, "cc" * 32, 900)


def test_nothing_of_the_others_is_in_it() -> None:
    data = shown()
    for entry in log():
        assert entry.digest.encode() not in data or entry == log()[-1]
        if entry.item != OURS:
            assert f"secret of {entry.item}".encode() not in data
    for event in ("passphrase changed", "deleted", "checked"):
        assert event.encode() not in data
    assert THEIRS.encode() not in data
    assert b"IMG.jpg" not in data


def test_two_exports_of_one_log_share_no_node() -> None:
    one, other = (json.loads(shown())["entries"] for _ in range(2))
    nodes = [{node for entry in found for node in entry["path"]} for found in (one, other)]
    assert nodes[0].isdisjoint(nodes[1])


@pytest.mark.parametrize("count", range(1, 20))
def test_every_length_of_a_log_holds(count: int) -> None:
    assert disclosure.check(shown(log(count))).length == count


@pytest.mark.parametrize("count", range(1, 18))
def test_every_path_leads_to_the_root_and_no_other_does(count: int) -> None:
    leaves = [chance(f"leaf {number}") for number in range(count)]
    root = commitments.root(leaves)
    for at, leaf in enumerate(leaves):
        path = commitments.path(leaves, at)
        assert commitments.root_by(leaf, at, count, path) == root
        assert commitments.root_by(chance("x"), at, count, path) != root
        for wrong in ([*path, chance("y")], path[1:] if path else [leaf]):
            with pytest.raises(ValueError, match="path is too"):
                commitments.root_by(leaf, at, count, wrong)
    with pytest.raises(ValueError, match="no such leaf"):
        commitments.root_by(leaves[0], count, count, [])


def test_a_changed_byte_anywhere_does_not_hold() -> None:
    data = shown()
    for at in range(0, len(data), 13):
        changed = bytearray(data)
        changed[at] ^= 1
        with pytest.raises((DamagedBundle, NewerVersion)):
            disclosure.check(bytes(changed))
        with pytest.raises(DamagedBundle):
            disclosure.check(data[:at])


def test_entries_signed_but_not_of_the_tree_do_not_hold() -> None:
    value = canonical.read(shown())
    del value["signature"]
    changes: tuple[Callable[[dict[str, Any]], object], ...] = (
        lambda held: held["entries"].reverse(),
        lambda held: held["entries"].append(held["entries"][0]),
        lambda held: held["entries"].clear(),
        lambda held: held["entries"][0].update(at="1999-01-01T00:00:00Z"),
        lambda held: held["entries"][0].update(more="x"),
        lambda held: held["entries"][0].update(sequence=2),
        lambda held: held.update(length=6),
        lambda held: held.update(version=0),
        lambda held: held.update(root="00" * 32),
        lambda held: held["entries"][0].update(salt="00"),
    )
    for change in changes:
        held = json.loads(json.dumps(value))
        change(held)
        signed = key().sign(b"firsthand custody 1\0" + canonical.write(held)).hex()
        with pytest.raises(DamagedBundle) as caught:
            disclosure.check(canonical.write({**held, "signature": signed}))
        assert caught.value.facts == {"reason": "custody"}


def test_a_log_that_its_own_signer_made_up_is_none() -> None:
    entries = log()
    entries[0] = replace(entries[0], facts=["\x1b[2J"])  # type: ignore[arg-type] # a liar's
    for untrusted in (
        disclosure.disclose(entries, original(), key()),
        disclosure.disclose(log(), replace(original(), sha256="\x1b[2Jcc"), key()),
        disclosure.disclose(log(), replace(original(), sha256="CC" * 32), key()),
    ):
        with pytest.raises(DamagedBundle) as caught:
            disclosure.check(untrusted)
        assert caught.value.facts == {"reason": "custody"}


def test_what_is_no_such_file_is_told() -> None:
    for text in (b"", b"{}", b'{"format":"other"}\n', b"[" * 100_000):
        with pytest.raises(DamagedBundle):
            disclosure.check(text)
    newer = canonical.write({"format": "firsthand-custody", "version": 2})
    with pytest.raises(NewerVersion):
        disclosure.check(newer)


def test_an_item_that_the_log_does_not_know_is_told() -> None:
    with pytest.raises(NoSuchItem):
        disclosure.disclose(log(), original("dd" * 16), key())
