import io

import pytest
from typing_extensions import override

from storage.bundle import age_passphrase
from storage.bundle.build import BundleStream
from storage.bundle.sealing import (
    read_identities,
    read_recipients,
    seal,
    seal_with_passphrase,
    unseal,
)
from storage.errors import BadRecipient, DamagedBundle, WrongIdentity
from tests.storage.bundle.samples import chance, contents, identity, key, made

SECRET, PUBLIC = identity()


def sealed_for(public: str = PUBLIC) -> bytes:
    sink = io.BytesIO()
    seal(BundleStream(contents(), key()), [public], sink)
    return sink.getvalue()


def opened(data: bytes, *secrets: str) -> bytes:
    sink = io.BytesIO()
    unseal(io.BytesIO(data), "\n".join(secrets or (SECRET,)), sink)
    return sink.getvalue()


def test_what_is_sealed_opens_to_what_was_built() -> None:
    assert opened(sealed_for()) == made()[0]


def test_two_sealings_share_no_byte_of_content() -> None:
    assert sealed_for()[-64:] != sealed_for()[-64:]


def test_the_file_does_not_say_who_can_open_it() -> None:
    assert PUBLIC.encode() not in sealed_for()


@pytest.mark.parametrize(
    "text",
    [
        PUBLIC,
        PUBLIC.upper(),
        f"  {PUBLIC}\r\n",
        f"# Newsroom\n\n{PUBLIC}\n{PUBLIC}\n",
    ],
)
def test_a_recipient_is_read_however_it_was_pasted(text: str) -> None:
    assert read_recipients(text) == (PUBLIC,)


def test_a_file_of_recipients_keeps_their_order() -> None:
    people = [identity()[1] for _ in range(3)]
    assert read_recipients("\n".join(people)) == tuple(people)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (SECRET, "secret-key"),
        (SECRET.lower(), "secret-key"),
        (f"# public key: {PUBLIC}\n{SECRET}\n", "secret-key"),
        (f"{PUBLIC}\n# {SECRET}", "secret-key"),
        ("-----BEGIN OPENSSH PRIVATE KEY-----", "secret-key"),
        ("-----BEGIN PGP PRIVATE KEY BLOCK-----", "secret-key"),
        ("-----BEGIN PGP PUBLIC KEY BLOCK-----", "openpgp-truncated"),
        ("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA me@home", "ssh-key"),
        ("ssh-rsa AAAA", "ssh-key"),
        ("age1pq1" + "q" * 1900, "post-quantum"),
        ("age1yubikey1q" + "q" * 60, "plugin"),
        (PUBLIC[:-1], "not-a-key"),
        (PUBLIC[:-1] + ("q" if PUBLIC[-1] != "q" else "p"), "not-a-key"),
        (PUBLIC + "q", "not-a-key"),
        ("age1", "not-a-key"),
        ("newsroom@example.org", "not-a-key"),
        ("\0" * 50, "not-a-key"),
        ("x" * 100_000, "not-a-key"),
        ("", "empty"),
        ("# nothing here\n", "empty"),
        (f"{PUBLIC}\nssh-rsa AAAA", "ssh-key"),
    ],
)
def test_anything_else_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(BadRecipient) as caught:
        read_recipients(text)
    assert caught.value.facts == {"reason": reason}


def test_a_key_that_begins_like_a_post_quantum_one_is_taken() -> None:
    public = "age1pqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"
    beginning = _with_checksum(public[4:56])
    assert read_recipients(beginning) == (beginning,)


def _with_checksum(data: str) -> str:
    """Finish a Bech32 text of the prefix "age" (BIP 173)."""
    letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    generator = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
    values = [3, 3, 3, 0, 1, 7, 5] + [letters.index(letter) for letter in data] + [0] * 6
    check = 1
    for value in values:
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
        for bit in range(5):
            check ^= generator[bit] if top >> bit & 1 else 0
    check ^= 1
    return "age1" + data + "".join(letters[check >> 5 * (5 - at) & 31] for at in range(6))


