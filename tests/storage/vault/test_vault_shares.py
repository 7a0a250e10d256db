"""Trusted people's cards open the vault together; one alone opens nothing."""

import itertools
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.kdf import argon2

from storage.errors import BadShare, DamagedVault, NoFreeSlot, WrongPassphrase
from storage.vault import Vault, boxes, shares, slots
from tests.storage.vault import vaults


def test_any_two_of_three_people_open_it_and_none_alone(quick: Path) -> None:
    folder = quick / "v"
    cards = shares.deal(2, 3)
    with vaults.make(folder) as vault:
        kept = vaults.seal(vault, b"kept")
        vault.add_shares(cards)
        assert "cards, 2 of 3" in {key.label for key in vault.opened_by()}
        assert vault.custody()[-1].facts == {"label": "cards, 2 of 3"}
    for chosen in itertools.permutations(cards.texts, 2):
        with vaults.reopen(folder, shares.passphrase(chosen)) as vault:
            assert vault.originals() == (kept,)
    with vaults.reopen(folder, shares.passphrase(cards.texts)) as vault:
        assert vault.originals() == (kept,)
    for card in cards.texts:
        with pytest.raises(BadShare):
            shares.passphrase([card])
        with pytest.raises(WrongPassphrase):
            vaults.reopen(folder, card)


def test_cards_that_were_taken_away_or_are_another_vault_s_open_nothing(quick: Path) -> None:
    folder = quick / "v"
    cards, others = shares.deal(2, 2), shares.deal(2, 2)
    with vaults.make(folder) as vault:
        vault.add_shares(cards)
        slot = next(key.slot for key in vault.opened_by() if key.label == cards.label)
        with pytest.raises(WrongPassphrase):
            vault.change_passphrase(shares.passphrase(others.texts), "new")
        vault.remove_key(slot)
    for given in (cards, others):
        with pytest.raises(WrongPassphrase):
            vaults.reopen(folder, shares.passphrase(given.texts))


@pytest.mark.parametrize(("need", "of"), [(2, 2), (2, 16), (16, 16), (3, 5)])
def test_sizes(need: int, of: int) -> None:
    cards = shares.deal(need, of)
    assert len(set(cards.texts)) == of
    assert all(len(card.split()) == 20 for card in cards.texts)
    assert shares.passphrase(cards.texts[-need:]) == shares.passphrase(cards.texts[:need])


@pytest.mark.parametrize(("need", "of"), [(1, 3), (3, 2), (2, 17), (0, 0)])
def test_sizes_that_are_refused(need: int, of: int) -> None:
    with pytest.raises(ValueError, match=str(need)):
        shares.deal(need, of)


def test_cards_come_in_one_by_one_and_each_is_checked() -> None:
    cards, others = shares.deal(3, 4).texts, shares.deal(3, 4).texts
    hand = shares.Hand()
    assert (hand.need, hand.missing) == (0, 1)
    assert hand.add(cards[2]) == 3
    assert (hand.need, hand.missing) == (3, 2)
    for wrong, reason in (
        (cards[2], "twice"),
        (others[0], "mixed"),
        (cards[1].rpartition(" ")[0] + " academic", "checksum"),
        ("a passphrase", "word"),
    ):
        with pytest.raises(BadShare) as caught:
            hand.add(wrong)
        assert caught.value.facts["reason"] == reason
    assert hand.missing == 2
    hand.add(cards[0].upper())
    with pytest.raises(BadShare) as caught:
        hand.passphrase()
    assert (caught.value.facts["reason"], caught.value.facts["missing"]) == ("too-few", 1)
    hand.add(cards[3])
    assert hand.missing == 0
    assert hand.passphrase() == shares.passphrase(cards)


def test_what_is_meant_as_a_card_is_known_by_its_words() -> None:
    card = shares.deal(2, 2).texts[0]
    mistyped = card.rpartition(" ")[0] + " academic"
    assert shares.like_a_card(card)
    assert shares.like_a_card(mistyped)
    for other in ("", "six quiet words for one test", "word " * 20, card.rpartition(" ")[0]):
        assert not shares.like_a_card(other)


def test_the_slots_run_out_before_anything_is_written(quick: Path) -> None:
    with vaults.make(quick / "v") as vault:
        for number in range(3):
            vault.add_passphrase(f"number {number}")
        with pytest.raises(NoFreeSlot):
            vault.add_shares(shares.deal(2, 2))
        assert len(vault.opened_by()) == 4


def test_every_byte_of_the_cards_slot_matters_and_to_them_alone(quick: Path) -> None:
    folder, cards = quick / "v", shares.deal(2, 2)
    with vaults.make(folder) as vault:
        vault.add_shares(cards)
        slot = next(key.slot for key in vault.opened_by() if key.label == cards.label)
    whole = (folder / "keys.bin").read_bytes()
    start, size = 52 + slot * 144, 144
    together = slots.parse(whole)[0].stretch(shares.passphrase(cards.texts))
    mine = slots.parse(whole)[0].stretch(vaults.PASSPHRASE)
    for at in range(start, start + size):
        flipped = bytearray(whole)
        flipped[at] ^= 1 << at % 8
        file, sound = slots.parse(bytes(flipped))
        assert not sound
        with pytest.raises((WrongPassphrase, DamagedVault)):
            file.find(together)
        assert file.find(mine)[0] != slot


class Counted:
    """Counts how often the slow and the fast derivation are asked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.slow: list[Any] = []
        self.boxes = 0
        real, unseal = argon2.Argon2id, boxes.unseal

        def slow(**cost: Any) -> Any:
            self.slow.append({name: value for name, value in cost.items() if name != "salt"})
            return real(**cost)

        def counted(*arguments: Any) -> bytes:
            self.boxes += 1
            return unseal(*arguments)

        monkeypatch.setattr(slots, "Argon2id", slow)
        monkeypatch.setattr(boxes, "unseal", counted)

    def taken(self) -> tuple[Any, int]:
        done = (self.slow, self.boxes)
        self.slow, self.boxes = [], 0
        return done


def test_every_try_costs_the_same_work(quick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Right, recovery code, cards, decoy, wrong, another vault's cards: one derivation each."""
    folder, cards = quick / "v", shares.deal(2, 3)
    with vaults.make(folder) as vault:
        code = vault.add_recovery_code()
        vault.add_shares(cards)
        vault.make_decoy("decoy")
    together = shares.passphrase(cards.texts[:2])
    others = shares.passphrase(shares.deal(2, 3).texts)
    counted = Counted(monkeypatch)
    work = []
    for passphrase in (vaults.PASSPHRASE, code, together, "decoy", "wrong", others):
        file, _ = slots.parse((folder / "keys.bin").read_bytes())
        try:
            file.find(file.stretch(passphrase))
        except WrongPassphrase:
            assert passphrase in ("wrong", others)
        work.append(counted.taken())
    assert work[0] == ([{"length": 32, "iterations": 1, "lanes": 1, "memory_cost": 64}], 8)
    assert all(one == work[0] for one in work)


def test_opening_derives_once_whatever_is_typed(
    quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = quick / "v"
    with vaults.make(folder) as vault:
        vault.make_decoy("decoy")
    counted = Counted(monkeypatch)
    for passphrase in (vaults.PASSPHRASE, "decoy", "wrong"):
        try:
            Vault.open(folder, passphrase).close()
        except WrongPassphrase:
            assert passphrase == "wrong"
        assert len(counted.taken()[0]) == 1
