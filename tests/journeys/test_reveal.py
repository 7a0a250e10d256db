"""What is said in a sealed commitment, shown later, and checked by whoever has the bundle."""

import json
from pathlib import Path

import pytest

from tests.journeys.conftest import Ended, Firsthand


@pytest.fixture
def bundle(firsthand: Firsthand, vault: Path, one: str, tmp_path: Path) -> Path:
    out = tmp_path / "bundle.zip"
    assert firsthand.vault("bundle", vault, one, "-o", out).code == 0
    return out


@pytest.fixture
def opening(firsthand: Firsthand, vault: Path, one: str, bundle: Path, tmp_path: Path) -> Path:
    out = tmp_path / "one.opening"
    bundle_id = firsthand("verify", bundle, "--json").json["bundle_id"]
    ended = firsthand.vault("reveal", vault, bundle_id[:8], one[:6], "-o", out, "--json")
    assert ended.code == 0, ended.err
    assert ended.json == {"path": str(out), "bundle_id": bundle_id, "item": one}
    return out


def test_an_opening_is_written_and_logged(
    firsthand: Firsthand, vault: Path, one: str, opening: Path
) -> None:
    assert len(opening.read_bytes()) < 460
    assert opening.stat().st_mtime == 315532800
    last = firsthand.vault("custody", vault, one, "--json").json["entries"][-1]
    assert last["event"] == "revealed"
    assert last["facts"] == {"bundle": json.loads(opening.read_bytes())["bundle"]}


def test_the_original_is_shown_to_become_the_copy(
    firsthand: Firsthand, bundle: Path, opening: Path, photo: Path
) -> None:
    ended = firsthand("verify", bundle, "--opening", opening, "--original", photo, "--json")
    assert ended.code == 0, ended.err
    shown = ended.json["opening"]
    assert (shown["item"], shown["original"], shown["copy"]) == (
        "data/media/001.jpg",
        True,
        "same",
    )
    assert ended.json["error"] is None
    said = firsthand("verify", bundle, "--opening", opening, "--original", photo).out
    assert "it becomes the copy in this bundle, bit for bit" in said
    alone = firsthand("verify", bundle, "--opening", opening)
    assert alone.code == 0
    assert "held the original of data/media/001.jpg" in alone.out
    assert "bit for bit" not in alone.out
    assert firsthand.left_over() == []


def refused(ended: Ended, reason: str) -> None:
    assert ended.code == 4
    assert ended.json["whole"] is True  # the bundle itself is not to blame
    assert ended.json["opening"] is None
    assert ended.json["error"]["reason"] == reason


def test_another_original_is_not_the_one_that_was_signed(
    firsthand: Firsthand, bundle: Path, opening: Path, photo: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.jpg"
    other.write_bytes(photo.read_bytes() + b"\0")
    ended = firsthand("verify", bundle, "--opening", opening, "--original", other, "--json")
    refused(ended, "opening-original")
    assert "not the original that the bundle was signed over" in ended.err


def test_an_opening_that_was_changed_opens_nothing(
    firsthand: Firsthand, bundle: Path, opening: Path, tmp_path: Path
) -> None:
    value = json.loads(opening.read_bytes())
    value["salt"] = "00" * 32
    forged = tmp_path / "forged"
    forged.write_text(json.dumps(value, sort_keys=True, separators=(",", ":")) + "\n")
    refused(firsthand("verify", bundle, "--opening", forged, "--json"), "opening-wrong")
    forged.write_bytes(b"\xff\xd8\xff" * 5000)
    refused(firsthand("verify", bundle, "--opening", forged, "--json"), "opening")


def test_an_opening_belongs_to_one_bundle(
    firsthand: Firsthand, vault: Path, one: str, opening: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.zip"
    assert firsthand.vault("bundle", vault, one, "-o", other).code == 0
    refused(firsthand("verify", other, "--opening", opening, "--json"), "opening-elsewhere")


def test_what_was_covered_is_covered_again_by_the_opening(
    firsthand: Firsthand, vault: Path, one: str, photo: Path, tmp_path: Path
) -> None:
    covered = firsthand.vault("redact", vault, one, "--box", "10,10,40,40")
    assert covered.code == 0, covered.err
    looked = firsthand.vault("redact", vault, one, "--looked")  # the face is still to be seen
    assert looked.code == 0, looked.err
    bundle, opening = tmp_path / "covered.zip", tmp_path / "covered.opening"
    made = firsthand.vault("bundle", vault, one, "-o", bundle, "--json").json
    firsthand.vault("reveal", vault, made["bundle_id"], one, "-o", opening)
    ended = firsthand("verify", bundle, "--opening", opening, "--original", photo, "--json")
    assert ended.code == 0
    shown = ended.json["opening"]
    assert shown["copy"] == "same"
    said = firsthand("verify", bundle, "--opening", opening, "--original", photo).out
    assert "bit for bit" in said


@pytest.mark.parametrize("bundle_id", ["0000", "", "zz"])
def test_a_bundle_that_the_item_never_went_into(
    firsthand: Firsthand, vault: Path, one: str, bundle: Path, bundle_id: str
) -> None:
    out = bundle.with_name("x.opening")
    ended = firsthand.vault("reveal", vault, bundle_id, one, "-o", out, "--json")
    assert ended.code == 1
    assert ended.json["error"]["code"] == "no-such-item"
    assert "went into no bundle" in ended.err
    assert not out.exists()


def test_an_opening_replaces_nothing(
    firsthand: Firsthand, vault: Path, one: str, bundle: Path
) -> None:
    before = bundle.read_bytes()
    bundle_id = firsthand("verify", bundle, "--json").json["bundle_id"]
    assert firsthand.vault("reveal", vault, bundle_id, one, "-o", bundle).code == 1
    assert bundle.read_bytes() == before