def test_too_many_recipients_are_refused() -> None:
    with pytest.raises(BadRecipient) as caught:
        read_recipients("\n".join(identity()[1] for _ in range(65)))
    assert caught.value.facts["reason"] == "too-many"


def test_sealing_to_nobody_or_to_a_secret_key_writes_nothing() -> None:
    for recipients in ([], [SECRET], [PUBLIC, "ssh-rsa AAAA"]):
        sink = io.BytesIO()
        with pytest.raises(BadRecipient):
            seal(BundleStream(contents(), key()), recipients, sink)
        assert sink.getvalue() == b""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not-a-key"),
        (PUBLIC, "not-a-key"),
        ("AGE-SECRET-KEY-1QQ", "not-a-key"),
        ("-----BEGIN OPENSSH PRIVATE KEY-----", "not-a-key"),
        ("age-encryption.org/v1\n-> scrypt", "protected"),
        ("-----BEGIN AGE ENCRYPTED FILE-----", "protected"),
        ("x" * 100_000, "not-a-key"),
    ],
)
def test_what_is_no_identity_is_refused(text: str, reason: str) -> None:
    with pytest.raises(WrongIdentity) as caught:
        read_identities(text)
    assert caught.value.facts == {"reason": reason}


def test_an_identity_file_is_read_with_its_comments() -> None:
    assert read_identities(f"# created: today\n# public key: {PUBLIC}\n{SECRET}\n") == (SECRET,)


def test_another_key_is_told_apart_from_damage() -> None:
    data = sealed_for()
    with pytest.raises(WrongIdentity) as caught:
        opened(data, identity()[0])
    assert caught.value.facts == {"reason": "other-key"}
    assert opened(data, identity()[0], SECRET) == made()[0]


def test_a_cut_or_changed_file_is_damaged_wherever_it_is() -> None:
    data = sealed_for()
    for at in range(0, len(data), 61):
        with pytest.raises(DamagedBundle):
            opened(data[:at])
        changed = bytearray(data)
        changed[at] ^= 4
        with pytest.raises((DamagedBundle, WrongIdentity)):
            opened(bytes(changed))
    with pytest.raises(DamagedBundle):
        opened(data + b"x")


def test_a_key_does_not_open_what_a_passphrase_sealed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(age_passphrase, "WORK", 10)
    sink = io.BytesIO()
    seal_with_passphrase(io.BytesIO(b"x"), "word", sink)
    with pytest.raises(WrongIdentity):
        opened(sink.getvalue())


def test_a_head_without_end_is_not_held() -> None:
    class Endless(io.RawIOBase):
        given = 0

        @override
        def read(self, size: int = -1, /) -> bytes:
            self.given += size
            return b"age-encryption.org/v1\n".ljust(size, b"-")

    endless = Endless()
    with pytest.raises(DamagedBundle):
        unseal(endless, SECRET, io.BytesIO())
    assert endless.given < 200_000


class StopError(BaseException):
    """What a caller's tick or stream raises to stop the work."""


def stopping(*_: object) -> None:
    raise StopError


class Full(io.RawIOBase):
    @override
    def write(self, data: object, /) -> int:
        raise OSError(28, "no space left")


def test_what_stops_the_work_comes_through_as_it_was() -> None:
    data = chance("long", 400_000)
    with pytest.raises(StopError):
        seal(io.BytesIO(data), [PUBLIC], io.BytesIO(), stopping)
    with pytest.raises(OSError, match="no space") as caught:
        seal(io.BytesIO(data), [PUBLIC], Full())
    assert caught.value.errno == 28
    sealed = io.BytesIO()
    seal(io.BytesIO(data), [PUBLIC], sealed)
    with pytest.raises(OSError, match="no space"):
        unseal(io.BytesIO(sealed.getvalue()), SECRET, Full())
