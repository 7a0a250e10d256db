"""Cards as a person gets them: files, pictures, several pictures; with keys of both kinds."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pyrage
import pytest
import segno
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image, ImageFilter

from capture import intake, sending, trusting
from capture.audit import BundleChoices
from capture.isolate import MediaPool
from capture.progress import silent
from capture.sources.folder import Folder
from storage.errors import BadCard, BadRecipient
from storage.outlets import card_codes, known
from storage.outlets.card import Card, SignedCard, read_card, sign
from storage.vault import Vault
from tests.capture.doors.conftest import Photo
from tests.conftest import find_tool
from tests.storage.bundle.openpgp_samples import Gpg

THEIRS = Ed25519PrivateKey.generate()
KEY = str(pyrage.x25519.Identity.generate().to_public())
CARD = Card("La Gazette d'été", "webdav", "https://drop.example.org/in/", KEY, note="seit 1921 ✓")


def picture(code: bytes) -> Image.Image:
    out = io.BytesIO()
    segno.make_qr(code, error="l", mode="byte").save(out, kind="png", scale=6)
    return Image.open(out).convert("RGB")


def photographed(code: bytes) -> Image.Image:
    """As a phone sees it: on a table, turned, out of focus, in poor light."""
    table = Image.effect_noise((1900, 1500), 25).convert("RGB")
    code_turned = picture(code).rotate(11, expand=True, fillcolor=(200, 200, 200))
    code_turned.thumbnail((1300, 1300))
    table.paste(code_turned, (280, 120))
    return table.filter(ImageFilter.GaussianBlur(1)).point(lambda level: 30 + level // 2)


def pictures(signed: SignedCard, folder: Path) -> list[Path]:
    paths = []
    for number, code in enumerate(card_codes.pieces(signed.text())):
        paths.append(folder / f"{number}.jpg")
        photographed(code).save(paths[-1], quality=80)
    return paths


def test_a_card_is_read_from_a_file_and_from_its_photograph(
    pool: MediaPool, tmp_path: Path
) -> None:
    signed = sign(CARD, THEIRS)
    (tmp_path / "card.json").write_text(signed.text() + "\n", encoding="utf-8")
    assert trusting.read_files(pool, [tmp_path / "card.json"]) == signed
    assert trusting.read_files(pool, pictures(signed, tmp_path)) == signed


def test_a_long_card_is_read_from_several_photographs(pool: MediaPool, tmp_path: Path) -> None:
    signed = sign(replace(CARD, note="n" * 500, password="p" * 2000), THEIRS)
    paths = pictures(signed, tmp_path)
    assert len(paths) > 2
    assert trusting.read_files(pool, paths[::-1]) == signed
    with pytest.raises(BadCard) as caught:
        trusting.read_files(pool, paths[1:])
    assert caught.value.facts["missing"] == "1"


def test_a_picture_without_a_card_is_said_to_be_one(pool: MediaPool, tmp_path: Path) -> None:
    Image.effect_noise((300, 200), 50).save(tmp_path / "cat.png")
    with pytest.raises(BadCard) as caught:
        trusting.read_files(pool, [tmp_path / "cat.png"])
    assert caught.value.facts["reason"] == "no-code"


def test_a_changed_card_does_not_hold_in_a_picture_either(pool: MediaPool, tmp_path: Path) -> None:
    text = sign(CARD, THEIRS).text().replace("drop.example", "evil.example")
    picture(text.encode()).save(tmp_path / "card.png")
    with pytest.raises(BadCard) as caught:
        trusting.read_files(pool, [tmp_path / "card.png"])
    assert caught.value.facts["reason"] == "wrong-signature"


@pytest.fixture
def gpg() -> Iterator[Gpg]:
    with TemporaryDirectory() as folder:  # a short path: gpg's sockets live in it
        yield Gpg(find_tool("gpg"), Path(folder) / "h")


def test_an_openpgp_key_goes_on_a_card_and_comes_back(
    vault: Vault, gpg: Gpg, pool: MediaPool, tmp_path: Path
) -> None:
    owner = gpg.new("Paper <tips@paper.example>")
    gpg.subkey(owner)
    written = replace(CARD, recipient=gpg.public(owner, "--armor").decode())
    signed = trusting.written_down(vault, written)
    again = trusting.read_files(pool, pictures(signed, tmp_path))
    assert again == signed
    key = trusting.key_of(again.card)
    assert key == trusting.Key("openpgp", owner, "Paper <tips@paper.example>")
    outlet = trusting.trust(vault, again)
    assert known.find(vault, outlet.id).signed == signed


def test_a_card_with_a_key_that_is_no_good_any_more_is_not_trusted(vault: Vault, gpg: Gpg) -> None:
    owner = gpg.new("Old", "ed25519", "cert", "1y", at="20200101T000000")
    gpg.subkey(owner, at="20200102T000000")
    signed = sign(replace(CARD, recipient=gpg.public(owner, "--armor").decode()), THEIRS)
    assert read_card(signed.text().encode()) == signed
    with pytest.raises(BadRecipient) as caught:
        trusting.trust(vault, signed)
    assert caught.value.facts["reason"] == "openpgp-expired"
    assert known.known(vault) == ()


def test_a_card_holds_one_key(vault: Vault) -> None:
    other = str(pyrage.x25519.Identity.generate().to_public())
    with pytest.raises(BadRecipient) as caught:
        trusting.written_down(vault, replace(CARD, recipient=f"{KEY}\n{other}"))
    assert caught.value.facts["reason"] == "one-alone"


def test_what_goes_to_an_openpgp_outlet_is_sealed_to_it_and_gpg_opens_it(
    vault: Vault, gpg: Gpg, pool: MediaPool, photo: Photo, tmp_path: Path
) -> None:
    owner = gpg.new("newsroom")
    gpg.subkey(owner)
    card = replace(CARD, recipient=gpg.public(owner).hex())
    with pytest.raises(BadRecipient):
        trusting.written_down(vault, card)
    armored = gpg.public(owner, "--armor").decode()
    outlet = trusting.trust(vault, trusting.written_down(vault, replace(CARD, recipient=armored)))
    (taken,) = intake.take_in(vault, pool, Folder([photo()]), silent, lambda _taken: None)
    assert taken.original is not None
    choices = BundleChoices((taken.original.id,))
    waiting = sending.queue_items(vault, pool, choices, outlet)
    assert (waiting.name[-4:], waiting.sealed) == (".gpg", True)
    with vault.open_blob(waiting.id) as parcel:
        (tmp_path / "b.gpg").write_bytes(parcel.read())
    opened = gpg("--decrypt", str(tmp_path / "b.gpg"))
    assert zipfile.is_zipfile(io.BytesIO(opened))
    mixed = replace(choices, recipients=(KEY,))
    with pytest.raises(BadRecipient) as caught:
        sending.queue_items(vault, pool, mixed, outlet)
    assert caught.value.facts["reason"] == "mixed"
