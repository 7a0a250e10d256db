from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from storage import custody
from storage.errors import DamagedVault
from storage.records import CustodyEntry

KEY = Ed25519PrivateKey.from_private_bytes(b"k" * 32)


def log(count: int) -> list[CustodyEntry]:
    entries: list[CustodyEntry] = []
    for number in range(count):
        entries.append(
            custody.make(
                entries[-1] if entries else None,
                KEY,
                at=f"2026-01-01T00:00:{number:02}Z",
                event="noted",
                item=f"{number:032x}",
                facts={"fields": ("summary",), "number": number},
            )
        )
    return entries


def test_a_whole_log_checks_and_gives_its_last_digest() -> None:
    entries = log(5)
    assert custody.check(entries, KEY.public_key()) == entries[-1].digest
    assert custody.check([], KEY.public_key()) == custody.NOTHING_BEFORE


@given(st.integers(0, 5), st.sampled_from(["drop", "swap", "repeat"]))
def test_leaving_out_moving_or_repeating_an_entry_shows(at: int, how: str) -> None:
    entries = log(7)
    if how == "drop":
        del entries[at]
    elif how == "swap":
        entries[at], entries[at + 1] = entries[at + 1], entries[at]
    else:
        entries.insert(at, entries[at])
    with pytest.raises(DamagedVault):
        custody.check(entries, KEY.public_key())


@pytest.mark.parametrize(
    "change",
    [
        {"at": "2026-01-01T00:00:09Z"},
        {"event": "sealed"},
        {"item": None},
        {"facts": {"fields": ("summary",), "number": 9}},
        {"digest": "0" * 64},
        {"signature": "0" * 128},
        {"signature": "not hexadecimal"},
        {"previous": "1" * 64},
        {"sequence": 9},
    ],
)
def test_an_altered_entry_is_named(change: dict[str, object]) -> None:
    entries = log(4)
    entries[2] = replace(entries[2], **change)  # type: ignore[arg-type]  # any field, on purpose
    with pytest.raises(DamagedVault) as caught:
        custody.check(entries, KEY.public_key())
    assert caught.value.facts["part"] == "custody entry 3"


def test_a_log_made_again_with_another_key_is_refused() -> None:
    other = Ed25519PrivateKey.from_private_bytes(b"x" * 32)
    forged = custody.make(
        None, other, at="2026-01-01T00:00:00Z", event="vault created", item=None, facts={}
    )
    with pytest.raises(DamagedVault):
        custody.check([forged], KEY.public_key())
