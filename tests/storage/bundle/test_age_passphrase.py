"""age by a passphrase, as a stream, with pyrage as oracle both ways."""

import io

import pyrage
import pytest

from storage.bundle import age_passphrase
from storage.bundle.sealing import seal_with_passphrase, unseal
from storage.errors import DamagedBundle, EmptyPassphrase, WrongIdentity
from tests.storage.bundle.samples import chance

CHUNK = 64 * 1024
WORD = "gr\u00fcn und \u0641\u0627\u0631\u0633\u06cc"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(age_passphrase, "WORK", 10)


def sealed(data: bytes) -> bytes:
    sink = io.BytesIO()
    seal_with_passphrase(io.BytesIO(data), WORD, sink)
    return sink.getvalue()


def opened(data: bytes, word: str = WORD) -> bytes:
    sink = io.BytesIO()
    unseal(io.BytesIO(data), word, sink)
    return sink.getvalue()


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_it_is_what_age_makes(size: int) -> None:
    data = chance("content", size)
    assert pyrage.passphrase.decrypt(sealed(data), WORD) == data
    assert opened(sealed(data)) == data


def test_what_age_made_is_opened() -> None:
    assert opened(pyrage.passphrase.encrypt(b"words", WORD), f"{WORD}\nsecond line") == b"words"


def test_a_wrong_passphrase_is_told_apart_from_damage() -> None:
    with pytest.raises(WrongIdentity) as caught:
        opened(sealed(b"words"), "another")
    assert caught.value.facts == {"reason": "other-passphrase"}


def test_a_changed_or_cut_file_is_damaged() -> None:
    data = sealed(chance("long", CHUNK + 100))
    payload = data.index(b"\n---") + 1 + 48
    for at in (payload - 20, payload + 3, payload + 100, len(data) - 1):
        changed = bytearray(data)
        changed[at] ^= 1
        with pytest.raises(DamagedBundle):
            opened(bytes(changed))
        with pytest.raises(DamagedBundle):
            opened(data[:at])
    with pytest.raises(DamagedBundle):
        opened(data + b"x")


def test_absurd_work_is_not_done() -> None:
    data = sealed(b"words").replace(b" 10\n", b" 40\n", 1)
    with pytest.raises(DamagedBundle):
        opened(data)


def test_nothing_is_no_passphrase() -> None:
    sink = io.BytesIO()
    with pytest.raises(EmptyPassphrase):
        seal_with_passphrase(io.BytesIO(b"x"), "", sink)
    assert sink.getvalue() == b""
