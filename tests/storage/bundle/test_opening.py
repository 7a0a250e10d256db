import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from storage.bundle import canonical, commitments
from storage.bundle.opening import MAX_OPENING, check_opening, check_original, make_opening
from storage.bundle.signing import public_bytes
from storage.bundle.verify import verify
from storage.errors import DamagedBundle, NewerVersion, StorageError
from tests.storage.bundle.samples import chance, contents, key, made

CONTENTS = contents("opened", 3)
MANIFEST = verify(io.BytesIO(made(CONTENTS)[0])).manifest


def opening(index: int = 1, **changes: object) -> bytes:
    held = CONTENTS.items[index]
    data = make_opening(
        CONTENTS.bundle_id.hex(), held.salt, held.original_sha256, held.original_size
    )
    value = {**json.loads(data), **changes}
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode() + b"\n"


@pytest.mark.parametrize("index", [0, 1, 2])
def test_an_opening_shows_its_item_and_original(index: int) -> None:
    opened = check_opening(opening(index), MANIFEST)
    assert opened.item.path == f"data/media/00{index + 1}.jpg"
    check_original(opened, io.BytesIO(chance(f"original of opened {index}", 900)))


def test_an_opening_tells_nothing_of_other_items() -> None:
    data = opening(1)
    assert len(data) < 460
    for other in (CONTENTS.items[0], CONTENTS.items[2]):
        assert other.salt.hex().encode() not in data
        assert other.original_sha256.encode() not in data


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"salt": "00" * 32}, "opening-wrong"),
        ({"original_sha256": "00" * 32}, "opening-wrong"),
        ({"original_size": 901}, "opening-wrong"),
        ({"bundle": "00" * 16}, "opening-elsewhere"),
        ({"bundle": "x"}, "opening"),
        ({"salt": "00" * 31}, "opening"),
        ({"salt": None}, "opening"),
        ({"original_size": -1}, "opening"),
        ({"original_size": 1 << 70}, "opening"),
        ({"original_size": True}, "opening"),
        ({"original_size": "900"}, "opening"),
        ({"format": "other"}, "opening"),
        ({"version": 0}, "opening"),
        ({"version": 2}, "opening"),
        ({"version": [1]}, "opening"),
        ({"steps": {}}, "opening"),
        ({"version": True}, "opening"),
        ({"version": "1"}, "opening"),
        ({"more": 1}, "opening"),
    ],
)
def test_a_changed_opening_is_refused(changes: dict[str, object], reason: str) -> None:
    with pytest.raises(DamagedBundle) as caught:
        check_opening(opening(1, **changes), MANIFEST)
    assert caught.value.facts["reason"] == reason


def test_a_later_opening_is_told_apart() -> None:
    with pytest.raises(NewerVersion):
        check_opening(opening(1, version=3), MANIFEST)


def test_an_opening_may_say_how_it_was_made() -> None:
    held = CONTENTS.items[1]
    parts = (CONTENTS.bundle_id.hex(), held.salt, held.original_sha256, held.original_size)
    data = make_opening(*parts, {"crop": (1, 2, 3, 4), "straighten": -5})
    assert check_opening(data, MANIFEST).untrusted_steps == {"crop": [1, 2, 3, 4], "straighten": -5}
    assert check_opening(make_opening(*parts), MANIFEST).untrusted_steps is None
    assert b'"version":1' in make_opening(*parts)  # so that readers of the first version take it
    for wrong in ({"version": 1}, {"steps": [1]}, {"steps": None}, {"more": 1}):
        changed = canonical.write({**canonical.read(data), **wrong})
        with pytest.raises(DamagedBundle) as caught:
            check_opening(changed, MANIFEST)
        assert caught.value.facts["reason"] == "opening"
    with pytest.raises(DamagedBundle):
        check_opening(make_opening(*parts, {"long": "x" * MAX_OPENING}), MANIFEST)


@given(some.binary(max_size=500))
def test_noise_is_no_opening(noise: bytes) -> None:
    with pytest.raises(StorageError):
        check_opening(noise, MANIFEST)


def test_a_long_file_is_no_opening() -> None:
    with pytest.raises(DamagedBundle):
        check_opening(b"[" * 10_000_000, MANIFEST)


def test_an_opening_does_not_open_a_copy_signed_by_somebody_else() -> None:
    thief = replace(MANIFEST, signer=public_bytes(key("thief")).hex())
    with pytest.raises(DamagedBundle):
        check_opening(opening(1), thief)


@pytest.mark.parametrize("other", [b"", b"x", bytes(900), bytes(10_000)])
def test_another_original_is_refused(other: bytes) -> None:
    opened = check_opening(opening(1), MANIFEST)
    with pytest.raises(DamagedBundle) as caught:
        check_original(opened, io.BytesIO(other))
    assert caught.value.facts == {"reason": "opening-original"}


def test_making_one_of_wrong_parts_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="opening"):
        make_opening("00" * 16, b"short", "00" * 32, 1)


def test_the_tree_is_that_of_rfc_6962() -> None:
    """The vectors of the reference implementation of Certificate Transparency."""
    leaves = [b"", b"\0", b"\x10", b" !", b"01", b"@ABC", b"PQRSTUVW", b"`abcdefghijklmno"]
    root = commitments.root([commitments.leaf(entry) for entry in leaves])
    assert root.hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
