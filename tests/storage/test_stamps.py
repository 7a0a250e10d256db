"""RFC 3161 against OpenSSL's authority: asked, answered, read, confirmed, and every refusal."""

import re
import ssl
from pathlib import Path

import pytest

from storage import stamps
from storage.errors import BadStamp
from tests.conftest import find_tool
from tests.storage.stamp_authority import Authority

MESSAGE = bytes(range(64))
TIME = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(find_tool("openssl"), tmp_path_factory.mktemp("tsa") / "authority")


@pytest.fixture(scope="module")
def response(authority: Authority) -> bytes:
    return authority.answer(stamps.request(MESSAGE))


def refusal(act: object, *arguments: bytes) -> str:
    assert callable(act)
    with pytest.raises(BadStamp) as caught:
        act(*arguments)
    return str(caught.value.facts["reason"])


def test_an_answer_is_read_confirmed_and_taken_by_openssl(
    authority: Authority, response: bytes
) -> None:
    stated = stamps.read(response, MESSAGE)
    confirmed = stamps.confirm(response, MESSAGE, authority.certificate)
    assert TIME.fullmatch(stated.at)
    assert confirmed == stamps.Confirmed(stated.at, "CN=Authority of the tests")
    assert authority.accepts(response, MESSAGE)


def test_the_name_is_that_of_whoever_signed_and_of_none_that_lies_beside(
    authority: Authority, tmp_path: Path
) -> None:
    """In a set the shorter comes first: a short name stood where the authority's was looked for."""
    other = Authority(find_tool("openssl"), tmp_path / "other", "Bank")
    response = authority.answer(stamps.request(MESSAGE), other.signer)
    ours, theirs = (
        ssl.PEM_cert_to_DER_cert(of.signer.read_text("ascii")) for of in (authority, other)
    )
    assert ours + theirs in response
    ordered = response.replace(ours + theirs, theirs + ours)
    confirmed = stamps.confirm(ordered, MESSAGE, authority.certificate)
    assert confirmed.authority == "CN=Authority of the tests"


def test_the_request_shows_one_digest_and_nothing_that_recurs() -> None:
    assert stamps.request(MESSAGE) == stamps.request(MESSAGE)
    assert MESSAGE not in stamps.request(MESSAGE)
    assert len(stamps.request(MESSAGE)) < 100
    assert stamps.new_nonce() != stamps.new_nonce()


def test_a_stamp_of_something_else_is_told(authority: Authority, response: bytes) -> None:
    assert refusal(stamps.read, response, MESSAGE[1:]) == "elsewhere"
    assert refusal(stamps.confirm, response, MESSAGE[1:], authority.certificate) == "elsewhere"


def test_another_authority_does_not_vouch_for_it(response: bytes, tmp_path: Path) -> None:
    other = Authority(find_tool("openssl"), tmp_path / "other")
    assert refusal(stamps.confirm, response, MESSAGE, other.certificate) == "untrusted"


@pytest.mark.parametrize("text", [b"", b"words", b"-----BEGIN CERTIFICATE-----\nAA==\n"])
def test_certificates_that_cannot_be_read_are_told(response: bytes, text: bytes) -> None:
    assert refusal(stamps.confirm, response, MESSAGE, text) == "authority"


def test_an_authority_that_refuses_is_told() -> None:
    assert refusal(stamps.read, bytes.fromhex("3005 3003 020102"), MESSAGE) == "refused"


def der(tag: int, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return bytes((tag, len(content))) + content


def test_an_answer_that_ends_before_what_is_signed_is_none() -> None:
    signed = der(0x30, der(2, b"\3"), der(0x31))
    kind = der(6, bytes.fromhex("2a864886f70d010702"))
    token = der(0x30, kind, der(0xA0, signed))
    answer = der(0x30, der(0x30, der(2, b"\0")), token)
    assert refusal(stamps.read, answer, MESSAGE) == "not-one"


@pytest.mark.parametrize("text", [b"", b"0", b"\x30\x84", b"\x30\x80", b"\xff" * 70_000, b"words"])
def test_what_is_no_answer_is_told(text: bytes) -> None:
    assert refusal(stamps.read, text, MESSAGE) == "not-one"


def test_no_cut_and_no_flipped_bit_is_taken_for_this_authoritys_word(
    authority: Authority, response: bytes
) -> None:
    for end in range(0, len(response), 7):
        assert refusal(stamps.read, response[:end], MESSAGE) in {"not-one", "refused"}
    said = stamps.confirm(response, MESSAGE, authority.certificate).at
    for at in range(0, len(response), 5):
        changed = bytearray(response)
        changed[at] ^= 1 << at % 8
        try:
            found = stamps.confirm(bytes(changed), MESSAGE, authority.certificate)
        except BadStamp:
            continue
        assert found.at == said  # a bit of the wrapping that says nothing
